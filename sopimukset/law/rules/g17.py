"""G17: the group has approved the leader before the naming."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.periods import period
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase, Leader
from sopimukset.law.facts import APPROVED
from sopimukset.law.rule import Hit, Rule, Scope

NONE = "Johtoryhmän hyväksyntää ei ole kirjattu ennen nimeämistä: {kuka}."
NONE_ADVICE = "Kirjaa kokouksen päivä kohtaan hyvaksytty_johtoryhmassa."
LATE = "Johtoryhmä on hyväksynyt henkilön vasta nimeämisen ({nimetty}) jälkeen: {kuka}."
EARLY = "Hyväksyntä on kirjattu aikaan ennen johtoryhmän asettamista ({asetettu}): {kuka}."
EARLY_ADVICE = "Johtoryhmä voi hyväksyä vasta, kun se on asetettu. Tarkista päivät."
LATE_ADVICE = "Hyväksynnän on edellettävä nimeämistä; sama päivä riittää. Tarkista päivät."


def check(group: GroupCase) -> Iterator[Hit]:
    """A leader without the group's approval, or approved after the naming."""
    for item in group.leaders:
        yield from _approval(item)
        yield from _before_setting(item, group.first_setting)


def _approval(item: Leader) -> Iterator[Hit]:
    person = item.person
    named = person.nimetty or (person.paatos.pvm if person.paatos else None) or person.alkaen
    values = {"kuka": item.title}
    days = period(named, person.paattyen)
    lighter = Severity.INFO if item.deputy else None  # the act speaks of leaders only
    if person.hyvaksytty_johtoryhmassa is None:
        yield Hit(item.path, NONE, NONE_ADVICE, values, during=days, missing=True, severity=lighter)
    elif named is not None and person.hyvaksytty_johtoryhmassa > named:
        values["nimetty"] = told_day(named)
        place = (*item.path, "hyvaksytty_johtoryhmassa")
        yield Hit(place, LATE, LATE_ADVICE, values, during=days, severity=lighter)


def _before_setting(item: Leader, setting: date | None) -> Iterator[Hit]:
    approved = item.person.hyvaksytty_johtoryhmassa
    if approved is not None and setting is not None and approved < setting:
        values = {"kuka": item.title, "asetettu": told_day(setting)}
        place = (*item.path, "hyvaksytty_johtoryhmassa")
        days = period(approved, item.person.paattyen)
        lighter = Severity.INFO if item.deputy else None
        yield Hit(place, EARLY, EARLY_ADVICE, values, during=days, severity=lighter)


RULE = Rule(
    code="G17",
    title="Johtoryhmä on hyväksynyt johtavan henkilön ennen nimeämistä",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom",),
    grade="A",
    decides="Nimeämisen päivä: hyväksyntä on oltava sitä ennen tai samana päivänä.",
    scope=Scope.GROUP,
    check=check,
    settled=APPROVED,
)

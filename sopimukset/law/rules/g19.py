"""G19: the group sets the goals of each year, and they take account of the national goals."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from functools import cache

from sopimukset import statutes
from sopimukset.base.dates import told_day
from sopimukset.base.words import nearest
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Tavoite
from sopimukset.tracking.yearly import goal_set_by
from sopimukset.tracking.years import Year, duty_years

NONE = "Vuoden {vuosi} tavoitteita ei ole kirjattu."
NOT_YET = "Vuoden {vuosi} tavoitteita ei ole vielä kirjattu."
NONE_ADVICE = "Kirjaa johtoryhmän asettamat tavoitteet: vuosi, tavoite ja asetettu."
LATE = "Vuoden {vuosi} tavoitteet on asetettu vasta {asetettu}."
LATE_ADVICE = "Tavoitteet asetetaan vuosittain. Tarkista päivä."
YEARLESS = "Tavoitteen vuotta ei ole kirjattu."
YEARLESS_ADVICE = "Kirjaa vuosi, jota tavoite koskee."
APART = "Vuoden {vuosi} tavoitteisiin ei ole kirjattu valtakunnallista tavoitetta."
APART_ADVICE = "Kirjaa kohtaan valtakunnalliset_tavoitteet, mitkä niistä on otettu huomioon."
UNKNOWN = "Valtakunnallista tavoitetta {avain} ei ole vuodelle {vuosi}."
MEANT = "Tarkoititko: {meant}?"
UNKNOWN_ADVICE = "Valtakunnalliset tavoitteet: {avaimet}."

Goal = tuple[Path, Tavoite]


def check(group: GroupCase) -> Iterator[Hit]:
    """Years without goals, goals set too late, and goals apart from the national ones."""
    by_year: dict[int | None, list[Goal]] = {}
    for index, goal in enumerate(group.model.tavoitteet):
        path = (*group.path, "tavoitteet", index)
        if goal.vuosi is None:
            yield Hit(path, YEARLESS, YEARLESS_ADVICE, severity=Severity.WARNING, missing=True)
        elif goal.tavoite is not None and goal_set_by(goal, group.as_of):
            by_year.setdefault(goal.vuosi, []).append((path, goal))
    for year in duty_years(group.terms, group.as_of):
        goals = by_year.get(year.number)
        if goals is None:
            yield _without(group, year)
        else:
            yield from _late(goals, year)
            yield from _national(goals, year)


def _without(group: GroupCase, year: Year) -> Hit:
    place = (*group.path, "tavoitteet") if group.model.tavoitteet else group.path
    message = NOT_YET if year.current else NONE
    values = {"vuosi": year.number}
    return Hit(place, message, NONE_ADVICE, values, during=year.lacking, missing=True)


def _late(goals: list[Goal], year: Year) -> Iterator[Hit]:
    """Goals that were all set only after their year."""
    days = [goal.asetettu.pvm if goal.asetettu else None for _, goal in goals]
    known = [day for day in days if day is not None]
    if len(known) == len(days) and min(known).year > year.number:
        values = {"vuosi": year.number, "asetettu": told_day(min(known))}
        yield Hit(goals[0][0], LATE, LATE_ADVICE, values, severity=Severity.INFO)


def _national(goals: list[Goal], year: Year) -> Iterator[Hit]:
    known = national_keys(year.number)
    if not known:
        return  # none are recorded for the year: nothing can be asked
    yield from _apart(goals, year)
    for path, goal in goals:
        for index, key in enumerate(goal.valtakunnalliset_tavoitteet):
            if key not in known:
                place = (*path, "valtakunnalliset_tavoitteet", index)
                yield _unknown(place, key, known, year)


def _apart(goals: list[Goal], year: Year) -> Iterator[Hit]:
    """The decree speaks of the setting of goals as a whole: one goal may be the group's own."""
    bare = [path for path, goal in goals if not goal.valtakunnalliset_tavoitteet]
    if len(bare) == len(goals):
        values = {"vuosi": year.number}
        during = year.contradicting
        warning = Severity.WARNING
        yield Hit(
            bare[0], APART, APART_ADVICE, values, during=during, missing=True, severity=warning
        )


def _unknown(path: Path, key: str, known: Collection[str], year: Year) -> Hit:
    meant = nearest(key, known)
    values = {
        "avain": key,
        "vuosi": year.number,
        "meant": meant,
        "avaimet": ", ".join(sorted(known)),
    }
    advice = MEANT if meant else UNKNOWN_ADVICE
    during = year.contradicting
    return Hit(path, UNKNOWN, advice, values, during=during, severity=Severity.WARNING)


@cache
def national_keys(year: int) -> frozenset[str]:
    """Keys of the national goals that are in force in the year; empty where none are recorded."""
    law = statutes.load()
    days = (date(year, 1, 1), date(year, 12, 31))
    return frozenset(goal.avain for day in days for goal in law.national_goals(day))


RULE = Rule(
    code="G19",
    title="Johtoryhmä on asettanut vuoden tavoitteet valtakunnalliset tavoitteet huomioon ottaen",
    severity=Severity.ERROR,
    citations=("388/2024 2 § 1 mom", "380/2023 21 §"),
    grade="A",
    decides="Viimeksi päättynyt vuosi: virhe. Kuluva vuosi: määräaika. Aiemmat vuodet: tieto.",
    scope=Scope.GROUP,
    check=check,
)

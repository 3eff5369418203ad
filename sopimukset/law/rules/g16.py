"""G16: the leader and the deputy are named for the group's term at most."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.periods import Period, day_after, last_day_of_years
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import LED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.terms import TERM_YEARS

BEYOND = "Nimetty pidemmäksi ajaksi kuin johtoryhmän toimikausi, joka päättyy {paattyy}: {kuka}."
ADVICE = "Päätä nimeäminen viimeistään toimikauden päättyessä ja nimetkää sen jälkeen uudelleen."


def check(group: GroupCase) -> Iterator[Hit]:
    """Appointments that go on after the end of the term in which, or before which, they began.

    An end that the record states was unlawful from the appointment on; an open end is only read
    to go on, so it is wrong from the day after the term.
    """
    last = max((term.end for term in group.terms), default=None)
    for item in group.leaders:
        days = item.person.jakso
        if days is None or item.person.alkaen is None or last is None:
            continue
        term = next((term for term in group.terms if days.start <= term.end), None)
        end = last if days.open_end else days.end
        if term is not None and end > _lawful_end(term):
            place = (*item.path, "alkaen" if days.open_end else "paattyen")
            values = {"kuka": item.title, "paattyy": told_day(term.end)}
            wrong_from = day_after(term.end) if days.open_end else days.start
            yield Hit(place, BEYOND, ADVICE, values, during=Period(wrong_from, end))


def _lawful_end(term: Period) -> date:
    """The term's last day; of one that is too short the day that the law gives it (G14 tells)."""
    return max(term.end, last_day_of_years(term.start, TERM_YEARS))


RULE = Rule(
    code="G16",
    title="Johtava henkilö ja varahenkilö on nimetty enintään johtoryhmän toimikaudeksi",
    severity=Severity.ERROR,
    citations=("388/2024 4 § 1 mom",),
    grade="A",
    decides="Nimeämisen päivät: liian pitkäksi kirjattu nimeäminen on virhe alusta asti.",
    scope=Scope.GROUP,
    check=check,
    settled=LED,
)

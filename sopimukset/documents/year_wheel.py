"""`vuosikello`: a group's year as a wheel, with its content as a table.

The law knows no such paper. It serves the group's yearly duties (388/2024 2 § 1–2 mom, 3 §
3 kohta), each with what its day rests on. What stands in it doesn't depend on the day on which it
is made; which year is made does, where none is named.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.periods import Period
from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.group_subject import (
    GroupSubject,
    group_document,
    group_subjects,
    why_no_group,
)
from sopimukset.documents.parties import Context
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import OTHER, Kind, Making, Source
from sopimukset.documents.year_wheel_blocks import year_wheel_blocks
from sopimukset.formats.paper import Paper
from sopimukset.formats.word import Lohko, word_blocks
from sopimukset.register import Register
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.terms import term_periods
from sopimukset.tracking.year_plan import PlanEntry, plan_of, planned_year, year_on

if TYPE_CHECKING:
    from sopimukset.documents.provenance import Origin

LAJI = "vuosikello"
TITLE = mark("Vuosikello")
OF_YEAR = mark("Vuosikello {vuosi}")


class Vuosikello(Asiakirjapohja):
    """A group's year: the paper's blocks."""

    vuosi: str
    lohkot: list[Lohko]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSubject(GroupSubject):
    """A group with the year that is told of."""

    year: int

    @property
    def files(self) -> tuple[str, ...]:
        """The region's file, and those of the group's meetings and follow-ups."""
        own = (
            file
            for files in (self.source.meetings, self.source.follow_ups)
            for file, item in files.items()
            if item.johtoryhma == self.group.tunnus
        )
        return ("alue.yaml", *sorted(own))

    @property
    def named(self) -> str:
        """Named by its group and its year's first day, whether the year was chosen or not."""
        return self.group.tunnus

    def likeness(self, origin: Origin) -> int:
        """Another year is another wheel."""
        told = super(YearSubject, self).likeness(origin)
        return told if origin.day in ("", self.told_day) else OTHER


def year_subjects(source: Source) -> list[YearSubject]:
    """A subject for each group that has a dated term: its newest year with goals."""
    return [_of_year(item, _usual_year(item)) for item in group_subjects(source)]


def wheels_on(source: Source, day: date) -> list[YearSubject]:
    """A subject for each group that has a dated term: the year that it looks at on the day."""
    years = ((item, year_on(item.group, day)) for item in group_subjects(source))
    return [_of_year(item, year) for item, year in years if year is not None]


def wheels_of_year(source: Source, year: int) -> list[YearSubject]:
    """A subject for each group that is in some term of its in the year."""
    days = Period(date(year, 1, 1), date(year, 12, 31))
    return [
        _of_year(item, year)
        for item in group_subjects(source)
        if any(term.intersection(days) for term in term_periods(item.group))
    ]


def _usual_year(item: GroupSubject) -> int:
    """The year of a group that is told of when none is chosen."""
    year = planned_year(item.group, item.source.meetings.values())
    assert year is not None  # noqa: S101 (its term begins on some day)
    return year


def _of_year(item: GroupSubject, year: int) -> YearSubject:
    """A group's year; one that was chosen bears the year in its `tunnus`."""
    usual = year == _usual_year(item)
    return YearSubject(
        source=item.source,
        tunnus=item.tunnus if usual else f"{item.tunnus}-{year}",
        several=item.several,
        day=date(year, 1, 1),
        path=item.path,
        case=item.case,
        group_index=item.group_index,
        term_index=item.term_index,
        year=year,
    )


def plan_of_source(source: Source, register: Register, group: str, year: int) -> list[PlanEntry]:
    """The year of a group, from the region's files.

    Raises:
        StopIteration: the region has no such group.
    """
    holdings = Holdings(
        source.name,
        source.alue,
        register,
        tuple(source.meetings.values()),
        tuple(source.follow_ups.values()),
    )
    own = next(item for item in source.alue.johtoryhmat if item.tunnus == group)
    return plan_of(holdings, own, source.meetings, year)


def context(subject: YearSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Vuosikello`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, year = making.facts, subject.year
    pen = Pen(facts, making.register)
    plan = plan_of_source(subject.source, making.register, subject.group.tunnus, year)
    title = pen.tell(OF_YEAR, vuosi=year)
    paper = Paper(title, facts.language, tuple(year_wheel_blocks(plan, year, pen)))
    document = group_document(subject, facts, LAJI, TITLE)
    name = facts.text(subject.group.nimi) or document["alaotsikko"]
    found: Context = {
        "asiakirja": {**document, "otsikko": title, "lyhyt_otsikko": f"{title}: {name}"},
        "vuosi": str(year),
        "lohkot": word_blocks(paper),
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=year_subjects,
    context=context,
    shape=Vuosikello,
    of_year=wheels_of_year,
    on_day=wheels_on,
    why_nothing=why_no_group,
)

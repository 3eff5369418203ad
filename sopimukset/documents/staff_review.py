"""`henkiloston-tarkistus`: the yearly review of whether the staff is enough, for the group.

An agreement provides for a review at least once a year (388/2024 3 § 3 kohta); the group takes
account of whether the promised staff is there (2 § 2 mom). The paper is made of each year's last
follow-up that tells of staff: what was agreed, what was at work, what came of the gap, and room for
the decision, or the decision where the minutes hold one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.periods import Period, add_months
from sopimukset.base.speech import mark, say
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import short_title
from sopimukset.documents.facts import number
from sopimukset.documents.group_subject import or_not_recorded
from sopimukset.documents.heads import head
from sopimukset.documents.meetings import without_empty
from sopimukset.documents.parties import Context
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.report.staff_told import task
from sopimukset.documents.resources import unit_word
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.formats.word import gap
from sopimukset.model import Johtoryhma, Kokous, Seuranta
from sopimukset.model.kokous import Asia
from sopimukset.tracking.followup import StaffLine, compared
from sopimukset.tracking.followup.staff import StaffFollowed, staff_followed
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.yearly import REVIEW

LAJI = "henkiloston-tarkistus"
TITLE = mark("Henkilöstön riittävyyden tarkistus")
SHORT_TITLE = mark("Henkilöstön määrän tarkistus")
SUM = mark("Yhteensä")
ROOM = mark("[Johtoryhmän päätös kirjataan tähän.]")
PROPOSAL = mark("Esitetään osapuolelle puuttuvan henkilöstön osoittamista.")
DECIDED_BELOW = mark("Asiasta on päätetty, katso johtoryhmän päätös.")
MONTHS_LATER = 11
"""A review of the year may be treated so many months after the period has ended."""


class Tarkistusrivi(TypedDict):
    """A row of staff: agreed, at work, the difference; `summa` of a row that sums others up."""

    osapuoli: str
    tehtava: str
    yksikko: str
    sovittu: str
    toteutunut: str
    ero: str
    summa: bool


class Henkilostovajaus(TypedDict):
    """Where less was at work than agreed: whose, why, what came of it, what is proposed."""

    rivi: str
    selite: str
    vaikutus: str
    esitys: str


class Henkilostontarkistus(Asiakirjapohja):
    """The review of one group in one year."""

    johtoryhma: str
    jakso: str
    asiakkaita: str
    mitoituksen_peruste: str
    rivit: list[Tarkistusrivi]
    vajaukset: list[Henkilostovajaus]
    ei_vajauksia: bool
    paatos: str
    paatetty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewSubject(Subject):
    """A group's staff by a follow-up."""

    group: Johtoryhma
    follow_up: Seuranta
    days: Period

    @property
    def files(self) -> tuple[str, ...]:
        """The region's file, the follow-up's, and the minutes' that decided."""
        return ("alue.yaml", self.file, *(file for file, _, _ in decisions(self)))


def review_subjects(source: Source) -> list[ReviewSubject]:
    """One for each group and year: the last follow-up of the year that tells of staff."""
    found: dict[tuple[str, int], ReviewSubject] = {}
    groups = {item.tunnus: item for item in source.alue.johtoryhmat}
    several = len(groups) > 1
    for file, item in sorted(source.follow_ups.items()):
        group, days = groups.get(item.johtoryhma), item.seurantajakso.jakso
        if group is None or days is None or days.open_end or not item.henkilosto:
            continue
        key = (group.tunnus, days.end.year)
        if key in found and found[key].days.end > days.end:
            continue
        found[key] = ReviewSubject(
            source=source,
            tunnus=f"{group.tunnus}-{days.end.year}" if several else str(days.end.year),
            several=several,
            day=days.end,
            path=(),
            file=file,
            group=group,
            follow_up=item,
            days=days,
        )
    return list(found.values())


def reviews_of_year(source: Source, year: int) -> list[ReviewSubject]:
    """One for each group whose follow-up of the year tells of staff."""
    return [item for item in review_subjects(source) if item.days.end.year == year]


def why_no_review(source: Source) -> Iterator[str]:
    """Why a region has no review of its staff."""
    if not any(item.henkilosto for item in source.follow_ups.values()):
        yield say("Seurantaan ei ole kirjattu toteutunutta henkilöstöä.")


def decisions(subject: ReviewSubject) -> list[tuple[str, Kokous, Asia]]:
    """The matters of the group's minutes that reviewed the staff of the period, in order.

    A review of the period's last three months is the year's own (388/2024 3 §: at least yearly),
    and then what was decided in the next year is that year's. Where there is none, one counts from
    the period's end until eleven months after it.
    """
    last = add_months(subject.days.end, MONTHS_LATER)
    first = add_months(subject.days.end, -3)
    found = [
        (file, meeting, matter)
        for file, meeting in subject.source.meetings.items()
        if meeting.johtoryhma == subject.group.tunnus and first < meeting.pvm <= last
        for matter in meeting.asiat
        if matter.laji == REVIEW
    ]
    own = [item for item in found if item[1].pvm <= subject.days.end]
    return sorted(own or found, key=lambda item: item[1].pvm)


def context(subject: ReviewSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, pen = making.facts, Pen(making.facts, making.register)
    staff = _staff(subject, making)
    name = facts.text(subject.group.nimi) or subject.group.tunnus
    sizing = subject.group.mitoitus or subject.alue.mitoitus
    decision = _decision(subject, pen)
    short = [_gap(line, pen, is_open=not decision["paatetty"]) for line in staff.short]
    told = pen.days(subject.days)
    found: Context = {
        "johtoryhma": name,
        "jakso": told,
        "asiakkaita": or_not_recorded(facts, number(sizing.asiakkaita) if sizing else ""),
        "mitoituksen_peruste": facts.text(sizing.peruste) if sizing else "",
        "rivit": [*_rows(staff, pen), *_sums(staff, pen)],
        "vajaukset": short,
        "ei_vajauksia": not short,
        **decision,
        "asiakirja": head(
            LAJI,
            facts.language,
            facts.say(TITLE),
            facts.with_sami(subject.group.nimi, name),
            subject.day,
            short=short_title(*(f"{facts.say(title)}, {name}" for title in (TITLE, SHORT_TITLE))),
        ),
    }
    return without_empty(clause_context(making, (), subject.own_day, found, ()), found)


def _staff(subject: ReviewSubject, making: Making) -> StaffFollowed:
    follow_ups = tuple(subject.source.follow_ups.values())
    meetings = tuple(subject.source.meetings.values())
    name, alue = subject.source.name, subject.alue
    holdings = Holdings(name, alue, making.register, meetings, follow_ups)
    own = holdings.follow_ups_of(subject.group.tunnus)
    periods = compared(own, subject.follow_up)
    if periods is None:
        raise ValueError("a review is made of a period with both its days")
    return staff_followed(holdings, subject.group, periods)


def _rows(staff: StaffFollowed, pen: Pen) -> Iterator[Context]:
    """The rows of the table; the unit stands beside the agreed amount and agrees with it."""
    for line in staff.lines:
        unit = line.row.yksikko if line.row else None
        yield {
            "osapuoli": pen.party(line.row.osapuoli if line.row else None),
            "tehtava": task(line, pen),
            "yksikko": unit_word(pen.say, unit, line.now.agreed),
            "sovittu": pen.amount(line.now.agreed),
            "toteutunut": pen.amount(line.now.realised),
            "ero": pen.difference(line.now.difference),
            "summa": False,
        }


def _sums(staff: StaffFollowed, pen: Pen) -> Iterator[Context]:
    for item in staff.totals:
        yield {
            "osapuoli": pen.say(SUM),
            "tehtava": "",
            "yksikko": unit_word(pen.say, item.unit, item.now.agreed),
            "sovittu": pen.amount(item.now.agreed),
            "toteutunut": pen.amount(item.now.realised),
            "ero": pen.difference(item.difference),
            "summa": True,
        }


def _gap(line: StaffLine, pen: Pen, *, is_open: bool) -> Context:
    """A row with less at work than agreed; a proposal only while nothing has been decided."""
    party = pen.party(line.row.osapuoli if line.row else None)
    return {
        "rivi": f"{party}, {task(line, pen)}: {pen.difference(line.now.difference)}",
        "selite": pen.text(line.explanation),
        "vaikutus": pen.text(line.effect),
        "esitys": pen.say(PROPOSAL if is_open else DECIDED_BELOW),
    }


def _decision(subject: ReviewSubject, pen: Pen) -> Context:
    """What the minutes say was decided; room for it where they say nothing."""
    decided = [item for item in decisions(subject) if item[2].paatos is not None]
    if not decided:
        return {"paatos": gap(pen.say(ROOM)), "paatetty": ""}
    _, meeting, matter = decided[-1]
    when = pen.minuted(meeting.pvm, matter.pykala)
    return {"paatos": pen.text(matter.paatos), "paatetty": when}


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=review_subjects,
    context=context,
    shape=Henkilostontarkistus,
    of_year=reviews_of_year,
    why_nothing=why_no_review,
)

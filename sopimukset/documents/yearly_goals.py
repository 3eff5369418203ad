"""`vuositavoitteet`: the goals of a year and its plan, for the group to set.

The group sets the goals of its territory yearly and takes account of the national ones (388/2024
2 § 1 mom, 380/2023 21 §). The plan holds the year's meetings and the duties that come each year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypedDict

from sopimukset.base.amounts import NBSP
from sopimukset.base.periods import Period
from sopimukset.base.speech import mark, say
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.facts import Facts, citation
from sopimukset.documents.heads import head
from sopimukset.documents.meetings import without_empty
from sopimukset.documents.parties import Context
from sopimukset.documents.report.beside import HIDDEN
from sopimukset.documents.report.goals import indicator_name
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.formats.word import gap
from sopimukset.model import Johtoryhma, Tavoite
from sopimukset.register import load_indicators
from sopimukset.tracking.followup import Figure, FigureState, baselines
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.meetings import dated_meetings

LAJI = "vuositavoitteet"
TITLE = mark("Tavoitteet ja suunnitelma vuodelle {vuosi}")
NAME = mark("Vuositavoitteet")
ROOM = mark("[Johtoryhmän päätös kirjataan tähän.]")
SET = mark("Tavoitteiden asettaminen on kirjattu johtoryhmän kokoukselle {paiva}.")
MEETING, BY_GROUP = mark("Johtoryhmän kokous"), mark("johtoryhmän oma kokouskäytäntö")
DURING, BY = mark("vuoden {vuosi} aikana"), mark("viimeistään {paiva}")
NATIONAL = MappingProxyType(
    {
        "yhdenvertaiset-palvelut": mark(
            "Yhdenvertaisten palvelujen varmistaminen kaikille asiakkaille molemmilla "
            "kansalliskielillä"
        ),
        "heikossa-asemassa-olevien-tyollisyys": mark(
            "Matalan työllisyysasteen asiakasryhmien työllisyysasteen nostaminen"
        ),
        "nopea-tyollistyminen": mark(
            "Työnhakijoiden nopean työllistymisen tukeminen vaikuttavilla palveluilla, jotka "
            "vähentävät etuusmenoja"
        ),
        "liikkuvuus": mark(
            "Ammatillisen, alueellisen ja kansainvälisen liikkuvuuden tukeminen "
            "työvoimapula-aloilla"
        ),
        "alueiden-elinvoima": mark(
            "Alueiden elinvoiman vahvistaminen yhteistyössä alueellisten toimijoiden kanssa"
        ),
    }
)
"""The national goals' labels, to be said in the document's language."""

DUTIES = (
    (mark("Edellisen vuoden seurannan käsittely ja arviointi"), "388/2024 2 § 2 mom"),
    (mark("Henkilöstön määrän riittävyyden tarkistaminen"), "388/2024 3 § 3 kohta"),
    (mark("Tavoitteiden toteutumisen seuranta"), "388/2024 2 § 2 mom"),
)
NEXT_GOALS = mark("Seuraavan vuoden tavoitteiden asettaminen")
GOALS = "388/2024 2 § 1 mom"


class Vuositavoite(TypedDict):
    """A goal: what, by which indicator from where to where, for which national goals."""

    tavoite: str
    mittari: str
    lahtotaso: str
    tavoitetaso: str
    valtakunnalliset: list[str]


class Suunnitelmarivi(TypedDict):
    """Something in the year: when, what, on what ground."""

    ajankohta: str
    asia: str
    perusta: str


class Vuositavoitteet(Asiakirjapohja):
    """The goals and the plan of one group and year."""

    johtoryhma: str
    vuosi: str
    tavoitteet: list[Vuositavoite]
    suunnitelma: list[Suunnitelmarivi]
    oma_kaannos: bool
    ei_valtakunnallisia: bool
    paatos: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalsSubject(Subject):
    """A group's goals of a year."""

    group: Johtoryhma
    group_index: int
    year: int

    @property
    def goals(self) -> list[tuple[int, Tavoite]]:
        """The goals of the year, with their places in the group's list."""
        return [pair for pair in enumerate(self.group.tavoitteet) if pair[1].vuosi == self.year]

    @property
    def whole_year(self) -> Period:
        """The year's days."""
        return Period(date(self.year, 1, 1), date(self.year, 12, 31))


def goals_subjects(source: Source) -> list[GoalsSubject]:
    """One for each group and year that some goal is recorded of."""
    several = len(source.alue.johtoryhmat) > 1
    return [
        GoalsSubject(
            source=source,
            tunnus=f"{group.tunnus}-{year}" if several else str(year),
            several=several,
            day=date(year, 1, 1),
            path=("johtoryhmat", index, "tavoitteet"),
            group=group,
            group_index=index,
            year=year,
        )
        for index, group in enumerate(source.alue.johtoryhmat)
        for year in sorted({item.vuosi for item in group.tavoitteet if item.vuosi is not None})
    ]


def goals_of_year(source: Source, year: int) -> list[GoalsSubject]:
    """One for each group that some goal of the year is recorded of."""
    return [item for item in goals_subjects(source) if item.year == year]


def why_no_goals(source: Source) -> Iterator[str]:
    """Why a region has no goals."""
    for group in source.alue.johtoryhmat:
        if not any(item.vuosi for item in group.tavoitteet):
            told = say("Johtoryhmälle {johtoryhma} ei ole kirjattu vuositavoitteita.")
            yield told.format(johtoryhma=group.tunnus)


def context(subject: GoalsSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, pen = making.facts, Pen(making.facts, making.register)
    path = ("johtoryhmat", subject.group_index)
    name = facts.needed_text(subject.group.nimi, "johtoryhmän nimi", path)
    title = pen.tell(TITLE, vuosi=subject.year)
    known = baselines(_holdings(subject, making), subject.group)
    goals = [_goal(place, item, known[item.tunnus], subject, pen) for place, item in subject.goals]
    found: Context = {
        "johtoryhma": name,
        "vuosi": str(subject.year),
        "tavoitteet": goals,
        "suunnitelma": list(_plan(subject, pen)),
        "oma_kaannos": any(item["valtakunnalliset"] for item in goals),
        "ei_valtakunnallisia": not any(item["valtakunnalliset"] for item in goals),
        "paatos": _decision(subject, pen),
        "asiakirja": head(
            LAJI,
            facts.language,
            title,
            facts.with_sami(subject.group.nimi, name),
            subject.day,
            short=f"{title}: {name}",
        ),
    }
    return without_empty(clause_context(making, (), subject.own_day, found, subject.path), found)


def _holdings(subject: GoalsSubject, making: Making) -> Holdings:
    source = subject.source
    follow_ups, meetings = tuple(source.follow_ups.values()), tuple(source.meetings.values())
    return Holdings(source.name, subject.alue, making.register, meetings, follow_ups)


def _goal(place: int, goal: Tavoite, baseline: Figure, subject: GoalsSubject, pen: Pen) -> Context:
    facts, path = pen.facts, (*subject.path, place)
    named = [national(key, facts) for key in goal.valtakunnalliset_tavoitteet]
    hidden = baseline.state is FigureState.HIDDEN
    return {
        "tavoite": facts.needed_text(goal.tavoite, "tavoite", path),
        "mittari": indicator_name(goal.mittari, pen) or "–",
        "lahtotaso": pen.say(HIDDEN) if hidden else _level(goal.lahtotaso, goal.mittari, pen),
        "tavoitetaso": _level(goal.tavoitetaso, goal.mittari, pen),
        "valtakunnalliset": named,
    }


def _level(level: Decimal | None, key: str | None, pen: Pen) -> str:
    """A level with the indicator's unit; a dash for a goal of words alone."""
    if key is None:
        return "–"
    catalogue = load_indicators()
    found = catalogue.mittari(key)
    if level is None or found is None:
        return pen.amount(level)
    unit = catalogue.nimi("yksikko", found.yksikko, pen.language)
    return f"{pen.amount(level)}{NBSP}{unit}"


def national(key: str, facts: Facts) -> str:
    """A national goal's label; its key where we have none."""
    return facts.say(NATIONAL[key]) if key in NATIONAL else key


def _plan(subject: GoalsSubject, pen: Pen) -> Iterator[Context]:
    """The meetings of the year, then what the decree asks for each year."""
    for item in dated_meetings(subject.group, subject.source.meetings, subject.whole_year):
        if not item.cancelled:
            yield _row(pen.day(item.day), pen.say(MEETING), pen.say(BY_GROUP))
    during = pen.tell(DURING, vuosi=subject.year)
    for what, provision in DUTIES:
        yield _row(during, pen.say(what), citation(pen.facts, provision))
    last = pen.tell(BY, paiva=pen.day(subject.whole_year.end))
    yield _row(last, pen.say(NEXT_GOALS), citation(pen.facts, GOALS))


def _row(when: str, what: str, ground: str) -> Context:
    return {"ajankohta": when, "asia": what, "perusta": ground}


def _decision(subject: GoalsSubject, pen: Pen) -> str:
    """On which day setting them is recorded; room for the decision where not all have one.

    The day may lie ahead, and the paper is the same whenever it is made: nothing is called done.
    """
    days = [(item.asetettu.pvm, item.asetettu.pykala) for _, item in subject.goals if item.asetettu]
    dated = sorted({(on, section or 0) for on, section in days if on is not None})
    if not dated or len(days) < len(subject.goals):
        return gap(pen.say(ROOM))
    return " ".join(pen.tell(SET, paiva=pen.minuted(on, section or None)) for on, section in dated)


KIND = Kind(
    laji=LAJI,
    nimi=NAME,
    subjects=goals_subjects,
    context=context,
    shape=Vuositavoitteet,
    of_year=goals_of_year,
    why_nothing=why_no_goals,
)

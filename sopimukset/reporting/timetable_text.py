"""A timetable backwards from a wished first day, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from types import MappingProxyType

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.reporting.cells import safe, wrapped
from sopimukset.reporting.group_names import name_of_group
from sopimukset.reporting.status_words import told_source
from sopimukset.tracking.appeals import appeal_rule
from sopimukset.tracking.backward import Step, StepKind, Timetable
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.party_names import party_name

STEP = MappingProxyType(
    {
        StepKind.NEGOTIATED: mark("Neuvottelut on käyty, luonnos kirjoitetaan"),
        StepKind.COMMENTS_ASKED: mark("Luonnos lähetetään lausunnoille"),
        StepKind.COMMENTS_GIVEN: mark("Lausunnot on annettu, luonnosta korjataan"),
        StepKind.PAPERS_READY: mark("Asiakirjat ovat valmiit: {toimielin}"),
        StepKind.NOTICE_SENT: mark("Kokouskutsu lähtee: {toimielin}"),
        StepKind.DECIDED: mark("Päätös tehdään: {toimielin}"),
        StepKind.PUBLISHED: mark("Pöytäkirja on nähtävänä verkossa: {toimielin}"),
        StepKind.APPEAL_ENDED: mark("Muutoksenhakuaika on päättynyt: {toimielin}"),
        StepKind.SIGNING_BEGINS: mark("Allekirjoittaminen alkaa"),
        StepKind.SIGNED: mark("Kaikki ovat allekirjoittaneet"),
        StepKind.FIRST_DAY: mark("Sopimus tulee voimaan"),
    }
)
"""What is done, as a heading after a day: the day is the last one."""

EARLY = mark(
    "Päivä on viimeinen mahdollinen. Hakasuluissa on aika seuraavaan vaiheeseen ja ajan lähde. "
    "Päätöksen saa panna täytäntöön ennen kuin se on lainvoimainen (410/2015 143 §, 611/2021 "
    "148 §): muutoksenhakuajan odottaminen on ehdotus. Kokouskutsun ajan määrää kunkin toimielimen "
    "hallintosääntö, jota tiedoissa ei ole. Jos toimielintä ei ole kirjattu, sen oletetaan olevan "
    "muu kuin valtuusto (oikaisuvaatimus 14 päivää). Arkipyhät on otettu huomioon (150/1930 5 §)."
)
TOO_LATE = mark(
    "Aika ei riitä: ensimmäisen vaiheen olisi pitänyt olla valmis {paiva}. Näillä ajoilla sopimus "
    "voi alkaa aikaisintaan {aikaisin}."
)
_INDENT = "  "


@dataclass(frozen=True, slots=True)
class GroupTimetable:
    """The timetable of a group's agreement.

    Attributes:
        holdings: the region's.
        group: the group's `tunnus`; "" where the region has none recorded.
        timetable: to the wished day.
        earliest: to the earliest possible day; None where the wished one is possible.
    """

    holdings: Holdings
    group: str
    timetable: Timetable
    earliest: Timetable | None


def render(found: Sequence[GroupTimetable], as_of: date, *, colour: bool, width: int) -> str:
    """The timetables, one after the other."""
    del colour
    lines: list[str] = []
    for item in found:
        lines += [*_timetable(item, as_of, width), ""]
    return "\n".join((*lines, *wrapped(say(EARLY), width)))


def _timetable(item: GroupTimetable, as_of: date, width: int) -> Iterator[str]:
    example = f" {say('(esimerkki: tiedot ovat keksittyjä)')}" if _illustrative(item) else ""
    place = item.holdings.name
    if item.group:
        place = f"{place}, {name_of_group(item.holdings.alue, item.group)}"
    title = say("{alue}: aikataulu taaksepäin, sopimus alkaa {paiva}")
    told = title.format(alue=place, paiva=told_day(item.timetable.first_day))
    yield from wrapped(safe(f"{told}{example}"), width)
    if item.earliest is not None:
        late = say(TOO_LATE).format(
            paiva=told_day(item.timetable.start), aikaisin=told_day(item.earliest.first_day)
        )
        yield from wrapped(late, width, _INDENT, _INDENT)
    for _, steps in groupby(item.timetable.steps, key=_alike):
        yield from _steps(list(steps), item.holdings, as_of, width)


def _illustrative(item: GroupTimetable) -> bool:
    return item.holdings.alue.kuvitteellinen


def _alike(step: Step) -> tuple[object, ...]:
    """What the steps have in common that are told in one line."""
    return step.day, step.kind, step.source


def _steps(steps: Sequence[Step], holdings: Holdings, as_of: date, width: int) -> Iterator[str]:
    """The same step of several bodies, with the length of time that comes after it."""
    step = steps[0]
    head = f"{_INDENT}{told_day(step.day).rjust(10)}  "
    bodies = "; ".join(_body(item, holdings) for item in steps)
    told = say(STEP[step.kind]).format(toimielin=bodies)
    if step.days:
        length = say("{paivia} pv, {lahde}")
        told += f" [{length.format(paivia=step.days, lahde=told_source(step.source))}]"
    if step.day < as_of:
        told = f"{say('ohi')}: {told}"
    yield from wrapped(told, width, head, " " * len(head))


def told_step(step: Step, holdings: Holdings) -> str:
    """What is done, in words, with the body and the party."""
    return say(STEP[step.kind]).format(toimielin=_body(step, holdings))


def _body(step: Step, holdings: Holdings) -> str:
    if step.body is None:
        return ""
    party = party_name(step.body.role, holdings.register)
    name = holdings.spoken(step.body.name)
    if not name and appeal_rule(step.body.role, None) is not None:
        return say("{osapuoli} (toimielintä ei ole kirjattu)").format(osapuoli=party)
    return f"{party}, {name}" if name else party

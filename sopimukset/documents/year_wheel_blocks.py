"""A group's year as parts of a paper: a wheel, and its content as a table."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sopimukset.base.periods import Period
from sopimukset.base.speech import mark
from sopimukset.documents.facts import day
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.figures.looks import Mark
from sopimukset.formats.figures.wheel import Segment, year_wheel
from sopimukset.formats.paper import Block, Column, Figure, Table, Text
from sopimukset.tracking.deadline import DeadlineKind
from sopimukset.tracking.due_words import DEADLINE, OURS_SERVES
from sopimukset.tracking.meetings import DatedMeeting
from sopimukset.tracking.source import Ground
from sopimukset.tracking.year_plan import PlanEntry, PlanKind, PlanMatter

MONTHS = (
    *(mark("tammi"), mark("helmi"), mark("maalis"), mark("huhti"), mark("touko"), mark("kesä")),
    *(mark("heinä"), mark("elo"), mark("syys"), mark("loka"), mark("marras"), mark("joulu")),
)
KINDS = {
    PlanKind.MEETING: mark("Kokoukset"),
    PlanKind.GOALS: mark("Tavoitteet"),
    PlanKind.REVIEW: mark("Henkilöstön tarkistus"),
    PlanKind.FOLLOW_UP: mark("Seuranta"),
    PlanKind.TERM: mark("Toimikausi"),
    PlanKind.PEOPLE: mark("Tehtävät ja jäsenet"),
    PlanKind.AGREEMENT: mark("Sopimukset"),
    PlanKind.ACTION: mark("Toimenpiteet"),
}
SHORT = {
    PlanKind.MEETING: mark("kokous"),
    PlanKind.GOALS: mark("tavoitteet"),
    PlanKind.REVIEW: mark("henkilöstö"),
    PlanKind.FOLLOW_UP: mark("seuranta"),
    PlanKind.TERM: mark("toimikausi"),
    PlanKind.PEOPLE: mark("tehtävät"),
    PlanKind.AGREEMENT: mark("sopimus"),
    PlanKind.ACTION: mark("toimenpide"),
}
MATTERS: dict[PlanMatter, str] = {
    PlanMatter.MEETING: mark("Johtoryhmän kokous"),
    PlanMatter.NEXT_GOALS: DEADLINE[DeadlineKind.GOALS],
    PlanMatter.REVIEW: DEADLINE[DeadlineKind.STAFF_REVIEW],
    PlanMatter.PERIOD: mark("Seurantajakso {kohde}"),
    PlanMatter.TREATED: DEADLINE[DeadlineKind.PERIOD_TREATED],
    PlanMatter.TERM_BEGINS: mark("Toimikausi alkaa"),
    PlanMatter.AGREEMENT_BEGINS: mark("Sopimus {kohde} alkaa"),
}
WHEEL = mark("Johtoryhmän vuosi {vuosi}")
CONTENT = mark("Vuoden {vuosi} tapahtumat ja määräajat")
ALTERNATIVE = mark(
    "Vuosikello, jossa on {maara} kohtaa: {lajit}. Kaikki kohdat päivineen ovat taulukossa."
)
COUNTED = mark("{laji} {maara}")
NOTHING = mark("Vuodelle ei ole kirjattu mitään.")
CANCELLED, MOVED = mark("peruttu"), mark("siirretty päivästä {paiva}")
REASON = mark("syy: {syy}")
AT = mark("klo {aika}")
RECORDED = mark("alueen kirjaus")
PROPOSED = mark("ehdotus")
"""What is ours alone, in few words: the paper's own clause, or a note, says what they mean."""
CADENCE = mark("kokousten toistuvuus")
_UNSTATED = 3
"""How many columns the table has without that of recorded days."""
DONE, AGREED = mark("Tehty {paiva}"), mark("Sovittu {paiva}")
SIGN = "\N{BLACK CIRCLE}"
"""Stands before the name of what has been done: no grey would tell it beside those of the kinds."""

EXPLAINED = mark("Merkki {merkki} kohdan edessä: {selitys}.")
DONE_SIGN, RECORDED_SIGN = mark("tehty"), mark("toteutuminen kirjattu")
PERIOD = mark("jakso {nimi}")
PROPOSALS = mark("Ehdotus on ohjelman ehdottama ajankohta, josta ei säädetä laissa.")


def year_wheel_blocks(
    plan: Sequence[PlanEntry], year: int, pen: Pen, today: date | None = None
) -> list[Block]:
    """The wheel and the table of a group's year, in the pen's language.

    Args:
        plan: what `tracking.year_plan.plan_of` gives.
        year: the calendar year.
        pen: writes the region's facts.
        today: the day of review, which tells what has been done from what is agreed; None where
            the paper is to be the same whenever it is made: recorded days stand as they are.
    """
    if not plan:
        return [Text(pen.say(NOTHING))]
    blocks: list[Block] = [_figure(plan, year, pen, today), _table(plan, year, pen, today)]
    if today is not None and any(_is_proposed(item) for item in plan):
        blocks.append(Text(pen.say(PROPOSALS), "small"))
    return blocks


def _figure(plan: Sequence[PlanEntry], year: int, pen: Pen, today: date | None) -> Figure:
    shown = [item for item in plan if not (item.meeting and item.meeting.cancelled)]
    kinds = list(PlanKind)
    segments = [
        Segment(_signed(_short(item, pen), item, today), kinds.index(item.kind), *_place(item))
        for item in shown
    ]
    told = pen.say(RECORDED_SIGN if today is None else DONE_SIGN)
    signed = any(_is_signed(item, today) for item in shown)
    drawing = year_wheel(
        segments,
        [pen.say(KINDS[kind]) for kind in kinds],
        [pen.say(month) for month in MONTHS],
        centre=str(year),
        signs=[Mark(told, sign=SIGN)] if signed else (),
    )
    counted = (
        pen.tell(COUNTED, laji=pen.say(KINDS[kind]).lower(), maara=_count(shown, kind))
        for kind in kinds
        if _count(shown, kind)
    )
    alternative = pen.tell(ALTERNATIVE, maara=len(shown), lajit=", ".join(counted))
    if signed:
        alternative = f"{alternative} {pen.tell(EXPLAINED, merkki=SIGN, selitys=told)}"
    return Figure(pen.tell(WHEEL, vuosi=year), drawing, alternative)


def _count(plan: Iterable[PlanEntry], kind: PlanKind) -> int:
    return sum(item.kind is kind for item in plan)


def _place(item: PlanEntry) -> tuple[float, float]:
    """Where an entry begins and ends, in months from the year's beginning."""
    start, end = item.days.start, item.days.end
    if start == end:
        middle = _months(start) + 0.5 / monthrange(start.year, start.month)[1]
        return middle, middle
    return _months(start), _months(end) + 1 / monthrange(end.year, end.month)[1]


def _months(value: date) -> float:
    return value.month - 1 + (value.day - 1) / monthrange(value.year, value.month)[1]


def _is_signed(item: PlanEntry, today: date | None) -> bool:
    """Whether it was done by the day of review; without one, whether a day of doing is recorded."""
    return item.done is not None if today is None else item.done_by(today)


def _signed(text: str, item: PlanEntry, today: date | None) -> str:
    """A text about an entry, after the sign of what has been done."""
    return f"{SIGN}\u00a0{text}" if _is_signed(item, today) else text


def _short(item: PlanEntry, pen: Pen) -> str:
    """A name beside the wheel: a word and a day, of a period and its treatment its own name."""
    word = pen.say(SHORT[item.kind])
    if item.matter is PlanMatter.PERIOD:
        return pen.tell(PERIOD, nimi=item.subject)
    told = f"{item.days.start.day}.{item.days.start.month}. {word}"
    return f"{told} {item.subject}" if item.matter is PlanMatter.TREATED else told


def _table(plan: Sequence[PlanEntry], year: int, pen: Pen, today: date | None) -> Table:
    """The entries; without a column of recorded days where each is the entry's own day.

    There the sign of the wheel stands before the day.
    """
    heads = [(mark("Päivä"), 0.14)]
    if today is not None:
        heads = [(mark("Päivä"), 0.12), (mark("Mitä"), 0.42)]
        heads += [(mark("Tilanne"), 0.2), (mark("Peruste"), 0.26)]
    elif any(item.done not in (None, item.days.start) for item in plan):
        heads += [(mark("Mitä"), 0.34), (mark("Kirjattu päivä"), 0.2), (mark("Peruste"), 0.32)]
    else:
        heads = [(mark("Päivä"), 0.17), (mark("Mitä"), 0.49), (mark("Peruste"), 0.34)]
    columns = tuple(Column(pen.say(head), share) for head, share in heads)
    rows = tuple(_row(item, pen, today, stated=len(heads) > _UNSTATED) for item in plan)
    return Table(pen.tell(CONTENT, vuosi=year), columns, rows)


def _row(item: PlanEntry, pen: Pen, today: date | None, *, stated: bool) -> tuple[str, ...]:
    state = (_state(item, pen, today),) if stated else ()
    begins = _begins(item.days, pen)
    begins = begins if stated else _signed(begins, item, today)
    return (begins, told_entry(item, pen), *state, _ground(item, pen))


def _begins(days: Period, pen: Pen) -> str:
    """The day, or the days: 1.1.–30.6.2026 of one year."""
    start, end = days.start, days.end
    if start == end:
        return day(start)
    return f"{start.day}.{start.month}.–{day(end)}" if start.year == end.year else pen.days(days)


def _state(item: PlanEntry, pen: Pen, today: date | None) -> str:
    """The recorded day, with what it means on the day of review; "" where none is recorded."""
    if item.done is None or today is None:
        return day(item.done)
    return pen.tell(DONE if item.done_by(today) else AGREED, paiva=day(item.done))


def told_entry(item: PlanEntry, pen: Pen) -> str:
    """What an entry is about, in words."""
    if item.meeting is not None:
        return ", ".join(_meeting(item.meeting, pen))
    if item.deadline is not None:
        return pen.deadline(item.deadline)
    text = MATTERS[item.matter] if isinstance(item.matter, PlanMatter) else DEADLINE[item.matter]
    agreement = item.matter is PlanMatter.AGREEMENT_BEGINS
    subject = pen.agreement(item.subject) if agreement else item.subject
    return pen.tell(text, kohde=subject, **item.counts)


def _meeting(item: DatedMeeting, pen: Pen) -> Iterator[str]:
    """That it is a meeting; its hour, where it is, and what has become of its day, with why."""
    yield pen.say(MATTERS[PlanMatter.MEETING])
    if item.cancelled:
        yield pen.say(CANCELLED)
    else:
        if item.begins is not None:
            yield pen.tell(AT, aika=f"{item.begins.hour}.{item.begins.minute:02}")
        if item.moved and item.planned is not None:
            yield pen.tell(MOVED, paiva=day(item.planned))
    if item.reason is not None:
        yield pen.tell(REASON, syy=pen.text(item.reason))


def _is_proposed(item: PlanEntry) -> bool:
    """Whether the day is ours alone; one that is recorded of its doing isn't."""
    return item.source is not None and item.source.ground is Ground.OURS and item.done is None


def _ground(item: PlanEntry, pen: Pen) -> str:
    """What the day rests on."""
    if item.meeting is not None:
        return pen.say(RECORDED if item.meeting.file else CADENCE)
    source = item.source
    if source is None:
        return ""
    if source.ground is Ground.LAW:
        return pen.cite(source.place)
    if not _is_proposed(item):
        return pen.say(RECORDED)
    ours = pen.say(PROPOSED)
    if not source.place:
        return ours
    return pen.tell(OURS_SERVES, peruste=ours, saannos=pen.cite(source.place))

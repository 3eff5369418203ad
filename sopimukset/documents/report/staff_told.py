"""The staff of a period: row by row, the sums, and what came of the gaps (388/2024 2 § 2 mom)."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.report.beside import NO_PERIOD, pair_columns
from sopimukset.documents.report.charts import party_bars, staff_trend
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen, ended
from sopimukset.formats.paper import Block, Bullets, Column, Table, Text
from sopimukset.tracking.followup import StaffLine, StaffPoint, StaffSum

NONE = mark("Alueen tietoihin ei ole kirjattu henkilöstöä tälle jaksolle.")
ALL = mark("Yhteensä, {yksikko}")
FAR_BELOW = mark("toteutunut on alle puolet sovitusta")
NO_EFFECT = mark("vaikutusta ei ole kirjattu")
UNKNOWN = mark("Summaa ei lasketa, kun jonkin sen rivin määrää ei ole kirjattu.")
OUTSIDE = mark("Summissa ovat rivit, jotka ovat voimassa jakson viimeisenä päivänä.")


def told_staff(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Promised and realised, row by row, beside the periods to compare with, and the gaps."""
    staff = matter.follow.staff
    if not staff.lines:
        yield Text(pen.say(NONE))
        return
    yield staff_table(matter, pen)
    yield from party_bars(matter, pen)
    said = [pen.say(UNKNOWN)] if any(item.difference is None for item in staff.totals) else []
    said += [pen.say(OUTSIDE)] if staff.outside else []
    if said:
        yield Text(" ".join(said), "small")
    notes = [gap_note(line, pen) for line in staff.lines if _notable(line)]
    if notes:
        yield Bullets(tuple(notes))
    yield from staff_trend(matter, pen)


def staff_table(matter: Matter, pen: Pen) -> Table:
    """The rows and their sums, one for each unit."""
    staff = matter.follow.staff
    rows = [_row(line, matter, pen) for line in staff.lines]
    ends = [_sum(item, matter, pen) for item in staff.totals]
    return Table(
        pen.say("Henkilöstö osapuolittain ja tehtävittäin"),
        (
            Column(pen.say("Osapuoli"), 0.2),
            Column(pen.say("Tehtävä ja toimipiste"), 0.26),
            Column(pen.say("Sovittu"), 0.09, "right"),
            Column(pen.say("Toteutunut"), 0.12, "right"),
            Column(pen.say("Ero"), 0.08, "right"),
            *pair_columns(matter, pen, 0.12, 0.13),
        ),
        (*rows, *ends),
        strong=tuple(range(len(rows), len(rows) + len(ends))),
    )


def _row(line: StaffLine, matter: Matter, pen: Pen) -> tuple[str, ...]:
    return (
        pen.party(line.row.osapuoli if line.row else None),
        task(line, pen),
        pen.amount(line.now.agreed),
        pen.amount(line.now.realised),
        pen.difference(line.now.difference),
        *_beside(line.history, matter, pen),
    )


def _sum(item: StaffSum, matter: Matter, pen: Pen) -> tuple[str, ...]:
    return (
        pen.tell(ALL, yksikko=pen.unit(item.unit)),
        "",
        pen.amount(item.now.agreed),
        pen.amount(item.now.realised),
        pen.difference(item.difference),
        *_beside(item.history, matter, pen),
    )


def _beside(history: tuple[StaffPoint, ...], matter: Matter, pen: Pen) -> Iterator[str]:
    """What was realised in the previous period, and a year earlier."""
    former = {point.days: point.realised for point in history}
    for period in matter.beside:
        yield NO_PERIOD if period is None else pen.amount(former.get(period.days))


def task(line: StaffLine, pen: Pen) -> str:
    """The task, with its office where one is recorded; the row's key where the record lacks it."""
    if line.row is None:
        return line.key
    offices = {office.tunnus: office.nimi for office in pen.facts.alue.toimipisteet}
    office = pen.or_nothing(offices.get(line.row.toimipiste or ""))
    return ", ".join(text for text in (pen.text(line.row.tehtava), office) if text)


def _notable(line: StaffLine) -> bool:
    short = line.now.difference is not None and line.now.difference < 0
    return short or line.explanation is not None or line.effect is not None


def gap_note(line: StaffLine, pen: Pen) -> str:
    """Why a row differs, and what came of it."""
    effect = pen.or_nothing(line.effect) or pen.say(NO_EFFECT)
    below = pen.say(FAR_BELOW) if line.now.far_below else ""
    told = "; ".join(text for text in (below, pen.or_nothing(line.explanation), effect) if text)
    party = pen.party(line.row.osapuoli if line.row else None)
    return ended(f"{party}, {task(line, pen)}: {told}")

"""Indicators of one subject: the period beside the previous one, last year's and the target."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from sopimukset.base.speech import mark
from sopimukset.documents.report.beside import comparable, figure, pair, pair_columns
from sopimukset.documents.report.charts import indicator_trends
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Block, Bullets, Column, Table, Text
from sopimukset.register import load_indicators
from sopimukset.tracking.followup import (
    FigureState,
    IndicatorLine,
    IndicatorTable,
    Verdict,
    missing_indicators,
)

NONE = mark("Jaksolta ei ole kirjattu mittarien arvoja.")
MISSING = mark("Ei kirjattu tältä jaksolta: {mittarit}.")
VERDICTS = MappingProxyType(
    {
        Verdict.BETTER: mark("parani"),
        Verdict.WORSE: mark("heikkeni"),
        Verdict.SAME: mark("ennallaan"),
        Verdict.UNKNOWN: "–",
    }
)
GREW, SHRANK = mark("kasvoi"), mark("väheni")
OF_YEAR = mark("{maara} (vuosi)")
PART = mark("josta: {osa}")


def told_indicators(
    matter: Matter, pen: Pen, groups: Sequence[str], caption: str
) -> Iterator[Block]:
    """The indicators of some groups of the catalogue as one table, their parts under them."""
    tables = [table for group in groups for table in matter.follow.tables_of(group)]
    if not tables:
        yield Text(pen.say(NONE))
    else:
        rows = [row for table in tables for row in _rows(table, matter, pen)]
        yield Table(pen.say(caption), _columns(matter, pen), tuple(rows))
        yield from indicator_trends(tables, matter, pen)
        yield from _by_place(tables, matter, pen)
        notes = [note for table in tables for note in _notes(table, pen)]
        if notes:
            yield Bullets(tuple(notes))
    yield from _missing(matter, pen, groups)


def _columns(matter: Matter, pen: Pen) -> tuple[Column, ...]:
    return (
        Column(pen.say("Mittari"), 0.36),
        Column(pen.say("Jakso"), 0.12, "right"),
        *pair_columns(matter, pen, 0.13, 0.13),
        Column(pen.say("Tavoite"), 0.12, "right"),
        Column(pen.say("Edellisestä"), 0.14),
    )


def _rows(table: IndicatorTable, matter: Matter, pen: Pen) -> Iterator[tuple[str, ...]]:
    yield _row(named(table, pen), table.whole, matter, pen)
    for line in table.classes:
        name = pen.tell(PART, osa=class_name(line, pen))
        yield _row(name, line, matter, pen)


def _row(name: str, line: IndicatorLine, matter: Matter, pen: Pen) -> tuple[str, ...]:
    return (
        name,
        figure(line.now, pen),
        *pair(line, matter, pen),
        told_target(line, matter, pen),
        pen.say(_change(line)),
    )


def _change(line: IndicatorLine) -> str:
    """What has become of a figure since the previous period, in Finnish."""
    if line.to_previous is not Verdict.NEUTRAL:
        return VERDICTS[line.to_previous]
    return GREW if (line.since_previous or 0) > 0 else SHRANK


def told_target(line: IndicatorLine, matter: Matter, pen: Pen) -> str:
    """The target; told to be the year's where a shorter period is reported of a running count."""
    if line.target is None:
        return "–"
    told = pen.amount(line.target)
    return told if comparable(line, matter) else pen.tell(OF_YEAR, maara=told)


def named(table: IndicatorTable, pen: Pen) -> str:
    """An indicator's name with its unit; its key where the catalogue doesn't know it."""
    if table.indicator is None:
        return table.key
    unit = load_indicators().nimi("yksikko", table.indicator.yksikko, pen.language)
    return f"{table.indicator.nimi.kielella(pen.language)}, {unit}"


def class_name(line: IndicatorLine, pen: Pen) -> str:
    """A class in the catalogue's words."""
    luokitus = line.indicator.luokitus if line.indicator else None
    name = load_indicators().nimi(luokitus or "", line.place.luokka or "", pen.language)
    return f"{name[:1].lower()}{name[1:]}"


def _by_place(tables: Sequence[IndicatorTable], matter: Matter, pen: Pen) -> Iterator[Block]:
    """The values of authorities and municipalities, where some are recorded."""
    rows = [
        (
            table.indicator.nimi.kielella(pen.language) if table.indicator else table.key,
            _place(line, pen),
            figure(line.now, pen),
            *pair(line, matter, pen),
        )
        for table in tables
        for line in (*table.authorities, *table.municipalities, *table.rest)
        if line.now.state is not FigureState.NOT_RECORDED
    ]
    if rows:
        yield Table(
            pen.say("Arvot viranomaisittain ja kunnittain"),
            (
                Column(pen.say("Mittari"), 0.32),
                Column(pen.say("Viranomainen tai kunta"), 0.3),
                Column(pen.say("Jakso"), 0.12, "right"),
                *pair_columns(matter, pen, 0.13, 0.13),
            ),
            tuple(rows),
        )


def _place(line: IndicatorLine, pen: Pen) -> str:
    place = line.place
    where = pen.municipality(place.kunta) if place.kunta else pen.party(place.viranomainen)
    return f"{where}, {class_name(line, pen)}" if place.luokka else where


def _notes(table: IndicatorTable, pen: Pen) -> Iterator[str]:
    name = table.indicator.nimi.kielella(pen.language) if table.indicator else table.key
    for line in table.lines:
        if line.note is not None:
            yield f"{name}: {pen.sentence(line.note)}"


def _missing(matter: Matter, pen: Pen, groups: Sequence[str]) -> Iterator[Block]:
    """The indicators of the catalogue that nothing is recorded of in the period."""
    known = {item.avain: item for item in load_indicators().voimassa(matter.days.end)}
    names = [
        known[key].nimi.kielella(pen.language)
        for key in missing_indicators(matter.follow)
        if known[key].ryhma in groups
    ]
    if names:
        yield Text(pen.tell(MISSING, mittarit="; ".join(names)), "small")

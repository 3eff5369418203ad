"""One page for the parties' bodies: what is proposed to them, the staff, the goals, the service."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.report import origin as origins
from sopimukset.documents.report.beside import (
    figure,
    pair,
    pair_columns,
    period_name,
    told_comparison,
)
from sopimukset.documents.report.goals import NONE as NO_GOALS
from sopimukset.documents.report.goals import PROVISION, indicator_name, outcome
from sopimukset.documents.report.indicators import named, told_target
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen, ended
from sopimukset.documents.report.today import points
from sopimukset.documents.report.whole import marks, treated, under_title, with_fitting_heads
from sopimukset.formats.paper import Block, Bullets, Column, Heading, Paper, Table, Text
from sopimukset.tracking.followup import IndicatorTable, Passage

TITLE = mark("Seurannan tiivistelmä")
GOAL, RISK = mark("Tavoite: {tavoite}"), mark("Riski: {riski}")
RISK_OF = mark("Riski ({jakso}): {riski}")
ONE_MORE = mark("Lisäksi 1 asia seurantaraportissa.")
MORE = mark("Lisäksi {maara} asiaa seurantaraportissa.")
POINTS, RISKS, FIGURES = 3, 2, 7
"""How many of each the page has room for, in Word too."""

KEYS = (
    *("asiakkaat", "uudet-asiakkuudet", "odotusaika-arviointiin"),
    *("suunnitelma-kolmessa-kuukaudessa", "tarkistus-ajallaan", "paattyneet-tyollistyneet"),
    *("nuorten-yhteispalvelun-asiakkaat", "asiakkuuden-kesto"),
)
"""The indicators that a body is told of, where they are recorded."""


def summary(matter: Matter, pen: Pen, blobs: origins.Blobs) -> Paper:
    """The page in the pen's language."""
    own = origins.origin(matter, blobs, pen.language, summary=True)
    return Paper(
        pen.say(TITLE),
        pen.language,
        with_fitting_heads(tuple(_blocks(matter, pen))),
        under_title=tuple(under_title(matter, pen)),
        mark=marks(matter, pen),
        foot=origins.line(own, matter.day, pen.say(origins.LINE)),
        page_word=pen.say(mark("Sivu {number} ({count})")),
        properties=tuple(origins.properties(matter, own)),
        day=matter.days.end,
        table_word=pen.say("Taulukko"),
        figure_word=pen.say("Kuva"),
    )


def _blocks(matter: Matter, pen: Pen) -> Iterator[Block]:
    yield from list(treated(matter, pen))[:1]
    if matter.item.toimeenpano is not None:
        yield Text(pen.sentence(matter.item.toimeenpano))
    yield Heading(pen.say(mark("Esitykset ja päätettävät asiat")))
    yield from _points(matter, pen)
    yield Heading(pen.say(mark("Henkilöstö ja asiakkaat")))
    yield from _figures(matter, pen)
    yield Heading(pen.say(mark("Tavoitteet ja riskit")))
    yield Bullets((*_goals(matter, pen), *_risks(matter, pen)))


def _points(matter: Matter, pen: Pen) -> Iterator[Block]:
    told = [f"{ended(item.what)} {item.proposal}" for item in points(matter, pen, chapters=False)]
    found = list(dict.fromkeys(told))
    if not found:
        yield Text(pen.say("Kirjausten mukaan mikään ei vaadi nyt johtoryhmän päätöstä."))
        return
    yield Bullets(tuple(found[:POINTS]))
    if len(found) > POINTS:
        yield Text(pen.counted(ONE_MORE, MORE, len(found) - POINTS), "small")


def _figures(matter: Matter, pen: Pen) -> Iterator[Block]:
    staff = list(_staff(matter, pen))
    chosen = _chosen(matter)[: max(FIGURES - len(staff), 0)]
    rows = [*staff, *(_row(item, matter, pen) for item in chosen)]
    if not rows:
        yield Text(pen.say(mark("Jaksolta ei ole kirjattu lukuja.")))
        return
    yield Table(
        pen.say(mark("Tärkeimmät luvut")),
        (
            Column(pen.say("Mittari"), 0.52),
            Column(pen.say("Jakso"), 0.12, "right"),
            *pair_columns(matter, pen, 0.12, 0.12),
            Column(pen.say("Tavoite"), 0.12, "right"),
        ),
        tuple(rows),
    )
    told = {
        one.state
        for item in chosen
        for one in (item.whole.now, item.whole.previous, item.whole.last_year)
    }
    yield from told_comparison(matter, pen, told)


def _staff(matter: Matter, pen: Pen) -> Iterator[tuple[str, ...]]:
    """The sum of each unit: what was at work, and what was agreed as its target."""
    for item in matter.follow.staff.totals:
        told = mark("Henkilöstö, {yksikko} (tavoitteena sovittu)")
        former = {point.days: point.realised for point in item.history}
        yield (
            pen.tell(told, yksikko=pen.unit(item.unit)),
            pen.amount(item.now.realised),
            *("–" if one is None else pen.amount(former.get(one.days)) for one in matter.beside),
            pen.amount(item.now.agreed),
        )


def _chosen(matter: Matter) -> list[IndicatorTable]:
    known = {table.key: table for table in matter.follow.tables}
    return [known[key] for key in KEYS if key in known]


def _row(table: IndicatorTable, matter: Matter, pen: Pen) -> tuple[str, ...]:
    line = table.whole
    return (
        named(table, pen),
        figure(line.now, pen),
        *pair(line, matter, pen),
        told_target(line, matter, pen),
    )


def _goals(matter: Matter, pen: Pen) -> Iterator[str]:
    """The goals of the year with where they stand; that there are none recorded is said."""
    if not matter.follow.goals:
        yield pen.tell(NO_GOALS, vuosi=matter.year, saannos=pen.cite(PROVISION))
    for item in matter.follow.goals:
        measured = indicator_name(item.goal.mittari, pen)
        value, met = outcome(item, matter, pen)
        state = f" ({measured} {value}: {met})" if measured else ""
        goal = pen.text(item.goal.tavoite)
        yield pen.tell(GOAL, tavoite=f"{goal}{state}")


def _risks(matter: Matter, pen: Pen) -> Iterator[str]:
    going = [item for item in matter.follow.risks if item.passage is not Passage.ENDED]
    source = matter.follow.risks_of
    of_part = source is not matter.periods.now
    told, period = (RISK_OF, period_name(source, pen)) if of_part else (RISK, "")
    for item in going[:RISKS]:
        yield pen.tell(told, riski=pen.text(item.risk.kuvaus), jakso=period)

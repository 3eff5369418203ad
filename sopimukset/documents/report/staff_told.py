"""The staff of a period as tables: row by row, by party over the periods, and what came of gaps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Followed, Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.report.staff import Post, Sum, posts_of, sums
from sopimukset.formats.paper import Block, Bullets, Column, Table, Text

NONE = mark("Alueen tietoihin ei ole kirjattu henkilöstöä tälle jaksolle.")
ALL = mark("Yhteensä, {yksikko}")
NO_EFFECT = mark("vaikutusta ei ole kirjattu")
UNTOLD = mark("Toteumaa ei ole kirjattu: {rivit}.")


def told_staff(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Promised and realised, row by row, with the periods to compare with, and the gaps."""
    posts = posts_of(matter.holdings.alue, matter.group, matter.current.model)
    if not posts:
        yield Text(pen.say(NONE))
        return
    yield staff_table(matter, pen, posts)
    notes = [_note(item, pen) for item in posts if item.note or item.effect or item.short]
    if notes:
        yield Bullets(tuple(notes))


def staff_table(matter: Matter, pen: Pen, posts: Sequence[Post]) -> Table:
    """The rows and their sums, one for each unit."""
    rows = [_row(item, matter, pen) for item in posts]
    ends = [_sum(item, matter, pen) for item in sums(posts)]
    return Table(
        pen.say("Henkilöstö: sovittu ja toteutunut"),
        (
            Column(pen.say("Osapuoli"), 0.2),
            Column(pen.say("Tehtävä ja toimipiste"), 0.25),
            Column(pen.say("Sovittu"), 0.1, "right"),
            Column(pen.say("Toteutunut"), 0.13, "right"),
            Column(pen.say("Ero"), 0.08, "right"),
            Column(pen.say("Edellinen jakso"), 0.12, "right"),
            Column(pen.say("Vuotta aiemmin"), 0.12, "right"),
        ),
        (*rows, *ends),
        strong=tuple(range(len(rows), len(rows) + len(ends))),
    )


def _row(item: Post, matter: Matter, pen: Pen) -> tuple[str, ...]:
    return (
        pen.party(item.row.osapuoli),
        _task(item, pen),
        pen.amount(item.agreed),
        pen.amount(item.realised),
        pen.difference(item.gap),
        pen.amount(_realised(matter.before, item)),
        pen.amount(_realised(matter.year_ago, item)),
    )


def _task(item: Post, pen: Pen) -> str:
    """The task, with its office where one is recorded."""
    offices = {office.tunnus: office.nimi for office in pen.facts.alue.toimipisteet}
    office = pen.or_nothing(offices.get(item.row.toimipiste or ""))
    return ", ".join(text for text in (pen.text(item.row.tehtava), office) if text)


def _realised(period: Followed | None, item: Post) -> Decimal | None:
    if period is None:
        return None
    found = (real.maara for real in period.model.henkilosto if real.rivi == item.row.tunnus)
    return next(found, None)


def _sum(item: Sum, matter: Matter, pen: Pen) -> tuple[str, ...]:
    return (
        pen.tell(ALL, yksikko=pen.unit(item.unit)),
        "",
        pen.amount(item.agreed),
        pen.amount(item.realised),
        pen.difference(item.gap),
        pen.amount(sum_in(matter, matter.before, item.unit)),
        pen.amount(sum_in(matter, matter.year_ago, item.unit)),
    )


def sum_in(matter: Matter, period: Followed | None, unit: str) -> Decimal | None:
    """The realised staff of another period in a unit; None where it isn't known whole."""
    if period is None:
        return None
    found = sums(posts_of(matter.holdings.alue, matter.group, period.model))
    return next((item.realised for item in found if item.unit == unit), None)


def _note(item: Post, pen: Pen) -> str:
    """Why a row differs, and what came of it."""
    effect = pen.or_nothing(item.effect) or pen.say(NO_EFFECT)
    parts = [text for text in (pen.or_nothing(item.note), effect) if text]
    told = "; ".join(parts)
    name = f"{pen.party(item.row.osapuoli)}, {pen.text(item.row.tehtava)}"
    return f"{name}: {told}."

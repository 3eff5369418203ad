"""Blocks that several parts of the national report have: tables, and whose a shared group is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.nation.sheets import Told, shown
from sopimukset.formats.paper import Block, Column, Table, Text
from sopimukset.formats.tables.writing import Sheet
from sopimukset.tracking.nation.whole import NationalRegion

NOTHING = mark("Tietoja ei ole kirjattu yhdeltäkään alueelta.")
SHARED = mark(
    "{johtoryhma} on yhteinen: {alueet}. Sen rivit ovat tässä taulukossa kerran, kohdassa {koti}."
)


def rows_or_nothing(told: Told, sheet: Sheet, shares: Sequence[float]) -> Iterator[Block]:
    """A table, or the words that there is nothing to put in it."""
    if sheet.rows:
        yield table(told, sheet, shares)
    else:
        yield Text(told.voice.say(NOTHING))


def table(told: Told, sheet: Sheet, shares: Sequence[float]) -> Table:
    """A table as paper has it; `shares` are the widths of its columns beside one another."""
    whole = sum(shares)
    numbers = [
        any(isinstance(row[at], int | Decimal) for row in sheet.rows)
        for at in range(len(sheet.heads))
    ]
    return Table(
        sheet.name,
        tuple(
            Column(head, share / whole, "right" if number else "left")
            for head, share, number in zip(sheet.heads, shares, numbers, strict=True)
        ),
        tuple(tuple(shown(value, told.voice) for value in row) for row in sheet.rows),
    )


def whose_shared(
    told: Told, groups_of: Callable[[NationalRegion], Iterable[str]]
) -> Iterator[Block]:
    """Where a group of several counties stands in a table: in one county's rows only.

    Args:
        told: the nation.
        groups_of: the groups that have rows in the table, of a county, by `tunnus`.
    """
    for home in told.nation.regions:
        for tunnus in dict.fromkeys(groups_of(home)):
            others = told.sharers(home, tunnus)
            if others:
                name = told.region(home)
                places = {"alueet": f"{name}, {others}", "koti": name}
                sentence = told.voice.tell(SHARED, johtoryhma=told.group(home, tunnus), **places)
                yield Text(sentence, "small")

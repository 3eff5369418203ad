"""Changes in tables: rows that came and went, cells, and how they look."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sopimukset.formats.word.redline.align import alike, steps
from sopimukset.formats.word.redline.keys import key, properties
from sopimukset.formats.word.redline.marking import put_before_change
from sopimukset.formats.word.redline.names import (
    CELL,
    EXCEPTION,
    GRID,
    ID,
    ROW,
    SDT,
    SDT_CONTENT,
    TBL_PR,
    TC_PR,
    TEXT,
    TR_PR,
)
from sopimukset.formats.word.redline.stories import Story, brought
from sopimukset.formats.word.redline.tokens import words_of
from sopimukset.formats.word.xml import Element, w

LEAST_ALIKE = 0.5
"""How much of their words a changed row shares with what it was."""

_SHAPE = (w("gridSpan"), w("vMerge"), w("hMerge"))


@dataclass(slots=True)
class Row:
    """A row of the redline; None where a document lacks it."""

    old: Element | None
    new: Element | None


def rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, those in content controls too, but not of tables in it."""
    yield from _inner(table, ROW)


def cells_of(row: Element) -> Iterator[Element]:
    """The cells of a row."""
    yield from _inner(row, CELL)


def _inner(holder: Element, name: str) -> Iterator[Element]:
    for item in holder:
        if item.tag == name:
            yield item
        elif item.tag in (SDT, SDT_CONTENT, w("customXml")):
            yield from _inner(item, name)


def aligned_rows(old: Sequence[Element], new: Sequence[Element]) -> list[Row]:
    """The rows of the redline: one of both where they have the same cells and say much the same."""
    before, after = [_said(row) for row in old], [_said(row) for row in new]
    made: list[Row] = []
    for step in steps(before, after):
        gone, come = old[step.first : step.last], new[step.start : step.end]
        if step.equal:
            made += [Row(one, other) for one, other in zip(gone, come, strict=True)]
            continue
        i = j = 0
        for a, b in [*_pairs(gone, come), (len(gone), len(come))]:
            made += [Row(item, None) for item in gone[i:a]]
            made += [Row(None, item) for item in come[j:b]]
            if a < len(gone):
                made.append(Row(gone[a], come[b]))
            i, j = a + 1, b + 1
    return made


def _pairs(gone: Sequence[Element], come: Sequence[Element]) -> list[tuple[int, int]]:
    found = alike(
        [words_of(_text(r)) for r in gone], [words_of(_text(r)) for r in come], LEAST_ALIKE
    )
    found = [(a, b) for a, b in found if _shape(gone[a]) == _shape(come[b])]
    if not found and len(gone) == len(come) and all(map(_same_shape, gone, come)):
        return [(at, at) for at in range(len(gone))]
    return found


def _same_shape(one: Element, other: Element) -> bool:
    return _shape(one) == _shape(other)


def _said(row: Element) -> tuple[object, ...]:
    return (*_shape(row), _text(row))


def _text(row: Element) -> str:
    return "\n".join("".join(text.text or "" for text in cell.iter(TEXT)) for cell in cells_of(row))


def _shape(row: Element) -> tuple[object, ...]:
    """What cells a row has, so that a cell of one can answer to a cell of another."""
    return tuple(
        tuple(
            (item.tag, tuple(item.attrib.values()))
            for item in cell.iterfind(f"{TC_PR}/*")
            if item.tag in _SHAPE
        )
        for cell in cells_of(row)
    )


def change_table_looks(old: Element, new: Element, story: Story) -> None:
    """Note on a table how it looked, and how wide its columns were."""
    change_properties(old, new, TBL_PR, "tblPrChange", story)
    was, now = old.find(GRID), new.find(GRID)
    if was is None or now is None or key(was, story.old) == key(now, story.new):
        return
    change = etree.SubElement(now, w("tblGridChange"))
    change.set(ID, "0")
    before = etree.SubElement(change, GRID)
    before.extend(deepcopy(item) for item in was if item.tag == w("gridCol"))


def change_row_looks(old: Element, new: Element, story: Story) -> None:
    """Note on a row and its cells how they looked."""
    change_properties(old, new, EXCEPTION, "tblPrExChange", story)
    change_properties(old, new, TR_PR, "trPrChange", story)
    for one, other in zip(cells_of(old), cells_of(new), strict=True):
        change_properties(one, other, TC_PR, "tcPrChange", story)


def change_properties(old: Element, new: Element, name: str, change: str, story: Story) -> None:
    """Note on an element the properties that it had, where they were others."""
    was, now = old.find(name), new.find(name)
    if properties(was, story.old) == properties(now, story.new):
        return
    if now is None:
        now = etree.Element(name)
        new.insert(_place(new, name), now)
    before = etree.Element(name) if was is None else story.bring(was)
    put_before_change(now, before, w(change), story.work.stamp)


def _place(holder: Element, name: str) -> int:
    """Where properties stand in their holder: first, but the rows' exceptions before the rest."""
    before = [at for at, item in enumerate(holder) if name == TR_PR and item.tag == EXCEPTION]
    return max(before, default=-1) + 1


def put_deleted_rows(rows: Sequence[Row], table: Element, story: Story) -> list[Element]:
    """Put copies of the rows that only the old table has where they stood; the copies."""
    copies: list[Element] = []
    waiting: list[Element] = []
    last: Element | None = None
    for row in rows:
        if row.new is None and row.old is not None:
            waiting.append(brought(row.old, story))
            continue
        last = row.new
        for copy in waiting:
            row.new.addprevious(copy)  # type: ignore[union-attr]
        copies += waiting
        waiting = []
    for copy in waiting:
        if last is None:
            table.append(copy)
        else:
            last.addnext(copy)
        last = copy
    return [*copies, *waiting]

"""A redline: the new document, with every change from the old one as a tracked change."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from datetime import UTC, datetime
from itertools import groupby

from lxml import etree

from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.redline import resolve
from sopimukset.formats.word.redline.blocks import (
    End,
    Step,
    aligned,
    blocks_of,
    find_moves,
    run_on,
)
from sopimukset.formats.word.redline.keys import properties
from sopimukset.formats.word.redline.marking import (
    mark_content,
    mark_end,
    mark_properties,
    mark_row,
    note_looks,
    paragraph_properties,
    put_before_change,
)
from sopimukset.formats.word.redline.names import (
    DEL,
    ID,
    INS,
    MOVE_FROM,
    MOVE_TO,
    NAME,
    NOTES,
    P_PR,
    R_PR,
    RUN,
    SECT_PR,
    TABLE,
    TC_PR,
)
from sopimukset.formats.word.redline.numbering import number_changes
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.redline.sections import Sections, change_section
from sopimukset.formats.word.redline.stories import (
    Stamp,
    Story,
    Work,
    brought,
    mark_of_section,
    note_of,
    order_notes,
)
from sopimukset.formats.word.redline.tables import (
    aligned_rows,
    cells_of,
    change_row_looks,
    change_table_looks,
    put_deleted_rows,
    rows_of,
)
from sopimukset.formats.word.redline.words import change_words
from sopimukset.formats.word.xml import Element, w

_NO_LOOKS = (SECT_PR, w("pPrChange"))


def redline(old: bytes, new: bytes, *, author: str, moment: datetime) -> bytes:
    """The new document with every change from the old one as a tracked change.

    Accepting all changes gives the new document, rejecting them the old one, as
    :func:`normal_form` tells of both. Changes that a document tracks already count as accepted.

    Args:
        old: the package of the document as it was.
        new: the package of the document as it is.
        author: who is named as the author of the changes.
        moment: when they are said to have been made; without a zone it is UTC.

    Raises:
        LayoutError: one of them is no Word document, or one with macros or entities.
    """
    before, after = Package(old), Package(new)
    for package in (before, after):
        if resolve.tracked(package):
            resolve.accept(package)
    zoned = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    stamp = Stamp(author, zoned.strftime("%Y-%m-%dT%H:%M:%SZ"))
    work = Work(before, after, stamp)
    _Redline(work).make()
    work.settle_links()
    order_notes(work)
    number_changes(after)
    return after.packed()


class _Redline:
    """The changes of one pair of packages."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self.stamp = work.stamp
        self.sections: list[tuple[Element, Element]] = []
        self.all = Sections(work)

    def make(self) -> None:
        """Mark the changes of the body, then those of headers and footers."""
        story = Story(self.work, DOCUMENT, DOCUMENT)
        old, new = (
            package.root(DOCUMENT).find(w("body")) for package in (self.work.old, self.work.new)
        )
        self.change_blocks(old, new, story)
        ends = old.find(SECT_PR), new.find(SECT_PR)
        if ends[0] is not None and ends[1] is not None:
            self.sections.append((ends[0], ends[1]))
        for one, other in self.sections:
            change_section(one, other, story)
        self.all.change_running(self.sections, self.change_blocks)

    def change_blocks(self, old: Element, new: Element, story: Story) -> None:
        """Mark the changes among the blocks of a body, a cell, a header, a footer or a note."""
        before, after = list(blocks_of(old)), list(blocks_of(new))
        made = aligned(before, after)
        find_moves(made, self._next_move)
        for step in made:
            if not step.paired:
                self.work.leave_alone(step.block, old=step.new is None)
        self._put_deleted(made, new, story)
        for at in range(len(made)):
            self._change(made, at, story)
        self._bound_moves(made)

    def _next_move(self) -> int:
        self.work.moves += 1
        return self.work.moves

    def _put_deleted(self, made: Sequence[Step], holder: Element, story: Story) -> None:
        """Put copies of the blocks that only the old document has where they stood."""
        last: Element | None = None
        waiting: list[Step] = []
        for step in made:
            if step.new is None:
                step.copy = brought(step.old, story)
                waiting.append(step)
                continue
            for item in waiting:
                step.new.addprevious(item.copy)
            waiting, last = [], step.new
        for item in waiting:
            if last is None:
                holder.insert(_first_place(holder), item.copy)
            else:
                last.addnext(item.copy)
            last = item.copy

    def _change(self, made: Sequence[Step], at: int, story: Story) -> None:
        step = made[at]
        if step.paired and step.is_paragraph:
            self._change_paragraph(made, at, story)
        elif step.paired:
            self._change_table(step, story)
        elif step.is_paragraph:
            self._mark_paragraph(step, story)
        else:
            block, name = (step.copy, DEL) if step.new is None else (step.new, INS)
            self._mark_rows(list(rows_of(block)), name)

    def _mark_paragraph(self, step: Step, story: Story) -> None:
        """Mark a paragraph that only one of the documents has."""
        going = step.new is None
        paragraph = step.copy if going else step.new
        name = (MOVE_FROM if going else MOVE_TO) if step.moved else (DEL if going else INS)
        mark_content(paragraph, name, self.stamp)
        if step.end is not End.STAYS:
            mark_end(paragraph, name, self.stamp)
        elif step.looks_of is not None and going:
            put_looks(paragraph, step.looks_of)
            change_ends(step.old, paragraph, story)
        elif step.looks_of is not None:
            change_ends(step.looks_of, paragraph, story)

    def _change_paragraph(self, made: Sequence[Step], at: int, story: Story) -> None:
        """Mark what became of a paragraph that both documents have."""
        step = made[at]
        old, new = step.old, step.new
        if step.end is End.STAYS and story.unchanged(old, new):
            return
        sections = mark_of_section(old), mark_of_section(new)
        if sections[0] is not None and sections[1] is not None:
            self.sections.append((sections[0], sections[1]))
        apart = at > 0 and made[at - 1].paired and ends_inserted(made[at - 1])
        for one, other in change_words(old, new, story, apart=apart):
            self._change_note(one, other)
        if ends_inserted(step):
            run_on(made, at)
        if step.end is End.STAYS:
            change_ends(old, new, story)
            return
        if step.end is End.GOES:
            put_looks(new, story.bring(old))
        mark_end(new, w(step.end.value), self.stamp)

    def _change_note(self, one: Element, other: Element) -> None:
        kind = NOTES[one.tag]
        parts = self.work.old.related(kind), self.work.new.related(kind)
        notes = (
            note_of(self.work.old, kind, str(one.get(ID))),
            note_of(self.work.new, kind, str(other.get(ID))),
        )
        if parts[0] and parts[1] and notes[0] is not None and notes[1] is not None:
            self.change_blocks(notes[0], notes[1], Story(self.work, parts[0], parts[1]))

    def _change_table(self, step: Step, story: Story) -> None:
        """Mark what became of a table that both documents have."""
        old, new = step.old, step.new
        if story.unchanged(old, new):
            return
        change_table_looks(old, new, story)
        rows = aligned_rows(list(rows_of(old)), list(rows_of(new)))
        for row in put_deleted_rows(rows, new, story):
            self._mark_rows([row], DEL)
        for item in rows:
            if item.old is None:
                self._mark_rows([item.new], INS)
            elif item.new is not None:
                change_row_looks(item.old, item.new, story)
                for one, other in zip(cells_of(item.old), cells_of(item.new), strict=True):
                    self.change_blocks(one, other, story)

    def _mark_rows(self, rows: Sequence[Element], name: str) -> None:
        """Mark rows with all that their cells hold."""
        for row in rows:
            mark_row(row, name, self.stamp)
            for cell in cells_of(row):
                for block in list(blocks_of(cell)):
                    if block.tag == TABLE:
                        self._mark_rows(list(rows_of(block)), name)
                    else:
                        mark_content(block, name, self.stamp)
                        mark_end(block, name, self.stamp)

    def _bound_moves(self, made: Sequence[Step]) -> None:
        """Put the bounds around each stretch that was moved."""
        for (number, going), group in groupby(made, key=lambda s: (s.moved, s.new is None)):
            if number:
                blocks: list[Element] = [step.copy if going else step.new for step in group]
                name = "moveFrom" if going else "moveTo"
                start = self.stamp.mark(w(f"{name}RangeStart"))
                start.set(NAME, f"move{number}")
                end = etree.Element(w(f"{name}RangeEnd"))
                for bound in (start, end):
                    bound.set(ID, f"{name}{number}")
                blocks[0].addprevious(start)
                blocks[-1].addnext(end)


def _first_place(holder: Element) -> int:
    """Where a holder without blocks takes its first one."""
    places = [at for at, item in enumerate(holder) if item.tag == TC_PR]
    return max(places, default=-1) + 1


def ends_inserted(step: Step) -> bool:
    """Whether a paragraph ends with words that came, but its mark was there before."""
    if not step.is_paragraph or step.end is not End.STAYS:
        return False
    last = next(reversed(list(step.block.iter(RUN))), None)
    return last is not None and last.getparent().tag == INS


def put_looks(paragraph: Element, other: Element) -> None:
    """Give a paragraph, and its mark, the properties of another one; it keeps its section."""
    properties = paragraph_properties(paragraph)
    for item in list(properties):
        if item.tag != SECT_PR:
            properties.remove(item)
    theirs = other.find(P_PR)
    looks = [] if theirs is None else [deepcopy(i) for i in theirs if i.tag not in _NO_LOOKS]
    for at, item in enumerate(looks):
        properties.insert(at, item)


def change_ends(old: Element, new: Element, story: Story) -> None:
    """Note on a paragraph, and on its mark, the properties that they had."""
    was, now = old.find(P_PR), new.find(P_PR)
    marks = [None if item is None else item.find(R_PR) for item in (was, now)]
    if properties(marks[0], story.old) != properties(marks[1], story.new):
        note_looks(mark_properties(new), marks[0], story)
    if properties(was, story.old) == properties(now, story.new):
        return
    before = etree.Element(P_PR) if was is None else story.bring(was)
    for item in list(before):
        if item.tag in (R_PR, SECT_PR):
            before.remove(item)
    put_before_change(paragraph_properties(new), before, w("pPrChange"), story.work.stamp)

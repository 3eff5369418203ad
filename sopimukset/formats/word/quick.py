"""A filled part put right without reading it as XML: marks tell where anything is to be done.

Does what :mod:`finish` does, which is the reference in the tests, in a few passes over a text. The
compiler has proved that what is filled is well-formed (:mod:`proof`); what is put in here is too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from sopimukset.formats.word.gaps import GAP_CLOSE, GAP_OPEN, pieces, strip_markers
from sopimukset.formats.word.marks import (
    BODY,
    BOOKMARK,
    BOOKMARK_END,
    BOOKMARK_NAME,
    KEEP,
    KEEP_ALL,
    LINK,
    PICTURE,
    ROW,
    SEQUENCE,
    SLOT,
    SLOT_CUT,
    SLOT_END,
    TABLE,
    TABLE_END,
)

SMALL_TABLE = 10
"""A table of at most so many rows stays on one page: each row but the last keeps the next."""

FIRST_PICTURE = 1001
"""The id of the first picture, as docxtpl counts them."""

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"

ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 has no place for, and the C1 controls that no text of an office carries."""

_SPECIAL = re.compile(f"[\n\t{GAP_OPEN}{GAP_CLOSE}]")
_LOOK = re.compile(r"<w:rPr(?:/>|>.*?</w:rPr>)", re.DOTALL)
_BREAKS = re.compile("([\n\t])")
_KEEP = "<w:keepNext/>"
_KEEP_ALL = f"<w:pPr>{_KEEP}</w:pPr>"


class TooHardError(Exception):
    """The text is built in a way that only a reader of XML can put right."""


def put_right(text: str, looks: Mapping[str, str]) -> bytes:
    """Return a filled part as bytes.

    Args:
        text: the part as its template gave it, with marks.
        looks: the properties of runs as they are when the run is a gap.

    Raises:
        TooHardError: something special stands where this module can't divide a run.
    """
    if SLOT in text:
        text = _fill_slots(text)
    if TABLE in text:
        text = _keep_small_tables(text)
    if _SPECIAL.search(text):
        text = strip_markers(_divide_runs(text, looks))
    return f"{DECLARATION}{text}".encode()


def _fill_slots(text: str) -> str:
    """Numbers and names in the order of the text; where each link leads when all are known."""
    filler = _Filler()
    first, *others = text.split(SLOT)
    made = [first]
    for piece in others:
        what, rest = piece.split(SLOT_END, 1)
        made += (filler.fill(what, made), rest)
    filler.lead_links(made)
    return "".join(made)


class _Filler:
    def __init__(self) -> None:
        self.marks = 0
        self.pictures = FIRST_PICTURE - 1
        self.name = ""
        self.ids: dict[str, str] = {}
        self.names: defaultdict[str, list[str]] = defaultdict(list)
        self.numbers: Counter[str] = Counter()
        self.links: list[tuple[int, str]] = []

    def fill(self, what: str, made: list[str]) -> str:
        """What belongs into the slot, after all that is made already."""
        kind, value = what[0], what[1:]
        if kind == BOOKMARK:
            return self._bookmark(*value.split(SLOT_CUT))
        if kind == BOOKMARK_NAME:
            return self.name
        if kind == BOOKMARK_END:
            return self.ids.get(value, value)
        if kind == LINK:
            self.links.append((len(made), value))
            return value
        if kind == SEQUENCE:
            self.numbers[value] += 1
            return str(self.numbers[value])
        if kind == PICTURE:
            self.pictures += 1
            return str(self.pictures)
        return _repair(kind, made)

    def _bookmark(self, identifier: str, name: str) -> str:
        self.marks += 1
        before = self.names[name]
        self.name = f"{name}_{len(before) + 1}" if before else name
        before.append(self.name)
        self.ids[identifier] = str(self.marks)
        return self.ids[identifier]

    def lead_links(self, made: list[str]) -> None:
        """Let the nth link to a repeated name lead to the nth of that name."""
        seen: Counter[str] = Counter()
        for place, name in self.links:
            if name in self.names:
                names = self.names[name]
                made[place] = names[min(seen[name], len(names) - 1)]
                seen[name] += 1


def _repair(kind: str, made: list[str]) -> str:
    """A paragraph where a cell doesn't end with one, and where the body ends with a table."""
    before = made[-1].rstrip()
    if kind == BODY:
        return "<w:p/>" if before.endswith(f"</w:tbl>{TABLE_END}") else ""
    last = before[before.rfind("<") :]
    alone = last.startswith(("<w:p/", "<w:p ")) and last.endswith("/>")
    return "" if alone or last == "</w:p>" else f"<w:p>{KEEP_ALL}</w:p>"


def _keep_small_tables(text: str) -> str:
    first, *tables = text.split(TABLE)
    made = [first]
    for piece in tables:
        table, after = piece.split(TABLE_END, 1)
        *rows, last = table.split(ROW)
        small = len(rows) <= SMALL_TABLE
        made += (_kept("".join(rows), keep=small), _kept(last, keep=False), after)
    return "".join(made)


def _kept(rows: str, *, keep: bool) -> str:
    rows = rows.replace(KEEP_ALL, _KEEP_ALL if keep else "")
    return rows.replace(KEEP, _KEEP if keep else "")


def _divide_runs(text: str, looks: Mapping[str, str]) -> str:
    """Give line breaks, tabs and gaps in the text of a run runs of their own."""
    place = 0
    while found := _SPECIAL.search(text, place):
        place = found.end()
        opens = text.rfind("<", 0, found.start())
        start = text.find(">", opens, found.start()) + 1
        if start > 0 and text.startswith(("<w:t>", "<w:t "), opens):
            begin, end, before, rest = _divided(text, opens, start, looks)
            text = f"{text[:begin]}{before}{rest}{text[end:]}"
            place = begin + len(before)
    return text


def _divided(
    text: str, opens: int, start: int, looks: Mapping[str, str]
) -> tuple[int, int, str, str]:
    """Where the run of a text begins and ends, and what comes in its place.

    The last string is a run of what follows the text in its run; another text may stand there.
    """
    begin = max(text.rfind("<w:r>", 0, opens), text.rfind("<w:r ", 0, opens))
    close = text.find("</w:t>", start)
    end = text.find("</w:r>", close)
    if min(begin, close, end) < 0:
        raise TooHardError
    inside = text.find(">", begin) + 1
    head, before = text[begin:inside], text[inside:opens]
    tail = text[close + len("</w:t>") : end]
    if "</w:r>" in before or "<w:r>" in tail or "<w:r " in tail or "<w:rPr" in tail:
        raise TooHardError
    look = _look(before)
    made = f"{head}{before}</w:r>" if before != look else ""
    made += "".join(_run(look, piece, gap, looks) for piece, gap in pieces(text[start:close]))
    rest = f"{head}{look}{tail}</w:r>" if tail else ""
    return begin, end + len("</w:r>"), made, rest


def _look(before: str) -> str:
    found = _LOOK.search(before)
    if found is None:
        return ""
    if found.start() or "<w:rPr" in before[found.end() :]:
        raise TooHardError
    return found.group()


def _run(look: str, piece: str, gap: bool, looks: Mapping[str, str]) -> str:
    bits = []
    for bit in _BREAKS.split(piece):
        if bit == "\n":
            bits.append("<w:br/>")
        elif bit == "\t":
            bits.append("<w:tab/>")
        elif bit:
            bits.append(f'<w:t xml:space="preserve">{bit}</w:t>')
    if gap:
        if look not in looks:
            raise TooHardError
        look = looks[look]
    return f"<w:r>{look}{''.join(bits)}</w:r>"

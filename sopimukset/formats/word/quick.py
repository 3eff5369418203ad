"""A filled part put right without reading it as XML: marks tell where anything is to be done.

Does what :mod:`finish` does, which is the reference in the tests, in a few passes over a text. The
compiler has proved that what is filled is well-formed (:mod:`proof`); what is put in here is too.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from sopimukset.formats.word.gaps import MARKERS, Piece, pieces
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

SMALL_TABLE = 5
"""A table of at most so many rows, with its head, stays on one page; of a longer one the head and
a row stay together, and its last two: moved as a whole it would leave half a page empty."""

HEAD_ROWS = 1
"""The head keeps the next row. Were that row kept with the one after it, LibreOffice 7.4 would now
and then show none of the rows of a table that it divides at a page's foot before a figure."""

FIRST_PICTURE = 1001
"""The id of the first picture, as docxtpl counts them."""

DECLARATION = "<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
"""How a part begins."""

_BREAK_BYTES = (b"\n", b"\t")
_BEFORE_MARKER = b"\xee\x80"
"""What the bytes of each marker begin with; looking for that takes one search instead of six."""
_MARKERS = re.compile(b"|".join(marker.encode() for marker in MARKERS))
_LANGUAGE = re.compile(r"<w:lang\b[^>]*/>")
_AFTER_LANGUAGE = ("<w:eastAsianLayout", "<w:specVanish", "<w:oMath", "<w:rPrChange")
_LOOK = re.compile(rb"<w:rPr(?:/>|>.*?</w:rPr>)", re.DOTALL)
END_PARAGRAPH = (
    '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="1" w:lineRule="exact"/>'
    '<w:rPr><w:sz w:val="2"/></w:rPr></w:pPr></w:p>'
)
"""Word demands a paragraph after a table that ends a document; one of a line's height, and of a
point's too, would now and then stand alone on an empty last page: this one is 0.05 pt high."""

_BREAKS = re.compile("([\n\t])")
_KEEP = b"<w:keepNext/>"
_KEEP_ALL = b"<w:pPr><w:keepNext/></w:pPr>"
_SLOT, _SLOT_END, _SLOT_CUT = SLOT.encode(), SLOT_END.encode(), SLOT_CUT.encode()
_TABLE, _ROW, _TABLE_END = TABLE.encode(), ROW.encode(), TABLE_END.encode()
_AFTER_TABLE = b"</w:tbl>" + _TABLE_END
_MARK, _MARK_ALL = KEEP.encode(), KEEP_ALL.encode()


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
    data = (DECLARATION + text).encode()
    if _SLOT in data:
        data = _fill_slots(data)
    if _TABLE in data:
        data = _keep_small_tables(data)
    start = len(DECLARATION)
    if _special(data, start) is None:
        return data
    return _MARKERS.sub(b"", _divide_runs(data, start, looks))


def _fill_slots(data: bytes) -> bytes:
    """Numbers and names in the order of the text; where each link leads when all are known."""
    filler = _Filler()
    first, *others = data.split(_SLOT)
    made = [first]
    for piece in others:
        what, _, rest = piece.partition(_SLOT_END)
        made += (filler.fill(what.decode(), made), rest)
    filler.lead_links(made)
    return b"".join(made)


class _Filler:
    def __init__(self) -> None:
        self.marks = 0
        self.pictures = FIRST_PICTURE - 1
        self.name = ""
        self.ids: dict[str, int] = {}
        self.names: defaultdict[str, list[str]] = defaultdict(list)
        self.numbers: Counter[str] = Counter()
        self.links: list[tuple[int, str]] = []

    def fill(self, what: str, made: list[bytes]) -> bytes:
        """What belongs into the slot, after all that is made already."""
        kind, value = what[0], what[1:]
        if kind == BOOKMARK:
            return self._bookmark(*value.split(SLOT_CUT))
        if kind == BOOKMARK_NAME:
            return self.name.encode()
        if kind == BOOKMARK_END:
            return str(self.ids.get(value, value)).encode()
        if kind == LINK:
            self.links.append((len(made), value))
            return value.encode()
        if kind == SEQUENCE:
            self.numbers[value] += 1
            return b"%d" % self.numbers[value]
        if kind == PICTURE:
            self.pictures += 1
            return b"%d" % self.pictures
        return _repair(kind, made[-1].rstrip())

    def _bookmark(self, identifier: str, name: str) -> bytes:
        self.marks += 1
        before = self.names[name]
        self.name = f"{name}_{len(before) + 1}" if before else name
        before.append(self.name)
        self.ids[identifier] = self.marks
        return b"%d" % self.marks

    def lead_links(self, made: list[bytes]) -> None:
        """Let the nth link to a repeated name lead to the nth of that name."""
        seen: Counter[str] = Counter()
        for place, name in self.links:
            if name in self.names:
                names = self.names[name]
                made[place] = names[min(seen[name], len(names) - 1)].encode()
                seen[name] += 1


def _repair(kind: str, before: bytes) -> bytes:
    """A paragraph where a cell doesn't end with one, and where the body ends with a table."""
    if kind == BODY:
        return END_PARAGRAPH.encode() if before.endswith(_AFTER_TABLE) else b""
    last = before[before.rfind(b"<") :]
    alone = last.startswith((b"<w:p/", b"<w:p ")) and last.endswith(b"/>")
    return b"" if alone or last == b"</w:p>" else b"<w:p>" + _MARK_ALL + b"</w:p>"


def _keep_small_tables(data: bytes) -> bytes:
    first, *tables = data.split(_TABLE)
    made = [first]
    for piece in tables:
        table, _, after = piece.partition(_TABLE_END)
        before, *rows = table.split(_ROW)
        keep = keeping(len(rows))
        made += (before, *map(_kept, rows, keep), after)
    return b"".join(made)


def keeping(rows: int, ending: int = 2) -> list[bool]:
    """Which rows of a table stay on one page with the next: one answer for each of so many.

    Args:
        rows: how many there are, the head among them.
        ending: how many of the last ones stay together.
    """
    small = rows <= SMALL_TABLE
    return [
        number < rows - 1 and (small or number < HEAD_ROWS or number >= rows - ending)
        for number in range(rows)
    ]


def _kept(row: bytes, keep: bool) -> bytes:
    row = row.replace(_MARK_ALL, _KEEP_ALL if keep else b"")
    return row.replace(_MARK, _KEEP if keep else b"")


def _divide_runs(data: bytes, place: int, looks: Mapping[str, str]) -> bytes:
    """Give line breaks, tabs, gaps and other languages in a run's text runs of their own."""
    while (found := _special(data, place)) is not None:
        place = found + 1
        opens = data.rfind(b"<", 0, found)
        start = data.find(b">", opens, found) + 1
        if start > 0 and data.startswith((b"<w:t>", b"<w:t "), opens):
            begin, end, before, rest = _divided(data, opens, start, looks)
            data = b"".join((data[:begin], before, rest, data[end:]))
            place = begin + len(before)
    return data


def _special(data: bytes, place: int) -> int | None:
    """Where the next character stands that may divide a run; looking for each is fastest."""
    found = [data.find(special, place) for special in _BREAK_BYTES]
    marker = data.find(_BEFORE_MARKER, place)
    while marker >= 0 and not _MARKERS.match(data, marker):
        marker = data.find(_BEFORE_MARKER, marker + 1)
    return min((at for at in (*found, marker) if at >= 0), default=None)


def _divided(
    data: bytes, opens: int, start: int, looks: Mapping[str, str]
) -> tuple[int, int, bytes, bytes]:
    """Where the run of a text begins and ends, and what comes in its place.

    The last bytes are a run of what follows the text in its run; another text may stand there.
    """
    begin = max(data.rfind(b"<w:r>", 0, opens), data.rfind(b"<w:r ", 0, opens))
    close = data.find(b"</w:t>", start)
    end = data.find(b"</w:r>", close)
    if min(begin, close, end) < 0:
        raise TooHardError
    inside = data.find(b">", begin) + 1
    head, before = data[begin:inside], data[inside:opens]
    tail = data[close + len(b"</w:t>") : end]
    if b"</w:r>" in before or b"<w:r>" in tail or b"<w:r " in tail or b"<w:rPr" in tail:
        raise TooHardError
    look = _look(before)
    made = head + before + b"</w:r>" if before != look else b""
    for piece in pieces(data[start:close].decode()):
        made += _run(look.decode(), piece, looks).encode()
    rest = head + look + tail + b"</w:r>" if tail else b""
    return begin, end + len(b"</w:r>"), made, rest


def _look(before: bytes) -> bytes:
    found = _LOOK.search(before)
    if found is None:
        return b""
    if found.start() or b"<w:rPr" in before[found.end() :]:
        raise TooHardError
    return found.group()


def _run(look: str, piece: Piece, looks: Mapping[str, str]) -> str:
    bits = []
    for bit in _BREAKS.split(piece.text):
        if bit == "\n":
            bits.append("<w:br/>")
        elif bit == "\t":
            bits.append("<w:tab/>")
        elif bit:
            bits.append(f'<w:t xml:space="preserve">{bit}</w:t>')
    if piece.gap:
        if look not in looks:
            raise TooHardError
        look = looks[look]
    elif piece.language:
        look = _spoken(look, piece.language)
    return f"<w:r>{look}{''.join(bits)}</w:r>"


def _spoken(look: str, language: str) -> str:
    """The properties of a run as they are in another language."""
    if any(name in look for name in _AFTER_LANGUAGE):
        raise TooHardError
    told = f'<w:lang w:val="{language}"/>'
    if "<w:lang" in look:
        return _LANGUAGE.sub(told, look)
    inner = look.removeprefix("<w:rPr>").removesuffix("</w:rPr>") if look != "<w:rPr/>" else ""
    return f"<w:rPr>{inner}{told}</w:rPr>"

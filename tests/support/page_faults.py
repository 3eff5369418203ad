"""Faults of pages that a reader would see: found in a PDF, with the Word file that it was made of.

The Word file says which lines are headings, captions, table heads or sentences that introduce a
list; the PDF says where they came to stand. Lengths are points (1/72 inch).
"""

from __future__ import annotations

import re
import subprocess
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from lxml import etree

from tests.support.metafiles import words as words_of
from tests.support.programs import find_program

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TABLE = f"{W}tbl"
X = "{http://www.w3.org/1999/xhtml}"
INTRODUCING = {
    "Otsikko": "title",
    "Otsikko1": "heading",
    "Otsikko2": "heading",
    "Otsikkoilmannumeroa": "heading",
    "Sisllysluettelonotsikko": "heading",
    "Kansiotsake": "heading",
    "Kuvaotsikko": "caption",
    "Taulukonotsake": "table head",
    "Johdantolause": "introduction",
}
"""Styles of paragraphs after which something must follow on the same page, as readers call them."""
CAPTION, NOTE = "Kuvaotsikko", "Pieniteksti"
TWENTIETH = 20
LEAST_USED = 0.12
"""The share of the text area's height that a page in the midst of a document fills at least."""
FEW_LINES = 2
"""With no more lines of its own than these, a last page is next to empty: whoever prints it gets a
sheet for a sentence. The last row of a long table may have two lines: its head is there too."""
TOLERANCE = 1.5
NUMBER = re.compile(r"^[0-9.]+(?=\D)")
"""The number that Word sets before a heading; the file doesn't hold it."""
ONE_LINE = 60
"""Letters of a paragraph, spaces apart, from which on its last line may be less than the whole."""
LONG = 38
"""A word of so many letters may be divided: the name of a file, an address."""
FIGURE = re.compile(r"\d")


@dataclass(frozen=True)
class Word:
    """A word with the box that it fills; `top` and `bottom` grow downwards."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Area:
    """What a page's text may fill, header and footer apart."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Paper:
    """A Word file as far as its pages are judged by it.

    Attributes:
        introducing: each paragraph that must not stand last on a page, and what it is.
        leading: each text that leads to a table or figure, with the caption of that.
        words: every word of its body.
        drawn: every word of its drawings.
        numbers: the words of its tables that hold a figure: case numbers, ranges of days.
    """

    area: Area
    introducing: tuple[tuple[str, str], ...]
    leading: tuple[tuple[str, str], ...]
    words: frozenset[str]
    drawn: frozenset[str]
    numbers: frozenset[str]


def paper(path: Path) -> Paper:
    """What a Word file says of itself."""
    with zipfile.ZipFile(path) as package:
        body = etree.fromstring(package.read("word/document.xml"))
        drawn = [word for name in _pictures(package) for word in _drawn(package.read(name))]
    found = list(body.iter(f"{W}p"))
    texts = [_text(item) for item in found]
    words = frozenset(" ".join(texts).split())
    cells = {id(item) for cell in body.iter(f"{W}tc") for item in cell.iter(f"{W}p")}
    told = " ".join(text for item, text in zip(found, texts, strict=True) if id(item) in cells)
    numbers = frozenset(word for word in told.split() if FIGURE.search(word))
    return Paper(
        _area(body),
        tuple(_introducing(found)),
        tuple(_leading(body)),
        words,
        frozenset(drawn),
        numbers,
    )


def _pictures(package: zipfile.ZipFile) -> list[str]:
    return [name for name in package.namelist() if name.endswith(".emf")]


def _drawn(picture: bytes) -> list[str]:
    return [word for text in words_of(picture) for word in text.split()]


def _introducing(paragraphs: Sequence[etree._Element]) -> Iterator[tuple[str, str]]:
    """What must be followed; not what stands before a page break that is meant."""
    for item, following in pairwise([*paragraphs, None]):
        breaks = following is not None and following.find(f"{W}pPr/{W}pageBreakBefore") is not None
        text = _squeezed(_text(item))
        if text and not breaks and _style(item) in INTRODUCING:
            yield text, INTRODUCING[_style(item)]


def _leading(body: etree._Element) -> Iterator[tuple[str, str]]:
    """What leads to a table or figure; not the note to one that stands before it."""
    root = body.find(f"{W}body")
    assert root is not None
    shown = [item for item in root if item.tag == TABLE or _text(item) or _draws(item)]
    for before, item, after in zip([None, *shown], shown, shown[1:], strict=False):
        if item.tag == TABLE or _draws(item) or _style(item) in INTRODUCING:
            continue
        noted = before is not None and (before.tag == TABLE or _draws(before))
        if _style(after) == CAPTION and not (noted and _style(item) == NOTE):
            yield _squeezed(_text(item)), _squeezed(_text(after))


def _draws(block: etree._Element) -> bool:
    return next(block.iter(f"{W}drawing"), None) is not None


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(f"{W}val"))


def _text(paragraph: etree._Element) -> str:
    bits = (item for item in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"))
    return "".join((item.text or "") if item.tag == f"{W}t" else " " for item in bits)


def _area(body: etree._Element) -> Area:
    size, margins = body.find(f".//{W}pgSz"), body.find(f".//{W}pgMar")
    measures = {
        etree.QName(name).localname: int(value) / TWENTIETH
        for item in (size, margins)
        for name, value in item.attrib.items()
        if value.isdigit()
    }
    return Area(
        measures["left"],
        measures["top"],
        measures["w"] - measures["right"],
        measures["h"] - measures["bottom"],
    )


def pdf_pages(pdf: Path) -> list[list[Word]]:
    """The words of each page."""
    command = [find_program("pdftotext"), "-bbox-layout", str(pdf), "-"]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    root = etree.fromstring(told, etree.XMLParser(recover=True))
    return [[_word(item) for item in page.iter(f"{X}word")] for page in root.iter(f"{X}page")]


def _word(item: etree._Element) -> Word:
    box = (float(item.get(name)) for name in ("xMin", "yMin", "xMax", "yMax"))
    return Word(item.text or "", *box)


def fullness(pdf: Path, word_file: Path) -> list[float]:
    """How far down the words of each page reach, as a share of the height that they may fill."""
    area = paper(word_file).area
    ends = ([word.bottom for word in page if _inside(word, area)] for page in pdf_pages(pdf))
    return [(max(end, default=area.top) - area.top) / (area.bottom - area.top) for end in ends]


def faults(pdf: Path, word_file: Path, *, legible: bool = False) -> list[str]:
    """What is wrong with the pages of a document: `page 3: heading last on the page: …`.

    Of a working copy one asks only that it is `legible`, not where its pages end.
    """
    made = paper(word_file)
    whole = pdf_pages(pdf)
    pages = [[word for word in page if _inside(word, made.area)] for page in whole]
    found: list[str] = []
    for number, (words, everything) in enumerate(zip(pages, whole, strict=True), 1):
        last = number == len(pages)
        divided = (
            *_ending(words, made, last=last),
            *_emptiness(words, made, last=last, first=number == 1),
        )
        for fault in (
            *(() if legible else divided),
            *_outside(everything, made.area),
            *_overlaps(everything),
            *_divided(words, made),
        ):
            found.append(f"page {number}: {fault}")
    parted = () if legible else _parted(pages, made)
    return [*found, *parted, *_broken(whole, made)]


def _inside(word: Word, area: Area) -> bool:
    """Whether a word belongs to the body, not to header or footer."""
    return word.bottom > area.top - TOLERANCE and word.top < area.bottom + TOLERANCE


def lines(words: Sequence[Word]) -> list[list[Word]]:
    """The words by line, from top to bottom, each from left to right."""
    found: list[list[Word]] = []
    for word in sorted(words, key=lambda item: (item.bottom, item.left)):
        if found and abs(found[-1][-1].bottom - word.bottom) < 3:
            found[-1].append(word)
        else:
            found.append([word])
    return [sorted(line, key=lambda item: item.left) for line in found]


def _ending(words: Sequence[Word], made: Paper, *, last: bool) -> Iterator[str]:
    """What stands last though something must follow it."""
    rows = lines(words)
    if not rows:
        return
    text = NUMBER.sub("", _squeezed(" ".join(word.text for word in rows[-1])))
    for end, name in made.introducing:
        if name == "table head":
            continue
        wraps = len(end) > ONE_LINE and end.endswith(text) and _goes_on(rows, end)
        if (wraps or end == text) and (name == "heading" or not last):
            yield f"{name} last on the page: {text}"
            return
    if _is_head(rows[-1], made):
        yield f"table head last on the page: {text}"


def _parted(pages: Sequence[Sequence[Word]], made: Paper) -> Iterator[str]:
    """Texts that end a page while the table or figure that they lead to begins the next one."""
    for number, (one, other) in enumerate(pairwise(pages), 1):
        rows, following = lines(one), lines(other)
        if not rows or not following:
            continue
        end, start = _line(rows[-1]), _line(following[0])
        for text, caption in made.leading:
            if text.endswith(end) and caption.startswith(start) and _goes_on(rows, text):
                yield f"page {number}: text parted from what it leads to: {caption}"


def _line(row: Sequence[Word]) -> str:
    return _squeezed("".join(word.text for word in row))


def _goes_on(rows: Sequence[Sequence[Word]], end: str) -> bool:
    """Whether the last two lines end a paragraph; a cell may hold its last word alone, too."""
    tail = _squeezed("".join(word.text for row in rows[-2:] for word in row))
    return end.endswith(tail) or tail.endswith(end)


def _emptiness(words: Sequence[Word], made: Paper, *, last: bool, first: bool) -> Iterator[str]:
    """A page with next to nothing on it."""
    if not words:
        yield "empty"
        return
    used = max(word.bottom for word in words) - made.area.top
    if not last and not first and used < LEAST_USED * (made.area.bottom - made.area.top):
        yield f"only {used:.0f} points of it are used"
    rows = [row for row in lines(words) if not _is_head(row, made)]
    most = FEW_LINES if len(rows) == len(lines(words)) else 1
    if last and not first and len(rows) <= most:
        told = " / ".join(" ".join(word.text for word in row) for row in rows)
        yield f"{len(rows)} lines alone: {told}"


def _is_head(row: Sequence[Word], made: Paper) -> bool:
    """Whether a line is the repeated head of a table that goes on.

    The marks of a chart's axis read like the heads of the table that follows it.
    """
    if all(word.text in made.drawn for word in row):
        return False
    text = _squeezed("".join(word.text for word in row))
    heads = tuple(end for end, name in made.introducing if name == "table head")
    return bool(heads) and text.startswith(heads) and text.endswith(heads) and text not in heads


def _outside(words: Sequence[Word], area: Area) -> Iterator[str]:
    """Words beyond the margins; the header and the footer keep the same left and right margins."""
    for word in words:
        if word.left < area.left - 4 or word.right > area.right + 4:
            yield f"beyond the margin: {word.text}"


def _overlaps(words: Sequence[Word]) -> Iterator[str]:
    """Words that stand over one another."""
    ordered = sorted(words, key=lambda item: item.top)
    for index, one in enumerate(ordered):
        for other in ordered[index + 1 :]:
            if other.top > one.bottom - 3:
                break
            if min(one.right, other.right) - max(one.left, other.left) > TOLERANCE:
                yield f"one over another: {one.text} / {other.text}"


def _divided(words: Sequence[Word], made: Paper) -> Iterator[str]:
    """Case numbers and ranges of days in tables that end a line at their hyphen or dash."""
    for one, other in pairwise(words):
        whole = one.text + other.text
        below = other.top > one.top + TOLERANCE
        if below and one.text[-1] in "-–" and len(whole) < LONG and whole in made.numbers:
            yield f"number divided: {whole}"


def _broken(pages: Sequence[Sequence[Word]], made: Paper) -> Iterator[str]:
    """Words of the document that no page shows whole: a column too narrow cuts them."""
    shown = {word.text for page in pages for word in page}
    for word in sorted(made.words - shown):
        if len(word) < LONG and not all(_found(bit, shown) for bit in _bits(word)):
            yield f"divided or lost: {word}"


def _bits(word: str) -> list[str]:
    """The pieces between which a line may end."""
    return [bit for bit in re.split(r"(?<=[-–/—])|(?=\()", word) if bit]


def _found(bit: str, shown: set[str]) -> bool:
    return bit in shown or any(bit in item for item in shown)


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)

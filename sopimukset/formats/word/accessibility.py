"""What the accessibility of a document hangs on, read from a Word file without filling it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sopimukset.formats.word.lines import Lines, Paragraph
from sopimukset.formats.word.package import read_package
from sopimukset.formats.word.tags import WHOLE
from sopimukset.formats.word.xml import Element, own_text, parse, w

_STYLES = "word/styles.xml"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_HEADING, _CAPTION = "heading ", "caption"


@dataclass(frozen=True, slots=True)
class Heading:
    """A paragraph in a heading's style, and the level from 1."""

    level: int
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        number: in its part, from 1.
        rows: how many it has; one of a single row is no table to a reader.
        header: whether a row is marked as the header.
        captioned: whether the paragraph before it has the style of captions.
        paragraph: the first one in it.
    """

    number: int
    rows: int
    header: bool
    captioned: bool
    paragraph: Paragraph


@dataclass(frozen=True, slots=True)
class Accessibility:
    """A Word file's facts.

    Attributes:
        language: that its text is marked with, "" for none.
        headings: in order.
        tables: of all parts, in order.
        wordless: where there are pictures without a description that are no decoration.
    """

    language: str
    headings: tuple[Heading, ...]
    tables: tuple[Table, ...]
    wordless: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    parent: str
    outline: int | None


def accessibility(data: bytes, lines: Lines) -> Accessibility:
    """The facts of a Word file that was read as lines.

    Raises:
        LayoutError: not a Word document, or not well-formed.
    """
    parts = read_package(data)
    root = parse(parts[_STYLES], _STYLES) if _STYLES in parts else None
    styles = _styles(root)
    return Accessibility(
        _language(root),
        tuple(_headings(lines, styles)),
        tuple(_tables(lines, styles)),
        tuple(
            item
            for item in lines.paragraphs
            for picture in item.element.iter(_DRAWING)
            if next(picture.iterancestors(w("p"))) is item.element and not _described(picture)
        ),
    )


def _language(styles: Element) -> str:
    if styles is None:
        return ""
    found = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
    return "" if found is None else str(found.get(w("val")) or "")


def _styles(root: Element) -> Mapping[str, _Style]:
    if root is None:
        return {}
    return {
        str(style.get(w("styleId"))): _Style(
            str(_value(style, "name")).lower(),
            str(_value(style, "basedOn")),
            _level(_value(style, "pPr", "outlineLvl")),
        )
        for style in root.iter(w("style"))
    }


def _value(element: Element, *path: str) -> str:
    found = element.find("/".join(map(w, path)))
    return "" if found is None else str(found.get(w("val")) or "")


def _level(text: str) -> int | None:
    """The level from 1 of an outline level, which counts from 0; 9 is body text."""
    return int(text) + 1 if text.isdigit() and int(text) < 9 else None


def _headings(lines: Lines, styles: Mapping[str, _Style]) -> list[Heading]:
    found = []
    for item in lines.paragraphs:
        own = _level(_value(item.element, "pPr", "outlineLvl"))
        level = own or _heading_level(_value(item.element, "pPr", "pStyle"), styles)
        if level is not None:
            found.append(Heading(level, item))
    return found


def _heading_level(style: str, styles: Mapping[str, _Style]) -> int | None:
    for item in _chain(style, styles):
        if item.outline is not None:
            return item.outline
        number = item.name.removeprefix(_HEADING)
        if item.name.startswith(_HEADING) and number.isdigit():
            return int(number)
    return None


def _chain(style: str, styles: Mapping[str, _Style]) -> list[_Style]:
    """The style and those that it is based on."""
    found: list[_Style] = []
    while style in styles and styles[style] not in found:
        found.append(styles[style])
        style = styles[style].parent
    return found


def _tables(lines: Lines, styles: Mapping[str, _Style]) -> list[Table]:
    found = []
    for paragraphs in lines.by_part.values():
        places = {item.element: item for item in paragraphs}
        root = paragraphs[0].element.getroottree().getroot()
        for number, table in enumerate(root.iter(w("tbl")), 1):
            first = next(table.iter(w("p")), None)
            if first is not None:
                rows = table.findall(w("tr"))
                found.append(
                    Table(
                        number,
                        len(rows),
                        any(_is_header(row) for row in rows),
                        _captioned(table, styles),
                        places[first],
                    )
                )
    return found


def _is_header(row: Element) -> bool:
    mark = row.find(f"{w('trPr')}/{w('tblHeader')}")
    return mark is not None and mark.get(w("val"), "1") not in ("0", "false", "off")


def _captioned(table: Element, styles: Mapping[str, _Style]) -> bool:
    """Whether a caption stands before the table; tags' own paragraphs between vanish."""
    before = table.getprevious()
    while before is not None and (
        before.tag != w("p") or WHOLE.fullmatch(own_text(before).strip())
    ):
        if before.tag == w("tbl"):
            return False
        before = before.getprevious()
    if before is None:
        return False
    chain = _chain(_value(before, "pPr", "pStyle"), styles)
    return any(style.name == _CAPTION for style in chain)


def _described(picture: Element) -> bool:
    if str(picture.get("descr") or "").strip():
        return True
    return any(mark.get("val") in ("1", "true") for mark in picture.iter(_DECORATIVE))

"""What can be told of a Word layout without filling it: the facts that accessibility hangs on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sopimukset.formats.word import LayoutError

LAYOUT_LANGUAGES = ("fi", "sv")
MAX_BYTES = 32 * 1024 * 1024

_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout's facts.

    Attributes:
        file: the path from the workspace's root, with `/`.
        language: the language that the layout is for, from its name.
        text_language: the language that the file says its text is in, "" where it says none.
        headings: paragraphs in a heading style.
        headless: tables of several rows without a header row, numbered from 1.
        tables: tables in all.
        wordless: pictures without a description that are not marked as decoration.
    """

    file: str
    language: str
    text_language: str
    headings: int
    headless: tuple[int, ...]
    tables: int
    wordless: int


def layouts(root: Path) -> Iterator[Layout]:
    """The facts of the workspace's own layouts. Those that can't be read are `generate`'s to tell.

    Raises:
        OSError: a file can't be read.
    """
    for language in LAYOUT_LANGUAGES:
        for path in sorted((root / "templates").glob(f"*/{language}.docx")):
            with path.open("rb") as source:
                data = source.read(MAX_BYTES)
            try:
                yield facts(data, path.relative_to(root).as_posix(), language)
            except LayoutError:
                continue


def facts(data: bytes, file: str, language: str) -> Layout:
    """The facts of one layout.

    Raises:
        LayoutError: not a Word document, or not well-formed.
    """
    from sopimukset.formats.word.package import read_package
    from sopimukset.formats.word.xml import parse, w

    parts = read_package(data)
    body = parse(parts[_DOCUMENT], _DOCUMENT)
    styles = parse(parts[_STYLES], _STYLES) if _STYLES in parts else None
    tables = list(body.iter(w("tbl")))
    return Layout(
        file=file,
        language=language,
        text_language=_language(styles),
        headings=_headings(body, _heading_styles(styles)),
        headless=tuple(number for number, table in enumerate(tables, 1) if not _has_header(table)),
        tables=len(tables),
        wordless=sum(1 for picture in body.iter(_DRAWING) if not _described(picture)),
    )


def _language(styles: Any) -> str:  # noqa: ANN401 (lxml ships no types)
    from sopimukset.formats.word.xml import w

    if styles is None:
        return ""
    found = styles.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('lang')}")
    return "" if found is None else str(found.get(w("val")) or "")


def _heading_styles(styles: Any) -> frozenset[str]:  # noqa: ANN401
    from sopimukset.formats.word.xml import w

    if styles is None:
        return frozenset()
    names: Mapping[str, str] = {
        str(style.get(w("styleId"))): str(name.get(w("val"))).lower()
        for style in styles.iter(w("style"))
        if (name := style.find(w("name"))) is not None
    }
    return frozenset(style for style, name in names.items() if name.startswith("heading "))


def _headings(body: Any, styles: frozenset[str]) -> int:  # noqa: ANN401
    from sopimukset.formats.word.xml import w

    return sum(1 for style in body.iter(w("pStyle")) if style.get(w("val")) in styles)


def _has_header(table: Any) -> bool:  # noqa: ANN401
    """Whether a row is marked as a header; a table of one row needs none."""
    from sopimukset.formats.word.xml import w

    rows = table.findall(w("tr"))
    marks = (row.find(f"{w('trPr')}/{w('tblHeader')}") for row in rows)
    off = ("0", "false", "off")
    return len(rows) < 2 or any(
        mark is not None and mark.get(w("val"), "1") not in off for mark in marks
    )


def _described(picture: Any) -> bool:  # noqa: ANN401
    if str(picture.get("descr") or "").strip():
        return True
    return any(mark.get("val") in ("1", "true") for mark in picture.iter(_DECORATIVE))

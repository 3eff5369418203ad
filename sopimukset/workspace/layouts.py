"""What can be told of a Word layout without filling it: the facts that accessibility hangs on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sopimukset.formats.word import LayoutError

LAYOUT_LANGUAGES = ("fi", "sv")
MAX_BYTES = 32 * 1024 * 1024

_DOCUMENT = "word/document.xml"


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
    """The facts of one layout; of its headers and footers the linter tells.

    Raises:
        LayoutError: not a Word document, or not well-formed.
    """
    from sopimukset.formats.word import lines_of
    from sopimukset.formats.word.accessibility import accessibility

    found = accessibility(data, lines_of(data))
    tables = [table for table in found.tables if table.paragraph.part == _DOCUMENT]
    return Layout(
        file=file,
        language=language,
        text_language=found.language,
        headings=sum(1 for item in found.headings if item.paragraph.part == _DOCUMENT),
        headless=tuple(item.number for item in tables if item.rows > 1 and not item.header),
        tables=len(tables),
        wordless=sum(1 for item in found.wordless if item.part == _DOCUMENT),
    )

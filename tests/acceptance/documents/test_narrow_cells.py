"""No word of a table is wider than its cell, in any document or report of the worked regions."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from tests.support.command_line import sopimukset
from tests.support.kind_documents import LANGUAGES, WORKED
from tests.support.narrow_cells import cut_words
from tests.support.pages import made
from tests.support.workspaces import CHECKOUT

DAY = ("--as-of", "2026-11-22")


def reports(folder: Path, *regions: str) -> list[Path]:
    """The reports and summaries of the regions (else of all worked ones) in both languages."""
    for language in LANGUAGES:
        for form in ((), ("--summary",)):
            wish = (
                "report",
                "--format",
                "docx",
                "--language",
                language,
                *form,
                "--out",
                folder,
                *regions,
            )
            done = sopimukset(*DAY, *wish, cwd=CHECKOUT)
            assert done.code == 0, done.err
    return sorted(folder.rglob("*.docx"))


def test_no_word_of_a_table_is_cut(tmp_path: Path) -> None:
    documents = [*made(tmp_path / "asiakirjat", WORKED), *reports(tmp_path / "raportit")]
    assert len(documents) > 1000
    assert [f"{item.name}: {cut}" for item in documents for cut in cut_words(item)] == []


def narrowed(document: Path, target: Path, twips: int) -> Path:
    """The document with each column of its tables so wide."""
    with zipfile.ZipFile(document) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = re.sub(rb'(<w:gridCol w:w=")\d+', rb"\g<1>%d" % twips, content)
            new.writestr(name, content)
    return target


@pytest.mark.parametrize(("twips", "cut"), [(600, True), (4000, False)])
def test_a_cell_that_is_too_narrow_is_found(tmp_path: Path, twips: int, cut: bool) -> None:
    document, *_ = reports(tmp_path, "kainuu")
    found = cut_words(narrowed(document, tmp_path / "kapea.docx", twips))
    assert bool(found) is cut

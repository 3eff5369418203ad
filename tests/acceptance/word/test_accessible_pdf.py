"""The documents as tagged PDF, as LibreOffice exports them by PDF/UA: what an aid to reading gets.

306/2019 asks for accessible files. The Word file's own marks (language, title, headings, header
rows, lists) must survive the way to a PDF, which is what is published.
"""

from __future__ import annotations

import itertools
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from outloud import check
from pdfua import validate

from sopimukset.formats.word import read_properties, shown_drawings
from sopimukset.formats.word.package import read_package
from tests.support.command_line import AS_OF, sopimukset
from tests.support.metafiles import words
from tests.support.workspaces import workspace

BILINGUAL = "pohjanmaa"
"""A worked-out region whose documents are made in both languages."""

LEAST_SAID = 20
"""Letters of the text that stands for a drawing, at the least."""

FILTER = (
    'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"},'
    '"SelectPdfVersion":{"type":"long","value":"17"}}'
)
Tree = Any
"""A node of the structure tree; pikepdf reads them without types."""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every document of the region, in its languages."""
    home = workspace(tmp_path_factory.mktemp("tyotila"), BILINGUAL)
    done = sopimukset(*AS_OF, "generate", BILINGUAL, "--out", "valmis", cwd=home)
    found = sorted((home / "valmis").rglob("*.docx"))
    assert found, done.err
    return found


@pytest.fixture(scope="module")
def exported(
    documents: list[Path],
    program: Callable[[str], str],
    tmp_path_factory: pytest.TempPathFactory,
) -> list[tuple[Path, Path]]:
    """Each document with its PDF, all exported in one run."""
    folder = tmp_path_factory.mktemp("pdf")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [program("soffice"), profile, "--headless", "--convert-to", FILTER]
    command += ["--outdir", folder, *documents]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
    return [(item, folder / f"{item.stem}.pdf") for item in documents]


def nodes(root: Tree) -> Iterator[tuple[str, Tree]]:
    """The structure elements in reading order, by their roles in the standard."""
    roles = root.get("/RoleMap", {})
    waiting = [root.get("/K")]
    while waiting:
        node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += reversed(list(node))
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield str(roles.get(str(node.S), node.S)), node
            waiting.append(node.get("/K"))


def test_each_pdf_says_that_it_is_tagged_in_which_language_and_under_which_title(
    exported: list[tuple[Path, Path]],
) -> None:
    languages: set[str] = set()
    for source, target in exported:
        properties = read_properties(source.read_bytes())
        with pikepdf.open(target) as pdf, pdf.open_metadata() as told:
            assert bool(pdf.Root.MarkInfo.Marked), source.name
            assert str(pdf.Root.Lang).partition("-")[0] == properties.language, source.name
            assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle), source.name
            assert told["dc:title"] == properties.title != "", source.name
            assert told["pdfuaid:part"] == "1", source.name
        languages.add(properties.language)
    assert "fi" in languages


def test_headings_are_headings_and_no_level_is_skipped(exported: list[tuple[Path, Path]]) -> None:
    for source, target in exported:
        with pikepdf.open(target) as pdf:
            roles = [role for role, _ in nodes(pdf.Root.StructTreeRoot)]
        levels = [int(role[2:]) for role in roles if role[:2] == "/H" and role[2:].isdigit()]
        assert levels, f"{source.name} has no heading"
        assert levels[0] == 1, source.name
        pairs = itertools.pairwise(levels)
        assert all(after <= before + 1 for before, after in pairs), source.name


def test_every_table_begins_with_header_cells_and_lists_are_lists(
    exported: list[tuple[Path, Path]],
) -> None:
    tables = 0
    for source, target in exported:
        with pikepdf.open(target) as pdf:
            found = list(nodes(pdf.Root.StructTreeRoot))
            for role, node in found:
                if role != "/Table":
                    continue
                tables += 1
                cells = [inner for inner, _ in nodes(node) if inner in ("/TH", "/TD")]
                assert cells[0] == "/TH", source.name
            roles = {role for role, _ in found}
            assert "/LI" not in roles or "/L" in roles, source.name
    assert tables


def test_each_drawing_is_one_figure_with_all_its_words(exported: list[tuple[Path, Path]]) -> None:
    """No shape stands alone, no text is lost, and two checkers of accessible files agree."""
    drawn = 0
    for source, target in exported:
        told = [item.alternative for item in shown_drawings(read_package(source.read_bytes()))]
        drawn += len(told)
        assert all(len(text) > LEAST_SAID for text in told), source.name
        with pikepdf.open(target) as pdf:
            figures = [node for role, node in nodes(pdf.Root.StructTreeRoot) if role == "/Figure"]
            assert [str(node.get("/Alt", "")) for node in figures] == told, source.name
        assert not [item for item in check(target).findings if item.rule.startswith("FIG")]
        assert not [
            item
            for outcome in validate(str(target)).outcomes
            for item in outcome.findings
            if item.location.struct_role == "/Figure"
        ]
    assert drawn


def test_the_letters_of_a_drawing_can_be_found_in_it(
    exported: list[tuple[Path, Path]], program: Callable[[str], str]
) -> None:
    """They are letters in the PDF, in a typeface that it holds, and no lines."""
    drawn = 0
    for source, target in exported:
        parts = read_package(source.read_bytes())
        labels = [text for name in parts if name.endswith(".emf") for text in words(parts[name])]
        drawn += len(labels)
        told = subprocess.run([program("pdftotext"), target, "-"], check=True, capture_output=True)
        shown = "".join(told.stdout.decode().split())
        assert [text for text in labels if "".join(text.split()) not in shown] == [], source.name
    assert drawn

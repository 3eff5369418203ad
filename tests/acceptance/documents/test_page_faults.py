"""The documents as pages: nothing cut off, no heading left behind, no page with next to nothing.

Every kind in both languages, and a reviewer's copy of each, of the two regions that are least
alike: one in Finnish with four groups, one in two languages with several authorities and facts that
are missing. `nox -s pages` does the same with every document of every worked region.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sopimukset.documents.kinds import KINDS
from sopimukset.formats.word import text_of
from tests.support.change_logs import logs, sample_repository
from tests.support.command_line import sopimukset
from tests.support.kind_documents import SAMPLE, make, sample_workspace
from tests.support.page_faults import fullness, pdf_pages
from tests.support.pages import Laid, laid_out, made, one_of_each
from tests.support.programs import find_program
from tests.support.workspaces import CHECKOUT

REGIONS = ("lappi", "pohjanmaa")
AMENDMENT = "muutossopimus"
HOLED = ("paijat-hame", "pohjois-pohjanmaa")
"""Regions whose year's wheel left 40 % of the page before it empty, in one language each."""
SUMMARISED = ("helsinki", "kainuu")
"""Regions with the longest names, and with staff in two units: their summaries are the fullest."""


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    worked = one_of_each(made(tmp_path_factory.mktemp("docx"), REGIONS))
    reviewed = made(tmp_path_factory.mktemp("perusteet"), REGIONS, annotated=True)
    return [
        *worked,
        *one_of_each(reviewed),
        *_of_samples(tmp_path_factory.mktemp("esimerkit")),
        *_reports(tmp_path_factory.mktemp("raportit")),
    ]


def _of_samples(folder: Path) -> Iterator[Path]:
    """The kinds that come out of versions and of history, which no worked region has."""
    amended = sample_workspace(folder / "muutos", AMENDMENT)
    make(amended, AMENDMENT, regions=(SAMPLE,))
    yield from sorted((amended / "build").rglob("*.docx"))
    (folder / "loki").mkdir()
    yield from logs(sample_repository(folder / "loki", find_program("git"))).values()


def _reports(folder: Path) -> Iterator[Path]:
    """The follow-up reports, which a command of their own makes."""
    asked = ("--as-of", "2026-11-22", "report", "--format", "docx", "--out", folder)
    both = [(*HOLED, "--language", language) for language in ("fi", "sv")]
    for wish in (REGIONS, *both, (*REGIONS, *SUMMARISED, "--summary")):
        done = sopimukset(*asked, *wish, cwd=CHECKOUT)
        assert done.code == 0, done.err
    yield from sorted(folder.rglob("*.docx"))


@pytest.fixture(scope="module")
def laid(documents: list[Path], tmp_path_factory: pytest.TempPathFactory) -> list[Laid]:
    return list(laid_out(documents, tmp_path_factory.mktemp("pdf")))


def test_no_page_has_a_fault(laid: list[Laid]) -> None:
    kinds = {item.document.stem.split("_")[1] for item in laid}
    assert kinds == {kind.laji for kind in KINDS}
    assert len(laid) > 100
    assert sum(len(pdf_pages(item.pdf)) for item in laid) > 240
    assert [fault for item in laid for fault in item.faults] == []


def test_no_page_of_a_report_but_the_last_is_a_third_empty(laid: list[Laid]) -> None:
    """And the last one holds more than a row or two."""
    reports = [item for item in laid if "_seurantaraportti_" in item.document.stem]
    found = {item.document.stem: fullness(item.pdf, item.document) for item in reports}
    whole = {name: shares for name, shares in found.items() if len(shares) > 1}
    assert len(whole) > 10
    assert {name: shares for name, shares in whole.items() if min(shares[:-1]) < 2 / 3} == {}
    assert {name for name, shares in whole.items() if shares[-1] < 0.12} == set()


def test_a_summary_takes_one_page(laid: list[Laid]) -> None:
    found = [item for item in laid if item.document.stem.endswith(("_tiivistelma", "_sammandrag"))]
    assert len(found) > 5
    assert {len(pdf_pages(item.pdf)) for item in found} == {1}


def test_a_year_takes_one_page(laid: list[Laid]) -> None:
    """But where it lists what the paper lacks."""
    stems = ("lappi_vuosikello_", "pohjanmaa_vuosikello_")
    found = [item for item in laid if item.document.stem.startswith(stems)]
    whole = [item for item in found if "UTKAST" not in "\n".join(text_of(read(item)))]
    assert len(whole) > 2
    assert {len(pdf_pages(item.pdf)) for item in whole} == {1}


def read(item: Laid) -> bytes:
    """The Word file."""
    return item.document.read_bytes()


def changed(source: Path, target: Path, part: str, change: Callable[[str], str]) -> Path:
    """The document with one part changed."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            made = change(text) if name == part else text
            assert name != part or made != text
            new.writestr(name, made)
    return target


BODY, STYLES = "word/document.xml", "word/styles.xml"
TINY = '<w:p><w:pPr><w:spacing w:line="20" w:lineRule="exact"/></w:pPr></w:p>'


def page(text: str) -> str:
    """A paragraph that begins a page."""
    return f"<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def breaking(style: str) -> Callable[[str], str]:
    """Begins a new page right after the last paragraph of a style."""
    paragraph = re.compile(rf'<w:p><w:pPr><w:pStyle w:val="{style}".*?</w:p>')

    def change(text: str) -> str:
        end = max(item.end() for item in paragraph.finditer(text))
        return text[:end] + TINY + page("Seuraava sivu") + text[end:]

    return change


def parting(text: str) -> str:
    """Begins a new page with every caption, and puts a text that leads to it on the page before."""
    leads = f"{TINY}<w:p><w:r><w:t>Luvut ovat taulukossa.</w:t></w:r></w:p>"
    properties = '<w:pPr><w:pStyle w:val="Kuvaotsikko"/>'
    return text.replace(f"<w:p>{properties}", f"{leads}<w:p>{properties}<w:pageBreakBefore/>")


def narrow(text: str) -> str:
    """Makes the first column of every table too narrow for its words."""
    text = re.sub(r'(<w:tblGrid><w:gridCol w:w=")\d+', r"\g<1>500", text)
    return re.sub(r'(<w:tr>.*?<w:tcW w:w=")\d+', r"\g<1>500", text)


def divided(text: str) -> str:
    """Puts a case number where a cell's line ends."""
    first = text.index("<w:tc>", text.index("</w:tr>"))
    start = text.index("</w:pPr>", first) + len("</w:pPr>")
    filler = "<w:r><w:t>kaupunginhallitus, KUV-2026-118</w:t></w:r>"
    width = re.sub(r'(<w:gridCol w:w=")\d+', r"\g<1>2150", text[:start])
    return width + filler + text[start:]


def last_line(text: str) -> str:
    """Puts one line on a page of its own at the end."""
    return text.replace("<w:sectPr>", f"{page('Viimeinen rivi')}<w:sectPr>")


def last_lines(text: str) -> str:
    """Puts two lines on a page of their own at the end."""
    more = "<w:p><w:r><w:t>Toinen rivi</w:t></w:r></w:p>"
    return last_line(text).replace("<w:sectPr>", f"{more}<w:sectPr>")


def empty(text: str) -> str:
    """Leaves a page without a word at the end."""
    return text.replace("<w:sectPr>", f"{page('')}<w:sectPr>")


def meagre(text: str) -> str:
    """Leaves a page with one line before the last."""
    return last_line(last_line(text))


def shifted(text: str) -> str:
    """Lets plain paragraphs begin beyond the margin."""
    plain = '<w:pStyle w:val="Normaali"/>'
    return text.replace(plain, f'{plain}<w:ind w:left="-900"/>')


def crowded(text: str) -> str:
    """Sets lines closer than they are high."""
    return text.replace('w:line="269" w:lineRule="auto"', 'w:line="90" w:lineRule="exact"')


FAULTS = {
    "a heading that stays behind": (BODY, breaking("Otsikko1"), "heading last on the page"),
    "a caption that stays behind": (BODY, breaking("Kuvaotsikko"), "caption last on the page"),
    "a text whose table is on the next page": (BODY, parting, "text parted from what it leads to"),
    "a column too narrow": (BODY, narrow, "divided or lost"),
    "a number divided in a cell": (BODY, divided, "number divided: KUV-2026-118"),
    "a line alone on the last page": (BODY, last_line, "1 lines alone: Viimeinen rivi"),
    "two lines alone on the last page": (BODY, last_lines, "2 lines alone: Viimeinen rivi / Toi"),
    "a page without a word": (BODY, empty, ": empty"),
    "a page with next to nothing": (BODY, meagre, "points of it are used"),
    "text beyond the margin": (BODY, shifted, "beyond the margin"),
    "lines over one another": (STYLES, crowded, "one over another"),
}


def test_each_fault_is_found(documents: list[Path], tmp_path: Path) -> None:
    """A check that finds nothing in a faulty document would be worth nothing."""
    [source] = [
        path
        for path in documents
        if path.stem.startswith("pohjanmaa_tym-") and "fi" in path.stem[-2:]
    ]
    files = [
        changed(source, tmp_path / f"pohjanmaa_{number}.docx", part, change)
        for number, (part, change, _) in enumerate(FAULTS.values())
    ]
    found = {item.document.name: item.faults for item in laid_out(files, tmp_path / "pdf")}
    for (name, (_, _, told)), file in zip(FAULTS.items(), files, strict=True):
        assert any(told in fault for fault in found[file.name]), (name, found[file.name])

"""What `verify` tells of words that still stand in a document but that nobody reads any more."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import docx.document
import docx.text.paragraph
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from sopimukset.documents.verification import State
from sopimukset.formats import zip as archive
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.verify import Verified, verify
from tests.support.command_line import sopimukset
from tests.support.office import NEITHER, Job, work
from tests.support.workspaces import EXAMPLE, workspace

DAY = date(2026, 6, 1)
NAME = f"{EXAMPLE}_tym-sopimus_2025-04-01_fi.docx"
START = "Tällä sopimuksella"

Change = Callable[[docx.document.Document], object]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the agreement that was made in it."""
    found = workspace(tmp_path_factory.mktemp("tyotila"))
    generate(found, Wishes(kinds=("tym-sopimus",), out=found / "build"), DAY, lambda *_: None)
    return found


def resaved(root: Path, folder: Path, change: Change) -> Path:
    document = docx.Document(str(root / "build" / EXAMPLE / NAME))
    change(document)
    target = folder / "muokattu.docx"
    document.save(str(target))
    return target


def verified(root: Path, path: Path) -> Verified:
    [found] = verify(root, [path], DAY)
    return found


def clause(document: docx.document.Document) -> docx.text.paragraph.Paragraph:
    return next(item for item in document.paragraphs if item.text.startswith(START))


def flag(document: docx.document.Document, name: str, *, value: str | None = None) -> None:
    """Turn on a look of every run of the clause."""
    for run in clause(document).runs:
        look = OxmlElement(f"w:{name}")
        if value is not None:
            look.set(qn("w:val"), value)
        run._r.get_or_add_rPr().append(look)


def of_style(document: docx.document.Document, name: str) -> None:
    """A look of the clause's own style, which another clause doesn't have."""
    style = document.styles.add_style("Piilo", 1)
    style.base_style = clause(document).style
    setattr(style.font, name, True)
    clause(document).style = style


def white(document: docx.document.Document) -> None:
    for run in clause(document).runs:
        run.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)


def tiny(document: docx.document.Document) -> None:
    for run in clause(document).runs:
        run.font.size = Pt(1)


@pytest.mark.parametrize(
    ("change", "veil", "words"),
    [
        (lambda file: flag(file, "strike"), "struck", "on yliviivattu"),
        (lambda file: flag(file, "dstrike", value="true"), "struck", "on yliviivattu"),
        (lambda file: flag(file, "vanish"), "hidden", "on piilotettu"),
        (lambda file: of_style(file, "strike"), "struck", "on yliviivattu"),
        (lambda file: of_style(file, "hidden"), "hidden", "on piilotettu"),
        (white, "white", "valkoista tekstiä"),
        (tiny, "tiny", "niin pientä tekstiä"),
    ],
)
def test_a_clause_that_nobody_reads_is_told_of(
    root: Path, tmp_path: Path, change: Change, veil: str, words: str
) -> None:
    path = resaved(root, tmp_path, change)
    found = verified(root, path)
    assert (found.state, found.stands, found.edits) == (State.EDITED, False, ())
    [only] = found.unseen.texts
    assert (only.veil.value, only.whole) == (veil, True)
    assert only.text.startswith(START)
    done = sopimukset("--as-of", "2026-06-01", "verify", path, cwd=root)
    assert done.code == 1
    assert f"kappale {only.number} " in done.out
    assert words in done.out
    assert "ennallaan" not in done.out.split("Tehty tiedoista")[0]


def test_a_part_of_a_clause_is_told_as_one(root: Path, tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        clause(document).add_run(" Sana").font.strike = True

    path = resaved(root, tmp_path, change)
    [only] = verified(root, path).unseen.texts
    assert (only.text, only.whole) == ("Sana", False)
    done = sopimukset("--as-of", "2026-06-01", "verify", "--format", "json", path, cwd=root)
    [told] = json.loads(done.out)[0]["unseen"]
    assert told == {"paragraph": only.number, "how": "struck", "text": "Sana", "whole": False}


def test_a_row_of_a_table_can_be_hidden(root: Path, tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        row = next(r for t in document.tables for r in t.rows if r.cells[0].text.strip())
        row._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))

    found = verified(root, resaved(root, tmp_path, change))
    assert {item.veil.value for item in found.unseen.texts} == {"hidden"}


def test_a_look_that_is_turned_off_veils_nothing(root: Path, tmp_path: Path) -> None:
    found = verified(root, resaved(root, tmp_path, lambda file: flag(file, "vanish", value="0")))
    assert (found.state, bool(found.unseen)) == (State.RESAVED, False)


def test_white_words_on_a_dark_ground_are_read(root: Path, tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        white(document)
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), "1F3864")
        clause(document)._p.get_or_add_pPr().append(shade)

    assert verified(root, resaved(root, tmp_path, change)).state is State.RESAVED


def no_text(document: docx.document.Document) -> None:
    for run in document.sections[0].header.paragraphs[0].runs:
        if "ESIMERKKI" in run.text:
            run.text = ""


def no_header(document: docx.document.Document) -> None:
    document.sections[0].header.is_linked_to_previous = True


def hidden_mark(document: docx.document.Document) -> None:
    for run in document.sections[0].header.paragraphs[0].runs:
        run.font.hidden = True


def other_first_page(document: docx.document.Document) -> None:
    document.sections[0].different_first_page_header_footer = True


@pytest.mark.parametrize("change", [no_text, no_header, hidden_mark, other_first_page])
def test_a_mark_that_the_header_has_lost_is_told_of(
    root: Path, tmp_path: Path, change: Change
) -> None:
    path = resaved(root, tmp_path, change)
    found = verified(root, path)
    assert (found.state, found.unseen.marks, found.edits) == (State.EDITED, ("ESIMERKKI",), ())
    done = sopimukset("--as-of", "2026-06-01", "verify", path, cwd=root)
    assert done.code == 1
    assert "Ylätunnisteesta puuttuu merkintä ESIMERKKI." in done.out


def footer(document: docx.document.Document, old: str, new: str) -> None:
    """Word's way: the text of the paragraph's runs, as a person would type over it."""
    texts = document.sections[0].footer._element.iter(qn("w:t"))
    found = next(item for item in texts if old in (item.text or ""))
    found.text = (found.text or "").replace(old, new)


def test_a_footer_that_tells_of_another_matter_is_told_of(root: Path, tmp_path: Path) -> None:
    path = resaved(
        root, tmp_path, lambda file: footer(file, "Asiatunnus: ", "Asiatunnus: 131052-308T ")
    )
    found = verified(root, path)
    assert (found.state, found.stands, found.edits) == (State.EDITED, False, ())
    [only] = found.unseen.running
    assert (only.place, only.gone, len(only.now)) == ("footer", 1, 1)
    assert "308T" not in only.now[0]
    done = sopimukset("--as-of", "2026-06-01", "verify", path, cwd=root)
    assert done.code == 1
    assert "alatunnisteen teksti on muuttunut" in done.out
    assert f"+ {only.now[0]}" in done.out
    told = sopimukset("--as-of", "2026-06-01", "verify", "--format", "json", path, cwd=root)
    assert json.loads(told.out)[0]["running"] == [
        {"place": "footer", "removed": 1, "now": list(only.now)}
    ]


def test_a_header_with_another_title_is_told_of(root: Path, tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        document.sections[0].header.paragraphs[0].add_run(" lisäys")

    [only] = verified(root, resaved(root, tmp_path, change)).unseen.running
    assert (only.place, only.gone) == ("header", 1)
    assert only.now[0].endswith("lisäys")


def test_pages_that_are_numbered_anew_change_no_footer(root: Path, tmp_path: Path) -> None:
    """A program writes the numbers of its own pages into the results of the fields."""

    def change(document: docx.document.Document) -> None:
        fields = document.sections[0].footer._element
        shown = False
        for item in fields.iter(qn("w:fldChar"), qn("w:t")):
            if item.tag == qn("w:fldChar"):
                shown = item.get(qn("w:fldCharType")) == "separate"
            elif shown:
                item.text = "77"

    found = verified(root, resaved(root, tmp_path, change))
    assert (found.state, found.stands) == (State.RESAVED, True)


def test_a_file_that_tells_nothing_of_its_footer_is_not_judged_by_it(
    root: Path, tmp_path: Path
) -> None:
    """Such were made before the properties of headers and footers were."""
    path = resaved(root, tmp_path, lambda file: footer(file, "Asiatunnus: ", "Asiatunnus: X "))
    parts = archive.read(path.read_bytes())
    custom = parts["docProps/custom.xml"].decode()
    assert "tunnisteet" in custom
    parts["docProps/custom.xml"] = custom.replace("tunnisteet", "muuta").encode()
    path.write_bytes(archive.write(parts))
    found = verified(root, path)
    assert (found.state, found.stands) == (State.BODY_RESAVED, True)
    assert "ylätunnisteesta vain merkintä" in found.state.value


def test_an_identity_code_is_never_repeated(root: Path, tmp_path: Path) -> None:
    def change(document: docx.document.Document) -> None:
        clause(document).add_run(" 131052-308T").font.strike = True

    assert [item.text for item in verified(root, resaved(root, tmp_path, change)).unseen.texts] == [
        "•" * 11
    ]


def test_what_libreoffice_hid_is_told_of(
    root: Path, tmp_path: Path, program: Callable[[str], str]
) -> None:
    program("soffice")
    path = root / "build" / EXAMPLE / NAME
    parts = archive.read(path.read_bytes())
    xml = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(
        rf"(<w:r>)(<w:t[^>]*>{START})", r"\1<w:rPr><w:vanish/></w:rPr>\2", xml
    ).encode()
    assert parts["word/document.xml"] != xml.encode()
    source, target = tmp_path / "piilo.docx", tmp_path / "tallennettu.docx"
    source.write_bytes(archive.write(parts))
    work([Job(NEITHER, source, target)], tmp_path)
    [only] = verified(root, target).unseen.texts
    assert (only.veil.value, only.text[: len(START)]) == ("hidden", START)

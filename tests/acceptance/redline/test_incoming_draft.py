"""`redline ALUE SOPIMUS LUONNOS.docx`: a draft of another party, in its own numbering and looks."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from random import Random

import docx
import docx.table
import pytest
from docx.oxml.ns import qn
from openxml_audit import OpenXmlValidator

from sopimukset.formats.word import text_of
from sopimukset.formats.word.outline import Block, outline
from sopimukset.formats.word.redline import accept_all, count_changes, normal_form, reject_all
from tests.support.command_line import AS_OF, Done, sopimukset
from tests.support.kind_documents import make
from tests.support.word_pairs import Control, Document, Paragraph, Run, Table, packed
from tests.support.workspaces import workspace

REGION, AGREEMENT = "paijat-hame", "tym-sopimus"
Row = list[list[Paragraph | Table]]
Piece = Paragraph | Table | Control


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with its agreement in both languages."""
    folder = workspace(tmp_path_factory.mktemp("tila"))
    make(folder, AGREEMENT)
    return folder


def agreement(place: Path, language: str = "fi") -> Path:
    """Our agreement."""
    (path,) = (place / "build").rglob(f"*_tym-sopimus_*_{language}.docx")
    return path


def rewritten(document: bytes, change: Callable[[str], str | None]) -> bytes:
    """A document's words in plain paragraphs and tables, headings with a number typed before them.

    Args:
        document: ours.
        change: what becomes of each paragraph; None for one that falls away.
    """
    return packed(Document(list(_plain(outline(document), change))), Random(1))


def _plain(blocks: list[Block], change: Callable[[str], str | None]) -> Iterator[Piece]:
    number = 3
    for block in blocks:
        if block.contents:
            continue
        if block.is_table:
            yield Table([[[Paragraph([Run(cell)])] for cell in row] for row in block.rows])
            continue
        text = block.text
        if block.level == 1:
            number += 1
            text = f"{number} § {text}"
        changed = change(text)
        if changed is not None:
            yield Paragraph([Run(changed)])


def answer(place: Path, draft: bytes, folder: Path, *options: str) -> Done:
    """What the command says of a draft."""
    (folder / "luonnos.docx").write_bytes(draft)
    return sopimukset(
        *("-C", str(place), *AS_OF, "redline", REGION, AGREEMENT, "luonnos.docx", *options),
        cwd=folder,
    )


def states(done: Done) -> dict[str, str]:
    """Each clause of ours, or heading of the draft's, and what becomes of it."""
    rows = json.loads(done.out)["clauses"]
    return {row["clause"] or row["draft_heading"]: row["state"] for row in rows}


def test_our_words_in_another_numbering_are_all_kept(place: Path, tmp_path: Path) -> None:
    """And the document with the answer has no change."""
    draft = rewritten(agreement(place).read_bytes(), lambda text: text)
    asked = ("--format", "json", "--out", "luonnos_muutokset.docx")
    done = answer(place, draft, tmp_path, *asked)
    assert done.code == 0, done.err
    assert set(states(done).values()) == {"kept"}
    assert json.loads(done.out)["summary"] == {"kept": 20, "changed": 0, "lacking": 0, "added": 0}
    assert count_changes((tmp_path / "luonnos_muutokset.docx").read_bytes()).none


def _changed(text: str) -> str | None:
    if "hallintosopimus" in text or text.startswith("Sopimuksen tulkintaa"):
        return None
    if re.match(r"\d+ § Erimielisyyksien", text):
        return None
    if re.match(r"\d+ § Johtoryhmä$", text):
        return "13 § Salassapito: osapuolten tiedot"
    return text.replace("kuutta kuukautta", "kolmea kuukautta").replace(
        "6 kuukautta", "3 kuukautta"
    )


def test_what_a_draft_changes_and_lacks(place: Path, tmp_path: Path) -> None:
    """Told clause by clause; the changes stand in our own document."""
    own = agreement(place).read_bytes()
    done = answer(place, rewritten(own, _changed), tmp_path, "--format", "json")
    found = states(done)
    assert found["erimielisyydet"] == "lacking"
    assert found["voimassaolo"] == "changed"
    assert found["tarkoitus"] == "kept"
    made = (tmp_path / "luonnos_muutokset.docx").read_bytes()
    assert normal_form(reject_all(made)) == normal_form(own)
    accepted = "\n".join(text_of(accept_all(made)))
    assert "Irtisanomisaika: 3 kuukautta" in accepted
    assert "Sopimus on hallintosopimus." not in accepted
    assert json.loads(done.out)["language"] == "fi"


def test_a_staff_table_of_an_annex(place: Path, tmp_path: Path) -> None:
    """Its change is a row of its own, and in the answer only the cell that says otherwise moves."""
    own = agreement(place).read_bytes()
    annex = next(item for item in outline(own) if item.is_table and "htv" in item.text)
    amount = next(cell for row in annex.rows for cell in row if re.fullmatch(r"\d+,\d", cell))
    blocks = list(_plain(outline(own), lambda text: text))
    table = next(item for item in blocks if isinstance(item, Table) and amount in str(item))
    firsts = [cell[0] for row in table.rows for cell in row]
    words = [item for item in firsts if isinstance(item, Paragraph)]
    next(item for item in words if item.runs[0].text == amount).runs[0] = Run("3")
    done = answer(place, packed(Document(blocks), Random(1)), tmp_path, "--format", "json")
    assert {name for name, state in states(done).items() if state == "changed"} == {"liite-1"}
    made = (tmp_path / "luonnos_muutokset.docx").read_bytes()
    assert normal_form(reject_all(made)) == normal_form(own)
    counted = count_changes(made)
    assert (counted.inserted, counted.deleted, counted.looks) == (1, 1, 0)
    missing = [item for item in blocks if item is not table]
    other = tmp_path / "toinen"
    other.mkdir()
    done = answer(place, packed(Document(missing), Random(1)), other, "--format", "json")
    assert states(done)["liite-1"] == "changed"


def _regrown(own: bytes, columns: Callable[[Row], Row]) -> bytes:
    """A draft whose staff table has other columns than ours."""
    blocks = list(_plain(outline(own), lambda text: text))
    for item in blocks:
        if isinstance(item, Table) and "htv" in str(item):
            item.rows[:] = [columns(row) for row in item.rows]
    return packed(Document(blocks), Random(1))


def _staff_table(document: bytes) -> docx.table.Table:
    made = docx.Document(BytesIO(document))
    [found] = [item for item in made.tables if "htv" in item._tbl.xml]
    return found


def _shape(table: docx.table.Table) -> tuple[list[int], list[bool]]:
    """The widths of the columns, and which rows head the table."""
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
    heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
    return widths, heads


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_table_with_a_column_less_keeps_its_head_and_its_widths(
    place: Path, tmp_path: Path, gone: int
) -> None:
    own = agreement(place).read_bytes()
    draft = _regrown(own, lambda row: [cell for at, cell in enumerate(row) if at != gone])
    assert answer(place, draft, tmp_path).code == 0
    made = (tmp_path / "luonnos_muutokset.docx").read_bytes()
    assert normal_form(reject_all(made)) == normal_form(own)
    before, heads = _shape(_staff_table(own))
    after, still = _shape(_staff_table(accept_all(made)))
    assert still == heads
    assert heads[0]
    left = [width for at, width in enumerate(before) if at != gone]
    scale = sum(before) / sum(left)
    assert after == pytest.approx([width * scale for width in left], abs=1)
    audited = OpenXmlValidator().validate(str(tmp_path / "luonnos_muutokset.docx"))
    assert list(audited.errors) == []


def test_a_table_with_a_column_more_keeps_its_head_and_its_whole_width(
    place: Path, tmp_path: Path
) -> None:
    own = agreement(place).read_bytes()
    draft = _regrown(own, lambda row: [*row, [Paragraph([Run("Huomautus")])]])
    assert answer(place, draft, tmp_path).code == 0
    made = (tmp_path / "luonnos_muutokset.docx").read_bytes()
    assert normal_form(reject_all(made)) == normal_form(own)
    before, heading = _shape(_staff_table(own))
    after, still = _shape(_staff_table(accept_all(made)))
    assert still == heading
    assert sum(after) == pytest.approx(sum(before), abs=len(after))
    shares = [width / sum(before) for width in before]
    assert [width / sum(after[:-1]) for width in after[:-1]] == pytest.approx(shares, abs=0.01)


def test_an_annex_that_was_not_sent_stays(place: Path, tmp_path: Path) -> None:
    """It is said to be missing, and the answer doesn't strike it out."""
    own = agreement(place).read_bytes()
    blocks = list(_plain(outline(own), lambda text: text))
    end = max(at for at, item in enumerate(blocks) if "Liite 1" in str(item))
    draft = packed(Document(blocks[: end - 2]), Random(1))
    done = answer(place, draft, tmp_path, "--out", "luonnos_muutokset.docx")
    assert re.search(r"^– +Liite 1: .*puuttuu$", done.out, re.MULTILINE)
    assert count_changes((tmp_path / "luonnos_muutokset.docx").read_bytes()).none


def test_an_added_clause_stands_where_the_draft_has_it(place: Path, tmp_path: Path) -> None:
    """After the clause that it follows."""
    own = agreement(place).read_bytes()
    blocks = list(_plain(outline(own), lambda text: text))
    at = next(
        at
        for at, item in enumerate(blocks)
        if isinstance(item, Paragraph) and item.runs[0].text.endswith("§ Kustannukset")
    )
    text = "Osapuolet pitävät salassa tiedot, jotka on laissa säädetty salassa pidettäviksi."
    blocks[at:at] = [Paragraph([Run("14 § Salassapito")]), Paragraph([Run(text)])]
    done = answer(place, packed(Document(blocks), Random(1)), tmp_path)
    assert done.code == 0, done.err
    assert re.search(r"^\+ +14 § Salassapito .*lisätty$", done.out, re.MULTILINE)
    assert "ennallaan 20, lisätty 1" in done.out
    lines = text_of(accept_all((tmp_path / "luonnos_muutokset.docx").read_bytes()))
    at = lines.index("Salassapito")
    assert lines[at + 1 : at + 3] == [text, "Kustannukset"]


def test_the_language_of_a_draft_is_found(place: Path, tmp_path: Path) -> None:
    """Of those in which the region has its agreements."""
    record = place / "regions" / REGION / "alue.yaml"
    before = record.read_text(encoding="utf-8")
    record.write_text(re.sub(r"(?m)^kielet: .*$", "kielet: [fi, sv]", before), encoding="utf-8")
    make(place, AGREEMENT)
    draft = rewritten(agreement(place, "sv").read_bytes(), lambda text: text)
    done = answer(place, draft, tmp_path, "--format", "json")
    record.write_text(before, encoding="utf-8")
    assert done.code == 0, done.err
    assert json.loads(done.out)["language"] == "sv"
    assert set(states(done).values()) == {"kept"}


def test_a_draft_that_another_program_saved(
    place: Path, tmp_path: Path, program: Callable[[str], str]
) -> None:
    """Through LibreOffice's own format and back."""
    source = agreement(place)
    profile = f"-env:UserInstallation={(tmp_path / 'profiili').as_uri()}"
    base = [program("soffice"), "--headless", profile, "--convert-to"]
    for form, path in (("odt", source), ("docx", tmp_path / "o" / f"{source.stem}.odt")):
        target = tmp_path / form[0]
        command = [*base, form, "--outdir", str(target), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "d" / source.name).read_bytes()
    done = answer(place, saved, tmp_path, "--format", "json")
    assert done.code == 0, done.err
    assert set(states(done).values()) == {"kept"}


def test_a_document_of_something_else(place: Path, tmp_path: Path) -> None:
    """Is said to hold nothing of ours."""
    draft = packed(Document([Paragraph([Run("Ruokalista: maanantaina hernekeittoa.")])]), Random(0))
    done = answer(place, draft, tmp_path)
    assert done.code == 0
    assert "ei tunnistettu yhtään" in done.err
    assert "puuttuu 20" in done.out

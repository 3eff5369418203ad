"""What `verify` tells of a follow-up report, as PDF and as Word."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.documents.pdf_provenance import examine_pdf
from sopimukset.documents.verification import State
from sopimukset.formats.pdf import paper_to_pdf
from sopimukset.formats.sealing import sealed
from sopimukset.tasks.verify import Verified, verify
from tests.support.command_line import sopimukset
from tests.support.papers import paper
from tests.support.reports import AS_OF, DAY, REGION, followed_workspace
from tests.support.workspaces import edit, record


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with its report and its summary, as PDF and as Word."""
    found = followed_workspace(tmp_path_factory.mktemp("raportti"))
    for form in ("pdf", "docx"):
        for more in ((), ("--summary",)):
            sopimukset(*AS_OF, "report", "--format", form, *more, cwd=found)
    return found


def made(root: Path, ending: str) -> list[Path]:
    found = sorted((root / "build" / REGION).glob(f"*.{ending}"))
    assert len(found) == 2
    return found


def verified(root: Path, path: Path) -> Verified:
    [found] = verify(root, [path], DAY)
    return found


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_a_report_as_it_was_made_stands(root: Path, ending: str) -> None:
    for path in made(root, ending):
        found = verified(root, path)
        assert (found.state, found.stands) == (State.UNTOUCHED, True)
        assert found.origin is not None
        assert (found.origin.region, found.origin.language) == (REGION, "fi")
        assert {file.split("/")[0] for file, _ in found.origin.sources} == {
            "alue.yaml", "kokoukset", "seuranta",
        }  # fmt: skip


def test_the_command_tells_of_a_pdf_without_a_template(root: Path) -> None:
    [path, _] = made(root, "pdf")
    done = sopimukset(*AS_OF, "verify", str(path), cwd=root)
    assert (done.code, done.err) == (0, "")
    assert "Asiakirja on sellaisena kuin se tehtiin." in done.out
    assert f"Tehty tiedoista: {REGION}, seurantaraportti, fi. alue.yaml " in done.out
    assert "Pohja" not in done.out


@pytest.mark.parametrize("streams", list(pikepdf.ObjectStreamMode.__members__.values()))
def test_a_pdf_that_another_program_saved_is_known_and_not_compared(
    root: Path, tmp_path: Path, streams: pikepdf.ObjectStreamMode
) -> None:
    path = tmp_path / "tallennettu.pdf"
    with pikepdf.open(made(root, "pdf")[0]) as pdf:
        pdf.save(path, object_stream_mode=streams)
    found = verified(root, path)
    assert (found.state, found.stands, found.edits) == (State.CHANGED, False, ())
    assert found.origin == verified(root, made(root, "pdf")[0]).origin
    done = sopimukset(*AS_OF, "verify", "--format", "json", str(path), cwd=root)
    assert (done.code, json.loads(done.out)[0]["state"]) == (1, "changed")


@given(data=st.data())
def test_no_byte_changes_unseen(root: Path, data: st.DataObject) -> None:
    content = bytearray(made(root, "pdf")[0].read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    assert examine_pdf(bytes(content)).untouched
    content[at] ^= data.draw(st.integers(1, 255))
    assert not examine_pdf(bytes(content)).untouched
    assert not examine_pdf(made(root, "pdf")[0].read_bytes() + b"%%EOF\n").untouched


def test_facts_that_move_on_are_told(tmp_path: Path) -> None:
    root = followed_workspace(tmp_path)
    sopimukset(*AS_OF, "report", cwd=root)
    [path] = (root / "build").rglob("*.pdf")
    edit(record(root, REGION), ("muoto: 1\n", "muoto: 1  # huomautus\n"))
    found = verified(root, path)
    assert (found.state, found.stands) == (State.UNTOUCHED, False)
    assert any("alue.yaml" in note for note in found.notes)


def test_an_edited_word_report_shows_what_was_edited(root: Path, tmp_path: Path) -> None:
    document = docx.Document(str(made(root, "docx")[0]))
    next(item for item in document.paragraphs if item.text.startswith("Avoimia")).text = "Muuta."
    document.save(str(path := tmp_path / "muokattu.docx"))
    found = verified(root, path)
    assert found.state is State.EDITED
    assert [item.now for item in found.edits] == [("Muuta.",)]


def test_a_pdf_of_somebody_else_is_not_ours(root: Path, tmp_path: Path) -> None:
    path = tmp_path / "muu.pdf"
    path.write_bytes(paper_to_pdf(replace(paper(), properties=())))
    assert verified(root, path).state is State.FOREIGN
    path.write_bytes(b"%PDF-1.7\n<</Title <feff00> /CreationDate (x)>>")
    assert verified(root, path).state is State.FOREIGN


def test_what_has_no_room_for_a_seal_is_not_sealed() -> None:
    with pytest.raises(ValueError, match="no property"):
        sealed(b"%PDF-1.7", "sinetti")

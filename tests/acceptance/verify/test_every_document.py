"""What `verify` tells of every document of every worked region while nothing has changed."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import docx
import pytest

from sopimukset.documents.kinds import KINDS
from sopimukset.documents.verification import State
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.verify import Verified, verify
from tests.support.command_line import Done, sopimukset
from tests.support.kind_documents import WORKED
from tests.support.workspaces import edit, record, workspace

DAY = date(2026, 6, 1)
YEARS = (2025, 2027)
"""Years of which wheels are made besides those of the day's."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of all worked regions with all of their documents."""
    found = workspace(tmp_path_factory.mktemp("kaikki"), *WORKED)
    wishes = Wishes(kinds=tuple(kind.laji for kind in KINDS), out=found / "build")
    generate(found, wishes, DAY, lambda *_: None)
    for year in YEARS:
        wishes = Wishes(kinds=("vuosikello",), out=found / f"build-{year}", year=year)
        generate(found, wishes, DAY, lambda *_: None)
    return found


def documents(root: Path) -> list[Path]:
    return sorted(root.glob("build*/*/*.docx"))


def test_every_untouched_document_is_as_it_would_be_made_now(root: Path) -> None:
    paths = documents(root)
    done = sopimukset("--as-of", "2026-06-01", "verify", "--format", "json", *paths, cwd=root)
    found = {Path(item["file"]).name: item for item in json.loads(done.out)}
    others = [
        name
        for name, item in found.items()
        if not (item["state"] == "untouched" and item["stands"] and item["same_text"])
    ]
    assert (done.code, done.err, others) == (0, "", [])
    assert len(found) > 600


@pytest.mark.parametrize("kind", ["poytakirja", "kokouskutsu", "vuosikello"])
def test_an_edit_of_an_older_paper_is_shown_as_it_was(
    root: Path, tmp_path: Path, kind: str
) -> None:
    for path in documents(root):
        if path.name.startswith(f"paijat-hame_{kind}_") and path.stem.endswith("_fi"):
            found = _edited(root, path, tmp_path)
            assert found.state is State.EDITED, path.name
            assert [item.before is None for item in found.edits] == [False], path.name
            assert found.why == ""


def test_repeated_naming_proposals_are_told_apart(root: Path, tmp_path: Path) -> None:
    paths = sorted((root / "build").rglob("*_paatosehdotus_nimeaminen-tym-hva_*_fi.docx"))
    assert len({path.stem.split("_")[-2] for path in paths}) > 1
    for path in paths:
        assert [item.before is None for item in _edited(root, path, tmp_path).edits] == [False]


def test_a_meeting_stays_the_same_one_when_another_is_held_on_its_day(
    root: Path, tmp_path: Path
) -> None:
    [path] = root.glob("build/paijat-hame/paijat-hame_poytakirja_2025-06-12_fi.docx")
    later = workspace(tmp_path)
    folder = record(later).parent / "kokoukset"
    second = folder / "2025-06-12-toinen.yaml"
    first = (folder / "2025-06-12.yaml").read_bytes()
    second.write_bytes(first.replace(b'klo: "9.00"', b'klo: "13.00"'))
    [found] = verify(later, [path], DAY)
    assert (found.stands, found.same_text) == (True, True)


def test_a_decision_of_a_day_that_is_no_longer_recorded_is_gone(root: Path, tmp_path: Path) -> None:
    [path] = root.glob("build/*/paijat-hame_paatosehdotus_nimeaminen-tym-hva_2026-06-01_fi.docx")
    later = workspace(tmp_path)
    edit(record(later), ("alkaen: 2026-06-01", "alkaen: 2026-07-01"))
    [found] = verify(later, [path], DAY)
    assert any("ei enää ole sitä" in note for note in found.notes)
    assert found.same_text is None


class TestSeveralFiles:
    """What can't be examined keeps no other file from it."""

    def test_one_that_is_missing(self, root: Path, tmp_path: Path) -> None:
        first, second, gone = *documents(root)[:2], tmp_path / "puuttuu.docx"
        done = self.run(root, first, gone, second, "--format", "json")
        assert done.code == 2
        assert [item["state"] for item in json.loads(done.out)] == ["untouched"] * 2
        assert f"Tiedostoa {gone.as_posix()} ei ole." in done.err

    def test_a_missing_one_outranks_an_edited_one(self, root: Path, tmp_path: Path) -> None:
        path = tmp_path / "muokattu.docx"
        document = docx.Document(str(documents(root)[0]))
        document.add_paragraph("Lisätty.")
        document.save(str(path))
        assert self.run(root, path).code == 1
        done = self.run(root, path, tmp_path / "puuttuu.docx")
        assert (done.code, "on muokattu" in done.out) == (2, True)

    def test_a_folder_is_no_file(self, root: Path) -> None:
        done = self.run(root, root / "build", documents(root)[0])
        assert (done.code, "sellaisena kuin se tehtiin" in done.out) == (2, True)
        assert "on kansio, ei tiedosto." in done.err

    def test_what_cannot_be_read_outranks_what_is_missing(self, root: Path, tmp_path: Path) -> None:
        broken = tmp_path / "outo.docx"
        broken.write_bytes(b"teksti")
        done = self.run(root, broken, tmp_path / "puuttuu.docx", documents(root)[0])
        assert (done.code, "sellaisena kuin se tehtiin" in done.out) == (4, True)
        assert "ei ole Word-asiakirja" in done.err
        assert "puuttuu.docx ei ole." in done.err

    def run(self, root: Path, *words: Path | str) -> Done:
        return sopimukset("--as-of", "2026-06-01", "verify", *words, cwd=root)


def _edited(root: Path, path: Path, folder: Path) -> Verified:
    """A document with one paragraph that is longer than it was."""
    document = docx.Document(str(path))
    long = max(document.paragraphs, key=lambda item: len(item.text))
    long.add_run(" Lisätty.")
    target = folder / path.name
    document.save(str(target))
    [found] = verify(root, [target], DAY)
    return found

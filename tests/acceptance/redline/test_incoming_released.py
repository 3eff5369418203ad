"""`redline ALUE SOPIMUS LUONNOS.docx` of a draft that descends from a released version."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random
from typing import Any

import docx
import pytest

from sopimukset.formats.word.outline import outline
from sopimukset.formats.word.redline import count_changes
from tests.support.repositories import Repository, repository
from tests.support.word_pairs import Control, Document, Paragraph, Run, Table, packed
from tests.support.workspaces import EXAMPLE, edit, record

AGREEMENT = "tym-sopimus"
ORDER = ("release", EXAMPLE, AGREEMENT)


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """A repository with version 1.0 of its agreement, and with Kela's approval of it."""
    found = repository(tmp_path, EXAMPLE)
    assert found.run(*ORDER, "1.0").code == 0
    given = ("--party", "kela", "--version", "1.0")
    assert found.run("approve", EXAMPLE, AGREEMENT, *given).code == 0
    signed = ("--party", "hollola", "--version", "1.0", "--signature", "--title", "johtaja")
    assert found.run("approve", EXAMPLE, AGREEMENT, *signed).code == 0
    found.commit()
    return found


def paper(place: Repository) -> Path:
    return place.folder / "build" / EXAMPLE / f"{EXAMPLE}_{AGREEMENT}_1.0_fi.docx"


def commented(place: Repository) -> Path:
    """The paper with a word more in its longest paragraph, as Word saves it."""
    document = docx.Document(str(paper(place)))
    max(document.paragraphs, key=lambda item: len(item.text)).add_run(" Lisäys.")
    document.save(str(place.folder / "luonnos.docx"))
    return place.folder / "luonnos.docx"


def without_origin(place: Repository) -> Path:
    """The same words in a file that tells nothing of itself."""
    blocks = [item for item in outline(commented(place).read_bytes()) if not item.contents]
    parts: list[Paragraph | Table | Control] = [
        Table([[[Paragraph([Run(cell)])] for cell in row] for row in item.rows])
        if item.is_table
        else Paragraph([Run(item.text)])
        for item in blocks
    ]
    path = place.folder / "luonnos.docx"
    path.write_bytes(packed(Document(parts), Random(1)))
    return path


def answer(place: Repository, draft: Path) -> tuple[dict[str, Any], list[str], str]:
    """The data, the clauses that the draft changes, and what was said besides."""
    order = ("redline", EXAMPLE, AGREEMENT, draft.name, "--format", "json", "--force")
    done = place.run(*order)
    assert done.code == 0, done
    told = json.loads(done.out)
    rows = [row["clause"] for row in told["clauses"] if row["state"] != "kept"]
    return told, rows, " ".join(done.err.split())


@pytest.mark.parametrize("draft", [commented, without_origin])
def test_only_what_the_other_party_changed_is_told(place: Repository, draft: Any) -> None:
    """Signatures that came since the release are no changes of the draft."""
    told, rows, said = answer(place, draft(place))
    assert told["compared_with"] == "1.0"
    assert len(rows) == 1
    assert "allekirjoitukset" not in rows
    assert "Verrattu sopimuksen tym-sopimus version 1.0 asiakirjaan (1.6.2026)." in said


def test_a_draft_of_an_older_version_is_known_after_a_newer_one(place: Repository) -> None:
    """What the newer version changed is no change of the draft either."""
    draft = commented(place)
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    assert place.run(*ORDER, "2.0").code == 0
    told, rows, _ = answer(place, draft)
    assert (told["compared_with"], len(rows)) == ("1.0", 1)


def test_a_draft_of_what_stands_today_is_compared_with_it(place: Repository) -> None:
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    assert place.run("generate", EXAMPLE, "--document", AGREEMENT).code == 0
    made = place.folder / "build" / EXAMPLE / f"{EXAMPLE}_{AGREEMENT}_2025-04-01_fi.docx"
    told, rows, said = answer(place, made.rename(place.folder / "luonnos.docx"))
    assert (told["compared_with"], rows) == (None, [])
    assert "sellaisena kuin se syntyy nykyisistä tiedoista" in said


def test_numbers_of_versions_are_the_ends_of_a_range(place: Repository) -> None:
    """And elsewhere the tag is suggested that bears the number."""
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    assert place.run(*ORDER, "2.0").code == 0
    done = place.run("redline", EXAMPLE, AGREEMENT, "1.0..2.0", "--out", "a.docx")
    assert done.code == 0, done
    counted = count_changes((place.folder / "a.docx").read_bytes())
    told = (counted.inserted, counted.deleted, counted.moved, counted.looks)
    assert told == (2, 2, 0, 0)  # the months, and the fingerprint in the footer: nothing approved
    full = f"{EXAMPLE}/{AGREEMENT}/1.0..{EXAMPLE}/{AGREEMENT}/2.0"
    assert place.run("redline", EXAMPLE, AGREEMENT, full, "--out", "b.docx").code == 0
    assert (place.folder / "a.docx").read_bytes() == (place.folder / "b.docx").read_bytes()
    assert place.run("redline", EXAMPLE, AGREEMENT, "1.0..HEAD", "--out", "c.docx").code == 0
    missing = place.run("redline", EXAMPLE, AGREEMENT, "1.0..3.0", "--out", "d.docx")
    assert missing.code == 3
    assert "Versiota 3.0 ei löydy." in missing.err
    log = place.run("changelog", EXAMPLE, "1.0..2.0")
    assert log.code == 3
    assert f"Tarkoititko: {EXAMPLE}/{AGREEMENT}/1.0?" in " ".join(log.err.split())

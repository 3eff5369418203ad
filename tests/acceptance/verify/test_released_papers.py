"""`verify` knows the paper of a released version, and what only bears its name."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pytest

from tests.support.repositories import Repository, repository
from tests.support.workspaces import EXAMPLE, edit, record

ORDER = ("release", EXAMPLE, "tym-sopimus")
OURS = "sellaisena kuin se julkaistiin"
DESCENDS = "Muokattu versiosta 1.0: tämä on sopimuksen tym-sopimus version 1.0 asiakirja (1.6.2026)"
OTHER = "ei ole se tiedosto, joka julkaistiin 1.6.2026"


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    """A repository with version 1.0 of its agreement."""
    found = repository(tmp_path, EXAMPLE)
    assert found.run(*ORDER, "1.0").code == 0
    return found


def paper(place: Repository, number: str = "1.0") -> Path:
    return place.folder / "build" / EXAMPLE / f"{EXAMPLE}_tym-sopimus_{number}_fi.docx"


def verified(place: Repository, path: Path, code: int) -> str:
    done = place.run("verify", str(path))
    assert done.code == code, done
    return " ".join(done.out.split())


def edited(source: Path, target: Path, text: str = "") -> Path:
    """The paper as another program saves it, with words at its end."""
    document = docx.Document(str(source))
    if text:
        document.paragraphs[-1].add_run(text)
    document.save(str(target))
    return target


def test_the_released_paper_is_known_under_any_name(place: Repository) -> None:
    told = verified(place, paper(place), 0)
    assert f"Tämä on sopimuksen tym-sopimus version 1.0 asiakirja {OURS}." in told
    assert "Versio on uusin, ja sopimuksen sisältö on yhä sen mukainen." in told
    renamed = paper(place).rename(place.folder / "lähetetty.docx")
    assert verified(place, renamed, 0).partition(".docx")[2] == told.partition(".docx")[2]


def test_approvals_take_nothing_from_it(place: Repository) -> None:
    order = ("approve", EXAMPLE, "tym-sopimus", "--party", "kela", "--version", "1.0")
    assert place.run(*order).code == 0
    told = verified(place, paper(place), 0)
    assert "hyvaksynnat" not in told
    assert OURS in told


@pytest.mark.parametrize("text", ["", " Lisäys."])
def test_what_only_bears_its_name_is_not_it(place: Repository, text: str) -> None:
    edited(paper(place), paper(place), text)
    told = verified(place, paper(place), 1)
    assert (DESCENDS if text else OTHER) in told
    assert OURS not in told
    assert ("kappale" in told) is bool(text)


def cut(source: Path, target: Path) -> str:
    """The paper without its longest paragraph, and with another word; gives what was cut."""
    document = docx.Document(str(source))
    longest = max(document.paragraphs, key=lambda item: len(item.text))
    words = longest.text
    longest._p.getparent().remove(longest._p)
    document.paragraphs[-1].add_run(" Lisäys.")
    document.save(str(target))
    return words


@pytest.mark.parametrize("tagged", [True, False], ids=["tag", "no tag"])
def test_an_edited_copy_descends_from_its_version(place: Repository, tagged: bool) -> None:
    """Whatever it is called; what was deleted is shown, and approvals since are no change."""
    order = ("approve", EXAMPLE, "tym-sopimus", "--party", "kela", "--version", "1.0")
    assert place.run(*order).code == 0
    if not tagged:
        place.git("tag", "-d", f"{EXAMPLE}/tym-sopimus/1.0")
    copy = place.folder / "lahden kommentit.docx"
    words = cut(paper(place), copy)
    told = verified(place, copy, 1)
    assert DESCENDS in told
    assert f"- {words[:60]}" in told
    assert "+ " in told
    assert "Versio on uusin, ja sopimuksen sisältö on yhä sen mukainen." in told
    for wrong in ("hyvaksynnat", "ohjelma tai säännöt ovat muuttuneet", OURS, OTHER):
        assert wrong not in told


def test_an_edited_copy_of_an_older_version_is_told_of_the_newer_one(place: Repository) -> None:
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    assert place.run(*ORDER, "2.0").code == 0
    copy = place.folder / "vanha.docx"
    words = cut(paper(place), copy)
    told = verified(place, copy, 1)
    assert DESCENDS in told
    assert f"- {words[:60]}" in told
    assert "Sopimuksesta on tehty uudempi versio 2.0 (1.6.2026)." in told


def test_a_copy_that_was_only_saved_again_still_stands(place: Repository) -> None:
    copy = edited(paper(place), place.folder / "kopio.docx")
    told = verified(place, copy, 0)
    assert "Teksti on sopimuksen tym-sopimus version 1.0 asiakirjan (1.6.2026)" in told


def test_what_was_cut_from_a_document_of_older_facts_is_shown(place: Repository) -> None:
    """The record as it was then is in git; where it isn't, it is told why nothing is shown."""
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    done = place.run("generate", EXAMPLE, "--document", "tym-sopimus")
    assert done.code == 0, done
    made = place.folder / "build" / EXAMPLE / f"{EXAMPLE}_tym-sopimus_2025-04-01_fi.docx"
    copy = place.folder / "luonnos.docx"
    words = cut(made, copy)
    edit(record(place.folder), ("irtisanomisaika_kk: 9", "irtisanomisaika_kk: 12"))
    told = verified(place, copy, 1)
    assert f"- {words[:60]}" in told
    assert DESCENDS not in told
    assert "Alkuperäistä tekstiä ei voi näyttää" not in told
    edit(record(place.folder), ("irtisanomisaika_kk: 12", "irtisanomisaika_kk: 10"))
    assert place.run("generate", EXAMPLE, "--document", "tym-sopimus", "--force").code == 0
    words = cut(made, copy)
    edit(record(place.folder), ("irtisanomisaika_kk: 10", "irtisanomisaika_kk: 12"))
    told = verified(place, copy, 1)
    assert words[:60] not in told
    assert "Alkuperäistä tekstiä ei voi näyttää: tiedoston alue.yaml sisältöä" in told


def test_a_strangers_file_of_that_name_is_told_too(place: Repository) -> None:
    docx.Document().save(str(paper(place)))
    told = verified(place, paper(place), 1)
    assert "ei ole tehnyt asiakirjaa" in told
    assert OTHER in told


def test_a_content_that_has_moved_since_is_told(place: Repository) -> None:
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    told = verified(place, paper(place), 1)
    assert OURS in told
    moved = "Irtisanomisaika: 6 kuukautta → 9 kuukautta"
    assert f"{moved} (sopimukset[tym-sopimus].irtisanomisaika_kk)" in told
    place.commit()
    assert place.run(*ORDER, "2.0").code == 0
    told = verified(place, paper(place), 1)
    assert "Sopimuksesta on tehty uudempi versio 2.0 (1.6.2026)." in told
    assert "irtisanomisaika_kk" not in told
    assert "Versio on uusin" in verified(place, paper(place, "2.0"), 0)


def test_the_agreement_may_be_gone(place: Repository) -> None:
    edit(record(place.folder), ("tunnus: tym-sopimus", "tunnus: uusi"))
    assert "Sopimusta tym-sopimus ei enää ole" in verified(place, paper(place), 1)


def test_other_documents_are_no_released_papers(place: Repository) -> None:
    done = place.run("generate", EXAMPLE, "--document", "tym-sopimus")
    assert done.code == 0, done
    [other] = [
        item for item in paper(place).parent.glob("*tym-sopimus*.docx") if "1.0" not in item.name
    ]
    told = verified(place, other, 0)
    assert "julkaistiin" not in told
    assert "Tiedot, joista asiakirja on tehty, ovat ennallaan." in told


def test_programs_are_told_the_same(place: Repository) -> None:
    edited(paper(place), place.folder / paper(place).name, "x")
    files = (str(paper(place)), str(place.folder / paper(place).name))
    done = place.run("verify", *files, "--format", "json")
    assert done.code == 1
    told = [item["released"] for item in json.loads(done.out)]
    both = {"region": EXAMPLE, "agreement": "tym-sopimus", "version": "1.0", "date": "2026-06-01"}
    assert told == [
        {**both, "same": True, "edited": False},
        {**both, "same": False, "edited": True},
    ]
    assert [item["stands"] for item in json.loads(done.out)] == [True, False]

"""`vuosikello` and `yhteistyorakenne`: whole in both languages, pictures with their tables."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.cli.generate import YEARLY
from sopimukset.documents.actors import Actors
from sopimukset.documents.assessment_blocks import assessment_blocks
from sopimukset.documents.facts import Facts
from sopimukset.documents.kinds import KINDS as ALL
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.structure_blocks import structure_blocks
from sopimukset.formats.paper import Block, Figure, Table, Text
from sopimukset.register import load, load_recommendations
from tests.support.command_line import sopimukset
from tests.support.kind_documents import LANGUAGES, WORKED, make, sample_workspace, texts
from tests.support.states import state
from tests.support.workspaces import workspace

KINDS = ("vuosikello", "yhteistyorakenne")
DESCRIBED = ("helsinki", "kainuu", "pohjanmaa", "pohjois-karjala")


@pytest.fixture(scope="module", params=KINDS)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = workspace(tmp_path_factory.mktemp(request.param), *WORKED)
    return request.param, folder, make(folder, request.param, regions=WORKED)


def test_every_document_is_a_valid_word_file(made: Any) -> None:
    laji, folder, result = made
    documents = sorted((folder / "build").rglob("*.docx"))
    assert not result.failed
    assert {path.parent.name for path in documents} == set(
        WORKED if laji == "vuosikello" else DESCRIBED
    )
    for path in documents:
        assert OpenXmlValidator().validate(str(path)).errors == [], path.name


@pytest.mark.parametrize("laji", KINDS)
def test_it_can_be_made_of_the_kinds_own_sample(laji: str, tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, laji)
    assert not make(folder, laji, regions=("keski-pohjanmaa",)).failed
    for language in LANGUAGES:
        assert texts(folder, language)


def test_the_wheels_content_stands_in_the_table(made: Any) -> None:
    laji, folder, _ = made
    if laji != "vuosikello":
        return
    told = "\n".join(texts(folder, "fi").values())
    for piece in ("Vuosikello 2026", "Johtoryhmän kokous", "Henkilöstön riittävyyden tarkistus"):
        assert piece in told


def test_the_year_can_be_chosen(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "helsinki", "lappi")
    done = sopimukset("generate", "helsinki", "lappi", "--year", "2025", cwd=folder)
    assert done.code == 0, done
    names = sorted(path.name for path in (folder / "build").rglob("*.docx"))
    assert "helsinki_vuosikello_2025-01-01_sv.docx" in names
    assert "lappi_vuosikello_rovaseutu_2025-01-01_fi.docx" in names
    assert {name.split("_")[1] for name in names} == set(YEARLY)
    assert all("_2025-" in name for name in names)
    told = "\n".join(texts(folder, "sv").values())
    assert "Årsklocka 2025" in told
    paper = folder / "build" / "helsinki" / "helsinki_vuosikello_2025-01-01_sv.docx"
    assert sopimukset("verify", paper, cwd=folder).code == 0
    minutes = folder / "regions" / "helsinki" / "kokoukset" / "2025-06-05.yaml"
    minutes.write_text(minutes.read_text("utf-8").replace("pvm: 2025-06-05", "pvm: 2025-06-12"))
    moved = sopimukset("verify", paper, cwd=folder)
    assert moved.code == 1
    assert "kokoukset/2025-06-05.yaml on muuttunut" in moved.out


def test_a_year_of_which_there_is_nothing_and_kinds_that_have_none(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    done = sopimukset("generate", "kainuu", "--year", "2045", cwd=folder)
    assert done.err.count("vuodelle 2045 ei ole kirjattu") == len(YEARLY)
    assert not (folder / "build").exists()
    for more in (("--document", "liite"), ("--bundle",)):
        refused = sopimukset("generate", "kainuu", "--year", "2026", *more, cwd=folder)
        assert refused.code == 2
        assert "--year" in refused.err
    assert {kind.laji for kind in ALL if kind.of_year is not None} == set(YEARLY)


def actors(region: str, language: str) -> Actors:
    alue = state(region).alue
    assert alue is not None
    return Actors(Pen(Facts(alue, language), load()))


def cells(blocks: list[Block]) -> str:
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    return "\n".join(cell for row in rows for cell in row)


@pytest.mark.parametrize("region", DESCRIBED)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_forum_is_in_the_picture_and_in_a_table(region: str, language: str) -> None:
    told = actors(region, language)
    assert told.shared is not None
    blocks = structure_blocks(told)
    [figure] = [item for item in blocks if isinstance(item, Figure)]
    for forum in told.shared.foorumit:
        if forum.nimi is not None:
            name = told.text(forum.nimi)
            assert name in cells(blocks)
            assert name in figure.alternative


def test_those_who_take_part_besides_the_convener_are_labelled() -> None:
    told = cells(structure_blocks(actors("kainuu", "fi")))
    assert "koolle kutsuu: Kajaanin kaupunki\nmuut osallistujat: Kainuun hyvinvointialue" in told


def test_the_text_claims_nothing_of_levels_that_have_no_forums(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    make(folder, "yhteistyorakenne", "fi")
    [text] = texts(folder, "fi").values()
    assert "Kuvauksessa on se, mitä alueella on kirjattu." in text
    assert "on kuvattu" not in text


def test_a_region_without_a_structure_says_so() -> None:
    [block] = structure_blocks(actors("paijat-hame", "fi"))
    assert block == Text("Yhteistyörakennetta ei ole kirjattu.")


def test_forums_of_another_group_are_left_out() -> None:
    told = actors("helsinki", "fi")
    for group, count in (("tym", 1), ("muu", 0)):
        tables = [item for item in structure_blocks(told, group=group) if isinstance(item, Table)]
        forums = [row[0] for table in tables for row in table.rows]
        assert sum("TYM-johtoryhmä" in name for name in forums) == count


def test_assessments_stand_in_the_documents_own_words_party_by_party() -> None:
    records = state("kainuu")
    assert records.alue is not None
    group = records.alue.johtoryhmat[0]
    [year] = [item for item in records.seuranta if item.yhteistyon_tila]
    others = [item for item in records.seuranta if item is not year]
    told = cells(assessment_blocks(actors("kainuu", "fi"), year, group, earlier=others))
    for row in year.yhteistyon_tila:
        found = load_recommendations().kuvaus(row.kuvaus)
        assert found is not None
        assert f"{found.aste}: {found.teksti.fi}" in told
    assert "4.3 " in told


def test_who_has_not_assessed_is_said_to_be_unrecorded() -> None:
    records = state("paijat-hame")
    assert records.alue is not None
    [half] = [item for item in records.seuranta if item.yhteistyon_tila]
    group = records.alue.johtoryhmat[0]
    blocks = assessment_blocks(actors("paijat-hame", "fi"), half, group)
    [table] = [item for item in blocks if isinstance(item, Table) and len(item.columns) == 3]
    assert [row[1] == "ei kirjattu" for row in table.rows].count(True) == 3

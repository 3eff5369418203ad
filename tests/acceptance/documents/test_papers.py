"""What holds for every paper of a group or an agreement: made in both languages, whole, marked."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.documents.kinds import BY_NAME
from sopimukset.formats import zip as archive
from sopimukset.formats.word import fields_of_layout, fields_of_text, text_of
from sopimukset.model import Lausekekirjasto
from sopimukset.statutes import load as load_statutes
from sopimukset.statutes import parse_viite
from tests.support.kind_documents import (
    LANGUAGES,
    SAMPLE,
    WORKED,
    finnish_of_layout,
    finnish_of_library,
    make,
    sample_workspace,
    texts,
)
from tests.support.workspaces import workspace

LAJIT = (
    *("kokoonpano", "nimeamispyynto", "roolikortti", "yhdyspintasopimus"),
    *("irtisanomisilmoitus", "muutossopimus"),
)
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def library(laji: str) -> Any:
    return YAML(typ="safe").load(data_folder("templates") / laji / "lausekkeet.yaml")


@pytest.fixture(scope="module", params=LAJIT)
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    laji = request.param
    folder = workspace(sample_workspace(tmp_path_factory.mktemp(laji), laji), *WORKED)
    return laji, folder, make(folder, laji, regions=(*WORKED, SAMPLE))


def test_every_document_is_a_valid_word_file_and_marked(made: Any) -> None:
    laji, folder, result = made
    documents = sorted((folder / "build").rglob("*.docx"))
    assert documents
    assert not result.failed
    for document in documents:
        assert OpenXmlValidator().validate(str(document)).errors == [], document.name
        assert f"_{laji}_" in document.name
    for language, mark in zip(LANGUAGES, ("ESIMERKKI", "EXEMPEL"), strict=True):
        for name, text in texts(folder, language).items():
            assert mark in text, name
            assert "{{" not in text, name
            assert "{%" not in text, name


def test_both_languages_tell_of_the_same_subjects(made: Any) -> None:
    _, folder, _ = made
    finnish, swedish = (
        {name.removesuffix(f"_{language}.docx") for name in texts(folder, language)}
        for language in LANGUAGES
    )
    assert finnish == swedish


def test_no_finnish_sentence_or_label_stands_in_a_swedish_document(made: Any) -> None:
    laji, folder, _ = made
    labels = finnish_of_layout(laji)
    for path in _of_swedish_speaking(folder):
        paragraphs = text_of(path.read_bytes())
        assert labels.isdisjoint(paragraphs), labels.intersection(paragraphs)
        whole = "\n".join(paragraphs)
        assert [piece for piece in finnish_of_library(laji) if piece in whole] == [], path.name
        for word in ("ei kirjattu", "puheenjohtaja", "Taulukko", "Sivu ", "puuttuu"):
            assert word not in whole, (path.name, word)


def _of_swedish_speaking(folder: Path) -> list[Path]:
    """Documents of regions whose own texts are recorded in Swedish too."""
    found = [
        path
        for region in ("helsinki", "pohjanmaa", SAMPLE)
        for path in (folder / "build" / region).glob("*_sv.docx")
    ]
    assert found
    return found


def test_every_table_has_a_caption_a_header_row_and_whole_rows(made: Any) -> None:
    _, folder, _ = made
    for path in (folder / "build").rglob("*.docx"):
        root = etree.fromstring(archive.read(path.read_bytes())["word/document.xml"])
        for table in root.iter(f"{W}tbl"):
            style = table.getprevious().find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            assert style == "Kuvaotsikko", path.name
            rows = table.findall(f"{W}tr")
            assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


@pytest.mark.parametrize("laji", LAJIT)
def test_a_document_can_be_made_of_the_kind_s_own_sample(laji: str, tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, laji)
    assert not make(folder, laji, regions=(SAMPLE,)).failed
    for language in LANGUAGES:
        for text in texts(folder, language).values():
            assert "Puuttuvat tiedot" not in text
            assert "Uppgifter som saknas" not in text
        assert texts(folder, language)


@pytest.mark.parametrize("laji", LAJIT)
def test_a_reviewer_s_copy_tells_the_grounds_of_each_clause(laji: str, tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, laji)
    make(folder, laji, "fi", regions=(SAMPLE,), annotated=True)
    grounded = [item for item in library(laji)["lausekkeet"] if item["perusta"]]
    for name, text in texts(folder, "fi_perusteet").items():
        assert text.count("[Lausekkeen perusta:") >= len(grounded), name
    assert texts(folder, "fi_perusteet")


@pytest.mark.parametrize("laji", LAJIT)
def test_the_grounds_stand_below_a_heading_and_above_what_they_are_of(
    laji: str, tmp_path: Path
) -> None:
    folder = sample_workspace(tmp_path, laji)
    make(folder, laji, regions=(SAMPLE,), annotated=True)
    found = 0
    for path in sorted((folder / "build").rglob("*.docx")):
        root = etree.fromstring(archive.read(path.read_bytes())["word/document.xml"])
        for mark in root.iterfind(f".//{W}pStyle[@{W}val='Perusta']"):
            line = mark.getparent().getparent()
            before, after = line.getprevious(), line.getnext()
            assert before is not None, path.name
            style = before.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
            assert style.startswith("Otsikko") or before.find(f".//{W}b") is not None, path.name
            assert after is not None, path.name
            if "_sv_" in path.name:
                assert not re.search(r"kohta|luku|mom(?!\.)", "".join(line.itertext())), path.name
            found += 1
    assert found >= 2


@pytest.mark.parametrize("laji", LAJIT)
def test_the_grounds_of_the_wording_are_in_the_statutes(laji: str) -> None:
    statutes = load_statutes()
    for clause in Lausekekirjasto.model_validate(library(laji)).lausekkeet:
        for text in clause.perusta:
            assert statutes.text(parse_viite(text), date(2025, 6, 1)), text
        for version in clause.versiot:
            for part in (version.otsikko, *version.kappaleet):
                assert (part.fi is None) == (part.sv is None), clause.tunnus


@pytest.mark.parametrize("laji", LAJIT)
def test_both_layouts_print_the_same_fields_and_only_known_ones(laji: str) -> None:
    folder = data_folder("templates") / laji
    finnish, swedish = (
        set(fields_of_layout((folder / f"{language}.docx").read_bytes())) for language in LANGUAGES
    )
    assert finnish == swedish
    used = finnish.union(*(fields_of_text(text) for text in _wording(laji)))
    known = BY_NAME[laji].shape.__annotations__
    assert {path.split(".")[0].split("[")[0] for path in used} <= set(known)


@pytest.mark.parametrize("laji", LAJIT)
def test_every_field_is_explained_to_the_person_who_edits(laji: str) -> None:
    guide = (data_folder("templates") / laji / "README.md").read_text("utf-8")
    for name in BY_NAME[laji].shape.__annotations__:
        assert f"`{name}" in guide, name


def _wording(laji: str) -> list[str]:
    return [
        item.get(language, "")
        for clause in library(laji)["lausekkeet"]
        for version in clause["versiot"]
        for paragraph in version["kappaleet"]
        for item in (paragraph, *paragraph.get("luettelo", ()))
        for language in LANGUAGES
    ]

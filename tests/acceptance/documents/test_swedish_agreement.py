"""The agreement in Swedish: whole, of the same fields, in the words of the statutes."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.formats import zip as archive
from sopimukset.formats.word import fields_of_layout, fields_of_text, text_of
from sopimukset.tasks.generate import Item
from sopimukset.tasks.judging import check
from tests.support.agreements import (
    DAY,
    as_changes,
    finnish_lines,
    lines,
    made,
    pairs,
    text,
)
from tests.support.workspaces import edit, record, workspace

FOLDER = data_folder("templates") / "tym-sopimus"
KIND = "tym-sopimus"
REGIONS = ("pohjanmaa", "helsinki")


@pytest.fixture(scope="module", params=REGIONS)
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Item:
    folder = workspace(tmp_path_factory.mktemp("ruotsi"), request.param)
    return made(folder, KIND, "sv").items[0]


def test_each_text_prints_the_same_fields_in_both_languages() -> None:
    for finnish, swedish in pairs(KIND):
        assert sorted(fields_of_text(finnish)) == sorted(fields_of_text(swedish)), swedish
        assert finnish != swedish or finnish.startswith("{{")


def test_the_layouts_print_the_same_fields_and_share_no_label() -> None:
    finnish, swedish = ((FOLDER / f"{language}.docx").read_bytes() for language in ("fi", "sv"))
    assert set(fields_of_layout(finnish)) == set(fields_of_layout(swedish))
    shared = set(text_of(finnish)) & set(text_of(swedish))
    assert [text for text in shared if re.search(r"\w", re.sub(r"\{[{%].*?[%}]\}", "", text))] == []


def test_the_document_says_that_it_is_swedish() -> None:
    styles = archive.read((FOLDER / "sv.docx").read_bytes())["word/styles.xml"].decode()
    assert 'w:lang w:val="sv-FI"' in styles
    assert "fi-FI" not in styles


def test_kela_has_one_name_in_a_swedish_agreement(document: Item) -> None:
    told = text(document)
    assert told.count("Folkpensionsanstalten") > 10
    assert re.findall(r"\bFPA\b", told) == []


def test_no_finnish_is_left_in_a_swedish_agreement(document: Item) -> None:
    assert finnish_lines(document, KIND) == []


def test_captions_and_roles_are_in_the_swedish_of_the_statutes(document: Item) -> None:
    told = text(document)
    assert "Tabell 1. Parter" in told
    assert "sektorsövergripande främjande av sysselsättningen (381/2023)" in told
    assert "arbetskraftsmyndighet\n" in told or "arbetskraftsmyndighet och ansvarig" in told
    assert "välfärdsområde, välfärdsområde" not in told


def test_a_title_leaves_room_for_the_mark_in_the_header(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    headers = [lines(item)[-1] for item in made(folder, KIND).items]
    assert headers[0].startswith("Samarbetsavtal: Österbottens ledningsgrupp")
    assert headers[1].startswith("Monialaisen tuen yhteistyösopimus: Pohjanmaan")
    assert all(len(told) <= 75 + len("\tESIMERKKI – LUONNOS") for told in headers)


@pytest.mark.parametrize("start", ["2025-04-15", "2026-02-01"])
def test_the_rules_of_wording_find_nothing_in_the_texts(tmp_path: Path, start: str) -> None:
    """The texts are put into an agreement as a region's own, where the rules read them."""
    folder = workspace(tmp_path, "pohjanmaa")
    context = YAML(typ="safe").load(FOLDER / "esimerkki.yaml")
    valid = "    voimassa: {alkaen: 2025-04-15}\n    irtisanomisaika_kk: 6\n    henkiloston"
    old = "        peruste: {sv: 423/2003 28 och 29 §, fi: 423/2003 28 ja 29 §}\n"
    edit(
        record(folder, "pohjanmaa"),
        (old, old + "".join(as_changes(KIND, date.fromisoformat(start), context))),
        (valid, valid.replace("2025-04-15", start)),
    )
    found = check(folder, ("pohjanmaa",), DAY).findings
    assert [item for item in found if item.code[0] in "CDM"] == []

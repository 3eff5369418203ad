"""The agreement in Swedish: whole, of the same fields, in the words of the statutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.formats import zip as archive
from sopimukset.formats.word import fields_of_layout, fields_of_text, render_text, text_of
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.judging import check
from tests.support.workspaces import edit, record, workspace

FOLDER = data_folder("templates") / "tym-sopimus"
DAY = date(2026, 6, 1)
FINNISH = re.compile(
    r"\b(sopimu\w*|osapuol\w*|johtoryhm\w*|työvoima\w*|hyvinvointi\w*|kela\w*|ja|sekä|on|ei|"
    r"mukaan|kunnat|viranhaltij\w*|lautakunta|voimassa\w*|liite\w*|taulukko)\b",
    re.IGNORECASE,
)
REGIONS = ("pohjanmaa", "helsinki")


def library() -> Any:
    return YAML(typ="safe").load(FOLDER / "lausekkeet.yaml")


def pairs() -> Iterator[tuple[str, str]]:
    """Every heading, paragraph and item in Finnish and in Swedish."""
    for clause in library()["lausekkeet"]:
        for version in clause["versiot"]:
            yield version["otsikko"]["fi"], version["otsikko"]["sv"]
            for paragraph in version["kappaleet"]:
                for item in (paragraph, *paragraph.get("luettelo", ())):
                    if "luettelo" not in item or "fi" in item:
                        yield item["fi"], item["sv"]


@pytest.fixture(scope="module", params=REGIONS)
def lines(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = workspace(tmp_path_factory.mktemp("ruotsi"), request.param)
    wishes = Wishes(languages=("sv",), out=folder / "build")
    result = generate(folder, wishes, DAY, lambda *_: None)
    return text_of(Path(result.items[0].name).read_bytes())


def test_each_text_prints_the_same_fields_in_both_languages() -> None:
    for finnish, swedish in pairs():
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


def test_no_finnish_is_left_in_a_swedish_agreement(lines: list[str]) -> None:
    told = [
        line
        for line in lines
        if "tym-sopimus" not in line  # the line of origin
        and FINNISH.search(re.sub(r"\(osapuolet\[\w+\]\)", "", line))  # a place in the record
    ]
    assert told == []


def test_captions_and_roles_are_in_the_swedish_of_the_statutes(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert "Tabell 1. Parter" in text
    assert "sektorsövergripande främjande av sysselsättningen (381/2023)" in text
    assert "arbetskraftsmyndighet" in lines or "arbetskraftsmyndighet och ansvarig" in text
    assert "välfärdsområde, välfärdsområde" not in text


def test_a_title_leaves_room_for_the_mark_in_the_header(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    result = generate(folder, Wishes(out=folder / "build"), DAY, lambda *_: None)
    headers = [text_of(Path(item.name).read_bytes())[-1] for item in result.items]
    assert headers[0].startswith("Samarbetsavtal: Österbottens ledningsgrupp")
    assert headers[1].startswith("Monialaisen tuen yhteistyösopimus: Pohjanmaan")
    assert all(len(text) <= 75 + len("\tESIMERKKI – LUONNOS") for text in headers)


@pytest.mark.parametrize("start", ["2025-04-15", "2026-02-01"])
def test_the_rules_of_wording_find_nothing_in_the_texts(tmp_path: Path, start: str) -> None:
    """The texts are put into an agreement as a region's own, where the rules read them."""
    folder = workspace(tmp_path, "pohjanmaa")
    old = "        peruste: {sv: 423/2003 28 och 29 §, fi: 423/2003 28 ja 29 §}\n"
    edit(
        record(folder, "pohjanmaa"),
        (old, old + "".join(changes(date.fromisoformat(start)))),
        ("    voimassa: {alkaen: 2025-04-15}", f"    voimassa: {{alkaen: {start}}}"),
    )
    found = check(folder, ("pohjanmaa",), DAY).findings
    assert [item for item in found if item.code[0] in "CDM"] == []


def changes(on: date) -> Iterator[str]:
    """Each model clause of the day as a listed change of the record."""
    sample = YAML(typ="safe").load(FOLDER / "esimerkki.yaml")
    for clause in library()["lausekkeet"]:
        version = [item for item in clause["versiot"] if item["alkaen"] <= on][-1]
        yield f"      - lauseke: {clause['tunnus']}\n        toimi: korvaa\n"
        yield "        peruste: testi\n        teksti:\n"
        for language in ("fi", "sv"):
            yield f"          {language}: |-\n"
            for paragraph in version["kappaleet"]:
                for item in (paragraph, *paragraph.get("luettelo", ())):
                    if language in item:
                        text = render_text(item[language], sample, clause["tunnus"])
                        yield f"            {' '.join(text.split())}\n"

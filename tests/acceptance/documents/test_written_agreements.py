"""What every written agreement's clauses and layouts must have in common."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sopimukset.base.data import data_folder
from sopimukset.formats.word import fields_of_layout, fields_of_text, text_of
from sopimukset.statutes import load as load_statutes
from sopimukset.statutes import parse_viite
from tests.support.agreements import library, made, pairs
from tests.support.agreements import text as text_in
from tests.support.workspaces import edit, edit_lines, record, workspace

AFTER_COMMA = re.compile(r"(\bi \w+ )?\d+/\d{4}, (\d+(?: [a-z])? (?:(?:ja|och) \d+ )?§)")
"""A section after a comma; the Swedish "3 § i lag 1/2000, 4 § i lag …" has two citations there."""
KINDS = ("tym-sopimus", "sopimus-asettajasta", "nuorten-yhteispalvelu", "yhdyspintasopimus")


@pytest.mark.parametrize("kind", KINDS)
def test_both_languages_print_the_same_fields_and_the_layouts_share_no_label(kind: str) -> None:
    for finnish, swedish in pairs(kind):
        assert sorted(fields_of_text(finnish)) == sorted(fields_of_text(swedish)), swedish
    layouts = [
        (data_folder("templates") / kind / f"{language}.docx").read_bytes()
        for language in ("fi", "sv")
    ]
    assert set(fields_of_layout(layouts[0])) == set(fields_of_layout(layouts[1]))
    shared = set(text_of(layouts[0])) & set(text_of(layouts[1]))
    assert [line for line in shared if re.search(r"\w", re.sub(r"\{.*?[%}]\}", "", line))] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_grounds_of_the_clauses_are_in_the_statutes(kind: str) -> None:
    statutes = load_statutes()
    for clause in library(kind)["lausekkeet"]:
        for ground in clause["perusta"]:
            assert statutes.text(parse_viite(ground), date(2025, 6, 1)), ground


@pytest.mark.parametrize("path", sorted(data_folder("templates").glob("*/lausekkeet.yaml")))
def test_a_citation_is_written_one_way(path: Path) -> None:
    """As `Viite` writes it: no comma after the act's number, if no other citation follows it."""
    for clause in YAML(typ="safe").load(path)["lausekkeet"]:
        for text in _sentences(clause["versiot"]):
            found = re.findall(
                r"(\bi \w+ )?\d+/\d{4}, (\d+(?: [a-z])? (?:(?:ja|och) \d+ )?§)", text
            )
            assert [section for of_act, section in found if not of_act] == [], text


def _sentences(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for item in data.values() if isinstance(data, dict) else data:
            yield from _sentences(item)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("fi", "Johtoryhmän toimialueen kunta: Vantaa."),
        ("sv", "Kommunen i ledningsgruppens verksamhetsområde: Vanda."),
    ],
)
def test_one_municipality_is_told_of_in_the_singular(
    tmp_path: Path, language: str, told: str
) -> None:
    made(workspace(tmp_path, "vantaa-kerava"), "tym-sopimus", language)
    (path,) = (tmp_path / "build").rglob(f"*_tym-sopimus_vantaa_*_{language}.docx")
    assert told in "\n".join(text_of(path.read_bytes()))


AND = {"fi": "ja", "sv": "och"}


@pytest.mark.parametrize(
    ("language", "points", "agreed"),
    [
        (
            "fi",
            "Ohjaamo Vaasa; Ohjaamon palvelupiste Kristiinankaupungissa; ",
            "kustannusten jaosta",
        ),
        ("sv", "Navigatorn Vasa; Navigatorns serviceställe i Kristinestad; ", "ska fördelas"),
    ],
)
def test_the_young_peoples_service_is_told_by_place_and_day(
    tmp_path: Path, language: str, points: str, agreed: str
) -> None:
    """A place that a point's name holds isn't told again; days stand in their order."""
    made(workspace(tmp_path, "pohjanmaa"), "tym-sopimus", language)
    [path] = tmp_path.rglob("*.docx")
    text = "\n".join(text_of(path.read_bytes()))
    assert points in text
    assert f"{agreed} (9.4.2025 {AND[language]} 10.4.2025)" in text


def test_no_line_ends_within_a_citation(tmp_path: Path) -> None:
    """The text that a reader sees is the same; only the spaces hold."""
    made(workspace(tmp_path), "tym-sopimus", "fi")
    [path] = tmp_path.rglob("*.docx")
    with zipfile.ZipFile(path) as package:
        xml = package.read("word/document.xml").decode()
    clauses = xml[xml.index("Tällä sopimuksella") :]
    assert "66\u00a0§" in clauses
    assert re.findall(r"\d §|§ \d|\d mom\b", clauses) == []
    assert any("66 §" in line for line in text_of(path.read_bytes()))
    assert "§\u00a0" in xml[: xml.index("Tällä sopimuksella")]


LATER = "Taulukkoon on merkitty päivineen myös sopimuksen päiväyksen jälkeiset vaihdokset."
NEXT_MEMBER = ("nimike: aikuissosiaalityön", "alkaen: 2026-06-01", "KUV-2026-118")


def test_an_agreement_says_that_its_table_tells_of_later_members(tmp_path: Path) -> None:
    """It is made of the record as it stands: its members may have changed since it was signed."""
    folder = workspace(tmp_path)
    [item] = made(folder, "tym-sopimus").items
    assert "(1.6.2026 alkaen)" in text_in(item)
    assert text_in(item).count(LATER) == 1
    edit(record(folder), ("2025-02-01, paattyen: 2026-05-31", "2025-02-01"))
    edit_lines(record(folder), lambda line: not any(word in line for word in NEXT_MEMBER))
    [item] = made(folder, "tym-sopimus", force=True).items
    assert "1.6.2026" not in text_in(item)
    assert LATER not in text_in(item)


def test_an_agreement_that_is_not_signed_has_no_day_that_a_change_could_follow(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path)
    lines = record(folder).read_text("utf-8").splitlines(keepends=True)
    signed = [line for line in lines if "osapuoli: kela" in line and "tapa: sahkoinen" in line]
    assert len(signed) == 1
    edit(record(folder), (signed[0], ""))
    [item] = made(folder, "tym-sopimus").items
    assert "(1.6.2026 alkaen)" in text_in(item)
    assert LATER not in text_in(item)

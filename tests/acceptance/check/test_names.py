"""Nobody's name stands in a finding: a name is put in every place of every kind of file.

What all formats show is made of the findings and of the lines on which they stand, so of each
place those are asked; the formats themselves, standard error and the cache are asked of files full
of names.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from sopimukset.formats.yaml import Document, read
from sopimukset.model import Alue, Kokous, Lausekekirjasto, Malli, Seuranta, Versio
from sopimukset.reporting.report import FORMATS
from sopimukset.tasks.check import Question, shown
from sopimukset.tasks.judging import judged, without_persons
from sopimukset.workspace.cache import Cache
from sopimukset.workspace.record import MAX_BYTES, Record, parse_record
from sopimukset.workspace.workspace import read_region
from tests.support.repositories import repository
from tests.support.workspaces import CHECKOUT, edit, record, workspace

NAMES = (
    "Matti Meikäläinen",
    "Ánne Čohkka",
    "M. Meikäläinen",
    "Meikäläinen, Matti",
    "Žofie von Šimek",
    "MATTI MEIKÄLÄINEN",
    "Liisa-Matti  O'Meikäläinen",
)
"""Names of nobody: initials, particles, hyphens, capitals that Finnish lacks."""

SECRETS = ("Matti", "MATTI", "eikäläinen", "EIKÄLÄINEN", "Ánne", "Čohkka", "Žofie", "Šimek")
DAY = date(2026, 6, 1)
VERSIONS = CHECKOUT / "tests/data/rules/T32/bad/alkaa-tanaan/regions/etela-karjala/versiot"
REGION = "regions/paijat-hame"
FILES: dict[str, tuple[Path, type[Malli]]] = {
    "alue": (CHECKOUT / REGION / "alue.yaml", Alue),
    "kokous": (CHECKOUT / REGION / "kokoukset/2026-03-12.yaml", Kokous),
    "seuranta": (next((CHECKOUT / "regions").glob("*/seuranta/*.yaml")), Seuranta),
    "lausekkeet": (CHECKOUT / "templates/tym-sopimus/lausekkeet.yaml", Lausekekirjasto),
    "versio": (VERSIONS / "sopimus-1.0.yaml", Versio),
}


class Place(NamedTuple):
    """A value in a text: its keys, and the offsets of the value and of its key."""

    keys: tuple[str, ...]
    key: int | None
    start: int
    end: int


def offset(document: Document, line: int, column: int) -> int:
    return document.bounds(line)[0] + column - 1


def places(document: Document) -> Iterator[Place]:
    """One value of each kind: those that differ in numbers of list items alone are alike."""
    seen = set()
    for item in document.scalars(0, len(document.text)):
        keys = tuple(step for step in item.path if isinstance(step, str))
        if keys in seen:
            continue
        seen.add(keys)
        key = None
        if isinstance(item.path[-1], str):
            span = document.key_span(item.path)
            key = offset(document, span.line, span.column)
        yield Place(keys, key, item.start, item.end)


def spoilt(text: str, place: Place, name: str) -> Iterator[str]:
    """The text with a name in, before and beside a value, as its key, and as a key twice."""
    quoted = json.dumps(name, ensure_ascii=False)
    before, raw, behind = text[: place.start], text[place.start : place.end], text[place.end :]
    yield before + quoted + behind
    word = "_".join(name.replace(",", "").split())
    sign = "!&"[len(word) % 2]
    yield f"{before}{sign}{word} {raw}{behind}" if len(word) % 3 else f"{before}*{word}{behind}"
    yield before + json.dumps(f"Asiasta sopi {name} Lahden kanssa.", ensure_ascii=False) + behind
    if "\n" not in raw and behind.startswith("\n"):
        yield f"{before}[{raw}] # {name}{behind}"
    if place.key is not None:
        head, key = text[: place.key], text[place.key :]
        yield head + quoted + key[len(place.keys[-1]) :]
        if head.rstrip(" ").endswith(("{", ",")):
            yield f"{head}{quoted}: 1, {quoted}: 2, {key}"
            yield f"{head}{place.keys[-1]}: {name.replace(',', '')}, {key}"
        elif head.rpartition("\n")[2].strip() in ("", "-"):
            indent = " " * len(head.rpartition("\n")[2])
            yield f"{head}{quoted}: 1\n{indent}{quoted}: 2\n{indent}{key}"
            yield f"{head}{place.keys[-1]}: {name}\n{indent}{key}"


def told(found: Record[Any], text: str) -> str:
    """All that a finding may show of the file: findings, and the lines that hold a name."""
    held = [
        number
        for number, line in enumerate(text.split("\n"), 1)
        if any(secret in line for secret in SECRETS)
    ]
    assert held
    return "\n".join([*map(repr, found.findings), *map(str, found.excerpts(held).values())])


def assert_no_name(shown_text: str, place: object) -> None:
    for secret in SECRETS:
        assert secret not in shown_text, f"{place}: {shown_text}"


@pytest.mark.parametrize("kind", FILES)
def test_a_name_in_any_place_of_a_file_stands_in_no_finding_and_no_excerpt(kind: str) -> None:
    path, model = FILES[kind]
    text = path.read_text(encoding="utf-8")
    document = read(text.encode(), max_bytes=MAX_BYTES)
    names = cycle(NAMES)
    for place in places(document):
        for changed in spoilt(text, place, next(names)):
            found = parse_record("x", "regions/x/x.yaml", changed.encode(), model)
            assert_no_name(told(found, changed), place)


def test_a_name_in_any_text_of_a_region_stands_in_nothing_that_rules_find(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    path = record(root)
    text = path.read_text(encoding="utf-8")
    names = cycle(NAMES)
    judged_ones = 0
    for place in places(read(text.encode(), max_bytes=MAX_BYTES)):
        changed = next(spoilt(text, place, next(names)))
        if parse_record("x", "x", changed.encode(), Alue).model is None:
            continue
        path.write_text(changed, encoding="utf-8")
        verdict = judged(root, DAY)
        assert_no_name(repr(verdict.findings) + repr(verdict.lines), place)
        judged_ones += 1
    assert judged_ones > 40


RECORDED = ("sihteeri: [{nimike:", "sihteeri: [{nimi: Taavi Hepokatti, nimike:")
FORMS = (
    "taavi hepokatin TE-toimisto",
    "TE-toimiston Hepokatti",
    "hepokatille",
    "taavi-hepokatti",
    "HEPOKATTIA",
    "taavin",
    "Asiasta sopi Hepokatti Lahden kanssa.",
    "Hepokattis",
    "hepokatti-2",
)
"""What no form tells from other words, but the record itself has the name."""


def assert_unknown(shown_text: str, place: object) -> None:
    found = re.search(r"\b(?:hepokat|taavi)\w*", shown_text, re.IGNORECASE)
    assert not found, f"{place}: {found[0]} in {shown_text}"


def test_a_recorded_name_stands_in_no_finding_whatever_its_form_and_place(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    path = record(root)
    edit(path, RECORDED)
    text = path.read_text(encoding="utf-8")
    forms = cycle(FORMS)
    shown_places = 0
    for place in places(read(text.encode(), max_bytes=MAX_BYTES)):
        if "nimi" in place.keys and "sihteeri" in place.keys:
            continue  # the very name
        form = next(forms)
        value = json.dumps(form, ensure_ascii=False)
        changed = text[: place.start] + value + text[place.end :]
        path.write_text(changed, encoding="utf-8")
        region = read_region(root, "paijat-hame")
        line = changed.count("\n", 0, place.start) + 1
        assert_unknown(str(region.record.excerpts((line,), region.persons)), place)
        verdict = judged(root, DAY)
        assert_unknown(repr(verdict.findings) + repr(verdict.lines), place)
        shown_places += "•" in repr(verdict.findings)
    assert shown_places > 20


@pytest.mark.parametrize("kind", [("kokoukset", "kokous"), ("seuranta", "seuranta")])
def test_a_name_that_one_file_records_is_known_in_all_of_its_region(
    kind: tuple[str, str], tmp_path: Path
) -> None:
    root = workspace(tmp_path)
    edit(record(root), RECORDED)
    folder, name = kind
    source, _ = FILES[name]
    path = root / REGION / folder / source.name
    path.parent.mkdir(exist_ok=True)
    text = source.read_text(encoding="utf-8")
    forms = cycle(FORMS)
    for place in places(read(text.encode(), max_bytes=MAX_BYTES)):
        value = json.dumps(next(forms), ensure_ascii=False)
        path.write_text(text[: place.start] + value + text[place.end :], encoding="utf-8")
        region = read_region(root, "paijat-hame")
        file = region.records[path.relative_to(root).as_posix()]
        lines = range(1, text.count("\n") + 2)
        assert_unknown(str(file.excerpts(lines, region.persons)), place)
        found = without_persons(file.findings, region.persons)
        assert_unknown(repr(list(found)), place)


def test_no_format_shows_a_recorded_name_of_another_form(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(tmp_path / "tila")
    edit(
        record(root),
        RECORDED,
        ("kokouspaikka: Lahti ja etäyhteys", "kokouspaikka: taavi hepokatin TE-toimisto"),
        ("tunnus: koulutus, organisaatio", "tunnus: taavi-hepokatti, organisaatio"),
        ("nimike: rehtori", "nimike: TE-toimiston Hepokatti"),
        ("jasen: hollola-1", "jasen: hepokatti-1"),
    )
    (root / REGION / "taavi-hepokatti.yaml").write_text("muoto: 1\n", encoding="utf-8")
    monkeypatch.setenv("SOPIMUKSET_CACHE", str(tmp_path / "muisti"))
    for form in FORMATS:
        answer = shown(Question(root, (), DAY, form), print)
        assert "T01" in answer.text
        assert_unknown(answer.text, form)


SOUND = (
    ("nimi: Ohjaamo Lahti, kunta: Lahti}", "nimi: Ohjaamo Lahti, kunta: Matti Meikäläinen}"),
    ("koodi: P03\n", "koodi: Matti Meikäläinen\n"),
    ("muut: [koulutuspalvelujen järjestäjät, nuorisopalvelut]", "muut: [Ánne Čohkka]"),
    ("osuudet: {hollola: 15", 'osuudet: {"Matti Meikäläinen": 15'),
    (
        "      Kela osallistuu yhteisen",
        "      Ánne Čohkka TE-toimistosta. Kela osallistuu yhteisen",
    ),
)
BROKEN = (
    ("vaihe: vahvistettu", 'vaihe: vahvistettu\n"Ánne Čohkka": 1\n"Ánne Čohkka": 2'),
    ("rooli: kela", "rooli: !Matti kela"),
    ("    puheenjohtaja: ", '    "Matti Meikäläinen": x\n    puheenjohtaja: '),
    ("tunnus: lahti-1", 'tunnus: "Meikäläinen, Matti"'),
    ("kohta: nuorten_yhteispalvelu[nuoret]", "kohta: Matti Meikäläinen\n    kohta: Ánne Čohkka"),
)


@pytest.mark.parametrize("changes", [SOUND, BROKEN], ids=["sound", "broken"])
def test_no_format_and_no_cache_holds_a_name(
    changes: tuple[tuple[str, str], ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = workspace(tmp_path / "tila")
    edit(record(root), *changes)
    memory = tmp_path / "muisti"
    monkeypatch.setenv("SOPIMUKSET_CACHE", str(memory))
    errors: list[str] = []
    for form in FORMATS:
        for _ in range(2):  # worked out, and remembered
            answer = shown(Question(root, (), DAY, form), errors.append)
            assert len(answer.text) > 500
            assert_no_name(answer.text, form)
    assert_no_name("\n".join(errors), "stderr")
    entries = [Cache(memory, errors.append).get(path.stem) for path in memory.rglob("*.tulos")]
    assert entries
    for entry in entries:
        assert entry is not None
        assert_no_name(entry.decode(errors="replace"), "the cache")
        assert_no_name(entry.decode("unicode-escape", errors="replace"), "the cache")
    shutil.rmtree(memory)


HELD_BACK = (
    ("release", "paijat-hame", "tym-sopimus", "1.0"),
    ("generate", "paijat-hame", "--document", "tym-sopimus", "--final"),
    ("generate", "paijat-hame", "--document", "tym-sopimus"),
)


@pytest.mark.parametrize("order", HELD_BACK, ids=" ".join)
def test_what_holds_a_paper_back_is_told_without_recorded_names(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    place = repository(tmp_path, "paijat-hame")
    edit(
        record(place.folder),
        RECORDED,
        ("        nimeaja: lahti\n", "        nimeaja: taavi-hepokatti\n"),
    )
    place.commit()
    told = place.run(*order)
    text = told.out + told.err
    assert "T01" in text
    assert "alue.yaml:" in text
    assert_unknown(text, order)


@pytest.mark.parametrize("order", HELD_BACK[1:], ids=" ".join)
def test_what_a_paper_lacks_is_told_without_recorded_names(
    order: tuple[str, ...], tmp_path: Path
) -> None:
    place = repository(tmp_path, "paijat-hame")
    path = record(place.folder)
    edit(path, RECORDED)
    text = path.read_text(encoding="utf-8")
    unsigned = re.sub(r"\btunnus: lahti-1\b", "tunnus: taavi-hepokatti", text)
    path.write_text(re.sub(r"\n +nimeaja: lahti\n", "\n", unsigned, count=1), encoding="utf-8")
    place.commit()
    told = place.run(*order)
    text = told.out + told.err
    assert "jäsenen nimeäjä" in text
    assert_unknown(text, order)


def test_a_file_with_a_recorded_name_that_is_not_saved_is_told_in_dots(tmp_path: Path) -> None:
    place = repository(tmp_path, "paijat-hame")
    edit(record(place.folder), RECORDED)
    place.commit()
    other = place.folder / REGION / "kokoukset/taavi-hepokatti.yaml"
    other.write_text("muoto: 1\n", encoding="utf-8")
    told = place.run(*HELD_BACK[0])
    assert "Tallentamaton muutos: regions/paijat-hame/kokoukset/•" in told.err
    assert_unknown(told.out + told.err, "release")

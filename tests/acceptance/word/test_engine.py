"""The engine over all templates and records: what docxtpl gives, whatever stands in the data."""

from __future__ import annotations

import copy
import io
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from docxtpl import DocxTemplate
from lxml import etree
from openxml_audit import OpenXmlValidator

from sopimukset.base.data import data_folder
from sopimukset.documents import build as building
from sopimukset.formats import zip as archive
from sopimukset.formats.word import (
    Properties,
    body_texts,
    body_texts_of_ours,
    environment,
    render,
    rendering,
    store,
    text_of,
)
from sopimukset.formats.word.finish import finish
from sopimukset.formats.word.layout import open_layout
from sopimukset.tasks import crew
from sopimukset.tasks.generate import Wishes, generate
from tests.support.workspaces import CHECKOUT

LAYOUTS = sorted(data_folder("templates").glob("*/*.docx"))
EACH = 3
"""So many documents of a layout are compared; docxtpl takes its time."""

PROPERTIES = Properties("Sopimus", "fi-FI", date(2025, 4, 1))


class Filled(NamedTuple):
    """A layout and what it is filled with."""

    layout: bytes
    context: Mapping[str, Any]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> list[Filled]:
    """What the documents of the checkout's regions are made of, some of each layout."""
    seen: Counter[bytes] = Counter()
    found: list[Filled] = []

    def note(layout: bytes, context: Mapping[str, Any], *others: Any) -> bytes:
        seen[layout] += 1
        if seen[layout] <= EACH:
            found.append(Filled(layout, context))
        return render(layout, context, *others)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(building, "render", note)
        patch.setattr(crew, "MANY", 10**6)  # what another process makes isn't noted here
        wishes = Wishes(out=tmp_path_factory.mktemp("kaikki"), force=True)
        generate(CHECKOUT, wishes, date(2026, 6, 1), lambda *_: None)
    return found


def canonical(data: bytes) -> bytes:
    return bytes(etree.tostring(etree.fromstring(data), method="c14n"))


def assert_same(ours: Mapping[str, bytes], theirs: Mapping[str, bytes]) -> None:
    """Part by part; python-docx writes content types and relationships in another order."""
    assert ours.keys() - {"docProps/app.xml"} == theirs.keys()
    for name, data in theirs.items():
        if name.endswith(".xml") and name != "[Content_Types].xml":
            assert canonical(ours[name]) == canonical(data), name
        elif not name.endswith((".xml", ".rels")):
            assert ours[name] == data, name


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_every_layout_that_ships_takes_the_quick_way(path: Path) -> None:
    assert store.compiled_layout(path.read_bytes()) is not None


def test_every_document_is_what_docxtpl_makes_of_it(filled: list[Filled]) -> None:
    assert filled
    for layout, context in filled:
        quick = rendering._quickly(layout, context, custom=True)
        assert quick is not None
        slow = rendering._slowly(layout, context, custom=True)
        assert_same(quick[0], slow)
        made = archive.write(quick[0])
        assert body_texts_of_ours(quick[0]["word/document.xml"].decode()) == body_texts(made)


def test_docxtpl_as_it_comes_gives_the_same(filled: list[Filled]) -> None:
    """With no class of ours around it, where no value has a line break, which it does its way."""
    layout, context = filled[0]
    context = one_line(context)
    plain = DocxTemplate(io.BytesIO(layout))
    plain.render(context, environment(), autoescape=True)
    target = io.BytesIO()
    plain.save(target)
    theirs, ours = (
        archive.read(target.getvalue()),
        archive.read(render(layout, context, PROPERTIES)),
    )
    opened = open_layout(layout)
    for part in opened.templated:
        made = finish(theirs[part.name], part.name, opened.styles)
        assert canonical(ours[part.name]) == canonical(made), part.name


def one_line(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: one_line(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [one_line(inner) for inner in value]
    return value.replace("\n", " ").replace("\t", " ") if isinstance(value, str) else value


HARD = {
    "markup": """R&D <Oy> "Ab" 'x' &amp; </w:t></w:r>""",
    "placeholders": "{{ 7*7 }} {% if x %} {# y #} {_{ }} %}",
    "emoji": "Työ 🙂👩🏽‍🔧 ja 🏳️‍🌈",
    "right-to-left": "مركز التوظيف \u202eאבג\u202c",
    "long": "Erittäin pitkä otsikko " * 13,
    "spaces": "  alussa ja lopussa  ",
    "private use": "Wingdings \uf0b7 ja \ue105",
}


@pytest.mark.parametrize("value", HARD.values(), ids=HARD)
def test_no_value_is_lost_or_run(value: str, layout: bytes, sample: Any, tmp_path: Path) -> None:
    context = copy.deepcopy(sample)
    for party in context["osapuolet"]:
        party.update(nimi=value, lyhyt=value, vahvistamatta=False)
    context["asiakirja"].update(otsikko=value, lyhyt_otsikko=value, tunniste=value)
    made = render(layout, context, PROPERTIES)
    assert text_of(made).count(value) == 2 * len(context["osapuolet"]) + 2
    path = tmp_path / "sopimus.docx"
    path.write_bytes(made)
    assert OpenXmlValidator().validate(str(path)).errors == []


def test_tables_of_two_hundred_rows_and_of_none(layout: bytes, sample: Any, tmp_path: Path) -> None:
    context = copy.deepcopy(sample)
    context["jasenet"] = context["jasenet"][:1] * 200
    long = render(layout, context, PROPERTIES)
    assert text_of(long).count(context["jasenet"][0]["jasen"]) >= 200
    for key, value in context.items():
        if isinstance(value, list):
            context[key] = []
    empty = render(layout, context, PROPERTIES)
    for number, made in enumerate((long, empty)):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(made)
        assert OpenXmlValidator().validate(str(path)).errors == []
        assert zipfile.ZipFile(path).testzip() is None


def test_libreoffice_opens_what_we_pack(
    agreement: bytes, tmp_path: Path, program: Callable[[str], str]
) -> None:
    source = tmp_path / "sopimus.docx"
    source.write_bytes(agreement)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program("soffice"), profile, "--headless", "--convert-to", "txt:Text"]
    command += ["--outdir", str(tmp_path), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    assert "Taulukko 1. Osapuolet" in (tmp_path / "sopimus.txt").read_text("utf-8-sig")


def test_a_layout_that_libreoffice_saved_is_filled_as_docxtpl_fills_it(
    saved_layout: bytes, sample: Any
) -> None:
    quick = rendering._quickly(saved_layout, sample, custom=False)
    assert quick is not None
    slow = rendering._slowly(saved_layout, sample, custom=False)
    assert_same(quick[0], slow)


SAVED = ("paatosehdotus", "poytakirja", "lausuntopyynto", "vuositavoitteet", "yhteistyorakenne")
"""Kinds of unlike layouts: clauses, matters, a letter, tables of figures, a drawing."""


@pytest.fixture(scope="module")
def saved(
    program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory
) -> Mapping[bytes, bytes]:
    """Layouts of several kinds in both languages as LibreOffice saves them, by what they were."""
    folder, layouts = tmp_path_factory.mktemp("tallennetut"), {}
    for path in LAYOUTS:
        if path.parent.name in SAVED:
            layouts[f"{path.parent.name}-{path.name}"] = path.read_bytes()
    assert len(layouts) == 2 * len(SAVED)
    for name, data in layouts.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [program("soffice"), profile, "--headless"]
    command += ["--convert-to", "docx:MS Word 2007 XML", "--outdir", folder / "out"]
    command += [folder / name for name in layouts]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {data: (folder / "out" / name).read_bytes() for name, data in layouts.items()}


def faults(document: bytes, folder: Path) -> set[str]:
    """What is wrong with a file; LibreOffice's own are in whatever it saves."""
    path = folder / "tutkittava.docx"
    path.write_bytes(document)
    return {item.description for item in OpenXmlValidator().validate(str(path)).errors}


def test_layouts_of_several_kinds_that_libreoffice_saved_give_the_same_text(
    saved: Mapping[bytes, bytes], filled: list[Filled], tmp_path: Path
) -> None:
    asked: set[bytes] = set()
    for layout, context in filled:
        if layout in saved:
            assert rendering._quickly(saved[layout], context, custom=True) is not None
            made = render(saved[layout], context, PROPERTIES)
            assert body_texts(made) == body_texts(render(layout, context, PROPERTIES))
            if layout not in asked:
                assert faults(made, tmp_path) <= faults(saved[layout], tmp_path)
            asked.add(layout)
    assert asked == saved.keys()

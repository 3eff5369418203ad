"""Every text that a person may write reaches the documents that should carry it, whole and unmixed.

The record holds every text field of the model. Each gets a marker of its own in each language, with
signs that XML, Word and templates might trip over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sopimukset.documents.kinds import KINDS
from sopimukset.formats import zip as archive
from sopimukset.formats.word import text_of
from sopimukset.model import Alue, Kielitekstit, Kokous, Malli
from sopimukset.model.structure import fields_of
from sopimukset.tasks.generate import Fate, Wishes, generate

RECORD = Path(__file__).parents[2] / "data" / "documents" / "kaikki"
DAY = date(2026, 6, 1)
LANGUAGES = ("fi", "sv")
MARKER = re.compile(r"⟦(\d+)&<{{\"'}}>(fi|sv)⟧")
PLACE = "@"
OF_THE_PAST = {"muutosloki", "muutossopimus", "seurantaraportti"}
"""Kinds that are made of a region's history, for a period or of two versions, not of its record."""

NOWHERE = {
    "kielipaatos.tekija": "kielet todetaan sopimuksessa, päätös on alueen oma",
    "kielipaatos.ehto": "kielet todetaan sopimuksessa, päätös on alueen oma",
    "kielipaatos.peruste": "kielet todetaan sopimuksessa, päätös on alueen oma",
    "nuorten_yhteispalvelu.koordinaattori.paatos.tekija": "sopimus nimeää tehtävän, ei päätöstä",
    "nuorten_yhteispalvelu.koordinaattori.paatos.ehto": "sopimus nimeää tehtävän, ei päätöstä",
    "mitoitus.peruste": "johtoryhmällä on oma mitoituksensa",
}
"""Texts that no document of today prints, and why; a new field is printed or explained."""


def text_fields(model: type[Malli], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every field of text in one or two languages, by the keys that lead to it."""
    for name, field in fields_of(model).items():
        if Kielitekstit in field.models:
            yield ".".join((*path, name))
        else:
            for inner in field.models:
                if inner.__name__ != model.__name__:
                    yield from text_fields(inner, (*path, name))


class Markers:
    """Puts a marker for every place into plain data, and remembers which field it stands for."""

    def __init__(self) -> None:
        self.fields: dict[int, str] = {}

    def marked(self, data: Any, path: tuple[str, ...] = ()) -> Any:
        if isinstance(data, dict):
            return {key: self.marked(value, (*path, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self.marked(item, path) for item in data]
        if data != PLACE:
            return data
        number = len(self.fields)
        self.fields[number] = ".".join(path)
        return {language: f"⟦{number}&<{{{{\"'}}}}>{language}⟧" for language in LANGUAGES}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Markers, dict[str, str]]:
    """The fields by marker, and the text of every document by its file's name."""
    root = tmp_path_factory.mktemp("kaikki")
    markers = Markers()
    yaml = YAML()
    for source in sorted(RECORD.rglob("*.yaml")):
        target = root / "regions" / "kanta-hame" / source.relative_to(RECORD)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8") as file:
            yaml.dump(markers.marked(YAML(typ="safe").load(source)), file)
    every = tuple(kind.laji for kind in KINDS)
    result = generate(root, Wishes(kinds=every, out=root / "build"), DAY, lambda *_: None)
    assert not result.having(Fate.BROKEN), result.having(Fate.BROKEN)[0].notes
    documents = sorted((root / "build").rglob("*.docx"))
    return markers, {path.name: "\n".join(text_of(path.read_bytes())) for path in documents}


def found(made: tuple[Markers, dict[str, str]]) -> dict[str, set[str]]:
    """The documents in which each field stands."""
    markers, texts = made
    places = defaultdict(set)
    for name, text in texts.items():
        for number, _ in MARKER.findall(text):
            places[markers.fields[int(number)]].add(name)
    return places


def test_the_record_holds_every_text_field(made: tuple[Markers, dict[str, str]]) -> None:
    wanted = {*text_fields(Alue), *text_fields(Kokous)}
    assert set(made[0].fields.values()) >= wanted


def test_every_kind_was_made_in_both_languages(made: tuple[Markers, dict[str, str]]) -> None:
    for kind in (item for item in KINDS if item.laji not in OF_THE_PAST):
        for language in LANGUAGES:
            name = re.compile(rf"kanta-hame_{kind.laji}_.*_{language}\.docx")
            assert any(name.fullmatch(item) for item in made[1]), (kind.laji, language)


def test_every_text_stands_in_some_document(made: tuple[Markers, dict[str, str]]) -> None:
    missing = {*made[0].fields.values()} - set(found(made)) - set(NOWHERE)
    assert not missing, "\n".join(sorted(missing))


def test_what_is_said_to_stand_nowhere_stands_nowhere(
    made: tuple[Markers, dict[str, str]],
) -> None:
    assert sorted(set(NOWHERE) & set(found(made))) == []


def test_every_marker_is_whole_and_in_the_documents_language(
    made: tuple[Markers, dict[str, str]],
) -> None:
    for name, text in made[1].items():
        language = name.removesuffix(".docx").rsplit("_", 1)[1]
        assert {told for _, told in MARKER.findall(text)} <= {language}, name
        rest = MARKER.sub("", text)
        assert not re.search(r"[⟦⟧]", rest), name


SAMI = {"se": "davvisámegillii", "smn": "anarâškielân", "sms": "nuõrttsääʹmǩiõlʼle"}
"""What each Sámi language calls itself, for no more than to find it again."""


def test_sami_texts_stand_on_the_cover_in_a_language_of_their_own(tmp_path: Path) -> None:
    yaml = YAML()
    for source in sorted(RECORD.rglob("*.yaml")):
        data = Markers().marked(YAML(typ="safe").load(source))
        if source.name == "alue.yaml":
            agreement = data["sopimukset"][0]
            agreement["nimi"] |= {"se": SAMI["se"]}
            data["johtoryhmat"][0]["nimi"] |= {"smn": SAMI["smn"]}
            agreement["tiivistelma"] |= {"sms": SAMI["sms"]}
        target = tmp_path / "regions" / "kanta-hame" / source.relative_to(RECORD)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8") as file:
            yaml.dump(data, file)
    wishes = Wishes(kinds=("tym-sopimus",), out=tmp_path / "build")
    generate(tmp_path, wishes, DAY, lambda *_: None)
    for path in sorted(tmp_path.rglob("*.docx")):
        xml = archive.read(path.read_bytes())["word/document.xml"].decode()
        for language, told in SAMI.items():
            spoken = rf'<w:lang w:val="{language}-FI"/></w:rPr><w:t[^>]*>{told}<'
            assert re.search(spoken, xml), (path.name, language)


def test_no_text_is_printed_twice_in_a_row(made: tuple[Markers, dict[str, str]]) -> None:
    doubled = re.compile(rf"({MARKER.pattern})[\s,.;:()–-]*\1")
    for name, text in made[1].items():
        assert not doubled.search(text), name

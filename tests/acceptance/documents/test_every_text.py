"""Every text that a person may write reaches the documents that should carry it, whole and counted.

The record holds every text field of the model. Each leaf gets a marker of its own in each language,
with signs that XML, Word and templates might trip over. `every_text.yaml` tells which kinds of
document carry which field and how many times.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
from ruamel.yaml import YAML

from sopimukset.documents.kinds import KINDS
from sopimukset.formats import zip as archive
from sopimukset.formats.word import text_of
from sopimukset.model import Alue, Kielitekstit, Kokous, Malli, Seuranta
from sopimukset.model.perusta import Sana
from sopimukset.model.structure import fields_of
from sopimukset.tasks.generate import Fate, Wishes, generate
from sopimukset.tasks.report import Wishes as ReportWishes
from sopimukset.tasks.report import make_reports
from sopimukset.tasks.report_files import WORD

RECORD = Path(__file__).parents[2] / "data" / "documents" / "kaikki"
TABLE = YAML(typ="safe").load(Path(__file__).with_name("every_text.yaml"))
DAY = date(2026, 6, 1)
LANGUAGES = ("fi", "sv")
SAMI = ("se", "smn", "sms")
MARKER = re.compile(r"⟦(\d+)&<{{\"'}}>(fi|sv|se|smn|sms|--)⟧")
PLACE, PLAIN = "@", "#"
"""What stands in the record where a text in languages, or one that is the same in all, belongs."""

ANY = "--"
OF_THE_PAST = {"muutosloki", "muutossopimus"}
"""Kinds that are made of a region's history or of two versions, not of its record."""

FILES = {"kokoukset": ("kokous",), "seuranta": ("seuranta",)}
"""What stands before the keys of a field that isn't in the region's own file."""

FREE = set(get_args(Sana)[1:])


def text_fields(model: type[Malli], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every field of free text, in languages or plain, by the keys that lead to it."""
    for name, found in fields_of(model).items():
        if Kielitekstit in found.models or _free(model, name):
            yield ".".join((*path, name))
        for inner in found.models:
            if inner not in (model, Kielitekstit):
                yield from text_fields(inner, (*path, name))


def _free(model: type[Malli], name: str) -> bool:
    """Whether a field takes any text: it is no reference, and no pattern or choice binds it."""
    info = model.model_fields[name]
    return not fields_of(model)[name].reference and _any_text(info.annotation, info.metadata)


def _any_text(annotation: Any, bounds: Any) -> bool:
    if annotation is str:
        return all(bound in FREE for bound in bounds)
    if get_origin(annotation) is Literal or not get_args(annotation):
        return False
    inner, *more = get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        return _any_text(inner, annotation.__metadata__)
    return any(_any_text(item, bounds) for item in (inner, *more) if item is not Ellipsis)


class Markers:
    """Puts a marker for every place into plain data, and remembers which field it stands for."""

    def __init__(self) -> None:
        self.fields: dict[int, str] = {}

    def marked(self, data: Any, path: tuple[str, ...] = ()) -> Any:
        if isinstance(data, dict):
            return {key: self.marked(value, (*path, key)) for key, value in data.items()}
        if isinstance(data, list):
            return [self.marked(item, path) for item in data]
        if data not in (PLACE, PLAIN):
            return data
        number = len(self.fields)
        self.fields[number] = ".".join(path)
        if data == PLAIN:
            return marker(number, ANY)
        return {language: marker(number, language) for language in (*LANGUAGES, *SAMI)}


def marker(number: int, language: str) -> str:
    return f"⟦{number}&<{{{{\"'}}}}>{language}⟧"


@dataclass(frozen=True)
class Made:
    """What was made of the record.

    Attributes:
        fields: the field that each marker stands for.
        texts: the text of every document, by its file's name.
        files: the documents.
    """

    fields: Mapping[int, str]
    texts: Mapping[str, str]
    files: Sequence[Path]

    @cached_property
    def counts(self) -> dict[tuple[str, str, str], dict[str, list[dict[int, int]]]]:
        """How often in each document; by field, kind, language, then by the markers' language."""
        found: dict[tuple[str, str, str], dict[str, list[dict[int, int]]]] = {}
        for name, text in self.texts.items():
            for (number, spoken), times in Counter(MARKER.findall(text)).items():
                place = (self.fields[int(number)], *kind_and_language(name))
                documents = found.setdefault(place, {}).setdefault(spoken, [])
                documents.append({int(number): times})
        return found

    def told(self, field: str, kind: str, language: str, spoken: str) -> str:
        """How often a field's markers stand in the documents of a kind, as the table writes it."""
        found = self.counts.get((field, kind, language), {}).get(spoken, [])
        times = {count for document in found for count in document.values()}
        if not times:
            return ""
        own = {number for number, name in self.fields.items() if name == field}
        some = {number for document in found for number in document} < own
        span = str(min(times)) if len(times) == 1 else f"{min(times)}-{max(times)}"
        return span + "?" * some


def kind_and_language(name: str) -> tuple[str, str]:
    """Of a document, by its file's name."""
    parts = name.removesuffix(".docx").split("_")
    return parts[1], parts[-1]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    root = tmp_path_factory.mktemp("kaikki")
    markers = Markers()
    yaml = YAML()
    for source in sorted(RECORD.rglob("*.yaml")):
        target = root / "regions" / "kanta-hame" / source.relative_to(RECORD)
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("w", encoding="utf-8") as file:
            data = YAML(typ="safe").load(source)
            yaml.dump(markers.marked(data, FILES.get(source.parent.name, ())), file)
    every = tuple(kind.laji for kind in KINDS)
    result = generate(root, Wishes(kinds=every, out=root / "build"), DAY, lambda *_: None)
    assert not result.having(Fate.BROKEN), result.having(Fate.BROKEN)[0].notes
    make_reports(root, ReportWishes(form=WORD, out=root / "build"), DAY, lambda *_: None)
    files = sorted((root / "build").rglob("*.docx"))
    texts = {path.name: "\n".join(text_of(path.read_bytes())) for path in files}
    return Made(markers.fields, texts, files)


def differences(made: Made, table: Mapping[str, Any], spoken: str = "") -> list[str]:
    """Where the documents are other than the table says, a line each.

    Args:
        made: the documents.
        table: how often each field stands in which kinds.
        spoken: the language of the markers; that of each document, or none, where it is "".
    """
    kinds = sorted({kind_and_language(name)[0] for name in made.texts})
    lines = []
    for field in sorted({*made.fields.values(), *table}):
        for kind in kinds:
            wanted = str(table.get(field, {}).get(kind, ""))
            for language in LANGUAGES:
                tags = [spoken] if spoken else [language, ANY]
                found = "".join(made.told(field, kind, language, tag) for tag in tags)
                if found != wanted and not (found and wanted == _many(found)):
                    lines.append(f"{field}, {kind}, {language}: {wanted or '-'} → {found or '-'}")
    return lines


def _many(found: str) -> str:
    """What the table says of a name, which may stand any number of times."""
    return "+?" if found.endswith("?") else "+"


def test_the_record_holds_every_text_field(made: Made) -> None:
    roots = ((Alue, ()), (Kokous, ("kokous",)), (Seuranta, ("seuranta",)))
    wanted = {field for model, before in roots for field in text_fields(model, before)}
    assert wanted - set(made.fields.values()) == set(TABLE["sidotut"])


def test_every_kind_was_made_in_both_languages(made: Made) -> None:
    kinds = {kind.laji for kind in KINDS} - OF_THE_PAST
    assert {kind_and_language(name) for name in made.texts} == {
        (kind, language) for kind in kinds for language in LANGUAGES
    }


def test_every_text_stands_where_and_as_often_as_the_table_says(made: Made) -> None:
    found = differences(made, TABLE["kentat"])
    assert not found, "\n".join(found)


def test_every_field_is_in_the_table_or_explained(made: Made) -> None:
    assert set(made.fields.values()) == {*TABLE["kentat"], *TABLE["ei_missaan"]}
    assert not {*TABLE["kentat"]} & {*TABLE["ei_missaan"]}
    assert all({**TABLE["ei_missaan"], **TABLE["sidotut"]}.values())


@pytest.mark.parametrize("spoken", SAMI)
def test_sami_texts_stand_where_the_table_says(made: Made, spoken: str) -> None:
    found = differences(made, TABLE["saame"], spoken)
    assert not found, "\n".join(found)


def test_sami_texts_are_said_to_be_in_their_language(made: Made) -> None:
    marked = re.compile(r"<w:r\b[^>]*>(?:(?!</w:r>).)*?&gt;(se|smn|sms)⟧")
    runs = [
        (path.name, run)
        for path in made.files
        for run in marked.finditer(archive.read(path.read_bytes())["word/document.xml"].decode())
    ]
    assert {kind_and_language(name)[0] for name, _ in runs} == {
        kind for row in TABLE["saame"].values() for kind in row
    }
    assert [name for name, run in runs if f'<w:lang w:val="{run[1]}-FI"/>' not in run[0]] == []


def test_every_marker_is_whole_and_in_the_documents_language(made: Made) -> None:
    for name, text in made.texts.items():
        _, language = kind_and_language(name)
        assert {told for _, told in MARKER.findall(text)} <= {language, ANY, *SAMI}, name
        assert not re.search(r"[⟦⟧]", MARKER.sub("", text)), name


def test_no_text_is_printed_twice_in_a_row(made: Made) -> None:
    doubled = re.compile(rf"({MARKER.pattern})[\s,.;:()–-]*\1")
    for name, text in made.texts.items():
        assert not doubled.search(text), name

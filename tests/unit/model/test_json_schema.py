"""The JSON Schemas: in Finnish, closed, and at one with the models."""

from __future__ import annotations

import copy
import datetime
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from sopimukset.formats.yaml import read
from sopimukset.model.json_schema import FILE_KINDS, FileKind, json_schema
from sopimukset.model.otsikot import OTSIKOT
from sopimukset.model.paths import leaves
from sopimukset.tasks.schemas import schema_files
from tests.support.workspaces import CHECKOUT

ids = [kind.key for kind in FILE_KINDS]
every_kind = pytest.mark.parametrize("kind", FILE_KINDS, ids=ids)

ENGLISH = re.compile(r"\b(the|and|of|is|which|with|party|date|description|title|text)\b")


@cache
def validator(key: str) -> Any:
    kind = next(item for item in FILE_KINDS if item.key == key)
    checker = jsonschema.FormatChecker(formats=["date"])
    return jsonschema.Draft202012Validator(json_schema(kind), format_checker=checker)


SAMPLES = {"versio": "templates/*/esimerkki-versio-*.yaml"}
"""Files of a kind that no worked region has."""


def files(kind: FileKind) -> list[Path]:
    return sorted(CHECKOUT.glob(SAMPLES.get(kind.key, kind.pattern)))


def data_of(path: Path) -> Any:
    """The file's data with its days as text, as an editor sees it."""
    document = read(path.read_bytes())
    assert not document.problems
    return document.data


def fits_model(kind: FileKind, data: Any) -> bool:
    try:
        kind.model.model_validate(data)
    except ValidationError:
        return False
    return True


def objects(schema: Any) -> Iterator[Any]:
    """Every schema inside a schema that describes an object of the record."""
    for _path, node in nodes(schema):
        if "properties" in node:
            yield node


def nodes(schema: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(schema, dict):
        yield path, schema
        for key, value in schema.items():
            yield from nodes(value, (*path, key))
    elif isinstance(schema, list):
        for index, value in enumerate(schema):
            yield from nodes(value, (*path, index))


@every_kind
def test_it_is_a_schema_of_draft_2020_12(kind: FileKind) -> None:
    schema = json_schema(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["$id"] == f"urn:sopimukset:{kind.key}:1"


@every_kind
def test_unknown_keys_are_refused_everywhere(kind: FileKind) -> None:
    assert all(node["additionalProperties"] is False for node in objects(json_schema(kind)))


@every_kind
def test_every_key_has_a_finnish_title_and_description(kind: FileKind) -> None:
    for node in objects(json_schema(kind)):
        for name, item in node["properties"].items():
            assert item["title"][0].isupper(), name
            assert item["description"].rstrip().endswith("."), name
            assert not ENGLISH.search(f"{item['title']} {item['description']}"), item


@every_kind
def test_only_keys_and_files_are_described(kind: FileKind) -> None:
    schema = json_schema(kind)
    for name, node in schema["$defs"].items():
        assert not {"title", "description"} & set(node), name


@every_kind
def test_every_day_and_every_choice_is_spelt_out(kind: FileKind) -> None:
    for _path, node in nodes(json_schema(kind)):
        if node.get("format") == "date":
            assert node["pattern"] == r"^\d{4}-\d{2}-\d{2}$"
        assert "oneOf" not in node


@every_kind
def test_the_files_of_the_checkout_fit(kind: FileKind) -> None:
    assert files(kind)
    for path in files(kind):
        validator(kind.key).validate(data_of(path))


def test_labels_are_of_keys_that_exist() -> None:
    known = {
        name
        for kind in FILE_KINDS
        for node in objects(json_schema(kind))
        for name in node["properties"]
    }
    assert set(OTSIKOT) <= known


def test_a_misspelt_key_is_refused() -> None:
    path = CHECKOUT / "regions" / "paijat-hame" / "alue.yaml"
    data = data_of(path)
    data["johtoryhmat"][0]["jasenett"] = data["johtoryhmat"][0].pop("jasenet")
    (fault,) = validator("alue").iter_errors(data)
    assert "jasenett" in fault.message


def test_the_same_models_give_the_same_bytes() -> None:
    assert list(schema_files()) == list(schema_files())


def test_the_checkouts_schemas_are_fresh() -> None:
    fresh = dict(schema_files())
    found = {name: (CHECKOUT / "schemas" / name).read_bytes() for name in fresh}
    assert found == fresh, "run sopimukset schema"


TEXTS = ["", "x", "2026-03-01", "2026-02-30", "1.3.2026", "9.00", "fi", "kaikki", "A b"]
OTHERS = [0, 1, -1, 99, 10**6, True, False, None, [], ["x"], [""], {}, {"fi": "x"}, {"fi": ""}]
VALUES = st.sampled_from([*TEXTS, *OTHERS, {"x": "y"}])


@st.composite
def mutations(draw: st.DrawFn) -> tuple[FileKind, Any]:
    """A file of the checkout with one thing changed: a value, a key, or a key left out."""
    kind = draw(st.sampled_from(FILE_KINDS))
    data = copy.deepcopy(_worked(draw(st.sampled_from(files(kind)))))
    path, _value = draw(st.sampled_from(list(leaves(data))))
    depth = draw(st.integers(1, len(path)))
    *above, last = path[:depth]
    here = data
    for step in above:
        here = here[step]
    change = draw(st.sampled_from(["value", "key", "leave out"]))
    if change == "value" or isinstance(last, int):
        here[last] = draw(VALUES)
    else:
        value = here.pop(last)
        if change == "key":
            here[f"{last}x"] = value
    return kind, data


@cache
def _worked(path: Path) -> Any:
    return data_of(path)


@settings(max_examples=600)
@given(case=mutations())
def test_schema_and_model_agree_on_what_fits(case: tuple[FileKind, Any]) -> None:
    kind, data = case
    assert validator(kind.key).is_valid(data) == fits_model(kind, data)


@pytest.mark.parametrize("version", [True, 0, 2, "1", None, [1]])
@every_kind
def test_only_a_number_is_a_version(kind: FileKind, version: object) -> None:
    data = {**_worked(files(kind)[0]), "muoto": version}
    assert not fits_model(kind, data)
    assert not validator(kind.key).is_valid(data)


def test_days_are_days_to_both() -> None:
    kind = FILE_KINDS[1]
    meeting = {"muoto": 1, "johtoryhma": "tym"}
    for text in ("2026-02-30", "1.3.2026", "2026-3-1", "20260301"):
        assert not fits_model(kind, {**meeting, "pvm": text})
        assert not validator(kind.key).is_valid({**meeting, "pvm": text})
    assert fits_model(kind, {**meeting, "pvm": datetime.date(2026, 3, 1).isoformat()})

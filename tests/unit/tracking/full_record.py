"""A record in which every field that may count holds something, and ways to change it.

Every identifier is `x`, so that each reference leads to the one thing of its kind.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import ValidationError

from sopimukset.model import Alue, Malli
from sopimukset.model.structure import fields_of
from sopimukset.tracking.counted import TABLES

CANDIDATES: tuple[Any, ...] = (
    *("x", "y", "2026-01-01", "2026-02-02", "9.00", "10.00", "1.0", "P03", "a" * 64, "b" * 64),
    *(
        1,
        2,
        2026,
        True,
        False,
        ["x"],
        ["y"],
        {"x": 1},
        {"x": 2},
        {"x": "2026-01-01"},
        ["fi"],
        ["sv"],
    ),
    {"x": "2026-02-02"},
)
"""Values for fields without a model of their own; each field takes the first two that fit."""


@dataclass(frozen=True, slots=True)
class Variation:
    """A record that differs from the full one in a single field.

    Attributes:
        steps: the model and the field at each step from the record's root to the change.
        data: the changed record.
    """

    steps: tuple[tuple[type[Malli], str], ...]
    data: dict[str, Any]

    @property
    def name(self) -> str:
        """The way to the change, as a test report shows it."""
        return ".".join(field for _, field in self.steps)


def full_record(laji: str) -> dict[str, Any]:
    """The full record with an agreement of a kind."""
    data = copy.deepcopy(_filled(Alue))
    data["kielet"] = ["fi"]
    data["sopimukset"][0]["laji"] = laji
    return data


def variations(laji: str) -> Iterator[Variation]:
    """Every change of one field, in every model that the table of counted fields names."""
    data = full_record(laji)
    yield from _variations(Alue, data, (), (), data)


def _variations(
    model: type[Malli],
    here: dict[str, Any],
    path: tuple[str | int, ...],
    steps: tuple[tuple[type[Malli], str], ...],
    whole: dict[str, Any],
) -> Iterator[Variation]:
    for name, field in fields_of(model).items():
        if (model, name) == (Alue, "muoto"):
            continue  # there is but one
        way = (*steps, (model, name))
        inner = next((item for item in field.models if item in TABLES), None)
        if inner is not None:
            place = (*path, name, 0) if field.many else (*path, name)
            value = here[name][0] if field.many else here[name]
            yield from _variations(inner, value, place, way, whole)
            continue
        for other in _others(model, name, here):
            changed = copy.deepcopy(whole)
            _at(changed, path)[name] = other
            if _fits(Alue, changed):
                yield Variation(way, changed)
                break
        else:
            raise AssertionError(f"no other value for {model.__name__}.{name}")


def _others(model: type[Malli], name: str, here: dict[str, Any]) -> Iterator[Any]:
    field = fields_of(model)[name]
    now = here[name]
    for value in (*field.choices, *CANDIDATES):
        for shape in (value, [value]):
            if shape != now and _fits(model, {**here, name: shape}):
                yield shape
    if field.models and isinstance(now, list):
        yield []
    if field.models and isinstance(now, dict):
        yield {}


@cache
def _filled(model: type[Malli]) -> dict[str, Any]:
    """Every field of a model with a value."""
    found: dict[str, Any] = {"tunnus": "x"} if "tunnus" in model.model_fields else {}
    found |= dict.fromkeys((name for name in model.model_fields if name not in found), None)
    for name, field in fields_of(model).items():
        if name != "tunnus":
            found[name] = _value(model, name, field.models, field.choices, many=field.many)
    assert _fits(model, found), model
    return found


def _value(
    model: type[Malli],
    name: str,
    models: tuple[type[Malli], ...],
    choices: tuple[str, ...],
    *,
    many: bool,
) -> Any:
    if model is Alue and name == "muoto":
        return 1
    plain = [item for item in (*choices, *CANDIDATES) if _takes(model, name, item)]
    if plain:
        return plain[0]
    listed = [[item] for item in (*choices, *CANDIDATES) if _takes(model, name, [item])]
    if listed:
        return listed[0]
    assert models, f"no value for {model.__name__}.{name}"
    inner = copy.deepcopy(_filled(models[0]))  # or a change would show in two places
    return [inner] if many else inner


def _takes(model: type[Malli], name: str, value: Any) -> bool:
    try:
        model.model_validate({name: value})
    except ValidationError as error:
        return not any(item["loc"] and item["loc"][0] == name for item in error.errors())
    return True


def _fits(model: type[Malli], data: Any) -> bool:
    try:
        model.model_validate(data)
    except ValidationError:
        return False
    return True


def _at(data: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        data = data[step]
    return data

"""The quick look sees all that the walk with places sees, in every field of every model."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from functools import cache
from itertools import count
from types import NoneType
from typing import Annotated, Any, get_args, get_origin

import pytest

from sopimukset.law.rules import t01
from sopimukset.law.survey import survey
from sopimukset.law.texts import PLAIN, Part, parts, passages
from sopimukset.model import Alue, Jakso, Kielitekstit, Kokous, Lausekekirjasto, Malli, Seuranta
from sopimukset.model.perusta import Viittaus
from sopimukset.model.structure import fields_of

AS_OF = date(2026, 6, 1)
ROOTS = (Alue, Kokous, Seuranta, Lausekekirjasto)
LISTED = 2
"""Items of every list, so that nothing is seen only because it comes first."""


class Filling:
    """Fills every field that can be asked for, each with a text of its own."""

    def __init__(self) -> None:
        self.numbers = count()
        self.choices = count()

    def word(self) -> str:
        return f"sana-{next(self.numbers)}"

    def model(self, kind: type[Malli]) -> Malli:
        """A model with nothing left out, and nothing checked."""
        fields = {
            name: self.value(name, item.annotation, item.metadata)
            for name, item in kind.model_fields.items()
        }
        return kind.model_construct(**fields)

    def value(self, name: str, annotation: Any, metadata: list[Any]) -> Any:
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self.value(name, inner[0], [*metadata, *inner[1:]])
        if origin is tuple:
            return tuple(self.value(name, inner[0], metadata) for _ in range(LISTED))
        if origin is dict:
            return {self.value(name, inner[0], []): None for _ in range(LISTED)}
        if origin is not None and inner:
            return self.value(name, self.one_of(inner), metadata)
        if isinstance(annotation, type) and issubclass(annotation, Malli):
            return self.model(annotation)
        if annotation is str:
            return self.word()
        return None

    def one_of(self, kinds: tuple[Any, ...]) -> Any:
        """Of what a field may hold one after the other, but never nothing."""
        some = [kind for kind in kinds if kind is not NoneType]
        return some[next(self.choices) % len(some)]


@cache
def filled(kind: type[Malli]) -> Malli:
    return Filling().model(kind)


def walked(kind: type[Malli]) -> list[Part]:
    return parts(filled(kind), AS_OF)


def test_nothing_is_left_empty() -> None:
    """Else the tests below would pass by looking at nothing."""
    seen = {type(part.model) for root in ROOTS for part in walked(root)}
    below = {item for kind in seen for field in fields_of(kind).values() for item in field.models}
    assert below - seen <= {Kielitekstit}
    assert len(seen) > 40
    for root in ROOTS:
        for part in walked(root):
            for name, field in fields_of(type(part.model)).items():
                if field.models or field.reference or name in PLAIN:
                    assert part.model.__dict__[name], (type(part.model), name)


@pytest.mark.parametrize("root", ROOTS)
def test_every_text_of_a_walk_is_seen(root: type[Malli]) -> None:
    told = [passage.text for passage in passages(filled(root), AS_OF)]
    assert sorted(survey([filled(root)]).texts) == sorted(told)
    assert len(told) == len(set(told)) > 0


@pytest.mark.parametrize("root", ROOTS)
def test_every_reference_of_a_walk_is_seen(root: type[Malli]) -> None:
    told: dict[str, list[str]] = defaultdict(list)
    for part in walked(root):
        for name, kind in t01._references(type(part.model)):
            value = part.model.__dict__[name]
            told[kind] += [value] if isinstance(value, str) else value
    seen = survey([filled(root)]).references
    assert {kind: sorted(items) for kind, items in seen.items()} == {
        kind: sorted(items) for kind, items in told.items()
    }
    assert set(seen) <= set(t01.WORDS)


@pytest.mark.parametrize("root", ROOTS)
def test_an_identifier_that_stands_twice_is_seen_in_every_list(root: type[Malli]) -> None:
    model = filled(root)
    assert not survey([model]).doubled
    items = {part.path: part.model.__dict__ for part in parts(model, AS_OF)}
    for path, second in items.items():
        if path and path[-1] == 1 and "tunnus" in second:
            own = second["tunnus"]
            second["tunnus"] = items[*path[:-1], 0]["tunnus"]
            assert survey([model]).doubled, path
            second["tunnus"] = own


@pytest.mark.parametrize("root", ROOTS)
def test_a_reversed_period_is_seen_wherever_it_stands(root: type[Malli]) -> None:
    model = filled(root)
    assert not survey([model]).reversed
    for part in parts(model, AS_OF):
        if isinstance(part.model, Jakso):
            held = part.model.__dict__
            held["alkaen"], held["paattyen"] = date(2026, 2, 1), date(2026, 1, 31)
            assert survey([model]).reversed, part.path
            held["alkaen"], held["paattyen"] = None, None


def test_references_name_what_a_region_knows() -> None:
    kinds = {
        item.kohde
        for root in ROOTS
        for part in walked(root)
        for field in type(part.model).model_fields.values()
        for item in field.metadata
        if isinstance(item, Viittaus)
    }
    assert kinds <= set(t01.WORDS)

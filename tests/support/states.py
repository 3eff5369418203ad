"""States of regions for tests: the worked regions as they are, and edited at random."""

from __future__ import annotations

from functools import cache
from typing import Any

from hypothesis import strategies as st

from sopimukset.history.changes import Records
from sopimukset.model import Alue, Malli
from sopimukset.workspace.workspace import read_region
from tests.support.kind_documents import WORKED
from tests.support.workspaces import CHECKOUT


@cache
def state(name: str) -> Records:
    """A worked region with all its files."""
    region = read_region(CHECKOUT, name)
    assert region.alue is not None
    return Records(
        region.alue,
        tuple(item.model for item in region.meetings if item.model),
        tuple(item.model for item in region.follow_ups if item.model),
    )


def alue(name: str = "paijat-hame") -> Alue:
    found = state(name).alue
    assert found is not None
    return found


@cache
def _donors() -> dict[type[Malli], list[Malli]]:
    """Every part of every worked region by its model: what random edits are made of."""
    found: dict[type[Malli], list[Malli]] = {}

    def walk(value: Any) -> None:
        if isinstance(value, Malli):
            found.setdefault(type(value), []).append(value)
            for name in type(value).model_fields:
                walk(getattr(value, name))
        elif isinstance(value, tuple):
            for item in value:
                walk(item)

    for name in WORKED:
        records = state(name)
        walk((records.alue, *records.kokoukset, *records.seuranta))
    return found


@st.composite
def edited(draw: st.DrawFn, value: Any) -> Any:
    """The value with anything in it changed, taken away, added, doubled or put in another order."""
    if isinstance(value, tuple):
        return draw(_edited_list(value))
    if isinstance(value, dict):
        kept = {key: item for key, item in value.items() if draw(st.integers(0, 4))}
        return {**kept, **({"uusi": next(iter(value.values()))} if draw(st.booleans()) else {})}
    if isinstance(value, Malli):
        return draw(_edited_model(value))
    return value


@st.composite
def _edited_list(draw: st.DrawFn, items: tuple[Any, ...]) -> tuple[Any, ...]:
    kept = [draw(edited(item)) if draw(st.integers(0, 3)) == 0 else item for item in items]
    kept = [item for item in kept if draw(st.integers(0, 5))]
    if items and draw(st.integers(0, 3)) == 0:
        source = _donors().get(type(items[0]), list(items))
        kept.insert(draw(st.integers(0, len(kept))), draw(st.sampled_from(source)))
    return tuple(draw(st.permutations(kept)) if draw(st.integers(0, 5)) == 0 else kept)


@st.composite
def _edited_model(draw: st.DrawFn, model: Malli) -> Malli:
    """Some fields edited inside, some taken from another part of the same kind, some emptied."""
    donor = draw(st.sampled_from(_donors().get(type(model), [model])))
    values = {}
    for name, field in type(model).model_fields.items():
        own = getattr(model, name)
        choice = draw(st.integers(0, 9))
        if choice == 0:
            own = getattr(donor, name)
        elif choice == 1 and not field.is_required():
            own = field.default
        elif choice in (2, 3):
            own = draw(edited(own))
        values[name] = own
    return type(model).model_construct(**values)


@st.composite
def generated(draw: st.DrawFn, model: type[Malli] = Alue) -> Malli:
    """A model each of whose fields is taken from some worked part of its kind."""
    donors = st.sampled_from(_donors()[model])
    return model.model_construct(
        **{name: getattr(draw(donors), name) for name in model.model_fields}
    )


@st.composite
def edited_states(draw: st.DrawFn) -> tuple[Records, Records]:
    """A state and what became of it; at times of two regions that have nothing in common."""
    old = state(draw(st.sampled_from(WORKED)))
    kind = draw(st.integers(0, 4))
    if kind == 0:
        return old, state(draw(st.sampled_from(WORKED)))
    if kind == 1:
        made = [draw(generated()) for _ in range(2)]
        return Records(made[0]), Records(made[1])  # type: ignore[arg-type]
    new = Records(draw(edited(old.alue)), draw(edited(old.kokoukset)), draw(edited(old.seuranta)))
    return (old, new) if draw(st.booleans()) else (new, old)

"""The differences of two models, each in the smallest piece: none is lost, none is said twice.

`differences` finds them and `applied` carries them out. Applied to the older model they give the
newer one, and a model has none from itself. What they mean is said elsewhere (`detect`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from sopimukset.history.changes.places import Key, Path, Step, keys_of
from sopimukset.model import Malli

M = TypeVar("M", bound=Malli)


@dataclass(frozen=True, slots=True)
class Put:
    """A field, or a key of a mapping, has another value.

    Attributes:
        path: of the field.
        old, new: the values; None where it was or is empty.
    """

    path: Path
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Added:
    """A list has an item that it didn't have.

    Attributes:
        path: of the list.
        after: the item that it follows; None for the first.
    """

    path: Path
    key: Key
    value: Any
    after: Key | None


@dataclass(frozen=True, slots=True)
class Removed:
    """A list has an item no more.

    Attributes:
        path: of the list.
    """

    path: Path
    key: Key
    value: Any


@dataclass(frozen=True, slots=True)
class Reordered:
    """The items that two lists share stand in another order.

    Attributes:
        path: of the list.
        old, new: the shared items in both orders.
    """

    path: Path
    old: tuple[Key, ...]
    new: tuple[Key, ...]


Operation = Put | Added | Removed | Reordered


def place(operation: Operation) -> Path:
    """Where an operation is: its field, its list, or the item that came or went."""
    if isinstance(operation, Added | Removed):
        return (*operation.path, operation.key)
    return operation.path


def differences(old: Malli, new: Malli, path: Path = ()) -> Iterator[Operation]:
    """Every difference between two models of one kind, in the order of the model's fields.

    Args:
        old: the older model.
        new: the newer one.
        path: where the models stand, if they are parts.
    """
    for name in type(old).model_fields:
        yield from _difference(getattr(old, name), getattr(new, name), (*path, name))


def _difference(old: Any, new: Any, path: Path) -> Iterator[Operation]:  # noqa: ANN401
    if old == new:
        return
    if isinstance(old, tuple) and isinstance(new, tuple):
        yield from in_lists(old, new, path)
    elif isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys([*old, *new]):
            yield from _difference(old.get(key), new.get(key), (*path, key))
    elif isinstance(old, Malli) and type(old) is type(new):
        yield from differences(old, new, path)
    else:
        yield Put(path, old, new)


def in_lists(old: tuple[Any, ...], new: tuple[Any, ...], path: Path) -> Iterator[Operation]:
    """Every difference between two lists, whose name is the path's last step."""
    name = str(path[-1])
    before = dict(zip(keys_of(old, name), old, strict=True))
    after = dict(zip(keys_of(new, name), new, strict=True))
    for key, item in before.items():
        if key not in after:
            yield Removed(path, key, item)
    previous: Key | None = None
    for key, item in after.items():
        if key in before:
            yield from _difference(before[key], item, (*path, key))
        else:
            yield Added(path, key, item, previous)
        previous = key
    shared = tuple(key for key in before if key in after)
    in_new = tuple(key for key in after if key in before)
    if shared != in_new:
        yield Reordered(path, shared, in_new)


def applied(old: M, operations: Iterable[Operation]) -> M:
    """The model with the operations carried out. They come from `differences` of this very model.

    Raises:
        KeyError: an operation speaks of what the model doesn't hold.
    """
    below = _Below()
    for operation in operations:
        below.add(operation)
    result: M = _rebuilt(old, below, "")
    return result


def list_applied(old: tuple[Any, ...], operations: Iterable[Operation], name: str) -> Any:  # noqa: ANN401
    """The same for a list that stands in no model: its operations begin with its name."""
    below = _Below()
    for operation in operations:
        below.add(operation)
    return _rebuilt(old, below.parts.get(name, _Below()), name)


class _Below:
    """The operations on a value, and those on its parts."""

    def __init__(self) -> None:
        self.here: list[Operation] = []
        self.parts: dict[Step, _Below] = {}

    def add(self, operation: Operation) -> None:
        """Put an operation where its path leads."""
        node = self
        for step in operation.path:
            node = node.parts.setdefault(step, _Below())
        node.here.append(operation)


def _rebuilt(value: Any, below: _Below, name: str) -> Any:  # noqa: ANN401 (any part of a record)
    for operation in below.here:
        if isinstance(operation, Put):
            return operation.new
    if isinstance(value, tuple):
        return _list_rebuilt(value, below, name)
    if isinstance(value, dict):
        return _mapping_rebuilt(value, below)
    return _model_rebuilt(value, below)


def _model_rebuilt(model: Malli, below: _Below) -> Malli:
    """A new model, never a copy: a copy would keep what the old one has worked out (`jakso`)."""
    values = {name: getattr(model, name) for name in type(model).model_fields}
    for step, part in below.parts.items():
        values[str(step)] = _rebuilt(values[str(step)], part, str(step))
    given = model.model_fields_set | {str(step) for step in below.parts}
    return type(model).model_construct(_fields_set=set(given), **values)


def _mapping_rebuilt(mapping: dict[str, Any], below: _Below) -> dict[str, Any]:
    values = dict(mapping)
    for step, part in below.parts.items():
        values[str(step)] = _rebuilt(mapping.get(str(step)), part, str(step))
    return {key: value for key, value in values.items() if value is not None}


def _list_rebuilt(items: tuple[Any, ...], below: _Below, name: str) -> tuple[Any, ...]:
    found = dict(zip(keys_of(items, name), items, strict=True))
    for operation in below.here:
        if isinstance(operation, Removed):
            del found[operation.key]
    for step, part in below.parts.items():
        assert isinstance(step, Key)  # noqa: S101 (the parts of a list are its items)
        found[step] = _rebuilt(found[step], part, name)
    return tuple(found[key] for key in _new_order(found, below))


def _new_order(found: dict[Key, Any], below: _Below) -> list[Key]:
    """The keys in the order of the new list; what is added is put among the found."""
    order = list(found)
    for operation in below.here:
        if isinstance(operation, Reordered):
            order = list(operation.new)
    for operation in below.here:
        if isinstance(operation, Added):
            found[operation.key] = operation.value
            at = order.index(operation.after) + 1 if operation.after is not None else 0
            order.insert(at, operation.key)
    return order

"""The fields of a kind of document, from the TypedDict that describes them: a row for each path."""

from __future__ import annotations

from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints, is_typeddict

from sopimukset.documents.subject import Kind
from sopimukset.formats.word import Fragment
from sopimukset.formats.word.lint import FieldKind, Fields

OF_CLAUSES = ("lausekkeet", "poikkeamat")
"""The fields that clauses fill themselves, so that no clause can print them."""

OF_BUILDING = ("puutteet", "asiakirja.merkinta", "asiakirja.merkinnan_selite", "asiakirja.tunniste")
"""The fields that are known only when the clauses have been filled."""

FOR_PROGRAMS = ("asiakirja.laji", "asiakirja.kieli", ".tunnus")
"""Fields that programs read and no document prints, by how their paths end."""


def fields_of_kind(kind: Kind[Any]) -> Fields:
    """Every field that the layouts of a kind may ask for."""
    found: dict[str, FieldKind] = {}
    for name, type_ in get_type_hints(kind.shape).items():
        _add(name, type_, found)
    return found


def fields_of_clauses(fields: Fields) -> Fields:
    """Those of the fields that a clause may print."""
    hidden = (*OF_CLAUSES, *OF_BUILDING)
    return {
        path: kind
        for path, kind in fields.items()
        if not any(path == name or path.startswith((f"{name}.", f"{name}[]")) for name in hidden)
    }


def _add(path: str, type_: Any, found: dict[str, FieldKind]) -> None:  # noqa: ANN401 (a type)
    if is_typeddict(type_):
        found[path] = FieldKind.GROUP
        for name, inner in get_type_hints(type_).items():
            _add(f"{path}.{name}", inner, found)
    elif get_origin(type_) in (list, tuple):
        found[path] = FieldKind.LIST
        _add(f"{path}[]", get_args(type_)[0], found)
    elif get_origin(type_) in (Union, UnionType):
        options = [item for item in get_args(type_) if item is not type(None)]
        _add(path, options[0] if len(options) == 1 else object, found)
    else:
        found[path] = _scalar(type_)


def _scalar(type_: Any) -> FieldKind:  # noqa: ANN401 (a type)
    if type_ is bool:
        return FieldKind.TRUTH
    if type_ is Fragment:
        return FieldKind.READY
    literal = all(isinstance(item, str) for item in get_args(type_)) and get_args(type_)
    return FieldKind.TEXT if type_ in (str, int) or literal else FieldKind.ANYTHING


def unused(fields: Fields, used: frozenset[str]) -> list[str]:
    """The fields that nothing asks for, a whole group or list by its own name.

    A group that is not asked for at all stands for its fields.
    """
    leaves = [
        path for path, kind in fields.items() if _prints(kind) and not path.endswith(FOR_PROGRAMS)
    ]
    silent = [path for path in leaves if path.removesuffix("[]") not in used]
    found: dict[str, None] = {}
    for path in silent:
        found.setdefault(_highest(path, leaves, frozenset(silent)))
    return list(found)


def _prints(kind: FieldKind) -> bool:
    return kind not in (FieldKind.GROUP, FieldKind.LIST)


def _highest(path: str, leaves: list[str], silent: frozenset[str]) -> str:
    """The topmost group above the path of which nothing is used; itself where something is."""
    steps = path.replace("[]", ".[]").split(".")
    for length in range(1, len(steps)):
        head = ".".join(steps[:length]).replace(".[]", "[]")
        below = [
            leaf for leaf in leaves if leaf == head or leaf.startswith((f"{head}.", f"{head}["))
        ]
        if all(leaf in silent for leaf in below):
            return head
    return path.removesuffix("[]")

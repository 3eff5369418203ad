"""How a place in a record is named: `johtoryhmat[tym].jasenet[kela-1].nimeaja`.

A path in code is a tuple of keys and 0-based indexes, the way the data is walked. In text an item
is named by its `tunnus`, else by the list's natural key, else by its index (spec README).
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

Path = tuple[str | int, ...]

_DATED = ("alkaen",)
NATURAL_KEYS: dict[str, tuple[str, ...]] = {
    "nimetyt": _DATED,
    "varajasenet": _DATED,
    "varahenkilot": _DATED,
    "puheenjohtaja": _DATED,
    "varapuheenjohtaja": _DATED,
    "sihteeri": _DATED,
    "hyvaksynnat": ("osapuoli", "versio"),
    "allekirjoitukset": ("osapuoli", "versio"),
    "paatokset": ("osapuoli",),
    "lausekemuutokset": ("lauseke",),
    "muutosvaltuus": ("kohde",),
    "asiat": ("pykala",),
    "henkilosto": ("rivi",),
    "mittarit": ("mittari", "luokka", "tyovoimaviranomainen", "kunta"),
    "kustannukset": ("kustannus",),
    "lasna": ("jasen",),
    "poikkeamat": ("pvm",),
    "yhteiset_johtoryhmat": ("alue", "johtoryhma"),
    "henkilostovaranto": ("alkaen", "yksikko"),
    "suositukset": ("kohta", "osapuoli"),
    "yhteistyon_tila": ("osapuoli",),
    "ydintoimijat": ("osapuoli",),
    "yhteyshenkilot": ("toimija",),
    "tilat": ("toimipiste",),
    "tunnistetut_puutteet": ("koodi", "kohta"),
}
"""What names an item of a list whose items have no `tunnus`."""

OPTIONAL = frozenset(
    {
        *(("hyvaksynnat", "versio"), ("allekirjoitukset", "versio"), ("suositukset", "osapuoli")),
        *(("mittarit", name) for name in ("luokka", "tyovoimaviranomainen", "kunta")),
    }
)
"""Parts of a natural key, by list, that a row may lack: the other parts name it then."""

DESCRIBED = frozenset({"tunnistetut_puutteet"})
"""Lists whose items are named by more than identifiers."""

_NAMED_ITEM = r"\[(?:[a-z0-9_. -]|\[[a-z0-9_. -]*\])*\]"
_WRITTEN_PLACE = rf"(?:[a-z0-9_/.-]+\.yaml ?)?(?:[a-z0-9_.-]|{_NAMED_ITEM})*"
PLACE = re.compile(_WRITTEN_PLACE)
"""A place as paths are written, with the file before it where it is another one."""

_DEFECT = re.compile(rf"[A-Z][0-9]{{2}}(?: {_WRITTEN_PLACE})?")
"""What names an acknowledged defect: a rule's code and a place."""

IDENTIFIER = re.compile(r"[a-z0-9][a-z0-9 -]*(?: [0-9]+(?:\.[0-9]+)+)?")
"""What may name an item, with a version's number at its end. A person's name, typed where an
identifier belongs, stays out of paths."""

HIDDEN = "•••"
_KEY_OF_RECORD = re.compile(r"[\w/-]+")

_NAMING = (str, int)
"""The types of what may name an item."""

_KEY = r"[^.\[\]]+"
_ITEM = r"\[(?:[^\[\]]|\[[^\[\]]*\])+\]"
_STEP = re.compile(rf"(?P<key>{_KEY})|(?P<item>{_ITEM})")
_PATH = re.compile(rf"(?:(?:{_KEY}|{_ITEM})(?:\.{_KEY}|{_ITEM})*)?")
"""A whole path; the empty one is the record itself."""


def path_text(data: Any, path: Sequence[str | int]) -> str:  # noqa: ANN401 (plain YAML data)
    """The path as people and programs read it."""
    text = ""
    here = data
    name = ""
    for step in path:
        if isinstance(step, int):
            text += f"[{_item_name(here, name, step)}]"
        else:
            text += f".{shown_key(step)}" if text else shown_key(step)
            name = step
        here = _step_into(here, step)
    return text


def shown_key(key: str) -> str:
    """The key as a path or a message may show it: what may be a person's name is hidden.

    Keys are single words in small letters. Any other key was typed in a wrong place.
    """
    return key if _KEY_OF_RECORD.fullmatch(key) and key == key.lower() else HIDDEN


def find_path(data: Any, text: str) -> Path | None:  # noqa: ANN401 (plain YAML data)
    """The path that the text names in the data; None where nothing there has that name."""
    if not _PATH.fullmatch(text):
        return None
    path: list[str | int] = []
    here = data
    name = ""
    for match in _STEP.finditer(text):
        if match["key"] is not None:
            name = match["key"]
            if not isinstance(here, dict) or name not in here:
                return None
            path.append(name)
            here = here[name]
        else:
            index = _index_named(here, name, match["item"][1:-1])
            if index is None:
                return None
            path.append(index)
            here = here[index]
    return tuple(path)


def item_names(items: list[Any], name: str) -> list[str | None]:
    """What names each item of the list called `name`; None for an item that nothing names.

    Args:
        items: plain YAML data.
        name: the list's key.
    """
    own = [_own_name(items, name, index) for index in range(len(items))]
    return [item if item is not None and own.count(item) == 1 else None for item in own]


def _index_named(items: Any, name: str, wanted: str) -> int | None:  # noqa: ANN401
    if not isinstance(items, list):
        return None
    names = [_own_name(items, name, index) for index in range(len(items))]
    if not wanted.isdigit():  # it is one item's own name, or none's
        return names.index(wanted) if names.count(wanted) == 1 else None
    for index in range(len(items)):
        if _name_among(names, index) == wanted:
            return index
    return int(wanted) if int(wanted) < len(items) else None


def _item_name(items: Any, name: str, index: int) -> str:  # noqa: ANN401
    own = _own_name(items, name, index)
    if own is None:
        return str(index)
    if len(items) == 1:  # as the groups and the agreements of most regions
        return own
    return _name_among([_own_name(items, name, other) for other in range(len(items))], index)


def _name_among(names: list[str | None], index: int) -> str:
    """What names an item among those of its list, of which each has an own name, or none."""
    own = names[index]
    if own is None:
        return str(index)
    if own.isdigit() and (None in names or len(set(names)) < len(names)):
        return str(index)  # else a number could be one item's name and another one's index
    return own if names.count(own) == 1 else str(index)


def _own_name(items: Any, name: str, index: int) -> str | None:  # noqa: ANN401
    if not isinstance(items, list) or index >= len(items) or not isinstance(items[index], dict):
        return None
    item = items[index]
    own = item.get("tunnus")
    if own.__class__ is str:  # as in most lists
        return own if IDENTIFIER.fullmatch(own) else None
    for keys in (("tunnus",), NATURAL_KEYS.get(name, ())):
        parts = [
            item.get(key)
            for key in keys
            if (name, key) not in OPTIONAL or item.get(key) is not None
        ]
        if parts and all(isinstance(part, _NAMING) for part in parts):
            own = " ".join(map(str, parts))
            naming = _DEFECT if name in DESCRIBED else IDENTIFIER
            return own if naming.fullmatch(own) else None
    return None


def _step_into(here: Any, step: str | int) -> Any:  # noqa: ANN401
    if isinstance(here, dict):
        return here.get(step)
    if isinstance(here, list) and isinstance(step, int) and step < len(here):
        return here[step]
    return None


def leaves(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:  # noqa: ANN401
    """Every value of the data that is not a mapping or a list, with its path, in order."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from leaves(value, (*path, index))
    else:
        yield path, data

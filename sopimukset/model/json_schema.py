"""The JSON Schemas of the record's files, made of the models, for editors and other programs.

What a JSON Schema can't say is left to `sopimukset check`: that a day exists, that a number is
written without a fraction, and all that the rules ask.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sopimukset.model.alue import Alue
from sopimukset.model.kokous import Kokous
from sopimukset.model.lauseke import Lausekekirjasto
from sopimukset.model.otsikot import otsikko
from sopimukset.model.perusta import Malli
from sopimukset.model.seuranta import Seuranta
from sopimukset.model.versio import Versio

Node = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
DAY = r"^\d{4}-\d{2}-\d{2}$"
_NULL = {"type": "null"}
_ORDER = (
    "$schema", "$id", "title", "description", "type", "const", "enum", "format", "pattern",
    "minLength", "minimum", "maximum", "default", "anyOf", "items", "properties", "required",
    "additionalProperties", "$ref", "$defs",
)  # fmt: skip
"""The order of a schema's own words, the same in every file."""


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that has a schema.

    Attributes:
        key: names the schema: `<key>.schema.json`.
        pattern: the files of a workspace that it is about.
    """

    key: str
    model: type[Malli]
    title: str
    description: str
    pattern: str

    @property
    def file_name(self) -> str:
        """The schema's file under `schemas/`."""
        return f"{self.key}.schema.json"


FILE_KINDS = (
    FileKind(
        "alue",
        Alue,
        "Alue",
        "Alueen TYM-tiedot: osapuolet, johtoryhmät, henkilöstö ja sopimukset.",
        "regions/*/alue.yaml",
    ),
    FileKind(
        "kokous",
        Kokous,
        "Kokous",
        "Johtoryhmän kokous: läsnäolijat, asiat ja päätökset.",
        "regions/*/kokoukset/*.yaml",
    ),
    FileKind(
        "seuranta",
        Seuranta,
        "Seuranta",
        "Yhden jakson seuranta ja arviointi.",
        "regions/*/seuranta/*.yaml",
    ),
    FileKind(
        "versio",
        Versio,
        "Versio",
        "Sopimuksen hyväksyttäväksi tehty versio. Ohjelma kirjoittaa sen, eikä sitä muokata.",
        "regions/*/versiot/*.yaml",
    ),
    FileKind(
        "lausekkeet",
        Lausekekirjasto,
        "Lausekkeet",
        "Asiakirjatyypin mallilausekkeet järjestyksessä.",
        "templates/*/lausekkeet.yaml",
    ),
)
"""The kinds of file that a workspace holds."""


def json_schema(kind: FileKind) -> Node:
    """The schema of a kind of file: draft 2020-12, titles and descriptions in Finnish."""
    made = kind.model.model_json_schema(mode="validation")
    definitions = {name: _object(node) for name, node in sorted(made.pop("$defs", {}).items())}
    head = {
        "$schema": DIALECT,
        "$id": f"urn:sopimukset:{kind.key}:1",
        "title": kind.title,
        "description": kind.description,
    }
    return _ordered({**_object(made), **head, "$defs": definitions})


def _object(node: Node) -> Node:
    """A model's schema: its docstring speaks to programmers and is left out."""
    kept = {key: value for key, value in node.items() if key not in ("title", "description")}
    properties = {
        name: _ordered({**_value(item), "title": otsikko(name)})
        for name, item in node.get("properties", {}).items()
    }
    return _ordered({**kept, "properties": properties})


def _value(node: Node) -> Node:
    """A value's schema, as flat as it can be said."""
    kept = {key: _part(key, value) for key, value in node.items() if key != "title"}
    if kept.get("default", "") in (None, []):  # nothing that anybody would type
        del kept["default"]
    if kept.get("format") == "date":
        kept["pattern"] = DAY
    branches = list(_branches(kept))
    kept.pop("oneOf", None)
    kept.pop("anyOf", None)
    if len(branches) == 2 and branches[1] == _NULL and "$ref" not in branches[0]:
        return {**kept, **_nullable(branches[0])}
    return {**kept, "anyOf": branches} if branches else kept


def _part(key: str, value: Any) -> Any:  # noqa: ANN401 (whatever a JSON Schema holds)
    if key in ("items", "additionalProperties") and isinstance(value, Mapping):
        return _ordered(_value(dict(value)))
    if key in ("anyOf", "oneOf"):
        return [_ordered(_value(item)) for item in value]
    return value


def _branches(node: Node) -> Iterator[Node]:
    """The alternatives, those inside alternatives too: each accepts what no other does."""
    for branch in (*node.get("anyOf", ()), *node.get("oneOf", ())):
        if set(branch) == {"anyOf"}:
            yield from branch["anyOf"]
        else:
            yield branch


def _nullable(branch: Node) -> Node:
    """A branch that accepts an empty value as well."""
    node = {**branch, "type": [branch["type"], "null"]}
    if "const" in node:
        node["enum"] = [node.pop("const"), None]
    elif "enum" in node:
        node["enum"] = [*node["enum"], None]
    return node


def _ordered(node: Node) -> Node:
    rank = {key: index for index, key in enumerate(_ORDER)}
    return {key: node[key] for key in sorted(node, key=lambda key: (rank.get(key, 99), key))}

"""New YAML text out of data, in the style of the records: block style, long lines, no marks.

Old files are never dumped again; edits splice in what this module writes. ruamel.yaml knows the
layout (its round-trip types keep comments, flow style and quotes that a caller chose); what may
stand unquoted is decided by our own reader's typing.
"""

from __future__ import annotations

import datetime
from decimal import Decimal
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter
from ruamel.yaml.resolver import VersionedResolver

from sopimukset.formats.yaml import Value, read
from sopimukset.formats.yaml.accidents import needs_quotes
from sopimukset.formats.yaml.scalars import resolve

_TAG = "tag:yaml.org,2002:"
_WIDTH = 4096
_FLOW_MARKS = ("?", ":")
"""In brackets libyaml takes them for marks of a key, whatever follows; YAML 1.2 does not."""


class _Resolver(VersionedResolver):
    """Lets stand unquoted exactly what our reader reads back as the same thing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401 -- ruamel's
        """The tag that a plain scalar is read back with; ruamel quotes where it is another one."""
        if kind is not ScalarNode:
            return super().resolve(kind, value, implicit)
        if implicit[0] and value == "<<":
            return f"{_TAG}merge"
        if implicit[0] and not isinstance(resolve(value), str):
            return f"{_TAG}{_name(resolve(value))}"
        return f"{_TAG}str"


def _name(value: object) -> str:
    if value is None:
        return "null"
    return {bool: "bool", int: "int"}.get(type(value), "float")


class _Representer(RoundTripRepresenter):
    """Writes the types that a record holds, and refuses those that it can't."""

    def text(self, data: str) -> ScalarNode:
        """A text, in quotes where it would be read back as something else."""
        quoted = data.startswith(_FLOW_MARKS) or needs_quotes(data, is_key=True)
        return self.represent_scalar(f"{_TAG}str", data, style='"' if quoted else None)

    def decimal(self, data: Decimal) -> ScalarNode:
        """A number with a decimal point, never with an exponent.

        Raises:
            TypeError: it is infinite, or no number.
        """
        if not data.is_finite():
            raise TypeError(f"no number that a record can hold: {data}")
        digits = format(data, "f")
        return self.represent_scalar(f"{_TAG}float", digits if "." in digits else f"{digits}.0")

    def date(self, data: datetime.date) -> ScalarNode:
        """A date as the record writes it: 2026-03-01."""
        return self.represent_scalar(f"{_TAG}str", data.isoformat())

    def nothing(self, data: None) -> ScalarNode:
        """An empty value, written out."""
        return self.represent_scalar(f"{_TAG}null", "null")

    def refuse(self, data: object) -> ScalarNode:
        """Refuse what a record can't hold.

        Raises:
            TypeError: always.
        """
        raise TypeError(f"a record can't hold a {type(data).__name__}")


_Representer.add_representer(str, _Representer.text)
_Representer.add_representer(Decimal, _Representer.decimal)
_Representer.add_representer(datetime.date, _Representer.date)
_Representer.add_representer(type(None), _Representer.nothing)
for _refused in (float, datetime.datetime, bytes, set, complex):
    _Representer.add_representer(_refused, _Representer.refuse)
_Representer.add_representer(None, _Representer.refuse)


def dump(data: object) -> str:
    """Write new YAML text; see the package's `dump`."""
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.Representer = _Representer
    yaml.width = _WIDTH
    yaml.allow_unicode = True
    yaml.preserve_quotes = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    yaml.representer.ignore_aliases = lambda _: True
    stream = StringIO()
    yaml.dump(data, stream)
    text = stream.getvalue()
    document = read(text.encode(), max_bytes=len(text.encode()) + 1)
    if document.problems or document.data != plain(data):
        raise ValueError("the written text would not read back as the same data")
    return text


def plain(data: object) -> Value:
    """Data as the reader gives it: subclasses and dates resolved to the plain types.

    Raises:
        TypeError: there is no such form.
    """
    if data is None or isinstance(data, bool):
        return data
    if isinstance(data, dict):
        return {str(key): plain(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [plain(value) for value in data]
    if isinstance(data, str):
        return str(data)
    if isinstance(data, int):
        return int(data)
    if isinstance(data, Decimal):
        return data
    if isinstance(data, datetime.date):
        return data.isoformat()
    raise TypeError(f"a record can't hold a {type(data).__name__}")

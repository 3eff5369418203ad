"""Pictures that the program draws itself, as parts of a document's package.

A picture comes with the fragment that shows it. However the layout was filled, the package gets a
part for each picture that the main part shows, with a name made of the picture's digest: the same
picture is the same part in every document, and two pictures never share a name or an id. Nothing
else adds a picture: a value that is a text is escaped, and names no part.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from sopimukset.formats.word.fragment import Fragment
from sopimukset.formats.word.property_parts import CONTENT_TYPES, DOCUMENT
from sopimukset.formats.word.quick import DECLARATION

RELATIONS = "word/_rels/document.xml.rels"
_TYPE = "image/x-emf"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_CT = "http://schemas.openxmlformats.org/package/2006/content-types"
_IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
_NO_RELATIONS = f'{DECLARATION}<Relationships xmlns="{_REL}"></Relationships>'.encode()
_SHOWN = re.compile(rb'<a:blip [^<>]*r:embed="(rIdKuva[0-9a-f]+)"')
_LETTERS = 20
"""Letters of a digest that tell a picture apart from all others."""


@dataclass(frozen=True)
class Picture:
    """A picture of a document.

    Attributes:
        data: an enhanced metafile.
    """

    data: bytes

    @cached_property
    def _name(self) -> str:
        return hashlib.sha256(self.data).hexdigest()[:_LETTERS]

    @property
    def identifier(self) -> str:
        """The id under which the main part refers to it, in `r:embed`."""
        return f"rIdKuva{self._name}"

    @property
    def part(self) -> str:
        """The name of its part."""
        return f"word/{self._target}"

    @property
    def _target(self) -> str:
        return f"media/kuva-{self._name}.emf"

    @property
    def relation(self) -> str:
        """Its relationship, as an element."""
        ends = f'Id="{self.identifier}" Type="{_IMAGE}" Target="{self._target}"'
        return f'<Relationship xmlns="{_REL}" {ends}/>'

    @property
    def content_type(self) -> str:
        """Its content type, as an element; a layout may have its own for the ending."""
        return f'<Override xmlns="{_CT}" PartName="/{self.part}" ContentType="{_TYPE}"/>'


def with_pictures(parts: Mapping[str, bytes], context: Mapping[str, object]) -> dict[str, bytes]:
    """The parts that are new or other ones because of the pictures that the main part shows.

    Empty where it shows none that came with a fragment of the context.
    """
    shown = set(_SHOWN.findall(parts[DOCUMENT]))
    if not shown:
        return {}
    found = {item.identifier: item for item in _pictures(context)}
    known = [found[name] for name in sorted(item.decode() for item in shown) if name in found]
    return {
        RELATIONS: _with(parts.get(RELATIONS, b""), (item.relation for item in known)),
        CONTENT_TYPES: _with(parts[CONTENT_TYPES], (item.content_type for item in known)),
        **{item.part: item.data for item in known},
    }


def _pictures(value: object) -> Iterator[Picture]:
    """The pictures of the fragments in a context, at whatever depth."""
    if isinstance(value, Fragment):
        yield from value.pictures
    elif isinstance(value, Mapping):
        yield from _pictures(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _pictures(item)


def _with(part: bytes, items: Iterable[str]) -> bytes:
    """A part with further items at the end of its root, whatever prefix that has.

    Relationships that are missing, or a root without any, are taken for none.
    """
    head, close, tail = (part if b"</" in part else _NO_RELATIONS).rpartition(b"</")
    return b"".join((head, *(item.encode() for item in items), close, tail))

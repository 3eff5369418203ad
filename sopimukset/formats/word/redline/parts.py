"""A Word package whose parts are read when they are asked for, and that can be given more parts."""

from __future__ import annotations

import hashlib
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from sopimukset.base.speech import say
from sopimukset.formats import zip as archive
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.package import read_package
from sopimukset.formats.word.property_parts import CONTENT_TYPES, DOCUMENT
from sopimukset.formats.word.redline.names import CT, REL, R
from sopimukset.formats.word.xml import Element, parse, serialise, w

_STYLES, _NUMBERING = "styles", "numbering"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to.

    Attributes:
        kind: the type's address.
        target: the part's name, or an address outside.
    """

    kind: str
    target: str
    external: bool


class Package:
    """The parts of a document, with their trees where they were asked for.

    Attributes:
        parts: the bytes of each part; of those with a tree, as they were read.
    """

    def __init__(self, data: bytes) -> None:
        """Read a package.

        Raises:
            LayoutError: not a Word document, or one with macros, entities or without a body.
        """
        self.parts = read_package(data)
        _refuse_macros(self.parts)
        self._read = {
            name: parse(data, name)
            for name, data in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }
        self._roots: dict[str, Element] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._digests: dict[str, str] = {}
        if self.root(DOCUMENT).find(w("body")) is None:
            raise LayoutError(
                say("Tiedostossa ei ole asiakirjan tekstiä siinä muodossa, jota Word tallentaa."),
                hint=say("Tallenna se Wordissa muotoon ”Word-asiakirja (.docx)”."),
            )

    def root(self, name: str) -> Element:
        """A part's tree.

        Raises:
            LayoutError: it is not well-formed, or holds entities.
        """
        if name not in self._roots:
            read = self._read.pop(name, None)
            self._roots[name] = parse(self.parts[name], name) if read is None else read
        return self._roots[name]

    def relations(self, part: str) -> dict[str, Relation]:
        """What a part refers to, by the ids that stand in it."""
        if part not in self._relations:
            self._relations[part] = dict(self._read_relations(part))
        return self._relations[part]

    def _read_relations(self, part: str) -> Iterator[tuple[str, Relation]]:
        name = _relations_of(part)
        if name not in self.parts:
            return
        for item in self.root(name).iter(f"{{{REL}}}Relationship"):
            external = item.get("TargetMode") == "External"
            target = str(item.get("Target", ""))
            if not external:
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target))
                target = target.lstrip("/")
            yield str(item.get("Id")), Relation(str(item.get("Type", "")), target, external)

    def related(self, kind: str, part: str = DOCUMENT) -> str | None:
        """The part of a kind (`styles`, `footnotes`) that a part refers to and that is there."""
        for relation in self.relations(part).values():
            if relation.kind.endswith(f"/{kind}") and relation.target in self.parts:
                return relation.target
        return None

    def relate(self, part: str, relation: Relation) -> str:
        """The id under which a part refers to something, made where there is none."""
        known = self.relations(part)
        for identifier, item in known.items():
            if item == relation:
                return identifier
        identifier = _free("rId", known)
        known[identifier] = relation
        name = _relations_of(part)
        if name not in self.parts:
            self.parts[name] = b'<Relationships xmlns="%s"/>' % REL.encode()
        folder = posixpath.dirname(part)
        target = relation.target
        made = etree.SubElement(self.root(name), f"{{{REL}}}Relationship")
        made.set("Id", identifier)
        made.set("Type", relation.kind)
        made.set("Target", target if relation.external else posixpath.relpath(target, folder))
        if relation.external:
            made.set("TargetMode", "External")
        return identifier

    def content_type(self, part: str) -> str:
        """A part's content type, "" where none is told."""
        types = self.root(CONTENT_TYPES)
        extension = part.rpartition(".")[2].lower()
        found = ""
        for item in types:
            if item.get("PartName") == f"/{part}":
                return str(item.get("ContentType"))
            if str(item.get("Extension", "")).lower() == extension:
                found = str(item.get("ContentType"))
        return found

    def add(self, part: str, data: bytes, content_type: str) -> str:
        """Add a part under its name or, where that is taken, under one like it.

        Returns:
            The name.
        """
        stem, dot, extension = part.rpartition(".")
        name, number = part, 1
        while name in self.parts:
            name, number = f"{stem}-{number}{dot}{extension}", number + 1
        self.parts[name] = data
        if content_type and self.content_type(name) != content_type:
            made = etree.SubElement(self.root(CONTENT_TYPES), f"{{{CT}}}Override")
            made.set("PartName", f"/{name}")
            made.set("ContentType", content_type)
        return name

    def digest(self, part: str) -> str:
        """A fingerprint of a part as it was read."""
        if part not in self._digests:
            data = self.parts.get(part, b"")
            self._digests[part] = hashlib.sha256(data).hexdigest()[:16]
        return self._digests[part]

    def told(self, part: str, identifier: str) -> str:
        """What a reference means, whatever its id: the same in another package."""
        relation = self.relations(part).get(identifier)
        if relation is None:
            return f"?{identifier}"
        return relation.target if relation.external else self.digest(relation.target)

    def stories(self) -> list[str]:
        """The parts that hold text: body, headers, footers and notes, in that order."""
        found = [DOCUMENT]
        for kind in ("header", "footer", "footnotes", "endnotes"):
            targets = {
                item.target
                for item in self.relations(DOCUMENT).values()
                if item.kind == f"{R}/{kind}" and item.target in self.parts
            }
            found += sorted(targets)
        return found

    def packed(self) -> bytes:
        """The package's bytes, with the trees as they are now."""
        parts = {
            name: serialise(self._roots[name]) if name in self._roots else data
            for name, data in self.parts.items()
        }
        return archive.write(parts)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _free(stem: str, taken: object) -> str:
    number = 1
    while f"{stem}{number}" in taken:  # type: ignore[operator]
        number += 1
    return f"{stem}{number}"


def _refuse_macros(parts: dict[str, bytes]) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in parts) or (
        b"macroEnabled" in parts[CONTENT_TYPES]
    ):
        raise LayoutError(
            say("Tiedostossa on makroja."),
            hint=say("Tallenna se Wordissa muotoon ”Word-asiakirja (.docx)”."),
        )

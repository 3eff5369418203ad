"""Styles and numberings of one document as another one has them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from sopimukset.formats.word.redline.keys import Meanings, key
from sopimukset.formats.word.redline.names import ID, NAME, TYPE, VAL, R
from sopimukset.formats.word.redline.parts import Package, Relation
from sopimukset.formats.word.xml import Element, w

_STYLE, _STYLE_ID = w("style"), w("styleId")
_RELATED_STYLES = {w("basedOn"), w("next"), w("link")}
_NUM, _NUM_ID = w("num"), w("numId")
_ABSTRACT, _ABSTRACT_ID = w("abstractNum"), w("abstractNumId")
_OWN = {w("nsid"), w("tmpl"), w("name")}
_NUMBERING_PART = "word/numbering.xml"
_NUMBERING_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"


class Styles:
    """The styles of the old document by the new one's ids; what it lacks comes along.

    Programs save one style under several ids, so a style is known by its kind and name.
    """

    def __init__(self, old: Package, new: Package) -> None:
        self._old, self._new = style_elements(old), style_elements(new)
        self._named = {style_name(item): identifier for identifier, item in self._new.items()}
        part = new.related("styles")
        self._root = None if part is None else new.root(part)
        self._known: dict[str, str] = {}

    def of(self, identifier: str) -> str:
        """The new document's id of a style of the old one."""
        if identifier not in self._known:
            self._known[identifier] = self._found(identifier)
        return self._known[identifier]

    def _found(self, identifier: str) -> str:
        style = self._old.get(identifier)
        if style is None:
            return identifier
        known = self._named.get(style_name(style))
        return known if known is not None else self._brought(identifier, style)

    def _brought(self, identifier: str, style: Element) -> str:
        if self._root is None:
            return identifier
        name, number = identifier, 1
        while name in self._new:
            name, number = f"{identifier}-{number}", number + 1
        self._known[identifier] = name
        made = deepcopy(style)
        made.set(_STYLE_ID, name)
        made.attrib.pop(w("default"), None)
        self._new[name] = made
        self._root.append(made)
        for item in made:
            if item.tag in _RELATED_STYLES:
                item.set(VAL, self.of(str(item.get(VAL))))
        for item in list(made.iter(w("numPr"))):  # what it numbers, its paragraphs tell
            item.getparent().remove(item)
        return name


def style_elements(package: Package) -> dict[str, Element]:
    """The styles of a document by id."""
    part = package.related("styles")
    if part is None:
        return {}
    return {str(item.get(_STYLE_ID)): item for item in package.root(part).iter(_STYLE)}


def style_name(style: Element) -> tuple[str, str]:
    """The kind and the name of a style."""
    name = style.find(NAME)
    told = style.get(_STYLE_ID) if name is None else name.get(VAL)
    return str(style.get(TYPE, "paragraph")), str(told).casefold()


class Numbering:
    """The numberings of a document: each with what defines it."""

    def __init__(self, package: Package) -> None:
        part = package.related("numbering")
        self.root = None if part is None else package.root(part)
        items = [] if self.root is None else list(self.root)
        self.abstract = {
            str(item.get(_ABSTRACT_ID)): item for item in items if item.tag == _ABSTRACT
        }
        self.numbers = {str(item.get(_NUM_ID)): item for item in items if item.tag == _NUM}

    def definition(self, identifier: str, meanings: Meanings) -> str:
        """What defines a numbering, whatever its ids."""
        number = self.numbers.get(identifier)
        if number is None:
            return f"?{identifier}"
        abstract = self.abstract.get(self.abstract_id(number))
        levels = [] if abstract is None else [item for item in abstract if item.tag not in _OWN]
        told = [key(item, meanings) for item in levels]
        told += [key(item, meanings) for item in number if item.tag != _ABSTRACT_ID]
        return "".join(told)

    @staticmethod
    def abstract_id(number: Element) -> str:
        """The id of the definition that a numbering follows."""
        found = number.find(_ABSTRACT_ID)
        return "" if found is None else str(found.get(VAL))


class Numberings:
    """The numberings of the old document by the new one's ids; what it lacks comes along."""

    def __init__(self, old: Package, new: Package) -> None:
        self._package = new
        self._old, self._new = Numbering(old), Numbering(new)
        self._known: dict[str, str] = {"0": "0"}
        self._abstract: dict[str, str] = {}

    def of(self, identifier: str, before: Meanings, now: Meanings) -> str:
        """The new document's id of a numbering of the old one; each has one of its own."""
        if identifier not in self._known:
            self._known[identifier] = self._found(identifier, before, now)
        return self._known[identifier]

    def _found(self, identifier: str, before: Meanings, now: Meanings) -> str:
        if identifier not in self._old.numbers:
            return identifier
        wanted = self._old.definition(identifier, before)
        taken = set(self._known.values()) | (self._old.numbers.keys() - {identifier})
        ids = [identifier, *(item for item in self._new.numbers if item not in taken)]
        for item in ids:
            if item in self._new.numbers and self._new.definition(item, now) == wanted:
                return item
        return self._brought(identifier, before)

    def _brought(self, identifier: str, before: Meanings) -> str:
        root = self._root()
        number = deepcopy(self._old.numbers[identifier])
        abstract = Numbering.abstract_id(number)
        if abstract not in self._abstract:
            self._abstract[abstract] = self._brought_abstract(root, abstract, before)
        new_id = _fresh(self._new.numbers)
        number.set(_NUM_ID, new_id)
        number.find(_ABSTRACT_ID).set(VAL, self._abstract[abstract])
        self._new.numbers[new_id] = number
        _insert(root, number, (_ABSTRACT, _NUM))
        return new_id

    def _brought_abstract(self, root: Element, identifier: str, before: Meanings) -> str:
        made = deepcopy(self._old.abstract[identifier])
        new_id = _fresh(self._new.abstract)
        made.set(_ABSTRACT_ID, new_id)
        for item in list(made.iter(w("nsid"), w("lvlPicBulletId"), w("pStyle"))):
            if item.tag == w("pStyle"):
                item.set(VAL, before.style(str(item.get(VAL))))
            else:
                item.getparent().remove(item)
        self._new.abstract[new_id] = made
        _insert(root, made, (_ABSTRACT,))
        return new_id

    def _root(self) -> Element:
        if self._new.root is None:
            empty = etree.tostring(etree.Element(w("numbering"), nsmap={"w": w("")[1:-1]}))
            name = self._package.add(_NUMBERING_PART, empty, _NUMBERING_TYPE)
            self._package.relate("word/document.xml", Relation(f"{R}/numbering", name, False))
            self._new.root = self._package.root(name)
        return self._new.root


def _insert(root: Element, made: Element, after: tuple[str, ...]) -> None:
    """Put an element behind the last one of those kinds, which the format orders."""
    places = [at for at, item in enumerate(root) if item.tag in after]
    pictures = [at for at, item in enumerate(root) if item.tag == w("numPicBullet")]
    root.insert(max([*places, *pictures], default=-1) + 1, made)


def _fresh(taken: dict[str, Element]) -> str:
    return str(max([0, *(int(item) for item in taken if item.isdecimal())]) + 1)


def identifier_of(element: Element) -> str:
    """The id of a note."""
    return str(element.get(ID, ""))

"""Two packages side by side, and what of the old one comes along into the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.redline.definitions import Numberings, Styles
from sopimukset.formats.word.redline.keys import key
from sopimukset.formats.word.redline.names import (
    ANCHOR,
    BOOKMARK,
    BOOKMARK_END,
    ID,
    LINK,
    NAME,
    NOTES,
    R_PR,
    SDT,
    SDT_CONTENT,
    SECT_PR,
    TEXT,
    TYPE,
    UNSEEN,
    VAL,
    P,
    R,
)
from sopimukset.formats.word.redline.parts import Package, Relation
from sopimukset.formats.word.xml import Element, w

_STYLED = (w("pStyle"), w("rStyle"), w("tblStyle"))
_NUM_ID = w("numId")
_NOTE = {"footnotes": w("footnote"), "endnotes": w("endnote")}
_RUNNING = (".header+xml", ".footer+xml")
_REFERRING = re.compile(rb" r:|relid|Reference|sectPr|w:anchor")
_DRAWN = ("}docPr", "}cNvPr")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who made the changes, and when.

    Attributes:
        date: a moment as the format writes it.
    """

    author: str
    date: str

    def mark(self, name: str) -> Element:
        """A mark of a change; its id is given at the end."""
        made = etree.Element(name)
        made.set(ID, "0")
        made.set(w("author"), self.author)
        made.set(w("date"), self.date)
        return made


class Work:
    """Two packages: the old one is read, the new one becomes the redline.

    Attributes:
        moves: how many stretches have been marked as moved.
        steady: whether both have the same styles and numberings.
        notes_came: the kinds of notes of which the old document brought some.
    """

    def __init__(self, old: Package, new: Package, stamp: Stamp) -> None:
        self.old, self.new, self.stamp = old, new, stamp
        self.styles, self.numberings = Styles(old, new), Numberings(old, new)
        self.moves = 0
        self.steady = all(
            _bytes_of(old, kind) == _bytes_of(new, kind) for kind in ("styles", "numbering")
        )
        self._anchors = {id(package): anchors(package) for package in (old, new)}
        self._names = set(self._anchors[id(new)])
        self._renamed: dict[str, str] = {}
        self._links: list[Element] = []
        self._parts: dict[str, str] = {}
        self._alone: set[tuple[bool, str]] = set()
        self.notes_came: set[str] = set()
        self._drawn = 1_000_000

    def anchor(self, package: Package, name: str) -> str:
        """The words of the paragraph that a bookmark marks.

        A place that came or went with its paragraph is another one, though it has the same words:
        the bookmark goes with the paragraph, and a link that stays would lead nowhere.
        """
        words = self._anchors[id(package)].get(name) or f"#{name}"
        alone = (package is self.old, name) in self._alone
        return f"{words}{'-' if package is self.old else '+'}" if alone else words

    def leave_alone(self, block: Element, *, old: bool) -> None:
        """Note that only one document has a block."""
        self._alone.update((old, str(mark.get(NAME))) for mark in block.iter(BOOKMARK))

    def drawn(self) -> str:
        """An id for a drawing that was brought."""
        self._drawn += 1
        return str(self._drawn)

    def bookmark(self, name: str) -> str:
        """The name under which a bookmark of the old document stands in the redline."""
        new, number = name, 1
        while new in self._names:
            suffix = f"_{number}"
            new, number = f"{name[: 40 - len(suffix)]}{suffix}", number + 1
        self._names.add(new)
        self._renamed[name] = new
        return new

    def link(self, link: Element) -> None:
        """Let a link that was brought point at its place as soon as all places are known."""
        self._links.append(link)

    def settle_links(self) -> None:
        """Let the links that were brought point at the places that they pointed at."""
        told: dict[str, str] = {}
        for name, words in self._anchors[id(self.new)].items():
            told.setdefault(words, name)
        for link in self._links:
            name = str(link.get(ANCHOR))
            meant = told.get(self._anchors[id(self.old)].get(name, ""), name)
            link.set(ANCHOR, self._renamed.get(name, meant))

    def part(self, name: str) -> str:
        """A part of the old package, in the new one, with all that it refers to."""
        if name not in self._parts:
            data, kind = self.old.parts[name], self.old.content_type(name)
            same = self.new.parts.get(name) == data and not self.old.relations(name)
            same = same and not kind.endswith(_RUNNING)
            self._parts[name] = name if same else self.new.add(name, data, kind)
            if kind.endswith(_RUNNING):
                self._bring_running(name, self._parts[name])
            elif not same:
                self._bring_relations(name, self._parts[name])
        return self._parts[name]

    def _bring_running(self, old: str, new: str) -> None:
        """Bring what a header or footer holds, with the numberings and styles that it means."""
        made = Story(self, old, new).bring(self.old.root(old))
        root = self.new.root(new)
        root[:] = list(made)

    def _bring_relations(self, old: str, new: str) -> None:
        renamed = {
            identifier: self.relate(new, relation)
            for identifier, relation in self.old.relations(old).items()
        }
        if any(before != after for before, after in renamed.items()):
            for element in self.new.root(new).iter():
                for name, value in element.attrib.items():
                    if name.startswith(f"{{{R}}}") and value in renamed:
                        element.set(name, renamed[value])

    def relate(self, part: str, relation: Relation) -> str:
        """The id under which a part of the redline refers to what the old package refers to."""
        if not relation.external and relation.target in self.old.parts:
            relation = Relation(relation.kind, self.part(relation.target), external=False)
        return self.new.relate(part, relation)


def _bytes_of(package: Package, kind: str) -> bytes:
    part = package.related(kind)
    return b"" if part is None else package.parts[part]


def anchors(package: Package) -> dict[str, str]:
    """The words of the paragraph that each bookmark of the body marks."""
    found = {}
    for mark in package.root(DOCUMENT).iter(BOOKMARK):
        paragraph = next(mark.iterancestors(P), None)
        words = "" if paragraph is None else "".join(t.text or "" for t in paragraph.iter(TEXT))
        found[str(mark.get(NAME))] = words
    return found


class Side:
    """What the ids of one part mean, in terms of the redline."""

    def __init__(self, work: Work, package: Package, part: str) -> None:
        self._work, self._package, self._part = work, package, part
        self._is_old = package is work.old

    def style(self, identifier: str) -> str:
        """The style's id in the redline."""
        return self._work.styles.of(identifier) if self._is_old else identifier

    def numbering(self, identifier: str) -> str:
        """The numbering's id in the redline."""
        if not self._is_old:
            return identifier
        now = Side(self._work, self._work.new, self._part)
        return self._work.numberings.of(identifier, self, now)

    def reference(self, identifier: str) -> str:
        """The bytes of a part, or an address."""
        return self._package.told(self._part, identifier)

    def note(self, kind: str, identifier: str) -> str:
        """What a note says."""
        part = self._package.related(kind)
        found = None if part is None else note_of(self._package, kind, identifier)
        if part is None or found is None:
            return f"?{identifier}"
        side = Side(self._work, self._package, part)
        return "".join(key(item, side) for item in found)

    def anchor(self, name: str) -> str:
        """The words of the paragraph that a bookmark marks."""
        return self._work.anchor(self._package, name)


class Story:
    """A part of each package that answers to the other: body, header, footer or notes."""

    def __init__(self, work: Work, old_part: str, new_part: str) -> None:
        self.work, self.old_part, self.new_part = work, old_part, new_part
        self.old = Side(work, work.old, old_part)
        self.new = Side(work, work.new, new_part)

    def unchanged(self, old: Element, new: Element) -> bool:
        """Whether two elements are the same in every byte, and mean the same."""
        if not self.work.steady:
            return False
        one, other = (etree.tostring(item, with_tail=False) for item in (old, new))
        return one == other and not _REFERRING.search(one)

    def bring(self, element: Element) -> Element:
        """A copy of an element of the old part that is sound in the new one."""
        made = deepcopy(element)
        made.tail = None
        for item in list(made.iter()):
            if isinstance(item.tag, str):
                self._fit(item)
        return made

    def _fit(self, item: Element) -> None:
        if item.tag in _STYLED:
            item.set(VAL, self.old.style(str(item.get(VAL))))
        elif item.tag == _NUM_ID:
            item.set(VAL, self.old.numbering(str(item.get(VAL))))
        elif item.tag in NOTES:
            kind = NOTES[item.tag]
            item.set(ID, bring_note(self.work, kind, str(item.get(ID))))
        elif item.tag == BOOKMARK:
            item.set(NAME, self.work.bookmark(str(item.get(NAME))))
            item.set(ID, f"vanha-{item.get(ID)}")
        elif item.tag == BOOKMARK_END:
            item.set(ID, f"vanha-{item.get(ID)}")
        elif item.tag in UNSEEN and item.getparent() is not None and item.getparent().tag != R_PR:
            item.getparent().remove(item)
        elif item.tag.endswith(_DRAWN):
            item.set("id", self.work.drawn())
        self._fit_references(item)
        if item.tag == LINK and item.get(ANCHOR):
            self.work.link(item)

    def _fit_references(self, item: Element) -> None:
        relations = self.work.old.relations(self.old_part)
        for name, value in item.attrib.items():
            if (name.startswith(f"{{{R}}}") or name.endswith("}relid")) and value in relations:
                item.set(name, self.work.relate(self.new_part, relations[value]))


def notes_of(package: Package, kind: str) -> Iterator[Element]:
    """The notes that people wrote, in the order of their part."""
    part = package.related(kind)
    if part is not None:
        for note in package.root(part).iter(_NOTE[kind]):
            if note.get(TYPE, "normal") == "normal":
                yield note


def note_of(package: Package, kind: str, identifier: str) -> Element | None:
    """A note by its id."""
    return next((item for item in notes_of(package, kind) if item.get(ID) == identifier), None)


def bring_note(work: Work, kind: str, identifier: str) -> str:
    """Bring a note of the old document along; its id in the redline."""
    note = note_of(work.old, kind, identifier)
    old_part = work.old.related(kind)
    if note is None or old_part is None:
        return identifier
    new_part = work.new.related(kind) or _bring_notes_part(work, kind, old_part)
    root = work.new.root(new_part)
    made = Story(work, old_part, new_part).bring(note)
    ids = [int(item.get(ID, "0")) for item in root.iter(_NOTE[kind])]
    made.set(ID, str(max([0, *ids]) + 1))
    root.append(made)
    work.notes_came.add(kind)
    return str(made.get(ID))


def order_notes(work: Work) -> None:
    """Put notes into the order of their references, where some were brought.

    LibreOffice takes the first note for the first reference, whatever their ids say.
    """
    for kind in sorted(work.notes_came):
        part = work.new.related(kind)
        if part is None:
            continue
        tag = next(name for name, known in NOTES.items() if known == kind)
        references = work.new.root(DOCUMENT).iter(tag)
        places = {str(item.get(ID)): at for at, item in enumerate(references)}
        root = work.new.root(part)
        notes = list(notes_of(work.new, kind))
        for note in sorted(notes, key=lambda item: places.get(str(item.get(ID)), len(places))):
            root.append(note)


def _bring_notes_part(work: Work, kind: str, old_part: str) -> str:
    """The part of the notes, with nothing in it but the lines that separate them from the text."""
    shell = deepcopy(work.old.root(old_part))
    for note in list(shell):
        if note.get(TYPE, "normal") == "normal":
            shell.remove(note)
    name = work.new.add(old_part, etree.tostring(shell), work.old.content_type(old_part))
    work.new.relate(DOCUMENT, Relation(f"{R}/{kind}", name, external=False))
    return name


def brought(element: Element, story: Story) -> Element:
    """A copy of a paragraph, a table or a row of the old part, without content controls."""
    made = story.bring(element)
    for control in list(made.iter(SDT)):
        content = control.find(SDT_CONTENT)
        parent = control.getparent()
        at = parent.index(control)
        parent[at : at + 1] = [] if content is None else list(content)
    return made


def mark_of_section(paragraph: Element) -> Element | None:
    """The properties of the section that a paragraph ends."""
    found: Element | None = paragraph.find(f"{w('pPr')}/{SECT_PR}")
    return found

"""Sections: their pages, and the headers and footers that each of them shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.redline.keys import Meanings, key
from sopimukset.formats.word.redline.marking import put_before_change
from sopimukset.formats.word.redline.names import (
    MATH,
    P_PR,
    R_PR,
    RUN,
    SECT_PR,
    TABLE,
    TYPE,
    UNSEEN,
    P,
    R,
)
from sopimukset.formats.word.redline.parts import Package, Relation
from sopimukset.formats.word.redline.stories import Story, Work
from sopimukset.formats.word.xml import Element, w

_RUNNING = {w("headerReference"): "header", w("footerReference"): "footer"}
_R_ID = f"{{{R}}}id"
_NO_PART = "word/ei.xml"

Slot = tuple[str, str]
"""A kind of reference, and the pages for which it holds: `default`, `first`, `even`."""

Change = Callable[[Element, Element, Story], None]


def change_section(old: Element, new: Element, story: Story) -> None:
    """Note on a section how its pages were."""
    if page(old, story.old) == page(new, story.new):
        return
    before = story.bring(_without_references(old))
    put_before_change(new, before, w("sectPrChange"), story.work.stamp)


def page(section: Element, meanings: Meanings) -> str:
    """What a section says of its pages, but for headers and footers."""
    told = [key(item, meanings) for item in section if item.tag not in _RUNNING]
    return "".join(sorted(told))


def _without_references(section: Element) -> Element:
    made = deepcopy(section)
    for item in list(made):
        if item.tag in _RUNNING:
            made.remove(item)
    return made


def running(package: Package) -> list[tuple[Element, dict[Slot, str]]]:
    """Each section, with the parts of the headers and footers that it shows, inherited ones too."""
    found: list[tuple[Element, dict[Slot, str]]] = []
    shown: dict[Slot, str] = {}
    relations = package.relations(DOCUMENT)
    for section in package.root(DOCUMENT).iter(SECT_PR):
        shown = dict(shown)
        for slot, reference in _references(section):
            relation = relations.get(str(reference.get(_R_ID)))
            if relation is not None and relation.target in package.parts:
                shown[slot] = relation.target
        found.append((section, shown))
    return found


def _references(section: Element) -> Iterator[tuple[Slot, Element]]:
    for item in section:
        if item.tag in _RUNNING:
            yield (item.tag, str(item.get(TYPE, "default"))), item


class Sections:
    """The sections of both documents as they were read."""

    def __init__(self, work: Work) -> None:
        self.work = work
        self._old, self._new = running(work.old), running(work.new)
        self._used: dict[str, str] = {}

    def change_running(self, pairs: Sequence[tuple[Element, Element]], change: Change) -> None:
        """Mark the changes of headers and footers, as each section of both documents shows them."""
        before = dict(self._old)
        after = dict(self._new)
        follows = self._follow(pairs)
        for old, new in pairs:
            was, now = before[old], after[new]
            explicit = dict(_references(new))
            told = dict(_references(old))
            for slot in sorted({*was, *now}):
                inherited = slot not in explicit and slot not in told
                if inherited and new in follows:
                    continue
                self._change(was.get(slot), now.get(slot), new, slot, change)

    def _follow(self, pairs: Sequence[tuple[Element, Element]]) -> set[Element]:
        """The new sections that follow the same section in both documents."""
        old, new = [item[0] for item in self._old], [item[0] for item in self._new]
        places = [(old.index(one), new.index(other)) for one, other in pairs]
        return {new[b] for a, b in places if (a - 1, b - 1) in places}

    def _change(
        self, was: str | None, now: str | None, section: Element, slot: Slot, change: Change
    ) -> None:
        """Mark the changes of one header or footer of a section."""
        old = self._root(was)
        if now is None and (was is None or blank(old)):
            return
        reference = dict(_references(section)).get(slot)
        if reference is None or now is None or self._used.get(now, was) != was:
            now = self._own(was, now, section, slot)
        elif now in self._used:
            return
        self._used[now] = was or ""
        story = Story(self.work, was or _NO_PART, now)
        change(old, self.work.new.root(now), story)

    def _root(self, part: str | None) -> Element:
        if part is not None:
            return self.work.old.root(part)
        root = etree.Element(w("hdr"))
        etree.SubElement(root, P)
        return root

    def _own(self, was: str | None, now: str | None, section: Element, slot: Slot) -> str:
        """A header or footer of the section's own; empty where the new document has none."""
        if now is None:
            if was is None:
                raise ValueError("a header of neither document")
            content_type = self.work.old.content_type(was)
            name = self.work.new.add(was, _emptied(self.work.old.root(was)), content_type)
        else:
            content_type = self.work.new.content_type(now)
            name = self.work.new.add(now, self.work.new.parts[now], content_type)
            for relation in list(self.work.new.relations(now).values()):
                self.work.new.relate(name, relation)
        tag, pages = slot
        relation = Relation(f"{R}/{_RUNNING[tag]}", name, external=False)
        for _, reference in [item for item in _references(section) if item[0] == slot]:
            section.remove(reference)
        made = etree.Element(tag)
        made.set(TYPE, pages)
        made.set(_R_ID, self.work.new.relate(DOCUMENT, relation))
        section.insert(0, made)
        return name


def blank(root: Element) -> bool:
    """Whether a header or footer shows nothing: no table, and no run that holds anything."""
    if next(root.iter(TABLE, *MATH), None) is not None:
        return False
    return all(item.tag == R_PR or item.tag in UNSEEN for run in root.iter(RUN) for item in run)


def _emptied(root: Element) -> bytes:
    """The part with one empty paragraph that looks as its last one."""
    shell = etree.Element(root.tag, nsmap=root.nsmap)
    paragraph = etree.SubElement(shell, P)
    last = root.find(f"{P}[last()]/{P_PR}")
    if last is not None:
        paragraph.append(deepcopy(last))
    data: bytes = etree.tostring(shell)
    return data

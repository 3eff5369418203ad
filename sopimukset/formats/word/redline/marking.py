"""Marking elements as inserted, deleted, moved or changed in their looks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from lxml import etree

from sopimukset.formats.word.redline.names import (
    CODE,
    DEL,
    DELETED_CODE,
    DELETED_TEXT,
    MATH,
    P_PR,
    R_PR,
    RUN,
    SECT_PR,
    TEXT,
    TRANSPARENT,
)
from sopimukset.formats.word.redline.stories import Stamp, Story
from sopimukset.formats.word.redline.tokens import expand_fields
from sopimukset.formats.word.xml import Element, w

_P_PR_CHANGE = w("pPrChange")


def wrap(elements: Sequence[Element], change: Element) -> Element:
    """Put a change around neighbouring elements, in their place."""
    elements[0].addprevious(change)
    for element in elements:
        element.tail = None
        change.append(element)
    return change


def as_deleted(change: Element) -> None:
    """Name the texts of a deletion as the format wants it; text boxes keep theirs."""
    for run in change:
        for text in run:
            if text.tag in (TEXT, CODE):
                text.tag = DELETED_TEXT if text.tag == TEXT else DELETED_CODE


def mark_content(paragraph: Element, name: str, stamp: Stamp) -> None:
    """Mark all that a paragraph holds, but not its own mark."""
    expand_fields(paragraph)
    _mark_content(paragraph, name, stamp)


def _mark_content(holder: Element, name: str, stamp: Stamp) -> None:
    for inside, group in groupby(
        list(holder), key=lambda item: item.tag == RUN or item.tag in MATH
    ):
        items = list(group)
        if inside:
            change = wrap(items, stamp.mark(name))
            if name == DEL:
                as_deleted(change)
            continue
        for item in items:
            if item.tag in TRANSPARENT:
                _mark_content(item, name, stamp)


def mark_end(paragraph: Element, name: str, stamp: Stamp) -> None:
    """Mark a paragraph's own mark."""
    marks = mark_properties(paragraph)
    marks.insert(0, stamp.mark(name))


def mark_properties(paragraph: Element) -> Element:
    """The properties of a paragraph's mark, made where there are none."""
    properties = paragraph_properties(paragraph)
    marks = properties.find(R_PR)
    if marks is None:
        marks = etree.Element(R_PR)
        after = [item for item in properties if item.tag in (SECT_PR, _P_PR_CHANGE)]
        if after:
            after[0].addprevious(marks)
        else:
            properties.append(marks)
    return marks


def paragraph_properties(paragraph: Element) -> Element:
    """A paragraph's properties, made where there are none."""
    properties = paragraph.find(P_PR)
    if properties is None:
        properties = etree.Element(P_PR)
        paragraph.insert(0, properties)
    return properties


def note_looks(look: Element, was: Element | None, story: Story) -> None:
    """Note in the properties of a run, or of a paragraph's mark, what they were."""
    old = etree.Element(R_PR) if was is None else story.bring(was)
    put_before_change(look, old, w("rPrChange"), story.work.stamp)


def put_before_change(properties: Element, old: Element, name: str, stamp: Stamp) -> None:
    """Note in properties what they were before."""
    change = stamp.mark(name)
    old.tag = properties.tag
    change.append(old)
    properties.append(change)


def mark_row(row: Element, name: str, stamp: Stamp) -> None:
    """Mark a table's row."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        places = [at for at, item in enumerate(row) if item.tag == w("tblPrEx")]
        row.insert(max(places, default=-1) + 1, properties)
    mark = stamp.mark(name)
    change = properties.find(w("trPrChange"))
    if change is None:
        properties.append(mark)
    else:
        change.addprevious(mark)

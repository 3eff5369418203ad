"""Changes within a paragraph: which words came, which went, which only look different."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby

from lxml import etree

from sopimukset.formats.word.redline.align import Step, steps
from sopimukset.formats.word.redline.keys import key
from sopimukset.formats.word.redline.marking import as_deleted, note_looks, wrap
from sopimukset.formats.word.redline.names import DEL, INS, LINK, NOTES, P_PR, R_PR, RUN, TEXT, P
from sopimukset.formats.word.redline.stories import Story
from sopimukset.formats.word.redline.tokens import (
    Piece,
    Token,
    expand_fields,
    field_mark,
    merged,
    tokens,
)
from sopimukset.formats.word.xml import XML_SPACE, Element

LEAST_KEPT = 0.25
"""Share of the words that must stay for a paragraph to be shown word by word."""


@dataclass(slots=True)
class _New:
    """A piece of the new paragraph.

    Attributes:
        inserted: whether the old paragraph lacks it.
        stretch: how many stretches that are gone stand before it.
        before: the old run whose looks it had; None where its looks are the same.
        element: what holds it in the redline.
    """

    piece: Piece
    link: str
    inserted: bool
    stretch: int
    before: Element | None = None
    element: Element | None = None


@dataclass(slots=True)
class _Gone:
    """Pieces that only the old paragraph has, with the link that they stood in."""

    link: str
    pieces: list[Piece] = field(default_factory=list)


_Item = _New | _Gone


def change_words(
    old: Element, new: Element, story: Story, *, apart: bool = False
) -> list[tuple[Element, Element]]:
    """Turn the new paragraph into one that tells what became of the old one's words.

    Args:
        old: the paragraph as it was.
        new: as it is; it is changed.
        story: the parts that they stand in.
        apart: whether the paragraph before ends with new words. LibreOffice would take those and
            new words at the beginning of this one for one stretch, with the mark between them; so
            this one begins with words that go.

    Returns:
        The references to notes that stand in both, old and new.
    """
    before, after = tokens(old, story.old), tokens(new, story.new)
    if list(merged(before)) == list(merged(after)):
        return list(zip(references(before), references(after), strict=True))
    if expand_fields(old) + expand_fields(new):
        before, after = tokens(old, story.old), tokens(new, story.new)
    found = _readable(steps([t.key for t in before], [t.key for t in after]), before, after)
    if apart:
        found = _apart(found, before)
    items = list(_items(found, before, after))
    kept = [step for step in found if step.equal]
    pairs = [
        pair
        for step in kept
        for pair in zip(
            references(before[step.first : step.last]),
            references(after[step.start : step.end]),
            strict=True,
        )
    ]
    for _, group in groupby((i for i in items if isinstance(i, _New)), key=_run_of):
        _divide(list(group), story)
    _place(items, new, story)
    _join_neighbours(new)
    return pairs


def references(found: Sequence[Token]) -> list[Element]:
    """The references to notes among tokens."""
    pieces = [piece for token in found for piece in token.pieces]
    return [piece.child for piece in pieces if piece.child is not None and piece.child.tag in NOTES]


def _run_of(item: _New) -> int:
    return id(item.piece.run)


def _readable(found: Sequence[Step], before: Sequence[Token], after: Sequence[Token]) -> list[Step]:
    """The steps without kept blanks and signs between changes, which nobody could read."""
    kept = sum(_words(before[step.first : step.last]) for step in found if step.equal)
    all_words = max(_words(before), _words(after))
    bound = any(field_mark(token) for token in (*before, *after))
    if not bound and all_words and kept < LEAST_KEPT * all_words:
        return [Step(False, 0, len(before), 0, len(after))]
    made: list[Step] = []
    for number, step in enumerate(found):
        inside = 0 < number < len(found) - 1
        thin = step.equal and inside and not any(map(_weighs, before[step.first : step.last]))
        equal = step.equal and not thin
        if made and made[-1].equal is equal:
            made[-1] = Step(equal, made[-1].first, step.last, made[-1].start, step.end)
        else:
            made.append(step._replace(equal=equal))
    return made


def _apart(found: list[Step], before: Sequence[Token]) -> list[Step]:
    """The steps with something that goes in the first one, if new words are all that it has."""
    if len(found) < 2 or found[0].equal or found[0].first < found[0].last:
        return found
    first, second, *rest = found
    size = second.last - second.first
    count = next((at + 1 for at in range(size) if _weighs(before[second.first + at])), size)
    if any(field_mark(token) for token in before[second.first : second.first + count]):
        return found
    first = first._replace(last=second.first + count, end=second.start + count)
    second = second._replace(first=first.last, start=first.end)
    return [first, *([second] if count < size else []), *rest]


def _words(found: Sequence[Token]) -> int:
    return sum(token.text[:1].isalnum() for token in found)


def _weighs(token: Token) -> bool:
    """Whether a kept token must stay: a word, or anything that is no text."""
    return not token.text or token.text[:1].isalnum()


def _items(
    found: Sequence[Step], before: Sequence[Token], after: Sequence[Token]
) -> Iterator[_Item]:
    stretch = 0
    for step in found:
        gone, come = before[step.first : step.last], after[step.start : step.end]
        if step.equal:
            for one, other in zip(gone, come, strict=True):
                was = one.pieces[0].run if one.look != other.look else None
                yield from _pieces(other, stretch, inserted=False, before=was)
            continue
        for link, group in groupby(gone, key=lambda token: token.link):
            yield _Gone(link, [piece for token in group for piece in token.pieces])
        stretch += bool(gone)
        for token in come:
            yield from _pieces(token, stretch, inserted=True)


def _pieces(
    token: Token, stretch: int, *, inserted: bool, before: Element | None = None
) -> Iterator[_New]:
    for piece in token.pieces:
        yield _New(piece, token.link, inserted, stretch, before)


def _divide(items: list[_New], story: Story) -> None:
    """Divide a run where some of its pieces came, or look different, and others don't."""
    run = items[0].piece.run
    parts = [list(group) for _, group in groupby(items, key=_fate)]
    if run.tag != RUN or len(parts) == 1:
        _finish(items, run, story)
        return
    at = run
    for part in parts:
        made = _part_of(run, [item.piece for item in part])
        at.addnext(made)
        at = made
        _finish(part, made, story)
        at = made if made.getparent().tag != INS else made.getparent()
    run.getparent().remove(run)


def _fate(item: _New) -> tuple[bool, int, int]:
    return item.inserted, item.stretch, id(item.before)


def _finish(items: Sequence[_New], run: Element, story: Story) -> None:
    """Mark a run as inserted, or with the looks that it had."""
    element = run
    if items[0].inserted:
        element = wrap([run], story.work.stamp.mark(INS))
    elif items[0].before is not None:
        look = run.find(R_PR)
        if look is None:
            look = etree.Element(R_PR)
            run.insert(0, look)
        note_looks(look, items[0].before.find(R_PR), story)
    for item in items:
        item.element = element


def _part_of(run: Element, pieces: Sequence[Piece]) -> Element:
    """A run with the looks of another one and a part of what it holds."""
    made = etree.Element(RUN, dict(run.attrib))
    look = run.find(R_PR)
    if look is not None:
        made.append(deepcopy(look))
    for child, group in groupby(pieces, key=lambda piece: piece.child):
        if child is not None and child.tag == TEXT:
            text = etree.SubElement(made, TEXT)
            text.text = "".join(piece.text for piece in group)
            text.set(XML_SPACE, "preserve")
        elif child is not None:
            made.append(deepcopy(child))
    return made


def _place(items: Sequence[_Item], paragraph: Element, story: Story) -> None:
    """Put what is gone where it stood."""
    followers: list[Element | None] = []
    following: Element | None = None
    for item in reversed(items):
        followers.append(following)
        if isinstance(item, _New):
            following = item.element
    last: Element | None = None
    for item, follower in zip(items, reversed(followers), strict=True):
        if isinstance(item, _New):
            last = item.element
        else:
            _put(_gone(item, story), item, paragraph, last, follower, story)


def _gone(item: _Gone, story: Story) -> Element:
    """What is gone, as a deletion."""
    runs = []
    for run, group in groupby(item.pieces, key=lambda piece: piece.run):
        made = _part_of(run, list(group)) if run.tag == RUN else run
        runs.append(story.bring(made))
    etree.Element(P).extend(runs)
    made = wrap(runs, story.work.stamp.mark(DEL))
    as_deleted(made)
    return made


def _put(
    made: Element,
    gone: _Gone,
    paragraph: Element,
    last: Element | None,
    following: Element | None,
    story: Story,
) -> None:
    link = gone.link
    for neighbour, before in ((following, True), (last, False)):
        if neighbour is None:
            continue
        around = _link_of(neighbour)
        inside = around is not None and bool(link)
        if inside and around is not None and _says(around, link, story):
            (neighbour.addprevious if before else neighbour.addnext)(made)
            return
    if link:
        made = _in_link(made, gone, story)
    if following is not None:
        _outside(following, before=True).addprevious(made)
    elif last is not None:
        _outside(last, before=False).addnext(made)
    else:
        paragraph.append(made)


def _link_of(element: Element) -> Element | None:
    return next(element.iterancestors(LINK), None)


def _says(link: Element, told: str, story: Story) -> bool:
    return key(etree.Element(LINK, dict(link.attrib)), story.new) == told


def _in_link(made: Element, gone: _Gone, story: Story) -> Element:
    """What is gone, in a copy of the link that it stood in."""
    old = _link_of(gone.pieces[0].run)
    if old is None:
        return made
    link = story.bring(etree.Element(LINK, dict(old.attrib)))
    link.append(made)
    return link


def _outside(element: Element, *, before: bool) -> Element:
    """The element, or the link around it; a link is divided where it goes on beyond."""
    link = _link_of(element)
    if link is None:
        return element
    while element.getparent() is not link:
        element = element.getparent()
    others = list(element.itersiblings(preceding=before))
    if not any(item.tag in (RUN, INS, DEL) for item in others):
        return link
    other = etree.Element(LINK, dict(link.attrib))
    moved = [element, *element.itersiblings()] if before else list(element.itersiblings())
    other.extend(moved)
    link.addnext(other)
    return other if before else link


def _join_neighbours(paragraph: Element) -> None:
    """Make one change of several that follow one another."""
    for name in (INS, DEL):
        for change in list(paragraph.iter(name)):
            if change.getparent() is None or change.getparent().tag in (R_PR, P_PR):
                continue
            following = change.getnext()
            while following is not None and following.tag == name:
                change.extend(list(following))
                following.getparent().remove(following)
                following = change.getnext()

"""A layout read against the fields that there are: what would break, vanish or stay a riddle.

Nothing is filled in: what is misspelt in a branch that no record takes is found as well. What the
fields mean is not known here; their tree is an argument.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property

from sopimukset.base.speech import mark
from sopimukset.base.words import nearest
from sopimukset.formats.word.accessibility import Accessibility, accessibility
from sopimukset.formats.word.blocks import unpaired
from sopimukset.formats.word.breaks import only_a_break_beside
from sopimukset.formats.word.errors import LayoutError, shorten
from sopimukset.formats.word.fields import LOOP_FIELDS, SourceError, Use, Uses, uses_of
from sopimukset.formats.word.layout import open_layout
from sopimukset.formats.word.lines import Lines, Paragraph, holders, lines_of
from sopimukset.formats.word.permitted import Refusal
from sopimukset.formats.word.tags import (
    SPLIT,
    SPLIT_ADVICE,
    STRAY_CLOSE,
    STRAY_OPEN,
    STRUCTURE,
    TAG,
    WHOLE,
    Slip,
    slips,
    source,
)


class FieldKind(Enum):
    """What a field holds."""

    TEXT = "teksti"
    TRUTH = "totuusarvo"
    LIST = "luettelo"
    GROUP = "ryhmä"
    READY = mark("valmis rakenne")
    ANYTHING = mark("mitä tahansa")


class Topic(Enum):
    """What a flaw is about."""

    FILE = "file"
    TAGS = "tags"
    FIELDS = "fields"
    ACCESS = "access"


UNKNOWN = mark("Kenttää {kentta} ei ole.")
UNPRINTABLE = mark("Kenttää {kentta} ei voi tulostaa: se ei ole tekstiä.")
UNPRINTABLE_ADVICE = mark(
    "Tulosta sen osa, käy luettelo läpi silmukassa tai käytä kenttää ehdossa."
)
MEANT = mark("Tarkoititko: {ehdotus}?")
LISTED = mark("Kentät luetellaan pohjan ohjeessa (README.md).")
BESIDE = mark("Kappalemerkinnän {merkki} vieressä on tekstiä, joka katoaisi.")
BESIDE_ADVICE = mark("Siirrä merkintä omaan kappaleeseensa.")
BESIDE_ROW = mark(
    "Rivimerkinnän {merkki} kanssa samalla taulukon rivillä on tekstiä, joka katoaisi."
)
BESIDE_ROW_ADVICE = mark("Siirrä merkintä taulukon omalle rivilleen.")


NOT_READY = mark("Merkintä {merkki} on vain valmiille rakenteille: teksti katoaisi.")
NOT_READY_ADVICE = mark("Poista tunnus {tunnus} merkinnän alusta.")


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with a layout.

    Attributes:
        message, advice: Finnish sentences with places for `values`.
        paragraph: where; None where the file as a whole is concerned.
        start, end: where in the paragraph's text, from 0.
        part: the part, where there is no paragraph.
    """

    topic: Topic
    message: str
    advice: str
    values: Mapping[str, str] = field(default_factory=dict)
    paragraph: Paragraph | None = None
    start: int = 0
    end: int = 0
    part: str = ""


@dataclass(frozen=True, slots=True)
class FieldUse:
    """A use of a field and the paragraph that it stands in."""

    use: Use
    paragraph: Paragraph


@dataclass
class Linted:
    """What was found out about a layout.

    Attributes:
        lines: the layout as lines; None where it can't be read.
        access: the facts that accessibility hangs on.
        uses: every use of a field, in order.
        compared: by field, the texts that it is compared with, and where.
        whole: whether all of it could be read, so that what is not found is not there.
    """

    flaws: list[Flaw] = field(default_factory=list)
    lines: Lines | None = None
    access: Accessibility | None = None
    uses: list[FieldUse] = field(default_factory=list)
    compared: defaultdict[str, dict[str, Paragraph]] = field(
        default_factory=lambda: defaultdict(dict)
    )
    whole: bool = True

    @cached_property
    def printed_in(self) -> Mapping[str, Paragraph]:
        """The fields that are asked for, each with the first paragraph that does."""
        found: dict[str, Paragraph] = {}
        for item in self.uses:
            if not item.use.looped:
                found.setdefault(item.use.path.removesuffix("[]"), item.paragraph)
        return found


Fields = Mapping[str, FieldKind]
"""Every field by its dotted path, `[]` for the items of a list; groups and lists have a row too."""


def lint(data: bytes, known: Fields) -> Linted:
    """Read a layout against the fields that there are. Never raises for what the file holds."""
    result = Linted()
    try:
        result.lines = lines_of(data)
        result.access = accessibility(data, result.lines)
    except LayoutError as error:
        result.flaws.append(_of_file(error, None))
        result.whole = False
        return result
    for paragraphs in result.lines.by_part.values():
        _lint_part(paragraphs, known, result)
    if result.whole and not any(flaw.topic is Topic.FILE for flaw in result.flaws):
        try:
            open_layout(data)
        except LayoutError as error:
            result.flaws.append(_of_file(error, result.lines))
    return result


def _of_file(error: LayoutError, lines: Lines | None) -> Flaw:
    """What opening the layout refuses, at the paragraph that it names."""
    part = lines.by_part.get(error.part, ()) if lines else ()
    named = (item for item in part if error.excerpt and shorten(item.text) == error.excerpt)
    found = next(named, None)
    end = len(found.text) if found else 0
    return Flaw(Topic.FILE, error.message, error.hint, {}, found, 0, end, error.part)


def _lint_part(paragraphs: Sequence[Paragraph], known: Fields, result: Linted) -> None:
    told = [*_tag_flaws(paragraphs), *_beside(paragraphs)]
    broken = any(flaw.values.get("rikki") for flaw in told)
    if not broken:
        told += _pairs(paragraphs)
    result.flaws += told
    result.whole = result.whole and not told
    try:
        uses = uses_of("\n".join(_source(item) for item in paragraphs))
    except SourceError as error:
        if not told:
            result.flaws.append(_syntax(error, paragraphs))
            result.whole = False
        return
    _note(uses, paragraphs, result)
    result.flaws += [_refused(item, paragraphs[item.line - 1]) for item in uses.refused]
    result.flaws += _not_ready(uses, known, paragraphs)
    result.flaws += field_flaws(uses, known, paragraphs)


def _not_ready(uses: Uses, known: Fields, paragraphs: Sequence[Paragraph]) -> list[Flaw]:
    """The tags for ready structures that print something else; what they print is no text's."""
    found, alone = [], set()
    for line, item in enumerate(paragraphs, 1):
        for tag in STRUCTURE.finditer(item.text):
            alone.add(line)
            paths = [use.path for use in uses.fields if use.line == line and use.printed]
            if not any(_fits(tag[1], known.get(path)) for path in paths):
                values = {"merkki": tag.group(), "tunnus": tag[1]}
                place = (item, *tag.span())
                found.append(Flaw(Topic.TAGS, NOT_READY, NOT_READY_ADVICE, values, *place))
    uses.fields[:] = [
        replace(use, printed=use.printed and use.line not in alone) for use in uses.fields
    ]
    return found


def _fits(kind: str, field_kind: FieldKind | None) -> bool:
    """Whether what a field holds may stand in the place of a paragraph, a row, a cell or a run."""
    return field_kind is FieldKind.ANYTHING or (field_kind is FieldKind.READY and kind == "p")


def _refused(found: Refusal, paragraph: Paragraph) -> Flaw:
    start, end = span_of(paragraph.text, found.name)
    return Flaw(Topic.FILE, found.message, found.hint, {}, paragraph, start, end)


def _source(paragraph: Paragraph) -> str:
    """What Jinja reads of a paragraph: its text, and tags in the descriptions of its pictures."""
    hidden = [
        tag.group()
        for element in paragraph.element.iter()
        for value in element.attrib.values()
        if "{{" in value or "{%" in value
        for tag in TAG.finditer(value.replace("\n", " "))
    ]
    return source(paragraph.text) + "".join(hidden)


def _tag_flaws(paragraphs: Sequence[Paragraph]) -> Iterator[Flaw]:
    """Broken placeholders; one that goes on in the next paragraph is told of once."""
    found = [(item, list(slips(item.text))) for item in paragraphs]
    skipped: set[tuple[int, int]] = set()
    for (one, its), (two, next_ones) in zip(found, [*found[1:], (None, [])], strict=True):
        for slip in its:
            if (one.number, slip.start) in skipped:
                continue
            end = _continued(slip, its, next_ones)
            if end is not None and two is not None:
                skipped.add((two.number, end.start))
                slip = Slip(
                    SPLIT, SPLIT_ADVICE, slip.mark, slip.start, len(one.text), slip.statement
                )
            yield _tag_flaw(slip, one)


def _continued(slip: Slip, its: Sequence[Slip], next_ones: Sequence[Slip]) -> Slip | None:
    """The stray end in the next paragraph that the last stray beginning of this one lacks."""
    if slip.message != STRAY_OPEN or slip is not its[-1]:
        return None
    first = next_ones[0] if next_ones else None
    return first if first is not None and first.message == STRAY_CLOSE else None


def _tag_flaw(slip: Slip, paragraph: Paragraph) -> Flaw:
    values = {"merkki": slip.mark} | ({"rikki": "1"} if slip.statement else {})
    return Flaw(Topic.TAGS, slip.message, slip.advice, values, paragraph, slip.start, slip.end)


def _beside(paragraphs: Sequence[Paragraph]) -> Iterator[Flaw]:
    """Text that docxtpl deletes with the paragraph or the row of a tag."""
    for item in paragraphs:
        whole = WHOLE.search(item.text)
        alone = whole is None or item.text.strip() == whole.group()
        if whole and whole[1] == "p" and not (alone or only_a_break_beside(item.element)):
            yield _beside_flaw(BESIDE, BESIDE_ADVICE, item, whole)
    for _, held in holders(paragraphs):
        text = "".join(item.text for item in held).strip()
        for item in held:
            whole = WHOLE.search(item.text)
            if whole and whole.group(1) == "tr" and text != whole.group():
                yield _beside_flaw(BESIDE_ROW, BESIDE_ROW_ADVICE, item, whole)


def _beside_flaw(message: str, advice: str, paragraph: Paragraph, tag: re.Match[str]) -> Flaw:
    values = {"merkki": tag.group()}
    return Flaw(Topic.TAGS, message, advice, values, paragraph, tag.start(), tag.end())


def _pairs(paragraphs: Sequence[Paragraph]) -> Iterator[Flaw]:
    for item in unpaired(paragraphs):
        values = {"merkki": item.mark, "alku": item.start_mark}
        yield Flaw(
            Topic.TAGS, item.message, item.advice, values, item.paragraph, item.start, item.end
        )


def _syntax(error: SourceError, paragraphs: Sequence[Paragraph]) -> Flaw:
    paragraph = paragraphs[min(error.line, len(paragraphs)) - 1]
    first = TAG.search(paragraph.text)
    start, end = first.span() if first else (0, len(paragraph.text))
    return Flaw(Topic.TAGS, error.message, error.hint, {}, paragraph, start, end)


def _note(uses: Uses, paragraphs: Sequence[Paragraph], result: Linted) -> None:
    result.uses += [FieldUse(use, paragraphs[use.line - 1]) for use in uses.fields]
    for path, texts in uses.compared.items():
        for text, line in texts.items():
            result.compared[path].setdefault(text, paragraphs[line - 1])


def field_flaws(uses: Uses, known: Fields, paragraphs: Sequence[Paragraph]) -> list[Flaw]:
    """The uses that no field answers, each told once for a paragraph."""
    found: dict[tuple[str, int], Flaw] = {}
    for use in uses.fields:
        wrong = unknown(use, known)
        if wrong is not None:
            place = paragraphs[use.line - 1]
            found.setdefault((use.path, use.line), _field_flaw(wrong, place))
    for name, line in uses.strange:
        wrong = Wrong(f"loop.{name}", name, nearest(name, LOOP_FIELDS) or "")
        found.setdefault((f"loop.{name}", line), _field_flaw(wrong, paragraphs[line - 1]))
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Wrong:
    """A use that can't be answered.

    Attributes:
        path: the field as it was asked for.
        name: the name in it that is not known.
        meant: the known name that is nearest, "" for none.
        printable: whether the field is known but is no text.
    """

    path: str
    name: str
    meant: str
    unprintable: bool = False

    @property
    def told(self) -> tuple[str, str]:
        """A Finnish sentence and what to do, with the places `{kentta}` and `{ehdotus}`."""
        if self.unprintable:
            return UNPRINTABLE, UNPRINTABLE_ADVICE
        return UNKNOWN, MEANT if self.meant else LISTED


def unknown(use: Use, known: Fields) -> Wrong | None:
    """What is wrong with a use of a field; None for nothing."""
    kind = known.get(use.path)
    if kind is not None:
        printable = not use.printed or kind in (FieldKind.TEXT, FieldKind.ANYTHING)
        return None if printable else Wrong(use.path, _last(use.path), "", unprintable=True)
    steps = re.split(r"(?=\.)|(?=\[\])", use.path)
    path, at = "", 0
    while at < len(steps) and path + steps[at] in known:
        path, at = path + steps[at], at + 1
        if known[path] is FieldKind.ANYTHING:
            return None
    name = steps[at].lstrip(".") if at < len(steps) else use.path
    return Wrong(use.path, name, _meant(path, name, known))


def _last(path: str) -> str:
    return path.removesuffix("[]").rpartition(".")[2]


def _meant(parent: str, name: str, known: Fields) -> str:
    """The nearest name beside the misspelt one, else a field elsewhere that has this very name."""
    head = f"{parent}." if parent else ""
    beside = {
        path[len(head) :]
        for path in known
        if path.startswith(head) and re.fullmatch(r"\w+", path[len(head) :])
    }
    found = nearest(name, sorted(beside))
    if found:
        return found
    elsewhere = [path for path in known if _last(path) == name and not path.endswith("[]")]
    return min(elsewhere, key=lambda path: ("[]" in path, path), default="")


def _field_flaw(wrong: Wrong, paragraph: Paragraph) -> Flaw:
    message, advice = wrong.told
    start, end = span_of(paragraph.text, wrong.name)
    values = {"kentta": wrong.path, "ehdotus": wrong.meant}
    return Flaw(Topic.FIELDS, message, advice, values, paragraph, start, end)


def span_of(text: str, name: str) -> tuple[int, int]:
    """Where a name stands in a placeholder of the text; the first placeholder where it is in none.

    A name that a loop has given away (`[]`) is sought without it.
    """
    word = re.compile(rf"(?<!\w){re.escape(name.strip('[]'))}(?!\w)") if name.strip("[]") else None
    tags: Iterable[re.Match[str]] = list(TAG.finditer(text))
    for tag in tags:
        found = word.search(text, tag.start(), tag.end()) if word else None
        if found:
            return found.span()
    return next((tag.span() for tag in tags), (0, len(text)))

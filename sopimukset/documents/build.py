"""One document, from a region's record to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sopimukset import __version__
from sopimukset.base.speech import mark
from sopimukset.documents.facts import RECORD, Facts, Gap, Kept
from sopimukset.documents.lacks import BY_HAND_NOTE, FEW_GAPS, ROOMS_NOTE, few_told, has_rooms
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.places import place_in_words
from sopimukset.documents.provenance import INPUTS, LINE, Origin, fingerprint, seal
from sopimukset.documents.shape import Puute
from sopimukset.documents.subject import Kind, Making, Subject
from sopimukset.formats.word import Properties, render
from sopimukset.locale import translator
from sopimukset.model import Lausekekirjasto
from sopimukset.model.paths import path_text
from sopimukset.register import Register

EXAMPLE, DRAFT = mark("ESIMERKKI"), mark("LUONNOS")
EXAMPLE_NOTE = mark(
    "Tiedot ovat keksittyjä, eikä asiakirjaa ole tehty minkään viranomaisen nimissä."
)
GAPS_NOTE = mark("Osa tiedoista puuttuu tai on vahvistamatta; ne on lueteltu asiakirjan lopussa.")
ERRORS_NOTE = mark(
    "Tietojen tarkastus on löytänyt virheitä, jotka on korjattava ennen hyväksymistä."
)
PREPARATION_NOTE = mark("Alueen tiedot ovat valmisteilla.")


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made.

    Attributes:
        data: the plain data of the region's files, by file, for naming places.
        errors: whether the check has found errors in the region.
        others: the model clauses of the kinds that this one tells of.
    """

    kind: Kind[Any]
    subject: Subject
    language: str
    origin: Origin
    layout: Path
    library: Lausekekirjasto
    data: Mapping[str, object]
    errors: bool
    others: Mapping[str, Lausekekirjasto] = field(default_factory=dict)

    @property
    def inputs(self) -> str:
        """A fingerprint of everything that decides the document's bytes."""
        return fingerprint((__version__, *self.origin.properties.values(), str(self.errors)))

    @property
    def file_name(self) -> str:
        """The name of the file that it becomes."""
        return self.subject.file_name(
            self.kind.laji, self.language, annotated=self.origin.annotated
        )


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was made.

    Attributes:
        marks: ESIMERKKI, LUONNOS, both or none.
        gaps: what it lacks.
    """

    content: bytes
    marks: tuple[str, ...]
    gaps: tuple[Gap, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """A document's context before it is rendered: enough to know whether it may be final.

    Attributes:
        places: where each of the gaps belongs, in words of the document's language.
        kept: the mandatory clauses that it keeps though the region would remove them.
    """

    order: Order
    context: Context
    gaps: tuple[Gap, ...]
    places: tuple[str, ...]
    kept: tuple[Kept, ...] = ()

    @property
    def is_draft(self) -> bool:
        """Whether something keeps it from being final."""
        alue = self.order.subject.alue
        return bool(self.gaps) or self.order.errors or alue.vaihe != "vahvistettu"

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks that stand on every page."""
        example = (EXAMPLE,) if self.order.subject.alue.kuvitteellinen else ()
        return (*example, DRAFT) if self.is_draft else example


def prepare(order: Order, register: Register) -> Draft:
    """Gather the facts and the clauses.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = Facts(order.subject.alue, order.language, order.subject.file)
    origin = order.origin
    making = Making(facts, register, order.library, origin.annotated, origin.apart, order.others)
    context = order.kind.context(order.subject, making)
    gaps = (*facts.foreign(), *facts.gaps)
    parties = Parties(Facts(order.subject.alue, order.language), register)
    places = tuple(place_in_words(gap, order.subject, parties) for gap in gaps)
    return Draft(order, context, gaps, places, tuple(facts.standing))


def build(draft: Draft) -> Document:
    """Render the document.

    Raises:
        LayoutError: the layout is broken or asks for what the context doesn't hold.
    """
    order = draft.order
    say = translator(order.language)
    own = _mapping(draft.context["asiakirja"])
    line = order.origin.line(say(LINE))
    missing = _missing(draft)
    layout = order.layout.read_bytes()
    document = {**own, **_marks(draft, missing, layout), "tunniste": line}
    listed = missing if len(missing) > FEW_GAPS else []
    context = {**draft.context, "asiakirja": document, "puutteet": listed}
    properties = Properties(
        title=str(document["lyhyt_otsikko"]),
        language=order.language,
        day=order.subject.own_day,
        subject=str(document["alaotsikko"]),
        keywords=tuple(say(item) for item in draft.marks),
        identifier=order.subject.case,
        custom={**order.origin.properties, INPUTS: order.inputs},
    )
    content = render(layout, context, properties, seal)
    return Document(content, draft.marks, draft.gaps)


def _missing(draft: Draft) -> list[Puute]:
    """What it lacks, but for the language that its region doesn't write: no fact of its own."""
    return [
        {"tieto": gap.shown(draft.order.language), "kohta": place}
        for gap, place in zip(draft.gaps, draft.places, strict=True)
        if not gap.of_language
    ]


def _marks(draft: Draft, missing: Sequence[Puute], layout: bytes) -> Context:
    """The mark and what it means; of a few facts that are missing, which they are."""
    say = translator(draft.order.language)
    notes = []
    if EXAMPLE in draft.marks:
        notes.append(EXAMPLE_NOTE)
    if draft.order.subject.alue.vaihe != "vahvistettu":
        notes.append(PREPARATION_NOTE)
    notes += [gap.lack for gap in draft.gaps if gap.of_language]
    if len(missing) > FEW_GAPS:
        notes.append(GAPS_NOTE)
    if draft.order.errors:
        notes.append(ERRORS_NOTE)
    told = [say(item) for item in notes]
    if 0 < len(missing) <= FEW_GAPS:
        own = [gap for gap in draft.gaps if not gap.of_language]
        facts = Facts(draft.order.subject.alue, draft.order.language)
        told.append(few_told(own, missing, facts))
    if has_rooms(draft.context, layout):
        told.append(say(ROOMS_NOTE if missing else BY_HAND_NOTE))
    return {
        "merkinta": " – ".join(say(item) for item in draft.marks),
        "merkinnan_selite": " ".join(told),
    }


def _place(gap: Gap, order: Order) -> str:
    """Where it belongs, for who keeps the record; the file too where it is not the region's own."""
    path = path_text(order.data.get(gap.file), gap.path)
    return path if gap.file == RECORD else f"{gap.file} {path}".rstrip()


def _mapping(value: object) -> Context:
    if not isinstance(value, dict):
        raise TypeError("a context's part must be a mapping")
    return value


def gap_lines(draft: Draft) -> list[str]:
    """The gaps as the terminal lists them for each paper: what, and where it belongs.

    That the region does not write the paper's language is no paper's own: `foreign_lines` tells it.
    """
    return [f"{gap.told} ({_place(gap, draft.order)})" for gap in draft.gaps if not gap.of_language]


def foreign_lines(draft: Draft) -> list[str]:
    """That the paper is in a language that its region does not write, and where languages stand."""
    return [f"{gap.told} ({_place(gap, draft.order)})" for gap in draft.gaps if gap.of_language]


def kept_lines(draft: Draft) -> list[str]:
    """The mandatory clauses that stand though a change would remove them, each with its place."""
    data = draft.order.data.get(RECORD)
    return [f"{item.told} ({path_text(data, item.path)})" for item in draft.kept]

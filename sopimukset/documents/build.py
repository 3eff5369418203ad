"""One document, from a region's record to the bytes of a Word file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sopimukset import __version__
from sopimukset.documents.agreement import Subject, agreement_context
from sopimukset.documents.facts import Facts, Gap
from sopimukset.documents.parties import Context
from sopimukset.documents.provenance import INPUTS, Origin, fingerprint, sealed
from sopimukset.formats.word import Properties, render
from sopimukset.model import Lausekekirjasto
from sopimukset.model.paths import path_text
from sopimukset.register import Register

EXAMPLE, DRAFT = "ESIMERKKI", "LUONNOS"
EXAMPLE_NOTE = "Tiedot ovat keksittyjä, eikä asiakirjaa ole tehty minkään viranomaisen nimissä."
GAPS_NOTE = "Osa tiedoista puuttuu; ne on lueteltu asiakirjan lopussa."
ERRORS_NOTE = "Tietojen tarkastus on löytänyt virheitä, jotka on korjattava ennen hyväksymistä."
PREPARATION_NOTE = "Alueen tiedot ovat valmisteilla."


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be made.

    Attributes:
        data: the region's plain data, for naming places.
        errors: whether the check has found errors in the region.
        annotated: whether each clause is followed by the provisions that it rests on.
    """

    subject: Subject
    language: str
    origin: Origin
    layout: Path
    library: Lausekekirjasto
    data: object
    errors: bool
    annotated: bool = False

    @property
    def inputs(self) -> str:
        """A fingerprint of everything that decides the document's bytes."""
        origin = self.origin
        flags = (str(self.errors), str(self.annotated))
        parts = (__version__, *origin.properties.values(), *flags)
        return fingerprint(parts)

    @property
    def file_name(self) -> str:
        """`<alue>_<laji>[_<tunnus>]_<päivä>_<kieli>.docx`; the tunnus where there are several."""
        subject = self.subject
        several = sum(item.laji == subject.agreement.laji for item in subject.alue.sopimukset) > 1
        dates = subject.agreement.voimassa
        parts = [
            self.origin.region,
            self.origin.kind,
            *([subject.agreement.tunnus] if several else []),
            dates.alkaen.isoformat() if dates and dates.alkaen else "paivaamaton",
            self.language,
            *(["perusteet"] if self.annotated else []),
        ]
        return f"{'_'.join(parts)}.docx"


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
    """A document's context before it is rendered: enough to know whether it may be final."""

    order: Order
    context: Context
    gaps: tuple[Gap, ...]

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
    facts = Facts(order.subject.alue, order.language)
    context = agreement_context(
        order.subject, facts, register, order.library, annotated=order.annotated
    )
    return Draft(order, context, tuple(facts.gaps))


def build(draft: Draft) -> Document:
    """Render the document.

    Raises:
        LayoutError: the layout is broken or asks for what the context doesn't hold.
    """
    order = draft.order
    own = _mapping(draft.context["asiakirja"])
    document = {**own, **_marks(draft), "tunniste": order.origin.line}
    missing = [{"tieto": gap.what, "kohta": path_text(order.data, gap.path)} for gap in draft.gaps]
    context = {**draft.context, "asiakirja": document, "puutteet": missing}
    properties = Properties(
        title=str(document["lyhyt_otsikko"]),
        language=order.language,
        day=order.subject.own_day,
        subject=str(document["alaotsikko"]),
        keywords=draft.marks,
        identifier=order.subject.agreement.asiatunnus or "",
        custom={**order.origin.properties, INPUTS: order.inputs},
    )
    content = render(order.layout.read_bytes(), context, properties)
    return Document(sealed(content), draft.marks, draft.gaps)


def _marks(draft: Draft) -> Context:
    notes = []
    if EXAMPLE in draft.marks:
        notes.append(EXAMPLE_NOTE)
    if draft.order.subject.alue.vaihe != "vahvistettu":
        notes.append(PREPARATION_NOTE)
    if draft.gaps:
        notes.append(GAPS_NOTE)
    if draft.order.errors:
        notes.append(ERRORS_NOTE)
    return {"merkinta": " – ".join(draft.marks), "merkinnan_selite": " ".join(notes)}


def _mapping(value: object) -> Context:
    if not isinstance(value, dict):
        raise TypeError("a context's part must be a mapping")
    return value


def gap_lines(draft_gaps: Sequence[Gap], data: object) -> list[str]:
    """The gaps as the terminal lists them: what, and where it belongs."""
    return [f"{gap.what} ({path_text(data, gap.path)})" for gap in draft_gaps]

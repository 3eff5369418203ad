"""`seurantaraportti` as a Word file: the same paper as the PDF, in a layout of its own.

It is made of a region's follow-ups, meetings and saved history by `report`, not of its record
alone, so `generate` makes none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.heads import head
from sopimukset.documents.parties import Context
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.origin import LAJI, Blobs
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.report.summary import TITLE as SHORT_TITLE
from sopimukset.documents.report.summary import summary
from sopimukset.documents.report.whole import TITLE, Fixed, report, under_title
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import Kind, Making, Source, Subject, by_command, no_subjects
from sopimukset.formats.paper import Paper
from sopimukset.formats.word import Lohko, in_order, word_blocks

BY_COMMAND = mark("Seurantaraportti tehdään komennolla: sopimukset report {alue}")


class Seurantaraportti(Asiakirjapohja):
    """The report: lines under the title, then the paper's blocks."""

    alarivit: list[str]
    lohkot: list[Lohko]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportSubject(Subject):
    """A follow-up with all that its report tells.

    Attributes:
        blobs: the files that it prints facts of.
        short: whether it is the page for the parties' bodies.
    """

    matter: Matter
    blobs: Blobs
    short: bool = False


def report_subject(matter: Matter, source: Source, blobs: Blobs, *, short: bool) -> ReportSubject:
    """The subject of a report; its day is the period's last."""
    return ReportSubject(
        source=source,
        tunnus=matter.group,
        several=False,
        day=matter.days.end,
        path=(),
        matter=matter,
        blobs=blobs,
        short=short,
    )


def paper_of(subject: ReportSubject, making: Making) -> Paper:
    """The report as a paper, whatever file it becomes.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    pen = Pen(making.facts, making.register)
    if subject.short:
        return summary(subject.matter, pen, subject.blobs)
    return report(subject.matter, pen, subject.blobs, fixed_texts(subject, making))


def fixed_texts(subject: ReportSubject, making: Making) -> Sequence[Fixed]:
    """What every report says, by heading, as the library has it on the period's last day.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    clauses = clause_context(making, (), subject.own_day, {}, ())["lausekkeet"]
    if not isinstance(clauses, list):
        raise TypeError("clauses are a list")
    return [
        Fixed(item["otsikko"], tuple(one["teksti"] for one in item["kappaleet"]))
        for item in clauses
    ]


def context(subject: ReportSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Seurantaraportti`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    pen = Pen(making.facts, making.register)
    group, *lines = under_title(subject.matter, pen)
    title = pen.say(SHORT_TITLE if subject.short else TITLE)
    signed = subject.matter.item.laatija is not None and not subject.short
    found: Context = {
        "alarivit": [" · ".join(lines[: 1 + signed])],  # one line: the pages are full to the foot
        "lohkot": word_blocks(in_order(paper_of(subject, making))),
        "asiakirja": head(LAJI, pen.language, title, group, subject.day),
        "lausekkeet": [],
    }
    return found


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=no_subjects,
    context=context,
    shape=Seurantaraportti,
    unasked=False,
    why_nothing=by_command(BY_COMMAND),
)

"""`yhteistyorakenne`: the region's structure of cooperation, for all who need to know it.

The recommendations of 17.4.2024 ask that it be known to decision-makers, management, experts and
those who work with customers; no statute demands it. Persons are told of by title only.
"""

from __future__ import annotations

from sopimukset.base.speech import mark
from sopimukset.documents.actors import Actors
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.heads import head
from sopimukset.documents.parties import Context
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.structure_blocks import structure_blocks
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.formats.paper import Paper
from sopimukset.formats.word import Lohko, word_blocks
from sopimukset.tracking.roles import COUNTY, Role

LAJI = "yhteistyorakenne"
TITLE = mark("Yhteistyön rakenne")


class Rakenne(Asiakirjapohja):
    """The structure of cooperation: the paper's blocks."""

    lohkot: list[Lohko]


def structure_subjects(source: Source) -> list[Subject]:
    """The region, where it has recorded its structure of cooperation."""
    shared = source.alue.yhteistyorakenne
    if shared is None:
        return []
    return [
        Subject(
            source=source,
            tunnus=source.name,
            several=False,
            day=shared.paivitetty,
            path=("yhteistyorakenne",),
        )
    ]


def context(subject: Subject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Rakenne`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = making.facts
    pen = Pen(facts, making.register)
    title, name = pen.say(TITLE), pen.role(Role(COUNTY, subject.alue.alue))
    paper = Paper(title, facts.language, tuple(structure_blocks(Actors(pen), level=1)))
    found: Context = {
        "lohkot": word_blocks(paper),
        "asiakirja": head(LAJI, facts.language, title, name, subject.day),
    }
    return found | clause_context(making, (), subject.own_day, found, subject.path)


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=structure_subjects,
    context=context,
    shape=Rakenne,
)

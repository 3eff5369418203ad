"""A notice of a meeting with its agenda: when, where, who is called, what is handled.

The law doesn't prescribe a notice; that the leader prepares and presents the matters it does
(388/2024 4 § 2 mom), and so it does who the members and their personal deputies are (1 § 2 mom).
"""

from __future__ import annotations

from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context
from sopimukset.documents.contracts import short_title
from sopimukset.documents.facts import Facts, citation, day
from sopimukset.documents.heads import head
from sopimukset.documents.meetings import (
    ACCOUNT,
    PROPOSAL,
    SENDER,
    Kokoustiedot,
    MeetingSubject,
    MuuKutsuttu,
    Paikka,
    group_name,
    keeps_together,
    meeting_subjects,
    number,
    opens_unrecorded,
    others,
    presenter,
    recorded,
    seats,
    secretary,
    when_and_where,
    why_no_meeting,
    without_empty,
)
from sopimukset.documents.parties import Context
from sopimukset.documents.shape import Asiakirjapohja
from sopimukset.documents.subject import Kind, Making
from sopimukset.model.kokous import Asia

LAJI = "kokouskutsu"
TITLE, SHORT_TITLE = mark("Kokouskutsu ja esityslista"), mark("Kokouskutsu")


class EsityslistanAsia(TypedDict):
    """A matter on the agenda: `numero` is its section or its place."""

    numero: str
    otsikko: str
    esittelija: str
    peruste: str
    selostus: str
    ehdotus: str
    koossa: bool


class Kokouskutsu(Asiakirjapohja):
    """A notice of a meeting."""

    johtoryhma: str
    lahettaja: str
    kokous: Kokoustiedot
    kutsutut: list[Paikka]
    muut_kutsutut: list[MuuKutsuttu]
    avaus: bool
    asiat: list[EsityslistanAsia]
    asiat_puuttuvat: str


def context(subject: MeetingSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Kokouskutsu`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = making.facts
    name = group_name(subject, facts)
    matters = [_matter(facts, item, index) for index, item in enumerate(subject.meeting.asiat)]
    found: Context = {
        "johtoryhma": name,
        "lahettaja": _sender(subject, facts, name),
        "kokous": when_and_where(subject, facts, ended=False),
        "kutsutut": [row for _, row in seats(subject, making)],
        "muut_kutsutut": others(subject, facts),
        "avaus": opens_unrecorded(subject),
        "asiat": matters,
        "asiat_puuttuvat": "" if matters else facts.needed(None, "käsiteltävät asiat", ()),
        "asiakirja": head(
            LAJI,
            facts.language,
            facts.say(TITLE),
            facts.with_sami(subject.group.nimi, name),
            subject.meeting.pvm,
            short=_short(subject, facts, name),
            case=subject.case,
        ),
    }
    clauses = clause_context(making, (), subject.own_day, found, subject.path)
    return without_empty(clauses, found)


def _short(subject: MeetingSubject, facts: Facts, name: str) -> str:
    """The day and the group, whose loose pages are so told from those of others."""
    on = day(subject.meeting.pvm)
    titles = (f"{facts.say(title)} {on}" for title in (TITLE, SHORT_TITLE))
    return short_title(*(f"{title}, {name}" for title in titles), f"{facts.say(TITLE)} {on}")


def _sender(subject: MeetingSubject, facts: Facts, name: str) -> str:
    """The group, with its secretary of the day where one is recorded."""
    title = secretary(subject, facts)
    return facts.say(SENDER).format(johtoryhma=name, nimike=title) if title else name


def _matter(facts: Facts, matter: Asia, index: int) -> Context:
    path = ("asiat", index)
    account = recorded(facts, matter.selostus, ACCOUNT, path)
    proposal = recorded(facts, matter.ehdotus, PROPOSAL, path)
    return {
        "numero": number(facts, matter, index + 1),
        "otsikko": facts.needed_text(matter.otsikko, "asian otsikko", path),
        "esittelija": presenter(facts, matter, index),
        "peruste": citation(facts, matter.peruste),
        "selostus": account,
        "ehdotus": proposal,
        "koossa": keeps_together(account, proposal),
    }


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=meeting_subjects,
    context=context,
    shape=Kokouskutsu,
    why_nothing=why_no_meeting,
)

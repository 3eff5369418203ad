"""`nimeamispyynto`: each party is asked to name its members for a group's newest term.

One request for each legal person that must name members (388/2024 1 § 2 mom), with a form for the
answer. The chair is asked of the authority whose turn it is, the vice-chair of the county (3 mom).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents.clauses import clause_context, with_rooms
from sopimukset.documents.facts import day
from sopimukset.documents.group_subject import (
    GroupSubject,
    group_document,
    group_subjects,
    term_context,
    why_no_group,
)
from sopimukset.documents.groups import territory_context
from sopimukset.documents.parties import HELSINKI, Context, Parties
from sopimukset.documents.shape import Asiakirjapohja, Toimikausi
from sopimukset.documents.subject import Kind, Making, Source
from sopimukset.model import Luottamustoimi, Osapuoli
from sopimukset.register import Register, load
from sopimukset.tracking.roles import AUTHORITY, COUNTY, PARTNER, role_of
from sopimukset.tracking.territory import municipalities, roles_of_territory

LAJI = "nimeamispyynto"
TITLE = mark("Pyyntö nimetä johtoryhmän jäsenet")
SHORT = mark("Nimeämispyyntö")
CHAIR, VICE_CHAIR = mark("Puheenjohtaja"), mark("Varapuheenjohtaja")
WHOLE_TERM = mark("koko toimikausi")
ANOTHERS = mark("{aika}, jäsenen on nimennyt {nimi}")
EMPTY_ROWS = 2
"""Rows of the form for a party that no seat is recorded for: the decree gives no number."""


class Taho(TypedDict):
    """The sender or the recipient."""

    nimi: str
    roolit: str
    toimielin: str


class Ryhma(TypedDict):
    """The group that members are asked for."""

    nimi: str
    kunnat: list[str]
    koko_alue: bool
    useita_viranomaisia: bool


class Lomakerivi(TypedDict):
    """A seat to be filled in: its number, in which role, its own task."""

    numero: str
    kuvaus: str


class Puheenjohtajarivi(TypedDict):
    """The chair or the vice-chair to be named: for which days."""

    tehtava: str
    aika: str


class Paatosrivi(TypedDict):
    """A decision to be filled in: the body that it belongs to, where recorded."""

    tekija: str


class Nimeamispyynto(Asiakirjapohja):
    """A request to a party to name its members."""

    lahettaja: Taho
    vastaanottaja: Taho
    sama_oikeushenkilo: bool
    johtoryhma: Ryhma
    toimikausi: Toimikausi
    vastattava: str
    jasenyyksia: str
    pyydetaan_puheenjohtajaa: bool
    pyydetaan_varapuheenjohtajaa: bool
    hyvinvointialueen_tehtavissa: bool
    lomake: list[Lomakerivi]
    puheenjohtajat: list[Puheenjohtajarivi]
    paatokset: list[Paatosrivi]


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestSubject(GroupSubject):
    """A request to one legal person.

    Attributes:
        members: all parties that must name members to the group.
        recipient: those of them that are this legal person: one for each of its roles.
    """

    members: tuple[Osapuoli, ...]
    recipient: tuple[Osapuoli, ...]

    @property
    def own(self) -> frozenset[str]:
        """The recipient's ids."""
        return frozenset(item.tunnus for item in self.recipient)


def context(subject: RequestSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Nimeamispyynto`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts, parties = making.facts, making.parties
    sender = _sender(subject)
    chairs = _chairs(subject, parties)
    seats = [item for item in subject.group.jasenet if item.nimeaja in subject.own]
    found: Context = {
        "asiakirja": group_document(subject, facts, LAJI, TITLE, SHORT),
        "lahettaja": _side(parties, sender, subject),
        "vastaanottaja": _side(parties, subject.recipient, subject),
        "sama_oikeushenkilo": any(item.tunnus in subject.own for item in sender),
        "johtoryhma": {
            **territory_context(making, subject.group_index),
            "useita_viranomaisia": sum(item.rooli == AUTHORITY for item in subject.members) > 1,
        },
        "toimikausi": term_context(subject, facts),
        "vastattava": day(subject.term.nimettava_viimeistaan),
        "jasenyyksia": str(len(seats) or ""),
        "pyydetaan_puheenjohtajaa": any(row["tehtava"] == facts.say(CHAIR) for row in chairs),
        "pyydetaan_varapuheenjohtajaa": any(
            row["tehtava"] == facts.say(VICE_CHAIR) for row in chairs
        ),
        "hyvinvointialueen_tehtavissa": subject.alue.alue == HELSINKI,
        "lomake": _form(subject, parties),
        "puheenjohtajat": chairs,
        "paatokset": [{"tekija": facts.text(item.toimielin)} for item in subject.recipient],
    }
    clauses = clause_context(making, (), subject.own_day, found, subject.path)
    return found | with_rooms(clauses)


def _sender(subject: RequestSubject) -> tuple[Osapuoli, ...]:
    """The authority that sets the group; the only one where nothing else is recorded."""
    group = subject.group
    setting, agreed = subject.term.asettaminen, group.sopimus_asettajasta
    setter = (setting and setting.asettaja) or (agreed and agreed.asettaja)
    authorities = [item for item in subject.members if item.rooli == AUTHORITY]
    if setter is None and len(authorities) == 1:
        return (authorities[0],)
    return tuple(item for item in subject.alue.osapuolet if item.tunnus == setter)


def _side(parties: Parties, side: Sequence[Osapuoli], subject: RequestSubject) -> Context:
    facts = parties.facts
    if not side:
        setter = facts.needed(None, "johtoryhmän asettaja", subject.term_path)
        return {"nimi": setter, "roolit": "", "toimielin": ""}
    bodies = dict.fromkeys(facts.text(item.toimielin) for item in side)
    return {
        "nimi": parties.signing(side[0]),
        "roolit": ", ".join(dict.fromkeys(parties.role(item) for item in side)),
        "toimielin": "; ".join(body for body in bodies if body),
    }


def _form(subject: RequestSubject, parties: Parties) -> list[Context]:
    """A row for each recorded seat of the recipient, role by role; empty rows where none is."""
    rows: list[Context] = []
    for party in subject.recipient:
        role = parties.role(party) if len(subject.recipient) > 1 else ""
        seats = [item for item in subject.group.jasenet if item.nimeaja == party.tunnus]
        tasks = [parties.facts.text(seat.tehtava) for seat in seats] or [""] * EMPTY_ROWS
        rows += [{"kuvaus": ", ".join(filter(None, (role, task)))} for task in tasks]
    return [{"numero": str(number), **row} for number, row in enumerate(rows, 1)]


def _chairs(subject: RequestSubject, parties: Parties) -> list[Context]:
    """The chair's and the vice-chair's rows of the form, where naming them is the recipient's."""
    group, agreed = subject.group, subject.group.sopimus_asettajasta
    chair = agreed.puheenjohtajan_nimeaja if agreed else None
    return [
        *_turns(subject, parties, CHAIR, AUTHORITY, chair, group.puheenjohtaja),
        *_turns(
            subject,
            parties,
            VICE_CHAIR,
            COUNTY,
            group.varapuheenjohtajan_nimeaja,
            group.varapuheenjohtaja,
        ),
    ]


def _turns(
    subject: RequestSubject,
    parties: Parties,
    title: str,
    role: str,
    agreed: str | None,
    holders: Sequence[Luottamustoimi],
) -> list[Context]:
    """A row for each turn of the recipient; one for the whole term where no turns are recorded."""
    facts, term = parties.facts, subject.term.jakso
    there = [item for item in holders if item.jakso and term and item.jakso.overlaps(term)]
    turns = [item for item in there if (item.nimeaja or agreed) in subject.own]
    if not turns and not _is_asked(subject, role, agreed, there):
        return []
    times = [_turn(subject, parties, item) for item in turns]
    if len(there) < 2:
        times = [facts.say(WHOLE_TERM)]
    return [{"tehtava": facts.say(title), "aika": time} for time in times]


def _turn(subject: RequestSubject, parties: Parties, turn: Luottamustoimi) -> str:
    """The days of a turn; where another party's member has it, with whose member it is."""
    time = parties.facts.since_until(turn.alkaen, turn.paattyen)
    namers = [item.nimeaja for item in subject.group.jasenet if item.tunnus == turn.jasen]
    others = [
        item
        for item in namers
        if item is not None and item in parties.by_tunnus and item not in subject.own
    ]
    if not others:
        return time
    name = parties.official(others[0], "jäsenen nimeäjä", subject.group_path)
    return parties.facts.say(ANOTHERS).format(aika=time, nimi=name)


def _is_asked(
    subject: RequestSubject, role: str, agreed: str | None, there: Sequence[Luottamustoimi]
) -> bool:
    """Whether it was agreed on the recipient, or it is the only one that may name."""
    if agreed or any(item.nimeaja for item in there):
        return agreed in subject.own and not there
    able = {item.tunnus for item in subject.members if item.rooli == role}
    return bool(able) and able <= subject.own


def _subjects(source: Source) -> list[RequestSubject]:
    """A request for each legal person that must name members to a group with a dated term."""
    several = len(source.alue.johtoryhmat) > 1
    register = load()
    found = []
    for base in group_subjects(source):
        members = _must_name(base, register)
        for recipient in _by_legal_person(members):
            name = recipient[0].tunnus
            found.append(
                RequestSubject(
                    source=source,
                    tunnus=f"{base.tunnus}-{name}" if several else name,
                    several=True,
                    day=base.day,
                    path=base.path,
                    case=base.case,
                    group_index=base.group_index,
                    term_index=base.term_index,
                    members=members,
                    recipient=recipient,
                )
            )
    return found


def _must_name(subject: GroupSubject, register: Register) -> tuple[Osapuoli, ...]:
    """The parties of the group's territory in the term; those with a seat where none is known."""
    names = municipalities(subject.group, subject.alue.alue, register)
    roles = roles_of_territory(names, register) if names else ()
    seats = {item.nimeaja for item in subject.group.jasenet}
    term = subject.term.jakso
    return tuple(
        item
        for item in subject.alue.osapuolet
        if item.rooli != PARTNER
        and (role_of(item) in roles or (not roles and item.tunnus in seats))
        and not (term and item.jakso and not item.jakso.overlaps(term))
    )


def _by_legal_person(members: Sequence[Osapuoli]) -> list[tuple[Osapuoli, ...]]:
    persons: dict[str, list[Osapuoli]] = {}
    for item in members:
        persons.setdefault(str(item.oikeushenkilo or item.tunnus), []).append(item)
    return [tuple(items) for items in persons.values()]


KIND = Kind(
    laji=LAJI,
    nimi=TITLE,
    subjects=_subjects,
    context=context,
    shape=Nimeamispyynto,
    why_nothing=why_no_group,
)

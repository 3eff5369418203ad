"""Proposals for decisions, as text to paste: one for each matter, group and deciding party.

The matters: setting the group, naming members, approving the agreement, naming the leader.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from typing import Any, cast

from sopimukset.base.speech import mark, say
from sopimukset.documents.agreement import TYM
from sopimukset.documents.clauses import clause_context, with_rooms
from sopimukset.documents.contracts import short_title
from sopimukset.documents.decision_facts import (
    approving,
    leading,
    negotiation,
    setting,
)
from sopimukset.documents.decision_naming import (
    names_several,
    naming,
    naming_days,
    naming_titles,
    office_parties,
)
from sopimukset.documents.decisions import (
    ROOM_FOR_CASE,
    Asettaminen,
    DecisionSubject,
    Hyvaksyminen,
    JohtavanNimeaminen,
    Nimeaminen,
    Paatosehdotus,
    appeal,
    blank,
    decided,
    decider,
    named,
)
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.groups import group_context
from sopimukset.documents.meetings import without_empty
from sopimukset.documents.parties import Context
from sopimukset.documents.shape import Johtoryhma as GroupShape
from sopimukset.documents.subject import Kind, Making, Source
from sopimukset.formats.word import gap
from sopimukset.model import Johtoryhma, Lausekekirjasto

LAJI = "paatosehdotus"
SET, NAME, APPROVE, LEAD = "asettaminen", "nimeaminen", "hyvaksyminen", "johtava-henkilo"
TITLES = {
    SET: mark("Monialaisen tuen johtoryhmän asettaminen"),
    APPROVE: mark("Monialaisen tuen yhteistyösopimuksen hyväksyminen"),
    LEAD: mark("Yhteistoimintamallin organisointia johtavan henkilön nimeäminen"),
}
PROPOSAL = mark("Päätösehdotus")
MEMO, AGREED = mark("Neuvottelumuistio {paiva}"), mark("Sopimus asettajasta {paiva}")
AGREEMENT = mark("Monialaisen tuen yhteistyösopimus liitteineen")
EXTRACT = mark("Ote johtoryhmän pöytäkirjasta {paiva}")
PERSON, PEOPLE = mark("nimetty henkilö"), mark("nimetyt henkilöt")
SECRETARY = mark("johtoryhmän sihteeri")
THE_GROUP = mark("johtoryhmä")


def context(subject: DecisionSubject, making: Making) -> Context:
    """Everything that the layout prints but for the document's marks; see `Paatosehdotus`.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = making.facts
    name = facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.group_path)
    found: Context = {
        "asiatunnus": subject.case or gap(facts.say(ROOM_FOR_CASE)),
        "paatetty": decided(facts, subject.decision),
        "paattaja": decider(subject, making),
        "johtoryhma": {**blank(GroupShape), "nimi": name},
        "muutoksenhaku": appeal(subject, making),
        "asettaminen": blank(Asettaminen),
        "nimeaminen": blank(Nimeaminen),
        "hyvaksyminen": blank(Hyvaksyminen),
        "johtava_henkilo": blank(JohtavanNimeaminen),
        **MATTERS[subject.matter](subject, making),
    }
    found["asiakirja"] = _document(subject, facts, name, found)
    own = replace(making, library=_of_matter(making.library, subject.matter))
    clauses = clause_context(own, (), subject.own_day, found, subject.path)
    return without_empty(_without_lone_items(with_rooms(clauses)), found)


def _without_lone_items(clauses: Context) -> Context:
    """The clauses with the only item of a numbered list as text: one alone needs no number."""
    told = cast(list[dict[str, Any]], clauses["lausekkeet"])
    return {
        **clauses,
        "lausekkeet": [
            {**clause, "kappaleet": list(_lone_as_text(clause["kappaleet"]))} for clause in told
        ],
    }


def _lone_as_text(parts: Sequence[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for kind, group in groupby(parts, key=itemgetter("laji")):
        items = list(group)
        lone = kind == "kohta" and len(items) == 1
        yield from ({**item, "laji": "teksti"} if lone else item for item in items)


def _of_matter(library: Lausekekirjasto, matter: str) -> Lausekekirjasto:
    """The clauses of the matter and those that all matters have."""
    others = tuple(f"{item}-" for item in MATTERS if item != matter)
    kept = tuple(item for item in library.lausekkeet if not item.tunnus.startswith(others))
    return library.model_copy(update={"lausekkeet": kept})


def _titles(subject: DecisionSubject, facts: Facts, found: Context) -> tuple[str, str]:
    """What is decided (of naming, whom), and in few words, "" where there are none."""
    if subject.matter == NAME:
        return naming_titles(facts, cast(Context, found[NAME]))
    return facts.say(TITLES[subject.matter]), ""


def _document(subject: DecisionSubject, facts: Facts, name: str, found: Context) -> Context:
    title, brief = _titles(subject, facts, found)
    proposal = facts.say(PROPOSAL)
    short = f"{proposal}: {brief}" if brief else proposal
    return {
        "laji": LAJI,
        "kieli": facts.language,
        "otsikko": title,
        "alaotsikko": name,
        "lyhyt_otsikko": short_title(f"{proposal}: {title}", short),
        "paiva": day(subject.day),
        "asiatunnus": subject.case,
        "sailytysaika": "",
    }


# The matters -------------------------------------------------------------------------------------


def _set(subject: DecisionSubject, making: Making) -> Context:
    facts, agreed = making.facts, subject.group.sopimus_asettajasta
    found, held = setting(subject, making), negotiation(subject)
    annexes = [facts.say(MEMO).format(paiva=day(held.pvm))] if held else []
    if agreed and agreed.pvm:
        annexes.append(facts.say(AGREED).format(paiva=day(agreed.pvm)))
    told = named(making, [seat.nimeaja for seat in subject.group.jasenet], subject.party)
    return {
        SET: found,
        "johtoryhma": group_context(
            making, subject.group_index, subject.own_day, making.parties.official
        ),
        "liitteet": annexes,
        "tiedoksi": told,
    }


def _name(subject: DecisionSubject, making: Making) -> Context:
    found = naming(subject, making)
    terms = subject.group.toimikaudet
    setters = [term.asettaminen.asettaja for term in terms if term.asettaminen]
    others = [*setters[-1:], *office_parties(subject)]
    people = PEOPLE if names_several(found) else PERSON
    words = [making.facts.say(item) for item in (people, SECRETARY)]
    told = [*named(making, others, subject.party), *words]
    return {NAME: found, "liitteet": [], "tiedoksi": _begun(told)}


def _approve(subject: DecisionSubject, making: Making) -> Context:
    agreement = subject.alue.sopimukset[subject.index]
    return {
        APPROVE: approving(subject, making),
        "liitteet": [making.facts.say(AGREEMENT)],
        "tiedoksi": named(making, agreement.osapuolet, subject.party),
    }


def _lead(subject: DecisionSubject, making: Making) -> Context:
    facts = making.facts
    found = leading(subject, making)
    people = PEOPLE if found["nimike"] and found["varahenkilo"] else PERSON
    approved = [found["hyvaksytty"] or found["varahenkilo_hyvaksytty"]]
    others = named(making, [seat.nimeaja for seat in subject.group.jasenet], subject.party)
    return {
        "johtava_henkilo": found,
        "liitteet": [facts.say(EXTRACT).format(paiva=item) for item in approved if item],
        "tiedoksi": _begun([facts.say(people), facts.say(THE_GROUP), *others]),
    }


def _begun(told: list[str]) -> list[str]:
    """Who is told of the decision; the first begins a line, and so with a capital letter."""
    first, *rest = told
    return [f"{first[:1].upper()}{first[1:]}", *rest]


MATTERS: dict[str, Callable[[DecisionSubject, Making], Context]] = {
    SET: _set,
    NAME: _name,
    APPROVE: _approve,
    LEAD: _lead,
}


# What a record holds -----------------------------------------------------------------------------


def _subjects(source: Source) -> list[DecisionSubject]:
    found: list[DecisionSubject] = []
    for index, group in enumerate(source.alue.johtoryhmat):
        found += _settings(source, index, group)
        found += _namings(source, index, group)
        found += _leaders(source, index, group)
    return [*found, *_approvals(source)]


def _settings(source: Source, place: int, group: Johtoryhma) -> Iterator[DecisionSubject]:
    agreed = group.sopimus_asettajasta
    for index, term in enumerate(group.toimikaudet):
        decision = term.asettaminen
        party = (decision.asettaja if decision else None) or (agreed.asettaja if agreed else None)
        yield DecisionSubject(
            source=source,
            tunnus=_tunnus(SET, group.tunnus, party),
            several=True,
            day=term.alkaen,
            path=("johtoryhmat", place, "toimikaudet", index),
            case=(decision.asiatunnus if decision else None) or "",
            matter=SET,
            group_index=place,
            party=party,
            decision=decision,
            index=index,
        )


def _namings(source: Source, place: int, group: Johtoryhma) -> Iterator[DecisionSubject]:
    for party in source.alue.osapuolet:
        for on, decision in naming_days(party.tunnus, group):
            yield DecisionSubject(
                source=source,
                tunnus=_tunnus(NAME, group.tunnus, party.tunnus),
                several=True,
                day=on,
                path=("johtoryhmat", place, "jasenet"),
                case=(decision.asiatunnus if decision else None) or "",
                matter=NAME,
                group_index=place,
                party=party.tunnus,
                decision=decision,
            )


def _leaders(source: Source, place: int, group: Johtoryhma) -> Iterator[DecisionSubject]:
    agreed = group.sopimus_asettajasta
    for index, task in enumerate(group.johtavat_henkilot):
        party = task.nimeaja or (agreed.johtavan_henkilon_nimeaja if agreed else None)
        own = f"-{task.tunnus}" if len(group.johtavat_henkilot) > 1 else ""
        people = (*task.varahenkilot, *task.nimetyt)
        starts = {item.alkaen: item.paatos for item in people}
        for on, decision in sorted(starts.items(), key=lambda item: str(item[0])):
            yield DecisionSubject(
                source=source,
                tunnus=_tunnus(LEAD, group.tunnus, party) + own,
                several=True,
                day=on,
                path=("johtoryhmat", place, "johtavat_henkilot", index),
                case=(decision.asiatunnus if decision else None) or "",
                matter=LEAD,
                group_index=place,
                party=party,
                decision=decision,
                index=index,
            )


def _approvals(source: Source) -> Iterator[DecisionSubject]:
    groups = {item.tunnus: index for index, item in enumerate(source.alue.johtoryhmat)}
    for index, agreement in enumerate(source.alue.sopimukset):
        tunnus = agreement.johtoryhma or (next(iter(groups)) if len(groups) == 1 else None)
        if agreement.laji != TYM or tunnus not in groups:
            continue
        approvals = {item.osapuoli: item for item in agreement.hyvaksynnat}
        for party in agreement.osapuolet:
            decision = approvals.get(party)
            yield DecisionSubject(
                source=source,
                tunnus=_tunnus(APPROVE, agreement.tunnus, party),
                several=True,
                day=agreement.voimassa.alkaen if agreement.voimassa else None,
                path=("sopimukset", index),
                case=(decision.asiatunnus if decision else None) or "",
                matter=APPROVE,
                group_index=groups[tunnus],
                party=party,
                decision=decision,
                index=index,
            )


def _tunnus(*parts: str | None) -> str:
    return "-".join(part for part in parts if part)


def _why_nothing(_source: Source) -> Iterator[str]:
    yield say("Johtoryhmää, jäseniä tai sopimusta, joista päätetään, ei ole kirjattu.")


KIND = Kind(
    laji=LAJI,
    nimi=PROPOSAL,
    subjects=_subjects,
    context=context,
    shape=Paatosehdotus,
    why_nothing=_why_nothing,
)

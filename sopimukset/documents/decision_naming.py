"""The facts of a decision that names members, deputies, chair or vice-chair (388/2024 1 §)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from sopimukset.base.speech import mark
from sopimukset.documents.decisions import DecisionSubject, reference
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.groups import term_of
from sopimukset.documents.meetings import holders, person
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.people import DEPUTY, MEMBER
from sopimukset.documents.subject import Making
from sopimukset.model import Jasenyys, Johtoryhma, Luottamustoimi, Nimetty, Paatos, Toimikausi
from sopimukset.model.paths import Path

TERM = mark("{alkaen}–{paattyen}")
NAMING = mark("{ketka} nimeäminen monialaisen tuen johtoryhmään")
BRIEFLY = mark("{ketka} nimeäminen")
WHOM = {
    "jasen": (mark("jäsenen"), mark("jäsenten")),
    "varajasen": (mark("varajäsenen"), mark("varajäsenten")),
}
"""Who is named to seats, one and several; deputies are told of where no member is named."""
OFFICES = {"puheenjohtaja": mark("puheenjohtajan"), "varapuheenjohtaja": mark("varapuheenjohtajan")}


def naming(subject: DecisionSubject, making: Making) -> Context:
    """Whom the party names from the day, and of the group what is known by then."""
    facts, parties = making.facts, making.parties
    term = term_of(subject.group, subject.own_day)
    setting_decision = term.asettaminen if term else None
    place = (*subject.group_path, "toimikaudet")
    end = facts.needed(day(term.paattyen if term else None), "toimikauden loppu", place)
    start = facts.needed(day(term.alkaen if term else None), "toimikauden alku", place)
    known = setting_decision if _is_known(subject, setting_decision) else None
    setter = setting_decision.asettaja if setting_decision else None
    return {
        "alkaen": facts.needed(day(subject.day), "nimeämisen alkamispäivä", subject.path),
        "toimikausi": facts.say(TERM).format(alkaen=start, paattyen=end),
        "paattyen": end,
        "asettaja": parties.official(setter, "johtoryhmän asettaja", place),
        "asetettu": reference(facts, known, parties.by_tunnus.get(setter or "")),
        "nimettavat": _named_seats(subject, facts),
        **_offices(subject, parties, term),
    }


def naming_titles(facts: Facts, found: Context) -> tuple[str, str]:
    """What the decision is called: "Jäsenten ja puheenjohtajan nimeäminen …", and briefly."""
    whom = facts.listed([*_whom(facts, found), *_which_offices(facts, found)])
    told = [facts.say(item).format(ketka=whom) for item in (NAMING, BRIEFLY)]
    title, brief = (f"{item[:1].upper()}{item[1:]}" for item in told)
    return title, brief


def names_several(found: Context) -> bool:
    """Whether the decision names more than one person; an office goes to one named or sitting."""
    seats = [row[key] for row in cast("list[Context]", found["nimettavat"]) for key in WHOM]
    return sum(map(bool, seats or (found[key] for key in OFFICES))) > 1


def _whom(facts: Facts, found: Context) -> list[str]:
    """Who is named to seats: members, of whom each has a deputy, else deputies."""
    rows = cast("list[Context]", found["nimettavat"])
    for key, (one, several) in WHOM.items():
        number = sum(bool(row[key]) for row in rows)
        if number:
            return [facts.say(several if number > 1 else one)]
    return []


def _which_offices(facts: Facts, found: Context) -> list[str]:
    return [facts.say(office) for key, office in OFFICES.items() if found[key]]


def _is_known(subject: DecisionSubject, setting_decision: Paatos | None) -> bool:
    """Whether the group was set before this decision: naming may come first."""
    made = setting_decision.pvm if setting_decision else None
    own = subject.decision.pvm if subject.decision else None
    limit = own or subject.day
    return made is not None and limit is not None and made <= limit


# The days of a party's decisions -----------------------------------------------------------------


def naming_days(party: str, group: Johtoryhma) -> list[tuple[date | None, Paatos | None]]:
    """The days from which the party names somebody, each with the decision recorded of it.

    A person without a first day is named from the group's first term's first day.
    """
    first = _first(group)
    found: dict[date | None, Paatos | None] = {}
    for item in _named_by(party, group):
        key = item.alkaen or first
        found[key] = found.get(key) or item.paatos
    if any(seat.nimeaja == party and not seat.nimetyt for seat in group.jasenet):
        found.setdefault(first, None)
    return sorted(found.items(), key=lambda item: item[0] or date.min)


def _named_by(party: str, group: Johtoryhma) -> Iterator[Nimetty | Luottamustoimi]:
    """Those whom the party names: members and their deputies, then chairs and vice-chairs."""
    for seat in group.jasenet:
        if seat.nimeaja == party:
            yield from seat.nimetyt
        yield from _deputies_of(party, seat)
    offices = (*group.puheenjohtaja, *group.varapuheenjohtaja)
    yield from (item for item in offices if item.nimeaja == party)


def _deputies_of(party: str | None, seat: Jasenyys) -> Iterator[Nimetty]:
    return (item for item in seat.varajasenet if (item.nimeaja or seat.nimeaja) == party)


def _first(group: Johtoryhma) -> date | None:
    return next((term.alkaen for term in group.toimikaudet), None)


# Members and deputies ----------------------------------------------------------------------------


def _named_seats(subject: DecisionSubject, facts: Facts) -> list[Context]:
    rows: list[Context] = []
    first = _first(subject.group)
    for index, seat in enumerate(subject.group.jasenet):
        path = (*subject.group_path, "jasenet", index)
        members = _split(facts, seat.nimetyt, subject.day, first, (*path, "nimetyt"))
        deputies = _split(facts, seat.varajasenet, subject.day, first, (*path, "varajasenet"))
        own = seat.nimeaja == subject.party
        names_deputy = any(_deputies_of(subject.party, seat))
        new = (members[0] if own else "", deputies[0] if names_deputy else "")
        if own and subject.day == first and not any(members):
            new = (facts.needed(None, MEMBER, path), new[1])
        if any(new):
            rows.append(
                {
                    "jasen": new[0],
                    "varajasen": new[1],
                    "nykyinen_jasen": "" if new[0] else members[1],
                    "nykyinen_varajasen": ""
                    if new[1]
                    else deputies[1] or facts.needed(None, DEPUTY, (*path, "varajasenet")),
                }
            )
    return rows


def _split(
    facts: Facts, people: Sequence[Nimetty], on: date | None, first: date | None, path: Path
) -> tuple[str, str]:
    """Who begins on the day, and who is there already."""
    new = [
        person(facts, item, (*path, index))
        for index, item in enumerate(people)
        if (item.alkaen or first) == on
    ]
    old = [
        person(facts, item, (*path, index))
        for index, item in (holders(people, on) if on else [])
        if (item.alkaen or first) != on
    ]
    return ", ".join(new), ", ".join(old)


# Chair and vice-chair ----------------------------------------------------------------------------


def office_parties(subject: DecisionSubject) -> list[str | None]:
    """The parties whose members the decision names chair or vice-chair."""
    group = subject.group
    begun = (_begun(subject, item) for item in (group.puheenjohtaja, group.varapuheenjohtaja))
    seats = {office.jasen for office in begun if office}
    return [seat.nimeaja for seat in group.jasenet if seat.tunnus in seats]


def _offices(subject: DecisionSubject, parties: Parties, term: Toimikausi | None) -> Context:
    """Whom the party names chair or vice-chair from the day, "" where nobody, and until when.

    The last day is "" where the office lasts as long as the term.
    """
    found: Context = {}
    offices = (subject.group.puheenjohtaja, subject.group.varapuheenjohtaja)
    for key, turns in zip(OFFICES, offices, strict=True):
        turn = _begun(subject, turns)
        ends = turn.paattyen if turn and term and turn.paattyen != term.paattyen else None
        found[key] = _holder(subject, parties, turn) if turn else ""
        found[f"{key}_paattyen"] = day(ends)
    return found


def _begun(subject: DecisionSubject, offices: Sequence[Luottamustoimi]) -> Luottamustoimi | None:
    """The turn that the party names somebody to from the day."""
    first = _first(subject.group)
    own = (item for item in offices if item.nimeaja == subject.party)
    return next((item for item in own if (item.alkaen or first) == subject.day), None)


def _holder(subject: DecisionSubject, parties: Parties, turn: Luottamustoimi) -> str:
    """Who holds the office's seat on the day; of another party's member with whose member it is."""
    facts, first = parties.facts, _first(subject.group)
    for index, seat in enumerate(subject.group.jasenet):
        if seat.tunnus == turn.jasen:
            path = (*subject.group_path, "jasenet", index)
            new, old = _split(facts, seat.nimetyt, subject.day, first, (*path, "nimetyt"))
            told = new or old or facts.needed(None, MEMBER, (*path, "nimetyt"))
            if seat.nimeaja == subject.party:
                return told
            return f"{told} ({parties.official(seat.nimeaja, 'jäsenen nimeäjä', path)})"
    return ""

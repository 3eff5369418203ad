"""The facts of the four matters that a proposal for a decision may be about."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sopimukset.base.amounts import NBSP
from sopimukset.base.dates import in_finnish
from sopimukset.base.speech import mark
from sopimukset.documents.contracts import months
from sopimukset.documents.decisions import DecisionSubject, named, reference
from sopimukset.documents.facts import Facts, day, number
from sopimukset.documents.groups import term_of
from sopimukset.documents.meetings import holders, person
from sopimukset.documents.parties import Context
from sopimukset.documents.people import DEPUTY, MEMBER
from sopimukset.documents.resources import UNITS, cost_rows
from sopimukset.documents.subject import Making
from sopimukset.model import (
    Henkilostorivi,
    Johtoryhma,
    Luottamustoimi,
    Neuvottelu,
    Nimetty,
    NimettyJohtaja,
)
from sopimukset.model.paths import Path
from sopimukset.tracking.territory import municipalities

TERM = mark("{alkaen}–{paattyen}")

# (a) Setting the group ---------------------------------------------------------------------------


def setting(subject: DecisionSubject, making: Making) -> Context:
    """What setting rests on: the negotiation, the authorities' agreement, the term."""
    facts, group = making.facts, subject.group
    term = group.toimikaudet[subject.index]
    held = negotiation(subject)
    agreed = group.sopimus_asettajasta
    return {
        "alkaen": facts.needed(day(term.alkaen), "toimikauden alku", subject.path),
        "paattyen": facts.needed(day(term.paattyen), "toimikauden loppu", subject.path),
        "sovittu": _agreed(subject, making),
        "neuvoteltu": facts.needed(
            day(held.pvm if held else None),
            "neuvottelu johtoryhmien määrästä ja toimialueista",
            ("neuvottelut",),
        ),
        "neuvottelun_tulos": facts.text(held.tulos) if held else "",
        "sopineet": named(making, agreed.osapuolet) if agreed else [],
        "nimeajat": named(making, [seat.nimeaja for seat in group.jasenet]),
    }


def _agreed(subject: DecisionSubject, making: Making) -> str:
    """The day of the authorities' agreement; a gap where the group has several and none agreed."""
    agreed = subject.group.sopimus_asettajasta
    names = municipalities(subject.group, subject.alue.alue, making.register) or frozenset()
    told = day(agreed.pvm if agreed else None)
    if told or len(making.register.authorities_of(names)) < 2:
        return told
    path = (*subject.group_path, "sopimus_asettajasta")
    return making.facts.needed(None, "työvoimaviranomaisten sopimus asettajasta", path)


def negotiation(subject: DecisionSubject) -> Neuvottelu | None:
    """The last negotiation on the groups before the setting (381/2023 9 § 1 mom)."""
    decided = subject.decision.pvm if subject.decision else None
    limit = decided or subject.day or date.max
    held = [
        item
        for item in subject.alue.neuvottelut
        if item.laji == "johtoryhmat" and item.pvm is not None and item.pvm <= limit
    ]
    return max(held, key=lambda item: item.pvm or date.min, default=None)


# (b) Naming --------------------------------------------------------------------------------------


def naming(subject: DecisionSubject, making: Making) -> Context:
    """Whom the party names from the day, and of the group what is known by then."""
    facts, group = making.facts, subject.group
    term = term_of(group, subject.own_day)
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
        "asettaja": making.parties.name(setter, "johtoryhmän asettaja", place),
        "asetettu": reference(facts, known, making.parties.by_tunnus.get(setter or "")),
        "nimettavat": _named_seats(subject, facts),
        "puheenjohtaja": _office(subject, facts, group.puheenjohtaja),
        "varapuheenjohtaja": _office(subject, facts, group.varapuheenjohtaja),
    }


def _is_known(subject: DecisionSubject, setting_decision: object) -> bool:
    """Whether the group was set before this decision: naming may come first."""
    made = getattr(setting_decision, "pvm", None)
    own = subject.decision.pvm if subject.decision else None
    limit = own or subject.day
    return made is not None and limit is not None and made <= limit


def naming_days(subject_party: str, group: Johtoryhma) -> list[tuple[date | None, Nimetty | None]]:
    """The days from which the party names somebody, each with a person whose decision tells of it.

    A person without a first day is named from the group's first term's first day.
    """
    first = next((term.alkaen for term in group.toimikaudet), None)
    found: dict[date | None, Nimetty | None] = {}
    for seat in group.jasenet:
        people: list[Nimetty] = list(seat.nimetyt) if seat.nimeaja == subject_party else []
        people += [
            item for item in seat.varajasenet if (item.nimeaja or seat.nimeaja) == subject_party
        ]
        for item in people:
            key = item.alkaen or first
            if key not in found or (found[key] and not _decided(found[key]) and item.paatos):
                found[key] = item
        if seat.nimeaja == subject_party and not seat.nimetyt:
            found.setdefault(first, None)
    for office in (*group.puheenjohtaja, *group.varapuheenjohtaja):
        if office.nimeaja == subject_party:
            found.setdefault(office.alkaen or first, None)
    return sorted(found.items(), key=lambda item: item[0] or date.min)


def _decided(item: Nimetty | None) -> bool:
    return item is not None and item.paatos is not None


def _named_seats(subject: DecisionSubject, facts: Facts) -> list[Context]:
    rows: list[Context] = []
    group = subject.group
    first = next((term.alkaen for term in group.toimikaudet), None)
    for index, seat in enumerate(group.jasenet):
        path = (*subject.group_path, "jasenet", index)
        members = _split(facts, seat.nimetyt, subject.day, first, (*path, "nimetyt"))
        deputies = _split(facts, seat.varajasenet, subject.day, first, (*path, "varajasenet"))
        own = seat.nimeaja == subject.party
        new = (members[0] if own else "", deputies[0] if _names_deputy(subject, index) else "")
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


def _names_deputy(subject: DecisionSubject, index: int) -> bool:
    seat = subject.group.jasenet[index]
    return any((item.nimeaja or seat.nimeaja) == subject.party for item in seat.varajasenet)


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


def _office(subject: DecisionSubject, facts: Facts, offices: Sequence[Luottamustoimi]) -> str:
    """The title of whom the party names chair or vice-chair from the day; "" where nobody."""
    group = subject.group
    first = next((term.alkaen for term in group.toimikaudet), None)
    for office in offices:
        if office.nimeaja != subject.party or (office.alkaen or first) != subject.day:
            continue
        for index, seat in enumerate(group.jasenet):
            if seat.tunnus == office.jasen:
                path = (*subject.group_path, "jasenet", index, "nimetyt")
                new, old = _split(facts, seat.nimetyt, subject.day, first, path)
                return new or old or facts.needed(None, MEMBER, path)
    return ""


# (c) Approving the agreement ---------------------------------------------------------------------


def approving(subject: DecisionSubject, making: Making) -> Context:
    """What the party approves: the agreement in a few facts, and the party's own part of it."""
    facts = making.facts
    agreement = subject.alue.sopimukset[subject.index]
    dates = agreement.voimassa
    signed = {item.osapuoli: item for item in agreement.allekirjoitukset}
    signature = signed.get(subject.party)
    approved = {item.osapuoli: item for item in agreement.hyvaksynnat}.get(subject.party)
    rows = cost_rows(facts, making.parties, agreement, subject.path, dates.jakso if dates else None)
    return {
        "asiatunnus": agreement.asiatunnus or "",
        "osapuolet": making.parties.marked(agreement.osapuolet),
        "alkaen": facts.needed(
            day(dates.alkaen if dates else None), "voimaantulopäivä", (*subject.path, "voimassa")
        ),
        "paattyen": day(dates.paattyen if dates else None),
        "irtisanomisaika": months(facts, agreement.irtisanomisaika_kk),
        "henkilosto": _own_staff(subject, facts),
        "kustannukset": [f"{row['kohteet']} ({_shares(row)})" for row in rows],
        "kelan_osallistuminen": facts.text(agreement.kelan_osallistuminen),
        "allekirjoittaja": facts.text(signature.nimike) if signature else "",
        "ehto": facts.text(approved.ehto) if approved else "",
    }


def _shares(row: Context) -> str:
    shares = row["osuudet"]
    return "; ".join(shares) if isinstance(shares, list) else ""


def _own_staff(subject: DecisionSubject, facts: Facts) -> list[str]:
    """The staff that the party assigns to the group's territory: "asiantuntija 8,5 htv".

    Rows of one task, unit and time are added up; those of different times tell their days.
    """
    found: dict[tuple[str, str, str], list[tuple[int, Decimal | None]]] = {}
    for index, row in _rows_of(subject):
        path = ("henkilosto", index)
        task = facts.needed_text(row.tehtava, "tehtävä", path)
        unit = UNITS.get(row.yksikko or "")
        shown = facts.say(unit) if unit else facts.needed(None, "määrän yksikkö", path)
        key = (task, shown, facts.since_until(row.alkaen, row.paattyen))
        found.setdefault(key, []).append((index, row.maara))
    several = [(task, unit) for task, unit, _ in found]
    return [
        f"{task} {_amount(facts, rows)}{NBSP}{unit}"
        + (f" ({days})" if days and several.count((task, unit)) > 1 else "")
        for (task, unit, days), rows in found.items()
    ]


def _amount(facts: Facts, rows: Sequence[tuple[int, Decimal | None]]) -> str:
    """The sum of the rows, or a gap where the amount of one is not recorded."""
    total = Decimal()
    for index, amount in rows:
        if amount is None:
            return facts.needed(None, "henkilöstön määrä", ("henkilosto", index))
        total += amount
    return number(total)


def _rows_of(subject: DecisionSubject) -> list[tuple[int, Henkilostorivi]]:
    """The party's rows of staff for the group, with their places."""
    alone = len(subject.alue.johtoryhmat) == 1
    return [
        (index, row)
        for index, row in enumerate(subject.alue.henkilosto)
        if row.osapuoli == subject.party
        and (row.johtoryhma == subject.group.tunnus or (row.johtoryhma is None and alone))
    ]


# (d) Naming the leader ---------------------------------------------------------------------------


def leading(subject: DecisionSubject, making: Making) -> Context:
    """Who is named leader and deputy from the day, after the group's approval."""
    facts, group = making.facts, subject.group
    task = group.johtavat_henkilot[subject.index]
    term = term_of(group, subject.own_day)
    leader = _starting(task.nimetyt, subject.day)
    deputy = _starting(task.varahenkilot, subject.day)
    agreed = group.sopimus_asettajasta
    frames = task.puitteet
    return {
        "nimike": _title(facts, leader, (*subject.path, "nimetyt")),
        "varahenkilo": _title(facts, deputy, (*subject.path, "varahenkilot")),
        "alkaen": facts.needed(day(subject.day), "nimeämisen alkamispäivä", subject.path),
        "paattyen": day(leader[1].paattyen) if leader else "",
        "varahenkilo_paattyen": day(deputy[1].paattyen) if deputy else "",
        "toimikausi_paattyy": facts.needed(
            day(term.paattyen if term else None),
            "toimikauden loppu",
            (*subject.group_path, "toimikaudet"),
        ),
        "hyvaksytty": _approved(facts, leader, (*subject.path, "nimetyt")),
        "varahenkilo_hyvaksytty": day(deputy[1].hyvaksytty_johtoryhmassa) if deputy else "",
        "puitteet": _frames(frames.pvm if frames else None, subject),
        "sovittu": day(agreed.pvm) if agreed else "",
    }


def _frames(on: date | None, subject: DecisionSubject) -> str:
    """The day of the frames, if they were set before the leader begins."""
    return in_finnish(on) if on and (subject.day is None or on <= subject.day) else ""


def _starting(
    people: Sequence[NimettyJohtaja], on: date | None
) -> tuple[int, NimettyJohtaja] | None:
    return next(((index, item) for index, item in enumerate(people) if item.alkaen == on), None)


def _title(facts: Facts, found: tuple[int, NimettyJohtaja] | None, path: Path) -> str:
    return person(facts, found[1], (*path, found[0])) if found else ""


def _approved(facts: Facts, found: tuple[int, NimettyJohtaja] | None, path: Path) -> str:
    """The day of the group's approval, which must come before the naming."""
    if found is None:
        return ""
    told = day(found[1].hyvaksytty_johtoryhmassa)
    return facts.needed(told, "johtoryhmän hyväksyntä", (*path, found[0]))

"""The facts of the matters that a proposal for a decision may be about, but for naming."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sopimukset.base.amounts import NBSP
from sopimukset.base.dates import in_finnish
from sopimukset.documents.contracts import months
from sopimukset.documents.decisions import DecisionSubject, named
from sopimukset.documents.facts import Facts, day, number
from sopimukset.documents.groups import term_of
from sopimukset.documents.meetings import person
from sopimukset.documents.parties import HELSINKI, Context
from sopimukset.documents.resources import cost_rows, unit_word
from sopimukset.documents.subject import Making
from sopimukset.model import (
    Henkilostorivi,
    Neuvottelu,
    NimettyJohtaja,
)
from sopimukset.model.paths import Path
from sopimukset.tracking.territory import municipalities

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
        "hyvinvointialueen_tehtavissa": subject.alue.alue == HELSINKI,
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


# (b) Approving the agreement ---------------------------------------------------------------------


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
    found: dict[tuple[str, str | None, str], list[tuple[int, Decimal | None]]] = {}
    for index, row in _rows_of(subject):
        task = facts.needed_text(row.tehtava, "tehtävä", ("henkilosto", index))
        key = (task, row.yksikko, facts.since_until(row.alkaen, row.paattyen))
        found.setdefault(key, []).append((index, row.maara))
    several = [(task, unit) for task, unit, _ in found]
    return [
        f"{task} {_amount(facts, rows, unit)}"
        + (f" ({days})" if days and several.count((task, unit)) > 1 else "")
        for (task, unit, days), rows in found.items()
    ]


def _amount(facts: Facts, rows: Sequence[tuple[int, Decimal | None]], unit: str | None) -> str:
    """The sum of the rows with its unit; a gap where the amount of one, or the unit, is missing."""
    amounts = [amount for _, amount in rows if amount is not None]
    lacking = [index for index, amount in rows if amount is None]
    total = None if lacking else sum(amounts, Decimal())
    path = ("henkilosto", (lacking or [rows[0][0]])[0])
    told = facts.needed(number(total), "henkilöstön määrä", path)
    word = facts.needed(unit_word(facts.say, unit, total), "määrän yksikkö", path)
    return f"{told}{NBSP}{word}"


def _rows_of(subject: DecisionSubject) -> list[tuple[int, Henkilostorivi]]:
    """The party's rows of staff for the group, with their places."""
    alone = len(subject.alue.johtoryhmat) == 1
    return [
        (index, row)
        for index, row in enumerate(subject.alue.henkilosto)
        if row.osapuoli == subject.party
        and (row.johtoryhma == subject.group.tunnus or (row.johtoryhma is None and alone))
    ]


# (c) Naming the leader ---------------------------------------------------------------------------


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

"""What a version says of staff, offices and common costs; see `amended`."""

from __future__ import annotations

from sopimukset.base.amounts import NBSP
from sopimukset.base.speech import mark
from sopimukset.documents.amended_service import Lines
from sopimukset.documents.facts import euros, number
from sopimukset.documents.frozen import Frozen
from sopimukset.documents.resources import WORDS, unit_word
from sopimukset.model import Henkilostorivi, Kustannus, Toimipiste

BUDGET = mark("talousarvio {maara} euroa vuodessa")
BY_STAFF = mark("henkilöstön määrän mukaisessa suhteessa")


def staff(side: Frozen, own: str) -> Lines:
    """A row of the staff with its party, task, amount, office and days (381/2023 9 § 2 mom)."""
    row = next((item for item in side.content.henkilosto if item.tunnus == own), None)
    return [_staff_line(side, row)] if row else []


def _staff_line(side: Frozen, row: Henkilostorivi) -> str:
    facts = side.facts
    party = side.parties.by_tunnus.get(row.osapuoli or "")
    unit = unit_word(facts.say, row.yksikko, row.maara)
    who = [side.parties.short(party) if party else "", facts.text(row.tehtava)]
    amount = f"{number(row.maara)} {unit}".strip()
    rest = [
        *(amount, _name(side, row.toimipiste)),
        *(facts.since_until(row.alkaen, row.paattyen), facts.text(row.selite)),
    ]
    return f"{', '.join(filter(None, who))}: {', '.join(filter(None, rest))}"


def _name(side: Frozen, own: str | None) -> str:
    """An office's name, a gap where it has none in the language; "" of no office."""
    for place, item in enumerate(side.content.toimipisteet):
        if item.tunnus == own:
            path = ("toimipisteet", place)
            return side.facts.needed_text(item.nimi, "toimipisteen nimi", path)
    return ""


def office(side: Frozen, own: str) -> Lines:
    """An office with its municipality and days."""
    item: Toimipiste | None = next(
        (item for item in side.content.toimipisteet if item.tunnus == own), None
    )
    if item is None:
        return []
    town = side.municipality(item.kunta) if item.kunta else ""
    dates = side.facts.since_until(item.alkaen, item.paattyen)
    return [", ".join(filter(None, (_name(side, own), town, dates)))]


def cost(side: Frozen, own: str) -> Lines:
    """What a common cost covers, its budget and how it is shared (381/2023 9 § 2 mom)."""
    item = next((item for item in side.agreement.kustannukset if item.tunnus == own), None)
    if item is None:
        return []
    facts = side.facts
    covered = ", ".join(facts.say(WORDS.get(what, what)) for what in item.kattaa)
    dates = facts.since_until(item.alkaen, item.paattyen)
    budget = facts.say(BUDGET).format(maara=euros(item.talousarvio)) if item.talousarvio else ""
    notes = ", ".join(filter(None, (dates, budget)))
    return [f"{covered} ({notes})" if notes else covered, *_shares(side, item)]


def _shares(side: Frozen, cost: Kustannus) -> Lines:
    if cost.avain == "henkilosto":
        return [side.facts.say(BY_STAFF)]
    if cost.avain == "muu":
        return [side.facts.text(cost.selite)]
    names = {key: side.parties.by_tunnus.get(key) for key in cost.osuudet or {}}
    return [
        f"{side.parties.short(party) if party else key}: {number(share)}{NBSP}%"
        for key, share in (cost.osuudet or {}).items()
        for party in (names[key],)
    ]

"""A steering group as documents name it: territory, setter, term, who names whom."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from sopimukset.base.dates import in_finnish
from sopimukset.documents.facts import day
from sopimukset.documents.parties import Context
from sopimukset.documents.subject import Making
from sopimukset.model import Johtoryhma, Luottamustoimi, Toimikausi
from sopimukset.model.paths import Path
from sopimukset.tracking.roles import AUTHORITY
from sopimukset.tracking.territory import municipalities, roles_of_territory


def group_context(
    making: Making, index: int, on: date, called: Callable[[str | None, str, Path], str]
) -> Context:
    """The group at a place of `johtoryhmat`, as it is on a day; its parties are `called` so."""
    facts = making.facts
    group, path = facts.alue.johtoryhmat[index], ("johtoryhmat", index)
    names = municipalities(group, facts.alue.alue, making.register) or frozenset()
    agreed = group.sopimus_asettajasta
    term = term_of(group, on)
    setter = term.asettaminen.asettaja if term and term.asettaminen else None
    agreed_chair = agreed.puheenjohtajan_nimeaja if agreed else None
    chair = agreed_chair or namer_on(group.puheenjohtaja, on)
    vice = group.varapuheenjohtajan_nimeaja or namer_on(group.varapuheenjohtaja, on)
    kinds = [role.kind for role in roles_of_territory(names, making.register)] if names else []
    return {
        **territory_context(making, index),
        "useita_viranomaisia": kinds.count(AUTHORITY) > 1,
        "asettaja": called(setter, "johtoryhmän asettaja", path),
        "asettajasta_sovittu": day(agreed.pvm if agreed else None),
        "toimikausi": term_dates(term),
        "puheenjohtaja_nimeaja": called(chair, "puheenjohtajan nimeäjä", path),
        "varapuheenjohtaja_nimeaja": called(vice, "varapuheenjohtajan nimeäjä", path),
        "kokouksia_vuodessa": str((group.kokoukset and group.kokoukset.vahintaan_vuodessa) or ""),
    }


def territory_context(making: Making, index: int) -> Context:
    """The name and the territory of the group at a place of `johtoryhmat`."""
    facts = making.facts
    group, path = facts.alue.johtoryhmat[index], ("johtoryhmat", index)
    names = municipalities(group, facts.alue.alue, making.register) or frozenset()
    towns = sorted(making.municipality(name) for name in names)
    return {
        "nimi": facts.needed_text(group.nimi, "johtoryhmän nimi", path),
        "kunnat": towns or [facts.needed(None, "toimialueen kunnat", (*path, "toimialue"))],
        "koko_alue": _is_whole_county(making, names),
    }


def namer_on(holders: Sequence[Luottamustoimi], on: date) -> str | None:
    """Who named the holder of the day, else the one whose turn begins first."""
    there = [item for item in holders if item.jakso is not None and on in item.jakso]
    dated = sorted(holders, key=lambda item: item.alkaen or date.min)
    return next((item.nimeaja for item in (*there, *dated)), None)


def term_of(group: Johtoryhma, on: date) -> Toimikausi | None:
    """The term of the day, else the last one."""
    for term in group.toimikaudet:
        if term.jakso is not None and on in term.jakso:
            return term
    return group.toimikaudet[-1] if group.toimikaudet else None


def term_dates(term: Toimikausi | None) -> Context:
    """The term's first and last day; both empty where one is not recorded."""
    if term is None or term.alkaen is None or term.paattyen is None:
        return {"alkaen": "", "paattyen": ""}
    return {"alkaen": in_finnish(term.alkaen), "paattyen": in_finnish(term.paattyen)}


def _is_whole_county(making: Making, names: frozenset[str]) -> bool:
    """Whether the territory is a whole county; Helsinki is a city, not a county."""
    county = making.register.hyvinvointialueet.get(making.facts.alue.alue)
    return county is not None and len(names) > 1 and names == frozenset(county.kunnat)

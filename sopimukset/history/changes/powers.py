"""Who settles what moved in an approved content: the parties, or whom the agreement gives power.

The agreement is read as it was approved: a power that came with the change doesn't count.
"""

from __future__ import annotations

from collections.abc import Iterable

from sopimukset.history.changes.grading import level_by
from sopimukset.history.changes.levels import Level
from sopimukset.history.changes.parts import PARTIES_ALONE, Part, part_at
from sopimukset.model import Sisalto, Sopimus
from sopimukset.model.sopimus import Muutosvaltuus

Keys = tuple[str, ...]


def powers_over(content: Sisalto, tunnus: str, places: Iterable[Keys]) -> list[Muutosvaltuus]:
    """The powers of amendment by which all that moved is settled without the parties.

    Args:
        content: what was approved.
        tunnus: of the agreement.
        places: where it differs now: names of fields, and what names the items of lists.

    Returns:
        Each power once; none where the parties must approve anything of it again.
    """
    agreement = next((item for item in content.sopimukset if item.tunnus == tunnus), None)
    found: list[Muutosvaltuus] = []
    for keys in places:
        part = None if agreement is None else _part(agreement, keys)
        if part is None or part.alone or level_by(part) is Level.PARTIES:
            return []
        power = part.power
        if power is not None and power not in found:
            found.append(power)
    return found


def _part(agreement: Sopimus, keys: Keys) -> Part | None:
    """The part of the agreement in which a place of its content lies; None for no single one."""
    if keys[0] == "lausekkeet":
        return _clause(agreement, keys[1]) if len(keys) > 1 else None
    if keys[0] != "sopimukset":
        names = (keys[0], *keys[2:3]) if keys[0] == "johtoryhmat" else keys[:1]
        return part_at(agreement, names)
    field, item = (*keys[2:4], "", "")[:2]
    if field == "lausekemuutokset" and item:
        return _clause(agreement, item)
    if field == "liitteet" and item:
        tables = {annex.taulukko for annex in agreement.liitteet if annex.tunnus == item}
        alone = bool(tables & PARTIES_ALONE) and keys[4:5] not in (("nimi",), ("pvm",))
        return Part(agreement, frozenset({agreement.tunnus, item}), alone)
    return part_at(agreement, ("sopimukset", field))


def _clause(agreement: Sopimus, clause: str) -> Part:
    return Part(agreement, frozenset({agreement.tunnus, clause}), clause in PARTIES_ALONE)

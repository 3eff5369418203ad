"""How grave one change is: its kind's weight, and what the agreement itself says of amending it."""

from __future__ import annotations

from dataclasses import dataclass

from sopimukset.history.changes.change import Change
from sopimukset.history.changes.kinds import Kind
from sopimukset.history.changes.levels import (
    AGREEING,
    AGREEMENTS,
    EDITORIAL,
    LEVELS,
    PLACES,
    UNKNOWN,
    VOLUNTARY,
    Level,
    Weight,
)
from sopimukset.history.changes.parts import Part, parts_of
from sopimukset.history.changes.places import field_names
from sopimukset.history.changes.records import Records
from sopimukset.model import Sopimus
from sopimukset.model.perusta import Teksti, tekstina
from sopimukset.model.sopimus import Muutosvaltuus
from sopimukset.tracking.fingerprints import ORDERED

GROUPS_NAMES = ("johtoryhma", "johtoryhmä", "ledningsgrupp", "ledningsgruppen")
PARTIES_NAMES = ("osapuolet", "sopijapuolet", "parterna", "avtalsparterna")


@dataclass(frozen=True, slots=True)
class Grade:
    """What a change requires, and why.

    Attributes:
        level: the gravest that it comes to.
        basis: the provisions from which the level follows.
        power: the agreement's power of amendment by which the level is lower than the table's.
        refused: whether the agreement gives a power over the part that doesn't reach staff, costs
            or the powers themselves.
    """

    level: Level
    basis: tuple[str, ...]
    power: Muutosvaltuus | None = None
    refused: bool = False


def graded(change: Change, old: Records, new: Records) -> Grade:
    """What a change between two states requires.

    The agreement's own `muutosvaltuus`, as it stood before, overrides the table where the table
    asks for the parties' approval: the group decides, or officials do and the parties are told. It
    counts only if every agreement that the change concerns gives one.
    """
    weight = _by_agreement(weight_of(change), change, old, new)
    if weight.level is not Level.PARTIES:
        return Grade(*weight)
    parts = list(parts_of(change, old))
    powers = [part.power for part in parts]
    if any(part.alone for part in parts):
        return Grade(*weight, refused=any(powers))
    levels = [level_by(part) for part in parts]
    if not levels or Level.PARTIES in levels:
        return Grade(*weight)
    gravest = min(levels, key=lambda item: item.rank)
    return Grade(gravest, weight.basis, powers[levels.index(gravest)])


def weight_of(change: Change) -> Weight:
    """The weight that the tables give a change, whatever its agreement says."""
    if change.kind in LEVELS:
        return LEVELS[change.kind]
    names = field_names(change.path)
    if change.kind is Kind.ITEMS_REORDERED and names[-1] not in ORDERED:
        return EDITORIAL
    for end in range(len(names), 0, -1):
        found = PLACES.get(".".join(names[:end]))
        if found is not None:
            return found
    return UNKNOWN


def _by_agreement(weight: Weight, change: Change, old: Records, new: Records) -> Weight:
    """The weight in another kind of agreement than the one that the act demands."""
    agreement = new.at(change.path[:2]) or old.at(change.path[:2])
    if change.path[0] != "sopimukset" or not isinstance(agreement, Sopimus):
        return weight
    basis = weight.basis
    if AGREEING in basis and agreement.laji not in ("tym-sopimus", "muutossopimus"):
        basis = AGREEMENTS[agreement.laji]
    if agreement.laji in VOLUNTARY and weight.level is Level.NEW_AGREEMENT:
        ended = change.kind in (Kind.NOTICE_GIVEN, Kind.AGREEMENT_REMOVED)
        return Weight(Level.NOTIFIED if ended else Level.PARTIES, basis)
    return Weight(weight.level, basis)


def level_by(part: Part) -> Level:
    """What the power over a part makes of a change; as grave as ever where it names nobody."""
    power = part.power
    if power is None or power.paattaja is None:
        return Level.PARTIES
    who = _plain(power.paattaja)
    if who & set(PARTIES_NAMES):
        return Level.PARTIES
    return Level.GROUP if who & set(GROUPS_NAMES) else Level.NOTIFIED


def _plain(text: Teksti) -> set[str]:
    told = (tekstina(text, language) for language in ("fi", "sv"))
    return {item.strip().casefold() for item in told if item}

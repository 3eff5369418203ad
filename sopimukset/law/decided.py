"""Whether each decision that names someone is recorded whole: how `settled` tells DECIDED."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sopimukset.tracking.roles import KELA

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase, RegionCase
    from sopimukset.model import Malli

_DECISION = itemgetter("tekija", "pvm", "pykala", "asiatunnus")

Row = dict[str, Any]
"""What a model holds, by field."""

Named = tuple[Row, list[Row], list[Row]]
"""A membership, or a leader's task, with the rows of those named to it and of their deputies."""

Decision = tuple["Malli", str | None]
"""A decision and the party that made it; None where any party may have."""


def is_decided(
    group: GroupCase, seats: Iterable[Named], tasks: Iterable[Named], offices: Iterable[Row]
) -> bool:
    """Whether decisions are told of all those named, of their deputies, offices and settings."""
    told: list[Decision] = []
    covered: set[tuple[str | None, date | None]] = set()
    if not (_decides(seats, told, covered) and _decides(tasks, told, set())):
        return False
    for row in offices:
        if row["paatos"] is not None:
            told.append((row["paatos"], row["nimeaja"]))
        # A member's decision of the same party from the same day covers it.
        elif (row["nimeaja"], row["alkaen"]) not in covered:
            return False
    settings = [term.asettaminen for term in group.model.toimikaudet]
    told += [(item, None) for item in settings if item is not None and item.asettaja is not None]
    return are_whole(told, group.region)


def _decides(
    named: Iterable[Named], told: list[Decision], covered: set[tuple[str | None, date | None]]
) -> bool:
    """Gather the decisions; tells whether who has none begins on a decided day of the seat's."""
    for own, people, deputies in named:
        party, bare = own["nimeaja"], []
        days: list[date | None] = []
        for row in people:
            decision, day = row["paatos"], row["alkaen"]
            if decision is None:
                bare.append(day)
            else:
                days.append(day)
                covered.add((party, day))
                told.append((decision, party))
        for row in deputies:
            if row["paatos"] is None:
                bare.append(row["alkaen"])
            else:
                told.append((row["paatos"], party))
        if bare and not set(days).issuperset(bare):
            return False
    return True


def are_whole(told: Iterable[Decision], region: RegionCase) -> bool:
    """Whether each has every part that the party's decision must have; of Kela's fewer must."""
    for decision, party in told:
        parts = _DECISION(decision.__dict__)
        if None in parts and (None in parts[:2] or region.role(party).kind != KELA):
            return False
    return True

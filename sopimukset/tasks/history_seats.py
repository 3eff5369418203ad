"""What seats are called where a user is to choose one: by who names to them, never by a person."""

from __future__ import annotations

from collections.abc import Mapping

from sopimukset import register
from sopimukset.history.holders import DEPUTY
from sopimukset.history.past import Past
from sopimukset.tracking.party_names import recorded_name


def namers_of(past: Past | None) -> Mapping[str, str]:
    """The name of the party that names to each seat and its deputies, by role.

    Args:
        past: a state of the record; None gives nothing.
    """
    alue = past.alue if past is not None else None
    if alue is None:
        return {}
    parties = {item.tunnus: recorded_name(alue, item, register.load()) for item in alue.osapuolet}
    seats = {
        seat.tunnus: parties[seat.nimeaja]
        for group in alue.johtoryhmat
        for seat in group.jasenet
        if seat.nimeaja in parties
    }
    return seats | {f"{DEPUTY}{seat}": name for seat, name in seats.items()}

"""The values of a follow-up with their places, as the rules of follow-ups read them.

They are worked out once for a file: several rules ask, and a file has dozens.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sopimukset.tracking.followup.cells import Place, place_in

if TYPE_CHECKING:
    from sopimukset.model import Seuranta
    from sopimukset.register import Mittari


_FIGURES = itemgetter("tyovoimaviranomainen", "arvo", "osoittaja", "nimittaja")


class Recorded(NamedTuple):
    """A value of a follow-up.

    Attributes:
        path: its row's place.
        mittari: the key of its indicator.
        item: the indicator as the catalogue knows it at the period's end; None for an unknown one.
        place: what it is of; a municipality's authority, where its region has one for it, too.
        party: the authority's party that the row itself names.
        arvo: the value.
        osoittaja: the numerator of a share.
        nimittaja: its denominator.
    """

    path: tuple[str | int, ...]
    mittari: str
    item: Mittari | None
    place: Place
    party: str | None
    arvo: Decimal | None
    osoittaja: Decimal | None
    nimittaja: Decimal | None


def recorded_in(model: Seuranta, authorities: Mapping[str, str], as_of: date) -> list[Recorded]:
    """The values of a follow-up that name their indicator.

    Args:
        model: the follow-up.
        authorities: the party of the authority of each municipality, by Finnish name.
        as_of: the day of the check, for a follow-up whose period has no recorded end.
    """
    known = _in_use(model.seurantajakso.paattyen or as_of)
    found: list[Recorded] = []
    for index, item in enumerate(model.mittarit):
        row: dict[str, Any] = item.__dict__  # an attribute of a model takes four times as long
        key = row["mittari"]
        if key is None:
            continue
        path, place = ("mittarit", index), place_in(row, authorities)
        found.append(Recorded(path, key, known.get(key), place, *_FIGURES(row)))
    return found


@lru_cache(maxsize=64)
def _in_use(day: date) -> Mapping[str, Mittari]:
    """The indicators of a day by key. Periods of many groups end on the same few days."""
    from sopimukset.register import load_indicators  # not needed where nobody follows anything

    return {item.avain: item for item in load_indicators().voimassa(day)}

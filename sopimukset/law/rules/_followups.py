"""What the rules of follow-ups share: their values with places, and what the group holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Path
from sopimukset.model import Seuranta
from sopimukset.tracking.followup.cells import Place, place_of

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase
    from sopimukset.model.seuranta import Mittariarvo
    from sopimukset.register import Mittari


class Recorded(NamedTuple):
    """A value of a follow-up.

    Attributes:
        path: its row's place.
        row: the row.
        item: the indicator as the catalogue knows it at the period's end; None for an unknown one.
        place: what it is of; a municipality's authority, where its region has one for it, too.
    """

    path: Path
    row: Mittariarvo
    item: Mittari | None
    place: Place


def worth(folder: Folder) -> bool:
    """Whether there is a follow-up with values."""
    return any(item.mittarit for item in folder.follow_ups)


def recorded(file: FileCase) -> Iterator[Recorded]:
    """The values of a follow-up that name their indicator; none in another file."""
    if not isinstance(file.model, Seuranta):
        return
    from sopimukset.register import load_indicators  # not needed where nobody follows anything

    catalogue, day = load_indicators(), last_day(file.model, file.as_of)
    authorities = file.region.authorities if file.region else {}
    for index, row in enumerate(file.model.mittarit):
        if row.mittari is not None:
            item, place = catalogue.mittari(row.mittari, day), place_of(row, authorities)
            yield Recorded(("mittarit", index), row, item, place)


def last_day(model: Seuranta, as_of: date) -> date:
    """The last day of a follow-up's period; the day of the check where it isn't recorded."""
    return model.seurantajakso.paattyen or as_of


def group_of(file: FileCase, tunnus: str) -> GroupCase | None:
    """A group of the file's region; None where its record holds none (rule T01 tells)."""
    groups = file.region.groups if file.region else ()
    return next((group for group in groups if group.model.tunnus == tunnus), None)

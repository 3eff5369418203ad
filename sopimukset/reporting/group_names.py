"""How a person is told of a steering group: by its name, and whose it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopimukset.tracking.holdings import spoken_text

if TYPE_CHECKING:
    from sopimukset.model import Alue, Johtoryhma


def group_name(alue: Alue, group: Johtoryhma) -> str:
    """The group's name in the language that is spoken; its `tunnus` where no name is recorded."""
    return spoken_text(alue, group.nimi) or group.tunnus


def name_of_group(alue: Alue, tunnus: str) -> str:
    """The name of the record's group of that `tunnus`; the `tunnus` where there is none."""
    return next(
        (group_name(alue, group) for group in alue.johtoryhmat if group.tunnus == tunnus), tunnus
    )


def group_in_region(region: str, alue: Alue, group: Johtoryhma) -> str:
    """The group's name with its region's folder: what a command takes to tell more of it."""
    return f"{group_name(alue, group)} ({region})"

"""Acknowledged defects on a day: no permission, only the region's own word and its end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.model import Alue, TunnistettuPuute


@dataclass(frozen=True, slots=True)
class DefectStatus:
    """An acknowledged defect.

    Attributes:
        defect: as it is recorded.
        index: its place in the record.
        expired: whether its last day is past.
    """

    defect: TunnistettuPuute
    index: int
    expired: bool


def defects_on(alue: Alue, day: date) -> tuple[DefectStatus, ...]:
    """The defects that a region has acknowledged by the day, in the record's order."""
    return tuple(
        DefectStatus(item, index, item.paattyen is not None and item.paattyen < day)
        for index, item in enumerate(alue.tunnistetut_puutteet)
        if item.kirjattu is None or item.kirjattu <= day
    )

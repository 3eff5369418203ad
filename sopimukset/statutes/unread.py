"""Amendments that are known to exist and whose text nobody here has read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sopimukset.statutes.citations import Viite
from sopimukset.statutes.reading import rows

_FILE = Path(__file__).parent / "data" / "lukematta.csv"


@dataclass(frozen=True, slots=True)
class Lukematon:
    """An amendment whose text is not stored.

    Attributes:
        muuttava: number of the amending act, empty where even that is not known.
        saados: number of the act that it amends.
        pykalat: the sections that it may have changed; empty where any may have been.
        alkaen: first day on which the stored text may no longer be the law.
        huom: what is known of it.
    """

    muuttava: str
    saados: str
    pykalat: tuple[str, ...]
    alkaen: date
    huom: str

    def koskee(self, viite: Viite) -> bool:
        """Whether the text that a citation points to may have changed."""
        sections = not self.pykalat or viite.pykala in self.pykalat
        return viite.saados == self.saados and sections


@cache
def unread_amendments() -> tuple[Lukematon, ...]:
    """All of them.

    Raises:
        OSError: the list can't be read.
        ValueError: it is damaged.
    """
    return tuple(
        Lukematon(
            muuttava=row["muuttava"],
            saados=row["saados"],
            pykalat=tuple(row["pykalat"].split()),
            alkaen=date.fromisoformat(row["alkaen"]),
            huom=row["huom"],
        )
        for row in rows(_FILE)
    )

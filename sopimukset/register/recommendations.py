"""The national recommendations of 17.4.2024 for cooperation at the interfaces, as dated data.

Recommendations bind nobody: no act names them. Their four titles and three levels are the
document's, and so are the Finnish descriptions of the state of cooperation. The numbers and keys of
the points, their short wording and all translations are ours. See data/README.md.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from sopimukset.register.indicators import Nimi

_DATA = Path(__file__).parent / "data"

SOURCE = "Kansalliset suositukset yhdyspintojen rakentamiseen alueilla, 17.4.2024"
"""The document's title and day, as they stand on its cover."""

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Dated:
    """What the recommendations hold from a day on.

    Attributes:
        avain: its key; ours, but for the numbers of the recommendations.
        alkaen: the first day on which it stands.
        paattyen: the last one; None while it does.
        teksti: its name or text.
    """

    avain: str
    alkaen: date
    paattyen: date | None
    teksti: Nimi

    def voimassa(self, day: date) -> bool:
        """Whether it stands on a day."""
        return self.alkaen <= day and (self.paattyen is None or day <= self.paattyen)


@dataclass(frozen=True, slots=True)
class Suosituskohta(_Dated):
    """An action point of a recommendation.

    Attributes:
        suositus: the number of its recommendation, 1–4.
        jarjestys: its place among the points of it, from 1; ours.
    """

    suositus: int
    jarjestys: int

    @property
    def numero(self) -> str:
        """Its number, ours: `2.3`."""
        return f"{self.suositus}.{self.jarjestys}"


@dataclass(frozen=True, slots=True)
class Suositus(_Dated):
    """A recommendation with its points.

    Attributes:
        numero: 1–4.
        kohdat: its action points in the document's order.
    """

    numero: int
    kohdat: tuple[Suosituskohta, ...]


@dataclass(frozen=True, slots=True)
class YhteistyonKuvaus(_Dated):
    """A description of the state of cooperation, in Finnish in the document's own words.

    Attributes:
        aste: from 1, where there is no interaction, to 6; the document draws the order and gives
            no numbers.
    """

    aste: int


@dataclass(frozen=True, slots=True)
class YhteistyonTaso(_Dated):
    """One of the three levels of cooperation, from political decisions to work with customers."""


@dataclass(frozen=True, slots=True, eq=False)
class Suositukset:
    """The recommendations as a whole.

    Attributes:
        suositukset: the four recommendations in order.
        kuvaukset: the descriptions of the state of cooperation, from the weakest on.
        tasot: the levels of cooperation from above.
    """

    suositukset: tuple[Suositus, ...]
    kuvaukset: tuple[YhteistyonKuvaus, ...]
    tasot: tuple[YhteistyonTaso, ...]

    @property
    def kohdat(self) -> dict[str, Suosituskohta]:
        """All action points by key, in order."""
        return {item.avain: item for whole in self.suositukset for item in whole.kohdat}

    def kohta(self, avain: str | None, day: date | None = None) -> Suosituskohta | None:
        """The point of a key; None for an unknown one, and for one that doesn't stand on the day.

        Args:
            avain: the key of the record.
            day: most often the last day of a period; without one any day will do.
        """
        found = self.kohdat.get(avain or "")
        return found if found is None or day is None or found.voimassa(day) else None

    def kuvaus(self, avain: str | None, day: date | None = None) -> YhteistyonKuvaus | None:
        """The description of a key; None for an unknown one, and for one not of the day."""
        found = next((item for item in self.kuvaukset if item.avain == avain), None)
        return found if found is None or day is None or found.voimassa(day) else None


@cache
def load_recommendations() -> Suositukset:
    """The recommendations, read from the packaged data at the first call.

    Raises:
        ValueError: a value is not one that is known; the packaged data are damaged.
        KeyError: a column is missing; the packaged data are damaged.
        OSError: the packaged data can't be read.
    """
    points = [_point(row) for row in _rows("suosituskohdat.csv")]
    return Suositukset(
        tuple(_recommendation(row, points) for row in _rows("suositukset.csv")),
        tuple(
            YhteistyonKuvaus(row["avain"], *_held(row), _text(row, "teksti"), int(row["aste"]))
            for row in _rows("yhteistyon-tila.csv")
        ),
        tuple(
            YhteistyonTaso(row["avain"], *_held(row), _text(row, "nimi"))
            for row in _rows("yhteistyon-tasot.csv")
        ),
    )


def _recommendation(row: Row, points: Iterable[Suosituskohta]) -> Suositus:
    number = int(row["suositus"])
    own = tuple(item for item in points if item.suositus == number)
    return Suositus(row["suositus"], *_held(row), _text(row, "nimi"), number, own)


def _point(row: Row) -> Suosituskohta:
    numbers = int(row["suositus"]), int(row["kohta"])
    return Suosituskohta(row["avain"], *_held(row), _text(row, "teksti"), *numbers)


def _held(row: Row) -> tuple[date, date | None]:
    end = date.fromisoformat(row["paattyen"]) if row["paattyen"] else None
    return date.fromisoformat(row["alkaen"]), end


def _text(row: Row, stem: str) -> Nimi:
    return Nimi(row[f"{stem}_fi"], row[f"{stem}_sv"], row[f"{stem}_en"])


def _rows(name: str) -> Iterator[Row]:
    with (_DATA / name).open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        header = next(reader)
        yield from (dict(zip(header, row, strict=True)) for row in reader)

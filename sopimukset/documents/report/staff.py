"""Staff promised against staff at work, row by row (381/2023 9 § 2 mom, 388/2024 2 § 2 mom)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sopimukset.model import Alue, Seuranta, Teksti
from sopimukset.model.henkilosto import Henkilostorivi


@dataclass(frozen=True, slots=True)
class Post:
    """One row of staff in one period.

    Attributes:
        row: as it was agreed.
        agreed: how much; None where no amount is recorded.
        realised: how much was at work; None where it isn't recorded.
        note: why it differs.
        effect: what came of it.
    """

    row: Henkilostorivi
    agreed: Decimal | None
    realised: Decimal | None
    note: Teksti | None = None
    effect: Teksti | None = None

    @property
    def gap(self) -> Decimal | None:
        """Realised less agreed: negative where less was at work than promised."""
        if self.agreed is None or self.realised is None:
            return None
        return self.realised - self.agreed

    @property
    def short(self) -> bool:
        """Whether less was at work than promised."""
        return self.gap is not None and self.gap < 0


@dataclass(frozen=True, slots=True)
class Sum:
    """The staff of several rows in one unit; None where some row's amount isn't recorded."""

    unit: str
    agreed: Decimal | None
    realised: Decimal | None

    @property
    def gap(self) -> Decimal | None:
        """Realised less agreed."""
        if self.agreed is None or self.realised is None:
            return None
        return self.realised - self.agreed


def posts_of(alue: Alue, group: str, item: Seuranta) -> list[Post]:
    """The rows of staff that a group was promised in a period, in the record's order.

    A row counts where it holds on some day of the period. A row without a group belongs to the
    region's only one.
    """
    told = {real.rivi: real for real in item.henkilosto}
    found = []
    for row in alue.henkilosto:
        if not _of_group(alue, row, group) or not _in_period(row, item):
            continue
        real = told.get(row.tunnus)
        found.append(
            Post(
                row,
                row.maara,
                real.maara if real else None,
                real.selite if real else None,
                real.vaikutus if real else None,
            )
        )
    return found


def _of_group(alue: Alue, row: Henkilostorivi, group: str) -> bool:
    return row.johtoryhma == group or (row.johtoryhma is None and len(alue.johtoryhmat) == 1)


def _in_period(row: Henkilostorivi, item: Seuranta) -> bool:
    held, period = row.jakso, item.seurantajakso.jakso
    return held is not None and period is not None and held.overlaps(period)


def sums(posts: Sequence[Post]) -> Iterator[Sum]:
    """The sums of rows, one for each unit: amounts in different units are never added up."""
    for unit in dict.fromkeys(item.row.yksikko or "" for item in posts):
        own = [item for item in posts if (item.row.yksikko or "") == unit]
        agreed, realised = [item.agreed for item in own], [item.realised for item in own]
        yield Sum(unit, total(agreed), total(realised))


def total(amounts: Sequence[Decimal | None]) -> Decimal | None:
    """The sum; None where one of the amounts isn't recorded, for then it isn't known."""
    known = [item for item in amounts if item is not None]
    return sum(known, Decimal(0)) if len(known) == len(amounts) and known else None

"""Where a region stands on a day: its agreements, groups, youth services, defects and deadlines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.agreements import AgreementStatus, agreements_on
from sopimukset.tracking.defects import DefectStatus, defects_on
from sopimukset.tracking.groups import GroupStatus, groups_on
from sopimukset.tracking.youth import YouthStatus, youth_on

if TYPE_CHECKING:
    from sopimukset.tracking.holdings import Holdings


@dataclass(frozen=True, slots=True)
class Standing:
    """What can be said of a region on a day from its record.

    Attributes:
        groups: the groups of its file.
        agreements: the agreements of its file.
        youth: the young people's services.
        defects: the defects that it has acknowledged.
    """

    groups: tuple[GroupStatus, ...]
    agreements: tuple[AgreementStatus, ...]
    youth: tuple[YouthStatus, ...]
    defects: tuple[DefectStatus, ...]

    def agreements_of(self, group: str) -> list[AgreementStatus]:
        """The agreements on a group, in the record's order."""
        return [item for item in self.agreements if item.group == group]


def standing_on(holdings: Holdings, day: date) -> Standing:
    """Where a region stands on a day."""
    return Standing(
        groups_on(holdings, day),
        agreements_on(holdings, day),
        youth_on(holdings, day),
        defects_on(holdings.alue, day),
    )

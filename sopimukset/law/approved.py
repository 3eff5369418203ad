"""Released versions and approvals, as rules are asked about them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopimukset.tracking import approvals
from sopimukset.tracking.approvals import APPROVALS as APPROVALS
from sopimukset.tracking.approvals import SIGNATURES as SIGNATURES
from sopimukset.tracking.approvals import Mark as Mark
from sopimukset.tracking.approvals import Suspect as Suspect
from sopimukset.tracking.approvals import approved_contents as approved_contents
from sopimukset.tracking.approvals import number_of as number_of

if TYPE_CHECKING:
    from sopimukset.law.agreements import AgreementCase, Path
    from sopimukset.law.cases import RegionCase
    from sopimukset.model import Versio


def powers_of(suspect: Suspect) -> list[str]:
    """What the agreement itself lets be changed, where all that moved lies within it.

    Returns:
        What each power of amendment is over, in the order of what moved; none where the parties
        must approve again.
    """
    from sopimukset.history.changes.powers import powers_over

    version = suspect.version
    places = [item.keys for item in suspect.moved]
    return [item.kohde or "" for item in powers_over(version.sisalto, version.sopimus, places)]


class VersionCase:
    """One released version of an agreement.

    Attributes:
        file: its path from the workspace's root, with `/`.
        as_of: the day on which the record is judged.
        agreement: the agreement that it is of, as it is now; None where the record has none such.
        former: the version of the agreement before this one, by number; None for the first.
    """

    path: Path = ()

    def __init__(self, region: RegionCase, file: str, model: Versio) -> None:
        self.file = file
        self.model = model
        self.as_of = region.as_of
        self.agreement = next(
            (item for item in region.agreements if item.model.tunnus == model.sopimus), None
        )
        own = number_of(model.versio)
        earlier = [
            item
            for item in approvals.versions_of(region.versions, model.sopimus)
            if number_of(item.versio) < own
        ]
        self.former = earlier[-1] if earlier else None


def versions_of(region: RegionCase, tunnus: str) -> list[Versio]:
    """The released versions of an agreement, the newest last."""
    return approvals.versions_of(region.versions, tunnus)


def marks_of(agreement: AgreementCase) -> Iterator[Mark]:
    """The approvals and signatures of an agreement, in the order of the file."""
    return approvals.marks_of(agreement.model, agreement.path)


def suspects(agreement: AgreementCase) -> list[Suspect]:
    """The versions that some party has approved and that the agreement has left."""
    if not any(mark.model.sormenjalki for mark in marks_of(agreement)):
        return []  # then its content need not be made
    region, index = agreement.region, agreement.index
    return approvals.suspects(region.alue, index, region.versions, agreement.content)

"""What the parties have approved of an agreement, version by version, and what moved since.

A party has approved a content when its approval or signature holds that content's fingerprint, or
when it has approved an amending agreement that leads there from a content that it had approved.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopimukset.model import Allekirjoitus, Hyvaksynta, Sopimus, Versio
from sopimukset.tracking.counted import AMENDING
from sopimukset.tracking.fingerprints import fingerprint
from sopimukset.tracking.moved import Moved, moved

if TYPE_CHECKING:
    from sopimukset.law.cases import AgreementCase, Path, RegionCase

APPROVALS, SIGNATURES = "hyvaksynnat", "allekirjoitukset"


@dataclass(frozen=True, slots=True)
class Mark:
    """A party's approval or signature.

    Attributes:
        path: its place in the region's file.
        list_name: the list that it stands in: approvals are one thing, signatures another.
    """

    path: Path
    list_name: str
    model: Hyvaksynta | Allekirjoitus


@dataclass(frozen=True, slots=True)
class Suspect:
    """A version that parties have approved and that the record has left.

    Attributes:
        version: the newest one that they have approved.
        marks: the newest mark of each party.
        moved: what differs now.
    """

    version: Versio
    marks: tuple[Mark, ...]
    moved: tuple[Moved, ...]

    @property
    def parties(self) -> list[str]:
        """The parties that must approve again, by identifier."""
        return sorted({mark.model.osapuoli or "" for mark in self.marks})


class VersionCase:
    """One released version of an agreement.

    Attributes:
        file: its path from the workspace's root, with `/`.
        agreement: the agreement that it is of, as it is now; None where the record has none such,
            or can't be read.
    """

    path: Path = ()

    def __init__(self, region: RegionCase | None, file: str, model: Versio) -> None:
        self.region = region
        self.file = file
        self.model = model
        self.agreement = next(
            (
                item
                for item in (region.agreements if region else ())
                if item.model.tunnus == model.sopimus
            ),
            None,
        )


def number_of(versio: str) -> tuple[int, ...]:
    """A version's name as it is ordered: 1.10 comes after 1.9."""
    return tuple(int(part) for part in versio.split("."))


def versions_of(region: RegionCase, tunnus: str) -> list[Versio]:
    """The released versions of an agreement, the newest last."""
    found = [item for (sopimus, _), item in region.versions.items() if sopimus == tunnus]
    return sorted(found, key=lambda item: number_of(item.versio))


def marks_of(agreement: AgreementCase) -> Iterator[Mark]:
    """The approvals and signatures of an agreement, in the order of the file."""
    for index, approval in enumerate(agreement.model.hyvaksynnat):
        yield Mark((*agreement.path, APPROVALS, index), APPROVALS, approval)
    for index, signature in enumerate(agreement.model.allekirjoitukset):
        yield Mark((*agreement.path, SIGNATURES, index), SIGNATURES, signature)


def suspects(agreement: AgreementCase) -> list[Suspect]:
    """The versions that some party has approved and that the agreement has left."""
    by_party: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks_of(agreement):
        if mark.model.sormenjalki:
            by_party.setdefault((mark.list_name, mark.model.osapuoli or ""), []).append(mark)
    if not by_party or agreement.content is None:
        return []
    now = fingerprint(agreement.content)
    known = versions_of(agreement.region, agreement.model.tunnus)
    left: dict[str, list[Mark]] = {}
    for marks in by_party.values():
        approved = _approved(agreement, marks)
        newest = [item for item in known if item.sormenjalki in approved]
        if newest and now not in approved:
            left.setdefault(newest[-1].versio, []).append(marks[-1])
    by_number = {item.versio: item for item in known}
    return [
        Suspect(by_number[versio], tuple(marks), _moved(by_number[versio], agreement))
        for versio, marks in left.items()
    ]


def _moved(version: Versio, agreement: AgreementCase) -> tuple[Moved, ...]:
    return tuple(moved(version.sisalto, agreement.content)) if agreement.content else ()


def _approved(agreement: AgreementCase, marks: Iterable[Mark]) -> set[str]:
    """The fingerprints that a party has approved, those it came to by amending agreements too."""
    own = list(marks)
    approved = {mark.model.sormenjalki for mark in own if mark.model.sormenjalki}
    steps = list(_steps(agreement, own[0]))
    while fresh := {new for old, new in steps if old in approved} - approved:
        approved |= fresh
    return approved


def _steps(agreement: AgreementCase, mark: Mark) -> Iterator[tuple[str, str]]:
    """From which content to which the party has agreed to go, in amending agreements."""
    for other in agreement.region.agreements:
        if other.model.laji != AMENDING:
            continue
        signed = {
            item.model.sormenjalki
            for item in marks_of(other)
            if item.list_name == mark.list_name and item.model.osapuoli == mark.model.osapuoli
        }
        for version in versions_of(other.region, other.model.tunnus):
            if version.sormenjalki in signed:
                yield from _step(version, agreement.model)


def _step(version: Versio, agreement: Sopimus) -> Iterator[tuple[str, str]]:
    """What a version of an amending agreement does to an agreement."""
    known = version.sisalto.muutettavat
    for entry in version.sisalto.sopimukset:
        change = entry.muuttaa
        if change and change.sopimus == agreement.tunnus:
            old, new = known.get(change.versiosta), known.get(change.versioon)
            if old and new:
                yield old, new

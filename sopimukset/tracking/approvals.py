"""What the parties have approved of an agreement, version by version, and what moved since.

A party has approved a content when its approval or signature holds that content's fingerprint, or
when it has approved an amending agreement that leads there from a content that it had approved.
An approval with a condition approves nothing before the party has approved without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sopimukset.model import (
    Allekirjoitus,
    Alue,
    Hyvaksynta,
    Lausekekirjasto,
    Sisalto,
    Sopimus,
    Versio,
)
from sopimukset.model.paths import Path
from sopimukset.tracking.counted import AMENDING
from sopimukset.tracking.fingerprints import Versions, content, fingerprint
from sopimukset.tracking.moved import Moved, moved

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

    @property
    def conditional(self) -> bool:
        """Whether it is an approval with a condition."""
        return isinstance(self.model, Hyvaksynta) and self.model.ehto is not None

    def given_by(self, day: date | None) -> bool:
        """Whether it was given by a day; one without a day was not. None asks for no day."""
        return day is None or (self.model.pvm is not None and self.model.pvm <= day)

    def firm_by(self, day: date | None) -> bool:
        """Whether it was given by a day without a condition."""
        return not self.conditional and self.given_by(day)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A version that parties have approved, or signed, and that the record has left.

    Attributes:
        version: the newest one that they have approved.
        list_name: whether they must approve again, or have approved and must sign again.
        marks: the newest mark of each party.
        moved: what differs now.
        current: the newest released version whose content is the one that stands now, if any.
    """

    version: Versio
    list_name: str
    marks: tuple[Mark, ...]
    moved: tuple[Moved, ...]
    current: Versio | None

    @property
    def parties(self) -> list[str]:
        """The parties that must do it again, by identifier."""
        return sorted({mark.model.osapuoli or "" for mark in self.marks})


def number_of(versio: str) -> tuple[int, ...]:
    """A version's name as it is ordered: 1.10 comes after 1.9."""
    return tuple(int(part) for part in versio.split("."))


def versions_of(versions: Versions, tunnus: str) -> list[Versio]:
    """The released versions of an agreement, the newest last."""
    found = [item for (sopimus, _), item in versions.items() if sopimus == tunnus]
    return sorted(found, key=lambda item: number_of(item.versio))


def marks_of(agreement: Sopimus, path: Path) -> Iterator[Mark]:
    """The approvals and signatures of an agreement at a path, in the order of the file."""
    for index, approval in enumerate(agreement.hyvaksynnat):
        yield Mark((*path, APPROVALS, index), APPROVALS, approval)
    for index, signature in enumerate(agreement.allekirjoitukset):
        yield Mark((*path, SIGNATURES, index), SIGNATURES, signature)


def proving(marks: Iterable[Mark], own: Callable[[], str]) -> list[Mark]:
    """The approvals and signatures that may be shown as given to a content.

    Where some approval or signature bears a fingerprint, those of another content, and those that
    don't tell of which, are left out: nobody approved or signed this content by them.

    Args:
        marks: the approvals and signatures of an agreement.
        own: the content's fingerprint; asked for only where some mark bears one.
    """
    known = list(marks)
    if not any(item.model.sormenjalki for item in known):
        return known
    wanted = own()
    return [item for item in known if item.model.sormenjalki == wanted]


def suspects_of(
    alue: Alue,
    index: int,
    versions: Versions,
    library_of: Callable[[str], Lausekekirjasto | None],
) -> list[Suspect]:
    """The versions that some party has approved and that an agreement has left.

    Most agreements have no mark with a fingerprint: of them no content is made.
    """
    agreement = alue.sopimukset[index]
    if not any(mark.model.sormenjalki for mark in marks_of(agreement, ())):
        return []
    now = content(alue, agreement, library_of(agreement.laji), versions)
    return suspects(alue, index, versions, now)


def suspects(alue: Alue, index: int, versions: Versions, now: Sisalto | None) -> list[Suspect]:
    """The same for a content that is known.

    Args:
        alue: the region's record, for the amending agreements in it.
        index: the agreement's place in it.
        versions: the region's released versions.
        now: what of the agreement counts in an approval, as it stands now.
    """
    agreement, path = alue.sopimukset[index], ("sopimukset", index)
    if now is None:
        return []
    by_party = _by_party(marks_of(agreement, path))
    own = fingerprint(now)
    known = versions_of(versions, agreement.tunnus)
    left: dict[tuple[str, str], list[Mark]] = {}
    again: set[str] = set()
    for (list_name, party), given in by_party.items():  # approvals stand before signatures
        # where every one has a condition, they still tell which content it was about
        marks = [mark for mark in given if not mark.conditional] or given
        approved = _approved(alue, agreement, versions, marks)
        newest = [item for item in known if item.sormenjalki in approved]
        if newest and own not in approved and party not in again:
            left.setdefault((newest[-1].versio, list_name), []).append(marks[-1])
            again.add(party)
    by_number = {item.versio: item for item in known}
    current = next((item for item in reversed(known) if item.sormenjalki == own), None)
    return [
        Suspect(
            by_number[versio],
            name,
            tuple(marks),
            tuple(moved(by_number[versio].sisalto, now)),
            current,
        )
        for (versio, name), marks in left.items()
    ]


def _by_party(marks: Iterable[Mark]) -> dict[tuple[str, str], list[Mark]]:
    """The marks of a party with a fingerprint, by list and party, in the order of the file."""
    found: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        if mark.model.sormenjalki and mark.model.osapuoli:
            found.setdefault((mark.list_name, mark.model.osapuoli), []).append(mark)
    return found


def approved_contents(
    alue: Alue, agreement: Sopimus, versions: Versions, list_name: str, by: date | None = None
) -> dict[str, set[str]]:
    """The fingerprints that each party has approved, or signed, without a condition.

    Args:
        alue: the region's record, for the amending agreements in it.
        agreement: the agreement.
        versions: the region's released versions.
        list_name: whether approvals are asked for, or signatures.
        by: only those that were given by the day, those of amending agreements too; None for all.
    """
    firm = [mark for mark in marks_of(agreement, ()) if mark.firm_by(by)]
    return {
        party: _approved(alue, agreement, versions, marks, by)
        for (name, party), marks in _by_party(firm).items()
        if name == list_name
    }


def _approved(
    alue: Alue,
    agreement: Sopimus,
    versions: Versions,
    marks: Iterable[Mark],
    by: date | None = None,
) -> set[str]:
    """The fingerprints that a party has approved, those it came to by amending agreements too."""
    own = list(marks)
    approved = {mark.model.sormenjalki for mark in own if mark.model.sormenjalki}
    steps = list(_steps(alue, agreement, versions, own[0], by))
    while fresh := {new for old, new in steps if old in approved} - approved:
        approved |= fresh
    return approved


def _steps(
    alue: Alue, agreement: Sopimus, versions: Versions, mark: Mark, by: date | None
) -> Iterator[tuple[str, str]]:
    """From which content to which the party has agreed to go by a day, in amending agreements."""
    for other in alue.sopimukset:
        if other.laji != AMENDING:
            continue
        signed = {
            item.model.sormenjalki
            for item in marks_of(other, ())
            if item.list_name == mark.list_name
            and item.model.osapuoli == mark.model.osapuoli
            and item.firm_by(by)
        }
        for version in versions_of(versions, other.tunnus):
            if version.sormenjalki in signed:
                yield from _step(version, agreement)


def _step(version: Versio, agreement: Sopimus) -> Iterator[tuple[str, str]]:
    """What a version of an amending agreement does to an agreement."""
    known = version.sisalto.muutettavat
    for entry in version.sisalto.sopimukset:
        change = entry.muuttaa
        if change and change.sopimus == agreement.tunnus:
            old, new = known.get(change.versiosta), known.get(change.versioon)
            if old and new:
                yield old, new

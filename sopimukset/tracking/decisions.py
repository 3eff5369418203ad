"""Every recorded decision of a region, with whose it is and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.tracking.fingerprints import group_of
from sopimukset.tracking.roles import Role

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma, Paatos
    from sopimukset.model.henkilo import Nimetty
    from sopimukset.model.paths import Path
    from sopimukset.tracking.holdings import Holdings


class Decided(NamedTuple):
    """A recorded decision.

    Attributes:
        path: its place in the record.
        decision: what was recorded.
        party: the `tunnus` of whose body decided; "" where it isn't recorded.
        role: the party's role; None where the record has no such party.
        group: the `tunnus` of the group that it is about; "" for none.
        subject: the `tunnus` of what was decided on: a term, a seat, an agreement.
    """

    path: Path
    decision: Paatos
    party: str
    role: Role | None
    group: str
    subject: str


class _Found(NamedTuple):
    path: Path
    decision: Paatos | None
    party: str | None
    group: str
    subject: str


def decisions_of(holdings: Holdings) -> Iterator[Decided]:
    """The decisions of a region's file, in its order."""
    roles = holdings.roles
    for found in _found(holdings):
        if found.decision is not None:
            party = found.party or ""
            yield Decided(
                found.path,
                found.decision,
                party,
                roles.get(party),
                found.group,
                found.subject,
            )


def _found(holdings: Holdings) -> Iterator[_Found]:
    alue = holdings.alue
    for index, group in enumerate(alue.johtoryhmat):
        yield from _of_group(("johtoryhmat", index), group)
    for index, agreement in enumerate(alue.sopimukset):
        group_model = group_of(alue, agreement)
        group_name = group_model.tunnus if group_model else ""
        for place, approval in enumerate(agreement.hyvaksynnat):
            path = ("sopimukset", index, "hyvaksynnat", place)
            yield _Found(path, approval, approval.osapuoli, group_name, agreement.tunnus)


def _of_group(path: Path, group: Johtoryhma) -> Iterator[_Found]:
    own = group.tunnus
    agreed = group.sopimus_asettajasta
    for index, item in enumerate(agreed.paatokset if agreed else ()):
        place = (*path, "sopimus_asettajasta", "paatokset", index)
        yield _Found(place, item, item.osapuoli, own, own)
    for index, term in enumerate(group.toimikaudet):
        made = term.asettaminen
        place = (*path, "toimikaudet", index, "asettaminen")
        yield _Found(place, made, made.asettaja if made else None, own, term.tunnus)
    for index, seat in enumerate(group.jasenet):
        place = (*path, "jasenet", index)
        yield from _people((*place, "nimetyt"), seat.nimetyt, seat.nimeaja, own, seat.tunnus)
        deputies = (*place, "varajasenet")
        yield from _people(deputies, seat.varajasenet, seat.nimeaja, own, seat.tunnus)
    for key, offices in (
        ("puheenjohtaja", group.puheenjohtaja),
        ("varapuheenjohtaja", group.varapuheenjohtaja),
    ):
        for index, office in enumerate(offices):
            yield _Found((*path, key, index, "paatos"), office.paatos, office.nimeaja, own, key)
    for index, task in enumerate(group.johtavat_henkilot):
        place = (*path, "johtavat_henkilot", index)
        yield from _people((*place, "nimetyt"), task.nimetyt, task.nimeaja, own, task.tunnus)
        deputies = (*place, "varahenkilot")
        yield from _people(deputies, task.varahenkilot, task.nimeaja, own, task.tunnus)


def _people(
    path: Path, people: Sequence[Nimetty], party: str | None, group: str, subject: str
) -> Iterator[_Found]:
    for index, person in enumerate(people):
        yield _Found((*path, index, "paatos"), person.paatos, party, group, subject)

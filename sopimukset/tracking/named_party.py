"""Which party a word on the command line means: over all regions, or in one of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, KELA_ROLE, PARTNER, Role, role_of

if TYPE_CHECKING:
    from sopimukset.model import Alue
    from sopimukset.register import Register

SEPARATOR = ":"


def role_text(role: Role) -> str:
    """A role as one word: `kela`, `tyovoimaviranomainen:lahti`."""
    return f"{role.kind}{SEPARATOR}{role.key}" if role.key else role.kind


def roles_named(word: str, regions: Iterable[Alue], register: Register) -> list[Role]:
    """The roles that a word may mean; none where it means nothing, several where it is open.

    Args:
        word: `kela`, a key of the register, a party's `tunnus` in a file, or kind and key
            (`hyvinvointialue:paijat-hame`).
        regions: the records that were read; a role that none of them knows yields to one that
            some does.
        register: the national register.
    """
    known = {(party.tunnus, role_of(party)) for alue in regions for party in alue.osapuolet}
    kind, found, key = word.partition(SEPARATOR)
    if found:
        wanted = Role(kind, key)
        return [wanted] if wanted in _all(known, register) else []
    if word == KELA:
        return [KELA_ROLE]
    candidates = {role for tunnus, role in known if tunnus == word}
    by_key = {Role(AUTHORITY, word), Role(COUNTY, word), Role(PARTNER, word)}
    recorded = {role for _, role in known}
    candidates |= by_key & recorded
    return sorted(candidates or by_key & _all(known, register))


def words_known(regions: Iterable[Alue], register: Register) -> set[str]:
    """What may be typed, so that the nearest word can be suggested."""
    words = {party.tunnus for alue in regions for party in alue.osapuolet}
    return words | {KELA, *register.tyollisyysalueet, *register.hyvinvointialueet}


def _all(known: set[tuple[str, Role]], register: Register) -> set[Role]:
    return (
        {role for _, role in known}
        | {Role(AUTHORITY, key) for key in register.tyollisyysalueet}
        | {Role(COUNTY, key) for key in register.hyvinvointialueet}
        | {KELA_ROLE}
    )

"""In which role a party takes part, so that it can be recognised across region files."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sopimukset.model import Osapuoli

AUTHORITY = "tyovoimaviranomainen"
COUNTY = "hyvinvointialue"
KELA = "kela"
PARTNER = "kumppani"


class Role(NamedTuple):
    """A role and, where the register has one, the key of who holds it.

    An authority is its `tyollisyysalue`, a county its `hyvinvointialue`, Kela its role alone: two
    region files that name the same role mean the same organisation (spec README).
    """

    kind: str
    key: str = ""


KELA_ROLE = Role(KELA)


def role_of(party: Osapuoli) -> Role:
    """The role that the party holds; a partner is known by its own `tunnus`."""
    kind = party.rooli
    if kind == AUTHORITY:
        return Role(AUTHORITY, party.tyollisyysalue or party.tunnus)
    if kind == COUNTY:
        return Role(COUNTY, party.hyvinvointialue or party.tunnus)
    if kind == KELA:
        return KELA_ROLE
    return Role(PARTNER, party.tunnus)

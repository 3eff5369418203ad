"""How messages speak of a party: by its own or the register's name, never by a person's."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopimukset.base.speech import SWEDISH, language, say
from sopimukset.tracking.holdings import spoken_text
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, Role, role_of

if TYPE_CHECKING:
    from sopimukset.model import Alue, Osapuoli
    from sopimukset.register import Hyvinvointialue, Register, Tyollisyysalue


def told_name(entity: Hyvinvointialue | Tyollisyysalue) -> str:
    """The register's name of a county or an area, in the language that is spoken."""
    return entity.nimi_sv if language() == SWEDISH else entity.nimi_fi


def party_name(role: Role, register: Register) -> str:
    """The name of a role; of a partner, and of what the register doesn't know, its key."""
    if role.kind == KELA:
        return say("Kela")
    if role.kind == AUTHORITY:
        area = register.tyollisyysalueet.get(role.key)
        name = told_name(area) if area else role.key
        return say("työvoimaviranomainen ({alue})").format(alue=name)
    if role.kind == COUNTY:
        county = register.hyvinvointialueet.get(role.key)
        return told_name(county) if county else role.key
    return role.key


def recorded_name(alue: Alue, party: Osapuoli, register: Register) -> str:
    """The name that the record gives a party, else its legal person's, else the register's."""
    own = spoken_text(alue, party.nimi or party.oikeushenkilo)
    return own or party_name(role_of(party), register)


def names_with_keys(alue: Alue, wanted: Iterable[str], register: Register) -> list[str]:
    """Names of parties, each with its `tunnus`, which a command takes.

    A `tunnus` that the record has no party for stands as it is.
    """
    parties = {party.tunnus: party for party in alue.osapuolet}
    return [
        f"{recorded_name(alue, parties[key], register)} ({key})" if key in parties else key
        for key in wanted
    ]

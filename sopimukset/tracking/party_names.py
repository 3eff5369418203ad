"""How messages speak of a party: by the register's name, never by a person's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopimukset.base.speech import SWEDISH, language, say
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, Role

if TYPE_CHECKING:
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

"""What the national report calls things: names for readers, keys only for those who calculate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopimukset.base.speech import mark
from sopimukset.documents.kinds import BY_NAME
from sopimukset.documents.report.voice import Voice
from sopimukset.documents.structure_blocks import INVENTED
from sopimukset.documents.yearly_goals import NATIONAL
from sopimukset.register import load_indicators
from sopimukset.tracking.roles import AUTHORITY, Role

if TYPE_CHECKING:
    from sopimukset.model import Teksti
    from sopimukset.tracking.holdings import Holdings

AREA = mark("työllisyysalue {nimi}")
NAMELESS = mark("nimeä ei ole kirjattu ({tunnus})")


def party(role: Role, voice: Voice) -> str:
    """Who holds a role; an authority is told from the town that it has its name of."""
    name = voice.role(role)
    return voice.tell(AREA, nimi=name) if role.kind == AUTHORITY else name


def group(tunnus: str, holdings: Holdings | None, voice: Voice) -> str:
    """A steering group's name in the language, else as its region calls it; "" for no group.

    Where no name is recorded, that is told, with the key by which the group is found.
    """
    if not tunnus:
        return ""
    groups = holdings.alue.johtoryhmat if holdings else ()
    found = next((item.nimi for item in groups if item.tunnus == tunnus), None)
    named = text(found, holdings, voice)
    return named or voice.tell(NAMELESS, tunnus=tunnus)


def text(recorded: Teksti | None, holdings: Holdings | None, voice: Voice) -> str:
    """A recorded text in the language, else in the region's own; "" without one."""
    found = None if isinstance(recorded, str) else getattr(recorded, voice.language, None)
    return found or (holdings.text(recorded) if holdings else None) or ""


def source(recorded: str, voice: Voice) -> str:
    """A source as it is recorded; the word for invented facts in the language."""
    return voice.say(INVENTED) if recorded == INVENTED else recorded


def kind(laji: str, voice: Voice) -> str:
    """What a kind of agreement is called; its key where we have no name for it."""
    found = BY_NAME.get(laji)
    return voice.say(found.nimi) if found else laji


def national_goals(keys: Iterable[str], voice: Voice) -> str:
    """The national goals by their labels (380/2023 21 §); a key where we have none."""
    return "; ".join(voice.say(NATIONAL[key]) if key in NATIONAL else key for key in keys)


def indicator(key: str | None, voice: Voice) -> str:
    """An indicator's name; its key where the catalogue doesn't know it, "" without one."""
    found = load_indicators().mittari(key) if key else None
    return found.nimi.kielella(voice.language) if found else key or ""

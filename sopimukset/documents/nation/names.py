"""What the national report calls things: names for readers, keys only for those who calculate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sopimukset.base.speech import mark
from sopimukset.documents.kinds import BY_NAME
from sopimukset.documents.report.voice import Voice
from sopimukset.documents.yearly_goals import NATIONAL
from sopimukset.register import load_indicators
from sopimukset.tracking.roles import AUTHORITY, Role

if TYPE_CHECKING:
    from sopimukset.tracking.holdings import Holdings

AREA = mark("työllisyysalue {nimi}")


def party(role: Role, voice: Voice) -> str:
    """Who holds a role; an authority is told from the town that it has its name of."""
    name = voice.role(role)
    return voice.tell(AREA, nimi=name) if role.kind == AUTHORITY else name


def group(tunnus: str, holdings: Holdings | None, voice: Voice) -> str:
    """A steering group's name in the language; its `tunnus` where it has none in it.

    A plain text is in the region's own language.
    """
    if holdings is None:
        return tunnus
    found = next((item.nimi for item in holdings.alue.johtoryhmat if item.tunnus == tunnus), None)
    if isinstance(found, str):
        return found if holdings.alue.kielet[:1] == (voice.language,) else tunnus
    return getattr(found, voice.language, None) or tunnus


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

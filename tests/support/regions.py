"""Small regions as models, for what is derived from them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sopimukset import register
from sopimukset.model import Alue, Kokous, Seuranta, Versio
from sopimukset.tracking.holdings import Holdings

REGISTER = register.load()
PARTIES = (
    {
        "tunnus": "hollola",
        "rooli": "tyovoimaviranomainen",
        "tyollisyysalue": "paijat-hame",
        "oikeushenkilo": "Hollolan kunta",
        "toimielin": "työllisyyslautakunta",
    },
    {
        "tunnus": "hva",
        "rooli": "hyvinvointialue",
        "hyvinvointialue": "paijat-hame",
        "oikeushenkilo": "Päijät-Hämeen hyvinvointialue",
        "toimielin": "aluehallitus",
    },
    {"tunnus": "kela", "rooli": "kela"},
)
DAY = timedelta(days=1)


def holdings(
    *, meetings: Any = (), follow_ups: Any = (), versions: Any = (), **fields: Any
) -> Holdings:
    """A confirmed region with three parties, and what a test adds."""
    plain = {
        "muoto": 1,
        "alue": "paijat-hame",
        "vaihe": "vahvistettu",
        "osapuolet": PARTIES,
        **fields,
    }
    read = [Versio.model_validate(item) for item in versions]
    return Holdings(
        "paijat-hame",
        Alue.model_validate(plain),
        REGISTER,
        tuple(Kokous.model_validate({"muoto": 1, **item}) for item in meetings),
        tuple(Seuranta.model_validate({"muoto": 1, **item}) for item in follow_ups),
        {(item.sopimus, item.versio): item for item in read},
    )


def agreement(**fields: Any) -> dict[str, Any]:
    """An agreement among the three parties."""
    plain = {
        "tunnus": "s",
        "laji": "tym-sopimus",
        "osapuolet": ["hollola", "hva", "kela"],
        "voimassa": {"alkaen": "2026-03-01"},
    }
    return {**plain, **fields}


def concluded(**fields: Any) -> dict[str, Any]:
    """The same, approved and signed by all in February 2026."""
    parties = ("hollola", "hva", "kela")
    approvals = [{"osapuoli": item, "pvm": "2026-02-02"} for item in parties]
    signatures = [{"osapuoli": item, "pvm": "2026-02-16"} for item in parties]
    return agreement(**{"hyvaksynnat": approvals, "allekirjoitukset": signatures, **fields})


def group(**fields: Any) -> dict[str, Any]:
    """A group whose one term is from 1 February 2025 to 31 January 2030."""
    plain = {
        "tunnus": "tym",
        "toimialue": {"kunnat": ["Hollola"]},
        "toimikaudet": [{"tunnus": "k1", "alkaen": "2025-02-01", "paattyen": "2030-01-31"}],
    }
    return {**plain, **fields}


def around(text: str) -> tuple[date, date, date]:
    """The day before, the day and the day after."""
    day = date.fromisoformat(text)
    return day - DAY, day, day + DAY

"""The national register, the catalogue of indicators, and the national recommendations.

Nothing is read at import; `load()`, `load_indicators()` and `load_recommendations()` read the
packaged data when they are first called.
"""

from __future__ import annotations

from sopimukset.register.catalogue import Register
from sopimukset.register.entities import (
    KELA,
    Hyvinvointialue,
    Jarjestamismuoto,
    Kansanelakelaitos,
    Kieliasema,
    Kunta,
    Luokka,
    Tyollisyysalue,
)
from sopimukset.register.indicators import Mittari, Mittariluettelo, Nimi, load_indicators
from sopimukset.register.reading import load
from sopimukset.register.recommendations import (
    Suositukset,
    Suositus,
    Suosituskohta,
    YhteistyonKuvaus,
    YhteistyonTaso,
    load_recommendations,
)

__all__ = [
    "KELA",
    "Hyvinvointialue",
    "Jarjestamismuoto",
    "Kansanelakelaitos",
    "Kieliasema",
    "Kunta",
    "Luokka",
    "Mittari",
    "Mittariluettelo",
    "Nimi",
    "Register",
    "Suositukset",
    "Suositus",
    "Suosituskohta",
    "Tyollisyysalue",
    "YhteistyonKuvaus",
    "YhteistyonTaso",
    "load",
    "load_indicators",
    "load_recommendations",
]

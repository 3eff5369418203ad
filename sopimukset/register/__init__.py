"""The national register: counties, employment areas, municipalities and Kela; the indicators.

Nothing is read at import; `load()` and `load_indicators()` read the packaged data when they are
first called.
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
    "Tyollisyysalue",
    "load",
    "load_indicators",
]

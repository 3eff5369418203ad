"""The national register: counties, employment areas, municipalities and Kela.

Nothing is read at import; `load()` reads the packaged data when it is first called.
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
from sopimukset.register.reading import load

__all__ = [
    "KELA",
    "Hyvinvointialue",
    "Jarjestamismuoto",
    "Kansanelakelaitos",
    "Kieliasema",
    "Kunta",
    "Luokka",
    "Register",
    "Tyollisyysalue",
    "load",
]

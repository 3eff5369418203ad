"""The statutes: acts, sections in the wording of a day, Finlex links, national goals.

Nothing is read at import; `load()` reads the list of acts, and a text is parsed when a section
of it is first asked for.
"""

from __future__ import annotations

from sopimukset.statutes.citations import Viite, parse_viite
from sopimukset.statutes.collection import Statutes, load, text_files
from sopimukset.statutes.entities import Kieli, Momentti, Pykala, Saados, Tavoite

__all__ = [
    "Kieli",
    "Momentti",
    "Pykala",
    "Saados",
    "Statutes",
    "Tavoite",
    "Viite",
    "load",
    "parse_viite",
    "text_files",
]

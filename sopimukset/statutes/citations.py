"""Citations of a section of law: what one looks like, and how one is read."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sopimukset.base.speech import say

# Patterns are text: `re` compiles and keeps them at first use, which spares the start-up.
_CITATION = (
    r"(?P<saados>[1-9][0-9]{0,3}/[0-9]{4})"
    r"\s+(?P<pykala>[1-9][0-9]*)(?:\s?(?P<kirjain>[a-z]))?\s*§"
    r"(?:\s+(?P<momentti>[1-9][0-9]*)\s*mom(?:entti|\.)?)?"
    r"(?:\s+(?P<kohta>[1-9][0-9]*)\s*k(?:ohta|\.)?)?"
)
_SEVERAL = r"[-‐‑–—,;]\s*\d|\bja\s+\d"
_ACT = r"\d/\d{4}\b"


@dataclass(frozen=True, slots=True)
class Viite:
    """A citation of one section, or of one momentti or kohta in it.

    Attributes:
        saados: number of the act, `381/2023`.
        pykala: number of the section with its letter, `9` or `13 a`.
        momentti: the subsection, from 1; None for the whole section, or for a kohta in a section
            that has only one list.
        kohta: number of the item in a list, from 1; None where no item is meant.
    """

    saados: str
    pykala: str
    momentti: int | None = None
    kohta: int | None = None

    def __str__(self) -> str:
        """The citation as a lawyer writes it: `381/2023 9 § 1 mom`, `388/2024 3 § 5 kohta`."""
        parts = [f"{self.saados} {self.pykala} §"]
        if self.momentti is not None:
            parts.append(f"{self.momentti} mom")
        if self.kohta is not None:
            parts.append(f"{self.kohta} kohta")
        return " ".join(parts)


_WORDS: Mapping[str, Sequence[tuple[str, str]]] = {
    "fi": ((r"(?<=\d\s)k\b\.?", "kohta"),),
    "sv": (
        (r"(?<=\d\s)mom\b\.?", "mom."),
        (r"(?<=\d\s)(?:kohta|k)\b\.?", "punkten"),
        (r"(?<=\d\s)luku\b", "kap."),
    ),
    "en": (
        (r"(\d+(?: [a-z])?) §", r"section \1"),
        (r" (\d+) mom\b\.?", r", subsection \1"),
        (r" (\d+) (?:kohta|k)\b\.?", r", paragraph \1"),
        (r"(\d+)\sluku\b", r"chapter \1"),
    ),
}
"""What becomes of the words of a citation in a language, after the number that they belong to."""


def cited(text: str, language: str) -> str:
    """A citation as a language writes it.

    `388/2024 3 § 2 kohta` is in Swedish `388/2024 3 § 2 punkten`, as in Finlex, and in English
    `388/2024 section 3, paragraph 2`, as in Finlex's translations.
    """
    for pattern, word in _WORDS[language]:
        text = re.sub(pattern, word, text)
    return text


def parse_viite(text: str) -> Viite:
    """Reads one citation: `381/2023 9 § 1 mom`, `388/2024 3 § 5 k`, `621/1999 6 § 1 mom 8 kohta`.

    A citation names its act and one place in it. Ranges and lists (`9–10 §`) are refused: each
    place has its own text and its own day.

    Raises:
        ValueError: with a sentence that says what is wrong and how to write it.
    """
    match = re.fullmatch(_CITATION, text.strip())
    if match is None:
        raise ValueError(_complaint(text))
    pykala = " ".join(part for part in (match["pykala"], match["kirjain"]) if part)
    return Viite(match["saados"], pykala, _number(match["momentti"]), _number(match["kohta"]))


def _number(text: str | None) -> int | None:
    return None if text is None else int(text)


def _complaint(text: str) -> str:
    if re.search(_ACT, text) is None:
        return say(_ACTLESS).format(viite=text)
    if re.search(_SEVERAL, text):
        return say(_MANY).format(viite=text)
    return say(_UNKNOWN).format(viite=text)


_ACTLESS = "Viitteestä ”{viite}” puuttuu säädöksen numero. Kirjoita esimerkiksi 381/2023 9 § 2 mom."
_MANY = "Viite ”{viite}” tarkoittaa useaa kohtaa. Kirjoita jokainen omaksi viitteekseen."
_UNKNOWN = (
    "Viitettä ”{viite}” ei tunnisteta. "
    "Kirjoita esimerkiksi 381/2023 9 § 1 mom tai 388/2024 3 § 5 kohta."
)

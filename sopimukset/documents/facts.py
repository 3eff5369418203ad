"""Facts on their way into a document: present, or a visible gap that is listed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sopimukset.base.dates import in_finnish
from sopimukset.formats.word import gap
from sopimukset.model import Alue, Teksti, tekstina

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that the document needs and the record lacks.

    Attributes:
        what: what is missing, as a reader of the document sees it.
        path: where in the record it belongs.
    """

    what: str
    path: Path


class Facts:
    """Gives the record's facts as text and keeps count of those that are missing."""

    def __init__(self, alue: Alue, language: str) -> None:
        self.alue = alue
        self.language = language
        self.gaps: list[Gap] = []

    def text(self, teksti: Teksti | None) -> str:
        """The text in the document's language; "" where there is none in it."""
        return tekstina(teksti, self.language) or ""

    def needed(self, value: str | None, what: str, path: Path) -> str:
        """The value, or a visible gap that is listed."""
        if value:
            return value
        missing = Gap(f"{what} puuttuu", path)
        if missing not in self.gaps:
            self.gaps.append(missing)
        return gap(missing.what)

    def doubtful(self, what: str, path: Path) -> None:
        """List a fact that is printed but not confirmed: no final paper may rest on it."""
        doubt = Gap(what, path)
        if doubt not in self.gaps:
            self.gaps.append(doubt)

    def needed_text(self, teksti: Teksti | None, what: str, path: Path) -> str:
        """The text in the document's language, or a gap that tells which language lacks it."""
        if teksti is None or isinstance(teksti, str):
            return self.needed(self.text(teksti), what, path)
        return self.needed(self.text(teksti), f"{what} suomeksi", path)


def day(value: date | None) -> str:
    """The day as 1.4.2025, "" where it is not recorded."""
    return in_finnish(value) if value else ""


def number(value: Decimal | int | None) -> str:
    """The number as Finnish writes it: 8,5; no trailing zeros, "" where it is not recorded."""
    if value is None:
        return ""
    text = f"{value:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",")


def since_until(start: date | None, end: date | None) -> str:
    """The dates behind a fact: "1.6.2026 alkaen", "31.5.2026 saakka", "1.6.2026–31.5.2027"."""
    if start and end:
        return f"{in_finnish(start)}–{in_finnish(end)}"
    if start:
        return f"{in_finnish(start)} alkaen"
    return f"{in_finnish(end)} saakka" if end else ""

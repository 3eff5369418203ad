"""What the statutes hold: acts, sections with their dated wordings, national goals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sopimukset.base.periods import BEGINNING, FOREVER, Period

Kieli = Literal["fi", "sv"]


@dataclass(frozen=True, slots=True)
class Saados:
    """An act or a decree, as the list of acts tells of it.

    Attributes:
        numero: number in the statute book, `381/2023`.
        nimi_fi: name in Finnish; in parentheses where only the kind of act is known.
        nimi_sv: name in Swedish, empty where it is not recorded.
        tila: `voimassa` or `kumottu`, with a note where there is one.
        alkaen: first day in force, None where it is not recorded.
        paattyen: last day in force, None while in force or where not recorded.
        luettu: what of the act was read when the list was compiled.
        osoite: the act's page in Finlex, empty where it is not known.
        huom: what else is to be known.
        tarkistettu: the day whose text is stored in Finnish; None where no text is stored or the
            stored text is the original one.
        kielet: languages in which a text is stored; empty where the act is cited without one.
        alkuperainen: the stored Finnish text is the original one, without later amendments.
        kokonaan: the stored Finnish text holds all sections of the act.
    """

    numero: str
    nimi_fi: str
    nimi_sv: str
    tila: str
    alkaen: date | None
    paattyen: date | None
    luettu: str
    osoite: str
    huom: str
    tarkistettu: date | None
    kielet: tuple[Kieli, ...] = ()
    alkuperainen: bool = False
    kokonaan: bool = False

    def voimassa(self, on: date) -> bool:
        """Whether the act is in force on the day; an unrecorded end of the period is open."""
        return _within(on, self.alkaen, self.paattyen)


@dataclass(frozen=True, slots=True)
class Momentti:
    """A subsection of a section.

    Attributes:
        teksti: the sentence or sentences, without Finlex's italics.
        kohdat: the numbered items that belong to it, each with its number: `1) …`; sub-items
            (`a) …`) follow their item on lines of their own.
    """

    teksti: str
    kohdat: tuple[str, ...] = ()

    @property
    def kokonaan(self) -> str:
        """The text with its items, a line each."""
        return "\n".join((self.teksti, *self.kohdat))

    def kohta(self, number: int) -> str | None:
        """The item of that number, None where there is none."""
        start = f"{number}) "
        return next((item for item in self.kohdat if item.startswith(start)), None)


@dataclass(frozen=True, slots=True)
class Pykala:
    """One wording of a section.

    Attributes:
        saados: number of the act.
        numero: number of the section with its letter, `9` or `13 a`.
        otsikko: heading.
        momentit: subsections in order.
        kieli: language of the text.
        sanamuoto: the note by which the stored text tells wordings apart, without parentheses;
            empty where the section has one wording only.
        alkaen: first day of this wording where the stored text says so.
        paattyen: last day of this wording where the stored text says so.
    """

    saados: str
    numero: str
    otsikko: str
    momentit: tuple[Momentti, ...]
    kieli: Kieli
    sanamuoto: str = ""
    alkaen: date | None = None
    paattyen: date | None = None

    def voimassa(self, on: date) -> bool:
        """Whether this is the wording on the day; an unrecorded end of the period is open."""
        return _within(on, self.alkaen, self.paattyen)

    @property
    def teksti(self) -> str:
        """The section's text without heading, a line for each momentti and item."""
        return "\n".join(momentti.kokonaan for momentti in self.momentit)

    def kohdassa(self, momentti: int | None, kohta: int | None) -> str | None:
        """The text of a momentti or a kohta; without either, the section's.

        A kohta without a momentti is looked for in the section's only list.

        Returns:
            The text; None where there is none, or where it is open which list is meant.
        """
        if momentti is None and kohta is None:
            return self.teksti
        momentit = self.momentit
        if momentti is not None:
            momentit = momentit[momentti - 1 : momentti]
        if kohta is not None:
            lists = [each for each in momentit if each.kohdat]
            return lists[0].kohta(kohta) if len(lists) == 1 else None
        return momentit[0].kokonaan if momentit else None


@dataclass(frozen=True, slots=True)
class Tavoite:
    """A national goal of promoting employment (380/2023 21 §).

    Attributes:
        avain: key of ours; a group's yearly goal refers to it.
        nimi_fi: label in Finnish.
        nimi_en: the ministry's English text.
        alkaen: first day in force.
        paattyen: last day in force.
        kaannos_oma: the Finnish label is our translation and is to be shown as such.
    """

    avain: str
    nimi_fi: str
    nimi_en: str
    alkaen: date
    paattyen: date
    kaannos_oma: bool

    def voimassa(self, on: date) -> bool:
        """Whether the goal is in force on the day."""
        return _within(on, self.alkaen, self.paattyen)


def _within(on: date, start: date | None, end: date | None) -> bool:
    return on in Period(start or BEGINNING, end or FOREVER)

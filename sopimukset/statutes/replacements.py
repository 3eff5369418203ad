"""Amendments that are stored apart from the act they amend, put in their place.

The stored Swedish 381/2023 and the stored 423/2003 are original texts. An amending act changes
some momentit of a section and leaves the others, so a section in force is put together from two
texts. Which and when stands in `data/korvaukset.csv`, read from the amending acts' preambles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sopimukset.statutes.citations import Viite
from sopimukset.statutes.entities import Momentti, Pykala

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Replacement:
    """One section whose stored wording is replaced or ends.

    Attributes:
        saados: number of the act whose section it is.
        kieli: language of the texts.
        pykala: number of the section.
        momentit: the first and the last momentti that are replaced, from 1; None for all.
        tiedosto: the file that holds the new text; empty where only the end is recorded.
        alkaen: first day of the wording thus made.
        paattyen: last day of the wording thus made.
    """

    saados: str
    kieli: str
    pykala: str
    momentit: tuple[int, int] | None
    tiedosto: str
    alkaen: date | None
    paattyen: date | None

    def as_printed(self, viite: Viite) -> Viite | None:
        """Where the amending act prints what a citation points to; None where it doesn't.

        The momentit that an amending act prints are counted from its own first.
        """
        if (viite.saados, viite.pykala) != (self.saados, self.pykala) or not self.tiedosto:
            return None
        act = self.tiedosto.partition(".")[0].replace("-", "/")
        if self.momentit is None or viite.momentti is None:
            return replace(viite, saados=act)
        first, last = self.momentit
        within = first <= viite.momentti <= last
        return replace(viite, saados=act, momentti=viite.momentti - first + 1) if within else None


def read_replacement(row: Row) -> Replacement:
    """A replacement out of a row of `korvaukset.csv`.

    Raises:
        ValueError: a date or a momentti is not one.
    """
    first, _, last = row["momentit"].partition("-")
    return Replacement(
        saados=row["saados"],
        kieli=row["kieli"],
        pykala=row["pykala"],
        momentit=(int(first), int(last or first)) if first else None,
        tiedosto=row["tiedosto"],
        alkaen=_date(row["alkaen"]),
        paattyen=_date(row["paattyen"]),
    )


def apply_replacements(
    sections: Iterable[Pykala],
    replacements: Iterable[Replacement],
    sections_of: Callable[[str], tuple[Pykala, ...]],
) -> tuple[Pykala, ...]:
    """The sections with every replacement made; a section that was not stored is added.

    Args:
        sections: the stored sections of one act in one language.
        replacements: those that concern the act and the language.
        sections_of: gives the sections that a file of an amending act holds.

    Raises:
        KeyError: neither the act nor the amending act holds a section.
    """
    made = {section.numero: section for section in sections}
    for each in replacements:
        stored = made.get(each.pykala)
        made[each.pykala] = replace(
            _merged(stored, each, sections_of) or made[each.pykala],
            saados=each.saados,
            alkaen=each.alkaen,
            paattyen=each.paattyen,
        )
    return tuple(made.values())


def _merged(
    stored: Pykala | None,
    replacement: Replacement,
    sections_of: Callable[[str], tuple[Pykala, ...]],
) -> Pykala | None:
    if not replacement.tiedosto:
        return stored
    source = {each.numero: each for each in sections_of(replacement.tiedosto)}
    new = source[replacement.pykala]
    if stored is None or replacement.momentit is None:
        return new
    return replace(new, momentit=_spliced(stored.momentit, replacement.momentit, new.momentit))


def _spliced(
    old: tuple[Momentti, ...], span: tuple[int, int], new: tuple[Momentti, ...]
) -> tuple[Momentti, ...]:
    # An amending act prints only the momentit that it changes.
    first, last = span
    return old[: first - 1] + new[: last - first + 1] + old[last:]


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None

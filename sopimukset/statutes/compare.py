"""Two states of an act, section by section: what is new, gone or worded otherwise. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from sopimukset.base.periods import BEGINNING
from sopimukset.base.speech import mark
from sopimukset.statutes.citations import Viite
from sopimukset.statutes.entities import Pykala


class Kind(Enum):
    """What became of a section, in words to be said."""

    TEXT = mark("teksti muuttunut")
    HEADING = mark("otsikko muuttunut")
    GONE = mark("pykälää ei ole uudemmassa tekstissä")
    NEW = mark("uusi pykälä")


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that isn't the same in both.

    Attributes:
        saados: number of the act.
        numero: number of the section.
        kind: what became of it.
        old, new: its newest wording in each; None where there is none.
        momentit: the numbers, from 1, of the momentit that are worded otherwise; empty where
            only the heading is, and where the section is new or gone.
    """

    saados: str
    numero: str
    kind: Kind
    old: Pykala | None
    new: Pykala | None
    momentit: tuple[int, ...] = ()

    def touches(self, viite: Viite) -> bool:
        """Whether the text that a citation points to reads otherwise now."""
        if (viite.saados, viite.pykala) != (self.saados, self.numero):
            return False
        if self.old is None or self.new is None or self.kind is Kind.HEADING:
            return True  # what the section is about reads otherwise, whatever is cited of it
        if viite.momentti is None and viite.kohta is None:
            return True
        place = viite.momentti, viite.kohta
        return self.old.kohdassa(*place) != self.new.kohdassa(*place)


def compare(
    old: Iterable[Pykala], new: Iterable[Pykala], *, whole: bool
) -> tuple[SectionChange, ...]:
    """The sections that differ, in the order of the newer text, those that are gone last.

    Of a section with several wordings the newest counts in each text: an older wording that a
    newer text leaves out is no change.

    Args:
        old: the stored sections of an act in one language.
        new: the sections of the newer text.
        whole: whether the act is stored whole. If not, a section that isn't stored is no news.
    """
    return tuple(_changes(_newest(old), _newest(new), whole=whole))


def _changes(
    old: dict[str, Pykala], new: dict[str, Pykala], *, whole: bool
) -> Iterator[SectionChange]:
    for numero, section in new.items():
        stored = old.get(numero)
        if stored is not None:
            yield from _change(stored, section)
        elif whole:
            yield SectionChange(section.saados, numero, Kind.NEW, None, section)
    for numero, section in old.items():
        if numero not in new:
            yield SectionChange(section.saados, numero, Kind.GONE, section, None)


def _change(old: Pykala, new: Pykala) -> Iterator[SectionChange]:
    changed = _differing(old, new)
    if changed:
        yield SectionChange(old.saados, old.numero, Kind.TEXT, old, new, changed)
    elif old.otsikko != new.otsikko:
        yield SectionChange(old.saados, old.numero, Kind.HEADING, old, new)


def _differing(old: Pykala, new: Pykala) -> tuple[int, ...]:
    count = max(len(old.momentit), len(new.momentit))
    return tuple(
        number
        for number in range(1, count + 1)
        if old.momentit[number - 1 : number] != new.momentit[number - 1 : number]
    )


def _newest(sections: Iterable[Pykala]) -> dict[str, Pykala]:
    found: dict[str, Pykala] = {}
    for section in sections:
        known = found.get(section.numero)
        if known is None or (section.alkaen or BEGINNING) > (known.alkaen or BEGINNING):
            found[section.numero] = section
    return found

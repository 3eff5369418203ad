"""The statutes as a whole: acts, the wording of a section on a day, links, national goals."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from sopimukset.base.periods import BEGINNING
from sopimukset.base.speech import SWEDISH, language
from sopimukset.statutes.citations import Viite
from sopimukset.statutes.entities import Kieli, Pykala, Saados, Tavoite
from sopimukset.statutes.reading import read_acts, read_goals, rows, text_path

if TYPE_CHECKING:
    from sopimukset.statutes.replacements import Replacement

_DATA = Path(__file__).parent / "data"
_IN_SWEDISH = "/fi/laki/", "/sv/laki/"


class Statutes:
    """The acts of a folder. A text is read when it is first asked for.

    A day selects among the stored wordings of a section. It does not ask whether the act itself
    was in force (`Saados.voimassa` does): a group that was set in 2024 was set under an act that
    came into force in 2025.
    """

    def __init__(self, folder: Path) -> None:
        """Reads the list of acts.

        Args:
            folder: holds `acts.csv`, `muut_saadokset.csv`, `korvaukset.csv`, `tavoitteet.csv`
                and the texts, named `381-2023.fi.md`.

        Raises:
            OSError: a file can't be read.
            ValueError: a file is damaged.
        """
        self._folder = folder
        self._saadokset = MappingProxyType(read_acts(folder))
        self._sections: dict[tuple[str, Kieli], tuple[Pykala, ...]] = {}

    @property
    def saadokset(self) -> Mapping[str, Saados]:
        """All acts by number, those cited without their text included."""
        return self._saadokset

    def saados(self, numero: str) -> Saados | None:
        """The act of a number (`381/2023`), None where it is not listed."""
        return self._saadokset.get(numero)

    def pykalat(self, numero: str, kieli: Kieli = "fi") -> tuple[Pykala, ...]:
        """Every stored wording of every stored section of an act; empty where none is stored."""
        if (numero, kieli) not in self._sections:
            self._sections[numero, kieli] = self._put_together(numero, kieli)
        return self._sections[numero, kieli]

    def pykala(
        self, numero: str, pykala: str, *, on: date | None = None, kieli: Kieli = "fi"
    ) -> Pykala | None:
        """A section of an act in the wording of a day.

        Args:
            numero: the act, `381/2023`.
            pykala: the section, `9` or `13 a`.
            on: the day; without it the newest stored wording, whose `paattyen` tells if it has
                an end.
            kieli: language of the text.

        Returns:
            The section; None where the act, the section, or a wording of that day is not stored.
        """
        wordings = [p for p in self.pykalat(numero, kieli) if p.numero == pykala]
        if on is not None:
            wordings = [p for p in wordings if p.voimassa(on)]
        return max(wordings, key=lambda p: p.alkaen or BEGINNING, default=None)

    def text(self, viite: Viite, on: date | None = None, kieli: Kieli = "fi") -> str | None:
        """The text that a citation points to, in the wording of a day.

        A kohta without a momentti is looked for in the section's only list. An item keeps its
        number; a section or a momentti has its items on lines of their own.

        Returns:
            The text; None where it is not stored, or where it is open which list is meant.
        """
        pykala = self.pykala(viite.saados, viite.pykala, on=on, kieli=kieli)
        if pykala is None:
            return None
        return pykala.kohdassa(viite.momentti, viite.kohta)

    def url(self, viite_or_numero: Viite | str) -> str:
        """The Finlex page of the act of a citation or a number, empty where none is known.

        It is the Swedish page where the program speaks Swedish; Finlex has no English one.

        The link leads to the act: Finlex's anchors for sections are not known to be permanent.
        """
        if isinstance(viite_or_numero, Viite):
            return self.url(viite_or_numero.saados)
        saados = self.saados(viite_or_numero)
        found = saados.osoite if saados else ""
        return found.replace(*_IN_SWEDISH) if language() == SWEDISH else found

    def national_goals(self, on: date) -> tuple[Tavoite, ...]:
        """The national goals in force on a day (380/2023 21 §); empty where none are recorded."""
        return tuple(goal for goal in self._goals if goal.voimassa(on))

    def printed_in(self, viite: Viite, numero: str, kieli: Kieli) -> tuple[Viite, ...]:
        """Where the stored text of an amending act prints what a citation of another act points to.

        Args:
            viite: the citation, as of 381/2023 9 § 1 mom.
            numero: number of the amending act, as 437/2024.
            kieli: language of the text.
        """
        file = text_path(self._folder, numero, kieli).name
        mine = (each.as_printed(viite) for each in self._replacements if each.tiedosto == file)
        return tuple(filter(None, mine))

    @cached_property
    def _replacements(self) -> tuple[Replacement, ...]:
        from sopimukset.statutes.replacements import read_replacement

        return tuple(map(read_replacement, rows(self._folder / "korvaukset.csv")))

    @cached_property
    def _goals(self) -> tuple[Tavoite, ...]:
        return read_goals(self._folder)

    def _put_together(self, numero: str, kieli: Kieli) -> tuple[Pykala, ...]:
        stored = self.tallennetut(numero, kieli)
        if not stored:
            return ()
        mine = [r for r in self._replacements if (r.saados, r.kieli) == (numero, kieli)]
        if not mine:
            return stored
        from sopimukset.statutes.replacements import apply_replacements

        return apply_replacements(stored, mine, self._pykalat_of_file)

    def tallennetut(self, numero: str, kieli: Kieli = "fi") -> tuple[Pykala, ...]:
        """The sections as the act's own text stores them, amendments kept apart left out."""
        saados = self.saados(numero)
        if saados is None or kieli not in saados.kielet:
            return ()
        # Imported here: most commands, `--help` among them, never read a text.
        from sopimukset.statutes.parsing import parse_sections

        text = text_path(self._folder, numero, kieli).read_text(encoding="utf-8")
        return parse_sections(text, numero, kieli)

    def _pykalat_of_file(self, name: str) -> tuple[Pykala, ...]:
        act, language, _ = name.split(".")
        return self.pykalat(act.replace("-", "/"), "sv" if language == "sv" else "fi")


@cache
def load() -> Statutes:
    """The packaged statutes; the list of acts is read at the first call, texts when asked for."""
    return Statutes(_DATA)


def text_files() -> list[Path]:
    """The stored texts of acts, sorted; files in Markdown."""
    return sorted(_DATA.glob("*-*.md"))

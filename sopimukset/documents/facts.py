"""Facts on their way into a document: present, or a visible gap that is listed.

A document has its own language, whatever the program speaks: its words come from the same
catalogues, and what a person wrote is printed in the document's language or is a gap.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sopimukset.base.amounts import NBSP, told_amount
from sopimukset.base.dates import in_finnish
from sopimukset.base.speech import language, mark, say
from sopimukset.formats.word import gap, spoken
from sopimukset.locale import translator
from sopimukset.model import Alue, Teksti, tekstina
from sopimukset.statutes.citations import cited

Path = tuple[str | int, ...]

LINE = "\n"
"""Where a new line begins in a cell: before a case number or dates, at whose hyphen or dash a line
of a narrow cell would end. A hyphen at which none ends is another character: a search misses it."""

NEXT_NAME, NEXT_TASK = f";{LINE}", f",{LINE}"
"""Between names and between tasks in a cell: one that takes two lines is told from two of them.
Names of boards and units hold commas."""

SAMI = ("se", "smn", "sms")
"""Northern, Inari and Skolt Sámi, as the record's keys and the tags of languages name them."""

RECORD = "alue.yaml"
"""The region's own file, which most facts stand in."""

SECTION = mark("§ {numero}")
TREATED = mark("{paiva} § {numero}")
"""A section of minutes as offices cite it. A statute's is cited the other way round."""

MISSING = mark("{tieto} puuttuu")
STANDS = mark("Lauseketta {lauseke} ei ole poistettu: se on pakollinen")
NOT_IN = {"fi": mark("{tieto} suomeksi puuttuu"), "sv": mark("{tieto} ruotsiksi puuttuu")}
DOUBTFUL = mark("nimi on vahvistamatta: {tieto}")
ONLY_IN_OTHER = {
    "fi": mark("Alueen omat tekstit on kirjattu vain ruotsiksi."),
    "sv": mark("Alueen omat tekstit on kirjattu vain suomeksi."),
}
"""What a paper says in a language that its region does not write."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A fact that the document needs and the record lacks.

    Attributes:
        fact: its name in Finnish, as `needed` was told it.
        path: where in the record it belongs.
        lack: how it fails the document.
        file: the region's file that the path is in.
    """

    fact: str
    path: Path
    lack: str = MISSING
    file: str = RECORD

    def shown(self, language: str, *, labelled: bool = False) -> str:
        """What is missing, as a reader of a document in that language sees it.

        Where the fact is `labelled`, its name stands before it and isn't said again.
        """
        translate = translator(language)
        fact = "" if labelled else translate(self.fact)
        return translate(self.lack).format(tieto=fact).strip()

    @property
    def of_language(self) -> bool:
        """Whether it is the language that the region's own texts lack, whatever the fact."""
        return self.lack in ONLY_IN_OTHER.values()

    @property
    def told(self) -> str:
        """What is missing, in the language in which the program speaks."""
        return say(self.lack).format(tieto=say(self.fact))


@dataclass(frozen=True, slots=True)
class Kept:
    """A mandatory clause that a region's change would remove, and the document keeps.

    Attributes:
        provision: what demands it; "" where the library tells none.
        path: the change's place in the record.
    """

    clause: str
    provision: str
    path: Path

    @property
    def told(self) -> str:
        """That it stands, in the language in which the program speaks."""
        cause = f" ({cited(self.provision, language())})" if self.provision else ""
        return say(STANDS).format(lauseke=self.clause) + f"{cause}."


class Facts:
    """Gives the record's facts as text and keeps count of those that are missing.

    Attributes:
        language: the document's.
        file: the region's file that the paths of what is missing are in.
    """

    def __init__(self, alue: Alue, language: str, file: str = RECORD) -> None:
        self.alue = alue
        self.language = language
        self.file = file
        self.gaps: list[Gap] = []
        self.standing: list[Kept] = []
        self.say = translator(language)
        """A Finnish word or sentence of ours in the document's language."""

    def text(self, teksti: Teksti | None) -> str:
        """The text in the document's language; "" where there is none in it."""
        return tekstina(teksti, self.language) or ""

    def needed(
        self,
        value: str | None,
        what: str,
        path: Path,
        lack: str = MISSING,
        *,
        labelled: bool = False,
    ) -> str:
        """The value, or a visible gap that is listed; `labelled` as in `Gap.shown`."""
        if value:
            return value
        missing = Gap(what, path, lack, self.file)
        if missing not in self.gaps:
            self.gaps.append(missing)
        return gap(missing.shown(self.language, labelled=labelled))

    def doubtful(self, name: str, path: Path) -> None:
        """List a name that is printed but not confirmed: no final paper may rest on it."""
        doubt = Gap(name, path, DOUBTFUL, RECORD)
        if doubt not in self.gaps:
            self.gaps.append(doubt)

    def kept(self, clause: str, provision: str, path: Path) -> None:
        """Tell of a mandatory clause that stays though a change would remove it."""
        self.standing.append(Kept(clause, provision, path))

    def foreign(self) -> list[Gap]:
        """That the region does not write the document's language, so that its texts are in another.

        A plain text of the record serves every language, and no fact tells that it is Finnish on a
        Swedish page: the region's own languages do.
        """
        if not self.alue.kielet or self.language in self.alue.kielet:
            return []
        return [Gap("", ("kielet",), ONLY_IN_OTHER[self.language])]

    def needed_text(
        self, teksti: Teksti | None, what: str, path: Path, *, labelled: bool = False
    ) -> str:
        """The text in the document's language, or a gap that tells which language lacks it."""
        plain = teksti is None or isinstance(teksti, str)
        lack = MISSING if plain else NOT_IN[self.language]
        return self.needed(self.text(teksti), what, path, lack, labelled=labelled)

    def with_sami(self, teksti: Teksti | None, shown: str) -> str:
        """A name with those behind it that it has in Sámi: "Inari (Anár, Aanaar, Aanar)".

        For a title or a cell. Each is said to be in its language, so that it is read out so.

        Args:
            teksti: the name.
            shown: the name as the document's language shows it, or its gap.
        """
        names = [(tag, own) for tag in SAMI if (own := in_sami(teksti, tag)) and own != shown]
        if not names:
            return shown
        return f"{shown} ({', '.join(spoken(own, f'{tag}-FI') for tag, own in names)})"

    def since_until(self, start: date | None, end: date | None) -> str:
        """The dates behind a fact: "1.6.2026 alkaen", "31.5.2026 saakka", "1.6.2026–31.5.2027"."""
        if start and end:
            return f"{in_finnish(start)}–{in_finnish(end)}"
        if start:
            return self.say("{paiva} alkaen").format(paiva=in_finnish(start))
        return self.say("{paiva} saakka").format(paiva=in_finnish(end)) if end else ""

    def minuted(self, on: date | None, section: int | None) -> str:
        """The day and the section of minutes as others cite them, unbroken; see `minuted`."""
        return minuted(self.say, on, section)

    def listed(self, items: Sequence[str]) -> str:
        """The items as a sentence lists them: "a, b ja c"."""
        if len(items) < 2:
            return "".join(items)
        return f"{', '.join(items[:-1])} {self.say('ja')} {items[-1]}"


def in_sami(teksti: Teksti | None, language: str) -> str:
    """The text in that very language: one that serves every language is no Sámi text."""
    return "" if teksti is None or isinstance(teksti, str) else tekstina(teksti, language) or ""


def day(value: date | None) -> str:
    """The day as 1.4.2025, in Finnish and Swedish alike; "" where it is not recorded."""
    return in_finnish(value) if value else ""


def minuted(speak: Callable[[str], str], on: date | None, section: int | None) -> str:
    """The day and the section of minutes, at neither of which a line ends: "14.1.2025 § 3".

    `speak` gives our words in the reader's language. What isn't recorded isn't told.
    """
    if section is None:
        return day(on)
    words = TREATED if on else SECTION
    return speak(words).format(paiva=day(on), numero=section).replace(" ", NBSP)


def euros(value: Decimal | int | None) -> str:
    """An amount of money with its cents, if it has any: 12 500,50."""
    whole, comma, rest = number(value).partition(",")
    return whole + comma + (rest.ljust(2, "0") if rest else "")


def citation(facts: Facts, text: str | None) -> str:
    """A provision as the document's language writes it: "388/2024 3 § 3 punkten"."""
    return cited(text or "", facts.language)


def number(value: Decimal | int | None) -> str:
    """The number as Finnish and Swedish write it: 8,5 and 3 900; "" where it is not recorded."""
    return "" if value is None else told_amount(value)

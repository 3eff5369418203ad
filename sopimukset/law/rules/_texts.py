"""Reading free text in context: sentences, what is said in them, and what takes it back.

A rule of wording is a `Search`: the stems by which a file is known to be worth reading, a function
that gives the wrong words of a sentence, and what to say of them. History and denial are not
wrong: they are recognised here, in Finnish and Swedish, within one sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import IN_FORCE, Hit
from sopimukset.law.rules._context import governing
from sopimukset.law.texts import small_letters, split_sentences

Finder = Callable[[str], str | None]
"""Gives the wrong words of a sentence, None where it has none."""


@dataclass(frozen=True, slots=True)
class Search:
    """What a rule of wording looks for.

    Attributes:
        stems: small letters, one of which stands in every text that `finder` finds words in.
        finder: asked of each sentence; None ends up as no hit.
        message: a Finnish sentence; `{sanat}` are the words that were found.
        since: the first deciding day of a text that is judged.
        skip: names of keys below which nothing is judged.
        besides: small letters, one of which stands in every such text too.
        behind: asked of each sentence, and of what the text says before it, in place of `finder`.
        decides: which day decides, as the rules of wording tell it.
    """

    decides: ClassVar[str] = (
        "Tekstin oma päivä: sopimuksessa voimaantulo tai viimeinen allekirjoitus, kokouksessa "
        "kokouspäivä, seurannassa jakson viimeinen päivä, muuten tarkastelupäivä."
    )

    stems: tuple[str, ...]
    finder: Finder
    message: str
    advice: str
    since: date = IN_FORCE
    skip: frozenset[str] = frozenset()
    besides: tuple[str, ...] = ("",)
    behind: Callable[[str, str], str | None] | None = None

    def worth(self, folder: Folder) -> bool:
        """Whether wrong words stand in any of the folder's files, whatever their place and day."""
        said = folder.said
        occurring = said.occurring(self.stems)
        if not occurring:  # as mostly
            return False
        # Mostly there is nothing beside a stem that makes it wrong.
        doubtful = [stem for stem in occurring if _any_in(self.besides, said.around(stem))]
        for number in {number for stem in doubtful for number in said.having(stem)}:
            own = said.small_one(number)
            if _any_in(self.besides, own) and self._wrong(said.texts[number]) is not None:
                return True
        return False

    def hits(self, file: FileCase) -> Iterator[Hit]:
        """At most one hit for each text: its first wrong words."""
        for passage in file.passages:
            if passage.day >= self.since and self.skip.isdisjoint(passage.path):
                found = self._found(passage.text, f"\n{small_letters(passage.text)}")
                if found is not None:
                    values, quoted = {"sanat": found[1]}, self._quoted(*found)
                    yield Hit(passage.path, self.message, self.advice, values, quoted=quoted)

    def _found(self, text: str, small: str) -> tuple[str, str] | None:
        """The first sentence with wrong words, and these; the text is given in small letters too.

        None where it has none.
        """
        if not (_any_in(self.stems, small) and _any_in(self.besides, small)):
            return None
        return self._wrong(text)

    def _wrong(self, text: str) -> tuple[str, str] | None:
        before = ""
        for sentence in split_sentences(text):
            words = self.behind(sentence, before) if self.behind else self.finder(sentence)
            if words is not None:
                return sentence, words
            before = f"{before} {sentence}"
        return None

    def _quoted(self, sentence: str, words: str) -> tuple[str, ...]:
        """The sentence, what of it begins with the wrong words, and these.

        Where they stand in it twice, those are meant that are wrong without the others.
        """
        places = [match.start() for match in re.finditer(re.escape(words), sentence)]
        for at in places[:-1]:
            end = at + len(words)
            others = (text.replace(words, _NOTHING) for text in (sentence[:at], sentence[end:]))
            if self.finder(words.join(others)) == words:
                return sentence, sentence[at:], words
        return (sentence, sentence[places[-1] :], words) if places else (sentence,)


_NOTHING = "muu"
"""A word in the place of another one, of which no rule finds anything."""


def _any_in(stems: Iterable[str], small: str) -> bool:
    return any(map(small.__contains__, stems))


def words(*alternatives: str) -> re.Pattern[str]:
    """A pattern of alternatives in any letter case, each beginning a word."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})", re.IGNORECASE)


def finder(
    pattern: re.Pattern[str], *unless: re.Pattern[str], anywhere: Iterable[re.Pattern[str]] = ()
) -> Finder:
    """Finds the pattern where no clause that governs it holds anything of `unless`.

    What `anywhere` finds excuses the whole sentence.
    """

    def find(sentence: str) -> str | None:
        """The first words that the pattern finds and that nothing excuses."""
        for match in pattern.finditer(sentence):
            if any(item.search(sentence) for item in anywhere):
                return None
            if not excused(sentence, match, *unless):
                return match[0]
        return None

    return find


def excused(sentence: str, match: re.Match[str], *unless: re.Pattern[str]) -> bool:
    """Whether a clause that governs the words of the match holds one of the patterns."""
    return excused_at(sentence, match.start(), match.end(), *unless)


def excused_at(sentence: str, start: int, end: int, *unless: re.Pattern[str]) -> bool:
    """The same of the words at a place."""
    if not any(item.search(sentence) for item in unless):  # as mostly
        return False
    told = governing(sentence, start, end)
    plain = [_PAYING.sub(" ", text) for text in told]
    return any(item.search(text) for text in plain for item in unless)


_DENYING = (
    r"enää|ole|käytetä|sovelleta|noudateta|saa|tule|tarkoi\w+|pidetä|laadita|perusteta|järjestetä",
    r"edellytetä|edellytä|vaadita|vaadi|koske|kuulu|tunne|tarkisteta|päivitetä|tarvitse|viitata",
)
DENIAL = words(
    rf"(?:ei|eivät|eikä|eivätkä)\s+(?:[\w-]+\s+){{0,4}}?(?:{'|'.join(_DENYING)})\b",
    r"enää\b",
    r"\w+\s+(?:sijaan|sijasta|tilalle|tilalla)\b",
    r"inte\s+(?:längre|tillämpas|används|är|gäller|krävs|upprättas|inrättas|uppdateras)",
    r"(?:är|gäller|tillämpas|används|krävs|kräver|förutsätter|upprättas)\s+inte\b",
    r"(?:i\s+stället|istället)\s+för\b",
)
"""Says that something is not so."""

_GOING_ON = r"(?!\s+(?:tapaan|ehdoin|perustein|tavoin|mallilla|käytännö\w+|järjestelmä\w+))"
"""«Entisin ehdoin»: what goes on as before is not past."""

_MONEY = r"\w*(?:kustannu|kulu(?!e|tt|v)|palkka|palkki|vahin|meno|kostnad|utgift|skad|\blön)\w*"
_WORDS = r"\s+(?:[\w:-]+\s+){0,3}?"
_PAYING = words(
    rf"(?:korva|ersätt)\w+{_WORDS}{_MONEY}", rf"{_MONEY}{_WORDS}(?:korva|ersätt|ersatt)\w*"
)
"""What is replaced is past, but costs are replaced by whoever pays them."""

_PAST = (
    r"(?:aiem|aikaisem)\w+\b(?!\s+(?:maini|sano|tarkoit))",
    rf"(?:entis\w+|entinen|vanha(?:n|a|t|ssa|sta|an|lla)?|vanho\w+)\b{_GOING_ON}",
    r"edeltä(?:v|j|n)\w+",
    r"kumo\w+",
    r"lakan\w+",
    r"lakkau\w+",
    r"poistu\w+",
    r"korva\w+",
    r"siirty(?:i|n)\w*",
    r"siirret(?:tiin|ty|yt|yn|yi|yj)\w*",
    r"\w{3,}(?:asi|sivat|sivät|ttiin)\b",
    r"tehtiin\b",
    r"oli(?:vat)?\b",
    r"tidigare\b",
    r"förutvarande\b",
    r"före\s+detta\b",
    r"f\.\s?d\.",
    r"upphäv\w+",
    r"upphör(?:de|t)\s+att\b",
    r"avskaffa\w+",
    r"slopa\w+",
    r"ersätt\w+",
    r"ersatt\w*",
    r"överför\w+",
    r"gamla\b",
)


_ISSUED = r"(?!/\d|\s+(?:annet|säädet|vahviste|utfärda|given|givna))"
"""The day of an act is no time of what is said of it."""


def history(last_year: int) -> re.Pattern[str]:
    """Says that something was so: words of the past, or a year up to `last_year`."""
    tens, ones = divmod(last_year - 2000, 10)
    years = rf"(?:19\d\d|20[0-{tens - 1}]\d|20{tens}[0-{ones}])"
    dated = (
        rf"(?:vuo[\wäö]+|år\w*|utgången\s+av|\d{{1,2}}\.\d{{1,2}}\.)\s*{years}(?![\d–-]){_ISSUED}"
    )
    between = rf"(?:ajalta|ajalla|vuosi\w+|åren|tiden)\s*\d{{4}}\s*[–-]\s*{years}\b"
    before = rf"(?:ennen|före)\s+(?:vuotta|år(?:et)?)\s+{last_year + 1}\b"
    return words(dated, before, rf"\d{{1,2}}\.\d{{1,2}}\.{years}\b{_ISSUED}", between, *_PAST)


UNTIL_2024 = history(2024)
"""Speaks of the time before 381/2023."""

UNTIL_2025 = history(2025)
"""Speaks of the time before the authorities of 2026."""

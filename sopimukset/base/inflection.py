"""The forms in which a person's name may stand in a text: inflected, in small letters, plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_VOWELS = frozenset("aeiouy")
_CASES = (
    "n|a|ia|ja|ta|tta|t|[aeiouy]n|h[aeiouy]n|seen|siin|ssa|sta|lla|lta|lle|na|ksi|kse|"
    "den|iden|ien|jen|ten|tten|s"
)
_ENDING = re.compile(rf"(?:{_CASES})?(?:ni|si|nsa|mme|nne|[ae]n)?(?:kin|kaan|ko|han|pa)?")
"""A case, whose it is, and a clitic; the last of the cases is the Swedish genitive."""

_WEAK = (
    *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll")),
    *(("nt", "nn"), ("rt", "rr"), ("lk", "l lj"), ("rk", "r rj"), ("hk", "h"), ("ht", "hd")),
    *(("ns", "nn nt"), ("rs", "rr rt"), ("ls", "ll lt")),
    *(("k", " v j"), ("p", "v"), ("t", "d"), ("s", "d t")),
)
"""What the end of a stem turns into when a syllable closes, the longer ends first."""

_STRONG = (
    *(("ll", "lt"), ("nn", "nt"), ("rr", "rt"), ("mm", "mp"), ("ng", "nk")),
    *(("k", "kk"), ("p", "pp"), ("t", "tt"), ("d", "t"), ("v", "p")),
)
"""The other way round: Hammas, Hampaan."""

_BEFORE_ENDING = {
    **{vowel: (vowel, f"{vowel}i", f"{vowel}j") for vowel in "ouy"},
    "a": ("a", "oi", "oj", "i"),
    "i": ("i", "e", "ei", "ej"),
    "e": ("e", "ee", "ei"),
}
"""What the last vowel of a stem may be before an ending."""

_LONG = 7
"""Letters of a word whose beginning alone, but for the last two, tells it from others."""

_REST = 4
"""Letters by which a form of such a word may be longer than the word."""


class _Folds(dict[int, str]):
    def __missing__(self, code: int) -> str:
        """The small letter without its marks; one character for one, so that places stay."""
        sign = chr(code)
        small = (unicodedata.normalize("NFKD", sign)[:1] or sign).lower()
        self[code] = small if len(small) == 1 else sign
        return self[code]


_FOLDS = _Folds()


def folded(text: str) -> str:
    """The text in small letters without their marks, as long as it was: Meikäläinen, meikalainen.

    So an identifier that is made of a name has the name's own letters.
    """
    return text.translate(_FOLDS)


def is_form(word: str, name: str) -> bool:
    """Whether a folded word is the folded name in any case, its consonants in either grade.

    It says so too often rather than too seldom: what it takes too much is hidden too much.
    """
    if not word.startswith(_beginnings(name)):
        return False
    if len(name) >= _LONG and word.startswith(name[:-2]) and len(word) <= len(name) + _REST:
        return True
    return any(
        word.startswith(stem) and _ENDING.fullmatch(word, len(stem)) for stem in _stems(name)
    )


@cache
def _beginnings(name: str) -> tuple[str, ...]:
    return (*_stems(name), name[:-2]) if len(name) >= _LONG else _stems(name)


@cache
def _stems(name: str) -> tuple[str, ...]:
    """What stands before an ending."""
    stems = {name, f"{name}i", f"{name}e"}
    last = name[-1]
    if len(name) < 3:
        return tuple(sorted(stems))
    if name.endswith("nen"):
        stems |= {f"{name[:-3]}{end}" for end in ("s", "se", "si")}
    elif last in _VOWELS:
        graded = _graded(name[:-1], _WEAK)
        if last == "e":
            graded |= _graded(name[:-1], _STRONG)
        stems |= {stem + vowel for stem in graded for vowel in _BEFORE_ENDING[last]}
    elif last == "s" and name[-2] in _VOWELS:
        vowel = name[-2]
        stems |= {f"{name[:-1]}kse", f"{name[:-1]}ksi"}
        stems |= {
            f"{stem}{vowel}{more}" for stem in _graded(name[:-2], _STRONG) for more in (vowel, "i")
        }
    elif last == "t":
        stems.add(f"{name[:-1]}e")
    return tuple(sorted(stems))


def _graded(stem: str, grades: Iterable[tuple[str, str]]) -> set[str]:
    """The stem with its last consonants in either grade."""
    for end, others in grades:
        if stem.endswith(end) and len(stem) > len(end):
            return {stem, *(stem[: -len(end)] + other for other in others.split(" "))}
    return {stem}

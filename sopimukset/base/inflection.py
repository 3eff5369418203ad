"""The forms in which a person's name may stand in a text: inflected, in small letters, plain."""

from __future__ import annotations

import re
import unicodedata

_VOWELS = frozenset("aeiouy")
_CASES = (
    "n|a|ia|ja|ta|tta|t|[aeiouy]n|h[aeiouy]n|seen|siin|ssa|sta|lla|lta|lle|na|ksi|kse|"
    "den|iden|ien|jen|ten|tten|s"
)
_ENDING = rf"(?:{_CASES})?(?:ni|si|nsa|mme|nne|[ae]n)?(?:kin|kaan|ko|han|pa)?"
"""A case, whose it is, and a clitic; the last of the cases is the Swedish genitive."""

_WEAK = dict(
    (
        *(("kk", "k"), ("pp", "p"), ("tt", "t"), ("nk", "ng"), ("mp", "mm"), ("lt", "ll")),
        *(("nt", "nn"), ("rt", "rr"), ("lk", "lj?"), ("rk", "rj?"), ("hk", "h"), ("ht", "hd")),
        *(("ns", "nn|nt"), ("rs", "rr|rt"), ("ls", "ll|lt")),
        *(("k", "[vj]?"), ("p", "v"), ("t", "d"), ("s", "[dt]")),
    )
)
"""What the end of a stem turns into when a syllable closes, the longer ends first."""

_STRONG = dict(
    (
        *(("ll", "lt"), ("nn", "nt"), ("rr", "rt"), ("mm", "mp"), ("ng", "nk")),
        *(("k", "kk"), ("p", "pp"), ("t", "tt"), ("d", "t"), ("v", "p")),
    )
)
"""The other way round: Hammas, Hampaan."""

_BEFORE_ENDING = {
    **{vowel: f"{vowel}[ij]?" for vowel in "ouy"},
    "a": "(?:a|oi|oj|i)",
    "i": "(?:i|e|ei|ej)",
    "e": "(?:ee?|ei)",
}
"""What the last vowel of a stem may be before an ending."""

_LONG = 7
"""Letters of a word whose beginning alone, but for the last two, tells it from others."""


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


def inflected(word: str) -> str:
    """A pattern of a folded word in any case, in Finnish with the gradation of its consonants.

    It is wide rather than narrow: what it takes too much is hidden too much.
    """
    forms = [re.escape(word) + f"(?:[ie]?{_ENDING})?", *_stems(word)]
    if len(word) >= _LONG:
        forms.append(f"{re.escape(word[:-2])}[^\\W\\d_]{{0,6}}")
    return "|".join(forms)


def _stems(word: str) -> list[str]:
    if len(word) < 3:
        return []
    if word.endswith("nen"):
        return [f"{re.escape(word[:-3])}s[ei]?{_ENDING}"]
    if word[-1] in _VOWELS:
        grades = [_graded(word[:-1], _WEAK)]
        if word[-1] == "e":
            grades.append(_graded(word[:-1], _STRONG))
        return [f"{stem}{_BEFORE_ENDING[word[-1]]}{_ENDING}" for stem in grades]
    if word[-1] == "s" and word[-2] in _VOWELS:
        strong = _graded(word[:-2], _STRONG)
        return [
            f"{re.escape(word[:-1])}ks[ei]{_ENDING}",
            f"{strong}{word[-2]}(?:{word[-2]}|i){_ENDING}",
        ]
    return [f"{re.escape(word[:-1])}e{_ENDING}"] if word[-1] == "t" else []


def _graded(stem: str, grades: dict[str, str]) -> str:
    """A pattern of the stem with its last consonants in either grade."""
    for end, other in grades.items():
        if stem.endswith(end) and len(stem) > len(end):
            return f"{re.escape(stem[: -len(end)])}(?:{end}|{other})"
    return re.escape(stem)

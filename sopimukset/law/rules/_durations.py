"""Lengths of time in running text, Finnish and Swedish: «kuuden kuukauden», «var sjätte månad»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

THREE_MONTHS = 92
"""The longest that three months can be, in days."""

_YEAR, _MONTH, _WEEK = 365.0, 92 / 3, 7.0

_FINNISH = (
    *("yhdentoista|yksitoista", "kahdentoista|kaksitoista|kahdessatoista"),
    *("yhde(?:n|ssä)|yksi|yhtä", "kahde(?:n|ssa)|kaksi|kahta", r"kolme(?:n|a|ssa)?"),
    *(r"neljä(?:n|ä|ssä)?", "viide(?:n|ssä)|viisi|viittä", "kuude(?:n|ssa)|kuusi|kuutta"),
    *("seitsemä(?:n|ssä|ä)|seitsemän", "kahdeksa(?:n|ssa|a)", "yhdeksä(?:n|ssä|ä)"),
    r"kymmene(?:n|ssä)|kymmentä",
)
_FINNISH_VALUES = (11, 12, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10)
_SWEDISH = (
    "en|ett",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)
_SWEDISH_VALUES = tuple(range(1, 13))
_WORDS = [
    *((re.compile(item), value) for item, value in zip(_FINNISH, _FINNISH_VALUES, strict=True)),
    *((re.compile(item), value) for item, value in zip(_SWEDISH, _SWEDISH_VALUES, strict=True)),
]
_NUMBER = rf"(?:\d+|{'|'.join((*_FINNISH, *_SWEDISH))})"
_UNITS = (
    (r"kuukau\w*|kk(?:\b|:\w+)|mån(?:ad\w*|\.)", _MONTH),
    (r"viiko\w*|viikko\w*|vk\b|veck\w+", _WEEK),
    (r"vuode\w*|vuot(?:ta|een)\b|år(?:et|s)?\b", _YEAR),
    (r"(?:kalenteri|arki)?päiv\w+|pv\b|vuorokau\w+|dag(?:ar|en|arna)?\b|dygn\w*", 1.0),
)
_UNIT = "|".join(pattern for pattern, _ in _UNITS)
_LENGTH = re.compile(
    rf"(?<![\w/.,])(?:{_NUMBER}\s*(?:[-–]|tai|eller|till)\s*)?(?P<number>{_NUMBER})"
    rf"(?:\s*\(\d+\))?[\s-]*(?P<unit>{_UNIT})",
    re.IGNORECASE,
)

_ALONE = r"(?:(?<=[aä]{2}n\s)|(?<![n\d)]\s)(?<!puolentoista\s))"
"""No numeral («kahden», «(4)») or attribute («kuluvan») before it; «laaditaan» may be there."""

_HALF, _THIRD = _YEAR / 2, _YEAR / 3
_NAMED = (
    (r"puol(?:en|essa)toista\s+vuode\w*|puoltatoista\s+vuotta", 1.5 * _YEAR),
    (r"puol(?:en|essa)\s+vuode\w*|puoli\s+vuotta|(?:ett\s+)?halvår\w*|ett\s+halvt\s+år", _HALF),
    (rf"{_ALONE}vuoden\s+(?=kulue|kuluttua|sisällä|välein)|ett\s+års\s+(?=tid)", _YEAR),
)
_RHYTHMS = (
    (r"puolivuosittain|(?:kaksi\s+kertaa|kahdesti)\s+vuodessa|halvårsvis", _HALF),
    (r"två\s+gånger\s+(?:per|om|i)\s+år(?:et)?", _HALF),
    (r"kerran\s+puolessa\s+vuodessa|en\s+gång\s+(?:per|i)\s+halvår\w*", _HALF),
    (r"(?:kolme\s+kertaa|kolmesti)\s+vuodessa|tre\s+gånger\s+(?:per|om|i)\s+år(?:et)?", _THIRD),
    (r"vuosittain\b|kerran\s+vuodessa|joka\s+vuosi\b|årlig(?:en|t)|varje\s+år", _YEAR),
    (r"en\s+gång\s+(?:per|om|i)\s+år(?:et)?", _YEAR),
    (r"joka\s+toinen\s+vuosi|vartannat\s+år", 2 * _YEAR),
)
_ORDINALS = (
    ("neljäs|fjärde", 4), ("viides|femte", 5), ("kuudes|sjätte", 6), ("seitsemäs|sjunde", 7),
    ("kahdeksas|åttonde", 8), ("yhdeksäs|nionde", 9), ("kymmenes|tionde", 10),
    ("yhdestoista|elfte", 11), ("kahdestoista|tolfte", 12), ("kolmas|tredje", 3),
)  # fmt: skip
_EVERY = [
    *((pattern, days) for pattern, days in _RHYTHMS),
    *(
        (rf"(?:joka|var(?:je)?)\s+(?:{names})\s+(?:kuukausi|månad)", value * _MONTH)
        for names, value in _ORDINALS
    ),
]


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time.

    Attributes:
        text: as it stands.
        days: about how many; three months are exactly `THREE_MONTHS`.
        start: where it begins in the text.
        end: where it ends.
    """

    text: str
    days: float
    start: int
    end: int


def lengths(text: str) -> Iterator[Length]:
    """The lengths of time in a text; of a range the longer end."""
    for match in _LENGTH.finditer(text):
        days = _value(match["number"]) * _unit(match["unit"])
        yield Length(match[0], days, match.start(), match.end())
    yield from _named(text, _NAMED)


def rhythms(text: str) -> Iterator[Length]:
    """How often something is done: the time between, from «vuosittain», «joka kuudes kuukausi»."""
    yield from _named(text, _EVERY)


_MORE = re.compile(
    r"\W*(?:(?:ja|sekä|mutta|tai|kuitenkin|vähintään|viimeistään|enintään|ainakin|aina|silti|noin"
    r"|lopulta|lopullisesti|viimein|sitten|vasta|vielä|edelleen|aikaisintaan"
    r"|och|samt|men|eller|dock|likväl|minst|senast|högst|åtminstone|inom|med|efter"
    r"|slutlig(?:en|t)|först|därefter|sedan|ännu|ytterligare|tidigast|i)\W+)*",
    re.IGNORECASE,
)


def adds_a_time(text: str) -> bool:
    """Whether a piece of a sentence begins with a time, so that it is about what came before it."""
    more = _MORE.match(text)
    after = more.end() if more else 0
    return any(item.start == after for item in (*lengths(text), *rhythms(text)))


def _named(
    text: str, names: tuple[tuple[str, float], ...] | list[tuple[str, float]]
) -> Iterator[Length]:
    for pattern, days in names:
        for match in re.finditer(rf"(?<!\w)(?:{pattern})", text, re.IGNORECASE):
            yield Length(match[0].strip(), days, match.start(), match.end())


def _value(number: str) -> int:
    if number.isdigit():
        return int(number)
    small = number.lower()
    return next(value for pattern, value in _WORDS if pattern.fullmatch(small))


def _unit(unit: str) -> float:
    small = unit.lower()
    return next(days for pattern, days in _UNITS if re.fullmatch(pattern, small))

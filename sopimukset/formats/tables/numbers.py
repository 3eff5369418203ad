"""Numbers as people type them: 1 234,5 and 1234.5, never a guess where both readings are open."""

from __future__ import annotations

import re
from decimal import Decimal

from sopimukset.base.speech import mark, say

_SPACES = "[ \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{THIN SPACE}]"
_PLAIN = re.compile(rf"([+-]?)([0-9]+|[0-9]{{1,3}}(?:{_SPACES}[0-9]{{3}})+)(?:([.,])([0-9]+))?\Z")
_GROUPED = re.compile(r"[+-]?[0-9]{1,3}(?:([.,])[0-9]{3})+(?:([.,])[0-9]+)?\Z")
_THOUSANDS = 3

AMBIGUOUS = mark("luvusta {annettu} ei näe, onko merkki desimaali- vai tuhaterotin")
NO_NUMBER = mark("{annettu} ei ole luku")


class NumberError(ValueError):
    """A text that isn't surely a number; its text says why, in the run's language."""


def number(text: str) -> Decimal:
    """The number that a text means.

    A point or a comma is the decimal one, spaces part thousands, a per cent sign behind the number
    says nothing more. Where one sign could part
    thousands as well (`1.234`, `1,234`), nothing is guessed.

    Raises:
        NumberError: no number, or one with two readings.
    """
    bare = text.strip().replace("\N{MINUS SIGN}", "-")
    bare = bare.removesuffix("%").rstrip()
    found = _PLAIN.match(bare)
    if found is None:
        told = AMBIGUOUS if _GROUPED.match(bare) else NO_NUMBER
        raise NumberError(say(told).format(annettu=text.strip()))
    sign, whole, point, fraction = found.groups()
    if point and len(fraction) == _THOUSANDS and len(whole) <= _THOUSANDS and whole != "0":
        raise NumberError(say(AMBIGUOUS).format(annettu=text.strip()))
    digits = re.sub(_SPACES, "", whole)
    return Decimal(f"{sign}{digits}.{fraction}" if fraction else f"{sign}{digits}")

"""The sentences of a section, each with its place: what can oblige, permit or define."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sopimukset.statutes.citations import Viite
from sopimukset.statutes.entities import Pykala

# A sentence ends at a full stop before a capital. "9 §:n 2 mom." and the like don't occur in the
# texts of acts, which write `momentti` out.
_END = re.compile(r"(?<=[.!?]) (?=[A-ZÅÄÖ])")


class Virke(NamedTuple):
    """A sentence of an act.

    Attributes:
        viite: the momentti or the kohta that it stands in.
        numero: which sentence of that place it is, from 1.
        teksti: its text; an item of a list keeps its number.
    """

    viite: Viite
    numero: int
    teksti: str


def sentences(pykala: Pykala) -> Iterator[Virke]:
    """Every sentence of a section, in its order; an item of a list is one.

    The items of a list carry on the sentence that opens it, which is given too.
    """
    alone = len(pykala.momentit) == 1  # then an item is cited without its momentti
    for number, momentti in enumerate(pykala.momentit, start=1):
        place = Viite(pykala.saados, pykala.numero, number)
        for index, text in enumerate(_END.split(momentti.teksti), start=1):
            yield Virke(place, index, text)
        for item, text in enumerate(momentti.kohdat, start=1):
            listed = Viite(pykala.saados, pykala.numero, None if alone else number, item)
            yield Virke(listed, 1, text)

"""Sentences about the multi-agency plan: parts of them, and the lengths of time they give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, words

STEMS = ("suunnitelm", "sysselsättningsplan", "planen", "planer")
TIMES = (
    *("kuukau", "kk", "viik", "vk", "vuo", "päiv", "pv"),
    *("mån", "veck", "år", "dag", "dygn"),
)
"""What every length of time is spoken of with."""

_CASE = (
    r"suunnitelm(?:a|an|aa|assa|asta|aan|alla|alta|alle|ana|aksi|at|ien|ia|issa|ista|iin|illa|ille)"
    r"(?:nsa|mme)?\b"
)
_OWN = words(rf"työllistymis{_CASE}", r"sysselsättningsplan(?:en|er|erna|ens)?\b")
_BARE = words(_CASE, r"plan(?:en|er|erna|ens)?\b")
_CUSTOMER = words(
    r"asiakka\w+",
    r"asiakkuu\w+",
    r"työt(?:ön|töm)\w*",
    r"palvelutar\w+",
    r"arbetslös\w*",
    r"kund\w*",
    r"servicebehov\w*",
)
_PARTS = re.compile(r",|\s(?:ja|sekä|mutta|och|samt|men)\s", re.IGNORECASE)

REVIEW = words(
    r"tarkist\w+", r"päivit\w+", r"arvioi\w+\s+uudelleen", r"uudelleenarvioi\w+",
    r"se(?:s|r)?\s+över\b", r"översyn\w*", r"uppdater\w+", r"revider\w+",
)  # fmt: skip


def parts(sentence: str) -> Iterator[str]:
    """The clauses of a sentence about the plan; nothing of other, past or denied things."""
    if DENIAL.search(sentence) or UNTIL_2024.search(sentence):
        return
    bare = _BARE.search(sentence) and _CUSTOMER.search(sentence)
    if bare or _OWN.search(sentence):
        yield from _PARTS.split(sentence)

"""Sentences about the multi-agency plan: parts of them, and the lengths of time they give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sopimukset.law.rules._context import pieces
from sopimukset.law.rules._durations import adds_a_time
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, excused_at, words

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
_OTHERS = words(
    r"(?!työllistymis)\w{3,}suunnitelm\w+", r"(?!sysselsättnings)\w{3,}plan(?:en|er)?\b"
)
_NAMED = words(r"\w{3,}suunnitelm\w+", r"\w{3,}plan(?:en|er|erna|ens)?\b")
_FORM = words(
    r"(?:työllistymis)?suunnitelm(?:an|ien)\s+(?:malli|pohja|lomake|lomakke)\w*",
    r"(?:sysselsättnings)?plan(?:ens|ernas)\s+(?:mall|blankett)\w*",
)
"""What plans are written on: no section speaks of how often that is looked at."""
_ELSE = words(
    *(r"henkilöst\w+", r"sopimu\w+", r"johtoryhm\w+", r"mitoitu\w+", r"tavoit\w+"),
    *(r"personal\w*", r"avtal\w*", r"ledningsgrupp\w*"),
)
_IT = words(r"se\b", r"sen\b", r"sitä\b", r"ne\b", r"niitä\b", r"den\b", r"de\b")
_CUSTOMER = words(
    r"asiakka\w+",
    r"asiakkuu\w+",
    r"työt(?:ön|töm)\w*",
    r"palvelutar\w+",
    r"arbetslös\w*",
    r"kund\w*",
    r"servicebehov\w*",
)
REVIEW = words(
    r"tarkist\w+", r"päivit\w+", r"arvioi\w+\s+uudelleen", r"uudelleenarvioi\w+",
    r"se(?:s|r)?\s+över\b", r"översyn\w*", r"uppdater\w+", r"revider\w+", r"juster\w+",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence about the plan.

    Attributes:
        text: as it stands.
        told: the same after the piece that says what is done, where it only adds a time to that:
            «tarkistetaan tarpeen mukaan, kuitenkin vähintään kuuden kuukauden välein».
    """

    text: str
    told: str


def parts(sentence: str, before: str = "") -> Iterator[Part]:
    """The pieces of a sentence about the plan; nothing of other, past or denied things.

    A bare «suunnitelma» is this plan beside a customer, and where `before`, what the text says
    before the sentence, named this plan and no other since.
    """
    bare = _BARE.search(sentence) and (_CUSTOMER.search(sentence) or _names_last(before))
    if not (bare or _OWN.search(sentence)):
        return
    told = ""
    for start, end in pieces(sentence):
        text = sentence[start:end]
        told = f"{told}{text}" if adds_a_time(text) else text
        if _FORM.search(text) or _is_of_others(text):
            continue
        if not excused_at(sentence, start, start, DENIAL, UNTIL_2024):
            yield Part(text, told)


def _is_of_others(piece: str) -> bool:
    """Whether a piece has another thing than this plan for its own."""
    if _OTHERS.search(piece):
        return not _OWN.search(piece)
    return bool(_ELSE.search(piece)) and not any(item.search(piece) for item in (_OWN, _BARE, _IT))


def _names_last(before: str) -> bool:
    """Whether the last plan that is named with more than a bare word is the customers' one."""
    *_, last = ("", *_NAMED.findall(before))
    return bool(_OWN.match(last))

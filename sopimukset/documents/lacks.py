"""What the explanation of a draft's mark says of the facts that it lacks, where they are few."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from sopimukset.base.speech import mark
from sopimukset.documents.facts import DOUBTFUL, Facts, Gap
from sopimukset.documents.shape import Puute
from sopimukset.formats.word import GAP_OPEN, text_of

FEW_GAPS_NOTE = mark("Asiakirjaa ei voi vielä antaa lopullisena: {puutteet}.")
FEW_GAPS = 3
"""So many are told where the mark is explained: a list of them would often take a last page."""
DOUBTFUL_NAME = mark("nimeä {nimi} ei ole vahvistettu")
DOUBTFUL_NAMES = mark("nimiä {nimet} ei ole vahvistettu")
ROOMS_NOTE = mark("Myös hakasulkeissa olevat kohdat on täydennettävä.")
"""They are no record's to know and listed nowhere, so that a list of what is missing isn't all."""

BY_HAND_NOTE = mark("Hakasulkeissa olevat kohdat täydennetään käsin.")
"""What a paper says of them that lacks nothing else: it may be final all the same."""

_ROOM = f"{GAP_OPEN}["
_STATIC_ROOM = re.compile(r"\[[^\[\]]+\]")
_PLACEHOLDER = re.compile(r"\{[{%#].*?[}%#]\}")


def few_told(gaps: Sequence[Gap], missing: Sequence[Puute], facts: Facts) -> str:
    """The sentence on the gaps, each told as in `missing`; names that aren't confirmed as one."""
    told = [
        f"{item['tieto']} ({item['kohta']})" if item["kohta"] else item["tieto"]
        for gap, item in zip(gaps, missing, strict=True)
        if gap.lack != DOUBTFUL
    ]
    names = [gap.fact for gap in gaps if gap.lack == DOUBTFUL]
    if len(names) == 1:
        told.append(facts.say(DOUBTFUL_NAME).format(nimi=names[0]))
    elif names:
        told.append(facts.say(DOUBTFUL_NAMES).format(nimet=facts.listed(names)))
    return facts.say(FEW_GAPS_NOTE).format(puutteet="; ".join(told))


def has_rooms(context: object, layout: bytes) -> bool:
    """Whether the document has places in square brackets that a person fills in.

    Those of the layout itself count even where they stand under a condition.
    """
    return _holds_room(context) or _layout_has_room(layout)


def _holds_room(value: object) -> bool:
    if isinstance(value, str):
        return _ROOM in value
    if isinstance(value, dict):
        return any(map(_holds_room, value.values()))
    return isinstance(value, list | tuple) and any(map(_holds_room, value))


@lru_cache(maxsize=64)
def _layout_has_room(layout: bytes) -> bool:
    return any(_STATIC_ROOM.search(_PLACEHOLDER.sub("", text)) for text in text_of(layout))

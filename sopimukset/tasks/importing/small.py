"""Small counts of people among the values that are brought in: told, never refused.

The record is where figures are kept; reports hide them (decision 2026-11-22-indicators.md). Rule
T22 tells of them too, but not of invented regions, and not which cell of a table they came from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sopimukset.base.speech import mark, say
from sopimukset.tasks.importing.rows import Entry, Refusal
from sopimukset.tasks.importing.values import Ground
from sopimukset.tracking.suppression import LEAST_SHOWN

MOST_SHOWN = 5
"""So many places are told; a table with more is one whose every row is small."""

FOUND = mark("Tieto: pieniä henkilömääriä (1–4) on {maara}.")
SMALL = mark("pieni luku; raportti peittää sen")
MORE = mark("… ja {maara} muuta.")


def told(taken: Iterable[Entry], ground: Ground) -> Iterator[str]:
    """Lines on the small counts among what is brought in, said already; none without any."""
    found = [place for entry in taken for place in _small(entry, ground)]
    if not found:
        return
    yield say(FOUND).format(maara=len(found))
    yield from (f"  {place.told}" for place in found[:MOST_SHOWN])
    if len(found) > MOST_SHOWN:
        yield f"  {say(MORE).format(maara=len(found) - MOST_SHOWN)}"


def _small(entry: Entry, ground: Ground) -> Iterator[Refusal]:
    """The cells of an entry that tell of so few people that a report hides them."""
    key = str(entry.values["mittari"])
    item = next(one for one in ground.catalogue.voimassa(ground.day) if one.avain == key)
    if not item.henkiloita:
        return
    parts = {"osoittaja": "osoittaja", "nimittaja": "nimittaja"}
    for name, target in (parts if item.laji == "osuus" else {"arvo": entry.target}).items():
        value = entry.values.get(name)
        if value is not None and not isinstance(value, str) and 0 < value < LEAST_SHOWN:
            yield entry.reader.at(target, say(SMALL))

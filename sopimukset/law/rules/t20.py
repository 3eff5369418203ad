"""T20: periods of follow-up neither overlap nor leave days between them."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_period
from sopimukset.base.periods import Period, day_after, day_before
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model import Seuranta
from sopimukset.tracking.followup.periods import days_of

OVERLAP = "Seurantajakso menee limittäin toisen seurantajakson {jakso} kanssa."
APART = "Tarkista päivät. Jakso saa olla kokonaan toisen sisällä, kuten puolivuosi vuodessa."
SAME = "Samasta seurantajaksosta on kaksi tiedostoa."
ONE = "Yhdistä tiedostot."
GAP = "Edellisen seurantajakson jälkeen jää seuraamatta {jakso}."
FILL = "Tarkista päivät, tai kirjaa puuttuvan ajan seuranta."

PATH = ("seurantajakso",)


def worth(folder: Folder) -> bool:
    """Whether some group has several follow-ups, and they don't simply follow one another."""
    groups: dict[str, list[Period]] = {}
    for item in folder.follow_ups:
        if (days := days_of(item)) is not None:
            groups.setdefault(item.johtoryhma, []).append(days)
    return any(len(own) > 1 for own in groups.values())


def check(file: FileCase) -> Iterator[Hit]:
    """Overlaps with earlier periods of the group, and days that no period before holds."""
    if not isinstance(file.model, Seuranta) or file.region is None:
        return
    own = days_of(file.model)
    if own is None:
        return
    mates = file.region.follow_ups_by_group.get(file.model.johtoryhma, [])
    yield from _doubled(file.model, own, mates)
    periods = [days for item in mates if (days := days_of(item)) is not None]
    for days in periods:
        if days.start < own.start <= days.end < own.end:
            yield Hit(PATH, OVERLAP, APART, {"jakso": told_period(days)})
    yield from _left_out(own, periods)


def _doubled(model: Seuranta, own: Period, mates: list[Seuranta]) -> Iterator[Hit]:
    same = [item for item in mates if days_of(item) == own]
    if any(item is model for item in same[1:]):
        yield Hit(PATH, SAME, ONE)


def _left_out(own: Period, periods: list[Period]) -> Iterator[Hit]:
    """The days just before a period that no other one holds, after one that has ended."""
    before = day_before(own.start)
    ended = [days.end for days in periods if days.end < own.start]
    # Of several that begin on the same day, a year and its first half, the longest tells.
    longer = any(days.start == own.start and days.end > own.end for days in periods)
    if ended and not longer and not any(before in days for days in periods):
        yield Hit(PATH, GAP, FILL, {"jakso": told_period(Period(day_after(max(ended)), before))})


RULE = Rule(
    code="T20",
    title="Seurantajaksot eivät mene limittäin, eikä niiden väliin jää päiviä",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

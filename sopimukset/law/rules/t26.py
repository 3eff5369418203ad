"""T26: a party assesses the same point, and the state of cooperation, once a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._assessments import followed, last_day, worth
from sopimukset.model import Seuranta

AGAIN = "Sama arvioija on arvioinut kohdan {avain} jo vuoden {vuosi} toisessa seurannassa."
STATE_AGAIN = "Sama arvioija on arvioinut yhteistyön tilan jo vuoden {vuosi} toisessa seurannassa."
ADVICE = "Arvio tehdään kerran vuodessa. Poista toinen arvio, tai kirjaa muutos havaintona."

Key = tuple[str, str | None]


def check(file: FileCase) -> Iterator[Hit]:
    """Assessments that an earlier follow-up of the same year and group holds already."""
    model = followed(file)
    if model is None or file.region is None:
        return
    day = last_day(model)
    if day is None:
        return
    before: set[Key] = set()
    for other in file.region.follow_ups_by_group.get(model.johtoryhma, ()):
        if _is_earlier(other, model, day):
            before.update(_assessed(other).values())
    for path, (point, party) in _assessed(model).items():
        if (point, party) in before:
            values = {"avain": point, "vuosi": day.year}
            yield Hit(path, AGAIN if point else STATE_AGAIN, ADVICE, values)


def _assessed(follow_up: Seuranta) -> dict[Path, Key]:
    """What is assessed by whom, by its place; the state of cooperation has no point."""
    points: dict[Path, Key] = {
        ("suositukset", index): (row.kohta, row.osapuoli)
        for index, row in enumerate(follow_up.suositukset)
        if row.kohta is not None
    }
    states: dict[Path, Key] = {
        ("yhteistyon_tila", index): ("", row.osapuoli)
        for index, row in enumerate(follow_up.yhteistyon_tila)
        if row.osapuoli is not None
    }
    return points | states


def _is_earlier(other: Seuranta, own: Seuranta, day: date) -> bool:
    """Whether another follow-up of the same year ends before this one, or as it does and began so.

    A year's first half ends before the year; of two that end on one day the longer one is later.
    """
    end = last_day(other)
    if end is None or end.year != day.year:
        return False
    began, own_beginning = other.seurantajakso.alkaen, own.seurantajakso.alkaen
    return (end, own_beginning or date.min) < (day, began or date.min)


RULE = Rule(
    code="T26",
    title="Suositusten kohdat ja yhteistyön tila arvioidaan kerran vuodessa",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Vuosi, jona seurantajakso päättyy.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

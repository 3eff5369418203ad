"""T05: one person at a time in a seat or a task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.base.periods import doubled
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import ALONE
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Nimetty

SEAT = "Jäsenyydessä on kaksi henkilöä yhtä aikaa: {aika}."
LEADER = "Johtavan henkilön tehtävässä on kaksi henkilöä yhtä aikaa: {aika}."
ADVICE = "Kirjaa edelliselle paattyen: viimeinen päivä ennen seuraajan alkamispäivää."


def check(group: GroupCase) -> Iterator[Hit]:
    """Overlapping persons of a membership or of a leader's task."""
    for path, seat, _ in group.seats:
        if len(seat.nimetyt) > 1:
            yield from _overlaps((*path, "nimetyt"), seat.nimetyt, SEAT)
    for index, task in enumerate(group.model.johtavat_henkilot):
        if len(task.nimetyt) > 1:
            path = (*group.path, "johtavat_henkilot", index, "nimetyt")
            yield from _overlaps(path, task.nimetyt, LEADER)


def _overlaps(path: Path, people: Sequence[Nimetty], message: str) -> Iterator[Hit]:
    for both in doubled([days for person in people if (days := person.jakso) is not None]):
        yield Hit(path, message, ADVICE, during=both)


RULE = Rule(
    code="T05",
    title="Jäsenyydessä tai tehtävässä on kerrallaan yksi henkilö",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Tarkastelupäivä: virhe näkyy niinä päivinä, joina henkilöitä on kaksi.",
    scope=Scope.GROUP,
    check=check,
    settled=ALONE,
)

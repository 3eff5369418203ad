"""G21: the group has set the frame for the leader's tasks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.periods import Period, day_before
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import FRAMED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import JohtavaHenkilo
from sopimukset.tracking.terms import periods_of

NONE = "Johtoryhmän asettamia puitteita johtavan henkilön tehtäville ei ole kirjattu."
NONE_ADVICE = "Kirjaa puitteet: kokouksen päivä (pvm), pykälä ja teksti."
LATE = "Johtavan henkilön tehtävä on alkanut ennen puitteiden asettamista ({asetettu})."
LATE_ADVICE = "Johtava henkilö toimii johtoryhmän asettamissa puitteissa. Tarkista päivät."


def check(group: GroupCase) -> Iterator[Hit]:
    """Days on which someone leads without a frame; G15 asks for the leaders themselves."""
    for index, task in enumerate(group.model.johtavat_henkilot):
        days = _in_office(group, task)
        if days is None:
            continue
        path = (*group.path, "johtavat_henkilot", index)
        frame = task.puitteet
        if frame is not None and any((frame.pvm, frame.pykala, frame.teksti)):
            yield from _late((*path, "puitteet"), frame.pvm, days)
        elif (met := _meeting_day(group)) is not None:
            yield from _late(path, met, days)
        else:
            yield Hit(path, NONE, NONE_ADVICE, during=days, missing=True)


def _in_office(group: GroupCase, task: JohtavaHenkilo) -> Period | None:
    """From the first leader's start to the last one's end, within the group's days."""
    if group.span is None:
        return None
    days = periods_of(task.nimetyt, group.span)
    return Period(min(days).start, max(item.end for item in days)) if days else None


def _meeting_day(group: GroupCase) -> date | None:
    """When the minutes first tell of a frame."""
    days = [
        meeting.pvm
        for meeting in group.meetings
        if any(matter.laji == "puitteet" for matter in meeting.asiat)
    ]
    return min(days, default=None)


def _late(path: Path, day: date | None, days: Period) -> Iterator[Hit]:
    if day is not None and day > days.start:
        values = {"asetettu": told_day(day)}
        during = Period(days.start, min(day_before(day), days.end))
        yield Hit(path, LATE, LATE_ADVICE, values, during=during)


RULE = Rule(
    code="G21",
    title="Johtoryhmä on asettanut puitteet johtavan henkilön tehtäville",
    severity=Severity.WARNING,
    citations=("388/2024 2 § 1 mom",),
    grade="A",
    decides="Tarkastelupäivä: puitteiden on oltava olemassa, kun johtava henkilö on tehtävässä.",
    scope=Scope.GROUP,
    check=check,
    settled=FRAMED,
)

"""T34: the treatment of a follow-up stands in the minutes of its day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model import Seuranta
from sopimukset.tracking.held import Unborne, unborne

NO_MEETING = "Seuranta on kirjattu käsitellyksi {paiva}, mutta sen päivän kokousta ei ole kirjattu."
MEETING = "Tarkista päivä, tai kirjaa kokous. Tilannekatsaus ei laske seurantaa käsitellyksi."
NO_SECTION = "Kokouksessa {paiva} ei ole pykälää {pykala}, jossa seuranta olisi käsitelty."
SECTION = "Tarkista pykälä pöytäkirjasta. Tilannekatsaus ei laske seurantaa käsitellyksi."
EARLY = "Seuranta on kirjattu käsitellyksi ennen kuin seurantajakso on päättynyt."
ENDED = "Tarkista päivä. Jos jaksoa arvioitiin kesken, kirjaa myös päättyneen jakson käsittely."

KEY = "kasitelty"


def worth(folder: Folder) -> bool:
    """Whether any treatment isn't in the minutes, or is earlier than its period's end."""
    return any(
        _is_early(item, item.kasitelty.pvm) or unborne(item, folder.meetings) is not None
        for item in folder.follow_ups
        if item.kasitelty and item.kasitelty.pvm
    )


def check(file: FileCase) -> Iterator[Hit]:
    """A treatment that no minutes tell of, or that came before the period's last day."""
    item = file.model
    if not isinstance(item, Seuranta) or item.kasitelty is None or file.region is None:
        return
    day = item.kasitelty.pvm
    if day is None or day > file.as_of:
        return  # it is still to come
    lacking = unborne(item, file.region.meetings)
    if lacking is not None:
        yield _unborne(day, item.kasitelty.pykala, lacking)
    elif _is_early(item, day):
        yield Hit((KEY, "pvm"), EARLY, ENDED, severity=Severity.INFO)


def _unborne(day: date, section: int | None, lacking: Unborne) -> Hit:
    values = {"paiva": told_day(day), "pykala": section}
    if lacking is Unborne.MEETING:
        return Hit((KEY, "pvm"), NO_MEETING, MEETING, values)
    return Hit((KEY, "pykala"), NO_SECTION, SECTION, values)


def _is_early(item: Seuranta, day: date) -> bool:
    """Whether the day of its treatment is before the period's last day."""
    end = item.seurantajakso.paattyen
    return end is not None and day < end


RULE = Rule(
    code="T34",
    title="Seurannan käsittely vastaa pöytäkirjaa",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Käsittelyn päivä: tulevaa käsittelyä ei katsota.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

"""T35: the day in the name of a meeting's file is the day of the meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import iso_day, told_day
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model import Kokous

DIFFERS = "Tiedoston nimessä on päivä {nimi}, mutta kokouksen päivä on {pvm}."
ADVICE = "Korjaa päivä (pvm) tai nimeä tiedosto kokouksen päivällä."

DAY = len("2026-03-12")


def worth(folder: Folder) -> bool:
    """Whether any meeting's file is named by another day."""
    return any(_differing(file) is not None for file in folder.files)


def check(file: FileCase) -> Iterator[Hit]:
    """A name that begins with another day; one without a day says nothing of it."""
    days = _differing(file)
    if days is not None:
        named, held = days
        values = {"nimi": told_day(named), "pvm": told_day(held)}
        yield Hit(("pvm",), DIFFERS, ADVICE, values)


def _differing(file: FileCase) -> tuple[date, date] | None:
    """The day that the file's name begins with and the meeting's own, where they are two."""
    if type(file.model) is not Kokous:
        return None
    name, held = file.file.rpartition("/")[2], file.model.pvm
    if name.startswith(held.isoformat()):  # as nearly all are
        return None
    named = iso_day(name[:DAY])
    return None if named is None else (named, held)


RULE = Rule(
    code="T35",
    title="Kokoustiedoston nimessä on kokouksen päivä",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

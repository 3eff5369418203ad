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
    return any(_named_otherwise(file) is not None for file in folder.files)


def check(file: FileCase) -> Iterator[Hit]:
    """A name that begins with another day; one without a day says nothing of it."""
    other = _named_otherwise(file)
    if other is not None and isinstance(file.model, Kokous):
        values = {"nimi": told_day(other), "pvm": told_day(file.model.pvm)}
        yield Hit(("pvm",), DIFFERS, ADVICE, values)


def _named_otherwise(file: FileCase) -> date | None:
    """The day that the file's name begins with, where the meeting is on another one."""
    if type(file.model) is not Kokous:
        return None
    name = file.file.rpartition("/")[2]
    if name.startswith(file.model.pvm.isoformat()):  # as nearly all are
        return None
    return iso_day(name[:DAY])


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

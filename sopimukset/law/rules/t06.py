"""T06: a period does not end before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Jakso

REVERSED = "Jakso päättyy {paattyy} ennen kuin alkaa {alkaa}."
ADVICE = "Tarkista alkaen ja paattyen."


def worth(folder: Folder) -> bool:
    """Whether it happens in any of the files."""
    return folder.survey.reversed


def check(file: FileCase) -> Iterator[Hit]:
    """Every dated item whose last day is before its first."""
    for path, model, _ in file.parts:
        if isinstance(model, Jakso) and model.jakso is None:
            yield from _reversed(path, model)


def _reversed(path: Path, model: Jakso) -> Iterator[Hit]:
    if model.alkaen and model.paattyen:
        values = {"alkaa": told_day(model.alkaen), "paattyy": told_day(model.paattyen)}
        yield Hit((*path, "paattyen"), REVERSED, ADVICE, values)


RULE = Rule(
    code="T06",
    title="Jakso ei pääty ennen kuin alkaa",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

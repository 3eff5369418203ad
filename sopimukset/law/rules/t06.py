"""T06: a period does not end before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
from sopimukset.findings import Severity
from sopimukset.law.cases import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Jakso, Malli
from sopimukset.model.structure import branches

REVERSED = "Jakso päättyy {paattyy} ennen kuin alkaa {alkaa}."
ADVICE = "Tarkista alkaen ja paattyen."


def check(file: FileCase) -> Iterator[Hit]:
    """Every dated item whose last day is before its first."""
    if file.model is not None:
        yield from _reversed(file.model, ())


def _reversed(model: Malli, path: Path) -> Iterator[Hit]:
    if isinstance(model, Jakso) and model.jakso is None and model.alkaen and model.paattyen:
        values = {"alkaa": told_day(model.alkaen), "paattyy": told_day(model.paattyen)}
        yield Hit((*path, "paattyen"), REVERSED, ADVICE, values)
    for name, many in branches(type(model), _dated):
        value = getattr(model, name)
        if many:
            for index, item in enumerate(value or ()):
                yield from _reversed(item, (*path, name, index))
        elif value is not None:
            yield from _reversed(value, (*path, name))


def _dated(model: type[Malli]) -> bool:
    return issubclass(model, Jakso)


RULE = Rule(
    code="T06",
    title="Jakso ei pääty ennen kuin alkaa",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
)

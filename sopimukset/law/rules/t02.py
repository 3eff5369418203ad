"""T02: a `tunnus` stands once in its list."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.survey import IDENTIFIER

DOUBLE = "Tunnus {tunnus} on luettelossa kahdesti."
ADVICE = "Anna toiselle oma tunnus. Tunnus on pysyvä, joten muuta sitä, joka on uudempi."


def worth(folder: Folder) -> bool:
    """Whether it happens in any of the files."""
    return folder.survey.doubled


def check(file: FileCase) -> Iterator[Hit]:
    """Every second use of an identifier in the same list."""
    seen: set[tuple[Path, str]] = set()
    for path, model, _ in file.parts:
        tunnus = model.__dict__.get(IDENTIFIER)
        if tunnus is None or not path or isinstance(path[-1], str):
            continue  # has none, or stands in no list
        own = (path[:-1], tunnus)  # its list, and what must stand in it once
        if own in seen:
            yield Hit((*path, IDENTIFIER), DOUBLE, ADVICE, {"tunnus": tunnus})
        seen.add(own)


RULE = Rule(
    code="T02",
    title="Tunnus esiintyy luettelossa vain kerran",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

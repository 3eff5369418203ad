"""T02: a `tunnus` stands once in its list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.findings import Severity
from sopimukset.law.cases import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Malli
from sopimukset.model.structure import branches, fields_of

IDENTIFIER = "tunnus"

DOUBLE = "Tunnus {tunnus} on luettelossa kahdesti."
ADVICE = "Anna toiselle oma tunnus. Tunnus on pysyvä, joten muuta sitä, joka on uudempi."


def check(file: FileCase) -> Iterator[Hit]:
    """Every second use of an identifier in the same list."""
    if file.model is not None:
        yield from _doubles(file.model, ())


def _doubles(model: Malli, path: Path) -> Iterator[Hit]:
    for name, many in branches(type(model), _identified):
        value = getattr(model, name)
        if many:
            yield from _in_list(value, (*path, name))
        elif value is not None:
            yield from _doubles(value, (*path, name))


def _in_list(items: Sequence[Malli], path: Path) -> Iterator[Hit]:
    seen: set[str] = set()
    for index, item in enumerate(items):
        if _identified(type(item)):
            tunnus: str = getattr(item, IDENTIFIER)
            if tunnus in seen:
                place = (*path, index, IDENTIFIER)
                yield Hit(place, DOUBLE, ADVICE, {"tunnus": tunnus})
            seen.add(tunnus)
        yield from _doubles(item, (*path, index))


def _identified(model: type[Malli]) -> bool:
    return IDENTIFIER in fields_of(model)


RULE = Rule(
    code="T02",
    title="Tunnus esiintyy luettelossa vain kerran",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
)

"""T02: a `tunnus` stands once in its list."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Malli
from sopimukset.model.structure import fields_of

DOUBLE = "Tunnus {tunnus} on luettelossa kahdesti."
ADVICE = "Anna toiselle oma tunnus. Tunnus on pysyvä, joten muuta sitä, joka on uudempi."


def check(file: FileCase) -> Iterator[Hit]:
    """Every second use of an identifier in the same list."""
    if file.model is not None:
        yield from _doubles(file.model, ())


def _doubles(model: Malli, path: Path) -> Iterator[Hit]:
    for name, field in fields_of(type(model)).items():
        if not field.models:
            continue
        value = getattr(model, name)
        if isinstance(value, tuple):
            seen: set[str] = set()
            for index, item in enumerate(value):
                tunnus = getattr(item, "tunnus", None)
                if tunnus is not None and tunnus in seen:
                    place = (*path, name, index, "tunnus")
                    yield Hit(place, DOUBLE, ADVICE, {"tunnus": tunnus})
                seen.add(tunnus or "")
                yield from _doubles(item, (*path, name, index))
        elif isinstance(value, Malli):
            yield from _doubles(value, (*path, name))


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

"""T19: a value is of the group's own authority and municipality, and is recorded once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopimukset.findings import Severity
from sopimukset.law.cases import NOBODY
from sopimukset.law.files import FileCase
from sopimukset.law.recorded import Recorded
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._followups import group_of, worth
from sopimukset.model import Seuranta

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase

AUTHORITY_ELSEWHERE = "Osapuoli ei ole johtoryhmän toimialueen työvoimaviranomainen."
NAME_AUTHORITY = "Kirjaa työvoimaviranomainen, jonka alueelta arvo on, tai koko alueen arvo."
ELSEWHERE = "Kunta ei ole johtoryhmän toimialueella."
NAME_MUNICIPALITY = "Kirjaa toimialueen kunta suomenkielisellä nimellään."
TWICE = "Sama arvo on kirjattu kahdesti."
ONCE = "Poista toinen, tai kirjaa, mitä luokkaa, viranomaista tai kuntaa se koskee."


def check(file: FileCase) -> Iterator[Hit]:
    """Authorities and municipalities that aren't the group's, and second values of the same."""
    if not isinstance(file.model, Seuranta):
        return
    group = group_of(file, file.model.johtoryhma)
    names = group.municipalities if group is not None else None
    seen = set()
    for one in file.recorded:
        own = (one.mittari, one.place)
        if own in seen:
            yield Hit(one.path, TWICE, ONCE)
        seen.add(own)
        if group is not None and names is not None and (one.party or one.place.kunta):
            yield from _elsewhere(one, group, names)


def _elsewhere(one: Recorded, group: GroupCase, names: frozenset[str]) -> Iterator[Hit]:
    role, kunta = group.region.role(one.party), one.place.kunta
    if role != NOBODY and role not in group.authorities:  # T01 tells of a party that isn't there
        path = (*one.path, "tyovoimaviranomainen")
        yield Hit(path, AUTHORITY_ELSEWHERE, NAME_AUTHORITY)
    if kunta is not None and kunta not in names:
        yield Hit((*one.path, "kunta"), ELSEWHERE, NAME_MUNICIPALITY)


RULE = Rule(
    code="T19",
    title="Mittarin arvo on johtoryhmän toimialueelta ja kirjattu kerran",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

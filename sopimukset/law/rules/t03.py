"""T03: the municipalities of a territory exist, and their counties are among the parties."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import nearest
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.tracking.party_names import told_name
from sopimukset.tracking.roles import COUNTY, Role

UNKNOWN = "Kuntaa {kunta} ei ole kansallisessa rekisterissä."
MEANT = "Tarkoititko: {meant}?"
UNKNOWN_ADVICE = "Kirjoita kunnan nimi kuten virallisessa kuntaluettelossa."
OUTSIDE = "Kunta {kunta} kuuluu toimijaan {hyvinvointialue}, joka ei ole alueen osapuoli."
OUTSIDE_ADVICE = "Tarkista kunta, tai kirjaa hyvinvointialue osapuoleksi."
NOWHERE = "Kunta {kunta} ei kuulu mihinkään hyvinvointialueeseen."
NOWHERE_ADVICE = "Poista kunta: Ahvenanmaalla ei ole TYM-johtoryhmiä."


def check(group: GroupCase) -> Iterator[Hit]:
    """Municipalities that the register does not know, or of a county that is not a party."""
    territory = group.model.toimialue
    if territory is None or not isinstance(territory.kunnat, tuple):
        return
    for index, name in enumerate(territory.kunnat):
        path = (*group.path, "toimialue", "kunnat", index)
        yield from _municipality(group, path, name)


def _municipality(group: GroupCase, path: Path, name: str) -> Iterator[Hit]:
    register = group.world.register
    found = register.kunta_named(name)
    if found is None:
        meant = nearest(name, register.kunnat)
        values = {"kunta": name, "meant": meant}
        yield Hit(path, UNKNOWN, MEANT if meant else UNKNOWN_ADVICE, values)
    elif found.hyvinvointialue is None:
        yield Hit(path, NOWHERE, NOWHERE_ADVICE, {"kunta": name})
    elif Role(COUNTY, found.hyvinvointialue) not in group.region.roles.values():
        county = register.hyvinvointialueet[found.hyvinvointialue]
        values = {"kunta": name, "hyvinvointialue": told_name(county)}
        yield Hit(path, OUTSIDE, OUTSIDE_ADVICE, values)


RULE = Rule(
    code="T03",
    title="Toimialueen kunnat ovat osapuolina olevien hyvinvointialueiden kuntia",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä: katsotaan kansallista rekisteriä.",
    scope=Scope.GROUP,
    check=check,
)

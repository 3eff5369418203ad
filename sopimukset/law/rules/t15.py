"""T15: the file of a released version is as it was released."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.approved import VersionCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.fingerprints import fingerprint

CHANGED = "Version sisältöä on muutettu: sormenjälki ei enää vastaa sitä."
CHANGED_ADVICE = "Palauta tiedosto versionhallinnasta. Uusi sisältö on uusi versio."
MISNAMED = "Tiedoston pitäisi olla nimeltään {nimi}."
MISNAMED_ADVICE = "Palauta tiedoston nimi. Hyväksynnät löytävät version nimen perusteella."
ORPHAN = "Sopimusta {sopimus}, jonka versio tämä on, ei ole alueen tiedoissa."
ORPHAN_ADVICE = "Palauta sopimuksen tunnus tai poista version tiedosto."


def check(version: VersionCase) -> Iterator[Hit]:
    """A content that was changed, another name, an agreement that isn't there."""
    model = version.model
    if fingerprint(model.sisalto) != model.sormenjalki:
        yield Hit(("sormenjalki",), CHANGED, CHANGED_ADVICE)
    name = f"{model.sopimus}-{model.versio}.yaml"
    if version.file.rpartition("/")[2] != name:
        yield Hit(("versio",), MISNAMED, MISNAMED_ADVICE, {"nimi": name})
    if version.agreement is None:
        values = {"sopimus": model.sopimus}
        yield Hit(("sopimus",), ORPHAN, ORPHAN_ADVICE, values, severity=Severity.WARNING)


RULE = Rule(
    code="T15",
    title="Sopimuksen tehtyä versiota ei ole muutettu",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.VERSION,
    check=check,
)

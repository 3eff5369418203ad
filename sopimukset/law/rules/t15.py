"""T15: the file of a released version is as it was released."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
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
COMING = "Version {versio} päivä {paiva} on tarkastelupäivän jälkeen."
COMING_ADVICE = (
    "Jos päivä on väärä, tee version tilalle uusi. Jos tarkastelet mennyttä päivää, versiota ei "
    "silloin vielä ollut."
)
BEFORE = (
    "Version {versio} päivä {paiva} on ennen päivää {aiempi_paiva}, jona versio {aiempi} tehtiin."
)
BEFORE_ADVICE = (
    "Palauta tiedosto versionhallinnasta, jos päivää on muutettu. Muuten selvitä, kumpi versio on "
    "uudempi: hyväksynnät ja muutokset luetaan numeron mukaan."
)


def check(version: VersionCase) -> Iterator[Hit]:
    """A content that was changed, another name, an agreement that isn't there, an odd day."""
    model = version.model
    if fingerprint(model.sisalto) != model.sormenjalki:
        yield Hit(("sormenjalki",), CHANGED, CHANGED_ADVICE)
    name = f"{model.sopimus}-{model.versio}.yaml"
    if version.file.rpartition("/")[2] != name:
        yield Hit(("versio",), MISNAMED, MISNAMED_ADVICE, {"nimi": name})
    if version.agreement is None:
        values = {"sopimus": model.sopimus}
        yield Hit(("sopimus",), ORPHAN, ORPHAN_ADVICE, values, severity=Severity.WARNING)
    yield from _day(version)


def _day(version: VersionCase) -> Iterator[Hit]:
    """A day that is to come, or that is before the day of the version with a smaller number.

    An approval that is older than its version is told of where the approval stands (T14).
    """
    model, former, place = version.model, version.former, ("julkaistu",)
    values = {"versio": model.versio, "paiva": told_day(model.julkaistu)}
    if model.julkaistu > version.as_of:
        yield Hit(place, COMING, COMING_ADVICE, values, severity=Severity.WARNING)
    if former is not None and model.julkaistu < former.julkaistu:
        told = {"aiempi": former.versio, "aiempi_paiva": told_day(former.julkaistu)}
        yield Hit(place, BEFORE, BEFORE_ADVICE, {**values, **told}, severity=Severity.WARNING)


RULE = Rule(
    code="T15",
    title="Sopimuksen tehtyä versiota ei ole muutettu",
    severity=Severity.ERROR,
    citations=(),
    grade="",
    decides="Tarkastelupäivä: version päivä ei saa olla sen jälkeen. Muuten ei riipu päivästä.",
    scope=Scope.VERSION,
    check=check,
)

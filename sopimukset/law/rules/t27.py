"""T27: each party assesses the state of cooperation for itself."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._assessments import followed, worth
from sopimukset.model import Seuranta

NOBODYS = "Yhteistyön tilan arviosta ei ilmene, minkä osapuolen arvio se on."
NOBODYS_ADVICE = "Kirjaa osapuoli. Jokainen osapuoli arvioi yhteistyön tilan itse."
TWICE = "Osapuoli on arvioinut yhteistyön tilan kahdesti samassa seurannassa."
POINT_TWICE = "Sama osapuoli on arvioinut kohdan {avain} kahdesti samassa seurannassa."
TWICE_ADVICE = "Jätä voimaan yksi arvio."
LACKING = "Yhteistyön tilaa eivät ole arvioineet: {puuttuvat}."
LACKING_ADVICE = "Pyydä arvio jokaiselta osapuolelta, joka nimeää johtoryhmään jäseniä."


def check(file: FileCase) -> Iterator[Hit]:
    """Assessments of nobody, those that a party gives twice, and parties that give none."""
    model = followed(file)
    if model is None:
        return
    yield from _states(model)
    yield from _points(model)
    if file.region is not None and model.yhteistyon_tila:
        yield from _lacking(model, file.region)


def _states(model: Seuranta) -> Iterator[Hit]:
    met: set[str] = set()
    for index, row in enumerate(model.yhteistyon_tila):
        path: Path = ("yhteistyon_tila", index)
        if row.osapuoli is None:
            yield Hit(path, NOBODYS, NOBODYS_ADVICE)
        elif row.osapuoli in met:
            yield Hit(path, TWICE, TWICE_ADVICE)
        else:
            met.add(row.osapuoli)


def _points(model: Seuranta) -> Iterator[Hit]:
    met: set[tuple[str | None, str | None]] = set()
    for index, row in enumerate(model.suositukset):
        own = (row.kohta, row.osapuoli)
        if row.kohta is not None and own in met:
            yield Hit(("suositukset", index), POINT_TWICE, TWICE_ADVICE, {"avain": row.kohta})
        met.add(own)


def _lacking(model: Seuranta, region: RegionCase) -> Iterator[Hit]:
    """Parties with a seat in the group that give no assessment, though others do."""
    given = {region.role(row.osapuoli) for row in model.yhteistyon_tila}
    group = next((item for item in region.groups if item.model.tunnus == model.johtoryhma), None)
    namers = dict.fromkeys(seat.nimeaja for seat in group.model.jasenet) if group else {}
    left = [region.role(tunnus) for tunnus in namers if tunnus in region.roles]
    names = [region.party_name(role) for role in dict.fromkeys(left) if role not in given]
    if names:
        values = {"puuttuvat": listed(names)}
        path: Path = ("yhteistyon_tila",)
        yield Hit(path, LACKING, LACKING_ADVICE, values, severity=Severity.INFO)


RULE = Rule(
    code="T27",
    title="Jokainen osapuoli arvioi yhteistyön tilan itse",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

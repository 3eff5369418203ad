"""G13: in a group over several counties it is agreed which county names the vice-chair."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Rule, Scope

NONE = (
    "Johtoryhmässä on {maara} hyvinvointialuetta, mutta varapuheenjohtajan nimeäjää ei ole "
    "kirjattu."
)
ADVICE = "Sopikaa, mikä hyvinvointialue nimeää, ja kirjatkaa se kohtaan varapuheenjohtajan_nimeaja."


def check(group: GroupCase) -> Iterator[Hit]:
    """Several counties, and nothing said of who names the vice-chair."""
    if len(group.counties) > 1 and group.model.varapuheenjohtajan_nimeaja is None:
        yield Hit(group.path, NONE, ADVICE, {"maara": len(group.counties)}, missing=True)


RULE = Rule(
    code="G13",
    title="Usean hyvinvointialueen johtoryhmässä on sovittu varapuheenjohtajan nimeäjästä",
    severity=Severity.WARNING,
    citations=("388/2024 1 § 3 mom",),
    grade="C",
    decides="Ei riipu päivästä: katsotaan toimialueen kuntia.",
    scope=Scope.GROUP,
    check=check,
)

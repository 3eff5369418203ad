"""T37: a follow-up that tells of realised staff tells of every row that was agreed on."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed_keys
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._followups import group_of
from sopimukset.model import Seuranta
from sopimukset.tracking.followup.periods import days_of
from sopimukset.tracking.followup.staff import rows_of

LACKING = "Toteutunutta henkilöstöä ei ole kirjattu kaikille riveille. Puuttuvat: {rivit}."
ADVICE = "Kirjaa toteuma jokaiselle riville, myös nolla. Ilman sitä summat jäävät raportista pois."


def worth(folder: Folder) -> bool:
    """Whether a follow-up tells of staff, but of fewer rows than some group has."""
    rows = {row.tunnus for alue in folder.regions for row in alue.henkilosto}
    told = (_told(item) for item in folder.follow_ups)
    return any(own and not rows <= own for own in told)


def check(file: FileCase) -> Iterator[Hit]:
    """Rows that were agreed on for a whole period that has ended, but whose amount is left out."""
    model = file.model
    if not isinstance(model, Seuranta) or file.region is None:
        return
    days, group, told = days_of(model), group_of(file, model.johtoryhma), _told(model)
    if days is None or days.end >= file.as_of or group is None or not told:
        return
    rows = rows_of(file.region.alue, group.model)
    lacking = [
        row.tunnus
        for row in rows
        if row.maara
        and row.tunnus not in told
        and row.jakso
        and row.jakso.intersection(days) == days
    ]
    if lacking:
        yield Hit(("henkilosto",), LACKING, ADVICE, {"rivit": listed_keys(lacking)})


def _told(item: Seuranta) -> set[str]:
    """The rows whose realised amount a follow-up tells."""
    return {row.rivi for row in item.henkilosto if row.rivi and row.maara is not None}


RULE = Rule(
    code="T37",
    title="Toteutunut henkilöstö on kirjattu riveittäin",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Seurantajakson viimeinen päivä: keskeneräistä jaksoa ei katsota.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

"""P05: recusals are asked about for every matter of the minutes."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model import Kokous

UNASKED = "Asiasta ei ole kirjattu, oliko joku esteellinen."
ADVICE = "Kirjaa esteelliset ja peruste, tai esteelliset: [], jos kukaan ei ollut esteellinen."


def worth(folder: Folder) -> bool:
    """Whether any meeting, held or not, has a matter without a record of recusals."""
    return any(
        matter.esteelliset is None for meeting in folder.meetings for matter in meeting.asiat
    )


def check(file: FileCase) -> Iterator[Hit]:
    """Matters of meetings that have been held, without a record of recusals."""
    if not isinstance(file.model, Kokous) or file.model.pvm > file.as_of:
        return
    for index, item in enumerate(file.model.asiat):
        if item.esteelliset is None:
            yield Hit(("asiat", index), UNASKED, ADVICE)


RULE = Rule(
    code="P05",
    title="Esteellisyys on kysytty jokaisessa asiassa",
    severity=Severity.WARNING,
    citations=("434/2003 27 § 2 mom", "434/2003 29 § 2 mom", "410/2015 97 §", "611/2021 102 §"),
    grade="A",
    decides="Kokouksen päivä: pidetyn kokouksen asiat katsotaan.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

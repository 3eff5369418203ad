"""T21: a meeting lies in a term of its group, and those present were named by then."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._followups import group_of
from sopimukset.law.settled import is_attended
from sopimukset.model import Kokous
from sopimukset.tracking.posts import holders_on
from sopimukset.tracking.terms import term_periods

if TYPE_CHECKING:
    from sopimukset.model import Jasenyys

OUTSIDE = "Kokous ei ole johtoryhmän toimikaudella."
EARLIER = "Kokous on ennen ensimmäistä kirjattua toimikautta."
TERMS = "Tarkista kokouksen päivä ja toimikaudet."
MEMBER = "Jäsenyyteen {jasen} ei ollut kirjattu jäsentä kokouksen päivänä."
DEPUTY = "Jäsenyyteen {jasen} ei ollut kirjattu varajäsentä kokouksen päivänä."
NAMING = "Tarkista läsnäolo, tai kirjaa nimeämisen ensimmäinen päivä päätöksestä."


def worth(folder: Folder) -> bool:
    """Whether there is a meeting but in a term of a group in which every seat is held all along."""
    region = folder.files[0].region
    return region is not None and not all(is_attended(region, item) for item in folder.meetings)


def check(file: FileCase) -> Iterator[Hit]:
    """A meeting outside all terms, and members and deputies who came before they were named."""
    if not isinstance(file.model, Kokous):
        return
    group = group_of(file, file.model.johtoryhma)
    if group is None:
        return
    day = file.model.pvm
    terms = term_periods(group.model)
    if terms and day < terms[0].start:
        # Nobody need record the terms before the first one, so this may well be right.
        yield Hit(("pvm",), EARLIER, TERMS, severity=Severity.INFO)
        return
    if terms and not any(day in term for term in terms):
        yield Hit(("pvm",), OUTSIDE, TERMS)
        return
    seats = {seat.tunnus: seat for seat in group.model.jasenet}
    for index, present in enumerate(file.model.lasna):
        seat = seats.get(present.jasen or "")
        if seat is not None:
            yield from _unnamed(seat, file.model, index)


def _unnamed(seat: Jasenyys, meeting: Kokous, index: int) -> Iterator[Hit]:
    deputy = meeting.lasna[index].tilalla is not None
    people = seat.varajasenet if deputy else seat.nimetyt
    if people and not holders_on(people, meeting.pvm):
        path = ("lasna", index, "jasen")
        yield Hit(path, DEPUTY if deputy else MEMBER, NAMING, {"jasen": seat.tunnus})


RULE = Rule(
    code="T21",
    title="Kokous on toimikaudella, ja läsnä olleet on nimetty",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Kokouksen päivä ratkaisee.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

"""T21: a meeting lies in a term of its group, and its people and days agree with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sopimukset.base.dates import told_day
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.rules._followups import group_of
from sopimukset.law.settled import is_attended
from sopimukset.model import Kokous
from sopimukset.tracking.actions import ENDED
from sopimukset.tracking.posts import holders_on
from sopimukset.tracking.terms import term_periods

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase
    from sopimukset.model import Johtoryhma
    from sopimukset.model.kokous import Toimenpide

OUTSIDE = "Kokous ei ole johtoryhmän toimikaudella."
EARLIER = "Kokous on ennen ensimmäistä kirjattua toimikautta."
TERMS = "Tarkista kokouksen päivä ja toimikaudet."
MEMBER = "Jäsenyyteen {jasen} ei ollut kirjattu jäsentä kokouksen päivänä."
DEPUTY = "Jäsenyyteen {jasen} ei ollut kirjattu varajäsentä kokouksen päivänä."
NAMING = "Tarkista läsnäolo, tai kirjaa nimeämisen ensimmäinen päivä päätöksestä."
CHECKED = "Pöytäkirja on kirjattu tarkastetuksi {paiva}, mutta kokous on vasta {pvm}."
CHECKED_ADVICE = "Tarkista kokouksen päivä ja tarkastuksen päivä."
ABSENT = "Pöytäkirjan tarkastajaksi on kirjattu {jasen}, jota ei ole kirjattu läsnä olleeksi."
ABSENT_ADVICE = "Tarkista tarkastaja ja läsnäolo: tarkastaja todistaa, mitä kokouksessa päätettiin."
DUE = "Toimenpiteen {tunnus} määräpäivä {paiva} on ennen kokousta {pvm}, jossa siitä sovittiin."
DUE_ADVICE = "Tarkista määräpäivä. Aiemmin sovittu toimenpide kirjataan myös aiempaan kokoukseen."


def worth(folder: Folder) -> bool:
    """Whether a meeting isn't in a term with every seat held, or its minutes contradict it."""
    region = folder.files[0].region
    return region is not None and not all(
        is_attended(region, item) and not _doubtful(item) for item in folder.meetings
    )


def _doubtful(meeting: Kokous) -> bool:
    """Whether a day in the minutes is before the meeting's, or a checker isn't told to be there."""
    day, checked = meeting.pvm, meeting.tarkastettu
    if checked is not None and checked < day:
        return True
    if meeting.tarkastajat and not {who.jasen for who in meeting.lasna} >= {*meeting.tarkastajat}:
        return True
    for matter in meeting.asiat:
        for action in matter.toimenpiteet:
            if action.maarapaiva is not None and action.maarapaiva < day:
                return True
    return False


def check(file: FileCase) -> Iterator[Hit]:
    """Meetings outside all terms, people who weren't named or present, days before the meeting."""
    if not isinstance(file.model, Kokous):
        return
    group = group_of(file, file.model.johtoryhma)
    if group is None:
        return
    day = file.model.pvm
    terms = term_periods(group.model)
    early = bool(terms) and day < terms[0].start
    if terms and not early and not any(day in term for term in terms):
        yield Hit(("pvm",), OUTSIDE, TERMS)
        return  # the day itself is to be mended
    if early:
        # Nobody need record the terms before the first one, so this may well be right.
        yield Hit(("pvm",), EARLIER, TERMS, severity=Severity.INFO)
    else:
        yield from _unnamed(group.model, file.model)
    yield from _minutes(file.model, group)


def _unnamed(group: Johtoryhma, meeting: Kokous) -> Iterator[Hit]:
    """Members and deputies who came before they were named."""
    seats = {seat.tunnus: seat for seat in group.jasenet}
    for index, present in enumerate(meeting.lasna):
        seat = seats.get(present.jasen or "")
        if seat is None:  # T01 tells of a seat that the record lacks
            continue
        deputy = present.tilalla is not None
        people = seat.varajasenet if deputy else seat.nimetyt
        if people and not holders_on(people, meeting.pvm):
            path = ("lasna", index, "jasen")
            yield Hit(path, DEPUTY if deputy else MEMBER, NAMING, {"jasen": seat.tunnus})


def _minutes(meeting: Kokous, group: GroupCase) -> Iterator[Hit]:
    """What of the minutes can't be so on the meeting's day."""
    values = {"pvm": told_day(meeting.pvm)}
    checked = meeting.tarkastettu
    if checked is not None and checked < meeting.pvm:
        told = {**values, "paiva": told_day(checked)}
        yield Hit(("tarkastettu",), CHECKED, CHECKED_ADVICE, told)
    yield from _absent(meeting, group.model)
    for index, matter in enumerate(meeting.asiat):
        for place, action in enumerate(matter.toimenpiteet):
            due = action.maarapaiva
            if due is not None and due < meeting.pvm and _agreed_here(action, meeting, group):
                path = ("asiat", index, "toimenpiteet", place, "maarapaiva")
                told = {**values, "tunnus": action.tunnus, "paiva": told_day(due)}
                yield Hit(path, DUE, DUE_ADVICE, told)


def _absent(meeting: Kokous, group: Johtoryhma) -> Iterator[Hit]:
    """Checkers who weren't there, once it is recorded who was; T01 tells of unknown ones."""
    present = {item.jasen for item in meeting.lasna}
    known = {seat.tunnus for seat in group.jasenet}
    for index, seat in enumerate(meeting.tarkastajat if present else ()):
        if seat in known - present:
            yield Hit(("tarkastajat", index), ABSENT, ABSENT_ADVICE, {"jasen": seat})


def _agreed_here(action: Toimenpide, meeting: Kokous, group: GroupCase) -> bool:
    """Whether an open action comes up first in a meeting: a later one tells how it stands."""
    return action.tila not in ENDED and not any(
        other.pvm < meeting.pvm
        and any(item.tunnus == action.tunnus for own in other.asiat for item in own.toimenpiteet)
        for other in group.meetings
    )


RULE = Rule(
    code="T21",
    title="Kokous on toimikaudella, ja sen henkilöt ja päivät sopivat siihen",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Kokouksen päivä ratkaisee.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

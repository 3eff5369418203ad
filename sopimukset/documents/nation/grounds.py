"""What each row of the national report rests on: its day, by what it came to be, where it stands.

The paper tells the day and the section of the decision in one cell, and what is alike in all rows
in a line below the table. For those who calculate each row has it whole.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.base.speech import mark
from sopimukset.documents.nation import called, names
from sopimukset.documents.report.voice import NOT_RECORDED
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.nation.knowledge import RECORDED, Topic
from sopimukset.tracking.posts import holders_on

if TYPE_CHECKING:
    from sopimukset.documents.nation.sheets import Told
    from sopimukset.formats.tables.writing import Value
    from sopimukset.model import Sopimus, Tavoite
    from sopimukset.model.paatos import Paatos
    from sopimukset.tracking.nation.whole import NationalGroup, NationalRegion

DAY, SOURCE, FILE = mark("Tiedon päivä"), mark("Lähde"), mark("Kirjattu tiedostoon")
SET = mark("päätös johtoryhmän asettamisesta: {paatos}")
APPROVED = mark("viimeisin hyväksyntä: {paatos}")
SIGNED = mark("viimeisin allekirjoitus: {paiva}")
MEETING = mark("johtoryhmän kokous: {paatos}")
REGISTER = mark("kunnat ja alueet: Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0)")
RECORD, MEETINGS, FOLLOW_UPS = "alue.yaml", "kokoukset/", "seuranta/"
_FILES = {
    DeadlineKind.ACTION: MEETINGS,
    DeadlineKind.PERIOD_TREATED: FOLLOW_UPS,
}
Grounded = tuple["Value", str]
"""A day, or the words that none is recorded, and a source."""


def _said(told: Told, day: date | None) -> Value:
    return day or told.voice.say(NOT_RECORDED)


def group(told: Told, region: NationalRegion, item: NationalGroup) -> Grounded:
    """The newest day of a group's shape, and the decision that set it for the term."""
    holdings = region.holdings
    own = (
        next((one for one in holdings.alue.johtoryhmat if one.tunnus == item.tunnus), None)
        if holdings
        else None
    )
    if own is None:
        return _said(told, None), told.voice.say(NOT_RECORDED)
    term = next((one for one in own.toimikaudet if one.jakso and one.jakso == item.term), None)
    decision = term.asettaminen if term else None
    today = told.nation.day
    held = (person for seat in own.jasenet for person in holders_on(seat.nimetyt, today))
    days = [decision.pvm if decision else None, *(person.alkaen for person in held)]
    found = _decision(told, region, decision)
    if not told.keys:
        return _newest(told, days), found
    source = told.voice.tell(SET, paatos=found)
    return _newest(told, days), f"{source}; {told.voice.say(REGISTER)}"


def agreement(told: Told, region: NationalRegion, item: Sopimus) -> Grounded:
    """The newest day of an agreement's approvals and signatures, and what they were."""
    today = told.nation.day
    approvals = [one for one in item.hyvaksynnat if one.pvm and one.pvm <= today]
    signed = [one.pvm for one in item.allekirjoitukset if one.pvm and one.pvm <= today]
    last = max(approvals, key=lambda one: one.pvm or date.min, default=None)
    day = _newest(told, [last.pvm if last else None, *signed])
    if not told.keys:
        newest = last if last and last.pvm == day else None
        return day, told.voice.minuted(
            day if isinstance(day, date) else None, newest.pykala if newest else None
        )
    found = []
    if last:
        found.append(told.voice.tell(APPROVED, paatos=_decision(told, region, last)))
    if signed:
        found.append(told.voice.tell(SIGNED, paiva=told.voice.day(max(signed))))
    return day, "; ".join(found) or told.voice.say(NOT_RECORDED)


def goal(told: Told, item: Tavoite) -> Grounded:
    """The day of the meeting that set a goal, and the meeting."""
    when, section = (item.asetettu.pvm, item.asetettu.pykala) if item.asetettu else (None, None)
    found = told.voice.minuted(when, section)
    if not told.keys or (when, section) == (None, None):
        return _said(told, when), found
    return _said(told, when), told.voice.tell(MEETING, paatos=_plain(found))


def topics(told: Told, region: NationalRegion) -> Grounded:
    """The newest day that is known of a region, and the files that tell what is known."""
    known = [region.known(topic) for topic in Topic]
    told_of = [one for one in known if one.knowledge in RECORDED]
    places = [one.place.partition(":")[0] for one in told_of if not one.shared]
    files = [file(region, place) for place in dict.fromkeys(places)]
    if any(one.shared for one in told_of):
        homes = {one.key: one for one in told.nation.regions}
        files += [file(homes[one.home]) for one in region.shared if one.topics]
    source = ", ".join(dict.fromkeys(files)) or told.voice.say(NOT_RECORDED)
    return _newest(told, [one.day for one in told_of]), source


def of_deadline(region: NationalRegion, item: Deadline) -> str:
    """The file in which the deadline's matter stands, as far as one is known."""
    return file(region, _FILES.get(item.kind, RECORD))


def file(region: NationalRegion, place: str = RECORD) -> str:
    """A file or folder of a region's record, from the workspace's root; "" where it has none."""
    return f"regions/{region.holdings.name}/{place}" if region.holdings else ""


def _newest(told: Told, days: Iterable[date | None]) -> Value:
    found = (day for day in days if day is not None and day <= told.nation.day)
    return _said(told, max(found, default=None))


def _decision(told: Told, region: NationalRegion, item: Paatos | None) -> str:
    """Who decided, when, and under which section; on paper the latter two alone."""
    if item is None:
        return told.voice.say(NOT_RECORDED)
    found = told.voice.minuted(item.pvm, item.pykala)
    if not told.keys:
        return found
    who = called.plain(told, region.key, names.text(item.tekija, region.holdings, told.voice))
    return " ".join(filter(None, (who, _plain(found))))


def _plain(text: str) -> str:
    """A text with spaces at which a line may end, for cells that programs compare."""
    return text.replace("\N{NO-BREAK SPACE}", " ")

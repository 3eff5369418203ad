"""The deadlines of the national report on paper: how many there are, and the nearest of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from sopimukset.base.speech import mark
from sopimukset.documents.nation import narrow
from sopimukset.documents.nation import sheets as tables
from sopimukset.documents.nation.blocks import NOTHING, rows_or_nothing, whose_shared
from sopimukset.documents.nation.sheets import NEAR_DAYS, Row, Told, near, shown
from sopimukset.formats.paper import Block, Text
from sopimukset.formats.tables.writing import Sheet

LATER = mark(
    "Taulukossa ovat määräajat {paiva} saakka. Myöhempiä on kirjattu {maara}. Kaikki ovat "
    "tilannekuvan taulukkotiedostossa."
)
CUT = mark("Seuraavien {paivia} päivän määräaikoja on niistä {maara}.")
IN_BOTH = mark("Yhteisen johtoryhmän määräajat on laskettu molempien hyvinvointialueiden riville.")
NUMBERED = mark("Laskettu taulukosta Määräajat, tilanne {paiva}.")
OWN_DAY = mark("Päivä on määräajan viimeinen päivä, ja Perusta on sen lähde.")
MOST_DEADLINES = 120
"""How many rows the paper shows of those that are late or within `NEAR_DAYS`: whole days, so a few
more where many fall on the first one."""


def coming(told: Told) -> Iterator[Block]:
    """How many deadlines each region has, then what falls due as far as the counts reach."""
    heads = (*(mark("Alue"), mark("Tila"), mark("Myöhässä"), mark("Seuraavat {paivia} päivää")),)
    if not any(region.deadlines for region in told.nation.regions):
        yield Text(told.voice.say(NOTHING))
        return
    rows = tuple(
        (told.region(region), told.standing(region), *near(told.nation, region))
        for region in told.nation.regions
        if any(near(told.nation, region)) or region.deadlines
    )
    titles = tuple(told.voice.tell(head, paivia=NEAR_DAYS) for head in heads)
    yield from rows_or_nothing(
        told, Sheet(told.voice.say(mark("Määräaikoja alueittain")), titles, rows), (1.5, 1, 0.7, 1)
    )
    day = told.voice.day(told.nation.day)
    yield Text(told.voice.tell(NUMBERED, paiva=day), "small")
    if any(shared.deadlines for region in told.nation.regions for shared in region.shared):
        yield Text(told.voice.say(IN_BOTH), "small")
    sheet = tables.deadlines(told)
    until = told.nation.day + timedelta(days=NEAR_DAYS)
    close = [row for row in sheet.rows if isinstance(row[0], date) and row[0] <= until]
    kept = whole_days(close or sheet.rows, MOST_DEADLINES)
    cut = narrow.marked(told, Sheet(sheet.name, sheet.heads, kept), 1)
    yield from rows_or_nothing(told, cut, (44, 126, 128, 218, 42, 156))
    yield from whose_shared(told, lambda home: (item.group for item in home.deadlines))
    rest = sheet.rows[len(kept) :]
    if rest:
        last = until if len(kept) == len(close) else kept[-1][0]
        later = told.voice.tell(LATER, paiva=shown(last, told.voice), maara=len(rest))
        more = len(close) - len(kept)
        if more > 0:
            later = f"{later} {told.voice.tell(CUT, paivia=NEAR_DAYS, maara=more)}"
        yield Text(later)
    yield Text(told.voice.say(OWN_DAY), "small")


def whole_days(rows: Sequence[Row], most: int) -> tuple[Row, ...]:
    """The first rows, as many whole days as there is room for, at least one; a day comes first."""
    if len(rows) <= most:
        return tuple(rows)
    end = most
    while end and rows[end][0] == rows[end - 1][0]:
        end -= 1
    while not end or rows[end][0] == rows[end - 1][0]:
        end += 1
        if end == len(rows):
            break
    return tuple(rows[:end])

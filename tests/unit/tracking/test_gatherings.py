"""Meetings from the recurrence and from files, and who would have to be in two places at once."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset.base.periods import Period
from sopimukset.model import Johtoryhma, Kokous
from sopimukset.tracking.clashes import Attendance, clashes, overlap
from sopimukset.tracking.gatherings import Gathering, gatherings
from sopimukset.tracking.roles import COUNTY, KELA_ROLE, Role

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
START = date(2025, 1, 1)
DAY_1 = "2024-02-01"
EVERY = {"vali_kk": 3, "viikko": 2, "viikonpaiva": "to", "klo": "9.00", "kesto_min": 120}


def group(poikkeamat: Any = (), **recurrence: Any) -> Johtoryhma:
    pattern = {**EVERY, "alkaen": "2025-03-13", **recurrence}
    practice = {"toistuvuus": pattern, "poikkeamat": list(poikkeamat)}
    return Johtoryhma.model_validate({"tunnus": "tym", "kokoukset": practice})


def held(day: str, **fields: Any) -> Kokous:
    return Kokous.model_validate({"muoto": 1, "johtoryhma": "tym", "pvm": day, **fields})


def days(model: Johtoryhma, *meetings: Kokous, today: date = START) -> list[str]:
    return [item.day.isoformat() for item in gatherings(model, meetings, YEAR, today)]


def test_every_third_month_on_its_second_thursday() -> None:
    assert days(group()) == ["2026-03-12", "2026-06-11", "2026-09-10", "2026-12-10"]


@pytest.mark.parametrize(
    ("recurrence", "expected"),
    [
        ({"vali_kk": 6, "viikko": -1}, ["2026-03-26", "2026-09-24"]),
        ({"vali_kk": 1, "viikko": 5, "paattyen": "2026-05-01"}, ["2026-01-29", "2026-04-30"]),
        ({"paattyen": "2026-06-10"}, ["2026-03-12"]),
        ({"paattyen": "2026-06-11"}, ["2026-03-12", "2026-06-11"]),
        ({"alkaen": "2026-09-11"}, ["2026-12-10"]),
        ({"vali_kk": 12, "viikko": -1, "viikonpaiva": "la", "alkaen": DAY_1}, ["2026-02-28"]),
        ({"viikko": None}, []),
        ({"viikonpaiva": None}, []),
        ({"vali_kk": None}, []),
    ],
)  # fmt: skip
def test_recurrence(recurrence: dict[str, Any], expected: list[str]) -> None:
    assert days(group(**recurrence)) == expected


def test_moved_and_cancelled_meetings() -> None:
    moved = {"pvm": "2026-06-11", "uusi_pvm": "2026-06-04"}
    assert days(group([moved, {"pvm": "2026-09-10"}])) == ["2026-03-12", "2026-06-04", "2026-12-10"]
    [first] = [item for item in gatherings(group([moved]), (), YEAR, START) if item.moved_from]
    assert first.moved_from == date(2026, 6, 11)


def test_past_promise_that_nobody_recorded_is_no_meeting() -> None:
    found = days(group(), held("2026-03-10"), today=date(2026, 9, 10))
    assert found == ["2026-03-10", "2026-09-10", "2026-12-10"]


def test_file_goes_before_the_promise_and_lasts_as_long_as_promised() -> None:
    found = gatherings(group(), [held("2026-03-12", klo="12.30")], YEAR, START)
    assert (found[0].recorded, found[0].start, found[0].end) == (True, 750, 870)
    told = gatherings(group(), [held("2026-03-12", klo="12.30", paattyi="13.05")], YEAR, START)
    assert told[0].end == 785
    assert gatherings(group(), [held("2026-03-12")], YEAR, START)[0].start == 540
    assert gatherings(group(), [held("2026-03-11")], YEAR, START)[0].start is None


# Clashes -----------------------------------------------------------------------------------------


def at(
    name: str, start: int | None, end: int | None, *people: str, role: Role = KELA_ROLE
) -> Attendance:
    meeting = Gathering(name, date(2026, 3, 12), start, end, recorded=False)
    return Attendance(name, meeting, role, frozenset(people))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((540, 660), (600, 720), True),
        ((540, 660), (660, 720), False),  # one begins when the other ends
        ((540, 660), (540, 541), True),
        ((660, 720), (540, 660), False),
        ((540, None), (600, 660), None),
        ((600, 660), (540, None), None),
        ((600, None), (540, 590), False),
        ((None, None), (540, 660), None),
    ],
)
def test_overlap_of_hours(one: Any, other: Any, expected: bool | None) -> None:
    assert overlap(at("a", *one).gathering, at("b", *other).gathering) is expected


def test_person_clashes_whatever_the_hours_a_party_only_where_they_may_overlap() -> None:
    first, second = at("a", 540, 660, "p1"), at("b", 660, 720, "p1", "p2")
    [found] = clashes([second, first])
    assert (found.first.region, found.person, found.overlap) == ("a", "p1", False)
    assert clashes([first, at("b", 660, 720, "p2")]) == []
    [maybe] = clashes([first, at("b", None, None, "p2")])
    assert (maybe.person, maybe.overlap) == ("", None)


def test_other_parties_and_the_same_group_do_not_clash() -> None:
    county = at("b", 540, 660, role=Role(COUNTY, "lappi"))
    assert clashes([at("a", 540, 660), county]) == []
    assert clashes([at("a", 540, 660), at("a", 540, 660)]) == []


def test_three_at_once_are_three_pairs() -> None:
    assert len(clashes([at(name, 540, 660) for name in "cab"])) == 3

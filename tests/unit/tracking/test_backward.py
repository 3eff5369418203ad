"""The timetable backwards: order, working days, the law's periods, and the earliest first day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.workdays import is_working_day
from sopimukset.tracking.appeals import appeal_rule
from sopimukset.tracking.backward import Body, Step, StepKind, Timetable, earliest, timetable
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA_ROLE, Role
from sopimukset.tracking.source import Ground

CITY = Body(Role(AUTHORITY, "lahti"), "lautakunta")
COUNCIL = Body(Role(COUNTY, "paijat-hame"), "aluevaltuusto")
KELA = Body(KELA_ROLE)
BODIES = (CITY, COUNCIL, KELA)
FIRST_DAYS = st.dates(date(2025, 1, 1), date(2060, 1, 1))


def of(table: Timetable, kind: StepKind, body: Body | None = None) -> Step:
    [found] = [item for item in table.steps if item.kind is kind and item.body == body]
    return found


def test_a_worked_example() -> None:
    table = timetable(date(2027, 6, 1), [CITY])
    told = [(item.day.isoformat(), item.kind) for item in table.steps]
    assert told == [
        ("2027-02-26", StepKind.NEGOTIATED),
        ("2027-03-12", StepKind.COMMENTS_ASKED),
        ("2027-04-02", StepKind.COMMENTS_GIVEN),
        ("2027-04-09", StepKind.PAPERS_READY),
        ("2027-04-16", StepKind.NOTICE_SENT),
        ("2027-04-23", StepKind.DECIDED),
        ("2027-04-30", StepKind.PUBLISHED),
        ("2027-05-21", StepKind.APPEAL_ENDED),  # 30.4. + 7 + 14 days
        ("2027-05-24", StepKind.SIGNING_BEGINS),
        ("2027-05-31", StepKind.SIGNED),
        ("2027-06-01", StepKind.FIRST_DAY),
    ]


def test_council_decides_earlier_by_its_longer_period() -> None:
    table = timetable(date(2027, 6, 1), BODIES)
    council, city = of(table, StepKind.PUBLISHED, COUNCIL), of(table, StepKind.PUBLISHED, CITY)
    assert (council.days, city.days) == (37, 21)
    assert council.source.place.startswith("611/2021 143 §")
    assert city.source.place.startswith("410/2015 138 §")
    assert {council.source.ground, city.source.ground} == {Ground.LAW}
    assert council.day < city.day


def test_only_the_appeal_period_is_the_laws() -> None:
    table = timetable(date(2027, 6, 1), BODIES)
    by_law = {item.kind for item in table.steps if item.source.ground is Ground.LAW}
    assert by_law == {StepKind.PUBLISHED, StepKind.APPEAL_ENDED}


def test_kela_convenes_nobody_and_waits_for_no_appeal() -> None:
    table = timetable(date(2027, 6, 1), BODIES)
    kinds = {item.kind for item in table.steps if item.body == KELA}
    assert kinds == {StepKind.DECIDED, StepKind.PAPERS_READY}


@given(FIRST_DAYS, st.sets(st.sampled_from(BODIES)))
def test_steps_are_in_order_on_working_days_with_their_lengths(
    first_day: date, chosen: set[Body]
) -> None:
    table = timetable(first_day, sorted(chosen, key=BODIES.index))
    assert [item.day for item in table.steps] == sorted(item.day for item in table.steps)
    for item in table.steps:
        assert item.kind is StepKind.FIRST_DAY or is_working_day(item.day)
    for body in chosen:
        order = [item for item in table.steps if item.body == body]
        for one, other in pairwise(order):
            assert other.day - one.day >= timedelta(days=one.days)
    begins = of(table, StepKind.SIGNING_BEGINS)
    for body in chosen:
        rule = appeal_rule(body.role, body.name)
        if rule is not None:
            assert rule.last_day(of(table, StepKind.PUBLISHED, body).day) < begins.day


@given(FIRST_DAYS)
def test_earliest_first_day_is_feasible_and_the_day_before_it_is_not(today: date) -> None:
    found = earliest(today, BODIES)
    assert found.feasible_on(today)
    before = timetable(found.first_day - timedelta(days=1), BODIES)
    assert not before.feasible_on(today)


@pytest.mark.parametrize(
    ("first_day", "signed"),
    [("2028-03-01", "2028-02-29"), ("2027-03-01", "2027-02-26"), ("2027-01-01", "2026-12-31")],
)
def test_all_have_signed_on_the_last_working_day_before(first_day: str, signed: str) -> None:
    table = timetable(date.fromisoformat(first_day), BODIES)
    assert of(table, StepKind.SIGNED).day == date.fromisoformat(signed)

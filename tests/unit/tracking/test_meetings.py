"""From a cadence to dated meetings: what the record means in days and hours."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from dateutil.rrule import FR, MO, MONTHLY, SA, SU, TH, TU, WE, rrule
from hypothesis import example, given
from hypothesis import strategies as st

from sopimukset.base.periods import Period
from sopimukset.model import Johtoryhma, Kokous
from sopimukset.tracking.meetings import (
    DatedMeeting,
    dated_meetings,
    lacking,
    planned_days,
    unused_changes,
)
from sopimukset.tracking.weekdays import WEEKDAYS, nth_weekday

TERM = {"tunnus": "k1", "alkaen": "2025-01-01", "paattyen": "2029-12-31"}
SECOND_THURSDAY = {"vali_kk": 3, "viikko": 2, "viikonpaiva": "to", "alkaen": "2026-03-12"}
RRULE_DAYS = (MO, TU, WE, TH, FR, SA, SU)


def group(
    recurring: dict[str, Any] | None = None, *, terms: Any = (TERM,), **cadence: Any
) -> Johtoryhma:
    """A group with a cadence."""
    fields = {"klo": "9.00", "kesto_min": 120, **SECOND_THURSDAY, **(recurring or {})}
    known = {key: value for key, value in fields.items() if value is not None}
    return Johtoryhma.model_validate(
        {
            "tunnus": "tym",
            "toimikaudet": list(terms),
            "kokoukset": {"toistuvuus": known, "kokouspaikka": "Lahti", **cadence},
        }
    )


def file(day: str, **fields: Any) -> Kokous:
    """A meeting's file."""
    return Kokous.model_validate({"muoto": 1, "johtoryhma": "tym", "pvm": day, **fields})


def changed(*changes: dict[str, str]) -> Johtoryhma:
    """The group with recorded moves and cancellations."""
    return group(poikkeamat=list(changes))


def in_2026(of: Johtoryhma, **files: Kokous) -> list[DatedMeeting]:
    """Its meetings of one year; files are named by the month they were written in."""
    named = {f"kokoukset/{name}.yaml": item for name, item in files.items()}
    return dated_meetings(of, named, Period(date(2026, 1, 1), date(2026, 12, 31)))


def days(meetings: list[DatedMeeting]) -> list[str]:
    """The days of those that take place."""
    return [item.day.isoformat() for item in meetings if not item.cancelled]


# The cadence --------------------------------------------------------------------------------------


@given(
    first=st.dates(date(2020, 1, 1), date(2040, 12, 31)),
    every=st.integers(1, 12),
    number=st.sampled_from((1, 2, 3, 4, 5, -1)),
    weekday=st.integers(0, 6),
)
@example(first=date(2028, 2, 29), every=1, number=5, weekday=1)
@example(first=date(2026, 1, 31), every=1, number=-1, weekday=5)
def test_days_are_those_of_the_calendar_standard(
    first: date, every: int, number: int, weekday: int
) -> None:
    """`dateutil` reads the same cadence as RFC 5545 does: a month without the day gives none."""
    last = first + relativedelta(years=5, days=-1)
    cadence = {
        "alkaen": first,
        "vali_kk": every,
        "viikko": number,
        "viikonpaiva": WEEKDAYS[weekday],
    }
    start = datetime(first.year, first.month, 1)  # noqa: DTZ001 (days, no moments)
    rule = rrule(MONTHLY, interval=every, byweekday=RRULE_DAYS[weekday](number), dtstart=start)
    until = datetime(last.year, last.month, last.day)  # noqa: DTZ001
    expected = [day.date() for day in rule.between(start, until, inc=True) if day.date() >= first]
    assert list(planned_days(group(cadence, terms=()))) == expected


@pytest.mark.parametrize(
    ("year", "month", "weekday", "number", "expected"),
    [
        (2028, 2, 1, 5, date(2028, 2, 29)),  # the leap day is the month's fifth Tuesday
        (2027, 2, 0, 5, None),  # 28 days from Monday: four of each weekday
        (2026, 2, 5, -1, date(2026, 2, 28)),
        (2026, 12, 3, -1, date(2026, 12, 31)),
        (2026, 3, 3, 0, None),
    ],
)
def test_weekdays_of_a_month(
    year: int, month: int, weekday: int, number: int, expected: date | None
) -> None:
    assert nth_weekday(year, month, weekday, number) == expected


def test_only_days_within_a_term_are_planned() -> None:
    terms = (
        {"tunnus": "a", "alkaen": "2026-03-12", "paattyen": "2026-06-10"},
        {"tunnus": "b", "alkaen": "2026-06-12", "paattyen": "2026-12-10"},
    )
    assert days(in_2026(group(terms=terms))) == ["2026-03-12", "2026-09-10", "2026-12-10"]


def test_open_end_lasts_five_years_from_the_newest_start() -> None:
    later = {"tunnus": "b", "alkaen": "2030-01-01"}
    assert max(planned_days(group(terms=(TERM, later)))) == date(2034, 12, 14)
    assert max(planned_days(group(terms=()))) == date(2030, 12, 12)
    assert max(planned_days(group({"paattyen": "2026-12-10"}))) == date(2026, 12, 10)
    assert max(planned_days(group({"paattyen": "2026-12-09"}))) == date(2026, 9, 10)


@pytest.mark.parametrize("key", ["vali_kk", "viikko", "viikonpaiva"])
def test_what_a_cadence_lacks_is_told(key: str) -> None:
    incomplete = group({key: None})
    assert lacking(incomplete) == (f"kokoukset.toistuvuus.{key}",)
    assert not list(planned_days(incomplete))


def test_a_cadence_begins_with_the_term_where_its_own_day_is_not_recorded() -> None:
    assert next(planned_days(group({"alkaen": None}))) == date(2025, 1, 9)
    assert lacking(group({"alkaen": None}, terms=())) == ("kokoukset.toistuvuus.alkaen",)
    assert lacking(Johtoryhma(tunnus="tym")) == ("kokoukset.toistuvuus",)


@pytest.mark.parametrize(
    ("terms", "recurring"),
    [
        (({"tunnus": "k", "alkaen": "2026-01-01", "paattyen": "9999-12-31"},), {}),
        ((), {"paattyen": "9999-12-31"}),
        ((), {"paattyen": "4026-12-31"}),
    ],
)
def test_an_end_that_means_for_ever_is_an_open_end(terms: Any, recurring: dict[str, str]) -> None:
    assert len(list(planned_days(group(recurring, terms=terms)))) == 20


@pytest.mark.parametrize("day", ["0001-01-01", "0206-06-11", "9999-12-31"])
def test_a_slip_of_the_year_is_no_meeting(day: str) -> None:
    slips = changed({"pvm": "2026-06-11", "uusi_pvm": day})
    found = dated_meetings(slips, {"kokoukset/a.yaml": file(day, klo="0.30")})
    assert days(found)[:4] == ["2026-03-12", "2026-09-10", "2026-12-10", "2027-03-11"]


def test_a_meeting_of_more_than_a_day_has_no_known_end() -> None:
    assert in_2026(group({"kesto_min": 1440}))[0].ends is None
    assert in_2026(group({"kesto_min": 1439}))[0].ends == time(8, 59)


# Hours --------------------------------------------------------------------------------------------


def test_nine_is_nine_on_both_sides_of_both_clock_changes() -> None:
    weekly = group({"viikonpaiva": "su", "viikko": -1, "vali_kk": 1, "alkaen": "2026-02-01"})
    by_day = {item.day: item for item in in_2026(weekly)}
    expected = {
        date(2026, 2, 22): datetime(2026, 2, 22, 7, tzinfo=UTC),
        date(2026, 3, 29): datetime(2026, 3, 29, 6, tzinfo=UTC),  # the clocks went forward at 3
        date(2026, 9, 27): datetime(2026, 9, 27, 6, tzinfo=UTC),
        date(2026, 10, 25): datetime(2026, 10, 25, 7, tzinfo=UTC),  # and back at 4
        date(2026, 11, 29): datetime(2026, 11, 29, 7, tzinfo=UTC),
    }
    for day, moment in expected.items():
        starts, ends = by_day[day].starts_at, by_day[day].ends_at
        assert starts is not None
        assert ends is not None
        assert (starts, starts.hour) == (moment, 9)
        assert ends.astimezone(UTC) - starts.astimezone(UTC) == timedelta(hours=2)


@pytest.mark.parametrize(
    ("day", "ends"), [("2026-03-29", time(5)), ("2026-10-25", time(3)), ("2026-04-26", time(4))]
)
def test_minutes_are_those_that_pass_while_clocks_change(day: str, ends: time) -> None:
    nightly = {"viikonpaiva": "su", "viikko": -1, "vali_kk": 1, "klo": "2.00"}
    found = {
        item.day.isoformat(): item for item in in_2026(group({**nightly, "alkaen": "2026-03-01"}))
    }
    assert found[day].ends == ends


def test_a_meeting_past_midnight_ends_on_the_next_day() -> None:
    [late, *_] = in_2026(group({"klo": "23.00"}))
    assert late.starts_at is not None
    assert late.ends_at == late.starts_at + timedelta(hours=2)


# What became of it --------------------------------------------------------------------------------


def test_a_meeting_file_takes_the_place_of_the_planned_meeting() -> None:
    held = file("2026-06-11", klo="10.00", paattyi="11.15", paikka="Hollola")
    _, june, *_ = in_2026(group(), juni=held)
    assert (june.key, june.file) == ("2026-06", "kokoukset/juni.yaml")
    assert (june.begins, june.ends, june.place) == (time(10), time(11, 15), "Hollola")
    assert len(in_2026(group(), juni=held)) == len(in_2026(group()))


def test_a_meeting_file_on_another_day_is_a_meeting_of_its_own() -> None:
    found = in_2026(group(), extra=file("2026-05-05", klo="13.00"))
    assert [(item.key, item.ends) for item in found if item.planned is None] == [
        ("2026-05", time(15))
    ]
    assert len(found) == 5


def test_a_second_meeting_of_a_month_is_known_by_its_file() -> None:
    """The month is that of the planned one, else of the usual weekday, else of the first."""
    found = in_2026(
        group(), juni=file("2026-06-05"), first=file("2026-05-05"), z=file("2026-05-14")
    )
    assert {item.key: item.day for item in found if item.planned is None} == {
        "kokoukset/juni.yaml": date(2026, 6, 5),
        "kokoukset/first.yaml": date(2026, 5, 5),
        "2026-05": date(2026, 5, 14),
    }
    unusual = in_2026(group(), b=file("2026-05-05"), a=file("2026-05-06"))
    assert [item.key for item in unusual if item.day.month == 5] == [
        "kokoukset/b.yaml",
        "2026-05",
    ]
    moved = in_2026(changed({"pvm": "2026-05-14", "uusi_pvm": "2026-07-02"}), a=file("2026-07-02"))
    assert [item.key for item in moved if item.day.month == 7] == ["2026-05"]


def test_other_groups_files_are_passed_over() -> None:
    other = file("2026-06-11").model_copy(update={"johtoryhma": "toinen"})
    assert [item.file for item in in_2026(group(), a=other)] == [None] * 4


def test_a_moved_meeting_is_known_by_what_it_was() -> None:
    moved = changed({"pvm": "2026-06-11", "uusi_pvm": "2026-07-02", "syy": "kesäkausi"})
    june = next(item for item in in_2026(moved) if item.key == "2026-06")
    assert (june.day, june.planned, june.moved) == (date(2026, 7, 2), date(2026, 6, 11), True)
    assert (june.reason, june.cancelled, len(june.changes)) == ("kesäkausi", False, 1)


@pytest.mark.parametrize("second", ["2026-06-11", "2026-06-04"])
def test_a_second_move_may_be_recorded_under_either_day(second: str) -> None:
    moved = changed(
        {"pvm": "2026-06-11", "uusi_pvm": "2026-06-04"}, {"pvm": second, "uusi_pvm": "2026-06-18"}
    )
    june = next(item for item in in_2026(moved) if item.key == "2026-06")
    assert (june.day, len(june.changes)) == (date(2026, 6, 18), 2)
    assert not unused_changes(moved, {})


def test_a_meeting_moved_onto_another_ones_day_leaves_that_one_alone() -> None:
    crowded = changed(
        {"pvm": "2026-06-11", "uusi_pvm": "2026-09-10"}, {"pvm": "2026-09-10", "syy": "yhdistetty"}
    )
    found = {item.key: item for item in in_2026(crowded)}
    assert (found["2026-06"].day, found["2026-06"].cancelled) == (date(2026, 9, 10), False)
    assert found["2026-09"].cancelled


def test_moves_in_a_circle_come_to_an_end() -> None:
    circle = changed(
        {"pvm": "2026-06-11", "uusi_pvm": "2026-06-04"},
        {"pvm": "2026-06-04", "uusi_pvm": "2026-06-11"},
    )
    june = next(item for item in in_2026(circle) if item.key == "2026-06")
    assert (june.day, june.moved, len(june.changes)) == (date(2026, 6, 11), False, 2)


def test_a_cancelled_meeting_stays_to_say_so() -> None:
    found = in_2026(changed({"pvm": "2026-06-11", "syy": "ei asioita"}))
    assert days(found) == ["2026-03-12", "2026-09-10", "2026-12-10"]
    assert [item.day for item in found if item.cancelled] == [date(2026, 6, 11)]


def test_a_cancelled_meeting_that_gets_a_day_again_takes_place() -> None:
    back = changed({"pvm": "2026-06-11"}, {"pvm": "2026-06-11", "uusi_pvm": "2026-06-25"})
    assert "2026-06-25" in days(in_2026(back))


def test_a_meeting_can_be_added_and_moved() -> None:
    added = changed({"uusi_pvm": "2026-04-01"}, {"pvm": "2026-04-01", "uusi_pvm": "2026-04-08"})
    [extra] = [item for item in in_2026(added) if item.planned is None]
    assert (extra.key, extra.day, extra.begins) == ("lisa-2026-04-01", date(2026, 4, 8), time(9))


def test_a_recorded_extra_meeting_can_be_cancelled() -> None:
    found = in_2026(changed({"pvm": "2026-05-05"}), extra=file("2026-05-05"))
    assert [item.key for item in found if item.cancelled] == ["2026-05"]


def test_the_notice_of_a_moved_meeting_is_no_second_meeting() -> None:
    moved = changed({"pvm": "2026-06-11", "uusi_pvm": "2026-06-04"})
    notice = file("2026-06-11")
    minutes = file("2026-06-11", lasna=[{"jasen": "a-1"}])
    assert days(in_2026(moved, a=notice)) == days(in_2026(moved))
    assert days(in_2026(moved, a=minutes)) == sorted([*days(in_2026(moved)), "2026-06-11"])


def test_a_change_that_concerns_no_meeting_is_told() -> None:
    mistyped = changed(
        {"pvm": "2026-06-11", "uusi_pvm": "2026-06-04"},
        {"pvm": "2026-06-12", "uusi_pvm": "2026-07-01"},
    )
    [(place, change)] = unused_changes(mistyped, {})
    assert (place, change.pvm) == (1, date(2026, 6, 12))
    assert not unused_changes(mistyped, {"kokoukset/x.yaml": file("2026-06-12")})


def test_two_files_of_one_day_are_two_meetings() -> None:
    found = in_2026(group(), a=file("2026-06-11"), b=file("2026-06-11", klo="13.00"))
    assert [item.key for item in found if item.day == date(2026, 6, 11)] == [
        "2026-06",
        "kokoukset/b.yaml",
    ]


# Keys ---------------------------------------------------------------------------------------------

DAY = st.dates(date(2026, 3, 1), date(2027, 6, 30))
CHANGE = st.fixed_dictionaries(
    {}, optional={"pvm": DAY, "uusi_pvm": DAY, "syy": st.sampled_from(("kesä", "este"))}
)


@given(changes=st.lists(CHANGE, max_size=6), filed=st.lists(DAY, max_size=4))
@example(changes=[{"uusi_pvm": date(2026, 4, 1)}] * 2, filed=[])
def test_whatever_is_recorded_each_meeting_is_told_once_and_no_file_is_lost(
    changes: list[dict[str, Any]], filed: list[date]
) -> None:
    of = group(poikkeamat=changes)
    files = {
        f"kokoukset/{number}.yaml": file("2026-01-01").model_copy(update={"pvm": day})
        for number, day in enumerate(filed)
    }
    found = dated_meetings(of, files)
    assert len({item.key for item in found}) == len(found)
    assert sorted(item.file for item in found if item.file) == sorted(files)
    assert sum(item.planned is not None for item in found) == len(list(planned_days(of)))


@given(changes=st.lists(CHANGE, max_size=6))
def test_meetings_don_t_depend_on_the_period_that_is_asked_for(
    changes: list[dict[str, Any]],
) -> None:
    of, within = group(poikkeamat=changes), Period(date(2026, 5, 1), date(2026, 10, 31))
    whole = [item for item in dated_meetings(of, {}) if item.day in within]
    assert dated_meetings(of, {}, within) == whole


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("9.00", 120), ("11.00", 60), False),
        (("9.00", 121), ("11.00", 60), True),
        (("9.00", None), ("15.00", 60), True),  # nobody knows when it ends
        (("15.00", None), ("9.00", 60), False),
        ((None, None), ("9.00", 60), True),
    ],
)
def test_when_two_meetings_overlap(first: Any, second: Any, expected: bool) -> None:
    one, other = (
        in_2026(group({"klo": begins, "kesto_min": minutes}))[0]
        for begins, minutes in (first, second)
    )
    assert one.overlaps(other) is expected
    assert other.overlaps(one) is expected

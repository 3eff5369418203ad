"""What of a group's yearly duties was done by a day, around each day that counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset.model import Johtoryhma, Seuranta
from sopimukset.tracking.yearly import (
    followed_topics,
    goals_of,
    review_days,
    review_years,
    treated_by,
    years_of,
)
from tests.support.regions import agreement, around, group, holdings

REVIEW = [{"pykala": 1}, {"pykala": 2, "laji": "henkiloston-tarkistus"}]
STAFF: dict[str, Any] = {"henkilosto": [{"rivi": "h"}]}
FIRST_HALF = {"alkaen": "2026-01-01", "paattyen": "2026-06-30"}


def minutes(pvm: str, asiat: Any = REVIEW) -> dict[str, Any]:
    """Minutes of a meeting at which the staff was reviewed."""
    return {"johtoryhma": "tym", "pvm": pvm, "asiat": asiat}


def follow_up(treated: str | None = None, **fields: Any) -> dict[str, Any]:
    """A follow-up that the group treated on a day."""
    plain = {"johtoryhma": "tym", "seurantajakso": FIRST_HALF, **fields}
    return plain if treated is None else {**plain, "kasitelty": {"pvm": treated}}


def read(*items: dict[str, Any]) -> tuple[Seuranta, ...]:
    """Follow-ups as models."""
    return holdings(follow_ups=items).follow_ups


def with_goals(*goals: dict[str, Any]) -> Johtoryhma:
    """A group with goals."""
    return holdings(johtoryhmat=[group(tavoitteet=goals)]).alue.johtoryhmat[0]


def test_goal_counts_for_its_year_from_the_day_of_its_setting() -> None:
    own = with_goals(
        {"tunnus": "a", "vuosi": 2026, "tavoite": "a", "asetettu": {"pvm": "2026-02-10"}},
        {"tunnus": "b", "vuosi": 2027, "tavoite": "b", "asetettu": {"pvm": "2026-02-10"}},
    )
    counts = [len(goals_of(own, 2026, day)) for day in around("2026-02-10")]
    assert counts == [0, 1, 1]


def test_goal_without_a_day_is_taken_at_its_word_and_one_without_words_is_none() -> None:
    own = with_goals(
        {"tunnus": "a", "vuosi": 2026, "tavoite": "a"},
        {"tunnus": "b", "vuosi": 2026, "tavoite": "b", "asetettu": {"pykala": 3}},
        {"tunnus": "c", "vuosi": 2026},
        {"tunnus": "d", "tavoite": "d"},
    )
    assert [goal.tunnus for goal in goals_of(own, 2026, date(2026, 1, 1))] == ["a", "b"]


def test_reviews_are_told_in_the_order_of_their_days_whoever_tells_of_them() -> None:
    found = holdings(
        meetings=[minutes("2026-11-05"), minutes("2026-03-10"), minutes("2026-09-01", [])],
        follow_ups=[follow_up("2026-09-01", **STAFF), follow_up("2025-12-01", **STAFF)],
    )
    days = review_days(found.meetings, found.follow_ups, date(2026, 12, 31))
    wanted = ["2025-12-01", "2026-03-10", "2026-09-01", "2026-11-05"]
    assert [day.isoformat() for day in days] == wanted


def test_a_treatment_that_the_minutes_do_not_bear_out_counts_for_nothing() -> None:
    """Between recorded meetings a day without one is no treatment, nor is an unknown section."""
    held = [minutes("2026-03-10", [{"pykala": 4}]), minutes("2026-11-05", [{"pykala": 9}])]
    cases = {
        "2026-03-09": True,  # earlier minutes may be kept elsewhere
        "2026-03-11": False,
        "2026-11-04": False,
        "2026-11-06": True,  # later ones need not be in yet
        "2026-11-05": True,
    }
    last = date(2026, 12, 31)
    for day, counted in cases.items():
        found = holdings(meetings=held, follow_ups=[follow_up(day, **STAFF)])
        [item] = found.follow_ups
        assert treated_by(item, last, found.meetings) is counted
        assert bool(review_days(found.meetings, [item], last)) is counted
        assert bool(followed_topics([item], last, found.meetings)) is counted
    for section, counted in ((9, True), (10, False)):
        own = follow_up(kasitelty={"pvm": "2026-11-05", "pykala": section}, **STAFF)
        [item] = holdings(follow_ups=[own]).follow_ups
        assert treated_by(item, last, holdings(meetings=held).meetings) is counted


@pytest.mark.parametrize(
    ("meetings", "follow_ups"),
    [([minutes("2026-03-10")], []), ([], [follow_up("2026-03-10", **STAFF)])],
    ids=["minutes", "a follow-up"],
)
def test_review_counts_from_its_day(meetings: Any, follow_ups: Any) -> None:
    found = holdings(meetings=meetings, follow_ups=follow_ups)
    counts = [
        len(review_days(found.meetings, found.follow_ups, day)) for day in around("2026-03-10")
    ]
    assert counts == [0, 1, 1]


def test_what_is_no_review_of_the_staff() -> None:
    found = holdings(
        meetings=[minutes("2026-03-10", [{"pykala": 1}]), minutes("2026-04-10", [])],
        follow_ups=[
            follow_up("2026-03-10", mittarit=[{"mittari": "a"}]),
            follow_up(**STAFF),
            follow_up(**STAFF, kasitelty={"pykala": 2}),
        ],
    )
    assert review_days(found.meetings, found.follow_ups, date(2026, 12, 31)) == []


def test_follow_up_counts_from_the_day_of_its_treatment() -> None:
    [item] = read(follow_up("2026-09-01", **STAFF))
    assert [treated_by(item, day) for day in around("2026-09-01")] == [False, True, True]
    [undated, untreated] = read(follow_up(kasitelty={"pykala": 2}), follow_up())
    assert treated_by(undated, date(2026, 1, 1))
    assert not treated_by(untreated, date(2026, 12, 31))


def test_topics_of_several_follow_ups_are_gathered_by_year() -> None:
    items = read(
        follow_up("2026-09-01", **STAFF),
        follow_up("2026-10-01", toimeenpano="Palvelut alkoivat."),
        follow_up("2026-12-01", mittarit=[{"mittari": "a"}]),
        follow_up("2026-09-01", seurantajakso={"alkaen": "2025-07-01", "paattyen": "2026-06-30"}),
    )
    told = followed_topics(items, date(2026, 11, 30))
    assert told == {2026: {"henkilosto", "toimeenpano"}, 2025: set()}


@pytest.mark.parametrize(
    ("span", "treated", "years"),
    [
        ({"alkaen": "2025-07-01", "paattyen": "2027-06-30"}, "2028-01-01", [2025, 2026, 2027]),
        ({"alkaen": "2026-07-01"}, "2027-01-15", [2026]),
        ({"paattyen": "2026-12-31"}, "2027-01-15", [2026]),
        ({"nimi": "kevät"}, "2027-01-15", [2027]),
    ],
)
def test_years_of_a_follow_up_are_those_of_its_period(
    span: dict[str, str], treated: str, years: list[int]
) -> None:
    [item] = read(follow_up(treated, seurantajakso=span))
    assert list(years_of(item)) == years


def test_follow_up_without_any_day_speaks_of_no_year() -> None:
    known: tuple[dict[str, Any], ...] = ({}, {"kasitelty": {"pykala": 2}})
    for fields in known:
        [item] = read(follow_up(seurantajakso={"nimi": "kevät"}, **fields))
        assert list(years_of(item)) == []


def test_review_is_asked_for_while_an_agreement_and_the_group_last() -> None:
    entry = agreement(voimassa={"alkaen": "2024-01-01", "paattyen": "2026-12-31"})
    found = holdings(johtoryhmat=[group()], sopimukset=[entry, agreement(voimassa=None)]).alue
    years = review_years(found.johtoryhmat[0], found.sopimukset, date(2028, 6, 1))
    assert [year.number for year in years] == [2025, 2026]
    untermed = holdings(johtoryhmat=[group(toimikaudet=[])], sopimukset=[entry]).alue
    years = review_years(untermed.johtoryhmat[0], untermed.sopimukset, date(2028, 6, 1))
    assert [year.number for year in years] == [2024, 2025, 2026]


@pytest.mark.parametrize(
    ("hours", "held"),
    [((None, None), 1), (("9.00", None), 1), (("9.00", "9.00"), 1), (("9.00", "13.00"), 2)],
)
def test_a_meeting_with_two_files_is_held_once(
    hours: tuple[str | None, str | None], held: int
) -> None:
    files = [{**minutes("2026-06-04"), "klo": hour} for hour in hours]
    other = {**minutes("2026-06-04"), "johtoryhma": "toinen"}
    found = holdings(meetings=[*files, other, minutes("2026-06-05")])
    assert [item.pvm.day for item in found.meetings_of("tym")] == [4] * held + [5]
    assert found.meetings_of("toinen") == [found.meetings[2]]

"""The state of a group: term, vacancies, deputies, offices, leader; around each day that counts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset.tracking.groups import GroupStatus, TermState, groups_on, unbroken_term
from sopimukset.tracking.posts import Holding, post_on
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA_ROLE, Role
from tests.support.regions import around, group, holdings

DAY = date(2026, 6, 1)
FROM_START = [{"nimike": "johtaja", "alkaen": "2025-02-01"}]


def status(day: date = DAY, **fields: Any) -> GroupStatus:
    [found] = groups_on(holdings(johtoryhmat=[group(**fields)]), day)
    return found


def seat(tunnus: str, party: str, **fields: Any) -> dict[str, Any]:
    plain = {"tunnus": tunnus, "nimeaja": party, "nimetyt": FROM_START, "varajasenet": FROM_START}
    return {**plain, **fields}


SEATS = [seat("h-1", "hollola"), seat("hva-1", "hva"), seat("k-1", "kela")]


def terms(*spans: tuple[str, str | None]) -> list[dict[str, Any]]:
    return [
        {"tunnus": f"k{number}", "alkaen": start, "paattyen": end}
        for number, (start, end) in enumerate(spans)
    ]


def term_states(text: str, *spans: tuple[str, str | None]) -> list[TermState]:
    return [status(day, toimikaudet=terms(*spans)).term_state for day in around(text)]


def test_term_runs_from_its_first_to_its_last_day() -> None:
    span = ("2028-02-29", "2033-02-28")
    assert term_states("2028-02-29", span) == [
        TermState.COMING,
        TermState.RUNNING,
        TermState.RUNNING,
    ]
    assert term_states("2033-02-28", span) == [
        TermState.RUNNING,
        TermState.RUNNING,
        TermState.ENDED,
    ]


def test_day_between_two_terms_is_in_none() -> None:
    spans = (("2025-02-01", "2030-01-31"), ("2030-02-02", "2035-02-01"))
    assert term_states("2030-02-01", *spans) == [
        TermState.RUNNING,
        TermState.BETWEEN,
        TermState.RUNNING,
    ]


def test_no_term_is_not_recorded() -> None:
    found = status(toimikaudet=[])
    assert (found.term_state, found.term) == (TermState.NOT_RECORDED, None)


def test_next_term_is_known_and_goes_on_without_a_gap() -> None:
    spans = (("2025-02-01", "2030-01-31"), ("2030-02-01", "2035-01-31"))
    found = status(toimikaudet=terms(*spans))
    assert found.next_term is not None
    assert found.next_term.start == date(2030, 2, 1)
    whole = unbroken_term(found.group, DAY)
    assert whole is not None
    assert whole.end == date(2035, 1, 31)


def test_whoever_the_territory_brings_and_nobody_sits_for_is_absent() -> None:
    found = status(jasenet=SEATS[:1])
    assert found.absent == (Role(COUNTY, "paijat-hame"), KELA_ROLE)
    assert status(jasenet=SEATS).absent == ()
    assert status(jasenet=SEATS, toimialue=None).absent == ()
    assert Role(AUTHORITY, "paijat-hame") in status().absent


def test_seat_is_vacant_from_the_day_after_its_last_holder() -> None:
    ends = [{"nimike": "johtaja", "alkaen": "2025-02-01", "paattyen": "2028-02-29"}]
    seats = [seat("h-1", "hollola", nimetyt=ends), *SEATS[1:]]
    told = [status(day, jasenet=seats) for day in around("2028-02-29")]
    assert [item.vacant for item in told] == [(), (), ("h-1",)]
    assert [item.absent for item in told] == [(), (), (Role(AUTHORITY, "paijat-hame"),)]


def test_open_end_lasts_until_the_last_term_ends() -> None:
    told = [status(day, jasenet=SEATS).vacant for day in around("2030-01-31")]
    assert told == [(), (), ()]  # after the term there are no seats to be vacant


def test_held_seat_without_a_deputy_is_told_of_partners_seats_not() -> None:
    seats = [seat("h-1", "hollola", varajasenet=[]), seat("x-1", "x", varajasenet=[])]
    parties = [
        {"tunnus": "hollola", "rooli": "tyovoimaviranomainen", "tyollisyysalue": "paijat-hame"},
        {"tunnus": "x", "rooli": "kumppani"},
    ]
    region = holdings(johtoryhmat=[group(jasenet=seats)], osapuolet=parties)
    [found] = groups_on(region, DAY)
    assert found.without_deputy == ("h-1",)


def test_deputy_who_leaves_is_missed_from_the_next_day() -> None:
    ends = [{"nimike": "varajäsen", "alkaen": "2025-02-01", "paattyen": "2027-02-28"}]
    seats = [seat("h-1", "hollola", varajasenet=ends)]
    told = [status(day, jasenet=seats).without_deputy for day in around("2027-02-28")]
    assert told == [(), (), ("h-1",)]


def test_offices_and_leader_by_what_is_recorded() -> None:
    leader = {"tunnus": "j", "nimetyt": [{"alkaen": "2025-03-01", "paattyen": "2027-12-31"}]}
    chair = [{"jasen": "h-1", "nimeaja": "hollola", "alkaen": "2026-06-02"}]
    found = status(johtavat_henkilot=[leader], puheenjohtaja=chair)
    assert found.leader.held
    assert found.leaders_deputy.holding is Holding.NOT_RECORDED
    assert found.chair.holding is Holding.COMING
    assert found.vice_chair.holding is Holding.NOT_RECORDED
    told = [status(day, johtavat_henkilot=[leader]).leader.holding for day in around("2027-12-31")]
    assert told == [Holding.HELD, Holding.HELD, Holding.VACANT]


@pytest.mark.parametrize(
    ("day", "holding", "until"),
    [
        ("2026-01-31", Holding.HELD, "2026-06-30"),
        ("2026-06-30", Holding.HELD, "2026-06-30"),
        ("2026-07-01", Holding.VACANT, "2026-12-31"),
        ("2026-10-01", Holding.HELD, "2026-12-31"),
        ("2025-12-31", Holding.COMING, "2026-06-30"),
    ],
)
def test_post_of_several_holders_in_a_row(day: str, holding: Holding, until: str) -> None:
    office = [
        {"alkaen": "2026-04-01", "paattyen": "2026-06-30"},
        {"alkaen": "2026-01-01", "paattyen": "2026-03-31"},
        {"alkaen": "2026-10-01", "paattyen": "2026-12-31"},
    ]
    people = status(puheenjohtaja=office).group.puheenjohtaja
    post = post_on(people, date.fromisoformat(day))
    assert (post.holding, post.days and post.days.end) == (holding, date.fromisoformat(until))

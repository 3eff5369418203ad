"""Who should be in two places at once, and when nobody would have to be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.periods import ALWAYS, Period
from sopimukset.model import Alue
from sopimukset.tracking.occasions import (
    PROPOSED,
    Conflict,
    Occasion,
    conflicts,
    free_days,
    occasions_of,
    term_of,
)
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA_ROLE, Role

THURSDAY = date(2026, 6, 11)


def closed(day: date) -> bool:
    """A day off, by the weekday alone."""
    return day.weekday() > 4


def seat(tunnus: str, party: str, person: str | None = None, **people: Any) -> dict[str, Any]:
    """A membership with a member named to it."""
    member = {
        "nimike": "johtaja",
        "alkaen": "2025-01-01",
        **({"henkilo": person} if person else {}),
    }
    return {"tunnus": tunnus, "nimeaja": party, "nimetyt": [member], **people}


def region(
    name: str, *seats: dict[str, Any], klo: str = "9.00", week: int = 2, **group: Any
) -> Alue:
    """A region with one group, which meets every third month from March 2026 on."""
    recurring = {"vali_kk": 3, "viikko": week, "viikonpaiva": "to", "alkaen": "2026-03-01"}
    return Alue.model_validate(
        {
            "muoto": 1,
            "alue": name,
            "vaihe": "vahvistettu",
            "osapuolet": [
                {"tunnus": "vo", "rooli": "tyovoimaviranomainen", "tyollisyysalue": f"{name}-a"},
                {"tunnus": "hva", "rooli": "hyvinvointialue", "hyvinvointialue": name},
                {"tunnus": "kela", "rooli": "kela"},
                {"tunnus": "seura", "rooli": "kumppani"},
            ],
            "johtoryhmat": [
                {
                    "tunnus": "tym",
                    "toimikaudet": [
                        {"tunnus": "k", "alkaen": "2026-01-01", "paattyen": "2026-12-31"}
                    ],
                    "jasenet": list(seats),
                    "kokoukset": {"toistuvuus": {**recurring, "klo": klo, "kesto_min": 120}},
                    **group,
                }
            ],
        }
    )


def occasions(*regions: Alue) -> list[Occasion]:
    """The meetings of all of them in June 2026."""
    june = Period(date(2026, 6, 1), date(2026, 6, 30))
    return [one for item in regions for one in occasions_of(item.alue, item, {}, june)]


def told(found: list[Conflict]) -> list[tuple[Any, list[str]]]:
    """Who, and the regions whose groups meet at one time."""
    return [(item.who, [one.region for one in item.occasions]) for item in found]


def test_one_person_in_two_files_clashes_and_is_told_before_the_party() -> None:
    found = conflicts(
        occasions(region("a", seat("1", "kela", "h1")), region("b", seat("1", "kela", "h1")))
    )
    assert told(found) == [("h1", ["a", "b"]), (KELA_ROLE, ["a", "b"])]
    assert [item.of_person for item in found] == [True, False]


def test_meetings_after_one_another_don_t_clash() -> None:
    assert not conflicts(
        occasions(
            region("a", seat("1", "kela", "h1")),
            region("b", seat("1", "kela", "h1"), klo="11.00"),
            region("c", seat("1", "kela", "h1"), week=3),
        )
    )


def test_three_groups_at_one_time_are_one_clash() -> None:
    rows = [
        region(name, seat("1", "kela"), klo=klo)
        for name, klo in (("a", "9.00"), ("b", "10.00"), ("c", "11.30"))
    ]
    assert told(conflicts(occasions(*rows))) == [(KELA_ROLE, ["a", "b", "c"])]


def test_leaders_secretaries_and_experts_belong_there_deputies_don_t() -> None:
    named = {"nimike": "x", "alkaen": "2025-01-01", "henkilo": "h1"}
    leader = {"tunnus": "j", "nimetyt": [named]}
    for others in (
        {"johtavat_henkilot": [leader]},
        {"sihteeri": [named]},
        {"asiantuntijat": [{"tunnus": "as", **named}]},
    ):
        [item] = occasions(region("a", **others))
        assert item.people == {"h1"}
    deputy = {"nimike": "x", "alkaen": "2025-01-01", "henkilo": "h2"}
    [item] = occasions(region("a", seat("1", "kela", "h1", varajasenet=[deputy])))
    assert item.people == {"h1"}


def test_only_those_who_are_named_on_the_day_belong_there() -> None:
    left = {"nimike": "x", "alkaen": "2025-01-01", "paattyen": "2026-06-10", "henkilo": "h1"}
    came = {"nimike": "x", "alkaen": "2026-06-11", "henkilo": "h2"}
    changed = {"tunnus": "1", "nimeaja": "kela", "nimetyt": [left, came]}
    [item] = occasions(region("a", changed))
    assert item.people == {"h2"}
    assert item.roles == {KELA_ROLE}


def test_partners_of_one_name_are_not_one_party() -> None:
    assert not conflicts(
        occasions(region("a", seat("1", "seura")), region("b", seat("1", "seura")))
    )


def test_parties_are_the_same_by_the_register_not_by_their_tunnus() -> None:
    [item] = occasions(region("a", seat("1", "vo"), seat("2", "hva"), seat("3", "muu")))
    assert item.roles == {Role(AUTHORITY, "a-a"), Role(COUNTY, "a")}


def test_a_cancelled_meeting_clashes_with_nothing() -> None:
    gone = region("a", seat("1", "kela"))
    cadence = gone.johtoryhmat[0].kokoukset
    assert cadence is not None
    changed = gone.model_dump(exclude_none=True)
    changed["johtoryhmat"][0]["kokoukset"]["poikkeamat"] = [{"pvm": THURSDAY}]
    assert not conflicts(occasions(Alue.model_validate(changed), region("b", seat("1", "kela"))))


# Other days ---------------------------------------------------------------------------------------


def test_the_same_weekday_comes_first_then_the_nearest_days() -> None:
    first, second = occasions(region("a", seat("1", "kela")), region("b", seat("1", "kela")))
    assert free_days(second, [first, second], closed) == (
        THURSDAY + timedelta(7),
        THURSDAY - timedelta(7),
        THURSDAY + timedelta(1),
    )


def test_days_on_which_somebody_is_busy_an_office_is_closed_or_no_term_runs_are_left_out() -> None:
    first, second = occasions(region("a", seat("1", "kela")), region("b", seat("1", "kela")))
    busy = first.on(THURSDAY + timedelta(7))
    within = Period(THURSDAY - timedelta(6), ALWAYS.end)
    assert free_days(second, [first, second, busy], closed, within) == (
        THURSDAY + timedelta(1),
        THURSDAY - timedelta(1),
        THURSDAY - timedelta(2),
    )


def test_a_group_doesn_t_meet_twice_a_day() -> None:
    [item] = occasions(region("a", seat("1", "kela")))
    later = item.on(THURSDAY + timedelta(7))
    assert THURSDAY + timedelta(7) not in free_days(item, [item, later], closed)


@given(
    away=st.lists(st.integers(-20, 20), max_size=20),
    hours=st.lists(st.sampled_from(("8.00", "9.00", "10.30", "12.00")), min_size=20, max_size=20),
)
def test_a_proposed_day_never_conflicts(away: list[int], hours: list[str]) -> None:
    [own] = occasions(region("own", seat("1", "kela", "h1")))
    others = [
        occasions(region(f"r{number}", seat("1", "kela"), klo=klo))[0].on(
            THURSDAY + timedelta(days)
        )
        for number, (days, klo) in enumerate(zip(away, hours, strict=False))
    ]
    proposed = free_days(own, [own, *others], closed)
    assert len(set(proposed)) == len(proposed) <= PROPOSED
    for day in proposed:
        assert not closed(day)
        moved = own.on(day)
        assert not any(moved in item.occasions for item in conflicts([moved, *others]))


def test_the_term_of_a_day() -> None:
    [group] = region("a").johtoryhmat
    assert term_of(group, THURSDAY) == Period(date(2026, 1, 1), date(2026, 12, 31))
    assert term_of(group, date(2027, 1, 1)) == ALWAYS

"""What falls due when, with its source; late from the day after; nothing where all is recorded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.deadline import DeadlineKind as Kind
from sopimukset.tracking.due import deadlines_on, within
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.source import Ground
from sopimukset.tracking.standing import standing_on
from tests.support.regions import around, concluded, group, holdings

DAY = date(2026, 6, 1)


def due(region: Holdings, day: date = DAY) -> list[Deadline]:
    return list(deadlines_on(region, standing_on(region, day), day))


def of_kind(region: Holdings, kind: Kind, day: date = DAY) -> list[Deadline]:
    return [item for item in due(region, day) if item.kind is kind]


def days(region: Holdings, kind: Kind, day: date = DAY) -> list[str]:
    return [item.day.isoformat() for item in of_kind(region, kind, day)]


def with_group(**fields: Any) -> Holdings:
    return holdings(johtoryhmat=[group(**fields)])


def term(start: str, end: str, **fields: Any) -> dict[str, Any]:
    return {"tunnus": "k1", "alkaen": start, "paattyen": end, **fields}


# The term ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "begin"),
    [
        ("2025-02-01", "2030-01-31", "2029-07-31"),
        ("2028-02-29", "2033-02-28", "2032-08-28"),
        ("2023-03-01", "2028-02-29", "2027-08-29"),
        ("2025-09-01", "2030-08-31", "2030-02-28"),  # a month without a 31st
    ],
)
def test_end_of_term_and_when_setting_the_next_group_begins(
    start: str, end: str, begin: str
) -> None:
    region = with_group(toimikaudet=[term(start, end)])
    [last] = of_kind(region, Kind.TERM_END, date.fromisoformat(end))
    assert last.day.isoformat() == end
    assert (last.source.ground, last.source.place) == (Ground.LAW, "388/2024 1 § 1 mom")
    [first] = of_kind(region, Kind.NEXT_GROUP, date.fromisoformat(end))
    assert (first.day.isoformat(), first.source.ground) == (begin, Ground.OURS)
    assert [last.late_on(day) for day in around(end)] == [False, False, True]
    assert [first.late_on(day) for day in around(begin)] == [False, False, True]


def test_next_term_ends_both_deadlines_and_has_its_own() -> None:
    following = term("2030-02-01", "2035-01-31")
    region = with_group(toimikaudet=[term("2025-02-01", "2030-01-31"), following])
    assert days(region, Kind.TERM_END, date(2029, 12, 1)) == []
    assert days(region, Kind.NEXT_GROUP, date(2029, 12, 1)) == []
    assert days(region, Kind.TERM_END, date(2030, 2, 1)) == ["2035-01-31"]


def test_ended_term_without_another_stays_late() -> None:
    region = with_group()
    [last] = of_kind(region, Kind.TERM_END, date(2030, 2, 1))
    assert last.late_on(date(2030, 2, 1))
    assert of_kind(region, Kind.NEXT_GROUP, date(2030, 2, 1)) == []


def test_day_for_naming_members_is_told_until_it_is_over() -> None:
    asked = term("2025-02-01", "2030-01-31", nimettava_viimeistaan="2026-05-31")
    region = with_group(toimikaudet=[asked])
    told = [days(region, Kind.MEMBERS_NAMED, day) for day in around("2026-05-31")]
    assert told == [["2026-05-31"], ["2026-05-31"], []]


# Seats, offices, leader --------------------------------------------------------------------------

ENDING = {"alkaen": "2025-02-01", "paattyen": "2028-02-29"}
NEXT = {"alkaen": "2028-03-01"}


def _leading(**fields: Any) -> dict[str, Any]:
    return {"johtavat_henkilot": [{"tunnus": "j", **fields}]}


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Kind.SEAT_END, lambda people: {"jasenet": [{"tunnus": "a", "nimetyt": people}]}),
        (
            Kind.DEPUTY_END,
            lambda people: {
                "jasenet": [
                    {"tunnus": "a", "nimetyt": [{"alkaen": "2025-02-01"}], "varajasenet": people}
                ]
            },
        ),
        (Kind.CHAIR_END, lambda people: {"puheenjohtaja": people}),
        (Kind.VICE_CHAIR_END, lambda people: {"varapuheenjohtaja": people}),
        (Kind.LEADER_END, lambda people: _leading(nimetyt=people)),
        (Kind.LEADERS_DEPUTY_END, lambda people: _leading(varahenkilot=people)),
    ],
)
def test_recorded_end_before_the_term_is_a_deadline_unless_somebody_follows(
    kind: Kind, fields: Any
) -> None:
    assert days(with_group(**fields([ENDING])), kind) == ["2028-02-29"]
    assert days(with_group(**fields([ENDING, NEXT])), kind) == []
    assert days(with_group(**fields([{"alkaen": "2025-02-01"}])), kind) == []
    [found] = of_kind(with_group(**fields([ENDING])), kind, date(2028, 2, 29))
    assert found.source.ground is Ground.RECORD
    assert of_kind(with_group(**fields([ENDING])), kind, date(2028, 3, 1)) == []


@pytest.mark.parametrize(
    ("start", "end", "last"),
    [
        ("2025-02-01", "2030-01-31", "2025-05-01"),
        ("2027-11-30", "2032-11-29", "2028-02-29"),  # a leap year's February
        ("2026-11-30", "2031-11-29", "2027-02-28"),
    ],
)
def test_leader_is_appointed_in_our_first_months_of_the_term(
    start: str, end: str, last: str
) -> None:
    region = with_group(toimikaudet=[term(start, end)])
    [found] = of_kind(region, Kind.LEADER_NAMED, date.fromisoformat(start))
    assert (found.day.isoformat(), found.source.ground) == (last, Ground.OURS)
    named = [{"tunnus": "j", "nimetyt": [{"alkaen": start}]}]
    there = with_group(toimikaudet=[term(start, end)], johtavat_henkilot=named)
    assert of_kind(there, Kind.LEADER_NAMED, date.fromisoformat(start)) == []


# Agreements --------------------------------------------------------------------------------------


def with_agreement(**fields: Any) -> Holdings:
    return holdings(johtoryhmat=[group()], sopimukset=[concluded(**fields)])


def test_end_of_an_agreement_and_when_its_successor_is_prepared() -> None:
    region = with_agreement(voimassa={"alkaen": "2026-03-01", "paattyen": "2028-02-29"})
    assert days(region, Kind.AGREEMENT_END) == ["2028-02-29"]
    assert days(region, Kind.AGREEMENT_RENEWED) == ["2027-08-29"]
    told = [days(region, Kind.AGREEMENT_END, day) for day in around("2028-02-29")]
    assert told == [["2028-02-29"], ["2028-02-29"], []]


def test_followed_agreement_needs_no_preparing() -> None:
    first = concluded(voimassa={"alkaen": "2026-03-01", "paattyen": "2028-02-29"})
    second = concluded(tunnus="s2", voimassa={"alkaen": "2028-03-01"})
    region = holdings(johtoryhmat=[group()], sopimukset=[first, second])
    assert days(region, Kind.AGREEMENT_RENEWED) == []


def test_end_after_a_notice() -> None:
    region = with_agreement(irtisanottu="2026-05-31", irtisanomisaika_kk=9)
    [found] = of_kind(region, Kind.NOTICE_END)
    assert (found.day.isoformat(), found.source.place) == ("2027-02-28", "irtisanottu")
    assert of_kind(region, Kind.NOTICE_END, date(2026, 5, 30)) == []


@pytest.mark.parametrize(
    ("months", "begin"),
    [(6, "2027-08-31"), (5, "2027-08-31"), (7, "2027-09-30")],  # six months back: 29.8., 31.7.
)
def test_what_follows_a_notice_is_not_prepared_before_it(months: int, begin: str) -> None:
    region = with_agreement(irtisanottu="2027-08-31", irtisanomisaika_kk=months)
    found = of_kind(region, Kind.AGREEMENT_RENEWED, date(2027, 8, 31))
    assert [(item.day.isoformat(), item.late_on(date(2027, 8, 31))) for item in found] == [
        (begin, False)
    ]


def test_unfinished_agreement_is_concluded_by_its_first_day() -> None:
    region = with_agreement(allekirjoitukset=[])
    [found] = of_kind(region, Kind.AGREEMENT_CONCLUDED, date(2026, 2, 20))
    assert [found.late_on(day) for day in around("2026-03-01")] == [False, False, True]
    assert of_kind(with_agreement(), Kind.AGREEMENT_CONCLUDED) == []


def test_comments_are_due_until_their_day() -> None:
    region = with_agreement(lausuntokierros={"maarapaiva": "2026-01-31"})
    told = [days(region, Kind.COMMENTS, day) for day in around("2026-01-31")]
    assert told == [["2026-01-31"], ["2026-01-31"], []]


# Decisions ---------------------------------------------------------------------------------------


def approved_by(party: str, **decision: Any) -> Holdings:
    approval = {"osapuoli": party, "tekija": "hallitus", "pvm": "2026-05-19", **decision}
    return with_agreement(hyvaksynnat=[approval])


@pytest.mark.parametrize(
    ("party", "provision"),
    [("hollola", "410/2015 140 § 1 mom"), ("hva", "611/2021 145 § 1 mom")],
)
def test_personal_data_go_when_the_appeal_period_ends(party: str, provision: str) -> None:
    region = approved_by(party, julkaistu="2026-05-26")
    [appeal] = of_kind(region, Kind.APPEAL_END)
    [removal] = of_kind(region, Kind.PERSONAL_DATA)
    assert appeal.day == removal.day == date(2026, 6, 16)
    assert removal.source.place == provision
    assert [days(region, Kind.APPEAL_END, day) for day in around("2026-06-16")][2] == []
    reminded = [bool(of_kind(region, Kind.PERSONAL_DATA, day)) for day in around("2026-07-16")]
    assert reminded == [True, True, False]
    assert not removal.late_on(date(2026, 7, 1))  # whether it was done isn't recorded


def test_of_kelas_decision_no_period_is_known() -> None:
    region = approved_by("kela", julkaistu="2026-05-26")
    assert of_kind(region, Kind.APPEAL_END) == of_kind(region, Kind.PERSONAL_DATA) == []


def test_every_kind_of_decision_is_looked_at() -> None:
    made = {"tekija": "lautakunta", "pvm": "2026-05-19", "julkaistu": "2026-05-26"}
    people = [{"alkaen": "2026-05-20", "paatos": made}]
    offices = [{"nimeaja": "hollola", **people[0]}]
    region = with_group(
        sopimus_asettajasta={"paatokset": [{"osapuoli": "hollola", **made}]},
        toimikaudet=[term("2025-02-01", "2030-01-31", asettaminen={"asettaja": "hollola", **made})],
        jasenet=[{"tunnus": "a", "nimeaja": "hollola", "nimetyt": people, "varajasenet": people}],
        puheenjohtaja=offices,
        varapuheenjohtaja=offices,
        johtavat_henkilot=[
            {"tunnus": "j", "nimeaja": "hollola", "nimetyt": people, "varahenkilot": people}
        ],
    )
    found = of_kind(region, Kind.PERSONAL_DATA)
    assert len({item.path for item in found}) == 8


# The year ----------------------------------------------------------------------------------------


def meeting(day: str, *kinds: str) -> dict[str, Any]:
    asiat = [{"pykala": number + 1, "laji": kind} for number, kind in enumerate(kinds)]
    return {"johtoryhma": "tym", "pvm": day, "asiat": asiat}


def goal(year: int, day: str | None = None) -> dict[str, Any]:
    asetettu = {"pvm": day} if day else None
    return {"tunnus": f"t{year}", "vuosi": year, "tavoite": "x", "asetettu": asetettu}


def test_goals_of_the_year_are_due_until_they_are_set() -> None:
    region = with_group(tavoitteet=[goal(2025, "2025-03-01"), goal(2026, "2026-06-01")])
    assert [days(region, Kind.GOALS, day) for day in around("2026-06-01")] == [
        ["2026-12-31"],
        [],
        [],
    ]


def test_missing_goals_of_the_last_ended_year_are_late_earlier_ones_past() -> None:
    region = with_group()
    assert days(region, Kind.GOALS, date(2026, 12, 31)) == ["2025-12-31", "2026-12-31"]
    assert days(region, Kind.GOALS, date(2027, 1, 1)) == ["2026-12-31", "2027-12-31"]
    late = [
        item.late_on(date(2027, 1, 1)) for item in of_kind(region, Kind.GOALS, date(2027, 1, 1))
    ]
    assert late == [True, False]


def test_goals_of_the_next_year_are_asked_where_the_term_lasts() -> None:
    assert days(with_group(), Kind.NEXT_GOALS) == ["2026-12-31"]
    assert days(with_group(tavoitteet=[goal(2027)]), Kind.NEXT_GOALS) == []
    assert days(with_group(), Kind.NEXT_GOALS, date(2029, 6, 1)) == []  # one month is no year


def test_staff_review_of_the_calendar_year() -> None:
    entry = concluded(voimassa={"alkaen": "2025-03-01"})
    last = meeting("2025-12-31", "henkiloston-tarkistus")
    region = holdings(johtoryhmat=[group()], sopimukset=[entry], meetings=[last])
    assert days(region, Kind.STAFF_REVIEW) == ["2026-12-31"]
    assert days(region, Kind.STAFF_REVIEW, date(2027, 1, 1)) == ["2026-12-31", "2027-12-31"]
    without = holdings(johtoryhmat=[group()], sopimukset=[entry])
    assert days(without, Kind.STAFF_REVIEW) == ["2025-12-31", "2026-12-31"]


@pytest.mark.parametrize(
    ("held", "months", "last"),
    [
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-08-31", 6, "2027-02-28"),
    ],
)
def test_interval_of_reviews_is_the_agreements_own(held: str, months: int, last: str) -> None:
    entry = concluded(voimassa={"alkaen": "2025-03-01"}, henkiloston_tarkistus_kk=months)
    done = meeting(held, "henkiloston-tarkistus")
    region = holdings(johtoryhmat=[group()], sopimukset=[entry], meetings=[done])
    [found] = of_kind(region, Kind.REVIEW_INTERVAL, date.fromisoformat(held))
    assert (found.day.isoformat(), found.source.place) == (last, "henkiloston_tarkistus_kk")
    [later] = of_kind(region, Kind.REVIEW_INTERVAL, date(2029, 12, 1))
    assert later.late_on(date(2029, 12, 1))


def follow_up(start: str, end: str, treated: str | None = None) -> dict[str, Any]:
    return {
        "johtoryhma": "tym",
        "seurantajakso": {"alkaen": start, "paattyen": end},
        "kasitelty": {"pvm": treated} if treated else None,
        "toimeenpano": "x",
        "henkilosto": [{"rivi": "h"}],
        "mittarit": [{"mittari": "m"}],
    }


def test_follow_up_of_the_year_is_due_until_it_is_treated() -> None:
    region = holdings(
        johtoryhmat=[group()], follow_ups=[follow_up("2026-01-01", "2026-06-30", "2026-09-10")]
    )
    told = [days(region, Kind.FOLLOW_UP, day) for day in around("2026-09-10")]
    assert told == [["2025-12-31", "2026-12-31"], ["2025-12-31"], ["2025-12-31"]]


def test_period_that_has_ended_is_treated_in_our_three_months() -> None:
    region = holdings(johtoryhmat=[group()], follow_ups=[follow_up("2025-12-01", "2026-11-30")])
    told = [days(region, Kind.PERIOD_TREATED, day) for day in around("2026-11-30")]
    assert told == [[], [], ["2027-02-28"]]
    [found] = of_kind(region, Kind.PERIOD_TREATED, date(2027, 3, 1))
    assert found.late_on(date(2027, 3, 1))


def test_promised_meetings_of_a_whole_year() -> None:
    practice = {"vahintaan_vuodessa": 2}
    one = [meeting("2026-02-10")]
    region = holdings(johtoryhmat=[group(kokoukset=practice)], meetings=one)
    [found] = of_kind(region, Kind.MEETINGS)
    assert (found.counts["maara"], found.counts["luvattu"]) == (1, 2)
    assert found.source.ground is Ground.RECORD
    both = [*one, meeting("2026-06-01")]
    kept = holdings(johtoryhmat=[group(kokoukset=practice)], meetings=both)
    told = [bool(of_kind(kept, Kind.MEETINGS, day)) for day in around("2026-06-01")]
    assert told == [True, False, False]
    assert of_kind(region, Kind.MEETINGS, date(2025, 6, 1)) == []  # the term covers no whole year


# The rest ----------------------------------------------------------------------------------------


def test_coordinator_and_acknowledged_defects_have_their_recorded_ends() -> None:
    region = holdings(
        nuorten_yhteispalvelu=[
            {"tunnus": "n", "koordinaattori": {"nimike": "x", "paattyen": "2028-02-29"}}
        ],
        tunnistetut_puutteet=[{"koodi": "P03", "paattyen": "2027-12-31"}],
    )
    assert days(region, Kind.COORDINATOR_END) == ["2028-02-29"]
    [defect] = of_kind(region, Kind.DEFECT)
    assert [defect.late_on(day) for day in around("2027-12-31")] == [False, False, True]


def test_region_in_preparation_has_no_deadline_of_what_is_not_recorded() -> None:
    region = holdings(vaihe="valmisteilla", johtoryhmat=[group()])
    kinds = {item.kind for item in due(region)}
    assert kinds == {Kind.NEXT_GROUP, Kind.TERM_END}


def test_empty_record_says_nothing() -> None:
    assert due(holdings(vaihe="valmisteilla", osapuolet=[])) == []
    assert due(holdings(osapuolet=[])) == []


def test_within_keeps_the_late_and_the_near() -> None:
    found = due(with_group(), date(2026, 12, 1))
    assert within(found, date(2026, 12, 1), 29) == [item for item in found if item.day.year == 2025]
    near = within(found, date(2026, 12, 1), 30)
    assert {item.day for item in near} == {
        date(2025, 5, 1),
        date(2025, 12, 31),
        date(2026, 12, 31),
    }
    assert [item.day for item in found] == sorted(item.day for item in found)

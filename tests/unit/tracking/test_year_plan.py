"""A group's year: every meeting, every yearly duty, and what begins and ends in it, once each."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset.tracking.deadline import DeadlineKind
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.year_plan import PlanEntry, PlanKind, PlanMatter, plan_of, planned_year
from tests.support.regions import concluded, group, holdings

EVERY = {"vali_kk": 3, "viikko": 2, "viikonpaiva": "to", "klo": "9.00", "kesto_min": 120}
MOVED = {"pvm": "2026-06-11", "uusi_pvm": "2026-06-04", "syy": "kesäkausi"}
PRACTICE = {"toistuvuus": {**EVERY, "alkaen": "2025-03-01"}, "poikkeamat": [MOVED]}


def region(**fields: Any) -> Holdings:
    return holdings(johtoryhmat=[group(kokoukset=PRACTICE, **fields.pop("ryhma", {}))], **fields)


def plan(of: Holdings, year: int) -> list[PlanEntry]:
    files = {f"kokoukset/{item.pvm}.yaml": item for item in of.meetings}
    return plan_of(of, of.alue.johtoryhmat[0], files, year)


def days(entries: list[PlanEntry], kind: PlanKind) -> list[str]:
    return [item.days.start.isoformat() for item in entries if item.kind is kind]


def test_all_meetings_of_the_year_where_they_were_moved_to() -> None:
    found = plan(region(), 2026)
    assert days(found, PlanKind.MEETING) == ["2026-03-12", "2026-06-04", "2026-09-10", "2026-12-10"]


@pytest.mark.parametrize("year", [2025, 2028, 2029, 2030])
def test_yearly_duties_stand_on_the_last_day_until_they_are_done(year: int) -> None:
    found = plan(region(), year)
    last = f"{year}-12-31"
    assert days(found, PlanKind.REVIEW) == [last]
    assert days(found, PlanKind.FOLLOW_UP) == [last]
    assert days(found, PlanKind.GOALS) == ([last] if year < 2030 else [])


def test_what_was_done_stands_on_its_day() -> None:
    told = {"johtoryhma": "tym", "pvm": "2026-09-10", "asiat": [{"laji": "henkiloston-tarkistus"}]}
    goal = {"tunnus": "t", "vuosi": 2027, "tavoite": "x", "asetettu": {"pvm": "2026-12-10"}}
    period = {"alkaen": "2025-11-01", "paattyen": "2026-02-28", "nimi": "11/2025–2/2026"}
    treated = {"pvm": "2026-03-12", "pykala": 2}
    follow = {"johtoryhma": "tym", "seurantajakso": period, "kasitelty": treated}
    made = region(ryhma={"tavoitteet": [goal]}, meetings=[told], follow_ups=[follow])
    found = plan(made, 2026)
    assert days(found, PlanKind.REVIEW) == ["2026-09-10"]
    assert days(found, PlanKind.GOALS) == ["2026-12-10"]
    spans = [
        (item.days.start.isoformat(), item.days.end.isoformat(), item.matter)
        for item in found
        if item.kind is PlanKind.FOLLOW_UP
    ]
    assert spans == [
        ("2026-01-01", "2026-02-28", PlanMatter.PERIOD),
        ("2026-03-12", "2026-03-12", PlanMatter.TREATED),
    ]


def test_terms_and_agreements_begin_and_end_once() -> None:
    made = region(
        sopimukset=[concluded(voimassa={"alkaen": "2026-03-01", "paattyen": "2030-01-31"})]
    )
    first = plan(made, 2026)
    assert [item.matter for item in first if item.kind is PlanKind.AGREEMENT] == [
        PlanMatter.AGREEMENT_BEGINS
    ]
    last = plan(made, 2030)
    assert [item.matter for item in last if item.kind is PlanKind.AGREEMENT] == [
        DeadlineKind.AGREEMENT_END
    ]
    assert [item.matter for item in last if item.kind is PlanKind.TERM] == [DeadlineKind.TERM_END]
    begun = [item.matter for item in plan(made, 2025) if item.kind is PlanKind.TERM]
    assert begun == [PlanMatter.TERM_BEGINS]


def test_actions_that_came_up_in_the_year_are_there_once() -> None:
    action = {"tunnus": "tp", "vastuu": "hva", "maarapaiva": "2026-11-30", "tila": "avoin"}
    told = {"johtoryhma": "tym", "pvm": "2026-06-04", "asiat": [{"toimenpiteet": [action]}]}
    assert days(plan(region(meetings=[told]), 2026), PlanKind.ACTION) == ["2026-11-30"]
    assert days(plan(region(meetings=[told]), 2027), PlanKind.ACTION) == []


def test_the_order_is_that_of_the_days_and_nothing_is_outside_the_year() -> None:
    found = plan(region(), 2026)
    assert found == sorted(found, key=lambda item: item.days.start)
    for item in found:
        assert date(2026, 1, 1) <= item.days.start <= item.days.end <= date(2026, 12, 31)


@pytest.mark.parametrize(
    ("set_on", "told"),
    [
        ("2026-12-31", {2026: ["2026-12-31"], 2027: ["2027-12-31"]}),
        ("2027-01-12", {2026: ["2026-12-31"], 2027: ["2027-01-12", "2027-12-31"]}),
        ("2025-12-31", {2026: [], 2027: ["2027-12-31"]}),
    ],
)
def test_goals_that_are_set_late_are_due_before_their_year_all_the_same(
    set_on: str, told: dict[int, list[str]]
) -> None:
    goal = {"tunnus": "t", "vuosi": 2027, "tavoite": "x", "asetettu": {"pvm": set_on}}
    made = region(ryhma={"tavoitteet": [goal]})
    assert {year: days(plan(made, year), PlanKind.GOALS) for year in told} == told
    recorded = [item.done for item in plan(made, 2026) if item.kind is PlanKind.GOALS]
    assert recorded == {"2026": [date(2026, 12, 31)], "2027": [None], "2025": []}[set_on[:4]]


def test_the_planned_year_is_the_newest_with_goals() -> None:
    goals = [{"tunnus": "a", "vuosi": 2026}, {"tunnus": "b", "vuosi": 2027}]
    with_goals = region(ryhma={"tavoitteet": goals}).alue.johtoryhmat[0]
    without = region(meetings=[{"johtoryhma": "tym", "pvm": "2026-03-12"}])
    assert planned_year(with_goals, ()) == 2027
    assert planned_year(without.alue.johtoryhmat[0], without.meetings) == 2026
    assert planned_year(without.alue.johtoryhmat[0], ()) == 2025


def test_what_is_recorded_of_a_later_day_is_not_done_yet() -> None:
    told = {"johtoryhma": "tym", "pvm": "2026-09-10", "asiat": [{"laji": "henkiloston-tarkistus"}]}
    [entry] = [item for item in plan(region(meetings=[told]), 2026) if item.kind is PlanKind.REVIEW]
    assert [entry.done_by(date(2026, 9, day)) for day in (9, 10, 11)] == [False, True, True]
    undone = [item for item in plan(region(), 2026) if item.done is None]
    assert undone
    assert not any(item.done_by(date.max) for item in undone)


def test_a_treatment_that_the_minutes_dont_bear_out_is_still_to_come() -> None:
    """The section isn't in the minutes of its day, so status and report count no treatment."""
    held = {"johtoryhma": "tym", "pvm": "2026-09-10", "asiat": [{"pykala": 8}]}
    period = {"alkaen": "2026-01-01", "paattyen": "2026-06-30", "nimi": "1–6/2026"}
    follow = {"johtoryhma": "tym", "seurantajakso": period}
    shown = {}
    for section in (8, 99):
        treated = {"pvm": "2026-09-10", "pykala": section}
        made = region(meetings=[held], follow_ups=[{**follow, "kasitelty": treated}])
        own = [item for item in plan(made, 2026) if item.kind is PlanKind.FOLLOW_UP][1:]
        shown[section] = [(item.days.start, item.matter, item.done) for item in own]
    day, last = date(2026, 9, 10), date(2026, 12, 31)
    assert shown[8] == [(day, PlanMatter.TREATED, day)]
    assert shown[99] == [
        (date(2026, 9, 30), PlanMatter.TREATED, None),
        (last, DeadlineKind.FOLLOW_UP, None),
    ]

"""Appeal periods by the kind of body, their last days, and whether they run."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.workdays import is_working_day
from sopimukset.model import Kielitekstit, Paatos
from sopimukset.tracking.appeals import AppealRule, appeal_of, appeal_rule, is_council
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA_ROLE, PARTNER, Role
from sopimukset.tracking.source import Ground
from tests.support.regions import around

CITY, COUNTY_ROLE = Role(AUTHORITY, "lahti"), Role(COUNTY, "paijat-hame")


def decision(**fields: Any) -> Paatos:
    return Paatos.model_validate({"tekija": "lautakunta", "pvm": "2026-01-13", **fields})


def rule(role: Role, body: str = "lautakunta") -> AppealRule:
    found = appeal_rule(role, body)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("body", "council"),
    [
        ("työllisyyslautakunta", False),
        ("aluehallitus", False),
        ("aluevaltuusto", True),
        ("Kaupunginvaltuusto", True),
        ("stadsfullmäktige", True),
        ("yhtymäkokous", True),
        (Kielitekstit(fi=None, sv="Välfärdsområdesfullmäktige"), True),
        (Kielitekstit(fi="aluehallitus", sv="välfärdsområdesstyrelsen"), False),
        (None, False),
    ],
)
def test_council_is_told_by_its_name(body: Any, council: bool) -> None:
    assert is_council(body) is council


def test_lengths_and_provisions_go_by_the_body_and_the_party() -> None:
    assert rule(CITY).days == 14
    assert rule(CITY, "kaupunginvaltuusto").days == 30
    assert rule(CITY).removal == "410/2015 140 § 1 mom"
    assert rule(COUNTY_ROLE).removal == "611/2021 145 § 1 mom"
    assert rule(COUNTY_ROLE).period == "611/2021 143 §"
    assert appeal_rule(KELA_ROLE, "yksikön johtaja") is None
    assert appeal_rule(Role(PARTNER, "x"), "hallitus") is None
    assert appeal_rule(None, "lautakunta") is None


@pytest.mark.parametrize(
    ("published", "body", "last"),
    [
        ("2026-01-20", "lautakunta", "2026-02-10"),  # 7 + 14 days
        ("2026-01-20", "valtuusto", "2026-02-26"),  # 7 + 30 days
        ("2027-12-03", "lautakunta", "2027-12-27"),  # the 24th is Christmas Eve
        ("2026-03-13", "lautakunta", "2026-04-07"),  # Good Friday to Easter Monday
        ("2028-02-08", "lautakunta", "2028-02-29"),
        ("2027-02-08", "lautakunta", "2027-03-01"),
        ("2026-01-16", "lautakunta", "2026-02-06"),
        ("2026-01-17", "lautakunta", "2026-02-09"),  # a Saturday
    ],
)
def test_last_day_from_the_publication(published: str, body: str, last: str) -> None:
    appeal = appeal_of(decision(tekija=body, julkaistu=published), CITY, ())
    assert appeal is not None
    assert appeal.last_day == date.fromisoformat(last)
    assert appeal.source.ground is Ground.LAW
    assert [appeal.runs_on(day) for day in around(last)] == [True, True, False]


def test_recorded_last_day_goes_before_a_reckoned_one() -> None:
    made = decision(julkaistu="2026-01-20", muutoksenhaku_paattyy="2026-02-03")
    appeal = appeal_of(made, CITY, ())
    assert appeal is not None
    assert (appeal.last_day, appeal.source.ground) == (date(2026, 2, 3), Ground.RECORD)


def test_nothing_is_reckoned_from_the_day_of_the_decision_alone() -> None:
    assert appeal_of(decision(), CITY, ()) is None
    assert appeal_of(decision(julkaistu="2026-01-20"), KELA_ROLE, ()) is None


def test_it_runs_from_the_decision_until_it_is_final() -> None:
    made = decision(julkaistu="2026-01-20", lainvoimainen="2026-02-02")
    appeal = appeal_of(made, CITY, ())
    assert appeal is not None
    assert [appeal.runs_on(day) for day in around("2026-01-13")] == [False, True, True]
    assert [appeal.runs_on(day) for day in around("2026-02-02")] == [True, False, False]


@given(st.dates(date(2025, 1, 1), date(2060, 1, 1)), st.sampled_from(["valtuusto", "hallitus"]))
def test_latest_publication_is_the_last_from_which_the_period_has_ended(
    limit: date, body: str
) -> None:
    found = rule(CITY, body)
    published = found.latest_publication(limit)
    assert found.last_day(published) <= limit
    assert found.last_day(published + timedelta(days=1)) > limit
    assert is_working_day(found.last_day(published))

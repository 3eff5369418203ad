"""Options: what has become of them, what falls due, and how long the agreement then holds."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset.model import Optio, Sopimus
from sopimukset.tracking.deadline import DeadlineKind as Kind
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.options import OptionState, last_day_of_use, option_state
from sopimukset.tracking.standing import standing_on
from sopimukset.tracking.validity import known_validity, validity
from tests.support.regions import around, concluded, group, holdings

FIRST: dict[str, Any] = {
    "tunnus": "o1",
    "alkaen": "2028-03-01",
    "paattyen": "2029-02-28",
    "ilmoitettava_viimeistaan": "2027-08-31",
}


def with_option(**fields: Any) -> Holdings:
    made = concluded(
        voimassa={"alkaen": "2026-03-01", "paattyen": "2028-02-29"}, optiot=[{**FIRST, **fields}]
    )
    return holdings(johtoryhmat=[group()], sopimukset=[made])


def days(region: Holdings, kind: Kind, day: date) -> list[str]:
    found = deadlines_on(region, standing_on(region, day), day)
    return [item.day.isoformat() for item in found if item.kind is kind]


@pytest.mark.parametrize("last", ["2027-08-31", "2028-02-29", "2027-12-31"])
def test_an_option_is_open_until_its_last_day_and_lapses_the_day_after(last: str) -> None:
    option = Optio.model_validate({**FIRST, "ilmoitettava_viimeistaan": last})
    states = [option_state(option, day) for day in around(last)]
    assert states == [OptionState.OPEN, OptionState.OPEN, OptionState.LAPSED]
    region = with_option(ilmoitettava_viimeistaan=last)
    assert [days(region, Kind.OPTION_USE, day) for day in around(last)] == [[last], [last], []]


def test_use_counts_from_its_day_and_moves_the_agreements_end() -> None:
    region = with_option(kaytetty="2027-05-10")
    option = region.alue.sopimukset[0].optiot[0]
    assert [option_state(option, day).value for day in around("2027-05-10")] == [
        "open",
        "used",
        "used",
    ]
    ends = [days(region, Kind.AGREEMENT_END, day) for day in around("2027-05-10")]
    assert ends == [["2028-02-29"], ["2029-02-28"], ["2029-02-28"]]
    assert [days(region, Kind.OPTION_USE, day) for day in around("2027-05-10")] == [
        ["2027-08-31"],
        [],
        [],
    ]


def test_giving_up_ends_the_deadline_and_not_the_agreement() -> None:
    region = with_option(luovuttu="2027-05-10")
    assert [days(region, Kind.OPTION_USE, day) for day in around("2027-05-10")] == [
        ["2027-08-31"],
        [],
        [],
    ]
    assert days(region, Kind.AGREEMENT_END, date(2027, 6, 1)) == ["2028-02-29"]


def test_without_an_agreed_day_the_eve_of_the_period_is_the_last_one() -> None:
    option = Optio.model_validate({**FIRST, "ilmoitettava_viimeistaan": None})
    assert last_day_of_use(option) == date(2028, 2, 29)
    assert last_day_of_use(Optio(tunnus="o1")) is None


def test_after_a_notice_no_option_is_left_to_use() -> None:
    made = concluded(
        voimassa={"alkaen": "2026-03-01", "paattyen": "2028-02-29"},
        irtisanomisaika_kk=6,
        irtisanottu="2027-03-31",
        optiot=[FIRST],
    )
    region = holdings(johtoryhmat=[group()], sopimukset=[made])
    assert days(region, Kind.OPTION_USE, date(2027, 3, 30)) == ["2027-08-31"]
    assert days(region, Kind.OPTION_USE, date(2027, 3, 31)) == []
    assert days(region, Kind.NOTICE_END, date(2027, 3, 31)) == ["2027-09-30"]


def test_a_notice_ends_a_used_option_too() -> None:
    agreement = Sopimus.model_validate(
        {
            "tunnus": "s",
            "laji": "tym-sopimus",
            "voimassa": {"alkaen": "2026-03-01", "paattyen": "2028-02-29"},
            "irtisanomisaika_kk": 6,
            "irtisanottu": "2028-08-31",
            "optiot": [{**FIRST, "kaytetty": "2027-05-10"}],
        }
    )
    whole, known = validity(agreement), known_validity(agreement, date(2028, 8, 30))
    assert whole is not None
    assert known is not None
    assert (whole.end, known.end) == (date(2029, 2, 28), date(2029, 2, 28))
    earlier = agreement.model_copy(update={"irtisanottu": date(2028, 2, 29)})
    found = validity(earlier)
    assert found is not None
    assert found.end == date(2028, 8, 29)

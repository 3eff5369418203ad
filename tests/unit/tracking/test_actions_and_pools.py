"""Actions of minutes fall due until they have ended; a pool is held against what is given of it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sopimukset.model import Henkilostorivi
from sopimukset.tracking.actions import actions_on
from sopimukset.tracking.deadline import DeadlineKind
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.party_view import party_view
from sopimukset.tracking.pools import StaffPool, pools_on
from sopimukset.tracking.roles import KELA_ROLE
from sopimukset.tracking.standing import standing_on
from tests.support.regions import around, group, holdings


def meeting(day: str, *actions: dict[str, Any]) -> dict[str, Any]:
    return {"johtoryhma": "tym", "pvm": day, "asiat": [{"pykala": 1, "toimenpiteet": [*actions]}]}


def action(due: str | None = "2028-02-29", state: str | None = "avoin") -> dict[str, Any]:
    return {"tunnus": "tp-1", "vastuu": "kela", "maarapaiva": due, "tila": state}


def due(region: Holdings, day: date) -> list[tuple[str, bool]]:
    found = deadlines_on(region, standing_on(region, day), day)
    return [
        (item.day.isoformat(), item.late_on(day))
        for item in found
        if item.kind is DeadlineKind.ACTION
    ]


@pytest.mark.parametrize("last", ["2028-02-29", "2027-02-28", "2026-12-31", "2026-04-30"])
@pytest.mark.parametrize("state", ["avoin", "kesken", None])
def test_an_open_action_is_late_from_the_day_after(last: str, state: str | None) -> None:
    region = holdings(johtoryhmat=[group()], meetings=[meeting("2026-03-12", action(last, state))])
    assert [due(region, day) for day in around(last)] == [
        [(last, False)],
        [(last, False)],
        [(last, True)],
    ]


@pytest.mark.parametrize("state", ["valmis", "peruttu"])
def test_an_ended_action_and_one_without_a_day_fall_due_no_more(state: str) -> None:
    for item in (action(state=state), action(None)):
        region = holdings(johtoryhmat=[group()], meetings=[meeting("2026-03-12", item)])
        assert due(region, date(2029, 1, 1)) == []


def test_the_newest_minutes_tell_how_an_action_stands() -> None:
    first, later = meeting("2026-03-12", action()), meeting("2026-09-10", action(state="valmis"))
    region = holdings(johtoryhmat=[group()], meetings=[later, first])
    assert [bool(due(region, day)) for day in around("2026-09-10")] == [True, False, False]
    assert [item.meeting.pvm for item in actions_on(region.meetings, date(2026, 9, 9))] == [
        date(2026, 3, 12)
    ]
    assert due(region, date(2026, 3, 11)) == []


def test_a_day_that_a_later_meeting_leaves_out_still_falls_due() -> None:
    """Who records a new state alone has not put off the task."""
    bare = action(None, "kesken")
    first, later = meeting("2026-03-12", action("2026-06-01")), meeting("2026-09-10", bare)
    region = holdings(johtoryhmat=[group()], meetings=[first, later])
    assert due(region, date(2026, 9, 10)) == [("2026-06-01", True)]


def test_the_responsible_party_is_told() -> None:
    region = holdings(johtoryhmat=[group()], meetings=[meeting("2026-03-12", action())])
    day = date(2026, 6, 1)
    [item] = [
        item
        for item in deadlines_on(region, standing_on(region, day), day)
        if item.kind is DeadlineKind.ACTION
    ]
    assert (item.party, item.subject, item.group) == ("kela", "tp-1", "tym")


def row(tunnus: str, amount: str, unit: str = "htv", since: str = "2026-01-01") -> dict[str, Any]:
    plain = {"tunnus": tunnus, "osapuoli": "kela", "yksikko": unit, "alkaen": since}
    return {**plain, "maara": Decimal(amount)}


def pooled(*pools: dict[str, Any], **fields: Any) -> Holdings:
    parties = [
        {"tunnus": "hollola", "rooli": "tyovoimaviranomainen", "tyollisyysalue": "paijat-hame"},
        {"tunnus": "hva", "rooli": "hyvinvointialue", "hyvinvointialue": "paijat-hame"},
        {"tunnus": "kela", "rooli": "kela", "henkilostovaranto": [*pools]},
    ]
    staff = [row("a", "1.5"), row("b", "1", since="2026-06-02"), row("c", "3", "henkiloa")]
    return holdings(osapuolet=parties, johtoryhmat=[group()], henkilosto=staff, **fields)


POOL = {"maara": 2, "yksikko": "htv", "alkaen": "2026-01-01"}


def test_a_pool_is_held_against_the_rows_of_its_unit_and_day() -> None:
    region = pooled(POOL)
    found = [list(pools_on(region.alue, ("kela",), day)) for day in around("2026-06-02")]
    before = StaffPool("htv", Decimal(2), Decimal("1.5"))
    after = StaffPool("htv", Decimal(2), Decimal("2.5"))
    assert found == [[before], [after], [after]]
    assert (before.left, after.left) == (Decimal("0.5"), Decimal("-0.5"))


def test_pools_of_a_day_add_up_and_ended_ones_are_left_out() -> None:
    ended = {**POOL, "paattyen": "2026-02-28"}
    region = pooled(ended, {**POOL, "maara": 1})
    found = [pool.promised for day in around("2026-02-28") for pool in pools_on(
        region.alue, ("kela",), day
    )]  # fmt: skip
    assert found == [3, 3, 1]
    assert list(pools_on(region.alue, ("hva",), date(2026, 2, 1))) == []


def test_pools_stand_by_unit_and_one_without_a_unit_is_held_against_rows_without() -> None:
    plain = {"maara": 1, "alkaen": "2026-01-01"}
    region = pooled({**POOL, "yksikko": "tuntia-viikossa"}, POOL, plain)
    bare = Henkilostorivi.model_validate({**row("d", "0.5"), "yksikko": None})
    alue = region.alue.model_copy(update={"henkilosto": (*region.alue.henkilosto, bare)})
    assert list(pools_on(alue, ("kela",), date(2026, 6, 1))) == [
        StaffPool("", Decimal(1), Decimal("0.5")),
        StaffPool("htv", Decimal(2), Decimal("1.5")),
        StaffPool("tuntia-viikossa", Decimal(2), Decimal(0)),
    ]


def test_the_page_of_a_party_has_the_pools_of_every_region() -> None:
    day = date(2026, 6, 1)
    real, invented = pooled(POOL), pooled(POOL, kuvitteellinen=True)
    view = party_view(KELA_ROLE, [real, invented], day, day)
    assert [item.holdings.alue.kuvitteellinen for item in view.pools] == [False, True]
    assert party_view(KELA_ROLE, [pooled()], day, day).pools == ()

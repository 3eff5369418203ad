"""A change log tells that a count of people changed, and no number: reports hide small ones."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sopimukset.history.changes import Records, changes
from sopimukset.history.changes.telling import Teller, Told
from sopimukset.model import Alue, Seuranta


def records(*rows: dict[str, Any], level: int | None = None) -> Records:
    goal = {"tunnus": "t1", "vuosi": 2026, "mittari": "tyokokeilut", "lahtotaso": level}
    group = {"tunnus": "tym", "tavoitteet": [goal] if level is not None else []}
    alue = Alue.model_validate(
        {"muoto": 1, "alue": "lappi", "vaihe": "valmisteilla", "johtoryhmat": [group]}
    )
    days = {"alkaen": "2026-01-01", "paattyen": "2026-06-30"}
    plain = {"muoto": 1, "johtoryhma": "tym", "seurantajakso": days, "mittarit": list(rows)}
    return Records(alue, seuranta=(Seuranta.model_validate(plain),))


def row(key: str, **numbers: int) -> dict[str, Any]:
    return {"mittari": key, **{name: Decimal(number) for name, number in numbers.items()}}


def told(old: Records, new: Records) -> list[Told]:
    tell = Teller("fi", str)
    return [tell.told(change, old, new) for change in changes(old, new)]


def of(*rows: dict[str, Any]) -> Records:
    return records(*rows)


KEYS = ("tyokokeilut", "alueen-oma")
"""An indicator that counts people, and one that the catalogue doesn't know."""


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize(("before", "after"), [(78, 3), (2, 80), (8, 2), (77, 99)])
def test_a_count_of_people_is_told_as_changed(key: str, before: int, after: int) -> None:
    found = told(of(row(key, arvo=before)), of(row(key, arvo=after)))
    assert [(item.old, item.new) for item in found] == [("ei esitetä", "ei esitetä")]


def test_the_parts_of_a_share_are_told_as_changed() -> None:
    key = "tarkistus-ajallaan"
    old, new = (of(row(key, osoittaja=n, nimittaja=79)) for n in (77, 3))
    for found in (told(old, new), told(of(), old), told(old, of())):
        assert found
        assert not any(number in f"{found}" for number in ("77", "79", " 3"))


@pytest.mark.parametrize(("before", "after"), [((), (3,)), ((3,), ()), ((3,), (78, 2))])
def test_rows_that_come_and_go_tell_no_count(
    before: tuple[int, ...], after: tuple[int, ...]
) -> None:
    old, new = (of(*(row("tyokokeilut", arvo=n) for n in side)) for side in (before, after))
    found = told(old, new)
    assert found
    assert not any(digit in f"{item.old} {item.new}" for item in found for digit in "2378")


def test_what_counts_no_people_is_told_with_its_numbers() -> None:
    old, new = (of(row("odotusaika-arviointiin", arvo=n)) for n in (29, 3))
    assert [(item.old, item.new) for item in told(old, new)] == [("29", "3")]


def test_the_value_from_which_a_goal_sets_out_is_a_count_too() -> None:
    [found] = told(records(level=78), records(level=3))
    assert (found.old, found.new) == ("lähtötaso ei esitetä", "lähtötaso ei esitetä")

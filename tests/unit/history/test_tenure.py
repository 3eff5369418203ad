"""Who held what, out of the states of a record: entries, ends, corrections, removals."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from sopimukset.formats.yaml import read
from sopimukset.history.holders import CHAIR, Decision, Holding, Words, holdings
from sopimukset.history.tenure import Said, Tenure, tenures
from sopimukset.model import Alue

BASE = """\
muoto: 1
alue: kainuu
vaihe: valmisteilla
johtoryhmat:
  - tunnus: tym
"""
SEATS = """\
    jasenet:
      - tunnus: a-1
        nimetyt:
          - {nimike: johtaja, nimi: Testi Henkilö, alkaen: 2025-01-01, paattyen: 2025-12-31}
          - nimike: päällikkö
            henkilo: h-2
            alkaen: 2026-01-01
            paatos: {tekija: hallitus, pvm: 2025-12-10, pykala: 8, asiatunnus: D-1}
        varajasenet:
          - {nimike: vara, alkaen: 2025-01-01}
      - tunnus: b-1
"""
OTHERS = """\
    sihteeri: [{nimike: sihteeri, alkaen: 2025-01-01}]
    johtavat_henkilot:
      - tunnus: tym-johtaja
        nimetyt: [{nimike: TYM-johtaja, alkaen: 2025-03-01}]
        varahenkilot: [{nimike: koordinaattori, alkaen: 2025-03-01}]
    asiantuntijat: [{tunnus: koulutus, nimike: rehtori, alkaen: 2025-02-01}]
"""


def record(*parts: str) -> Alue:
    found = read("".join((BASE, *parts)).encode())
    assert not found.problems
    return Alue.model_validate(found.data)


def chairs(*offices: str) -> Alue:
    return record(SEATS, "    puheenjohtaja:\n", *(f"      - {{{item}}}\n" for item in offices))


def held(alue: Alue, role: str = CHAIR) -> list[Holding]:
    return [item for item in holdings(alue) if item.role == role]


def through(*states: Alue, role: str = CHAIR) -> list[Tenure]:
    return tenures(Said(at, held(state, role)) for at, state in enumerate(states))


def days(items: Sequence[Holding]) -> list[tuple[str, str, str]]:
    titles = [item.title.first if item.title else "" for item in items]
    return [(str(one.start), str(one.end), title) for one, title in zip(items, titles, strict=True)]


def test_every_role_of_a_group() -> None:
    roles = [item.role for item in holdings(record(SEATS, OTHERS))]
    assert roles == [
        *("sihteeri", "a-1", "a-1", "varajasen:a-1", "johtava:tym-johtaja"),
        *("varahenkilo:tym-johtaja", "asiantuntija:koulutus"),
    ]


def test_an_office_is_held_by_who_sits_in_the_seat() -> None:
    found = held(chairs("jasen: a-1, alkaen: 2025-02-01"))
    assert days(found) == [
        ("2025-02-01", "2025-12-31", "johtaja"),
        ("2026-01-01", "None", "päällikkö"),
    ]
    assert found[0].decision is None
    assert found[1].decision == Decision(Words(plain="hallitus"), date(2025, 12, 10), 8, "D-1")
    assert [(item.name, item.person) for item in found] == [("Testi Henkilö", ""), ("", "h-2")]


def test_days_on_which_nobody_sat_in_the_seat_are_shown() -> None:
    found = held(chairs("jasen: a-1, alkaen: 2024-06-01, paattyen: 2025-03-31"))
    assert days(found) == [
        ("2024-06-01", "2024-12-31", ""),
        ("2025-01-01", "2025-03-31", "johtaja"),
    ]


@pytest.mark.parametrize(
    "office",
    ["jasen: b-1, alkaen: 2025-02-01", "alkaen: 2025-02-01", "jasen: c-9, alkaen: 2025-02-01"],
)
def test_an_office_whose_holder_is_not_recorded(office: str) -> None:
    assert days(held(chairs(office))) == [("2025-02-01", "None", "")]


def test_a_period_that_ends_before_it_begins_is_shown_as_it_is() -> None:
    found = held(chairs("jasen: a-1, alkaen: 2025-02-01, paattyen: 2025-01-01"))
    assert days(found) == [("2025-02-01", "2025-01-01", "")]


def test_who_came_with_which_state() -> None:
    first = chairs("jasen: a-1, alkaen: 2025-02-01, paattyen: 2025-06-30")
    second = chairs(
        "jasen: a-1, alkaen: 2025-02-01, paattyen: 2025-06-30", "jasen: b-1, alkaen: 2025-07-01"
    )
    found = through(first, first, second)
    assert [(item.introduced, item.holding.seat, item.removed) for item in found] == [
        (0, "a-1", None),
        (2, "b-1", None),
    ]
    assert not any(item.corrections for item in found)


def changes(item: Tenure) -> list[tuple[Any, ...]]:
    return [(change.at, change.field, change.old, change.new) for change in item.corrections]


def test_the_end_of_an_office_is_recorded_later() -> None:
    [found] = through(
        chairs("jasen: b-1, alkaen: 2025-02-01"),
        chairs("jasen: b-1, alkaen: 2025-02-01, paattyen: 2025-05-31"),
    )
    assert found.introduced == 0
    assert changes(found) == [(1, "end", None, date(2025, 5, 31))]


def test_a_decision_that_is_recorded_later() -> None:
    [found] = through(
        chairs("jasen: b-1, alkaen: 2025-02-01"),
        chairs("jasen: b-1, alkaen: 2025-02-01, paatos: {tekija: x, pykala: 3}"),
    )
    assert changes(found) == [(1, "decision", None, Decision(Words(plain="x"), None, 3))]


def test_a_first_day_that_is_corrected() -> None:
    [found] = through(
        chairs("jasen: b-1, alkaen: 2025-02-01"), chairs("jasen: b-1, alkaen: 2025-02-03")
    )
    assert changes(found) == [(1, "start", date(2025, 2, 1), date(2025, 2, 3))]
    assert found.holding.start == date(2025, 2, 3)


def test_a_holding_that_is_taken_out_again() -> None:
    empty = record(SEATS)
    found = through(chairs("jasen: b-1, alkaen: 2025-02-01"), empty, empty)
    assert [(item.introduced, item.removed) for item in found] == [(0, 1)]


def test_one_that_is_taken_out_and_put_back_is_another_row() -> None:
    state = chairs("jasen: b-1, alkaen: 2025-02-01")
    found = through(state, record(SEATS), state)
    assert [(item.introduced, item.removed) for item in found] == [(0, 1), (2, None)]


def test_another_seat_on_the_same_day_is_a_correction() -> None:
    [found] = through(
        chairs("jasen: a-1, alkaen: 2024-02-01, paattyen: 2024-03-01"),
        chairs("jasen: b-1, alkaen: 2024-02-01, paattyen: 2024-03-01"),
    )
    assert changes(found) == [(1, "seat", "a-1", "b-1")]


def test_the_order_in_the_record_does_not_matter() -> None:
    one, two = (
        "jasen: a-1, alkaen: 2024-02-01, paattyen: 2024-03-01",
        "jasen: b-1, alkaen: 2024-03-02",
    )
    found = through(chairs(one, two), chairs(two, one))
    assert [item.introduced for item in found] == [0, 0]
    assert not any(item.corrections for item in found)


def test_deputies_and_leaders_of_several_states() -> None:
    first, second = record(SEATS, OTHERS), record(SEATS.replace("vara,", "toinen,"), OTHERS)
    [deputy] = through(first, second, role="varajasen:a-1")
    assert changes(deputy) == [(1, "title", Words(plain="vara"), Words(plain="toinen"))]
    [leader] = through(first, second, role="johtava:tym-johtaja")
    assert changes(leader) == []


MEMBER = """\
    jasenet:
      - tunnus: a-1
        nimeaja: a
        nimetyt: [{nimike: johtaja, alkaen: 2026-01-01, paatos: {tekija: hallitus, pykala: 8}}]
        varajasenet: [{nimike: vara, alkaen: 2026-01-01}, {nimike: toinen, alkaen: 2026-02-01}]
    puheenjohtaja:
      - {jasen: a-1, nimeaja: a, alkaen: 2026-01-01, paattyen: 2026-06-30}
      - {jasen: a-1, nimeaja: b, alkaen: 2026-01-01, paattyen: 2026-06-30}
      - {jasen: a-1, nimeaja: a, alkaen: 2026-07-01}
"""


@pytest.mark.parametrize(
    ("role", "decided"), [(CHAIR, [True, False, False]), ("varajasen:a-1", [True, False])]
)
def test_a_members_decision_covers_what_the_same_party_named_from_the_same_day(
    role: str, decided: list[bool]
) -> None:
    found = held(record(MEMBER), role)
    assert [item.decision is not None for item in found] == decided

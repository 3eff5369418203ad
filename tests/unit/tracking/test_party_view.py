"""One party over all groups: who sits where, what staff it gives, and which party a word means."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sopimukset.tracking.named_party import role_text, roles_named
from sopimukset.tracking.party_view import PartyView, party_view
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA_ROLE, Role
from tests.support.regions import REGISTER, group, holdings

DAY = date(2026, 6, 1)
LATER = date(2027, 5, 31)
SEAT = {
    "tunnus": "kela-1",
    "nimeaja": "kela",
    "nimetyt": [
        {"nimike": "vanha", "alkaen": "2025-02-01", "paattyen": "2026-05-31"},
        {"nimike": "uusi", "alkaen": "2026-06-01", "henkilo": "p1"},
    ],
    "varajasenet": [{"nimike": "varalla", "alkaen": "2025-02-01"}],
}
EVERY = {"vali_kk": 3, "viikko": 2, "viikonpaiva": "to", "klo": "9.00", "kesto_min": 120}
PRACTICE = {"toistuvuus": {**EVERY, "alkaen": "2025-03-01"}}


def staff(tunnus: str, party: str, amount: str, since: str) -> dict[str, Any]:
    return {
        "tunnus": tunnus,
        "osapuoli": party,
        "maara": Decimal(amount),
        "yksikko": "htv",
        "alkaen": since,
    }


STAFF = [
    staff("h-kela", "kela", "1.5", "2025-03-01"),
    staff("h-uusi", "kela", "2", "2026-06-02"),
    staff("h-hva", "hva", "7", "2025-03-01"),
]


def region(name: str = "paijat-hame", **fields: Any) -> Any:
    made = holdings(
        johtoryhmat=[group(jasenet=[SEAT], kokoukset=PRACTICE)],
        henkilosto=STAFF,
        follow_ups=[
            {
                "johtoryhma": "tym",
                "seurantajakso": {"alkaen": "2025-01-01", "paattyen": end},
                "henkilosto": [{"rivi": "h-kela", "maara": Decimal(amount)}],
            }
            for end, amount in (("2026-05-31", "1.2"), ("2025-12-31", "1.4"), ("2026-06-30", "9"))
        ],
        **fields,
    )
    return replace(made, name=name)


def view(*regions: Any, role: Role = KELA_ROLE, day: date = DAY) -> PartyView:
    return party_view(role, regions, day, LATER)


def test_members_of_the_day_by_title() -> None:
    for day, title in ((date(2026, 5, 31), "vanha"), (DAY, "uusi")):
        [item] = view(region(), day=day).groups
        [seat] = item.seats
        assert [person.nimike for person in seat.members] == [title]
        assert [person.nimike for person in seat.deputies] == ["varalla"]


def test_group_that_ought_to_have_the_party_is_there_without_a_seat() -> None:
    [item] = view(region(), role=Role(AUTHORITY, "paijat-hame")).groups
    assert item.seats == ()
    assert view(region(), role=Role(AUTHORITY, "lahti")).groups == ()


def test_staff_of_the_day_beside_the_newest_ended_period() -> None:
    [item] = view(region()).groups
    [row] = item.staff
    assert (row.row.tunnus, row.realised, row.period) == (
        "h-kela",
        Decimal("1.2"),
        date(2026, 5, 31),
    )
    [total] = view(region()).totals
    assert (total.promised, total.compared, total.realised) == (
        Decimal("1.5"),
        Decimal("1.5"),
        Decimal("1.2"),
    )


def test_illustrations_stay_out_of_totals_and_clash_with_nothing_real() -> None:
    real, other = region("a"), region("b")
    invented = region("c", kuvitteellinen=True)
    assert view(real, invented).totals == view(real).totals
    assert view(real, invented).clashes == ()
    found = view(real, other, invented).clashes
    assert {(item.first.region, item.second.region) for item in found} == {("a", "b")}
    assert {item.person for item in found} == {"p1"}
    assert len(found) == 4
    assert view(invented).totals == ()


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("kela", {"kela"}),
        ("hva", {"hyvinvointialue:paijat-hame"}),
        ("hollola", {"tyovoimaviranomainen:paijat-hame"}),
        ("paijat-hame", {"hyvinvointialue:paijat-hame", "tyovoimaviranomainen:paijat-hame"}),
        ("tyovoimaviranomainen:lahti", {"tyovoimaviranomainen:lahti"}),
        ("lahti", {"tyovoimaviranomainen:lahti"}),  # in no file, but in the register
        ("hyvinvointialue:lahti", set()),
        ("ei-ole", set()),
    ],
)
def test_which_party_a_word_means(word: str, expected: set[str]) -> None:
    found = roles_named(word, [region().alue], REGISTER)
    assert {role_text(role) for role in found} == expected


def test_recorded_party_goes_before_one_of_the_register() -> None:
    parties = [{"tunnus": "x", "rooli": "hyvinvointialue", "hyvinvointialue": "kainuu"}]
    alue = holdings(osapuolet=parties).alue
    assert roles_named("kainuu", [alue], REGISTER) == [Role(COUNTY, "kainuu")]

"""Who must come to the table, from when to when: pure functions of record and register."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset import register
from sopimukset.base.periods import Period
from sopimukset.model import Johtoryhma, Osapuoli
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA_ROLE, PARTNER, Role, role_of
from sopimukset.tracking.terms import periods_of, span, term_periods
from sopimukset.tracking.territory import municipalities, roles_of_territory

REGISTER = register.load()


def group(**fields: Any) -> Johtoryhma:
    """A group with some facts."""
    return Johtoryhma.model_validate({"tunnus": "tym", **fields})


def roles(*names: str) -> set[Role]:
    """The roles that municipalities bring."""
    return set(roles_of_territory(frozenset(names), REGISTER))


def test_area_over_two_counties_brings_the_county_of_its_municipality_only() -> None:
    area = Role(AUTHORITY, "kainuu-koillismaa")
    assert roles("Kajaani") == {area, Role(COUNTY, "kainuu"), KELA_ROLE}
    assert roles("Kuusamo") == {area, Role(COUNTY, "pohjois-pohjanmaa"), KELA_ROLE}


@pytest.mark.parametrize("area", sorted(REGISTER.tyollisyysalueet))
def test_every_municipality_brings_its_authority_its_county_and_kela(area: str) -> None:
    for name in REGISTER.tyollisyysalueet[area].kunnat:
        county = REGISTER.kunnat[name].hyvinvointialue
        assert county is not None
        assert roles(name) == {Role(AUTHORITY, area), Role(COUNTY, county), KELA_ROLE}


@pytest.mark.parametrize("county", sorted(REGISTER.hyvinvointialueet))
def test_whole_county_brings_as_many_authorities_as_it_may_have_groups(county: str) -> None:
    entry = REGISTER.hyvinvointialueet[county]
    found = roles(*entry.kunnat)
    assert sum(role.kind == AUTHORITY for role in found) == entry.johtoryhmia_enintaan
    assert {role for role in found if role.kind == COUNTY} == {Role(COUNTY, county)}


def test_territory_by_word_and_by_list() -> None:
    everything = group(toimialue={"kunnat": "kaikki"})
    county = REGISTER.hyvinvointialueet["kainuu"]
    assert municipalities(everything, "kainuu", REGISTER) == frozenset(county.kunnat)
    assert municipalities(everything, "tuntematon", REGISTER) is None
    some = group(toimialue={"kunnat": ["Kajaani", "Kuusamo", "Kuvittelu"]})
    assert municipalities(some, "kainuu", REGISTER) == frozenset({"Kajaani", "Kuusamo"})
    assert municipalities(group(), "kainuu", REGISTER) is None
    assert municipalities(group(toimialue={}), "kainuu", REGISTER) is None


def test_municipality_may_be_named_in_swedish() -> None:
    swedish = group(toimialue={"kunnat": ["Vasa"]})
    assert municipalities(swedish, "pohjanmaa", REGISTER) == frozenset({"Vaasa"})


@pytest.mark.parametrize(
    ("fields", "role"),
    [
        ({"rooli": "tyovoimaviranomainen", "tyollisyysalue": "lahti"}, Role(AUTHORITY, "lahti")),
        ({"rooli": "tyovoimaviranomainen"}, Role(AUTHORITY, "x")),
        ({"rooli": "hyvinvointialue", "hyvinvointialue": "lappi"}, Role(COUNTY, "lappi")),
        ({"rooli": "hyvinvointialue"}, Role(COUNTY, "x")),
        ({"rooli": "kela"}, KELA_ROLE),
        ({"rooli": "kumppani", "tyollisyysalue": "lahti"}, Role(PARTNER, "x")),
    ],
)
def test_role_of_a_party(fields: dict[str, str], role: Role) -> None:
    assert role_of(Osapuoli.model_validate({"tunnus": "x", **fields})) == role


def terms(*days: tuple[str | None, str | None]) -> Johtoryhma:
    """A group with terms."""
    items = [
        {"tunnus": f"k{number}"}
        | ({"alkaen": first} if first else {})
        | ({"paattyen": last} if last else {})
        for number, (first, last) in enumerate(days)
    ]
    return group(toimikaudet=items)


def test_span_reaches_from_the_first_term_to_the_last() -> None:
    both = terms(("2031-01-01", "2035-12-31"), ("2026-01-01", "2030-12-31"))
    assert term_periods(both) == [
        Period(date(2026, 1, 1), date(2030, 12, 31)),
        Period(date(2031, 1, 1), date(2035, 12, 31)),
    ]
    assert span(both) == Period(date(2026, 1, 1), date(2035, 12, 31))


@pytest.mark.parametrize(
    "days", [[], [(None, "2030-12-31")], [("2026-01-01", "2025-12-31")], [(None, None)]]
)
def test_terms_without_sense_give_no_span(days: list[tuple[str | None, str | None]]) -> None:
    assert span(terms(*days)) is None


def test_open_end_of_a_person_reaches_to_the_end_of_the_span() -> None:
    seat = group(
        jasenet=[
            {
                "tunnus": "a",
                "nimetyt": [
                    {"alkaen": "2025-06-01", "paattyen": "2026-03-31"},
                    {"alkaen": "2026-04-01"},
                    {"alkaen": "2026-05-01", "paattyen": "2026-04-01"},
                    {"alkaen": "2031-02-01"},
                ],
            }
        ]
    ).jasenet[0]
    within = Period(date(2026, 1, 1), date(2030, 12, 31))
    assert periods_of(seat.nimetyt, within) == [
        Period(date(2026, 1, 1), date(2026, 3, 31)),
        Period(date(2026, 4, 1), date(2030, 12, 31)),
    ]

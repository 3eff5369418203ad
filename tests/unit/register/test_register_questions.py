"""The questions that the rules ask of a register, put to the real one and to invented ones."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.register import Hyvinvointialue, Kunta, Register, Tyollisyysalue, load


def made_up(counties: int, areas_per_county: int = 2, kunnat_per_area: int = 3) -> Register:
    """A country of any size; each area lies in one county."""
    kunnat: dict[str, Kunta] = {}
    areas: dict[str, Tyollisyysalue] = {}
    hvas: dict[str, Hyvinvointialue] = {}
    for c in range(counties):
        own = [f"alue-{c}-{a}" for a in range(areas_per_county)]
        for area in own:
            names = tuple(f"Kunta {area} {k}" for k in range(kunnat_per_area))
            for name in names:
                kunnat[name] = Kunta(name, name, name + " sv", "fi", f"hva-{c}", area)
            areas[area] = Tyollisyysalue(
                area,
                area,
                area,
                area,
                names,
                (f"hva-{c}",),
                False,
                "vastuukunta",
                names[0],
                "B",
                "",
            )
        inside = tuple(name for area in own for name in areas[area].kunnat)
        hvas[f"hva-{c}"] = Hyvinvointialue(
            f"hva-{c}", str(c), "", "", tuple(own), inside, False, len(own)
        )
    return Register(hvas, areas, kunnat)


@pytest.mark.parametrize("name", ["Pietarsaari", "Jakobstad"])
def test_a_municipality_is_found_by_either_name(name: str) -> None:
    kunta = load().kunta_named(name)
    assert kunta is not None
    assert kunta.nimi_fi == "Pietarsaari"
    assert kunta.tyollisyysalue == "pietarsaaren-seutu"


@pytest.mark.parametrize("name", ["", "pietarsaari", "Pietarsaari ", "Valtimo", "Jakobstads stad"])
def test_a_name_must_be_exact(name: str) -> None:
    assert load().kunta_named(name) is None


def test_a_finnish_name_goes_before_a_swedish_one() -> None:
    first = Kunta("001", "Aho", "Sund", "fi", None, None)
    second = Kunta("002", "Sund", "Sund", "sv", None, None)
    register = Register({}, {}, {"Aho": first, "Sund": second})
    assert register.kunta_named("Sund") is second


def test_authorities_and_counties_follow_from_a_territory() -> None:
    register = load()
    territory = ["Kuusamo", "Oulu", "Taivalkoski", "Uleåborg", "Olematon"]
    assert register.authorities_of(territory) == ("kainuu-koillismaa", "oulun-seutu")
    assert register.counties_of(territory) == ("pohjois-pohjanmaa",)
    assert register.counties_of(["Kajaani", "Kuusamo"]) == ("kainuu", "pohjois-pohjanmaa")
    assert register.authorities_of([]) == ()


def test_an_area_over_a_border_has_its_share_in_each_county() -> None:
    register = load()
    assert register.area_municipalities("kainuu-koillismaa", "pohjois-pohjanmaa") == (
        "Kuusamo",
        "Taivalkoski",
    )
    assert len(register.area_municipalities("kainuu-koillismaa", "kainuu")) == 8
    assert register.area_municipalities("kerava-sipoo", "ita-uusimaa") == ("Sipoo",)


@pytest.mark.parametrize(
    ("area", "county"),
    [("lahti", "kainuu"), ("lahti", "olematon"), ("olematon", "kainuu"), ("", "")],
)
def test_what_does_not_meet_has_no_municipalities(area: str, county: str) -> None:
    assert load().area_municipalities(area, county) == ()


def test_a_country_of_thousands_of_counties_answers_alike() -> None:
    register = made_up(3000)
    names = register.hyvinvointialueet["hva-2999"].kunnat
    assert register.authorities_of(names) == ("alue-2999-0", "alue-2999-1")
    assert register.counties_of(names) == ("hva-2999",)
    assert register.area_municipalities("alue-2999-1", "hva-2999") == names[3:]


@given(st.sets(st.sampled_from(sorted(load().kunnat)), max_size=40))
def test_every_authority_has_municipalities_in_the_territory(territory: set[str]) -> None:
    register = load()
    areas = register.authorities_of(territory)
    covered = {name for key in areas for name in register.tyollisyysalueet[key].kunnat}
    mainland = {n for n in territory if register.kunnat[n].hyvinvointialue is not None}
    assert mainland <= covered
    assert all(territory & set(register.tyollisyysalueet[key].kunnat) for key in areas)
    assert list(areas) == sorted(set(areas))


@given(st.sets(st.sampled_from(sorted(load().kunnat)), max_size=40))
def test_the_language_of_the_names_makes_no_difference(territory: set[str]) -> None:
    register = load()
    swedish = {register.kunnat[name].nimi_sv for name in territory}
    assert register.authorities_of(swedish) == register.authorities_of(territory)
    assert register.counties_of(swedish) == register.counties_of(territory)


def test_nothing_is_read_at_import() -> None:
    program = (
        "import sys, io\n"
        "opened = []\n"
        "sys.addaudithook(lambda e, a: opened.append(str(a[0])) if e == 'open' else None)\n"
        "import sopimukset.register\n"
        "assert not [n for n in opened if n.endswith('.csv')], opened\n"
        "sopimukset.register.load()\n"
        "assert len([n for n in opened if n.endswith('.csv')]) == 3, opened\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

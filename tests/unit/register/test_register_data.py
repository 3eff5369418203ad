"""The packaged register tells the truth about Finland's areas, and admits what it doesn't know."""

from __future__ import annotations

import dataclasses
from itertools import chain

import pytest

from sopimukset.register import KELA, Luokka, Register, load

MAX_GROUPS = {
    "etela-karjala": 1,
    "etela-pohjanmaa": 3,
    "etela-savo": 3,
    "helsinki": 1,
    "ita-uusimaa": 2,
    "kainuu": 1,
    "kanta-hame": 2,
    "keski-pohjanmaa": 1,
    "keski-suomi": 3,
    "keski-uusimaa": 1,
    "kymenlaakso": 2,
    "lansi-uusimaa": 4,
    "lappi": 4,
    "paijat-hame": 2,
    "pirkanmaa": 3,
    "pohjanmaa": 3,
    "pohjois-karjala": 1,
    "pohjois-pohjanmaa": 4,
    "pohjois-savo": 3,
    "satakunta": 2,
    "vantaa-kerava": 2,
    "varsinais-suomi": 2,
}

CROSS_BORDER = {
    "etelainen-keski-suomi": ("pirkanmaa", "keski-suomi"),
    "kainuu-koillismaa": ("pohjois-pohjanmaa", "kainuu"),
    "kerava-sipoo": ("ita-uusimaa", "vantaa-kerava"),
    "keski-savo": ("etela-savo", "pohjois-savo"),
    "suupohja": ("etela-pohjanmaa", "pohjanmaa"),
}


@pytest.fixture(scope="module")
def register() -> Register:
    return load()


def test_it_holds_all_counties_areas_and_municipalities(register: Register) -> None:
    assert len(register.hyvinvointialueet) == 22
    assert len(register.tyollisyysalueet) == 45
    assert len(register.kunnat) == 308


def test_areas_and_counties_meet_fifty_times(register: Register) -> None:
    areas = register.tyollisyysalueet.values()
    pairs = {(county, area.avain) for area in areas for county in area.hyvinvointialueet}
    counties = register.hyvinvointialueet.values()
    assert len(pairs) == 50
    assert {(c.avain, area) for c in counties for area in c.tyollisyysalueet} == pairs
    assert all(register.area_municipalities(area, county) for county, area in pairs)


def test_an_area_is_divided_between_its_counties_without_rest(register: Register) -> None:
    for area in register.tyollisyysalueet.values():
        parts = [register.area_municipalities(area.avain, c) for c in area.hyvinvointialueet]
        assert sorted(chain.from_iterable(parts)) == sorted(area.kunnat)


def test_the_largest_number_of_groups_is_the_number_of_authorities(register: Register) -> None:
    counties = register.hyvinvointialueet
    assert {key: c.johtoryhmia_enintaan for key, c in counties.items()} == MAX_GROUPS
    assert all(c.johtoryhmia_enintaan == len(c.tyollisyysalueet) for c in counties.values())
    assert sum(MAX_GROUPS.values()) == 50


def test_five_areas_lie_in_two_counties(register: Register) -> None:
    areas = register.tyollisyysalueet.values()
    found = {a.avain: a.hyvinvointialueet for a in areas if len(a.hyvinvointialueet) > 1}
    assert found == CROSS_BORDER


def test_the_members_of_areas_and_counties_are_those_of_the_municipalities(
    register: Register,
) -> None:
    for area in register.tyollisyysalueet.values():
        own = {k.nimi_fi for k in register.kunnat.values() if k.tyollisyysalue == area.avain}
        assert set(area.kunnat) == own
        assert len(area.kunnat) == len(own)
    for county in register.hyvinvointialueet.values():
        own = {k.nimi_fi for k in register.kunnat.values() if k.hyvinvointialue == county.avain}
        assert set(county.kunnat) == own
    assert sum(len(c.kunnat) for c in register.hyvinvointialueet.values()) == 308 - 16


def test_aland_has_municipalities_but_no_county_and_no_authority(register: Register) -> None:
    aland = [k for k in register.kunnat.values() if k.hyvinvointialue is None]
    assert len(aland) == 16
    assert all(k.tyollisyysalue is None and k.kieliasema == "sv" for k in aland)
    assert register.counties_of(k.nimi_fi for k in aland) == ()
    assert register.authorities_of(k.nimi_fi for k in aland) == ()


def test_thirty_three_municipalities_are_bilingual(register: Register) -> None:
    counted = [k.kieliasema for k in register.kunnat.values()]
    assert counted.count("fi-sv") == 18
    assert counted.count("sv-fi") == 15


def test_bilingual_flags_follow_the_language_act(register: Register) -> None:
    def bilingual(names: tuple[str, ...]) -> bool:
        found = {register.kunnat[name].kieliasema for name in names}
        return len({status[:2] for status in found}) > 1 or any("-" in s for s in found)

    areas = register.tyollisyysalueet.values()
    assert [a.avain for a in areas if a.kaksikielinen != bilingual(a.kunnat)] == []
    assert sum(a.kaksikielinen for a in areas) == 14
    counties = register.hyvinvointialueet.values()
    assert [c.avain for c in counties if c.kaksikielinen != bilingual(c.kunnat)] == []


@pytest.mark.parametrize(
    ("kunta", "area", "county"),
    [
        ("Kristiinankaupunki", "suupohja", "pohjanmaa"),
        ("Kaskinen", "pohjanmaa", "pohjanmaa"),
        ("Pieksämäki", "keski-savo", "etela-savo"),
        ("Kruunupyy", "pietarsaaren-seutu", "pohjanmaa"),
        ("Uusikaarlepyy", "pohjanmaa", "pohjanmaa"),
        ("Kuusamo", "kainuu-koillismaa", "pohjois-pohjanmaa"),
        ("Sipoo", "kerava-sipoo", "ita-uusimaa"),
        ("Iitti", "paijat-hame", "paijat-hame"),
    ],
)
def test_municipalities_that_older_material_misplaces(
    register: Register, kunta: str, area: str, county: str
) -> None:
    found = register.kunnat[kunta]
    assert (found.tyollisyysalue, found.hyvinvointialue) == (area, county)


def test_a_merged_municipality_is_gone(register: Register) -> None:
    assert "Valtimo" not in register.kunnat


def test_a_county_and_an_area_may_share_a_key(register: Register) -> None:
    county = register.hyvinvointialueet["paijat-hame"]
    area = register.tyollisyysalueet["paijat-hame"]
    assert county.tyollisyysalueet == ("lahti", "paijat-hame")
    assert "Lahti" in county.kunnat
    assert "Lahti" not in area.kunnat


def test_helsinki_is_city_authority_and_county_in_one(register: Register) -> None:
    county = register.hyvinvointialueet["helsinki"]
    assert county.nimi_fi == "Helsingin kaupunki"
    assert county.kunnat == ("Helsinki",)
    assert register.tyollisyysalueet["helsinki"].oikeushenkilo == "Helsinki"


def test_organising_forms(register: Register) -> None:
    areas = register.tyollisyysalueet.values()
    forms = [a.jarjestamismuoto for a in areas]
    assert forms.count("vastuukunta") == 39
    assert {a.avain for a in areas if a.jarjestamismuoto == "yksin"} == {
        "helsinki",
        "kouvola",
        "lahti",
        "vantaa",
    }
    assert {a.avain for a in areas if a.jarjestamismuoto == "kuntayhtyma"} == {
        "kymppi",
        "suupohja",
    }


def test_the_seat_is_no_part_of_a_name(register: Register) -> None:
    assert register.tyollisyysalueet["kymppi"].oikeushenkilo == "Kuntayhtymä Kymppi"


def test_a_responsible_municipality_is_one_of_the_area(register: Register) -> None:
    for area in register.tyollisyysalueet.values():
        if area.jarjestamismuoto != "kuntayhtyma":
            assert area.oikeushenkilo in area.kunnat, area.avain


def test_only_what_was_read_in_a_good_source_is_confirmed(register: Register) -> None:
    areas = register.tyollisyysalueet
    unconfirmed = {key for key, a in areas.items() if not a.oikeushenkilo_vahvistettu}
    assert unconfirmed == {
        # C: not verified
        "espoo-kauniainen",
        "hanko-inkoo-raasepori",
        "kuopio",
        "tyolakeus",
        # B-: one weak source
        "jyvaskyla-muurame",
        "pietarsaaren-seutu",
        "pohjois-karjala",
        "salo",
        "yla-savo",
        # the organising form is known, the name isn't
        "suupohja",
    }
    assert areas["suupohja"].oikeushenkilo is None


@pytest.mark.parametrize(
    ("grade", "confirmed"), [("A", True), ("B", True), ("B-", False), ("C", False), ("-", False)]
)
def test_confirmation_follows_the_grade(register: Register, grade: Luokka, confirmed: bool) -> None:
    area = dataclasses.replace(register.tyollisyysalueet["lahti"], luokka=grade)
    assert area.oikeushenkilo_vahvistettu is confirmed


def test_kela_has_its_statutory_names() -> None:
    assert (KELA.nimi_fi, KELA.nimi_sv) == ("Kansaneläkelaitos", "Folkpensionsanstalten")
    assert (KELA.lyhenne_fi, KELA.lyhenne_sv) == ("Kela", "FPA")


def test_it_is_read_once() -> None:
    assert load() is load()


def test_a_name_of_two_names_has_a_dash_between_them() -> None:
    area = load().tyollisyysalueet["tunturi-lappi-pello"]
    assert (area.nimi_fi, area.nimi_sv) == ("Tunturi-Lappi – Pello", "Fjäll-Lappland – Pello")

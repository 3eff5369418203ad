"""New regions from the register: whatever is chosen, the file can be read and lacks, not errs."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset import register
from sopimukset.findings import Severity
from sopimukset.formats.yaml import read
from sopimukset.model import Alue, Kielitekstit
from sopimukset.model.perusta import tekstina
from sopimukset.tasks import scaffold
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.judging import check
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.scaffold import Groups, Wishes, county_named, create_region, region_text
from sopimukset.workspace.locate import WorkspaceError

REGISTER = register.load()
COUNTIES = sorted(REGISTER.hyvinvointialueet)

wishes = st.builds(
    Wishes,
    groups=st.sampled_from(Groups),
    languages=st.sampled_from([(), ("fi",), ("sv",), ("fi", "sv"), ("sv", "fi")]),
    term_start=st.none() | st.dates(date(2025, 1, 1), date(2035, 12, 31)),
    illustrative=st.booleans(),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "regions").mkdir()
    return tmp_path


def made(key: str, wished: Wishes = Wishes()) -> Alue:  # noqa: B008 (frozen)
    text = region_text(county_named(key), wished)
    document = read(text.encode())
    assert not document.problems
    return Alue.model_validate(document.data)


@given(key=st.sampled_from(COUNTIES), wished=wishes)
def test_every_choice_gives_a_region_that_can_be_read(key: str, wished: Wishes) -> None:
    alue = made(key, wished)
    county = REGISTER.hyvinvointialueet[key]
    assert (alue.alue, alue.vaihe) == (key, "valmisteilla")
    assert alue.kuvitteellinen == wished.illustrative
    assert [item.rooli for item in alue.osapuolet] == [
        *["tyovoimaviranomainen"] * len(county.tyollisyysalueet), "hyvinvointialue", "kela",
    ]  # fmt: skip
    own = ("fi", "sv") if county.kaksikielinen else ("fi",)
    assert alue.kielet == (wished.languages or own)


@given(key=st.sampled_from(COUNTIES), wished=wishes)
def test_groups_divide_the_county_and_their_terms_last_five_years(key: str, wished: Wishes) -> None:
    alue = made(key, wished)
    county = REGISTER.hyvinvointialueet[key]
    if wished.groups is Groups.NONE:
        assert alue.johtoryhmat == ()
        return
    territories = [group.toimialue.kunnat for group in alue.johtoryhmat if group.toimialue]
    if territories != ["kaikki"]:
        assert wished.groups is Groups.PER_AREA
        assert sorted(name for names in territories for name in names or ()) == sorted(
            county.kunnat
        )
    for group in alue.johtoryhmat:
        for term in group.toimikaudet:
            assert term.alkaen == wished.term_start
            after = term.paattyen + timedelta(days=1) if term.paattyen else date.min
            assert after.year == term.alkaen.year + 5 if term.alkaen else False
    assert all(bool(group.toimikaudet) == bool(wished.term_start) for group in alue.johtoryhmat)


@pytest.mark.parametrize("groups", list(Groups))
def test_a_country_of_new_regions_has_open_points_only(place: Path, groups: Groups) -> None:
    for key in COUNTIES:
        create_region(place, county_named(key), Wishes(groups, term_start=date(2026, 1, 1)))
    found = check(place, (), date(2026, 6, 1)).findings
    assert {item.severity for item in found} <= {Severity.OPEN, Severity.INFO}
    assert {item.region for item in found} == set(COUNTIES)


def test_legal_persons_come_from_the_register_with_their_grade() -> None:
    for key in COUNTIES:
        for party in made(key).osapuolet:
            area = REGISTER.tyollisyysalueet.get(party.tyollisyysalue or "")
            if area is None or area.oikeushenkilo is None:
                assert party.oikeushenkilo_vahvistettu
                assert (party.oikeushenkilo is None) == (area is not None or party.rooli == "kela")
            elif key != scaffold.HELSINKI:
                assert party.oikeushenkilo is not None
                assert area.oikeushenkilo == tekstina(party.oikeushenkilo, "fi")
                assert party.oikeushenkilo_vahvistettu == (area.luokka in ("A", "B"))


def test_a_name_that_the_register_lacks_is_left_out_and_said() -> None:
    text = region_text(county_named("etela-pohjanmaa"), Wishes())
    line = next(line for line in text.splitlines() if "tyollisyysalue: suupohja" in line)
    assert line.endswith("# myös hyvinvointialueella: pohjanmaa; "
                         "lisää oikeushenkilo: nimi puuttuu rekisteristä")  # fmt: skip


def test_in_helsinki_one_legal_person_has_both_roles_in_both_languages() -> None:
    city, county, _kela = made("helsinki").osapuolet
    assert city.oikeushenkilo == county.oikeushenkilo
    assert city.oikeushenkilo == Kielitekstit(fi="Helsingin kaupunki", sv="Helsingfors stad")


def test_a_name_that_is_the_same_in_both_languages_is_written_once() -> None:
    first = made("varsinais-suomi").osapuolet[0]
    assert (first.tunnus, first.oikeushenkilo) == ("salo", "Salo")


def test_the_file_names_its_schema_its_source_and_what_to_do_next() -> None:
    text = region_text(county_named("satakunta"), Wishes())
    lines = text.splitlines()
    assert lines[0] == "# yaml-language-server: $schema=../../schemas/alue.schema.json"
    assert "Lähde: Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0)" in text
    assert "#   sopimukset check satakunta" in lines


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("Kanta-Häme", "kanta-hame"),
        ("KAINUU", "kainuu"),
        ("Lapin hyvinvointialue", "lappi"),
        ("Österbottens välfärdsområde", "pohjanmaa"),
    ],
)
def test_a_region_is_known_by_its_name_too(asked: str, key: str) -> None:
    assert county_named(asked).avain == key


@pytest.mark.parametrize(
    ("asked", "meant"), [("kanta-häm", "kanta-hame"), ("kainu", "kainuu"), ("lapi", "lappi")]
)
def test_an_unknown_region_names_the_nearest_one(asked: str, meant: str) -> None:
    with pytest.raises(RefusedError, match=f"Tarkoititko: {meant}\\?"):
        county_named(asked)


def test_an_unknown_region_far_from_all_leads_to_the_list() -> None:
    with pytest.raises(RefusedError, match="sopimukset new --list"):
        county_named("qqqq")


def test_a_file_that_exists_is_never_overwritten(place: Path) -> None:
    county = county_named("kainuu")
    path = create_region(place, county, Wishes())
    path.write_text("oma\n", "utf-8")
    with pytest.raises(RefusedError, match=r"regions/kainuu/alue\.yaml on jo olemassa"):
        create_region(place, county, Wishes(Groups.ONE))
    assert path.read_text("utf-8") == "oma\n"


def test_a_dangling_link_in_the_files_place_is_not_written_through(place: Path) -> None:
    (place / "regions" / "kainuu").mkdir()
    (place / "regions" / "kainuu" / "alue.yaml").symlink_to(place / "elsewhere")
    with pytest.raises(RefusedError):
        create_region(place, county_named("kainuu"), Wishes())


def test_a_failure_leaves_no_empty_folder(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(target: Path, _content: bytes) -> None:
        target.parent.mkdir()
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(scaffold, "write_whole", full)
    with pytest.raises(OutsideFailure, match="levy on täynnä"):
        create_region(place, county_named("kainuu"), Wishes())
    assert list((place / "regions").iterdir()) == []


def test_without_a_workspace_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError):
        create_region(tmp_path, county_named("kainuu"), Wishes())
    assert list(tmp_path.iterdir()) == []


def test_the_list_tells_what_the_workspace_has(place: Path, tmp_path: Path) -> None:
    create_region(place, county_named("kainuu"), Wishes())
    found = {item.key: item.exists for item in scaffold.listed(place)}
    assert set(found) == set(COUNTIES)
    assert [key for key, exists in found.items() if exists] == ["kainuu"]
    assert {item.exists for item in scaffold.listed(Path("/"))} == {None}

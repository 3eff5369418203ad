"""A change of the map: who leaves the table, who comes to it, and what hangs on them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sopimukset import register
from sopimukset.model import Alue, Kokous
from sopimukset.tasks.status import holdings_of
from sopimukset.tracking.holdings import Holdings, no_library
from sopimukset.tracking.nation.moves import Move, changed_register
from sopimukset.tracking.nation.touched import Fate, Touch, Touched
from sopimukset.tracking.nation.whatif import touched_by
from sopimukset.workspace.workspace import read_region
from tests.support.workspaces import CHECKOUT, EXAMPLE

DAY = date(2027, 1, 1)
KNOWN = register.load()


def holdings(name: str = EXAMPLE) -> Holdings:
    found = holdings_of(read_region(CHECKOUT, name), no_library, KNOWN)
    assert found is not None
    return found


def touched(*moves: Move, day: date = DAY, region: Holdings | None = None) -> list[Touched]:
    return touched_by([region or holdings()], moves, KNOWN, day)


Row = tuple[Touch, str, str, Fate, tuple[str, ...]]


def told(*moves: Move, day: date = DAY, region: Holdings | None = None) -> list[Row]:
    return [
        (
            *(item.touch, item.subject, item.role.key if item.role else "", item.fate),
            tuple(heir.key for heir in item.heirs),
        )
        for item in touched(*moves, day=day, region=region)
    ]


HEIR = ("paijat-hame",)


def test_an_area_that_ends_takes_all_that_hangs_on_it_along() -> None:
    assert told(Move(area_ends="lahti", area="paijat-hame")) == [
        (Touch.TERRITORY, "Lahti", "", Fate.PASSES, HEIR),
        (Touch.SETTING, "", "paijat-hame", Fate.NEEDLESS, ()),
        (Touch.PARTY, "", "lahti", Fate.LAPSES, HEIR),
        (Touch.SEAT, "lahti-1", "lahti", Fate.LAPSES, ()),
        (Touch.STAFF, "h-lahti", "lahti", Fate.PASSES, HEIR),
        (Touch.AGREEMENT, "tym-sopimus", "lahti", Fate.PASSES, HEIR),
        (Touch.COST, "tym-sopimus: yhteiset", "lahti", Fate.PASSES, HEIR),
        (Touch.YOUTH, "nuoret", "lahti", Fate.PASSES, HEIR),
        (Touch.DEFECT, "P03", "lahti", Fate.PASSES, HEIR),
    ]


def test_an_area_that_sets_the_group_takes_the_offices_along() -> None:
    found = told(Move(area_ends="paijat-hame", area="lahti"))
    offices = (Touch.CHAIR, Touch.LEADER, Touch.SETTER, Touch.SETTER_OF_CHAIR)
    for touch in (*offices, Touch.SETTER_OF_LEADER):
        (row,) = [item for item in found if item[0] is touch]
        assert row[2:] == ("paijat-hame", Fate.PASSES, ("lahti",))


def test_pools_options_actions_services_and_structures_go_along() -> None:
    found = told(Move(area_ends="lahti", area="paijat-hame"), region=rich("lahti"))
    kept = [item for item in found if item[0] in EXTRA]
    assert kept == [
        (Touch.ACTION, "kutsu", "lahti", Fate.PASSES, HEIR),
        (Touch.OPTION, "tym-sopimus: jatko", "lahti", Fate.RETHINK, ()),
        (Touch.POOL, "", "lahti", Fate.PASSES, HEIR),
        (Touch.STRUCTURE, "", "lahti", Fate.PASSES, HEIR),
    ]
    agreements = [item[1] for item in found if item[0] is Touch.AGREEMENT]
    assert agreements == ["tym-sopimus", "nuorten", "pinta"]


EXTRA = (Touch.ACTION, Touch.OPTION, Touch.POOL, Touch.STRUCTURE)


def rich(party: str) -> Holdings:
    """The example with what it lacks, all of it a party's."""
    known = holdings()
    data = known.alue.model_dump(mode="python", exclude_unset=True)
    owner = next(item for item in data["osapuolet"] if item["tunnus"] == party)
    owner["henkilostovaranto"] = [{"maara": 9, "yksikko": "htv", "alkaen": date(2026, 1, 1)}]
    option = {"tunnus": "jatko", "alkaen": date(2030, 1, 1), "paattyen": date(2031, 1, 1)}
    (agreement,) = data["sopimukset"]
    agreement["optiot"] = [option]
    data["sopimukset"] = [
        agreement,
        {"tunnus": "nuorten", "laji": "nuorten-yhteispalvelu", "osapuolet": [party, "hva"]},
        {"tunnus": "pinta", "laji": "yhdyspintasopimus", "osapuolet": [party, "hva"]},
    ]
    data["yhteistyorakenne"] = {"ydintoimijat": [{"osapuoli": party}]}
    action = {"tunnus": "kutsu", "vastuu": party, "tila": "avoin"}
    meeting = Kokous.model_validate(
        {
            "muoto": 1,
            "johtoryhma": "tym",
            "pvm": date(2026, 12, 1),
            "asiat": [{"toimenpiteet": [action, {**action, "tunnus": "tehty", "tila": "valmis"}]}],
        }
    )
    return replace(known, alue=Alue.model_validate(data), meetings=(meeting,))


def test_what_is_over_by_the_day_is_not_touched() -> None:
    data = holdings().alue.model_dump(mode="python", exclude_unset=True)
    for row in data["henkilosto"]:
        row["paattyen"] = date(2026, 12, 31)
    (agreement,) = data["sopimukset"]
    agreement["voimassa"]["paattyen"] = date(2026, 12, 31)
    ended = replace(holdings(), alue=Alue.model_validate(data))
    found = {item[0] for item in told(Move(area_ends="lahti", area="paijat-hame"), region=ended)}
    assert not found & {Touch.STAFF, Touch.AGREEMENT, Touch.COST}
    assert Touch.SEAT in found


def test_a_municipality_that_moves_within_the_table_changes_nobody() -> None:
    assert told(Move(("Hartola",), area="lahti")) == [
        (Touch.TERRITORY, "Hartola", "", Fate.PASSES, ("lahti",))
    ]


def test_an_authority_that_comes_to_the_table_must_name_and_is_no_party_yet() -> None:
    found = told(Move(("Hartola",), area="kouvola"))
    for row in (
        (Touch.PARTY, "", "kouvola", Fate.NAMES, ()),
        (Touch.AGREEMENT, "tym-sopimus", "kouvola", Fate.COMES, ()),
        (Touch.SETTING, "", "kouvola", Fate.COMES, ()),
        (Touch.AREA, "", "kouvola", Fate.SPANS, ("paijat-hame", "kymenlaakso")),
        (Touch.YOUTH, "", "kouvola", Fate.NOT_RECORDED, ()),
    ):
        assert row in found


def test_a_county_that_gains_a_municipality_is_told_of_it_though_nothing_is_recorded() -> None:
    move = Move(("Hartola",), county="keski-suomi")
    counties = ("paijat-hame", "keski-suomi")
    found = [(item.region, item.touch, item.subject, item.fate) for item in touched(move)]
    assert found == [
        ("paijat-hame", Touch.TERRITORY, "Hartola", Fate.LEAVES),
        ("paijat-hame", Touch.AREA, "", Fate.SPANS),
        ("keski-suomi", Touch.COUNTY, "Hartola", Fate.COMES),
        ("keski-suomi", Touch.AREA, "", Fate.SPANS),
    ]
    spans = [item for item in touched(move) if item.touch is Touch.AREA]
    assert {tuple(heir.key for heir in item.heirs) for item in spans} == {counties}


def test_a_municipality_that_moves_with_its_area_leaves_no_area_across() -> None:
    found = told(Move(("Hartola",), county="keski-suomi", area="etelainen-keski-suomi"))
    assert (Touch.TERRITORY, "Hartola", "", Fate.LEAVES, ()) in found
    assert not [item for item in found if item[0] is Touch.AREA]


def test_a_group_that_lists_its_municipalities_must_take_in_what_comes() -> None:
    found = touched(
        Move(("Hartola",), county="pohjois-pohjanmaa"), region=holdings("pohjois-pohjanmaa")
    )
    came = [item for item in found if item.touch is Touch.COUNTY]
    assert [(item.region, item.subject, item.fate) for item in came][-1] == (
        *("pohjois-pohjanmaa", "Hartola"),
        Fate.UNCOVERED,
    )


def test_fewer_authorities_allow_fewer_groups() -> None:
    lappi = holdings("lappi")
    ends = [Move(area_ends=key, area="rovaseutu") for key in ("meri-lappi",)]
    (row,) = [item for item in told(*ends, region=lappi) if item[0] is Touch.GROUPS]
    assert row[1:4] == ("3", "", Fate.TOO_MANY)


def test_a_county_that_ends_takes_its_seats_along() -> None:
    found = touched(Move(county_ends="paijat-hame", county="kymenlaakso"))
    own = [item for item in found if item.region == "paijat-hame"]
    roles = {item.touch: item for item in own if item.role and item.role.key == "paijat-hame"}
    assert [heir.key for heir in roles[Touch.COUNTY].heirs] == ["kymenlaakso"]
    assert roles[Touch.SEAT].fate is Fate.LAPSES
    for touch in (Touch.VICE_CHAIR, Touch.STAFF, Touch.AGREEMENT, Touch.YOUTH):
        assert [heir.key for heir in roles[touch].heirs] == ["kymenlaakso"], touch
    comes = [item for item in own if item.fate is Fate.NAMES]
    assert [item.role.key for item in comes if item.role] == ["kymenlaakso"]
    (gained,) = [item for item in found if item.region == "kymenlaakso"]
    assert gained.fate is Fate.COMES
    assert "Lahti" in gained.subject


def test_moves_follow_one_another() -> None:
    after = changed_register(
        KNOWN, [Move(("Hartola",), area="lahti"), Move(area_ends="lahti", area="paijat-hame")]
    )
    assert "lahti" not in after.tyollisyysalueet
    assert {"Hartola", "Lahti"} <= set(after.tyollisyysalueet["paijat-hame"].kunnat)
    assert KNOWN.kunnat["Lahti"].tyollisyysalue == "lahti"


def test_municipalities_that_merge_are_one() -> None:
    after = changed_register(KNOWN, [Move(("Hartola", "Sysmä"), merged="Sysmä")])
    assert "Hartola" not in after.kunnat
    assert after.kunnat["Sysmä"] == KNOWN.kunnat["Sysmä"]
    fresh = changed_register(KNOWN, [Move(("Hartola", "Sysmä"), merged="Itä-Häme")])
    assert fresh.kunnat["Itä-Häme"].tyollisyysalue == KNOWN.kunnat["Hartola"].tyollisyysalue
    assert "Itä-Häme" in fresh.hyvinvointialueet["paijat-hame"].kunnat


@pytest.mark.parametrize(
    ("day", "some"),
    [(date(2030, 1, 30), True), (date(2030, 1, 31), True), (date(2030, 2, 1), False)],
)
def test_a_group_whose_terms_are_over_is_not_touched(day: date, some: bool) -> None:
    assert bool(told(Move(("Hartola",), area="lahti"), day=day)) is some


@pytest.mark.parametrize(
    "move",
    [
        Move(("Hartola",), area="ei"),
        Move(("Hartola",), county="ei"),
        Move(area_ends="ei", area="lahti"),
        Move(county_ends="ei", county="lappi"),
    ],
)
def test_an_unknown_key_is_told(move: Move) -> None:
    with pytest.raises(KeyError, match="ei"):
        changed_register(KNOWN, [move])

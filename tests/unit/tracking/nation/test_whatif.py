"""A change of the map: who leaves the table, who comes to it, and what hangs on them."""

from __future__ import annotations

from datetime import date

import pytest

from sopimukset import register
from sopimukset.tasks.status import holdings_of
from sopimukset.tracking.holdings import Holdings, no_library
from sopimukset.tracking.nation.whatif import Move, Touch, changed_register, touched_by
from sopimukset.workspace.workspace import read_region
from tests.support.workspaces import CHECKOUT, EXAMPLE

DAY = date(2027, 1, 1)
KNOWN = register.load()


def holdings(name: str = EXAMPLE) -> Holdings:
    found = holdings_of(read_region(CHECKOUT, name), no_library, KNOWN)
    assert found is not None
    return found


def told(*moves: Move, day: date = DAY, region: str = EXAMPLE) -> list[tuple[Touch, str, str]]:
    found = touched_by([holdings(region)], moves, KNOWN, day)
    return [(item.touch, item.subject, item.role.key if item.role else "") for item in found]


def test_an_area_that_ends_takes_its_seats_staff_and_agreements_along() -> None:
    assert told(Move(area_ends="lahti", area="paijat-hame")) == [
        (Touch.TERRITORY, "Lahti", ""),
        (Touch.NO_LONGER, "", "lahti"),
        (Touch.SEAT, "lahti-1", "lahti"),
        (Touch.STAFF, "h-lahti", "lahti"),
        (Touch.AGREEMENT, "tym-sopimus", "lahti"),
    ]


def test_a_municipality_that_moves_within_the_table_changes_nobody() -> None:
    assert told(Move(("Hartola",), area="lahti")) == [(Touch.TERRITORY, "Hartola", "")]


def test_an_authority_that_comes_to_the_table_must_name_and_is_no_party_yet() -> None:
    found = told(Move(("Hartola",), area="kouvola"))
    assert (Touch.MUST_NAME, "", "kouvola") in found
    assert (Touch.AGREEMENT_LACKS, "tym-sopimus", "kouvola") in found


def test_a_municipality_that_leaves_the_county_leaves_a_whole_countys_group() -> None:
    found = told(Move(("Hartola",), county="keski-suomi", area="etelainen-keski-suomi"))
    assert found == [(Touch.TERRITORY, "Hartola", "")]


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
    ("day", "touched"),
    [(date(2030, 1, 30), True), (date(2030, 1, 31), True), (date(2030, 2, 1), False)],
)
def test_a_group_whose_terms_are_over_is_not_touched(day: date, touched: bool) -> None:
    assert bool(told(Move(("Hartola",), area="lahti"), day=day)) is touched


@pytest.mark.parametrize(
    "move",
    [
        Move(("Hartola",), area="ei"),
        Move(("Hartola",), county="ei"),
        Move(area_ends="ei", area="lahti"),
    ],
)
def test_an_unknown_key_is_told(move: Move) -> None:
    with pytest.raises(KeyError, match="ei"):
        changed_register(KNOWN, [move])

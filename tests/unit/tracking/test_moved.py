"""What moved between two contents is named by place, and values only where they name nobody."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from sopimukset.model import Alue, Sisalto
from sopimukset.tracking.counted import KINDS
from sopimukset.tracking.fingerprints import content, fingerprint
from sopimukset.tracking.moved import moved
from tests.unit.tracking.full_record import full_record, variations

ROW = {"tunnus": "h-lahti", "osapuoli": "lahti", "maara": 8, "tehtava": "Liisa Esimerkki"}
AGREEMENT = {"tunnus": "tym", "laji": "tym-sopimus"}

CASES: list[tuple[dict[str, Any], dict[str, Any], list[str]]] = [
    ({"henkilosto": [ROW]}, {"henkilosto": [ROW]}, []),
    (
        {"henkilosto": [ROW]},
        {"henkilosto": [{**ROW, "maara": 6}]},
        ["henkilosto[h-lahti].maara: 8 → 6"],
    ),
    (
        {"henkilosto": [ROW]},
        {"henkilosto": [{**ROW, "tehtava": "Matti Esimerkki"}]},
        ["henkilosto[h-lahti].tehtava"],
    ),
    ({"henkilosto": [ROW]}, {}, ["henkilosto[h-lahti]"]),
    ({}, {"henkilosto": [ROW]}, ["henkilosto[h-lahti]"]),
    (
        {"sopimukset": [{**AGREEMENT, "osapuolet": ["a", "b"]}]},
        {"sopimukset": [{**AGREEMENT, "osapuolet": ["c", "a"]}]},
        ["sopimukset[tym].osapuolet: a, b → a, c"],
    ),
    (
        {"sopimukset": [{**AGREEMENT, "voimassa": {"alkaen": "2025-01-01"}}]},
        {"sopimukset": [{**AGREEMENT, "voimassa": {"alkaen": "2025-03-01"}}]},
        ["sopimukset[tym].voimassa.alkaen: 2025-01-01 → 2025-03-01"],
    ),
    (
        {"sopimukset": [{**AGREEMENT, "kelan_osallistuminen": "ei"}]},
        {"sopimukset": [{**AGREEMENT, "kelan_osallistuminen": {"fi": "ei", "sv": "nej"}}]},
        ["sopimukset[tym].kelan_osallistuminen"],
    ),
    (
        {"sopimukset": [{**AGREEMENT, "liitteet": [{"tunnus": "a"}, {"tunnus": "b"}]}]},
        {"sopimukset": [{**AGREEMENT, "liitteet": [{"tunnus": "b"}, {"tunnus": "a"}]}]},
        ["sopimukset[tym].liitteet: a, b → b, a"],
    ),
    (
        {"lausekkeet": [{"tunnus": "a", "kappaleet": [{"fi": "Yksi."}]}]},
        {"lausekkeet": [{"tunnus": "a", "kappaleet": [{"fi": "Kaksi."}]}, {"tunnus": "b"}]},
        ["lausekkeet[a].kappaleet", "lausekkeet[b]"],
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), CASES)
def test_places(old: dict[str, Any], new: dict[str, Any], told: list[str]) -> None:
    before, after = Sisalto.model_validate(old), Sisalto.model_validate(new)
    assert [item.raw for item in moved(before, after)] == told


@pytest.mark.parametrize("laji", KINDS)
def test_something_moved_exactly_where_the_fingerprints_differ(laji: str) -> None:
    def taken(data: dict[str, Any]) -> Sisalto:
        alue = Alue.model_validate(data)
        found = content(alue, alue.sopimukset[0], None, {})
        assert found is not None
        return found

    before = taken(full_record(laji))
    for variation in variations(laji):
        if variation.steps[-1][1] == "laji":
            continue
        after = taken(variation.data)
        same = fingerprint(before) == fingerprint(after)
        assert (moved(before, after) == []) == same, variation.name
        assert (moved(after, before) == []) == same, variation.name


def test_a_place_is_told_in_the_words_of_an_amending_agreement() -> None:
    """With the party's name and the unit; free text and names of persons never."""
    party = {"tunnus": "lahti", "rooli": "tyovoimaviranomainen", "oikeushenkilo": "Lahden kaupunki"}
    row = {**ROW, "yksikko": "htv", "maara": Decimal("8.5")}
    old = {"osapuolet": [party], "henkilosto": [row], "sopimukset": [AGREEMENT]}
    new = {
        "osapuolet": [party],
        "henkilosto": [
            {**row, "maara": 6, "tehtava": "Matti Esimerkki", "paattyen": "2026-08-31"},
            {**row, "tunnus": "h-2"},
        ],
        "sopimukset": [{**AGREEMENT, "irtisanomisaika_kk": 1}],
    }
    found = moved(Sisalto.model_validate(old), Sisalto.model_validate(new))
    assert {item.told for item in found} == {
        "Henkilöstö, Lahden kaupunki, määrä: 8,5 htv → 6 htv (henkilosto[h-lahti].maara)",
        "Henkilöstö, Lahden kaupunki, tehtävä (henkilosto[h-lahti].tehtava)",
        "Henkilöstö, Lahden kaupunki, päättyen: lisätty 31.8.2026 (henkilosto[h-lahti].paattyen)",
        "Henkilöstö, Lahden kaupunki: lisätty (henkilosto[h-2])",
        "Irtisanomisaika: lisätty 1 kuukausi (sopimukset[tym].irtisanomisaika_kk)",
    }

"""A fingerprint is of what the parties agree on: all of it, and nothing else."""

from __future__ import annotations

import copy
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.data import data_folder
from sopimukset.formats.yaml import dump, read
from sopimukset.model import Alue, Kielitekstit, Lausekekirjasto, Malli, Sisalto
from sopimukset.model.structure import fields_of
from sopimukset.tracking.counted import AMENDING, KINDS, TABLES, TYM
from sopimukset.tracking.fingerprints import ORDERED, content, fingerprint, plain
from tests.support.workspaces import CHECKOUT
from tests.unit.tracking.full_record import Variation, full_record, variations

LIBRARY = """\
muoto: 1
laji: tym-sopimus
nimi: {fi: Sopimus, sv: Avtal}
lausekkeet:
  - tunnus: viestinta
    perusta: [381/2023 9 § 2 mom]
    versiot:
      - alkaen: 2025-01-01
        otsikko: {fi: Viestintä, sv: Kommunikation}
        kappaleet:
          - {fi: Osapuolet tiedottavat., sv: Parterna informerar.}
          - {jos: nuoret, luettelo: [{fi: yksi, sv: en}, {fi: kaksi, sv: två}]}
      - alkaen: 2026-06-01
        otsikko: {fi: Viestintä, sv: Kommunikation}
        kappaleet: [{fi: Osapuolet viestivät., sv: Parterna kommunicerar.}]
  - tunnus: kustannukset
    versiot:
      - otsikko: {fi: Kustannukset, sv: Kostnader}
        kappaleet: [{fi: Kustannukset jaetaan., sv: Kostnaderna delas.}]
        taulukko: kustannukset
"""


def library(text: str = LIBRARY) -> Lausekekirjasto:
    return Lausekekirjasto.model_validate(read(text.encode()).data)


def taken(data: Any, clauses: Lausekekirjasto | None = None) -> str | None:
    """The fingerprint of a record's first agreement; None of a kind that has none."""
    alue = Alue.model_validate(data)
    found = content(alue, alue.sopimukset[0], clauses, {}) if alue.sopimukset else None
    return fingerprint(found) if found else None


def worked(region: str) -> Any:
    return read((CHECKOUT / "regions" / region / "alue.yaml").read_bytes()).data


def names(model: type[Malli]) -> set[str]:
    return set(model.model_fields)


# Which fields count ------------------------------------------------------------------------------


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_every_field_is_decided_on_once(model: type[Malli]) -> None:
    table = TABLES[model]
    assert set(table.counted) | set(table.left) == names(model)
    assert not set(table.counted) & set(table.left)
    assert all(table.left.values())
    assert all(set(kinds) <= set(KINDS) and kinds for kinds in table.counted.values())


@pytest.mark.parametrize("model", TABLES, ids=lambda model: model.__name__)
def test_the_models_of_counted_fields_are_decided_on_too(model: type[Malli]) -> None:
    for name in TABLES[model].counted:
        inner = set(fields_of(model)[name].models) - {Kielitekstit}
        assert inner <= set(TABLES), f"{model.__name__}.{name}"


def test_the_content_has_a_place_for_every_counted_part() -> None:
    assert set(TABLES[Alue].counted) | {"lausekkeet", "muutettavat"} == names(Sisalto)


def counts(variation: Variation, laji: str) -> bool:
    if variation.name.startswith("mitoitus."):
        return False  # the full record's group has a basis of its own, which stands in its stead
    return all(laji in TABLES[model].counted.get(name, ()) for model, name in variation.steps)


@pytest.mark.parametrize("laji", KINDS)
def test_a_field_moves_the_fingerprint_if_and_only_if_it_counts(laji: str) -> None:
    before = taken(full_record(laji))
    assert before is not None
    tried = list(variations(laji))
    assert len(tried) > 100
    wrong = [item.name for item in tried if (before != taken(item.data)) != counts(item, laji)]
    assert wrong == []


@pytest.mark.parametrize(("laji", "matters"), [(kind, kind == TYM) for kind in KINDS])
def test_the_regions_sizing_counts_where_the_group_has_none(laji: str, *, matters: bool) -> None:
    data = full_record(laji)
    data["johtoryhmat"][0]["mitoitus"] = None
    before = taken(data)
    for name, other in (("asiakkaita", 77), ("pvm", "2031-01-01"), ("peruste", "toinen")):
        changed = copy.deepcopy(data)
        changed["mitoitus"][name] = other
        assert (taken(changed) != before) == matters, name
    changed = copy.deepcopy(data)
    changed["mitoitus"]["lahde"] = "muu"
    assert taken(changed) == before


def test_a_removed_clause_takes_the_young_peoples_service_with_it() -> None:
    data = full_record(TYM)
    removal = {"lauseke": "nuorten-yhteispalvelu", "toimi": "poista"}
    for kept, change in ((True, {**removal, "toimi": "korvaa"}), (False, removal)):
        data["sopimukset"][0]["lausekemuutokset"] = [change]
        before = taken(data)
        changed = copy.deepcopy(data)
        changed["nuorten_yhteispalvelu"][0]["palvelupisteet"] = []
        assert (taken(changed) != before) == kept


def test_a_notice_of_termination_has_no_versions() -> None:
    assert taken(full_record("irtisanomisilmoitus")) is None


# What makes no difference ------------------------------------------------------------------------


def shuffled(value: Any, chance: random.Random, name: str = "") -> Any:
    """The same facts in another order, texts broken over lines elsewhere."""
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance, key) for key in keys}
    if isinstance(value, list):
        items = [shuffled(item, chance) for item in value]
        if name not in (*ORDERED, "nimetyt", "johtoryhmat", "sopimukset"):
            chance.shuffle(items)
        return items
    if isinstance(value, str) and " " in value:
        return value.replace(" ", "  ") + "\n"
    return value


@given(seed=st.integers(0, 2**32), region=st.sampled_from(["pohjanmaa", "paijat-hame", "lappi"]))
def test_order_and_layout_make_no_difference(seed: int, region: str) -> None:
    data = worked(region)
    other = shuffled(copy.deepcopy(data), random.Random(seed))
    assert taken(data, library()) == taken(other, library())


@pytest.mark.parametrize("region", ["helsinki", "kainuu", "lappi", "pohjanmaa", "pohjois-karjala"])
def test_a_content_written_and_read_again_has_its_fingerprint(region: str) -> None:
    alue = Alue.model_validate(worked(region))
    for agreement in alue.sopimukset:
        folder = data_folder("templates") / agreement.laji
        known = library((folder / "lausekkeet.yaml").read_text(encoding="utf-8"))
        found = content(alue, agreement, known, {})
        assert found is not None
        again = Sisalto.model_validate(read(dump(plain(found)).encode()).data)
        assert fingerprint(again) == fingerprint(found)


def test_an_unrecorded_field_leaves_no_trace() -> None:
    """Or a field that the model gets one day would move every fingerprint."""
    found = plain(Sisalto.model_validate({"kielet": ["fi"], "henkilosto": [{"tunnus": "a"}]}))
    assert found == {"kielet": ["fi"], "henkilosto": [{"tunnus": "a"}]}


def test_whole_numbers_are_the_same_with_and_without_decimals(tmp_path: Path) -> None:
    data = full_record(TYM)
    data["henkilosto"][0]["maara"] = 3
    whole = taken(data)
    data["henkilosto"][0] = read(b"{tunnus: x, maara: 3.00}").data | {
        key: value for key, value in data["henkilosto"][0].items() if key not in ("tunnus", "maara")
    }
    assert taken(data) == whole


# The model clauses -------------------------------------------------------------------------------

CLAUSES = [
    ("fi: Osapuolet tiedottavat.", "fi: Osapuolet tiedottavat yhdessä.", True),
    ("sv: Parterna informerar.", "sv: Parterna informerar gemensamt.", False),
    ("{fi: kaksi, sv: två}", "{fi: kolme, sv: två}", True),
    ("jos: nuoret", "jos: mitoitus", True),
    ("otsikko: {fi: Kustannukset", "otsikko: {fi: Kustannusten jako", True),
    ("taulukko: kustannukset", "taulukko: henkilosto", True),
    ("fi: Osapuolet viestivät.", "fi: Osapuolet kertovat.", False),
    ("perusta: [381/2023 9 § 2 mom]", "perusta: [388/2024 3 §]", False),
    ("fi: Osapuolet tiedottavat.", "fi: 'Osapuolet   tiedottavat.'", False),
]


@pytest.mark.parametrize(("old", "new", "moves"), CLAUSES)
def test_a_text_that_stands_in_the_agreement_moves_it(old: str, new: str, moves: bool) -> None:
    assert old in LIBRARY
    data = worked("paijat-hame")
    data["sopimukset"][0].pop("lausekemuutokset")
    before, after = taken(data, library()), taken(data, library(LIBRARY.replace(old, new)))
    assert (before != after) == moves


def test_both_languages_count_where_the_agreement_has_both() -> None:
    data = {**worked("paijat-hame"), "kielet": ["fi", "sv"]}
    data["sopimukset"][0].pop("lausekemuutokset")
    changed = LIBRARY.replace("sv: Parterna informerar.", "sv: Parterna underrättar.")
    assert taken(data, library()) != taken(data, library(changed))


@pytest.mark.parametrize("toimi", ["poista", "korvaa"])
def test_the_text_of_a_clause_that_is_not_in_the_agreement_makes_no_difference(toimi: str) -> None:
    data = worked("paijat-hame")
    change = {"lauseke": "viestinta", "toimi": toimi, "teksti": "Sovittu muualla.", "peruste": "x"}
    data["sopimukset"][0]["lausekemuutokset"] = [change]
    changed = LIBRARY.replace("fi: Osapuolet tiedottavat.", "fi: Jotakin muuta.")
    assert taken(data, library()) == taken(data, library(changed))


def test_an_amending_agreement_is_of_the_versions_that_it_names() -> None:
    data = full_record(AMENDING)
    alue = Alue.model_validate(data)
    [agreement] = alue.sopimukset
    assert agreement.muuttaa is not None
    bare = content(alue, agreement, None, {})
    assert bare is not None
    assert bare.muutettavat == {}

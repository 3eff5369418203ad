"""The national recommendations as data: whole, dated, in three languages, true to the document."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from sopimukset.model.structure import fields_of
from sopimukset.model.yhteistyo import Foorumi
from sopimukset.register import load_recommendations

KNOWN = load_recommendations()
BEFORE, SINCE = date(2024, 4, 16), date(2024, 4, 17)


def test_there_are_four_recommendations_with_all_their_points() -> None:
    assert [item.numero for item in KNOWN.suositukset] == [1, 2, 3, 4]
    assert [len(item.kohdat) for item in KNOWN.suositukset] == [5, 5, 6, 6]
    numbers = [item.numero for whole in KNOWN.suositukset for item in whole.kohdat]
    assert numbers == sorted(numbers)
    assert len(set(numbers)) == len(KNOWN.kohdat) == 22


def test_everything_is_told_in_three_languages_and_dated() -> None:
    every = [*KNOWN.suositukset, *KNOWN.kohdat.values(), *KNOWN.kuvaukset, *KNOWN.tasot]
    for item in every:
        texts = [item.teksti.kielella(language) for language in ("fi", "sv", "en")]
        assert all(texts), item.avain
        assert len(set(texts)) == 3, item.avain
        assert not item.voimassa(BEFORE)
        assert item.voimassa(SINCE)


def test_keys_are_identifiers_of_the_record() -> None:
    for key in (*KNOWN.kohdat, *(item.avain for item in KNOWN.kuvaukset)):
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)


def test_the_descriptions_run_from_none_to_a_whole() -> None:
    assert [item.aste for item in KNOWN.kuvaukset] == [1, 2, 3, 4, 5, 6]
    assert KNOWN.kuvaus("saannollinen-yhteiset-tavoitteet", SINCE) is not None
    assert KNOWN.kuvaus("saannollinen-yhteiset-tavoitteet", BEFORE) is None


def test_the_levels_are_those_of_the_forums() -> None:
    assert tuple(item.avain for item in KNOWN.tasot) == fields_of(Foorumi)["taso"].choices


@pytest.mark.parametrize("key", [None, "", "vastuut"])
def test_an_unknown_key_has_no_point(key: str | None) -> None:
    assert KNOWN.kohta(key) is None
    assert KNOWN.kohta("vastuut-roolit-tehtavat", SINCE) is not None


def test_the_guide_lists_every_key() -> None:
    guide = (Path(__file__).parents[3] / "docs" / "yhteistyo.md").read_text(encoding="utf-8")
    for key in (*KNOWN.kohdat, *(item.avain for item in KNOWN.kuvaukset)):
        assert f"`{key}`" in guide, key

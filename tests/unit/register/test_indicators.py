"""The catalogue of indicators is whole: words, goals, provisions, versions; nothing is official."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from itertools import pairwise

import pytest

from sopimukset.register import Mittari, Nimi, load_indicators
from sopimukset.statutes import load as load_statutes

CATALOGUE = load_indicators()
EVERY = pytest.mark.parametrize("item", CATALOGUE.versiot, ids=lambda item: item.avain)


@EVERY
def test_every_name_and_definition_is_in_three_languages(item: Mittari) -> None:
    for text in (item.nimi, item.maaritelma):
        assert all(getattr(text, field.name).strip() for field in fields(text))
        assert len({text.fi, text.sv, text.en}) == 3


@EVERY
def test_the_goals_are_the_governments(item: Mittari) -> None:
    goals = {goal.avain for goal in load_statutes().national_goals(item.alkaen)}
    assert set(item.tavoitteet) <= goals


@EVERY
def test_kind_unit_and_limits_agree(item: Mittari) -> None:
    assert item.alaraja < item.ylaraja
    assert (item.laji == "osuus") == (item.yksikko == "%")
    assert (item.laji == "kesto") == (item.yksikko == "pv")
    assert item.laji != "osuus" or (int(item.alaraja), int(item.ylaraja)) == (0, 100)
    assert not (item.henkiloita and item.laji in ("kesto", "keskiarvo"))


@EVERY
def test_what_counts_the_same_is_there_and_adds_up_alike(item: Mittari) -> None:
    if item.sama_kuin is not None:
        other = CATALOGUE.mittari(item.sama_kuin[0])
        assert other is not None
        assert item.sama_kuin[1] is None or item.sama_kuin[1] in other.luokat
        assert (other.kertyva, other.laji, other.henkiloita) == (
            item.kertyva,
            item.laji,
            item.henkiloita,
        )


def test_versions_of_an_indicator_follow_each_other_without_gap() -> None:
    for key in CATALOGUE.avaimet:
        own = [item for item in CATALOGUE.versiot if item.avain == key]
        assert [item.versio for item in own] == list(range(1, len(own) + 1))
        for former, latter in pairwise(own):
            assert former.paattyen is not None
            assert latter.alkaen == former.paattyen + timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "known"),
    [(date(2024, 12, 31), False), (date(2025, 1, 1), True), (date(2025, 1, 2), True)],
)
def test_a_version_is_known_from_its_first_day(day: date, known: bool) -> None:
    assert (CATALOGUE.mittari("asiakkaat", day) is not None) is known
    assert bool(CATALOGUE.voimassa(day)) is known


def test_an_unknown_indicator_or_word_is_said_to_be_unknown() -> None:
    assert CATALOGUE.mittari("asiakas") is None
    assert CATALOGUE.nimi("kesto", "alle-2-v", "sv") == "alle-2-v"
    assert CATALOGUE.nimi("kesto", "alle-1-v", "sv") == "Under 1 år"


def test_words_are_in_three_languages() -> None:
    for group in CATALOGUE.sanat.values():
        for name in group.values():
            assert isinstance(name, Nimi)
            assert name.fi
            assert name.sv
            assert name.en


def test_every_group_has_an_indicator_and_keeps_its_indicators_together() -> None:
    groups = [item.ryhma for item in CATALOGUE.versiot]
    assert list(dict.fromkeys(groups)) == list(CATALOGUE.ryhmat)
    assert groups == sorted(groups, key=CATALOGUE.ryhmat.index)


def test_what_binds_a_state_adds_up_over_time_and_counts_the_same_people() -> None:
    catalogue = load_indicators()
    assert catalogue.tasattavat == ("asiakkaat",)
    for key in catalogue.tasattavat:
        state = catalogue.mittari(key)
        assert state is not None
        assert not state.kertyva
        assert state.henkiloita
        for other in (*state.lisaavat, *state.vahentavat):
            flow = catalogue.mittari(other)
            assert flow is not None, other
            assert (flow.kertyva, flow.laji, flow.henkiloita) == (True, "maara", True), other
    [bound] = catalogue.sidotut
    assert bound == {"asiakkaat", "uudet-asiakkuudet", "paattyneet-asiakkuudet"}

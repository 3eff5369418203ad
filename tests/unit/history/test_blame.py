"""Blame follows values, not lines."""

from __future__ import annotations

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats.yaml import read
from sopimukset.history.blame import Told, blame, blame_at, newest
from sopimukset.model.paths import find_path, leaves

FIRST = """\
johtoryhmat:
  - tunnus: tym
    kokoukset: {vahintaan_vuodessa: 4, paikka: Lahti}
    puheenjohtaja:
      - {jasen: a-1, alkaen: 2025-02-01}
      - {jasen: b-1, alkaen: 2026-02-01}
  - tunnus: toinen
    kunnat: [Lahti, Hollola, Asikkala]
"""


def data(text: str) -> Any:
    found = read(text.encode())
    assert not found.problems
    return found.data


def blamed(*texts: str) -> dict[str, int]:
    """For each leaf of the last text, by its path, the number of the state that is blamed."""
    told = [Told(at, data(text)) for at, text in enumerate(texts)]
    found = blame(told)
    return {".".join(map(str, path)): blame_at(found, path) for path, _ in leaves(told[-1].data)}


def at(path: str, *texts: str) -> int:
    last = data(texts[-1])
    where = find_path(last, path)
    assert where is not None
    return blame_at(blame(Told(number, data(text)) for number, text in enumerate(texts)), where)


def test_the_first_state_is_blamed_for_all() -> None:
    assert set(blamed(FIRST).values()) == {0}
    assert set(blamed(FIRST, FIRST, FIRST).values()) == {0}


def test_a_changed_value_blames_its_state_alone() -> None:
    second = FIRST.replace("vahintaan_vuodessa: 4", "vahintaan_vuodessa: 5")
    found = blamed(FIRST, FIRST, second, second)
    assert [path for path, number in found.items() if number] == [
        "johtoryhmat.0.kokoukset.vahintaan_vuodessa"
    ]
    assert at("johtoryhmat[tym].kokoukset.vahintaan_vuodessa", FIRST, second) == 1
    assert at("johtoryhmat[tym].kokoukset", FIRST, second) == 1
    assert at("johtoryhmat[toinen]", FIRST, second) == 0


def test_a_value_that_came_back_came_with_its_return() -> None:
    second = FIRST.replace("Lahti}", "Heinola}")
    assert at("johtoryhmat[tym].kokoukset.paikka", FIRST, second, FIRST) == 2


OTHER_FORMS = {
    "indented anew, in blocks": """\
johtoryhmat:
    -   tunnus: tym
        kokoukset:
            # huomautus
            paikka: "Lahti"
            vahintaan_vuodessa: 4
        puheenjohtaja: [{alkaen: '2025-02-01', jasen: a-1}, {alkaen: 2026-02-01, jasen: b-1}]
    -   tunnus: toinen
        kunnat:
            - Lahti
            - Hollola
            - Asikkala
""",
    "in another order": """\
johtoryhmat:
  - tunnus: toinen
    kunnat: [Asikkala, Lahti, Hollola]
  - tunnus: tym
    puheenjohtaja:
      - {jasen: b-1, alkaen: 2026-02-01}
      - {jasen: a-1, alkaen: 2025-02-01}
    kokoukset: {paikka: Lahti, vahintaan_vuodessa: 4}
""",
    "numbers written otherwise": FIRST.replace("vuodessa: 4,", "vuodessa: 4.0,"),
}


@pytest.mark.parametrize("name", OTHER_FORMS)
def test_form_is_no_meaning(name: str) -> None:
    assert set(blamed(FIRST, OTHER_FORMS[name]).values()) == {0}


def test_an_item_that_comes_first_moves_no_blame() -> None:
    second = FIRST.replace("johtoryhmat:\n", "johtoryhmat:\n  - tunnus: uusi\n")
    found = blamed(FIRST, second)
    assert [path for path, number in found.items() if number] == ["johtoryhmat.0.tunnus"]


def test_words_of_a_list_are_blamed_one_by_one() -> None:
    second = FIRST.replace("[Lahti, Hollola, Asikkala]", "[Orimattila, Asikkala, Lahti]")
    found = blamed(FIRST, second)
    assert [path for path, number in found.items() if number] == ["johtoryhmat.1.kunnat.0"]


def test_items_without_a_name_keep_their_blame_by_content() -> None:
    first = "asiat:\n  - {otsikko: a}\n  - {otsikko: b}\n"
    second = "asiat:\n  - {otsikko: uusi}\n  - {otsikko: b}\n  - {otsikko: a}\n"
    assert list(blamed(first, second).values()) == [1, 0, 0]


def test_truth_is_no_number() -> None:
    assert list(blamed("a: true\nb: 1\n", "a: 1\nb: true\n").values()) == [1, 1]
    assert list(blamed("a: [true]\nb: {c: 1}\n", "a: [1]\nb: {c: true}\n").values()) == [1, 1]


def test_nothing_is_blamed_for_nothing() -> None:
    assert blame([]) == {}
    assert newest({}) == -1
    assert newest([]) == -1


WORDS = st.sampled_from(["a", "b", "c", "d"])
SCALARS = st.one_of(WORDS, st.integers(0, 3), st.booleans(), st.none())
ITEMS = st.lists(
    st.fixed_dictionaries(
        {"tunnus": WORDS}, optional={"arvo": SCALARS, "lista": st.lists(WORDS, unique=True)}
    ),
    unique_by=lambda item: str(item["tunnus"]),
)
RECORDS = st.dictionaries(WORDS, st.one_of(SCALARS, ITEMS, st.dictionaries(WORDS, SCALARS)))


def shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        keys = list(value)
        chance.shuffle(keys)
        return {key: shuffled(value[key], chance) for key in keys}
    if isinstance(value, list):
        items = [shuffled(item, chance) for item in value]
        chance.shuffle(items)
        return items
    return value


def facts(value: Any, found: Any, place: tuple[Any, ...] = ()) -> dict[tuple[Any, ...], int]:
    """Blame by the meaning of each place: keys, the tunnus of items, plain words themselves."""
    if isinstance(value, dict) and value:
        parts = [(key, item, found[key]) for key, item in value.items()]
    elif isinstance(value, list) and value:
        parts = [
            (item["tunnus"] if isinstance(item, dict) else f"={item}", item, own)
            for item, own in zip(value, found, strict=True)
        ]
    else:
        return {place: found}
    return {
        where: number
        for name, item, own in parts
        for where, number in facts(item, own, (*place, name)).items()
    }


@given(st.lists(RECORDS, min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_order_never_matters(records: list[Any], chance: random.Random) -> None:
    plain = blame(Told(at, record) for at, record in enumerate(records))
    mixed = [shuffled(record, chance) for record in records]
    other = blame(Told(at, record) for at, record in enumerate(mixed))
    assert facts(records[-1], plain) == facts(mixed[-1], other)


@given(RECORDS, RECORDS)
def test_what_stayed_is_blamed_on_the_first_and_what_came_on_the_second(old: Any, new: Any) -> None:
    found = facts(new, blame([Told(0, old), Told(1, new)]))
    before = values_of(old)
    for place, value in values_of(new).items():
        stayed = place in before and repr(before[place]) == repr(value)
        assert found[place] == (0 if stayed else 1)


def values_of(value: Any, place: tuple[Any, ...] = ()) -> dict[tuple[Any, ...], Any]:
    if isinstance(value, dict) and value:
        parts = list(value.items())
    elif isinstance(value, list) and value:
        parts = [(item["tunnus"] if isinstance(item, dict) else f"={item}", item) for item in value]
    else:
        return {place: value}
    return {
        where: found
        for name, item in parts
        for where, found in values_of(item, (*place, name)).items()
    }

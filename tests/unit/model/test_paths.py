"""A place in a record has one name, and the name finds the place again."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from sopimukset.formats.yaml import read
from sopimukset.model.paths import NATURAL_KEYS, find_path, leaves, path_text
from tests.support.workspaces import CHECKOUT

KEYS = st.sampled_from(["osapuolet", "jasenet", "kohta", *NATURAL_KEYS])
NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)
SCALARS = st.one_of(
    NAMES, st.integers(0, 9999), st.booleans(), st.none(), st.sampled_from(["2026-01-01"])
)
IDENTIFIERS = st.sampled_from(
    ["tunnus", "alkaen", "osapuoli", "versio", "koodi", "kohta", "pykala", "alue", "johtoryhma"]
)


def collections(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Mappings and lists such as records are made of."""
    items = st.dictionaries(IDENTIFIERS, NAMES, max_size=3)
    return st.one_of(
        st.dictionaries(KEYS, children, max_size=4),
        st.lists(children, max_size=4),
        st.lists(items, max_size=4),
    )


RECORDS = st.dictionaries(KEYS, st.recursive(SCALARS, collections, max_leaves=12), max_size=4)


def all_paths(data: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Every place in the data, the collections among them."""
    below: list[tuple[str | int, ...]] = [path]
    steps: list[str | int] = []
    if isinstance(data, dict):
        steps = list(data)
    elif isinstance(data, list):
        steps = list(range(len(data)))
    for step in steps:
        below += all_paths(data[step], (*path, step))
    return below


@given(RECORDS)
@example({"asiat": [{"pykala": 1}, {"otsikko": "muu"}]})
@example({"osapuolet": [{"tunnus": "1"}, {"tunnus": "a"}, {"tunnus": "a"}]})
def test_every_place_is_found_by_its_name(data: dict[str, Any]) -> None:
    for path in all_paths(data):
        assert find_path(data, path_text(data, path)) == path


@pytest.mark.parametrize(
    "region", sorted(path.name for path in (CHECKOUT / "regions").iterdir() if path.is_dir())
)
def test_every_place_of_the_regions_is_found_by_its_name(region: str) -> None:
    for file in (CHECKOUT / "regions" / region).rglob("*.yaml"):
        data = read(file.read_bytes()).data
        names = [path_text(data, path) for path in all_paths(data)]
        assert [find_path(data, name) for name in names] == all_paths(data)
        assert len(set(names)) == len(names)


@given(RECORDS, st.text(max_size=30))
def test_any_text_names_a_place_or_none(data: dict[str, Any], text: str) -> None:
    found = find_path(data, text)
    assert found is None or found in all_paths(data)


DATA: dict[str, Any] = {
    "johtoryhmat": [
        {
            "tunnus": "tym",
            "jasenet": [{"tunnus": "kela-1", "nimetyt": [{"alkaen": "2026-01-01"}] * 2}],
            "puheenjohtaja": [{"alkaen": "2026-01-01"}, {"alkaen": "2026-06-01"}],
        }
    ],
    "tunnistetut_puutteet": [{"koodi": "P03", "kohta": "sopimukset[tym-sopimus]"}],
    "kielet": ["fi", "sv"],
    "hyvaksynnat": [
        {"osapuoli": "hva"},
        {"osapuoli": "hva", "versio": "1.0"},
        {"osapuoli": "hva", "versio": "1.1"},
        {"osapuoli": "kela", "versio": None},
        {"osapuoli": "lahti", "versio": "2.0"},
        {"osapuoli": "lahti", "versio": "2.0"},
        {"osapuoli": "hollola", "versio": "Etunimi Sukunimi"},
    ],
}


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ((), ""),
        (("johtoryhmat",), "johtoryhmat"),
        (("johtoryhmat", 0, "jasenet", 0), "johtoryhmat[tym].jasenet[kela-1]"),
        (
            ("johtoryhmat", 0, "puheenjohtaja", 1, "nimeaja"),
            "johtoryhmat[tym].puheenjohtaja[2026-06-01].nimeaja",
        ),
        (
            ("johtoryhmat", 0, "jasenet", 0, "nimetyt", 1),
            "johtoryhmat[tym].jasenet[kela-1].nimetyt[1]",
        ),
        (("tunnistetut_puutteet", 0), "tunnistetut_puutteet[P03 sopimukset[tym-sopimus]]"),
        (("kielet", 1), "kielet[1]"),
        (("hyvaksynnat", 0), "hyvaksynnat[hva]"),
        (("hyvaksynnat", 1, "versio"), "hyvaksynnat[hva 1.0].versio"),
        (("hyvaksynnat", 2), "hyvaksynnat[hva 1.1]"),
        (("hyvaksynnat", 3), "hyvaksynnat[kela]"),
        (("hyvaksynnat", 5), "hyvaksynnat[5]"),
        (("hyvaksynnat", 6), "hyvaksynnat[6]"),
    ],
)
def test_name_of_a_place(path: tuple[str | int, ...], text: str) -> None:
    assert path_text(DATA, path) == text


def test_each_of_these_places_is_found_by_its_name() -> None:
    for path in all_paths(DATA):
        assert find_path(DATA, path_text(DATA, path)) == path


@pytest.mark.parametrize(
    "text",
    [
        *("johtoryhma", "johtoryhmat[toinen]", "kielet[2]", "kielet.fi", "johtoryhmat[tym].nimi"),
        *("[[[", "]", ".", ".kielet", "kielet.", "johtoryhmat..tym", "kielet[", "kielet[1]]"),
        *("kielet[]", "johtoryhmat[tym]jasenet", "johtoryhmat.[tym]"),
    ],
)
def test_name_of_no_place(text: str) -> None:
    assert find_path(DATA, text) is None


def test_leaves_are_the_values() -> None:
    data = {"a": [1, {"b": None}], "c": {}, "d": "x"}
    assert list(leaves(data)) == [(("a", 0), 1), (("a", 1, "b"), None), (("d",), "x")]

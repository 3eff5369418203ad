"""A citation names one place in one act; whatever names more or less is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.statutes import Viite, parse_viite
from sopimukset.statutes.citations import cited

numbers = st.integers(1, 200)
citations = st.builds(
    Viite,
    saados=st.builds("{}/{}".format, st.integers(1, 2000), st.integers(1900, 2099)),
    pykala=st.one_of(
        st.integers(1, 300).map(str),
        st.builds("{} {}".format, st.integers(1, 300), st.sampled_from("abc")),
    ),
    momentti=st.none() | numbers,
    kohta=st.none() | numbers,
)


@pytest.mark.parametrize(
    ("text", "viite", "written"),
    [
        ("381/2023 9 § 1 mom", Viite("381/2023", "9", 1), "381/2023 9 § 1 mom"),
        ("381/2023 9 § 2 momentti", Viite("381/2023", "9", 2), "381/2023 9 § 2 mom"),
        ("381/2023 9 § 2 mom.", Viite("381/2023", "9", 2), "381/2023 9 § 2 mom"),
        ("388/2024 3 § 5 k", Viite("388/2024", "3", None, 5), "388/2024 3 § 5 kohta"),
        ("388/2024 3 § 5 kohta", Viite("388/2024", "3", None, 5), "388/2024 3 § 5 kohta"),
        ("621/1999 6 § 1 mom 8 k", Viite("621/1999", "6", 1, 8), "621/1999 6 § 1 mom 8 kohta"),
        ("388/2024 3 §", Viite("388/2024", "3"), "388/2024 3 §"),
        ("611/2021 13 a § 1 mom", Viite("611/2021", "13 a", 1), "611/2021 13 a § 1 mom"),
        ("611/2021 13a §", Viite("611/2021", "13 a"), "611/2021 13 a §"),
        (" 381/2023\u00a09\u00a0§ 1\u00a0mom ", Viite("381/2023", "9", 1), "381/2023 9 § 1 mom"),
    ],
)
def test_a_citation_is_read_and_written(text: str, viite: Viite, written: str) -> None:
    assert parse_viite(text) == viite
    assert str(viite) == written


@given(citations)
def test_what_is_written_is_read_back(viite: Viite) -> None:
    assert parse_viite(str(viite)) == viite


@pytest.mark.parametrize("text", ["9 § 2 mom", "", "§", "laki 9 §", "381 9 §"])
def test_without_an_act_it_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="puuttuu säädöksen numero"):
        parse_viite(text)


@pytest.mark.parametrize(
    "text",
    [
        "381/2023 9–10 §",
        "381/2023 9-10 §",
        "381/2023 9 § 1–2 mom",
        "381/2023 4, 6 §",
        "381/2023 4 ja 6 §",
        "380/2023 9 § 1 mom; 388/2024 4 §",
        "381/2023 9 §, 10 §",
        "381/2023 9 § 1 mom, 2 mom",
    ],
)
def test_several_places_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="Kirjoita jokainen omaksi viitteekseen"):
        parse_viite(text)


@pytest.mark.parametrize(
    "text",
    [
        "381/2023",
        "381/2023 9",
        "381/2023 9 §:n 1 momentti",
        "381/2023 9 § 1",
        "381/2023 9 § 1 mom (437/2024)",
        "381/2023 0 §",
        "381/2023 9 § 0 mom",
        "381/23 9 §",
        "381/2023 9 § 1 k 1 mom",
        "laki 381/2023 9 §",
    ],
)
def test_an_unclear_citation_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ValueError, match=r"9 § ") as caught:
        parse_viite(text)
    assert text in str(caught.value)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_finnish(text: str) -> None:
    try:
        viite = parse_viite(text)
    except ValueError as problem:
        message = str(problem)
    else:
        message = "Kirjoita" if parse_viite(str(viite)) == viite else "not read back"
    assert "Kirjoita" in message


@pytest.mark.parametrize(
    ("text", "swedish", "english"),
    [
        ("388/2024 3 § 2 kohta", "388/2024 3 § 2 punkten", "388/2024 section 3, paragraph 2"),
        ("381/2023 9 § 2 mom", "381/2023 9 § 2 mom.", "381/2023 section 9, subsection 2"),
        ("380/2023 12 a §", "380/2023 12 a §", "380/2023 section 12 a"),
        (
            "621/1999 6 § 1 mom 8 kohta",
            "621/1999 6 § 1 mom. 8 punkten",
            "621/1999 section 6, subsection 1, paragraph 8",
        ),
    ],
)
def test_a_citation_in_each_language(text: str, swedish: str, english: str) -> None:
    assert cited(text, "fi") == text
    assert cited(text, "sv") == swedish
    assert cited(text, "en") == english

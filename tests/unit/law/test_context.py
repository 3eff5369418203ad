"""Clauses of a sentence: where they begin, and which of them a word stands in (`_context`)."""

from __future__ import annotations

import pytest

from sopimukset.law.rules._context import (
    attached,
    clause_at,
    clause_before,
    clauses,
    depends_on,
    governing,
)
from sopimukset.law.rules._context import reported as reported_clauses

CLAUSES = [
    "Palkat maksaa kunta|, ja ne jaetaan tasan",
    "Kunta vastaa palkoista| ja hyvinvointialue vastaa tiloista",
    "Osapuolia ovat Kela, kunta ja hyvinvointialue",
    "Palkka- ja henkilöstökustannuksista vastaa kukin itse",
    "Riitoja ei viedä välimiehille| vaan hallinto-oikeuteen",
    "Kunta maksaa tilat, hyvinvointialue| ja Kela tekevät muun|, ja kaikki sovitaan",
    "Kela on mukana| ja kunta on mukana",
    "Toiminta perustuu lakiin| ja työ käynnistyy",
    "Parten är med| och kunden är med",
    "Avtalet upphör| och arbetet upphör",
    "Lönerna delas| och hyrorna delas",
    "Parterna talar om kunder, planer och tider",
    "Parterna är Kela, kommunen om möjligt, och staten",
    "Jos sovintoa ei synny|, asian ratkaisee hallinto-oikeus|, joka sijaitsee Kouvolassa",
    "Parterna delar inte löner| utan hyror",
    "Om parterna inte enas|, avgör domstolen",
    "Om kommunen, staten och FPA vill|, avgör domstolen",
    "Om parterna vill och löne-, hyres- och resekostnader stiger|, avgör domstolen",
    "Sopimus perustuu lakiin ja kuntia koskevaan asetukseen",
    "Kunder, planer och tider, ska nämnas",
    "Parterna möts|, om så behövs",
    "Kunta kertoo|, että Kela osallistuu|, kun tilat jaetaan",
]
"""Sentences, with a bar where a clause begins."""


@pytest.mark.parametrize("told", CLAUSES)
def test_clauses_of_a_sentence(told: str) -> None:
    found = clauses(told.replace("|", ""))
    assert [item.text for item in found] == told.split("|")
    starts = [0]
    for item in told.split("|"):
        starts.append(starts[-1] + len(item))
    assert [item.start for item in found] == starts[:-1]


SENTENCE = (
    "Kunta ohjaa|, jos aika riittää|, jos halutaan|, ja Kela maksaa|, kun pyydetään|, eikä muuta"
)
PLACES = [
    ("Kunta", "Kunta ohjaa", "0-2", "0"),
    (" ohjaa", "Kunta ohjaa", "0-2", "0"),
    (", jos aika", ", jos aika riittää", "1-2", "0-1"),
    ("riittää", ", jos aika riittää", "1-2", "0-1"),
    ("halutaan", ", jos halutaan", "2", "0-2"),
    ("Kela", ", ja Kela maksaa", "3-4", "3"),
    ("pyydetään", ", kun pyydetään", "4", "3-4"),
    ("muuta", ", eikä muuta", "5", "5"),
]
"""A word, its clause, the numbers of that with what follows it, and of what it depends on."""


@pytest.mark.parametrize(("word", "own", "following", "above"), PLACES)
def test_clauses_around_a_word(word: str, own: str, following: str, above: str) -> None:
    text = SENTENCE.replace("|", "")
    start = text.index(word)
    assert clause_at(text, start) == own
    assert attached(text, start) == _joined(following)
    assert depends_on(text, start) == _joined(above)


def _joined(numbers: str) -> str:
    first, _, last = numbers.partition("-")
    return "".join(SENTENCE.split("|")[int(first) : int(last or first) + 1])


@pytest.mark.parametrize(
    ("word", "above"),
    [("aika", "Jos aika riittää, kun pyydetään, Kela maksaa"), ("Kela", ", Kela maksaa")],
)
def test_side_clauses_depend_on_the_one_behind_where_none_is_before(word: str, above: str) -> None:
    text = "Jos aika riittää, kun pyydetään, Kela maksaa, ja kunta ohjaa"
    assert depends_on(text, text.index(word)) == above


def test_side_clause_alone_depends_on_nothing() -> None:
    assert depends_on("Jos aika riittää", 4) == "Jos aika riittää"


@pytest.mark.parametrize(
    ("text", "word", "told"),
    [
        ("Kunta toteaa, että laki on kumottu", "laki", [", että laki on kumottu", "Kunta toteaa"]),
        ("Että laki on kumottu, todetaan", "laki", ["Että laki on kumottu"]),
        ("Kunta toteaa, jos laki on kumottu", "laki", [", jos laki on kumottu"]),
        ("Se on laki, joka on kumottu", "laki", ["Se on laki", ", joka on kumottu"]),
        ("Se on laki, joka ei ole kumottu", "laki", ["Se on laki"]),
        ("Se on laki, joka ei enää päde", "laki", ["Se on laki", ", joka ei enää päde"]),
        ("Se on laki kunnan alueella, joka on entinen", "laki", ["Se on laki kunnan alueella"]),
        ("Se on laki, mutta jota on aiemmin muutettu", "laki", ["Se on laki"]),
        (
            "Kunta toteaa, jos on niin että laki on kumottu",
            "laki",
            [", jos on niin että laki on kumottu"],
        ),
        ("Laki on voimassa, kun asia on entinen", "voimassa", ["Laki on voimassa"]),
        (
            "Kunta toteaa, että se on laki, joka on kumottu",
            "laki",
            [", että se on laki", "Kunta toteaa", ", joka on kumottu"],
        ),
    ],
)
def test_clauses_that_say_whether_a_word_holds(text: str, word: str, told: list[str]) -> None:
    start = text.index(word)
    assert list(governing(text, start, start + len(word))) == told


def test_reported_clause_stands_with_the_one_that_reports_it() -> None:
    text = "Laki edellyttää, että tila on oltava, ja siitä sovitaan"
    assert list(reported_clauses(text)) == [
        "Laki edellyttää",
        "Laki edellyttää, että tila on oltava",
        ", ja siitä sovitaan",
    ]
    assert next(reported_clauses("Että tila on oltava, todetaan")) == "Että tila on oltava"
    apart = ["Laki edellyttää tilaa", ", jos on niin että sitä tarvitaan"]
    assert list(reported_clauses("".join(apart))) == apart


def test_before_the_first_clause_there_is_none() -> None:
    told = "Kela on mukana ja kunta on mukana"
    assert [clause_before(told, told.index(word)) for word in ("Kela", "kunta")] == [
        "",
        "Kela on mukana",
    ]

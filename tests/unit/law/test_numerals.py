"""Every numeral, unit and rhythm that the rules of wording know, in Finnish and Swedish."""

from __future__ import annotations

import pytest

from sopimukset.law.rules._durations import THREE_MONTHS, lengths, rhythms
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, UNTIL_2025

FINNISH = {
    1: ("yhden", "yhdessä", "yksi", "yhtä"),
    2: ("kahden", "kahdessa", "kaksi", "kahta"),
    3: ("kolme", "kolmen", "kolmea", "kolmessa"),
    4: ("neljä", "neljän", "neljää", "neljässä"),
    5: ("viiden", "viidessä", "viisi", "viittä"),
    6: ("kuuden", "kuudessa", "kuusi", "kuutta"),
    7: ("seitsemän", "seitsemässä", "seitsemää"),
    8: ("kahdeksan", "kahdeksassa", "kahdeksaa"),
    9: ("yhdeksän", "yhdeksässä", "yhdeksää"),
    10: ("kymmenen", "kymmenessä", "kymmentä"),
    11: ("yhdentoista", "yksitoista"),
    12: ("kahdentoista", "kaksitoista", "kahdessatoista"),
}
SWEDISH = {
    1: ("en", "ett"),
    2: ("två",),
    3: ("tre",),
    4: ("fyra",),
    5: ("fem",),
    6: ("sex",),
    7: ("sju",),
    8: ("åtta",),
    9: ("nio",),
    10: ("tio",),
    11: ("elva",),
    12: ("tolv",),
}
NUMERALS = [
    (word, number, unit)
    for numbers, unit in ((FINNISH, "päivää"), (SWEDISH, "dagar"))
    for number, words in numbers.items()
    for word in words
]
MONTH = THREE_MONTHS / 3
UNITS = {
    **dict.fromkeys(("kuukautta", "kuukauden", "kk", "kk:n", "månader", "mån."), MONTH),
    **dict.fromkeys(("viikon", "viikkoa", "vk", "veckor"), 7.0),
    **dict.fromkeys(("vuoden", "vuotta", "vuoteen", "år", "års", "året"), 365.0),
    **dict.fromkeys(("päivän", "kalenteripäivää", "arkipäivää", "pv", "vuorokautta"), 1.0),
    **dict.fromkeys(("dag", "dagar", "dagen", "dagarna", "dygn"), 1.0),
}
NAMED = {
    **dict.fromkeys(("puolentoista vuoden", "puolessatoista vuodessa"), 547.5),
    **dict.fromkeys(("puoltatoista vuotta",), 547.5),
    **dict.fromkeys(("puolen vuoden", "puolessa vuodessa", "puoli vuotta"), 182.5),
    **dict.fromkeys(("halvåret", "ett halvår", "ett halvt år"), 182.5),
    **dict.fromkeys(("vuoden kuluessa", "vuoden kuluttua", "vuoden sisällä"), 365.0),
    **dict.fromkeys(("vuoden välein", "ett års tid"), 365.0),
}
RHYTHMS = {
    **dict.fromkeys(("puolivuosittain", "kaksi kertaa vuodessa", "kahdesti vuodessa"), 182.5),
    **dict.fromkeys(("halvårsvis", "två gånger per år", "två gånger om året"), 182.5),
    **dict.fromkeys(("två gånger i året",), 182.5),
    **dict.fromkeys(("kolme kertaa vuodessa", "kolmesti vuodessa"), 365 / 3),
    **dict.fromkeys(("tre gånger per år", "tre gånger om året", "tre gånger i året"), 365 / 3),
    **dict.fromkeys(("vuosittain", "kerran vuodessa", "joka vuosi"), 365.0),
    **dict.fromkeys(("årligen", "årligt", "varje år", "en gång per år", "en gång om året"), 365.0),
    **dict.fromkeys(("joka toinen vuosi", "vartannat år"), 730.0),
}
ORDINALS = {
    3: ("kolmas", "tredje"),
    4: ("neljäs", "fjärde"),
    5: ("viides", "femte"),
    6: ("kuudes", "sjätte"),
    7: ("seitsemäs", "sjunde"),
    8: ("kahdeksas", "åttonde"),
    9: ("yhdeksäs", "nionde"),
    10: ("kymmenes", "tionde"),
    11: ("yhdestoista", "elfte"),
    12: ("kahdestoista", "tolfte"),
}
MONTHLY = [
    (text, number)
    for number, (finnish, swedish) in ORDINALS.items()
    for text in (f"joka {finnish} kuukausi", f"var {swedish} månad", f"varje {swedish} månad")
]


def days(text: str) -> list[float]:
    return [item.days for item in lengths(text)]


@pytest.mark.parametrize(("word", "number", "unit"), NUMERALS)
def test_numeral(word: str, number: int, unit: str) -> None:
    assert days(f"Se on {word} {unit}.") == [number]
    assert days(f"Se on {word.upper()} {unit.upper()}.") == [number]
    assert days(f"Se on {word}tta {unit}.") == []


@pytest.mark.parametrize(("unit", "length"), UNITS.items())
def test_unit(unit: str, length: float) -> None:
    assert days(f"Se on 3 {unit}") == [pytest.approx(3 * length)]


@pytest.mark.parametrize(("text", "length"), NAMED.items())
def test_length_by_name(text: str, length: float) -> None:
    assert length in days(f"Se jatkuu {text}")
    assert length in days(f"Se jatkuu {text.upper()}")
    assert length not in days(f"Se jatkuu x{text}") or text.startswith("ett ")


@pytest.mark.parametrize(("text", "length"), RHYTHMS.items())
def test_rhythm(text: str, length: float) -> None:
    assert [item.days for item in rhythms(f"Se on {text}")] == [pytest.approx(length)]
    assert [item.days for item in rhythms(f"Se on x{text}")] == []


@pytest.mark.parametrize(("text", "number"), MONTHLY)
def test_rhythm_in_months(text: str, number: int) -> None:
    [found] = rhythms(f"Se on {text.upper()}.")
    assert found.days == pytest.approx(number * MONTH)
    assert (found.text, found.start, found.end) == (text.upper(), 6, 6 + len(text))


def test_three_months_are_three_months() -> None:
    assert days("kolme kuukautta") == [THREE_MONTHS] == [92]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("2–4 kk", 4), ("2-4 kk", 4), ("kahden tai neljän kk", 4), ("fyra eller sex mån.", 6)),
        *(("två till fyra månader", 4), ("kuuden (6) kuukauden", 6), ("12-kuukauden", 12)),
    ],
)
def test_longer_end_of_a_range_counts(text: str, number: int) -> None:
    [found] = lengths(text)
    assert found.days == pytest.approx(number * MONTH)
    assert (found.text, found.start, found.end) == (text, 0, len(text))


@pytest.mark.parametrize(
    "text", ["5/3 kk", "1.3 kk", "x3 kk", "1,3 kk", "ensimmäisen vuoden kuluessa"]
)
def test_part_of_something_else_is_no_length(text: str) -> None:
    assert days(text) == []


@pytest.mark.parametrize("year", range(1990, 2030))
def test_year_of_history(year: int) -> None:
    for before in ("vuonna", "vuoteen", "år", "utgången av", "31.12."):
        text = f"Se oli voimassa {before} {year}".replace("oli", "on")
        assert bool(UNTIL_2024.search(text)) is (year <= 2024)
        assert bool(UNTIL_2025.search(text)) is (year <= 2025)


def test_history_and_denial_begin_a_word() -> None:
    assert UNTIL_2024.search("ENTINEN laki")
    assert not UNTIL_2024.search("epäentinen laki")
    assert not UNTIL_2024.search("vuosina 2024–2026")
    assert DENIAL.search("EI ENÄÄ päde")
    assert not DENIAL.search("seinä ole")

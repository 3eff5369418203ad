"""Every message has its Swedish and its English, with the same places and the official terms."""

from __future__ import annotations

import csv
import re
import runpy
import string
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from sopimukset import locale
from sopimukset.base import speech
from sopimukset.base.dates import told_day, told_period
from sopimukset.base.periods import Period
from sopimukset.base.words import listed, listed_keys

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "sopimukset" / "locale"
OTHERS = ("sv", "en")
TOOL = runpy.run_path(str(ROOT / "tools" / "extract_messages.py"))

TERMS = {
    r"johtoryhm": "(monialaisen tuen) johtoryhmä",
    r"työvoimaviranomai": "työvoimaviranomainen",
    r"hyvinvointialue": "hyvinvointialue",
    r"toimikau": "toimikausi",
    r"yhteistyösopimu": "yhteistyösopimus",
    r"varajäsen": "varahenkilö (of the leader)",  # the same Swedish word
    r"varapuheenjohtaj": "varapuheenjohtaja",
    r"(?<!vara)puheenjohtaj": "puheenjohtaja",
    r"toimialue": "toimialue",
}
"""Beginnings of the terms in messages, and the row of the glossary that names them."""

PLACE = re.compile(r"\{\w*\}")
ENGLISH = {
    r"johtoryhm": "steering group",
    r"johtava\w* henkilö": "leading person",
    r"varahenkilö": "substitute",
    r"varajäsen": "deputy",
    r"(?:vara)?puheenjohtaj": "chair",
    r"työvoimaviranomai": "employment authorit",
    r"hyvinvointialue": "wellbeing services count",
    r"toimikau": "term",
    r"toimialue": "territor",
    r"yhteistyösopimu": "cooperation agreement",
    r"monialai": "multidisciplinary",
}
"""Beginnings of the terms in messages, and the word of the glossary that English has for them."""


def glossary() -> dict[str, str]:
    with (FOLDER / "glossary.csv").open(encoding="utf-8", newline="") as file:
        return {row["fi"]: row["sv"] for row in csv.DictReader(file)}


def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "sopimukset.po").open("rb") as file:
        return read_po(file, abort_invalid=True)


def translated(language: str) -> dict[str, str]:
    return {str(item.id): str(item.string) for item in catalogue(language) if item.id}


def places(text: str) -> list[str]:
    try:
        parts = list(string.Formatter().parse(text))
    except ValueError:  # a brace of the text itself: such a message has no places
        return []
    return sorted(name for _, name, _, _ in parts if name and "%" not in name)  # no {%p if %}


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def silent() -> Iterator[None]:
    yield
    speech.speak()


def test_the_template_is_fresh() -> None:
    """Whatever the process has imported: models of other files bring no labels."""
    import_module("sopimukset.model.karttamuutos")
    fresh = TOOL["template"]()
    assert (FOLDER / "sopimukset.pot").read_bytes() == fresh, "run tools/extract_messages.py"


def test_no_message_lacks_a_translation(language: str) -> None:
    wanted = TOOL["messages"]()
    known = translated(language)
    missing = [text for text in wanted if not known.get(text)]
    share = 1 - len(missing) / len(wanted)
    assert not missing, f"{language}: {share:.1%} of {len(wanted)} translated; missing: {missing}"
    assert set(known) == set(wanted)


def test_no_message_of_several_words_is_its_own_translation(language: str) -> None:
    same = [text for text, told in translated(language).items() if text == told]
    assert [text for text in same if re.search(r" .*\w{2}|\w{2}.* ", PLACE.sub("", text))] == []


def test_the_places_of_values_agree(language: str) -> None:
    wrong = [text for text, told in translated(language).items() if places(text) != places(told)]
    assert wrong == []


def test_the_compiled_catalogue_is_fresh(language: str) -> None:
    path = FOLDER / language / "LC_MESSAGES" / "sopimukset.mo"
    compiled = runpy.run_path(str(ROOT / "tools" / "compile_catalogues.py"))["compiled"]
    assert path.read_bytes() == compiled(path.with_suffix(".po")), "run the compiler"


@pytest.mark.parametrize(("beginning", "row"), TERMS.items())
def test_swedish_uses_the_official_term(beginning: str, row: str) -> None:
    stem = glossary()[row].split("(")[0].split("/")[0].strip().casefold()
    wrong = [
        (text, told)
        for text, told in translated("sv").items()
        if re.search(rf"(?<!\w){beginning}", text.casefold())
        and stem not in told.casefold()
        and not re.search(rf"(?<!\w){beginning}", told.casefold())  # a key of the record
    ]
    assert wrong == []


def test_the_glossary_has_every_term_in_three_languages() -> None:
    with (FOLDER / "glossary.csv").open(encoding="utf-8", newline="") as file:
        lacking = [row["fi"] for row in csv.DictReader(file) if not (row["sv"] and row["en"])]
    assert lacking == []


@pytest.mark.parametrize(("beginning", "stem"), ENGLISH.items())
def test_english_uses_the_term_of_the_glossary(beginning: str, stem: str) -> None:
    with (FOLDER / "glossary.csv").open(encoding="utf-8", newline="") as file:
        assert any(stem in row["en"] for row in csv.DictReader(file))
    wrong = [
        (text, told)
        for text, told in translated("en").items()
        if re.search(rf"(?<!\w){beginning}", text.casefold())
        and stem not in told.casefold()
        and not re.search(rf"(?<!\w){beginning}", told.casefold())  # a key of the record
    ]
    assert wrong == []


@pytest.mark.usefixtures("silent")
def test_days_and_lists_are_told_in_the_language() -> None:
    day, period = date(2026, 3, 1), Period(date(2026, 3, 1))
    assert (told_day(day), told_period(period)) == ("1.3.2026", "1.3.2026 alkaen")
    locale.speak("sv")
    assert (told_day(day), told_period(period)) == ("1.3.2026", "från och med 1.3.2026")
    assert listed(["määrä", "yksikkö", "tehtävä"]) == "antal, enhet och uppgift"
    assert listed_keys(["määrä", "syy"]) == "määrä och syy"
    locale.speak("en")
    assert (told_day(day), told_period(period)) == ("1 March 2026", "from 1 March 2026")
    assert listed(["määrä", "yksikkö"]) == "number and unit"
    assert speech.say("") == ""


@pytest.mark.usefixtures("silent")
def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        locale.speak("xx")


def test_the_language_comes_from_the_option_then_the_environment(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv(locale.VARIABLE, raising=False)
    assert locale.wanted_language(["check"]) == "fi"
    monkeypatch.setenv(locale.VARIABLE, "sv")
    assert locale.wanted_language(["check"]) == "sv"
    assert locale.wanted_language(["--lang", "en", "check"]) == "en"
    assert locale.wanted_language(["--lang=fi", "check"]) == "fi"
    assert locale.wanted_language(["--lang"]) == "sv"
    assert locale.wanted_language(["--lang", "xx"]) == "fi"

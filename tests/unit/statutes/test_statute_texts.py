"""The stored texts come apart into sections, momentit and items, with nothing lost."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

import sopimukset.statutes as statutes_package
from sopimukset.statutes import Kieli, Statutes, load, parse_viite
from sopimukset.statutes.parsing import parse_sections

DATA = Path(statutes_package.__file__).parent / "data"
TEXTS = sorted(path for path in DATA.glob("*.md") if path.name != "README.md")
LAST_DAY = date(2025, 12, 31)
NEW_DAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def statutes() -> Statutes:
    return load()


def number_of(path: Path) -> str:
    return path.name.split(".")[0].replace("-", "/")


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_no_word_of_a_text_is_lost(path: Path) -> None:
    kieli: Kieli = "sv" if ".sv." in path.name else "fi"
    text = path.read_text(encoding="utf-8")
    body = text[text.index("\n## ") :]
    body = re.sub(r"^\*[^*\n]+\*$", "", body, flags=re.MULTILINE)  # notes of the editor
    body = re.sub(r"^(RP|AjUB|RSv) .*$", "", body, flags=re.MULTILINE)
    if number_of(path) == "437/2024":
        body = body.replace("Denna lag träder i kraft den 1 januari 2025.", "")
    words = re.findall(r"\w+", body)
    found: list[str] = []
    for section in parse_sections(text, number_of(path), kieli):
        found += re.findall(r"\w+", f"{section.numero} {section.otsikko} {section.sanamuoto}")
        found += re.findall(r"\w+", section.teksti)
    assert found == words


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_items_are_counted_from_one_under_a_momentti_with_words(path: Path) -> None:
    for section in parse_sections(path.read_text(encoding="utf-8"), number_of(path), "fi"):
        assert section.otsikko
        assert section.momentit, section.numero
        for momentti in section.momentit:
            assert re.match(r"\w", momentti.teksti)
            assert not re.match(r"\w{1,2}\)", momentti.teksti)
            numbers = [int(re.match(r"\d+", item)[0]) for item in momentti.kohdat]  # type: ignore[index]
            assert numbers == list(range(1, len(numbers) + 1))


@pytest.mark.parametrize("numero", ["381/2023", "388/2024"])
def test_both_languages_have_the_same_build(statutes: Statutes, numero: str) -> None:
    sections = [p for p in statutes.pykalat(numero) if p.voimassa(LAST_DAY)]
    assert len(sections) == {"381/2023": 19, "388/2024": 5}[numero]
    for finnish in sections:
        swedish = statutes.pykala(numero, finnish.numero, on=LAST_DAY, kieli="sv")
        assert swedish is not None
        assert [len(m.kohdat) for m in swedish.momentit] == [
            len(m.kohdat) for m in finnish.momentit
        ], finnish.numero


def test_the_section_on_groups_has_three_momentit(statutes: Statutes) -> None:
    pykala = statutes.pykala("381/2023", "9")
    assert pykala is not None
    assert pykala.otsikko == "Monialaisen tuen yhteistoimintamallin organisointi"
    assert len(pykala.momentit) == 3
    assert pykala.momentit[0].teksti.startswith("Jokaisen hyvinvointialueen toimialueella on")
    assert pykala.momentit[0].teksti.endswith("johtavat henkilöt ennen heidän nimeämistään.")
    assert (pykala.alkaen, pykala.paattyen, pykala.sanamuoto) == (None, None, "")


def test_the_contents_of_the_agreement_are_five_items_of_one_momentti(statutes: Statutes) -> None:
    pykala = statutes.pykala("388/2024", "3")
    assert pykala is not None
    assert len(pykala.momentit) == 1
    assert len(pykala.momentit[0].kohdat) == 5
    assert pykala.momentit[0].kohdat[0] == (
        "1) yhteistoimintamallin mukaisen palvelun järjestämisen tavoista;"
    )


def test_sub_items_stay_with_their_item(statutes: Statutes) -> None:
    pykala = statutes.pykala("380/2023", "3")
    assert pykala is not None
    assert [len(m.kohdat) for m in pykala.momentit] == [13, 0]
    unemployed = pykala.momentit[0].kohta(4)
    assert unemployed is not None
    assert [line[:2] for line in unemployed.splitlines()] == ["4)", "a)", "b)", "c)"]
    assert "*" not in pykala.teksti


@pytest.mark.parametrize(
    ("day", "start", "end", "keeper"),
    [
        (LAST_DAY, None, LAST_DAY, "Elinkeino-, liikenne- ja ympäristökeskusten"),
        (NEW_DAY, NEW_DAY, None, "Työllisyys-, kehittämis- ja hallintokeskus"),
        (NEW_DAY + timedelta(days=1), NEW_DAY, None, "Työllisyys-, kehittämis-"),
        (None, NEW_DAY, None, "Työllisyys-, kehittämis- ja hallintokeskus"),
    ],
)
def test_the_wording_of_a_section_changes_on_its_day(
    statutes: Statutes, day: date | None, start: date | None, end: date | None, keeper: str
) -> None:
    pykala = statutes.pykala("381/2023", "12", on=day)
    assert pykala is not None
    assert (pykala.alkaen, pykala.paattyen) == (start, end)
    assert pykala.momentit[0].teksti.startswith(keeper)
    assert len(pykala.momentit) == 4


@pytest.mark.parametrize(
    ("numero", "pykala"), [("380/2023", "9"), ("380/2023", "23"), ("681/2023", "42")]
)
def test_a_day_told_below_the_text_divides_the_wordings(
    statutes: Statutes, numero: str, pykala: str
) -> None:
    before = statutes.pykala(numero, pykala, on=LAST_DAY)
    after = statutes.pykala(numero, pykala, on=NEW_DAY)
    assert before is not None
    assert after is not None
    assert "elinkeino-, liikenne- ja ympäristökesku" in before.teksti
    assert "elinvoimakesku" in after.teksti
    assert before.paattyen == LAST_DAY
    assert after.alkaen == NEW_DAY
    assert "tulee voimaan" not in after.teksti


def test_a_section_is_not_offered_before_it_came_into_force(statutes: Statutes) -> None:
    assert statutes.pykala("380/2023", "12", on=date(2023, 3, 31)) is None
    assert statutes.pykala("380/2023", "12", on=date(2023, 4, 1)) is not None


def test_at_most_one_wording_holds_on_a_day(statutes: Statutes) -> None:
    for saados in statutes.saadokset.values():
        for kieli in saados.kielet:
            sections = statutes.pykalat(saados.numero, kieli)
            for day in (date(2024, 11, 1), LAST_DAY, NEW_DAY, date(2027, 2, 1)):
                held = [p.numero for p in sections if p.voimassa(day)]
                assert len(held) == len(set(held)), saados.numero


def test_the_swedish_section_on_groups_is_the_amended_one(statutes: Statutes) -> None:
    pykala = statutes.pykala("381/2023", "9", kieli="sv")
    assert pykala is not None
    assert pykala.saados == "381/2023"
    assert len(pykala.momentit) == 3
    assert "dock högst det antal" in pykala.momentit[0].teksti
    assert "förhandla om antalet" in pykala.momentit[0].teksti
    assert "Ledningsgruppen ska godkänna de ledande personerna" in pykala.momentit[0].teksti
    assert "i ett samarbetsavtal avtala" in pykala.momentit[1].teksti
    assert pykala.momentit[2].teksti.startswith("Genom förordning av statsrådet")


def test_a_swedish_section_that_was_changed_later_has_no_wording_after_that(
    statutes: Statutes,
) -> None:
    for numero in ("12", "13", "17", "18"):
        assert statutes.pykala("381/2023", numero, on=LAST_DAY, kieli="sv") is not None
        assert statutes.pykala("381/2023", numero, on=NEW_DAY, kieli="sv") is None
    twelfth = statutes.pykala("381/2023", "12", kieli="sv")
    assert twelfth is not None
    assert "en kommun, en samkommun, ett välfärdsområde" in twelfth.momentit[3].teksti
    assert "(utvecklings- och förvaltningscentret) utvecklar" in twelfth.momentit[0].teksti


def test_the_language_act_is_put_together_momentti_by_momentti(statutes: Statutes) -> None:
    def text(viite: str) -> str:
        return statutes.text(parse_viite(viite)) or ""

    assert "kuntien yhteistä toimielintä" in text("423/2003 6 § 1 mom 2 kohta")
    assert text("423/2003 6 § 2 mom").startswith("Viranomaisen alueellisen yksikön")
    assert "hyvinvointialueella tai kunnalla" in text("423/2003 24 § 1 mom")
    assert text("423/2003 24 § 2 mom").startswith("Sen lisäksi, mitä 1 momentissa")
    assert text("423/2003 27 § 3 mom").startswith("Hyvinvointialueen ja hyvinvointiyhtymän")
    assert "kuntien yhteisen toimielimen" in text("423/2003 29 § 1 mom")
    assert text("423/2003 32 § 1 mom").startswith("Valtion, hyvinvointialueen")
    assert text("423/2003 32 § 3 mom").startswith("Viranomaisten laatimien selvitysten")
    assert text("423/2003 5 § 1 mom").startswith("Kielellisen jaotuksen perusyksikkö")
    assert statutes.pykala("423/2003", "27", on=date(2021, 6, 30)) is None
    assert statutes.pykala("423/2003", "27", on=date(2021, 7, 1)) is not None


def test_a_bad_heading_is_told() -> None:
    with pytest.raises(ValueError, match="not a section heading: 'Luku 1'"):
        parse_sections("# Laki\n\n## Luku 1\n\nTeksti.\n", "1/2000", "fi")

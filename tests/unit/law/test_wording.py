"""Sentences that the rules of wording find words in, and sentences that they leave alone."""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from sopimukset import statutes
from sopimukset.law.rules._texts import Search, finder, words
from sopimukset.law.texts import Passage, split_sentences
from tests.support.records import Row, judged

if TYPE_CHECKING:
    from sopimukset.law.files import FileCase

FOUND: dict[str, list[tuple[str, str | None]]] = {
    "c01": [
        (
            "Monialainen työllistymissuunnitelma laaditaan kuuden kuukauden kuluessa.",
            "kuuden kuukauden",
        ),
        ("Asiakkaan suunnitelma tehdään viimeistään 4 kk:n kuluttua.", "4 kk"),
        (
            "Asiakkaan suunnitelma on oltava valmis viimeistään 100 päivää arvioinnista.",
            "100 päivää",
        ),
        (
            "Suunnitelma on laadittava neljässä kuukaudessa asiakkuuden alusta.",
            "neljässä kuukaudessa",
        ),
        ("Asiakkaan suunnitelma laaditaan ja hyväksytään 93 päivän kuluessa.", "93 päivän"),
        ("Sysselsättningsplanen ska vara klar inom sex månader.", "sex månader"),
    ],
    "c02": [
        (
            "Työllistymissuunnitelma laaditaan kolmen kuukauden kuluessa ja tarkistetaan kuuden "
            "kuukauden välein.",
            "kuuden kuukauden",
        ),
        ("Asiakkaan suunnitelma tarkistetaan vuosittain.", "vuosittain"),
        ("Asiakkaan suunnitelma päivitetään kaksi kertaa vuodessa.", "kaksi kertaa vuodessa"),
        ("Sysselsättningsplanen ses över var sjätte månad.", "var sjätte månad"),
        ("Sysselsättningsplanen ses över en gång per år.", "en gång per år"),
        ("Sysselsättningsplanen uppdateras med sex månaders mellanrum.", "sex månaders"),
    ],
    "c03": [
        (
            "Palveluun ohjataan työtön, joka on saanut työmarkkinatukea vähintään 300 päivää.",
            "300 päivää",
        ),
        ("Asiakas on saanut työmarkkinatukea yli 300 pv", "300 pv"),
        ("Alle 25-vuotias asiakas on ollut yhtäjaksoisesti työtön 6 kk", "6 kk"),
        ("Asiakkuuden edellytyksenä on 12 kuukauden työttömyys.", "12 kuukauden"),
        ("Ehtona on, että alle 25-vuotias on ollut työttömänä 6 kuukautta.", "6 kuukautta"),
        ("Asiakkaaksi ei oteta, ellei työmarkkinatukea ole maksettu 300 päivää.", "300 päivää"),
    ],
    "c04": [
        ("Asiakkuus alkaa hyvinvointialueen päätöksestä.", "päätöksestä"),
        ("Asiakkuus alkaa arvioinnin valmistuttua.", "arvioinnin valmistuttua"),
        ("Asiakkuus päättyy Kelan ilmoituksesta.", "Kelan ilmoituksesta"),
        ("Asiakkuus päättyy johtavan henkilön päätöksellä.", "johtavan henkilön päätöksellä"),
        (
            "Kundrelationen upphör genom arbetskraftsmyndighetens beslut.",
            "arbetskraftsmyndighetens beslut",
        ),
        ("Kundrelationen pågår högst två år.", "två år"),
    ],
    "c05": [
        ("TYPin johtoryhmä kokoontuu.", "TYPin"),
        ("Nuorten asiat hoitaa TE-toimisto.", "TE-toimisto"),
        ("Työ- ja elinkeinotoimistossa arvioidaan tarve.", "Työ- ja elinkeinotoimistossa"),
        (
            "Servicen är sektorsövergripande samservice som främjar sysselsättningen.",
            "sektorsövergripande samservice",
        ),
    ],
    "c06": [
        ("Noudatetaan lakia (916/2012).", "916/2012"),
        ("Laki kotoutumisen edistämisestä (1386/2010)", "1386/2010"),
    ],
    "c07": [
        ("681/2023 13 § 3 mom, 15, 17, 21 ja 48 §", "13 § 3 mom"),
        ("kotoutumislain 14–16 §", "15 §"),
        ("lagen om främjande av integration (681/2023) 17 §", "17 §"),
    ],
    "c09": [
        ("ELY-keskuksen kanssa", "ELY-keskuksen"),
        ("ELYn kanssa", "ELYn"),
        ("AVI valvoo", "AVI"),
    ],
    "y05": [
        ("Ohjaamo on 18–24-vuotiaille.", "18–24-vuotiaille"),
        ("Yhteispalvelu on enintään 30-vuotiaille.", "enintään 30-vuotiaille"),
        ("Samservice för unga under 25 år.", "under 25 år"),
    ],
    "d02": [
        ("Asiakastiedot hävitetään 10 vuoden kuluttua asiakkuuden päättymisestä.", "10 vuoden"),
        ("Asiakastiedot säilytetään 47 kuukautta asiakkuuden päättymisestä.", None),
        ("Asiakkuuden tiedot arkistoidaan 10 vuodeksi.", "10 vuodeksi"),
        ("Asiakkuuden tiedot pidetään tallessa 10 vuotta.", "10 vuotta"),
        ("Kundrelationens uppgifter förvaras i tio år.", "tio år"),
        ("Kundrelationens uppgifter sparas i tio år.", "tio år"),
        ("Kundrelationens uppgifter arkiveras i tio år.", "tio år"),
        ("Henkilöllä on 18 artiklan mukainen oikeus.", "18 artiklan"),
        ("Den registrerade har rätt enligt artikel 18.", "artikel 18"),
        ("Asiakas voi pyytää tietojensa käsittelyn rajoittamista.", "käsittelyn rajoittamista"),
        (
            "Den registrerade har rätt till begränsning av behandlingen.",
            "begränsning av behandlingen",
        ),
    ],
}

LEFT_ALONE = {
    "c01": [
        "Työllistymissuunnitelma laaditaan kahden viikon kuluessa.",
        "Suunnitelma koulutuksesta laaditaan vuoden kuluessa.",
        "Työllistymissuunnitelma laadittiin kumotun lain mukaan kuuden kuukauden kuluessa.",
        "Sysselsättningsplanen ska upprättas inom tre månader.",
        "Työllistymissuunnitelman kesto on kuusi kuukautta.",
    ],
    "c02": [
        "Työllistymissuunnitelma tarkistetaan vähintään kolmen kuukauden välein.",
        "Sysselsättningsplanen ses över minst var tredje månad.",
        "Henkilöstösuunnitelma tarkistetaan vuosittain.",
        "Asiakkaan suunnitelma tarkistetaan 6 kuukauden työkokeilun aikana.",
    ],
    "c03": [
        "Työttömän tilanne arvioidaan yhdessä.",
        "Mittarina on yli 12 kuukautta työttömänä olleiden asiakkaiden osuus.",
        "Työkokeilu voi kestää 6 kuukautta.",
    ],
    "c04": [
        "Asiakkuus päättyy Kelan, hyvinvointialueen ja työvoimaviranomaisen arvion perusteella.",
        "Asiakkuuden päättyminen: osapuolet arvioivat yhdessä.",
        "Asiakkuus alkaa arvioinnin aloittamisesta, ja suunnitelma on laadittu 3 kuukaudessa.",
        "Kundrelationen upphör enligt arbetskraftsmyndighetens, välfärdsområdets och "
        "Folkpensionsanstaltens gemensamma bedömning.",
    ],
    "c05": ["Olika typ av stöd ordnas.", "TE-toimisto oli osapuolena.", "Tyypillinen tilanne."],
    "c06": ["Laki 381/2023 tuli voimaan vuonna 2025.", "Asia 1369/20145 on vireillä."],
    "c07": ["681/2023 13 § 1 mom ja 22 §", "380/2023 15 §", "kotoutumislain 42 § ja 380/2023 15 §"],
    "c09": ["Savitaipaleen kunta", "Kävely ja avioliitto", "elinvoimakeskus (ent. ELY-keskus)"],
    "y05": ["Alle 25-vuotiaat työttömät", "Ohjaamo on 16–29-vuotiaille.", "Ohjaamo on kunnassa."],
    "d02": [
        "Asiakastiedot poistetaan 48 kuukauden kuluttua asiakkuuden päättymisestä.",
        "Rekisteröidyllä ei ole oikeutta käsittelyn rajoittamiseen.",
        "Sopimus säilytetään 10 vuotta.",
    ],
}


def search(module: str) -> Search:
    found: Search = import_module(f"sopimukset.law.rules.{module}").SEARCH
    return found


FOUND_CASES = [(name, *case) for name, cases in FOUND.items() for case in cases]
SPARED = [(name, text) for name, texts in LEFT_ALONE.items() for text in texts]


@pytest.mark.parametrize(("module", "text", "expected"), FOUND_CASES)
def test_words_are_found(module: str, text: str, expected: str | None) -> None:
    assert search(module).finder(text) == expected


@pytest.mark.parametrize(("module", "text"), SPARED)
def test_nothing_is_found(module: str, text: str) -> None:
    assert search(module).finder(text) is None


@pytest.mark.parametrize(("module", "text", "expected"), FOUND_CASES)
def test_stems_let_every_such_sentence_through(
    module: str, text: str, expected: str | None
) -> None:
    rule, small = search(module), f"\n{text.lower()}"
    if expected is not None:
        assert any(stem in small for stem in rule.stems)
        assert any(stem in small for stem in rule.besides)


ACTS = ("381-2023.fi.md", "381-2023.sv.md", "388-2024.fi.md", "388-2024.sv.md", "437-2024.sv.md")
RENAMING = {"c08", "c09"}
"""The older wordings of the act use the names that changed in 2026."""


@pytest.mark.parametrize("module", sorted({*FOUND, "c10"} - RENAMING))
@pytest.mark.parametrize("act", ACTS)
def test_the_law_itself_is_never_wrong(module: str, act: str) -> None:
    text = (Path(statutes.__file__).parent / "data" / act).read_text(encoding="utf-8")
    found = [(search(module).finder(item), item) for item in split_sentences(text)]
    assert [item for item in found if item[0] is not None] == []


TEXT = "Tilat ovat yhteisiä. Noudatetaan lakia (916/2012). TYPin laki on 1369/2014."


def test_text_is_read_until_its_first_wrong_words(tmp_path: Path) -> None:
    change = ("    kelan_osallistuminen: Kela…\n", f"    kelan_osallistuminen: {TEXT}\n")
    place = "sopimukset[sopimus].kelan_osallistuminen"
    row = Row("C06", "later sentences", (change,), (f"warning {place}",), says="916/2012")
    assert judged(row, tmp_path) == list(row.expected)


@pytest.mark.parametrize(
    ("sentence", "meant"),
    [
        ("Tilat ovat yhteisiä, ja TYP palvelee.", "TYP palvelee."),
        (
            "Entinen TYP lakkasi, ja TYP palvelee Lahdessa, jossa entinen TYP toimi.",
            "TYP palvelee Lahdessa, jossa entinen TYP toimi.",
        ),
    ],
)
def test_words_are_quoted_where_nothing_excuses_them(sentence: str, meant: str) -> None:
    rule = Search(("typ",), finder(words("typ"), words("entinen")), "", "")
    passage = Passage(("teksti",), f"Alku. {sentence}", date(2026, 1, 1))
    [hit] = rule.hits(cast("FileCase", SimpleNamespace(passages=[passage])))
    assert hit.quoted == (sentence, meant, "TYP")


CHANGED_IN_2026 = {
    "C08": "Mukana on elinkeino-, liikenne- ja ympäristökeskusten kehittämis- ja hallintokeskus.",
    "C09": "Mukana on ELY-keskus.",
    "C10": "Aktivointisuunnitelma koskee työmarkkinatukea saavaa.",
}


@pytest.mark.parametrize("code", CHANGED_IN_2026)
@pytest.mark.parametrize(("day", "number"), [("2025-12-31", 0), ("2026-01-01", 1)])
def test_change_of_2026_is_not_asked_for_before(
    tmp_path: Path, code: str, day: str, number: int
) -> None:
    text = CHANGED_IN_2026[code]
    change = ("    kelan_osallistuminen: Kela…\n", f"    kelan_osallistuminen: {text}\n")
    row = Row(code, "an agreement of 2026", (change,), day=day)
    place = "sopimukset[sopimus].kelan_osallistuminen"
    assert judged(row, tmp_path) == [f"warning {place}"] * number

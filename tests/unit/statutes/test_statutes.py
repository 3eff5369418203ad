"""Acts, texts by citation, links and national goals: what the rules and documents ask for."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sopimukset.statutes import Statutes, Viite, load, parse_viite

CITED_WITHOUT_TEXT = ("831/1994", "1086/2003", "150/1930", "1100/2024")


@pytest.fixture(scope="module")
def statutes() -> Statutes:
    return load()


def test_an_act_tells_its_names_its_period_and_what_is_stored(statutes: Statutes) -> None:
    act = statutes.saados("381/2023")
    assert act is not None
    assert act.nimi_fi == "Laki työllistymisen monialaisesta edistämisestä"
    assert act.nimi_sv == "Lag om sektorsövergripande främjande av sysselsättningen"
    assert (act.alkaen, act.paattyen) == (date(2025, 1, 1), None)
    assert act.tarkistettu == date(2026, 1, 1)
    assert act.kielet == ("fi", "sv")
    assert not act.alkuperainen
    assert "1413/2025" in act.huom


def test_the_day_of_the_stored_text_comes_from_the_text(statutes: Statutes) -> None:
    decree = statutes.saados("388/2024")
    assert decree is not None
    assert decree.tarkistettu == date(2026, 8, 17)


@pytest.mark.parametrize(
    ("numero", "day", "expected"),
    [
        ("381/2023", date(2024, 12, 31), False),
        ("381/2023", date(2025, 1, 1), True),
        ("380/2023", date(2025, 1, 1), True),
        ("1369/2014", date(2024, 12, 31), True),
        ("1369/2014", date(2025, 1, 1), False),
        ("1385/2022", date(2022, 12, 31), False),
        ("1385/2022", date(2032, 12, 31), True),
        ("1385/2022", date(2033, 1, 1), False),
        ("611/2021", date(2025, 1, 1), True),
    ],
)
def test_an_act_is_in_force_from_day_to_day(
    statutes: Statutes, numero: str, day: date, expected: bool
) -> None:
    assert statutes.saadokset[numero].voimassa(day) is expected


@pytest.mark.parametrize(
    "numero", ["434/2003", "423/2003", "621/1999", "13/2003", "189/2001", "644/2021"]
)
def test_an_original_text_is_marked_and_claims_no_day(statutes: Statutes, numero: str) -> None:
    act = statutes.saadokset[numero]
    assert act.alkuperainen
    assert act.tarkistettu is None


@pytest.mark.parametrize("numero", CITED_WITHOUT_TEXT)
def test_an_act_may_be_known_without_its_text(statutes: Statutes, numero: str) -> None:
    act = statutes.saadokset[numero]
    assert act.kielet == ()
    assert act.nimi_fi
    assert act.osoite
    assert statutes.pykalat(numero) == ()
    assert statutes.pykala(numero, "1") is None


def test_every_act_has_a_name_and_a_state(statutes: Statutes) -> None:
    assert all(act.nimi_fi and act.tila for act in statutes.saadokset.values())
    assert all(number == act.numero for number, act in statutes.saadokset.items())


def test_the_list_of_acts_is_read_only(statutes: Statutes) -> None:
    with pytest.raises(TypeError):
        statutes.saadokset["1/2000"] = statutes.saadokset["381/2023"]  # type: ignore[index]


def test_an_unknown_act_is_none(statutes: Statutes) -> None:
    assert statutes.saados("1/1800") is None
    assert statutes.pykalat("1/1800") == ()
    assert statutes.pykala("1/1800", "1") is None
    assert statutes.pykala("381/2023", "99") is None
    assert statutes.pykala("380/2023", "3", kieli="sv") is None


@pytest.mark.parametrize(
    ("viite", "start", "end"),
    [
        ("381/2023 9 § 2 mom", "Työvoimaviranomainen, hyvinvointialue ja", "resursoimisesta."),
        ("388/2024 1 § 1 mom", "Johtoryhmä asetetaan viideksi vuodeksi", "kerrallaan."),
        ("388/2024 3 § 5 k", "5) kansaneläkelaitoksen osallistumisesta", "kustannuksiin."),
        ("388/2024 3 § 1 mom 3 k", "3) 2 kohdassa tarkoitetun", "tarvittaessa;"),
        ("388/2024 3 § 1 mom", "Yhteistyösopimuksessa johtoryhmän", "kustannuksiin."),
        ("621/1999 6 § 1 mom 8 kohta", "8) ", ";"),
        ("381/2023 11 § 2 kohta", "2) monialaisen tuen", "tiedot;"),
        ("388/2024 1 §", "Johtoryhmä asetetaan", "varapuheenjohtajan."),
    ],
)
def test_a_citation_leads_to_its_text(statutes: Statutes, viite: str, start: str, end: str) -> None:
    text = statutes.text(parse_viite(viite))
    assert text is not None
    assert text.startswith(start)
    assert text.endswith(end)


def test_a_whole_momentti_has_its_items_on_lines(statutes: Statutes) -> None:
    text = statutes.text(Viite("388/2024", "3", 1))
    assert text is not None
    assert len(text.splitlines()) == 6


@pytest.mark.parametrize(
    "viite",
    [
        "381/2023 9 § 4 mom",
        "381/2023 9 § 1 kohta",
        "388/2024 3 § 6 kohta",
        "388/2024 3 § 2 mom 1 kohta",
        "381/2023 20 §",
        "434/2003 43 §",
        "434/2003 28 § 1 kohta",  # two lists: which is meant is open
    ],
)
def test_a_citation_that_leads_nowhere_gives_no_text(statutes: Statutes, viite: str) -> None:
    assert statutes.text(parse_viite(viite)) is None


def test_a_text_is_that_of_the_day_and_the_language(statutes: Statutes) -> None:
    viite = parse_viite("381/2023 18 §")
    before, after = date(2025, 12, 31), date(2026, 1, 1)
    assert (statutes.text(viite, before) or "").startswith("Kehittämis- ja hallintokeskus")
    assert (statutes.text(viite, after) or "").startswith("Työllisyys-, kehittämis- ja")
    assert (statutes.text(viite, before, "sv") or "").startswith("Utvecklings- och")
    assert statutes.text(viite, after, "sv") is None
    assert statutes.text(parse_viite("388/2024 1 § 1 mom"), kieli="sv") == (
        "Ledningsgruppen tillsätts för fem år i sänder."
    )


@pytest.mark.parametrize(
    ("numero", "address"),
    [
        ("381/2023", "https://www.finlex.fi/fi/laki/ajantasa/2023/20230381"),
        ("437/2024", "https://www.finlex.fi/fi/laki/alkup/2024/20240437"),
        ("410/2015", "https://www.finlex.fi/fi/laki/ajantasa/2015/20150410"),
        ("13/2003", "https://www.finlex.fi/fi/laki/ajantasa/2003/20030013"),
        ("423/2003", "https://www.finlex.fi/fi/laki/ajantasa/2003/20030423"),
        ("1285/2016", "https://www.finlex.fi/fi/laki/ajantasa/2016/20161285"),
        ("150/1930", "https://www.finlex.fi/fi/laki/ajantasa/1930/19300150"),
        ("1413/2025", ""),
        ("1369/2014", ""),
        ("1/1800", ""),
        ("", ""),
        ("laki", ""),
    ],
)
def test_a_link_leads_to_the_act_where_one_is_known(
    statutes: Statutes, numero: str, address: str
) -> None:
    assert statutes.url(numero) == address


def test_a_citation_is_linked_to_its_act_without_an_anchor(statutes: Statutes) -> None:
    assert statutes.url(parse_viite("381/2023 9 § 1 mom")) == statutes.url("381/2023")
    assert all("#" not in act.osoite for act in statutes.saadokset.values())


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2024, 12, 31), 0),
        (date(2025, 1, 1), 5),
        (date(2027, 12, 31), 5),
        (date(2028, 1, 1), 0),
    ],
)
def test_national_goals_hold_from_day_to_day(statutes: Statutes, day: date, count: int) -> None:
    assert len(statutes.national_goals(day)) == count


def test_the_finnish_labels_of_the_goals_are_marked_as_ours(statutes: Statutes) -> None:
    goals = statutes.national_goals(date(2025, 6, 1))
    assert [goal.avain for goal in goals] == [
        "yhdenvertaiset-palvelut",
        "heikossa-asemassa-olevien-tyollisyys",
        "nopea-tyollistyminen",
        "liikkuvuus",
        "alueiden-elinvoima",
    ]
    assert all(goal.kaannos_oma and goal.nimi_fi and goal.nimi_en for goal in goals)


def test_a_folder_of_ones_own_can_be_read(tmp_path: Path) -> None:
    acts = "numero,nimi_fi,nimi_sv,tila,voimassa,luettu,osoite,huom\n"
    (tmp_path / "acts.csv").write_text(acts, encoding="utf-8")
    (tmp_path / "muut_saadokset.csv").write_text(acts, encoding="utf-8")
    (tmp_path / "1-2000.fi.md").write_text(
        "# 1/2000 Koelaki\n\nLähde. Tallennettu teksti: 2020-02-02.\n\n"
        "## 1 § Otsikko (lyhyt)\n\nTeksti.\n",
        encoding="utf-8",
    )
    (tmp_path / "korvaukset.csv").write_text(
        "saados,kieli,pykala,momentit,tiedosto,alkaen,paattyen,peruste\n", encoding="utf-8"
    )
    statutes = Statutes(tmp_path)
    act = statutes.saadokset["1/2000"]
    assert (act.nimi_fi, act.tarkistettu, act.osoite) == ("Koelaki", date(2020, 2, 2), "")
    section = statutes.pykala("1/2000", "1")
    assert section is not None
    assert (section.otsikko, section.teksti) == ("Otsikko (lyhyt)", "Teksti.")


def test_a_broken_line_in_a_list_is_told(tmp_path: Path) -> None:
    (tmp_path / "acts.csv").write_text("numero,nimi_fi\n1/2000\n", encoding="utf-8")
    with pytest.raises(ValueError, match="zip"):
        Statutes(tmp_path)


def test_it_is_read_once() -> None:
    assert load() is load()


def test_a_text_is_read_only_when_asked_for() -> None:
    program = (
        "import sys\n"
        "opened = []\n"
        "sys.addaudithook(lambda e, a: opened.append(str(a[0])) if e == 'open' else None)\n"
        "import sopimukset.statutes as s\n"
        "assert not [n for n in opened if n.endswith(('.csv', '.md'))], opened\n"
        "assert 'sopimukset.statutes.parsing' not in sys.modules\n"
        "s.load().url('381/2023')\n"
        "assert 'sopimukset.statutes.parsing' not in sys.modules\n"
        "del opened[:]\n"
        "s.load().pykala('388/2024', '3')\n"
        "s.load().pykala('388/2024', '4')\n"
        "assert len([n for n in opened if n.endswith('.md')]) == 1, opened\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)

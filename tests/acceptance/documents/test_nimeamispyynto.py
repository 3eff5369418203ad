"""The request to each party to name its members: to whom, for what, what is asked of whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.kind_documents import make, texts
from tests.support.workspaces import edit, edit_lines, record, workspace

LAJI = "nimeamispyynto"
CHAIR = "Pyydämme vastaanottajaa nimeämään työvoimaviranomaisena myös puheenjohtajan."
VICE_CHAIR = "Pyydämme vastaanottajaa nimeämään hyvinvointialueena myös varapuheenjohtajan."
HELSINKIS_VICE_CHAIR = VICE_CHAIR.replace(
    "hyvinvointialueena", "hyvinvointialueen tehtävistä vastaavana"
)


def requests(folder: Path, language: str = "fi") -> dict[str, str]:
    """The text of each request, by the middle of its file's name."""
    assert not make(folder, LAJI, language).failed
    return {name.split("_")[2]: text for name, text in texts(folder, language).items()}


@pytest.mark.parametrize(
    ("region", "recipients"),
    [
        ("pohjois-karjala", {"joensuu", "hva", "kela"}),
        ("pohjanmaa", {"vaasa", "pietarsaari", "suupohja", "hva", "kela"}),
        ("helsinki", {"helsinki-tyo", "kela"}),
        (
            "pohjois-pohjanmaa",
            {
                *(f"pohjoinen-{name}" for name in ("oulu", "raahe", "kajaani", "hva", "kela")),
                *(f"jokilaaksot-{name}" for name in ("ylivieska", "hva", "kela")),
            },
        ),
    ],
)
def test_each_legal_person_of_the_territory_gets_one_request_for_each_group(
    tmp_path: Path, region: str, recipients: set[str]
) -> None:
    assert set(requests(workspace(tmp_path, region))) == recipients


def test_the_chair_is_asked_of_the_agreed_authority_and_the_vice_chair_of_the_county(
    tmp_path: Path,
) -> None:
    made = requests(workspace(tmp_path, "pohjanmaa"))
    assert {name for name, text in made.items() if CHAIR in text} == {"vaasa"}
    assert {name for name, text in made.items() if VICE_CHAIR in text} == {"hva"}
    assert "ei pyydetä puheenjohtajan" in made["kela"]
    swedish = requests(tmp_path, "sv")["hva"]
    assert "mottagaren i egenskap av välfärdsområde också utnämna vice ordföranden." in swedish


def test_a_rotating_chair_has_a_row_for_each_turn(tmp_path: Path) -> None:
    made = requests(workspace(tmp_path, "pohjois-pohjanmaa"))
    for turn in ("1.2.2025–31.7.2026", "1.8.2026–31.7.2028", "1.8.2028–31.1.2030"):
        assert f"Puheenjohtaja\n{turn}" in made["pohjoinen-oulu"]
    assert "31.7.2028, jäsenen on nimennyt Raahen kaupunki\n" in made["pohjoinen-oulu"]
    assert "1.2.2025–31.7.2026\n" in made["pohjoinen-oulu"], "its own member"
    assert CHAIR not in made["pohjoinen-raahe"]


def test_one_legal_person_in_two_roles_is_asked_for_both(tmp_path: Path) -> None:
    text = requests(workspace(tmp_path, "helsinki"))["helsinki-tyo"]
    assert CHAIR in text
    assert HELSINKIS_VICE_CHAIR in text
    assert "1. työvoimaviranomainen" in text
    assert "4. hyvinvointialueen tehtävistä vastaava" in text
    assert "työvoimaviranomainen, hyvinvointialueen tehtävistä vastaava" in text
    assert "lähettäjä ja vastaanottaja ovat sama oikeushenkilö" in text


def test_the_deadline_is_told_where_it_is_recorded_and_not_invented_otherwise(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path, "kainuu")
    for text in requests(folder).values():
        assert "Vastausta pyydetään ennen toimikauden alkua. Vastaukseksi" in text
        assert "Määräpäivää" not in text
        assert "tietosuoja-asetuksessa (EU) 2016/679 ja" in text
    edit(
        record(folder, "kainuu"),
        ("        paattyen: 2029-12-31\n        as", "        paattyen: 2029-12-31\n"
         "        nimettava_viimeistaan: 2024-12-13\n        as"),
    )  # fmt: skip
    for text in requests(folder).values():
        assert "Vastausta pyydetään viimeistään 13.12.2024." in text
        assert "Määräpäivää" not in text


def test_a_party_without_recorded_seats_gets_empty_rows(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    text = record(folder, "kainuu").read_text(encoding="utf-8")
    start, end = text.index("      - tunnus: kela-1"), text.index("    puheenjohtaja:")
    record(folder, "kainuu").write_text(text[:start] + text[end:], encoding="utf-8")
    found = requests(folder)["kela"]
    assert "kirjattujen jäsenyyksien määrä" not in found
    assert "\n1\n" in found
    assert "\n2\n" in found


def test_a_name_that_is_not_confirmed_is_marked_wherever_it_stands(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    made = requests(folder)
    recipient, sender = "Pietarsaaren kaupunki (nimi vahvistamatta)", "Vaasan kaupunki"
    assert f"\nVastaanottaja\n{recipient}, " in made["pietarsaari"]
    assert made["pietarsaari"].count(recipient) == 2, "above and where the answer is signed"
    assert "LUONNOS" in made["pietarsaari"]
    assert f"\nLähettäjä\n{sender}, " in made["kela"]
    assert "vahvistamatta" not in made["kela"]
    assert "LUONNOS" not in made["kela"]


def test_one_municipality_is_told_of_in_the_singular(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "vantaa-kerava")
    made, swedish = requests(folder), requests(folder, "sv")
    assert "\nJohtoryhmän toimialueen kunta: Vantaa.\n" in made["vantaa-hva"]
    assert "\nKommunen i ledningsgruppens verksamhetsområde: Vanda.\n" in swedish["vantaa-hva"]
    assert "Johtoryhmän toimialueen kunnat: Kerava, Sipoo." in made["kerava-sipoo-hva"]


def test_the_answers_address_is_left_to_fill_in(tmp_path: Path) -> None:
    for text in requests(workspace(tmp_path, "kainuu")).values():
        assert "Se lähetetään pyynnön lähettäjälle: [kirjaamon osoite]." in text
    for text in requests(tmp_path, "sv").values():
        assert "Det sänds till begärans avsändare: [registratorskontorets adress]." in text


def test_a_group_whose_setter_is_not_recorded_and_has_one_authority_is_asked_by_it(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path, "kainuu")
    edit_lines(record(folder, "kainuu"), lambda line: "asettaminen:" not in line)
    lines = requests(folder)["hva"].split("\n")
    place = lines.index("Lähettäjä")
    assert lines[place + 1] == "Kajaanin kaupunki, työvoimaviranomainen"


def test_an_unknown_setter_among_several_is_a_gap(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "pohjanmaa")
    edit_lines(
        record(folder, "pohjanmaa"),
        lambda line: "asettaminen:" not in line and "asettaja: vaasa" not in line,
    )
    make(folder, LAJI, "sv")
    assert all("UTKAST" in text for text in texts(folder, "sv").values())

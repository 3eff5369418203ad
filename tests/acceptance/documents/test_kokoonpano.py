"""The list of a group's members: who, named by whom, by which decision, and who followed whom."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from sopimukset.tasks.generate import Fate
from tests.support.kind_documents import make, texts
from tests.support.workspaces import edit, edit_lines, record, workspace

LAJI = "kokoonpano"


def only(folder: Path, language: str = "fi") -> str:
    assert not make(folder, LAJI, language).failed
    [text] = texts(folder, language).values()
    return text


@pytest.mark.parametrize(
    ("language", "label"), [("fi", "Johtava henkilö"), ("sv", "Ledande person")]
)
def test_who_leads_stays_on_the_page_of_who_deputises(
    tmp_path: Path, language: str, label: str
) -> None:
    make(workspace(tmp_path, "lappi"), LAJI, language)
    made = sorted((tmp_path / "build").rglob("*.docx"))
    assert len(made) == 4
    for path in made:
        with zipfile.ZipFile(path) as package:
            text = package.read("word/document.xml").decode()
        paragraphs = re.findall(r"<w:p>.*?</w:p>", text)
        [place] = [n for n, item in enumerate(paragraphs) if f">{label}: " in item]
        kept = ["<w:keepNext/>" in item for item in paragraphs[place - 1 : place + 2]]
        assert kept == [False, True, False]


def test_it_tells_who_followed_whom_from_which_day_by_which_decision(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, "pohjois-karjala"))
    changes = text[text.index("Muutokset toimikauden aikana") :].split("\n")
    place = changes.index("1.3.2026")
    assert changes[place : place + 6] == [
        "1.3.2026",
        "Pohjois-Karjalan hyvinvointialue, jäsen, varapuheenjohtaja",
        "palvelualuejohtaja",
        "aikuisten palvelujen johtaja",
        "hyvinvointialuejohtaja 17.2.2026 § 22,",
        "KUV-2026-64",
    ]


def test_a_rotating_chair_is_dated_and_told_by_whose_member_it_is(tmp_path: Path) -> None:
    make(workspace(tmp_path, "pohjois-pohjanmaa"), LAJI, "fi")
    text = next(text for name, text in texts(tmp_path, "fi").items() if "pohjoinen" in name)
    assert "puheenjohtaja\n(1.8.2026–31.7.2028)" in text
    assert "työllisyysaluejohtaja, Raahen kaupunki" in text
    assert "1.8.2028" in text[text.index("Muutokset toimikauden aikana") :]


def test_a_group_without_changes_says_that_none_are_recorded(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, "kainuu"))
    assert "Toimikaudelle ei ole kirjattu muutoksia." in text
    assert "Taulukko 3" not in text


def test_a_member_who_leaves_and_is_not_followed_leaves_the_place_unrecorded(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path, "pohjois-karjala")
    edit_lines(
        record(folder, "pohjois-karjala"), lambda line: "aikuisten palvelujen joh" not in line
    )
    text = only(folder)
    changes = text[text.index("Muutokset toimikauden aikana") :].split("\n")
    place = changes.index("1.3.2026")
    assert changes[place + 2 : place + 5] == ["palvelualuejohtaja", "ei kirjattu", "ei kirjattu"]


def test_a_missing_deputy_is_a_gap_that_is_listed(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    edit(
        record(folder, "kainuu"),
        ("        varajasenet: [{nimike: asiakkuuspäällikkö, alkaen: 2025-01-01}]\n", ""),
    )
    make(folder, LAJI, "fi")
    [text] = texts(folder, "fi").values()
    assert "varajäsen puuttuu (Kela)" in text
    assert "LUONNOS" in text


def test_the_newest_term_is_the_one_that_is_shown(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    edit(
        record(folder, "kainuu"),
        (
            "    jasenet:\n      - tunnus: kajaani-1\n",
            "      - {tunnus: k2030, alkaen: 2030-01-01, paattyen: 2034-12-31, asettaminen: "
            "{asettaja: kajaani, tekija: työllisyyslautakunta, pvm: 2029-12-10}}\n"
            "    jasenet:\n      - tunnus: kajaani-1\n",
        ),
    )
    make(folder, LAJI, "fi")
    [(name, text)] = texts(folder, "fi").items()
    assert name == "kainuu_kokoonpano_2030-01-01_fi.docx"
    assert "1.1.2030–31.12.2034" in text


def test_a_region_without_a_term_is_told_why_there_is_no_list(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    edit(
        record(folder, "kainuu"), ("        alkaen: 2025-01-01\n        paattyen: 2029-12-31\n", "")
    )
    [item] = make(folder, LAJI, "fi").items
    assert item.fate is Fate.SKIPPED
    assert "kainuu" in item.notes[0]
    assert "toimikautta" in item.notes[0]


def test_hard_names_come_out_whole(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    hard = """R&D <Oy> {{ x }} {% if %} 😀 O'Neill"""
    edit(record(folder, "kainuu"), ("nimi: Kainuun TYM-johtoryhmä", f'nimi: "{hard}"'))
    assert only(folder).count(hard) >= 2


def test_each_holder_of_an_office_over_a_seat_has_days_of_their_own(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, "pohjois-karjala"))
    rows = text.split("\n")
    first = rows.index("palvelualuejohtaja, Pohjois-Karjalan hyvinvointialue")
    assert rows[first - 1] == "varapuheenjohtaja"
    assert rows[first + 1].endswith("–28.2.2026")
    second = rows.index("aikuisten palvelujen johtaja, Pohjois-Karjalan hyvinvointialue")
    assert rows[second - 1 : second + 2 : 2] == ["varapuheenjohtaja", "1.3.2026 alkaen"]


def test_an_office_passes_on_by_the_decision_that_gave_its_seat(tmp_path: Path) -> None:
    """The county named who follows; how the first got the office is not recorded."""
    folder = workspace(tmp_path, "pohjois-karjala")
    namer = "Pohjois-Karjalan hyvinvointialue"
    first, second = (
        f"{title}, {namer}" for title in ("palvelualuejohtaja", "aikuisten palvelujen johtaja")
    )
    seat = "jäsenen vaihtuessa: hyvinvointialuejohtaja 17.2.2026 § 22,"
    rows = only(folder).split("\n")
    at = rows.index(first)
    assert rows[at + 2 : at + 4] == [namer, "ei kirjattu"]
    at = rows.index(second)
    assert rows[at + 2 : at + 5] == [namer, seat, "KUV-2026-64"]
    office = "{jasen: hva-1, nimeaja: hva, alkaen: 2025-02-01}"
    own = ", paatos: {tekija: aluehallitus, pvm: 2025-01-20, pykala: 9}}"
    edit(record(folder, "pohjois-karjala"), (office, office[:-1] + own))
    rows = only(folder).split("\n")
    at = rows.index(first)
    assert rows[at + 3] == "aluehallitus 20.1.2025 § 9"
    at = rows.index(second)
    assert rows[at + 3 : at + 6] == ["aluehallitus 20.1.2025 § 9;", seat, "KUV-2026-64"]


def test_helsinki_is_called_by_its_tasks_and_no_county(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, "helsinki"))
    assert "Varapuheenjohtajan nimeää hyvinvointialueen tehtävistä vastaava: Helsingin sos" in text
    assert "Varapuheenjohtajan nimeää hyvinvointialue:" not in text
    other = only(workspace(tmp_path / "muu", "kainuu"))
    assert "Varapuheenjohtajan nimeää hyvinvointialue: Kainuun hyvinvointialue." in other

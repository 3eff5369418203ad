"""`sopimukset law`: what the rules rest on, and what a newer text would change."""

from __future__ import annotations

import shutil
import unicodedata
from pathlib import Path

import pytest

from sopimukset.law.registry import RULES
from tests.support.command_line import fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT

DATA = CHECKOUT / "sopimukset" / "statutes" / "data"


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    folder = tmp_path / "uudet"
    folder.mkdir()
    for name in ("381-2023.fi.md", "388-2024.fi.md", "423-2003.fi.md"):
        shutil.copy(DATA / name, folder)
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_list_tells_acts_rules_and_what_is_unsure(tmp_path: Path) -> None:
    done = sopimukset("law", "list", cwd=tmp_path)
    said = flat(done.out)
    assert (done.code, done.err) == (0, "")
    assert "388/2024 VNA" in said
    assert "teksti tarkistettu 17.8.2026" in said
    assert "1086/2003 Saamen kielilaki" in said.partition("ilman tallennettua tekstiä")[2]
    assert "alkuperäinen teksti, myöhempiä muutoksia ei ole tarkistettu" in said
    unsure = said.partition("pohjana oleva teksti on voinut muuttua")[2]
    assert "C01 381/2023 4 § 3 mom: 1413/2025" in unsure
    assert "G14" not in unsure
    for rule in RULES:
        assert not rule.citations or f"{rule.code} {flat(rule.title)}" in said


def test_a_rule_that_is_not_in_force_on_the_day_says_so(tmp_path: Path) -> None:
    said = flat(sopimukset("--as-of", "2024-12-31", "law", "list", cwd=tmp_path).out)
    assert "ei voimassa tarkastelupäivänä; 1.1.2025 alkaen" in said


def test_without_a_folder_nothing_is_compared_and_it_says_so(tmp_path: Path) -> None:
    done = sopimukset("law", "check", cwd=tmp_path)
    assert done.code == 0
    assert done.out.startswith("Mitään ei verrattu")
    assert (
        "381/2023 Laki työllistymisen monialaisesta edistämisestä: teksti tarkistettu" in done.out
    )


def test_the_same_texts_are_no_news(newer: Path) -> None:
    before = fingerprints(newer)
    done = sopimukset("law", "check", newer, cwd=newer)
    assert done.code == 0
    assert done.out.count("Ei muutoksia.") == 3
    assert "Ei verrattu, koska kansiossa ei ole tekstiä: " in done.out
    assert fingerprints(newer) == before


def test_the_same_letters_written_in_parts_are_no_news(newer: Path) -> None:
    for path in newer.iterdir():
        text = path.read_text(encoding="utf-8")
        apart = unicodedata.normalize("NFD", text)
        assert apart != text
        path.write_text(apart, encoding="utf-8")
    done = sopimukset("law", "check", str(newer), cwd=newer)
    assert done.code == 0
    assert "muuttunut" not in done.out


def test_capitals_in_a_files_name_make_no_difference(newer: Path) -> None:
    for path in newer.iterdir():
        path.rename(path.with_name(path.name.replace(".fi.md", ".FI.MD")))
    assert sopimukset("law", "check", str(newer), cwd=newer).code == 0
    change(newer / "388-2024.FI.MD", "viideksi vuodeksi", "neljäksi vuodeksi")
    done = sopimukset("law", "check", str(newer), cwd=newer)
    assert done.code == 1
    assert "1 §" in done.out


def test_a_changed_momentti_names_the_rules_that_cite_it(newer: Path) -> None:
    change(newer / "388-2024.fi.md", "viideksi vuodeksi", "neljäksi vuodeksi")
    change(newer / "388-2024.fi.md", "teksti: 2026-08-17", "teksti: 2027-01-01")
    change(
        newer / "381-2023.fi.md",
        "## 19 § Voimaantulo",
        "## 18 a § Uusi\n\nJotakin.\n\n## 19 § Voimaantulo",
    )
    done = sopimukset("law", "check", newer, cwd=newer)
    said = flat(done.out)
    assert done.code == 1
    assert "kansion teksti 1.1.2027" in said
    assert "1 § teksti muuttunut (1 mom): tarkista säännöt G14." in said
    assert "18 a § uusi pykälä: mikään sääntö ei viittaa tähän." in said


@pytest.mark.parametrize(
    ("name", "section", "changed", "told"),
    [
        (
            "437-2024.sv.md",
            "minst en ledningsgrupp",
            "minst två ledningsgrupper",
            "9 § teksti muuttunut (1 mom): tarkista säännöt G01,",
        ),
        (
            "437-2024.sv.md",
            "ska anvisa tillräckligt med personal",
            "ska anvisa personal",
            "9 § teksti muuttunut (2 mom): tarkista säännöt",
        ),
        (
            "437-2024.sv.md",
            "förutsätter personliga",
            "kräver personliga",
            "12 § teksti muuttunut (1 mom): tarkista säännöt D02.",
        ),
        (
            "644-2021.fi.md",
            "muuta viranomaista, jonka",
            "toista viranomaista, jonka",
            "6 § teksti muuttunut (1 mom): tarkista säännöt L",
        ),
    ],
)
def test_a_text_that_replaces_sections_concerns_the_rules_that_cite_these(
    tmp_path: Path, name: str, section: str, changed: str, told: str
) -> None:
    """Rules cite 381/2023 9 §; its Swedish text in force stands in an act that amended it."""
    shutil.copy(DATA / name, tmp_path)
    change(tmp_path / name, section, changed)
    done = sopimukset("law", "check", tmp_path, cwd=tmp_path)
    assert done.code == 1
    assert told in flat(done.out)


def test_an_older_text_is_said_to_be_older(newer: Path) -> None:
    change(newer / "388-2024.fi.md", "teksti: 2026-08-17", "teksti: 2025-01-01")
    assert "vanhempi kuin tallennettu" in sopimukset("law", "check", newer, cwd=newer).out


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("Pelkkää tekstiä.\n".encode(), "ei ole pykäliä"),
        ("# x\n\n## Johdanto\n\nä\n".encode(), "ei ole pykälän otsikko"),
        ("## 1 § Ä\n".encode("latin-1"), "ei ole UTF-8"),
    ],
)
def test_a_damaged_file_is_named_and_the_others_compared(
    newer: Path, content: bytes, reason: str
) -> None:
    (newer / "388-2024.fi.md").write_bytes(content)
    done = sopimukset("law", "check", newer, cwd=newer)
    assert done.code == 1
    assert reason in done.out
    assert done.out.count("Ei muutoksia.") == 2


def test_an_act_that_is_not_stored_is_not_compared(newer: Path) -> None:
    (newer / "1-1734.fi.md").write_text("## 1 § Y\n\nJ.\n", encoding="utf-8")
    done = sopimukset("law", "check", newer, cwd=newer)
    assert done.code == 0
    assert "1-1734.fi.md: tästä säädöksestä ei ole tallennettu tekstiä" in done.out


def test_a_folder_without_texts_or_no_folder(tmp_path: Path) -> None:
    (tmp_path / "muu.md").write_text("x", encoding="utf-8")
    empty = sopimukset("law", "check", tmp_path, cwd=tmp_path)
    assert (empty.code, empty.out) == (3, "")
    assert "esimerkiksi 381-2023.fi.md" in empty.err
    assert sopimukset("law", "check", tmp_path / "ei-ole", cwd=tmp_path).code == 2


def test_a_missing_or_unknown_command_is_wrong_usage(tmp_path: Path) -> None:
    assert sopimukset("law", "tutki", cwd=tmp_path).code == 2
    done = sopimukset("law", cwd=tmp_path)
    assert done.code == 2
    assert "check" in done.out + done.err

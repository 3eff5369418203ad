"""A letter that asks for comments: who asks, when, in which case, whom."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopimukset.tasks.generate import Fate
from tests.support.made_documents import gap_runs, made, notes, words
from tests.support.workspaces import edit_lines, record, workspace

KIND = "lausuntopyynto"


@pytest.mark.parametrize(
    ("region", "language", "head"),
    [
        (
            "kainuu",
            "fi",
            [
                "Lähettäjä\ttyöllisyysjohtaja, Kajaanin kaupunki",
                "Päiväys\t16.12.2024",
                "Asiatunnus\tKUV-2024-495",
                "Johtoryhmä\tKainuun TYM-johtoryhmä",
                "Lausunto viimeistään\t17.1.2025",
                "Lausuntoa pyydetään",
            ],
        ),
        (
            "pohjanmaa",
            "sv",
            ["Avsändare\tsysselsättningsdirektör, Vasa stad", "Datum\t20.1.2025"],
        ),
    ],
)
def test_it_begins_with_its_sender_its_day_and_its_case(
    region: str, language: str, head: list[str], tmp_path: Path
) -> None:
    made(workspace(tmp_path, region), KIND, languages=(language,))
    lines = words(tmp_path, f"_{language}.docx").splitlines()
    first = lines.index(head[0])
    assert lines[first : first + len(head)] == head
    (path,) = (tmp_path / "build").rglob("*.docx")
    assert not [run.text for run in gap_runs(path) if run.text.startswith("[")]


def test_a_letter_without_its_sender_is_a_draft_that_is_never_final(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    edit_lines(record(folder, "kainuu"), lambda line: "lahettaja:" not in line)
    result = made(folder, KIND, languages=("fi",))
    assert "LUONNOS" in result.items[0].marks
    text = words(tmp_path, "_fi.docx")
    assert "\nLähettäjä\tpuuttuu\n" in text
    assert "lopullisena: lausuntopyynnön lähettäjä puuttuu." in text
    (path,) = (tmp_path / "build").rglob("*.docx")
    assert [run.text for run in gap_runs(path) if run.text] == ["puuttuu"]
    refused = made(folder, KIND, languages=("fi",), final=True)
    assert [item.fate for item in refused.items] == [Fate.REFUSED]
    place = "sopimukset[tym-sopimus].lausuntokierros"
    assert f"lausuntopyynnön lähettäjä puuttuu ({place})" in notes(refused)


def test_a_letter_that_names_its_sender_can_be_final(tmp_path: Path) -> None:
    result = made(workspace(tmp_path, "kainuu"), KIND, languages=("fi",), final=True)
    assert [item.fate for item in result.items] == [Fate.MADE]


def test_a_letter_without_its_day_is_a_draft(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "kainuu")
    edit_lines(record(folder, "kainuu"), lambda line: "pyydetty:" not in line)
    result = made(folder, KIND, languages=("fi",))
    assert "lausuntopyynnön päivä puuttuu" in notes(result)
    assert "LUONNOS" in result.items[0].marks

"""A notice of termination: what ends, by whom, when, and what the law still demands."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopimukset.tasks.generate import Fate
from tests.support.kind_documents import SAMPLE, make, sample_workspace, texts
from tests.support.workspaces import edit, record, workspace

LAJI = "irtisanomisilmoitus"
MUST = "Neuvottelut uudesta sopimuksesta aloitetaan sen vuoksi viipymättä"


def only(folder: Path, language: str = "fi", **wishes: object) -> str:
    assert not make(folder, LAJI, language, **wishes).failed
    [text] = texts(folder, language).values()
    return text


def terminated(folder: Path, *, months: int | None = 12, ends: str = "") -> Path:
    """A workspace in which the county has given notice of Kainuu's statutory agreement."""
    workspace(folder, "kainuu")
    path = record(folder, "kainuu")
    notice = "" if months is None else f"    irtisanomisaika_kk: {months}\n"
    edit(
        path,
        (
            "    voimassa: {alkaen: 2025-03-01}\n    irtisanomisaika_kk: 12\n",
            f"    voimassa: {{alkaen: 2025-03-01{ends}}}\n{notice}"
            "    irtisanottu: 2026-08-31\n    irtisanoja: hva\n",
        ),
    )
    return folder


def test_the_statutory_agreement_is_mandatory_so_negotiations_begin(tmp_path: Path) -> None:
    text = only(terminated(tmp_path))
    assert MUST in text
    assert "(381/2023 9 § 2 mom)" in text
    assert "on vapaaehtoinen" not in text
    for fact in (
        "Irtisanova osapuoli: Kainuun hyvinvointialue.",
        "Irtisanomispäivä: 31.8.2026",
        "Irtisanomisaika: 12 kuukautta",
        "lasketaan irtisanomispäivästä: 31.8.2027",
        "Sopimuksen asiatunnus: KUV-2024-495",
        "Päätös irtisanomisesta: puuttuu.",
        "LUONNOS",
    ):
        assert fact in text, fact


def test_it_is_sent_to_the_other_parties_and_signed_by_the_one_that_gives_notice(
    tmp_path: Path,
) -> None:
    text = only(terminated(tmp_path))
    signed, receipts = text[text.index("Päiväys ja allekirjoitus") :].split("Tiedoksisaanti\n")
    assert "Kajaanin kaupunki" in receipts
    assert "Kansaneläkelaitos" in receipts
    assert "Kainuun hyvinvointialue" not in receipts
    assert "Kainuun hyvinvointialue" in signed


@pytest.mark.parametrize(
    ("months", "ends", "last"),
    [
        (6, "", "28.2.2027"),
        (12, ", paattyen: 2026-12-31", "31.12.2026"),
        (12, ", paattyen: 2030-12-31", "31.8.2027"),
        (0, "", "31.8.2026"),
    ],
)
def test_the_last_day_is_counted_and_never_later_than_the_fixed_end(
    tmp_path: Path, months: int, ends: str, last: str
) -> None:
    text = only(terminated(tmp_path, months=months, ends=ends))
    assert f"Päättyy aikaisintaan\t{last}" in text


def test_a_voluntary_agreement_needs_no_successor(tmp_path: Path) -> None:
    text = only(workspace(tmp_path, "lappi"))
    assert "Irtisanottava sopimus on vapaaehtoinen, eikä laki edellytä uutta." in text
    assert MUST not in text
    assert "Päättyy aikaisintaan\t16.9.2026" in text


def test_a_notice_with_an_entry_of_its_own_is_told_once_with_decision_and_signature(
    tmp_path: Path,
) -> None:
    text = only(sample_workspace(tmp_path, LAJI), regions=(SAMPLE,))
    assert "Päätös irtisanomisesta: aluehallitus 7.9.2026 § 190, KUV-2026-977." in text
    assert "Allekirjoitettu sähköisesti 15.9.2026" in text
    assert MUST in text


def test_a_notice_of_no_known_agreement_is_a_draft_that_says_so(tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, LAJI)
    path = record(folder, SAMPLE)
    edit(path, ("    laji: tym-sopimus\n", "    laji: nuorten-yhteispalvelu\n"))
    edit(path, ("    irtisanottu: 2026-09-15\n    irtisanoja: hva\n", ""))
    text = only(folder, regions=(SAMPLE,))
    for lacking in ("irtisanottava sopimus", "irtisanova osapuoli", "irtisanomispäivä"):
        assert f"{lacking} puuttuu" in text, lacking


def test_an_unrecorded_party_or_period_of_notice_is_a_gap(tmp_path: Path) -> None:
    folder = terminated(tmp_path, months=None)
    edit(record(folder, "kainuu"), ("    irtisanoja: hva\n", ""))
    make(folder, LAJI, "fi")
    [text] = texts(folder, "fi").values()
    for lacking in ("irtisanova osapuoli", "irtisanomisaika", "viimeinen voimassaolopäivä"):
        assert f"{lacking} puuttuu" in text, lacking
    assert "LUONNOS" in text


def test_a_region_in_which_nothing_is_terminated_has_no_notice(tmp_path: Path) -> None:
    [item] = make(workspace(tmp_path, "kainuu"), LAJI, "fi").items
    assert item.fate is Fate.SKIPPED

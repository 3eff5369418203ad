"""The authorities' agreement on who sets their common group (381/2023 9 § 1 mom)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopimukset.base.data import data_folder
from sopimukset.tasks.generate import Fate
from sopimukset.tasks.judging import check
from tests.support.agreements import (
    DAY,
    SAMPLE_REGION,
    as_changes,
    audit,
    finnish_lines,
    made,
    sample,
    text,
)
from tests.support.workspaces import CHECKOUT, edit, edit_lines, record, workspace

KIND = "sopimus-asettajasta"
FOLDER = data_folder("templates") / KIND


def test_the_sample_becomes_a_whole_agreement_in_both_languages(tmp_path: Path) -> None:
    sample(tmp_path, KIND)
    finnish, swedish = made(tmp_path, KIND, regions=(SAMPLE_REGION,)).items
    assert finnish.name.endswith("/kanta-hame_sopimus-asettajasta_2025-01-08_fi.docx")
    for item, facts in (
        (finnish, ("Hämeenlinnan kaupunki", "työvoimaviranomainen: Riihimäki.", "12 kuukautta")),
        (swedish, ("Tavastehus stad", "arbetskraftsmyndigheten: Riihimäki.", "12 månader")),
    ):
        assert (item.fate, item.notes) == (Fate.MADE, ("Alue on valmisteilla.",))
        told = text(item)
        assert [fact for fact in (*facts, "KUV-2025-3", "17.9.2024") if fact not in told] == []
        assert audit(item) == []
    assert finnish_lines(swedish, KIND) == []


def test_it_is_made_of_every_worked_region_whose_authorities_have_agreed(tmp_path: Path) -> None:
    result = made(CHECKOUT, KIND, out=tmp_path)
    names = [item.name.rpartition("/")[2] for item in result.having(Fate.MADE)]
    assert names == [
        "paijat-hame_sopimus-asettajasta_2024-11-14_fi.docx",
        "pohjanmaa_sopimus-asettajasta_2024-12-11_sv.docx",
        "pohjanmaa_sopimus-asettajasta_2024-12-11_fi.docx",
        "pohjois-pohjanmaa_sopimus-asettajasta_2024-12-19_fi.docx",
    ]
    assert [audit(item) for item in result.having(Fate.MADE)] == [[], [], [], []]
    assert not result.failed


def test_only_the_authorities_are_parties_and_sign(tmp_path: Path) -> None:
    told = text(made(workspace(tmp_path), KIND).items[0])
    signing = told[told.rindex("Päiväys ja allekirjoitus") :]
    assert ("Hollolan kunta" in signing, "Lahden kaupunki" in signing) == (True, True)
    assert "Päijät-Hämeen hyvinvointialue" not in told
    assert "työllisyyslautakunta 5.11.2024 § 61, KUV-2024-41" in told


def test_without_a_recorded_paper_nothing_is_said_of_it(tmp_path: Path) -> None:
    result = made(workspace(tmp_path), KIND)
    told = text(result.items[0])
    assert result.items[0].marks == ("ESIMERKKI",)
    for word in ("Asiatunnus:", "asiatunnus:", "säilytysaika:", "Irtisanomisaika", "toistaiseksi"):
        assert word not in told
    assert "niin kauan kuin osapuolet kuuluvat siihen" in told


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        ("      asettaja: hollola\n", "johtoryhmän asettaja puuttuu"),
        ("      puheenjohtajan_nimeaja: hollola\n", "puheenjohtajan nimeäjä puuttuu"),
        ("      johtavan_henkilon_nimeaja: hollola\n", "johtavan henkilön nimeäjä puuttuu"),
        ("      osapuolet: [hollola, lahti]\n", "sopivat työvoimaviranomaiset puuttuu"),
    ],
)
def test_what_the_act_demands_is_a_listed_gap_where_it_is_missing(
    tmp_path: Path, line: str, gap: str
) -> None:
    folder = workspace(tmp_path)
    edit(record(folder), (line, ""))
    item = made(folder, KIND).items[0]
    assert f"{gap} (johtoryhmat[tym].sopimus_asettajasta)" in item.notes
    assert "LUONNOS" in item.marks
    assert text(item).count(gap) >= 2
    assert made(folder, KIND, final=True, force=True).failed


def test_each_of_several_groups_has_its_own_agreement(tmp_path: Path) -> None:
    path = sample(tmp_path, KIND)
    words = path.read_text("utf-8")
    start, end = words.index("  - tunnus: tym\n"), words.index("sopimukset:  ")
    second = words[start:end].replace("tunnus: tym", "tunnus: toinen").replace("kaikki", "[Loppi]")
    path.write_text(words[:end].rstrip() + "\n" + second + words[end:], encoding="utf-8")
    result = made(tmp_path, KIND, "fi", regions=(SAMPLE_REGION,))
    first, other = result.items
    assert first.name.endswith("_sopimus-asettajasta_tym_2025-01-08_fi.docx")
    assert other.name.endswith("_sopimus-asettajasta_toinen_2025-01-08_fi.docx")
    assert "Kaikki" not in text(other)
    assert "Johtoryhmän toimialueen kunta: Loppi." in text(other)
    assert "KUV-2025-3" not in text(other)


def test_a_region_of_one_authority_has_none_and_that_is_right(tmp_path: Path) -> None:
    result = made(workspace(tmp_path, "pohjois-karjala"), KIND)
    assert [item.fate for item in result.items] == [Fate.SKIPPED]


def test_authorities_without_an_agreement_are_told_of(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    words = record(folder).read_text("utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(words) if "sopimus_asettajasta:" in line)
    end = next(
        n for n, line in enumerate(words) if n > start and line.startswith("    toimikaudet")
    )
    gone = set(words[start:end])
    edit_lines(record(folder), lambda line: line not in gone)
    item = made(folder, KIND).items[0]
    assert item.fate is Fate.SKIPPED
    assert "johtoryhmän asettajasta ei ole kirjattu" in item.notes[0]


def test_names_with_markup_come_out_whole(tmp_path: Path) -> None:
    path = sample(tmp_path, KIND)
    nasty = "A & <B> {{ 7*7 }} {% raw %} 'Öst' 🙂"
    edit(path, ("oikeushenkilo: {fi: Riihimäen kaupunki,", f'oikeushenkilo: {{fi: "{nasty}",'))
    item = made(tmp_path, KIND, "fi", regions=(SAMPLE_REGION,)).items[0]
    assert text(item).count(nasty) == 3
    assert audit(item) == []


def test_the_rules_of_wording_find_nothing_in_the_texts(tmp_path: Path) -> None:
    path = sample(tmp_path, KIND)
    changes = "    lausekemuutokset:\n" + "".join(as_changes(KIND, date(2025, 1, 8), CONTEXT))
    edit(path, ("    irtisanomisaika_kk: 12\n", f"    irtisanomisaika_kk: 12\n{changes}"))
    found = check(tmp_path, (SAMPLE_REGION,), DAY).findings
    assert [item for item in found if item.code[0] in "CDM"] == []


CONTEXT: dict[str, Any] = {
    "asiakirja": {"asiatunnus": "KUV-1", "sailytysaika": "10 v"},
    "johtoryhma": {"nimi": "Ryhmä", "kunnat": ["Loppi"], "koko_alue": False},
    "asettaja": "Loppi",
    "puheenjohtajan_nimeaja": "Loppi",
    "johtavan_henkilon_nimeaja": "Loppi",
    "neuvottelu": {"paiva": "1.9.2024", "tulos": "yksi"},
    "sopimus": {"alkaen": "1.1.2025", "paattyen": "", "irtisanomisaika": "12 kk", "optiot": ""},
}

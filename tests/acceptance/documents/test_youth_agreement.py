"""The agreement on the young people's service (381/2023 16 §)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopimukset.base.data import data_folder
from sopimukset.formats import zip as archive
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

KIND = "nuorten-yhteispalvelu"
FOLDER = data_folder("templates") / KIND
ONLY = (SAMPLE_REGION,)
PAPER = "  - tunnus: nuoret\n    laji: nuorten-yhteispalvelu\n"


def without_paper(path: Path) -> None:
    """The sample without the recorded agreement."""
    words = path.read_text("utf-8")
    start, end = words.index("sopimukset:\n"), words.index("nuorten_yhteispalvelu:\n")
    path.write_text(words[:start] + words[end:], encoding="utf-8")


def test_the_sample_becomes_a_whole_agreement_in_both_languages(tmp_path: Path) -> None:
    sample(tmp_path, KIND)
    finnish, swedish = made(tmp_path, KIND, regions=ONLY).items
    assert finnish.name.endswith("/kanta-hame_nuorten-yhteispalvelu_2025-04-01_fi.docx")
    for item, facts in (
        (finnish, ("Esimerkin koulutuskuntayhtymä", "Hämeenlinna: 50", "31.12.2028 saakka")),
        (swedish, ("Exempels utbildningssamkommun", "Tavastehus: 50", "till och med 31.12.2028")),
    ):
        assert (item.fate, item.notes) == (Fate.MADE, ("Alue on valmisteilla.",))
        told = text(item)
        for fact in (*facts, "KUV-2025-21", "28.1.2025", "12.2.2025", "27.3.2025"):
            assert fact in told, fact
        assert audit(item) == []
    assert finnish_lines(swedish, KIND) == []
    assert "antalet anställda som medverkar i samservicen" in text(swedish)


def test_every_service_of_the_worked_regions_has_its_agreement(tmp_path: Path) -> None:
    result = made(CHECKOUT, KIND, out=tmp_path)
    assert not result.failed
    names = {item.name.rpartition("/")[2].split("_nuorten")[0] for item in result.items}
    assert names == {
        *("helsinki", "ita-uusimaa", "kainuu", "lappi", "paijat-hame", "pohjanmaa"),
        *("pohjois-karjala", "pohjois-pohjanmaa", "vantaa-kerava"),
    }
    for item in result.items:
        assert audit(item) == [], item.name
        if item.name.endswith("_sv.docx"):
            assert finnish_lines(item, KIND) == [], item.name


def test_in_helsinki_the_city_signs_once_and_kela_beside_it(tmp_path: Path) -> None:
    finnish, swedish = made(workspace(tmp_path, "helsinki"), KIND).items
    assert finnish.marks == ("ESIMERKKI",)
    told = text(finnish)
    assert "kahdessa roolissa: Helsingin kaupunki." in told
    signing = told[told.rindex("Päiväys ja allekirjoitus") :]
    assert (signing.count("Helsingin kaupunki"), signing.count("Kansaneläkelaitos")) == (1, 1)
    assert "två roller i avtalet: Helsingfors stad." in text(swedish)


def test_a_date_alone_does_not_tell_how_costs_are_divided(tmp_path: Path) -> None:
    without_paper(sample(tmp_path, KIND))
    item = made(tmp_path, KIND, "fi", regions=ONLY).items[0]
    place = "(nuorten_yhteispalvelu[ohjaamo])"
    assert f"kustannusten jaon sisältöä ei ole kirjattu {place}" in item.notes
    assert f"asiatunnus puuttuu {place}" in item.notes
    assert f"säilytysaika puuttuu {place}" in item.notes
    told = text(item)
    agreed = "kustannusten jaosta on sovittu 27.3.2025; kustannusten jaon sisältöä ei ole kirjattu."
    assert agreed in told
    assert told.count("kustannusten jaosta on sovittu") == 1
    assert "kustannusten jako puuttuu" not in told
    assert "toistaiseksi" not in told
    assert "irtisano" not in told
    assert item.name.endswith("_2025-03-27_fi.docx")


@pytest.mark.parametrize(
    ("line", "gap"),
    [
        ("    koordinaattori: ", "vastaava henkilö puuttuu (sopimukset[nuoret])"),
        ("    palvelupisteet:", "palvelupisteet puuttuu (sopimukset[nuoret])"),
        ("    asiatunnus: ", "asiatunnus puuttuu (sopimukset[nuoret])"),
        ("    voimassa: ", "voimaantulopäivä puuttuu (sopimukset[nuoret].voimassa)"),
    ],
)
def test_what_the_agreement_needs_is_a_listed_gap(tmp_path: Path, line: str, gap: str) -> None:
    path = sample(tmp_path, KIND)
    points = ("      - {tunnus: keskusta", "      - {tunnus: forssa")
    gone = (line, *points) if "palvelupisteet" in line else (line,)
    edit_lines(path, lambda text: not text.startswith(gone))
    item = made(tmp_path, KIND, "fi", regions=ONLY).items[0]
    assert any(note.endswith(gap) for note in item.notes), item.notes
    assert text(item).count(gap.split(" puuttuu")[0]) >= 2
    assert made(tmp_path, KIND, "fi", regions=ONLY, final=True).failed


def test_one_legal_person_alone_makes_no_agreement(tmp_path: Path) -> None:
    folder = workspace(tmp_path, "helsinki")
    words = record(folder, "helsinki").read_text("utf-8")
    start = words.index("  - tunnus: nuoret                       # 381")
    end = words.index("nuorten_yhteispalvelu:  ")
    rest = words[end:].replace("[helsinki-tyo, helsinki-sote, kela]", "[helsinki-tyo]")
    record(folder, "helsinki").write_text(words[:start] + "\n" + rest, encoding="utf-8")
    item = made(folder, KIND, "fi").items[0]
    assert "yhteispalvelun osapuolet puuttuu (nuorten_yhteispalvelu[nuoret])" in item.notes


def test_one_paper_for_two_services_and_the_newest_of_two_papers(tmp_path: Path) -> None:
    path = sample(tmp_path, KIND)
    words = path.read_text("utf-8")
    start, end = words.index(PAPER), words.index("nuorten_yhteispalvelu:\n")
    older = words[start:end].replace("tunnus: nuoret", "tunnus: vanha")
    older = older.replace("KUV-2025-21", "KUV-2024-1").replace("alkaen: 2025-", "alkaen: 2024-")
    service = words[end:].split("\n", 1)[1].replace("tunnus: ohjaamo", "tunnus: toinen")
    service = service.replace("Ohjaamo keskustassa", "Toinen piste")
    path.write_text(words[:start] + older + words[start:] + service, encoding="utf-8")
    result = made(tmp_path, KIND, "fi", regions=ONLY)
    assert len(result.items) == 1
    told = text(result.items[0])
    assert ("KUV-2025-21" in told, "KUV-2024-1" in told) == (True, False)
    assert ("Ohjaamo keskustassa" in told, "Toinen piste" in told) == (True, True)


def test_names_with_markup_come_out_whole(tmp_path: Path) -> None:
    path = sample(tmp_path, KIND)
    nasty = "A & <B> {{ 7*7 }} {% raw %} 'Öst' 🙂"
    edit(path, ("{fi: Esimerkin koulutuskuntayhtymä,", f'{{fi: "{nasty}",'))
    item = made(tmp_path, KIND, "fi", regions=ONLY).items[0]
    assert text(item).count(nasty) == 3
    assert audit(item) == []


def test_the_rules_of_wording_find_nothing_in_the_texts(tmp_path: Path) -> None:
    path = sample(tmp_path, KIND)
    changes = "    lausekemuutokset:\n" + "".join(as_changes(KIND, date(2025, 4, 1), CONTEXT))
    edit(path, ("    irtisanomisaika_kk: 6\n", f"    irtisanomisaika_kk: 6\n{changes}"))
    found = check(tmp_path, ONLY, DAY).findings
    assert [item for item in found if item.code[0] in "CDM"] == []


CONTEXT: dict[str, Any] = {
    "asiakirja": {"asiatunnus": "KUV-1", "sailytysaika": "10 v"},
    "kaksoisrooli": "Loppi",
    "viranomaiset": ["Loppi"],
    "tarvearviot": ["Loppi 1.1.2025"],
    "neuvottelu": {"paiva": "1.2.2025", "osallistujat": ["Loppi"]},
    "koordinaattori": "koordinaattori",
    "palvelupisteet": [],
    "kustannukset": [],
    "kustannusten_jako": "puolet ja puolet",
    "sovittu": {"organisointi": "1.3.2025", "kustannusten_jako": "1.3.2025"},
    "sopimus": {"alkaen": "1.4.2025", "paattyen": "", "irtisanomisaika": "6 kk", "optiot": ""},
}


def test_a_listed_change_is_printed_and_told_at_the_end(tmp_path: Path) -> None:
    path = sample(tmp_path, KIND)
    change = (
        "    lausekemuutokset:\n      - {lauseke: henkilotiedot, toimi: korvaa, "
        "teksti: {fi: Oma teksti., sv: Egen text.}, peruste: {fi: oma syy, sv: eget skäl}}\n"
    )
    edit(path, ("    irtisanomisaika_kk: 6\n", f"    irtisanomisaika_kk: 6\n{change}"))
    finnish, swedish = (text(item) for item in made(tmp_path, KIND, regions=ONLY).items)
    for told, words in (
        (finnish, ("Oma teksti.", "Henkilötiedot\nkorvattu\noma syy")),
        (swedish, ("Egen text.", "Personuppgifter\nersatt\neget skäl")),
    ):
        assert [word for word in words if word not in told] == []
    assert "lakiin perustuva oikeus" not in finnish


def test_a_reviewers_copy_names_the_provisions(tmp_path: Path) -> None:
    sample(tmp_path, KIND)
    finnish, swedish = made(tmp_path, KIND, regions=ONLY, annotated=True).items
    assert "[Lausekkeen perusta: 381/2023 16 § 2 mom.]" in text(finnish)
    assert "[Klausulens grund: 381/2023 16 § 2 mom.]" in text(swedish)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_nothing_of_a_lines_height_follows_the_signatures(tmp_path: Path, language: str) -> None:
    """A paragraph after the last table would now and then stand alone on an empty page."""
    sample(tmp_path, KIND)
    content = Path(made(tmp_path, KIND, language, regions=ONLY).items[0].name).read_bytes()
    body = archive.read(content)["word/document.xml"].decode()
    after = body[body.rindex("</w:tbl>") : body.index("<w:sectPr")]
    assert after.count("<w:p>") == 1
    assert 'w:lineRule="exact"' in after

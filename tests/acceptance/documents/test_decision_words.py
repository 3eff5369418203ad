"""The words of proposals for decisions: who is named until when, by which name, in which head."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.made_documents import ending, made, words
from tests.support.workspaces import edit, record, workspace

KIND = "paatosehdotus"


@pytest.fixture(scope="module")
def paijat_hame(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = workspace(tmp_path_factory.mktemp("words"))
    made(folder, KIND)
    return folder


@pytest.fixture(scope="module")
def turns(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = workspace(tmp_path_factory.mktemp("turns"), "pohjois-pohjanmaa")
    made(folder, KIND, languages=("fi",))
    name = "nimeaminen-pohjoinen-oulu_{}_fi.docx"
    days = ("2025-02-01", "2026-08-01", "2028-08-01")
    return {day: words(folder, name.format(day)) for day in days}


class TestRotatingChair:
    """The record of Pohjois-Pohjanmaa: Oulu names its own member, then Raahe's, then Kajaani's."""

    @pytest.mark.parametrize(
        ("day", "turn"),
        [
            ("2025-02-01", "1.2.2025 alkaen 31.7.2026 saakka: työllisyysjohtaja\n"),
            ("2026-08-01", "31.7.2028 saakka: työllisyysaluejohtaja (Raahen kaupunki)\n"),
            ("2028-08-01", "loppuun 31.1.2030 saakka: työllisyysjohtaja (Kajaanin kaupunki)\n"),
        ],
    )
    def test_a_turn_has_its_last_day_and_tells_whose_member_has_it(
        self, turns: dict[str, str], day: str, turn: str
    ) -> None:
        proposal = ending(turns[day], "Päätösehdotus", "Muutoksenhakuohje") + "\n"
        assert turn in proposal

    @pytest.mark.parametrize("day", ["2026-08-01", "2028-08-01"])
    def test_the_offices_own_decision_is_in_the_head(self, turns: dict[str, str], day: str) -> None:
        assert "Asiatunnus\tKUV-2025-81\nPäivä ja pykälä\t14.1.2025 § 5\n" in turns[day]
        assert "[täytetään asianhallinnassa]" not in turns[day]

    def test_a_paper_on_the_chair_alone_speaks_of_the_chair_alone(
        self, turns: dict[str, str]
    ) -> None:
        text = turns["2028-08-01"]
        assert "\nPuheenjohtajan nimeäminen monialaisen tuen johtoryhmään\n" in text
        grounds = ending(text, "Perustelut", "Päätösehdotus")
        assert grounds.startswith(
            "Työvoimaviranomainen nimeää johtoryhmän puheenjohtajan "
            "(valtioneuvoston asetus 388/2024 1 § 3 mom)."
        )
        assert "henkilökohtaiset varajäsenet" not in grounds
        assert "\nTiedoksi\nKajaanin kaupunki, nimetty henkilö, johtoryhmän sihteeri\n" in text
        grounds = ending(turns["2025-02-01"], "Perustelut", "Päätösehdotus")
        assert "puheenjohtajan (388/2024 1 §" in grounds, "the decree was named in full before"
        assert "\nJäsenten ja puheenjohtajan nimeäminen" in turns["2025-02-01"]


class TestWhoIsWho:
    """A decision names legal persons: the short names of parties are explained nowhere in it."""

    def test_no_short_name_stands_for_an_authority(self, tmp_path: Path) -> None:
        made(workspace(tmp_path, "vantaa-kerava"), KIND, languages=("fi",))
        name = "vantaa-kerava_paatosehdotus_{}_2025-02-01_fi.docx"
        setting = words(tmp_path, name.format("asettaminen-kerava-sipoo-kerava-sipoo"))
        assert "puheenjohtajan nimeää työvoimaviranomainen: Keravan kaupunki\n" in setting
        assert "nimeävät: Keravan kaupunki, Vantaan ja Keravan hyvinvointialue, Itä-" in setting
        naming = words(tmp_path, name.format("nimeaminen-kerava-sipoo-hva"))
        assert "9 § 1 mom): Keravan kaupunki. " in naming
        assert "\nTiedoksi\nKeravan kaupunki, nimetyt henkilöt" in naming
        for text in (setting, naming):
            assert "Kerava ja Sipoo" not in text
            assert "Kela\n" not in text

    def test_helsinki_is_no_county_and_has_two_units(self, tmp_path: Path) -> None:
        made(workspace(tmp_path, "helsinki"), KIND)
        (path,) = (tmp_path / "build").rglob("*_asettaminen-*_fi.docx")
        unit = "Helsingin kaupunki (Helsingin sosiaali-, terveys- ja pelastustoimiala)"
        text = words(tmp_path, path.name)
        assert f"varapuheenjohtajan nimeää hyvinvointialueen tehtävistä vastaava: {unit}\n" in text
        assert (
            "puheenjohtajan nimeää työvoimaviranomainen: Helsingin kaupunki (Helsingin ty" in text
        )
        swedish = words(tmp_path, path.name.replace("_fi.", "_sv."))
        assert "utnämns av den som ansvarar för välfärdsområdets uppgifter: Hels" in swedish

    def test_one_municipality_is_told_of_in_the_singular(self, tmp_path: Path) -> None:
        made(workspace(tmp_path, "helsinki"), KIND)
        (path,) = (tmp_path / "build").rglob("*_asettaminen-*_fi.docx")
        assert "\njohtoryhmän toimialueen kunta on: Helsinki\n" in words(tmp_path, path.name)
        swedish = words(tmp_path, path.name.replace("_fi.", "_sv."))
        assert "\nkommunen i ledningsgruppens verksamhetsområde är: Helsingfors\n" in swedish

    def test_nobody_presents_a_matter_to_an_official_and_kelas_decisions_have_no_sections(
        self, paijat_hame: Path
    ) -> None:
        body = words(paijat_hame, "nimeaminen-tym-hva_2025-02-01_fi.docx")
        assert "\nPäivä ja pykälä\t20.1.2025 § " in body
        assert "\nEsittelijä\t[nimike]\n" in body
        for name in ("nimeaminen-tym-hva_2026-06-01", "johtava-henkilo-tym-hollola_2025-03-01"):
            official = words(paijat_hame, f"{name}_fi.docx")
            assert "\nPäivä ja pykälä\t" in official, name
            assert "\nValmistelija\t[nimike]\nPerustelut\n" in official, name
        kela = words(paijat_hame, "nimeaminen-tym-kela_2025-02-01_fi.docx")
        assert "\nPäivä\t24.1.2025\n" in kela
        assert "Esittelijä" not in kela


def test_the_title_says_who_is_named(paijat_hame: Path, tmp_path: Path) -> None:
    first = "nimeaminen-tym-{}_2025-02-01_fi.docx"
    for party, whom in (
        ("hollola", "Jäsenen ja puheenjohtajan"),
        ("hva", "Jäsenen ja varapuheenjohtajan"),
        ("lahti", "Jäsenen"),
    ):
        title = f"\n{whom} nimeäminen monialaisen tuen johtoryhmään\n"
        assert title in words(paijat_hame, first.format(party)), party
    folder = workspace(tmp_path)
    deputy = "varajasenet: [{nimike: asiakkuuspäällikkö, alkaen: 2025-02-01"
    later = ", paattyen: 2026-02-28}, {nimike: toinen, alkaen: 2026-03-01"
    edit(record(folder), (deputy, deputy + later))
    made(folder, KIND, languages=("fi",))
    text = words(folder, "nimeaminen-tym-kela_2026-03-01_fi.docx")
    assert "\nVarajäsenen nimeäminen monialaisen tuen johtoryhmään\n" in text
    assert "\nHollolan kunta, nimetty henkilö, johtoryhmän sihteeri\n" in text


def test_one_person_year_is_in_the_singular(tmp_path: Path) -> None:
    made(workspace(tmp_path, "pohjanmaa"), KIND, languages=("sv",))
    (path,) = (tmp_path / "build").rglob("*hyvaksyminen-*-kela_*_sv.docx")
    assert " 1 årsverke\n" in words(tmp_path, path.name)

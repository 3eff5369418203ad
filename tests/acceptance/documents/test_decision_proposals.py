"""Proposals for decisions: per matter and party, with the appeal instruction of the body."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from sopimukset.base.data import data_folder
from sopimukset.model import Lausekekirjasto
from sopimukset.statutes import load as load_statutes
from sopimukset.statutes import parse_viite
from sopimukset.tasks.generate import Fate
from sopimukset.workspace.record import read_record
from tests.support.made_documents import (
    DAY,
    ending,
    gap_runs,
    made,
    notes,
    sample_workspace,
    sentences,
    words,
)
from tests.support.workspaces import CHECKOUT, edit, record, workspace

KIND = "paatosehdotus"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SETTING = "paijat-hame_paatosehdotus_asettaminen-tym-hollola_2025-02-01_fi.docx"


@pytest.fixture(scope="module")
def illustration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = workspace(tmp_path_factory.mktemp("paijat-hame"))
    made(folder, KIND)
    return folder


def test_every_decision_of_the_checkout_becomes_a_valid_word_file(tmp_path: Path) -> None:
    result = made(CHECKOUT, KIND, out=tmp_path)
    documents = sorted(tmp_path.rglob("*.docx"))
    assert not result.failed
    assert len(documents) == len(result.having(Fate.MADE)) > 100
    for document in documents[::10]:
        assert OpenXmlValidator().validate(str(document)).errors == [], document.name


def test_there_is_one_file_for_each_matter_group_and_party(illustration: Path) -> None:
    names = {
        path.name.removeprefix("paijat-hame_paatosehdotus_").removesuffix("_fi.docx")
        for path in (illustration / "build").rglob("*.docx")
    }
    parties = ("hollola", "lahti", "hva", "kela")
    assert names == {
        "asettaminen-tym-hollola_2025-02-01",
        *(f"nimeaminen-tym-{party}_2025-02-01" for party in parties),
        "nimeaminen-tym-hva_2026-06-01",
        *(f"hyvaksyminen-tym-sopimus-{party}_2025-04-01" for party in parties),
        "johtava-henkilo-tym-hollola_2025-03-01",
    }


def test_pasted_text_keeps_headings_and_a_numbered_list(illustration: Path) -> None:
    (path,) = (illustration / "build").rglob(SETTING)
    parts = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    root = etree.fromstring(parts.read("word/document.xml"))
    used = [str(style.get(f"{W}val")) for style in root.iter(f"{W}pStyle")]
    assert used.count("Numeroituluettelo") == 5
    assert used.count("Otsikko1") == 5
    styles = etree.fromstring(parts.read("word/styles.xml"))
    names = {
        str(item.get(f"{W}styleId")): str(item.find(f"{W}name").get(f"{W}val"))
        for item in styles.iter(f"{W}style")
    }
    assert names["Otsikko1"] == "heading 1"
    assert names["Numeroituluettelo"] == "List Number"


def test_one_thing_decided_has_no_number(illustration: Path) -> None:
    (path,) = (illustration / "build").rglob("*nimeaminen-tym-lahti_*_fi.docx")
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    used = {str(style.get(f"{W}val")) for style in root.iter(f"{W}pStyle")}
    assert "Normaali" in used
    assert "Numeroituluettelo" not in used
    assert "\njohtoryhmään nimetään 1.2.2025 alkaen" in words(illustration, path.name)


class TestSetting:
    def test_law_comes_first_then_facts_then_the_operative_part(self, illustration: Path) -> None:
        text = words(illustration, SETTING)
        grounds = ending(text, "Perustelut", "Päätösehdotus")
        order = ("9 § 1 mom", "388/2024 1 §", "14.11.2024", "3.10.2024")
        places = [grounds.index(item) for item in order]
        assert places == sorted(places)
        proposal = ending(text, "Päätösehdotus", "Muutoksenhakuohje")
        assert proposal.startswith("Työllisyyslautakunta päättää, että")
        assert "1.2.2025–31.1.2030 (nimi: Päijät-Hämeen TYM-johtoryhmä)" in proposal
        assert (
            "Hollolan kunta, Lahden kaupunki, Päijät-Hämeen hyvinvointialue, Kansaneläkelaitos"
            in proposal
        )

    def test_what_the_system_knows_is_left_to_fill_in(self, illustration: Path) -> None:
        text = words(illustration, SETTING)
        (path,) = (illustration / "build").rglob(SETTING)
        assert [run.text for run in gap_runs(path)].count("[nimike]") == 2
        assert text.count("[nimike]") == 2
        assert "KUV-2025-14" in text
        assert "21.1.2025 § 4" in text

    def test_annexes_and_the_list_of_who_is_told(self, illustration: Path) -> None:
        text = words(illustration, SETTING)
        assert ending(text, "Liitteet", "Tiedoksi").split("\n") == [
            "Neuvottelumuistio 3.10.2024",
            "Sopimus asettajasta 14.11.2024",
        ]
        told = text.split("\nTiedoksi\n", 1)[1]
        assert "Lahden kaupunki" in told
        assert "Hollolan kunta" not in told

    def test_a_missing_negotiation_is_a_gap(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(record(folder), ("    pvm: 2024-10-03\n", ""))
        told = notes(made(folder, KIND))
        assert "neuvottelu johtoryhmien määrästä ja toimialueista puuttuu (neuvottelut)" in told

    def test_several_authorities_must_have_agreed(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(record(folder), ("      pvm: 2024-11-14\n", ""))
        assert "työvoimaviranomaisten sopimus asettajasta puuttuu" in notes(made(folder, KIND))


class TestNaming:
    def test_each_party_names_its_own_members_and_deputies(self, illustration: Path) -> None:
        text = words(illustration, "nimeaminen-tym-hva_2025-02-01_fi.docx")
        proposal = ending(text, "Päätösehdotus", "Muutoksenhakuohje")
        assert (
            "jäsen: palvelualuejohtaja, henkilökohtainen varajäsen: johtava sosiaalityöntekijä"
            in proposal
        )
        until = "alkaen toimikauden loppuun 31.1.2030 saakka"
        assert f"varapuheenjohtajaksi nimetään 1.2.2025 {until}: palvelualuejohtaja" in proposal
        assert "työllisyysaluejohtaja" not in proposal

    def test_a_list_follows_a_colon_and_a_line_begins_with_a_capital(
        self, illustration: Path
    ) -> None:
        text = words(illustration, "nimeaminen-tym-hollola_2025-02-01_fi.docx")
        assert "toimikauden loppuun 31.1.2030 saakka:\njäsen: " in text
        assert "\nTiedoksi\nNimetyt henkilöt, johtoryhmän sihteeri" in text

    @pytest.mark.parametrize("language", ["fi", "sv"])
    def test_every_page_says_that_the_paper_is_a_proposal(
        self, tmp_path: Path, language: str
    ) -> None:
        made(workspace(tmp_path), KIND, languages=(language,))
        proposal = {"fi": "Päätösehdotus: ", "sv": "Beslutsförslag: "}[language]
        documents = sorted((tmp_path / "build").rglob("*.docx"))
        assert documents
        for document in documents:
            assert f"\n{proposal}" in words(tmp_path, document.name), document.name

    def test_the_chair_is_the_authoritys_to_name(self, illustration: Path) -> None:
        hollola = words(illustration, "nimeaminen-tym-hollola_2025-02-01_fi.docx")
        until = "alkaen toimikauden loppuun 31.1.2030 saakka"
        assert f"puheenjohtajaksi nimetään 1.2.2025 {until}: työllisyysaluejohtaja" in hollola
        lahti = words(illustration, "nimeaminen-tym-lahti_2025-02-01_fi.docx")
        assert "puheenjohtajaksi" not in lahti

    def test_a_change_in_mid_term_is_a_decision_of_its_own(self, illustration: Path) -> None:
        text = words(illustration, "nimeaminen-tym-hva_2026-06-01_fi.docx")
        assert (
            "jäsen: aikuissosiaalityön päällikkö "
            "(henkilökohtainen varajäsen edelleen: johtava sosiaalityöntekijä)" in text
        )
        assert "Hyvinvointialuejohtaja päättää, että" in text
        assert "työllisyyslautakunta 21.1.2025 § 4, KUV-2025-14" in text

    def test_a_setting_that_came_later_is_not_cited(self, illustration: Path) -> None:
        text = words(illustration, "nimeaminen-tym-hva_2025-02-01_fi.docx")
        assert "Asettamispäätös" not in text, "the county named on the day before the setting"

    def test_a_member_without_a_deputy_is_a_gap(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(
            record(folder),
            ("        varajasenet: [{nimike: asiakkuuspäällikkö, alkaen: 2025-02-01}]\n", ""),
        )
        told = notes(made(folder, KIND))
        assert "varajäsen puuttuu (johtoryhmat[tym].jasenet[kela-1].varajasenet)" in told


class TestApproving:
    def test_the_partys_own_staff_and_signatory_are_in_the_operative_part(
        self, illustration: Path
    ) -> None:
        text = words(illustration, "hyvaksyminen-tym-sopimus-lahti_2025-04-01_fi.docx")
        proposal = ending(text, "Päätösehdotus", "Muutoksenhakuohje")
        assert "asiantuntija 8,5 htv" in proposal
        assert "sosiaaliohjaaja" not in text
        assert "sopimuksen allekirjoittaa: työllisyysjohtaja" in proposal
        assert "Elinvoima- ja työllisyyslautakunta päättää, että" in proposal

    def test_an_unknown_signatory_is_left_to_fill_in(self, tmp_path: Path) -> None:
        made(sample_workspace(tmp_path, KIND), KIND, regions=("etela-karjala",), languages=("fi",))
        text = words(tmp_path, "hyvaksyminen-tym-sopimus-hva_2025-04-01_fi.docx")
        assert "sopimuksen allekirjoittaa: [allekirjoittajan nimike]" in text
        assert "[asiatunnus]" in text

    def test_rows_of_one_task_are_added_up(self, tmp_path: Path) -> None:
        made(workspace(tmp_path, "pohjois-karjala"), KIND, languages=("fi",))
        text = words(tmp_path, "hyvaksyminen-tym-sopimus-joensuu_2025-04-01_fi.docx")
        assert "omavalmentaja 11 htv" in text
        assert text.count("omavalmentaja") == 1
        assert "on sovittava ainakin (valtioneuvoston asetus 388/2024 3 §):" in text

    def test_a_party_whose_name_is_not_confirmed_is_marked_among_the_parties(
        self, tmp_path: Path
    ) -> None:
        made(workspace(tmp_path, "pohjanmaa"), KIND, languages=("fi",))
        (path,) = (tmp_path / "build").rglob("*hyvaksyminen-*-hva_*_fi.docx")
        text = words(tmp_path, path.name)
        named = text.split("Sopimuksen osapuolet: ", 1)[1].split("\n", 1)[0]
        marked = [run.text for run in gap_runs(path)]
        doubtful = 2
        assert (
            "antaa lopullisena: nimiä Pietarsaaren kaupunki ja Suupohjan työllisyysalueen "
            "kuntayhtymä ei ole vahvistettu. Myös hakasulkeissa olevat kohdat on täydennettävä.\n"
        ) in text
        assert named.count("(nimi vahvistamatta)") == doubtful
        told = text.split("\nTiedoksi\n", 1)[1].split("\n", 1)[0]
        assert told.count("(nimi vahvistamatta)") == doubtful
        assert marked.count("(nimi vahvistamatta)") == 2 * doubtful

    def test_what_is_left_to_fill_in_is_highlighted_and_no_gap_of_the_record(
        self, tmp_path: Path
    ) -> None:
        result = made(
            sample_workspace(tmp_path, KIND), KIND, regions=("etela-karjala",), languages=("fi",)
        )
        (path,) = (tmp_path / "build").rglob("*hyvaksyminen-tym-sopimus-hva_2025-04-01_fi.docx")
        marked = [run.text for run in gap_runs(path)]
        assert "[allekirjoittajan nimike]" in marked
        assert "[asiatunnus]" in marked
        assert "nimike]" not in notes(result)


class TestLeader:
    def test_the_groups_approval_comes_before_the_naming(self, illustration: Path) -> None:
        text = words(illustration, "johtava-henkilo-tym-hollola_2025-03-01_fi.docx")
        assert "Päivä, jona johtoryhmä on hyväksynyt johtavan henkilön: 20.2.2025." in text
        assert "toimikaudeksi: TYM-johtaja" in text
        assert "toimikaudeksi: palvelukoordinaattori" in text

    def test_without_the_groups_approval_it_is_a_draft(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(
            record(folder),
            ("            hyvaksytty_johtoryhmassa: 2025-02-20\n", ""),
        )
        assert "johtoryhmän hyväksyntä puuttuu" in notes(made(folder, KIND))


class TestAppeal:
    MUNICIPAL, COUNTY = "kuntalaki 410/2015", "laki hyvinvointialueesta 611/2021"

    def test_a_municipal_body_follows_the_municipal_act(self, illustration: Path) -> None:
        text = words(illustration, SETTING)
        for section in ("134 §", "137 § 2 mom", "138 §", "139 §:ssä", "140 § 3 mom", "14 päivän"):
            assert section in text, section
        assert self.COUNTY not in text
        assert "Kunnan jäsenen ja sopimukseen osallisen kunnan katsotaan saaneen" in text
        assert "oikaisuvaatimuksen on viimeisenä päivänä oltava perillä.]" in text
        assert "Oikaisuvaatimus tehdään: työllisyyslautakunta [" in text

    def test_an_official_of_the_county_is_reviewed_by_its_body(self, illustration: Path) -> None:
        text = words(illustration, "nimeaminen-tym-hva_2026-06-01_fi.docx")
        assert self.COUNTY in text
        assert self.MUNICIPAL not in text
        for section in ("139 §", "142 § 1 mom", "143 §", "144 §", "145 § 3 mom"):
            assert section in text, section
        assert "Oikaisuvaatimus tehdään: aluehallitus [" in text

    def test_of_kela_nothing_is_asserted(self, illustration: Path) -> None:
        text = words(illustration, "nimeaminen-tym-kela_2025-02-01_fi.docx")
        instruction = ending(text, "Muutoksenhakuohje", "Tiedoksi")
        assert instruction.startswith(
            "Huomattava: muutoksenhakuohje puuttuu. [Kansaneläkelaitoksen lakimiehen"
        )
        assert "\n" not in instruction
        assert "[Kansaneläkelaitoksen lakimiehen ratkaistava: saako" in text
        assert "14 päivän" not in text

    def test_without_kelas_own_instruction_its_proposals_are_drafts(self, tmp_path: Path) -> None:
        result = made(workspace(tmp_path), KIND, languages=("fi",))
        drafts = {Path(item.name).name for item in result.items if "LUONNOS" in item.marks}
        assert {name.split("_")[2] for name in drafts} == {
            "nimeaminen-tym-kela", "hyvaksyminen-tym-sopimus-kela",
        }  # fmt: skip
        assert "muutoksenhakuohje puuttuu (osapuolet[kela])" in notes(result)

    @pytest.mark.parametrize("party", ["kela", "hva"])
    def test_a_partys_own_instruction_takes_the_models_place(
        self, tmp_path: Path, party: str
    ) -> None:
        folder = workspace(tmp_path)
        edit(
            record(folder),
            (
                f"  - tunnus: {party}\n",
                f"  - tunnus: {party}\n    muutoksenhakuohje: Oma & ohje.\n",
            ),
        )
        made(folder, KIND, languages=("fi",))
        text = words(folder, f"nimeaminen-tym-{party}_2025-02-01_fi.docx")
        assert ending(text, "Muutoksenhakuohje", "Tiedoksi").split("\n") == ["Oma & ohje."]
        assert "LUONNOS" not in text

    def test_a_reviewer_sees_the_grounds_of_that_instruction_alone(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        made(folder, KIND, languages=("fi",), annotated=True)
        name = "hyvaksyminen-tym-sopimus-hva_2025-04-01_fi_perusteet.docx"
        grounds = ending(words(folder, name), "Muutoksenhakuohje", "Liitteet")
        assert "611/2021 143" in grounds
        assert "410/2015" not in grounds

    def test_a_council_is_appealed_at_once(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(
            record(folder),
            ("hva, tekija: aluehallitus, pvm: 2025-03", "hva, tekija: aluevaltuusto, pvm: 2025-03"),
        )
        made(folder, KIND)
        text = words(folder, "hyvaksyminen-tym-sopimus-hva_2025-04-01_fi.docx")
        assert "aluevalituksella" in text
        assert "oikaisuvaatimuksen" not in text
        for section in (
            "140 § 2 mom",
            "140 § 3 mom",
            "143 §",
            "144 §",
            "145 § 3 mom",
            "141 ja 146 §",
        ):
            assert section in text, section
        assert "toimivaltansa" in text
        assert "[Täydennä, mitä valituskirjelmässä on ilmoitettava" in text
        assert "valituksen on viimeisenä päivänä oltava perillä.]" in text

    def test_a_municipal_council_is_appealed_with_what_the_statutes_say(
        self, tmp_path: Path
    ) -> None:
        """The grounds (410/2015 135 §) are not among our texts: they are left to fill in."""
        folder = workspace(tmp_path)
        edit(
            record(folder),
            (
                "hollola, tekija: työllisyyslautakunta, pvm: 2025-01-21",
                "hollola, tekija: kunnanvaltuusto, pvm: 2025-01-21",
            ),
        )
        made(folder, KIND)
        text = words(folder, SETTING)
        assert "\nEsittelijä\t[nimike]\n" in text, "another body of the party decides"
        assert "kunnallisvalituksella" in text
        for section in ("137 § 1 mom", "138 §", "139 §:ssä", "140 § 3 mom", "136 §"):
            assert section in text, section
        assert "[Täydennä, millä perusteilla valituksen saa tehdä (kuntalaki 135 §)" in text

    @pytest.mark.parametrize(
        ("language", "party", "told"),
        [
            ("fi", "suupohja", "Kunnan jäsenen ja kuntayhtymän jäsenkunnan katsotaan saaneen"),
            ("sv", "suupohja", "och samkommunens medlemskommuner anses ha fått"),
        ],
    )
    def test_time_begins_for_municipalities_too(
        self, tmp_path: Path, language: str, party: str, told: str
    ) -> None:
        folder = workspace(tmp_path, "pohjanmaa")
        made(folder, KIND, languages=(language,))
        assert told in words(folder, f"nimeaminen-tym-{party}_2025-02-01_{language}.docx")

    def test_helsinki_in_the_countys_role_is_told_apart(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path, "helsinki")
        made(folder, KIND, languages=("fi",))
        as_county = words(folder, "nimeaminen-tym-helsinki-sote_2025-01-15_fi.docx")
        as_authority = words(folder, "nimeaminen-tym-helsinki-tyo_2025-01-15_fi.docx")
        assert "615/2021 17 § 2 mom" in as_county
        assert "615/2021" not in as_authority
        assert "hyvinvointialueen jäsen" not in as_county
        assert "Kunnan jäsenen katsotaan saaneen" in as_county
        assert "yhteisen toimielimen" not in as_authority, "Helsinki organises alone"

    def test_a_joint_authoritys_members_may_claim_too(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path, "pohjanmaa")
        made(folder, KIND, languages=("fi",))
        text = words(folder, "nimeaminen-tym-suupohja_2025-02-01_fi.docx")
        assert "kuntayhtymän jäsenkunta ja sen jäsen" in text


def test_a_swedish_proposal_holds_no_finnish(tmp_path: Path) -> None:
    made(sample_workspace(tmp_path, KIND), KIND, regions=("etela-karjala",), languages=("sv",))
    documents = sorted((tmp_path / "build").rglob("*_sv.docx"))
    assert len(documents) == 8
    finnish = (
        "Perustelut", "Muutoksenhaku", "Tiedoksi", "päättää", "[nimike]", "[asiatunnus]", "jäsen",
    )  # fmt: skip
    for document in documents:
        text = words(tmp_path, document.name)
        for word in (*finnish, *sentences(KIND, "fi")):
            assert word not in text, (document.name, word)
        assert "beslutar att" in text


def test_the_grounds_of_the_clauses_are_in_the_statutes() -> None:
    folder = data_folder("templates") / KIND
    library = read_record(folder, "", folder / "lausekkeet.yaml", Lausekekirjasto).model
    assert library is not None
    statutes = load_statutes()
    for clause in library.lausekkeet:
        for text in clause.perusta:
            assert statutes.text(parse_viite(text), DAY), text


def test_a_region_without_a_group_has_nothing_to_decide(tmp_path: Path) -> None:
    folder = workspace(tmp_path)
    record(folder).write_text("muoto: 1\nalue: paijat-hame\nvaihe: valmisteilla\n")
    result = made(folder, KIND, regions=("paijat-hame",))
    assert notes(result) == "Johtoryhmää, jäseniä tai sopimusta, joista päätetään, ei ole kirjattu."

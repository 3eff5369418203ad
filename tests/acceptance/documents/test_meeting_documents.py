"""The notice and the minutes of a recorded meeting."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.base.data import data_folder
from sopimukset.formats.word import text_of
from sopimukset.model import Lausekekirjasto
from sopimukset.statutes import load as load_statutes
from sopimukset.statutes import parse_viite
from sopimukset.tasks.generate import Fate
from sopimukset.workspace.record import read_record
from tests.support.made_documents import (
    DAY,
    gap_runs,
    made,
    notes,
    paragraphs,
    sample_workspace,
    sentences,
    style,
    words,
)
from tests.support.workspaces import CHECKOUT, edit, edit_lines, record, workspace

KINDS = ("kokouskutsu", "poytakirja")
MEETING = """\
muoto: 1
johtoryhma: tym
pvm: 2027-03-11
klo: "9.00"
asiat:
  - pykala: 5
    otsikko: Kevään tilannekuva
    esittelija: johtava_henkilo
    peruste: 388/2024 2 § 2 mom
    laji: seuranta
"""


def with_meeting(folder: Path, text: str = MEETING) -> Path:
    """The illustration with a meeting to come, and no other."""
    made_there = workspace(folder)
    meetings = made_there / "regions" / "paijat-hame" / "kokoukset"
    for old in meetings.iterdir():
        old.unlink()
    (meetings / "2027-03-11.yaml").write_text(text, encoding="utf-8")
    return made_there


@pytest.mark.parametrize("kind", KINDS)
def test_every_meeting_of_the_checkout_becomes_a_valid_word_file(kind: str, tmp_path: Path) -> None:
    result = made(CHECKOUT, kind, out=tmp_path)
    documents = sorted(tmp_path.rglob("*.docx"))
    assert not result.failed
    assert len(documents) == len(result.having(Fate.MADE)) >= 60
    for document in documents[::9]:
        assert OpenXmlValidator().validate(str(document)).errors == [], document.name
    assert {item.name.split("_")[0] for item in documents} >= {"helsinki", "lappi", "pohjanmaa"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_swedish_document_holds_no_finnish(kind: str, tmp_path: Path) -> None:
    made(sample_workspace(tmp_path, kind), kind, regions=("etela-karjala",), languages=("sv",))
    text = words(tmp_path, "_sv.docx")
    finnish = ("Esittelijä", "Säännös", "jäsen", "johtava", "Päätös", "Taulukko", " klo ", "mom ")
    for word in (*finnish, *sentences(kind, "fi")):
        assert word not in text, word
    assert "Folkpensionsanstalten" in text or "FPA" in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_grounds_of_the_clauses_are_in_the_statutes(kind: str) -> None:
    folder = data_folder("templates") / kind
    library = read_record(folder, "", folder / "lausekkeet.yaml", Lausekekirjasto).model
    assert library is not None
    statutes = load_statutes()
    for clause in library.lausekkeet:
        for text in clause.perusta:
            assert statutes.text(parse_viite(text), DAY), text
        for version in clause.versiot:
            for part in version.kappaleet:
                assert bool(part.fi) == bool(part.sv), clause.tunnus


def kept(path: Path) -> list[tuple[str, bool]]:
    """The facts of the matters, and whether each keeps with the paragraph after it."""
    shown = [item for item in paragraphs(path) if style(item) in ("Otsikko2", "Kansitieto")]
    first = next(n for n, item in enumerate(shown) if style(item) == "Otsikko2")
    return [
        (item.text.split("\t")[0], bool(item.paragraph_format.keep_with_next))
        for item in shown[first:]
        if style(item) == "Kansitieto"
    ]


class TestNotice:
    def test_its_head_tells_who_sends_to_whom_and_the_case(self, tmp_path: Path) -> None:
        made(with_meeting(tmp_path), "kokouskutsu")
        head = words(tmp_path, "2027-03-11_fi.docx").split("\nEsityslista\n")[0]
        for fact in (
            "Lähettäjä\tPäijät-Hämeen TYM-johtoryhmä, sihteeri: ",
            "Asiatunnus\tKUV-2025-14",
            "Vastaanottajat\tJohtoryhmän jäsenet ja heidän henkilökohtaiset varajäsenensä, muut",
        ):
            assert fact in head, fact

    def test_without_a_secretary_the_group_sends(self, tmp_path: Path) -> None:
        folder = with_meeting(tmp_path)
        edit_lines(record(folder), lambda line: "    sihteeri:" not in line)
        made(folder, "kokouskutsu")
        lines = words(tmp_path, "2027-03-11_fi.docx").splitlines()
        assert "Lähettäjä\tPäijät-Hämeen TYM-johtoryhmä" in lines

    def test_a_matter_keeps_together_but_not_with_the_next(self, tmp_path: Path) -> None:
        second = "  - {pykala: 6, otsikko: Muu, selostus: Kerrotaan., ehdotus: Merkitään.}\n"
        made(with_meeting(tmp_path, MEETING + second), "kokouskutsu")
        (path,) = (tmp_path / "build").rglob("*.docx")
        assert kept(path) == [
            ("Esittelijä", True),
            ("Säännös", False),
            ("Selostus", True),
            ("Päätösehdotus", False),
        ]

    def test_it_calls_those_who_hold_a_seat_on_the_day(self, tmp_path: Path) -> None:
        made(with_meeting(tmp_path), "kokouskutsu")
        text = words(tmp_path, "paijat-hame_kokouskutsu_2027-03-11_fi.docx")
        for fact in (
            "torstai 11.3.2027 klo 9.00",
            "Lahti ja etäyhteys",
            "aikuissosiaalityön päällikkö",
            "§ 5 Kevään tilannekuva",
            "johtava henkilö",
            "TYM-johtaja",
            "rehtori, alueen oppilaitokset",
            "henkilökohtaiselle varajäsenelleen",
        ):
            assert fact in text, fact
        assert "palvelualuejohtaja" not in text, "the seat has had another holder since 2026"
        assert "Päätösehdotus" not in text

    def test_a_proposal_is_printed_where_it_is_recorded(self, tmp_path: Path) -> None:
        made(with_meeting(tmp_path, f"{MEETING}    ehdotus: Merkitään tiedoksi.\n"), "kokouskutsu")
        assert "Merkitään tiedoksi." in words(tmp_path, "2027-03-11_fi.docx")

    def test_what_a_notice_needs_and_lacks_is_a_gap_with_its_file(self, tmp_path: Path) -> None:
        bare = "muoto: 1\njohtoryhma: tym\npvm: 2027-03-11\n"
        result = made(with_meeting(tmp_path, bare), "kokouskutsu")
        told = notes(result)
        assert "kokouksen alkamisaika puuttuu (kokoukset/2027-03-11.yaml)" in told
        assert "käsiteltävät asiat puuttuu (kokoukset/2027-03-11.yaml)" in told
        assert result.items[0].marks == ("ESIMERKKI", "LUONNOS")

    def test_a_presenter_is_needed_where_the_decree_wants_one(self, tmp_path: Path) -> None:
        folder = with_meeting(tmp_path, MEETING.replace("    esittelija: johtava_henkilo\n", ""))
        assert "esittelijä puuttuu (kokoukset/2027-03-11.yaml asiat[5])" in notes(
            made(folder, "kokouskutsu")
        )

    def test_a_seat_without_a_holder_is_a_gap_of_the_record(self, tmp_path: Path) -> None:
        folder = with_meeting(tmp_path)
        edit(
            folder / "regions" / "paijat-hame" / "alue.yaml",
            ("nimike: yhteyspäällikkö, alkaen: 2025-02-01", "nimike: yhteyspäällikkö, "
             "alkaen: 2025-02-01, paattyen: 2026-12-31"),
        )  # fmt: skip
        told = notes(made(folder, "kokouskutsu"))
        assert "jäsen puuttuu (johtoryhmat[tym].jasenet[kela-1].nimetyt)" in told

    def test_two_meetings_of_a_group_on_one_day_have_files_of_their_own(
        self, tmp_path: Path
    ) -> None:
        folder = with_meeting(tmp_path)
        meetings = folder / "regions" / "paijat-hame" / "kokoukset"
        (meetings / "2027-03-11-jatko.yaml").write_text(MEETING, encoding="utf-8")
        names = {Path(item.name).name for item in made(folder, "kokouskutsu").items}
        assert len(names) == 2


class TestOpening:
    """Sections run through the year; the record may hold those of the opening, or not."""

    def opened(self, folder: Path, text: str) -> set[bool]:
        made_there = with_meeting(folder, text)
        before = "muoto: 1\njohtoryhma: tym\npvm: 2027-02-11\nasiat: [{pykala: 4, otsikko: Muu}]\n"
        other = made_there / "regions" / "paijat-hame" / "kokoukset" / "2027-02-11.yaml"
        other.write_text(before, encoding="utf-8")
        told = set()
        for kind in KINDS:
            made(made_there, kind, out=folder / kind)
            (path,) = (folder / kind).rglob("*2027-03-11_fi.docx")
            told.add("Kokouksen avaus" in text_of(path.read_bytes()))
        return told

    def test_unrecorded_sections_are_told_of_in_notice_and_minutes(self, tmp_path: Path) -> None:
        assert self.opened(tmp_path, MEETING.replace("pykala: 5", "pykala: 6")) == {True}

    @pytest.mark.parametrize("number", ["pykala: 5", "pykala: 1"])
    def test_recorded_ones_aren_t(self, number: str, tmp_path: Path) -> None:
        assert self.opened(tmp_path, MEETING.replace("pykala: 5", number)) == {False}

    def test_nor_are_matters_without_sections(self, tmp_path: Path) -> None:
        text = MEETING.replace("pykala: 5\n    otsikko", "otsikko")
        assert self.opened(tmp_path, text) == {False}


class TestMinutes:
    def test_who_signs_is_marked_as_left_to_fill_in_until_it_is_recorded(
        self, tmp_path: Path
    ) -> None:
        for paatos, rooms in (
            ("", ["[todetaan kokouksessa]"] * 3),
            ("    paatos: Hyväksyttiin.\n", ["[sihteeri]", "[pöytäkirjan tarkastaja]"]),
        ):
            folder = tmp_path / str(len(rooms))
            made_there = with_meeting(folder, MEETING + paatos)
            edit_lines(record(made_there), lambda line: "    sihteeri:" not in line)
            told = notes(made(made_there, "poytakirja"))
            (path,) = (folder / "build").rglob("*.docx")
            marked = [run.text for run in gap_runs(path)]
            assert "[täydennä kirjaukset]" in marked
            of_signing = ("[todetaan", "[sihteeri", "[pöytäkirjan")
            assert [item for item in marked if item.startswith(of_signing)] == rooms
            assert "tarkastaja" not in told

    @pytest.mark.parametrize(("words_of_it", "together"), [(20, True), (200, False)])
    def test_a_short_matter_is_not_divided(
        self, words_of_it: int, together: bool, tmp_path: Path
    ) -> None:
        text = "    selostus: " + "selostus " * words_of_it + "\n    ehdotus: Merkitään.\n"
        made(with_meeting(tmp_path, MEETING + text), "poytakirja")
        (path,) = (tmp_path / "build").rglob("*.docx")
        assert kept(path) == [
            ("Esittelijä", True),
            ("Säännös", True),
            ("Esteelliset", True),
            ("Selostus", together),
            ("Päätösehdotus", together),
            ("Päätös", False),
        ]

    def test_a_meeting_without_decisions_gives_a_base_and_no_gaps(self, tmp_path: Path) -> None:
        result = made(with_meeting(tmp_path), "poytakirja")
        assert [item.marks for item in result.items] == [("ESIMERKKI",)]
        text = words(tmp_path, "2027-03-11_fi.docx")
        assert "Pöytäkirja" in text
        (path,) = (tmp_path / "build").rglob("*2027-03-11_fi.docx")
        marked = [run.text for run in gap_runs(path)]
        for room in ("[Päätös kirjataan tähän.]", "[jäsen tai varajäsen]", "[päivä]"):
            assert room in marked, room
        assert "nimissä. Hakasulkeissa olevat kohdat täydennetään käsin.\n" in text

    def test_a_meeting_of_other_matters_gets_a_memo(self, tmp_path: Path) -> None:
        folder = with_meeting(tmp_path, MEETING.replace("laji: seuranta", "laji: muu"))
        made(folder, "poytakirja")
        text = words(tmp_path, "2027-03-11_fi.docx")
        assert text.splitlines().count("Muistio") == 1
        assert "Pöytäkirja" not in text

    def test_decisions_recusals_and_actions_are_printed_as_recorded(self, tmp_path: Path) -> None:
        kind = "poytakirja"
        made(sample_workspace(tmp_path, kind), kind, regions=("etela-karjala",), languages=("fi",))
        text = words(tmp_path, "_fi.docx")
        for fact in (
            "torstai 12.3.2026 klo 9.00–10.45",
            "§ 3 Henkilöstön riittävyyden tarkistus",
            "Johtoryhmä hyväksyi ehdotuksen.",
            "ei esteellisiä",
            "yhteyspäällikkö, Kela: 434/2003 28 § 1 mom 4 kohta",
            "selvitä lisäyksen mahdollisuus",
            "30.6.2026",
            "johtava lääkäri, Esimerkin hyvinvointialue",
            "Tarkastettu: 19.3.2026",
        ):
            assert fact in text, fact
        assert text.count("selvitä lisäyksen mahdollisuus") == 1

    def test_once_decisions_are_recorded_what_is_missing_is_a_gap(self, tmp_path: Path) -> None:
        matters = f"{MEETING}    paatos: Hyväksyttiin.\n  - {{pykala: 6, otsikko: Muu asia}}\n"
        told = notes(made(with_meeting(tmp_path, matters), "poytakirja"))
        assert "päätös puuttuu (kokoukset/2027-03-11.yaml asiat[6])" in told
        assert "läsnä olleet puuttuu (kokoukset/2027-03-11.yaml)" in told

    def test_the_vice_chair_signs_where_the_chair_was_away(self, tmp_path: Path) -> None:
        there = "lasna: [{jasen: hollola-1, tilalla: varajasen}, {jasen: hva-1}, {jasen: kela-1}]\n"
        result = made(with_meeting(tmp_path, there + MEETING), "poytakirja")
        lines = words(tmp_path, "2027-03-11_fi.docx").splitlines()
        vice_chair = "aikuissosiaalityön päällikkö, Päijät-Hämeen hyvinvointialue"
        assert lines[lines.index(vice_chair) - 1] == "varapuheenjohtaja"
        assert "puheenjohtajaa ei ole kirjattu" not in notes(result)

    def test_a_held_meeting_without_a_known_chair_has_a_gap(self, tmp_path: Path) -> None:
        there = "lasna: [{jasen: hollola-1, tilalla: varajasen}, {jasen: kela-1}]\n"
        result = made(with_meeting(tmp_path, there + MEETING), "poytakirja")
        assert "puheenjohtajaa ei ole kirjattu (kokoukset/2027-03-11.yaml lasna)" in notes(result)
        assert "LUONNOS" in result.items[0].marks

    def test_a_file_is_named_by_its_sources(self, tmp_path: Path) -> None:
        from sopimukset.formats.word import read_properties

        made(with_meeting(tmp_path), "poytakirja")
        (path,) = (tmp_path / "build").rglob("*.docx")
        facts = read_properties(path.read_bytes()).custom["sopimukset.tiedot"]
        assert "alue.yaml " in facts
        assert "kokoukset/2027-03-11.yaml " in facts

    def test_strange_text_is_neither_lost_nor_executed(self, tmp_path: Path) -> None:
        strange = 'A & B < C > D "E" {{ x }} {% y %} \U0001f642 שלום'
        yaml = strange.replace('"', '\\"')
        folder = with_meeting(tmp_path, MEETING.replace("Kevään tilannekuva", f'"{yaml}"'))
        made(folder, "poytakirja")
        (path,) = (tmp_path / "build").rglob("*.docx")
        assert strange in "\n".join(text_of(path.read_bytes()))

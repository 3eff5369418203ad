"""A party's list of actions: all that it has taken on, and nothing of anybody else's."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.base.data import data_folder
from sopimukset.model import Lausekekirjasto
from sopimukset.statutes import load as load_statutes
from sopimukset.statutes import parse_viite
from sopimukset.tasks.generate import Fate
from sopimukset.tasks.verify import verify
from sopimukset.workspace.record import read_record
from tests.support.command_line import sopimukset
from tests.support.made_documents import DAY, made, notes, sample_workspace, sentences, words
from tests.support.workspaces import CHECKOUT, edit, workspace

KIND = "toimenpidelista"
LISTED = "paijat-hame_toimenpidelista_hva_2026-03-12_fi.docx"
ACTION = "käsittele esitys sosiaaliohjaajan lisäämisestä"
MEETING = "regions/paijat-hame/kokoukset/2026-03-12.yaml"
LATER = """muoto: 1
johtoryhma: tym
pvm: 2026-09-10
lasna: [{jasen: hollola-1}]
asiat:
  - pykala: 4
    otsikko: Alkuvuoden 2026 seurannan ja arvioinnin käsittely
    laji: seuranta
    paatos: Johtoryhmä käsitteli seurantaraportin.
    toimenpiteet:
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the minutes of one meeting only."""
    place = workspace(tmp_path / "tyotila")
    for meeting in (place / MEETING).parent.glob("*.yaml"):
        if meeting != place / MEETING:
            meeting.unlink()
    return place


def test_every_list_of_the_checkout_is_a_valid_word_file(tmp_path: Path) -> None:
    result = made(CHECKOUT, KIND, out=tmp_path)
    documents = sorted(tmp_path.rglob("*.docx"))
    assert not result.failed
    assert len(documents) == len(result.having(Fate.MADE)) >= 8
    for document in documents:
        assert OpenXmlValidator().validate(str(document)).errors == [], document.name


@pytest.mark.parametrize(("decided", "day"), [(False, "2026-03-12"), (True, "2026-09-10")])
def test_an_agenda_of_a_coming_meeting_does_not_date_the_list(
    folder: Path, decided: bool, day: str
) -> None:
    """Minutes do, even without an action: until then nothing more was agreed."""
    present = "lasna: [{jasen: hollola-1}]\n"
    agenda = LATER.replace(present, "").partition("    paatos:")[0]
    text = LATER.replace("    toimenpiteet:\n", "") if decided else agenda
    (folder / MEETING).with_name("2026-09-10.yaml").write_text(text, encoding="utf-8")
    made(folder, KIND)
    name = LISTED.replace("2026-03-12", day)
    assert [item.name for item in (folder / "build").rglob("*.docx")] == [name]


def test_a_party_s_actions_stand_with_meeting_matter_day_and_state(folder: Path) -> None:
    made(folder, KIND)
    text = words(folder, LISTED)
    for fact in (
        ACTION,
        "1.6.2026",
        "kesken",
        "12.3.2026 § 3",
        "Henkilöstön riittävyyden tarkistus",
    ):
        assert fact in text, fact
    assert "Päättyneet toimenpiteet" not in text
    assert [item.name for item in (folder / "build").rglob("*.docx")] == [LISTED]


def test_what_is_done_or_called_off_stands_apart(folder: Path) -> None:
    edit(folder / MEETING, ("tila: kesken", "tila: valmis"))
    made(folder, KIND)
    text = words(folder, LISTED)
    assert "Osapuolelle ei ole kirjattu avoimia toimenpiteitä." in text
    assert text.index("Päättyneet toimenpiteet") < text.index(ACTION)


def test_actions_of_several_meetings_come_by_the_day_they_are_due(folder: Path) -> None:
    later = folder / "regions/paijat-hame/kokoukset/2026-09-10.yaml"
    rows = (
        "      - {tunnus: tp-a, vastuu: hva, tehtava: toinen tehtävä, maarapaiva: 2026-05-01}\n"
        "      - {tunnus: tp-b, vastuu: hva, tehtava: päivätön tehtävä}\n"
        "      - {tunnus: tp-c, vastuu: kela, tehtava: Kelan tehtävä, tila: avoin}\n"
    )
    later.write_text(f"{LATER}{rows}", encoding="utf-8")
    made(folder, KIND)
    text = words(folder, "hva_2026-09-10_fi.docx")
    places = [text.index(item) for item in ("toinen tehtävä", ACTION, "päivätön tehtävä")]
    assert places == sorted(places)
    assert "ei kirjattu" in text
    assert "Kelan tehtävä" not in text
    assert "Kelan tehtävä" in words(folder, "kela_2026-09-10_fi.docx")


AGAIN = "      - {{tunnus: tp-2026-1, vastuu: {}, tehtava: {}, maarapaiva: 2026-12-31, tila: {}}}\n"


@pytest.mark.parametrize("state", ["kesken", "valmis"])
def test_an_action_of_several_meetings_is_told_once_as_the_newest_tells_of_it(
    folder: Path, state: str
) -> None:
    later = folder / "regions/paijat-hame/kokoukset/2026-09-10.yaml"
    later.write_text(f"{LATER}{AGAIN.format('hva', ACTION, state)}", encoding="utf-8")
    made(folder, KIND)
    text = words(folder, "hva_2026-09-10_fi.docx")
    assert text.count(ACTION) == 1
    assert text.index("12.3.2026 § 3") < text.index("10.9.2026 § 4")
    assert ("31.12.2026" in text, "1.6.2026" in text) == (True, False)
    assert "Henkilöstön riittävyyden tarkistus" in text  # where it was agreed
    assert ("Päättyneet toimenpiteet" in text) == (state == "valmis")


NEW_STATE = "      - {tunnus: tp-2026-1, tila: kesken}\n"


def test_what_a_later_meeting_leaves_out_stays_as_it_was(folder: Path) -> None:
    later = folder / "regions/paijat-hame/kokoukset/2026-09-10.yaml"
    later.write_text(f"{LATER}{NEW_STATE}", encoding="utf-8")
    result = made(folder, KIND)
    text = words(folder, "hva_2026-09-10_fi.docx")
    assert (ACTION in text, "1.6.2026" in text, "kesken, myöhässä" in text) == (True,) * 3
    assert "toimenpide puuttuu" not in text
    assert "asiat[0].toimenpiteet" not in notes(result)


@pytest.mark.parametrize(
    ("due", "state", "late"),
    [
        ("2026-09-09", "kesken", True),
        ("2026-09-10", "kesken", False),
        ("2026-09-11", "kesken", False),
        ("2026-09-09", "valmis", False),
        ("2026-09-09", "peruttu", False),
    ],
)
def test_what_is_late_on_the_day_of_the_list_says_so(
    folder: Path, due: str, state: str, late: bool
) -> None:
    later = folder / "regions/paijat-hame/kokoukset/2026-09-10.yaml"
    row = AGAIN.format("hva", ACTION, state).replace("2026-12-31", due)
    later.write_text(f"{LATER}{row}", encoding="utf-8")
    made(folder, KIND)
    text = words(folder, "hva_2026-09-10_fi.docx")
    assert (f"{state}, myöhässä" in text) == late
    assert ("Myöhässä on toimenpide" in text) == late


@pytest.mark.parametrize("state", ["kesken", "valmis"])
def test_one_action_is_told_of_in_the_singular(folder: Path, state: str) -> None:
    rows = AGAIN.format("hva", ACTION, state)
    later = folder / "regions/paijat-hame/kokoukset/2026-09-10.yaml"
    later.write_text(f"{LATER}{rows}", encoding="utf-8")
    made(folder, KIND)
    one = words(folder, "hva_2026-09-10_fi.docx")
    rows += f"      - {{tunnus: b, vastuu: hva, tehtava: toinen, tila: {state}}}\n"
    later.write_text(f"{LATER}{rows}", encoding="utf-8")
    made(folder, KIND)
    two = words(folder, "hva_2026-09-10_fi.docx")
    single, plural = {
        "kesken": ("vastaa seuraavasta toimenpiteestä. Sen tila", "vastaa seuraavista"),
        "valmis": ("Seuraava toimenpide on kirjattu", "Seuraavat toimenpiteet on kirjattu"),
    }[state]
    assert (single in one, plural in one) == (True, False)
    assert (single in two, plural in two) == (False, True)


def test_an_action_that_another_party_took_over_is_on_that_party_s_list(folder: Path) -> None:
    later = folder / "regions/paijat-hame/kokoukset/2026-09-10.yaml"
    later.write_text(f"{LATER}{AGAIN.format('kela', ACTION, 'avoin')}", encoding="utf-8")
    made(folder, KIND)
    [only] = (folder / "build").rglob("*.docx")
    assert only.name == "paijat-hame_toimenpidelista_kela_2026-09-10_fi.docx"


def test_the_same_key_in_another_group_is_another_action(tmp_path: Path) -> None:
    place = workspace(tmp_path / "tyotila", "vantaa-kerava")
    for meeting in (place / "regions/vantaa-kerava/kokoukset").glob("*.yaml"):
        text = meeting.read_text(encoding="utf-8")
        meeting.write_text(text.replace("tunnus: vantaa-tp-", "tunnus: ks-tp-"), encoding="utf-8")
    made(place, KIND)
    [kela] = (place / "build").rglob("*_kela_*_fi.docx")
    text = words(place, kela.name)
    assert text.count("järjestä kuntoutuksen neuvonta-aika kerran viikossa") == 2
    assert ("11.6.2025" in text, "12.6.2025" in text) == (True, True)


def test_a_missing_task_is_a_gap_with_its_own_file(folder: Path) -> None:
    edit(folder / MEETING, (f"tehtava: {ACTION}, ", ""))
    result = made(folder, KIND)
    assert "kokoukset/2026-03-12.yaml asiat[3].toimenpiteet[tp-2026-1]" in notes(result)
    assert "toimenpide puuttuu" in words(folder, LISTED)


def test_a_party_without_actions_is_named_and_the_day_is_that_of_the_newest_meeting(
    folder: Path,
) -> None:
    later = (folder / MEETING).with_name("2026-09-10.yaml")
    later.write_text(LATER.removesuffix("    toimenpiteet:\n"), encoding="utf-8")
    wish = ("generate", "paijat-hame", "--document", KIND)
    done = sopimukset(*wish, "--final", cwd=folder)
    assert done.code == 0, done
    lines = [item for item in done.err.splitlines() if item.startswith("    ")]
    told = "kokouksiin ei ole kirjattu toimenpiteitä, joista se vastaa."
    assert f"    {KIND}, Lahden kaupunki: {told}" in lines
    papers = {path.name for path in (folder / "build").rglob("*.docx")}
    assert LISTED.replace("2026-03-12", "2026-09-10") in papers
    assert not [name for name in papers if "_lahti_" in name]


@pytest.mark.parametrize(("state", "told"), [("kesken", True), ("valmis", False)])
def test_an_open_action_of_nobody_is_told_of(folder: Path, state: str, told: bool) -> None:
    later = folder / "regions/paijat-hame/kokoukset/2026-09-10.yaml"
    rows = f"      - {{tunnus: tp-x, tehtava: kenen tehtävä, tila: {state}}}\n"
    later.write_text(f"{LATER}{rows}", encoding="utf-8")
    done = sopimukset("generate", "paijat-hame", "--document", KIND, "--final", cwd=folder)
    line = "toimenpide tp-x (kokous 10.9.2026) ei ole kenenkään listalla"
    assert (done.code, line in done.err) == (0, told)


def test_without_actions_there_is_no_list_and_that_is_said(folder: Path) -> None:
    text = (folder / MEETING).read_text(encoding="utf-8")
    start = text.index("    toimenpiteet:")
    end = text.index("    esteelliset", start)
    (folder / MEETING).write_text(text[:start] + text[end:], encoding="utf-8")
    result = made(folder, KIND)
    assert "Kokouksiin ei ole kirjattu toimenpiteitä." in notes(result)
    assert not list((folder / "build").rglob("*.docx"))


def test_verify_tells_when_an_action_has_moved_on(folder: Path) -> None:
    made(folder, KIND)
    path = folder / "build" / "paijat-hame" / LISTED
    [before] = verify(folder, [path], DAY)
    assert before.stands
    edit(folder / MEETING, ("tila: kesken", "tila: valmis"))
    [after] = verify(folder, [path], DAY)
    assert not after.stands
    assert any("kokoukset/2026-03-12.yaml" in note for note in after.notes)


def test_the_swedish_list_holds_no_finnish_sentence(tmp_path: Path) -> None:
    made(sample_workspace(tmp_path, KIND), KIND, regions=("etela-karjala",), languages=("sv",))
    text = words(tmp_path, "_hva_2026-12-10_sv.docx")
    for word in ("Toimenpide", "Määräpäivä", "Kokous", "mom)", *sentences(KIND, "fi")):
        assert word not in text, word
    assert "besätta den lediga befattningen" in text
    assert "Försenad är en åtgärd" in text


def test_the_grounds_of_the_clauses_are_in_the_statutes() -> None:
    folder = data_folder("templates") / KIND
    library = read_record(folder, "", folder / "lausekkeet.yaml", Lausekekirjasto).model
    assert library is not None
    statutes = load_statutes()
    for clause in library.lausekkeet:
        for text in clause.perusta:
            assert statutes.text(parse_viite(text), DAY), text

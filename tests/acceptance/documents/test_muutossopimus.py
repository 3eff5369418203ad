"""An amending agreement: every difference of two versions is a numbered change, old and new."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sopimukset import register
from sopimukset.base.data import data_folder
from sopimukset.documents.amended import changes
from sopimukset.documents.frozen import Frozen, restored
from sopimukset.documents.subject import Source
from sopimukset.formats.word import gap
from sopimukset.formats.yaml import read
from sopimukset.model import Alue, Sisalto
from sopimukset.tasks.generate import Fate
from sopimukset.tracking.counted import SETTER, TYM, VOLUNTARY, YOUTH
from sopimukset.tracking.fingerprints import content, fingerprint
from sopimukset.tracking.moved import moved
from sopimukset.workspace.templates import library_of
from tests.support.kind_documents import SAMPLE, make, sample_workspace, texts
from tests.support.made_documents import paragraphs, style
from tests.support.workspaces import CHECKOUT, edit, record
from tests.unit.tracking.full_record import full_record, variations

LAJI = "muutossopimus"
GOLDEN = Path(__file__).parents[2] / "data" / "documents" / "muutossopimus"


def only(folder: Path, language: str = "fi") -> str:
    assert not make(folder, LAJI, language, regions=(SAMPLE,)).failed
    [text] = texts(folder, language).values()
    return text


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_samples_text_is_the_one_that_was_read(tmp_path: Path, language: str) -> None:
    text = only(sample_workspace(tmp_path, LAJI), language)
    body = text[: text.index("keski-pohjanmaa / muutossopimus")]  # the line of origin moves
    assert body == (GOLDEN / f"{language}.txt").read_text(encoding="utf-8")


def test_neither_end_of_a_long_value_stands_on_a_page_without_another(tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, LAJI)
    assert not make(folder, LAJI, "fi", regions=(SAMPLE,)).failed
    [path] = (folder / "build").rglob("*_fi.docx")
    values: list[list[bool]] = []
    for item in paragraphs(path):
        label, _, _ = item.text.partition("\t")
        if style(item) != "Kansitieto":
            continue
        if label:
            values.append([])
        values[-1].append(bool(item.paragraph_format.keep_with_next))
    long = [value for value in values if len(value) > 1]
    assert max(map(len, long)) > 2
    for value in long:
        assert value[0]
        assert value[-2:] == [True, False]


def test_it_names_what_it_amends_and_leaves_the_rest(tmp_path: Path) -> None:
    text = only(sample_workspace(tmp_path, LAJI))
    for fact in (
        "Sopimuksen asiatunnus: KUV-2025-920",
        "Versio, jota muutetaan: 1.0",
        "Versio muutosten jälkeen: 2.0 (18.5.2026)",
        "Muilta osin sopimus jää voimaan muuttumattomana.",
        "Muutokset tulevat voimaan 1.9.2026,",
        "(381/2023) 9 §:n 2 momentissa",
        "Muutossopimuksen asiatunnus: KUV-2026-921.",
    ):
        assert fact in text, fact


def test_a_voluntary_agreement_is_not_called_statutory(tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, LAJI)
    path = record(folder, SAMPLE)
    edit(path, ("    laji: tym-sopimus\n", "    laji: yhdyspintasopimus\n"))
    assert "9 §:n 2 momentissa" not in only(folder)


@pytest.mark.parametrize(
    ("old", "new", "gap"),
    [
        ('versioon: "2.0"', 'versioon: "3.0"', "sopimuksen versiot, joiden välillä muutetaan"),
        ('versioon: "2.0"', 'versioon: "1.0"', "muutos versioiden välillä"),
        ("{sopimus: tym-sopimus,", "{sopimus: muu,", "muutettava sopimus"),
        ("    voimassa: {alkaen: 2026-09-01}\n", "", "voimaantulopäivä"),
        ("    asiatunnus: KUV-2026-921\n", "", "asiatunnus"),
    ],
)
def test_what_is_missing_is_a_gap(tmp_path: Path, old: str, new: str, gap: str) -> None:
    folder = sample_workspace(tmp_path, LAJI)
    edit(record(folder, SAMPLE), (old, new))
    text = only(folder)
    assert f"{gap} puuttuu" in text
    assert "LUONNOS" in text


def test_a_language_that_the_versions_lack_is_a_gap(tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, LAJI)
    for number in ("1.0", "2.0"):
        path = folder / "regions" / SAMPLE / "versiot" / f"tym-sopimus-{number}.yaml"
        edit(path, ("  kielet:\n    - fi\n    - sv\n", "  kielet:\n    - fi\n"))
    assert "versioiden teksti tällä kielellä puuttuu" not in only(folder, "fi")
    [item] = make(folder, LAJI, "sv", regions=(SAMPLE,)).items
    assert any("versioiden teksti tällä kielellä" in note for note in item.notes)
    [text] = texts(folder, "sv").values()
    assert "irtisanomisaika" not in text.casefold()


def test_without_a_target_there_is_no_document_and_it_is_said(tmp_path: Path) -> None:
    folder = sample_workspace(tmp_path, LAJI)
    target = '    muuttaa: {sopimus: tym-sopimus, versiosta: "1.0", versioon: "2.0"}\n'
    edit(record(folder, SAMPLE), (target, ""))
    [item] = make(folder, LAJI, "fi", regions=(SAMPLE,)).items
    assert item.fate is Fate.SKIPPED
    assert "ei ole kirjattu, mitä se muuttaa" in item.notes[0]


# Any two versions --------------------------------------------------------------------------------


def taken(data: Any) -> tuple[Alue, Sisalto]:
    alue = Alue.model_validate(data)
    found = content(alue, alue.sopimukset[0], None, {})
    assert found is not None
    return alue, found


@pytest.mark.parametrize("laji", [TYM, SETTER, YOUTH, VOLUNTARY])
def test_every_difference_comes_to_a_change_that_says_something_else(laji: str) -> None:
    alue, before = taken(full_record(laji))
    source = Source("x", alue, {})
    for variation in variations(laji):
        if variation.steps[-1][1] in ("laji", "kielet"):
            continue
        _, after = taken(variation.data)
        sides = [Frozen(item, source, "fi", register.load()) for item in (before, after)]
        found = changes(sides[0], sides[1])
        assert bool(found) == bool(moved(before, after)), variation.name
        for item in found:
            assert item.place, variation.name
            assert item.old != item.new, variation.name


def told(change: str, instead: str) -> list[tuple[str, list[str], list[str]]]:
    """What an amending agreement tells when a place of a region's record says something else."""
    text = (CHECKOUT / "regions" / "pohjois-karjala" / "alue.yaml").read_text(encoding="utf-8")
    assert text.count(change) == 1
    alue = Alue.model_validate(read(text.encode()).data)
    _, before = taken(read(text.encode()).data)
    _, after = taken(read(text.replace(change, instead).encode()).data)
    source = Source("pohjois-karjala", alue, {})
    old, new = (Frozen(item, source, "fi", register.load()) for item in (before, after))
    return [(item.place, item.old, item.new) for item in changes(old, new)]


def test_customers_on_whom_the_staff_was_sized_are_told_of_in_words() -> None:
    [(place, old, new)] = told(
        "asiakkaita: 720, pvm: 2024-12-31", "asiakkaita: 800, pvm: 2025-06-30"
    )
    assert place == "Mitoituksessa huomioon otettu asiakkaiden määrä"
    assert (old[0], new[0]) == ("720 (31.12.2024)", "800 (30.6.2025)")
    assert (
        old[1:] == new[1:] == ["Mitoituksessa on noin 35 asiakasta yhtä henkilötyövuotta kohden."]
    )


def test_a_budget_has_its_thousands_apart() -> None:
    data = full_record(TYM)
    cost = data["sopimukset"][0]["kustannukset"][0]
    cost["talousarvio"] = Decimal("12500.5")
    alue, before = taken(data)
    cost["talousarvio"] = Decimal(1250000)
    _, after = taken(data)
    old, new = (
        Frozen(item, Source("x", alue, {}), "fi", register.load()) for item in (before, after)
    )
    [change] = changes(old, new)
    assert "talousarvio 12\u00a0500,50 euroa" in change.old[0]
    assert "talousarvio 1\u00a0250\u00a0000 euroa" in change.new[0]


def test_an_office_without_a_name_in_the_papers_language_is_a_gap() -> None:
    data = full_record(TYM)
    alue, before = taken(data)
    data["toimipisteet"][0] |= {"nimi": {"sv": "Servicestället"}, "kunta": "Lahti"}
    data["henkilosto"][0] |= {"toimipiste": data["toimipisteet"][0]["tunnus"], "maara": 3900}
    _, after = taken(data)
    old, new = (
        Frozen(item, Source("x", alue, {}), "fi", register.load()) for item in (before, after)
    )
    told = {item.place: item.new[0] for item in changes(old, new)}
    missing = gap("toimipisteen nimi puuttuu")
    assert told["Toimipiste"].startswith(f"{missing}, Lahti")
    assert f": 3\u00a0900 htv, {missing}" in told["Henkilöstö"]


def test_what_the_agreement_tells_of_the_young_peoples_service_is_told_of() -> None:
    data = full_record(TYM)
    alue, before = taken(data)
    data["nuorten_yhteispalvelu"][0] |= {
        "palvelupisteet": [{"tunnus": "p", "nimi": "Ohjaamo", "kunta": "Lahti"}],
        "koordinaattori": {"nimike": "palveluesimies"},
        "sovittu": {"organisointi": "2027-03-01", "kustannusten_jako": "2027-04-01"},
    }
    _, after = taken(data)
    old, new = (
        Frozen(item, Source("x", alue, {}), "fi", register.load()) for item in (before, after)
    )
    [change] = changes(old, new)
    assert change.place == "Nuorten yhteispalvelu"
    assert change.new[1:] == [
        "palvelupiste: Ohjaamo (Lahti)",
        "yhteensovittamisesta vastaava henkilö: palveluesimies",
        "organisoinnista sovittu 1.3.2027",
        "kustannusten jaosta sovittu 1.4.2027",
    ]


@pytest.mark.parametrize(
    "region", ["helsinki", "kainuu", "lappi", "pohjanmaa", "pohjois-karjala", "pohjois-pohjanmaa"]
)
def test_a_record_is_put_together_again_from_a_version(region: str) -> None:
    alue = Alue.model_validate(
        read((CHECKOUT / "regions" / region / "alue.yaml").read_bytes()).data
    )
    for agreement in alue.sopimukset:
        library = library_of(CHECKOUT, agreement.laji)
        found = content(alue, agreement, library, {})
        assert found is not None
        again = restored(alue, found)
        [same] = [item for item in again.sopimukset if item.tunnus == agreement.tunnus]
        twice = content(again, same, library, {})
        assert twice is not None
        assert fingerprint(twice) == fingerprint(found)


def test_a_clause_is_told_by_the_paragraphs_that_change() -> None:
    data = read((CHECKOUT / "regions" / "paijat-hame" / "alue.yaml").read_bytes()).data
    alue = Alue.model_validate(data)
    library = library_of(CHECKOUT, TYM)
    assert library is not None
    text = (data_folder("templates") / TYM / "lausekkeet.yaml").read_text(encoding="utf-8")
    other = read(text.replace("Sopimuksella ei perusteta", "Tällä ei perusteta").encode()).data
    changed = type(library).model_validate(other)
    before = content(alue, alue.sopimukset[0], library, {})
    after = content(alue, alue.sopimukset[0], changed, {})
    assert before is not None
    assert after is not None
    source = Source("paijat-hame", alue, {})
    old, new = (Frozen(item, source, "fi", register.load()) for item in (before, after))
    [change] = changes(old, new)
    assert change.place == "Kohta 1, Sopimuksen tarkoitus"
    assert [line.split(" ", 1)[0] for line in (*change.old, *change.new)] == [
        "Sopimuksella",
        "Tällä",
    ]

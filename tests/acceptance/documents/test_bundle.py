"""An agreement with its annexes as one bundle, and a commenting round on it."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from openxml_audit import OpenXmlValidator
from ruamel.yaml import YAML

from sopimukset.formats.word import read_properties, text_of
from sopimukset.tasks.generate import Fate, Generated, Wishes, generate
from sopimukset.tasks.verify import verify
from tests.support.workspaces import CHECKOUT, edit, record, workspace

DAY = date(2026, 6, 1)
STEM = "pohjanmaa_tym-sopimus_2025-04-15_sv"


def run(folder: Path, **wishes: object) -> Generated:
    wishes = {"out": folder / "build", "bundle": True, **wishes}
    return generate(folder, Wishes(**wishes), DAY, lambda *_: None)  # type: ignore[arg-type]


def text(path: Path) -> str:
    return "\n".join(text_of(path.read_bytes()))


def sample(folder: Path, kind: str) -> Path:
    """A workspace that holds nothing but the sample of a kind."""
    target = folder / "regions" / "kainuu" / "alue.yaml"
    target.parent.mkdir(parents=True)
    target.write_bytes((CHECKOUT / "templates" / kind / "esimerkki.yaml").read_bytes())
    return folder


def _with_another_day(root: Path) -> Path:
    """The bundle's folder, after the first annex was given another day."""
    edit(record(root, "kainuu"), ("pvm: 2026-01-15", "pvm: 2026-03-01"))
    (annex,) = root.rglob("02_*.docx")
    return annex.parent


class TestBundle:
    def test_names_sort_in_the_order_of_the_list(self, tmp_path: Path) -> None:
        root = workspace(tmp_path, "pohjanmaa")
        run(root, languages=("sv",))
        folder = root / "build" / "pohjanmaa" / STEM
        assert sorted(path.name for path in folder.iterdir()) == [
            "00_pohjanmaa_asiakirjaluettelo_2025-04-15_sv.docx",
            f"01_{STEM}.docx",
            "02_pohjanmaa_liite_liite-1_2025-04-15_sv.docx",
            "03_pohjanmaa_liite_liite-2_2025-04-15_sv.docx",
        ]
        listed = text(folder / "00_pohjanmaa_asiakirjaluettelo_2025-04-15_sv.docx")
        assert all(path.name in listed for path in folder.iterdir() if path.name[:2] != "00")

    def test_the_zip_holds_the_same_files_and_stays_as_it_is(self, tmp_path: Path) -> None:
        root = workspace(tmp_path, "pohjanmaa")
        run(root, languages=("sv",))
        zipped = root / "build" / "pohjanmaa" / f"{STEM}.zip"
        first = zipped.read_bytes()
        with zipfile.ZipFile(io.BytesIO(first)) as archive:
            for name in archive.namelist():
                assert archive.read(name) == (zipped.parent / name).read_bytes()
            assert len(archive.namelist()) == 4
        again = run(root, languages=("sv",))
        assert {item.fate for item in again.items} == {Fate.UNCHANGED}
        assert zipped.read_bytes() == first

    def test_every_document_of_every_bundle_is_a_valid_word_file(self, tmp_path: Path) -> None:
        generate(CHECKOUT, Wishes(out=tmp_path, bundle=True), DAY, lambda *_: None)
        documents = sorted(tmp_path.rglob("*.docx"))
        assert len(documents) > 30
        for document in documents:
            assert OpenXmlValidator().validate(str(document)).errors == [], document.name

    def test_annexes_are_not_repeated_in_the_agreement(self, tmp_path: Path) -> None:
        root = workspace(tmp_path)
        run(root)
        (folder,) = (root / "build" / "paijat-hame").glob("*/")
        agreement, annex = (
            text(folder / name) for name in sorted(p.name for p in folder.iterdir())[1:]
        )
        assert "sosiaaliohjaaja" not in agreement
        assert "liitteessä 1" in agreement
        assert "sosiaaliohjaaja" in annex

    def test_an_annex_that_is_superseded_goes_and_is_told_of(self, tmp_path: Path) -> None:
        root = sample(tmp_path, "liite")
        run(root, languages=("fi",))
        folder = _with_another_day(root)
        own = folder / "02_oma_muistio.docx"
        own.write_bytes(b"muistio")
        again = run(root, languages=("fi",))
        [gone] = again.having(Fate.REMOVED)
        assert gone.name.endswith("02_kainuu_liite_liite-1_2026-01-15_fi.docx")
        assert "ei kuulu enää nippuun" in gone.notes[0]
        assert not again.failed
        with zipfile.ZipFile(folder.with_suffix(".zip")) as archive:
            zipped = {Path(name).name for name in archive.namelist()}
        assert {path.name for path in folder.iterdir()} == zipped | {own.name}
        assert {item.fate for item in run(root, languages=("fi",)).items} == {Fate.UNCHANGED}

    def test_a_superseded_annex_that_somebody_edited_stays_and_is_told_of(
        self, tmp_path: Path
    ) -> None:
        root = sample(tmp_path, "liite")
        run(root, languages=("fi",))
        folder = _with_another_day(root)
        (edited,) = folder.glob("02_*.docx")
        document = docx.Document(str(edited))
        document.add_paragraph("Oma lisäys.")
        document.save(str(edited))
        again = run(root, languages=("fi",))
        assert [item.name for item in again.having(Fate.LEFT)] == [edited.as_posix()]
        assert edited.is_file()
        assert not again.failed

    def test_a_reviewers_copy_supersedes_nothing(self, tmp_path: Path) -> None:
        root = sample(tmp_path, "liite")
        run(root, languages=("fi",))
        before = {path: path.read_bytes() for path in root.rglob("build/**/*.*")}
        again = run(root, languages=("fi",), annotated=True)
        assert again.having(Fate.REMOVED) == []
        assert {path: path.read_bytes() for path in before} == before

    @pytest.mark.parametrize(("language", "ending"), [("fi", "perusteet"), ("sv", "grunder")])
    def test_reviewers_copies_are_a_bundle_of_their_own(
        self, tmp_path: Path, language: str, ending: str
    ) -> None:
        root = sample(tmp_path, "liite")
        run(root, languages=(language,), annotated=True)
        (zipped,) = root.rglob("*.zip")
        assert zipped.stem.endswith(f"_{language}_{ending}")
        with zipfile.ZipFile(zipped) as archive:
            names = archive.namelist()
        assert {name.split("/")[0] for name in names} == {zipped.stem}
        files = sorted(zipped.with_suffix("").iterdir())
        assert [f"{zipped.stem}/{path.name}" for path in files] == names
        assert all(path.stem.endswith(f"_{ending}") for path in files)
        listed = text(files[0])
        assert all(path.name in listed for path in files[1:])

    def test_a_reviewers_copy_among_the_documents_goes(self, tmp_path: Path) -> None:
        root = sample(tmp_path, "liite")
        run(root, languages=("fi",), annotated=True)
        run(root, languages=("fi",))
        copy = next(root.rglob("01_*_perusteet.docx"))
        (own,) = root.rglob("01_*_fi.docx")
        strayed = own.with_name(copy.name)
        strayed.write_bytes(copy.read_bytes())
        again = run(root, languages=("fi",), force=True)
        assert [item.name for item in again.having(Fate.REMOVED)] == [strayed.as_posix()]
        assert copy.is_file()

    def test_an_annex_has_a_day_of_its_own(self, tmp_path: Path) -> None:
        root = sample(tmp_path, "liite")
        run(root, languages=("fi",))
        (annex,) = root.rglob("02_*.docx")
        assert annex.name == "02_kainuu_liite_liite-1_2026-01-15_fi.docx"
        assert read_properties(annex.read_bytes()).day == date(2026, 1, 15)
        (listed,) = root.rglob("00_*.docx")
        assert "toimitetaan erikseen" in text(listed)

    def test_the_documents_of_a_bundle_can_be_verified(self, tmp_path: Path) -> None:
        root = workspace(tmp_path)
        run(root)
        files = sorted(root.rglob("build/**/*.docx"))
        assert all(item.stands and item.same_text for item in verify(root, files, DAY))
        edit(record(root), ("maara: 8.5", "maara: 9.5"))
        assert [item.same_text for item in verify(root, files, DAY)].count(False) == 1

    def test_an_edited_document_keeps_the_zip_from_being_made(self, tmp_path: Path) -> None:
        root = workspace(tmp_path)
        run(root)
        (zipped,) = root.rglob("*.zip")
        before = zipped.read_bytes()
        (agreement,) = root.rglob("build/**/01_*.docx")
        document = docx.Document(str(agreement))
        document.add_paragraph("Lisätty käsin.")
        document.save(str(agreement))
        result = run(root)
        assert result.failed
        assert zipped.read_bytes() == before
        assert zipped.as_posix() not in [item.name for item in result.items]

    def test_a_region_without_an_agreement_says_so(self, tmp_path: Path) -> None:
        result = generate(
            CHECKOUT,
            Wishes(regions=("satakunta",), out=tmp_path, bundle=True),
            DAY,
            lambda *_: None,
        )
        assert [item.fate for item in result.items] == [Fate.SKIPPED]
        assert result.items[0].notes


OTHERS = {
    "sopimus-asettajasta": "pohjanmaa",
    "nuorten-yhteispalvelu": "helsinki",
    "yhdyspintasopimus": "lappi",
}
"""Kinds of agreement besides the statutory one, and a region that has such a paper."""

ANNEXES = [
    {"tunnus": "a", "nimi": {"fi": "Henkilöt", "sv": "Personer"}, "taulukko": "jasenet"},
    {"tunnus": "b", "nimi": {"fi": "Jako", "sv": "Fördelning"}, "taulukko": "kustannukset"},
    {"tunnus": "c", "nimi": {"fi": "Kartta", "sv": "Karta"}},
]
SHARED = {"tunnus": "k", "kattaa": ["tilat"], "avain": "muu", "selite": "puoliksi"}
SAMI = {"se": "davvisámegillii", "smn": "anarâškielân", "sms": "nuõrttsääʹmǩiõlʼle"}


def with_annexes(folder: Path, kind: str) -> Path:
    """A workspace whose agreement of the kind has annexes, a summary and Sámi texts."""
    root, yaml = workspace(folder, OTHERS[kind]), YAML()
    path = record(root, OTHERS[kind])
    data = yaml.load(path)
    agreement = next(item for item in data["sopimukset"] if item["laji"] == kind)
    agreement["liitteet"], agreement["kustannukset"] = ANNEXES, [SHARED]
    agreement.setdefault("johtoryhma", data["johtoryhmat"][0]["tunnus"])
    agreement["nimi"] = {"fi": "Oma sopimus", "sv": "Eget avtal", "se": SAMI["se"]}
    agreement["tiivistelma"] = {"fi": "Lyhyesti.", "sv": "Kort.", "smn": SAMI["smn"]}
    yaml.dump(data, path)
    return root


@pytest.mark.parametrize("kind", OTHERS)
class TestOtherAgreements:
    def test_a_bundle_holds_what_its_list_names(self, tmp_path: Path, kind: str) -> None:
        root = with_annexes(tmp_path, kind)
        result = run(root, languages=("fi", "sv"))
        assert not result.failed
        folders = sorted(path for path in root.glob(f"build/*/*_{kind}_*") if path.is_dir())
        assert len(folders) == 2
        for folder in folders:
            names = sorted(path.name for path in folder.iterdir())
            assert [name[:2] for name in names] == ["00", "01", "02", "03"]
            listed = text(folder / names[0])
            assert all(name in listed for name in names[1:])
            assert "toimitetaan erikseen" in listed or "levereras separat" in listed
            assert zipfile.is_zipfile(folder.with_suffix(".zip"))

    def test_its_documents_are_valid_and_can_be_verified(self, tmp_path: Path, kind: str) -> None:
        root = with_annexes(tmp_path, kind)
        run(root)
        files = sorted(root.glob(f"build/*/*_{kind}_*/*.docx"))
        for path in files:
            assert OpenXmlValidator().validate(str(path)).errors == [], path.name
        assert all(item.stands and item.same_text for item in verify(root, files, DAY))

    def test_alone_it_holds_the_tables_of_its_annexes(self, tmp_path: Path, kind: str) -> None:
        root = with_annexes(tmp_path, kind)
        run(root, bundle=False, kinds=(kind,), languages=("fi",))
        [path] = (
            root.rglob(f"*_{kind}_*_fi.docx")
            if kind != "nuorten-yhteispalvelu"
            else [next(item for item in root.rglob("*_fi.docx") if "Oma sopimus" in text(item))]
        )
        told = text(path)
        for shown in ("Liite 1: Henkilöt", "Liite 2: Jako", "Liite 3: Kartta", "puoliksi"):
            assert shown in told
        assert "Henkilökohtainen varajäsen" in told
        assert "Lyhyesti." in told

    def test_its_cover_speaks_sami_where_the_record_does(self, tmp_path: Path, kind: str) -> None:
        root = with_annexes(tmp_path, kind)
        run(root, bundle=False, kinds=(kind,), languages=("sv",))
        path = next(item for item in root.rglob("*_sv.docx") if "Eget avtal" in text(item))
        with zipfile.ZipFile(path) as package:
            xml = package.read("word/document.xml").decode()
        for language in ("se", "smn"):
            assert f'<w:lang w:val="{language}-FI"/>' in xml
            assert SAMI[language] in xml

    def test_without_annexes_there_is_no_bundle_of_it(self, tmp_path: Path, kind: str) -> None:
        root = workspace(tmp_path, OTHERS[kind])
        run(root)
        assert not list(root.glob(f"build/*/*_{kind}_*"))
        assert list(root.glob("build/*/*_tym-sopimus_*"))


def test_an_annex_tells_of_costs_as_its_agreement_does(tmp_path: Path) -> None:
    root = with_annexes(tmp_path, "nuorten-yhteispalvelu")
    path = record(root, "helsinki")
    edit(path, ("    avain: muu\n    selite: puoliksi\n", "    avain: henkilosto\n"))
    run(root, languages=("fi",))
    [annex] = root.rglob("03_*.docx")
    assert "yhteispalveluun osallistuvan henkilöstön määrä" in text(annex)


class TestComments:
    @pytest.mark.parametrize("language", ["fi", "sv"])
    def test_the_letter_has_a_row_for_each_clause(self, tmp_path: Path, language: str) -> None:
        root = sample(tmp_path, "lausuntopyynto")
        wishes = Wishes(
            kinds=("lausuntopyynto", "tym-sopimus"), languages=(language,), out=root / "build"
        )
        generate(root, wishes, DAY, lambda *_: None)
        letter = text(next(root.rglob("*_lausuntopyynto_*.docx")))
        assert "17.1.2025" in letter
        headings = {"fi": "Kelan osallistuminen kustannuksiin", "sv": "Ändring av avtalet"}
        assert headings[language] in letter
        assert ("Kommentti tai muutosehdotus" in letter) is (language == "fi")

    def test_a_region_that_changed_its_clauses_asks_of_those(self, tmp_path: Path) -> None:
        root = sample(tmp_path, "lausuntopyynto")
        edit(
            record(root, "kainuu"),
            (
                "    liitteet:\n",
                "    lausekemuutokset:\n"
                "      - {lauseke: viestinta, toimi: poista, peruste: {fi: x, sv: y}}\n"
                "    liitteet:\n",
            ),
        )
        generate(root, Wishes(kinds=("lausuntopyynto",), out=root / "build"), DAY, lambda *_: None)
        (letter,) = root.rglob("*_lausuntopyynto_*_fi.docx")
        assert "Viestintä" not in text(letter)

    def test_a_missing_deadline_is_a_marked_gap(self, tmp_path: Path) -> None:
        root = sample(tmp_path, "lausuntopyynto")
        edit(record(root, "kainuu"), ("      maarapaiva: 2025-01-17\n", ""))
        result = generate(
            root, Wishes(kinds=("lausuntopyynto",), out=root / "build"), DAY, lambda *_: None
        )
        assert all("LUONNOS" in item.marks for item in result.items)
        assert "lausunnon määräpäivä puuttuu" in result.items[0].notes[0]

    def test_no_round_no_letter(self, tmp_path: Path) -> None:
        root = workspace(tmp_path)
        result = generate(root, Wishes(out=root / "build"), DAY, lambda *_: None)
        assert not [item for item in result.items if "lausuntopyynto" in item.name]

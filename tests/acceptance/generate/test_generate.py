"""What `generate` makes, leaves alone, refuses and says."""

from __future__ import annotations

import hashlib
import io
import re
import shutil
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from sopimukset.formats import zip as archive
from sopimukset.formats.word import read_properties, text_of
from sopimukset.tasks.generate import Fate, Generated, Wishes, generate
from sopimukset.workspace import record as reading
from sopimukset.workspace.locate import WorkspaceError
from tests.support.workspaces import CHECKOUT, EXAMPLE, edit, edit_lines, record, workspace

DAY = date(2026, 6, 1)
AGREEMENTS = ("tym-sopimus",)
"""The one kind that these tests speak of; each other kind has tests of its own."""
BODY = "word/document.xml"
HIGHLIGHTED = r'<w:rStyle w:val="PuuttuvaTieto"/></w:rPr><w:t[^>]*>([^<]+)<'
NAME = f"{EXAMPLE}_tym-sopimus_2025-04-01_fi.docx"


def run(folder: Path, **wishes: object) -> Generated:
    out = folder / "build"
    wishes = {"kinds": AGREEMENTS, "out": out, **wishes}
    return generate(folder, Wishes(**wishes), DAY, lambda *_: None)  # type: ignore[arg-type]


def made(folder: Path) -> Path:
    return folder / "build" / EXAMPLE / NAME


def fates(result: Generated) -> list[Fate]:
    return [item.fate for item in result.items]


def text(path: Path) -> str:
    return "\n".join(text_of(path.read_bytes()))


class TestMaking:
    def test_the_illustration_becomes_one_marked_agreement(self, tmp_path: Path) -> None:
        result = run(workspace(tmp_path))
        assert fates(result) == [Fate.MADE]
        assert result.items[0].marks == ("ESIMERKKI",)
        assert not result.failed
        words = text(made(tmp_path))
        for fact in ("Hollolan kunta", "KUV-2025-77", "sosiaaliohjaaja", "1.4.2025", "8,5"):
            assert fact in words, fact

    def test_every_region_of_the_checkout_is_a_valid_word_file(self, tmp_path: Path) -> None:
        result = generate(CHECKOUT, Wishes(out=tmp_path, kinds=AGREEMENTS), DAY, lambda *_: None)
        documents = sorted(tmp_path.rglob("*.docx"))
        assert len(documents) == len(result.having(Fate.MADE)) == 19
        assert not result.failed
        for document in documents:
            assert OpenXmlValidator().validate(str(document)).errors == [], document.name
            assert ("EXEMPEL" if document.stem.endswith("_sv") else "ESIMERKKI") in text(document)

    def test_the_same_input_gives_the_same_bytes_anywhere_on_any_day(self, tmp_path: Path) -> None:
        contents = []
        for number, day in enumerate((date(2026, 6, 1), date(2027, 2, 1))):
            folder = workspace(tmp_path / str(number))
            wishes = Wishes(out=folder / "tulos", kinds=AGREEMENTS)
            generate(folder, wishes, day, lambda *_: None)
            contents.append((folder / "tulos" / EXAMPLE / NAME).read_bytes())
        assert contents[0] == contents[1]

    def test_the_file_says_where_it_came_from(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        run(folder)
        content = record(folder).read_bytes()
        blob = hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()
        custom = read_properties(made(folder).read_bytes()).custom
        assert custom["sopimukset.tiedot"] == f"alue.yaml {blob}"
        assert custom["sopimukset.alue"] == EXAMPLE
        assert blob[:7] in text(made(folder))

    def test_a_reviewers_copy_names_the_provisions_below_each_clause(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        result = run(folder, annotated=True)
        copy = Path(result.items[0].name)
        assert copy.name.endswith("_fi_perusteet.docx")
        assert "[Lausekkeen perusta: 388/2024 3 § 1 kohta" in text(copy)
        assert "Lausekkeen perusta" not in text_or_empty(made(folder))

    def test_names_with_markup_come_out_whole(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        nasty = "Smith & <Sons> \"{{ 7*7 }}\" {% raw %} 'Öst' 🙂"
        edit(
            record(folder),
            (
                "työllisyysaluejohtaja, alkaen: 2025-02-01",
                f"'{nasty.replace(chr(39), chr(39) * 2)}', alkaen: 2025-02-01",
            ),
        )
        run(folder)
        assert nasty in text(made(folder))

    def test_a_language_without_a_layout_is_skipped_and_said(self, tmp_path: Path) -> None:
        result = run(in_finnish_only(workspace(tmp_path, "pohjanmaa")))
        assert fates(result) == [Fate.SKIPPED, Fate.MADE]
        assert "ruotsinkielinen" in result.items[0].notes[0]
        assert not result.failed


class TestOnlyWhatChanged:
    def test_a_second_run_leaves_the_file_alone(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        run(folder)
        before = made(folder).stat()
        result = run(folder)
        assert fates(result) == [Fate.UNCHANGED]
        assert made(folder).stat().st_mtime_ns == before.st_mtime_ns
        assert made(folder).stat().st_ino == before.st_ino

    def test_a_changed_fact_is_made_again(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        run(folder)
        edit(record(folder), ("asiatunnus: KUV-2025-77\n", "asiatunnus: KUV-2025-99\n"))
        assert fates(run(folder)) == [Fate.MADE]
        assert "KUV-2025-99" in text(made(folder))

    def test_a_file_that_a_person_edited_is_kept_until_forced(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        run(folder)
        edited = rezipped(made(folder).read_bytes(), "Hollolan kunta", "Hollolan kaupunki")
        made(folder).write_bytes(edited)
        result = run(folder)
        assert fates(result) == [Fate.EDITED]
        assert result.failed
        assert made(folder).read_bytes() == edited
        assert fates(run(folder, force=True)) == [Fate.MADE]
        assert "Hollolan kaupunki" not in text(made(folder))

    def test_a_strangers_file_is_kept(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        made(folder).parent.mkdir(parents=True)
        made(folder).write_bytes(b"jotain muuta")
        assert fates(run(folder)) == [Fate.EDITED]
        assert made(folder).read_bytes() == b"jotain muuta"


class TestDrafts:
    def test_a_missing_fact_is_a_listed_gap(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(record(folder), ("    asiatunnus: KUV-2025-77\n", ""))
        result = run(folder)
        assert result.items[0].marks == ("ESIMERKKI", "LUONNOS")
        assert result.items[0].notes == ("asiatunnus puuttuu (sopimukset[tym-sopimus])",)
        words = text(made(folder))
        assert "asiatunnus puuttuu" in words
        assert "lopullisena: asiatunnus puuttuu." in words
        assert "Puuttuvat tiedot" not in words
        assert not result.failed

    def test_more_than_a_few_are_a_list_at_the_end(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        lines = record(folder).read_text(encoding="utf-8").splitlines()
        names = [line for line in lines if line.startswith("    oikeushenkilo: ")]
        edit(record(folder), ("    asiatunnus: KUV-2025-77\n", ""))
        for name in names:
            doubted = f"    oikeushenkilo_vahvistettu: false\n{name}"
            edit(record(folder), (f"{name}\n", f"{doubted}\n"))
        assert len(run(folder).items[0].notes) > 3
        words = text(made(folder))
        assert "ne on lueteltu asiakirjan lopussa" in words
        listed = words[words.rindex("Puuttuvat tiedot") :]
        for name in names:
            assert f"nimi on vahvistamatta: {name.split(': ')[1].split('#')[0].strip()}" in listed

    def test_final_refuses_a_draft_and_writes_nothing(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(record(folder), ("    asiatunnus: KUV-2025-77\n", ""))
        result = run(folder, final=True)
        assert fates(result) == [Fate.REFUSED]
        assert result.failed
        assert not made(folder).exists()

    def test_an_error_makes_a_draft_and_is_told(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(
            record(folder),
            (
                "paattyen: 2030-01-31\n        asettaminen",
                "paattyen: 2029-01-31\n        asettaminen",
            ),
        )
        result = run(folder)
        assert "LUONNOS" in result.items[0].marks
        assert any(note.startswith("G14 ") for note in result.items[0].notes)

    def test_a_region_in_preparation_is_made_only_when_named(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(record(folder), ("vaihe: vahvistettu", "vaihe: valmisteilla"))
        result = run(folder)
        assert (result.items, result.in_preparation) == ([], [EXAMPLE])
        named = run(folder, regions=(EXAMPLE,))
        assert named.items[0].marks == ("ESIMERKKI", "LUONNOS")

    def test_no_empty_place_is_left_where_everything_is_missing(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        record(folder).write_text(
            "muoto: 1\nalue: paijat-hame\nvaihe: valmisteilla\nosapuolet:\n"
            "  - {tunnus: lahti, rooli: tyovoimaviranomainen}\n"
            "johtoryhmat: [{tunnus: tym}]\nsopimukset: [{tunnus: s, laji: tym-sopimus, "
            "osapuolet: [lahti], kustannukset: [{tunnus: k}], lausekemuutokset: [{lauseke: x}]}]\n",
            encoding="utf-8",
        )
        result = run(folder, regions=(EXAMPLE,))
        assert fates(result) == [Fate.MADE]
        assert result.items[0].marks == ("LUONNOS",)
        assert len(result.items[0].notes) > 10


class TestWhatASignatoryRelies:
    def test_an_unconfirmed_name_keeps_the_paper_a_draft(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        edit(
            record(folder),
            (
                "    oikeushenkilo: Hollolan kunta",
                "    oikeushenkilo_vahvistettu: false\n    oikeushenkilo: Hollolan kunta",
            ),
        )
        result = run(folder)
        assert result.items[0].marks == ("ESIMERKKI", "LUONNOS")
        assert "vahvistamatta: Hollolan kunta" in result.items[0].notes[0]
        words = text(made(folder))
        assert "(nimi vahvistamatta)" in words
        assert "lopullisena: nimeä Hollolan kunta ei ole vahvistettu." in words
        assert "ei ole kirjattu. Ne on" not in words
        assert "Asiakirjaa ei voi vielä antaa lopullisena" in words
        highlighted = re.findall(
            HIGHLIGHTED, archive.read(made(folder).read_bytes())[BODY].decode()
        )
        assert highlighted == ["(nimi vahvistamatta)"] * 3, "on the cover, among parties, signing"
        assert fates(run(folder, final=True, force=True)) == [Fate.REFUSED]

    def test_a_language_that_the_region_does_not_write_keeps_the_paper_a_draft(
        self, tmp_path: Path
    ) -> None:
        folder = workspace(tmp_path)
        said = "Alueen omat tekstit on kirjattu vain suomeksi."
        told = f"Alueen {EXAMPLE} omat tekstit on kirjattu vain suomeksi"
        assert [item.marks for item in run(folder).items] == [("ESIMERKKI",)]
        for _ in ("made", "remembered"):
            result = run(folder, languages=("sv",))
            assert [item.marks for item in result.items] == [("ESIMERKKI", "LUONNOS")]
            assert not any(said in note for item in result.items for note in item.notes)
            assert len(result.languages) == 1
            assert told in result.languages[0]
        (paper,) = (folder / "build" / EXAMPLE).glob("*_sv.docx")
        assert "UTKAST" in text(paper)
        assert "Områdets egna texter har antecknats bara på finska." in text(paper)
        assert "Päijänne-Tavastlands välfärdsområde" in text(paper)
        (refused,) = run(folder, languages=("sv",), final=True, force=True).items
        assert refused.fate is Fate.REFUSED
        assert refused.notes[0] == f"{said} (kielet)"

    def test_who_names_the_chair_follows_from_the_agreement_not_from_the_files_order(
        self, tmp_path: Path
    ) -> None:
        folder = workspace(tmp_path)
        own = "      - {jasen: hollola-1, nimeaja: hollola, alkaen: 2025-02-01}\n"
        later = "      - {jasen: lahti-1, nimeaja: lahti, alkaen: 2028-01-01}\n"
        edit(record(folder), (own, later + own.replace("02-01}", "02-01, paattyen: 2027-12-31}")))
        run(folder)
        assert "nimeää työvoimaviranomainen: Hollolan kunta" in text(made(folder))

    def test_staff_that_comes_later_tells_its_day(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        row = "  - {tunnus: h-kela, osapuoli: kela, johtoryhma: tym, maara: 1,"
        later = row.replace("h-kela", "h-kela-2").replace("maara: 1", "maara: 4")
        more = f"{later} yksikko: htv, tehtava: asiantuntija, alkaen: 2028-01-01}}\n"
        edit(record(folder), (row, more + row))
        run(folder)
        assert "1.1.2028 alkaen" in text(made(folder))

    def test_the_date_of_the_paper_is_there_once_all_have_signed(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        run(folder)
        assert "28.3.2025" in text(made(folder)).split("Sisällys")[0]
        edit_lines(
            record(folder), lambda line: "osapuoli: kela, nimike: yksikön johtaja" not in line
        )
        run(folder)
        assert "28.3.2025" not in text(made(folder)).split("Sisällys")[0]

    def test_final_fails_where_the_original_language_was_skipped(self, tmp_path: Path) -> None:
        result = run(in_finnish_only(workspace(tmp_path, "helsinki")), final=True)
        assert Fate.SKIPPED in fates(result)
        assert result.failed

    def test_an_agreement_of_an_unknown_group_is_told(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        old = "templates/tym-sopimus\n    johtoryhma: tym\n"
        edit(record(folder), (old, old.replace(": tym", ": tymm")))
        result = run(folder)
        assert "johtoryhmää tymm ei ole" in result.items[0].notes[0]


class TestWhatGoesWrong:
    def test_a_document_that_no_file_can_hold_is_told_and_the_rest_is_made(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As if `check` knew nothing of the character, which it tells at its place."""
        monkeypatch.setattr(reading, "_UNWRITABLE", re.compile(r"(?!)"))
        folder = workspace(tmp_path, EXAMPLE, "pohjanmaa")
        edit(record(folder), ("oikeushenkilo: Hollolan kunta", 'oikeushenkilo: "Hollolan\\Nkunta"'))
        result = run(folder, kinds=("vuosikello",))
        (broken,) = result.having(Fate.BROKEN)
        assert re.fullmatch(r".*/build/paijat-hame/.*_vuosikello_.*_fi\.docx", broken.name)
        assert broken.notes == ("Tekstissä on ohjausmerkki U+0085.",)
        assert len(result.having(Fate.MADE)) == 2
        assert result.failed

    def test_a_control_character_stops_its_region_alone_and_is_told_at_its_place(
        self, tmp_path: Path
    ) -> None:
        folder = workspace(tmp_path, EXAMPLE, "pohjanmaa")
        edit(record(folder), ("oikeushenkilo: Hollolan kunta", 'oikeushenkilo: "Hollolan\\Nkunta"'))
        result = run(folder, kinds=("vuosikello",))
        (broken,) = result.having(Fate.BROKEN)
        assert broken.name == EXAMPLE
        assert re.match(rf"M07 regions/{EXAMPLE}/alue.yaml:\d+:\d+ .*U\+0085", broken.notes[0])
        assert len(result.having(Fate.MADE)) == 2

    def test_an_unreadable_region_is_told_and_the_rest_is_made(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path, EXAMPLE, "kainuu")
        record(folder, "kainuu").write_text("muoto: 1\nalue: [", encoding="utf-8")
        result = run(folder)
        assert sorted(fates(result), key=lambda item: item.value) == [Fate.MADE, Fate.BROKEN]
        assert result.failed
        assert "regions/kainuu/alue.yaml" in result.having(Fate.BROKEN)[0].notes[0]

    @pytest.mark.parametrize(
        "breakage",
        [
            b"ei zip",
            "makro",
            ("{{ asiakirja.otsikko }}", "{{ asiakirja.otsiko }}"),
            ("{%p endfor %}", "{%p endfr %}"),
        ],
    )
    def test_a_layout_that_a_person_broke_is_told_and_nothing_is_written(
        self, tmp_path: Path, breakage: bytes | str | tuple[str, str]
    ) -> None:
        folder = workspace(tmp_path)
        own = folder / "templates" / "tym-sopimus"
        shutil.copytree(CHECKOUT / "templates" / "tym-sopimus", own)
        layout = own / "fi.docx"
        if isinstance(breakage, bytes):
            layout.write_bytes(breakage)
        elif isinstance(breakage, str):
            with zipfile.ZipFile(layout, "a") as archive:
                archive.writestr("word/vbaProject.bin", b"x")
        else:
            layout.write_bytes(rezipped(layout.read_bytes(), *breakage))
        result = run(folder)
        assert fates(result) == [Fate.BROKEN]
        assert "fi.docx" in result.items[0].notes[0]
        assert not made(folder).exists()
        assert result.templates == ["templates/tym-sopimus/"]

    @pytest.mark.parametrize("field", ["x.otsiko", "asiakirja.otsikko"])
    def test_an_error_in_a_branch_that_is_not_taken_is_told_in_one_line_and_stops_nothing(
        self, tmp_path: Path, field: str
    ) -> None:
        folder = workspace(tmp_path)
        own = folder / "templates" / "tym-sopimus"
        shutil.copytree(CHECKOUT / "templates" / "tym-sopimus", own)
        layout, old = own / "fi.docx", "{{ asiakirja.otsikko }}"
        branch = f"{{% if false %}}{{{{ {field} }}}}{{% endif %}}"
        layout.write_bytes(rezipped(layout.read_bytes(), old, f"{old}{branch}"))
        for _ in ("made", "remembered"):
            result = run(folder)
            assert not result.failed
            told = [line for line in result.languages if "templates lint tym-sopimus" in line]
            assert len(told) == (field == "x.otsiko")
            assert all("templates/tym-sopimus/fi.docx" in line for line in told)

    def test_a_broken_clause_file_is_told(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        own = folder / "templates" / "tym-sopimus"
        shutil.copytree(CHECKOUT / "templates" / "tym-sopimus", own)
        edit(own / "lausekkeet.yaml", ("muoto: 1\n", "muoto: 1\nlajii: x\n"))
        result = run(folder)
        assert fates(result) == [Fate.BROKEN]
        assert "M05" in result.items[0].notes[0]

    def test_a_mandatory_clause_that_the_library_lacks_makes_a_draft(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        own = folder / "templates" / "tym-sopimus"
        shutil.copytree(CHECKOUT / "templates" / "tym-sopimus", own)
        for clause, code in (
            ("palvelut", "A03"),
            ("henkilosto", "A04"),
            ("henkiloston-tarkistus", "A05"),
            ("muuttaminen", "A05"),
            ("kustannukset", "A06"),
            ("kelan-osallistuminen", "A07"),
        ):
            shutil.copy(CHECKOUT / "templates" / "tym-sopimus" / "lausekkeet.yaml", own)
            edit(own / "lausekkeet.yaml", (f"- tunnus: {clause}\n", f"- tunnus: {clause}-x\n"))
            result = run(folder)
            assert any(note.startswith(code) for note in result.items[0].notes), clause
            assert "LUONNOS" in result.items[0].marks

    def test_an_output_folder_that_cannot_be_is_told_with_the_rest(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path, EXAMPLE, "kainuu")
        (folder / "build").write_text("tiedosto", encoding="utf-8")
        result = run(folder)
        assert fates(result) == [Fate.OUTSIDE, Fate.OUTSIDE]
        assert "jotakin muuta" in result.items[0].notes[0]
        assert (folder / "build").read_text(encoding="utf-8") == "tiedosto"

    def test_an_unknown_region_is_nothing_to_work_on(self, tmp_path: Path) -> None:
        with pytest.raises(WorkspaceError, match="paijat-hme"):
            run(workspace(tmp_path), regions=("paijat-hme",))

    def test_a_region_without_an_agreement_is_said(self, tmp_path: Path) -> None:
        folder = workspace(tmp_path)
        cut = record(folder).read_text(encoding="utf-8").index("\nsopimukset:")
        rest = record(folder).read_text(encoding="utf-8")
        record(folder).write_text(rest[:cut] + "\n", encoding="utf-8")
        edit_lines(record(folder), lambda line: True)
        result = run(folder)
        assert fates(result) == [Fate.SKIPPED]


def in_finnish_only(folder: Path) -> Path:
    """The workspace with a folder of templates of its own that has no Swedish layout."""
    own = folder / "templates" / "tym-sopimus"
    shutil.copytree(CHECKOUT / "templates" / "tym-sopimus", own)
    (own / "sv.docx").unlink()
    return folder


def text_or_empty(path: Path) -> str:
    return text(path) if path.is_file() else ""


def rezipped(document: bytes, old: str, new: str) -> bytes:
    """The document with a text of its main part replaced, as a person's edit would."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode())
            copy.writestr(name, content)
    return target.getvalue()

"""What `verify` tells of a document, whoever has saved it and whatever became of its facts."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import docx
import docx.text.paragraph
import pytest

from sopimukset.cli.verify import _lines
from sopimukset.documents.provenance import Origin
from sopimukset.documents.verification import State
from sopimukset.formats import zip as archive
from sopimukset.tasks.failure import as_failure
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.moved_facts import Moved
from sopimukset.tasks.verify import Verified, verify
from tests.support.command_line import Done, sopimukset
from tests.support.workspaces import EXAMPLE, edit, record, workspace

DAY = date(2026, 6, 1)
NAME = f"{EXAMPLE}_tym-sopimus_2025-04-01_fi.docx"
WHO = ("-c", "user.name=Testi", "-c", "user.email=testi@example.org", "-c", "commit.gpgsign=false")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace, and the agreement that was made in it."""
    root = workspace(tmp_path / "tyotila")
    generate(root, Wishes(kinds=("tym-sopimus",), out=root / "build"), DAY, lambda *_: None)
    return root


def made(folder: Path) -> Path:
    return folder / "build" / EXAMPLE / NAME


def verified(folder: Path, path: Path | None = None) -> Verified:
    return verify(folder, [path or made(folder)], DAY)[0]


def commit(git: str, folder: Path) -> None:
    for words in (["init", "-q"], ["add", "regions"], ["commit", "-q", "-m", "x"]):
        subprocess.run([git, *WHO, *words], cwd=folder, check=True)


def resaved(path: Path, change: Callable[[docx.document.Document], object]) -> Path:
    """The document saved by another program, changed on the way."""
    document = docx.Document(str(path))
    change(document)
    target = path.with_name("muokattu.docx")
    document.save(str(target))
    return target


def long_paragraph(document: docx.document.Document) -> docx.text.paragraph.Paragraph:
    return next(item for item in document.paragraphs if item.text.startswith("Tällä sopimuksella"))


def touched(document: docx.document.Document) -> None:
    long_paragraph(document).add_run(" Lisätty.")


class TestText:
    def test_a_document_as_it_was_made(self, folder: Path) -> None:
        found = verified(folder)
        assert found.state is State.UNTOUCHED
        assert found.stands
        assert found.origin
        assert (found.origin.region, found.origin.kind) == (EXAMPLE, "tym-sopimus")

    def test_a_document_saved_by_libreoffice_still_stands(
        self, folder: Path, tmp_path: Path, program: Callable[[str], str]
    ) -> None:
        office = program("soffice")
        profile = f"-env:UserInstallation={(tmp_path / 'profiili').as_uri()}"
        options = ["--headless", profile, "--convert-to", "docx", "--outdir", str(tmp_path)]
        subprocess.run([office, *options, str(made(folder))], check=True, capture_output=True)
        found = verified(folder, tmp_path / NAME)
        assert found.state is State.RESAVED
        assert found.stands
        assert found.edits == ()

    def test_a_document_saved_by_another_program_without_a_change(self, folder: Path) -> None:
        assert verified(folder, resaved(made(folder), lambda _: None)).state is State.RESAVED

    def test_an_edited_paragraph_is_shown_as_it_was_and_is(self, folder: Path) -> None:
        def change(document: docx.document.Document) -> None:
            long_paragraph(document).runs[0].text += " Lisätty lause."

        found = verified(folder, resaved(made(folder), change))
        assert found.state is State.EDITED
        assert not found.stands
        (only,) = found.edits
        assert only.now[0].endswith("Lisätty lause.")
        assert only.before == (only.now[0].removesuffix(" Lisätty lause."),)

    def test_removed_and_added_paragraphs_are_told_apart(self, folder: Path) -> None:
        def change(document: docx.document.Document) -> None:
            paragraph = long_paragraph(document)
            paragraph.insert_paragraph_before("Uusi kappale.")
            paragraph._p.getnext().getparent().remove(paragraph._p.getnext())

        added, removed = verified(folder, resaved(made(folder), change)).edits
        assert (added.now, added.gone) == (("Uusi kappale.",), 0)
        assert (removed.now, removed.gone) == ((), 1)

    def test_a_number_in_a_table_counts(self, folder: Path) -> None:
        def change(document: docx.document.Document) -> None:
            cells = (c for t in document.tables for r in t.rows for c in r.cells)
            cell = next(item for item in cells if item.text == "8,5")
            cell.paragraphs[0].runs[0].text = "9,5"

        (only,) = verified(folder, resaved(made(folder), change)).edits
        assert (only.before, only.now) == (("8,5",), ("9,5",))

    def test_what_it_was_is_not_claimed_where_it_is_not_known(self, folder: Path) -> None:
        def change(document: docx.document.Document) -> None:
            long_paragraph(document).runs[0].text = "Muuta."

        path = resaved(made(folder), change)
        edit(record(folder), ("asiatunnus: KUV-2025-77\n", "asiatunnus: KUV-1\n"))
        assert [item.before for item in verified(folder, path).edits] == [None]


class TestFacts:
    def test_a_second_approval_of_a_party_is_no_change_of_its_first(
        self, folder: Path, program: Callable[[str], str]
    ) -> None:
        commit(program("git"), folder)
        row = "      - {osapuoli: kela, tekija: yksikön johtaja, pvm: 2025-03-20}\n"
        new = "      - {osapuoli: hva, tekija: aluehallitus, pvm: 2026-05-20, versio: '1.0'}\n"
        edit(record(folder), (row, row + new))
        place = "sopimukset[tym-sopimus].hyvaksynnat[hva 1.0]"
        assert [(fact.path, fact.old) for fact in verified(folder).moved] == [
            (f"{place}.{key}", "ei kirjattu") for key in ("osapuoli", "tekija", "pvm", "versio")
        ]

    def test_the_facts_that_moved_on_are_named(
        self, folder: Path, program: Callable[[str], str]
    ) -> None:
        commit(program("git"), folder)
        edit(record(folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 12"))
        found = verified(folder)
        assert found.state is State.UNTOUCHED
        assert not found.stands
        (fact,) = found.moved
        assert (fact.file, fact.path) == ("alue.yaml", "sopimukset[tym-sopimus].irtisanomisaika_kk")
        assert (fact.old, fact.new) == ("6", "12")
        assert found.same_text is False

    def test_a_change_that_the_document_does_not_print_is_said_to_be_one(
        self, folder: Path, program: Callable[[str], str]
    ) -> None:
        commit(program("git"), folder)
        edit(record(folder), ("kesto_min: 120", "kesto_min: 90"))
        found = verified(folder)
        assert [fact.new for fact in found.moved] == ["90"]
        assert found.same_text is True

    def test_a_comment_is_no_fact(self, folder: Path, program: Callable[[str], str]) -> None:
        commit(program("git"), folder)
        edit(record(folder), ("# muodon versio", "# muodon versionumero"))
        found = verified(folder)
        assert found.moved == ()
        assert "vain sen ulkoasu tai huomautukset" in found.notes[0]

    def test_without_the_old_version_the_change_is_said_without_its_places(
        self, folder: Path
    ) -> None:
        edit(record(folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 12"))
        found = verified(folder)
        assert found.moved == ()
        assert "ei löydy" in found.notes[0]
        assert not found.stands

    def test_no_name_of_a_person_is_repeated(
        self, folder: Path, program: Callable[[str], str]
    ) -> None:
        name = "Keksitty Henkilö"
        edit(record(folder), ("nimike: rehtori", f"nimi: {name}, nimike: rehtori"))
        generate(folder, Wishes(out=folder / "build"), DAY, lambda *_: None)
        commit(program("git"), folder)
        edit(record(folder), (name, "Toinen Keksitty"))
        (fact,) = verified(folder).moved
        assert fact.path.endswith(".nimi")
        assert (fact.old, fact.new) == ("•••", "•••")

    def test_an_identity_code_is_never_repeated(
        self, folder: Path, program: Callable[[str], str]
    ) -> None:
        code = "131052-308T"
        commit(program("git"), folder)
        edit(record(folder), ("asiatunnus: KUV-2025-77\n", f"asiatunnus: {code}\n"))
        path = resaved(made(folder), lambda file: file.add_paragraph(f"Tunnus {code}."))
        found = verified(folder, path)
        assert [fact.new for fact in found.moved] == ["•" * len(code)]
        assert [item.now for item in found.edits] == [("Tunnus •••••••••••.",)]

    def test_a_changed_template_is_said(self, folder: Path) -> None:
        own = folder / "templates" / "tym-sopimus"
        own.mkdir(parents=True)
        shipped = Path(__file__).parents[3] / "templates" / "tym-sopimus"
        for name in ("fi.docx", "lausekkeet.yaml"):
            (own / name).write_bytes((shipped / name).read_bytes())
        edit(own / "lausekkeet.yaml", ("otsikko: {fi: Viestintä", "otsikko: {fi: Tiedotus"))
        found = verified(folder)
        assert "pohja" in found.notes[0]
        assert not found.stands

    def test_a_region_or_an_agreement_that_is_gone_is_said(self, folder: Path) -> None:
        edit(record(folder), ("  - tunnus: tym-sopimus\n", "  - tunnus: toinen-sopimus\n"))
        assert any("ei enää ole sitä" in note for note in verified(folder).notes)
        record(folder).unlink()
        assert "ei ole tässä työtilassa" in verified(folder).unknown[0]


class TestCommand:
    def test_exit_codes(self, folder: Path, tmp_path: Path) -> None:
        assert self.run(folder, made(folder)).code == 0
        changed = resaved(made(folder), touched)
        assert self.run(folder, changed).code == 1
        foreign = tmp_path / "vieras.docx"
        docx.Document().save(str(foreign))
        assert self.run(folder, foreign).code == 3
        assert self.run(folder, made(folder), foreign).code == 3
        assert self.run(folder, changed, foreign).code == 1
        assert self.run(folder, tmp_path / "puuttuu.docx").code == 2

    def test_outside_a_workspace_the_text_is_still_examined(
        self, folder: Path, tmp_path: Path
    ) -> None:
        target = tmp_path / "muualla" / NAME
        target.parent.mkdir()
        target.write_bytes(made(folder).read_bytes())
        found = self.run(target.parent, target)
        assert found.code == 3
        assert "sellaisena kuin se tehtiin" in found.out
        assert "Työtilaa ei löytynyt" in found.out

    @pytest.mark.parametrize("content", [b"", b"teksti", b"PK\x03\x04rikki", b"\0" * 5000])
    def test_what_is_no_sound_word_file_is_told_so(
        self, folder: Path, tmp_path: Path, content: bytes
    ) -> None:
        path = tmp_path / "outo.docx"
        path.write_bytes(content)
        found = self.run(folder, path)
        assert (found.code, found.out) == (4, "")
        assert "Tiedosto ei ole Word-asiakirja" in found.err

    def test_a_word_file_that_was_cut_is_told_so(self, folder: Path, tmp_path: Path) -> None:
        path = tmp_path / "katkennut.docx"
        content = made(folder).read_bytes()
        path.write_bytes(content[: len(content) // 2])
        found = self.run(folder, path)
        assert found.code == 4
        assert "ei ole eheä" in found.err

    def test_properties_that_somebody_removed_make_it_foreign(self, folder: Path) -> None:
        parts = archive.read(made(folder).read_bytes())
        parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"sinetti", b"muu")
        made(folder).write_bytes(archive.write(parts))
        assert self.run(folder, made(folder)).code == 3

    def test_a_change_far_into_a_long_paragraph_is_shown(self, folder: Path) -> None:
        found = self.run(folder, resaved(made(folder), touched))
        before, now = (line.strip() for line in found.out.splitlines() if "§:ssä" in line)
        assert before.startswith("- …")
        assert now.startswith("+ …")
        assert now.endswith(" Lisätty.")
        assert len(now) < len(before) + 20

    def test_long_facts_are_cut_to_where_they_part_and_told_with_their_file(self) -> None:
        alike = "Yhteinen alku " * 20
        moved = Moved("kokoukset/1.yaml", "asiat[1].paatos", f"{alike}vanha", f"{alike}uusi\nrivi")
        origin = Origin(
            "r", "poytakirja", "", "fi", (("alue.yaml", "a"), ("kokoukset/1.yaml", "b")), "p", "s"
        )
        line = list(_lines(Verified("x.docx", State.UNTOUCHED, origin, moved=(moved,))))[-1]
        assert line.lstrip().startswith("kokoukset/1.yaml: asiat[1].paatos: …")
        assert "alku vanha → …" in line
        assert len(line) < 200

    def test_what_would_steer_a_terminal_is_not_printed(self, folder: Path) -> None:
        path = resaved(made(folder), lambda file: file.add_paragraph("a\u009b31mb\u202ec"))
        assert "+ a\ufffd31mb\ufffdc" in self.run(folder, path).out

    @pytest.mark.parametrize("content", [b"", b"<w:document>", b"<!DOCTYPE a><a/>"])
    def test_a_document_of_ours_whose_text_is_broken(self, folder: Path, content: bytes) -> None:
        parts = archive.read(made(folder).read_bytes())
        parts["word/document.xml"] = content
        made(folder).write_bytes(archive.write(parts))
        found = self.run(folder, made(folder))
        assert found.code == 4
        assert NAME in found.err

    def test_json_tells_the_same(self, folder: Path) -> None:
        changed = resaved(made(folder), touched)
        found = self.run(folder, changed, "--format", "json")
        (item,) = json.loads(found.out)
        assert item["state"] == "edited"
        assert item["origin"]["region"] == EXAMPLE
        assert item["edits"][0]["now"][0].endswith(" Lisätty.")
        assert item["stands"] is False

    def run(self, folder: Path, *words: Path | str) -> Done:
        return sopimukset("--as-of", "2026-06-01", "verify", *words, cwd=folder)


class TestBrokenFile:
    """A meeting that can't be read today says nothing of the facts that it held."""

    @pytest.fixture
    def minutes(self, tmp_path: Path) -> Path:
        root = workspace(tmp_path / "tyotila")
        generate(root, Wishes(kinds=("poytakirja",), out=root / "build"), DAY, lambda *_: None)
        return root

    @pytest.mark.parametrize("broken", ["pvm: [", "pvm: 2026-02-30\n", ""])
    def test_it_is_said_that_the_file_cannot_be_read(self, minutes: Path, broken: str) -> None:
        path = next(iter(sorted((minutes / "build").rglob("*_poytakirja_*.docx"))))
        day = path.stem.split("_")[-2]
        record(minutes).parent.joinpath("kokoukset", f"{day}.yaml").write_text(broken)
        found = verified(minutes, path)
        assert found.moved == ()
        assert found.notes == ()
        assert found.unknown == (
            f"Tiedostoa kokoukset/{day}.yaml ei voi lukea, joten sen tietoja ei voitu verrata.",
        )
        done = sopimukset("--as-of", "2026-06-01", "verify", path, cwd=minutes)
        assert done.code == 3
        assert "ennallaan." not in done.out.split("Tehty tiedoista")[1]

    def test_a_change_of_the_readable_file_is_told_all_the_same(
        self, minutes: Path, program: Callable[[str], str]
    ) -> None:
        commit(program("git"), minutes)
        path = next(iter(sorted((minutes / "build").rglob("*_poytakirja_*.docx"))))
        day = path.stem.split("_")[-2]
        record(minutes).parent.joinpath("kokoukset", f"{day}.yaml").write_text("pvm: [")
        edit(record(minutes), ("maara: 8.5", "maara: 9.5"))
        found = verified(minutes, path)
        assert [fact.new for fact in found.moved] == ["9.5"]
        assert len(found.unknown) == 1


def test_another_agreement_s_facts_are_not_this_ones(
    folder: Path, program: Callable[[str], str]
) -> None:
    commit(program("git"), folder)
    other = "  - {tunnus: rajapinta, laji: yhdyspintasopimus, osapuolet: [hva, lahti]}\n"
    edit(record(folder), ("\nsopimukset:\n", f"\nsopimukset:\n{other}"))
    assert verified(folder).stands
    edit(record(folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    assert [item.path for item in verified(folder).moved] == [
        "sopimukset[tym-sopimus].irtisanomisaika_kk"
    ]


def test_another_text_of_the_same_facts_is_said(folder: Path) -> None:
    origin = verified(folder).origin
    same, other = (
        list(_lines(Verified("x.docx", State.UNTOUCHED, origin, same_text=same)))
        for same in (True, False)
    )
    assert other[:-1] == same
    assert "olisi kuitenkin toinen" in other[-1]


def test_who_may_not_read_is_not_sent_to_another_folder(folder: Path) -> None:
    refused = as_failure(PermissionError(13, "x", "a.docx"))
    assert "a.docx" in refused.message
    assert "--out" not in refused.advice
    assert "--out" in as_failure(PermissionError(13, "x", "a.docx"), elsewhere=True).advice

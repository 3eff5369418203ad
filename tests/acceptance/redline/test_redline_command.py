"""`redline` at the command line: two files, two revisions, and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from sopimukset.formats import zip as archive
from sopimukset.formats.word import text_of
from sopimukset.formats.word.redline import accept_all, count_changes, normal_form, reject_all
from tests.support.command_line import AS_OF, fingerprints, sopimukset
from tests.support.repositories import Place, alone
from tests.support.word_pairs import Document, Paragraph, Run, packed
from tests.support.workspaces import CHECKOUT, edit, record, workspace

REGION, AGREEMENT = "paijat-hame", "tym-sopimus"
FILE = "paijat-hame_tym-sopimus_2025-04-01_fi_muutokset.docx"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dcterms="http://purl.org/dc/terms/"><cp:lastModifiedBy>{by}'
    "</cp:lastModifiedBy><dcterms:modified>{at}</dcterms:modified></cp:coreProperties>"
)


def plain(text: str, by: str = "", at: str = "") -> bytes:
    """A document of one paragraph, saved by somebody at some moment."""
    made = packed(Document([Paragraph([Run(text)])]), Random(0))
    if not by:
        return made
    core = CORE.format(by=by, at=at).encode()
    return archive.write(archive.read(made) | {"docProps/core.xml": core})


def main_part(path: Path) -> str:
    """The body of a document, as XML."""
    return archive.read(path.read_bytes())["word/document.xml"].decode()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    """Two files, saved by two persons."""
    old, new = tmp_path / "vanha.docx", tmp_path / "uusi.docx"
    old.write_bytes(
        plain("Sopimus on voimassa vuoden.", "Vanha Tallentaja", "2026-01-05T09:00:00Z")
    )
    new.write_bytes(
        plain("Sopimus on voimassa kaksi vuotta.", "Uusi Tallentaja", "2026-02-03T10:00:00Z")
    )
    return old, new


def test_two_files(files: tuple[Path, Path], tmp_path: Path) -> None:
    """Author and moment are those of the new file's last saving; the result has its name."""
    done = sopimukset("redline", "vanha.docx", "uusi.docx", cwd=tmp_path)
    assert done.code == 0
    assert done.out == "tehty: uusi_muutokset.docx\n"
    made = tmp_path / "uusi_muutokset.docx"
    assert normal_form(accept_all(made.read_bytes())) == normal_form(files[1].read_bytes())
    assert normal_form(reject_all(made.read_bytes())) == normal_form(files[0].read_bytes())
    assert 'w:author="Uusi Tallentaja" w:date="2026-02-03T10:00:00Z"' in main_part(made)


@pytest.mark.usefixtures("files")
def test_another_author_and_place(tmp_path: Path) -> None:
    """As the user says."""
    done = sopimukset(
        *("redline", "vanha.docx", "uusi.docx", "--author", "Lakimies", "--out", "k/tulos.docx"),
        cwd=tmp_path,
    )
    assert done.code == 0
    assert 'w:author="Lakimies"' in main_part(tmp_path / "k" / "tulos.docx")


@pytest.mark.usefixtures("files")
def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    """Unless it is the very same, or the user says so; a compared file never without."""
    (tmp_path / "uusi_muutokset.docx").write_bytes(b"oma")
    refused = sopimukset("redline", "vanha.docx", "uusi.docx", cwd=tmp_path)
    assert refused.code == 2
    assert "--force" in refused.err
    assert (tmp_path / "uusi_muutokset.docx").read_bytes() == b"oma"
    assert sopimukset("redline", "vanha.docx", "uusi.docx", "--force", cwd=tmp_path).code == 0
    again = sopimukset("redline", "vanha.docx", "uusi.docx", cwd=tmp_path)
    assert (again.code, again.out) == (0, "ennallaan: uusi_muutokset.docx\n")
    own = ("redline", "vanha.docx", "uusi.docx", "--out", "vanha.docx", "--force")
    assert sopimukset(*own, cwd=tmp_path).code == 2


def test_files_without_changes_and_without_a_moment(tmp_path: Path) -> None:
    """Both are said."""
    for name in ("a.docx", "b.docx"):
        (tmp_path / name).write_bytes(plain("Sama teksti."))
    done = sopimukset("redline", "a.docx", "b.docx", cwd=tmp_path)
    assert done.code == 0
    assert "Eroja ei ole, joten tiedostoa ei tehty." in done.err
    assert "1980-01-01" in done.err
    assert not (tmp_path / "b_muutokset.docx").exists()
    asked = sopimukset("redline", "a.docx", "b.docx", "--out", "c.docx", cwd=tmp_path)
    assert "Asiakirjoissa ei ole eroja." in asked.err
    assert (tmp_path / "c.docx").exists()


def test_changes_tracked_before_are_said(tmp_path: Path) -> None:
    """In one line, and the result holds only the new ones."""
    (tmp_path / "a.docx").write_bytes(plain("yksi kaksi"))
    (tmp_path / "b.docx").write_bytes(plain("yksi kolme"))
    (tmp_path / "c.docx").write_bytes(plain("yksi neljä"))
    sopimukset("redline", "a.docx", "b.docx", "--author", "Ensin", cwd=tmp_path)
    done = sopimukset("redline", "b_muutokset.docx", "c.docx", "--author", "Sitten", cwd=tmp_path)
    assert done.code == 0
    assert "b_muutokset.docx on jo jäljitettyjä muutoksia" in done.err
    assert "Ensin" not in main_part(tmp_path / "c_muutokset.docx")


def _broken(folder: Path) -> None:
    (folder / "rikki.docx").write_bytes(b"PK\3\4 ei mitaan")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("vanha.docx",), 2),
        (("vanha.docx", "uusi.docx", "muu.docx", "neljas.docx"), 2),
        (("vanha.docx", "ei-ole.docx"), 2),
        (("vanha.docx", "rikki.docx"), 4),
        (("rikki.docx", "uusi.docx"), 4),
        (("vanha.docx", "uusi.docx", "--format", "json"), 2),
        (("vanha.docx", "uusi.docx", "--out", "vanha.docx/a.docx"), 4),
        (("alue", "sopimus"), 2),
        (("alue", "sopimus", "a..b"), 3),
        (("alue", "sopimus", "uusi.docx"), 3),
    ],
)
@pytest.mark.usefixtures("files")
def test_wrong_usage_and_broken_files(
    arguments: tuple[str, ...], code: int, tmp_path: Path
) -> None:
    """A sentence and a code each, and nothing is written."""
    _broken(tmp_path)
    before = fingerprints(tmp_path)
    done = sopimukset("redline", *arguments, cwd=tmp_path)
    assert done.code == code, done.err
    assert "Virhe: " in done.err
    assert fingerprints(tmp_path) == before


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Place:
    """A region's agreement with two changes behind it, and one that is not saved."""
    alone(monkeypatch, tmp_path)
    made = Place(workspace(tmp_path / "tila")).start()
    made.commit("alku", date="2026-01-10T08:00:00+02:00", author="Ensi Kirjaaja <a@example.org>")
    edit(record(made.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    made.commit("muutos", date="2026-02-11T09:00:00+02:00", author="Toka Kirjaaja <b@example.org>")
    (made.folder / "LUE.txt").write_text("muuta", encoding="utf-8")
    made.commit("aivan muuta", date="2026-02-20T09:00:00+02:00", author="Muu <c@example.org>")
    edit(record(made.folder), ("irtisanomisaika_kk: 9", "irtisanomisaika_kk: 12"))
    return made


def test_two_revisions(place: Place, tmp_path: Path) -> None:
    """Author and moment are those of the newest commit that touched the region."""
    before = _git_state(place)
    done = sopimukset(
        *("-C", place.folder, *AS_OF, "redline", REGION, AGREEMENT, "HEAD~2..HEAD"), cwd=tmp_path
    )
    assert (done.code, done.out) == (0, f"tehty: {FILE}\n"), done.err
    xml = main_part(tmp_path / FILE)
    assert 'w:author="Toka Kirjaaja" w:date="2026-02-11T07:00:00Z"' in xml
    made = (tmp_path / FILE).read_bytes()
    assert "Irtisanomisaika: 6 kuukautta" in "\n".join(text_of(reject_all(made)))
    assert "Irtisanomisaika: 9 kuukautta" in "\n".join(text_of(accept_all(made)))
    assert _git_state(place) == before


def test_the_files_on_disk(place: Place, tmp_path: Path) -> None:
    """What is not saved has no author, and the document's own day."""
    done = sopimukset(
        *("-C", place.folder, *AS_OF, "redline", REGION, AGREEMENT, "HEAD..tyotila"),
        *("--language", "sv", "--out", "ruotsiksi.docx"),
        cwd=tmp_path,
    )
    assert done.code == 0, done.err
    xml = main_part(tmp_path / "ruotsiksi.docx")
    assert 'w:author="sopimukset" w:date="2025-04-01T00:00:00Z"' in xml
    assert "Avtal" in "\n".join(text_of((tmp_path / "ruotsiksi.docx").read_bytes()))


def test_a_workspace_s_own_templates_are_those_of_the_revision(
    place: Place, tmp_path: Path
) -> None:
    """So a clause that was reworded is a change too."""
    folder = place.folder / "templates" / AGREEMENT
    folder.mkdir(parents=True)
    for path in (CHECKOUT / "templates" / AGREEMENT).iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    place.run("checkout", "-q", "regions")
    place.commit("omat pohjat")
    library = folder / "lausekkeet.yaml"
    text = library.read_text(encoding="utf-8")
    assert "Sopimuksella ei perusteta uutta organisaatiota" in text
    library.write_text(
        text.replace(
            "Sopimuksella ei perusteta uutta organisaatiota", "Sopimus ei luo organisaatiota"
        ),
        encoding="utf-8",
    )
    done = sopimukset(
        *("-C", place.folder, *AS_OF, "redline", REGION, AGREEMENT, "HEAD..tyotila"), cwd=tmp_path
    )
    assert done.code == 0, done.err
    assert "templates/" in done.err
    made = (tmp_path / FILE).read_bytes()
    assert not count_changes(made).none
    assert "Sopimus ei luo organisaatiota" in "\n".join(text_of(accept_all(made)))
    assert "Sopimuksella ei perusteta" in "\n".join(text_of(reject_all(made)))


def test_verify_tells_of_tracked_changes(place: Place, tmp_path: Path) -> None:
    """Accepted they give what was made; still it is no untouched document."""
    order = ("redline", REGION, AGREEMENT, "HEAD~2..HEAD")
    assert sopimukset("-C", place.folder, *AS_OF, *order, cwd=tmp_path).code == 0
    done = sopimukset("-C", place.folder, *AS_OF, "verify", FILE, cwd=tmp_path)
    said = " ".join(done.out.split())
    assert done.code == 1
    assert "jäljitettyjä muutoksia, joita ei ole hyväksytty eikä hylätty" in said
    assert "Jos ne kaikki hyväksytään, teksti on sama kuin asiakirjaa tehtäessä." in said
    assert "Kappaleet, joissa niitä on: " in said
    assert "sopimukset[tym-sopimus].irtisanomisaika_kk: 9 → 12" in said
    older, newer = (place.run("rev-parse", name)[:7] for name in ("HEAD~2", "HEAD"))
    assert f"Muutokset ovat versiosta HEAD~2 ({older}) versioon HEAD ({newer})." in said
    ask = ("-C", place.folder, *AS_OF, "verify", FILE, "--format", "json")
    [found] = json.loads(sopimukset(*ask, cwd=tmp_path).out)
    assert found["between"] == [f"HEAD~2 ({older})", f"HEAD ({newer})"]


def test_a_refusal_lists_what_can_be_asked_for(place: Place, tmp_path: Path) -> None:
    """By the words that the command takes: the youth agreement stands in no list of agreements."""
    ask = ("-C", place.folder, *AS_OF, "redline", REGION)
    refused = sopimukset(*ask, "eiole", "HEAD~2..HEAD", cwd=tmp_path).err
    listed = refused.partition("Sopimukset: ")[2].split()
    names = [name.strip(",.") for name in listed if name.strip(",.") != "ja"]
    assert AGREEMENT in names
    assert [name for name in names if "/" in name]
    for name in names:
        done = sopimukset(*ask, name, "HEAD~2..HEAD", "--force", cwd=tmp_path)
        assert done.code == 0, done.err


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        ((REGION, "tym-sopimu", "HEAD~1..HEAD"), 3, "Tarkoititko: tym-sopimus?"),
        (("tuntematon", AGREEMENT, "HEAD~1..HEAD"), 3, "tuntematon"),
        ((REGION, AGREEMENT, "HEAD~1..eiole"), 3, "eiole"),
        ((REGION, AGREEMENT, "HEAD..HEAD~1"), 2, "väärin päin"),
        ((REGION, AGREEMENT, "..HEAD"), 2, "molemmat päät"),
        ((REGION, AGREEMENT, "HEAD~1..HEAD", "--format", "json"), 2, "json"),
    ],
)
def test_what_is_not_there(
    place: Place, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    """A sentence that names it."""
    done = sopimukset("-C", place.folder, *AS_OF, "redline", *arguments, cwd=tmp_path)
    assert done.code == code, done.err
    assert said in done.err
    assert not list(tmp_path.glob("*.docx"))


def _git_state(place: Place) -> tuple[str, str, str]:
    asked = (("status", "--porcelain"), ("for-each-ref",), ("worktree", "list"))
    first, second, third = (place.run(*arguments) for arguments in asked)
    return first, second, third

"""`release`: a version is frozen whole, or nothing happens."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sopimukset.cli.settings import Settings
from sopimukset.formats.word import text_of
from sopimukset.git import GitError, Repository
from sopimukset.model import Versio
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.release import Wish, release
from sopimukset.tracking.fingerprints import fingerprint
from sopimukset.workspace.record import parse_record
from tests.support.command_line import AS_OF, environment, sopimukset
from tests.support.regions import around
from tests.support.repositories import Repository as Place
from tests.support.repositories import repository
from tests.support.workspaces import EXAMPLE, edit, record, workspace

DAY = date(2026, 6, 1)
FILE = f"regions/{EXAMPLE}/versiot/tym-sopimus-1.0.yaml"
TAG = f"{EXAMPLE}/tym-sopimus/1.0"
ORDER = ("release", EXAMPLE, "tym-sopimus", "1.0")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return repository(tmp_path, EXAMPLE, "satakunta")


def version(place: Place, file: str = FILE) -> Versio:
    read = parse_record(EXAMPLE, file, (place.folder / file).read_bytes(), Versio)
    assert read.findings == ()
    assert read.model is not None
    return read.model


def test_a_version_is_a_file_a_commit_and_a_tag(place: Place) -> None:
    edit(record(place.folder, "satakunta"), ("muoto: 1", "muoto: 1  # kesken"))
    (place.folder / "muistio.txt").write_text("oma\n")
    before = place.state()
    done = place.run(*ORDER)
    assert (done.code, "Mitään ei lähetetty." in done.out) == (0, True), done
    assert place.git("rev-list", "--count", "HEAD") == "2"
    assert place.git("show", "--name-only", "--format=%an%n%s").split("\n") == [
        "Sihteeri",
        f"{EXAMPLE}: sopimuksen tym-sopimus versio 1.0 hyväksyttäväksi",
        "",
        FILE,
    ]
    assert place.git("cat-file", "-t", TAG) == "tag"
    assert place.git("rev-parse", f"{TAG}^{{commit}}") == place.git("rev-parse", "main")
    after = place.state()["status"].splitlines()
    assert [line for line in after if "build/" not in line] == before["status"].splitlines()
    frozen = version(place)
    assert frozen.sormenjalki == fingerprint(frozen.sisalto)
    assert frozen.julkaistu == DAY
    [made] = frozen.asiakirjat
    path = place.folder / "build" / EXAMPLE / made.tiedosto
    assert made.tiedosto == f"{EXAMPLE}_tym-sopimus_1.0_fi.docx"
    assert hashlib.sha256(path.read_bytes()).hexdigest() == made.tiiviste


def test_what_was_approved_before_is_not_in_the_new_versions_document(place: Place) -> None:
    place.run(*ORDER)
    made = place.folder / "build" / EXAMPLE / f"{EXAMPLE}_tym-sopimus_1.0_fi.docx"
    text = "\n".join(text_of(made.read_bytes()))
    assert "KUV-2025-301" not in text  # the county's approval in 2025
    assert "28.3.2025" not in text  # the day of the last signature
    assert "LUONNOS" not in text
    assert "Hollolan kunta" in text


def test_the_undoing_that_is_told_undoes_it(place: Place) -> None:
    before = place.state()
    told = place.run(*ORDER).err
    assert "OSAPUOLI on suluissa oleva tunnus: Hollolan kunta (hollola), " in told
    assert "se on yhä haaran viimeinen. Asiakirjat jäävät kansioon build." in told
    [steps] = [line for line in told.splitlines() if "git tag -d" in line]
    remove, reset = (step.split()[1:] for step in steps.split("&&"))
    assert remove == ["tag", "-d", TAG]
    named = reset[-1].removesuffix("~1")
    assert place.git("rev-parse", "HEAD").startswith(named)
    assert len(named) >= 7
    place.git(*remove)
    place.git(*reset)
    after = place.state()
    assert (after["refs"], after["staged"]) == (before["refs"], before["staged"])
    assert not (place.folder / FILE).exists()
    assert list((place.folder / "build").rglob("*.docx"))


def test_a_part_of_the_history_is_not_enough(place: Place, tmp_path: Path) -> None:
    assert place.run(*ORDER).code == 0
    clone = tmp_path / "matala"
    place.git("clone", "-q", "--depth", "1", place.folder.as_uri(), str(clone))
    approval = ("approve", EXAMPLE, "tym-sopimus", "--party", "kela", "--version", "1.0")
    for order in (
        ORDER,
        (*approval, "--commit"),
        ("changelog", "HEAD~1..HEAD"),
        ("history", EXAMPLE, "--annotate"),
    ):
        done = sopimukset("-C", clone, *order, cwd=clone)
        assert (done.code, done.out) == (3, ""), (order, done)
        assert "git fetch --unshallow --tags" in " ".join(done.err.split())


def test_a_dry_run_writes_nothing(place: Place) -> None:
    before = place.state()
    done = place.run(*ORDER, "--dry-run")
    assert done.code == 0
    assert "Mitään ei kirjoitettu." in done.out
    assert place.state() == before


def test_a_version_of_a_day_to_come_is_warned_of_when_it_is_made(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Settings, "today", property(lambda _self: DAY))
    for day in around(DAY.isoformat()):
        done = place.run("--as-of", day.isoformat(), *ORDER, "--dry-run")
        assert done.code == 0, done
        assert ("version päivä 2.6.2026 on tulevaisuudessa" in done.err) is (day > DAY)
    assert "tulevaisuudessa" in place.run("--as-of", "2026-06-02", *ORDER).err
    assert version(place).julkaistu == date(2026, 6, 2)


def test_the_next_version_tells_what_moved(place: Place) -> None:
    place.run(*ORDER)
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.commit()
    done = place.run("release", EXAMPLE, "tym-sopimus", "1.10")
    place_of_it = "(sopimukset[tym-sopimus].irtisanomisaika_kk)"
    moved = f"Irtisanomisaika: 6 kuukautta → 9 kuukautta {place_of_it}"
    assert done.code == 0, done
    assert moved in done.out
    assert f"- {moved}" in place.git("show", "-s", "--format=%B")
    assert f"- {moved}" in place.git("tag", "-l", "--format=%(contents)", f"{EXAMPLE}/*/1.10")
    again = place.run("release", EXAMPLE, "tym-sopimus", "1.9")
    assert (again.code, "Uusin versio on 1.10." in again.err) == (2, True)


def refused(place: Place, *order: str, code: int) -> str:
    before = place.state()
    done = place.run(*(order or ORDER))
    assert done.code == code, done
    assert done.out == ""
    assert place.state() == before
    return done.err


@pytest.mark.parametrize("number", ["1.0-rc", "v1", "", "1..0", "-1", "1.0.lock", "12345", "1,0"])
def test_a_number_is_digits_and_dots(place: Place, number: str) -> None:
    order = ("release", EXAMPLE, "tym-sopimus", "--", number)
    assert number in refused(place, *order, code=2)


def test_a_number_is_used_once(place: Place) -> None:
    place.run(*ORDER)
    assert "on jo tehty" in refused(place, code=2)
    place.git("rm", "-q", FILE)
    place.git("commit", "-q", "-m", "pois")
    assert "on jo tehty" in refused(place, code=2)  # its tag is there


def test_the_same_content_is_no_new_version(place: Place) -> None:
    place.run(*ORDER)
    told = refused(place, "release", EXAMPLE, "tym-sopimus", "2.0", code=1)
    assert "Sisältö on sama kuin versiossa 1.0." in told


@pytest.mark.parametrize("staged", [False, True])
def test_unsaved_changes_of_the_region_come_first(place: Place, staged: bool) -> None:
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    if staged:
        place.git("add", ".")
    assert f"Tallentamaton muutos: regions/{EXAMPLE}/alue.yaml" in refused(place, code=1)


def test_a_file_that_git_does_not_follow_is_an_unsaved_change(place: Place) -> None:
    (place.folder / "regions" / EXAMPLE / "kokoukset" / "2026-04-01.yaml").write_text("muoto: 1\n")
    assert "kokoukset/2026-04-01.yaml" in refused(place, code=1)


def test_an_error_stops_it(place: Place) -> None:
    edit(
        record(place.folder),
        ("tarkistus_kk: 12 ", "tarkistus_kk: 18 "),
    )
    place.commit()
    assert "A05" in refused(place, code=1)


ACKNOWLEDGED = """\
  - koodi: A05
    kohta: sopimukset[tym-sopimus]
    syy: sovitaan
    vastuu: lahti
    kirjattu: 2026-05-01
    paattyen: 2027-12-31
"""


def test_an_acknowledged_error_stops_it_where_a_statute_binds(place: Place) -> None:
    path = record(place.folder)
    edit(
        path,
        ("tarkistus_kk: 12 ", "tarkistus_kk: 18 "),
        ("  - koodi: P03\n", f"{ACKNOWLEDGED}  - koodi: P03\n"),
    )
    place.commit()
    assert place.run("check", EXAMPLE).code == 0
    assert "A05" in refused(place, code=1)


def test_a_draft_is_no_version(place: Place) -> None:
    edit(record(place.folder), ("vaihe: vahvistettu ", "vaihe: valmisteilla "))
    place.commit()
    assert "vaihe on valmisteilla" in refused(place, code=1)


def test_a_missing_fact_is_told(place: Place) -> None:
    edit(record(place.folder), ("    asiatunnus: KUV-2025-77\n", ""))
    place.commit()
    assert "asiatunnus" in refused(place, code=1)


def test_a_record_that_cannot_be_read_stops_it(place: Place) -> None:
    edit(record(place.folder), ("vaihe: vahvistettu ", "vaihe: valmis "))
    place.commit()
    assert "M07" in refused(place, code=1)


@pytest.mark.parametrize(
    ("order", "told"),
    [
        (("release", "paijat-hamee", "tym-sopimus", "1.0"), "Tarkoititko: paijat-hame?"),
        (("release", EXAMPLE, "tym-sopimu", "1.0"), "Tarkoititko: tym-sopimus?"),
        (("release", "satakunta", "tym-sopimus", "1.0"), "ei ole kirjattu yhtään sopimusta"),
    ],
)
def test_what_is_not_there_is_said(place: Place, order: tuple[str, ...], told: str) -> None:
    assert told in refused(place, *order, code=3)


def test_without_a_repository_there_is_no_release(tmp_path: Path) -> None:
    done = sopimukset(
        *AS_OF, *ORDER, cwd=workspace(tmp_path), GIT_CEILING_DIRECTORIES=str(tmp_path.parent)
    )
    assert done.code == 3
    assert "git init" in done.err


def test_a_detached_head_is_refused(place: Place) -> None:
    place.git("checkout", "-q", "--detach")
    assert "detached HEAD" in refused(place, code=4)


def test_an_edited_document_is_not_replaced(place: Place) -> None:
    target = place.folder / "build" / EXAMPLE / f"{EXAMPLE}_tym-sopimus_1.0_fi.docx"
    target.parent.mkdir(parents=True)
    target.write_bytes(b"oma")
    assert "on muokattu" in refused(place, code=1)
    assert target.read_bytes() == b"oma"


def test_a_failure_of_git_takes_the_documents_back(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = place.state()
    ask = Repository.ask

    def failing(self: Repository, *words: str, **rest: object) -> bytes:
        if words[0] == "update-ref" and "-d" not in words:
            raise GitError("seis", "seis")
        return ask(self, *words, **rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Repository, "ask", failing)
    out = place.folder / "build"
    with pytest.raises((GitError, OutsideFailure)):
        release(place.folder, Wish(EXAMPLE, "tym-sopimus", "1.0", out), DAY, write=True)
    monkeypatch.undo()
    assert place.state() == before
    assert not out.exists()


KILLED = """
import os, signal, sys
from sopimukset.cli.main import run
from sopimukset.git import Repository

ask, command, left = Repository.ask, sys.argv[1], int(sys.argv[2])

def dying(self, *words, **rest):
    global left
    if words[0] == command:
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
    return ask(self, *words, **rest)

Repository.ask = dying
run(sys.argv[3:])
"""
"""The program, killed before the command of git's that is named, after so many of its kind."""


def killed(place: Place, command: str, after: int, *order: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", KILLED, command, str(after), *AS_OF, *order],
        cwd=place.folder,
        env=environment(GIT_CONFIG_NOSYSTEM="1", GIT_CONFIG_GLOBAL=os.devnull),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()


STEPS = (
    *(("read-tree", 0), ("update-index", 0), ("write-tree", 0), ("commit-tree", 0), ("var", 0)),
    *(("mktag", 0), ("update-index", 1), ("update-ref", 0)),
)
"""What git is asked for while a release is written, in order."""


@pytest.mark.parametrize(("command", "after"), STEPS)
def test_a_kill_before_the_last_step_moves_nothing_and_the_same_order_goes_on(
    place: Place, command: str, after: int
) -> None:
    edit(record(place.folder, "satakunta"), ("muoto: 1", "muoto: 1  # kesken"))
    before = place.state()
    killed(place, command, after, *ORDER)
    left = place.state()
    assert left["refs"] == before["refs"]
    assert place.git("fsck", "--strict", "--no-dangling") == ""
    staged = [line for line in left["staged"].splitlines() if FILE not in line]
    assert staged == before["staged"].splitlines()
    assert place.run("status", EXAMPLE).code == 0
    done = place.run(*ORDER)
    assert done.code == 0, done
    assert place.git("show", "--name-only", "--format=", "HEAD") == FILE
    assert place.git("rev-parse", f"{TAG}^{{commit}}") == place.git("rev-parse", "main")
    now = [line for line in place.state()["status"].splitlines() if "build/" not in line]
    assert now == before["status"].splitlines()


def test_a_kill_after_the_last_step_leaves_everything_done(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = place.state()
    asked: list[str] = []
    ask = Repository.ask

    def told(self: Repository, *words: str, **rest: object) -> bytes:
        asked.append(words[0])
        return ask(self, *words, **rest)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Repository, "ask", told)
        assert place.run(*ORDER).code == 0
    after = asked[asked.index("update-ref") + 1]  # where the branch stands now
    number = asked[: asked.index("update-ref")].count(after)
    place.git("tag", "-d", TAG)
    place.git("reset", "-q", "--keep", "HEAD~1")
    killed(place, after, number, *ORDER)
    assert place.git("show", "--name-only", "--format=", "HEAD") == FILE
    assert place.git("rev-parse", f"{TAG}^{{commit}}") == place.git("rev-parse", "main")
    now = [line for line in place.state()["status"].splitlines() if "build/" not in line]
    assert now == before["status"].splitlines()


def test_a_file_of_that_name_with_another_content_stands_in_the_way(place: Place) -> None:
    """It is somebody's own, not what a killed release has left."""
    killed(place, "update-ref", 0, *ORDER)
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"))
    place.git("commit", "-q", "-m", "muutos", f"regions/{EXAMPLE}/alue.yaml")
    assert "on jo tehty" in refused(place, code=2)


def test_a_folder_that_cannot_be_written_leaves_nothing(place: Place) -> None:
    (place.folder / "build").write_text("tiedosto kansion paikalla")
    before = place.state()
    done = place.run(*ORDER)
    assert done.code == 4, done
    assert place.state() == before


def test_another_kind_of_agreement_has_versions_too(tmp_path: Path) -> None:
    place = repository(tmp_path, "helsinki", "lappi")
    for order in (("helsinki", "nuoret", "1.0"), ("lappi", "rovaseutu-tyokyky", "1.0")):
        done = place.run("release", *order)
        assert done.code == 0, done


def test_a_notice_of_termination_has_no_versions(place: Place) -> None:
    edit(
        record(place.folder),
        (
            "\nnuorten_yhteispalvelu:",
            "  - {tunnus: loppu, laji: irtisanomisilmoitus, johtoryhma: tym}\n"
            "\nnuorten_yhteispalvelu:",
        ),
    )
    place.commit()
    told = refused(place, "release", EXAMPLE, "loppu", "1.0", code=2)
    assert "yhden osapuolen ilmoitus" in told

"""Runs of `generate`: the same bytes anywhere, and what is remembered, kept and broken off."""

from __future__ import annotations

import hashlib
import io
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sopimukset.formats import zip as archive
from sopimukset.formats.word import store
from sopimukset.tasks import crew
from sopimukset.tasks.generate import Fate, Generated, Wishes, generate
from tests.support.command_line import PROGRAM, environment, sopimukset
from tests.support.kind_documents import WORKED
from tests.support.workspaces import CHECKOUT, EXAMPLE, edit, record, workspace

DAY = date(2026, 6, 1)
HEAVY = {"pydantic", "yaml", "docxtpl", "docx", "lxml", "jinja2"}
KIND = "tym-sopimus"
SEVERAL, ALONE = (
    (
        sys.executable,
        "-c",
        f"from sopimukset.tasks import crew; crew.MANY = {many}; crew.processes = lambda: 2\n"
        "from sopimukset.cli.main import run; run()",
    )
    for many in (1, 10**6)
)
"""The program, for which any number of documents is worth a second process, or none is."""

REGIONS = (EXAMPLE, "kainuu", "pohjois-karjala")


def run(folder: Path, **wishes: object) -> tuple[Generated, list[str]]:
    """What came of a run in this process that has compiled nothing yet, and the lines it told."""
    store.compiled_layout.cache_clear()
    said: list[str] = []
    asked = Wishes(**{"out": folder / "build", "kinds": (KIND,), **wishes})  # type: ignore[arg-type]
    return generate(folder, asked, DAY, lambda *_: None, said.append), said


def fates(result: Generated) -> set[Fate]:
    return {item.fate for item in result.items}


def contents(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (folder / "build").rglob("*")
        if path.is_file()
    }


def kept(memory: Path) -> list[Path]:
    """What is compiled and kept: a layout and the texts of its clauses."""
    return sorted((memory / "pohjat").iterdir())


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "valimuisti"
    monkeypatch.setenv("SOPIMUKSET_CACHE", str(folder))
    return folder


class TestTheSameBytes:
    def test_by_one_process_and_by_several(
        self, tmp_path: Path, memory: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made, told = [], []
        for number, many in enumerate((1, 10_000)):
            monkeypatch.setattr(crew, "MANY", many)
            monkeypatch.setattr(crew, "processes", lambda: 2)
            folder = workspace(tmp_path / str(number), *REGIONS)
            result, said = run(folder)
            assert said == []
            made.append(contents(folder))
            told.append([(item.fate, Path(item.name).name, item.notes) for item in result.items])
        assert made[0] == made[1]
        assert told[0] == told[1]
        assert len(made[0]) == len(REGIONS)

    def test_with_what_was_compiled_before_and_without(self, tmp_path: Path, memory: Path) -> None:
        folder = workspace(tmp_path / "tyo")
        run(folder)
        first = contents(folder)
        assert kept(memory)
        assert fates(run(folder, force=True)[0]) == {Fate.MADE}
        assert contents(folder) == first


class TestWhatIsRemembered:
    def test_an_unchanged_run_loads_nothing_heavy_and_says_the_same(
        self, tmp_path: Path, memory: Path
    ) -> None:
        folder = workspace(tmp_path / "tyo", *REGIONS)
        asked = ("--as-of", "2026-06-01", "generate", "--document", KIND)
        first = sopimukset(*asked, cwd=folder)
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "sopimukset", *asked],
            cwd=folder,
            env=environment(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        assert done.stdout == first.out.replace("tehty:", "ennallaan:")
        loaded = {line.split("|")[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
        assert "click" in loaded
        assert loaded.isdisjoint(HEAVY)

    @pytest.mark.parametrize("what", ["fact", "document", "removed", "kind"])
    def test_what_changes_the_answer_is_looked_at_anew(
        self, tmp_path: Path, memory: Path, what: str
    ) -> None:
        folder = workspace(tmp_path / "tyo")
        run(folder)
        assert fates(run(folder)[0]) == {Fate.UNCHANGED}
        (document,) = (folder / "build").rglob("*.docx")
        if what == "fact":
            edit(record(folder), ("asiatunnus: KUV-2025-77\n", "asiatunnus: KUV-2025-99\n"))
        elif what == "document":
            document.write_bytes(b"muuta")
        elif what == "removed":
            document.unlink()
        result, said = run(folder, **({"annotated": True} if what == "kind" else {}))
        assert fates(result) == {Fate.EDITED if what == "document" else Fate.MADE}
        assert said == []

    def test_a_run_that_left_something_undone_is_done_again(
        self, tmp_path: Path, memory: Path
    ) -> None:
        folder = workspace(tmp_path / "tyo")
        run(folder)
        (document,) = (folder / "build").rglob("*.docx")
        document.write_bytes(b"muuta")
        assert fates(run(folder)[0]) == {Fate.EDITED}
        document.unlink()
        assert fates(run(folder)[0]) == {Fate.MADE}

    def test_a_remembered_run_that_makes_no_sense_is_told_and_done_again(
        self, tmp_path: Path, memory: Path
    ) -> None:
        folder = workspace(tmp_path / "tyo")
        run(folder)
        for content in (b"", b"roskaa"):
            for path in memory.glob("*.tulos"):
                path.write_bytes(content)
            result, said = run(folder)
            assert fates(result) == {Fate.UNCHANGED}
            assert "rikki" in said[0]


class TestWhatIsKept:
    @pytest.mark.parametrize("content", [b"", b"roskaa", os.urandom(5000)])
    def test_a_broken_layout_in_the_cache_is_told_and_compiled_again(
        self, tmp_path: Path, memory: Path, content: bytes
    ) -> None:
        folder = workspace(tmp_path / "tyo")
        run(folder)
        first = contents(folder)
        for path in kept(memory):
            path.write_bytes(content)
        result, said = run(folder, force=True)
        assert fates(result) == {Fate.MADE}
        assert contents(folder) == first
        assert "rikki" in said[0]
        assert run(folder, force=True)[1] == []

    @pytest.mark.skipif(not hasattr(os, "geteuid"), reason="only POSIX tells who may write")
    @pytest.mark.parametrize("where", ["folder", "file"])
    def test_code_that_another_user_could_have_put_there_is_not_run(
        self, tmp_path: Path, memory: Path, where: str
    ) -> None:
        folder = workspace(tmp_path / "tyo")
        run(folder)
        for path in kept(memory):
            path.write_bytes(b"ei koodia")
            (path.parent if where == "folder" else path).chmod(0o777)
        result, said = run(folder, force=True)
        assert fates(result) == {Fate.MADE}
        assert said == []
        for path in kept(memory):
            assert (path.read_bytes() != b"ei koodia") is (where == "file")

    def test_a_cache_that_cannot_be_written_is_done_without(
        self, tmp_path: Path, memory: Path
    ) -> None:
        memory.write_text("tiedosto kansion paikalla", "utf-8")
        result, said = run(workspace(tmp_path / "tyo"))
        assert fates(result) == {Fate.MADE}
        assert said
        assert all("Välimuistia ei voi käyttää" in line for line in said)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("command", "regions"), [(ALONE, REGIONS), (SEVERAL, WORKED)], ids=["one process", "several"]
)
def test_ctrl_c_leaves_whole_files_only(
    tmp_path: Path, memory: Path, command: tuple[str, ...], regions: tuple[str, ...]
) -> None:
    """Pressed as soon as a file is there: some are made, and the next run makes the rest.

    Several processes end the regions that they were given, so there must be more of those.
    """
    folder = workspace(tmp_path / "tyo", *regions)
    process = subprocess.Popen(
        [*command, "--as-of", DAY.isoformat(), "generate"],
        cwd=folder,
        env=environment(SOPIMUKSET_CACHE=str(memory)),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 120
    while not any((folder / "build").rglob("*.docx")):
        assert process.poll() is None, "it ended before it had made anything"
        assert time.monotonic() < deadline
        time.sleep(0.005)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to each process of the command
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in said
    left = [path for path in (folder / "build").rglob("*") if path.is_file()]
    for path in left:
        assert path.suffix == ".docx"
        assert zipfile.ZipFile(path).testzip() is None
    result, _ = run(folder, kinds=())
    assert sorted(Path(item.name) for item in result.having(Fate.UNCHANGED)) == sorted(left)
    assert result.having(Fate.MADE), "all was made before the interruption"
    assert fates(result) == {Fate.MADE, Fate.UNCHANGED}


@pytest.mark.skipif(sys.platform == "win32", reason="terminals")
def test_a_terminal_sees_how_far_the_work_is_and_nothing_of_it_is_left(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "tyo", *REGIONS)
    ours, theirs = os.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        process = subprocess.Popen(
            [*PROGRAM, "--as-of", DAY.isoformat(), "generate", "--document", KIND],
            cwd=folder,
            env=environment(SOPIMUKSET_CACHE=str(tmp_path / "muisti")),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=theirs,
        )
        os.close(theirs)
        told, _ = process.communicate(timeout=120)
        shown = everything(terminal)
    assert process.returncode == 0
    clear = "\r\x1b[K"
    assert "Tehdään asiakirjoja" not in told.decode()
    *lines, rest = shown.split(clear)
    assert [line for line in lines if line] == [
        f"Tehdään asiakirjoja: {number}/{len(REGIONS)} {name}"
        for number, name in enumerate(sorted(REGIONS), 1)
    ]
    assert "Asiakirjat (tehty 3)" in rest


def everything(terminal: io.RawIOBase) -> str:
    """What was written to a terminal whose writer is gone."""
    found = b""
    while True:
        try:
            more = terminal.read(4096)
        except OSError:  # so Linux tells that the other end is closed
            more = b""
        if not more:
            return found.decode()
        found += more


def with_part(layout: bytes, name: str, content: bytes) -> bytes:
    return archive.write({**archive.read(layout), name: content})


def with_tracked_change(layout: bytes) -> bytes:
    parts = archive.read(layout)
    body = parts["word/document.xml"]
    change = b'<w:p><w:ins w:id="900" w:author="x"><w:r><w:t>uutta</w:t></w:r></w:ins></w:p>'
    changed = body.replace(b"<w:body>", b"<w:body>" + change)
    return archive.write({**parts, "word/document.xml": changed})


ENTITY = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
BAD_LAYOUTS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "zip bomb": (lambda data: with_part(data, "word/x.bin", bytes(50_000_000)), "suuri"),
    "external entity": (lambda data: with_part(data, "word/header9.xml", ENTITY), "entiteetti"),
    "tracked changes": (with_tracked_change, "hyväksymättömiä muutoksia"),
    "macros": (lambda data: with_part(data, "word/vbaProject.bin", b"x"), "makroja"),
    "old format": (lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), ".doc"),
    "half a file": (lambda data: data[: len(data) // 2], "zip-paketti"),
}


@pytest.mark.parametrize("what", BAD_LAYOUTS)
def test_a_layout_that_cannot_be_trusted_is_told_and_nothing_is_made(
    tmp_path: Path, memory: Path, what: str
) -> None:
    change, word = BAD_LAYOUTS[what]
    folder = workspace(tmp_path / "tyo")
    own = folder / "templates" / "tym-sopimus"
    shutil.copytree(CHECKOUT / "templates" / "tym-sopimus", own)
    (own / "fi.docx").write_bytes(change((own / "fi.docx").read_bytes()))
    for _ in range(2):
        result, _said = run(folder)
        assert fates(result) == {Fate.BROKEN}
        assert word in result.items[0].notes[0]
        assert not (folder / "build").exists()


def test_a_region_of_which_nothing_can_be_made_says_each_reason_once_and_what_next(
    tmp_path: Path,
) -> None:
    folder = workspace(tmp_path, "kymenlaakso", "kainuu")
    done = sopimukset("generate", "kymenlaakso", cwd=folder)
    assert done.err.count("ohitettu: kymenlaakso") == 1
    assert done.err.count("Kokouksia ei ole kirjattu.") == 1
    assert "Mitä tiedoista vielä puuttuu: sopimukset check kymenlaakso" in done.err
    asked = sopimukset("generate", "kainuu", "--document", "muutossopimus", cwd=folder)
    assert "Mitä tiedoista vielä puuttuu" not in asked.err

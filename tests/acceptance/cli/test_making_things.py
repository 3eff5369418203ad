"""`init`, `new`, `schema`, `doctor` as a new user runs them, outside any repository."""

from __future__ import annotations

import json
import os
import pty
import select
import signal
import subprocess
import time
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.command_line import AS_OF, PROGRAM, environment, fingerprints, sopimukset


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "regions").mkdir()
    return tmp_path


def test_from_nothing_to_a_checked_region(tmp_path: Path) -> None:
    made = sopimukset("init", "tyotila", cwd=tmp_path)
    assert made.code == 0
    assert "sopimukset new" in made.err
    root = tmp_path / "tyotila"
    assert sopimukset(*AS_OF, "check", "--strict", cwd=root).code == 0
    assert sopimukset("schema", "--check", cwd=root).code == 0
    assert sopimukset("new", "kanta-hame", "--groups", "one", cwd=root).code == 0
    checked = sopimukset(*AS_OF, "check", "kanta-hame", cwd=root)
    assert checked.code == 0
    assert "Avoimet kohdat" in checked.out
    assert sopimukset("doctor", cwd=root).code == 0


def test_init_of_the_folder_one_is_in_advises_no_move(tmp_path: Path) -> None:
    there = sopimukset("init", "tyotila", cwd=tmp_path)
    assert "  cd tyotila\n" in there.err
    (tmp_path / "tyhja").mkdir()
    here = sopimukset("init", ".", cwd=tmp_path / "tyhja")
    assert here.code == 0
    assert "cd ." not in here.err
    assert "sopimukset check" in here.err


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (("--kind", "vuosikello"), "Tarkoititko: --document?"),
        (("--document", "vuosikelo"), "Tarkoititko: vuosikello?"),
        (("--document", "zzz"), "'tym-sopimus', "),
        (("--finall",), "'--final'?"),
    ],
)
def test_a_slip_of_generate_is_answered_with_what_was_meant(
    place: Path, typed: tuple[str, ...], meant: str
) -> None:
    done = sopimukset("generate", *typed, cwd=place)
    assert done.code == 2
    assert meant in done.err


def test_init_refuses_a_folder_that_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "oma.txt").write_bytes(b"x")
    before = fingerprints(tmp_path)
    done = sopimukset("init", ".", cwd=tmp_path)
    assert done.code == 2
    assert "ei ole tyhjä (oma.txt)" in done.err
    assert fingerprints(tmp_path) == before


def test_new_lists_the_22_regions_and_what_exists(place: Path) -> None:
    sopimukset("new", "kainuu", cwd=place)
    done = sopimukset("new", "--list", cwd=place)
    assert len(done.out.splitlines()) == 22
    assert [line.split()[0] for line in done.out.splitlines() if "on työtilassa" in line] == [
        "kainuu"
    ]


def test_new_never_overwrites(place: Path) -> None:
    assert sopimukset("new", "kainuu", cwd=place).code == 0
    before = fingerprints(place)
    done = sopimukset("new", "kainuu", "--groups", "one", cwd=place)
    assert done.code == 2
    assert "regions/kainuu/alue.yaml on jo olemassa" in done.err
    assert fingerprints(place) == before


def test_new_takes_everything_as_options(place: Path) -> None:
    done = sopimukset(
        *("new", "etela-savo", "--groups", "per-area", "--term-start", "2026-01-01"),
        *("--language", "fi", "--illustrative"),
        cwd=place,
    )
    assert done.code == 0
    text = (place / "regions" / "etela-savo" / "alue.yaml").read_text("utf-8")
    assert "{tunnus: k2026, alkaen: 2026-01-01, paattyen: 2030-12-31}" in text
    assert "kuvitteellinen: true" in text
    assert sopimukset(*AS_OF, "check", cwd=place).code == 0


def test_stale_schemas_are_named_and_mended(place: Path) -> None:
    assert sopimukset("schema", "--check", cwd=place).code == 1
    assert sopimukset("schema", cwd=place).code == 0
    assert sopimukset("schema", "--check", cwd=place).code == 0
    before = fingerprints(place)
    assert sopimukset("schema", cwd=place).code == 0
    assert fingerprints(place) == before, "what is fresh is not written again"
    (place / "schemas" / "kokous.schema.json").write_bytes(b"{}")
    done = sopimukset("schema", "--check", cwd=place)
    assert done.code == 1
    assert "schemas/kokous.schema.json: vanhentunut" in done.out
    assert "schemas/alue.schema.json: ajan tasalla" in done.out
    assert json.loads((place / "schemas" / "kokous.schema.json").read_bytes()) == {}


def test_the_doctor_tells_of_a_broken_layout(place: Path) -> None:
    sopimukset("new", "kainuu", cwd=place)
    folder = place / "templates" / "tym-sopimus"
    folder.mkdir(parents=True)
    (folder / "fi.docx").write_bytes(b"no Word file")
    done = sopimukset("doctor", cwd=place)
    assert done.code == 1
    assert "tym-sopimus/fi.docx" in done.out


class Terminal:
    """The program at a terminal: what it shows is read, what is typed is sent."""

    def __init__(self, cwd: Path, *arguments: str, **changes: str) -> None:
        self.ours, theirs = pty.openpty()
        self.shown = ""
        self.process = subprocess.Popen(
            [*PROGRAM, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            cwd=cwd,
            env=environment(TERM="xterm", **changes),
            start_new_session=True,
        )
        os.close(theirs)

    def wait_for(self, words: str) -> None:
        """Read until the words are shown."""
        start, end = len(self.shown), time.monotonic() + 60
        while words not in self.shown[start:]:
            assert time.monotonic() < end, self.shown
            if not self._read():
                assert words in self.shown[start:], self.shown

    def type(self, text: str) -> None:
        os.write(self.ours, text.encode())

    def interrupt(self) -> int:
        """Press Ctrl-C until it is heard: one just before the wait for an answer is not."""
        while self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                self.process.wait(1)
        return self.finish()

    def finish(self) -> int:
        """Read to the end; the exit code."""
        while self._read():
            pass
        os.close(self.ours)
        return self.process.wait(60)

    def _read(self) -> bool:
        if not select.select([self.ours], [], [], 60)[0]:
            return False
        try:
            data = os.read(self.ours, 65536)
        except OSError:  # the other end is closed
            return False
        self.shown += data.decode(errors="replace")
        return bool(data)


def test_new_asks_at_a_terminal(place: Path) -> None:
    screen = Terminal(place, "new")
    screen.wait_for("Alueen numero tai tunnus")
    screen.type("tuntematon\n")
    screen.wait_for("ei ole kansallisessa rekisterissä")
    screen.type("1\n")
    screen.wait_for("Asiakirjojen kielet")
    screen.type("suomi\n")
    screen.wait_for("Vastaa fi, sv")
    screen.type("\n")
    screen.wait_for("Johtoryhmät (ei, yksi, alueittain)")
    screen.type("alueittain\n")
    screen.wait_for("Toimikauden alkupäivä")
    screen.type("1.1.2026\n")
    screen.wait_for("Tarkoititko: 2026-01-01?")
    screen.type("2026-01-01\n")
    screen.wait_for("Kirjoitetaanko tiedosto")
    screen.type("k\n")
    assert screen.finish() == 0
    text = (place / "regions" / "ita-uusimaa" / "alue.yaml").read_text("utf-8")
    assert "kielet: [fi, sv]" in text
    assert text.count("paattyen: 2030-12-31") == 2
    assert "\n".join(text.splitlines()[9:12]) in screen.shown.replace("\r\n", "\n")


def test_new_writes_nothing_when_it_is_not_confirmed(place: Path) -> None:
    screen = Terminal(place, "new")
    for question, answer in [
        ("Alueen numero", "kainuu"), ("kielet", ""), ("Johtoryhmät", ""), ("Kirjoitetaanko", "e"),
    ]:  # fmt: skip
        screen.wait_for(question)
        screen.type(f"{answer}\n")
    assert screen.finish() == 0
    assert "Mitään ei kirjoitettu." in screen.shown
    assert list((place / "regions").iterdir()) == []


@pytest.mark.parametrize("questions", [1, 2, 4])
def test_an_interruption_leaves_nothing(place: Path, questions: int) -> None:
    screen = Terminal(place, "new")
    asked = [("Alueen numero", "kainuu"), ("kielet", ""), ("Johtoryhmät", ""), ("Kirjoitetaan", "")]
    for question, answer in asked[: questions - 1]:
        screen.wait_for(question)
        screen.type(f"{answer}\n")
    screen.wait_for(asked[questions - 1][0])
    assert screen.interrupt() == 130
    assert "Keskeytetty" in screen.shown
    assert list((place / "regions").iterdir()) == []


@pytest.mark.parametrize(("changes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_at_a_terminal_unless_it_is_unwanted(
    place: Path, changes: dict[str, str], coloured: bool
) -> None:
    screen = Terminal(place, "doctor", **changes)
    screen.finish()
    assert "Python" in screen.shown
    assert ("\x1b[" in screen.shown) == coloured

"""Workspaces in repositories of their own, which hear nothing of this machine's git."""

from __future__ import annotations

import os
import subprocess
from contextlib import ExitStack, chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from unittest import mock

import pytest

from sopimukset.cli.main import run
from tests.support.command_line import AS_OF, Done
from tests.support.programs import find_program
from tests.support.workspaces import workspace

RECORD = """\
muoto: 1
alue: {key}
vaihe: valmisteilla
johtoryhmat:
  - tunnus: tym
    jasenet:
      - tunnus: kela-1
        nimetyt:
          - {{nimike: yhteyspäällikkö, alkaen: 2025-02-01}}
    kokoukset:
      vahintaan_vuodessa: {meetings}
"""
"""A region's record; `meetings` is what changes most easily."""

MEETING = "muoto: 1\njohtoryhma: tym\npvm: {day}\n"


def alone(patch: pytest.MonkeyPatch, folder: Path) -> None:
    """Whatever the machine's git is told, this process and its children don't hear."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        patch.delenv(name)
    patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    patch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))


class Place:
    """A workspace in a repository; each commit is an hour after the one before."""

    def __init__(self, folder: Path) -> None:
        self.git = find_program("git")
        self.folder = folder
        self.number = 0
        folder.mkdir(parents=True, exist_ok=True)

    def start(self, *options: str) -> Place:
        """Make the repository."""
        self.run("init", "-q", "-b", "main", *options)
        self.run("config", "commit.gpgsign", "false")
        return self

    def run(self, *arguments: str, **changes: str) -> str:
        """What git says."""
        who = {
            name: value
            for role in ("AUTHOR", "COMMITTER")
            for name, value in (
                (f"GIT_{role}_NAME", "Testi Tekijä"),
                (f"GIT_{role}_EMAIL", "testi@example.org"),
            )
        }
        done = subprocess.run(
            [self.git, *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            env={**os.environ, **who, **changes},
        )
        return done.stdout.decode(errors="replace").strip()

    def write(self, name: str, text: str, file: str = "alue.yaml") -> Path:
        """Write a region's file."""
        path = self.folder / "regions" / name / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def region(self, name: str, key: str = "", meetings: int = 4) -> None:
        """Write a region's record."""
        self.write(name, RECORD.format(key=key or name, meetings=meetings))

    def commit(self, message: str = "x", *, date: str = "", author: str = "") -> str:
        """Save everything; gives the commit's id."""
        self.number += 1
        moment = date or f"2026-03-01T{self.number:02}:00:00+02:00"
        self.run("add", "-A")
        options = ("--author", author) if author else ()
        self.run(
            *("commit", "-q", "--allow-empty", "-m", message, *options),
            GIT_AUTHOR_DATE=moment,
            GIT_COMMITTER_DATE=moment,
        )
        return self.run("rev-parse", "HEAD")

    def change(self, name: str, key: str = "", meetings: int = 4, message: str = "x") -> str:
        """Write a region's record and save it."""
        self.region(name, key, meetings)
        return self.commit(message)


CALM = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}


@dataclass(frozen=True, slots=True)
class Repository:
    """A workspace in a repository."""

    folder: Path

    def git(self, *arguments: str) -> str:
        """What git answers."""
        command = [find_program("git"), *arguments]
        done = subprocess.run(
            command, cwd=self.folder, check=True, capture_output=True, env={**os.environ, **CALM}
        )
        return done.stdout.decode().strip()

    def run(self, *arguments: str) -> Done:
        """The program, run in the workspace, in this process: its start takes most of the time."""
        out, err = StringIO(), StringIO()
        with ExitStack() as around:
            around.enter_context(chdir(self.folder))
            around.enter_context(mock.patch.dict(os.environ, CALM))
            around.enter_context(redirect_stdout(out))
            around.enter_context(redirect_stderr(err))
            left = around.enter_context(pytest.raises(SystemExit))
            run([*AS_OF, *arguments])
        return Done(int(str(left.value.code)), out.getvalue(), err.getvalue())

    def commit(self, message: str = "muutos") -> None:
        """Save everything."""
        self.git("add", ".")
        self.git("commit", "-q", "-m", message)

    def state(self) -> dict[str, str]:
        """Refs, index and folder, as git tells of them."""
        return {
            "refs": self.git("for-each-ref"),
            "staged": self.git("ls-files", "--stage"),
            "status": self.git("status", "--porcelain", "--untracked-files=all", "--ignored"),
        }


def repository(folder: Path, *regions: str) -> Repository:
    """A repository with copies of the named regions of the checkout, all saved."""
    place = Repository(workspace(folder, *regions))
    place.git("init", "-q", "-b", "main")
    place.git("config", "user.name", "Sihteeri")
    place.git("config", "user.email", "sihteeri@example.org")
    (folder / ".gitignore").write_text("build/\n", encoding="utf-8")
    place.commit("alku")
    return place

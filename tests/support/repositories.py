"""Small repositories with a past, for tests: regions written, moved, broken and saved in git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.support.programs import find_program

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

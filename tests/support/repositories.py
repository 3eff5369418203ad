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

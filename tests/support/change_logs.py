"""The change logs of the kind's own sample: a region before its changes and after them."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.support.command_line import Done, sopimukset
from tests.support.kind_documents import SAMPLE
from tests.support.life import Life
from tests.support.workspaces import CHECKOUT

LAJI = "muutosloki"
SAMPLES = CHECKOUT / "templates" / LAJI
AS_OF = ("--as-of", "2026-06-01")


def sample_repository(folder: Path, git: str) -> Path:
    """A repository with the sample's two states, a commit each."""
    made = Life(folder, git)
    home = folder / "regions" / SAMPLE
    home.mkdir(parents=True)
    for number, name in enumerate(("esimerkki-ennen", "esimerkki"), 1):
        shutil.copy(SAMPLES / f"{name}.yaml", home / "alue.yaml")
        made.save(f"2026-05-0{number}", name)
    return folder


def run(root: Path, *arguments: str) -> Done:
    """The program on the repository, on a fixed day."""
    return sopimukset(*AS_OF, "-C", root, *arguments, cwd=root)


def logs(root: Path) -> dict[str, Path]:
    """The repository's logs as documents, by language."""
    done = run(root, "changelog", "HEAD~1..HEAD", "--format", "docx")
    assert done.code == 0, done.err
    return {path.stem.rpartition("_")[2]: path for path in (root / "build").rglob("*.docx")}

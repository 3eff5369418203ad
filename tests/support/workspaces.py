"""Small workspaces for tests: the worked-out illustration, changed where a test needs it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
EXAMPLE = "paijat-hame"


def workspace(folder: Path, *regions: str) -> Path:
    """A workspace in `folder` with copies of the named regions of the checkout."""
    for name in regions or (EXAMPLE,):
        shutil.copytree(CHECKOUT / "regions" / name, folder / "regions" / name)
    return folder


def record(folder: Path, region: str = EXAMPLE) -> Path:
    """The region's own file."""
    return folder / "regions" / region / "alue.yaml"


def edit(path: Path, *changes: tuple[str, str]) -> None:
    """Replace each old text, which must stand in the file exactly once, by the new one."""
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def edit_lines(path: Path, keep: Callable[[str], bool]) -> None:
    """Leave out the lines that are not to be kept."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if keep(line)), encoding="utf-8")

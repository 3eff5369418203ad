"""The national report as its tests make and read it."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

from tests.support.command_line import Done, sopimukset

DAY = "2026-11-22"
NAME = f"valtakunta_tilannekuva_{DAY}_fi"
CHANGED = f"valtakunta_muutos_muutos_{DAY}_fi"


def made(place: Path, *more: str | Path, code: int = 0) -> Done:
    done = sopimukset("--as-of", DAY, "report", "--national", *more, cwd=place)
    assert done.code == code, done
    return done


def table(place: Path, name: str, stem: str = NAME) -> list[dict[str, str]]:
    text = (place / "build" / "valtakunta" / f"{stem}_{name}.csv").read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def page_text(file: Path) -> str:
    """The text of a PDF, its white space made alike."""
    done = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    )
    return " ".join(done.stdout.split())

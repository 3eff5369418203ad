"""Tracked changes between two agreements, against python-redlines on the same pair in one run.

`python benchmarks/redline.py`, or the part `redline` of run.py. Python-redlines and what it starts
are installed from PyPI into a temporary folder.
"""

from __future__ import annotations

import importlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median

from measure import Ratio, alternating, summary

from sopimukset.formats.word.redline import accept_all, count_changes, normal_form, redline
from sopimukset.tasks.generate import Wishes, generate

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent
PEER = "python-redlines[docxodus]==2.0.0"
AS_OF = date(2026, 6, 1)
MOMENT = datetime(2026, 3, 1, tzinfo=UTC)
EDITS = (
    ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 9"),
    ("osuudet: {hollola: 15, lahti: 45, hva: 40}", "osuudet: {hollola: 10, lahti: 50, hva: 40}"),
)
SHARE = 1 / 6
"""What our redline may take of python-redlines' time."""


def ratios(folder: Path, rounds: int) -> list[Ratio]:
    """The agreement of ten pages, a few of its facts changed, and two regions' agreements."""
    peer = _peer(folder / "python-redlines")
    if peer is None:
        return []
    before, after, other = _agreements(folder)
    found = []
    for name, old, new in (("edited", before, after), ("another region's", before, other)):
        found.append(_ratio(name, old, new, peer, rounds))
    return found


def _ratio(
    name: str, old: bytes, new: bytes, peer: Callable[[bytes, bytes], bytes], rounds: int
) -> Ratio:
    def ours() -> bytes:
        return redline(old, new, author="Tekijä", moment=MOMENT)

    assert normal_form(accept_all(ours())) == normal_form(new)
    assert not count_changes(peer(old, new)).none
    times = alternating({"ours": ours, "python-redlines": lambda: peer(old, new)}, 2 * rounds)
    for who, measured in times.items():
        print(summary(f"{who}, {name}", measured))
    own, theirs = (median(measured) for measured in times.values())
    return Ratio(f"a redline ({name}) / python-redlines", own / theirs, SHARE)


def _peer(folder: Path) -> Callable[[bytes, bytes], bytes] | None:
    """Python-redlines with its engine; None where it can't be installed."""
    uv = shutil.which("uv", path=os.pathsep.join((str(Path(sys.executable).parent), os.defpath)))
    python = ["--python", sys.executable] if uv else []
    command = [uv, "pip"] if uv else [sys.executable, "-m", "pip"]
    install = [*command, "install", "-q", *python, "--target", str(folder), PEER]
    if subprocess.run([str(word) for word in install], check=False).returncode:
        print("     python-redlines is left out: it could not be installed")
        return None
    sys.path.insert(0, str(folder))
    engines = importlib.import_module("python_redlines.engines")
    engine = engines.DocxodusEngine(target_path=str(folder / "program"))

    def compare(old: bytes, new: bytes) -> bytes:
        made: bytes = engine.run_redline("Tekijä", old, new)[0]
        return made

    return compare


def _agreements(folder: Path) -> tuple[bytes, bytes, bytes]:
    """An agreement, the same with edited facts, and that of another region."""
    root = folder / "tyotila"
    shutil.copytree(CHECKOUT / "regions", root / "regions")
    before, other = _made(root, "paijat-hame"), _made(root, "kainuu")
    record = root / "regions" / "paijat-hame" / "alue.yaml"
    text = record.read_text(encoding="utf-8")
    for old, new in EDITS:
        text = text.replace(old, new)
    record.write_text(text, encoding="utf-8")
    return before, _made(root, "paijat-hame"), other


def _made(root: Path, region: str) -> bytes:
    wishes = Wishes((region,), ("fi",), root / "build", kinds=("tym-sopimus",), force=True)
    made = generate(root, wishes, AS_OF, lambda *_: None)
    return Path(made.items[0].name).read_bytes()


def main() -> int:
    """Print what was measured; 1 where the limit is broken."""
    with tempfile.TemporaryDirectory(prefix="sopimukset-") as name:
        found = ratios(Path(name), 5)
    print(*found, sep="\n")
    return 0 if all(ratio.held for ratio in found) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Word documents: one agreement against peers, and all documents of many regions.

Docxtpl is here already; docxtemplater is installed from npm's registry into a temporary folder.
"""

from __future__ import annotations

import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import docxtemplater
from docxtpl import DocxTemplate
from many_kinds import name
from measure import Ratio, alternating, summary
from ruamel.yaml import YAML

from sopimukset.documents.provenance import seal
from sopimukset.formats import zip as archive
from sopimukset.formats.word import Properties, render, text_of
from sopimukset.tasks import crew

HERE = Path(__file__).resolve().parent
CHECKOUT = HERE.parent
FOLDER = CHECKOUT / "templates" / "tym-sopimus"
PACKAGES = ("docxtemplater@3.71.0", "pizzip@3.3.0", "angular-expressions@1.6.0")
AS_OF = "2026-06-01"
MANY = 300
DOCXTPL_SHARE, DOCXTEMPLATER_SHARE = 1 / 20, 1 / 10
"""What our agreement may take of a peer's time; what is aimed at is 1 / 25 and 1 / 15."""

COMPILED_BEFORE, COMPILING, UNCHANGED = 2.0, 5.0, 0.3
"""Seconds for `MANY` documents; unchanged, for all of them, beyond `--help`."""

MEGABYTES = 150.0


def peers(rounds: int) -> list[Ratio]:
    """The sample agreement, from its fields to the bytes of a file."""
    layout = (FOLDER / "fi.docx").read_bytes()
    fields = YAML(typ="safe").load(FOLDER / "esimerkki.yaml")
    properties = Properties("Sopimus", "fi-FI", date(2025, 4, 1))
    ours = partial(render, layout, fields, properties, seal)
    ours()
    times = alternating({"ours": ours, "docxtpl": partial(_naive, fields)}, 5 * rounds)
    for who, measured in times.items():
        print(summary(who, measured))
    own, naive = (median(measured) for measured in times.values())
    found = [Ratio("an agreement / docxtpl", own / naive, DOCXTPL_SHARE)]
    other = _docxtemplater(layout, fields, ours(), 5 * rounds)
    if other:
        print(summary("docxtemplater", other))
        found.append(
            Ratio("an agreement / docxtemplater", own / median(other), DOCXTEMPLATER_SHARE)
        )
    return found


def _naive(fields: Mapping[str, Any]) -> None:
    template = DocxTemplate(FOLDER / "fi.docx")
    template.render(fields)
    template.save(io.BytesIO())


def _docxtemplater(
    layout: bytes, fields: Mapping[str, Any], ours: bytes, rounds: int
) -> list[float]:
    """Seconds of each round but for the first ones, in which Node compiles; nothing without npm."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm is None or node is None:
        print("     docxtemplater is left out: npm and node are not installed")
        return []
    with tempfile.TemporaryDirectory(prefix="sopimukset-npm-") as temporary:
        folder = Path(temporary)
        (folder / "package.json").write_text("{}", "utf-8")
        command = [npm, "install", "--no-audit", "--no-fund", "--silent", *PACKAGES]
        if subprocess.run(command, cwd=folder, check=False).returncode:
            print("     docxtemplater is left out: npm could not install it")
            return []
        (folder / "pohja.docx").write_bytes(docxtemplater.layout(layout))
        data = json.dumps(docxtemplater.data(fields, layout))
        (folder / "tiedot.json").write_text(data, "utf-8")
        files = ["pohja.docx", "tiedot.json", str(rounds + WARM), "tehty.docx"]
        program = str(HERE / "docxtemplater.mjs")
        done = subprocess.run([node, program, *files], cwd=folder, check=True, capture_output=True)
        _assert_same(ours, (folder / "tehty.docx").read_bytes())
        return [milliseconds / 1000 for milliseconds in json.loads(done.stdout)[WARM:]]


WARM = 10


def _assert_same(ours: bytes, theirs: bytes) -> None:
    """The peer has made the same text, but for tables' numbers and the looks of gaps."""
    one, other = (
        [re.sub("^Taulukko \\d+|[\ue000\ue001]", "", line) for line in text_of(data) if line]
        for data in (ours, theirs)
    )
    if one != other:
        sys.exit(f"docxtemplater made another text: {set(one) ^ set(other)}")


class Spent(NamedTuple):
    """What a process and its children took.

    Attributes:
        clock: seconds by the clock.
        processor: processor seconds.
        megabytes: the most memory that one of them held.
    """

    clock: float
    processor: float
    megabytes: float


def all_documents(root: Path, rounds: int) -> list[Ratio]:
    """`generate` for all documents of all regions: at first, with templates compiled, unchanged.

    The worked records have grown to more than `MANY` documents: the limits stand for that number,
    so of what exceeds the start-up that share counts.
    """
    copies = _build(root)
    arguments = ("-C", str(root), "--as-of", AS_OF, "generate", "--out", str(root / "build"))
    times = root.with_name("documents-times")
    generate = _Run(root, str(HERE / "many_kinds.py"), str(copies), str(times), *arguments)
    again = _Run(root, "-m", "sopimukset", *arguments)
    help_ = _Run(root, "-m", "sopimukset", "--help")
    cold, warm, same, floor = [], [], [], []
    for _ in range(max(2, rounds // 3)):
        shutil.rmtree(root.with_name("documents-cache"), ignore_errors=True)
        shutil.rmtree(root / "build", ignore_errors=True)
        cold.append(_shared(generate(), times))
        shutil.rmtree(root / "build")
        warm.append(_shared(generate(), times))
        same.append(again())
        floor.append(help_())
    made = sum(1 for _ in (root / "build").rglob("*.docx"))
    print(f"     {made} documents, each kind {copies} times over")
    for what, spent in (("at first", cold), ("compiled before", warm), ("unchanged", same)):
        clock = min(item.clock for item in spent)
        print(f"     {clock:8.2f} s by the clock, {_least(spent):.2f} s of processor: {what}")
    most = max(item.megabytes for item in (*cold, *warm, *same))
    start = _least(floor)
    seconds = {
        what: start + (_least(spent) - start) * min(1, MANY / made)
        for what, spent in (("compiled before", warm), ("nothing compiled", cold))
    }
    return [
        Ratio(
            f"{MANY} of {made} documents, compiled before: seconds",
            seconds["compiled before"],
            COMPILED_BEFORE,
        ),
        Ratio(
            f"{MANY} of {made} documents, nothing compiled: seconds",
            seconds["nothing compiled"],
            COMPILING,
        ),
        Ratio("unchanged: seconds beyond --help", _least(same) - start, UNCHANGED),
        Ratio("megabytes", most, MEGABYTES),
    ]


def _shared(spent: Spent, times: Path) -> Spent:
    """As on a calm machine with a core for each process: the children's seconds shared out."""
    own, others = (float(text) for text in times.read_text("utf-8").split())
    return spent._replace(processor=own + others / crew.processes())


def _least(spent: list[Spent]) -> float:
    """Processor seconds: on a busy machine the clock tells of the machine."""
    return min(item.processor for item in spent)


class _Run:
    """Runs a command of the program with a cache of its own."""

    def __init__(self, root: Path, *arguments: str) -> None:
        self.command = [sys.executable, *arguments]
        self.environment = {
            **os.environ,
            "SOPIMUKSET_CACHE": str(root.with_name("documents-cache")),
        }
        self.environment.pop("PYTHONDONTWRITEBYTECODE", None)
        self.environment["PYTHONPATH"] = str(CHECKOUT)

    def __call__(self) -> Spent:
        begun = time.perf_counter()
        process = subprocess.Popen(
            self.command,
            env=self.environment,
            cwd=self.environment["PYTHONPATH"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        _, _, used = os.wait4(process.pid, 0)
        process.returncode = 0
        clock = time.perf_counter() - begun
        return Spent(clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _build(root: Path) -> int:
    """A workspace of the checkout's regions; how often each kind makes some 300 documents."""
    shutil.copytree(CHECKOUT / "regions", root / "regions")
    out = root / "build"
    _Run(
        root, "-m", "sopimukset", "-C", str(root), "--as-of", AS_OF, "generate", "--out", str(out)
    )()
    copies = max(1, round(MANY / max(1, sum(1 for _ in out.rglob("*.docx")))))
    for folder in (CHECKOUT / "templates").iterdir():
        for number in range(2, copies + 1):
            _copy(folder, root / "templates" / name(folder.name, number), number)
    return copies


def _copy(folder: Path, target: Path, number: int) -> None:
    """A template folder with layouts of its own, so that each is compiled."""
    shutil.copytree(folder, target)
    for path in target.glob("*.docx"):
        parts = archive.read(path.read_bytes())
        path.write_bytes(
            archive.write({**parts, "docProps/kopio.xml": b"<kopio>%d</kopio>" % number})
        )

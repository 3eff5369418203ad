"""Documents of every kind as `generate` makes them, and as a person has edited them."""

from __future__ import annotations

from copy import deepcopy
from datetime import date
from pathlib import Path
from random import Random
from shutil import copyfile
from typing import Any

from lxml import etree

from sopimukset.base.data import data_folder
from sopimukset.documents.kinds import KINDS
from sopimukset.formats import zip as archive
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.report import Wishes as ReportWishes
from sopimukset.tasks.report import make_reports
from sopimukset.tasks.report_files import WORD
from tests.support import change_logs
from tests.support.programs import find_program
from tests.support.workspaces import workspace

DAY = date(2026, 6, 1)
REGIONS = ("kainuu", "lappi", "paijat-hame")
"""Between them they have every kind of document but amendments and change logs."""

AMENDMENT, SAMPLE_REGION = "muutossopimus", "keski-pohjanmaa"

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def documents(folder: Path) -> dict[tuple[str, str], Path]:
    """A document of each kind in each language, made of worked regions."""
    kinds = tuple(kind.laji for kind in KINDS)
    wishes = Wishes(regions=REGIONS, languages=("fi", "sv"), kinds=kinds, out=folder / "build")
    generate(workspace(folder, *REGIONS), wishes, DAY, lambda *_: None)
    _amendments(folder)
    _reports(folder)
    found: dict[tuple[str, str], Path] = {
        (change_logs.LAJI, language): path for language, path in _change_logs(folder).items()
    }
    for path in sorted((folder / "build").rglob("*.docx")):
        found.setdefault((path.name.split("_")[1], path.stem.rpartition("_")[2]), path)
    return found


def _amendments(folder: Path) -> None:
    """The documents of the kind's own sample, which has the two versions that it tells of."""
    home = folder / "sample" / "regions" / SAMPLE_REGION
    (home / "versiot").mkdir(parents=True)
    templates = data_folder("templates") / AMENDMENT
    copyfile(templates / "esimerkki.yaml", home / "alue.yaml")
    for path in templates.glob("esimerkki-versio-*.yaml"):
        name = path.name.replace("esimerkki-versio", "tym-sopimus")
        copyfile(path, home / "versiot" / name)
    wishes = Wishes((SAMPLE_REGION,), ("fi", "sv"), folder / "build", kinds=(AMENDMENT,))
    generate(folder / "sample", wishes, DAY, lambda *_: None)


def _reports(folder: Path) -> None:
    """The follow-up reports of a region, which `generate` doesn't make."""
    choice = ReportWishes(REGIONS[-1:], languages=("fi", "sv"), form=WORD, out=folder / "build")
    make_reports(folder, choice, DAY, lambda *_: None)


def _change_logs(folder: Path) -> dict[str, Path]:
    home = folder / "history"
    home.mkdir()
    return change_logs.logs(change_logs.sample_repository(home, find_program("git")))


def edited(document: bytes, seed: int) -> bytes:
    """A document with edited words, a paragraph less, a stretch moved and a row more."""
    rng = Random(seed)
    parts = archive.read(document)
    root: Any = etree.fromstring(parts[_MAIN])
    body = root.find(f"{_W}body")
    for _ in range(4):
        _edit_words(body, rng)
    _remove(body, rng)
    _move(body, rng)
    _add_row(body, rng)
    parts[_MAIN] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return archive.write(parts)


def _edit_words(body: Any, rng: Random) -> None:
    texts = [item for item in body.iter(f"{_W}t") if len((item.text or "").split()) > 3]
    if not texts:
        return
    text = rng.choice(texts)
    words = text.text.split(" ")
    at = rng.randrange(len(words))
    words[at : at + rng.randint(0, 2)] = ["tarkistettu", "kohta"][: rng.randint(0, 2)]
    text.text = " ".join(words)


def _plain(body: Any) -> list[Any]:
    """The paragraphs of the body that hold text and stand between two others."""
    return [
        item
        for item in body.findall(f"{_W}p")
        if item.find(f".//{_W}fldChar") is None
        and item.find(f".//{_W}t") is not None
        and item.getprevious() is not None
        and item.getnext() is not None
        and {item.getprevious().tag, item.getnext().tag} == {f"{_W}p"}
    ]


def _remove(body: Any, rng: Random) -> None:
    paragraphs = _plain(body)
    if len(paragraphs) > 3:
        body.remove(rng.choice(paragraphs))


def _move(body: Any, rng: Random) -> None:
    paragraphs = _plain(body)
    if len(paragraphs) > 6:
        moved, place = rng.sample(paragraphs, 2)
        place.addnext(moved)


def _add_row(body: Any, rng: Random) -> None:
    rows = list(body.iter(f"{_W}tr"))
    if not rows:
        return
    row = rng.choice(rows)
    made = deepcopy(row)
    for text in made.iter(f"{_W}t"):
        text.text = f"uusi {text.text}"
    row.addnext(made)

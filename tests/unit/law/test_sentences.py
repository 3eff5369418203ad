"""Sentences that an agreement may say: `tests/data/sentences` tells which rules mind each.

A file is judged at once, every sentence as a clause that the agreement adds, so that each rule of
wording is asked of each sentence: A08, A09, A11, C01, C02, C03, C04, C05, C06, C07, C08, C09, C10,
D01, D02, X01 and Y05.
"""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sopimukset.findings import Finding
from sopimukset.law.check import check_regions
from sopimukset.model import Alue
from sopimukset.workspace.record import parse_record
from sopimukset.workspace.workspace import Region
from tests.acceptance.rules.rule_cases import BASES, ROOT, grounds

FOLDER = ROOT / "tests" / "data" / "sentences"
RECORD = BASES / "yksi" / "regions" / "etela-karjala" / "alue.yaml"
AS_OF = date(2026, 6, 1)
VALID = "    voimassa: {alkaen: 2026-01-01}\n"


class Sentence(NamedTuple):
    """A sentence with the codes of the rules that find something in it."""

    text: str
    codes: tuple[str, ...]


def sentences(path: Path) -> list[Sentence]:
    """The rows of a file."""
    rows = (
        line.split(" | ")
        for line in path.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    )
    return [Sentence(text, tuple(codes.replace("-", "").split())) for codes, text in rows]


@pytest.fixture(scope="module")
def told() -> dict[Path, dict[str, tuple[str, ...]]]:
    """What the check finds in each sentence of each file: codes, in order."""
    return {path: _codes(path) for path in sorted(FOLDER.glob("*.txt"))}


def _codes(path: Path) -> dict[str, tuple[str, ...]]:
    texts = [item.text for item in sentences(path)]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for item in _findings(texts, path.stem):
        _, inside, rest = item.path.partition("lausekemuutokset[")
        if inside:
            found[texts[int(rest.split("]")[0].removeprefix("lisa-"))]].add(item.code)
    return {text: tuple(sorted(found[text])) for text in texts}


def _findings(texts: list[str], year: str) -> list[Finding]:
    added = "".join(
        f"      - {{lauseke: lisa-{number}, toimi: lisaa, otsikko: Otsikko, jalkeen: palvelut, "
        f"peruste: sovittu, teksti: {json.dumps(text, ensure_ascii=False)}}}\n"
        for number, text in enumerate(texts)
    )
    text = RECORD.read_text(encoding="utf-8")
    assert VALID in text
    valid = VALID.replace("2026", year)
    source = text.replace(VALID, f"{valid}    lausekemuutokset:\n{added}").encode()
    record = parse_record("etela-karjala", "regions/etela-karjala/alue.yaml", source, Alue)
    assert record.model is not None
    return check_regions([Region("etela-karjala", record)], grounds(AS_OF))


ROWS = [(path, *row) for path in sorted(FOLDER.glob("*.txt")) for row in sentences(path)]


@pytest.mark.parametrize(("path", "text", "codes"), ROWS, ids=[row[1] for row in ROWS])
def test_sentence_is_judged(
    told: dict[Path, dict[str, tuple[str, ...]]], path: Path, text: str, codes: tuple[str, ...]
) -> None:
    assert told[path][text] == codes

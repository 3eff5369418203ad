"""Files that people could have typed: the faulty ones with what is to be said about them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from sopimukset.formats.yaml import read

DATA = Path(__file__).parents[3] / "data" / "yaml"
BAD = sorted((DATA / "bad").glob("*.yaml"))
GOOD = sorted((DATA / "good").glob("*.yaml"))


def expected(case: Path) -> list[tuple[str, str, str]]:
    """Kind, ``line:column`` and a piece of the message, one problem a line."""
    lines = case.with_suffix(".expected").read_text(encoding="utf-8").splitlines()
    return [(kind, place, piece) for kind, place, piece in (line.split(" ", 2) for line in lines)]


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_a_faulty_file_gets_exactly_the_problems_it_has(case: Path) -> None:
    found = read(case.read_bytes()).problems
    wanted = expected(case)
    shown = [f"{p.kind} {p.span.line}:{p.span.column} {p.message}" for p in found]
    assert len(found) == len(wanted), shown
    for problem, (kind, place, piece) in zip(found, wanted, strict=True):
        assert problem.kind == kind, shown
        assert f"{problem.span.line}:{problem.span.column}" == place, shown
        assert piece in problem.message, shown


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.stem)
def test_a_problem_is_told_in_whole_sentences_with_advice(case: Path) -> None:
    for problem in read(case.read_bytes()).problems:
        assert problem.message[0].isupper()
        assert problem.hint[0].isupper()
        assert problem.hint.strip() == problem.hint


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.stem)
def test_a_lawful_file_has_no_problems(case: Path) -> None:
    document = read(case.read_bytes())
    assert document.problems == ()
    assert isinstance(document.data, dict)


def test_only_what_cannot_be_meant_otherwise_is_typed() -> None:
    data = read((DATA / "good" / "scalars.yaml").read_bytes()).data
    typed = {key: value for key, value in data.items() if not isinstance(value, str)}
    assert typed == {
        "tyhja": None,
        "aalto": None,
        "nolla": None,
        "tosi": True,
        "epatosi": False,
        "luku": 0,
        "miinus": -12,
        "desimaali": Decimal("8.50"),
        "miinusdesimaali": Decimal("-0.5"),
    }
    assert str(data["desimaali"]) == "8.50"
    assert data["ei"] == "no"
    assert data["kello"] == "9:30"
    assert data["postinumero"] == "00100"
    assert data["paiva"] == "2025-02-01"


def test_good_typography_stays_in_the_text() -> None:
    data = read((DATA / "good" / "typography.yaml").read_bytes()).data
    assert data["teksti"] == "Ks. 9\u00a0§ ja ”toimiala” – „näin” tai »noin»"
    assert data["lohko"] == "– rivi\n”lainaus”\n\u00a0sisennys\nHuom: tämä\n"
    assert data["jatkuva"] == "alku – jatkuu ajatusviivalla \u00a0ja sitovalla"
    assert data["lainattu ”avain”"] == "”x”"

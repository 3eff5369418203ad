"""`--as-of`: a day from which years can be counted, or a clear word that it is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import sopimukset
from tests.support.workspaces import EXAMPLE, workspace

VERBS = [
    ("check",),
    ("status",),
    ("status", "--party", "kela"),
    ("calendar",),
    ("report",),
    ("report", "--national"),
    ("generate",),
    ("explain", "G14"),
    ("law", "list"),
]
REFUSED = {
    "fi": "Tarkastelupäivä {} ei käy: aikaisin on 1900-01-01, myöhäisin 2999-12-31.",
    "sv": "Granskningsdagen {} duger inte: den tidigaste är 1900-01-01, den senaste 2999-12-31.",
    "en": "The as-of day {} can't be used: the earliest is 1900-01-01, the latest 2999-12-31.",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workspace(tmp_path_factory.mktemp("tyotila"))


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
@pytest.mark.parametrize("day", ["1899-12-31", "9999-12-31"])
def test_a_day_from_which_nothing_can_be_counted_is_refused(
    root: Path, verb: tuple[str, ...], day: str
) -> None:
    done = sopimukset("--as-of", day, *verb, cwd=root)
    assert (done.code, done.out) == (2, "")
    assert REFUSED["fi"].format(day) in " ".join(done.err.split())


@pytest.mark.parametrize("language", REFUSED)
def test_it_is_said_in_every_language(root: Path, language: str) -> None:
    done = sopimukset("--lang", language, "--as-of", "3000-01-01", "check", cwd=root)
    assert done.code == 2
    assert REFUSED[language].format("3000-01-01") in " ".join(done.err.split())


@pytest.mark.parametrize("day", ["1900-01-01", "2999-12-31"])
def test_on_the_outermost_days_no_rule_fails(root: Path, day: str) -> None:
    done = sopimukset("--as-of", day, "check", EXAMPLE, "--format", "json", cwd=root)
    told = json.loads(done.out)
    assert told["as_of"] == day
    assert "V01" not in {item["code"] for item in told["findings"]}


@pytest.mark.parametrize("verb", [("calendar",), ("status", "--within", "36500")])
def test_from_the_last_day_one_can_look_ahead(root: Path, verb: tuple[str, ...]) -> None:
    assert sopimukset("--as-of", "2999-12-31", *verb, cwd=root).code == 0

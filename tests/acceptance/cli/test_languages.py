"""One check in three languages: the same findings, keys and exit code, other words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sopimukset.cli.main import VERBS
from tests.support.command_line import sopimukset

RECORD = "muoto: 1\nalue: kainuu\nvaihe: vahvistettu\ntilanne: x\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    folder = tmp_path / "regions" / "kainuu"
    folder.mkdir(parents=True)
    (folder / "alue.yaml").write_text(RECORD, encoding="utf-8")
    return tmp_path


def findings(workspace: Path, **surroundings: str) -> list[dict[str, object]]:
    arguments = ("--as-of", "2026-06-01", "check", "--format", "json")
    done = sopimukset(*arguments, cwd=workspace, **surroundings)
    assert done.code == 1
    found: list[dict[str, object]] = json.loads(done.out)["findings"]
    return found


def test_the_same_findings_in_other_words_and_none_out_of_anothers_cache(workspace: Path) -> None:
    told = {item: findings(workspace, SOPIMUKSET_LANG=item) for item in ("fi", "sv", "en")}
    assert told["fi"] == findings(workspace)
    places = [[{**item, "message": ""} for item in found] for found in told.values()]
    assert places[0] == places[1] == places[2]
    assert [item["message"] for item in told["sv"]][:1] == ["Nyckeln tilanne är okänd."]
    assert [item["message"] for item in told["en"]][:1] == ["The key tilanne is not known."]


@pytest.mark.parametrize("verb", ["", *VERBS])
@pytest.mark.parametrize(("language", "usage"), [("sv", "Användning: "), ("en", "Usage: ")])
def test_help_speaks_the_language(verb: str, language: str, usage: str, tmp_path: Path) -> None:
    done = sopimukset("--lang", language, *filter(None, [verb]), "--help", cwd=tmp_path)
    assert done.code == 0
    assert done.out.startswith(usage)
    assert "Paluukoodit" not in done.out
    assert "VALITSIMET" not in done.out


def test_the_option_outranks_the_environment(tmp_path: Path) -> None:
    done = sopimukset("--lang", "en", "chekc", cwd=tmp_path, SOPIMUKSET_LANG="sv")
    assert done.code == 2
    assert "There is no command chekc. Did you mean check?" in done.err


def test_an_unknown_language_is_wrong_usage(tmp_path: Path) -> None:
    assert sopimukset("--lang", "xx", "check", cwd=tmp_path).code == 2
    assert sopimukset("check", cwd=tmp_path, SOPIMUKSET_LANG="xx").code == 2

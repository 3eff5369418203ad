"""The help and the complaints of every verb are in Finnish, and the help costs little."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from sopimukset import __version__
from sopimukset.cli.main import VERBS
from tests.support.command_line import PROGRAM, environment, sopimukset

HEAVY = {"pydantic", "pydantic_core", "yaml", "ruamel", "docxtpl", "docx", "jinja2", "lxml", "git"}
ENGLISH = re.compile(
    r"\b(usage|options?|commands?|arguments?|args|show|this|message|and|exit|version|default|"
    r"required|error|missing|invalid|value|such|try|for|help|text|integer|path|file|directory|"
    r"filename|is|not|one|of|the|no|with|aborted)\b",
    re.IGNORECASE,
)
OUR_OWN = re.compile(
    r"--?[a-z][\w-]*|\[[a-z0-9|-]+\]|'[\w-]+'|\b(none|one|per-area)\b|sopimukset \w+|oletus: \w+"
    r"|^  [a-z]+(?=  )",
    re.MULTILINE,
)
"""Options, choices and verbs: names that one types, the same in every language."""


def english_in(text: str) -> list[str]:
    return ENGLISH.findall(OUR_OWN.sub(" ", text))


def test_the_test_knows_english_when_it_sees_it() -> None:
    assert english_in("  -h, --help  Show this message and exit.")
    assert english_in("Usage: sopimukset [OPTIONS]")
    assert not english_in("  --format [text|json]  Muoto.  [oletus: text]")


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_help_holds_no_english_word(verb: str, tmp_path: Path) -> None:
    done = sopimukset(*filter(None, [verb]), "--help", cwd=tmp_path, LANG="en_US.UTF-8")
    assert done.code == 0
    assert done.err == ""
    assert done.out.startswith(f"Käyttö: sopimukset {verb}".rstrip())
    assert english_in(done.out) == []


def test_the_verbs_of_the_help_are_the_verbs_there_are(tmp_path: Path) -> None:
    done = sopimukset("--help", cwd=tmp_path)
    assert re.findall(r"^  ([a-z]+) {2,}", done.out, re.MULTILINE) == list(VERBS)


def test_the_version(tmp_path: Path) -> None:
    done = sopimukset("--version", cwd=tmp_path)
    assert (done.code, done.out) == (0, f"sopimukset {__version__}\n")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["check", "--help"]])
def test_help_imports_nothing_heavy(arguments: list[str], tmp_path: Path) -> None:
    python, *rest = PROGRAM
    done = subprocess.run(
        [python, "-X", "importtime", *rest, *arguments],
        capture_output=True,
        check=True,
        cwd=tmp_path,
        env=environment(),
        text=True,
    )
    imported = set(re.findall(r"^import time:.*\| +([\w.]+)$", done.stderr, re.MULTILINE))
    assert "click" in imported
    assert {name for name in imported if name.partition(".")[0] in HEAVY} == set()


USAGE = [
    (["chekc"], "Komentoa chekc ei ole. Tarkoititko: check?"),
    (["qqqqqq"], "Komentoa qqqqqq ei ole."),
    (["check", "--strcit"], "Valitsinta '--strcit' ei ole. Tarkoititko: '--strict'?"),
    (["check", "--format", "xml"], "Arvo ei kelpaa ('--format'): 'xml' ei ole mikään näistä:"),
    (["check", "--format"], "Valitsin '--format' tarvitsee arvon."),
    (["check", "--strict=1"], "Valitsimelle '--strict' ei anneta arvoa."),
    (["init"], "Puuttuva argumentti 'KANSIO'."),
    (["schema", "x"], "Ylimääräinen argumentti: x"),
    (["schema", "x", "y"], "Ylimääräisiä argumentteja: x y"),
    (["new"], "ALUE puuttuu."),
    (["new", "kanta-häm"], "Aluetta kanta-häm ei ole kansallisessa rekisterissä. "
                            "Tarkoititko: kanta-hame?"),
    (["new", "kainuu", "--term-start", "2026-01-01"], "Toimikausi tarvitsee johtoryhmän"),
    (["new", "kainuu", "--groups", "one", "--term-start", "1.1.2026"],
     "1.1.2026 ei ole päivä. Tarkoititko: 2026-01-01?"),
    (["--as-of", "2026-02-30", "check"], "Tarkastelupäivä 2026-02-30 ei ole päivä."),
    (["--as-of", "1.3.2026", "check"], "Tarkoititko: 2026-03-01?"),
    (["--as-of", "9999-12-31", "check"],
     "Tarkastelupäivä 9999-12-31 ei käy: aikaisin on 1900-01-01, myöhäisin 2999-12-31."),
    (["explain", "G99"], "G99"),
    (["generate", "--shard", "5/4"], "kirjoita esimerkiksi 1/4"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "message"), USAGE, ids=lambda item: str(item)[:40])
def test_wrong_usage_is_said_in_finnish(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "regions" / "x").mkdir(parents=True)
    done = sopimukset(*arguments, cwd=tmp_path, LANG="en_US.UTF-8")
    assert done.code == 2
    assert done.out == ""
    assert message in done.err
    assert "Virhe: " in done.err
    assert english_in(done.err) == []


def test_without_a_verb_the_help_is_shown(tmp_path: Path) -> None:
    done = sopimukset(cwd=tmp_path)
    assert done.code == 2
    assert "Käyttö:" in done.out + done.err

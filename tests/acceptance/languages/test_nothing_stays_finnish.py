"""What the program says in Swedish and in English holds no Finnish sentence, wherever it says it.

Everything is said in this process: a text that one language left behind in a cache would be heard.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click
import pytest

from sopimukset import locale
from sopimukset.base import speech
from sopimukset.cli.main import VERBS, run
from sopimukset.formats.yaml import read
from sopimukset.formats.yaml.mending import mend
from sopimukset.law.explain import explanation
from sopimukset.law.registry import TITLES
from sopimukset.model import Alue
from sopimukset.register import load_indicators, load_recommendations
from sopimukset.tasks.fix import missing_ends
from sopimukset.workspace.edits import corrected
from sopimukset.workspace.record import parse_record
from sopimukset.workspace.workspace import read_region
from tests.acceptance.cli.test_bad_input import CONTENTS, UNOPENABLE, region
from tests.acceptance.rules.rule_cases import cases, findings_of
from tests.support.command_line import AS_OF
from tests.support.finnish import catalogue, finnish_in
from tests.support.workspaces import CHECKOUT, edit, record, workspace

OTHERS = ("sv", "en")
DAY = date(2026, 6, 1)
YAML = CHECKOUT / "tests" / "data" / "yaml"
TYPED = (
    *("7", "-7", "1.5", "true", "null", '"x"', '""', "1.2.2026", "2026-02-30", '"Ä ö"', "[]"),
    *("[a]", "[{a: 1}]", "{}", "{a: 1}", "{fi: x, sv: y}", "suomi"),
)
HEAD = "muoto: 1\nalue: x\nvaihe: vahvistettu\n"
PLACES = (
    *("muoto: {}\n", "muoto: 1\nalue: {}\n", "muoto: 1\nvaihe: {}\n", f"{HEAD}kielet: {{}}\n"),
    *(f"{HEAD}kuvitteellinen: {{}}\n", f"{HEAD}johtoryhmat: {{}}\n", f"{HEAD}tilanne: {{}}\n"),
    f"{HEAD}neuvottelut:\n  - pvm: {{}}\n",
    f"{HEAD}neuvottelut:\n  - tunnus: {{}}\n",
    f"{HEAD}henkilosto:\n  - maara: {{}}\n",
    f"{HEAD}johtoryhmat:\n  - kokoukset: {{{{vahintaan_vuodessa: {{}}}}}}\n",
    f"{HEAD}johtoryhmat:\n  - nimi: {{}}\n",
)
PROSE = re.compile(r"(?ms)^```.*?^```$|`[^`\n]+`|\([^)]*\)")
"""What is no prose of a page: examples, keys, and words of the law in parentheses."""


@pytest.fixture(autouse=True)
def finnish_afterwards() -> Iterator[None]:
    yield
    speech.speak()
    locale.speak_click(None)


@pytest.fixture(params=OTHERS)
def language(request: pytest.FixtureRequest) -> str:
    chosen = str(request.param)
    locale.speak(chosen)
    return chosen


def written(folder: Path) -> str:
    """All that the records of a folder hold, and the keys that they may hold."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    texts = [path.read_bytes().decode(errors="replace") for path in files]
    points = list(load_recommendations().kohdat)
    return "\n".join((*texts, *load_indicators().avaimet, *points))


@pytest.mark.parametrize("text", ["Tiedosto on tyhjä.", "Rivillä 4 on merkki", "Jotakin puuttuu."])
def test_the_ear_hears_finnish(language: str, text: str) -> None:
    assert finnish_in(text, language)
    assert finnish_in(f'The file "{text}" and regions/x.yaml\n  4 | {text}\n', language) == []
    assert finnish_in(f"Filen är tom: {text}", language)
    assert finnish_in(f"Filen är tom: {text}", language, f"selite: {text}") == []


def test_no_translation_is_heard_as_finnish(language: str) -> None:
    told = catalogue(language).values()
    assert [(text, found) for text in told if (found := finnish_in(text, language))] == []


@pytest.mark.parametrize("code", sorted({case.code for case in cases()}))
def test_what_rules_find(language: str, code: str) -> None:
    heard = [
        (case.name, text, found)
        for case in cases()
        if case.code == code
        for finding in findings_of(case.folder, case.as_of)
        for text in (finding.message, finding.advice)
        if (found := finnish_in(text, language, written(case.folder)))
    ]
    assert heard == []


@pytest.mark.parametrize("path", sorted(YAML.rglob("*.yaml")), ids=lambda path: path.name)
def test_what_reading_finds_and_mending_does(language: str, path: Path) -> None:
    source = path.read_bytes()
    records = source.decode(errors="replace")
    said = [text for item in read(source).problems for text in (item.message, item.hint)]
    said += [speech.say(text) for _, text in mend(records).done]
    done = corrected("x", "regions/x/alue.yaml", source, Alue, missing_ends)
    said += [item.text for item in done.done]
    said += [text for item in done.left for text in (item.message, item.advice)]
    assert [(text, found) for text in said if (found := finnish_in(text, language, records))] == []


def test_what_is_said_of_bad_input(language: str, tmp_path: Path) -> None:
    for name in (*CONTENTS, *UNOPENABLE):
        record(tmp_path, region(name)).parent.mkdir(parents=True)
    for name, (content, _code, _words) in CONTENTS.items():
        record(tmp_path, region(name)).write_bytes(content)
    for name, (put, _words) in UNOPENABLE.items():
        put(record(tmp_path, region(name)))
    stray = tmp_path / "regions" / region("empty") / "vanha.yml"
    stray.write_bytes(b"muoto: 1\n")
    for name in (*CONTENTS, *UNOPENABLE):
        found = list(read_region(tmp_path, region(name)).form_findings)
        assert found
        records = CONTENTS[name][0].decode(errors="replace") if name in CONTENTS else ""
        for finding in found:
            assert finnish_in(finding.message, language, records) == []
            assert finnish_in(finding.advice, language, records) == []


@pytest.mark.parametrize("place", PLACES)
def test_what_is_said_of_values(language: str, place: str) -> None:
    heard = [
        (text, found)
        for value in TYPED
        for finding in parse_record("x", "x.yaml", place.format(value).encode(), Alue).findings
        for text in (finding.message, finding.advice)
        if (found := finnish_in(text, language, place.format(value)))
    ]
    assert heard == []


@pytest.mark.parametrize("code", TITLES)
def test_what_pages_explain(language: str, code: str) -> None:
    told = explanation(code, DAY, language)
    texts = [told.title, told.decides, *(item.heading for item in told.sections)]
    texts += [PROSE.sub(" ", item.text) for item in told.sections]
    assert [(text, found) for text in texts if (found := finnish_in(text, language))] == []


class Room:
    """A folder with a workspace in it, and what the program says there."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def said(self, *arguments: str) -> str:
        """All that a run of the command line says, whatever comes of it."""
        with pytest.raises(SystemExit):
            run(list(arguments))
        told = self.capsys.readouterr()
        return f"{told.out}\n{told.err}"


@pytest.fixture
def room(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Room:
    root = workspace(tmp_path / "tyotila", "paijat-hame", "satakunta")
    edit(record(root), ("    toimikaudet:", "    toimikaudett:"))
    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOPIMUKSET_CACHE", str(tmp_path / "valimuisti"))
    monkeypatch.setattr(click.Command, "get_help_option", _asked_anew)
    return Room(root, capsys)


OPTION_OF = click.Command.get_help_option


def _asked_anew(command: click.Command, context: click.Context) -> click.Option | None:
    """Click keeps the option with its words; a run of the program has one language, a test many."""
    vars(command)["_help_option"] = None
    return OPTION_OF(command, context)


RUNS = (
    *("check", "check --strict satakunta", "check --since HEAD", "check paijathame"),
    *("check --format github", "doctor", "fix --dry-run", "fix", "law list", "law check"),
    *("law check tyhja", "law check texts", "new --list", "new satakunta", "new lapi", "new lappi"),
    *("new kainuu --term-start 1.1.2026", "new kainuu --term-start 2026-01-01", "new"),
    *("new kainuu --groups per-area", "init uusi", "init ."),
    *("generate", "generate satakunta", "generate paijat-hame --final", "generate x y"),
    *("generate --shard 9", "generate --out regions/satakunta/alue.yaml/x", "explain"),
    *(
        "explain G99",
        "schema --check",
        "schema",
        "chekc",
        "check --format xml",
        "verify sopimus.docx",
    ),
    *("verify alue.docx", "--as-of 1.1.2026 check", "--as-of 2024-12-31 check", "-C ei-ole check"),
    *("templates list", "templates lint", "templates deviations", "templates list --format xml"),
    *("templates lint ei-ole", "templates show", "templates show ei-ole"),
)
NOWHERE = ("check", "doctor", "generate", "new kainuu", "fix", "schema", "check --no-cache")


def _texts(folder: Path) -> None:
    """Newer texts of the law: one changed, one damaged, one that is not known."""
    stored = CHECKOUT / "sopimukset" / "statutes" / "data"
    name = "381-2023.fi.md"
    text = next(stored.rglob(name)).read_text(encoding="utf-8")
    folder.mkdir()
    changed = text.replace("johtoryhmä", "työryhmä").replace("## 9 §", "## 99 §")
    (folder / name).write_text(changed, encoding="utf-8")
    (folder / "388-2024.fi.md").write_bytes(b"\xff")
    (folder / "380-2023.fi.md").write_text("Ei pykäliä.\n", encoding="utf-8")
    (folder / "1-1999.fi.md").write_text("## 1 § Otsikko\n\nTeksti.\n", encoding="utf-8")


@pytest.mark.parametrize("language", OTHERS)
def test_what_commands_say(language: str, room: Room) -> None:
    _texts(room.folder / "texts")
    (room.folder / "tyhja").mkdir()
    made = shutil.copy(
        CHECKOUT / "templates" / "tym-sopimus" / "fi.docx", room.folder / "sopimus.docx"
    )
    shutil.copy(record(room.folder), Path(made).with_name("alue.docx"))
    records = written(room.folder / "regions") + written(room.folder / "texts")
    heard = {}
    for line in RUNS:
        arguments = line.split() if line.startswith("--as-of") else [*AS_OF, *line.split()]
        said = room.said("--lang", language, *arguments)
        assert said.strip()
        heard[line] = finnish_in(said, language, records)
    assert {line: found for line, found in heard.items() if found} == {}


@pytest.mark.parametrize("language", OTHERS)
def test_what_commands_say_where_there_is_nothing(
    language: str, room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "alueeton" / "regions").mkdir(parents=True)
    for folder in (tmp_path / "tyhja", tmp_path / "alueeton"):
        folder.mkdir(exist_ok=True)
        monkeypatch.chdir(folder)
        for line in NOWHERE:
            assert finnish_in(room.said("--lang", language, *line.split()), language) == []


@pytest.mark.parametrize("language", OTHERS)
@pytest.mark.parametrize("verb", ["", *VERBS, "law list", "law check"])
def test_what_help_says(language: str, verb: str, room: Room) -> None:
    said = room.said("--lang", language, *verb.split(), "--help")
    assert finnish_in(said, language) == []

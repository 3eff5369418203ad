"""click speaks Finnish: every word that a command line can show has a translation."""

from __future__ import annotations

import ast
import gettext
import os
import runpy
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po

from sopimukset import locale

PACKAGE = Path(click.__file__).parent
ROOT = Path(__file__).resolve().parents[3]
SOURCES = sorted((ROOT / "sopimukset" / "locale").rglob("click.po"))

TRANSLATED = [language for language in locale.LANGUAGES if language != "en"]
"""click's own language is English."""

FOR_PROGRAMMERS = {
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Choice({choices})",
    "Could not determine name for option with declarations {decls!r}",
    "DeprecationWarning: The command {name!r} is deprecated.{extra_message}",
    "DeprecationWarning: The {param_type} {name!r} is deprecated.{extra_message}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    "No options defined but a name was passed ({name}). Did you mean to declare an argument "
    "instead? Did you mean to pass '--{name}'?",
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
    "Windows error: {error}",
}
"""Said only to whoever writes a command wrong, never to whoever runs one."""


def said_by_click() -> Iterator[tuple[str, ...]]:
    """Each message of the installed click, with its plural where it has one."""
    for path in sorted(PACKAGE.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {"_": 1, "ngettext": 2}.get(node.func.id, 0)
                values = [
                    item.value for item in node.args[:count] if isinstance(item, ast.Constant)
                ]
                texts = [value for value in values if isinstance(value, str)]
                if texts:
                    yield tuple(texts)


MESSAGES = sorted({item for item in said_by_click() if item[0] not in FOR_PROGRAMMERS})


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.fixture
def finnish() -> Iterator[None]:
    before = gettext.translation
    locale.speak_click("fi")
    yield
    gettext.translation = before


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def test_the_walk_finds_what_click_says() -> None:
    assert ("Usage:",) in MESSAGES
    assert len(MESSAGES) > 50
    assert len({item[0] for item in said_by_click()} - FOR_PROGRAMMERS) == len(MESSAGES)


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("message", MESSAGES, ids=lambda item: item[0][:40])
def test_every_message_of_click_is_translated(message: tuple[str, ...], language: str) -> None:
    words = locale.catalogue("click", language)
    said = [words.ngettext(*message, count) if len(message) == 2 else words.gettext(*message)
            for count in (1, 2)]  # fmt: skip
    known = placeholders("".join(message))
    for text in said:
        assert text not in message, "not translated"
        assert placeholders(text) <= known
    assert placeholders("".join(said)) or not known or "number_type" in known


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parts[-3])
def test_the_compiled_catalogue_is_fresh(source: Path) -> None:
    compiled = runpy.run_path(str(ROOT / "tools" / "compile_catalogues.py"))["compiled"]
    old = source.with_suffix(".mo").read_bytes()
    assert old == compiled(source), "run python tools/compile_catalogues.py"


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.parts[-3])
def test_the_catalogue_holds_nothing_that_click_no_longer_says(source: Path) -> None:
    known = {item[0] for item in said_by_click()} | {"required"}
    texts = [item.id[0] if item.pluralizable else item.id for item in read(source) if item.id]
    assert set(texts) <= known
    assert len(texts) == len(set(texts))


def test_every_language_has_its_catalogue() -> None:
    assert {path.parts[-3] for path in SOURCES} == set(TRANSLATED)


@pytest.mark.usefixtures("finnish")
def test_click_says_it_in_finnish_whatever_the_environment_wants(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, "sv_FI.UTF-8")
    before = dict(os.environ)
    assert gettext.gettext("Usage:") == "Käyttö:"
    possible = ("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)")
    assert gettext.ngettext(*possible, 2) == "Tarkoititko jotakin näistä: {possibilities}?"
    assert dict(os.environ) == before


@pytest.mark.usefixtures("finnish")
def test_other_domains_are_left_alone() -> None:
    assert gettext.dgettext("another", "Usage:") == "Usage:"


@pytest.mark.usefixtures("finnish")
def test_without_a_language_click_says_it_in_english() -> None:
    locale.speak_click(None)
    assert gettext.gettext("Usage:") == "Usage:"


def run(code: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return done.stdout


def test_speaking_imports_nothing_heavy() -> None:
    added = run(
        "import sys, click, pathlib; before = set(sys.modules)\n"
        "from sopimukset.locale import speak_click; speak_click()\n"
        "print(*sorted(set(sys.modules) - before))"
    )
    assert added.split() == ["sopimukset", "sopimukset.locale"]


def test_child_processes_inherit_no_language(program: Callable[[str], str]) -> None:
    seen = run(
        "import os, subprocess; from sopimukset.locale import speak_click\n"
        "before = dict(os.environ); speak_click()\n"
        f"subprocess.run([{program('env')!r}], check=True)"
    )
    names = {line.partition("=")[0] for line in seen.splitlines()}
    added = {name for name in names if name.startswith(("LANG", "LC_"))} - set(os.environ)
    assert added <= {"LC_CTYPE"}  # Python's own, in the C locale

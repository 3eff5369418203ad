"""No literal of the program speaks Finnish past the catalogues.

A text with a Finnish word in it is a message, which `tools/extract_messages.py` finds, or no text
for people. An f-string never is a message: its places are filled before it could be said.
"""

from __future__ import annotations

import ast
import re
import runpy
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.support.finnish import words, words_of
from tests.support.workspaces import CHECKOUT

PACKAGE = CHECKOUT / "sopimukset"
TOOL = runpy.run_path(str(CHECKOUT / "tools" / "extract_messages.py"))
SILENT = (
    *("documents", "model", "register", "tracking"),  # documents and schemas have own languages
    *("law/rules", "statutes/parsing.py", "statutes/reading.py"),  # patterns of Finnish texts
)
"""Where Finnish is read or printed, not said."""

SEVERAL = re.compile(r"\w[^\w]* [^\w]*\w|\w \{\}|\{\} \w")
"""More than one word, or a word beside a value."""


@cache
def messages() -> frozenset[str]:
    return frozenset(TOOL["messages"]())


@cache
def telling() -> frozenset[str]:
    return words("sv") & words("en")


def sources() -> list[Path]:
    found = sorted(PACKAGE.rglob("*.py"))
    return [path for path in found if not path.relative_to(PACKAGE).as_posix().startswith(SILENT)]


def unsaid(source: str) -> Iterator[tuple[int, str]]:
    """The Finnish texts of a module that no catalogue holds, with their lines."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            text = "".join(
                str(item.value) if isinstance(item, ast.Constant) else "{}" for item in node.values
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            if isinstance(parents[node], ast.Expr | ast.JoinedStr) or node.value in messages():
                continue
            text = node.value
        else:
            continue
        if SEVERAL.search(text) and words_of([text]) & telling():
            yield node.lineno, text


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_every_finnish_text_is_a_message(path: Path) -> None:
    found = list(unsaid(path.read_text(encoding="utf-8")))
    assert found == [], "say it, or mark it and say it later; places are filled afterwards"


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ('click.echo(f"Tiedostoa {name} ei ole.")', 1),
        ('raise WorkspaceError("Kansiota ei voi lukea.", "Tarkista kansio.")', 2),
        ('click.echo("ei korjattu: " + name)', 1),
        ('"""Finnish of a docstring: tiedostoa ei ole."""', 0),
        ('say("Tiedosto on tyhjä.")', 0),
        ('raise ValueError("no such file")', 0),
        ('kind = "sarkain"', 0),
    ],
)
def test_what_is_no_message_is_seen(source: str, number: int) -> None:
    assert len(list(unsaid(source))) == number

"""The guide's table of kinds is the code's."""

from __future__ import annotations

from sopimukset.history.changes import Kind, Level
from sopimukset.history.changes.levels import LEVELS
from tests.support.workspaces import CHECKOUT

GUIDE = CHECKOUT / "docs" / "muutosloki.md"


def rows() -> list[str]:
    """A row for each kind, in the order of the code."""
    found = []
    for kind in Kind:
        weight = LEVELS.get(kind)
        level = weight.level.told if weight else "Kohdan mukaan"
        basis = ", ".join(weight.basis) if weight and weight.basis else "–"
        sentence = kind.sentence.replace("{kentta}", "…")
        found.append(f"| `{kind.key}` | {sentence} | {level} | {basis} |")
    return found


def test_the_guide_lists_every_kind_as_the_code_has_it() -> None:
    """Where this fails, put these rows into the guide."""
    text = GUIDE.read_text(encoding="utf-8")
    told = [line for line in text.splitlines() if line.startswith("| `") and line.count("|") == 5]
    assert told == rows()


def test_the_guide_explains_every_level() -> None:
    text = GUIDE.read_text(encoding="utf-8")
    assert all(f"| {level.told} |" in text for level in Level)

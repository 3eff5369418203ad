"""Mutants that a person has judged to change no verdict: `equivalent.yaml`, with reasons."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import yaml

LISTED = Path(__file__).with_name("equivalent.yaml")
SIGNS = ("- ", "+ ")
Key = tuple[str, str, str, str]


def equivalents(path: Path = LISTED) -> dict[Key, str]:
    """The reasons by module, function, and the line before and after the change.

    Raises:
        ValueError: an entry without a reason, or one that stands there twice.
    """
    found: dict[Key, str] = {}
    for group in yaml.safe_load(path.read_text(encoding="utf-8")) or []:
        for before, after in _changes(group):
            key = (group["module"], group["function"], before, after)
            if key in found:
                raise ValueError(f"listed twice: {key}")
            if not group.get("reason"):
                raise ValueError(f"no reason: {key}")
            found[key] = group["reason"]
    return found


def _changes(group: dict[str, list[str]]) -> Iterable[tuple[str, str]]:
    """A list of lines, `-` and `+` by turns, as a difference shows them."""
    lines = group["change"]
    if tuple(line[:2] for line in lines) != SIGNS * (len(lines) // 2):
        raise ValueError(f"change must be pairs of lines '- …' and '+ …': {lines}")
    told = [line[2:] for line in lines]
    return zip(told[::2], told[1::2], strict=True)

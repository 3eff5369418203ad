"""Where symbolic links lead: git follows the link itself, and what it leads to only elsewhere."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

MOST_STEPS = 40
"""Links on one way; a system gives up there, too."""


def links_below(place: str) -> Iterator[str]:
    """Every link at or below a place, those in folders that a link leads to as well."""
    if os.path.islink(place):  # noqa: PTH114 (no Path for each of thousands of files)
        yield place
    yield from _links_in(place, set())


def _links_in(folder: str, seen: set[str]) -> Iterator[str]:
    real = os.path.realpath(folder)
    if real in seen:
        return
    seen.add(real)
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in found:
        if entry.is_symlink():
            yield entry.path
        if os.path.isdir(entry.path):  # noqa: PTH112 (entry.is_dir() fails for a link to itself)
            yield from _links_in(entry.path, seen)


def way(path: str) -> Iterator[str]:
    """What a path is read through: each link on the way, wherever it lies, and the end of it.

    Args:
        path: an absolute one; what it leads to need not be there.
    """
    here = Path(path).anchor
    rest = list(Path(path).parts[1:])[::-1]
    steps = 0
    while rest:
        name = rest.pop()
        if name == os.pardir:
            here = str(Path(here).parent)
            continue
        step = os.path.join(here, name)  # noqa: PTH118 (a Path would be made for each step)
        try:
            target = Path(os.readlink(step))  # noqa: PTH115 (it takes text)
        except OSError:  # no link, or nothing there
            here = step
            continue
        yield step
        steps += 1
        if steps > MOST_STEPS:
            return
        here = target.anchor or here
        rest += [part for part in target.parts if part != target.anchor][::-1]
    yield here

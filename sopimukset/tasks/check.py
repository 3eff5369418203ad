"""Checking: all findings of all files, never a byte written in the workspace."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path

from sopimukset.base.data import data_folder
from sopimukset.findings import Finding
from sopimukset.reporting import Report
from sopimukset.reporting.report import fails
from sopimukset.tasks.verdict import FORMAT, Verdict, packed, unpacked
from sopimukset.workspace.cache import TEMPLATES, key_of, open_cache
from sopimukset.workspace.locate import chosen, find_root

NOTHING_CHANGED = "Versiosta {versio} ei ole muuttunut mitään tarkastettavaa."
CHANGED = "Muuttunut versiosta {versio} tai riippuu muuttuneesta: {alueet}."


def answer(
    folder: Path,
    wanted: Collection[str],
    as_of: date,
    *,
    since: str | None = None,
    cached: bool = True,
    strict: bool = False,
    tell: Callable[[str], None] = lambda _: None,
) -> Report:
    """The findings of the wanted regions, remembered ones where nothing has changed.

    Args:
        folder: where to look for the workspace.
        wanted: regions by name; empty for all.
        as_of: the day on which the record is judged.
        since: a revision: only what changed since it, and what depends on that.
        cached: whether a remembered result will do.
        strict: whether a warning counts as a failure.
        tell: takes lines for the user that are no findings.

    Raises:
        WorkspaceError: no workspace, no region, none of that name, or no such revision.
        OutsideFailure: git failed.
    """
    root = find_root(folder)
    names = chosen(root, wanted)
    verdict = _remembered(root, as_of, tell) if cached else _judged(root, as_of)
    libraries = not wanted
    if since is not None:
        from sopimukset.tasks.since import changed_since

        change = changed_since(root, since)
        concerned = change.concerned(verdict.links)
        names = [name for name in names if name in concerned]
        libraries = libraries and change.everything
        text = CHANGED if names else NOTHING_CHANGED
        tell(text.format(versio=since, alueet=", ".join(names)))
    shown = {*names, ""} if libraries else set(names)
    found = tuple(item for item in verdict.findings if item.region in shown)
    lines = verdict.lines
    way = _way_from_repository(root)
    return Report(as_of, found, lambda *place: lines.get(place), names, strict, way)


def _remembered(root: Path, as_of: date, tell: Callable[[str], None]) -> Verdict:
    """The verdict out of the cache, else a fresh one that is put there."""
    cache = open_cache(root, tell)
    shipped = data_folder(TEMPLATES)
    key = key_of(root, shipped, FORMAT, as_of.isoformat())
    content = cache.get(key)
    if content is not None:
        verdict = unpacked(content)
        if verdict is not None:
            return verdict
        cache.broken(key)
    verdict = _judged(root, as_of)
    if verdict.sound and key == key_of(root, shipped, FORMAT, as_of.isoformat()):
        cache.put(key, packed(verdict))  # unless a file changed while it was read
    return verdict


def _judged(root: Path, as_of: date) -> Verdict:
    from sopimukset.tasks.judging import judged

    return judged(root, as_of)


def _way_from_repository(root: Path) -> str:
    """`sopimus/` where the workspace lies in a folder of a repository; "" where it is its top."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            way = root.relative_to(folder).as_posix()
            return "" if way == "." else f"{way}/"
    return ""


def failing(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Whether the findings make a run fail: errors, with `strict` warnings too.

    Acknowledged findings and deadlines never do.
    """
    return any(fails(item, strict=strict) for item in findings)

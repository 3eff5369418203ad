"""What changed behind the workspace's symbolic links, where git sees the same link as before."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sopimukset.git import Repository, opened
from sopimukset.git.links import links_below, way

_ALL = ""
_MOST_NAMED = 500
"""Paths that a command line surely takes; of more of them git is asked for all that changed."""


@dataclass(frozen=True, slots=True)
class Behind:
    """Whose links lead to what changed, or to where git can't tell.

    Attributes:
        names: folders of regions.
        everything: whether what all regions share is behind such a link.
    """

    names: frozenset[str] = frozenset()
    everything: bool = False


def behind_links(repository: Repository, commit: str, own: str, shared: str) -> Behind:
    """What the links of a workspace lead to, as far as it changed since a commit.

    What lies outside the repository, or in another one, may have changed: nobody knows.

    Args:
        repository: seen from the workspace.
        commit: its full id.
        own: the folder whose folders have links of their own.
        shared: the folder whose links concern all.

    Raises:
        GitFailed: git fails.
    """
    ways: dict[str, set[str]] = {}
    for name, link in _links(repository.folder, own, shared):
        ways.setdefault(name, set()).update(way(link))
    if not ways:
        return Behind()
    top = repository.top
    inside = {place: _inside(top, place) for places in ways.values() for place in places}
    changed = _changed(top, commit, {path for path in inside.values() if path is not None})
    found = {name for name, places in ways.items() if _any(map(inside.get, places), changed)}
    return Behind(frozenset(found - {_ALL}), _ALL in found)


def _links(root: Path, own: str, shared: str) -> Iterator[tuple[str, str]]:
    """Each link with the folder whose it is."""
    regions = str(root / own)
    if os.path.islink(regions):  # noqa: PTH114 (as below: text, no Path for each of thousands)
        yield _ALL, regions
    for link in links_below(str(root / shared)):
        yield _ALL, link
    for name in sorted(os.listdir(regions)):  # noqa: PTH208
        for link in links_below(f"{regions}{os.sep}{name}"):
            yield name, link


def _inside(top: Path, place: str) -> str | None:
    """A place as git names it; None where the repository doesn't hold it."""
    path = Path(place)
    if not path.is_relative_to(top):
        return None
    inner = path.relative_to(top)
    above = [top / part for part in (inner, *inner.parents) if part != Path()]
    if ".git" in inner.parts or any((folder / ".git").exists() for folder in above):
        return None
    return inner.as_posix()


def _changed(top: Path, commit: str, paths: Collection[str]) -> frozenset[str]:
    if not paths:
        return frozenset()
    named = sorted(f":(literal){path}" for path in paths) if len(paths) <= _MOST_NAMED else ()
    with opened(top) as whole:
        return whole.changed_since(commit, *named)


def _any(paths: Iterable[str | None], changed: Collection[str]) -> bool:
    """Whether one of the paths is unknown to git, or it or something below it changed."""
    return any(
        path is None
        or (path == "." and bool(changed))
        or any(f"{file}/".startswith(f"{path}/") for file in changed)
        for path in paths
    )

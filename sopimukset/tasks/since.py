"""Which regions a change since a revision concerns: those that changed, and what hangs on them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from sopimukset.git import GitFailed, NoRevision, Repository, opened
from sopimukset.tasks.behind_links import behind_links
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.workspace.locate import RECORD, REGIONS, WorkspaceError

TEMPLATES = "templates"

Links = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Change:
    """What changed since a revision.

    Attributes:
        regions: the folders in which something changed, removed ones included.
        everything: whether all regions are concerned, since templates changed or git can't tell.
        links: what the changed regions were linked with, then.
    """

    regions: frozenset[str]
    everything: bool
    links: frozenset[str]

    def concerned(self, now: Links) -> frozenset[str]:
        """The regions whose findings may have changed.

        What a region was linked with counts as much as what it is linked with: whom it left is
        concerned too.

        Args:
            now: what each region is linked with.
        """
        if self.everything:
            return frozenset(now)
        touched = self.links.union(*(now.get(name, frozenset()) for name in self.regions))
        linked = {name for name, links in now.items() if not links.isdisjoint(touched)}
        return frozenset(linked | (self.regions & now.keys()))


def changed_since(root: Path, revision: str) -> Change:
    """What changed in the workspace since the revision, what is not committed yet included.

    Raises:
        WorkspaceError: there is no such revision, or no repository.
        OutsideFailure: git failed.
    """
    try:
        with opened(root) as repository:
            return _change(repository, repository.commit(revision))
    except NoRevision as error:
        raise WorkspaceError(error.message, error.advice) from error
    except GitFailed as error:
        raise OutsideFailure(error.message, error.advice) from error


def _change(repository: Repository, commit: str) -> Change:
    files = repository.changed_since(commit, REGIONS, TEMPLATES)
    parts = [file.split("/") for file in files]
    behind = behind_links(repository, commit, REGIONS, TEMPLATES)
    named = {part[1] for part in parts if part[0] == REGIONS and len(part) > 1}
    regions = frozenset(named | behind.names)
    everything = behind.everything or any(part[0] == TEMPLATES or len(part) == 1 for part in parts)
    links: set[str] = set()
    for name in sorted(regions):
        path = f"{REGIONS}/{name}/{RECORD}"
        if name in behind.names or not files.isdisjoint((path, f"{REGIONS}/{name}")):
            then = repository.then(commit, path)
            links |= _links_then(name, path, then.content)
            everything |= not then.known  # whom it left can't be told
    return Change(regions, everything, frozenset(links))


def _links_then(name: str, path: str, source: bytes | None) -> frozenset[str]:
    """What the region was linked with, as far as its record could be read then."""
    if source is None:
        return frozenset()
    from sopimukset import register
    from sopimukset.model import Alue
    from sopimukset.tasks.judging import links_of
    from sopimukset.workspace.record import parse_record

    return links_of(name, parse_record(name, path, source, Alue).model, register.load())

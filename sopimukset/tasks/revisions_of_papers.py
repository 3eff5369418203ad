"""In which commit the contents that documents were made of came into the history.

A paper holds ids of contents, not of commits, so the commit is looked for when it is asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopimukset.documents.provenance import Origin
from sopimukset.git import GitError, opened
from sopimukset.git.log import first_holding
from sopimukset.workspace.locate import REGIONS


@dataclass(frozen=True, slots=True)
class Revision:
    """When a file came to hold what a document was made of.

    Attributes:
        commit: the full id of the first commit with that content.
        day: the day on which it was written.
    """

    commit: str
    day: date


def revisions(
    root: Path, regions: Iterable[str], origins: Iterable[Origin]
) -> Mapping[tuple[str, str, str], Revision]:
    """The revisions of the files that documents were made of, where git knows them.

    One git for all of them. Only folders of regions that are there are asked for, since what a
    document tells of itself may be anything.

    Args:
        root: the workspace.
        regions: the names of its regions.
        origins: what the documents tell of themselves.

    Returns:
        By region, file and the id of its content.
    """
    known = frozenset(regions)
    wanted = {
        (f"{REGIONS}/{origin.region}/{file}", blob): (origin.region, file, blob)
        for origin in origins
        if origin.region in known
        for file, blob in origin.sources
    }
    folders = sorted({f"{REGIONS}/{region}" for region, _, _ in wanted.values()})
    if not folders:
        return {}
    try:
        with opened(root) as repository:
            found = first_holding(repository, wanted.keys(), *folders)
    except GitError:
        return {}
    return {
        wanted[place]: Revision(commit.id, commit.date.date()) for place, commit in found.items()
    }

"""The changes of a region in a period, for a report; what can't be read is said, not raised."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sopimukset.base.periods import Period, day_before
from sopimukset.base.speech import mark
from sopimukset.documents.report.matter import Past
from sopimukset.git import GitError, GitFailed, NoRevision, Repository, opened
from sopimukset.history.changelog import Entry, Versions, region_log
from sopimukset.history.revisions import Point, Span, day_of, point
from sopimukset.history.stories import stories

NO_HISTORY = mark("versionhallintaa ei ole käytettävissä")
NOTHING_YET = mark("tallennettu historia alkaa vasta jakson jälkeen")
PARTIAL = mark("historiasta on haettu vain osa")
DAMAGED = mark("historiaa ei voitu lukea kokonaan")


def changes_in(root: Path, key: str, period: Period) -> Past:
    """What changed in a region between the day before a period and its last day.

    Args:
        root: the workspace.
        key: the region's `alue` key.
        period: the days; where nothing was saved before them, all that was saved in them counts.
    """
    try:
        with opened(root) as repository:
            if repository.shallow:
                return Past(unreadable=PARTIAL)
            return _changes(repository, root, key, period)
    except NoRevision:
        return Past(unreadable=NO_HISTORY)
    except GitFailed:
        return Past(unreadable=DAMAGED)
    except GitError:
        return Past(unreadable=NO_HISTORY)


def _changes(repository: Repository, root: Path, key: str, period: Period) -> Past:
    newer = _on(repository, period.end)
    older = _on(repository, day_before(period.start))
    if newer is None:
        return Past(unreadable=NOTHING_YET)
    if older is not None and older.commit == newer.commit:
        return Past()
    stretch = Span(older, newer)
    versions = Versions(repository, stretch)
    entries = [
        entry
        for story in stories(repository, root, [key], stretch)
        for entry in region_log(story, versions).entries
    ]
    if older is not None:
        return Past(tuple(entries))
    return _since_first(entries)


def _since_first(entries: list[Entry]) -> Past:
    """The changes after the first saved state, which was put down whole and is no change."""
    if not entries:
        return Past()
    first = entries[0].moment
    later = tuple(item for item in entries if item.moment.revision != first.revision)
    return Past(later, since=day_of(first.date) if first.date else None)


def _on(repository: Repository, day: date) -> Point | None:
    """What stood at the end of a day; None where nothing had been saved by then."""
    try:
        return point(repository, f"@{day.isoformat()}")
    except NoRevision:
        return None

"""Changes between two states of a region: typed, graded, with what was and is, and none lost."""

from __future__ import annotations

from sopimukset.history.changes.change import Change
from sopimukset.history.changes.detect import changes
from sopimukset.history.changes.grading import Grade, graded
from sopimukset.history.changes.kinds import GENERAL, Kind
from sopimukset.history.changes.levels import Level
from sopimukset.history.changes.places import Key, Path, path_text
from sopimukset.history.changes.records import Records, records_applied

__all__ = [
    "GENERAL",
    "Change",
    "Grade",
    "Key",
    "Kind",
    "Level",
    "Path",
    "Records",
    "changes",
    "graded",
    "path_text",
    "records_applied",
]

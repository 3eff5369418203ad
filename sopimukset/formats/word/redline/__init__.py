"""Tracked changes between two Word documents, and documents with their changes resolved.

Knows packages and nothing of what a document is about.
"""

from __future__ import annotations

from sopimukset.formats.word.redline.accepted import Accepted, accepted
from sopimukset.formats.word.redline.counting import Count, count_changes
from sopimukset.formats.word.redline.engine import redline
from sopimukset.formats.word.redline.moments import Saved, saved
from sopimukset.formats.word.redline.normal import normal_form
from sopimukset.formats.word.redline.resolve import accept_all, has_changes, reject_all

__all__ = [
    "Accepted",
    "Count",
    "Saved",
    "accept_all",
    "accepted",
    "count_changes",
    "has_changes",
    "normal_form",
    "redline",
    "reject_all",
    "saved",
]

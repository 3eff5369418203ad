"""Tracked changes between two Word documents, and documents with their changes resolved.

Knows packages and nothing of what a document is about.
"""

from __future__ import annotations

from sopimukset.formats.word.redline.engine import redline
from sopimukset.formats.word.redline.normal import normal_form
from sopimukset.formats.word.redline.resolve import accept_all, has_changes, reject_all

__all__ = ["accept_all", "has_changes", "normal_form", "redline", "reject_all"]

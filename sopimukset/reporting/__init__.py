"""How findings and explanations are shown: as text for people, as JSON for programs."""

from __future__ import annotations

from sopimukset.reporting.report import Report, counts, renderer, worst

__all__ = ["Report", "counts", "renderer", "worst"]

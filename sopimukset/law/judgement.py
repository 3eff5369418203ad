"""How grave a hit is on a day (spec, ideas 9 and 10)."""

from __future__ import annotations

from datetime import date

from sopimukset.findings import Severity
from sopimukset.law.rule import Hit, Rule


def severity_of(rule: Rule, hit: Hit, as_of: date, *, in_preparation: bool) -> Severity:
    """What is wrong today, will be wrong, or was wrong.

    What is wrong on the as-of day has the rule's severity; what will be wrong is a deadline; a
    past gap can't be mended and is information. In a region in preparation what is missing, today
    or later, is an open point, but what contradicts the law stays what it is.
    """
    severity = hit.severity or rule.severity_on(as_of)
    is_past = hit.during is not None and hit.during.end < as_of
    if is_past:
        return Severity.INFO
    if in_preparation and hit.missing:
        return Severity.OPEN
    is_future = hit.during is not None and as_of < hit.during.start
    if is_future and severity is not Severity.INFO:
        return Severity.DEADLINE
    return severity

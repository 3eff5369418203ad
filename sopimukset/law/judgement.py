"""How grave a hit is on a day (spec, ideas 9 and 10)."""

from __future__ import annotations

from datetime import date

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Rule

AGREED_ON = ("A", "T36")
"""The rules that ask what an agreement's parties have agreed on: a family, and one more. What else
the families P and T ask of an agreement, its papers and record, can be mended after its end too."""


def severity_of(
    rule: Rule, hit: Hit, as_of: date, *, in_preparation: bool, ended: bool = False
) -> Severity:
    """What is wrong today, will be wrong, or was wrong.

    What is wrong on the as-of day has the rule's severity; what will be wrong is a deadline; a
    past gap can't be mended and is information. In a region in preparation what is missing, today
    or later, is an open point, but what contradicts the law stays what it is.

    Args:
        rule: the rule that found it.
        hit: what it found.
        as_of: the day on which it is judged.
        in_preparation: whether the region is in preparation.
        ended: whether it is a matter of an agreement that has ended: nobody can mend that any more.
    """
    severity = hit.severity or rule.severity_on(as_of)
    is_past = hit.during is not None and hit.during.end < as_of
    if is_past or ended:
        return Severity.INFO
    if in_preparation and hit.missing:
        return Severity.OPEN
    is_future = hit.during is not None and as_of < hit.during.start
    if is_future and severity is not Severity.INFO:
        return Severity.DEADLINE
    return severity


def has_ended(rule: Rule, hit: Hit, subject: object) -> bool:
    """Whether a hit tells what was agreed on in an agreement that no longer holds.

    That no agreement holds is told at the newest one, with the days on which none does (A01), so
    of what rules of groups find only that counts which has no days of its own.
    """
    if not rule.code.startswith(AGREED_ON):
        return False
    if isinstance(subject, GroupCase) and hit.during is None and hit.path[0] == "sopimukset":
        subject = subject.region.agreements[int(hit.path[1])]
    if not isinstance(subject, AgreementCase) or subject.validity is None:
        return False
    return subject.validity.end < subject.as_of

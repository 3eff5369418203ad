"""Appeal periods of decisions, by the kind of body, and what ends with them.

A claim for review is made within 14 days of being informed, an appeal within 30 (410/2015 138 §,
611/2021 143 §); a member of the municipality or the county is held to be informed on the seventh
day after the minutes are seen on the net (410/2015 140 § 3 mom, 611/2021 145 § 3 mom). A period
that would end on a holiday or a Saturday ends on the next working day (150/1930 5 §). Of Kela's
decisions we know no such rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.periods import BEGINNING, add_days, day_before
from sopimukset.base.workdays import working_day_from
from sopimukset.model import Kielitekstit
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role
from sopimukset.tracking.source import Source, law, record

if TYPE_CHECKING:
    from sopimukset.model import Paatos, Teksti
    from sopimukset.model.paths import Path

REVIEW_DAYS, APPEAL_DAYS = 14, 30
INFORMED_DAYS = 7
"""Days from the publication of the minutes."""

COUNCILS = ("valtuusto", "yhtymäkokou", "fullmäktige", "stämma")
"""How a body's name tells that it is the highest one, whose decisions are appealed at once."""


class AppealRule(NamedTuple):
    """How decisions of a body are appealed.

    Attributes:
        days: of the period, from being informed.
        council: whether the body is the highest one: an appeal, no claim for review.
        period: the provision on the period.
        informed: the provision by which members are held to be informed.
        removal: the provision by which personal data are taken off the net when the period ends.
    """

    days: int
    council: bool
    period: str
    informed: str
    removal: str

    def last_day(self, published: date) -> date:
        """The last day of the period for members, from the day on which the minutes were seen."""
        return working_day_from(add_days(published, INFORMED_DAYS + self.days))

    def latest_publication(self, ended_by: date) -> date:
        """The last day of publication from which the period has ended by a day."""
        day = add_days(ended_by, -INFORMED_DAYS - self.days)
        while self.last_day(day) > ended_by and day > BEGINNING:
            day = day_before(day)
        return day


_ACTS = {
    AUTHORITY: ("410/2015 138 §", "410/2015 140 § 3 mom", "410/2015 140 § 1 mom"),
    COUNTY: ("611/2021 143 §", "611/2021 145 § 3 mom", "611/2021 145 § 1 mom"),
}
"""In Helsinki the city's decisions in the county's tasks follow 611/2021 (615/2021 17 § 2 mom)."""


def appeal_rule(role: Role | None, body: Teksti | None) -> AppealRule | None:
    """How the decisions of a party's body are appealed; None where no rule is known (Kela)."""
    acts = _ACTS.get(role.kind) if role else None
    if acts is None:
        return None
    council = is_council(body)
    return AppealRule(APPEAL_DAYS if council else REVIEW_DAYS, council, *acts)


def is_council(body: Teksti | None) -> bool:
    """Whether a body's name, in either language, tells that it is a council."""
    names = (body.fi, body.sv) if isinstance(body, Kielitekstit) else (body,)
    return any(word in (name or "").casefold() for name in names for word in COUNCILS)


@dataclass(frozen=True, slots=True)
class Appeal:
    """The appeal period of a recorded decision.

    Attributes:
        path: the decision's place in the record.
        decided: the day of the decision.
        last_day: the last day of the period.
        source: the record's own field, or the provision by which the day was reckoned.
        rule: how the body's decisions are appealed; None where no rule is known.
        final: the day from which the decision is recorded to be final; None where none is.
    """

    path: Path
    decided: date | None
    last_day: date
    source: Source
    rule: AppealRule | None
    final: date | None

    def runs_on(self, day: date) -> bool:
        """Whether the decision may still be appealed on the day."""
        is_final = self.final is not None and self.final <= day
        is_made = self.decided is None or self.decided <= day
        return is_made and not is_final and day <= self.last_day


def appeal_of(decision: Paatos, role: Role | None, path: Path) -> Appeal | None:
    """The appeal period of a decision; None where the record tells no day to reckon it from."""
    rule = appeal_rule(role, decision.tekija)
    if decision.muutoksenhaku_paattyy is not None:
        source, last = record("muutoksenhaku_paattyy"), decision.muutoksenhaku_paattyy
    elif decision.julkaistu is not None and rule is not None:
        source, last = law(f"{rule.period}, {rule.informed}"), rule.last_day(decision.julkaistu)
    else:
        return None
    return Appeal(path, decision.pvm, last, source, rule, decision.lainvoimainen)

"""G15: an employment authority has named the leader and the leader's deputy."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.periods import Period, add_months, gaps
from sopimukset.findings import Severity
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.facts import LED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import JohtavaHenkilo
from sopimukset.tracking.terms import GRACE_MONTHS, periods_of

NONE = "Yhteistoimintamallin organisoinnille ei ole kirjattu: {kuka}."
GAP = "Yhteistoimintamallin organisoinnilta puuttuu {kuka}: {aika}."
ADVICE = "Kirjaa työvoimaviranomaisen nimeämä henkilö kohtaan johtavat_henkilot."
WRONG = "Johtavan henkilön nimeäjä ei ole johtoryhmän työvoimaviranomainen."
WRONG_ADVICE = "Johtavan henkilön ja varahenkilön nimeää työvoimaviranomainen."
OTHER = "Johtavan henkilön nimeää muu työvoimaviranomainen kuin viranomaiset ovat sopineet."
OTHER_ADVICE = "Tarkista nimeaja tai kohta sopimus_asettajasta."
NAMER = "Johtavan henkilön nimeäjää ei ole kirjattu."
NAMER_ADVICE = "Kirjaa työvoimaviranomainen, joka nimeää (nimeaja)."


def check(group: GroupCase) -> Iterator[Hit]:
    """Days without a leader or a deputy, and a namer who is not the right authority."""
    if group.span is None:
        return  # G14 asks for the term
    people = group.leaders
    for deputy, who in ((False, "johtava henkilö"), (True, "varahenkilö")):
        days = periods_of((item.person for item in people if item.deputy is deputy), group.span)
        yield from _without(group, group.span, days, who)
    for index, task in enumerate(group.model.johtavat_henkilot):
        yield from _namer(group, (*group.path, "johtavat_henkilot", index), task)


def _without(group: GroupCase, span: Period, days: list[Period], who: str) -> Iterator[Hit]:
    place = group.path
    if group.model.johtavat_henkilot:
        place = (*place, "johtavat_henkilot")
    values = {"kuka": who}
    if not days:
        lighter = _lighter(group, span)
        yield Hit(place, NONE, ADVICE, values, during=span, missing=True, severity=lighter)
        return
    for gap in gaps(span, days):
        if not _mended_in_time(group, gap):
            lighter = _lighter(group, gap)
            yield Hit(place, GAP, ADVICE, values, during=gap, missing=True, severity=lighter)


def _grace(group: GroupCase, gap: Period) -> Period | None:
    """From the gap's first day to the day that is some months after its term's first.

    Months end on the day of the same number (150/1930 3 §). A gap may begin before its term, where
    no term holds; None for one that begins in mid-term.
    """
    in_a_term = group.in_force(gap.start)
    for term in group.terms:
        last = add_months(term.start, GRACE_MONTHS)
        if term.start <= gap.start < last or (term.start in gap and not in_a_term):
            return Period(gap.start, last)
    return None


def _mended_in_time(group: GroupCase, gap: Period) -> bool:
    """Whether somebody was appointed by the last day of grace: the gap ends the day before."""
    grace = _grace(group, gap)
    return grace is not None and gap.end < grace.end


def _lighter(group: GroupCase, gap: Period) -> Severity | None:
    grace = _grace(group, gap)
    return Severity.WARNING if grace is not None and group.as_of in grace else None


def _namer(group: GroupCase, path: Path, task: JohtavaHenkilo) -> Iterator[Hit]:
    tunnus = task.nimeaja
    role = group.region.role(tunnus)
    agreement = group.model.sopimus_asettajasta
    agreed = group.region.role(agreement.johtavan_henkilon_nimeaja if agreement else None)
    if tunnus is None:
        yield Hit(path, NAMER, NAMER_ADVICE, missing=True)
    elif group.roles and role not in (NOBODY, *group.authorities):
        yield Hit((*path, "nimeaja"), WRONG, WRONG_ADVICE)
    elif (
        agreed in group.authorities
        and role not in (NOBODY, agreed)
        and not _named_before(group, task)
    ):
        yield Hit((*path, "nimeaja"), OTHER, OTHER_ADVICE)


def _named_before(group: GroupCase, task: JohtavaHenkilo) -> bool:
    """Whether all were named before the agreement of the authorities that the record holds."""
    people = (*task.nimetyt, *task.varahenkilot)
    days = [person.nimetty or person.alkaen for person in people]
    return bool(days) and all(map(group.made_before_agreement, days))


RULE = Rule(
    code="G15",
    title="Työvoimaviranomainen on nimennyt johtavan henkilön ja varahenkilön",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom", "388/2024 4 § 1 mom"),
    grade="A",
    decides="Tarkastelupäivä. Toimikauden alun kolmen kuukauden raja on ohjelman oma.",
    scope=Scope.GROUP,
    check=check,
    settled=LED,
)

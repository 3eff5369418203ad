"""G15: an employment authority has named the leader and the leader's deputy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.periods import Period, add_months, gaps
from sopimukset.findings import Severity
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._leaders import leaders
from sopimukset.tracking.terms import periods_of

GRACE_MONTHS = 3
"""A group needs some time after its setting. Our own threshold, not the law's."""

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
    people = list(leaders(group))
    for deputy, who in ((False, "johtava henkilö"), (True, "varahenkilö")):
        days = periods_of((item.person for item in people if item.deputy is deputy), group.span)
        yield from _without(group, group.span, days, who)
    for index, task in enumerate(group.model.johtavat_henkilot):
        yield from _namer(group, (*group.path, "johtavat_henkilot", index), task.nimeaja)


def _without(group: GroupCase, span: Period, days: list[Period], who: str) -> Iterator[Hit]:
    grace_ends = add_months(span.start, GRACE_MONTHS)
    place = group.path
    if group.model.johtavat_henkilot:
        place = (*place, "johtavat_henkilot")
    values = {"kuka": who}
    if not days:
        lighter = Severity.WARNING if group.as_of < grace_ends else None
        yield Hit(place, NONE, ADVICE, values, missing=True, severity=lighter)
        return
    for gap in gaps(span, days):
        if not _is_start(gap, span, grace_ends):
            yield Hit(place, GAP, ADVICE, values, during=gap, missing=True)


def _is_start(gap: Period, span: Period, grace_ends: date) -> bool:
    """Whether the gap is the group's own beginning, before a first appointment made in time."""
    return gap.start == span.start and gap.end < grace_ends


def _namer(group: GroupCase, path: Path, tunnus: str | None) -> Iterator[Hit]:
    role = group.region.role(tunnus)
    agreement = group.model.sopimus_asettajasta
    agreed = group.region.role(agreement.johtavan_henkilon_nimeaja if agreement else None)
    if tunnus is None:
        yield Hit(path, NAMER, NAMER_ADVICE, missing=True)
    elif group.roles and role not in (NOBODY, *group.authorities):
        yield Hit((*path, "nimeaja"), WRONG, WRONG_ADVICE)
    elif NOBODY not in (agreed, role) and role != agreed and len(group.authorities) > 1:
        yield Hit((*path, "nimeaja"), OTHER, OTHER_ADVICE)


RULE = Rule(
    code="G15",
    title="Työvoimaviranomainen on nimennyt johtavan henkilön ja varahenkilön",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom", "388/2024 4 § 1 mom"),
    grade="A",
    decides="Tarkastelupäivä. Toimikauden kolme ensimmäistä kuukautta on oma kynnyksemme.",
    scope=Scope.GROUP,
    check=check,
)

"""G08: every member has a personal deputy named by the same organisation."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.periods import ALWAYS, Period, gaps, merged
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import DEPUTISED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Jasenyys
from sopimukset.tracking.roles import PARTNER, Role
from sopimukset.tracking.terms import periods_of

NONE = "Jäsenelle ei ole kirjattu henkilökohtaista varajäsentä."
GAP = "Jäsenellä ei ole henkilökohtaista varajäsentä: {aika}."
ADVICE = "Nimetkää varajäsen ja kirjatkaa hänet jäsenyyden kohtaan varajasenet."
OTHER = "Varajäsenen on nimennyt eri organisaatio kuin jäsenen."
OTHER_ADVICE = "Jäsenen ja hänen varajäsenensä nimeää sama organisaatio. Tarkista nimeaja."
OWN = "Jäsen on kirjattu omaksi varajäsenekseen: {aika}."
OWN_ADVICE = "Varajäsen on eri henkilö kuin jäsen. Tarkista avain henkilo."
SHARED = "Sama henkilö on kahden jäsenen henkilökohtainen varajäsen: {aika}."
SHARED_ADVICE = (
    "Varajäsen voi olla kokouksessa vain yhden jäsenen tilalla. Harkitkaa toista varajäsentä."
)


def check(group: GroupCase) -> Iterator[Hit]:
    """Days on which a named member has no deputy; a deputy of the wrong organisation or of two."""
    span = group.span or ALWAYS
    for (path, seat, role), named in zip(group.seats, group.seated, strict=True):
        if role.kind == PARTNER:
            continue  # G09: the decree knows no such member
        yield from _without_deputy(path, seat, merged(named), span)
        yield from _of_another(path, seat)
        yield from _own(path, seat)
    yield from _shared(group, span)


def _without_deputy(path: Path, seat: Jasenyys, named: list[Period], span: Period) -> Iterator[Hit]:
    if not seat.varajasenet:
        for days in named:
            yield Hit(path, NONE, ADVICE, during=days, missing=True)
        return
    deputies = periods_of(seat.varajasenet, span)
    for days in named:
        for gap in gaps(days, deputies):
            yield Hit((*path, "varajasenet"), GAP, ADVICE, during=gap, missing=True)


def _of_another(path: Path, seat: Jasenyys) -> Iterator[Hit]:
    for index, deputy in enumerate(seat.varajasenet):
        if deputy.nimeaja is not None and deputy.nimeaja != seat.nimeaja:
            place = (*path, "varajasenet", index, "nimeaja")
            yield Hit(place, OTHER, OTHER_ADVICE, during=deputy.jakso)


def _own(path: Path, seat: Jasenyys) -> Iterator[Hit]:
    for index, deputy in enumerate(seat.varajasenet):
        if deputy.henkilo is None:
            continue
        for person in seat.nimetyt:
            same = deputy.henkilo == person.henkilo
            if same and deputy.jakso and person.jakso:
                both = deputy.jakso.intersection(person.jakso)
                if both is not None:
                    yield Hit((*path, "varajasenet", index), OWN, OWN_ADVICE, during=both)


def _by_name(group: GroupCase) -> list[tuple[Path, Jasenyys, Role]]:
    """The memberships by identifier, so that the file's order chooses no one to be told of."""
    return sorted(group.seats, key=lambda item: item[1].tunnus)


def _shared(group: GroupCase, span: Period) -> Iterator[Hit]:
    held: dict[str, list[tuple[int, Period]]] = {}
    for number, (path, seat, _) in enumerate(_by_name(group)):
        for index, deputy in enumerate(seat.varajasenet):
            if deputy.henkilo is None:
                continue
            days = deputy.jakso and deputy.jakso.intersection(span)
            if days is None:
                continue
            for other, earlier in held.setdefault(deputy.henkilo, []):
                both = earlier.intersection(days)
                if other != number and both is not None:
                    place = (*path, "varajasenet", index)
                    yield Hit(place, SHARED, SHARED_ADVICE, during=both, severity=Severity.WARNING)
            held[deputy.henkilo].append((number, days))


RULE = Rule(
    code="G08",
    title="Jokaisella jäsenellä on saman organisaation nimeämä henkilökohtainen varajäsen",
    severity=Severity.ERROR,
    citations=("388/2024 1 § 2 mom",),
    grade="A",
    decides="Tarkastelupäivä: varajäsenen on silloin oltava nimetty.",
    scope=Scope.GROUP,
    check=check,
    settled=DEPUTISED,
)

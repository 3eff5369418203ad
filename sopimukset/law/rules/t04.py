"""T04: a seat is not vacant between the persons named to it."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.periods import Period, gaps, limited
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.terms import periods_of

VACANT = "Jäsenyydessä ei ole ketään: {aika}."
ADVICE = "Nimetkää jäsen, tai kirjatkaa, mistä päivästä hän on ollut jäsen."
NOBODY_YET = "Jäsenyyteen ei ole kirjattu ketään."


def check(group: GroupCase) -> Iterator[Hit]:
    """Vacant days of a seat whose namer has another member; without one it is G07's to tell."""
    if group.span is None:
        return
    for path, seat, role in group.seats:
        named = periods_of(seat.nimetyt, group.span)
        others = group.named_by.get(role, [])
        if not seat.nimetyt and others:
            yield Hit(path, NOBODY_YET, ADVICE, missing=True)
            continue
        if not named:
            continue
        since_first = Period(min(named).start, group.span.end)  # a seat may be added in mid-term
        for gap in gaps(since_first, named):
            for vacant in limited(others, gap):
                yield Hit((*path, "nimetyt"), VACANT, ADVICE, during=vacant, missing=True)


RULE = Rule(
    code="T04",
    title="Jäsenyys on täytetty koko toimikauden",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Tarkastelupäivä: virhe näkyy niinä päivinä, joina paikka on tyhjä.",
    scope=Scope.GROUP,
    check=check,
)

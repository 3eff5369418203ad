"""T04: a seat is not vacant between the persons named to it."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.periods import Period, gaps, limited
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import SEATED
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.model import Jasenyys
from sopimukset.tracking.terms import periods_of

VACANT = "Jäsenyydessä ei ole ketään: {aika}."
ADVICE = "Nimetkää jäsen, tai kirjatkaa, mistä päivästä hän on ollut jäsen."
NOBODY_YET = "Jäsenyyteen ei ole kirjattu ketään."


def check(group: GroupCase) -> Iterator[Hit]:
    """Vacant days of a seat whose namer has another member; without one it is G07's to tell."""
    if group.span is None:
        return
    for (path, seat, role), named in zip(group.seats, group.seated, strict=True):
        others = group.named_by.get(role, [])
        if not seat.nimetyt and others:
            yield Hit(path, NOBODY_YET, ADVICE, missing=True)
        if not named:
            continue
        since_first = Period(min(named).start, group.span.end)  # a seat may be added in mid-term
        for gap in gaps(since_first, named):
            for there in limited(others, gap):
                for vacant in gaps(there, _in_office(group, seat, group.span)):
                    yield Hit((*path, "nimetyt"), VACANT, ADVICE, during=vacant, missing=True)


def _in_office(group: GroupCase, seat: Jasenyys, span: Period) -> list[Period]:
    """The days on which the seat chairs: then its vacancy is G10's or G11's to tell."""
    holders = (*group.model.puheenjohtaja, *group.model.varapuheenjohtaja)
    return periods_of((item for item in holders if item.jasen == seat.tunnus), span)


RULE = Rule(
    code="T04",
    title="Jäsenyys on täytetty koko toimikauden",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Tarkastelupäivä: virhe näkyy niinä päivinä, joina paikka on tyhjä.",
    scope=Scope.GROUP,
    check=check,
    settled=SEATED,
)

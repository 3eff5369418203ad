"""Costs against the budget, as the follow-up tells them (381/2023 10 § 2 mom)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.facts import NBSP
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.report.staff import total
from sopimukset.documents.resources import WORDS
from sopimukset.formats.paper import Block, Bullets, Column, Table, Text
from sopimukset.model import Kustannus, Seuranta
from sopimukset.model.seuranta import KustannusToteuma

NONE = mark("Kustannusten toteumaa ei ole kirjattu tälle jaksolle.")
ALL = mark("Yhteensä")


def told_costs(
    matter: Matter, pen: Pen, before: Seuranta | None, year_ago: Seuranta | None
) -> Iterator[Block]:
    """Budget, outcome and share used, with the outcomes of the periods to compare with."""
    rows = matter.current.model.kustannukset
    if not rows:
        yield Text(pen.say(NONE))
        return
    told = [_row(item, matter, pen, before, year_ago) for item in rows]
    if len(rows) > 1:
        told.append(_sum(rows, pen, before, year_ago))
    yield Table(
        pen.say("Kustannukset ja talousarvio, euroa"),
        (
            Column(pen.say("Kustannus"), 0.28),
            Column(pen.say("Talousarvio"), 0.15, "right"),
            Column(pen.say("Toteuma"), 0.15, "right"),
            Column(pen.say("Käytetty"), 0.12, "right"),
            Column(pen.say("Edellinen jakso"), 0.15, "right"),
            Column(pen.say("Vuotta aiemmin"), 0.15, "right"),
        ),
        tuple(told),
        strong=(len(rows),) if len(rows) > 1 else (),
    )
    notes = [
        f"{_name(item.kustannus, matter, pen)}: {pen.sentence(item.selite)}"
        for item in rows
        if item.selite is not None
    ]
    if notes:
        yield Bullets(tuple(notes))


def _row(
    item: KustannusToteuma,
    matter: Matter,
    pen: Pen,
    before: Seuranta | None,
    year_ago: Seuranta | None,
) -> tuple[str, ...]:
    return (
        _name(item.kustannus, matter, pen),
        pen.amount(item.talousarvio),
        pen.amount(item.toteuma),
        share(item.toteuma, item.talousarvio, pen),
        pen.amount(_outcome(before, item.kustannus)),
        pen.amount(_outcome(year_ago, item.kustannus)),
    )


def _sum(
    rows: tuple[KustannusToteuma, ...], pen: Pen, before: Seuranta | None, year_ago: Seuranta | None
) -> tuple[str, ...]:
    budget = total([item.talousarvio for item in rows])
    outcome = total([item.toteuma for item in rows])
    earlier = [
        total([_outcome(period, item.kustannus) for item in rows]) for period in (before, year_ago)
    ]
    return (
        pen.say(ALL),
        pen.amount(budget),
        pen.amount(outcome),
        share(outcome, budget, pen),
        *map(pen.amount, earlier),
    )


def share(part: Decimal | None, whole: Decimal | None, pen: Pen) -> str:
    """The part as whole per cents of the whole."""
    if part is None or not whole:
        return pen.amount(None)
    return f"{pen.amount(round(100 * part / whole))}{NBSP}%"


def _outcome(period: Seuranta | None, cost: str | None) -> Decimal | None:
    if period is None:
        return None
    return next((item.toteuma for item in period.kustannukset if item.kustannus == cost), None)


def _name(tunnus: str | None, matter: Matter, pen: Pen) -> str:
    """What a cost is for, as the agreement tells."""
    cost = _cost(tunnus, matter)
    words = [pen.say(WORDS.get(item, item)) for item in cost.kattaa] if cost else []
    told = ", ".join(words) or tunnus or pen.amount(None)
    return f"{told[:1].upper()}{told[1:]}"


def _cost(tunnus: str | None, matter: Matter) -> Kustannus | None:
    return next(
        (
            cost
            for agreement in matter.holdings.alue.sopimukset
            for cost in agreement.kustannukset
            if cost.tunnus == tunnus
        ),
        None,
    )

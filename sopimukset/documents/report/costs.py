"""Costs against the budget, as the follow-up tells them (381/2023 10 § 2 mom)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from sopimukset.base.amounts import NBSP
from sopimukset.base.speech import mark
from sopimukset.documents.report.beside import amounts, pair_columns
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.resources import WORDS
from sopimukset.formats.paper import Block, Bullets, Column, Table, Text
from sopimukset.tracking.followup import CostLine

NONE = mark("Kustannusten toteumaa ei ole kirjattu tälle jaksolle.")
ALL = mark("Yhteensä")
ELAPSED = mark("Jakso on {osuus} vuodesta. Talousarvio on vuoden.")

OTHER_BUDGET = mark(
    "Talousarvio on seurannassa {oma} euroa, mutta sopimuksessa on sovittu {sovittu} euroa "
    "vuodessa."
)


def told_costs(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Budget, outcome and share used, with the outcomes of the periods to compare with."""
    lines = matter.follow.costs
    if not lines:
        yield Text(pen.say(NONE))
        return
    told = [_row(item, matter, pen) for item in lines]
    if len(lines) > 1:
        told.append(_sum(lines, matter, pen))
    yield Table(
        pen.say("Kustannukset ja talousarvio, euroa"),
        (
            Column(pen.say("Kustannus"), 0.28),
            Column(pen.say("Talousarvio"), 0.15, "right"),
            Column(pen.say("Toteuma"), 0.15, "right"),
            Column(pen.say("Käytetty"), 0.12, "right"),
            *pair_columns(matter, pen, 0.15, 0.15),
        ),
        tuple(told),
        strong=(len(lines),) if len(lines) > 1 else (),
    )
    elapsed = lines[0].elapsed
    if elapsed is not None and elapsed != 100:
        yield Text(pen.tell(ELAPSED, osuus=_per_cent(elapsed, pen)), "small")
    notes = tuple(filter(None, (_note(item, pen) for item in lines)))
    if notes:
        yield Bullets(notes)


def _note(item: CostLine, pen: Pen) -> str:
    """That the follow-up has another budget than the agreement, and why the outcome differs."""
    told = []
    if item.agreed_otherwise is not None:
        budgets = {"oma": pen.amount(item.budget), "sovittu": pen.amount(item.agreed_otherwise)}
        told.append(pen.tell(OTHER_BUDGET, **budgets))
    if item.row.selite is not None:
        told.append(pen.sentence(item.row.selite))
    return f"{_name(item, pen)}: {' '.join(told)}" if told else ""


def _row(item: CostLine, matter: Matter, pen: Pen) -> tuple[str, ...]:
    return (
        _name(item, pen),
        pen.amount(item.budget),
        pen.amount(item.actual),
        _per_cent(item.used, pen),
        *amounts(item.previous, item.last_year, matter, pen),
    )


def _sum(lines: tuple[CostLine, ...], matter: Matter, pen: Pen) -> tuple[str, ...]:
    budget, actual = total([item.budget for item in lines]), total([item.actual for item in lines])
    used = actual * 100 / budget if actual is not None and budget else None
    return (
        pen.say(ALL),
        pen.amount(budget),
        pen.amount(actual),
        _per_cent(used, pen),
        *amounts(
            total([item.previous for item in lines]),
            total([item.last_year for item in lines]),
            matter,
            pen,
        ),
    )


def total(amounts: list[Decimal | None]) -> Decimal | None:
    """The sum; None where one of the amounts isn't recorded, for then it isn't known."""
    known = [item for item in amounts if item is not None]
    return sum(known, Decimal()) if known and len(known) == len(amounts) else None


def _per_cent(value: Decimal | None, pen: Pen) -> str:
    """Whole per cents."""
    return pen.amount(None) if value is None else f"{pen.amount(round(value))}{NBSP}%"


def _name(item: CostLine, pen: Pen) -> str:
    """What a cost is for, as the agreement tells; its key where no agreement holds it."""
    words = [pen.say(WORDS.get(word, word)) for word in item.cost.kattaa] if item.cost else []
    told = ", ".join(words) or item.row.kustannus or pen.amount(None)
    return f"{told[:1].upper()}{told[1:]}"

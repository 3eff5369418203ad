"""The wheel tells what has been done from what is open, without colours, and so does its table."""

from __future__ import annotations

from datetime import date

import pytest

from sopimukset.base.periods import Period
from sopimukset.documents.facts import Facts
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.year_wheel_blocks import year_wheel_blocks
from sopimukset.formats.figures.drawing import Label
from sopimukset.formats.paper import Figure, Table
from sopimukset.register import load
from sopimukset.tracking.year_plan import PlanEntry, PlanKind, PlanMatter
from tests.support.states import alue

DAY, LAST = date(2026, 3, 10), date(2026, 12, 31)
SIGN = "\N{BLACK CIRCLE}"


def review(done: date | None) -> PlanEntry:
    day = done or LAST
    counts = {"vuosi": 2026}
    days = Period(day, day)
    return PlanEntry(PlanKind.REVIEW, days, PlanMatter.REVIEW, counts=counts, done=done)


def shown(done: date | None, today: date | None) -> tuple[list[str], Figure, Table]:
    """The labels of a year's wheel with one review, the wheel and its table."""
    pen = Pen(Facts(alue(), "fi"), load())
    figure, table = year_wheel_blocks([review(done)], 2026, pen, today)
    assert isinstance(figure, Figure)
    assert isinstance(table, Table)
    labels = [item.text for item in figure.drawing.shapes if isinstance(item, Label)]
    return [text.replace("\u00a0", " ") for text in labels], figure, table


@pytest.mark.parametrize(("today", "told"), [(None, "päivä kirjattu"), (DAY, "tehty")])
def test_a_done_review_bears_a_sign_that_the_legend_explains(today: date | None, told: str) -> None:
    labels, figure, _ = shown(DAY, today)
    assert f"{SIGN} 10.3. henkilöstö" in labels
    assert {SIGN, told} <= set(labels)
    assert figure.alternative.endswith(f"Merkki {SIGN} kohdan edessä: {told}.")


@pytest.mark.parametrize("done", [None, date(2026, 3, 11)])
def test_an_open_one_and_one_that_lies_ahead_bear_none(done: date | None) -> None:
    labels, figure, _ = shown(done, DAY)
    assert not any(SIGN in text for text in (*labels, figure.alternative))
    assert "tehty" not in labels


def test_a_table_without_a_column_of_recorded_days_bears_the_sign() -> None:
    days = []
    for done in (DAY, None):
        table = shown(done, None)[2]
        assert [item.head for item in table.columns] == ["Päivä", "Mitä", "Peruste"]
        days.append(table.rows[0][0])
    assert days == [f"{SIGN}\u00a010.3.2026", "31.12.2026"]
    beside = shown(DAY, DAY)[2]
    assert beside.rows[0][::2] == ("10.3.2026", "Tehty 10.3.2026")

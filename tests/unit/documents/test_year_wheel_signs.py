"""The wheel tells what has been done from what is open, without colours, and so does its table."""

from __future__ import annotations

from datetime import date

import pytest

from sopimukset.base.periods import Period
from sopimukset.documents.facts import Facts
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.year_wheel_blocks import year_wheel_blocks
from sopimukset.formats.figures.drawing import Label
from sopimukset.formats.paper import Block, Figure, Table, Text
from sopimukset.register import load
from sopimukset.tracking.source import ours
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


@pytest.mark.parametrize(("today", "told"), [(None, "toteutuminen kirjattu"), (DAY, "tehty")])
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


def goals(done: date | None) -> list[Block]:
    days = Period(done or LAST, done or LAST)
    source, counts = ours("388/2024 2 § 1 mom"), {"vuosi": 2027}
    entry = PlanEntry(PlanKind.GOALS, days, PlanMatter.NEXT_GOALS, source, counts=counts, done=done)
    return year_wheel_blocks([entry], 2026, Pen(Facts(alue(), "fi"), load()), DAY)


def test_a_recorded_day_rests_on_the_record_and_is_no_proposal() -> None:
    _, table = goals(DAY)
    assert isinstance(table, Table)
    assert table.rows[0][-1] == "alueen kirjaus"
    _, open_table, note = goals(None)
    assert isinstance(open_table, Table)
    assert open_table.rows[0][-1].replace("\u00a0", " ") == "ehdotus (vrt. 388/2024 2 § 1 mom)"
    assert note == Text(
        "Ehdotus on ohjelman ehdottama ajankohta, josta ei säädetä laissa.", "small"
    )


def test_a_period_is_called_a_period() -> None:
    days = Period(date(2026, 1, 1), date(2026, 6, 30))
    entry = PlanEntry(PlanKind.FOLLOW_UP, days, PlanMatter.PERIOD, subject="1–6/2026")
    figure = year_wheel_blocks([entry], 2026, Pen(Facts(alue(), "fi"), load()))[0]
    assert isinstance(figure, Figure)
    labels = [item.text for item in figure.drawing.shapes if isinstance(item, Label)]
    assert "jakso 1–6/2026" in labels

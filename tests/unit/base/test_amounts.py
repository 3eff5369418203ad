"""Amounts as an office writes them."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.base.amounts import NBSP, told_amount
from sopimukset.documents.facts import euros, number

S = NBSP


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0, "0"),
        (999, "999"),
        (3900, f"3{S}900"),
        (Decimal("12500.50"), f"12{S}500,5"),
        (Decimal("1E+6"), f"1{S}000{S}000"),
        (Decimal("-1234"), f"-1{S}234"),
        (Decimal("8.00"), "8"),
    ],
)
def test_thousands_stand_apart_and_needless_zeros_go(value: Decimal | int, told: str) -> None:
    assert told_amount(value) == number(value) == told


def test_english_has_a_point() -> None:
    assert told_amount(Decimal("1234.5"), ".") == f"1{S}234.5"


def test_money_has_two_places_for_cents() -> None:
    assert euros(Decimal("3900.5")) == f"3{S}900,50"
    assert euros(3900) == f"3{S}900"
    assert (euros(None), number(None)) == ("", "")


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, max_value=10**9))
def test_the_number_can_be_read_back(value: Decimal) -> None:
    told = told_amount(value)
    assert Decimal(told.replace(S, "").replace(",", ".")) == value
    assert all(len(part) == 3 for part in told.lstrip("-").split(",")[0].split(S)[1:])

"""Amounts as an office writes them."""

from __future__ import annotations

from decimal import Decimal

from sopimukset.base.amounts import told_amount
from sopimukset.base.speech import ENGLISH, language


def told_number(number: Decimal) -> str:
    """A number without needless zeros, with a decimal comma; in English with a point."""
    return told_amount(number, "." if language() == ENGLISH else ",")

"""Amounts as an office writes them."""

from __future__ import annotations

from decimal import Decimal

from sopimukset.base.speech import ENGLISH, language


def told_number(number: Decimal) -> str:
    """A number without needless zeros, with a decimal comma; in English with a point."""
    text = f"{number.normalize():f}" if number else "0"
    return text if language() == ENGLISH else text.replace(".", ",")

"""Amounts as an office writes them."""

from __future__ import annotations

from decimal import Decimal

WHOLE = 100
"""Per cent of the whole."""

NBSP = "\u00a0"
"""A space at which no line ends."""


def told_amount(value: Decimal | int, comma: str = ",") -> str:
    """The number without needless zeros, its thousands apart: 12 500,5.

    No line's end divides it. English has a point for its `comma`.
    """
    whole, _, rest = f"{value:f}".lstrip("-").partition(".")
    rest = rest.rstrip("0")
    sign = "-" if value < 0 else ""
    return f"{sign}{int(whole):,}".replace(",", NBSP) + (comma + rest if rest else "")

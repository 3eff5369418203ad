"""A day as an option takes it."""

from __future__ import annotations

from datetime import date

import click

from sopimukset.base.dates import finnish_day, iso_day
from sopimukset.base.speech import say


def day_option(_ctx: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    """The day that was typed; None where none was.

    Raises:
        click.BadParameter: it is no day in ISO form; a Finnish one is suggested in that form.
    """
    if value is None:
        return None
    found = iso_day(value)
    if found is None:
        raise click.BadParameter(advice(value))
    return found


def advice(text: str) -> str:
    """What to write instead of a text that is no day in ISO form."""
    meant = finnish_day(text)
    if meant is None:
        return say("Kirjoita esimerkiksi 2026-03-01.")
    return say("Tarkoititko: {meant}?").format(meant=meant.isoformat())

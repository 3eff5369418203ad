"""The global options, read once; the day is taken here, at the door."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from sopimukset.base.dates import iso_day
from sopimukset.base.speech import mark, say
from sopimukset.cli.days import advice


@dataclass(frozen=True, slots=True)
class Settings:
    """What holds for every verb.

    Attributes:
        folder: where to look for the workspace.
        as_of_text: the as-of day as it was typed.
    """

    folder: Path
    as_of_text: str | None

    @property
    def today(self) -> date:
        """Today by the machine's clock."""
        return date.today()  # noqa: DTZ011 (an office's day is its machine's local day)

    @property
    def as_of(self) -> date:
        """The as-of day; today by the machine's clock where none was given.

        Raises:
            click.UsageError: the text is not a day, or one on which nothing can be judged.
        """
        if self.as_of_text is None:
            return self.today
        day = typed_day(self.as_of_text, NO_DAY)
        if not FIRST <= day <= LAST:
            message = say(FAR).format(annettu=day, alku=FIRST, loppu=LAST)
            raise click.UsageError(message)
        return day


FIRST, LAST = date(1900, 1, 1), date(2999, 12, 31)
"""As-of days: whatever years a rule, a deadline or `--within` counts from them is a day still."""

NO_DAY = mark("Tarkastelupäivä {annettu} ei ole päivä.")
FAR = mark("Tarkastelupäivä {annettu} ei käy: aikaisin on {alku}, myöhäisin {loppu}.")


def typed_day(text: str, complaint: str) -> date:
    """The day that was typed.

    Args:
        text: as it was typed, as 2026-03-01.
        complaint: what is said of a text that is no day, with `{annettu}`.

    Raises:
        click.UsageError: the text is not a day.
    """
    day = iso_day(text)
    if day is not None:
        return day
    raise click.UsageError(f"{say(complaint).format(annettu=text)} {advice(text)}")

"""`sopimukset doctor`."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import say
from sopimukset.cli.exit_codes import FINDINGS, NOTHING, OK
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopimukset.tasks.doctor import Row

OUT = Path("build")
NARROW_TEXT = 30
"""Columns: a narrower terminal breaks the lines itself."""


@click.command(
    "doctor",
    help="Kerro, mitä koneessa ja työtilassa on, mitä puuttuu ja miten sen korjaa. Komento vain "
    "lukee, se ei kirjoita mitään.",
    epilog="Paluukoodit: 0 kunnossa, 1 jotakin tarpeellista puuttuu, 2 väärä käyttö, 3 ei "
    "työtilaa.",
)
@click.pass_obj
def command(settings: Settings) -> int:
    """Print what is there and what is missing, as a table."""
    from sopimukset.cli.terminal import colour, width
    from sopimukset.tasks.doctor import diagnose

    diagnosis = diagnose(settings.folder, OUT)
    for line in _table(diagnosis.rows, width(), painted=colour(sys.stdout)):
        click.echo(line, color=True)
    if diagnosis.root is None:
        return NOTHING
    return OK if diagnosis.sound else FINDINGS


def _table(rows: tuple[Row, ...], width: int, *, painted: bool) -> Iterator[str]:
    names = max(len(row.name) for row in rows)
    states = max(len(say(row.state.value)) for row in rows)
    margin = names + states + 4
    for row in rows:
        text = row.detail + (f" → {row.advice}" if row.advice else "")
        first, *rest = wrap(text, max(width - margin, NARROW_TEXT), break_long_words=False)
        state = _painted(row, states) if painted else say(row.state.value).ljust(states)
        yield f"{row.name:<{names}}  {state}  {first}"
        for line in rest:
            yield f"{'':<{margin}}{line}"


def _painted(row: Row, width: int) -> str:
    colours = {"kunnossa": "green", "huomaa": "yellow", "puuttuu": "red"}
    return click.style(say(row.state.value).ljust(width), fg=colours[row.state.value])

"""`sopimukset check`."""

from __future__ import annotations

import sys
from datetime import date

import click

from sopimukset.base.dates import told_day
from sopimukset.base.speech import say
from sopimukset.cli.options import REPORTS, form_option, strict_option, tell
from sopimukset.cli.settings import Settings

IN_FORCE = date(2025, 1, 1)
"""The act's first day, as `law.rule` has it."""

BEFORE = (
    "Huom: {paiva} laki 381/2023 ei ollut vielä voimassa (voimaan {voimaan}), joten sen säännöistä "
    "ei tule havaintoja."
)


@click.command(
    "check",
    help="Tarkasta alueet lakia ja tietojen omaa johdonmukaisuutta vasten. Ilman ALUETTA kaikki. "
    "Komento vain lukee, se ei kirjoita työtilaan mitään.",
    epilog="Paluukoodit: 0 kunnossa, 1 virheitä, 2 väärä käyttö, 3 ei mitään tarkastettavaa tai "
    "versiota ei ole, 4 ulkopuolinen vika (oikeudet, git, levy).",
)
@click.argument("alueet", nargs=-1, metavar="[ALUE]...")
@form_option(REPORTS)
@click.option(
    "--since",
    metavar="VERSIO",
    help="Vain alueet, jotka ovat muuttuneet git-versiosta VERSIO tai riippuvat muuttuneista.",
)
@strict_option
@click.option("--no-cache", is_flag=True, help="Laske kaikki alusta, älä käytä välimuistia.")
@click.pass_obj
def command(
    settings: Settings,
    alueet: tuple[str, ...],
    form: str,
    since: str | None,
    strict: bool,
    no_cache: bool,
) -> int:
    """Check the regions and print the findings."""
    from sopimukset.cli.terminal import colour, width
    from sopimukset.tasks.check import Question, shown

    _tell_of_day(settings)
    question = Question(
        settings.folder,
        alueet,
        settings.as_of,
        form,
        colour(sys.stdout),
        width(),
        strict,
        since,
        cached=not no_cache,
    )
    text, failed = shown(question, tell)
    click.echo(text, nl=not text.endswith("\n"))
    return int(failed)


def _tell_of_day(settings: Settings) -> None:
    """Say so where the day is before the act: no finding is then no sign of health."""
    if settings.as_of < IN_FORCE:
        tell(say(BEFORE).format(paiva=told_day(settings.as_of), voimaan=told_day(IN_FORCE)))

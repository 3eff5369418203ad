"""`sopimukset status`."""

from __future__ import annotations

import sys

import click

from sopimukset.cli.settings import Settings

FORMATS = ("text", "json")


@click.command(
    "status",
    help="Kerro, missä vaiheessa sopimukset ja johtoryhmät ovat ja mitä määräaikoja lähestyy. "
    "Ilman ALUETTA kaikki alueet riveinä, vakavin ensin. Tila päätellään kirjatuista päätöksistä "
    "ja päivistä. Mitä ei ole kirjattu, siitä ei ole tietoa. Komento vain lukee.",
    epilog="Paluukoodit: 0 kunnossa, 1 jotakin tiedostoa ei voi lukea, 2 väärä käyttö, 3 ei "
    "työtilaa tai aluetta, 4 ulkopuolinen vika. Määräaika ei vaikuta paluukoodiin.",
)
@click.argument("alueet", nargs=-1, metavar="[ALUE]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Tulosteen muoto.",
)
@click.option(
    "--within",
    type=click.IntRange(min=0, max=36500),
    metavar="PÄIVÄÄ",
    help="Luettele myöhässä olevat ja näin monen päivän sisällä päättyvät määräajat.",
)
@click.pass_obj
def command(settings: Settings, alueet: tuple[str, ...], form: str, within: int | None) -> int:
    """Print where things stand."""
    from sopimukset.cli.terminal import colour, width
    from sopimukset.tasks.status import Question, shown

    question = Question(
        settings.folder, alueet, settings.as_of, form, colour(sys.stdout), width(), within
    )
    answer = shown(question)
    click.echo(answer.text)
    return int(answer.broken)

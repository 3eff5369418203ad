"""`sopimukset history`."""

from __future__ import annotations

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.check import tell
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.settings import Settings
from sopimukset.tasks.refused import RefusedError

ONE = mark("Anna yksi valitsimista --role, --path ja --annotate.")


@click.command(
    "history",
    help="Kerro alueen historiasta: kuka on hoitanut roolia mistä mihin, mitä kentässä on ollut, "
    "tai mikä versio on kirjannut minkäkin tiedon. Alue tunnistetaan avaimesta alue, vaikka kansio "
    "olisi nimetty uudelleen. Komento vain lukee.",
    epilog="Roolit: puheenjohtaja, varapuheenjohtaja, sihteeri, jäsenyyden tunnus (kela-1), "
    "varajasen:kela-1, johtava:TUNNUS, varahenkilo:TUNNUS, asiantuntija:TUNNUS. "
    "Paluukoodit: 0 kunnossa, 1 nykyistä tiedostoa ei voi lukea, 2 väärä käyttö, 3 aluetta tai "
    "historiaa ei ole, 4 ulkopuolinen vika (git, oikeudet).",
)
@click.argument("alue", metavar="ALUE")
@click.option("--role", "role", metavar="ROOLI", help="Kuka on hoitanut roolia.")
@click.option("--path", "path", metavar="POLKU", help="Mitä kentässä on ollut.")
@click.option("--annotate", is_flag=True, help="Tiedosto, jossa on rivin versio, päivä ja tekijä.")
@click.option("--group", "group", metavar="RYHMÄ", help="Vain tämä johtoryhmä (rooleista).")
@click.option("--names", is_flag=True, help="Näytä myös henkilöiden nimet.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Tulosteen muoto.",
)
@click.pass_obj
def command(
    settings: Settings,
    alue: str,
    role: str | None,
    path: str | None,
    annotate: bool,
    group: str | None,
    names: bool,
    form: str,
) -> int:
    """Tell of a region's past."""
    from sopimukset.base.collector import collector_paused
    from sopimukset.cli.terminal import width
    from sopimukset.tasks.history_shown import Question, shown

    if (role is not None) + (path is not None) + annotate != 1:
        raise click.UsageError(say(ONE))
    question = Question(settings.folder, alue, role, path, annotate, group, names, form, width())
    try:
        with collector_paused():
            answer = shown(question, tell)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    click.echo(answer.text)
    for note in answer.notes:
        tell(note)
    return FINDINGS if answer.broken else OK

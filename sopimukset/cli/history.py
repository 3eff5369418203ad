"""`sopimukset history`."""

from __future__ import annotations

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.options import tell
from sopimukset.cli.settings import Settings
from sopimukset.tasks.refused import RefusedError

NO_FILE_OF_A_ROLE = mark("Valitsin --file kuuluu valitsimiin --path ja --annotate.")
ONE = mark(
    "Anna yksi valitsimista --role, --path ja --annotate. Esimerkiksi: sopimukset history {alue} "
    "--role puheenjohtaja"
)


@click.command(
    "history",
    help="Kerro alueen historiasta: kuka on hoitanut roolia mistä mihin, mitä kentässä on ollut, "
    "tai mikä versio on kirjannut minkäkin tiedon. Alue tunnistetaan avaimesta alue, vaikka kansio "
    "olisi nimetty uudelleen. Komento vain lukee.",
    epilog="Roolit: puheenjohtaja, varapuheenjohtaja, sihteeri, jäsenyyden tunnus (kela-1), "
    "varajasen:kela-1, jasen ja varajasen (kaikki jäsenet tai varajäsenet), johtava:TUNNUS, "
    "varahenkilo:TUNNUS, asiantuntija:TUNNUS. "
    "Paluukoodit: 0 kunnossa, 1 nykyistä tiedostoa ei voi lukea, 2 väärä käyttö, 3 aluetta tai "
    "historiaa ei ole, 4 ulkopuolinen vika (git, oikeudet).",
)
@click.argument("alue", metavar="ALUE")
@click.option("--role", "role", metavar="ROOLI", help="Kuka on hoitanut roolia.")
@click.option("--path", "path", metavar="POLKU", help="Mitä kentässä on ollut.")
@click.option("--annotate", is_flag=True, help="Tiedosto, jossa on rivin versio, päivä ja tekijä.")
@click.option(
    "--file",
    "file",
    metavar="TIEDOSTO",
    help="Alueen kansion muu tiedosto kuin alue.yaml, kuten kokoukset/2026-03-12.yaml, "
    "seuranta/2026.yaml tai versiot/tym-1.0.yaml (valitsimille --path ja --annotate).",
)
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
    file: str | None,
    group: str | None,
    names: bool,
    form: str,
) -> int:
    """Tell of a region's past."""
    from sopimukset.base.collector import collector_paused
    from sopimukset.cli.terminal import width
    from sopimukset.tasks.history_shown import Question, shown

    if (role is not None) + (path is not None) + annotate != 1:
        raise click.UsageError(say(ONE).format(alue=alue))
    if file is not None and role is not None:
        raise click.UsageError(say(NO_FILE_OF_A_ROLE))
    asked = Question(settings.folder, alue, role, path, annotate, group, names, form, width())
    question = asked if file is None else asked._replace(file=file.removeprefix("./"))
    try:
        with collector_paused():
            answer = shown(question, tell)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    click.echo(answer.text)
    for note in answer.notes:
        tell(note)
    return FINDINGS if answer.broken else OK

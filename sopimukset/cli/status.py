"""`sopimukset status`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.settings import Settings, typed_day

if TYPE_CHECKING:
    from sopimukset.tasks.status import Question, Shown

FORMATS = ("text", "json")
NO_WISHED_DAY = mark("Toivottu päivä {annettu} ei ole päivä.")


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
@click.option(
    "--party",
    metavar="OSAPUOLI",
    help="Yksi osapuoli kaikissa johtoryhmissään: jäsenet, varajäsenet, kokoukset, niiden "
    "päällekkäisyydet ja henkilöstö. Esimerkiksi kela, lahti tai hyvinvointialue:paijat-hame.",
)
@click.option(
    "--towards",
    metavar="PÄIVÄ",
    help="Aikataulu taaksepäin sopimuksen toivotusta ensimmäisestä päivästä, muodossa 2027-01-01.",
)
@click.pass_obj
def command(
    settings: Settings,
    alueet: tuple[str, ...],
    form: str,
    within: int | None,
    party: str | None,
    towards: str | None,
) -> int:
    """Print where things stand, a party's page, or timetables."""
    from sopimukset.cli.terminal import colour, width
    from sopimukset.tasks.refused import RefusedError
    from sopimukset.tasks.status import Question

    if towards is not None and (party is not None or within is not None):
        raise click.UsageError(say("Anna --towards ilman valitsimia --party ja --within."))
    question = Question(
        settings.folder, alueet, settings.as_of, form, colour(sys.stdout), width(), within
    )
    try:
        answer = _answer(question, party, towards)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    click.echo(answer.text)
    return int(answer.broken)


def _answer(question: Question, party: str | None, towards: str | None) -> Shown:
    if party is not None:
        from sopimukset.tasks import party as page

        return page.shown(question, party)
    if towards is not None:
        from sopimukset.tasks import timetable

        return timetable.shown(question, typed_day(towards, NO_WISHED_DAY))
    from sopimukset.tasks import status

    return status.shown(question)

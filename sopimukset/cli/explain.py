"""`sopimukset explain`."""

from __future__ import annotations

import sys

import click

from sopimukset.base.speech import language, say
from sopimukset.cli.exit_codes import OK
from sopimukset.cli.settings import Settings


@click.command(
    "explain",
    help="Selitä sääntö: mitä se vaatii, säännöksen teksti ja linkki, huono ja hyvä esimerkki. "
    "Ilman KOODIA luettelo säännöistä. KOODI voi olla myös seurannan mittarin avain: silloin mitä "
    "mittari laskee ja mitkä sen luokat ovat.",
)
@click.argument("koodi", required=False, metavar="[KOODI]")
@click.option(
    "--indicators",
    "listed",
    is_flag=True,
    help="Luettele seurannan mittarit, joita kirjataan ja tuodaan: avain, nimi, yksikkö, luokat.",
)
@click.pass_obj
def command(settings: Settings, koodi: str | None, *, listed: bool) -> int:
    """Print the page of a rule or of an indicator, or a list of them."""
    if listed:
        return _catalogue(settings, koodi)
    from sopimukset.cli.terminal import colour, width
    from sopimukset.law.explain import UnknownCode, explanation, has_page
    from sopimukset.law.registry import TITLES
    from sopimukset.reporting.explain import render_explanation

    if koodi is None:
        for code, title in TITLES.items():
            click.echo(f"{code}  {say(title)}")
        return 0
    if _indicator(settings, koodi):
        return OK
    try:
        found = explanation(koodi.upper(), settings.as_of, language())
    except UnknownCode as error:
        raise click.UsageError(str(error)) from error
    if not has_page(found.code, language()):
        click.echo(
            say("Säännön sivua ei ole vielä tällä kielellä, joten se on suomeksi."), err=True
        )
    click.echo(render_explanation(found, colour=colour(sys.stdout), width=width()))
    return 0


def _catalogue(settings: Settings, koodi: str | None) -> int:
    """Print the indicators that are in use on the day of review.

    Raises:
        click.UsageError: a code is asked for as well.
    """
    from sopimukset.cli.terminal import width
    from sopimukset.register import load_indicators
    from sopimukset.reporting.indicators import render_catalogue

    if koodi is not None:
        raise click.UsageError(say("Valitsinta --indicators ja KOODIA ei käytetä yhdessä."))
    click.echo(render_catalogue(load_indicators(), settings.as_of, width()))
    return OK


def _indicator(settings: Settings, koodi: str) -> bool:
    """Print an indicator's page; whether there is one of that key."""
    from sopimukset.cli.terminal import width
    from sopimukset.register import load_indicators
    from sopimukset.reporting.indicators import render_indicator

    catalogue = load_indicators()
    found = catalogue.mittari(koodi, settings.as_of) or catalogue.mittari(koodi)
    if found is not None:
        click.echo(render_indicator(found, catalogue, width()))
    return found is not None

"""`sopimukset explain`."""

from __future__ import annotations

import sys

import click

from sopimukset.base.speech import language, say
from sopimukset.cli.settings import Settings


@click.command(
    "explain",
    help="Selitä sääntö: mitä se vaatii, säännöksen teksti ja linkki, huono ja hyvä esimerkki. "
    "Ilman KOODIA luettelo säännöistä.",
)
@click.argument("koodi", required=False, metavar="[KOODI]")
@click.pass_obj
def command(settings: Settings, koodi: str | None) -> int:
    """Print a rule's page, or the list of rules."""
    from sopimukset.cli.terminal import colour, width
    from sopimukset.law.explain import UnknownCode, explanation, has_page
    from sopimukset.law.registry import TITLES
    from sopimukset.reporting.explain import render_explanation

    if koodi is None:
        for code, title in TITLES.items():
            click.echo(f"{code}  {say(title)}")
        return 0
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

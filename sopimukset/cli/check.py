"""`sopimukset check`."""

from __future__ import annotations

import sys

import click

from sopimukset.cli.settings import Settings

FORMATS = ("text", "json")


@click.command(
    "check",
    help="Tarkasta alueet lakia ja tietojen omaa johdonmukaisuutta vasten. Ilman ALUETTA kaikki. "
    "Komento vain lukee, se ei kirjoita mitään.",
    epilog="Paluukoodit: 0 kunnossa, 1 virheitä, 2 väärä käyttö, 3 ei mitään tarkastettavaa.",
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
@click.option("--strict", is_flag=True, help="Myös varoitus on virhe paluukoodissa.")
@click.pass_obj
def command(settings: Settings, alueet: tuple[str, ...], form: str, strict: bool) -> int:
    """Check the regions and print the findings."""
    from sopimukset import reporting
    from sopimukset.cli.terminal import colour, width
    from sopimukset.tasks.check import check, failing

    checked = check(settings.folder, alueet, settings.as_of)
    render = reporting.renderer(form)
    text = render(checked.report, colour=colour(sys.stdout), width=width())
    click.echo(text, nl=not text.endswith("\n"))
    return int(failing(checked.findings, strict=strict))

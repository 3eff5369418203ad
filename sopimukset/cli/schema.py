"""`sopimukset schema`."""

from __future__ import annotations

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.settings import Settings

WRITTEN = mark("kirjoitettu")


@click.command(
    "schema",
    help="Kirjoita työtilan kansioon schemas/ JSON-skeemat, joiden avulla editori täydentää "
    "avaimia ja näyttää virheet kirjoitettaessa.",
    epilog="Paluukoodit: 0 kunnossa, 1 vanhentuneita skeemoja (--check), 2 väärä käyttö, "
    "3 ei työtilaa, 4 kirjoittaminen ei onnistunut.",
)
@click.option(
    "--check", "only_check", is_flag=True, help="Älä kirjoita, vaan tarkasta ajantasaisuus."
)
@click.pass_obj
def command(settings: Settings, only_check: bool) -> int:
    """Write the schemas, or name the stale ones."""
    from sopimukset.tasks.schemas import State, check_schemas, write_schemas

    files = check_schemas(settings.folder) if only_check else write_schemas(settings.folder)
    stale = [file for file in files if file.state is not State.FRESH]
    for file in files:
        done = WRITTEN if file in stale and not only_check else file.state.value
        click.echo(f"{file.name}: {say(done)}")
    if only_check and stale:
        click.echo(say("Kirjoita skeemat uudelleen: sopimukset schema"), err=True)
    return int(only_check and bool(stale))

"""`sopimukset init`."""

from __future__ import annotations

from pathlib import Path

import click

from sopimukset.base.speech import say
from sopimukset.cli.settings import Settings


@click.command(
    "init",
    help="Luo uusi työtila uuteen tai tyhjään kansioon: esimerkkialue, skeemat, editorin "
    "asetukset, CI-tiedostot ja ohje.",
    epilog="Paluukoodit: 0 kunnossa, 2 väärä käyttö tai kansio ei ole tyhjä, 4 kirjoittaminen ei "
    "onnistunut.",
)
@click.argument("kansio", metavar="KANSIO", type=click.Path(path_type=Path))
@click.pass_obj
def command(settings: Settings, kansio: Path) -> int:
    """Make a workspace, say what it holds and what to do next."""
    from sopimukset.tasks.initiate import create_workspace
    from sopimukset.tasks.refused import RefusedError
    from sopimukset.tasks.starter_files import EXAMPLE

    target = settings.folder / kansio
    try:
        files = create_workspace(target)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    click.echo(say("Työtila on luotu: {kansio}").format(kansio=target.resolve()))
    for name in _shown(files, f"regions/{EXAMPLE}/"):
        click.echo(f"  {name}")
    click.echo(_next(kansio, EXAMPLE), err=True)
    return 0


def _shown(files: list[str], example: str) -> list[str]:
    """The files, those of the example region as one line."""
    number = sum(name.startswith(example) for name in files)
    rest = [name for name in files if not name.startswith(example)]
    shown = say("{kansio} (kuvitteellinen esimerkki, {maara} tiedostoa)")
    return [*rest, shown.format(kansio=example, maara=number)]


def _next(folder: Path, example: str) -> str:
    told = say(NEXT).format(kansio=folder, esimerkki=f"regions/{example}/")
    here = folder == Path()
    return "\n".join(line for line in told.split("\n") if not (here and line == "  cd ."))


NEXT = """\
Seuraavaksi:
  cd {kansio}
  sopimukset check               tarkasta esimerkki
  sopimukset new --list          valitse oma alueesi
  sopimukset new ALUE            luo sen tiedosto
Esimerkin voi poistaa: {esimerkki}. Lisää tiedostossa README.md."""

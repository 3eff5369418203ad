"""`sopimukset import`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.importing.run import Imported

KINDS = ("mittarit", "jasenet")
MOST_SHOWN = 50
"""So many refusals are printed; a table with more has one fault in all its rows."""

REFUSED = mark("Hylätty ({maara}):")
MORE = mark("… ja {maara} muuta.")
HELD = mark(
    "Mitään ei kirjoitettu. Korjaa taulukko, tai tuo kelvolliset rivit valitsimella --partial."
)
WRITTEN = mark("Kirjoitettu tiedostoon {tiedosto}.")
NEW = mark("Kirjoitettu uusi tiedosto {tiedosto}.")
WOULD = mark("Mitään ei kirjoitettu (--dry-run).")
NONE_GOOD = mark("Yhtään kelvollista riviä ei ollut, joten mitään ei kirjoitettu.")
GOOD_THERE = mark("Kelvolliset rivit ovat jo tiedostossa {tiedosto}, joten mitään ei kirjoitettu.")
UNCHANGED = mark("Tiedosto {tiedosto} on jo ajan tasalla.")
COUNTS = mark(
    "Rivejä {rivit}: lisätty {uudet}, korvattu {korvatut}, ennallaan {samat}, hylätty {hylatyt}."
)
EMPTY = mark("Rivejä, joilla ei ole arvoa: {maara}.")
LEFT = mark("Sarakkeita, joita ei tuotu: {sarakkeet}.")
NEXT = mark("Tarkasta: sopimukset check {alue}")


@click.command(
    "import",
    help="Tuo seurannan mittareiden arvoja tai johtoryhmän jäseniä taulukosta (CSV tai XLSX). "
    "Sarakkeet tunnistetaan otsikoista tai kuvauksesta (--mapping). Jokainen arvo tarkastetaan, ja "
    "hylätystä kerrotaan rivi ja sarake. Jos jokin rivi hylätään, mitään ei kirjoiteta. Tiedoston "
    "muu sisältö jää merkilleen ennalleen.",
    epilog="Paluukoodit: 0 tuotu, 1 jotakin hylättiin, 2 väärä käyttö, 3 aluetta ei ole, 4 levy ei "
    "onnistunut. Taulukon muodot ja esimerkit: docs/tuonti.md. "
    "Mittarit: sopimukset explain --indicators.",
)
@click.argument("alue", metavar="ALUE")
@click.argument("tiedosto", type=click.Path(path_type=Path), metavar="TIEDOSTO")
@click.option(
    "--kind", type=click.Choice(KINDS), help="Mitä tuodaan. Oletus: päätellään otsikoista."
)
@click.option("--group", default="", metavar="TUNNUS", help="Johtoryhmä, jos niitä on useita.")
@click.option(
    "--period",
    default="",
    metavar="JAKSO",
    help="Seurantajakso, johon arvot tulevat: tiedoston tai jakson nimi, tai uusi kuten 2026-H2.",
)
@click.option(
    "--sheet", default="", metavar="NIMI", help="Työkirjan taulukko, jos niitä on useita."
)
@click.option(
    "--encoding",
    default="",
    metavar="MERKISTÖ",
    help="CSV-tiedoston merkistö, jos muu kuin UTF-8: esimerkiksi cp1252.",
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    metavar="TIEDOSTO",
    help="Kuvaus, joka kertoo mitä sarakkeet tarkoittavat (YAML).",
)
@click.option("--replace", is_flag=True, help="Korvaa arvot, jotka tiedostossa ovat toiset.")
@click.option("--partial", is_flag=True, help="Tuo kelvolliset rivit, vaikka osa hylätään.")
@click.option("--dry-run", is_flag=True, help="Näytä muutos (unified diff), älä kirjoita mitään.")
@click.pass_obj
def command(
    settings: Settings,
    /,
    alue: str,
    tiedosto: Path,
    **options: Any,  # noqa: ANN401 (click's)
) -> int:
    """Bring in the table, and tell what was taken and what refused."""
    from sopimukset.tasks.importing.run import Wish, bring_in
    from sopimukset.tasks.refused import HeldBackError, RefusedError

    dry = options.pop("dry_run")
    kind = options.pop("kind") or ""
    wish = Wish(region=alue, table=tiedosto, kind=kind, write=not dry, **options)
    try:
        result = bring_in(settings.folder, wish)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    except HeldBackError as held:
        click.echo("\n".join((held.message, *(f"  {line}" for line in held.reasons))), err=True)
        return FINDINGS
    if dry and not result.held:
        _show(result)
    _tell(result, dry=dry)
    if not dry and not result.held and result.before != result.after:
        click.echo(say(NEXT).format(alue=alue))
    return FINDINGS if result.refusals else OK


def _show(result: Imported) -> None:
    from sopimukset.tasks.differences import unified

    click.echo(unified(result.file, result.before, result.after), nl=False)


def _tell(result: Imported, *, dry: bool) -> None:
    """What came of it; beside a diff all of it is a message."""
    if result.refusals:
        click.echo(say(REFUSED).format(maara=len(result.refusals)), err=True)
    for refusal in result.refusals[:MOST_SHOWN]:
        click.echo(f"  {refusal.told}", err=True)
    if len(result.refusals) > MOST_SHOWN:
        click.echo(f"  {say(MORE).format(maara=len(result.refusals) - MOST_SHOWN)}", err=True)
    click.echo(say(COUNTS).format(**_counts(result)), err=dry)
    if result.empty:
        click.echo(say(EMPTY).format(maara=result.empty), err=dry)
    if result.columns.left:
        click.echo(say(LEFT).format(sarakkeet=", ".join(result.columns.left)), err=dry)
    for note in result.notes if not result.held else ():
        click.echo(note, err=True)
    click.echo(_outcome(result, dry=dry), err=dry or result.held)


def _counts(result: Imported) -> dict[str, int]:
    return {
        "rivit": result.rows,
        "uudet": 0 if result.held else result.added,
        "korvatut": 0 if result.held else result.replaced,
        "samat": result.same,
        "hylatyt": len({refusal.row for refusal in result.refusals}),
    }


def _outcome(result: Imported, *, dry: bool) -> str:
    if result.held:
        return say(HELD)
    if result.before == result.after and result.refusals:
        return say(GOOD_THERE if result.same else NONE_GOOD).format(tiedosto=result.file)
    if result.before == result.after:
        return say(UNCHANGED).format(tiedosto=result.file)
    if dry:
        return say(WOULD)
    return say(NEW if result.before is None else WRITTEN).format(tiedosto=result.file)

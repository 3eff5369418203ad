"""`sopimukset release`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.release import Release

DONE = mark("Sopimuksen {sopimus} versio {versio} on tehty (alue {alue}).")
WOULD = mark(
    "Sopimuksen {sopimus} versio {versio} voidaan tehdä (alue {alue}). Mitään ei kirjoitettu."
)
SAVED = mark("Tallennettu haaraan {haara}: {commit}, tunniste {tunniste}. Mitään ei lähetetty.")
UNDO = mark(
    "Voit perua tallennuksen, jos et ole lähettänyt sitä ja se on yhä haaran viimeinen. "
    "Asiakirjat jäävät kansioon {kansio}. Peru näin:"
)
COMING = mark(
    "Huomaa: version päivä {paiva} on tulevaisuudessa, koska tarkastelupäivä on. Päivää ei voi "
    "muuttaa myöhemmin, ja sääntö T15 varoittaa siitä siihen asti."
)
NEXT = "Kirjaa hyväksynnät: sopimukset approve {alue} {sopimus} --party OSAPUOLI --version {versio}"
PARTIES = mark("OSAPUOLI on suluissa oleva tunnus: {osapuolet}.")


@click.command(
    "release",
    help="Tee sopimuksesta versio, jonka osapuolet voivat hyväksyä. Versiosta tehdään asiakirjat, "
    "sen sisältö ja sormenjälki kirjoitetaan alueen kansioon versiot, ja tiedosto tallennetaan "
    "versionhallintaan (yksi commit ja yksi tunniste). Mitään ei lähetetä.",
    epilog="Paluukoodit: 0 kunnossa, 1 jokin tieto estää, 2 väärä käyttö, 3 aluetta, sopimusta tai "
    "versionhallintaa ei ole, 4 git tai levy ei onnistunut. Mitkä tiedot lasketaan mukaan: "
    "docs/versiot-ja-hyvaksynnat.md.",
)
@click.argument("alue", metavar="ALUE")
@click.argument("sopimus", metavar="SOPIMUS")
@click.argument("versio", metavar="VERSIO")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    metavar="KANSIO",
    help="Minne asiakirjat tehdään.",
)
@click.option("--dry-run", is_flag=True, help="Tarkista ja kerro, mitä tehtäisiin. Älä kirjoita.")
@click.pass_obj
def command(
    settings: Settings, alue: str, sopimus: str, versio: str, out: Path, dry_run: bool
) -> int:
    """Freeze a version, or say why not."""
    from sopimukset.tasks.refused import HeldBackError, RefusedError
    from sopimukset.tasks.release import Wish, release

    try:
        made = release(
            settings.folder, Wish(alue, sopimus, versio, out), settings.as_of, write=not dry_run
        )
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    except HeldBackError as held:
        click.echo("\n".join((held.message, *(f"  {line}" for line in held.reasons))), err=True)
        return FINDINGS
    if made.version.julkaistu > settings.today:
        day = told_day(made.version.julkaistu)
        click.echo(say(COMING).format(paiva=day), err=True)
    _tell(made)
    return OK


def _tell(made: Release) -> None:
    wish, version = made.wish, made.version
    values = {"alue": wish.region, "sopimus": wish.agreement, "versio": version.versio}
    click.echo(say(DONE if made.commit else WOULD).format(**values))
    if made.former:
        click.echo(say("Muuttunut versiosta {versio}:").format(versio=made.former))
        for line in made.changes:
            click.echo(f"  {line}")
    for path in (made.file, *(path.as_posix() for path, _ in made.documents)):
        click.echo(f"  {path}")
    click.echo(say("Sormenjälki: {sormenjalki}").format(sormenjalki=version.sormenjalki))
    if made.commit:
        place = {"haara": made.place.name, "commit": made.commit[:10], "tunniste": made.tag}
        click.echo(say(SAVED).format(**place))
        click.echo(say(UNDO).format(kansio=wish.out.as_posix()), err=True)
        click.echo(f"  git tag -d {made.tag} && git reset --keep {made.commit[:10]}~1", err=True)
        click.echo(say(NEXT).format(**values), err=True)
        click.echo(f"  {say(PARTIES).format(osapuolet=', '.join(made.parties))}", err=True)

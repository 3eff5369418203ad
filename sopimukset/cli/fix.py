"""`sopimukset fix`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.fix import Fixed
    from sopimukset.workspace.edits import Corrected

SOUND = mark("Korjattavaa ei ole")
UNSAFE = mark("Mitään ei voitu korjata turvallisesti")
FIXABLE = mark("Korjattavissa {kohdat} {tiedostoissa}, mitään ei kirjoitettu")
FIXED = mark("Korjattu {kohdat} {tiedostoissa}")
BY_HAND = "{tulos}, käsin korjattavaa jäi {maara}."


@click.command(
    "fix",
    help="Korjaa tiedostoista se, minkä voi korjata vain yhdellä tavalla: toimisto-ohjelman "
    "erikoismerkit, suomalaisittain kirjoitetut päivät, aikajärjestys ja lain määräämä "
    "toimikauden viimeinen päivä. Kaikki muu jää merkilleen ennalleen. Ilman ALUETTA kaikki.",
    epilog="Paluukoodit: 0 tiedostojen muoto on kunnossa, 1 jotakin jäi korjaamatta, 2 väärä "
    "käyttö, 3 ei mitään korjattavaa, 4 kirjoittaminen ei onnistunut. Mitä ja miksi korjataan: "
    "docs/korjaaminen.md.",
)
@click.argument("alueet", nargs=-1, metavar="[ALUE]...")
@click.option(
    "--dry-run", is_flag=True, help="Näytä muutokset (unified diff), älä kirjoita mitään."
)
@click.pass_obj
def command(settings: Settings, alueet: tuple[str, ...], dry_run: bool) -> int:
    """Correct the files, or show how they would be corrected."""
    from sopimukset.tasks.fix import diff, fix

    fixed = fix(settings.folder, alueet, write=not dry_run)
    for item in fixed.changed if dry_run else ():
        click.echo(diff(item), nl=False)
    for item in fixed.files:
        _tell(item, to_error=dry_run)
    click.echo(_summary(fixed, dry_run=dry_run), err=True)
    return FINDINGS if fixed.broken else OK


def _tell(item: Corrected, *, to_error: bool) -> None:
    """What was done, and what was left; beside a diff both are messages."""
    for done in item.done:
        code = f"{done.code} " if done.code else ""
        click.echo(f"{item.file}:{done.line}: {code}{done.text}", err=to_error)
    for left in item.left:
        code = f"{left.code} " if left.code else ""
        why = say("ei korjattu: {syy}").format(syy=f"{code}{left.message} {left.advice}")
        click.echo(f"{item.file}:{left.line}: {why}", err=True)


def _summary(fixed: Fixed, *, dry_run: bool) -> str:
    done = sum(len(item.done) for item in fixed.files)
    left = sum(len(item.left) for item in fixed.files)
    files = len(fixed.changed)
    if not done:
        told = say(UNSAFE if left else SOUND)
    else:
        text = say(FIXABLE if dry_run else FIXED)
        told = text.format(kohdat=_places(done), tiedostoissa=_in_files(files))
    return say(BY_HAND).format(tulos=told, maara=left) if left else f"{told}."


def _places(number: int) -> str:
    return say("1 kohta") if number == 1 else say("{maara} kohtaa").format(maara=number)


def _in_files(number: int) -> str:
    return say("1 tiedostossa") if number == 1 else say("{maara} tiedostossa").format(maara=number)

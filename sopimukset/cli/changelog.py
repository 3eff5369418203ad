"""`sopimukset changelog`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import say
from sopimukset.cli.options import languages_option
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.reporting.changelog.report import ChangeReport

WORD = "docx"
FORMATS = ("markdown", "text", "json", WORD, "comment")
"""The formats of `reporting.changelog`, and the document; told here, for a help text is quick."""

FOLDER = Path("build")
WRITTEN = "Muutosloki on kirjoitettu: {tiedosto}"
INCOMPLETE = "Osaa historiasta ei voitu lukea; ohitetut versiot on lueteltu lokissa."


@click.command(
    "changelog",
    help="Kerro sanoin, mitä alueiden tiedoissa on muuttunut kahden ajankohdan välillä, ja mitä "
    "kukin muutos vaatii: uuden sopimuksen, osapuolten hyväksynnän, johtoryhmän päätöksen vai "
    "vain tiedon. Ilman ALUETTA kaikki alueet. Väli A..B annetaan aina: "
    "paijat-hame/tym-sopimus/1.0..HEAD, @2026-01-01..@2026-12-31, HEAD~3..tyotila.",
    epilog="Paluukoodit: 0 kunnossa, 1 jotakin versiota ei voitu lukea, 2 väärä käyttö, 3 versiota "
    "tai aluetta ei ole, 4 ulkopuolinen vika (oikeudet, git, levy).",
)
@click.argument("kohteet", nargs=-1, metavar="[ALUE]... VÄLI")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="Tulosteen muoto. comment on lyhyt kommentti yhdistämispyyntöön.",
)
@languages_option(help="Word-tiedoston kieli. Oletus: alueen kielet.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="POLKU",
    help="Tiedosto, johon loki kirjoitetaan; Word-tiedostoille kansio, oletuksena build.",
)
@click.pass_obj
def command(
    settings: Settings,
    kohteet: tuple[str, ...],
    form: str,
    languages: tuple[str, ...],
    out: Path | None,
) -> int:
    """Print or write the log."""
    from sopimukset.tasks.changelog import Question, changelog
    from sopimukset.tasks.refused import RefusedError

    if languages and form != WORD:
        raise click.UsageError(say("Valitsin --language koskee vain muotoa docx."))
    try:
        report = changelog(Question(settings.folder, kohteet, settings.as_of))
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    if form == WORD:
        _documents(settings, report, languages, out or FOLDER)
    else:
        _text(report, form, out)
    if report.log.broken:
        click.echo(say(INCOMPLETE), err=True)
    return int(report.log.broken)


def _text(report: ChangeReport, form: str, out: Path | None) -> None:
    from sopimukset.cli.terminal import colour, width
    from sopimukset.tasks.changelog import shown, write_log

    on_terminal = out is None and colour(sys.stdout)
    text = shown(report, form, colour=on_terminal, width=width())
    if out is None:
        click.echo(text)
    else:
        write_log(out, text)
        click.echo(say(WRITTEN).format(tiedosto=out), err=True)


def _documents(
    settings: Settings, report: ChangeReport, languages: tuple[str, ...], out: Path
) -> None:
    from sopimukset.tasks.changelog_documents import write_documents

    for file in write_documents(settings.folder, report, languages, out):
        click.echo(file.as_posix())

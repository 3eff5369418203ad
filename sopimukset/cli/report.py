"""`sopimukset report`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import say
from sopimukset.cli.exit_codes import NOTHING
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.report import Reported, Wishes

FORMATS = ("pdf", "docx")
LANGUAGES = ("fi", "sv")
IN_PREPARATION = "Valmisteilla, ei tehty ({maara}): {alueet}. Raportti tehdään, kun alue nimetään."
NO_FOLLOW_UPS = "Yhdellekään alueelle ei ole kirjattu seurantaa, jonka jakso on päättynyt."


@click.command(
    "report",
    help="Tee johtoryhmän seurantaraportti: mitä on päätettävä, henkilöstö sovittu ja toteutunut, "
    "tavoitteet, asiakasvirta, suunnitelmat, toimenpiteet, riskit, nuoret, kustannukset, "
    "muutokset ja määräajat. Ilman ALUETTA alueet, joiden vaihe on vahvistettu.",
    epilog="Paluukoodit: 0 kunnossa, 1 jotakin ei voitu lukea tai jäi tekemättä, 2 väärä käyttö, "
    "3 ei mitään tehtävää, 4 ulkopuolinen vika (oikeudet, levy).",
)
@click.argument("alueet", nargs=-1, metavar="[ALUE]...")
@click.option(
    "--period",
    default="",
    metavar="JAKSO",
    help="Seurantajakson nimi tai tiedosto, esimerkiksi 1–6/2026 tai 2026-H1. Oletus: uusin "
    "tarkastelupäivään mennessä päättynyt.",
)
@click.option("--group", default="", metavar="TUNNUS", help="Vain tämä johtoryhmä. Oletus: kaikki.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=FORMATS[0],
    show_default=True,
    help="Tiedoston muoto: PDF tai Word.",
)
@click.option(
    "--language",
    "languages",
    type=click.Choice(LANGUAGES),
    multiple=True,
    help="Kieli. Oletus: alueen kielet.",
)
@click.option("--summary", is_flag=True, help="Yhden sivun tiivistelmä osapuolten toimielimille.")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("build"),
    show_default=True,
    metavar="KANSIO",
    help="Minne raportit tehdään.",
)
@click.pass_obj
def command(
    settings: Settings,
    alueet: tuple[str, ...],
    period: str,
    group: str,
    form: str,
    languages: tuple[str, ...],
    summary: bool,
    out: Path,
) -> int:
    """Make the reports and say what came of each."""
    from sopimukset.tasks.report import Wishes
    from sopimukset.tasks.report_matters import Choice

    wishes = Wishes(alueet, Choice(period, group), languages, form, summary, out)
    return _regional(settings, wishes)


def _regional(settings: Settings, wishes: Wishes) -> int:
    """The reports of regions: each file on a line of standard output."""
    from sopimukset.cli.progress import progress_line
    from sopimukset.tasks.refused import RefusedError
    from sopimukset.tasks.report import make_reports

    try:
        with progress_line(sys.stderr, say("Tehdään raportteja")) as progress:
            result = make_reports(settings.folder, wishes, settings.as_of, progress)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    _tell(result)
    if not result.files and not result.broken:
        if not result.skipped:
            click.echo(say(NO_FOLLOW_UPS), err=True)
        return NOTHING
    return int(bool(result.broken or result.skipped))


def _tell(result: Reported) -> None:
    for file in result.files:
        click.echo(file.as_posix())
    for line in (*result.broken, *result.skipped):
        click.echo(line, err=True)
    if result.in_preparation:
        names, number = ", ".join(result.in_preparation), len(result.in_preparation)
        click.echo(say(IN_PREPARATION).format(maara=number, alueet=names), err=True)

"""`sopimukset report`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.exit_codes import FINDINGS, NOTHING, OK
from sopimukset.cli.options import languages_option, out_option
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.report import Reported, Wishes

FORMATS = ("pdf", "docx", "csv", "xlsx")
REGIONAL, NATIONAL = ("pdf", "docx"), ("pdf", "csv", "xlsx")
IN_PREPARATION = "Valmisteilla, ei tehty ({maara}): {alueet}. Raportti tehdään, kun alue nimetään."
NO_FOLLOW_UPS = "Yhdellekään alueelle ei ole kirjattu seurantaa, jonka jakso on päättynyt."
NATIONAL_ALONE = mark(
    "Valtakunnallinen raportti (--national) tehdään kaikista alueista: anna se ilman aluetta, "
    "jaksoa, johtoryhmää ja tiivistelmää."
)
WHAT_IF_ALONE = mark("Valitsin --what-if kuuluu valtakunnalliseen raporttiin: lisää --national.")
NO_TABLE = mark("Taulukot (csv, xlsx) tehdään valtakunnallisesta raportista: lisää --national.")
NO_WORD = mark("Valtakunnallisen raportin muodot ovat pdf, csv ja xlsx.")


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
    help="Tiedoston muoto. Alueen raportti: pdf tai docx. Valtakunnallinen: pdf, csv tai xlsx.",
)
@languages_option(help="Kieli. Oletus: alueen kielet.")
@click.option("--summary", is_flag=True, help="Yhden sivun tiivistelmä osapuolten toimielimille.")
@click.option("--national", is_flag=True, help="Kaikki alueet rinnakkain yhdessä raportissa.")
@click.option(
    "--what-if",
    "what_if",
    type=click.Path(path_type=Path),
    metavar="TIEDOSTO",
    help="Muutos kunnissa tai alueissa (YAML): mitä jäsenyyksiä ja sopimuksia se koskee. "
    "Vain valitsimen --national kanssa.",
)
@out_option(help="Minne raportit tehdään.")
@click.pass_obj
def command(
    settings: Settings,
    alueet: tuple[str, ...],
    period: str,
    group: str,
    form: str,
    languages: tuple[str, ...],
    summary: bool,
    national: bool,
    what_if: Path | None,
    out: Path,
) -> int:
    """Make the reports and say what came of each."""
    _suits(form, what_if, national=national, regional=bool(alueet or period or group or summary))
    if national:
        return _national(settings, form, languages, out, what_if)
    from sopimukset.tasks.report import Wishes
    from sopimukset.tasks.report_matters import Choice

    wishes = Wishes(alueet, Choice(period, group), languages, form, summary, out)
    return _regional(settings, wishes)


def _suits(form: str, what_if: Path | None, *, national: bool, regional: bool) -> None:
    """Refuse options that don't belong together.

    Raises:
        UsageError: they don't.
    """
    if national and regional:
        raise click.UsageError(say(NATIONAL_ALONE))
    if what_if is not None and not national:
        raise click.UsageError(say(WHAT_IF_ALONE))
    if form not in (NATIONAL if national else REGIONAL):
        raise click.UsageError(say(NO_TABLE if not national else NO_WORD))


def _national(
    settings: Settings, form: str, languages: tuple[str, ...], out: Path, what_if: Path | None
) -> int:
    """The national report: each file on a line of standard output."""
    from sopimukset.cli.progress import progress_line
    from sopimukset.tasks.national import Wishes, make_national
    from sopimukset.tasks.refused import HeldBackError, RefusedError

    broken: list[str] = []
    notes: list[str] = []
    try:
        for language in languages or ("fi",):
            wishes = Wishes(form, language, out, what_if)
            with progress_line(sys.stderr, say("Luetaan alueita")) as progress:
                written = make_national(settings.folder, wishes, settings.as_of, progress)
            click.echo("\n".join(file.as_posix() for file in written.files))
            broken, notes = written.broken, written.notes
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    except HeldBackError as held:
        click.echo("\n".join((held.message, *(f"  {line}" for line in held.reasons))), err=True)
        return FINDINGS
    for line in (*notes, *broken):
        click.echo(line, err=True)
    return FINDINGS if broken else OK


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
    for line in (*result.broken, *result.errors, *result.languages, *result.skipped):
        click.echo(line, err=True)
    if result.in_preparation:
        names, number = ", ".join(result.in_preparation), len(result.in_preparation)
        click.echo(say(IN_PREPARATION).format(maara=number, alueet=names), err=True)

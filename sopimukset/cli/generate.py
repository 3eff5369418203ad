"""`sopimukset generate`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.exit_codes import NOTHING, OUTSIDE
from sopimukset.cli.options import NearChoice, languages_option, out_option
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.generate import Generated, Item

KINDS = (
    *("tym-sopimus", "sopimus-asettajasta", "nuorten-yhteispalvelu"),
    *("liite", "asiakirjaluettelo", "lausuntopyynto"),
    *("kokoonpano", "nimeamispyynto", "roolikortti"),
    *("yhdyspintasopimus", "muutossopimus", "irtisanomisilmoitus"),
    *("paatosehdotus", "neuvottelumuistio", "kokouskutsu", "poytakirja", "toimenpidelista"),
    *("vuositavoitteet", "henkiloston-tarkistus", "vuosikello", "yhteistyorakenne"),
    *("seurantaraportti", "muutosloki"),
)
"""The kinds of document; `documents.kinds` has them too, but is slow to load for a help text."""

YEARLY = ("vuositavoitteet", "henkiloston-tarkistus", "vuosikello")
"""The kinds whose documents are of a calendar year (`Kind.of_year`)."""

IN_PREPARATION = (
    "Valmisteilla, ei tehty ({maara}): {alueet}. Nimetystä alueesta, jolle on kirjattu sopimus, "
    "tehdään luonnos."
)
NO_YEAR = "Valitsin --year koskee vain asiakirjatyyppejä {lajit}."
LACKING = mark("Mitä tiedoista vielä puuttuu: sopimukset check {alueet}")
NO_DRAFTS = "Valitsin --final estää luonnokset. Täydennä yllä luetellut tiedot."


def _shard(
    _ctx: click.Context, _option: click.Parameter, value: str | None
) -> tuple[int, int] | None:
    if value is None:
        return None
    match = re.fullmatch(r"(\d+)/(\d+)", value)
    if match is None or not 1 <= int(match[1]) <= int(match[2]):
        raise click.BadParameter(say("kirjoita esimerkiksi 1/4: ensimmäinen osa neljästä."))
    return int(match[1]), int(match[2])


@click.command(
    "generate",
    help="Tee asiakirjat Word-tiedostoina. Ilman ALUETTA alueet, joiden vaihe on vahvistettu. "
    "Vain muuttuneet tehdään uudelleen. Asiakirja, josta puuttuu tietoja tai jonka tiedoissa on "
    "virhe, saa merkinnän LUONNOS. Asiakirjoihin tulee kaikki kirjattu, myös tarkastelupäivän "
    "jälkeiset päivät; --as-of ratkaisee, mitkä virheet tiedoissa ovat ja minkä vuoden vuosikello "
    "tehdään.",
    epilog="Paluukoodit: 0 kunnossa, 1 jokin jäi tekemättä, 2 väärä käyttö, 3 ei mitään tehtävää, "
    "4 kirjoittaminen ei onnistunut.",
)
@click.argument("alueet", nargs=-1, metavar="[ALUE]...")
@click.option(
    "--document",
    "kinds",
    type=NearChoice(KINDS),
    multiple=True,
    metavar="LAJI",
    help="Asiakirjatyyppi: sopimukset templates list. Oletus: kaikki.",
)
@languages_option(help="Kieli. Oletus: alueen kielet.")
@out_option(help="Minne asiakirjat tehdään.")
@click.option("--final", is_flag=True, help="Kieltäydy, jos asiakirja jäisi luonnokseksi.")
@click.option(
    "--annotated", is_flag=True, help="Lakimiehen kappale: lausekkeen alle säännökset ja sääntö."
)
@click.option(
    "--bundle",
    is_flag=True,
    help="Tee sopimuksista niput: sopimus, liitteet omina asiakirjoinaan ja niiden luettelo, "
    "kansiona ja zip-pakettina. Yhteistyösopimuksesta aina, muusta sopimuksesta, jos sillä on "
    "liitteitä.",
)
@click.option(
    "--year",
    type=click.IntRange(1900, 2999),
    metavar="VUOSI",
    help="Vain tämän vuoden asiakirjat: vuositavoitteet, henkilöstön tarkistus ja vuosikello. "
    "Oletus: kaikki kirjatut vuodet, vuosikellosta tarkastelupäivän vuosi tai sitä seuraava, jos "
    "sille on jo asetettu tavoitteet.",
)
@click.option(
    "--shard",
    callback=_shard,
    metavar="K/N",
    help="Tee vain alueiden K:s osa N:stä, esimerkiksi 1/4.",
)
@click.option("--force", is_flag=True, help="Tee uudelleen, ja korvaa myös muokattu tiedosto.")
@click.pass_obj
def command(
    settings: Settings,
    alueet: tuple[str, ...],
    kinds: tuple[str, ...],
    languages: tuple[str, ...],
    out: Path,
    final: bool,
    annotated: bool,
    shard: tuple[int, int] | None,
    force: bool,
    bundle: bool,
    year: int | None,
) -> int:
    """Make the documents and say what came of each."""
    from sopimukset.cli.progress import progress_line
    from sopimukset.tasks.generate import Fate, Wishes, generate

    if bundle and kinds:
        raise click.UsageError(say("Valitsimia --bundle ja --document ei käytetä yhdessä."))
    _check_year(year, kinds, bundle=bundle)
    wishes = Wishes(alueet, languages, out, final, force, annotated, shard, kinds, bundle, year)
    with progress_line(sys.stderr, say("Tehdään asiakirjoja")) as progress:
        result = generate(settings.folder, wishes, settings.as_of, progress, _told)
    _tell(result, chosen=bool(alueet))
    if not result.items and shard is None:
        return NOTHING
    return OUTSIDE if result.having(Fate.OUTSIDE) else int(result.failed)


def _check_year(year: int | None, kinds: tuple[str, ...], *, bundle: bool) -> None:
    """Make sure that what is asked for is of years, where one is named.

    Raises:
        click.UsageError: some of it isn't.
    """
    if year is not None and (bundle or not set(kinds).issubset(YEARLY)):
        raise click.UsageError(say(NO_YEAR).format(lajit=", ".join(YEARLY)))


def _told(line: str) -> None:
    click.echo(line, err=True)


def _tell(result: Generated, *, chosen: bool) -> None:
    """Results on standard output, what was skipped and why on standard error."""
    from sopimukset.tasks.generate import Fate

    for item in result.items:
        if item.fate in (Fate.MADE, Fate.UNCHANGED):
            click.echo(_line(item))
            _notes(item)
    said: dict[tuple[Fate, str], dict[str, None]] = {}
    for item in result.items:
        if item.fate not in (Fate.MADE, Fate.UNCHANGED):
            said.setdefault((item.fate, item.name), {}).update(dict.fromkeys(item.notes))
    for (fate, name), notes in said.items():
        _told("\n    ".join((f"{say(fate.value)}: {name}", *notes)))
    _summary(result, chosen=chosen)
    skipped = all(item.fate is Fate.SKIPPED for item in result.items)
    if skipped and len(result.items) > len(said):  # no kind of document, not one that was asked for
        _told(say(LACKING).format(alueet=" ".join(name for _, name in said)))


def _line(item: Item) -> str:
    marks = f"  [{' – '.join(item.marks)}]" if item.marks else ""
    return f"{say(item.fate.value)}: {item.name}{marks}"


def _notes(item: Item) -> None:
    for note in item.notes:
        click.echo(f"    {note}", err=True)


def _summary(result: Generated, *, chosen: bool) -> None:
    from sopimukset.tasks.generate import Fate, totals

    counted = totals(result.items)
    words = ", ".join(f"{say(fate.value)} {number}" for fate, number in counted.items() if number)
    for folder in result.templates:
        click.echo(say("Pohjat työtilan omasta kansiosta {kansio}").format(kansio=folder), err=True)
    for line in result.languages:
        click.echo(line, err=True)
    if result.in_preparation and not chosen:
        names = ", ".join(result.in_preparation)
        number = len(result.in_preparation)
        click.echo(say(IN_PREPARATION).format(maara=number, alueet=names), err=True)
    click.echo(
        say("Asiakirjat ({maarat}): {kansio}").format(
            maarat=words or say("ei yhtään"), kansio=result.out.resolve()
        ),
        err=True,
    )
    if counted[Fate.REFUSED]:
        click.echo(say(NO_DRAFTS), err=True)

"""`sopimukset redline`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.counts import told_count
from sopimukset.cli.exit_codes import OK
from sopimukset.cli.options import LANGUAGES, tell
from sopimukset.cli.settings import Settings
from sopimukset.tasks.refused import RefusedError

if TYPE_CHECKING:
    from sopimukset.tasks.redline import Redlined, Wishes

WORD = ".docx"
FORMS = mark(
    "Anna kaksi Word-tiedostoa, tai alue, sopimus ja väli A..B, tai alue, sopimus ja Word-tiedosto."
)
NO_FILE = mark("Tiedostoa {tiedosto} ei ole.")
ONLY_INCOMING = mark("Valitsin --format json koskee vain toisen osapuolen luonnosta.")
MADE = mark("tehty: {tiedosto}")
UNCHANGED = mark("ennallaan: {tiedosto}")
NOTHING_WRITTEN = mark("Eroja ei ole, joten tiedostoa ei tehty.")
NO_CHANGES = mark("Asiakirjoissa ei ole eroja.")


@click.command(
    "redline",
    short_help="Tee Word-asiakirja, jossa muutokset ovat jäljitettyinä.",
    help="Tee Word-asiakirja, jossa muutokset ovat jäljitettyinä. Vertaa kahta tiedostoa "
    "(VANHA.docx UUSI.docx), sopimuksen kahta versiota (ALUE SOPIMUS A..B) tai toisen osapuolen "
    "luonnosta alueen sopimukseen (ALUE SOPIMUS LUONNOS.docx). Kun muutokset hyväksytään, tulos on "
    "uusi asiakirja; kun ne hylätään, vanha.",
    epilog="SOPIMUS on sopimuksen tunnus. Välin päät voivat olla sopimuksen versioita "
    "(1.0..2.0). Paluukoodit: 0 tehty, 2 väärä käyttö tai tiedosto on jo "
    "paikalla, 3 aluetta, sopimusta tai versiota ei ole, 4 tiedostoa ei voi lukea tai kirjoittaa.",
)
@click.argument(
    "mita", nargs=-1, required=True, metavar="VANHA.docx UUSI.docx | ALUE SOPIMUS A..B|LUONNOS.docx"
)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="TIEDOSTO",
    help="Tehtävä tiedosto. Oletus: uuden asiakirjan nimi, jonka lopussa on _muutokset.",
)
@click.option(
    "--author",
    metavar="NIMI",
    help="Muutosten tekijä. Oletus: uuden asiakirjan viimeisin tallentaja tai muutoksen tekijä.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    help="Sopimuksen kieli. Oletus: alueen ensimmäinen kieli; luonnoksen kieli tunnistetaan.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Luonnoksen vertailun muoto.",
)
@click.option("--force", is_flag=True, help="Korvaa tiedosto, joka on jo paikalla.")
@click.pass_obj
def command(
    settings: Settings,
    mita: tuple[str, ...],
    out: Path | None,
    author: str | None,
    language: str | None,
    form: str,
    force: bool,
) -> int:
    """Make a document with tracked changes."""
    from sopimukset.tasks.redline import Wishes

    wishes = Wishes(out, author, language, force)
    try:
        return _done(settings, mita, wishes, form)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused


def _done(settings: Settings, mita: tuple[str, ...], wishes: Wishes, form: str) -> int:
    if len(mita) == 3 and mita[2].lower().endswith(WORD):
        return _incoming(settings, mita, wishes, form)
    if form == "json":
        raise click.UsageError(say(ONLY_INCOMING))
    if len(mita) == 2 and all(item.lower().endswith(WORD) for item in mita):
        return _files(mita, wishes)
    if len(mita) == 3 and ".." in mita[2]:
        from sopimukset.tasks.redline_revisions import redline_revisions

        region, agreement, span = mita
        return _tell(
            redline_revisions(
                settings.folder, region, agreement, span, settings.as_of, wishes, tell
            )
        )
    raise click.UsageError(say(FORMS))


def _files(names: tuple[str, ...], wishes: Wishes) -> int:
    from sopimukset.tasks.redline import redline_files

    old, new = map(_file, names)
    return _tell(redline_files(old, new, wishes, tell))


def _incoming(settings: Settings, names: tuple[str, ...], wishes: Wishes, form: str) -> int:
    from sopimukset.tasks.redline_incoming import redline_incoming

    region, agreement, file = names
    found = redline_incoming(
        settings.folder, region, agreement, _file(file), settings.as_of, wishes, tell
    )
    if form == "json":
        from sopimukset.reporting.drafts import draft_data

        told = draft_data(found.comparison)
        path = found.redlined.path
        told |= {"region": region, "agreement": agreement, "language": found.language}
        told["compared_with"] = found.version or None
        click.echo(
            json.dumps(told | {"file": path and path.as_posix()}, ensure_ascii=False, indent=2)
        )
        return OK
    from sopimukset.cli.terminal import width
    from sopimukset.reporting.drafts import draft_lines

    for line in draft_lines(found.comparison, width()):
        click.echo(line)
    return _tell(found.redlined)


def _file(name: str) -> Path:
    path = Path(name)
    if not path.exists():
        raise click.UsageError(say(NO_FILE).format(tiedosto=name))
    return path


def _tell(made: Redlined) -> int:
    if made.path is None:
        tell(say(NOTHING_WRITTEN))
        return OK
    click.echo(say(MADE if made.written else UNCHANGED).format(tiedosto=made.path.as_posix()))
    tell(say(NO_CHANGES) if made.count.none else told_count(made.count))
    return OK

"""`sopimukset templates`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.options import LANGUAGES, REPORTS, form_option, strict_option, tell
from sopimukset.cli.settings import Settings
from sopimukset.cli.slips import Verbs

if TYPE_CHECKING:
    from sopimukset.tasks.deviations import Changed, Deviation, Deviations
    from sopimukset.tasks.templates import Row

INDENT = "  "
OPTIONS = "[VALITSIMET]"
NAMES = {"fi": mark("suomi"), "sv": mark("ruotsi")}
DONE = {"poista": mark("poistettu"), "korvaa": mark("korvattu"), "lisaa": mark("lisätty")}

ROW = "kielet: {kielet} · lausekkeita: {maara} · {kansio}"
SHIPPED = "ohjelman mukana tuleva kansio"
OWN = "työtilan oma kansio {kansio}"
UNREAD_CLAUSES = "ei voi lukea"
NO_LAYOUT_YET = "ei vielä pohjaa"

CLAUSE = "{lauseke} – {otsikko} ({laji}{pakollinen}): muutoksia {maara} ({teot}), alueita {alueita}"
OWN_CLAUSE = "alueen oma lauseke"
MANDATORY = "pakollinen"
KEPT = mark("ei poistettu, sillä lauseke on pakollinen")
UNTOLD = "muutosta ei ole kirjattu"
REASON = "Peruste: "
NO_REASON = "Perustetta ei ole kirjattu."
TEXT = "Teksti: "
UNCHANGED = "Mallilausekkeita ei ole muutettu: {alueet}."
NOTHING = "Mallilausekkeita ei ole muutettu."
UNREAD = "Aluetta ei voi lukea: {alueet}. Tarkasta: sopimukset check."


@click.group(
    "templates",
    cls=Verbs,
    subcommand_metavar="KOMENTO [ARGUMENTIT]...",
    help="Asiakirjapohjat: luettelo, tarkastus, teksti vertailua varten ja poikkeamat "
    "mallilausekkeista.",
)
def command() -> None:
    """The group of the four commands."""


@command.command(
    "list",
    options_metavar=OPTIONS,
    short_help="Luettele asiakirjatyypit.",
    help="Luettele asiakirjatyypit: nimi, kielet joilla on pohja, onko kansio työtilan oma, ja "
    "lausekkeiden määrä.",
)
@click.pass_obj
def list_command(settings: Settings) -> int:
    """Print the kinds of document."""
    from sopimukset.tasks.templates import listing

    found = listing(settings.folder)
    for row in found.rows:
        click.echo(f"{row.laji}{INDENT}{row.name}")
        click.echo(f"{INDENT}{_folder(row)}")
    for note in found.notes:
        tell(note)
    return OK


def _folder(row: Row) -> str:
    languages = ", ".join(say(NAMES[item]) for item in row.languages)
    return say(ROW).format(
        kielet=languages or say(NO_LAYOUT_YET),
        maara=say(UNREAD_CLAUSES) if row.clauses is None else row.clauses,
        kansio=say(OWN).format(kansio=row.own) if row.own else say(SHIPPED),
    )


@command.command(
    "lint",
    options_metavar=OPTIONS,
    short_help="Tarkasta pohjat ja mallilausekkeet.",
    help="Tarkasta pohjat ja mallilausekkeet: tuntemattomat ja käyttämättömät kentät, rikkinäiset "
    "merkinnät, kielten erot, puuttuvat taulukot ja saavutettavuus. Havainto kertoo osan, "
    "kappaleen ja lähimmän oikean nimen. Rivi on sama kuin komennossa templates show.",
    epilog="Paluukoodit: 0 kunnossa, 1 virheitä, 2 väärä käyttö, 3 asiakirjatyyppiä ei ole, "
    "4 tiedostoa ei voi lukea.",
)
@click.argument("lajit", nargs=-1, metavar="[LAJI]...")
@form_option(REPORTS)
@strict_option
@click.pass_obj
def lint_command(settings: Settings, lajit: tuple[str, ...], form: str, strict: bool) -> int:
    """Lint templates and print the findings."""
    from sopimukset.cli.terminal import colour, width
    from sopimukset.tasks.templates import Question, linted

    question = Question(
        settings.folder, lajit, settings.as_of, form, colour(sys.stdout), width(), strict
    )
    text, failed = linted(question, tell)
    click.echo(text)
    return int(failed)


@command.command(
    "show",
    options_metavar=OPTIONS,
    short_help="Tulosta pohja tekstinä.",
    help="Tulosta pohja tai muu Word-tiedosto tekstinä vertailua varten: kappale riville, taulukon "
    "rivi riville, merkinnät mukana.",
)
@click.argument("pohja", metavar="LAJI|TIEDOSTO")
@click.option(
    "--language",
    "language",
    type=click.Choice(LANGUAGES),
    default="fi",
    show_default=True,
    help="Pohjan kieli.",
)
@click.pass_obj
def show_command(settings: Settings, pohja: str, language: str) -> int:
    """Print a layout as lines."""
    from sopimukset.tasks.template_text import text_lines

    for line in text_lines(settings.folder, pohja, language):
        click.echo(line)
    return OK


@command.command(
    "deviations",
    options_metavar=OPTIONS,
    short_help="Kerro, mitä mallilausekkeita alueet muuttavat.",
    help="Kerro, mitä mallilausekkeita alueet muuttavat eniten, miten ja millä perusteella. Ilman "
    "ALUETTA kaikki alueet.",
    epilog="Paluukoodit: 0 kunnossa, 1 jotakin aluetta ei voi lukea, 2 väärä käyttö, 3 ei työtilaa "
    "tai aluetta.",
)
@click.argument("alueet", nargs=-1, metavar="[ALUE]...")
@form_option()
@click.pass_obj
def deviations_command(settings: Settings, alueet: tuple[str, ...], form: str) -> int:
    """Print the changes that regions have made to model clauses."""
    from sopimukset.tasks.deviations import deviations, plain

    found = deviations(settings.folder, alueet)
    if form == "json":
        import json

        click.echo(json.dumps(plain(found), ensure_ascii=False, indent=2))
    else:
        _print(_told(found))
    if found.unread:
        tell(say(UNREAD).format(alueet=", ".join(found.unread)))
    return FINDINGS if found.unread else OK


def _print(lines: Iterator[tuple[str, str]]) -> None:
    """Lines that are wrapped to the terminal, each with its indent."""
    from sopimukset.cli.terminal import width
    from sopimukset.reporting.cells import wrapped

    for indent, text in lines:
        for line in wrapped(text, width(), first=indent, rest=f"{indent}{INDENT}"):
            click.echo(line)


def _told(found: Deviations) -> Iterator[tuple[str, str]]:
    for row in found.clauses:
        yield "", _clause(row)
        for item in row.changes:
            yield from _change(item, row)
    if found.unchanged:
        yield "", say(UNCHANGED).format(alueet=", ".join(found.unchanged))
    elif not found.clauses:
        yield "", say(NOTHING)


def _clause(row: Changed) -> str:
    from sopimukset.tasks.deviations import in_own_language

    actions: dict[str, int] = {}
    for item in row.changes:
        done = _done(item.action, row)
        actions[done] = actions.get(done, 0) + 1
    title = in_own_language(row.title) if row.model else say(OWN_CLAUSE)
    return say(CLAUSE).format(
        lauseke=row.clause,
        otsikko=title,
        laji=row.kind,
        pakollinen=f", {say(MANDATORY)}" if row.mandatory else "",
        maara=len(row.changes),
        alueita=len(row.regions),
        teot=", ".join(f"{done} {count}" for done, count in actions.items()),
    )


def _done(action: str, row: Changed) -> str:
    """What has come of a change: a mandatory clause stays in the agreement."""
    if action == "poista" and row.mandatory:
        return say(KEPT)
    return say(DONE[action]) if action in DONE else say(UNTOLD)


def _change(item: Deviation, row: Changed) -> Iterator[tuple[str, str]]:
    from sopimukset.tasks.deviations import in_own_language

    yield (
        INDENT,
        f"{item.region} [{item.agreement}]: {_done(item.action, row)} {item.file}:{item.line}",
    )
    reason, text = in_own_language(item.reason), in_own_language(item.text)
    yield INDENT * 2, f"{say(REASON)}{reason}" if reason else say(NO_REASON)
    if text:
        heading = in_own_language(item.heading)
        yield INDENT * 2, f"{say(TEXT)}{heading + ': ' if heading else ''}{' '.join(text.split())}"

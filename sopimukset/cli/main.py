"""The entry: global options, the lazy table of verbs, and what every failure comes to."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

from sopimukset import __version__
from sopimukset.base.speech import say
from sopimukset.cli.begin import interrupted
from sopimukset.cli.exit_codes import NOTHING, OK, OUTSIDE, USAGE
from sopimukset.cli.language import spoken
from sopimukset.cli.settings import Settings
from sopimukset.cli.slips import better, unknown_verb
from sopimukset.locale import LANGUAGES, VARIABLE, speak, wanted_language

VERBS = {
    "init": "Luo uusi työtila: esimerkkialue, CI-tiedostot, editorin asetukset ja ohje.",
    "new": "Luo alueen tiedosto kansallisen rekisterin pohjalta.",
    "check": "Tarkasta alueet lakia ja tietojen omaa johdonmukaisuutta vasten.",
    "explain": "Selitä sääntö: mitä se vaatii, miksi ja miten havainto korjataan.",
    "fix": "Korjaa tiedostoista se, minkä voi korjata vain yhdellä tavalla.",
    "generate": "Tee asiakirjat Word-tiedostoina.",
    "release": "Tee sopimuksesta versio, jonka osapuolet voivat hyväksyä.",
    "approve": "Kirjaa osapuolen hyväksyntä tai allekirjoitus sopimuksen versiolle.",
    "status": "Kerro, missä vaiheessa sopimukset ovat ja mitä määräaikoja lähestyy.",
    "import": "Tuo mittareiden arvoja tai jäseniä CSV- tai XLSX-taulukosta.",
    "report": "Tee johtoryhmien seurantaraportit PDF- tai Word-tiedostoina.",
    "calendar": "Tee kokouksista ja määräajoista kalenteri, jonka kalenteriohjelma tuo.",
    "templates": "Luettele ja tarkasta asiakirjapohjat, tulosta ne tekstinä, vertaa alueiden "
    "poikkeamia.",
    "changelog": "Kerro, mitä on muuttunut kahden ajankohdan välillä ja mitä muutokset vaativat.",
    "verify": "Kerro, mistä asiakirja on tehty ja onko se tai sen tiedot muuttuneet.",
    "redline": "Tee Word-asiakirja, jossa muutokset ovat jäljitettyinä.",
    "history": "Kerro, kuka on hoitanut roolia, mitä kentässä on ollut ja mikä versio sen kirjasi.",
    "law": "Luettele laki, johon säännöt perustuvat, tai vertaa sitä uudempaan tekstiin.",
    "schema": "Kirjoita JSON-skeemat editoria varten tai tarkista niiden ajantasaisuus.",
    "doctor": "Kerro, mitä koneessa ja työtilassa on, mitä puuttuu ja miten sen korjaa.",
}
"""The verbs with their help, so that `--help` imports none of them."""


def _module(verb: str) -> str:
    """The module of a verb; a word of Python's own can't name one."""
    return "importing" if verb == "import" else verb


class LazyGroup(click.Group):
    """Imports a verb's module only when that verb is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The verbs in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb's command; None for an unknown one."""
        if cmd_name not in VERBS:
            return None
        module = import_module(f"sopimukset.cli.{_module(cmd_name)}")
        command: click.Command = module.command
        command.options_metavar = "[VALITSIMET]"
        return spoken(command)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The verbs with their help, without importing them."""
        with formatter.section(say("Komennot")):
            formatter.write_dl([(verb, say(told)) for verb, told in VERBS.items()])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb, and suggest the nearest one where there is none of that name."""
        name = args[0] if args else ""
        if name and name not in VERBS and not name.startswith("-"):
            unknown_verb(name, VERBS, ctx, told=False)
        return super().resolve_command(ctx, args)


@click.group(
    cls=LazyGroup,
    options_metavar="[VALITSIMET]",
    subcommand_metavar="KOMENTO [ARGUMENTIT]...",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    help="Alueiden TYM-johtoryhmien tiedot: tarkastus lakia vasten ja asiakirjat Wordiin.",
    epilog="Ohje komentoon: sopimukset KOMENTO --help. Säännön selitys: sopimukset explain G07.",
)
@click.version_option(
    __version__, "--version", message="sopimukset %(version)s", help="Näytä versio ja lopeta."
)
@click.option(
    "-C",
    "folder",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="KANSIO",
    help="Työtilan kansio, jos muu kuin nykyinen.",
)
@click.option(
    "--as-of",
    metavar="PÄIVÄ",
    help="Tarkastelupäivä muodossa 2026-03-01. Oletus: tämä päivä.",
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar=VARIABLE,
    help="Viestien ja ohjeiden kieli. Oletus: muuttuja SOPIMUKSET_LANG, muuten fi.",
)
@click.pass_context
def main(ctx: click.Context, folder: Path, as_of: str | None, lang: str | None) -> None:
    """The group behind every verb."""
    del lang  # heeded before click reads the line: the help speaks the language too
    ctx.obj = Settings(folder, as_of)


def run(arguments: list[str] | None = None) -> NoReturn:
    """Run the command line and leave with the exit code that the outcome has."""
    given = sys.argv[1:] if arguments is None else arguments
    speak(wanted_language(given))
    sys.exit(_outcome(given))


def _outcome(arguments: list[str]) -> int:
    output = sys.stdout
    try:
        result = spoken(main).main(arguments, prog_name="sopimukset", standalone_mode=False)
    except click.exceptions.Exit as leaving:
        return leaving.exit_code
    except click.ClickException as error:
        better(error).show()
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return interrupted(arguments)
    except SystemExit:
        # click leaves so when nobody reads our output any more; it wraps the streams before
        if sys.stdout is output:
            raise
        return _unheard()
    except BrokenPipeError:
        return _unheard()
    except Exception as error:
        return _failure(error)
    return result if isinstance(result, int) else OK


def _unheard() -> int:
    """The reader of our output left early (`| head`): no failure, and nothing more to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return OK


def _failure(error: Exception) -> int:
    """What a failure outside the records comes to; a bug in the program is raised as it is."""
    from sopimukset.tasks.failure import OutsideFailure, as_failure
    from sopimukset.workspace.locate import WorkspaceError

    if isinstance(error, WorkspaceError):
        say_error(error.message, error.advice)
        return NOTHING
    if isinstance(error, OSError):
        error = as_failure(error)
    if isinstance(error, OutsideFailure):
        say_error(error.message, error.advice)
        return OUTSIDE
    raise error


def say_error(message: str, advice: str) -> None:
    """A failure on standard error: what, and what to do, both said already."""
    click.echo(say("Virhe: {viesti}").format(viesti=message), err=True)
    if advice:
        click.echo(f"       {advice}", err=True)

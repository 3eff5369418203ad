"""`sopimukset new`: by options, or as a dialogue at a terminal."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sopimukset.base.dates import finnish_day, iso_day
from sopimukset.base.speech import mark, say
from sopimukset.cli.options import LANGUAGES, languages_option
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.register import Hyvinvointialue
    from sopimukset.tasks.scaffold import Groups, Listed, Wishes

GROUPS = ("none", "one", "per-area")
ANSWERS = {mark("ei"): "none", mark("yksi"): "one", mark("alueittain"): "per-area"}
"""How the dialogue speaks of `--groups`, in words to be said."""

GROUPLESS = "Toimikausi tarvitsee johtoryhmän: lisää valitsin --groups one tai --groups per-area."


def _day(text: str) -> date:
    day = iso_day(text)
    if day is not None:
        return day
    meant = finnish_day(text)
    hint = (
        say("Tarkoititko: {meant}?").format(meant=meant.isoformat())
        if meant
        else say("Kirjoita esimerkiksi 2026-01-01.")
    )
    raise ValueError(say("{annettu} ei ole päivä. {neuvo}").format(annettu=text, neuvo=hint))


def _term_start(_ctx: click.Context, _option: click.Parameter, value: str | None) -> date | None:
    try:
        return None if value is None else _day(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.command(
    "new",
    help="Luo alueen tiedosto regions/ALUE/alue.yaml kansallisen rekisterin pohjalta: osapuolet, "
    "työllisyysalueet, kielet ja oikeushenkilöt. Olemassa olevaa tiedostoa ei korvata. "
    "Päätteessä ilman ALUETTA ja valitsimia komento kysyy tiedot.",
    epilog="Paluukoodit: 0 kunnossa, 2 väärä käyttö tai alue on jo olemassa, 3 ei työtilaa, "
    "4 kirjoittaminen ei onnistunut, 130 keskeytetty.",
)
@click.argument("alue", required=False, metavar="[ALUE]")
@click.option(
    "--groups",
    type=click.Choice(GROUPS),
    default=None,
    help="Johtoryhmät: none (ei vielä, oletus), one (yksi yhteinen) tai per-area (oma kullekin "
    "työllisyysalueelle).",
)
@languages_option(
    help="Asiakirjojen kieli, ensin alkuperäinen. Voi toistaa. Oletus: alueen kielet."
)
@click.option(
    "--term-start",
    callback=_term_start,
    metavar="PÄIVÄ",
    help="Ensimmäisen toimikauden alkupäivä, esimerkiksi 2026-01-01. Kausi on viisi vuotta.",
)
@click.option("--illustrative", is_flag=True, help="Esimerkki: kuvitteellinen alue.")
@click.option("--list", "only_list", is_flag=True, help="Luettele rekisterin alueet.")
@click.pass_obj
def command(
    settings: Settings,
    alue: str | None,
    groups: str | None,
    languages: tuple[str, ...],
    term_start: date | None,
    illustrative: bool,
    only_list: bool,
) -> int:
    """Make a region's file, or list the register's regions."""
    from sopimukset.cli.terminal import interactive
    from sopimukset.tasks.refused import RefusedError

    if only_list:
        return _list(settings.folder)
    options = (groups, languages, term_start, illustrative)
    try:
        if alue is None and not any(options) and interactive():
            return _dialogue(settings.folder)
        return _by_options(settings.folder, alue, options)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused


def _list(folder: Path) -> int:
    from sopimukset.tasks.scaffold import listed

    for region in listed(folder):
        click.echo(_row(region))
    return 0


def _row(region: Listed) -> str:
    there = f"  ({say('on työtilassa')})" if region.exists else ""
    return f"{region.key:<18} {region.name}{there}"


def _by_options(folder: Path, alue: str | None, options: tuple[Any, ...]) -> int:
    from sopimukset.tasks.scaffold import Groups, Wishes, county_named, target_of

    groups, languages, term_start, illustrative = options
    if alue is None:
        raise click.UsageError(say("ALUE puuttuu. Luettelo alueista: sopimukset new --list"))
    if term_start is not None and groups in (None, "none"):
        raise click.UsageError(say(GROUPLESS))
    county = county_named(alue)
    target_of(folder, county)
    unique = tuple(dict.fromkeys(languages))
    return _make(folder, county, Wishes(Groups(groups or "none"), unique, term_start, illustrative))


def _make(folder: Path, county: Hyvinvointialue, wishes: Wishes) -> int:
    from sopimukset.tasks.scaffold import create_region

    path = create_region(folder, county, wishes)
    click.echo(say("Kirjoitettu: {tiedosto}").format(tiedosto=path))
    command = f"sopimukset check {county.avain}"
    click.echo(
        say("Avoimet kohdat näkyvät komennolla: {komento}").format(komento=command), err=True
    )
    return 0


def _dialogue(folder: Path) -> int:
    """Ask, show what comes of it, and write it only when that is confirmed."""
    from sopimukset.cli.asking import ask, confirm
    from sopimukset.tasks.scaffold import (
        Wishes,
        default_languages,
        region_text,
        target_of,
    )

    county = _ask_region(folder)
    path = target_of(folder, county)
    own = ",".join(default_languages(county))
    languages = ask(say("Asiakirjojen kielet, alkuperäinen ensin"), _languages, own)
    groups = ask(
        say("Johtoryhmät ({vastaukset})").format(vastaukset=", ".join(_answers())),
        _groups,
        say("ei"),
    )
    start = None
    if groups.value != "none":
        start = ask(say("Toimikauden alkupäivä (tyhjä: ei vielä)"), _optional_day, "")
    wishes = Wishes(groups, languages, start)
    click.echo(f"\n{region_text(county, wishes)}")
    if not confirm(say("Kirjoitetaanko tiedosto {tiedosto}?").format(tiedosto=path)):
        click.echo(say("Mitään ei kirjoitettu."), err=True)
        return 0
    return _make(folder, county, wishes)


def _ask_region(folder: Path) -> Hyvinvointialue:
    from sopimukset.cli.asking import ask
    from sopimukset.tasks.refused import RefusedError
    from sopimukset.tasks.scaffold import county_named, listed
    from sopimukset.workspace.locate import find_root

    find_root(folder)
    regions = listed(folder)
    for number, region in enumerate(regions, 1):
        click.echo(f"{number:>3}  {_row(region)}")

    def chosen(answer: str) -> Hyvinvointialue:
        """The county of an answer, which is its number in the list or its key.

        Raises:
            ValueError: there is no such county.
        """
        if answer.isdecimal() and 1 <= int(answer) <= len(regions):
            answer = regions[int(answer) - 1].key
        try:
            return county_named(answer)
        except RefusedError as refused:
            raise ValueError(str(refused)) from refused

    return ask(say("Alueen numero tai tunnus"), chosen, "")


def _languages(answer: str) -> tuple[str, ...]:
    wanted = tuple(dict.fromkeys(answer.replace(",", " ").split()))
    if not wanted or not set(wanted) <= set(LANGUAGES):
        raise ValueError(say("Vastaa fi, sv, fi,sv tai sv,fi."))
    return wanted


def _groups(answer: str) -> Groups:
    from sopimukset.tasks.scaffold import Groups

    known = {**ANSWERS, **_answers()}
    if answer.casefold() not in known:
        raise ValueError(say("Vastaa {vastaukset}.").format(vastaukset=", ".join(_answers())))
    return Groups(known[answer.casefold()])


def _answers() -> dict[str, str]:
    """The answers in the language of the dialogue."""
    return {say(answer): groups for answer, groups in ANSWERS.items()}


def _optional_day(answer: str) -> date | None:
    return _day(answer) if answer else None

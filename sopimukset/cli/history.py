"""`sopimukset history`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.check import tell
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.settings import Settings
from sopimukset.tasks.refused import RefusedError

if TYPE_CHECKING:
    from sopimukset.tasks.history import Annotated, Held, Read, Values

SKIPPED = mark("Ohitettu versio {versio}, jota ei voi lukea: {syy}")
NOBODY = mark("Rooliin ei ole kirjattu ketään.")
ONE = mark("Anna yksi valitsimista --role, --path ja --annotate.")


@click.command(
    "history",
    help="Kerro alueen historiasta: kuka on hoitanut roolia mistä mihin, mitä kentässä on ollut, "
    "tai mikä versio on kirjannut minkäkin tiedon. Alue tunnistetaan avaimesta alue, vaikka kansio "
    "olisi nimetty uudelleen. Komento vain lukee.",
    epilog="Roolit: puheenjohtaja, varapuheenjohtaja, sihteeri, jäsenyyden tunnus (kela-1), "
    "varajasen:kela-1, johtava:TUNNUS, varahenkilo:TUNNUS, asiantuntija:TUNNUS. "
    "Paluukoodit: 0 kunnossa, 1 nykyistä tiedostoa ei voi lukea, 2 väärä käyttö, 3 aluetta tai "
    "historiaa ei ole, 4 ulkopuolinen vika (git, oikeudet).",
)
@click.argument("alue", metavar="ALUE")
@click.option("--role", "role", metavar="ROOLI", help="Kuka on hoitanut roolia.")
@click.option("--path", "path", metavar="POLKU", help="Mitä kentässä on ollut.")
@click.option("--annotate", is_flag=True, help="Tiedosto, jossa on rivin versio, päivä ja tekijä.")
@click.option("--group", "group", metavar="RYHMÄ", help="Vain tämä johtoryhmä (rooleista).")
@click.option("--names", is_flag=True, help="Näytä myös henkilöiden nimet.")
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="Tulosteen muoto.",
)
@click.pass_obj
def command(
    settings: Settings,
    alue: str,
    role: str | None,
    path: str | None,
    annotate: bool,
    group: str | None,
    names: bool,
    form: str,
) -> int:
    """Tell of a region's past."""
    from sopimukset.tasks.history import annotated, held, values

    if (role is not None) + (path is not None) + annotate != 1:
        raise click.UsageError(say(ONE))
    try:
        if role is not None:
            return _show_holders(held(settings.folder, alue, role, group), form, names=names)
        if path is not None:
            return _show_values(values(settings.folder, alue, path, names=names), form)
        return _show_lines(annotated(settings.folder, alue, names=names), form)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused


def _show_holders(found: Held, form: str, *, names: bool) -> int:
    from sopimukset.cli.terminal import width
    from sopimukset.reporting.history import holders_data, holders_text

    states = found.read.states
    if form == "json":
        rows = holders_data(found.rows, states, names=names)
        return _finish(found.read, form, {"role": found.role, "rows": rows})
    lines = holders_text(found.rows, states, width(), names=names)
    return _finish(found.read, form, lines if found.rows else [say(NOBODY)])


def _show_values(found: Values, form: str) -> int:
    from sopimukset.cli.terminal import width
    from sopimukset.reporting.history import author_of, state_data, values_text

    rows = [(found.read.states[row.at], row.value, row.there) for row in found.rows]
    if form == "text":
        return _finish(found.read, form, values_text(rows, width()))
    data = [
        {"value": value, "there": there, **state_data(state), "author": author_of(state) or None}
        for state, value, there in rows
    ]
    return _finish(found.read, form, {"path": found.path, "rows": data})


def _show_lines(found: Annotated, form: str) -> int:
    from sopimukset.reporting.history import annotated_text, author_of, state_data

    states = found.read.states
    if form == "text":
        lines = [(line.text, None if line.at is None else states[line.at]) for line in found.lines]
        return _finish(found.read, form, annotated_text(lines))
    data = [
        {
            "line": fact.line,
            "path": fact.path,
            **state_data(states[fact.at]),
            "author": author_of(states[fact.at]) or None,
        }
        for fact in found.facts
    ]
    return _finish(found.read, form, {"file": found.file, "values": data})


def _finish(read: Read, form: str, shown: Iterable[str] | dict[str, Any]) -> int:
    """Print what was found, then tell of what was skipped."""
    from sopimukset.reporting.history import state_data, told_state

    if isinstance(shown, dict):
        skipped = [{**state_data(item.state), "reason": item.reason} for item in read.skipped]
        data = {"region": read.region, **shown, "skipped": skipped}
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_number))
    else:
        for line in shown:
            click.echo(line)
    for item in read.skipped:
        tell(say(SKIPPED).format(versio=told_state(item.state), syy=item.reason))
    return FINDINGS if read.broken_now else OK


def _number(value: object) -> float:
    """A decimal of the record as JSON has it."""
    return float(str(value))

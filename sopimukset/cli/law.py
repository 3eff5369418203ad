"""`sopimukset law`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import SWEDISH, language, mark, say
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.settings import Settings
from sopimukset.cli.slips import Verbs

if TYPE_CHECKING:
    from datetime import date

    from sopimukset.statutes import Saados
    from sopimukset.statutes.compare import SectionChange
    from sopimukset.tasks.law import ActRow, Compared, Comparison, Law, RuleRow

INDENT = "  "
STATES = {"voimassa": mark("voimassa"), "kumottu": mark("kumottu")}
"""The states of an act, by the word of the list of acts."""

STRANGE = "{tiedosto}: tästä säädöksestä ei ole tallennettu tekstiä, ei verrattu."
UNREAD = "{muuttava} muuttaa lakia {saados} {paiva} alkaen, eikä sen tekstiä ole luettu ({huom})."


@click.group(
    "law",
    cls=Verbs,
    subcommand_metavar="KOMENTO [ARGUMENTIT]...",
    help="Laki, johon säännöt perustuvat: säädökset, niiden ajantasaisuus ja uudempi teksti.",
)
def command() -> None:
    """The group of both commands."""


@command.command(
    "list",
    options_metavar="[VALITSIMET]",
    short_help="Luettele säädökset ja säännöt päivineen.",
    help="Luettele säädökset ja säännöt päivineen: mitkä ovat voimassa, minkä päivän teksti on "
    "tallennettu ja minkä säännön pohjana oleva teksti on voinut muuttua.",
)
@click.pass_obj
def list_command(settings: Settings) -> int:
    """Print the acts and the rules."""
    from sopimukset.tasks.law import listing

    _print(_listing(listing(), settings.as_of))
    return OK


@command.command(
    "check",
    options_metavar="[VALITSIMET]",
    short_help="Vertaa säädöksiä uudempiin teksteihin.",
    help="Vertaa tallennettuja säädöstekstejä pykälä pykälältä KANSION uudempiin teksteihin ja "
    "kerro, mitkä säännöt viittaavat muuttuneeseen. Tiedostot nimetään säädöksen mukaan, "
    "esimerkiksi 381-2023.fi.md. Ilman KANSIOTA kerrotaan, milloin mikäkin teksti on tarkistettu.",
    epilog="Paluukoodit: 0 ei muutoksia, 1 muutoksia tai vioittunut tiedosto, 2 väärä käyttö, "
    "3 kansiossa ei ole säädöstekstejä.",
)
@click.argument(
    "kansio",
    required=False,
    metavar="[KANSIO]",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
def check_command(kansio: Path | None) -> int:
    """Compare a folder, or tell when each text was last checked."""
    from sopimukset.tasks.law import compare_folder, listing

    if kansio is None:
        _print(_checked(listing()))
        return OK
    comparison = compare_folder(kansio)
    _print(_comparison(comparison))
    return OK if comparison.clean else FINDINGS


def _print(lines: Iterator[str]) -> None:
    from sopimukset.cli.terminal import width
    from sopimukset.reporting.cells import wrapped

    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        broken = wrapped(line.strip(), width(), first=indent, rest=f"{indent}{INDENT}")
        click.echo("\n".join(broken))


def _listing(law: Law, as_of: date) -> Iterator[str]:
    from sopimukset.base.dates import told_day

    yield say("Säädökset, joiden teksti on tallennettu")
    yield from (f"{INDENT}{_act(row)}" for row in law.acts if row.act.kielet)
    yield ""
    yield say("Säädökset, joihin viitataan ilman tallennettua tekstiä")
    yield from (f"{INDENT}{_act(row)}" for row in law.textless)
    yield ""
    yield say("Säännöt (voimassa {paiva}, jollei toisin sanota)").format(paiva=told_day(as_of))
    yield from (f"{INDENT}{_rule(row, as_of)}" for row in law.rules)
    yield ""
    yield say("Säännöt, joiden pohjana oleva teksti on voinut muuttua")
    for row in law.rules:
        for item in row.unread:
            told = say(UNREAD).format(
                muuttava=item.muuttava or say("lainmuutos ilman tiedossa olevaa numeroa"),
                saados=item.saados,
                paiva=told_day(item.alkaen),
                huom=say(item.huom),
            )
            yield f"{INDENT}{row.rule.code} {', '.join(row.rule.citations)}: {told}"


def _act(row: ActRow) -> str:
    parts = [f"{row.act.numero} {_name(row.act)}", _validity(row.act)]
    if row.act.kielet:
        parts.append(_age(row.act))
    rules = say("säännöt {koodit}").format(koodit=", ".join(row.rules))
    parts.append(rules if row.rules else say("ei sääntöjä"))
    return "; ".join(part for part in parts if part)


def _name(act: Saados) -> str:
    if language() == SWEDISH and act.nimi_sv:
        return act.nimi_sv
    known = act.nimi_fi and not act.nimi_fi.startswith("(")
    return act.nimi_fi if known else say("(nimi ei ole tiedossa)")


def _validity(act: Saados) -> str:
    from sopimukset.base.dates import told_period
    from sopimukset.base.periods import ALWAYS, period

    state = act.tila.partition(" ")[0]
    days = period(act.alkaen, act.paattyen)
    if days in (None, ALWAYS):
        return say(STATES.get(state, state))
    told = told_period(days or ALWAYS)
    if state == "voimassa":
        return say("voimassa {aika}").format(aika=told)
    return say("kumottu, oli voimassa {aika}").format(aika=told)


def _age(act: Saados) -> str:
    from sopimukset.base.dates import told_day

    if act.tarkistettu:
        return say("teksti tarkistettu {paiva}").format(paiva=told_day(act.tarkistettu))
    if act.alkuperainen:
        return say("alkuperäinen teksti, myöhempiä muutoksia ei ole tarkistettu")
    return say("tekstin päivää ei ole kirjattu")


def _rule(row: RuleRow, as_of: date) -> str:
    from sopimukset.base.dates import told_day, told_period

    rule = row.rule
    parts = [f"{rule.code} {say(rule.title)}", ", ".join(rule.citations)]
    if as_of not in rule.valid:
        parts.append(say("ei voimassa tarkastelupäivänä"))
    parts.append(told_period(rule.valid))
    if row.checked:
        parts.append(say("teksti tarkistettu {paiva}").format(paiva=told_day(row.checked)))
    if row.unstored:
        missing = ", ".join(row.unstored)
        parts.append(say("tekstiä ei ole tallennettu: {viitteet}").format(viitteet=missing))
    if row.unread:
        parts.append(say("teksti on voinut muuttua"))
    return "; ".join(parts)


def _checked(law: Law) -> Iterator[str]:
    yield say("Mitään ei verrattu: kansiota uudemmista teksteistä ei annettu.")
    yield ""
    yield say("Tallennetut säädöstekstit")
    yield from (
        f"{INDENT}{row.act.numero} {_name(row.act)}: {_age(row.act)}"
        for row in law.acts
        if row.act.kielet
    )


def _comparison(comparison: Comparison) -> Iterator[str]:
    for item in comparison.files:
        yield from _file(item)
    if comparison.missing:
        names = ", ".join(f"{act.numero} ({kieli})" for act, kieli in comparison.missing)
        yield say("Ei verrattu, koska kansiossa ei ole tekstiä: {tekstit}.").format(tekstit=names)


def _file(item: Compared) -> Iterator[str]:
    from sopimukset.base.dates import told_day

    if item.act is None:
        yield say(STRANGE).format(tiedosto=item.name)
        return
    yield f"{item.name} {_name(item.act)}"
    ours, theirs = (
        told_day(day) if day else say("ilman päivää") for day in (item.ours, item.theirs)
    )
    yield INDENT + say("tallennettu teksti {oma}, kansion teksti {uusi}").format(
        oma=ours, uusi=theirs
    )
    if item.older:
        yield INDENT + say("Huom: kansion teksti on vanhempi kuin tallennettu.")
    if item.damage:
        yield INDENT + say("Ei verrattu: {syy}.").format(syy=say(item.damage))
    elif not item.changes:
        yield INDENT + say("Ei muutoksia.")
    for touched in item.changes:
        rules = say("tarkista säännöt {koodit}.").format(koodit=", ".join(touched.rules))
        advice = rules if touched.rules else say("mikään sääntö ei viittaa tähän.")
        yield f"{INDENT}{_change(touched.change)}: {advice}"


def _change(change: SectionChange) -> str:
    from sopimukset.base.dates import told_day

    momentit = ", ".join(map(str, change.momentit))
    place = f" ({momentit} mom)" if momentit else ""
    start = change.new.alkaen if change.new else None
    since = ", " + say("voimassa {paiva} alkaen").format(paiva=told_day(start)) if start else ""
    return f"{change.numero} § {say(change.kind.value)}{place}{since}"

"""`sopimukset approve`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.days import day_option
from sopimukset.cli.exit_codes import FINDINGS, OK
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.approve import Approved

METHODS = ("sahkoinen", "kasin")
ONLY_APPROVAL = (
    "--body",
    "--section",
    "--case-number",
    "--condition",
    "--appeal-ends",
    "--final-on",
)
NO_TITLE = mark("Allekirjoituksesta kirjataan allekirjoittajan tehtävänimike: --title.")
ONLY_SIGNATURE = ("--title", "--method")
NOT_WITH = mark("Valitsinta {valitsin} ei käytetä allekirjoituksen kanssa.")
ONLY_WITH = mark("Valitsin {valitsin} kuuluu vain allekirjoitukseen: lisää --signature.")
NO_CONDITION = mark(
    "Valitsimen --condition ehto on tyhjä. Kirjoita ehto, tai jätä valitsin pois, jos hyväksyntä "
    "on ehdoton."
)

WRITTEN = mark("Kirjattu tiedostoon {tiedosto}.")
SAVED = mark("Tallennettu versionhallintaan: {commit}. Mitään ei lähetetty.")
WAITING = mark("Puuttuu vielä: {osapuolet}.")
CONDITIONAL = mark("Hyväksyntä on vielä ehdollinen: {osapuolet}.")
COMPLETE = mark("Kaikki osapuolet on kirjattu.")


@click.command(
    "approve",
    help="Kirjaa osapuolen hyväksyntä (tai valitsimella --signature allekirjoitus) sopimuksen "
    "versiolle. Kirjaus tulee alueen tiedostoon sormenjäljen kanssa, ja muu tiedosto jää "
    "merkilleen ennalleen. Jos tiedot ovat muuttuneet sen jälkeen, mitään ei kirjata.",
    epilog="Paluukoodit: 0 kirjattu, 1 jokin tieto estää, 2 väärä käyttö, 3 aluetta, sopimusta tai "
    "versiota ei ole, 4 git tai levy ei onnistunut. Lisää: docs/versiot-ja-hyvaksynnat.md.",
)
@click.argument("alue", metavar="ALUE")
@click.argument("sopimus", metavar="SOPIMUS")
@click.option("--party", required=True, metavar="OSAPUOLI", help="Osapuolen tunnus.")
@click.option("--version", "versio", required=True, metavar="VERSIO", help="Hyväksytty versio.")
@click.option("--body", metavar="TEKIJÄ", help="Toimielin tai viranhaltija, joka on päättänyt.")
@click.option(
    "--date", "day", callback=day_option, metavar="PÄIVÄ", help="Päivä. Oletus: tarkastelupäivä."
)
@click.option("--section", type=click.IntRange(min=1), metavar="PYKÄLÄ", help="Pykälän numero.")
@click.option("--case-number", metavar="ASIATUNNUS", help="Asiatunnus (diaarinumero).")
@click.option("--condition", metavar="EHTO", help="Ehto, jolla osapuoli on hyväksynyt.")
@click.option("--appeal-ends", callback=day_option, metavar="PÄIVÄ", help="Muutoksenhaku päättyy.")
@click.option("--final-on", callback=day_option, metavar="PÄIVÄ", help="Päätös on lainvoimainen.")
@click.option("--signature", is_flag=True, help="Kirjaa allekirjoitus, ei hyväksymispäätöstä.")
@click.option("--title", metavar="NIMIKE", help="Allekirjoittajan tehtävänimike.")
@click.option(
    "--method", type=click.Choice(METHODS), metavar="TAPA", help="Allekirjoitus: sahkoinen, kasin."
)
@click.option("--commit", is_flag=True, help="Tallenna tiedosto myös versionhallintaan.")
@click.pass_obj
def command(settings: Settings, /, alue: str, sopimus: str, **options: Any) -> int:  # noqa: ANN401
    """Write an approval or a signature, or say why not."""
    from sopimukset.tasks.approve import Wish, approve
    from sopimukset.tasks.refused import HeldBackError, RefusedError

    _suits(options)
    wish = Wish(
        region=alue,
        agreement=sopimus,
        party=options["party"],
        version=options["versio"],
        entry=_entry(options, options["day"] or settings.as_of),
        signature=options["signature"],
        commit=options["commit"],
    )
    try:
        done = approve(settings.folder, wish)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    except HeldBackError as held:
        click.echo("\n".join((held.message, *(f"  {line}" for line in held.reasons))), err=True)
        return FINDINGS
    _tell(done)
    return OK


def _suits(options: dict[str, Any]) -> None:
    """Options of a decision and of a signature don't mix, and a condition says something."""
    signed = options["signature"]
    for name in ONLY_APPROVAL if signed else ONLY_SIGNATURE:
        if options[name.removeprefix("--").replace("-", "_")] is not None:
            text = NOT_WITH if signed else ONLY_WITH
            raise click.UsageError(say(text).format(valitsin=name))
    if signed and not (options["title"] or "").strip():
        raise click.UsageError(say(NO_TITLE))
    if options["condition"] is not None and not options["condition"].strip():
        raise click.UsageError(say(NO_CONDITION))


def _entry(options: dict[str, Any], day: date) -> dict[str, Any]:
    from sopimukset.tasks.approve import approval, signature

    if options["signature"]:
        return signature(title=options["title"], day=day, method=options["method"])
    names = ("body", "section", "case_number", "condition", "appeal_ends", "final_on")
    return approval(day=day, **{name: options[name] for name in names})


def _tell(done: Approved) -> None:
    click.echo(f"{done.told}.")
    click.echo(say(WRITTEN).format(tiedosto=done.file))
    if done.commit:
        click.echo(say(SAVED).format(commit=done.commit[:10]))
    for text, parties in ((WAITING, done.waiting), (CONDITIONAL, done.conditional)):
        if parties:
            click.echo(say(text).format(osapuolet=", ".join(parties)))
    if not done.waiting and not done.conditional:
        click.echo(say(COMPLETE))

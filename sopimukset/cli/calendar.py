"""`sopimukset calendar`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from sopimukset.base.speech import mark, say
from sopimukset.cli.days import day_option
from sopimukset.cli.exit_codes import FINDINGS, NOTHING, OK
from sopimukset.cli.settings import Settings

if TYPE_CHECKING:
    from sopimukset.tasks.calendar import Calendar, Calendars

COUNTS = mark("kokouksia {kokouksia}, määräaikoja {maaraaikoja}, peruttuja {peruttuja}")
EXAMPLE = mark("ESIMERKKI")
MADE, SAME = mark("tehty"), mark("ennallaan")
EMPTY = "Ei kirjattuja kokouksia eikä määräaikoja ({maara}): {alueet}."
NOTHING_TO_WRITE = "Kalenteria ei tehty: mitään kalenteriin kirjoitettavaa ei ole."
WRONG_ORDER = "Valitsimen --until päivä on ennen valitsimen --from päivää."


@click.command(
    "calendar",
    help="Tee johtoryhmien kokouksista ja määräajoista kalenteri (iCalendar), jonka "
    "kalenteriohjelma osaa tuoda. Sama tiedosto päivitetään, kun komento ajetaan uudelleen: "
    "siirretyt ja perutut kokoukset korjautuvat, kun tiedosto tuodaan taas. Kertoo myös "
    "pyhäpäivät, päällekkäiset kokoukset ja vapaita päiviä niiden lähellä.",
    epilog="Paluukoodit: 0 kunnossa, 1 jotakin tiedostoa ei voi lukea, 2 väärä käyttö, 3 ei mitään "
    "kalenteriin kirjoitettavaa, 4 kirjoittaminen ei onnistunut. Lisää: docs/kalenteri.md.",
)
@click.argument("alueet", nargs=-1, metavar="[ALUE]...")
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    metavar="TIEDOSTO",
    help="Kaikki yhteen tiedostoon. Oletus: build/ALUE/ALUE_kalenteri.ics kullekin alueelle.",
)
@click.option(
    "--from",
    "start",
    callback=day_option,
    metavar="PÄIVÄ",
    help="Vain tästä päivästä alkaen, esimerkiksi 2026-03-01.",
)
@click.option("--until", "end", callback=day_option, metavar="PÄIVÄ", help="Vain tähän päivään.")
@click.pass_obj
def command(
    settings: Settings,
    alueet: tuple[str, ...],
    out: Path | None,
    start: date | None,
    end: date | None,
) -> int:
    """Write the calendars, and say what a person should know of the meetings."""
    from sopimukset.base.periods import period
    from sopimukset.tasks.calendar import Wish, calendars
    from sopimukset.tasks.refused import RefusedError

    within = period(start, end)
    if within is None:
        raise click.UsageError(say(WRONG_ORDER))
    try:
        made = calendars(settings.folder, Wish(alueet, out, within), settings.as_of)
    except RefusedError as refused:
        raise click.UsageError(str(refused)) from refused
    _tell(made)
    return FINDINGS if made.unread else OK if made.files else NOTHING


def _tell(made: Calendars) -> None:
    """The files on standard output, the rest on standard error."""
    from sopimukset.reporting.cells import safe

    for calendar in made.files:
        click.echo(_line(calendar))
    for note in made.notes:
        click.echo(safe(note), err=True)
    for file in made.unread:
        click.echo(say("Tiedostoa {tiedosto} ei voi lukea.").format(tiedosto=file), err=True)
    if made.empty:
        told = say(EMPTY).format(maara=len(made.empty), alueet=", ".join(made.empty))
        click.echo(told, err=True)
    if not made.files:
        click.echo(say(NOTHING_TO_WRITE), err=True)


def _line(calendar: Calendar) -> str:
    counts = say(COUNTS).format(
        kokouksia=calendar.meetings,
        maaraaikoja=calendar.deadlines,
        peruttuja=calendar.cancelled,
    )
    example = f"  [{say(EXAMPLE)}]" if calendar.example else ""
    fate = say(MADE if calendar.changed else SAME)
    return f"{fate}: {calendar.file.as_posix()}  ({counts}){example}"

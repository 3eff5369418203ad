"""The gravest risks, and which are new, go on or have ended since the previous period."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.report.beside import period_name
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Block, Bullets, Column, Table, Text
from sopimukset.tracking.followup import Passage, RiskLine

MOST = 5
NEW, GOING_ON, UNKNOWN = mark("uusi"), mark("jatkuu"), mark("ei vertailua")
FORMER = mark("jatkuu, oli {aiempi}")
OF_PART = mark(
    "Riskejä ei ole kirjattu koko jaksolle: ne ovat jaksolta {jakso}, joka päättyi {paiva}."
)
NONE = mark("Riskejä ei ole kirjattu tälle jaksolle.")
ENDED = mark("Päättynyt edellisestä jaksosta: {riski}")
SCALE = mark("Suuruus on todennäköisyys kertaa vaikutus, kumpikin asteikolla 1–5.")


def told_risks(matter: Matter, pen: Pen) -> Iterator[Block]:
    """The five gravest, and those that have ended."""
    going = [item for item in matter.follow.risks if item.passage is not Passage.ENDED]
    source = matter.follow.risks_of
    if source is not matter.periods.now:
        day = pen.day(source.days.end)
        yield Text(pen.tell(OF_PART, jakso=period_name(source, pen), paiva=day))
    if going:
        yield Text(pen.say(SCALE), "small")
        yield _table(going[:MOST], pen)
    else:
        yield Text(pen.say(NONE))
    if len(going) > MOST:
        one = mark("Lisäksi on kirjattu 1 pienempi riski.")
        more = mark("Lisäksi on kirjattu {maara} pienempää riskiä.")
        yield Text(pen.counted(one, more, len(going) - MOST))
    ended = [item for item in matter.follow.risks if item.passage is Passage.ENDED]
    if ended:
        told = (pen.tell(ENDED, riski=pen.text(item.risk.kuvaus)) for item in ended)
        yield Bullets(tuple(told))


def _table(lines: list[RiskLine], pen: Pen) -> Table:
    return Table(
        pen.say("Viisi suurinta riskiä"),
        (
            Column(pen.say("Riski"), 0.3),
            Column(pen.say("Suuruus"), 0.1, "right"),
            Column(pen.say("Muutos"), 0.15),
            Column(pen.say("Vastuu"), 0.18),
            Column(pen.say("Hallinta"), 0.27),
        ),
        tuple(_row(item, pen) for item in lines),
    )


def _row(item: RiskLine, pen: Pen) -> tuple[str, ...]:
    return (
        pen.text(item.risk.kuvaus),
        pen.amount(item.gravity),
        change(item, pen),
        pen.party(item.risk.vastuu),
        pen.text(item.risk.hallinta),
    )


def change(item: RiskLine, pen: Pen) -> str:
    """What has become of a risk since the previous period."""
    if item.passage is Passage.NEW:
        return pen.say(NEW)
    if item.passage is Passage.UNKNOWN:
        return pen.say(UNKNOWN)
    former = item.former_gravity
    if former is None or former == item.gravity:
        return pen.say(GOING_ON)
    return pen.tell(FORMER, aiempi=former)

"""The gravest risks, and which are new, go on or have ended since the previous period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sopimukset.base.speech import mark
from sopimukset.documents.report.pen import Pen
from sopimukset.formats.paper import Block, Bullets, Column, Table, Text
from sopimukset.model import Seuranta
from sopimukset.model.seuranta import Riski

MOST = 5
NEW, GOING_ON, FIRST = mark("uusi"), mark("jatkuu"), mark("ei vertailua")
WORSE, MILDER = mark("jatkuu, suurempi"), mark("jatkuu, pienempi")
NONE = mark("Riskejä ei ole kirjattu tälle jaksolle.")
ENDED = mark("Päättynyt edellisestä jaksosta: {riski}")
SCALE = mark(
    "Suuruus on todennäköisyys kertaa vaikutus, kumpikin asteikolla 1–5. Vertailu on edelliseen "
    "jaksoon, jolta riskejä on kirjattu."
)


class Compared(NamedTuple):
    """The risks of a period beside those of the previous one that has any."""

    risks: tuple[Riski, ...]
    before: tuple[Riski, ...] | None

    @property
    def ended(self) -> list[Riski]:
        """The risks of the previous period that are told of no more."""
        own = {item.tunnus for item in self.risks}
        return [item for item in self.before or () if item.tunnus not in own]

    def former(self, risk: Riski) -> Riski | None:
        """The same risk as it was told of before."""
        return next((item for item in self.before or () if item.tunnus == risk.tunnus), None)


def size(risk: Riski) -> int | None:
    """Likelihood times effect, 1–25; None where one of them isn't recorded."""
    if risk.todennakoisyys is None or risk.vaikutus is None:
        return None
    return risk.todennakoisyys * risk.vaikutus


def gravest(risks: Sequence[Riski]) -> list[Riski]:
    """The risks from grave to light; those without a size last, equals in the record's order."""
    return sorted(risks, key=lambda item: -(size(item) or 0))


def told_risks(compared: Compared, pen: Pen) -> Iterator[Block]:
    """The five gravest, and those that have ended."""
    if not compared.risks:
        yield Text(pen.say(NONE))
    else:
        yield Text(pen.say(SCALE))
        yield _table(compared, pen)
    ended = [pen.tell(ENDED, riski=pen.text(item.kuvaus)) for item in compared.ended]
    if ended:
        yield Bullets(tuple(ended))


def _table(compared: Compared, pen: Pen) -> Table:
    return Table(
        pen.say("Suurimmat riskit"),
        (
            Column(pen.say("Riski"), 0.32),
            Column(pen.say("Suuruus"), 0.1, "right"),
            Column(pen.say("Muutos"), 0.14),
            Column(pen.say("Vastuu"), 0.17),
            Column(pen.say("Hallinta"), 0.27),
        ),
        tuple(_row(item, compared, pen) for item in gravest(compared.risks)[:MOST]),
    )


def _row(risk: Riski, compared: Compared, pen: Pen) -> tuple[str, ...]:
    return (
        pen.text(risk.kuvaus),
        pen.amount(size(risk)),
        pen.say(change(risk, compared)),
        pen.party(risk.vastuu),
        pen.text(risk.hallinta),
    )


def change(risk: Riski, compared: Compared) -> str:
    """What has become of a risk since the previous period, in Finnish."""
    if compared.before is None:
        return FIRST
    former = compared.former(risk)
    if former is None:
        return NEW
    now, then = size(risk), size(former)
    if now is None or then is None or now == then:
        return GOING_ON
    return WORSE if now > then else MILDER


def compared(current: Seuranta, earlier: Sequence[Seuranta]) -> Compared:
    """A period's risks beside those of the newest earlier period that tells of any."""
    before = next((item.riskit for item in reversed(earlier) if item.riskit), None)
    return Compared(current.riskit, before)

"""T29: the days of an agreement's options fit one another and the agreement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.periods import day_after
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Optio

OPEN_ENDED = "Sopimus on voimassa toistaiseksi, joten siinä ei voi olla optiota."
OPEN_ENDED_ADVICE = "Kirjaa sopimuksen viimeinen päivä (voimassa.paattyen), tai poista optio."
APART = "Option pitäisi alkaa {paiva}, sitä edeltävän kauden päätyttyä."
APART_ADVICE = "Tarkista option alkaen."
LATE = "Option käytöstä ilmoitettaisiin vasta, kun sen kausi on jo alkanut."
LATE_ADVICE = "Tarkista option ilmoitettava_viimeistaan."
USED_LATE = (
    "Optio on kirjattu käytetyksi, vaikka sen käytöstä oli ilmoitettava viimeistään {paiva}."
)
USED_LATE_ADVICE = "Tarkista päivä. Rauenneen option sijasta sovitaan uudesta sopimuksesta."
BOTH = "Optio on kirjattu sekä käytetyksi että siitä luovutuksi."
BOTH_ADVICE = "Jätä vain toinen päivä."


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Options of an open-ended agreement, gaps and overlaps, and days in the wrong order."""
    options = agreement.model.optiot
    if not options:
        return
    dates = agreement.model.voimassa
    end = dates.paattyen if dates else None
    if dates is not None and dates.alkaen is not None and end is None:
        yield Hit((*agreement.path, "optiot"), OPEN_ENDED, OPEN_ENDED_ADVICE)
        return
    for index, option in sorted(enumerate(options), key=_begins):
        yield from _option((*agreement.path, "optiot", index), option, end)
        end = option.paattyen


def _begins(item: tuple[int, Optio]) -> date:
    """When an option's period begins; one without a day comes last."""
    return item[1].alkaen or date.max


def _option(path: Path, option: Optio, before: date | None) -> Iterator[Hit]:
    """What is wrong with one option; `before` is the last day of the period before it."""
    begins, last = option.alkaen, option.ilmoitettava_viimeistaan
    if begins and before and begins != day_after(before):
        yield Hit((*path, "alkaen"), APART, APART_ADVICE, {"paiva": told_day(day_after(before))})
    if begins and last and last >= begins:
        yield Hit((*path, "ilmoitettava_viimeistaan"), LATE, LATE_ADVICE)
    if option.kaytetty and last and option.kaytetty > last:
        values = {"paiva": told_day(last)}
        yield Hit((*path, "kaytetty"), USED_LATE, USED_LATE_ADVICE, values)
    if option.kaytetty and option.luovuttu:
        yield Hit((*path, "luovuttu"), BOTH, BOTH_ADVICE)


RULE = Rule(
    code="T29",
    title="Sopimuksen optioiden päivät sopivat yhteen",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Ei riipu tarkastelupäivästä: verrataan option omia päiviä.",
    scope=Scope.AGREEMENT,
    check=check,
)

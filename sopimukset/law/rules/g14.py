"""G14: a term is five years, begins on or after the setting, and terms follow each other."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
from sopimukset.base.periods import Period, doubled, gaps, last_day_of_years
from sopimukset.base.speech import mark
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Toimikausi

YEARS = 5
"""388/2024 1 § 1 mom: "viideksi vuodeksi kerrallaan"."""

NONE = "Johtoryhmälle ei ole kirjattu toimikautta."
NONE_ADVICE = "Kirjaa toimikausi: alkaen, paattyen ja asettaminen."
OPEN = "Toimikauden {mika} ei ole kirjattu."
OPEN_ADVICE = "Kirjaa päivä. Toimikausi on viisi vuotta."
END_ADVICE = "Kirjaa paattyen: {iso} (viisi vuotta toimikauden alusta)."
LENGTH = "Toimikausi {kausi} ei ole viisi vuotta."
LENGTH_ADVICE = "Johtoryhmä asetetaan viideksi vuodeksi: toimikausi päättyy {paattyy}."
UNSET = "Johtoryhmän asettamisen päivää ei ole kirjattu."
UNSET_ADVICE = "Kirjaa asettamispäätöksen päivä (pvm): toimikausi ei voi alkaa ennen sitä."
EARLY = "Toimikausi alkaa {alkaa} ennen johtoryhmän asettamista ({asetettu})."
EARLY_ADVICE = "Toimikausi voi alkaa asettamispäivänä tai sen jälkeen. Tarkista päivät."
GAP = "Toimikausien välissä on aukko: {aika}."
GAP_ADVICE = "Seuraava toimikausi alkaa edellisen päättymistä seuraavana päivänä."
OVERLAP = "Toimikaudet ovat päällekkäin: {aika}."


def check(group: GroupCase) -> Iterator[Hit]:
    """Terms that are missing, open, of another length, too early, apart or overlapping."""
    path = (*group.path, "toimikaudet")
    if not group.model.toimikaudet:
        yield Hit(group.path, NONE, NONE_ADVICE, missing=True)
    for index, term in enumerate(group.model.toimikaudet):
        yield from _term((*path, index), term)
    if group.span is None:
        return
    for gap in gaps(group.span, group.terms):
        yield Hit(path, GAP, GAP_ADVICE, during=gap)
    for both in doubled(group.terms):
        yield Hit(path, OVERLAP, GAP_ADVICE, during=both)


def _term(path: Path, term: Toimikausi) -> Iterator[Hit]:
    if term.alkaen is None:
        yield Hit(path, OPEN, OPEN_ADVICE, {"mika": mark("alkamispäivää")}, missing=True)
        return
    lawful_end = last_day_of_years(term.alkaen, YEARS)
    if term.paattyen is None:
        values = {"mika": mark("päättymispäivää"), "iso": lawful_end.isoformat()}
        yield Hit((*path, "alkaen"), OPEN, END_ADVICE, values, missing=True)
    elif term.paattyen != lawful_end and term.paattyen >= term.alkaen:
        values = {
            "kausi": f"{told_day(term.alkaen)}–{told_day(term.paattyen)}",
            "paattyy": told_day(lawful_end),
        }
        wrong = Period(term.alkaen, max(term.paattyen, lawful_end))
        yield Hit((*path, "paattyen"), LENGTH, LENGTH_ADVICE, values, during=wrong)
    setting = term.asettaminen.pvm if term.asettaminen else None
    if term.asettaminen is not None and setting is None:
        place = (*path, "asettaminen")
        yield Hit(place, UNSET, UNSET_ADVICE, during=term.jakso, missing=True)
    if setting is not None and term.alkaen < setting:
        values = {"alkaa": told_day(term.alkaen), "asetettu": told_day(setting)}
        yield Hit((*path, "alkaen"), EARLY, EARLY_ADVICE, values, during=term.jakso)


RULE = Rule(
    code="G14",
    title="Toimikausi on viisi vuotta ja alkaa aikaisintaan asettamisesta",
    severity=Severity.ERROR,
    citations=("388/2024 1 § 1 mom",),
    grade="A",
    decides="Toimikauden omat päivät: virhe sen aikana, ennen sitä määräaika, sen jälkeen tieto.",
    scope=Scope.GROUP,
    check=check,
)

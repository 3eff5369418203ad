"""G14: a term is five years, begins on or after the setting, and terms follow each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.periods import Period, day_after, doubled, gaps, last_day_of_years
from sopimukset.base.speech import mark
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.facts import TERMED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Toimikausi
from sopimukset.tracking.terms import TERM_YEARS

NONE = "Johtoryhmälle ei ole kirjattu toimikautta."
NONE_ADVICE = "Kirjaa toimikausi: alkaen, paattyen ja asettaminen."
OPEN = "Toimikauden {mika} ei ole kirjattu."
OPEN_ADVICE = "Kirjaa päivä. Toimikausi on viisi vuotta."
END_ADVICE = "Kirjaa paattyen: {iso} (viisi vuotta toimikauden alusta)."
LENGTH = "Toimikausi {kausi} ei ole viisi vuotta."
LENGTH_ADVICE = "Johtoryhmä asetetaan viideksi vuodeksi: toimikausi päättyy {paattyy}."
CUT = "Toimikausi {kausi} on lyhyempi kuin viisi vuotta."
CUT_ADVICE = (
    "Johtoryhmä asetetaan viideksi vuodeksi. Laki ei säädä sen lakkauttamisesta kesken kauden. "
    "Varmistakaa, että toimikauden päättymisestä on päätös."
)
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
        yield from _term(group, (*path, index), term)
    if group.span is None:
        return
    for gap in gaps(group.span, group.terms):
        yield Hit(path, GAP, GAP_ADVICE, during=gap)
    for both in doubled(group.terms):
        yield Hit(path, OVERLAP, GAP_ADVICE, during=both)


def _term(group: GroupCase, path: Path, term: Toimikausi) -> Iterator[Hit]:
    if term.alkaen is None:
        yield Hit(path, OPEN, OPEN_ADVICE, {"mika": mark("alkamispäivää")}, missing=True)
        return
    lawful_end = last_day_of_years(term.alkaen, TERM_YEARS)
    if term.paattyen is None:
        values = {"mika": mark("päättymispäivää"), "iso": lawful_end.isoformat()}
        yield Hit((*path, "alkaen"), OPEN, END_ADVICE, values, missing=True)
    elif term.paattyen != lawful_end and term.paattyen >= term.alkaen:
        yield from _length(group, (*path, "paattyen"), Period(term.alkaen, term.paattyen))
    setting = term.asettaminen.pvm if term.asettaminen else None
    if term.asettaminen is not None and setting is None:
        place = (*path, "asettaminen")
        yield Hit(place, UNSET, UNSET_ADVICE, during=term.jakso, missing=True)
    if setting is not None and term.alkaen < setting:
        values = {"alkaa": told_day(term.alkaen), "asetettu": told_day(setting)}
        yield Hit((*path, "alkaen"), EARLY, EARLY_ADVICE, values, during=term.jakso)


def _length(group: GroupCase, place: Path, term: Period) -> Iterator[Hit]:
    """A term of another length; where it has ended early, or another group follows, a warning.

    The decree says for how long a group is set. Neither it nor the act says that a group can't be
    dissolved before that.
    """
    lawful_end = last_day_of_years(term.start, TERM_YEARS)
    values = {
        "kausi": f"{told_day(term.start)}–{told_day(term.end)}",
        "paattyy": told_day(lawful_end),
    }
    if term.end < lawful_end and _is_followed(group, day_after(term.end)):
        yield Hit(place, CUT, CUT_ADVICE, values, during=term, severity=Severity.WARNING)
    elif term.end < lawful_end and term.end < group.as_of:
        wrong = Period(term.start, lawful_end)
        yield Hit(place, CUT, CUT_ADVICE, values, during=wrong, severity=Severity.WARNING)
    else:
        wrong = Period(term.start, max(term.end, lawful_end))
        yield Hit(place, LENGTH, LENGTH_ADVICE, values, during=wrong)


def _is_followed(group: GroupCase, day: date) -> bool:
    """Whether another group of the same municipalities is in office on the day."""
    own = group.municipalities or frozenset()
    return any(
        other is not group
        and not own.isdisjoint(other.municipalities or ())
        and any(day in term for term in other.terms)
        for county in group.counties
        for other in group.world.groups_of(county)
    )


RULE = Rule(
    code="G14",
    title="Toimikausi on viisi vuotta ja alkaa aikaisintaan asettamisesta",
    severity=Severity.ERROR,
    citations=("388/2024 1 § 1 mom",),
    grade="A",
    decides="Toimikauden omat päivät: virhe sen aikana, ennen sitä määräaika, sen jälkeen tieto.",
    scope=Scope.GROUP,
    check=check,
    settled=TERMED,
)

"""A01: every group has an agreement, and all of its authorities, counties and Kela are parties."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
from sopimukset.base.periods import FOREVER, Period, day_before, gaps
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.facts import AGREED
from sopimukset.law.rule import Hit, Rule, Scope

NONE = "Johtoryhmälle ei ole kirjattu yhteistyösopimusta."
NONE_ADVICE = "Kirjaa sopimus kohtaan sopimukset (laji: tym-sopimus)."
UNDATED = "Yhteistyösopimuksen voimaantulopäivää ei ole kirjattu."
UNDATED_ADVICE = "Kirjaa voimassa: {{alkaen: …}}."
NOT_YET = "Yhteistyösopimus tulee voimaan vasta {alkaa}."
NOT_YET_ADVICE = "Varmistakaa, miten yhteistoiminta järjestetään siihen saakka."
ENDED = "Johtoryhmällä ei ole voimassa olevaa yhteistyösopimusta: {aika}."
ENDED_ADVICE = "Sopikaa uusi sopimus tai jatkakaa entistä."
ABSENT = "Yhteistyösopimuksen osapuolista puuttuu: {puuttuvat}."
ABSENT_ADVICE = "Kaikkien johtoryhmän viranomaisten on oltava sopimuksen osapuolia."
FURTHER = "Yhteistyösopimuksessa on muukin osapuoli kuin lain mukaiset viranomaiset."
FURTHER_ADVICE = "Laki ei estä muita osapuolia. Varmistakaa, että roolit ovat selvät."


def check(group: GroupCase) -> Iterator[Hit]:
    """No agreement, none in force, or one that lacks a party."""
    if not group.agreements:
        yield Hit(group.path, NONE, NONE_ADVICE, during=group.span, missing=True)
    yield from _validity(group)
    for agreement in group.agreements:
        yield from _parties(group, agreement)


def _validity(group: GroupCase) -> Iterator[Hit]:
    valid = [item.validity for item in group.agreements if item.validity is not None]
    undated = [item for item in group.agreements if item.validity is None]
    for item in undated:
        yield Hit(item.path, UNDATED, UNDATED_ADVICE, missing=True)
    newest = group.newest_agreement
    if newest is None or undated or group.span is None:
        return
    first = min(item.start for item in valid)
    place = (*newest.path, "voimassa")
    if group.as_of < first and group.span.start < first:  # only a group in office needs one
        values = {"alkaa": told_day(first)}
        days = Period(group.span.start, day_before(first))
        yield Hit(place, NOT_YET, NOT_YET_ADVICE, values, during=days, severity=Severity.WARNING)
    end = group.span.end if group.span.end >= first else FOREVER
    for gap in gaps(Period(first, end), valid):
        yield Hit(place, ENDED, ENDED_ADVICE, during=gap, missing=True)


def _parties(group: GroupCase, agreement: AgreementCase) -> Iterator[Hit]:
    region = group.region
    present = {region.role(tunnus) for tunnus in agreement.model.osapuolet}
    absent = [region.party_name(role) for role in group.roles if role not in present]
    place = (*agreement.path, "osapuolet")
    if absent:
        yield Hit(place, ABSENT, ABSENT_ADVICE, {"puuttuvat": listed(absent)}, missing=True)
    if group.roles and present - {NOBODY} - set(group.roles):
        yield Hit(place, FURTHER, FURTHER_ADVICE, severity=Severity.INFO)


RULE = Rule(
    code="A01",
    title="Johtoryhmällä on yhteistyösopimus, jonka osapuolina ovat kaikki sen viranomaiset",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 2 mom", "388/2024 3 §"),
    grade="A",
    decides="Tarkastelupäivä: sopimuksen on oltava silloin voimassa.",
    scope=Scope.GROUP,
    check=check,
    settled=AGREED,
)

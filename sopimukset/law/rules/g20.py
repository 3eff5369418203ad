"""G20: the group follows and evaluates implementation, goals and the sufficiency of staff."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.yearly import followed_topics
from sopimukset.tracking.years import duty_years

TOPICS = {
    "toimeenpano": "toimeenpano",
    "mittarit": "tavoitteiden toteutuminen (mittarit)",
    "henkilosto": "henkilöstön määrän toteutuminen",
}
"""What 388/2024 2 § 2 mom has the group follow, by the field that tells of it."""

NONE = "Vuoden {vuosi} seurantaa ei ole kirjattu johtoryhmän käsittelemäksi."
NOT_YET = "Vuoden {vuosi} seurantaa ei ole vielä kirjattu johtoryhmän käsittelemäksi."
NONE_ADVICE = "Kirjaa seuranta kansioon seuranta ja käsittelyn päivä kohtaan kasitelty."
PARTIAL = "Vuoden {vuosi} käsitellyssä seurannassa ei ole kirjattu: {puuttuvat}."
PARTIAL_ADVICE = "Täydentäkää seurantaa ja käsitelkää se johtoryhmässä."


def check(group: GroupCase) -> Iterator[Hit]:
    """Years whose treated follow-ups leave a topic out, or of which there are none."""
    told = followed_topics(group.follow_ups, group.as_of, group.meetings)
    for year in duty_years(group.terms, group.as_of):
        followed = told.get(year.number, ())
        lacking = [name for topic, name in TOPICS.items() if topic not in followed]
        if not lacking:
            continue
        values: dict[str, object] = {"vuosi": year.number}
        if year.number in told:
            message, advice = PARTIAL, PARTIAL_ADVICE
            values["puuttuvat"] = listed(lacking)
        else:
            message, advice = NOT_YET if year.current else NONE, NONE_ADVICE
        yield Hit(group.path, message, advice, values, during=year.lacking, missing=True)


RULE = Rule(
    code="G20",
    title="Johtoryhmä on seurannut ja arvioinut toimeenpanoa, tavoitteita ja henkilöstöä",
    severity=Severity.WARNING,
    citations=("388/2024 2 § 2 mom",),
    grade="A",
    decides="Viimeksi päättynyt vuosi: varoitus. Kuluva vuosi: määräaika. Aiemmat vuodet: tieto.",
    scope=Scope.GROUP,
    check=check,
)

"""X02: the county's negotiations with the municipalities are recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.periods import last_day_of_years
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.tracking.years import duty_years

TERM_YEARS = 4
"""611/2021 14 §: at least once in a council term. Four years back is our own reading of it."""

HELSINKI = "helsinki"
"""611/2021 14 § does not bind the city (615/2021 17 §); 612/2021 6 § 5 mom does."""

TERMLY = "Hyvinvointialueen ja kuntien neuvottelua ei ole kirjattu neljän viime vuoden ajalta."
YEARLY = "Hyvinvoinnin ja terveyden edistämisen neuvottelua vuodelta {vuosi} ei ole kirjattu."
ADVICE = "Kirjaa neuvottelu kohtaan neuvottelut (laji: {laji}) päivineen."


def check(region: RegionCase) -> Iterator[Hit]:
    """No negotiation of the term, none of the last ended year."""
    days: dict[str, list[date]] = {}
    for item in region.alue.neuvottelut:
        if item.pvm is not None:
            days.setdefault(item.laji, []).append(item.pvm)
    termly = days.get("hyvinvointialue-kunnat", [])
    valid = any(region.as_of <= last_day_of_years(day, TERM_YEARS) for day in termly)
    if region.alue.alue != HELSINKI and not valid:
        values = {"laji": "hyvinvointialue-kunnat"}
        yield Hit(("neuvottelut",), TERMLY, ADVICE, values, missing=True)
    yearly = {day.year for day in days.get("hyte", ())}
    spans = [group.span for group in region.groups if group.span is not None]
    for year in duty_years(spans, region.as_of):
        if not year.current and year.number not in yearly:
            values = {"laji": "hyte", "vuosi": str(year.number)}
            during = year.lacking
            yield Hit(("neuvottelut",), YEARLY, ADVICE, values, during=during, missing=True)


RULE = Rule(
    code="X02",
    title="Hyvinvointialueen ja kuntien neuvottelut on kirjattu",
    severity=Severity.INFO,
    citations=("611/2021 14 §", "612/2021 6 § 5 mom", "612/2021 7 § 4 mom"),
    grade="A",
    decides="Tarkastelupäivä: neljä vuotta taaksepäin ja viimeksi päättynyt vuosi.",
    scope=Scope.REGION,
    check=check,
)

"""Y04: the young people's service is negotiated with education, counties and other key actors."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.facts import SERVED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._youth import roles, services
from sopimukset.model import Kielitekstit, NuortenYhteispalvelu, Teksti
from sopimukset.model.nuoret import NuortenNeuvottelu
from sopimukset.tracking.roles import AUTHORITY, COUNTY, PARTNER

EDUCATION = (
    *("koulu", "oppilait", "opisto", "lukio"),
    *("utbild", "läroans", "läroinr", "skol", "gymnasi", "institut"),
)
"""What those who arrange education are spoken of with."""

NONE = "Neuvottelua nuorten yhteispalvelun palvelupisteistä ei ole kirjattu."
NONE_ADVICE = "Kirjaa neuvottelu: pvm, osapuolet ja muut (koulutuspalvelujen järjestäjät)."
LATER = "Neuvottelu nuorten yhteispalvelun palvelupisteistä on päivätty vasta {pvm}."
ABSENT = "Neuvotteluun nuorten yhteispalvelusta ei ole kirjattu osallistujaksi: {puuttuvat}."
ABSENT_ADVICE = "Täydennä osapuolet ja muut, tai käykää neuvottelu myös puuttuvien kanssa."
UNSEEN = "Neuvottelun muista osallistujista ei tunnisteta koulutuspalvelujen järjestäjää."
UNSEEN_ADVICE = "Kirjaa kohtaan muut esimerkiksi koulutuspalvelujen järjestäjät."


def check(region: RegionCase) -> Iterator[Hit]:
    """Services whose negotiation is missing, yet to come, or lacks those whom the act names."""
    for path, service in services(region):
        talk = service.neuvottelu
        place: Path = (*path, "neuvottelu")
        if talk is None:
            yield Hit(path, NONE, NONE_ADVICE, missing=True)
        elif talk.pvm is not None and talk.pvm > region.as_of:
            values = {"pvm": told_day(talk.pvm)}
            yield Hit((*place, "pvm"), LATER, NONE_ADVICE, values, missing=True)
        else:
            yield from _present(region, place, service, talk)


def _present(
    region: RegionCase, path: Path, service: NuortenYhteispalvelu, talk: NuortenNeuvottelu
) -> Iterator[Hit]:
    present = roles(region, talk.osapuolet)
    absent = roles(region, service.tyovoimaviranomaiset) - present
    lacking = [region.party_name(role) for role in sorted(absent) if role.kind == AUTHORITY]
    if not any(role.kind == COUNTY for role in present):
        lacking.append(mark("hyvinvointialue"))
    others = talk.muut or any(role.kind == PARTNER for role in present)
    if not others:
        lacking.append(mark("koulutuspalvelujen järjestäjät"))
    if lacking:
        values = {"puuttuvat": listed(lacking)}
        yield Hit(path, ABSENT, ABSENT_ADVICE, values, missing=True)
    elif talk.muut and not any(_of_education(item) for item in talk.muut):
        place = (*path, "muut")
        warning = Severity.WARNING
        yield Hit(place, UNSEEN, UNSEEN_ADVICE, missing=True, severity=warning)


def _of_education(text: Teksti) -> bool:
    texts = (text.fi, text.sv) if isinstance(text, Kielitekstit) else (text,)
    told = [item.casefold() for item in texts if item is not None]
    return any(stem in item for item in told for stem in EDUCATION)


RULE = Rule(
    code="Y04",
    title="Nuorten yhteispalvelusta on neuvoteltu koulutuksen järjestäjien ja muiden kanssa",
    severity=Severity.ERROR,
    citations=("381/2023 16 § 2 mom",),
    grade="A",
    decides="Tarkastelupäivä: neuvottelu on käyty viimeistään silloin.",
    scope=Scope.REGION,
    check=check,
    settled=SERVED,
)

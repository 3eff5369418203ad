"""T30: the structure of cooperation names contact persons by title, and partners apart."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.names import looks_like_a_name
from sopimukset.findings import Severity
from sopimukset.law.cases import RegionCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Kielitekstit
from sopimukset.model.perusta import Teksti

PERSON = "Yhteyshenkilön nimike näyttää henkilön nimeltä."
PERSON_ADVICE = "Kirjaa tehtävänimike. Henkilön nimeä ei kirjata yhteistyörakenteeseen."
DOUBLED = "Kumppanilla on sama tunnus kuin osapuolella, joten viittaus siihen on epäselvä."
DOUBLED_ADVICE = "Anna kumppanille oma tunnus."


def check(region: RegionCase) -> Iterator[Hit]:
    """Titles that look like names, and partners that take a party's identifier."""
    shared = region.alue.yhteistyorakenne
    if shared is None:
        return
    base: Path = ("yhteistyorakenne",)
    for index, person in enumerate(shared.yhteyshenkilot):
        if any(looks_like_a_name(text) for text in _texts(person.nimike)):
            yield Hit((*base, "yhteyshenkilot", index, "nimike"), PERSON, PERSON_ADVICE)
    for index, partner in enumerate(shared.kumppanit):
        if partner.tunnus in region.parties:
            yield Hit((*base, "kumppanit", index, "tunnus"), DOUBLED, DOUBLED_ADVICE)


def _texts(text: Teksti | None) -> Iterator[str]:
    if isinstance(text, str):
        yield text
    elif isinstance(text, Kielitekstit):
        yield from filter(None, (text.fi, text.sv))


RULE = Rule(
    code="T30",
    title="Yhteistyörakenteessa on tehtävänimikkeet, ja kumppanit erottuvat osapuolista",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Ei riipu päivästä.",
    scope=Scope.REGION,
    check=check,
)

"""T36: a text in the place of a clause that the decree demands says what the clause said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sopimukset.findings import Severity
from sopimukset.law.agreements import AgreementCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._demands import DEMANDS, Demand
from sopimukset.law.texts import written
from sopimukset.model import Teksti
from sopimukset.tracking.followup.staff import rows_of
from sopimukset.tracking.roles import KELA

SILENT = (
    "Lauseke {lauseke} on korvattu tekstillä, joka ei näytä sanovan mitään asiasta, josta "
    "asetuksen mukaan on sovittava: {mita}."
)
ADVICE = (
    "Sopikaa asiasta tekstissä tai kirjoittakaa siihen, missä liitteessä tai kohdassa siitä "
    "sovitaan. Jos mallilauseke sopii sittenkin, poistakaa muutos."
)


class Told(NamedTuple):
    """A text of the agreement's own in one language, None for one that serves both.

    Attributes:
        demand: what the clause said that it replaces; None for a text that replaces none of those.
    """

    path: Path
    text: str
    language: str | None
    demand: Demand | None


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Texts in the place of mandatory clauses that are silent of what these were there for."""
    if not agreement.model.lausekemuutokset or not agreement.statutory:
        return  # as mostly
    printed = _printed(agreement)
    told = list(_told(agreement))
    for item in told:
        demand = item.demand
        if demand is None or demand.clause in printed or demand.is_said(item.text):
            continue
        if not any(demand.is_said_aside(one.text) for one in told if _stands_beside(one, item)):
            values = {"lauseke": demand.clause, "mita": demand.matter}
            yield Hit(item.path, SILENT, ADVICE, values, citation=demand.citation)


def _stands_beside(one: Told, other: Told) -> bool:
    """Whether a reader of the one reads the other too."""
    return one.language == other.language or None in (one.language, other.language)


def _told(agreement: AgreementCase) -> Iterator[Told]:
    """The agreement's own texts that are printed.

    A clause that is replaced twice says what the later change says. How Kela takes part is printed
    by its model clause alone, so a change of that clause takes the record's text away.
    """
    model, path = agreement.model, agreement.path
    last = {change.lauseke: number for number, change in enumerate(model.lausekemuutokset)}
    for number, change in enumerate(model.lausekemuutokset):
        place = (*path, "lausekemuutokset", number, "teksti")
        if change.toimi == "lisaa":
            yield from _in_languages(place, change.teksti, None)
        elif change.toimi == "korvaa" and last[change.lauseke] == number:
            yield from _in_languages(place, change.teksti, DEMANDS.get(change.lauseke))
    for number, cost in enumerate(model.kustannukset):
        yield from _in_languages((*path, "kustannukset", number, "selite"), cost.selite, None)


def _in_languages(path: Path, text: Teksti | None, demand: Demand | None) -> Iterator[Told]:
    for place, own, language in written(path, text):
        yield Told(place, own, language, demand)


def _printed(agreement: AgreementCase) -> set[str]:
    """The clauses whose matter a table of the record says, whatever their text is.

    The tables of staff and costs stand below their clauses or in an annex. Rules A04 and A06 tell
    what their rows lack.
    """
    found = set()
    group = agreement.group
    if group is not None and rows_of(agreement.region.alue, group.model):
        found.add("henkilosto")
    for cost in agreement.model.kustannukset:
        if cost.avain is not None:
            found.add("kustannukset")
        if any(agreement.region.role(party).kind == KELA for party in cost.osuudet or ()):
            found.add("kelan-osallistuminen")
    return found


RULE = Rule(
    code="T36",
    title="Korvattu lauseke sanoo sen, mistä asetuksen mukaan on sovittava",
    severity=Severity.WARNING,
    citations=(
        *("388/2024 3 § 1 kohta", "388/2024 3 § 2 kohta", "388/2024 3 § 3 kohta"),
        *("388/2024 3 § 4 kohta", "388/2024 3 § 5 kohta"),
    ),
    grade="",
    decides="Tarkastelupäivä: päättyneen sopimuksen havainto on tieto.",
    scope=Scope.AGREEMENT,
    check=check,
)

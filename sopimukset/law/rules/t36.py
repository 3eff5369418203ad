"""T36: a text in the place of a clause that the decree demands says what the clause said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date
from typing import NamedTuple

from sopimukset.findings import Severity
from sopimukset.law.agreements import TYM, AgreementCase
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._demands import DEMANDS, Demand
from sopimukset.law.texts import LANGUAGES, cleaned, written
from sopimukset.model import Lausekekirjasto, Lausekeversio, Teksti
from sopimukset.tracking.fingerprints import wording
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


MODEL_SILENT = (
    "Mallilauseke {lauseke} ei näytä sanovan mitään asiasta, josta asetuksen mukaan on "
    "sovittava: {mita}."
)
MODEL_ADVICE = (
    "Sanokaa asia mallilausekkeessa tai kirjoittakaa siihen, missä liitteessä tai kohdassa siitä "
    "sovitaan."
)

PART_OF_KELA = re.compile(r"\{\{\W*kelan_osallistuminen\W*\}\}")
"""Where a model clause prints what the record says of Kela's part; A07 tells where it says none."""


class Told(NamedTuple):
    """A text of the agreement's own, or of a model clause.

    Attributes:
        language: the one that it is in; None for a text that serves both.
        demand: what the clause said that it replaces; None for a text that replaces none of those.
    """

    path: Path
    text: str
    language: str | None
    demand: Demand | None


def check(agreement: AgreementCase) -> Iterator[Hit]:
    """Texts in the place of mandatory clauses that are silent of what these were there for."""
    changes = agreement.model.lausekemuutokset
    if not agreement.statutory or not any(change.toimi == "korvaa" for change in changes):
        return  # as mostly
    for path, demand in _silent(list(_told(agreement)), _printed(agreement)):
        values = {"lauseke": demand.clause, "mita": demand.matter}
        yield Hit(path, SILENT, ADVICE, values, citation=demand.citation)


def check_library(file: FileCase) -> Iterator[Hit]:
    """Mandatory model clauses that are worded so that they no longer say it."""
    if isinstance(file.model, Lausekekirjasto) and file.model.laji == TYM:
        told = [*_of_library(file.model, file.as_of)]
        for path, demand in _silent(told, ()):
            values = {"lauseke": demand.clause, "mita": demand.matter}
            yield Hit(path, MODEL_SILENT, MODEL_ADVICE, values, citation=demand.citation)


def _silent(told: list[Told], printed: Collection[str]) -> Iterator[tuple[Path, Demand]]:
    """The texts that are silent, as those beside them are, and what each should say."""
    for item in told:
        demand = item.demand
        if demand is None or demand.clause in printed or demand.is_said(item.text):
            continue
        if not any(demand.is_said_aside(one.text) for one in told if _stands_beside(one, item)):
            yield item.path, demand


def _stands_beside(one: Told, other: Told) -> bool:
    """Whether a reader of the one reads the other too: not another wording of the same clause."""
    if one.demand is other.demand:
        return False
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


def _of_library(library: Lausekekirjasto, as_of: date) -> Iterator[Told]:
    """The wordings of a library that aren't past; a table below one says what a text need not."""
    for index, clause in enumerate(library.lausekkeet):
        for number, version in enumerate(clause.versiot):
            begins = version.alkaen
            if version is wording(clause.versiot, as_of) or (begins and begins > as_of):
                demand = None if version.taulukko else DEMANDS.get(clause.tunnus)
                path = ("lausekkeet", index, "versiot", number, "kappaleet")
                yield from _of_wording(path, version, demand)


def _of_wording(path: Path, version: Lausekeversio, demand: Demand | None) -> Iterator[Told]:
    """A wording in each of its languages; its place is the first paragraph in that language."""
    parts = [
        (number, part)
        for number, paragraph in enumerate(version.kappaleet)
        for part in (paragraph, *paragraph.luettelo)
    ]
    for language in LANGUAGES:
        said = [(number, cleaned(getattr(part, language) or "")) for number, part in parts]
        first = next((number for number, text in said if text), None)
        if first is not None:
            text = "\n\n".join(text for _, text in said)
            own = PART_OF_KELA.sub("Kela maksaa.", text)
            yield Told((*path, first, language), own, language, demand)


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
    check_library=check_library,
)

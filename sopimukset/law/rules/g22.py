"""G22: settings, namings and approvals have their decision recorded."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from sopimukset.base.speech import mark
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase, RegionCase
from sopimukset.law.facts import DECIDED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Luottamustoimi, Nimetty, Paatos
from sopimukset.tracking.roles import KELA

PARTS = {"tekija": "tekijä", "pvm": "päivä", "pykala": "pykälä", "asiatunnus": "asiatunnus"}
KELA_PARTS = ("tekija", "pvm")
"""Kela's decisions carry no section and no case number that the region would know."""

NONE = "Päätöstä ei ole kirjattu: {mika}."
NONE_ADVICE = "Kirjaa paatos: tekija, pvm, pykala ja asiatunnus."
PARTIAL = "Päätöksestä ({mika}) ei ole kirjattu: {puuttuvat}."
PARTIAL_ADVICE = "Täydennä päätöksen tiedot päätöspöytäkirjasta."


Decided = tuple[Path, Paatos | None, Collection[str], str]
"""The place of a decision, the decision, the parts that it must have, and what was decided."""


def check(region: RegionCase) -> Iterator[Hit]:
    """Decisions that are missing or incomplete."""
    for path, decision, wanted, what in _decisions(region):
        if decision is None:
            yield Hit(path, NONE, NONE_ADVICE, {"mika": what}, missing=True)
            continue
        if _whole(decision):
            continue
        lacking = [PARTS[part] for part in wanted if getattr(decision, part) is None]
        if lacking:
            values = {"mika": what, "puuttuvat": listed(lacking)}
            yield Hit(path, PARTIAL, PARTIAL_ADVICE, values, missing=True)


def _whole(decision: Paatos) -> bool:
    """Whether every part is there that any party's decision must have."""
    told = (decision.tekija, decision.pvm, decision.pykala, decision.asiatunnus)
    return None not in told


def _decisions(region: RegionCase) -> Iterator[Decided]:
    for group in region.groups:
        yield from _settings(group)
        yield from _members(group)
        yield from _offices(group)
        yield from _leaders(group)
    what = mark("sopimuksen hyväksyminen")
    for agreement in region.agreements:
        for index, item in enumerate(agreement.model.hyvaksynnat):
            path = (*agreement.path, "hyvaksynnat", index)
            yield path, item, _wanted(region, item.osapuoli), what


def _wanted(region: RegionCase, party: str | None) -> Collection[str]:
    """What a decision of the party must tell."""
    return KELA_PARTS if region.role(party).kind == KELA else PARTS


def _settings(group: GroupCase) -> Iterator[Decided]:
    for index, term in enumerate(group.model.toimikaudet):
        path = (*group.path, "toimikaudet", index)
        decision = term.asettaminen
        if decision is not None and decision.asettaja is not None:  # else G04 asks for it
            parts = tuple(part for part in PARTS if part != "pvm")  # G14 asks for the day
            place = (*path, "asettaminen")
            yield place, decision, parts, mark("johtoryhmän asettaminen")


def _members(group: GroupCase) -> Iterator[Decided]:
    for path, seat, _ in group.seats:
        decided = _decided_days(seat.nimetyt)
        for key, people, what in (
            ("nimetyt", seat.nimetyt, mark("jäsenen nimeäminen")),
            ("varajasenet", seat.varajasenet, mark("varajäsenen nimeäminen")),
        ):
            yield from _named(group, (*path, key), people, seat.nimeaja, what, decided)


def _leaders(group: GroupCase) -> Iterator[Decided]:
    for number, task in enumerate(group.model.johtavat_henkilot):
        path = (*group.path, "johtavat_henkilot", number)
        decided = _decided_days(task.nimetyt)
        what = mark("johtavan henkilön nimeäminen")
        yield from _named(group, (*path, "nimetyt"), task.nimetyt, task.nimeaja, what, decided)
        what = mark("varahenkilön nimeäminen")
        deputies = task.varahenkilot
        yield from _named(group, (*path, "varahenkilot"), deputies, task.nimeaja, what, decided)


def _offices(group: GroupCase) -> Iterator[Decided]:
    """An office is covered by a member's decision of the same party from the same day."""
    decided = {
        (seat.nimeaja, day) for _, seat, _ in group.seats for day in _decided_days(seat.nimetyt)
    }
    for key, what in (
        ("puheenjohtaja", mark("puheenjohtajan nimeäminen")),
        ("varapuheenjohtaja", mark("varapuheenjohtajan nimeäminen")),
    ):
        holders: Iterable[Luottamustoimi] = getattr(group.model, key)
        for index, holder in enumerate(holders):
            if holder.paatos is None and (holder.nimeaja, holder.alkaen) in decided:
                continue
            path = (*group.path, key, index)
            yield path, holder.paatos, _wanted(group.region, holder.nimeaja), what


def _decided_days(people: Iterable[Nimetty]) -> set[date | None]:
    return {item.alkaen for item in people if item.paatos is not None}


def _named(
    group: GroupCase,
    path: Path,
    people: Iterable[Nimetty],
    namer: str | None,
    what: str,
    decided: set[date | None],
) -> Iterator[Decided]:
    for index, person in enumerate(people):
        decision = person.paatos
        if decision is None:
            if None in decided or person.alkaen in decided:
                continue  # T12 asks for a day that is not recorded
        elif _whole(decision):
            continue
        yield (*path, index), decision, _wanted(group.region, namer), what


RULE = Rule(
    code="G22",
    title="Asettamisesta, nimeämisistä ja hyväksymisistä on kirjattu päätös",
    severity=Severity.WARNING,
    citations=("434/2003 43 §", "906/2019 26 §"),
    grade="A-",
    decides="Ei riipu päivästä: katsotaan, mitä päätöksestä on kirjattu.",
    scope=Scope.REGION,
    check=check,
    settled=DECIDED,
)

"""What the rules of chair and vice-chair share: one holder at a time, named by the right one."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass

from sopimukset.base.periods import Period, doubled, gaps
from sopimukset.law.cases import NOBODY, GroupCase
from sopimukset.law.rule import Hit, Path
from sopimukset.model import Luottamustoimi
from sopimukset.tracking.roles import Role
from sopimukset.tracking.terms import periods_of


@dataclass(frozen=True, slots=True)
class Office:
    """The words in which the rule of an office speaks.

    Attributes:
        key: the list's key in the record.
        none, gap, double, wrong, seatless: the messages.
        namers: how an advice names those who may name the holder.
    """

    key: str
    none: str
    gap: str
    double: str
    wrong: str
    seatless: str
    namers: str


def office_hits(
    group: GroupCase, office: Office, holders: Sequence[Luottamustoimi], namers: Container[Role]
) -> Iterator[Hit]:
    """Days without a holder or with two; a holder named by the wrong party or without a seat."""
    path = (*group.path, office.key)
    if group.span is None or group.municipalities is None:
        return  # G14 asks for the term, G07 for the territory
    advice = (
        f"Kirjaa {office.namers} nimeämä henkilö kohtaan {office.key} alkaen- ja paattyen-päivin."
    )
    if not holders:
        yield Hit(group.path, office.none, advice, missing=True)
        return
    yield from _days(path, office, holders, group.span, advice)
    for index, holder in enumerate(holders):
        yield from _holder(group, (*path, index), office, holder, namers)


def _days(
    path: Path, office: Office, holders: Sequence[Luottamustoimi], span: Period, advice: str
) -> Iterator[Hit]:
    periods = periods_of(holders, span)
    for gap in gaps(span, periods):
        yield Hit(path, office.gap, advice, during=gap, missing=True)
    for both in doubled(periods):
        yield Hit(path, office.double, "Päätä edellisen kausi ennen seuraavan alkua.", during=both)


def _holder(
    group: GroupCase, path: Path, office: Office, holder: Luottamustoimi, namers: Container[Role]
) -> Iterator[Hit]:
    role = group.region.role(holder.nimeaja)
    days = holder.jakso
    if holder.nimeaja is None or holder.jasen is None:
        advice = "Kirjaa jasen (jäsenyyden tunnus) ja nimeaja (osapuolen tunnus)."
        yield Hit(path, office.seatless, advice, missing=True)
    elif role != NOBODY and role not in namers:
        advice = f"Nimeäminen kuuluu toimijalle: {office.namers}."
        yield Hit((*path, "nimeaja"), office.wrong, advice, during=days)

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
        kind: the role of those who may name the holder.
        none, gap, double, wrong, outside, seatless, vacant: the messages.
        advice, wrong_advice: what to do where nobody, or the wrong one, has named.
    """

    key: str
    kind: str
    none: str
    gap: str
    double: str
    wrong: str
    outside: str
    seatless: str
    vacant: str
    advice: str
    wrong_advice: str


NEXT = "Päätä edellisen kausi ennen seuraavan alkua."
FILL = "Nimetkää jäsenyyteen uusi henkilö tai tehtävään toinen jäsen."
SEAT = "Kirjaa jasen (jäsenyyden tunnus) ja nimeaja (osapuolen tunnus)."


def office_hits(
    group: GroupCase, office: Office, holders: Sequence[Luottamustoimi], namers: Container[Role]
) -> Iterator[Hit]:
    """Days without a holder or with two; a holder named by the wrong party or without a seat."""
    path = (*group.path, office.key)
    if group.span is None or group.municipalities is None:
        return  # G14 asks for the term, G07 for the territory
    if not holders:
        yield Hit(group.path, office.none, office.advice, during=group.span, missing=True)
        return
    yield from _days(path, office, holders, group.span)
    for index, holder in enumerate(holders):
        yield from _holder(group, (*path, index), office, holder, namers)
        yield from _vacant(group, (*path, index), office, holder, group.span)


def _days(
    path: Path, office: Office, holders: Sequence[Luottamustoimi], span: Period
) -> Iterator[Hit]:
    periods = periods_of(holders, span)
    for gap in gaps(span, periods):
        yield Hit(path, office.gap, office.advice, during=gap, missing=True)
    for both in doubled(periods):
        yield Hit(path, office.double, NEXT, during=both)


def _holder(
    group: GroupCase, path: Path, office: Office, holder: Luottamustoimi, namers: Container[Role]
) -> Iterator[Hit]:
    role = group.region.role(holder.nimeaja)
    days = holder.jakso
    if holder.nimeaja is None or holder.jasen is None:
        yield Hit(path, office.seatless, SEAT, missing=True)
    elif role != NOBODY and role not in namers:
        message = office.outside if role.kind == office.kind else office.wrong
        yield Hit((*path, "nimeaja"), message, office.wrong_advice, during=days)


def named_by_other(
    group: GroupCase, key: str, agreed: Role, namers: Container[Role]
) -> Iterator[tuple[Path, Period | None]]:
    """The holders whom another one of those who may name has named than was agreed."""
    holders: Sequence[Luottamustoimi] = getattr(group.model, key)
    for index, holder in enumerate(holders):
        role = group.region.role(holder.nimeaja)
        if role in namers and role != agreed:
            yield (*group.path, key, index, "nimeaja"), holder.jakso


def _vacant(
    group: GroupCase, path: Path, office: Office, holder: Luottamustoimi, span: Period
) -> Iterator[Hit]:
    """Days of the office on which nobody sits in the seat that it is held by."""
    seat = next((item for _, item, _ in group.seats if item.tunnus == holder.jasen), None)
    if seat is None or not seat.nimetyt:
        return  # T01 or G07 tells of the seat
    named = periods_of(seat.nimetyt, span)
    for days in periods_of([holder], span):
        for gap in gaps(days, named):
            yield Hit((*path, "jasen"), office.vacant, FILL, during=gap)

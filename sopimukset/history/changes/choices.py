"""Kinds that depend on values: which of two a difference is, by what was and is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sopimukset.history.changes.kinds import Kind
from sopimukset.history.changes.operations import Added, Operation, Put, Removed
from sopimukset.history.changes.records import Records
from sopimukset.model import Osapuoli
from sopimukset.tracking.roles import KELA, PARTNER


class Found(NamedTuple):
    """A difference with the two states around it."""

    old: Records
    new: Records
    operation: Operation


Choice = Kind | Callable[[Found], Kind | None]
"""The kind, or what chooses it by the values; None leaves the difference to other rows."""


def _party(found: Found, tunnus: object) -> Osapuoli | None:
    for state in (found.new, found.old):
        for party in state.alue.osapuolet if state.alue else ():
            if party.tunnus == tunnus:
                return party
    return None


def is_kelas(found: Found, tunnus: object) -> bool:
    """Whether the party of that tunnus is Kela."""
    party = _party(found, tunnus)
    return party is not None and party.rooli == KELA


def of_role(statutory: Kind, partner: Kind) -> Callable[[Found], Kind]:
    """Tells a party of the act from a partner."""

    def choose(found: Found) -> Kind:
        """By the role of the party that came, went or was changed."""
        operation = found.operation
        if isinstance(operation, Added | Removed):
            return partner if operation.value.rooli == PARTNER else statutory
        party = found.new.at(operation.path[:-1]) or found.old.at(operation.path[:-1])
        return partner if party.rooli == PARTNER else statutory

    return choose


def later(onwards: Kind, sooner: Kind) -> Callable[[Found], Kind]:
    """Tells a last day that moves on from one that comes nearer."""

    def choose(found: Found) -> Kind:
        """By whether the end moved on, or fell away, or came sooner."""
        put = found.operation
        assert isinstance(put, Put)  # noqa: S101 (its rows fit no others)
        open_end = put.new is None or (put.old is not None and put.new > put.old)
        return onwards if open_end else sooner

    return choose


def staff_kind(found: Found, tunnus: object, *, less: bool) -> Kind:
    """The kind of a party's staff becoming less or more."""
    if is_kelas(found, tunnus):
        return Kind.KELA_STAFF_CUT if less else Kind.KELA_STAFF_RAISED
    return Kind.STAFF_CUT if less else Kind.STAFF_RAISED


def staff_amount(found: Found) -> Kind:
    """The amount of a row: less or more, and Kela's apart."""
    put = found.operation
    assert isinstance(put, Put)  # noqa: S101 (its rows fit no others)
    row = found.new.at(put.path[:-1])
    return staff_kind(found, row.osapuoli, less=put.new < put.old)


def staff_row(kind: Kind, *, less: bool) -> Callable[[Found], Kind]:
    """A row of Kela's beside others raises or cuts its staff; others' are told as rows."""

    def choose(found: Found) -> Kind:
        """A row of a party that had staff before is more or less of it, told of Kela apart."""
        item = found.operation
        assert isinstance(item, Added | Removed)  # noqa: S101 (its rows fit no others)
        tunnus = item.value.osapuoli
        rows = found.old.alue.henkilosto if found.old.alue else ()
        known = any(row.osapuoli == tunnus for row in rows)
        return staff_kind(found, tunnus, less=less) if known and is_kelas(found, tunnus) else kind

    return choose


def staff_end(found: Found) -> Kind | None:
    """A last day that is set; one that is taken away is no end."""
    put = found.operation
    return Kind.STAFF_ENDED if isinstance(put, Put) and put.new is not None else None


def approved(found: Found) -> Kind:
    """An approval, or one on a condition."""
    item = found.operation
    assert isinstance(item, Added)  # noqa: S101 (its rows fit no others)
    return Kind.PARTY_APPROVED_CONDITIONALLY if item.value.ehto else Kind.PARTY_APPROVED


def moved(found: Found) -> Kind:
    """A meeting with a new day is moved, one without is cancelled."""
    item = found.operation
    assert isinstance(item, Added)  # noqa: S101 (its rows fit no others)
    return Kind.MEETING_MOVED if item.value.uusi_pvm else Kind.MEETING_CANCELLED


def confirmed(found: Found) -> Kind | None:
    """A legal name that is confirmed now; the reverse is told as any field."""
    put = found.operation
    return Kind.LEGAL_NAME_CONFIRMED if isinstance(put, Put) and put.new is True else None

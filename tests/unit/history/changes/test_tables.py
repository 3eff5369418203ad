"""The tables of kinds and levels are whole: no kind, no field and no provision is left open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from sopimukset.history.changes import GENERAL, Kind
from sopimukset.history.changes.levels import AGREEMENTS, LEVELS, PLACES, VOLUNTARY
from sopimukset.history.changes.parts import OWN, PARTIES_ALONE, REGIONS
from sopimukset.history.changes.rules import ROWS
from sopimukset.history.changes.successions import HOLDERS
from sopimukset.model import Alue, Kokous, Malli, Seuranta, Sopimus, Versio
from sopimukset.model.structure import fields_of
from sopimukset.statutes import load, parse_viite
from sopimukset.workspace.templates import library_of
from tests.support.workspaces import CHECKOUT

ROOTS: dict[str, type[Malli]] = {
    "": Alue,
    "kokoukset": Kokous,
    "seuranta": Seuranta,
    "versiot": Versio,
}


def fields(model: type[Malli], path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Every field of a model and of its parts, by the keys that lead to it."""
    for name, field in fields_of(model).items():
        yield (*path, name)
        for inner in field.models:
            yield from fields(inner, (*path, name))


ALL = {path for root, model in ROOTS.items() for path in fields(model, (root,) if root else ())} | {
    (root,) for root in ROOTS if root
}


def test_every_kind_has_a_level_or_is_general() -> None:
    assert set(LEVELS) | GENERAL == set(Kind)
    assert not set(LEVELS) & GENERAL


def test_keys_and_sentences_are_told_apart() -> None:
    assert len({kind.key for kind in Kind}) == len(Kind)
    assert len({kind.sentence for kind in Kind}) == len(Kind)
    assert all(("{kentta}" in kind.sentence) == (kind in GENERAL) for kind in Kind)


def test_every_kind_is_somewhere_looked_for() -> None:
    """A kind that nothing finds would be a promise that is never kept."""
    rows = {row.kind for row in ROWS if isinstance(row.kind, Kind)}
    holders = {kind for holder in HOLDERS.values() for kind in holder if kind}
    chosen = {
        *(Kind.PARTY_ADDED, Kind.PARTNER_ADDED, Kind.PARTY_LEFT, Kind.PARTNER_LEFT),
        *(Kind.TERM_EXTENDED, Kind.TERM_SHORTENED, Kind.DEFECT_EXTENDED),
        *(Kind.STAFF_CUT, Kind.STAFF_RAISED, Kind.KELA_STAFF_CUT, Kind.KELA_STAFF_RAISED),
        *(Kind.STAFF_ADDED, Kind.STAFF_REMOVED, Kind.STAFF_ENDED, Kind.TASK_EXTENDED),
        *(Kind.PARTY_APPROVED, Kind.PARTY_APPROVED_CONDITIONALLY, Kind.LEGAL_NAME_CONFIRMED),
        *(Kind.MEETING_MOVED, Kind.MEETING_CANCELLED),
    }
    assert rows | holders | chosen | GENERAL == set(Kind)


def test_rows_and_places_name_fields_that_exist() -> None:
    named = {row.where for row in ROWS} | {tuple(place.split(".")) for place in PLACES}
    assert named - ALL == {("alue.yaml",)}
    assert set(HOLDERS) <= ALL
    assert set(REGIONS) <= ALL
    assert {("sopimukset", name) for name in OWN} <= ALL


def test_every_field_has_a_level_of_its_own_place() -> None:
    """What the tables don't know is the parties' to approve; nothing known is left to that."""
    known = {tuple(place.split(".")) for place in PLACES} | {row.where for row in ROWS}
    left = [path for path in ALL if not {path[: end + 1] for end in range(len(path))} & known]
    assert left == []


@pytest.mark.parametrize(
    "basis", sorted({it for weight in (*LEVELS.values(), *PLACES.values()) for it in weight.basis})
)
def test_every_provision_is_there(basis: str) -> None:
    assert load().text(parse_viite(basis))


def test_kinds_of_agreement_and_clauses_exist() -> None:
    kinds = set(fields_of(Sopimus)["laji"].choices)
    assert set(AGREEMENTS) == kinds
    assert kinds >= VOLUNTARY
    library = library_of(CHECKOUT, "tym-sopimus")
    assert library is not None
    clauses = {item.tunnus for item in library.lausekkeet}
    printed = {item.clause for item in (*OWN.values(), *REGIONS.values())}
    assert printed | PARTIES_ALONE <= clauses

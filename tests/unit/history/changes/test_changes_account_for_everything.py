"""Changes account for every difference, once; carried out they give the newer state."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from sopimukset.history.changes import Records, changes, graded, path_text, records_applied
from sopimukset.history.changes.places import field_names
from sopimukset.history.changes.records import record_differences
from sopimukset.history.changes.telling import Teller
from sopimukset.model import Jakso, Malli
from tests.support.kind_documents import WORKED
from tests.support.states import edited_states, state

CALM = settings(
    max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example]
)


@CALM
@given(edited_states())
def test_the_changes_of_the_older_state_give_the_newer(states: tuple[Records, Records]) -> None:
    old, new = states
    operations = [item for change in changes(old, new) for item in change.operations]
    assert records_applied(old, operations) == new


@CALM
@given(edited_states())
def test_every_difference_belongs_to_exactly_one_change(states: tuple[Records, Records]) -> None:
    old, new = states
    held = [item for change in changes(old, new) for item in change.operations]
    found = list(record_differences(old, new))
    assert len(held) == len(found)
    assert all(item in held for item in found)


@CALM
@given(edited_states())
def test_every_change_can_be_graded_and_told(states: tuple[Records, Records]) -> None:
    old, new = states
    tell = Teller("fi", str)
    for change in changes(old, new):
        assert graded(change, old, new).level
        assert tell.told(change, old, new).sentence
        assert path_text(change.path)
        assert field_names(change.path)


@pytest.mark.parametrize("name", WORKED)
def test_a_state_has_no_change_from_itself(name: str) -> None:
    records = state(name)
    assert changes(records, records) == ()
    assert records.alue is not None
    assert changes(records.alue, records.alue.model_copy(deep=True)) == ()


def test_what_is_worked_out_of_the_older_state_is_not_carried_over() -> None:
    """`jakso` is worked out once for a model; a new last day must give a new period."""
    old, new = state("paijat-hame"), state("pohjois-karjala")
    periods = list(_periods(old.alue))
    made = records_applied(old, record_differences(old, new))
    assert periods
    assert list(_periods(made.alue)) == list(_periods(new.alue))


def _periods(value: object) -> list[object]:
    if isinstance(value, tuple):
        return [found for item in value for found in _periods(item)]
    if not isinstance(value, Malli):
        return []
    own = [value.jakso] if isinstance(value, Jakso) else []
    return [
        *own,
        *(it for name in type(value).model_fields for it in _periods(getattr(value, name))),
    ]


def test_a_region_that_appears_and_one_that_goes() -> None:
    there = state("lappi")
    [added, *rest] = changes(Records(None), there)
    assert added.kind.key == "region-added"
    assert {item.kind.key for item in rest} == {"meeting-recorded", "follow-up-added"}
    assert changes(there, Records(None))[0].kind.key == "region-removed"
    gone = [item for change in changes(there, Records(None)) for item in change.operations]
    assert records_applied(there, gone) == Records(None)

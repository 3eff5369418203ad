"""What moves an approved content is never graded below the parties' approval."""

from __future__ import annotations

import pytest

from sopimukset.history.changes import Level, Records, changes, path_text, records_applied
from sopimukset.history.changes.grading import weight_of
from sopimukset.history.changes.operations import Added
from sopimukset.history.changes.records import record_differences
from sopimukset.model import Alue
from sopimukset.tracking.fingerprints import content, fingerprint
from tests.support.kind_documents import WORKED
from tests.support.states import alue


def contents(region: Alue) -> dict[str, str]:
    """The fingerprints of a region's agreements."""
    found = {item.tunnus: content(region, item, None, {}) for item in region.sopimukset}
    return {tunnus: fingerprint(item) for tunnus, item in found.items() if item}


@pytest.mark.parametrize("name", WORKED)
def test_a_single_difference_that_moves_the_content(name: str) -> None:
    """Every difference from another region, each alone: what counts is for the parties."""
    old = Records(alue(name))
    before = contents(alue(name))
    lighter, seen = [], 0
    for other in WORKED[:3]:
        for item in record_differences(old, Records(alue(other))):
            if isinstance(item, Added):
                continue  # it stands behind an item that only the other differences bring
            made = records_applied(old, [item])
            assert made.alue is not None
            after = contents(made.alue)
            if any(before[it] != after[it] for it in before.keys() & after.keys()):
                [change] = changes(old, made)
                seen += 1
                if weight_of(change).level.rank > Level.PARTIES.rank:
                    lighter.append(f"{change.kind.key} {path_text(change.path)}")
    assert lighter == []
    assert seen > 20

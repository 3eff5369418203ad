"""Accepting all changes gives the new document, rejecting them the old one: 500 pairs by XML."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from sopimukset.formats.word import text_of
from sopimukset.formats.word.redline import (
    accept_all,
    count_changes,
    has_changes,
    normal_form,
    redline,
    reject_all,
)
from tests.support.word_pairs import pair

PAIRS, AT_ONCE = 500, 50
MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize("first", range(0, PAIRS, AT_ONCE))
def test_accepting_gives_the_new_document_and_rejecting_the_old_one(first: int) -> None:
    """For documents with all that programs write, and several edits in each."""
    changed = 0
    for seed in range(first, first + AT_ONCE):
        old, new = pair(seed)
        made = redline(old, new, author="Tekijä", moment=MOMENT)
        accepted, rejected = accept_all(made), reject_all(made)
        assert normal_form(accepted) == normal_form(new), f"accepting, seed {seed}"
        assert normal_form(rejected) == normal_form(old), f"rejecting, seed {seed}"
        assert not has_changes(accepted)
        assert not has_changes(rejected)
        changed += has_changes(made)
        assert has_changes(made) or normal_form(old) == normal_form(new)
    assert changed > AT_ONCE / 2


def test_the_plain_texts_agree_as_another_reader_has_them() -> None:
    """The normal form is the engine's own; the texts are read by what reads all documents."""
    for seed in range(60):
        old, new = pair(seed, modest=True)
        made = redline(old, new, author="Tekijä", moment=MOMENT)
        for resolved, original in ((accept_all(made), new), (reject_all(made), old)):
            got, wanted = (
                [line for line in text_of(item) if line.strip()] for item in (resolved, original)
            )
            assert got == wanted, f"seed {seed}"


def test_a_document_against_itself_has_no_changes() -> None:
    """Whatever it holds."""
    for seed in range(40):
        old, _ = pair(seed)
        made = redline(old, old, author="Tekijä", moment=MOMENT)
        assert count_changes(made).none, f"seed {seed}"


def test_the_same_pair_gives_the_same_bytes() -> None:
    """Nothing is taken from a clock, and no set decides an order."""
    for seed in range(20):
        old, new = pair(seed)
        first, second = (redline(old, new, author="A", moment=MOMENT) for _ in range(2))
        assert first == second, f"seed {seed}"

"""Which contents each party has approved, or signed: with a condition, none."""

from __future__ import annotations

from datetime import date

import pytest

from sopimukset.tracking.approvals import (
    APPROVALS,
    SIGNATURES,
    approved_contents,
    marks_of,
    proving,
)
from tests.support.regions import agreement, holdings

FIRST, SECOND = "a" * 64, "b" * 64


def test_contents_are_by_party_and_list_and_hold_no_condition() -> None:
    entry = agreement(
        hyvaksynnat=[
            {"osapuoli": "hollola", "sormenjalki": FIRST},
            {"osapuoli": "hollola", "sormenjalki": SECOND, "ehto": "Kela hyväksyy saman"},
            {"osapuoli": "hva", "sormenjalki": FIRST, "ehto": "Kela hyväksyy saman"},
            {"osapuoli": "hva", "sormenjalki": FIRST},
            {"osapuoli": "kela", "sormenjalki": FIRST, "ehto": "Hallitus hyväksyy"},
        ],
        allekirjoitukset=[{"osapuoli": "kela", "sormenjalki": SECOND}],
    )
    alue = holdings(sopimukset=[entry]).alue
    approved = approved_contents(alue, alue.sopimukset[0], {}, APPROVALS)
    assert approved == {"hollola": {FIRST}, "hva": {FIRST}}
    signed = approved_contents(alue, alue.sopimukset[0], {}, SIGNATURES)
    assert signed == {"kela": {SECOND}}


def test_contents_by_a_day_are_those_that_were_given_by_then() -> None:
    given = {"hollola": "2026-01-14", "hva": "2026-01-15", "kela": "2026-01-16"}
    entry = agreement(
        hyvaksynnat=[
            *({"osapuoli": who, "sormenjalki": FIRST, "pvm": day} for who, day in given.items()),
            {"osapuoli": "kela", "sormenjalki": SECOND},
        ],
    )
    alue = holdings(sopimukset=[entry]).alue
    day = date(2026, 1, 15)
    by_then = approved_contents(alue, alue.sopimukset[0], {}, APPROVALS, day)
    assert by_then == {"hollola": {FIRST}, "hva": {FIRST}}
    ever = approved_contents(alue, alue.sopimukset[0], {}, APPROVALS)
    assert ever == {"hollola": {FIRST}, "hva": {FIRST}, "kela": {FIRST, SECOND}}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ((None, None), (0, 1)),
        ((FIRST, None), (0,)),
        ((SECOND, None), ()),
        ((None, SECOND, FIRST), (2,)),
    ],
)
def test_a_paper_shows_what_was_given_to_its_content(
    given: tuple[str | None, ...], shown: tuple[int, ...]
) -> None:
    told = [{"osapuoli": "hva", **({"sormenjalki": one} if one else {})} for one in given]
    [entry] = holdings(sopimukset=[agreement(hyvaksynnat=told)]).alue.sopimukset
    marks = list(marks_of(entry, ()))
    assert proving(marks, lambda: FIRST) == [marks[number] for number in shown]


def test_without_fingerprints_a_papers_content_is_not_reckoned() -> None:
    [entry] = holdings(sopimukset=[agreement(hyvaksynnat=[{"osapuoli": "hva"}])]).alue.sopimukset
    marks = list(marks_of(entry, ()))
    assert proving(marks, lambda: pytest.fail("its fingerprint was asked for")) == marks

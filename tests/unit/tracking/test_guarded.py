"""No small count can be reckoned from all the follow-ups of a group that it publishes.

The oracle is linear algebra over fractions: every published figure is a sum of the finest counts,
and a hidden figure is safe when it is no combination of the published ones. It shares nothing with
the code that hides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import product
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.model import Seuranta
from sopimukset.tracking.followup import Guard, followed, guard
from sopimukset.tracking.followup.periods import Followed

REASONS = ("tyollistynyt", "koulutus", "muu")
AUTHORITIES = ("hollola", "lahti")
HALVES = {"h1": ("2025-01-01", "2025-06-30"), "h2": ("2025-07-01", "2025-12-31")}
YEAR = {"year": ("2025-01-01", "2025-12-31")}
Finest = tuple[str, str, str]
FINEST: list[Finest] = list(product(HALVES, AUTHORITIES, REASONS))
COUNT = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 40])


def rows(
    counts: dict[Finest, int], halves: Iterable[str]
) -> Iterator[tuple[dict[str, Any], frozenset[Finest]]]:
    """Every row that a follow-up may have, with the finest counts that it is the sum of."""
    for place, reason in product((None, *AUTHORITIES), (None, *REASONS)):
        own = frozenset(
            one
            for one in FINEST
            if one[0] in halves and place in (None, one[1]) and reason in (None, one[2])
        )
        row: dict[str, Any] = {"arvo": Decimal(sum(counts[one] for one in own))}
        if place:
            row["tyovoimaviranomainen"] = place
        keys: list[tuple[str, dict[str, str]]] = [
            ("paattyneet-asiakkuudet", {"luokka": reason} if reason else {})
        ]
        if reason == "tyollistynyt":
            keys.append(("paattyneet-tyollistyneet", {}))
        for key, of_class in keys:
            yield {"mittari": key, **row, **of_class}, own


def made(
    counts: dict[Finest, int], chosen: set[int]
) -> list[tuple[Followed, list[frozenset[Finest]]]]:
    """The follow-ups with some of the rows, and what each row is the sum of."""
    result, number = [], 0
    for name, (first, last) in {**HALVES, **YEAR}.items():
        told, sums = [], []
        for row, own in rows(counts, HALVES if name == "year" else [name]):
            if number not in chosen:
                told.append(row)
                sums.append(own)
            number += 1
        days = {"alkaen": first, "paattyen": last}
        plain = {"muoto": 1, "johtoryhma": "tym", "seurantajakso": days, "mittarit": told}
        [one] = followed([Seuranta.model_validate(plain)])
        result.append((one, sums))
    return result


def in_span(vectors: list[list[Fraction]], wanted: list[Fraction]) -> bool:
    """Whether a vector is a combination of others (elimination over fractions)."""
    basis: dict[int, list[Fraction]] = {}

    def reduced(vector: list[Fraction]) -> list[Fraction]:
        for lead, own in basis.items():
            if vector[lead]:
                factor = vector[lead] / own[lead]
                vector = [a - factor * b for a, b in zip(vector, own, strict=True)]
        return vector

    for vector in vectors:
        rest = reduced(vector)
        lead = next((place for place, item in enumerate(rest) if item), None)
        if lead is not None:
            for key, own in list(basis.items()):
                if own[lead]:
                    factor = own[lead] / rest[lead]
                    basis[key] = [a - factor * b for a, b in zip(own, rest, strict=True)]
            basis[lead] = rest
    return not any(reduced(wanted))


def vector(own: frozenset[Finest]) -> list[Fraction]:
    return [Fraction(one in own) for one in FINEST]


def told_apart(
    guarded: Guard, follow_ups: list[tuple[Followed, list[frozenset[Finest]]]]
) -> tuple[list[frozenset[Finest]], list[frozenset[Finest]]]:
    """What the published rows and the hidden ones are the sums of."""
    shown: list[frozenset[Finest]] = []
    hidden: list[frozenset[Finest]] = []
    for one, sums in follow_ups:
        for row, own in zip(one.item.mittarit, sums, strict=True):
            (shown if guarded.figure(row, one.days).shown else hidden).append(own)
    return shown, hidden


@given(
    st.lists(COUNT, min_size=len(FINEST), max_size=len(FINEST)),
    st.sets(st.integers(0, 44), max_size=25),
)
@settings(max_examples=150, deadline=None)
def test_no_small_count_is_a_combination_of_published_ones(
    numbers: list[int], left_out: set[int]
) -> None:
    counts = dict(zip(FINEST, numbers, strict=True))
    follow_ups = made(counts, left_out)
    shown, hidden = told_apart(guard([one for one, _ in follow_ups], {}), follow_ups)
    published = [vector(own) for own in shown]
    # A published 0 says that each of its parts is 0.
    published += [
        vector(frozenset([one]))
        for own in shown
        if not sum(counts[part] for part in own)
        for one in own
    ]
    assert all(not 0 < sum(counts[one] for one in own) < 5 for own in shown)
    for own in hidden:
        if 0 < sum(counts[one] for one in own) < 5:
            assert not in_span(published, vector(own)), (counts, sorted(own))


@given(st.lists(st.integers(5, 60), min_size=len(FINEST), max_size=len(FINEST)))
@settings(max_examples=20, deadline=None)
def test_where_nothing_is_small_everything_is_told(numbers: list[int]) -> None:
    follow_ups = made(dict(zip(FINEST, numbers, strict=True)), set())
    assert told_apart(guard([one for one, _ in follow_ups], {}), follow_ups)[1] == []

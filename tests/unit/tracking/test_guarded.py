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


# What came and went between two states ------------------------------------------------------------

Flow = tuple[str, str, str]
"""A kind (`there` at first, `came`, `went`), a half-year and an authority."""

FLOWS: list[Flow] = [
    *(("there", "h0", authority) for authority in AUTHORITIES),
    *product(("came", "went"), HALVES, AUTHORITIES),
]
SPANS = {"h0": ("2024-07-01", "2024-12-31"), **HALVES, **YEAR}
WITHIN = {"h0": (), "h1": ("h1",), "h2": ("h1", "h2"), "year": ("h1", "h2")}
OF_PERIOD = {"h0": (), "h1": ("h1",), "h2": ("h2",), "year": ("h1", "h2")}
SIGNS = {"there": 1, "came": 1, "went": -1}
Told = tuple[str, str, str | None]


def bound(key: str, name: str, place: str | None) -> list[Fraction]:
    """What a row counts, as a combination of who was there at first, came and went."""
    by_kind = {
        "asiakkaat": {kind: SIGNS[kind] for kind in ("there", "came", "went")},
        "uudet-asiakkuudet": {"came": 1},
        "paattyneet-asiakkuudet": {"went": 1},
    }[key]
    halves = ("h0", *WITHIN[name]) if key == "asiakkaat" else OF_PERIOD[name]
    return [
        Fraction(by_kind.get(kind, 0) if half in halves and place in (None, own) else 0)
        for kind, half, own in FLOWS
    ]


ROWS: list[Told] = [
    (name, key, place)
    for name, key, place in product(
        SPANS, ("asiakkaat", "uudet-asiakkuudet", "paattyneet-asiakkuudet"), (None, *AUTHORITIES)
    )
    if name != "h0" or key == "asiakkaat"
]


def flowing(numbers: list[int], left_out: set[int]) -> tuple[list[Followed], dict[Told, int]]:
    """Follow-ups of states and flows that obey one another, but for the rows left out."""
    counts = dict(zip(FLOWS, numbers, strict=True))
    values: dict[Told, int] = {}
    for number, row in enumerate(ROWS):
        if number not in left_out:
            own = bound(row[1], row[0], row[2])
            found = sum(own[place] * counts[one] for place, one in enumerate(FLOWS))
            values[row] = int(found)
    follow_ups = []
    for name, (first, last) in SPANS.items():
        told = [
            {"mittari": key, "arvo": Decimal(value), "tyovoimaviranomainen": place}
            for (of, key, place), value in values.items()
            if of == name
        ]
        days = {"alkaen": first, "paattyen": last}
        plain = {"muoto": 1, "johtoryhma": "tym", "seurantajakso": days, "mittarit": told}
        follow_ups += followed([Seuranta.model_validate(plain)])
    return follow_ups, values


def flows_told_apart(numbers: list[int], left_out: set[int]) -> tuple[list[Told], list[Told]]:
    """The rows that are published, and those that aren't."""
    follow_ups, _ = flowing(numbers, left_out)
    guarded = guard(follow_ups, {})
    shown: list[Told] = []
    hidden: list[Told] = []
    for one, name in zip(follow_ups, SPANS, strict=True):
        for row in one.item.mittarit:
            told = (name, row.mittari or "", row.tyovoimaviranomainen)
            (shown if guarded.figure(row, one.days).shown else hidden).append(told)
    return shown, hidden


FLOW = st.sampled_from([0, 1, 2, 3, 4, 5, 6, 9, 40])
AT_FIRST = st.sampled_from([60, 80, 100])


@given(
    st.tuples(
        st.lists(AT_FIRST, min_size=2, max_size=2), st.lists(FLOW, min_size=8, max_size=8)
    ).map(lambda pair: [*pair[0], *pair[1]]),
    st.sets(st.integers(0, len(ROWS) - 1), max_size=4) | st.just(set()),
)
@settings(max_examples=150, deadline=None)
def test_no_small_count_follows_from_states_and_flows(
    numbers: list[int], left_out: set[int]
) -> None:
    _, values = flowing(numbers, left_out)
    shown, hidden = flows_told_apart(numbers, left_out)
    published = [bound(key, name, place) for name, key, place in shown]
    for name, key, place in shown:
        # A published 0 of what came or went says that each of its parts is 0.
        if not values[name, key, place]:
            published += [
                [Fraction(a == b) for b in range(len(FLOWS))]
                for a, item in enumerate(bound(key, name, place))
                if item
            ]
    for row in hidden:
        if 0 < values[row] < 5:
            assert not in_span(published, bound(row[1], row[0], row[2])), (numbers, row)
    assert all(not 0 < values[row] < 5 for row in shown)


def test_what_came_is_not_told_by_who_was_there() -> None:
    """421 now, 592 before and 174 gone: 3 have come, though no breakdown says so."""
    told = {
        "2025-07-01": ("2025-12-31", {"asiakkaat": 592}),
        "2026-01-01": (
            "2026-06-30",
            {"asiakkaat": 421, "uudet-asiakkuudet": 3, "paattyneet-asiakkuudet": 174},
        ),
    }
    for wrong in (0, 7):  # the relation is believed where the figures don't obey it, too
        follow_ups = []
        for first, (last, values) in told.items():
            rows = [
                {"mittari": key, "arvo": Decimal(value + (wrong if value == 421 else 0))}
                for key, value in values.items()
            ]
            days = {"alkaen": first, "paattyen": last}
            plain = {"muoto": 1, "johtoryhma": "tym", "seurantajakso": days, "mittarit": rows}
            follow_ups += followed([Seuranta.model_validate(plain)])
        guarded = guard(follow_ups, {})
        shown = {
            (one.days.start.year, row.mittari)
            for one in follow_ups
            for row in one.item.mittarit
            if guarded.figure(row, one.days).shown
        }
        assert (2026, "uudet-asiakkuudet") not in shown
        assert len(shown) == 2, "two of the other three are told, and not three"

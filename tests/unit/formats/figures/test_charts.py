"""Charts: nothing is cut off, no text stands on another, every value stands where it belongs."""

from __future__ import annotations

import math
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.formats.figures.bars import BarRow, bar_rows
from sopimukset.formats.figures.drawing import Area, Drawing, Label, Line
from sopimukset.formats.figures.looks import LOOKS, comma
from sopimukset.formats.figures.network import Box, Level, network
from sopimukset.formats.figures.scale import scale_of
from sopimukset.formats.figures.shares import ShareRow, share_rows
from sopimukset.formats.figures.trend import Period, TrendWords, trend
from sopimukset.formats.figures.wheel import Segment, year_wheel
from sopimukset.formats.fonts.metrics import text_width
from tests.support.papers import MONTHS

WORDS = TrendWords("Toteutunut", "Vuotta aiemmin", "Tavoite", "ei kirjattu", "ei kerrota")
LONG = (
    "Päijät-Hämeen hyvinvointialueen aikuissosiaalityö, kuntouttava työtoiminta ja nuorten palvelut"
)

SWEDISH_MONTHS = [
    *("jan", "feb", "mars", "april", "maj", "juni"),
    *("juli", "aug", "sept", "okt", "nov", "dec"),
]

names = st.sampled_from(
    ["Kela", "Lahti", "Hollolan kunta", LONG, "Työllisyysalueen lautakunta", "x" * 90, "2026/1"]
)
values = st.one_of(
    st.none(), st.just(0.0), st.floats(-999, 99999).map(lambda value: round(value, 1))
)
amounts = st.one_of(st.just(0.0), st.floats(0, 5000).map(lambda value: round(value, 1)))
bars = st.lists(
    st.builds(BarRow, names, st.tuples(values, values), values), min_size=1, max_size=14
)
periods = st.lists(st.builds(Period, names, values, values, st.booleans()), min_size=1, max_size=24)
shares = st.lists(
    st.builds(ShareRow, names, st.tuples(amounts, amounts, st.one_of(st.none(), amounts))),
    min_size=1,
    max_size=10,
)
months = st.floats(0, 12).map(lambda value: round(value, 2))
segments = st.lists(
    st.builds(Segment, names, st.integers(0, 2), months, months), min_size=0, max_size=18
)
boxes = st.lists(st.tuples(names, st.one_of(st.just(""), names)), min_size=0, max_size=9)


def box_of(label: Label) -> tuple[float, float, float, float]:
    """Where a label's letters are: left, top, right, bottom."""
    wide = text_width(label.text.rstrip(), label.size, bold=label.bold)
    x, y = label.at
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, y - 0.72 * label.size, left + wide, y + 0.2 * label.size


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label) and shape.text.strip()]


def points(drawing: Drawing) -> list[tuple[float, float]]:
    return [
        point
        for shape in drawing.shapes
        if isinstance(shape, Area | Line)
        for point in shape.points
    ]


def is_readable(drawing: Drawing) -> None:
    """Everything is on the sheet, and no label touches another."""
    found = [(label, box_of(label)) for label in labels(drawing)]
    for label, (left, top, right, bottom) in found:
        assert left >= -0.5, label
        assert right <= drawing.width + 0.5, label
        assert top >= -0.5, label
        assert bottom <= drawing.height + 0.5, label
    for (one, a), (other, b) in combinations(found, 2):
        apart = a[2] <= b[0] + 0.1 or b[2] <= a[0] + 0.1 or a[3] <= b[1] + 0.1 or b[3] <= a[1] + 0.1
        assert apart, (one, other)
    for x, y in points(drawing):
        assert -0.5 <= x <= drawing.width + 0.5, (x, y)
        assert -0.5 <= y <= drawing.height + 0.5, (x, y)


@given(bars)
def test_bars_are_readable_whatever_they_show(rows: list[BarRow]) -> None:
    drawing = bar_rows(rows, ("Sovittu", "Toteutunut"), missing="ei kirjattu", target="Tavoite")
    is_readable(drawing)


@given(periods, values, st.sampled_from(["columns", "line"]))
def test_trends_are_readable_whatever_they_show(
    found: list[Period], target: float | None, kind: str
) -> None:
    drawing = trend(found, WORDS, target=target, kind="line" if kind == "line" else "columns")
    is_readable(drawing)


@given(shares)
def test_shares_are_readable_whatever_they_show(rows: list[ShareRow]) -> None:
    drawing = share_rows(rows, ("alle 1", "1–3", "yli 3"), missing="ei kirjattu", nothing="ei ole")
    is_readable(drawing)


@settings(deadline=None)
@given(segments)
def test_a_wheel_is_readable_whatever_it_shows(found: list[Segment]) -> None:
    is_readable(year_wheel(found, ("Määräajat", "Kokoukset", "Raportit"), MONTHS, centre="2026"))


def rim_of(drawing: Drawing) -> tuple[float, float, float]:
    """A wheel's middle and its radius: the widest thing in it."""
    areas = [shape for shape in drawing.shapes if isinstance(shape, Area)]
    wheel = max(areas, key=lambda area: max(y for _, y in area.points) - area.points[0][1])
    highs = [y for _, y in wheel.points]
    return drawing.width / 2, (min(highs) + max(highs)) / 2, (max(highs) - min(highs)) / 2


def distance(one: tuple[float, float], other: tuple[float, float], x: float, y: float) -> float:
    """How near a straight line passes to a point."""
    steps = [(number / 40) for number in range(41)]
    return min(
        math.hypot(one[0] + (other[0] - one[0]) * t - x, one[1] + (other[1] - one[1]) * t - y)
        for t in steps
    )


@settings(deadline=None)
@given(segments.filter(bool))
def test_lines_leave_a_wheel_straight_out_and_never_enter_it_again(found: list[Segment]) -> None:
    drawing = year_wheel(found, ("Määräajat", "Kokoukset", "Raportit"), MONTHS, centre="2026")
    x, y, radius = rim_of(drawing)
    lines = [item for item in drawing.shapes if isinstance(item, Line) and item.shade == 0.3]
    assert len(lines) == len(found)
    for line in lines:
        inner, rim, *rest = line.points
        turn = (inner[0] - x) * (rim[1] - y) - (inner[1] - y) * (rim[0] - x)
        assert math.isclose(turn, 0, abs_tol=1e-6)
        for one, other in zip((rim, *rest), rest, strict=False):
            assert distance(one, other, x, y) > radius


def test_a_kind_has_one_look_whichever_others_occur() -> None:
    names = ("Kokoukset", "Tavoitteet", "Sopimukset")
    days = [Segment(name, number, 2.0 + number, 2.0 + number) for number, name in enumerate(names)]
    told = []
    for some in (days, days[1:], days[2:]):
        shapes = year_wheel(some, names, MONTHS).shapes
        pairs = pairwise(shapes)
        told.append(
            {
                label.text: (area.shade, area.hatch)
                for area, label in pairs
                if isinstance(area, Area) and isinstance(label, Label) and label.text in names
            }
        )
    whole = told[0]
    assert list(whole) == list(names)
    assert len(set(whole.values())) == len(names)
    assert told[1:] == [{name: whole[name] for name in names[start:]} for start in (1, 2)]


def test_no_line_strikes_a_months_name_that_can_stand_beside_it() -> None:
    days = [
        Segment(f"{number}", number // 4, number / 2 + 0.25, number / 2 + 0.25)
        for number in range(24)
    ]
    for some in (days[::3], days[::2], days[1::2], days[::5]):
        drawing = year_wheel(some, "abcdef", MONTHS)
        months = [item for item in drawing.shapes if isinstance(item, Label)]
        boxes = [box_of(item) for item in months if item.text in MONTHS]
        for line in (item for item in drawing.shapes if isinstance(item, Line)):
            if line.shade == 0.3:
                (a, b), (c, d) = line.points[:2]
                places = [(a + (c - a) * t / 60, b + (d - b) * t / 60) for t in range(61)]
                for left, top, right, bottom in boxes:
                    assert not any(left < p < right and top < q < bottom for p, q in places)


@settings(deadline=None)
@given(segments, st.sampled_from([MONTHS, SWEDISH_MONTHS]))
def test_no_months_name_touches_the_wheels_outer_circle(
    found: list[Segment], told: list[str]
) -> None:
    drawing = year_wheel(found, ("Määräajat", "Kokoukset", "Raportit"), told)
    x, y, radius = rim_of(drawing)
    pairs = [
        (ground, item)
        for ground, item in pairwise(drawing.shapes)
        if isinstance(ground, Area) and isinstance(item, Label) and item.text in told
    ]
    assert [item.text for _, item in pairs] == told
    for ground, item in pairs:
        left, top, right, bottom = box_of(item)
        corners = [(side, end) for side in (left, right) for end in (top, bottom)]
        for across, down in (*ground.points, *corners):
            assert math.hypot(across - x, down - y) < radius - 0.5, item.text


@given(boxes, boxes, boxes, st.data())
def test_levels_are_readable_whatever_they_show(
    high: list[tuple[str, str]],
    middle: list[tuple[str, str]],
    low: list[tuple[str, str]],
    data: st.DataObject,
) -> None:
    levels = [
        Level(f"Taso {number}", tuple(Box(f"{number}-{i}", *box) for i, box in enumerate(level)))
        for number, level in enumerate((high, middle, low))
    ]
    keys = [box.key for level in levels for box in level.boxes]
    pairs = st.tuples(st.sampled_from(keys), st.sampled_from(keys)) if keys else st.nothing()
    lines = (
        data.draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=8))
        if len(keys) > 1
        else []
    )
    drawing = network(levels, lines, empty="ei kirjattu")
    is_readable(drawing)
    assert sum(isinstance(shape, Line) for shape in drawing.shapes) == len(lines)


@given(bars)
def test_a_bar_is_as_long_as_its_value(rows: list[BarRow]) -> None:
    """The lengths of the bars are to each other as the values are."""
    drawing = bar_rows(rows, ("Sovittu", "Toteutunut"), missing="ei kirjattu")
    drawn = [shape for shape in drawing.shapes if isinstance(shape, Area)][2:]
    told = [value for row in rows for value in row.values if isinstance(value, float) and value]
    assert len(drawn) == len(told)
    lengths = [area.points[1][0] - area.points[0][0] for area in drawn]
    whole, longest = max(map(abs, told), default=0.0), max(lengths, default=0.0)
    for value, length in zip(told, lengths, strict=True):
        assert math.isclose(length, longest * abs(value) / whole, abs_tol=1e-6)
    edges = {
        round(area.points[0 if value > 0 else 1][0], 6)
        for value, area in zip(told, drawn, strict=True)
    }
    assert len(edges) <= 1, "all begin at one zero"


@given(periods)
def test_a_column_is_as_high_as_its_value(found: list[Period]) -> None:
    drawing = trend(found, WORDS)
    drawn = [shape for shape in drawing.shapes if isinstance(shape, Area)][1:]
    told = [one.value for one in found if one.value]
    heights = [area.points[2][1] - area.points[0][1] for area in drawn]
    assert len(drawn) == len(told)
    whole, highest = max(map(abs, told), default=0.0), max(heights, default=0.0)
    for value, height in zip(told, heights, strict=True):
        assert math.isclose(height, highest * abs(value) / whole, abs_tol=1e-6)


@given(shares)
def test_a_share_is_as_wide_as_its_part_of_the_whole(rows: list[ShareRow]) -> None:
    drawing = share_rows(rows, ("a", "b", "c"), missing="ei kirjattu", nothing="ei ole")
    whole_rows = [
        row.values
        for row in rows
        if None not in row.values and sum(value or 0.0 for value in row.values) > 0
    ]
    parts = [[value for value in row if value] for row in whole_rows]
    drawn = [
        shape for shape in drawing.shapes if isinstance(shape, Area) and shape.edge is not None
    ]
    wide = [area.points[1][0] - area.points[0][0] for area in drawn][3:]
    assert len(wide) == sum(map(len, parts))
    for row in parts:
        mine, wide = wide[: len(row)], wide[len(row) :]
        for value, share in zip(row, mine, strict=True):
            assert math.isclose(share / sum(mine), value / sum(row), abs_tol=1e-6)


def test_what_is_not_recorded_is_said_and_has_no_bar() -> None:
    rows = [BarRow("Kela", (2.0, None)), BarRow("Lahti", ("alle 5", 0.0))]
    drawing = bar_rows(rows, ("Sovittu", "Toteutunut"), missing="ei kirjattu")
    said = [label.text for label in labels(drawing)]
    assert said.count("ei kirjattu") == 1
    assert said.count("alle 5") == 1
    assert sum(isinstance(shape, Area) for shape in drawing.shapes) == 2 + 1


def test_a_period_without_a_value_breaks_the_line_and_is_told() -> None:
    found = [
        Period(str(year), value) for year, value in enumerate((1.0, 2.0, None, 3.0, 4.0), 2021)
    ]
    drawing = trend([*found, Period("2026", None, hidden=True)], WORDS, kind="line")
    through = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.width == 1.4]
    assert [len(line.points) for line in through] == [2, 2, 2]
    said = [label.text for label in labels(drawing)]
    assert {"ei kirjattu", "ei kerrota", "–", "•"} <= set(said)


def test_a_target_stands_where_a_bar_of_its_value_would_end() -> None:
    drawing = bar_rows(
        [BarRow("a", (8.0,), 6.0), BarRow("b", (6.0,))], ("s",), missing="", target="Tavoite"
    )
    marks = [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.width == 2.0]
    ends = [shape.points[1][0] for shape in drawing.shapes if isinstance(shape, Area)]
    assert math.isclose(marks[-1].points[0][0], ends[-1], abs_tol=1e-6)


def leaders(drawing: Drawing) -> list[Line]:
    """The lines that lead from what happens to the names beside the wheel."""
    return [shape for shape in drawing.shapes if isinstance(shape, Line) and shape.shade == 0.3]


def test_the_line_of_a_period_keeps_off_those_of_days() -> None:
    """A half-year's middle is the first of April, beside a meeting on the second."""
    segments = [Segment("2.4. kokous", 0, 3.05, 3.05), Segment("jakso", 1, 0.0, 6.0)]
    drawing = year_wheel(segments, ("a", "b"), MONTHS)
    [day] = leaders(year_wheel(segments[:1], ("a", "b"), MONTHS))
    [one, other] = leaders(drawing)
    apart = [
        math.atan2(y1 - y0, x1 - x0) for (x0, y0), (x1, y1), *_ in (i.points for i in (one, other))
    ]
    assert abs(apart[0] - apart[1]) >= math.radians(9.9)
    assert len(day.points) >= 2


def test_what_happens_is_drawn_over_the_lines_to_names() -> None:
    """A pale mark with a line through it would look like a hatched one."""
    segments = [Segment("kokous", 0, 5.0, 5.0), Segment("tavoitteet", 1, 5.0, 5.0)]
    shapes = year_wheel(segments, ("a", "b"), MONTHS).shapes
    last = max(
        number for number, item in enumerate(shapes) if isinstance(item, Line) and item.shade == 0.3
    )
    marks = [number for number, item in enumerate(shapes) if isinstance(item, Area)]
    assert sum(number > last for number in marks) >= len(segments)


def test_a_segment_over_the_years_end_is_one_piece_around_the_top() -> None:
    drawing = year_wheel([Segment("Vaihto", 0, 11.0, 1.0)], ("a",), MONTHS)
    piece = [shape for shape in drawing.shapes if isinstance(shape, Area)][-2 - 12]
    wide = max(x for x, _ in piece.points) - min(x for x, _ in piece.points)
    middle = (max(x for x, _ in piece.points) + min(x for x, _ in piece.points)) / 2
    assert math.isclose(middle, drawing.width / 2, abs_tol=0.5)
    assert wide < 60


@given(st.lists(st.floats(-1e6, 1e6), max_size=8))
def test_a_scale_holds_zero_and_every_value(found: list[float]) -> None:
    scale = scale_of(found, 0.0, 100.0)
    for value in (0.0, *found):
        assert -1e-6 <= scale.place(value) <= 100 + 1e-6
    assert 2 <= len(scale.marks) <= 9
    assert any(abs(mark) < scale.step / 1000 for mark in scale.marks)


@pytest.mark.parametrize("high", [0.0, 0.3, 0.9, 1.0, 2.0, 3.7, 12.0])
def test_the_marks_of_a_scale_are_told_exactly_with_one_decimal(high: float) -> None:
    for mark in scale_of([high], 0.0, 100.0, 4).marks:
        assert round(mark, 1) == pytest.approx(mark)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0"),
        (1.5, "1,5"),
        (-2, "−2"),
        (-0.01, "0"),
        (1234.5, "1\u00a0234,5"),
        (99999, "99\u00a0999"),
    ],
)
def test_numbers_are_written_as_finnish_writes_them(value: float, text: str) -> None:
    assert comma(value) == text


def test_the_looks_of_series_differ_in_shade_or_hatch() -> None:
    for one, other in combinations(LOOKS, 2):
        assert one.hatch != other.hatch or abs(one.shade - other.shade) >= 0.15


def test_a_share_can_be_told_as_a_count_of_the_whole() -> None:
    rows = [ShareRow("Jäsenet", (7.0, 0.0, 15.0))]
    drawing = share_rows(
        rows,
        ("kirjattu", "esimerkki", "ei"),
        missing="",
        nothing="ei ole",
        percent="{value}/{whole}",
        width=700.0,
    )
    assert {"7/22", "15/22"} <= {label.text for label in labels(drawing)}


def test_an_axis_leaves_out_what_has_no_name() -> None:
    drawing = bar_rows(
        [BarRow("Lahti", (1.0,))],
        ["Johtoryhmiä"],
        missing="",
        show=lambda value: str(int(value)) if value == int(value) else "",
    )
    told = [shape.text for shape in drawing.shapes if isinstance(shape, Label)]
    assert "" not in told
    assert [text for text in told if text.isdigit()] == ["1", "0", "1"]

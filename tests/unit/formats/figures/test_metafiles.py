"""Drawings as enhanced metafiles: what a program that reads them draws, measured in points."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.formats.figures.drawing import Anchor, Area, Dash, Drawing, Hatch, Label, Line
from sopimukset.formats.figures.hatching import strokes
from sopimukset.formats.figures.metafile import FACE, metafile
from sopimukset.formats.figures.wheel import Segment, year_wheel
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.formats.writable import UnwritableError
from tests.support.metafiles import Strokes, Words, head, records, shapes, words
from tests.support.papers import LETTERS, MONTHS

SQUARE = ((10.0, 20.0), (60.0, 20.0), (60.0, 70.0), (10.0, 70.0))
GREY = 0x808080
HALF_UNIT = 0.006
"""No place is further than this from where the drawing has it, in points."""

numbers = st.floats(0, 700).map(lambda value: round(value, 2))
points = st.tuples(numbers, numbers)
paths = st.lists(points, min_size=2, max_size=9).map(tuple)
shades = st.floats(0, 1)
dashes: st.SearchStrategy[Dash] = st.sampled_from(["solid", "dashed", "dotted"])
hatches: st.SearchStrategy[Hatch] = st.sampled_from(
    ["none", "rising", "falling", "crossed", "dots"]
)
texts = st.text(st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn")), max_size=20)
anchors: st.SearchStrategy[Anchor] = st.sampled_from(["start", "middle", "end"])
anything = st.lists(
    st.one_of(
        st.builds(Line, paths, shades, st.floats(0, 5), dashes),
        st.builds(Area, paths, shades, hatches, st.none() | shades, st.floats(0, 5)),
        st.builds(Label, texts, points, st.floats(4, 20), st.booleans(), anchors, shades),
    ),
    max_size=6,
)


def drawn(*items: Line | Area | Label, scale: float = 1.0) -> list[Strokes | Words]:
    return shapes(metafile(Drawing(100, 100, items), scale))


@given(anything, st.floats(0.3, 1))
@settings(max_examples=60, deadline=None)
def test_every_drawing_is_a_picture_that_can_be_read(
    items: list[Line | Area | Label], scale: float
) -> None:
    """The header tells what follows it, and each record is as long as it says."""
    drawing = Drawing(700, 500, tuple(items))
    data = metafile(drawing, scale)
    told, found = head(data), list(records(data))
    assert (told.length, told.records) == (len(data), len(found))
    made = sum(kind in (39, 82, 95) for kind, _ in found)
    assert told.handles == made + 1
    assert found[-1] == (14, bytes(8) + (20).to_bytes(4, "little"))
    shapes(data)
    assert metafile(drawing, scale) == data


@pytest.mark.parametrize("scale", [1.0, 0.37])
def test_a_picture_is_as_large_as_its_drawing(scale: float) -> None:
    told = head(metafile(Drawing(453.6, 246.2, ()), scale))
    wide, high = (side * told.unit for side in told.bounds)
    assert (wide, high) == pytest.approx((453.6 * scale, 246.2 * scale), abs=HALF_UNIT)
    frame = tuple(side / 100 / 25.4 * 72 for side in told.frame)
    assert frame == pytest.approx((wide, high), abs=0.02)
    assert tuple(side * 1000 for side in told.millimetres) == told.micrometres


def test_shapes_stand_where_the_drawing_has_them() -> None:
    line, area = drawn(Line(((5, 5), (5, 95)), 0.5, 2.0), Area(SQUARE, 0.5, edge=0.0, width=0.5))
    assert line == Strokes((((5.0, 5.0), (5.0, 95.0)),), 2.0, GREY)
    assert isinstance(area, Strokes)
    for here, there in zip(area.lines[0], SQUARE, strict=True):
        assert here == pytest.approx(there)
    assert (area.width, area.colour, area.fill) == (0.5, 0, GREY)


def test_a_smaller_picture_is_smaller_in_all_but_the_dashes_and_hatches() -> None:
    line, text = drawn(Line(((10, 10), (90, 10)), width=2.0), Label("a", (50, 50), 8), scale=0.5)
    assert line == Strokes((((5.0, 5.0), (45.0, 5.0)),), 1.0, 0)
    assert isinstance(text, Words)
    assert (text.at, text.size) == ((25.0, 25.0), 4.0)


@pytest.mark.parametrize("hatch", ["rising", "falling", "crossed", "dots"])
@pytest.mark.parametrize("edge", [None, 0.0])
def test_a_hatch_is_strokes_on_white_under_the_edge(hatch: Hatch, edge: float | None) -> None:
    ground, filled, *around = drawn(Area(SQUARE, 0.5, hatch, edge))
    assert isinstance(ground, Strokes)
    assert (ground.width, ground.fill) == (None, 0xFFFFFF)
    assert isinstance(filled, Strokes)
    wanted = list(strokes(SQUARE, hatch))
    assert len(filled.lines) == len(wanted)
    for one, other in zip(filled.lines, wanted, strict=True):
        for here, there in zip(one, other, strict=True):
            assert here == pytest.approx(there, abs=HALF_UNIT)
    assert (filled.colour, filled.fill) == (GREY, None)
    assert [isinstance(item, Strokes) and item.fill for item in around] == [None] * (edge == 0.0)


@given(paths, st.sampled_from([("dashed", 4.0, 2.5), ("dotted", 0.8, 2.0)]))
@settings(deadline=None)
def test_dashes_run_along_their_line(
    line: tuple[tuple[float, float], ...], look: tuple[Dash, float, float]
) -> None:
    """Together they cover what the pattern covers of the line's length, and nothing beyond it."""
    dash, long, gap = look
    length = sum(math.dist(*pair) for pair in pairwise(line))
    whole, rest = divmod(length, long + gap)
    found = [item for item in drawn(Line(line, dash=dash)) if isinstance(item, Strokes)]
    pieces = [piece for item in found for piece in item.lines]
    covered = sum(math.dist(*piece) for piece in pieces)
    assert covered == pytest.approx(whole * long + min(rest, long), abs=0.02 * (len(pieces) + 1))
    assert all(math.dist(*piece) <= long + 0.02 for piece in pieces)
    if pieces:
        assert pieces[0][0] == pytest.approx(line[0], abs=HALF_UNIT)


@pytest.mark.parametrize(("anchor", "share"), [("start", 0.0), ("middle", 0.5), ("end", 1.0)])
@pytest.mark.parametrize("bold", [False, True])
def test_a_label_stands_on_the_side_that_it_names(anchor: Anchor, share: float, bold: bool) -> None:
    [found] = drawn(Label(LETTERS, (50, 90), 8, bold, anchor, 1.0))
    assert isinstance(found, Words)
    wide = text_width(LETTERS, 8, bold=bold)
    assert found.at == pytest.approx((50 - wide * share, 90), abs=HALF_UNIT)
    assert sum(found.steps) == pytest.approx(wide, abs=HALF_UNIT)
    assert (found.text, found.size, found.bold) == (LETTERS, 8.0, bold)
    assert (found.face, found.colour) == (FACE, 0xFFFFFF)


def test_each_letter_is_told_how_wide_it_is() -> None:
    [found] = drawn(Label("Väli § 1", (0, 0), 10))
    assert isinstance(found, Words)
    widths = [text_width(letter, 10) for letter in "Väli § 1"]
    assert found.steps == pytest.approx(widths, abs=2 * HALF_UNIT)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u00a0b\u2011c", "a b-c"),
        ("hyvin\u00advointi", "hyvinvointi"),
        ("Kela 😀 日本", "Kela 😀 日本"),
        ("שלום", "שלום"),
        ("< & > \" ' {{ x }}", "< & > \" ' {{ x }}"),
    ],
)
def test_a_letter_that_the_typeface_lacks_stays_itself(text: str, shown: str) -> None:
    [found] = drawn(Label(text, (0, 0)))
    assert isinstance(found, Words)
    assert found.text == shown
    assert len(found.steps) == len(shown.encode("utf-16-le")) / 2


def test_a_label_without_letters_draws_nothing() -> None:
    assert drawn(Label("", (1, 1)), Label("  ", (1, 1)), Label("\u00ad", (1, 1))) == []


def test_a_control_character_is_refused() -> None:
    with pytest.raises(UnwritableError, match=r"U\+0007"):
        metafile(Drawing(9, 9, (Label("a\x07", (1, 1)),)))


def test_a_year_s_wheel_says_its_words_in_order() -> None:
    wheel = year_wheel([Segment("10.3. kokous", 0, 2.3, 2.3)], ("Kokoukset",), MONTHS, centre="26")
    labels = [item.text for item in wheel.shapes if isinstance(item, Label) and item.text.strip()]
    assert words(metafile(wheel)) == labels

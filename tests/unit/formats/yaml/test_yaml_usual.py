"""The short way of reading gives what libyaml gives, or nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from yaml._yaml import CParser

from sopimukset.formats.yaml.characters import SUSPECTS
from sopimukset.formats.yaml.tree import KNOWN_KEYS, Builder
from sopimukset.formats.yaml.usual import read_usual

ROOT = Path(__file__).parents[4]
RECORDS = sorted([*(ROOT / "regions").rglob("*.yaml"), *(ROOT / "tests" / "data").rglob("*.yaml")])
DEPTH = 40

USUAL = """\
# Otsikko
muoto: 1   # versio

alue: paijat-hame
kielet: [fi, sv]
tyhja:
klo: "9.00"
nimi: 'Hollolan kunta'
osapuolet:
  - tunnus: hva
    osuudet: {hva: 40, lahti: 45.5, muut: [a b, 'c, d', {e: f}]}
    luettelo: []
    rakenne: {}
  # välissä
  - {tunnus: kela, rooli: kela}   # lopussa
asiat:
    - Kokous on klo 9:30, ks. https://esimerkki.fi/#kohta
    - "toinen"
    - [kolmas, true, null, 007]
    - avain: >-
        Ensimmäinen rivi
        toinen rivi: #ei huomautus

        uusi kappale

      teksti: |
        rivi
        rivi
paatos:
  {pvm: 2025-01-01}
loppu: ei
"""

PIECES = [
    *("\n", " ", "  ", "    ", "- ", ": ", ":", "#", " # x", "{", "}", "[", "]", ",", ", "),
    *(
        "'",
        '"',
        "\\",
        ">",
        ">-\n",
        "|\n",
        "|-\n",
        "?",
        "? ",
        "*a",
        "%",
        "@",
        "~",
        "null",
        "=",
        "<<",
    ),
    *("0", "-1", "1.5", "---", "\n---\n", "...\n", "\n\n", "a", "ä", "- - a", "a: b\n", "  - c\n"),
    *(
        "a: >-\n    b\n\n    c\n",
        "a: |\n    b\n     c\n",
        "\r\n",
        "\n#\n",
        " \n",
        "{}",
        "[]",
        "x: ",
    ),
]


def by_libyaml(text: str) -> tuple[object, list[int], bool]:
    """Data, offsets, and whether anything was wrong; keys are judged afresh."""
    KNOWN_KEYS.clear()
    builder = Builder(CParser(text.encode()).get_event, DEPTH)
    return builder.document(), list(builder.offsets), bool(builder.faults)


def assert_same(text: str) -> bool:
    """Whether the text is of the usual shape; if it is, both ways agree."""
    usual = read_usual(text, DEPTH)
    if usual is None:
        return False
    data, offsets, faulty = by_libyaml(text)
    assert repr(usual.data) == repr(data)
    assert list(usual.offsets) == offsets
    assert not faulty
    return True


def is_clean(text: str) -> bool:
    return SUSPECTS.isdisjoint(text)


def test_every_record_of_the_repository_is_read_alike() -> None:
    texts = [path.read_bytes().decode("utf-8", "replace") for path in RECORDS]
    read = [assert_same(text) for text in texts if is_clean(text)]
    assert sum(read) > 0.9 * len(read)


def test_worked_regions_are_of_the_usual_shape() -> None:
    for path in (ROOT / "regions").rglob("*.yaml"):
        assert assert_same(path.read_text("utf-8")), path


def test_everything_that_is_usual_at_once() -> None:
    assert assert_same(USUAL)


@pytest.mark.parametrize(
    "text",
    [
        *("", "# vain huomautus\n", "- a\n", "a: b", "a: b\r\n", "a: b\nc\n", "a: b\n  c\n"),
        *("a: b: c\n", "a: &x b\n", "a: *x\n", "a: !t b\n", "a: [b,\n  c]\n", "a: [b, ]\n"),
        *("a: {b}\n", "a: {b: }\n", "a: [b: c]\n", "a: 'b''c'\n", 'a: "b\\n"\n', "a: 'b\n  c'\n"),
        *("a: b\na: c\n", "a: {b: 1, b: 2}\n", "a b: c\n", "1: a\n", "null: a\n", "<<: a\n"),
        *("a:\n  b: c\n d: e\n", "a:\n- b\n", "a: - b\n", "a: [b\n", "a: b]c: d\n", "a: 'b' c\n"),
        *("---\na: b\n", "a: b\n...\n", "a: >\n  b\n   c\n", "a: >2\n  b\n", "a: |+\n  b\n"),
        *("a: |\n  b\n   # c\n", "a: >-\n\n  b\n", "a: >-\n  b\n   \nc: d\n", "  a: b\n"),
        *(f"{'k' * 1025}: a\n", f"a:\n  {'k' * 1025}: b\n", f"a: {{{'k' * 1025}: b}}\n"),
        *("- - a\n", "a:\n  - - b\n", "a:\n  -\n    b: c\n", "? a\n: b\n", "a: {b: c}d\n"),
    ],
)
def test_anything_else_is_left_to_libyaml(text: str) -> None:
    assert read_usual(text, DEPTH) is None


def test_depth_is_left_to_libyaml() -> None:
    text = "a: " + "[" * 5 + "]" * 5 + "\n"
    assert read_usual(text, 6) is not None
    assert read_usual(text, 5) is None


@st.composite
def edited(draw: st.DrawFn) -> str:
    """Some lines of the sample, with pieces put in and taken out."""
    lines = USUAL.split("\n")
    first = draw(st.integers(0, len(lines) - 1))
    text = "\n".join(lines[first : first + draw(st.integers(1, len(lines)))]) + "\n"
    depth = re.match(" *", text)
    assert depth is not None
    text = text.replace("\n" + depth[0], "\n").removeprefix(depth[0])
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 3)))
        text = text[:start] + draw(st.sampled_from(["", *PIECES])) + text[end:]
    return text


@settings(max_examples=2000, deadline=None)
@given(edited())
@example("a: |\n  b\n   #\nc: d\n")
@example("a: >\n  b: c\n")
@example("a: [\nb: c\n")
@example("a: >-\n  b\n\n\nc: d\n")
@example("a: >-\n  b\n # c\nd: e\n")
@example("a:\n  # b\n")
@example("a:\n  - b\n  c: d\n")
@example("a:\n  - b: c\n    - d\n")
def test_edits_at_random_are_read_alike_or_left_to_libyaml(text: str) -> None:
    if is_clean(text):
        assert_same(text)

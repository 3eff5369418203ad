"""Reading a file by pieces gives what reading it whole gives, whatever was read before."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats.yaml import MAX_BYTES, MAX_DEPTH, Document, read
from sopimukset.formats.yaml.pieces import Pieces
from sopimukset.model.paths import leaves
from tests.unit.formats.yaml.test_yaml_usual import PIECES, RECORDS, USUAL
from tests.unit.formats.yaml.test_yaml_usual_grammar import Author

ROUNDS = 600


def by_pieces(reader: Pieces, source: bytes) -> Document:
    return reader.read(source, max_bytes=MAX_BYTES, max_depth=MAX_DEPTH)


def assert_same(reader: Pieces, source: bytes) -> None:
    whole, found = read(source), by_pieces(reader, source)
    assert found.text == whole.text
    assert repr(found.data) == repr(whole.data), source.decode(errors="replace")
    assert found.problems == whole.problems


def test_records_and_their_places() -> None:
    reader = Pieces()
    for path in RECORDS:
        source = path.read_bytes()
        assert_same(reader, source)
        whole, found = read(source), by_pieces(reader, source)
        for place, _ in () if whole.problems else leaves(whole.data):
            assert found.value_span(place) == whole.value_span(place)
            assert found.nearest_span(place) == whole.nearest_span(place)


@pytest.mark.parametrize("long", [0, 60, 500])
def test_records_with_lines_taken_out_doubled_and_indented(long: int) -> None:
    reader, chance = Pieces(long), Random(long)
    files = [path.read_bytes().decode(errors="replace") for path in RECORDS]
    longest = [text.splitlines(keepends=True) for text in files if len(text) > 1000]
    for _ in range(ROUNDS // 4):
        changed = list(chance.choice(longest))
        at = chance.randrange(len(changed))
        kind = chance.randrange(5)
        if kind == 0:
            del changed[at]
        elif kind == 1:
            changed.insert(at, changed[at])
        elif kind == 2:
            changed[at] = chance.choice((" ", "  ", "    ")) + changed[at]
        elif kind == 3:
            changed[at] = changed[at][chance.choice((1, 2, 4)) :]
        else:
            changed.insert(at, chance.choice(PIECES))
        assert_same(reader, "".join(changed).encode())


@pytest.mark.parametrize("seed", range(3))
def test_files_by_a_grammar(seed: int) -> None:
    reader, author = Pieces(0), Author(seed)
    for _ in range(ROUNDS):
        assert_same(reader, author.file().encode())


@given(st.lists(st.sampled_from([*PIECES, *USUAL.splitlines(keepends=True)]), max_size=12))
def test_texts_made_of_odd_pieces(parts: list[str]) -> None:
    assert_same(Pieces(0), "".join(parts).encode())


ODD = {
    "keys below an item in brackets": "a:\n  - {b: 1}\n    c: 2\n",
    "keys below an item that is a text": "a:\n  - b\n    c: 2\n",
    "a quoted text that goes on at the margin": 'a: "b\nc: d"\n',
    "a quoted text that goes on where keys stand": "a:\n  - b: 1\n    c: 'x\n    d: y'\n    e: 2\n",
    "brackets that go on where keys stand": "a:\n  - b: 1\n    c: {x: 1,\n    d: 2}\n",
    "a key twice": "a: 1\nb: 2\na: 3\n",
    "a key twice in an item": "a:\n  - b: 1\n    c: 2\n    b: 3\n",
    "a word that is no key": "true:\n  - b: 1\n    c: 2\n",
    "a number that is no key": "a: 1\n1: 2\n",
    "a text in lines that looks like keys": "a: |\n  b: 1\n  c: 2\nd: e\n",
    "a text in lines in an item": "a:\n  - b: |\n      c: 1\n    d: 2\n",
    "a list at the margin": "a:\n- b: 1\n  c: 2\n- d: 3\n",
    "a dash alone": "a:\n  - b: 1\n  -\n    c: 2\n",
    "a list in a list": "a:\n  - - b: 1\n      c: 2\n    - d\n",
    "an item that is a text": "a:\n  - b\n  - c: 1\n",
    "another document": "a: 1\n---\nb: 2\n",
    "a mark at the head": "---\na: 1\n",
    "an end": "a: 1\n...\nb: 2\n",
    "nothing": "",
    "remarks alone": "# a\n\n# b\n",
    "a wrong indent": "a:\n  - b: 1\n   c: 2\n",
    "an indent too many": "a: 1\n  b: 2\n",
    "another system's line ends": "a: 1\r\nb:\r\n  - c: 1\r\n",
    "no line end": "a: 1\nb: 2",
    "a tab": "a: 1\n\tb: 2\n",
    "a curly quote": "a: ”x”\nb: 1\n",
    "a mark of order": "\ufeffa: 1\n",
    "an anchor": "a: &x 1\nb: *x\n",
}


@pytest.mark.parametrize("name", ODD)
@pytest.mark.parametrize("long", [0, 500])
def test_what_cutting_could_get_wrong(name: str, long: int) -> None:
    assert_same(Pieces(long), ODD[name].encode())


def test_deep_nesting() -> None:
    for depth in range(MAX_DEPTH - 12, MAX_DEPTH + 3):
        text = f"a:\n  - b: {'[' * depth}{']' * depth}\n    c: 1\n"
        assert_same(Pieces(0), text.encode())


def test_no_text_and_too_much_of_it() -> None:
    assert_same(Pieces(), b"\xff\xfe a")
    assert_same(Pieces(), b"a: " + b"x" * MAX_BYTES)


def test_what_is_alike_is_the_same(root: Path) -> None:
    text = (root / "regions/paijat-hame/alue.yaml").read_text("utf-8")
    reader = Pieces()
    old = by_pieces(reader, text.encode()).data
    new = by_pieces(reader, text.replace("maara: 8.5", "maara: 9").encode()).data
    assert old["henkilosto"] != new["henkilosto"]
    assert old["johtoryhmat"] is new["johtoryhmat"]
    assert old["henkilosto"][1] is new["henkilosto"][1]

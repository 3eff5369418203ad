"""Characters of office programs put right: only what can be meant in one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopimukset.formats.yaml import read
from sopimukset.formats.yaml.edit import same
from sopimukset.formats.yaml.mending import mend

DATA = Path(__file__).resolve().parents[3] / "data" / "yaml" / "bad"
CASES = sorted(DATA.glob("*.yaml"))


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("\ufeffa: 1\n", "a: 1\n"),
        ("a:\n\tb: 1\n\tc:\n\t\td: 2\n", "a:\n  b: 1\n  c:\n    d: 2\n"),
        ("a:\n  - b: 1\n\tc: 2\n", "a:\n  - b: 1\n    c: 2\n"),
        ("a:\n\u00a0\u00a0b: 1\n", "a:\n  b: 1\n"),
        ("a:\r\n\u00a0\u00a0b: 1\r\n", "a:\r\n  b: 1\r\n"),
        ("a:\u00a0b\n", "a: b\n"),
        ("a\u00a0: b\n", "a : b\n"),
        ("a\u00adb: c\n", "ab: c\n"),
        ("a: b\u00a0\n", "a: b \n"),
        ("a:\n  – b\n  •\u00a0c\n", "a:\n  - b\n  - c\n"),
        ("a: ”b c”\n", "a: b c\n"),
        ("a: ”b: c”\n", "a: 'b: c'\n"),
        ("a: [“b, c”]\n", "a: ['b, c']\n"),
        ("a: b\u2028c\n", "a: b c\n"),
        ("a: b\n# c\u2028d\n", "a: b\n# c d\n"),
        ("a: b\x0bc\n", "a: b c\n"),
    ],
)
def test_it_is_put_right(text: str, after: str) -> None:
    mended = mend(text)
    assert mended.text == after
    assert mended.done
    assert not read(mended.text.encode()).problems


@pytest.mark.parametrize(
    "text",
    [
        "a: b\nc: ’d\n",
        "a: ”8”\n",
        "klo: ”9.00”\n",
        "a: 1\u2028b: 2\n",
        "a:\n  - b\u2028  - c\n",
        "a: b\x08c\n",
        "a:\n - b: 1\n\tc: 2\n",
        "a: Huom: b\n",
        "a: ['b\n",
        "a: b\u00a0c – d ”e” f\n",
        "a: |\n  b\n  \tc\n",
        "",
    ],
)
def test_it_is_left(text: str) -> None:
    assert mend(text) == (text, ())


@pytest.mark.parametrize("case", CASES, ids=[case.stem for case in CASES])
def test_bad_files_read_as_before_or_better(case: Path) -> None:
    try:
        text = case.read_bytes().decode()
    except UnicodeDecodeError:
        return
    before, mended = read(text.encode()), mend(text)
    after = read(mended.text.encode())
    if before.data is not None:
        assert same(after.data, before.data)
    assert len(after.problems) <= len(before.problems)
    assert bool(mended.done) == (mended.text != text)
    assert mend(mended.text) == (mended.text, ())
    assert len(mended.text.splitlines()) <= len(text.splitlines())

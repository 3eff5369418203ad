"""The short way of reading, held against libyaml over files written at random by a grammar.

Hypothesis finds the smallest file but seldom a large one that is right. This grammar writes files
of which most are of the usual shape, with now and then something in them that is not.
"""

from __future__ import annotations

from random import Random

import pytest

from tests.unit.formats.yaml.test_yaml_usual import assert_same, is_clean

FILES = 1500
"""For each seed."""

WORDS = (
    *("a", "ab", "null", "~", "true", "1", "007", "1.5", "a:b", "a#b", "it's", 'x"y', "http://x/"),
    *(
        "9:30",
        "é",
        "😀",
        "c>",
        "b|",
        "k=v",
        "=",
        ".",
        "..",
        "a&b",
        "(x)",
        "<<",
        "a%",
        ";",
        "w" * 1100,
    ),
)
ODD_WORDS = (
    *("-", "--", "---", "?", "?a", "#", "#a", ":", "::", ":a", "a:", "a,b", "a]", "{a", "*x", "&x"),
    *("!t", "%d", "@", "`", "'", '"', "|b", ">c", "-1", "a?b", "\\n", "ö\u0308", "\U0010ffff"),
)
INNER = ("", "a", " a ", "a: b", "# x", "[", "}", ", ", "é😀", "null", "1", "---")
ODD_INNER = ("''", '"', "'", "\\", "\\n", "\n  b", "\n")
ODD_KEYS = (
    "null",
    "1",
    "a b",
    "<<",
    "-a",
    "é",
    "'a'",
    '"a"',
    "a:b",
    "?",
    "~",
    "k" * 1024,
    "k" * 1025,
)
LINES = (
    "a",
    "a b",
    "a: b",
    "# x",
    "- x",
    "#",
    "a  ",
    "{",
    "'",
    "---",
    "...",
    "é😀",
    "|",
    ">-",
    "a:",
)
ENDS = ("", "", "", " ", "  # c", " #", "   # c: d 'x", " # - 😀")
ODD_ENDS = ("#x", " x", " - x", " : x", ": x", " ,", " }", " ]", " 'x'")
BETWEEN = ("\n", "#\n", "  # c\n", " \n", "      #c: d\n", "    \n")


class Author:
    """Writes files; everything odd comes about once in a hundred times."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.one_of = self.random.choice

    def by_chance(self, share: float = 0.01) -> bool:
        return self.random.random() < share

    def file(self) -> str:
        text = "".join(self.one_of(BETWEEN) for _ in range(self.random.choice((0, 0, 0, 1, 2))))
        text += self.mapping(0, 3)
        return text + self.one_of(("...\n", "---\n", " ", "# x", "a")) if self.by_chance() else text

    def plain(self) -> str:
        words = [self.one_of(ODD_WORDS if self.by_chance() else WORDS)]
        while self.by_chance(0.4):
            words.append(self.one_of(ODD_WORDS if self.by_chance() else WORDS))
        return self.one_of((" ", " ", "  ")).join(words)

    def quoted(self) -> str:
        sign = self.one_of("'\"")
        return sign + self.one_of(ODD_INNER if self.by_chance() else INNER) + sign

    def key(self) -> str:
        if self.by_chance():
            return self.one_of(ODD_KEYS)
        return self.one_of("abcdefghijklmnoö") + self.one_of(("", "", "-x", "_1", "9", "Å"))

    def flow(self, depth: int) -> str:
        count = self.random.randrange(4)
        values = [self.flow_value(depth) for _ in range(count)]
        opening, closing = self.one_of(("{}", "[]"))
        if opening == "{":
            values = [f"{self.key()}:{self.space()}{value}" for value in values]
        gaps = ("", "", "", " ") if not self.by_chance() else (",", "\n", "#", "? ", "\n ")
        text = self.one_of((", ", ", ", ",", " ,")).join(values)
        return opening + self.one_of(gaps) + text + self.one_of(gaps) + closing

    def flow_value(self, depth: int) -> str:
        if depth and self.by_chance(0.25):
            return self.flow(depth - 1)
        return "" if self.by_chance() else self.inline()

    def inline(self) -> str:
        return self.quoted() if self.by_chance(0.2) else self.plain()

    def space(self) -> str:
        return self.one_of(("", " : ")) if self.by_chance() else self.one_of((" ", " ", "  "))

    def end(self) -> str:
        text = self.one_of(ODD_ENDS if self.by_chance() else ENDS) + "\n"
        while self.by_chance(0.08):
            text += self.one_of(BETWEEN)
        return text

    def moved(self, column: int) -> int:
        """The column, or one beside it."""
        return max(0, column + self.one_of((-1, 1))) if self.by_chance() else column

    def deeper(self, column: int) -> int:
        """A column below that one; seldom the same."""
        return column + (0 if self.by_chance() else self.one_of((1, 2, 2, 2, 4)))

    def lines(self, column: int) -> str:
        odd_sign = self.one_of(("+", "2", "1-", " ", "  # c", " x")) if self.by_chance() else ""
        text = self.one_of((">", ">-", "|", "|-")) + odd_sign + "\n"
        depth = self.deeper(column)
        for _ in range(self.random.randint(1, 3)):
            text += " " * self.moved(depth) + self.one_of(LINES) + "\n"
            while self.by_chance(0.15):
                text += (" " * self.random.randrange(depth + 2) if self.by_chance() else "") + "\n"
        return text

    def mapping(self, column: int, depth: int) -> str:
        """Entries in a column; what stands before the first one is the caller's."""
        entries = [self.key() + ":" + self.value(column, depth)]
        while self.by_chance(0.6):
            entries.append(" " * self.moved(column) + self.key() + ":" + self.value(column, depth))
        return "".join(entries)

    def value(self, column: int, depth: int) -> str:
        kind = self.random.randrange(8 if depth else 6)
        if kind < 3:
            return self.space() + self.inline() + self.end()
        if kind < 5:
            return self.space() + (self.flow(3) + self.end() if kind == 3 else self.lines(column))
        if kind == 5:
            return self.end()
        below = self.deeper(column)
        made = self.mapping if kind == 6 else self.sequence
        return self.end() + " " * below + made(below, depth - 1)

    def sequence(self, column: int, depth: int) -> str:
        items = [self.item(column, depth)]
        while self.by_chance(0.5):
            items.append(" " * self.moved(column) + self.item(column, depth))
        return "".join(items)

    def item(self, column: int, depth: int) -> str:
        dash = "-" if self.by_chance() else self.one_of(("- ", "- ", "- ", "-  "))
        if depth and self.by_chance(0.4):
            return dash + self.mapping(column + len(dash), depth - 1)
        return dash + (self.flow(3) if self.by_chance(0.4) else self.inline()) + self.end()


@pytest.mark.parametrize("seed", range(5))
def test_what_the_grammar_writes_is_read_alike_or_left_to_libyaml(seed: int) -> None:
    author = Author(seed)
    files = [text for text in (author.file() for _ in range(FILES)) if is_clean(text)]
    usual = sum(map(assert_same, files))
    assert 0.3 * FILES < usual < 0.9 * FILES

"""One slip of the keyboard, on any line of a worked record, is one problem on that line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sopimukset.formats.yaml import read

LINES = (
    (Path(__file__).parents[3] / "data" / "yaml" / "good" / "record.yaml")
    .read_text(encoding="utf-8")
    .split("\n")
)
PLAIN_VALUE = re.compile(r"^(\s*(?:- )*[\w-]+: )([^\[{>\s#\"][^#]*?)(\s*(?:#.*)?)$")


def replacing(pattern: str, replacement: str) -> Callable[[str], str]:
    return lambda line: re.sub(pattern, replacement, line, count=1)


def around_value(before: str, after: str) -> Callable[[str], str]:
    return lambda line: PLAIN_VALUE.sub(rf"\g<1>{before}\g<2>{after}\g<3>", line)


SLIPS: dict[str, tuple[Callable[[str], str], str, str]] = {
    "tab": (replacing("^  ", "\t"), "merkki", "sarkain"),
    "no-break space in indentation": (replacing("^  ", "\u00a0\u00a0"), "merkki", "sisennyksessä"),
    "no-break space behind colon": (replacing(": ", ":\u00a0"), "merkki", "kaksoispisteen"),
    "no-break space before colon": (
        replacing(r"^(\s*(?:- )?\w+):", "\\1\u00a0:"),
        "merkki",
        "Avaimessa",
    ),
    "no-break space behind comma": (replacing(r"(\{.*?), ", "\\1,\u00a0"), "merkki", "sitova"),
    "no-break space behind dash": (replacing(r"^(\s*)- ", "\\1-\u00a0"), "merkki", "viivan"),
    "soft hyphen in key": (
        replacing(r"^(\s*(?:- )?\w\w)(\w+:)", "\\1\u00ad\\2"),
        "merkki",
        "näkymätön",
    ),
    "en dash": (replacing(r"^(\s*)- ", "\\1– "), "merkki", "ajatusviiva"),
    "bullet": (replacing(r"^(\s*)- ", "\\1• "), "merkki", "luettelopallo"),
    "asterisk": (replacing(r"^(\s*)- ", "\\1* "), "merkki", "yhdysmerkki"),
    "curly quotes": (around_value("”", "”"), "merkki", "kaarevat"),
    "angle quotes": (around_value("»", "»"), "merkki", "kaarevat"),
    "curly quote closes": (around_value('"', "”"), "merkki", "kaarevat"),
    "curly quotes in braces": (
        replacing(r"([{,] ?\w+: )([\w -]+)([,}])", "\\1”\\2”\\3"),
        "merkki",
        "kaarevat",
    ),
    "colon in text": (around_value("Huom: ", ""), "merkki", "Arvon sisällä on kaksoispiste"),
    "colon in braces": (
        replacing(r"([{,] ?\w+: )([\w -]+[,}])", "\\1Huom: \\2"),
        "merkki",
        "Sulkujen sisällä",
    ),
    "comma left out": (replacing(r"(\w), (\w+: )", "\\1 \\2"), "merkki", "puuttuu pilkku"),
    "line separator": (replacing(r" (\w+)$", " \\1\u2028x"), "merkki", "rivinvaihtomerkki"),
    "anchor": (around_value("&x ", ""), "rakenne", "ankkuri"),
    "tag": (around_value("!x ", ""), "rakenne", "huutomerkillä"),
    "alias": (around_value("*x #", ""), "rakenne", "viittaus"),
    "quote not closed": (around_value('"', ""), "syntaksi", "Lainausmerkki avataan tässä"),
    "space behind colon left out": (
        replacing(r"^(\s*(?:- )?\w+): (?=[^\s{])", "\\1:"),
        "syntaksi",
        "välilyönti",
    ),
    "space behind dash left out": (replacing(r"^(\s*)- ", "\\1-"), "syntaksi", "välilyönti"),
    "bracket not closed": (
        replacing(r": (\[[^\]]*)\]", ": \\1"),
        "syntaksi",
        "Hakasulku [ avataan",
    ),
    "brace not closed": (replacing(r"\}", ""), "syntaksi", "Aaltosulku {"),
    "bracket too many": (replacing(r": (\[[^\]]*\])", ": \\1]"), "syntaksi", "ylimääräinen"),
}


def slips(make: Callable[[str], str]) -> Iterator[tuple[int, str]]:
    """Line numbers and texts of the record with one line changed."""
    for index, line in enumerate(LINES):
        if line.strip() and not line.lstrip().startswith("#") and make(line) != line:
            yield index + 1, "\n".join([*LINES[:index], make(line), *LINES[index + 1 :]])


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_is_one_problem_at_its_line(name: str) -> None:
    make, kind, piece = SLIPS[name]
    cases = list(slips(make))
    assert cases
    for number, text in cases:
        found = [(p.kind, p.span.line, p.message) for p in read(text.encode()).problems]
        assert len(found) == 1, (number, found)
        assert found[0][:2] == (kind, number), (number, found)
        assert piece in found[0][2], (number, found)


def test_a_slip_that_was_put_right_leaves_the_data_as_it_was() -> None:
    """So the other rules can be checked in the same run."""
    whole = read("\n".join(LINES).encode()).data
    for name in ("tab", "no-break space in indentation", "en dash", "curly quotes in braces"):
        make = SLIPS[name][0]
        text = "\n".join(make(line) if line.startswith("  ") else line for line in LINES)
        document = read(text.encode())
        assert document.problems
        assert name == "tab" or document.data == whole

"""Every error of libyaml is told in Finnish."""

from __future__ import annotations

import re
import string

import pytest
import yaml
from yaml._yaml import CParser

from sopimukset.formats.yaml import read
from sopimukset.formats.yaml.failure import Failure
from sopimukset.formats.yaml.syntax import explain

# One text for each error of libyaml's scanner and parser that a text can bring about, under the
# library's own words for it.
REACHABLE = {
    "found character that cannot start any token": "a: @x",
    "could not find expected ':'": "a: 1\nb\nc: 2",
    "block sequence entries are not allowed in this context": "a: - b",
    "mapping keys are not allowed in this context": "a: ? b",
    "mapping values are not allowed in this context": 'a: "b": c',
    "found unknown directive name": "%X y\n---\na: 1",
    "did not find expected comment or line break": "a: | b",
    "could not find expected directive name": "% \n---\na: 1",
    "found unexpected non-alphabetical character": "%X! y\n---\na: 1",
    "did not find expected digit or '.' character": "%YAML 1x\n---\na: 1",
    "found extremely long version number": "%YAML 1.1234567890123\n---\na: 1",
    "did not find expected version number": "%YAML x\n---\na: 1",
    "did not find expected whitespace": "%TAG !a!x\n---\na: 1",
    "did not find expected whitespace or line break": "%TAG ! tag:x,2000:^\n---\na: 1",
    "did not find expected alphabetic or numeric character": "a: * b",
    "did not find the expected '>'": "a: !<x y",
    "did not find expected '!'": "%TAG x\n---\na: 1",
    "did not find expected tag URI": "a: !<> b",
    "did not find URI escaped octet": "a: !%zz b",
    "found an incorrect leading UTF-8 octet": "a: !%ff b",
    "found an incorrect trailing UTF-8 octet": "a: !%c3%41 b",
    "found an indentation indicator equal to 0": "a: |0\n b",
    "found a tab character where an indentation space is expected": "a: |\n\tb",
    "found unexpected document indicator": 'a: "x\n---\n',
    "found unexpected end of stream": 'a: "x',
    "found unknown escape character": 'a: "\\q"',
    "did not find expected hexdecimal number": 'a: "\\xzz"',
    "found invalid Unicode character escape code": 'a: "\\ud800"',
    "found unexpected ':'": "a: [x:,y]",
    "found a tab character that violates indentation": "a: x\n\ty",
    "did not find expected <document start>": "  a: 1\nb: 2",
    "found undefined tag handle": "a: !x!y z",
    "did not find expected node content": "a: [,]",
    "did not find expected '-' indicator": "a:\n  - b\n  c: d",
    "did not find expected key": "a: 'b' c",
    "did not find expected ',' or ']'": "a: [b",
    "did not find expected ',' or '}'": "a: {b",
    "found duplicate %YAML directive": "%YAML 1.1\n%YAML 1.1\n---\na: 1",
    "found incompatible YAML document": "%YAML 2.0\n---\na: 1",
    "found duplicate %TAG directive": "%TAG ! x:\n%TAG ! y:\n---\na: 1",
}
FOREIGN = re.compile(
    r"\b(?:found|find|expected|while|scanning|parsing|mapping|values?|the|not|did|character|block)\b"
)


def error_of(text: str) -> yaml.YAMLError | None:
    parser = CParser(text)
    try:
        while parser.get_event() is not None:
            pass
    except yaml.YAMLError as error:
        return error
    return None


@pytest.mark.parametrize(("words", "text"), REACHABLE.items(), ids=REACHABLE)
def test_the_text_brings_about_the_error_that_it_stands_for(words: str, text: str) -> None:
    error = error_of(text)
    assert isinstance(error, yaml.MarkedYAMLError)
    assert error.problem == words


@pytest.mark.parametrize("text", REACHABLE.values(), ids=REACHABLE)
def test_every_error_is_told_in_finnish_once(text: str) -> None:
    (problem,) = read(text.encode()).problems
    assert problem.kind in ("syntaksi", "merkki")
    assert not FOREIGN.search(f"{problem.message} {problem.hint}")
    assert "Rivin rakennetta ei voi lukea" not in problem.message


@pytest.mark.parametrize("words", ["something new in a later libyaml", ""])
def test_an_error_that_nobody_foresaw_is_told_in_finnish_too(words: str) -> None:
    fault = explain(Failure("alue: x\nvaihe: y\n", words, words, 8, 10, None, None))
    assert fault.message == "Rivin rakennetta ei voi lukea."
    assert (fault.start, fault.end) == (8, 16)


def test_no_message_shows_what_the_file_says() -> None:
    """A value may be a person's name; only single signs and keys of the record are repeated."""
    word = "Zyxwvu"
    for template in (
        "a: {} @",
        "a: '{}",
        "a: {}: b: c",
        "{}",
        "- {}",
        "a: [{}",
        "a: ”{}”",
        "a: *{}",
    ):
        for problem in read(template.replace("{}", word).encode()).problems:
            assert word not in problem.message + problem.hint


def test_the_advice_names_the_sign_that_is_meant() -> None:
    for sign in "@`%":
        (problem,) = read(f"a: {sign}x".encode()).problems
        assert f"merkillä {sign} " in problem.message
        assert set(problem.hint) - set(string.ascii_letters)

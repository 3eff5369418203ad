"""Characters that no document can carry are told at their place, before anything is made."""

from __future__ import annotations

import pytest

from sopimukset.findings import Finding
from sopimukset.formats.word.gaps import MARKERS
from sopimukset.model import Alue
from sopimukset.workspace.record import Record, parse_record

HEAD = b"muoto: 1\nalue: rikki\nvaihe: valmisteilla\n"


def read(text: bytes) -> Record[Alue]:
    return parse_record("rikki", "regions/rikki/alue.yaml", HEAD + text, Alue)


def told(text: bytes) -> list[Finding]:
    return list(read(text).findings)


CONTROLS = [*range(0x09), 0x0B, 0x0C, 0x0D, *range(0x0E, 0x20), *range(0x7F, 0xA0)]


def name(code: int) -> bytes:
    return b'osapuolet:\n  - {tunnus: a, rooli: kela, oikeushenkilo: "Ke\\u%04Xla"}\n' % code


@pytest.mark.parametrize("code", [*CONTROLS, 0xFFFE, 0xFFFF, *map(ord, MARKERS)])
def test_a_character_that_no_document_can_carry_is_told_at_its_place(code: int) -> None:
    (finding,) = told(name(code))
    assert finding.code == "M07"
    assert f"U+{code:04X}" in finding.message
    assert finding.line == 5
    assert finding.column > len("  - {tunnus: a, rooli: kela, oikeushenkilo:")
    assert finding.path == "osapuolet[a].oikeushenkilo"
    assert read(name(code)).model is None


@pytest.mark.parametrize("written", [b'"Ke\\Nla"', b'"Ke\\x85la"'])
def test_next_line_is_told_however_it_is_written(written: bytes) -> None:
    (finding,) = told(name(0).replace(b'"Ke\\u0000la"', written))
    assert (finding.code, finding.line) == ("M07", 5)
    assert "U+0085" in finding.message


@pytest.mark.parametrize("sign", MARKERS)
def test_a_mark_of_the_engine_is_told_where_it_stands_as_itself(sign: str) -> None:
    (finding,) = told(name(0).replace(b"\\u0000", sign.encode()))
    assert (finding.code, finding.line) == ("M07", 5)
    assert f"U+{ord(sign):04X}" in finding.message


@pytest.mark.parametrize("sign", ["\ue006", "\ue010", "\uf8ff", "\t", "\n", "\u2028"])
def test_other_characters_pass(sign: str) -> None:
    assert not told(name(ord(sign)))


@pytest.mark.parametrize(
    "text",
    [b"kielet: [fi]  # suomi\xc2\x85\n", b"viranomaisen_nimi: >-\n  Kela\xc2\x85  ja muut\n"],
)
def test_a_next_line_that_stands_in_the_file_is_a_line_end_and_no_value(text: bytes) -> None:
    assert {item.code for item in told(text)} <= {"M03", "M05"}

"""Correcting a record: whatever an office program or a hurried hand did to it comes back whole."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.formats.yaml import read
from sopimukset.formats.yaml.edit import same
from sopimukset.model import Alue
from sopimukset.tasks.fix import missing_ends
from sopimukset.workspace.edits import Corrected, corrected
from tests.support.workspaces import CHECKOUT, EXAMPLE

FILE = f"regions/{EXAMPLE}/alue.yaml"
SOURCE = (CHECKOUT / FILE).read_text(encoding="utf-8")
HEAD = "muoto: 1\nalue: paijat-hame\nvaihe: valmisteilla\n"
NBSP = "\u00a0"

_DAY = re.compile(r"(?<=: )(\d{4})-(\d\d)-(\d\d)(?=[,}\s])")
_PLAIN_KEY = re.compile(r"^ +(?:- )?[a-z_]+: (?![>|])[^ ]")


def fixed(text: str) -> Corrected:
    return corrected(EXAMPLE, FILE, text.encode(), Alue, missing_ends)


def finnish(line: str) -> str:
    return _DAY.sub(lambda day: f"{int(day[3])}.{int(day[2])}.{day[1]}", line, count=1)


DAMAGES: dict[str, Callable[[str], str]] = {
    "indentation": lambda line: re.sub(r"^ +", lambda odd: NBSP * len(odd[0]), line),
    "one odd space": lambda line: re.sub(r"^( *) (?=\S)", rf"\1{NBSP}", line),
    "after the colon": lambda line: line.replace(": ", f":{NBSP}", 1),
    "list mark": lambda line: re.sub(r"^( *)- ", r"\1– ", line),
    "bullet": lambda line: re.sub(r"^( *)- ", rf"\1•{NBSP}", line),
    "after the dash": lambda line: re.sub(r"^( *)- ", rf"\1-{NBSP}", line),
    "soft hyphen in a key": lambda line: re.sub(r"^( *)([a-z])([a-z]+: )", "\\1\\2\u00ad\\3", line),
    "Finnish day": finnish,
    "capital key": lambda line: re.sub(r"^( +)([a-z])(?=[a-z_]+: )", lambda m: m[0].upper(), line),
    "accented key": lambda line: line.replace("oikeushenkilo:", "oikeushenkilö:"),
    "hyphen in a key": lambda line: line.replace("varapuheenjohtajan_", "varapuheenjohtajan-"),
}


@st.composite
def damaged(draw: st.DrawFn) -> str:
    lines = SOURCE.split("\n")
    usable = [index for index, line in enumerate(lines) if _PLAIN_KEY.match(line)]
    chosen = draw(st.lists(st.sampled_from(usable), min_size=1, max_size=12, unique=True))
    for index in chosen:
        name = draw(st.sampled_from(sorted(DAMAGES)))
        lines[index] = DAMAGES[name](lines[index])
    return "\n".join(lines)


@given(damaged(), st.booleans(), st.booleans())
def test_what_can_be_put_right_comes_back_byte_for_byte(
    text: str, marked: bool, windows: bool
) -> None:
    whole = SOURCE.replace("\n", "\r\n") if windows else SOURCE
    text = text.replace("\n", "\r\n") if windows else text
    found = fixed(f"\ufeff{text}" if marked else text)
    assert found.left == ()
    assert found.after == whole.encode()
    assert found.changed == bool(found.done)
    again = fixed(found.after.decode())
    assert (again.after, again.done) == (found.after, ())


@settings(max_examples=40)
@given(st.lists(st.sampled_from(range(12, 40)), min_size=1, max_size=8, unique=True))
def test_a_tab_is_put_right_or_left(lines: list[int]) -> None:
    """How wide a tab was meant is not always to be seen; a guess is never made."""
    rows = SOURCE.split("\n")
    for index in lines:
        rows[index] = re.sub(r"^ {2,}", "\t", rows[index])
    text = "\n".join(rows)
    after = fixed(text).after.decode()
    if after == text:
        return
    meant, data = read(SOURCE.encode()).data, read(after.encode()).data
    assert same(data, meant)


@settings(max_examples=40)
@given(damaged(), st.integers(0, 10_000), st.characters())
def test_nothing_that_a_file_holds_makes_it_fail(text: str, at: int, sign: str) -> None:
    at %= len(text)
    broken = text[:at] + sign + text[at:]
    source = broken.encode(errors="replace")
    found = corrected(EXAMPLE, FILE, source, Alue, missing_ends)
    before, after = read(source), read(found.after)
    assert found.changed == bool(found.done)
    assert len(after.problems) <= len(before.problems)
    assert corrected(EXAMPLE, FILE, found.after, Alue, missing_ends).after == found.after


def test_the_worked_out_regions_need_no_correction() -> None:
    for path in sorted((CHECKOUT / "regions").glob("*/alue.yaml")):
        source = path.read_bytes()
        found = corrected(path.parent.name, FILE, source, Alue, missing_ends)
        assert (found.after, found.done, found.left) == (source, (), ())


TERMS = f"{HEAD}johtoryhmat:\n  - tunnus: tym\n    toimikaudet:\n"


def test_a_term_gets_the_end_that_the_decree_fixes() -> None:
    text = f"{TERMS}      - tunnus: a\n        alkaen: 2024-02-29   # karkauspäivä\n"
    found = fixed(text)
    assert found.after.decode() == f"{text}        paattyen: 2029-02-28\n"
    assert [(item.line, item.code) for item in found.done] == [(8, "G14")]


EMPTY = [
    ("paattyen:", "paattyen: 2030-01-31"),
    ("paattyen: ", "paattyen: 2030-01-31 "),
    ("paattyen:   # ei vielä", "paattyen: 2030-01-31   # ei vielä"),
    ("paattyen: ~", "paattyen: 2030-01-31"),
    ("paattyen:   null  # ei vielä", "paattyen:   2030-01-31  # ei vielä"),
    ("'paattyen' :", "'paattyen' : 2030-01-31"),
    ("paattyen:\n          # ei vielä", "paattyen: 2030-01-31\n          # ei vielä"),
    ("paattyen:\n          ~", "paattyen:\n          2030-01-31"),
    ("päättyen:", "paattyen: 2030-01-31"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("empty", "filled"), EMPTY)
@pytest.mark.parametrize("below", ["", "        asettaminen:\n          pvm: 2025-01-01\n"])
def test_an_end_without_a_value_gets_the_one_that_the_decree_fixes(
    empty: str, filled: str, below: str, newline: str
) -> None:
    start = f"{HEAD}johtoryhmat:\n  - tunnus: tym\n    toimikaudet:\n      - tunnus: k1\n"
    start += "        alkaen: 2025-02-01\n        "
    before, after = (f"{start}{entry}\n{below}".replace("\n", newline) for entry in (empty, filled))
    found = fixed(before)
    assert found.after.decode() == after
    assert "G14" in {item.code for item in found.done}
    assert found.left == ()


@pytest.mark.parametrize(
    ("empty", "filled"),
    [
        ("{tunnus: k1, alkaen: 2025-02-01, paattyen: }", "paattyen: 2030-01-31}"),
        ("{tunnus: k1, paattyen: , alkaen: 2025-02-01}", "paattyen: 2030-01-31, alkaen"),
        ('{"tunnus": k1, "alkaen": 2025-02-01, "paattyen":}', '"paattyen": 2030-01-31}'),
        ("{tunnus: k1, paattyen: null, alkaen: 2025-02-01}  # k", "paattyen: 2030-01-31, alkaen"),
    ],
)
def test_an_end_without_a_value_in_braces(empty: str, filled: str) -> None:
    found = fixed(f"{HEAD}johtoryhmat:\n  - tunnus: tym\n    toimikaudet:\n      - {empty}\n")
    assert filled in found.after.decode()
    assert len(found.done) == 1
    assert found.left == ()


@pytest.mark.parametrize(
    ("entry", "later", "reason"),
    [
        ("? paattyen", "", "ei lukisi niin kuin oli tarkoitus"),
        ("paattyen: *viittaus", "", "kirjoitettu tavallisuudesta poikkeavasti"),
        ("paattyen:", "2028-01-01", "seuraava toimikausi alkaa ennen"),
    ],
)
def test_an_end_that_can_not_be_filled_is_named(entry: str, later: str, reason: str) -> None:
    text = f"{HEAD}johtoryhmat:\n  - tunnus: tym\n    toimikaudet:\n      - tunnus: k1\n"
    text += f"        alkaen: 2025-02-01\n        {entry}\n"
    if later:
        text += f"      - {{tunnus: k2, alkaen: {later}, paattyen: 2032-12-31}}\n"
    found = fixed(text)
    assert found.after.decode() == text
    (left,) = (item for item in found.left if item.code == "G14")
    assert left.message.startswith(
        "Kohdan johtoryhmat[tym].toimikaudet[k1] avain paattyen jäi tyhjäksi: "
    )
    assert reason in left.message
    assert left.line == 9


def test_several_terms_get_their_ends_each_on_its_line() -> None:
    text = (
        f"{TERMS}      - {{tunnus: a, alkaen: 1.1.2025}}\n"
        "      - tunnus: b\n        alkaen: 2030-01-01\n"
    )
    found = fixed(text)
    assert found.after.decode() == (
        f"{TERMS}      - {{tunnus: a, alkaen: 2025-01-01, paattyen: 2029-12-31}}\n"
        "      - tunnus: b\n        alkaen: 2030-01-01\n        paattyen: 2034-12-31\n"
    )
    assert [(item.line, item.code) for item in found.done] == [(7, "G14"), (7, "M08"), (9, "G14")]


def test_a_term_that_another_cuts_short_gets_no_end() -> None:
    text = (
        f"{TERMS}      - {{tunnus: a, alkaen: 2025-01-01}}\n"
        "      - {tunnus: b, alkaen: 2029-12-31, paattyen: 2034-12-30}\n"
    )
    found = fixed(text)
    assert not found.changed
    assert [(item.code, item.broken) for item in found.left] == [("G14", False)]
    assert "seuraava toimikausi" in found.left[0].message


HOLDERS = f"{HEAD}johtoryhmat:\n  - tunnus: tym\n    sihteeri:\n"


def test_holders_come_in_order_of_time() -> None:
    found = fixed(
        f"{HOLDERS}      - {{nimike: b, alkaen: 2026-01-01}}   # jälkimmäinen\n"
        "      - nimike: a\n        alkaen: 1.1.2025\n"
    )
    assert found.after.decode() == (
        f"{HOLDERS}      - nimike: a\n        alkaen: 2025-01-01\n"
        "      - {nimike: b, alkaen: 2026-01-01}   # jälkimmäinen\n"
    )
    assert "aikajärjestykseen" in found.done[0].text


@pytest.mark.parametrize(
    ("items", "reason"),
    [
        (
            "      # kumpi?\n      - {nimike: b, alkaen: 2026-01-01}\n"
            "      - {nimike: a, alkaen: 2025-01-01}\n",
            "kommentin paikasta",
        ),
        (
            "      - {nimike: b, alkaen: 2026-01-01}\n      - {nimike: c}\n"
            "      - {nimike: a, alkaen: 2025-01-01}\n",
            "alkamispäivää",
        ),
        (
            "      - {nimike: b, alkaen: 2026-01-01}\n      - {nimike: a, alkaen: 2025-01-01}\n"
            "tunnistetut_puutteet:\n  - {koodi: G08, kohta: 'johtoryhmat[tym].sihteeri[0]'}\n",
            "järjestysnumerolla",
        ),
    ],
)
def test_an_order_that_is_not_plain_is_left(items: str, reason: str) -> None:
    found = fixed(HOLDERS + items)
    assert not found.changed
    assert reason in found.left[0].message
    assert not found.left[0].broken


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("toimikaudett: []\n", "M05"),
        ("kielet: [fi]\nKielet: [fi]\n", "M05"),
        ("neuvottelut: [{tunnus: n, laji: muu, pvm: 31.2.2026}]\n", "M08"),
        ("neuvottelut: [{tunnus: n, laji: muu, pvm: 1/3/2026}]\n", "M08"),
        ("kuvitteellinen: joo\n", "M07"),
        ("kielet: ['fi]\n", "M02"),
        ("kielet: [fi]\nkielet: [sv]\n", "M04"),
    ],
)
def test_a_guess_is_left_and_named(text: str, code: str) -> None:
    found = fixed(HEAD + text)
    assert not found.changed
    assert code in {item.code for item in found.left}
    assert all(item.broken for item in found.left)


def test_bytes_that_are_no_text_are_left() -> None:
    for source in (b"", b"\xff\xfe\x00", "päivä: 1".encode("latin-1"), b"a" * 300_000):
        found = corrected(EXAMPLE, FILE, source, Alue, missing_ends)
        assert not found.changed
        assert {item.code for item in found.left} == {"M01"}


def test_messages_name_no_person() -> None:
    found = fixed(
        f"{HOLDERS}      # kumpi?\n      - {{nimi: Aino Esimerkki, alkaen: 1.1.2027}}\n"
        "      - {nimi: Veikko Malli, alkaen: 1.1.2026}\n"
    )
    said = " ".join([item.text for item in found.done] + [item.message for item in found.left])
    assert "Esimerkki" not in said
    assert "Malli" not in said

"""Names of persons and identity codes never stand in an excerpt; its width stays the same."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sopimukset.model import Alue, Kokous, Lausekekirjasto
from sopimukset.workspace.masking import MASK, PERSON_LISTS
from sopimukset.workspace.record import Record, parse_record

HEAD = "muoto: 1\nalue: paijat-hame\nvaihe: vahvistettu\n"
NAMES = st.text(st.sampled_from("ABCÄÖabcäöéß🙂𐍈 '-."), min_size=3, max_size=20).filter(
    lambda name: name.strip() == name and name.strip(" '-.") != ""
)
BEFORE = st.text(st.sampled_from("xywŠ🙂𐌰–”"), max_size=8)
"""Letters that no name of those has: its words are masked wherever they stand."""

STYLES = [
    "johtoryhmat:\n  - tunnus: tym\n    jasenet:\n      - tunnus: a-1\n        nimetyt:\n"
    "          - {{nimike: {before}, nimi: {name}, alkaen: 2026-01-01}}\n",
    "johtoryhmat:\n  - tunnus: tym\n    jasenet:\n      - tunnus: a-1\n        varajasenet:\n"
    "          - nimike: {before}\n            nimi: {name}\n",
    "johtoryhmat: [{{tunnus: tym, nimi: {before}, sihteeri: [{{nimi: {name}}}]}}]\n",
    "johtoryhmat: [{{tunnus: tym, asiantuntijat: [{{tunnus: x, organisaatio: {before}, "
    "nimi: {name}}}]}}]\n",
    "johtoryhmat:\n  - tunnus: tym\n    johtavat_henkilot:\n      - tunnus: j\n"
    "        nimetyt: [{{nimike: {before}, nimi: {name}}}]\n"
    "        varahenkilot: [{{nimike: {before}, nimi: x}}]\n",
    "sopimukset:\n  - tunnus: s\n    laji: tym-sopimus\n    allekirjoitukset:\n"
    "      - {{nimike: {before}, nimi: {name}}}\n",
    "nuorten_yhteispalvelu:\n  - tunnus: n\n"
    "    koordinaattori: {{nimike: {before}, nimi: {name}}}\n",
]


def record(text: str) -> Record[Alue]:
    """A small record that ends in this text."""
    return parse_record("x", "regions/x/alue.yaml", (HEAD + text).encode(), Alue)


def excerpts(text: str) -> list[str]:
    """All lines of the record as they may be shown."""
    found = record(text)
    lines = (HEAD + text).splitlines()
    shown = [found.excerpt(number) for number in range(1, len(lines) + 1)]
    assert None not in shown
    return [line for line in shown if line is not None]


@pytest.mark.parametrize("style", STYLES, ids=range(len(STYLES)))
@given(before=BEFORE, name=NAMES)
def test_name_is_masked_with_equal_width(style: str, before: str, name: str) -> None:
    quoted = json.dumps(name, ensure_ascii=False)
    assume(name not in style and name not in before)
    text = style.format(before=json.dumps(before or "x", ensure_ascii=False), name=quoted)
    shown = excerpts(text)
    source = (HEAD + text).split("\n")
    assert [len(line) for line in shown] == [len(line) for line in source[: len(shown)]]
    line = next(number for number, line in enumerate(source) if quoted in line)
    assert shown[line] == source[line].replace(quoted, MASK * len(quoted))
    for number, other in enumerate(shown):
        if number != line and "nimi: x" not in source[number]:
            assert other == source[number]


@pytest.mark.parametrize("part", sorted(PERSON_LISTS - {"koordinaattori", "allekirjoitukset"}))
def test_every_list_of_persons_is_masked(part: str) -> None:
    text = f"johtoryhmat:\n  - tunnus: tym\n    {part}:\n      - {{nimi: Erkki Esimerkki}}\n"
    assert excerpts(text)[-1] == f"      - {{nimi: {MASK * 15}}}"


def test_name_over_several_lines_is_masked_on_each() -> None:
    text = (
        "johtoryhmat:\n  - tunnus: tym\n    sihteeri:\n      - nimi: Erkki\n          Esimerkki\n"
    )
    shown = excerpts(text)
    assert shown[-2:] == [f"      - nimi: {MASK * 5}", MASK * 19]


def test_names_of_things_are_shown() -> None:
    text = (
        "johtoryhmat: [{tunnus: tym, nimi: Oma ryhmä}]\ntoimipisteet: [{tunnus: a, nimi: Talo}]\n"
    )
    assert excerpts(text)[3:] == text.splitlines()


def test_name_typed_as_a_key_of_a_person_is_masked() -> None:
    text = "johtoryhmat: [{tunnus: tym, sihteeri: [{henkilo: Erkki Esimerkki}]}]\n"
    assert "Erkki" not in excerpts(text)[-1]
    text = "johtoryhmat: [{tunnus: tym, sihteeri: [{henkilo: kela-h1}]}]\n"
    assert excerpts(text)[-1] == text.rstrip("\n")


CODES = st.from_regex(
    r"[0-3][0-9][01][0-9][0-9]{2}[-+A-FU-Y]9[0-9]{2}[0-9A-FHJ-NPR-Y]", fullmatch=True
)


@given(before=BEFORE, code=CODES, after=BEFORE)
def test_identity_code_is_masked_with_equal_width(before: str, code: str, after: str) -> None:
    before, after = before.lower(), after.lower()  # a word with a capital may be a name
    text = f"# {before} {code} {after}\ntoimipisteet: [{{tunnus: a, nimi: '{before} {code}'}}]\n"
    shown = excerpts(text)
    assert shown[3] == f"# {before} {MASK * 11} {after}"
    assert code not in shown[4]
    assert len(shown[4]) == len(text.splitlines()[-1])


@pytest.mark.parametrize("text", ["1010190-900X", "010190-900XY", "KUV-010190-90", "a010190-900X"])
def test_longer_strings_are_no_identity_codes(text: str) -> None:
    assert excerpts(f"# {text}\n")[-1] == f"# {text}"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("# Erkki Esimerkki sairauslomalla", "# ••••• ••••••••• sairauslomalla"),
        ("# sijaisena Esimerkki", "# sijaisena •••••••••"),
        ("kielet: [fi]  # Erkki kysyy", "kielet: [fi]  # ••••• kysyy"),
        ("kielet: [fi]  # KUV-1", "kielet: [fi]  # KUV-1"),
    ],
)
def test_name_in_a_comment_is_masked(line: str, shown: str) -> None:
    assert excerpts(f"{line}\n")[-1] == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("rehtori Erkki Esimerkki", "rehtori •••••••••••••••"),
        ("Lahden johtaja", "Lahden johtaja"),
        ("TYM-johtaja", "TYM-johtaja"),
    ],
)
def test_name_in_a_title_is_masked(value: str, shown: str) -> None:
    style = "johtoryhmat: [{{tunnus: tym, sihteeri: [{{nimike: {}}}]}}]"
    assert excerpts(style.format(value) + "\n")[-1] == style.format(shown)


@pytest.mark.parametrize(
    ("key", "value", "masked"),
    [
        ("vastuu", "Erkki Esimerkki", True),
        ("vastuu", "kela", False),
        ("alkaen", "Erkki Esimerkki", True),
        ("alkaen", "2026-01-01", False),
        ("alkaen", "1.1.2026", False),
        ("koodi", "P03", False),
    ],
)
def test_name_where_a_word_of_the_model_belongs_is_masked(
    key: str, value: str, masked: bool
) -> None:
    text = f"tunnistetut_puutteet: [{{{key}: {value}}}]"
    assert excerpts(f"{text}\n")[-1] == (text.replace(value, MASK * len(value)) if masked else text)


def test_mail_address_is_masked() -> None:
    text = "toimipisteet: [{tunnus: a, nimi: 'erkki.esimerkki@lahti.example'}]"
    assert excerpts(f"{text}\n")[-1] == text.replace("erkki.esimerkki@lahti.example", MASK * 29)


def test_names_that_minutes_tell_are_masked() -> None:
    text = "muoto: 1\njohtoryhma: tym\nasiat: [{pykala: 1, paatos: Erkki Esimerkki valittiin.}]\n"
    found = parse_record("x", "regions/x/kokoukset/a.yaml", text.encode(), Kokous)
    assert found.excerpt(3) == f"asiat: [{{pykala: 1, paatos: {MASK * 15} valittiin.}}]"


def test_name_typed_as_a_key_stands_neither_in_path_nor_in_message() -> None:
    [problem] = [item for item in record("Erkki Esimerkki: 1\n").findings if item.code == "M05"]
    assert problem.path == "•••"
    assert "Erkki" not in problem.message + problem.advice


def test_name_typed_as_a_code_stays_out_of_paths() -> None:
    text = "tunnistetut_puutteet: [{koodi: Erkki Esimerkki, kohta: alue, syyy: x}]\n"
    assert {item.path for item in record(text).findings} == {"tunnistetut_puutteet[0].syyy"}


def test_line_that_could_not_be_parsed_is_not_shown() -> None:
    broken = record("johtoryhmat: [{nimi: Erkki\n")
    assert broken.model is None
    assert all(broken.excerpt(number) is None for number in range(1, 5))


def test_line_separators_in_text_hide_no_name() -> None:
    text = (
        "johtoryhmat:\n  - tunnus: tym\n    nimi: 'a\u2028b'\n"
        "    sihteeri: [{nimi: Erkki Esimerkki}]\n"
    )
    found = record(text)
    shown = [found.excerpt(number) or "" for number in range(1, 12)]
    assert not [line for line in shown if "Erkki" in line]


def test_line_that_is_not_there_is_empty() -> None:
    assert record("").excerpt(99) == ""


def excerpt_with(text: str, word: str) -> str:
    record = parse_record("x", "regions/x/alue.yaml", text.encode(), Alue)
    number = next(n for n, line in enumerate(text.splitlines(), 1) if word in line)
    shown = record.excerpt(number)
    assert shown is not None
    assert len(shown) == len(text.splitlines()[number - 1])
    return shown


GROUP = "muoto: 1\nalue: lappi\nvaihe: vahvistettu\njohtoryhmat:\n  - tunnus: tym\n"


@pytest.mark.parametrize(
    "line",
    [
        "    puheenjohtaja: Nimi Keksitty",
        "    varapuheenjohtaja: [Nimi Keksitty]",
        "    puheenjohtaja: [{jasen: Nimi Keksitty, alkaen: 2025-02-01}]",
        "    jasenet: [Nimi Keksitty]",
        "    johtavat_henkilot: Keksitty",
    ],
)
def test_a_name_typed_where_a_member_is_referred_to_is_masked(line: str) -> None:
    assert "Keksitty" not in excerpt_with(GROUP + line + "\n", "Keksitty")


def test_a_reference_to_a_member_is_shown() -> None:
    line = "    puheenjohtaja: [{jasen: kela-1, alkaen: 2025-02-01}]"
    assert excerpt_with(GROUP + line + "\n", "kela-1") == line


@pytest.mark.parametrize(
    "line",
    ["    sihteeri: [{nimi: Keksitty, alkaen: 2025-02-01}]", "    sihteeri: Nimi Keksitty"],
)
def test_a_name_is_masked_under_a_key_that_stands_twice(line: str) -> None:
    text = f"{GROUP}    sihteeri: []\n{line}\n"
    assert "Keksitty" not in excerpt_with(text, "Keksitty")


LIBRARY = """muoto: 1
laji: tym-sopimus
nimi: {fi: Sopimus, sv: Avtal}
lausekkeet:
  - tunnus: palvelut
    versiot:
      - otsikko: {fi: Palvelut, sv: Service}
        kappaleet:
          - fi: >-
              Osapuolet järjestävät palvelun. Yhteyshenkilö on Erkki Ilmari
              Esimerkki, ja Kela vastaa omasta
              osuudestaan.
            sv: Parterna ordnar servicen.
"""


def library_excerpts(text: str) -> list[str | None]:
    """All lines of a library of clauses as they may be shown."""
    found = parse_record("", "templates/x/lausekkeet.yaml", text.encode(), Lausekekirjasto)
    return [found.excerpt(number) for number in range(1, len(text.splitlines()) + 1)]


def test_wording_of_a_library_is_shown_but_for_what_may_be_a_name() -> None:
    source = LIBRARY.splitlines()
    shown = library_excerpts(LIBRARY)
    first, second = "Erkki Ilmari", "Esimerkki"
    source[9] = source[9].replace(first, MASK * len(first))
    source[10] = source[10].replace(second, MASK * len(second))
    assert shown == source


def test_what_stands_below_a_foreign_key_of_a_library_is_masked() -> None:
    text = LIBRARY + "            laatija: Esimerkki\n"
    assert library_excerpts(text)[-1] == f"            laatija: {MASK * 9}"


def test_a_record_with_the_key_of_a_library_is_no_library() -> None:
    assert excerpts("lausekkeet:\n  - nimi: Esimerkki\n")[-1] == f"  - nimi: {MASK * 9}"


@pytest.mark.parametrize("sign", [">-", "|"])
def test_name_that_a_texts_lines_divide_is_masked_in_both(sign: str) -> None:
    text = (
        "muoto: 1\njohtoryhma: tym\npvm: 2026-03-13\nasiat:\n  - pykala: 1\n"
        f"    paatos: {sign}\n      Sihteerinä toimii Erkki\n      Esimerkki-Keksitty. Muut\n"
        "      jatkavat. Kela\n      osallistuu.\n"
    )
    found = parse_record("x", "regions/x/kokoukset/a.yaml", text.encode(), Kokous)
    assert [found.excerpt(line) for line in range(7, 11)] == [
        f"      Sihteerinä toimii {MASK * 5}",
        f"      {MASK * 18}. Muut",
        "      jatkavat. Kela",
        "      osallistuu.",
    ]

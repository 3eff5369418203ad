"""Whatever is typed into a record: reading says in Finnish what is wrong, at its place."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from pydantic_core import core_schema

from sopimukset.findings import Finding
from sopimukset.formats.yaml import Document, read
from sopimukset.model import Alue, Kokous, Malli, Seuranta
from sopimukset.model.paths import leaves
from sopimukset.workspace.record import parse_record
from sopimukset.workspace.translate import VALUE_MESSAGES
from tests.support.workspaces import CHECKOUT, EXAMPLE

HOME = CHECKOUT / "regions" / EXAMPLE
FILES: dict[str, tuple[Path, type[Malli]]] = {
    "alue": (HOME / "alue.yaml", Alue),
    "kokous": (sorted((HOME / "kokoukset").glob("*.yaml"))[0], Kokous),
    "seuranta": (sorted((HOME / "seuranta").glob("*.yaml"))[0], Seuranta),
}

TYPED = (
    *("7", "-7", "1.5", "true", "null", "123456789012345678901234567890"),
    *('"x"', '"{x}"', '"{avain} {0}"', '""', "1.2.2026", "2026-02-30", '"Ä ö"'),
    *("[]", "[a]", "[{a: 1}]", "{}", "{a: 1}", "{fi: x, sv: y}"),
)
"""What a person may have typed where something else belongs."""

ENGLISH = re.compile(
    r"\b(input|should|valid|value|values|field|must|expected|got|extra|inputs|permitted|required|"
    r"type|instance|string|integer|decimal|dictionary|tuple|list|key|keys|error|none)\b",
    re.IGNORECASE,
)

BY_NAME = {"extra_forbidden", "missing", "paiva", "paiva_suomalainen"}
"""Told of by functions of their own."""

IMPOSSIBLE = {
    # values that YAML data never are, and that the model never asks for
    *("bytes_invalid_encoding", "bytes_too_long", "bytes_too_short", "bytes_type"),
    *("callable_type", "complex_str_parsing", "complex_type", "counter_type", "deque_type"),
    *("dataclass_exact_type", "dataclass_type", "ellipsis_error", "enum", "is_subclass_of"),
    *("float_parsing", "float_type", "fraction_parsing", "fraction_type", "multiple_of"),
    *("frozen_dict_type", "frozen_set_type", "set_type", "set_item_not_hashable"),
    *("named_tuple_type", "ordered_dict_type", "needs_python_object", "no_such_attribute"),
    *("iterable_type", "iteration_error", "get_attribute_error", "string_not_ascii"),
    *("uuid_parsing", "uuid_type", "uuid_version"),
    *("url_parsing", "url_scheme", "url_syntax_violation", "url_too_long", "url_type"),
    # days are read by base.dates, before pydantic sees them
    *("date_from_datetime_inexact", "date_from_datetime_parsing", "date_future", "date_parsing"),
    *("date_past", "date_type", "datetime_from_date_parsing", "datetime_future"),
    *("datetime_object_invalid", "datetime_parsing", "datetime_past", "datetime_type"),
    *("time_delta_parsing", "time_delta_type", "time_parsing", "time_type"),
    *("timezone_aware", "timezone_naive", "timezone_offset"),
    # calls and assignments, JSON, validators that raise: none of the model's
    *("arguments_type", "missing_argument", "missing_keyword_only_argument"),
    *("missing_positional_only_argument", "multiple_argument_values"),
    *("unexpected_keyword_argument", "unexpected_positional_argument"),
    *("assertion_error", "value_error", "default_factory_not_called", "missing_sentinel_error"),
    *("frozen_field", "frozen_instance", "json_invalid", "json_type", "recursion_depth_exceeded"),
}


@cache
def document(name: str) -> Document:
    """The file of that name, read."""
    return read(FILES[name][0].read_bytes())


def findings(name: str, text: str) -> tuple[Finding, ...]:
    """What is wrong with the form of such a text."""
    return parse_record(EXAMPLE, "regions/x/alue.yaml", text.encode(), FILES[name][1]).findings


def offset(text: str, line: int, column: int) -> int:
    """The place of a line and a column, counted from 1, in the text."""
    return sum(len(part) for part in text.splitlines(keepends=True)[: line - 1]) + column - 1


def typed_at(source: Document, path: tuple[str | int, ...], text: str) -> str:
    """The source with something else typed in the place of one value."""
    span = source.value_span(path)
    first = offset(source.text, span.line, span.column)
    last = offset(source.text, span.end_line, span.end_column)
    return source.text[:first] + text + source.text[last:]


def complaint_about(finding: Finding, text: str) -> str | None:
    """What is wrong with a finding itself; None where it is well made."""
    said = f"{finding.message} {finding.advice}"
    lines = text.splitlines()
    if ENGLISH.search(said.replace("true", "")):
        return "English"
    if "{avain}" in said.replace("{avain} {0}", ""):
        return "unfilled"
    if not 1 <= finding.line <= len(lines) or finding.column < 1:
        return "outside the file"
    if finding.column > len(lines[finding.line - 1]) + 1:
        return "outside the line"
    return None if finding.message.endswith(".") else "no sentence"


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("name", FILES)
def test_anything_typed_anywhere_is_read_or_refused_in_finnish(name: str, typed: str) -> None:
    source = document(name)
    for path, _ in leaves(source.data):
        text = typed_at(source, path, typed)
        for finding in findings(name, text):
            where = f"{path} = {typed}: {finding}"
            assert complaint_about(finding, text) is None, where
            assert finding.severity.value == "error", where


@pytest.mark.parametrize("name", FILES)
def test_each_key_left_out_is_read_or_told_of(name: str) -> None:
    source = document(name)
    for path, value in leaves(source.data):
        if not isinstance(path[-1], str) or value is None:
            continue
        text = typed_at(source, path, "").replace("\n\n", "\n")
        for finding in findings(name, text):
            assert complaint_about(finding, text) is None, f"{path}: {finding}"


def test_every_error_type_has_a_message_or_a_reason_to_have_none() -> None:
    known = set(get_args(core_schema.ErrorType))
    told = set(VALUE_MESSAGES) | BY_NAME
    assert known - told - IMPOSSIBLE == set()
    assert told & IMPOSSIBLE == set()
    assert IMPOSSIBLE - known == set()


@pytest.mark.parametrize("kind", sorted(VALUE_MESSAGES))
def test_every_message_of_a_value_is_finnish(kind: str) -> None:
    context = {"ge": 1, "gt": 1, "le": 1, "lt": 1, "pattern": "^[a-z]$"}
    message, advice = VALUE_MESSAGES[kind](context, "x")
    assert not ENGLISH.search(f"{message} {advice}".replace("true", ""))
    assert message.endswith(".")


def refused(text: str) -> Finding:
    """The one finding about a small record that ends in this text."""
    [found] = findings("alue", f"muoto: 1\nalue: paijat-hame\nvaihe: vahvistettu\n{text}")
    return found


Case = tuple[str, str, int, int, str, str]


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "message", "advice"),
    [
        (
            "neuvotelut: []",
            *("M05", 4, 1, "Avainta neuvotelut ei tunneta.", "Tarkoititko avainta neuvottelut?"),
        ),
        (
            "osapuolet: [{tunnus: a}]",
            *("M06", 4, 13, "Pakollinen avain rooli puuttuu."),
            "Lisää avain rooli (tyovoimaviranomainen, hyvinvointialue, kela tai kumppani).",
        ),
        (
            "osapuolet: [{tunnus: a, rooli: kelaa}]",
            *("M07", 4, 32, "Arvo kelaa ei kelpaa avaimelle rooli."),
            "Tarkoititko: kela? Sallitut arvot: tyovoimaviranomainen, hyvinvointialue, kela, "
            "kumppani.",
        ),
        (
            "osapuolet: [{tunnus: Ä, rooli: kela}]",
            *("M07", 4, 22, "Avaimen tunnus arvo ei kelpaa tunnukseksi."),
            "Tunnuksessa on pieniä kirjaimia a–z, numeroita ja yksittäisiä yhdysmerkkejä, "
            "esimerkiksi kela-1. Ääkkösiä ja välilyöntejä ei käytetä.",
        ),
        (
            "mitoitus: {pvm: 1.3.2026}",
            *("M08", 4, 17, "Päivä 1.3.2026 on kirjoitettu suomalaisittain."),
            "Kirjoita päivä muodossa vuosi-kuukausi-päivä: 2026-03-01.",
        ),
        (
            "mitoitus: {asiakkaita: -1}",
            *("M07", 4, 24, "Avaimen asiakkaita arvon on oltava vähintään 0.", "Tarkista luku."),
        ),
    ],
)
def test_refusal_says_what_is_wrong_and_what_to_do(
    text: str, code: str, line: int, column: int, message: str, advice: str
) -> None:
    found = refused(text)
    assert (found.code, found.line, found.column) == (code, line, column)
    assert (found.message, found.advice) == (message, advice)


def test_all_errors_of_a_file_are_told_of_in_one_run() -> None:
    text = "muoto: 2\nalue: Ä\nvaihe: valmis\nkielet: [en]\nosapuolet: [{rooli: kela}]\nmuu: 1\n"
    codes = sorted(item.code for item in findings("alue", text))
    assert codes == ["M05", "M06", "M07", "M07", "M07", "M09"]


@pytest.mark.parametrize(
    "text",
    [
        "osapuolet: [{tunnus: a, rooli: 010190-900X}]",
        "mitoitus: {pvm: 010190-900X}",
        "010190-900X: 1",
        "osapuolet: [{tunnus: a, rooli: kela, 010190-900X: 1}]",
    ],
)
def test_identity_code_in_the_wrong_place_stays_out_of_the_finding(text: str) -> None:
    found = refused(text)
    assert "010190" not in f"{found.message} {found.advice} {found.path}"


def test_name_typed_as_an_identifier_stays_out_of_the_finding() -> None:
    text = (
        "johtoryhmat:\n  - tunnus: tym\n    sihteeri: [{henkilo: Erkki Esimerkki}]\n"
        "    jasenet: [{tunnus: Erkki Esimerkki}]\n"
    )
    found: list[Any] = list(
        findings("alue", f"muoto: 1\nalue: paijat-hame\nvaihe: vahvistettu\n{text}")
    )
    assert len(found) == 2
    assert all("Erkki" not in item.message + item.advice for item in found)

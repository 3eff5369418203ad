"""What people and programs see of findings."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pytest

from sopimukset.findings import Finding, Severity
from sopimukset.model import Alue
from sopimukset.reporting import Report, counts, renderer, worst
from sopimukset.reporting.json import KEYS
from sopimukset.reporting.report import FORMATS
from sopimukset.workspace.record import parse_record

AS_OF = date(2026, 3, 1)
GOLDEN = Path(__file__).resolve().parents[2] / "data" / "reporting"
FILE = "regions/paijat-hame/alue.yaml"
OTHER = "regions/lappi/alue.yaml"
URL = "https://www.finlex.fi/fi/laki/ajantasa/2024/20240388"
LINES = {
    (FILE, 12): "      - tunnus: hva-1",
    (FILE, 14): "        nimetyt: [{nimike: päällikkö, alkaen: 2025-02-01}]   # jäsen",
    (FILE, 20): "\tpuheenjohtaja: [{jasen: 🙂-1, nimeaja: hva}]",
}


def finding(code: str, severity: Severity, line: int, **rest: object) -> Finding:
    base = Finding(
        code,
        severity,
        f"Havainto {code}.",
        f"Korjaa {code}.",
        FILE,
        line,
        9,
        line,
        22,
        f"johtoryhmat[tym].kohta-{line}",
        "paijat-hame",
    )
    return base._replace(**rest)  # type: ignore[arg-type]


FINDINGS = [
    finding(
        "G10",
        Severity.ERROR,
        20,
        message="Puheenjohtajan on nimennyt muu kuin työvoimaviranomainen.",
        advice="Nimeäminen kuuluu toimijalle: työvoimaviranomaisen.",
        column=25,
        end_column=28,
        citation="388/2024 1 § 3 mom, 381/2023 9 § 1 mom",
        url=URL,
    ),
    finding(
        "G08",
        Severity.DEADLINE,
        14,
        message="Jäsenellä ei ole henkilökohtaista varajäsentä: 1.6.2026 alkaen.",
        advice="Nimetkää varajäsen ja kirjatkaa hänet jäsenyyden kohtaan varajasenet.",
        column=28,
        end_column=37,
        citation="388/2024 1 § 2 mom",
        url=URL,
    ),
    finding("P03", Severity.WARNING, 12, acknowledged=True, citation="906/2019 25 §"),
    finding("T04", Severity.WARNING, 12, column=17, end_column=22),
    finding("M02", Severity.ERROR, 99, path="", file=OTHER, region="lappi"),
    finding("G17", Severity.INFO, 12, end_line=14, end_column=3),
    finding("G03", Severity.OPEN, 1, column=1, file=OTHER, message="Neuvottelua ei ole kirjattu."),
    finding(
        "G07",
        Severity.OPEN,
        8,
        file=OTHER,
        message="Johtoryhmän toimialuetta ei ole kirjattu, joten jäsenten nimeäjiä ei voi "
        "päätellä.",
    ),
]


def excerpt(file: str, line: int) -> str | None:
    return LINES.get((file, line))


def text(
    findings: Sequence[Finding] = FINDINGS,
    show: Callable[[str, int], str | None] = excerpt,
    *,
    colour: bool = False,
    width: int = 80,
) -> str:
    return renderer("text")(Report(AS_OF, findings, show), colour=colour, width=width)


def as_json(findings: Sequence[Finding] = FINDINGS) -> str:
    return renderer("json")(Report(AS_OF, findings, excerpt), colour=True, width=40)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("findings.txt", lambda: text()),
        ("findings-narrow.txt", lambda: text(width=44)),
        ("findings.json", as_json),
        ("nothing.txt", lambda: text([])),
    ],
)
def test_the_report_looks_as_agreed(name: str, made: Callable[[], str]) -> None:
    assert made() + "\n" == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_order_of_the_findings_makes_no_difference() -> None:
    assert text(FINDINGS[::-1]) == text()
    assert as_json([*FINDINGS[::-1], FINDINGS[0]]) == as_json()


def test_colour_changes_nothing_but_colour() -> None:
    painted = text(colour=True)
    assert "\x1b[31m" in painted
    plain = painted
    for part in ("\x1b[0m", "\x1b[1m", *(f"\x1b[3{number}m" for number in range(8))):
        plain = plain.replace(part, "")
    assert plain == text()


def test_a_line_that_must_not_be_shown_is_not_shown() -> None:
    shown = text(FINDINGS, lambda _file, _line: None)
    assert "|" not in shown
    assert "^" not in shown
    assert f"{FILE}:20:25" in shown


def test_names_are_masked_in_the_shown_line() -> None:
    source = (
        "muoto: 1\nalue: paijat-hame\nvaihe: vahvistettu\n"
        "johtoryhmat: [{tunnus: tym, sihteeri: [{nimi: Nimi Keksitty, alkaen: x}]}]\n"
    )
    record = parse_record("paijat-hame", FILE, source.encode(), Alue)
    assert [item.code for item in record.findings] == ["M08"]
    shown = text(record.findings, lambda _file, line: record.excerpt(line), width=120)
    assert "Keksitty" not in shown
    source_line, marks = (
        line for line in shown.splitlines() if line.startswith(("  4 |", "    |"))
    )
    assert "nimi: •••••••••••••," in source_line
    assert source_line[marks.index("^")] == "x"


def test_names_stay_masked_behind_a_hidden_line_end() -> None:
    source = (
        "muoto: 1\nalue: paijat-hame\nvaihe: vahvistettu\njohtoryhmat:\n"
        "  - tunnus: tym\n    nimi: a\u2028b\n    sihteeri:\n      - nimi: Nimi Keksitty\n"
    )
    record = parse_record("paijat-hame", FILE, source.encode(), Alue)
    lines = [record.excerpt(number) or "" for number in range(1, 12)]
    assert "Keksitty" not in "".join(lines)
    assert lines[7] == "      - nimi: •••••••••••••"


def test_json_has_the_promised_keys_and_order() -> None:
    found = json.loads(as_json())
    assert list(found) == ["as_of", "summary", "findings"]
    assert found["as_of"] == "2026-03-01"
    assert all(tuple(item) == KEYS for item in found["findings"])
    places = [(x["file"], x["line"], x["column"], x["code"]) for x in found["findings"]]
    assert places == sorted(places)
    assert {item["severity"] for item in found["findings"]} <= {item.value for item in Severity}


def test_an_acknowledged_finding_is_counted_as_such_only() -> None:
    assert counts(FINDINGS) == {
        "error": 2,
        "warning": 1,
        "deadline": 1,
        "info": 1,
        "open": 2,
        "acknowledged": 1,
    }
    assert json.loads(as_json())["summary"] == counts(FINDINGS)


def test_the_worst_finding_is_the_gravest_that_is_not_acknowledged() -> None:
    assert worst(FINDINGS) is Severity.ERROR
    assert worst([finding("P03", Severity.ERROR, 1, acknowledged=True)]) is None
    assert worst([item for item in FINDINGS if item.severity is not Severity.ERROR]) is (
        Severity.WARNING
    )


def test_there_is_no_other_format() -> None:
    assert all(renderer(name) for name in FORMATS)
    with pytest.raises(KeyError):
        renderer("words")

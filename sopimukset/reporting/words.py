"""The words, in Finnish, by which reports speak of severities and readers."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from sopimukset.base.dates import told_day
from sopimukset.base.speech import say
from sopimukset.findings import Finding, Severity
from sopimukset.reporting.report import ACKNOWLEDGED, Report, counts

SEVERITY = MappingProxyType(
    {
        Severity.ERROR: "virhe",
        Severity.WARNING: "varoitus",
        Severity.DEADLINE: "määräaika",
        Severity.OPEN: "avoin",
        Severity.INFO: "tieto",
    }
)
"""How a single finding is called."""

COLOUR = MappingProxyType(
    {
        Severity.ERROR: "red",
        Severity.WARNING: "yellow",
        Severity.DEADLINE: "magenta",
        Severity.OPEN: "blue",
        Severity.INFO: "cyan",
    }
)

READER = MappingProxyType({"sihteeri": "sihteeri", "tarkastaja": "lakimies", "ci": "CI"})
"""How the readers of a rule's `concerns` are called."""

GRADE = MappingProxyType(
    {
        "A": "luettu säännöksestä",
        "A-": "päätelty säännöksestä",
        "B": "muu lähde kuin säännös",
        "C": "tulkinta",
    }
)
"""How sure the reading of the law is."""

ACKNOWLEDGED_WORD = "tunnistettu puute"
"""What a finding is called that the region has acknowledged."""

_COUNTED = MappingProxyType(
    {
        Severity.ERROR.value: ("virhe", "virhettä"),
        Severity.WARNING.value: ("varoitus", "varoitusta"),
        Severity.DEADLINE.value: ("määräaika", "määräaikaa"),
        Severity.OPEN.value: ("avoin kohta", "avointa kohtaa"),
        Severity.INFO.value: ("tieto", "tietoa"),
        ACKNOWLEDGED: (ACKNOWLEDGED_WORD, "tunnistettua puutetta"),
    }
)
NOTHING = "Ei havaintoja"
AS_OF = "tarkastelupäivä {paiva}"


def summary(findings: Iterable[Finding]) -> str:
    """The findings in numbers, as "3 virhettä, 1 varoitus, 12 avointa kohtaa"."""
    number = counts(findings)
    parts = [
        f"{number[key]} {say(one if number[key] == 1 else many)}"
        for key, (one, many) in _COUNTED.items()
        if number[key]
    ]
    return ", ".join(parts) or say(NOTHING)


def last_line(report: Report) -> str:
    """The numbers, and the day as of which the findings hold, where they depend on it."""
    numbers = summary(report.findings)
    if not report.dated:
        return numbers
    return f"{numbers} ({say(AS_OF).format(paiva=told_day(report.as_of))})"

"""C06: repealed acts are not cited as if they were in force."""

from __future__ import annotations

from sopimukset.findings import Severity
from sopimukset.law.rule import Rule, Scope
from sopimukset.law.rules._texts import DENIAL, UNTIL_2024, Search, finder, words

REPEALED = words(
    r"(?:1369/2014|1377/2014|916/2012|1386/2010)(?!\d)",
    r"työllistymistä\s+edistävästä\s+monialaisesta\s+yhteispalvelusta",
    r"julkisesta\s+työvoima-\s+ja\s+yrityspalvelusta",
    r"lag(?:en)?\s+om\s+sektorsövergripande\s+samservice",
    r"lag(?:en)?\s+om\s+offentlig\s+arbetskrafts-\s+och\s+företagsservice",
)
PASSING = words(
    *(r"päätty\w+", r"irtisano\w+", r"raukea\w+", r"siirtymä\w+", r"viittau\w+", r"upphör\w*"),
    *(r"la(?:in|kien)\b[^,;]*?\saika(?:na|an|inen|is\w+)\b", r"(?:avlöser|avlöst\w*)\b"),
)
"""What is said of an agreement under the old act, and of references to it."""

MESSAGE = "Tekstissä vedotaan kumottuun säädökseen: {sanat}."
ADVICE = (
    "Viittaa voimassa olevaan säädökseen: 381/2023 ja 388/2024 (aiemmin 1369/2014 ja 1377/2014), "
    "380/2023 (aiemmin 916/2012), 681/2023 (aiemmin 1386/2010)."
)

SEARCH = Search(
    stems=(
        *("1369/2014", "1377/2014", "916/2012", "1386/2010", "yhteispalvelusta"),
        *("yrityspalvelusta", "samservice", "företagsservice"),
    ),
    finder=finder(REPEALED, DENIAL, UNTIL_2024, PASSING),
    message=MESSAGE,
    advice=ADVICE,
)

RULE = Rule(
    code="C06",
    title="Kumottuihin säädöksiin ei viitata voimassa olevina",
    severity=Severity.WARNING,
    citations=("383/2023 2 §", "383/2023 13 § 1 mom"),
    grade="A",
    decides=Search.decides,
    scope=Scope.FILE,
    check=SEARCH.hits,
    worth=SEARCH.worth,
)

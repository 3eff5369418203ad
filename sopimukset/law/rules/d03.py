"""D03: no customer data in the record: what looks like a personal identity code is refused."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from datetime import date

from sopimukset.base.periods import ALWAYS
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.workspace.masking import IDENTITY_CODE

LINE_END = re.compile(r"\r\n|\n|\r")
"""Where an editor ends a line, and the places of findings are counted."""

CENTURIES = {"+": 1800, **dict.fromkeys("-YXWVUyxwvu", 1900), **dict.fromkeys("ABCDEFabcdef", 2000)}

SIGNS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
"""The check signs, by the remainder of the number divided by their count."""

SIX_DIGITS = b"000000"
AS_DIGITS = bytes(ord("0") if chr(byte) in "0123456789" else ord(" ") for byte in range(256))
"""Nearly no record has six digits in a row, and to look for them so is five times as fast."""

LETTERS = string.ascii_letters.encode()
"""Left out first, so that less than half is left to look through; digits that come together thereby
only bring about the closer look."""

FOUND = "Tiedostossa on henkilötunnukselta näyttävä merkkijono."
ADVICE = (
    "Poista tunnus heti. Asiakastietoja ei kirjata tähän järjestelmään. Jos tiedosto on jo "
    "tallennettu versionhallintaan, tunnus on poistettava myös historiasta."
)


def worth(folder: Folder) -> bool:
    """Whether six digits stand in a row in any of the files."""
    together = b"\n".join([file.source for file in folder.files])
    return SIX_DIGITS in together.translate(AS_DIGITS, LETTERS)


def check(file: FileCase) -> Iterator[Hit]:
    """Every such string of the file, in values and in comments alike."""
    text = file.text
    for match in IDENTITY_CODE.finditer(text):
        if _is_day(match[0]) and _is_signed(match[0]):
            ends = list(LINE_END.finditer(text, 0, match.start()))
            line = len(ends) + 1
            column = match.start() - (ends[-1].end() if ends else 0) + 1
            place = (line, column, line, column + len(match[0]))
            yield Hit((), FOUND, ADVICE, lines=place)


def _is_signed(code: str) -> bool:
    """Whether the last sign is right, or a letter, which no telephone number ends with.

    A wrong letter may be a slip in a real code. Of numbers without letters, telephone and case
    numbers among them, one in thirty-one has the sign by chance.
    """
    right = SIGNS[int(code[:6] + code[7:10]) % len(SIGNS)]
    return not code[10].isdigit() or code[10] == right


def _is_day(code: str) -> bool:
    """Whether the code begins with a day of birth that exists."""
    try:
        date(CENTURIES[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))
    except ValueError:
        return False
    return True


RULE = Rule(
    code="D03",
    title="Tiedostoissa ei ole asiakastietoja",
    severity=Severity.ERROR,
    citations=("381/2023 11 § 2 mom", "381/2023 12 § 2 mom"),
    grade="A",
    decides="Ei riipu päivästä.",
    scope=Scope.FILE,
    check=check,
    valid=ALWAYS,
    worth=worth,
)

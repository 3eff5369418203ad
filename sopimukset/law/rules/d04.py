"""D04: minutes hold only the personal data that the reader needs: no one's contact details."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.rule import IN_FORCE, Hit, Rule, Scope
from sopimukset.law.rules._texts import words
from sopimukset.model import Kokous

MAIL = re.compile(r"(?<![\w.+-])(?P<local>[\w+-]+(?:\.[\w+-]+)*)@[\w-]+(?:\.[\w-]+)+")
OFFICE = re.compile(
    r"kirjaamo|registr|info|palvelu|posti|toimisto|asiakas|service|viestint|neuvont"
)
"""Mailboxes of an office, not of a person."""

PHONE = re.compile(
    r"(?<![\w/.,:-])(?:\+358[\s-]?(?:\(0\)\s?)?\d{1,3}|0(?:4\d|50|[1-9]\d?))[\s-]\d{3,4}[\s-]?\d{2,4}"
    r"(?:[\s-]?\d{1,3})?(?![\w/]|\.\d)|(?<![\w/.,:-])(?:\+358\d{6,11}|0(?:4\d|50)\d{6,8})(?!\w)"
)
HOME = words(r"kotiosoit\w+", r"hemadress\w*")
STEMS = ("@", "kotiosoit", "hemadress")
NUMBER = re.compile(r"\d(?:[\s-]\d{3}|\d{7})")
"""One of the stems, in small letters, or the number stands wherever a contact detail does."""

SHAPE = bytes(
    ord("0" if chr(sign) in "0123456789" else "-" if chr(sign).isspace() else chr(sign))
    for sign in range(256)
)
SHAPES = (b"0-000", b"00000000")
"""The number in texts of Latin-1 so translated: to look for these is several times as fast."""

FOUND = "Pöytäkirjassa on yhteystieto, jota julkaistu pöytäkirja ei tarvitse: {laji}."
ADVICE = "Poista yhteystieto. Tehtävänimike tai osapuoli riittää, tai toimiston yhteinen osoite."


def worth(folder: Folder) -> bool:
    """Whether any text, of minutes or not, holds what may be a contact detail."""
    said = folder.said
    shape = said.letters.translate(SHAPE)
    if any(item in shape for item in SHAPES) or said.occurring(STEMS):
        return True
    return b"?" in shape and NUMBER.search(said.plain) is not None


def check(file: FileCase) -> Iterator[Hit]:
    """Texts of minutes with contact details of a person; the details are never repeated."""
    if not isinstance(file.model, Kokous) or file.model.pvm < IN_FORCE:
        return
    for passage in file.passages:
        kind = _contact(passage.text)
        if kind is not None:
            yield Hit(passage.path, FOUND, ADVICE, {"laji": kind})


def _contact(text: str) -> str | None:
    if any(not OFFICE.search(match["local"].lower()) for match in MAIL.finditer(text)):
        return mark("henkilön sähköpostiosoite")
    if PHONE.search(text):
        return mark("puhelinnumero")
    return mark("kotiosoite") if HOME.search(text) else None


RULE = Rule(
    code="D04",
    title="Pöytäkirjassa on vain tarpeelliset henkilötiedot",
    severity=Severity.WARNING,
    citations=("410/2015 140 § 1 mom", "611/2021 145 § 1 mom"),
    grade="A",
    decides="Kokouksen päivä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

"""A file's bytes as text, or the one thing about the file that keeps it from being text."""

from __future__ import annotations

import codecs

from sopimukset.base.speech import mark, say
from sopimukset.formats.yaml.document import Problem, Span

_START = Span(1, 1, 1, 1)
_SAVE_AS_UTF8 = (
    "Avaa tiedosto tekstieditorissa ja tallenna se UTF-8-muodossa"
    " (Muistiossa: Tallenna nimellä, koodaus UTF-8)."
)
_FOREIGN = mark("Rivillä {rivi} on merkki, jota ei ole tallennettu UTF-8-muodossa.")
_LIKELY = mark(
    "Rivillä {rivi} on merkki (luultavasti {merkki}), jota ei ole tallennettu UTF-8-muodossa."
)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_OTHER_PROGRAMS = (
    (b"PK\x03\x04", "Tiedosto on Word-, Excel- tai zip-tiedosto, ei tekstitiedosto."),
    (b"\xd0\xcf\x11\xe0", "Tiedosto on vanha Word- tai Excel-tiedosto, ei tekstitiedosto."),
    (b"%PDF-", "Tiedosto on PDF, ei tekstitiedosto."),
)


class Unreadable(Exception):  # noqa: N818 -- it carries a finding to the reader, not a defect
    """The file is no text that could be read.

    Attributes:
        problem: why, for the reader of the file.
        text: what could be made of it for showing a line, "" if nothing.
    """

    def __init__(self, message: str, hint: str, span: Span = _START, text: str = "") -> None:
        super().__init__(message)
        self.problem = Problem("tiedosto", say(message), say(hint), span)
        self.text = text


def decode(source: bytes, max_bytes: int) -> str:
    """The text of a file, byte order mark included.

    Raises:
        Unreadable: the file is too large, of another program, in another encoding.
    """
    if len(source) > max_bytes:
        size = -(-len(source) // 1024)
        raise Unreadable(
            say("Tiedosto on liian suuri: {koko} kt, enintään {raja} kt.").format(
                koko=size, raja=max_bytes // 1024
            ),
            "Tarkista, että tiedosto on oikea. Jaa sisältö tarvittaessa useaan tiedostoon.",
        )
    try:
        text = source.decode()
    except UnicodeDecodeError as error:
        _refuse_other_formats(source)
        raise _not_utf8(source, error) from None
    if b"\0" in source:
        _refuse_other_formats(source)
        raise Unreadable(
            "Tiedosto ei ole tekstiä: siinä on nollatavuja.",
            "Tarkista, että tiedosto on oikea. Palauta tarvittaessa aiempi versio.",
        )
    return text


def empty(text: str) -> Problem:
    """The problem of a file that holds nothing."""
    if text.strip():
        return Problem(
            "tiedosto",
            say("Tiedostossa ei ole tietoja, vain kommentteja tai merkkirivejä."),
            say("Poista kommenttimerkki # niiden rivien alusta, jotka ovat tietoja."),
            _START,
        )
    return Problem(
        "tiedosto",
        say("Tiedosto on tyhjä."),
        say("Kirjoita tiedostoon tiedot, tai poista tiedosto."),
        _START,
    )


def _refuse_other_formats(source: bytes) -> None:
    for beginning, message in _OTHER_PROGRAMS:
        if source.startswith(beginning):
            raise Unreadable(message, "Tallenna tiedot YAML-tekstitiedostona (.yaml).")
    # Text in two-byte characters has a zero in every other byte, with or without a mark
    head = source[:200]
    if source.startswith(_WIDE_MARKS) or (
        max(head[::2].count(0), head[1::2].count(0)) * 3 > len(head) and len(head) > 3
    ):
        raise Unreadable("Tiedosto on tallennettu UTF-16-muodossa.", _SAVE_AS_UTF8)


def _not_utf8(source: bytes, error: UnicodeDecodeError) -> Unreadable:
    before = source[: error.start].decode().replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    column = len(before) - (before.rfind("\n") + 1) + 1
    byte = source[error.start]
    letter = bytes([byte]).decode("cp1252", "replace")
    guessed = letter.isalpha() and letter != "\ufffd"
    return Unreadable(
        say(_LIKELY if guessed else _FOREIGN).format(rivi=line, merkki=letter),
        _SAVE_AS_UTF8,
        Span(line, column, line, column + 1),
        source.decode(errors="replace"),
    )

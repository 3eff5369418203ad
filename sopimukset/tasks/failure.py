"""Failures outside the records: permissions, a full disk, a missing program (exit code 4)."""

from __future__ import annotations

import errno

from sopimukset.base.speech import mark, say


class OutsideFailure(Exception):  # noqa: N818 (a failure outside the program, not its error)
    """Something outside failed.

    Attributes:
        message: a sentence with the place, in the language of the run.
        advice: what to do.
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def as_failure(error: OSError, *, elsewhere: bool = False) -> OutsideFailure:
    """What the operating system refused, with place and remedy.

    Args:
        error: what it said.
        elsewhere: whether the command could write into another folder (`--out`).
    """
    place = f" ({error.filename})" if error.filename else ""
    for numbers, message, here, out in _REFUSALS:
        if error.errno in numbers:
            return OutsideFailure(
                say(message).format(paikka=place), say(out if elsewhere else here)
            )
    number = errno.errorcode.get(error.errno or 0) or say("tuntematon")
    return OutsideFailure(
        say("Käyttöjärjestelmä ilmoittaa virheestä {virhe}{paikka}.").format(
            virhe=number, paikka=place
        ),
        say("Tarkista levy, verkkolevyn yhteys ja kansion oikeudet."),
    )


_REFUSALS = (
    (
        (errno.EACCES, errno.EPERM, errno.EROFS),
        mark("Kirjoitus- tai lukuoikeus puuttuu{paikka}."),
        mark("Tarkista tiedoston ja kansion oikeudet."),
        mark("Tarkista kansion oikeudet tai valitse toinen kansio valitsimella --out."),
    ),
    (
        (errno.ENOSPC, errno.EDQUOT),
        mark("Levy on täynnä{paikka}."),
        mark("Vapauta tilaa ja yritä uudelleen."),
        mark("Vapauta tilaa ja yritä uudelleen."),
    ),
    (
        (errno.ENOTDIR, errno.EEXIST, errno.EISDIR),
        mark("Paikalla on jo jotakin muuta{paikka}."),
        mark("Tarkista polku."),
        mark("Valitse toinen kansio valitsimella --out."),
    ),
)
"""What the system refuses: its numbers, the message, the remedy, the one where `--out` helps."""

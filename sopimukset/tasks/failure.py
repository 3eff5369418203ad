"""Failures outside the records: permissions, a full disk, a missing program (exit code 4)."""

from __future__ import annotations

import errno


class OutsideFailure(Exception):  # noqa: N818 (a failure outside the program, not its error)
    """Something outside failed.

    Attributes:
        message: a Finnish sentence with the place.
        advice: what to do.
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


def as_failure(error: OSError) -> OutsideFailure:
    """What the operating system refused, in Finnish with place and remedy."""
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return OutsideFailure(
            f"Kirjoitus- tai lukuoikeus puuttuu{place}.",
            "Tarkista kansion oikeudet tai valitse toinen kansio valitsimella --out.",
        )
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutsideFailure(f"Levy on täynnä{place}.", "Vapauta tilaa ja yritä uudelleen.")
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return OutsideFailure(
            f"Paikalla on jo jotakin muuta{place}.", "Valitse toinen kansio valitsimella --out."
        )
    number = errno.errorcode.get(error.errno or 0, "tuntematon")
    return OutsideFailure(
        f"Käyttöjärjestelmä ilmoittaa virheestä {number}{place}.",
        "Tarkista levy, verkkolevyn yhteys ja kansion oikeudet.",
    )

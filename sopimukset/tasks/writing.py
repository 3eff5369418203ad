"""Writing outside the records: what stopped it, in the words of the person who asked for it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sopimukset.base.speech import mark, say
from sopimukset.tasks.failure import OutsideFailure

_REASONS = {
    errno.EACCES: "kirjoitusoikeus puuttuu",
    errno.EPERM: "kirjoitusoikeus puuttuu",
    errno.EROFS: "levylle voi vain lukea",
    errno.ENOSPC: "levy on täynnä",
    errno.EDQUOT: "levytilaa ei ole enempää käytettävissä",
    errno.ENOTDIR: "polulla on tiedosto kansion paikalla",
    errno.EEXIST: "polulla on tiedosto kansion paikalla",
    errno.EISDIR: "tiedoston paikalla on kansio",
    errno.ENAMETOOLONG: "nimi on liian pitkä",
    errno.ENOENT: "paikkaan ei voi kirjoittaa",
    errno.ELOOP: "linkki viittaa itseensä",
}


_ELSE = mark("käyttöjärjestelmä ilmoittaa virheestä")

FILE = mark("Tiedostoa {paikka} ei voi kirjoittaa: {syy}.")
FOLDER = mark("Kansiota {paikka} ei voi kirjoittaa: {syy}.")


@contextmanager
def writing(sentence: str, place: object, advice: str) -> Iterator[None]:
    """Tell a failure of the file system as a failure to write something (exit code 4).

    Args:
        sentence: `FILE` or `FOLDER`.
        place: the path, as the person knows it.
        advice: what to do about it, to be said.

    Raises:
        OutsideFailure: an OSError came up inside.
    """
    try:
        yield
    except OSError as error:
        reason = say(_REASONS.get(error.errno or 0, _ELSE))
        where = f" ({error.filename})" if error.filename else ""
        message = say(sentence).format(paikka=place, syy=f"{reason}{where}")
        raise OutsideFailure(message, say(advice)) from error

"""Writing outside the records: what stopped it, in the words of the person who asked for it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

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


@contextmanager
def writing(what: str, advice: str) -> Iterator[None]:
    """Tell a failure of the file system as a failure to write `what` (exit code 4).

    Args:
        what: the thing and its place, as the sentence begins: "Kansiota x".
        advice: what to do about it.

    Raises:
        OutsideFailure: an OSError came up inside.
    """
    try:
        yield
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "käyttöjärjestelmä ilmoittaa virheestä")
        place = f" ({error.filename})" if error.filename else ""
        raise OutsideFailure(f"{what} ei voi kirjoittaa: {reason}{place}.", advice) from error

"""A description of a table: what its columns mean where their heads don't say it themselves."""

from __future__ import annotations

from pathlib import Path

from sopimukset.base.files import NotAFileError, read_at_most
from sopimukset.base.speech import mark, say
from sopimukset.model.tuontikuvaus import Tuontikuvaus
from sopimukset.tasks.refused import HeldBackError, RefusedError
from sopimukset.workspace.record import MAX_BYTES, parse_record

NO_FILE = mark("Tiedostoa {tiedosto} ei voi lukea.")
BROKEN = mark("Kuvausta {tiedosto} ei voi lukea:")


def read_description(path: Path | None) -> Tuontikuvaus:
    """The description in a YAML file; an empty one without a file.

    Raises:
        RefusedError: there is no such file.
        HeldBackError: it can't be read as a description; each fault is told with its line.
    """
    if path is None:
        return Tuontikuvaus()
    try:
        source = read_at_most(path, MAX_BYTES + 1)
    except (FileNotFoundError, IsADirectoryError, NotAFileError) as error:
        raise RefusedError(say(NO_FILE).format(tiedosto=path)) from error
    record = parse_record("", path.name, source, Tuontikuvaus)
    if record.model is None:
        faults = [f"{item.line}:{item.column}: {item.message}" for item in record.findings]
        raise HeldBackError(say(BROKEN).format(tiedosto=path.name), faults)
    return record.model

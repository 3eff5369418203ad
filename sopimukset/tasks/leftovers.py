"""What earlier runs left in a bundle's folder: an annex of another day, or one that is no more.

Only what this program wrote and nobody edited is taken away; a person's own file stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from sopimukset.base.speech import mark, say
from sopimukset.documents.bundle import BUNDLED
from sopimukset.documents.provenance import Found, examine
from sopimukset.tasks.failure import as_failure
from sopimukset.tasks.generate import Fate, Item

REMOVED = mark("Aiemman ajon asiakirja ei kuulu enää nippuun.")
KEPT = mark(
    "Asiakirja ei kuulu enää nippuun, mutta sitä on muokattu. Poista se, jos et tarvitse sitä."
)


def without_leftovers(
    folder: Path, documents: Collection[Path], region: str, language: str
) -> Iterator[Item]:
    """Take away what doesn't belong to the bundle any more, and tell of each file.

    Args:
        folder: the bundle's.
        documents: the bundle's files.
        region: the one that its documents are of.
        language: the one that they are in.
    """
    for path in sorted(folder.glob("[0-9][0-9]_*.docx")):
        if path in documents:
            continue
        try:
            found = examine(path.read_bytes())
            if _of_bundle(found, region, language):
                yield _taken(path, found)
        except OSError as error:
            failure = as_failure(error, elsewhere=True)
            yield Item(Fate.OUTSIDE, path.as_posix(), (f"{failure.message} {failure.advice}",))


def _of_bundle(found: Found, region: str, language: str) -> bool:
    """Whether a file tells that it was made for such a bundle; a redline was not.

    Reviewers' copies have a folder of their own; before they had, they lay among the documents.
    """
    origin = found.origin
    told = (origin.region, origin.language, origin.between)
    return found.ours and origin.kind in BUNDLED and told == (region, language, ())


def _taken(path: Path, found: Found) -> Item:
    if not found.untouched:
        return Item(Fate.LEFT, path.as_posix(), (say(KEPT),))
    path.unlink()
    return Item(Fate.REMOVED, path.as_posix(), (say(REMOVED),))

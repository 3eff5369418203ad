"""Which facts have changed since a document was made of them, out of the files that git holds."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sopimukset.base.speech import mark, say
from sopimukset.documents.provenance import Origin
from sopimukset.formats.yaml import read
from sopimukset.git import GitError, opened
from sopimukset.model.paths import leaves, path_text
from sopimukset.tasks.orders import Files
from sopimukset.workspace.masking import MASK, names_person, without_codes

MAX_BYTES = 64 * 1024 * 1024
"""How much is read of a file."""

ALONE = frozenset({"tym-sopimus", "yhdyspintasopimus"})
"""The kinds of document that print one agreement, and nothing of the others."""

FILE_GONE = mark("Tiedostoa {tiedosto} ei enää ole.")
OLD_UNKNOWN = mark(
    "Tiedosto {tiedosto} on muuttunut tekemisen jälkeen. Aiempaa versiota ei löydy "
    "versionhallinnasta, joten muuttuneita kohtia ei voi luetella."
)
OTHER_FORM = mark(
    "Tiedosto {tiedosto} on muuttunut tekemisen jälkeen, mutta yksikään tieto ei: vain sen "
    "ulkoasu tai huomautukset."
)
NONE = mark("ei kirjattu")


@dataclass(frozen=True, slots=True)
class Moved:
    """A fact that is another one now.

    Attributes:
        file: the region's file.
        path: its place, as people read it.
        old: what it was; names of persons and identity codes are masked.
        new: what it is.
    """

    file: str
    path: str
    old: str
    new: str


def changes_since(root: Path, files: Files, origin: Origin) -> tuple[list[Moved], list[str]]:
    """The facts that have changed, and sentences on files whose changes can't be told one by one.

    Args:
        root: the workspace.
        files: the region's, as they are now.
        origin: what the document tells of itself.
    """
    moved: list[Moved] = []
    notes: list[str] = []
    for file, blob in origin.sources:
        if file in files.unreadable:
            continue
        if file not in files.documents:
            notes.append(say(FILE_GONE).format(tiedosto=file))
            continue
        if files.blob(file) == blob:
            continue
        old = _old_data(root, blob)
        if old is None:
            notes.append(say(OLD_UNKNOWN).format(tiedosto=file))
            continue
        found = _moved(file, old, files.documents[file].data)
        moved += [item for item in found if not _of_another(item.path, origin)]
        if not found:
            notes.append(say(OTHER_FORM).format(tiedosto=file))
    return moved, notes


def _of_another(path: str, origin: Origin) -> bool:
    """Whether a fact is another agreement's own, which the document doesn't print."""
    return (
        origin.kind in ALONE
        and path.startswith("sopimukset[")
        and not path.startswith(f"sopimukset[{origin.tunnus}]")
    )


def _old_data(root: Path, blob: str) -> object | None:
    """The data of a file as it was, out of git; None where git doesn't have it."""
    try:
        with opened(root) as repository:
            content = repository.blob(blob)
    except GitError:
        return None
    return None if content is None else read(content, max_bytes=MAX_BYTES).data


def _moved(file: str, old: object, new: object) -> list[Moved]:
    before, after = _told(old), _told(new)
    paths = [*before, *(path for path in after if path not in before)]
    return [
        Moved(file, path, _shown(before.get(path)), _shown(after.get(path)))
        for path in paths
        if before.get(path) != after.get(path)
    ]


def _told(data: object) -> dict[str, tuple[str, bool]]:
    """Every fact by its place as people read it, and whether it is a person's name."""
    return {
        without_codes(path_text(data, path)): (str(value), names_person(path, value))
        for path, value in leaves(data)
    }


def _shown(fact: tuple[str, bool] | None) -> str:
    if fact is None:
        return say(NONE)
    value, is_name = fact
    return MASK * 3 if is_name else without_codes(value)

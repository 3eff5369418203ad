"""What each region's folder held after each commit of a line, by blobs alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from sopimukset.git import Step
from sopimukset.history.reader import Files, Keys, folder_of, record_in

DISK = -1
"""What stands for a step where the files lie on disk and are not saved in git."""


class Moment(NamedTuple):
    """A folder's files after a step.

    Attributes:
        at: the step, counted from the newest; `DISK`, and the number of steps for what stood
            before the oldest one.
        files: none where the folder wasn't there.
    """

    at: int
    files: Files


Strand = list[Moment]
"""A folder's moments, the newest first, down to what it held before the oldest step."""


def strands_of(
    newest: Mapping[str, Files], steps: list[Step], disk: Mapping[str, Files] | None
) -> dict[str, Strand]:
    """Each folder's files after each step that touched it.

    They are worked out from the newer end backwards, so that they agree along the whole line.

    Args:
        newest: the folders after the newest step.
        steps: the newest first.
        disk: the same folders on disk, where those count.
    """
    now = {name: dict(files) for name, files in newest.items()}
    found: dict[str, Strand] = {name: [] for name in now}
    for name in sorted({*now, *disk}) if disk is not None else ():
        if now.get(name, {}) != (disk or {}).get(name, {}):
            found.setdefault(name, []).append(Moment(DISK, (disk or {}).get(name, {})))
    for at, step in enumerate(steps):
        changed = [(folder_of(path), path, old) for path, old, _ in step.changes]
        for name in dict.fromkeys(name for name, _, _ in changed if name):
            found.setdefault(name, []).append(Moment(at, dict(now.get(name, {}))))
        for name, path, old in changed:
            _undo(now.setdefault(name, {}), path, old)
    for name, strand in found.items():
        strand.append(Moment(len(steps), now.get(name, {})))
    return found


def _undo(files: dict[str, str], path: str, old: str) -> None:
    if old:
        files[path] = old
    else:
        files.pop(path, None)


def ends_of(name: str, strand: Strand) -> Strand:
    """The first and the last moment of each stretch in which the folder had a record."""
    there = [False, *(record_in(name) in item.files for item in strand), False]
    return [
        item
        for number, item in enumerate(strand, 1)
        if there[number] and not (there[number - 1] and there[number + 1])
    ]


def records_of(strands: Mapping[str, Iterable[Moment]]) -> Collection[str]:
    """The blobs of all records of the folders that lie in git, each once."""
    return dict.fromkeys(
        item.files[record_in(name)]
        for name, strand in strands.items()
        for item in strand
        if item.at != DISK and record_in(name) in item.files
    )


def keys_of(name: str, strand: Strand, keys: Keys) -> list[str | None]:
    """The key that the folder bore at each moment; "" where it wasn't there.

    Where the key can't be told, it is that of the moment beside it, the newer one first, and the
    folder's own name where none can be told.
    """
    found = [keys.of(item.files.get(record_in(name))) if item.files else "" for item in strand]
    _fill(found, range(len(found)))
    _fill(found, range(len(found) - 1, -1, -1))
    return [name if own is None else own for own in found]


def _fill(found: list[str | None], order: range) -> None:
    """Give to what is not known what came last in that order."""
    last: str | None = None
    for number in order:
        if found[number] is None:
            found[number] = last
        last = found[number] or None

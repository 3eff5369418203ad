"""Making documents: only what changed, whole files only, nothing of a person's overwritten.

Where neither the workspace nor a document has changed since a run, its result is remembered, and
nothing heavy is imported. :mod:`making` does the work where it isn't.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from pathlib import Path

from sopimukset.base.speech import mark
from sopimukset.workspace.cache import open_cache
from sopimukset.workspace.locate import find_root


class Fate(Enum):
    """What came of one document or region, in a word to be said."""

    MADE = mark("tehty")
    UNCHANGED = mark("ennallaan")
    SKIPPED = mark("ohitettu")
    EDITED = mark("muokattu")
    REFUSED = mark("estetty")
    BROKEN = mark("virhe")
    OUTSIDE = mark("ei kirjoitettu")
    NOTHING = mark("ei tehtävää")
    REMOVED = mark("poistettu kansiosta")
    LEFT = mark("jätetty")


@dataclass(frozen=True, slots=True)
class Item:
    """What came of one document, or of a region that gave none.

    Attributes:
        name: the file, or the region's folder.
        notes: why, and what is missing; each a line.
    """

    fate: Fate
    name: str
    notes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user asked for.

    Attributes:
        regions: named ones; empty for the confirmed ones.
        languages: wanted ones; empty for each region's own.
        out: where the documents go.
        final: refuse a document that would be a draft.
        force: overwrite a file that a person edited.
        kinds: the kinds of document; empty for all.
        annotated: a reviewer's copy, with the statutory basis beside each clause.
        shard: which part of how many, from 1; None for all.
        bundle: each agreement with its annexes and their list, in a folder and as one zip; then
            nothing else is made.
        year: only the documents of this calendar year; None for all documents.
    """

    regions: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    out: Path = Path("build")
    final: bool = False
    force: bool = False
    annotated: bool = False
    shard: tuple[int, int] | None = None
    kinds: tuple[str, ...] = ()
    bundle: bool = False
    year: int | None = None


@dataclass
class Generated:
    """What came of a run.

    Attributes:
        final: whether only final documents would do, so that a skipped one is a failure.
        templates: which template folders were used, where they are the workspace's own.
        languages: sentences, said already, on papers in a language that a region doesn't write, and
            before them on errors in the workspace's own templates.
    """

    out: Path
    final: bool = False
    items: list[Item] = field(default_factory=list)
    in_preparation: list[str] = field(default_factory=list)
    templates: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)

    def having(self, fate: Fate) -> list[Item]:
        """The items with that fate."""
        return [item for item in self.items if item.fate is fate]

    @property
    def failed(self) -> bool:
        """Whether something that was asked for could not be made."""
        grave = {Fate.BROKEN, Fate.REFUSED, Fate.EDITED} | ({Fate.SKIPPED} if self.final else set())
        return any(item.fate in grave for item in self.items)


Progress = Callable[[str, int, int], None]
"""Told of each region before it is worked on: its name, its number, of how many."""


Tell = Callable[[str], None]
"""Takes a line for the user that is no result."""


def _unheard(_line: str) -> None:
    return


def generate(
    folder: Path, wishes: Wishes, as_of: date, progress: Progress, tell: Tell = _unheard
) -> Generated:
    """Make the documents of the wished regions; of the confirmed ones where none is named.

    A document that can't be written is told of, and the rest is made.

    Raises:
        WorkspaceError: no workspace, or nothing in it to make.
    """
    from sopimukset.tasks.remembered_run import Memory
    from sopimukset.workspace.code_cache import code_cache

    root = find_root(folder)
    cache = open_cache(root, tell)
    memory = Memory(cache, root, wishes, as_of)
    known = None if wishes.force else memory.result()
    if known is not None:
        return known
    from sopimukset.formats.word.store import kept_in
    from sopimukset.tasks.making import make

    with kept_in(code_cache(cache)):
        result = make(folder, wishes, as_of, progress)
    memory.remember(result)
    return result


def totals(items: Sequence[Item]) -> dict[Fate, int]:
    """How many items there are of each fate."""
    return {fate: sum(item.fate is fate for item in items) for fate in Fate}

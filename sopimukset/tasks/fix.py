"""Safe corrections of the regions' files: what the law or the form fixes, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sopimukset.base.dates import iso_day
from sopimukset.base.files import write_whole
from sopimukset.base.periods import last_day_of_years
from sopimukset.base.speech import mark, say
from sopimukset.law.rules import g14
from sopimukset.model import Alue, Kokous, Malli, Seuranta
from sopimukset.tasks.differences import unified
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.terms import TERM_YEARS
from sopimukset.workspace.edits import START, TERMS, Addition, Corrected, corrected
from sopimukset.workspace.locate import find_root
from sopimukset.workspace.workspace import Region, chosen, read_region

END = "paattyen"
OVERLAP = mark("seuraava toimikausi alkaa ennen kuin viisi vuotta on kulunut")
MOVED = "Tiedosto {file} muuttui korjaamisen aikana, joten sitä ei kirjoitettu."
MOVED_ADVICE = "Tallenna tiedosto muissa ohjelmissa ja yritä uudelleen."


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a correction came to.

    Attributes:
        root: the workspace.
        files: every file that was looked at, in order.
    """

    root: Path
    files: tuple[Corrected, ...]

    @property
    def changed(self) -> list[Corrected]:
        """The files that become other ones."""
        return [item for item in self.files if item.changed]

    @property
    def broken(self) -> bool:
        """Whether the form of some file stays broken."""
        return any(left.broken for item in self.files for left in item.left)


def fix(folder: Path, wanted: Collection[str], *, write: bool) -> Fixed:
    """Correct the files of the wanted regions, of all where none is named.

    Every file is worked out before the first is written, and each is written whole.

    Args:
        folder: where to look for the workspace.
        wanted: regions by the names of their folders.
        write: whether to write; without it nothing is touched.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
        OutsideFailure: a file can't be written.
    """
    root = find_root(folder)
    regions = [read_region(root, name) for name in chosen(root, wanted)]
    fixed = Fixed(root, tuple(item for region in regions for item in _of_region(root, region)))
    if write:
        for item in fixed.changed:
            _write(root, item)
    return fixed


def diff(item: Corrected) -> str:
    """What changes in a file, as a unified diff that `git apply` and `patch -p1` take."""
    return unified(item.file, item.before, item.after)


def missing_ends(data: Any) -> Iterator[Addition]:  # noqa: ANN401 (YAML data)
    """The last day of each term that has a first one: five years (388/2024 1 § 1 mom).

    A term that is followed within those years ended otherwise, and only a person knows when.
    """
    for path, terms in _terms(data):
        starts = [_day(term, START) for term in terms]
        for index, (term, start) in enumerate(zip(terms, starts, strict=True)):
            if start is None or term.get(END) is not None:
                continue
            end = last_day_of_years(start, TERM_YEARS)
            early = any(other and start < other <= end for other in starts)
            place = (*path, index, START)
            hindrance = OVERLAP if early else ""
            yield Addition(g14.RULE.code, place, END, end.isoformat(), hindrance)


def _of_region(root: Path, region: Region) -> Iterator[Corrected]:
    kinds: list[tuple[str, type[Malli]]] = [(region.record.file, Alue)]
    kinds += [(record.file, Kokous) for record in region.meetings]
    kinds += [(record.file, Seuranta) for record in region.follow_ups]
    for file, model in kinds:
        path = root / file
        if path.is_file():
            additions = missing_ends if model is Alue else _nothing
            yield corrected(region.name, file, path.read_bytes(), model, additions)


def _nothing(_data: Any) -> tuple[Addition, ...]:  # noqa: ANN401 (YAML data)
    return ()


def _terms(data: Any) -> Iterator[tuple[tuple[str | int, ...], list[Any]]]:  # noqa: ANN401
    """The lists of terms, as far as the file is shaped as it should be."""
    groups = data.get("johtoryhmat") if isinstance(data, dict) else None
    for index, group in enumerate(groups if isinstance(groups, list) else []):
        terms = group.get(TERMS) if isinstance(group, dict) else None
        if isinstance(terms, list):
            yield ("johtoryhmat", index, TERMS), terms


def _day(term: Any, key: str) -> date | None:  # noqa: ANN401 (YAML data)
    value = term.get(key) if isinstance(term, dict) else None
    return iso_day(value) if isinstance(value, str) else None


def _write(root: Path, item: Corrected) -> None:
    path = (root / item.file).resolve()  # a link stays one
    if path.read_bytes() != item.before:
        raise OutsideFailure(say(MOVED).format(file=item.file), say(MOVED_ADVICE))
    with writing(FILE, item.file, mark("Tarkista kansion oikeudet ja levytila.")):
        write_whole(path, item.after)

"""A workspace: all regions, read from a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sopimukset.findings import Finding, Severity
from sopimukset.model import Alue, Kokous, Lausekekirjasto, Seuranta
from sopimukset.workspace.locate import RECORD, REGIONS
from sopimukset.workspace.locate import chosen as chosen
from sopimukset.workspace.record import Record, read_record

MEETINGS = "kokoukset"
FOLLOW_UPS = "seuranta"

AnyRecord = Record[Alue] | Record[Kokous] | Record[Seuranta]
"""A file of any kind that a region's folder may hold."""

AnyFile = AnyRecord | Record[Lausekekirjasto]
"""A file of any kind that rules read: a region's, or a library of clauses."""


@dataclass(frozen=True, slots=True)
class Region:
    """Everything that one region's folder holds.

    Attributes:
        name: the folder's name, ALUE on the command line.
    """

    name: str
    record: Record[Alue]
    meetings: tuple[Record[Kokous], ...] = ()
    follow_ups: tuple[Record[Seuranta], ...] = ()
    strays: tuple[Finding, ...] = ()

    @property
    def alue(self) -> Alue | None:
        """The region's record; None where it can't be read."""
        return self.record.model

    @property
    def form_findings(self) -> Iterator[Finding]:
        """What is wrong with the form of its files."""
        for record in self.records.values():
            yield from record.findings
        yield from self.strays

    @property
    def records(self) -> dict[str, AnyRecord]:
        """Its files by path."""
        files: list[AnyRecord] = [self.record, *self.meetings, *self.follow_ups]
        return {item.file: item for item in files}


def read_region(root: Path, name: str) -> Region:
    """Read a region's folder. What can't be read becomes findings."""
    folder = root / REGIONS / name
    files = _files(folder)
    return Region(
        name,
        read_record(root, name, folder / RECORD, Alue),
        tuple(read_record(root, name, path, Kokous) for path in _in(files, folder / MEETINGS)),
        tuple(read_record(root, name, path, Seuranta) for path in _in(files, folder / FOLLOW_UPS)),
        tuple(_stray(root, name, path) for path in files if path.suffix == ".yml"),
    )


def read_regions(root: Path, names: Iterable[str]) -> Iterator[Region]:
    """Read regions one by one, in the order given."""
    for name in names:
        yield read_region(root, name)


def _files(folder: Path) -> list[Path]:
    """Every file below the region's folder, in one walk, sorted."""
    found = []
    for place, _, names in os.walk(folder):
        found += [Path(place, name) for name in names if name.endswith((".yaml", ".yml"))]
    return sorted(found)


def _in(files: Iterable[Path], folder: Path) -> list[Path]:
    return [path for path in files if path.parent == folder and path.suffix == ".yaml"]


def _stray(root: Path, name: str, path: Path) -> Finding:
    """A file that looks like a record and would silently not be read."""
    file = path.relative_to(root).as_posix()
    return Finding(
        "M10",
        Severity.WARNING,
        f"Tiedostoa {file} ei lueta, koska sen pääte on .yml.",
        "Vaihda päätteeksi .yaml.",
        file,
        1,
        1,
        1,
        1,
        "",
        name,
    )

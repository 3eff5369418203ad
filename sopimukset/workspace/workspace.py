"""A workspace: all regions, read from a folder."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Protocol

from sopimukset.base.speech import mark, say
from sopimukset.findings import Finding, Severity
from sopimukset.model import Alue, Kokous, Lausekekirjasto, Malli, Seuranta, Versio
from sopimukset.workspace.locate import RECORD, REGIONS
from sopimukset.workspace.locate import chosen as chosen
from sopimukset.workspace.persons import Persons
from sopimukset.workspace.record import M, Record, read_file

MEETINGS = "kokoukset"
FOLLOW_UPS = "seuranta"
VERSIONS = "versiot"
_RECORDS = (".yaml", ".yml")

AnyRecord = Record[Alue] | Record[Kokous] | Record[Seuranta]
"""A file of any kind that a region's folder may hold."""

AnyFile = AnyRecord | Record[Lausekekirjasto]
"""A file of any kind that rules read: a region's, or a library of clauses."""


@dataclass(frozen=True, slots=True)
class Region:
    """Everything that one region's folder holds.

    Attributes:
        name: the folder's name, ALUE on the command line.
        versions: the released versions of its agreements. They tell of what was, so the rules that
            read a region's files don't read them.
    """

    name: str
    record: Record[Alue]
    meetings: tuple[Record[Kokous], ...] = ()
    follow_ups: tuple[Record[Seuranta], ...] = ()
    strays: tuple[Finding, ...] = ()
    versions: tuple[Record[Versio], ...] = ()

    @property
    def alue(self) -> Alue | None:
        """The region's record; None where it can't be read."""
        return self.record.model

    @property
    def persons(self) -> Persons:
        """The persons whom its files name; gathered when somebody asks for a name."""
        return Persons(lambda: (item.document.data for item in self._files if item.document))

    @property
    def _files(self) -> Iterator[AnyRecord | Record[Versio]]:
        yield from self.records.values()
        yield from self.versions

    @property
    def form_findings(self) -> Iterator[Finding]:
        """What is wrong with the form of its files."""
        for record in self._files:
            yield from record.findings
        yield from self.strays

    @property
    def records(self) -> dict[str, AnyRecord]:
        """Its files by path."""
        files: list[AnyRecord] = [self.record, *self.meetings, *self.follow_ups]
        return {item.file: item for item in files}


def read_region(root: Path, name: str) -> Region:
    """Read a region's folder. What can't be read becomes findings."""
    start = str(root)
    return _region(name, list(files_below(start, f"{REGIONS}/{name}")), FolderReading(start, name))


def read_alue(root: Path, name: str) -> Record[Alue]:
    """Read a region's record alone, without its meetings, follow-ups and versions."""
    return FolderReading(str(root), name)(f"{REGIONS}/{name}/{RECORD}", Alue)


def region_of(name: str, files: Collection[str], read: Reading) -> Region:
    """The region that files make up, wherever their bytes come from.

    Args:
        name: the folder's name.
        files: what the folder holds, by path from the workspace's root.
        read: fits one of the files to its model.
    """
    return _region(name, sorted(file for file in files if _is_record(file)), read)


def _region(name: str, files: list[str], read: Reading) -> Region:
    folder = f"{REGIONS}/{name}"
    record = f"{folder}/{RECORD}"
    meetings, follow_ups, versions = (
        _in(files, f"{folder}/{part}") for part in (MEETINGS, FOLLOW_UPS, VERSIONS)
    )
    is_read = {record, *meetings, *follow_ups, *versions}
    return Region(
        name,
        read(record, Alue),
        tuple(read(file, Kokous) for file in meetings),
        tuple(read(file, Seuranta) for file in follow_ups),
        tuple(_stray(name, file) for file in files if file not in is_read),
        tuple(read(file, Versio) for file in versions),
    )


MODELS: Mapping[str, type[Malli]] = {MEETINGS: Kokous, FOLLOW_UPS: Seuranta, VERSIONS: Versio}
"""What the files of each folder of a region's are fitted to."""


class Reading(Protocol):
    """What fits a region's file, named by its path from the root, to the model of its kind."""

    def __call__(self, file: str, model: type[M], /) -> Record[M]:
        """The file as it was read."""


class FolderReading:
    """Reads files that lie in a folder."""

    def __init__(self, root: str, region: str) -> None:
        self._root = root
        self._region = region

    def __call__(self, file: str, model: type[M], /) -> Record[M]:
        """The file as it lies on disk."""
        return read_file(self._root, self._region, file, model)


def read_regions(root: Path, names: Iterable[str]) -> Iterator[Region]:
    """Read regions one by one, in the order given."""
    for name in names:
        yield read_region(root, name)


def files_below(root: str, folder: str) -> Iterator[str]:
    """Every record below a folder by its path from the root, in one walk, sorted.

    They are texts: making Path objects of them takes longer than the walk. What can't be listed
    holds nothing. A link to a folder isn't followed: its path is given with a slash at its end.
    """
    try:
        with os.scandir(f"{root}/{folder}") as found:
            entries = sorted(found, key=attrgetter("name"))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from files_below(root, f"{folder}/{entry.name}")
        elif _links_to_folder(entry):
            yield f"{folder}/{entry.name}/"
        elif _is_record(entry.name):
            yield f"{folder}/{entry.name}"


def _links_to_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_symlink() and os.path.isdir(entry.path)  # noqa: PTH112 (it never raises)


def _is_record(file: str) -> bool:
    """Whether its name says that it is one; somebody may have written its ending otherwise."""
    return file.endswith(_RECORDS) or file.lower().endswith(_RECORDS)


def _in(files: Iterable[str], folder: str) -> list[str]:
    """The records that stand in the folder itself."""
    return [file for file in files if file.endswith(".yaml") and file.rpartition("/")[0] == folder]


def _stray(name: str, file: str) -> Finding:
    """A file that looks like a record and would silently not be read, or a link to a folder."""
    message, advice = next(told for is_so, told in _STRAYS if is_so(file))
    return Finding(
        "M10",
        Severity.WARNING,
        say(message).format(tiedosto=file),
        say(advice),
        file,
        1,
        1,
        1,
        1,
        "",
        name,
    )


_STRAYS: tuple[tuple[Callable[[str], bool], tuple[str, str]], ...] = (
    (
        lambda file: file.endswith("/"),
        (
            mark("Kansiota {tiedosto} ei lueta, koska se on linkki toiseen kansioon."),
            mark("Siirrä tiedostot alueen omaan kansioon."),
        ),
    ),
    (
        lambda file: file.endswith(".yml"),
        (
            mark("Tiedostoa {tiedosto} ei lueta, koska sen pääte on .yml."),
            mark("Vaihda päätteeksi .yaml."),
        ),
    ),
    (
        lambda file: not file.endswith(".yaml"),
        (
            mark("Tiedostoa {tiedosto} ei lueta, koska sen pääte ei ole pienillä kirjaimilla."),
            mark("Vaihda päätteeksi .yaml."),
        ),
    ),
    (
        lambda _: True,
        (
            mark("Tiedostoa {tiedosto} ei lueta, koska se ei ole paikassa, josta tietoja luetaan."),
            mark(
                "Tallenna kokoukset kansioon kokoukset/, seurannat kansioon seuranta/ ja muut "
                "tiedot tiedostoon alue.yaml. Alikansioita ei lueta."
            ),
        ),
    ),
)
"""Why a file isn't read, the first reason that holds: what is told and what to do."""

"""Papers of released versions: which version a file is of, and whether it is the very file.

A version's file holds the digest (SHA-256) of each document that `release` made. Nothing but the
same bytes gives the same digest, so a paper that another program has saved again is told from it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.model import Versio
from sopimukset.tasks.versions import Chosen, change_lines
from sopimukset.tracking.fingerprints import fingerprint
from sopimukset.tracking.moved import moved
from sopimukset.workspace.workspace import Region

NEWER = mark("Sopimuksesta on tehty uudempi versio {versio} ({paiva}).")
MOVED = mark("Sopimuksen sisältö ei ole enää tämän version: {muutokset}.")
GONE = mark("Sopimusta {sopimus} ei enää ole alueen tiedoissa.")


@dataclass(frozen=True, slots=True)
class Paper:
    """A file against the paper that was released.

    Attributes:
        region: the folder's name.
        agreement: its identifier.
        version: the number of the version.
        released: the day on which it was made.
        same: whether the file is the released one, byte for byte.
        named: whether it bears the released one's name.
        edited: whether it was the released one before somebody saved it again.
        since: sentences on what has become of the version since.
    """

    region: str
    agreement: str
    version: str
    released: date
    same: bool
    since: tuple[str, ...] = ()
    named: bool = True
    edited: bool = False


def paper_of(name: str, content: bytes, root: Path, regions: Iterable[Region]) -> Paper | None:
    """The released paper that a file is, or whose name it bears; None where there is none such.

    Args:
        name: the file's, without its folder.
        content: the file's.
        root: the workspace.
        regions: its regions, with their versions.

    Raises:
        OSError: the model clauses can't be read.
    """
    digest = hashlib.sha256(content).hexdigest()
    found = list(_released(name, digest, regions))
    for region, version in found:
        if any(item.tiiviste == digest for item in version.asiakirjat):
            return _paper(region, version, tuple(_since(root, region, version)), same=True)
    return _paper(*found[0], (), same=False) if found else None


def paper_before(root: Path, region: Region, version: Versio, name: str) -> Paper:
    """What was the paper of a version before somebody saved it again.

    Args:
        root: the workspace.
        region: the region, with its versions.
        version: whose paper it was.
        name: the file's, without its folder.

    Raises:
        OSError: the model clauses can't be read.
    """
    named = any(name == item.tiedosto for item in version.asiakirjat)
    told = _paper(region, version, tuple(_since(root, region, version)), same=False)
    return replace(told, named=named, edited=True)


def _released(name: str, digest: str, regions: Iterable[Region]) -> Iterator[tuple[Region, Versio]]:
    """The versions that have a document of that name or digest."""
    for region in regions:
        for item in region.versions:
            papers = item.model.asiakirjat if item.model else ()
            if item.model and any(name == it.tiedosto or digest == it.tiiviste for it in papers):
                yield region, item.model


def _paper(region: Region, version: Versio, since: tuple[str, ...], *, same: bool) -> Paper:
    day = version.julkaistu
    return Paper(region.name, version.sopimus, version.versio, day, same, since)


def _since(root: Path, region: Region, version: Versio) -> Iterator[str]:
    """What has become of a version: a newer one, or another content in the record.

    Only what counts in an approval is asked about: a released paper lists no approvals, so those
    that were recorded since take nothing from it.
    """
    if region.alue is None:
        return
    known = [item.tunnus for item in region.alue.sopimukset]
    if version.sopimus not in known:
        yield say(GONE).format(sopimus=version.sopimus)
        return
    chosen = Chosen(root, region, region.alue, known.index(version.sopimus))
    newest = chosen.released[-1]
    if newest.versio != version.versio:
        yield say(NEWER).format(versio=newest.versio, paiva=told_day(newest.julkaistu))
        return
    now = chosen.content()
    if now is not None and fingerprint(now) != version.sormenjalki:
        changes = "; ".join(change_lines(moved(version.sisalto, now)))
        yield say(MOVED).format(muutokset=changes)

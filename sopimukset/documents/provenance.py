"""Where a document came from, written into it, and whether a person has edited it since.

Everything is derived from content: no clock, no commit id that unrelated commits would change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sopimukset.base.speech import mark
from sopimukset.formats import zip as archive
from sopimukset.formats.word import LayoutError, custom_properties

PREFIX = "sopimukset."
SEAL = f"{PREFIX}sinetti"
INPUTS = f"{PREFIX}lahtotiedot"
LINE = mark("{alue} / {laji} / {kieli} · tiedot {tiedot} · pohja {pohja} · säännöt {saannot}")
_CUSTOM = "docProps/custom.xml"


def blob_id(content: bytes) -> str:
    """The id that git gives to the content: the same in every clone and after every commit."""
    header = b"blob %d\0" % len(content)
    return hashlib.sha1(header + content, usedforsecurity=False).hexdigest()


def folder_id(folder: Path) -> str:
    """A fingerprint of a template folder: its clauses and layouts.

    Raises:
        OSError: a file can't be read.
    """
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        if path.suffix in (".docx", ".yaml") and not path.name.startswith((".", "~$")):
            digest.update(f"{path.name} {blob_id(path.read_bytes())}\n".encode())
    return digest.hexdigest()


def fingerprint(parts: Iterable[str]) -> str:
    """One fingerprint of everything that decides a document's bytes."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document comes from.

    Attributes:
        sources: the blob ids of the region's files that it prints facts of, by file.
        template: the template folder's fingerprint.
        rules: the day on which the rule set last changed.
    """

    region: str
    kind: str
    tunnus: str
    language: str
    sources: tuple[tuple[str, str], ...]
    template: str
    rules: str

    @property
    def facts(self) -> str:
        """The files and their blob ids, as the property holds them."""
        return "; ".join(f"{file} {blob}" for file, blob in self.sources)

    def line(self, wording: str) -> str:
        """The footer's line: `LINE` in the document's language, filled."""
        blobs = [blob for _, blob in self.sources]
        own = blobs[0] if len(blobs) == 1 else fingerprint(blobs)
        return wording.format(
            alue=self.region,
            laji=self.kind,
            kieli=self.language,
            tiedot=own[:7],
            pohja=self.template[:7],
            saannot=self.rules,
        )

    @property
    def properties(self) -> dict[str, str]:
        """The properties that the file carries, but for its seal."""
        return {
            f"{PREFIX}alue": self.region,
            f"{PREFIX}laji": self.kind,
            f"{PREFIX}tunnus": self.tunnus,
            f"{PREFIX}kieli": self.language,
            f"{PREFIX}tiedot": self.facts,
            f"{PREFIX}pohja": self.template,
            f"{PREFIX}saannot": self.rules,
        }


def seal(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The seal of a document of these parts: a digest of all of them, but not of its own."""
    return {SEAL: _digest(parts)}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file on disk says of itself.

    Attributes:
        ours: whether it carries our properties.
        untouched: whether its parts are as they were when we wrote it.
        inputs: the fingerprint of what it was made from.
    """

    ours: bool
    untouched: bool
    inputs: str


def examine(document: bytes) -> Found:
    """Whether the file is ours, whether somebody edited it, and what it was made from."""
    try:
        parts = archive.read(document)
        custom = custom_properties(parts)
    except (LayoutError, archive.ZipError):
        return Found(ours=False, untouched=False, inputs="")
    seal = custom.get(SEAL, "")
    return Found(bool(seal), seal == _digest(parts), custom.get(INPUTS, ""))


def _digest(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != _CUSTOM:
            digest.update(f"{name}\0{len(parts[name])}\0".encode())
            digest.update(parts[name])
    return digest.hexdigest()

"""Where a document came from, written into it, and whether a person has edited it since.

Everything is derived from content: no clock, no commit id that unrelated commits would change.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sopimukset.base.speech import mark
from sopimukset.formats import zip as archive
from sopimukset.formats.word import (
    LayoutError,
    body_texts_of_ours,
    custom_part,
    custom_properties,
    running_texts_of_ours,
    shown_drawings,
)

PREFIX = "sopimukset."
SEAL = f"{PREFIX}sinetti"
YES, NO = "kyllä", "ei"
PARAGRAPHS = f"{PREFIX}kappaleet"
PICTURES = f"{PREFIX}kuvat"
RUNNING = {"header": f"{PREFIX}ylatunnisteet", "footer": f"{PREFIX}alatunnisteet"}
ANNOTATED = f"{PREFIX}perusteet"
APART = f"{PREFIX}liitteet-erikseen"
INPUTS = f"{PREFIX}lahtotiedot"
DAY = f"{PREFIX}paiva"
BETWEEN = (f"{PREFIX}muutokset-versiosta", f"{PREFIX}muutokset-versioon")
LINE = mark("{alue} / {laji} / {kieli} · tiedot {tiedot} · pohja {pohja} · säännöt {saannot}")
_CUSTOM = "docProps/custom.xml"
_MAIN = "word/document.xml"
REMEMBERED = 4096
"""Paragraphs whose marks are kept: documents of a run share most of theirs."""
MARK = 8
"""Letters of a paragraph's mark: enough to tell apart the paragraphs of one document."""


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
        annotated: whether it is a reviewer's copy.
        apart: whether its annexes are documents of their own.
        between: the two revisions whose differences a redline tracks; empty for other documents.
        day: the document's own date as its file bears it, which tells it from others of its
            `tunnus`; "" where the file lacks the property.
    """

    region: str
    kind: str
    tunnus: str
    language: str
    sources: tuple[tuple[str, str], ...]
    template: str
    rules: str
    annotated: bool = False
    apart: bool = False
    between: tuple[str, ...] = ()
    day: str = ""

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
            ANNOTATED: YES if self.annotated else NO,
            APART: YES if self.apart else NO,
            **({DAY: self.day} if self.day else {}),
        }


def origin_of(custom: Mapping[str, str]) -> Origin:
    """The origin that a file's properties tell; what they lack is empty."""
    files = [item.rpartition(" ") for item in custom.get(f"{PREFIX}tiedot", "").split("; ") if item]

    def told(name: str) -> str:
        """A property of ours, "" where the file lacks it."""
        return custom.get(f"{PREFIX}{name}", "")

    return Origin(
        region=told("alue"),
        kind=told("laji"),
        tunnus=told("tunnus"),
        language=told("kieli"),
        sources=tuple((file, blob) for file, _, blob in files),
        template=told("pohja"),
        rules=told("saannot"),
        annotated=custom.get(ANNOTATED) == YES,
        apart=custom.get(APART) == YES,
        between=tuple(custom[name] for name in BETWEEN if name in custom),
        day=told("paiva"),
    )


def told_between(document: bytes, older: str, newer: str) -> bytes:
    """A redline with the two revisions among its properties.

    Its other properties are those of the newer document. The same is made of the same.

    Raises:
        LayoutError: a revision's name holds a control character, or it is no Word document.
    """
    parts = archive.read(document)
    custom = custom_properties(parts) | dict(zip(BETWEEN, (older, newer), strict=True))
    return archive.write({**parts, _CUSTOM: custom_part(custom)})


def marks_of(texts: Iterable[str]) -> str:
    """The marks of paragraphs, one behind the other: what each said when the document was made."""
    return "".join(map(_mark, texts))


def picture_marks(parts: Mapping[str, bytes]) -> str:
    """The same of a document's drawings: what each shows, and the text that stands for it.

    Raises:
        LayoutError: the parts are no sound ones of a Word document.
    """
    return marks_of(f"{item.digest} {item.alternative}" for item in shown_drawings(parts))


@lru_cache(maxsize=REMEMBERED)
def _mark(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:MARK]


def seal(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The marks of paragraphs, drawings, headers and footers, and a digest of all other parts.

    The seal breaks when another program saves the file; the marks then still tell whether the text
    is as it was.
    """
    marks = marks_of(body_texts_of_ours(parts[_MAIN].decode()))
    drawn = picture_marks(parts)
    said = sorted(running_texts_of_ours(parts))
    running = {
        name: marks_of(text for where, text in said if where == place)
        for place, name in RUNNING.items()
        if any(where == place for where, _ in said)
    }
    pictures = {PICTURES: drawn} if drawn else {}
    return {PARAGRAPHS: marks, **pictures, **running, SEAL: _digest(parts)}


@dataclass(frozen=True, slots=True)
class Found:
    """What a file on disk says of itself.

    Attributes:
        ours: whether it carries our properties.
        untouched: whether its parts are as they were when we wrote it.
        inputs: the fingerprint of what it was made from.
        origin: where it says that it comes from.
        marks: the marks of its paragraphs when it was made; a PDF has none.
        pictures: the marks of its drawings; "" where it had none, or told nothing of them.
        running: `header` and `footer` with the marks of their paragraphs; empty where the file
            tells nothing of them.
    """

    ours: bool
    untouched: bool
    inputs: str
    origin: Origin
    marks: str
    pictures: str = ""
    running: tuple[tuple[str, str], ...] = ()


def examine(document: bytes) -> Found:
    """Whether the file is ours, whether somebody edited it, and what it was made from."""
    try:
        parts = archive.read(document)
        custom = custom_properties(parts)
    except (LayoutError, archive.ZipError):
        return Found(ours=False, untouched=False, inputs="", origin=origin_of({}), marks="")
    seal = custom.get(SEAL, "")
    return Found(
        ours=bool(seal),
        untouched=seal == _digest(parts),
        inputs=custom.get(INPUTS, ""),
        origin=origin_of(custom),
        marks=custom.get(PARAGRAPHS, ""),
        pictures=custom.get(PICTURES, ""),
        running=tuple((place, custom[name]) for place, name in RUNNING.items() if name in custom),
    )


def _digest(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != _CUSTOM:
            digest.update(f"{name}\0{len(parts[name])}\0".encode())
            digest.update(parts[name])
    return digest.hexdigest()

"""What a document is made from, gathered: the region's files, the kind's templates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sopimukset.base.dates import in_finnish
from sopimukset.documents.build import Order
from sopimukset.documents.facts import RECORD
from sopimukset.documents.provenance import Origin, blob_id, fingerprint, folder_id
from sopimukset.documents.subject import Kind, Source, Subject
from sopimukset.law.registry import RULE_SET
from sopimukset.model import Kokous, Lausekekirjasto, Seuranta, Versio
from sopimukset.model.paths import path_text
from sopimukset.workspace.templates import TemplateFolder, template_folder
from sopimukset.workspace.workspace import Region


class Files:
    """A region's files as documents need them: models, data and blob ids, by name.

    Attributes:
        unreadable: the files that are there but can't be read, or don't fit the model.
    """

    def __init__(self, region: Region) -> None:
        if region.alue is None:
            raise ValueError("a region that can't be read has no documents")
        self.name = region.name
        files = [*region.records.values(), *region.versions]
        records = {record.file.split(f"{region.name}/", 1)[1]: record for record in files}
        self.documents = {
            file: record.document for file, record in records.items() if record.document is not None
        }
        self.unreadable = frozenset(
            file for file, record in records.items() if record.model is None
        )
        meetings = {
            file: record.model
            for file, record in records.items()
            if isinstance(record.model, Kokous)
        }
        versions = {
            file: record.model
            for file, record in records.items()
            if isinstance(record.model, Versio)
        }
        follow_ups = {
            file: record.model
            for file, record in records.items()
            if isinstance(record.model, Seuranta)
        }
        self.source = Source(region.name, region.alue, meetings, versions, follow_ups)

    def place(self, subject: Subject) -> str:
        """The place in the record of what a document is about, as people read it."""
        return path_text(self.documents[RECORD].data, subject.path)

    def blobs(self, subject: Subject) -> tuple[tuple[str, str], ...]:
        """The files that a document prints facts of, with their blob ids."""
        return tuple((file, self.blob(file)) for file in subject.files)

    def blob(self, file: str) -> str:
        """The blob id of a file."""
        return blob_id(self.documents[file].text.encode())

    def data(self, subject: Subject) -> dict[str, object]:
        """Their plain data."""
        return {file: self.documents[file].data for file in subject.files}


@dataclass(frozen=True, slots=True)
class Template:
    """A kind with all that its documents are made with.

    Attributes:
        others: the folders of the kinds that it tells of.
        fingerprint: of the clauses and layouts that decide its documents' bytes.
    """

    kind: Kind[Any]
    folder: TemplateFolder
    others: Mapping[str, TemplateFolder]
    fingerprint: str

    @property
    def libraries(self) -> dict[str, Lausekekirjasto]:
        """The clauses of the kinds that it tells of, as far as they can be read."""
        return {name: item.library for name, item in self.others.items() if item.library}


def template_of(root: Path, kind: Kind[Any]) -> Template | None:
    """A kind's template, the workspace's own before the shipped one; None where there is none.

    Raises:
        OSError: a folder can't be read.
    """
    folder = template_folder(root, kind.laji)
    if folder is None:
        return None
    found = {name: template_folder(root, name) for name in kind.tells_of}
    others = {name: item for name, item in found.items() if item}
    ids = [folder_id(item.folder) for item in (folder, *others.values())]
    return Template(kind, folder, others, fingerprint(ids) if others else ids[0])


@dataclass(frozen=True, slots=True)
class Manner:
    """How a document is made, whatever it is about.

    Attributes:
        annotated: a reviewer's copy, with the statutory basis beside each clause.
        apart: annexes are documents of their own.
        errors: whether the check has found errors in the region.
    """

    annotated: bool = False
    apart: bool = False
    errors: bool = False


def order_of(
    files: Files, template: Template, subject: Subject, language: str, manner: Manner
) -> Order:
    """The order for one document.

    Raises:
        ValueError: the template has no layout in the language, or its clauses can't be read.
        OSError: a file of the template can't be read.
    """
    layout = template.folder.layout(language)
    if layout is None or template.folder.library is None:
        raise ValueError("no layout in the language, or no clauses")
    origin = Origin(
        files.name,
        template.kind.laji,
        subject.named,
        language,
        files.blobs(subject),
        template.fingerprint,
        in_finnish(RULE_SET),
        manner.annotated,
        manner.apart,
        day=subject.told_day,
    )
    return Order(
        template.kind,
        subject,
        language,
        origin,
        layout,
        template.folder.library,
        files.data(subject),
        manner.errors,
        template.libraries,
    )

"""What a document is made from, gathered: the region's files, the kind's templates."""

from __future__ import annotations

from typing import Any

from sopimukset.base.dates import in_finnish
from sopimukset.documents.build import Order
from sopimukset.documents.provenance import Origin, blob_id, folder_id
from sopimukset.documents.subject import Kind, Source, Subject
from sopimukset.law.registry import RULE_SET
from sopimukset.model import Kokous
from sopimukset.workspace.templates import TemplateFolder
from sopimukset.workspace.workspace import Region


class Files:
    """A region's files as documents need them: models, data and blob ids, by name."""

    def __init__(self, region: Region) -> None:
        if region.alue is None:
            raise ValueError("a region that can't be read has no documents")
        self.name = region.name
        records = {
            file.split(f"{region.name}/", 1)[1]: record for file, record in region.records.items()
        }
        self.documents = {
            file: record.document for file, record in records.items() if record.document is not None
        }
        meetings = {
            file: record.model
            for file, record in records.items()
            if isinstance(record.model, Kokous)
        }
        self.source = Source(region.alue, meetings)

    def blobs(self, subject: Subject) -> tuple[tuple[str, str], ...]:
        """The files that a document prints facts of, with their blob ids."""
        return tuple((file, self.blob(file)) for file in subject.files)

    def blob(self, file: str) -> str:
        """The blob id of a file."""
        return blob_id(self.documents[file].text.encode())

    def data(self, subject: Subject) -> dict[str, object]:
        """Their plain data."""
        return {file: self.documents[file].data for file in subject.files}


def order_of(
    files: Files,
    kind: Kind[Any],
    subject: Subject,
    language: str,
    template: TemplateFolder,
    *,
    errors: bool,
    annotated: bool,
) -> Order:
    """The order for one document.

    Raises:
        ValueError: the template has no layout in the language, or its clauses can't be read.
        OSError: a file of the template can't be read.
    """
    layout = template.layout(language)
    if layout is None or template.library is None:
        raise ValueError("no layout in the language, or no clauses")
    origin = Origin(
        files.name,
        kind.laji,
        subject.tunnus,
        language,
        files.blobs(subject),
        folder_id(template.folder),
        in_finnish(RULE_SET),
        annotated,
    )
    return Order(
        kind, subject, language, origin, layout, template.library, files.data(subject), errors
    )

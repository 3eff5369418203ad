"""The properties of a document: what its file says about itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Properties:
    """Properties of a Word document.

    Attributes:
        title: the document's title, shown by programs instead of the file's name.
        language: language code, "fi" or "fi-FI".
        day: the document's own date: created and modified. Never the day of the run.
        creator: who answers for the document; empty when nobody is named.
        subject: what the document is about.
        keywords: words to find it by.
        identifier: case number or another identifier.
        custom: further properties by name, in docProps/custom.xml.
    """

    title: str
    language: str
    day: date
    creator: str = ""
    subject: str = ""
    keywords: tuple[str, ...] = ()
    identifier: str = ""
    custom: Mapping[str, str] = field(default_factory=dict)

"""What a document's own properties say of who saved it, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sopimukset.formats.word.package import read_package
from sopimukset.formats.word.property_parts import CORE, CP, DC, DCT
from sopimukset.formats.word.xml import parse


@dataclass(frozen=True, slots=True)
class Saved:
    """Who saved a document last, and when.

    Attributes:
        by: the name in its properties, that of its creator where no other is told; may be "".
        at: the moment in its properties; None where they tell none.
    """

    by: str
    at: datetime | None


def saved(document: bytes) -> Saved:
    """What a document's properties say of its last saving.

    Raises:
        LayoutError: not a Word document.
    """
    parts = read_package(document)
    if CORE not in parts:
        return Saved("", None)
    root = parse(parts[CORE], CORE)
    by = root.findtext(f"{{{CP}}}lastModifiedBy") or root.findtext(f"{{{DC}}}creator") or ""
    moments = (_moment(root.findtext(f"{{{DCT}}}{name}")) for name in ("modified", "created"))
    return Saved(" ".join(str(by).split()), next((item for item in moments if item), None))


def _moment(text: str | None) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(text or "").strip())
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)

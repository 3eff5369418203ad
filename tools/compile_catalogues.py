"""Compile the catalogues of `sopimukset/locale`: every `.po` into the `.mo` beside it.

Run it after a change to a `.po`; a test holds the two to one another.
"""

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "sopimukset" / "locale"


NEVER = datetime(2025, 1, 1, tzinfo=UTC)
"""Babel dates a catalogue without a date to now, and the same texts would give other bytes."""


def compiled(source: Path) -> bytes:
    """The bytes of the `.mo` that a `.po` comes to."""
    with source.open("rb") as file:
        catalogue = read_po(file, abort_invalid=True)
    catalogue.creation_date = NEVER
    target = BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def main() -> None:
    """Compile all of them."""
    for source in sorted(LOCALE.rglob("*.po")):
        source.with_suffix(".mo").write_bytes(compiled(source))


if __name__ == "__main__":
    main()

"""The documents of the worked regions as pages, and what is wrong with them.

`python -m tests.support.pages [FOLDER]` makes them all in both languages, and a reviewer's copy of
each, lets LibreOffice lay them out and prints the faults; the Word files and the PDFs stay in the
folder if one is named. That takes some minutes: the tests take a choice.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sopimukset.documents.kinds import KINDS
from sopimukset.tasks.generate import Wishes, generate
from tests.support.kind_documents import DAY, LANGUAGES, WORKED
from tests.support.page_faults import faults, pdf_pages
from tests.support.programs import find_program
from tests.support.workspaces import CHECKOUT

AT_ONCE = 100
"""How many documents one run of LibreOffice takes; beyond some 240 it has ended by itself."""


REVIEWED = ("_perusteet", "_grunder")
"""How a reviewer's copy is named. LibreOffice 7.4 leaves a heading behind in some of them, since
the line of the grounds keeps with the text in its turn (in 5 of 1,800 pages)."""


@dataclass(frozen=True)
class Laid:
    """A document with its pages."""

    document: Path
    pdf: Path

    @property
    def faults(self) -> list[str]:
        """What is wrong with its pages, each with the document's name."""
        found = faults(self.pdf, self.document, legible=self.document.stem.endswith(REVIEWED))
        return [f"{self.document.name}: {item}" for item in found]


def made(folder: Path, regions: Sequence[str], *, annotated: bool = False) -> list[Path]:
    """Every document of the regions in both languages, those of bundles too."""
    wishes = Wishes(
        regions=tuple(regions),
        kinds=tuple(kind.laji for kind in KINDS),
        languages=LANGUAGES,
        out=folder,
        annotated=annotated,
    )
    generate(CHECKOUT, wishes, DAY, lambda *_: None)
    return sorted(folder.rglob("*.docx"))


def one_of_each(documents: Sequence[Path]) -> list[Path]:
    """The last document of each kind, region and language: some sixty of all."""
    chosen: dict[tuple[str, ...], Path] = {}
    for path in documents:
        region, laji, *rest = path.stem.split("_")
        language = next(item for item in rest if item in LANGUAGES)
        chosen[region, laji, language] = path
    return sorted(chosen.values())


def laid_out(documents: Sequence[Path], folder: Path) -> Iterator[Laid]:
    """The documents as LibreOffice lays them out, into a folder."""
    office = find_program("soffice")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command: list[str | Path] = [office, profile, "--headless", "--convert-to", "pdf"]
    for start in range(0, len(documents), AT_ONCE):
        part = documents[start : start + AT_ONCE]
        subprocess.run(
            [*command, "--outdir", folder, *part], check=True, capture_output=True, timeout=600
        )
        yield from (Laid(path, folder / f"{path.stem}.pdf") for path in part)


def _all(folder: Path) -> int:
    documents = [
        *made(folder / "docx", WORKED),
        *made(folder / "perusteet", WORKED, annotated=True),
    ]
    pages, found = 0, 0
    for item in laid_out(documents, folder / "pdf"):
        pages += len(pdf_pages(item.pdf))
        for fault in item.faults:
            found += 1
            print(fault)
    print(f"{len(documents)} documents, {pages} pages, {found} faults")
    return int(found > 0 or not pages)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        raise SystemExit(_all(Path(sys.argv[1]).resolve()))
    with tempfile.TemporaryDirectory(prefix="sopimukset-") as name:
        raise SystemExit(_all(Path(name)))

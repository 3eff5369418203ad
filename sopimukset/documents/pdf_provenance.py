"""Where a PDF file came from, written into it with a seal, and whether it is as it was made.

Its text can't be compared paragraph by paragraph, as a Word document's can.
"""

from __future__ import annotations

from dataclasses import replace

from sopimukset.documents.provenance import INPUTS, SEAL, Found, origin_of
from sopimukset.formats.paper import Paper
from sopimukset.formats.sealing import OPEN_SEAL, is_as_sealed, properties_of, sealed


def sealed_pdf(paper: Paper) -> bytes:
    """The paper as a PDF file that `examine_pdf` knows again.

    Raises:
        UnwritableError: a text has a control character.
    """
    from sopimukset.formats.pdf import paper_to_pdf

    properties = (*paper.properties, (SEAL, OPEN_SEAL))
    return sealed(paper_to_pdf(replace(paper, properties=properties)), SEAL)


def examine_pdf(document: bytes) -> Found:
    """Whether the file is ours, whether it is as it was made, and what it was made from."""
    found = properties_of(document)
    return Found(
        ours=SEAL in found,
        untouched=is_as_sealed(document, SEAL),
        inputs=found.get(INPUTS, ""),
        origin=origin_of(found),
        marks="",
    )

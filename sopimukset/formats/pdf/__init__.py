"""Papers as tagged PDF files (PDF/UA-1): structure, language, alternative texts, fonts embedded.

Tagged and checked by machine, not certified: no person has judged what the texts say.
"""

from __future__ import annotations

from sopimukset.formats.pdf.writer import paper_to_pdf
from sopimukset.formats.writable import UnwritableError

__all__ = ["UnwritableError", "paper_to_pdf"]

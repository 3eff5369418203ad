"""A workspace's own templates that the linter finds errors in, told where documents are made.

What a run fills is told by the run. What stands in a branch that no record takes now would come
out broken with some later record; who edited the layout hears of it here.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sopimukset.base.speech import mark, say
from sopimukset.documents.subject import Kind
from sopimukset.findings import Severity

ERRORS = mark(
    "Pohjassa {pohja} on virheitä, joista asiakirja voi jäädä vaillinaiseksi: "
    "sopimukset templates lint {laji}"
)


def told_of_errors(kind: Kind[Any], folder: Path) -> list[str]:
    """One sentence where the linter finds errors in the kind's folder; none where it doesn't.

    Raises:
        OSError: a layout can't be read.
    """
    from sopimukset.documents.template_lint import lint_folder

    findings = lint_folder(kind, folder).findings
    flawed = sorted({item.file for item in findings if item.severity is Severity.ERROR})
    return [say(ERRORS).format(pohja=", ".join(flawed), laji=kind.laji)] if flawed else []

"""The national report of 45 full regions, from their files to the PDF on disk, once imported."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from statistics import median
from unittest.mock import patch

from country import build
from measure import Ratio, fresh_seconds, import_for
from status import AS_OF, REGIONS, fill

from sopimukset import register
from sopimukset.tasks.national import Wishes, make_national

SECONDS = 2.0
FORMS = ("pdf", "xlsx")


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """Seconds of one report of the country as PDF and as a workbook, against the promised ones."""
    country = build(root, REGIONS)
    files = sum(fill(root / "regions" / name) for name in country.names)
    found = []
    for form in FORMS:
        wishes = Wishes(form=form, out=root / "build")

        def once(wishes: Wishes = wishes) -> None:
            """Make the report; a run that makes none would measure nothing."""
            written = make_national(root, wishes, AS_OF, lambda *_: None)
            if len(written.files) != 1 or written.broken:
                sys.exit("no whole report was made")

        own = []
        with patch.object(register, "load", lambda: country.register):
            import_for(once)
            for _ in range(rounds):
                gc.collect()
                own.append(fresh_seconds(once))
        print(f"     {1000 * median(own):8.1f} ms median, {files} files: national {form}")
        label = f"national report of {REGIONS} regions, {form} / {SECONDS:g} s"
        found.append(Ratio(label, median(own) / SECONDS, 1.0))
    return found

"""A region's report, among all regions, from its files to the PDF on disk, once imported."""

from __future__ import annotations

import gc
import sys
from datetime import date
from pathlib import Path
from shutil import copytree
from statistics import median

from measure import Ratio, fresh_seconds, import_for

from sopimukset.base.data import data_folder
from sopimukset.tasks.report import Wishes, make_reports

REGION = "pohjanmaa"
AS_OF = date(2027, 2, 1)
SECONDS = 0.3


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """Seconds of one report, with charts, wheel and structure, against the promised ones."""
    copytree(data_folder("templates").parent / "regions", root / "regions")
    wishes = Wishes(regions=(REGION,), languages=("fi",), out=root / "build")

    def once() -> None:
        """Make the report; a run that makes none would measure nothing."""
        if len(make_reports(root, wishes, AS_OF, lambda *_: None).files) != 1:
            sys.exit("no report was made")

    import_for(once)
    own = []
    for _ in range(rounds):
        gc.collect()
        own.append(fresh_seconds(once))
    print(f"     {1000 * median(own):8.1f} ms median, {1000 * min(own):.1f} ms least: report")
    return [Ratio("report of a region / 0.3 s", median(own) / SECONDS, 1.0)]

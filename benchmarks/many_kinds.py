"""`sopimukset` with each kind of document several times over: many_kinds.py COPIES FILE ARGUMENTS…

Kinds come one by one; a country's documents are some 300 all the same. Each copy has templates of
its own in the workspace, so that it is compiled and made as a kind of its own. The processor
seconds of the process, and of those that it started, are left in the file.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path

from sopimukset.cli.main import run
from sopimukset.documents import kinds


def name(laji: str, number: int) -> str:
    """The name of a copy; the first is the kind itself."""
    return laji if number == 1 else f"{laji}-{number:02}"


if __name__ == "__main__":
    copies, times = int(sys.argv.pop(1)), Path(sys.argv.pop(1))
    numbers = range(1, copies + 1)
    kinds.KINDS = tuple(
        replace(kind, laji=name(kind.laji, number)) for kind in kinds.KINDS for number in numbers
    )
    try:
        run()
    finally:
        spent = os.times()
        own, others = spent.user + spent.system, spent.children_user + spent.children_system
        times.write_text(f"{own} {others}", "utf-8")

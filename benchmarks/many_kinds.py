"""`sopimukset` with each kind of document several times over: many_kinds.py COPIES ARGUMENTS…

Kinds come one by one; a country's documents are some 300 all the same. Each copy has templates of
its own in the workspace, so that it is compiled and made as a kind of its own.
"""

from __future__ import annotations

import sys
from dataclasses import replace

from sopimukset.cli.main import run
from sopimukset.documents import kinds


def name(laji: str, number: int) -> str:
    """The name of a copy; the first is the kind itself."""
    return laji if number == 1 else f"{laji}-{number:02}"


if __name__ == "__main__":
    copies = int(sys.argv.pop(1))
    numbers = range(1, copies + 1)
    kinds.KINDS = tuple(
        replace(kind, laji=name(kind.laji, number)) for kind in kinds.KINDS for number in numbers
    )
    run()

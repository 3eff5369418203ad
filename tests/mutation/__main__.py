"""`python -m tests.mutation [MODULE…]`: mutants of the law that no test notices; 1 if there are."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tests.mutation.equivalent import equivalents
from tests.mutation.mutants import unchanged
from tests.mutation.room import Room
from tests.mutation.run import Judge
from tests.mutation.session import hold


def main(wanted: Sequence[str]) -> int:
    """Try every mutant of the wanted modules (of all, where none is named) and tell of them."""
    room = Room()
    unknown = set(wanted) - set(room.sources)
    if unknown:
        print(f"no such module: {', '.join(sorted(unknown))}; for instance rules/g07.py")
        return 2
    listed = equivalents()
    if wanted:
        listed = {key: reason for key, reason in listed.items() if key[0] in wanted}
    sources = {module: room.sources[module] for module in wanted or room.sources}
    judge = Judge(room)
    if not judge.survives(unchanged("rule.py", room.sources["rule.py"])):
        print("the tests fail without any change: nothing can be learnt from mutants")
        return 2
    return hold(sources, listed, judge.survives)


if __name__ == "__main__":
    if (
        "PYTHONHASHSEED" not in os.environ
    ):  # sets have one order, so each run has the same survivors
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable, "-m", "tests.mutation", *sys.argv[1:]])
    sys.exit(main(sys.argv[1:]))

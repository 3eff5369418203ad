"""`python -m tests.mutation [--kept FILE] [MODULE…]`: mutants that no test notices; 1 if there are.

With `--kept` answers are kept in a file: a run that is broken off goes on from there, as long as no
file has changed on which they rest.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.mutation.equivalent import equivalents
from tests.mutation.kept import Kept, state
from tests.mutation.mutants import Mutant, unchanged
from tests.mutation.room import Room
from tests.mutation.run import Judge
from tests.mutation.session import hold


def main(arguments: Sequence[str]) -> int:
    """Try every mutant of the wanted modules (of all, where none is named) and tell of them."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("modules", nargs="*", metavar="MODULE")
    parser.add_argument("--kept", type=Path, metavar="FILE")
    asked = parser.parse_args(arguments)
    wanted = asked.modules
    room = Room()
    unknown = set(wanted) - set(room.sources)
    if unknown:
        print(f"no such module: {', '.join(sorted(unknown))}; for instance rules/g07.py")
        return 2
    listed = equivalents()
    if wanted:
        listed = {key: reason for key, reason in listed.items() if key[0] in wanted}
    sources = {module: room.sources[module] for module in wanted or room.sources}
    survives = _survives(room, asked.kept)
    if not survives(unchanged("rule.py", room.sources["rule.py"])):
        print("the tests fail without any change: nothing can be learnt from mutants")
        return 2
    return hold(sources, listed, survives)


def _survives(room: Room, file: Path | None) -> Callable[[Mutant], bool]:
    """The question that is asked of each mutant; with a file of those not answered in it."""
    if file is None:
        return Judge(room).survives
    kept = Kept(file, state())
    print(f"{file}: {len(kept)} answers of this state are kept")
    return kept.around(Judge(room).survives)


if __name__ == "__main__":
    if (
        "PYTHONHASHSEED" not in os.environ
    ):  # sets have one order, so each run has the same survivors
        os.environ["PYTHONHASHSEED"] = "0"
        os.execv(sys.executable, [sys.executable, "-m", "tests.mutation", *sys.argv[1:]])
    sys.exit(main(sys.argv[1:]))

"""A run over modules, as it is told: survivors as they are found, a sum for each module."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Collection, Mapping

from tests.mutation.equivalent import LISTED, Key
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.room import BELOW

OUTCOMES = ("killed", "equivalent", "surviving")


def hold(
    sources: Mapping[str, str], listed: Collection[Key], survives: Callable[[Mutant], bool]
) -> int:
    """Try the mutants of source texts by module; 1 where one survives or an entry is stale.

    A mutant that is `listed` as equivalent is not tried.
    """
    made: set[Key] = set()
    total = Counter[str]()
    for module, source in sources.items():
        started, count = time.monotonic(), Counter[str]()
        for mutant in mutants(module, source):
            made.add(mutant.key)
            outcome = _outcome(mutant, listed, survives)
            count[outcome] += 1
            if outcome == "surviving":
                _tell(mutant)
        _sum(module, count, time.monotonic() - started)
        total += count
    _sum("all", total)
    stale = [key for key in listed if key not in made]
    for module, function, before, after in stale:
        print(f"{LISTED.name} lists what is no mutant any more: {module} {function}")
        print(f"  - {before}\n  + {after}")
    return 1 if total["surviving"] or stale else 0


def _outcome(mutant: Mutant, listed: Collection[Key], survives: Callable[[Mutant], bool]) -> str:
    if mutant.key in listed:
        return "equivalent"
    return "surviving" if survives(mutant) else "killed"


def _tell(mutant: Mutant) -> None:
    room = "" if mutant.module.startswith(BELOW) else "law/"
    print(f"sopimukset/{room}{mutant.module}:{mutant.line} {mutant.function}")
    print(f"  - {mutant.before}\n  + {mutant.after}", flush=True)


def _sum(name: str, count: Counter[str], seconds: float | None = None) -> None:
    parts = " ".join(f"{count[outcome]:5} {outcome}" for outcome in OUTCOMES)
    time_taken = "" if seconds is None else f" {seconds:6.1f} s"
    print(f"{name:22} {sum(count.values()):5} mutants {parts}{time_taken}", flush=True)

"""Thousands of specs, judged cold by two processes, against libyaml parsing the same bytes.

Run it by itself, `python benchmarks/crowd.py [COUNT]`, since a process remembers the most memory
that it ever held: this one has then held nothing else.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from datetime import date
from functools import partial
from pathlib import Path

from checking import PIECE, check, parse
from country import Country, build
from measure import Ratio, processor_seconds
from yaml.cyaml import CParser

from sopimukset import register
from sopimukset.base.collector import collector_paused
from sopimukset.tasks import crowd
from sopimukset.tasks.judging import judged
from sopimukset.workspace.workspace import read_regions

AS_OF = date(2026, 6, 1)
COUNT = 4500
PROCESSES = 2
LIMIT = 10.0
MEGABYTES = 300.0
RULES = 3.0
"""0.6 ms of the run for a spec that libyaml parses in 0.2 ms."""
SAMPLE = 400


def ratios(country: Country) -> list[Ratio]:
    """Time as on a calm machine with a core for each process, and the most memory of any.

    The time is the parent's own and the children's shared between them, in processor seconds: on
    a busy machine the clock tells of the machine. What it says is printed all the same.
    """
    register.load = lambda: country.register  # type: ignore[assignment]
    crowd._processes = lambda: PROCESSES
    floor = _seconds_of_floor(country)
    before, begun = _spent(), time.perf_counter()
    verdict = judged(country.root, AS_OF)
    clock = time.perf_counter() - begun
    parent, children = (after - then for after, then in zip(_spent(), before, strict=True))
    if any(item.severity.value == "error" for item in verdict.findings):
        sys.exit("a copy is broken")
    own = parent + children / PROCESSES
    asked, parsed = _seconds_of_rules(country)
    print(f"     all rules: {1000 * asked / SAMPLE:.2f} processor milliseconds a spec")
    print(f"     libyaml alone {floor:.2f} s; parent {parent:.2f} s, children {children:.2f} s")
    print(f"     {clock:.2f} s by the clock")
    most = max(
        resource.getrusage(who).ru_maxrss / 1024
        for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    name = f"{len(country.names)} specs, two processes"
    return [
        Ratio(f"{name} / libyaml over the same bytes", own / floor, LIMIT),
        Ratio(f"{name}: megabytes in a process", most, MEGABYTES),
        Ratio("all rules, shared by the processes / libyaml", asked / PROCESSES / parsed, RULES),
    ]


def _spent() -> tuple[float, float]:
    """Processor seconds of this process, and of those that it started and that have ended."""
    times = os.times()
    return times.user + times.system, times.children_user + times.children_system


def _seconds_of_rules(country: Country) -> tuple[float, float]:
    """What all rules take of some of the specs, and libyaml of the same, by turns.

    A few at a time, as the processes are given them.
    """
    asked = parsed = 0.0
    for at in range(0, SAMPLE, PIECE):
        names = country.names[at : at + PIECE]
        regions = list(read_regions(country.root, names))
        parsed += processor_seconds(partial(parse, country.sources(names)))
        with collector_paused():
            asked += processor_seconds(partial(check, country, regions))
    return asked, parsed


def _seconds_of_floor(country: Country) -> float:
    spent = 0.0
    for name in country.names:
        for source in country.sources((name,)):
            begun = time.process_time()
            CParser(source).raw_parse()
            spent += time.process_time() - begun
    return spent


def main() -> int:
    """Print what was measured; 1 where a limit is broken."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else COUNT
    with tempfile.TemporaryDirectory(prefix="sopimukset-") as name:
        found = ratios(build(Path(name), count))
    print(*found, sep="\n")
    return 0 if all(item.held for item in found) else 1


if __name__ == "__main__":
    sys.exit(main())

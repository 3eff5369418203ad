"""Reading, validating and checking against libyaml alone, and growth with the number of specs."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from statistics import median

from country import Country, build
from measure import Ratio, alternating, summary
from yaml.cyaml import CParser

from sopimukset.findings import Finding
from sopimukset.law.check import Grounds, check_regions
from sopimukset.workspace.templates import clause_ids
from sopimukset.workspace.workspace import Region, read_regions

AS_OF = date(2026, 6, 1)
COPIES = 200
LIMIT = 12.0
SIZES = (500, 1500, 4500)
DRIFT = 0.25


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """Everything that `check` does with 200 regions, against parsing the same bytes."""
    country = build(root, COPIES)
    sources = country.sources()
    _assert_alike(country)
    regions = read(country, COPIES)
    jobs = {
        "floor: libyaml alone": partial(parse, sources),
        "reading and validating": partial(read, country, COPIES),
        "all rules": partial(check, country, regions),
        "reading, validating and checking": partial(whole, country, COPIES),
    }
    times = alternating(jobs, rounds)
    for name, measured in times.items():
        print(summary(f"{name}, per region", measured, COPIES))
    floor, *_, total = (median(measured) for measured in times.values())
    return [Ratio("check / libyaml over the same bytes", total / floor, LIMIT)]


def growth(root: Path, rounds: int) -> list[Ratio]:
    """Processor time per spec of larger countries, against that of the smallest."""
    country = build(root, SIZES[-1])
    whole(country, 100)
    costs = {size: _cost(country, size, rounds) for size in SIZES}
    for size, cost in costs.items():
        print(f"     {1000 * cost:8.2f} ms per spec of {size}")
    return [
        Ratio(f"per spec of {size} / of {SIZES[0]}", cost / costs[SIZES[0]], 1 + DRIFT, 1 - DRIFT)
        for size, cost in costs.items()
        if size != SIZES[0]
    ]


def parse(sources: list[bytes]) -> None:
    """Let libyaml parse each file, and do nothing with the result."""
    for source in sources:
        CParser(source).raw_parse()


def read(country: Country, size: int) -> list[Region]:
    """Read and validate the first regions."""
    return list(read_regions(country.root, country.names[:size]))


def check(country: Country, regions: list[Region]) -> list[Finding]:
    """Ask every rule."""
    return check_regions(regions, Grounds(country.register, AS_OF, clauses()))


@cache
def clauses() -> Mapping[str, frozenset[str]]:
    """The ids of the shipped model clauses."""
    return clause_ids(Path(__file__).parent, ("tym-sopimus",))


def whole(country: Country, size: int) -> list[Finding]:
    """What `sopimukset check` does, but for the terminal."""
    return check(country, read(country, size))


def _cost(country: Country, size: int, rounds: int) -> float:
    """Least processor seconds per spec; the smaller the country, the more often it is tried."""
    times = []
    for _ in range(max(1, rounds * SIZES[0] // size)):
        gc.collect()
        begun = time.process_time()
        whole(country, size)
        times.append(time.process_time() - begun)
    return min(times) / size


def _assert_alike(country: Country) -> None:
    """No copy is broken, or the figures would tell of error messages."""
    findings = whole(country, COPIES)
    each = dict.fromkeys(country.names, 0)
    for finding in findings:
        each[finding.region] += 1
        if finding.severity.value == "error":
            sys.exit(f"a copy is broken: {finding}")
    if len(set(each.values())) != 1:
        sys.exit("the copies differ in their findings")

"""Reading, validating and checking against libyaml alone, and growth with the number of specs."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, partial
from pathlib import Path
from statistics import median

from country import Country, build
from measure import Ratio, processor_seconds
from yaml.cyaml import CParser

from sopimukset.base.collector import collector_paused
from sopimukset.findings import Finding
from sopimukset.law.check import Grounds, check_regions
from sopimukset.workspace.templates import ClauseIds
from sopimukset.workspace.workspace import Region, read_regions

AS_OF = date(2026, 6, 1)
COPIES = 200
PIECE = 20
LIMIT = 12.0
SMALL = ("alue.yaml", "2025-02-20.yaml", "2025-12-11.yaml", "2026-03-12.yaml")
"""The files of a spec of 14 KB."""
MILLISECONDS = 0.6
SIZES = (500, 1500, 4500)
DRIFT = 0.25


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """Everything that `check` does with 200 regions, against parsing the same bytes.

    Both are timed in small pieces, and of each piece the least time counts: whatever else the
    machine does can only add to it, and rarely spares a run of seconds.
    """
    country = build(root, COPIES)
    _assert_alike(country)
    pieces = [country.names[at : at + PIECE] for at in range(0, COPIES, PIECE)]
    least: dict[str, float] = {}
    for _ in range(rounds):
        for name, spent in _round(country, pieces):
            least[name] = min(spent, least.get(name, spent))
    floor, reading, checking = (
        sum(spent for name, spent in least.items() if name.startswith(part))
        for part in ("floor", "read", "check")
    )
    for name, spent in (("libyaml alone", floor), ("reading", reading), ("all rules", checking)):
        print(f"     {1000 * spent / COPIES:8.2f} ms per region: {name}")
    total = (reading + checking) / floor
    return [Ratio("reading, validating and checking / libyaml over the same bytes", total, LIMIT)]


def rules(root: Path, rounds: int) -> list[Ratio]:
    """Milliseconds of all rules a spec of 14 KB, in one process: the one limit that is no ratio."""
    country = build(root, COPIES)
    for path in (root / "regions").rglob("*.yaml"):
        if path.name not in SMALL:
            path.unlink()
    regions, sources = read(country, COPIES), country.sources(country.names)
    least = {"rules": 9.0, "libyaml": 9.0}
    with collector_paused():
        for _ in range(3 * rounds):
            gc.collect()
            spent = processor_seconds(partial(check, country, regions))
            floor = processor_seconds(partial(parse, sources))
            least = {"rules": min(spent, least["rules"]), "libyaml": min(floor, least["libyaml"])}
    kept = sum(map(len, sources)) / COPIES / 1000
    print(f"     {least['rules'] / least['libyaml']:8.2f} times libyaml, {kept:.1f} KB a spec")
    spent = 1000 * least["rules"] / COPIES
    return [Ratio("rules, ms (not a ratio) a spec of 14 KB", spent, MILLISECONDS)]


def _round(country: Country, pieces: list[tuple[str, ...]]) -> Iterator[tuple[str, float]]:
    """The seconds of each piece. All regions stay alive until they are checked, as in real life."""
    regions: list[Region] = []
    gc.collect()
    with collector_paused():
        for number, names in enumerate(pieces):
            yield f"floor {number}", processor_seconds(partial(parse, country.sources(names)))
            reading = read_regions(country.root, names)
            yield f"read {number}", processor_seconds(partial(regions.extend, reading))
        yield "check", processor_seconds(partial(check, country, regions))


def growth(root: Path, rounds: int) -> list[Ratio]:
    """Processor time per spec of larger countries, against that of the smallest."""
    country = build(root, SIZES[-1])
    whole(country, 100)
    return [_growth_to(country, size, max(1, rounds // 3)) for size in SIZES[1:]]


def _growth_to(country: Country, size: int, rounds: int) -> Ratio:
    """Each try is held against the smallest country just before and just after it."""
    small = SIZES[0]
    found = []
    before = _cost(country, small)
    for _ in range(rounds):
        own, after = _cost(country, size), _cost(country, small)
        floor = (before + after) / 2
        found.append(own / floor)
        before = after
        print(f"     {1000 * own:8.2f} ms per spec of {size}, {1000 * floor:.2f} of {small}")
    return Ratio(f"per spec of {size} / of {small}", median(found), 1 + DRIFT, 1 - DRIFT)


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
    return ClauseIds(Path(__file__).parent)


def whole(country: Country, size: int) -> list[Finding]:
    """What `sopimukset check` does, but for the terminal."""
    with collector_paused():
        return check(country, read(country, size))


def _cost(country: Country, size: int) -> float:
    """Processor seconds per spec."""
    gc.collect()
    return processor_seconds(partial(whole, country, size)) / size


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

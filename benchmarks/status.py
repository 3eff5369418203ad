"""What `status` does with 45 regions and five years of meetings and follow-up, once imported."""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

from country import Country, build
from measure import Ratio, processor_seconds
from yaml.cyaml import CParser

from sopimukset.base.collector import collector_paused
from sopimukset.reporting import status_text
from sopimukset.reporting.status_report import StatusReport, by_gravity
from sopimukset.tasks.status import statuses
from sopimukset.workspace.workspace import read_regions

REGIONS = 45
YEARS = range(2025, 2030)
MEETING_MONTHS = (2, 5, 9, 12)
PERIODS = ((1, 6, 30), (7, 12, 31))
AS_OF = date(2029, 12, 15)
SECONDS = 1.0
FLOORS = 14.0

_DAY = re.compile(r"^pvm: .*$", re.M)
_PERIOD = re.compile(r"^seurantajakso: .*$", re.M)
_TREATED = re.compile(r"pvm: \d{4}-\d\d-\d\d")


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """Seconds of one status against the promised one, and against parsing the same bytes alone."""
    country = build(root, REGIONS)
    files = sum(_five_years(root / "regions" / name) for name in country.names)
    sources = country.sources(country.names)
    own, floor = [], []
    for _ in range(rounds):
        gc.collect()
        floor.append(processor_seconds(lambda: [CParser(item).raw_parse() for item in sources]))
        gc.collect()
        own.append(processor_seconds(lambda: whole(country)))
    size = sum(map(len, sources)) / 1024
    print(f"     {1000 * median(own):8.1f} ms median, {1000 * min(own):.1f} ms least: status")
    print(
        f"     {1000 * median(floor):8.1f} ms median: libyaml alone, {files} files, {size:.0f} KB"
    )
    return [
        Ratio(f"status of {REGIONS} regions with five years / 1 s", median(own) / SECONDS, 1.0),
        Ratio("status / libyaml over the same bytes", min(own) / min(floor), FLOORS),
    ]


def whole(country: Country) -> str:
    """What `sopimukset status` does, but for the terminal."""
    with collector_paused():
        regions = tuple(read_regions(country.root, country.names))
        found = statuses(country.root, regions, AS_OF, country.register)
    if len(found) != REGIONS or any(region.unread for region in found):
        sys.exit("a copy can't be read")
    report = StatusReport(AS_OF, by_gravity(found, AS_OF))
    return status_text.render(report, colour=False, width=100)


def _five_years(folder: Path) -> int:
    """Five years of meetings and follow-ups, each a copy of a real one with another day."""
    meetings = sorted((folder / "kokoukset").iterdir())
    follow_ups = sorted((folder / "seuranta").iterdir())
    texts = [path.read_text("utf-8") for path in meetings]
    periods = [path.read_text("utf-8") for path in follow_ups]
    for path in (*meetings, *follow_ups):
        path.unlink()
    for number, day in enumerate(_meeting_days()):
        text = _DAY.sub(f"pvm: {day}", texts[number % len(texts)])
        (folder / "kokoukset" / f"{day}.yaml").write_text(text, "utf-8")
    for number, (start, end) in enumerate(_periods()):
        text = _PERIOD.sub(
            f"seurantajakso: {{alkaen: {start}, paattyen: {end}}}", periods[number % len(periods)]
        )
        text = _TREATED.sub(f"pvm: {end}", text, count=1)
        (folder / "seuranta" / f"{end}.yaml").write_text(text, "utf-8")
    return len(list(folder.rglob("*.yaml")))


def _meeting_days() -> Iterator[date]:
    for year in YEARS:
        for month in MEETING_MONTHS:
            yield date(year, month, 10)


def _periods() -> Iterator[tuple[date, date]]:
    for year in YEARS:
        for first, last, day in PERIODS:
            yield date(year, first, 1), date(year, last, day)

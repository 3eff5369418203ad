"""What `status` does with 45 regions and five years of meetings and follow-up, once imported.

Each region is full: meetings with attendance, decisions and actions, monthly in every third region
and quarterly in the others, a whole follow-up each half-year and one of the year, options of the
agreement and the structure of cooperation.
"""

from __future__ import annotations

import gc
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from statistics import median
from unittest.mock import patch

from country import SOURCE, Country, build
from measure import Ratio, fresh_seconds, import_for
from yaml.cyaml import CParser

from sopimukset import register
from sopimukset.tasks.status import Question, shown

REGIONS = 45
YEARS = range(2025, 2030)
MONTHLY, QUARTERLY = range(1, 13), (2, 5, 9, 12)
HALVES = ((1, 1, 6, 30), (7, 1, 12, 31))
WHOLE = ((1, 1, 12, 31),)
AS_OF = date(2029, 12, 15)
SECONDS = 1.0
FLOORS = 14.0

STRUCTURE = SOURCE.parent / "pohjanmaa" / "alue.yaml"
OPTIONS = """\
    optiot:
      - {tunnus: optio-1, alkaen: 2029-01-01, paattyen: 2029-12-31, ilmoitettava_viimeistaan: 2028-06-30}
      - {tunnus: optio-2, alkaen: 2030-01-01, paattyen: 2030-12-31, ilmoitettava_viimeistaan: 2029-12-20}
"""  # noqa: E501

_DAY = re.compile(r"^pvm: .*$", re.M)
_ACTION = re.compile(r"\btp-[\w-]+")
_PERIOD = re.compile(r"^seurantajakso: .*$", re.M)
_TREATED = re.compile(r"pvm: \d{4}-\d\d-\d\d")
_NOTICE = re.compile(r"^    irtisanomisaika_kk: \d+\n", re.M)


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """Seconds of one status against the promised one, and against parsing the same bytes alone."""
    country = build(root, REGIONS)
    files = sum(fill(root / "regions" / name) for name in country.names)
    sources = country.sources(country.names)
    import_for(lambda: whole(country))
    own, floor = [], []
    for _ in range(rounds):
        gc.collect()
        floor.append(fresh_seconds(lambda: [CParser(item).raw_parse() for item in sources]))
        gc.collect()
        own.append(fresh_seconds(lambda: whole(country)))
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
    with patch.object(register, "load", lambda: country.register):
        told = shown(Question(country.root, (), AS_OF, width=100))
    if told.broken or any(name not in told.text for name in country.names):
        sys.exit("a copy can't be read")
    return told.text


def fill(folder: Path) -> int:
    """Five years of meetings and follow-ups, options and a structure; how many files there are."""
    _meetings(folder / "kokoukset", MONTHLY if int(folder.name[-4:]) % 3 == 0 else QUARTERLY)
    _follow_ups(folder / "seuranta")
    record = folder / "alue.yaml"
    text, agreements = _NOTICE.subn(lambda found: found[0] + OPTIONS, record.read_text("utf-8"), 1)
    if not agreements:
        sys.exit("no agreement took the options")
    record.write_text(f"{text}\n{_structure()}", "utf-8")
    return len(list(folder.rglob("*.yaml")))


def _structure() -> str:
    """The structure of another region, by the parties of this one."""
    text = STRUCTURE.read_text("utf-8")
    text = text[text.index("yhteistyorakenne:") :]
    text = re.sub(r".*osapuoli: suupohja.*\n", "", text).replace(", suupohja", "")
    return re.sub(r"\bvaasa\b", "lahti", re.sub(r"\bpietarsaari\b", "hollola", text))


def _meetings(folder: Path, months: Sequence[int]) -> None:
    """A meeting in each of the months: a copy of a real one that gave actions, with its own day."""
    texts = _taken(folder, "toimenpiteet:")
    for number, day in enumerate(date(year, month, 10) for year in YEARS for month in months):
        text = _DAY.sub(f"pvm: {day}", texts[number % len(texts)])
        text = _ACTION.sub(lambda found: f"{found[0]}-{number}", text)  # noqa: B023
        (folder / f"{day}.yaml").write_text(text, "utf-8")


def _follow_ups(folder: Path) -> None:
    """A follow-up of each half-year and of each year, each a copy of a real one."""
    texts = _taken(folder, "mittarit:")
    for number, (start, end) in enumerate(_days()):
        text = _PERIOD.sub(
            f"seurantajakso: {{alkaen: {start}, paattyen: {end}}}", texts[number % len(texts)]
        )
        text = _TREATED.sub(f"pvm: {end}", text, count=1)
        (folder / f"{start}-{end}.yaml").write_text(text, "utf-8")


def _taken(folder: Path, word: str) -> list[str]:
    """The texts of a folder's files that hold a word; the folder is emptied."""
    files = sorted(folder.iterdir())
    texts = [path.read_text("utf-8") for path in files]
    for path in files:
        path.unlink()
    return [text for text in texts if word in text]


def _days() -> Iterator[tuple[date, date]]:
    for year in YEARS:
        for first, first_day, last, last_day in (*HALVES, *WHOLE):
            yield date(year, first, first_day), date(year, last, last_day)

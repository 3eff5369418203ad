"""Reading the past, against git and libyaml alone; who held what, in seconds.

The floor of one region between two tags: `git log --raw`, `git cat-file --batch` of the distinct
blobs that it names, and libyaml's parsing of each of them. Tags that lie far apart and tags that
are neighbours are held to the same limit. The change log, which also compares the states, judges
both ends and writes, is measured against the same floor; its limit only keeps it from growing.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from long_history import write
from measure import Ratio, alternating, seconds, summary
from yaml.cyaml import CParser

from sopimukset.base.collector import collector_paused
from sopimukset.git import opened
from sopimukset.history.revisions import ends
from sopimukset.history.stories import stories
from sopimukset.tasks.changelog import Question, changelog
from sopimukset.tasks.changelog import shown as shown_log
from sopimukset.tasks.history_shown import Question as Asked
from sopimukset.tasks.history_shown import shown

REGION = "paijat-hame-0007"
ROLE = "puheenjohtaja"
AS_OF = date(2026, 11, 22)
FAR = ("v1", "v9")
NEAR = (("v1", "v2"), ("v3", "v4"), ("v5", "v6"), ("v7", "v8"), ("v9", "v10"))
"""Some ninety states of the region, and some ten in each of the neighbouring pairs."""

LIMIT = 3.0
LOG_LIMIT = 20.0
COLD, WARM = 2.0, 0.3

_BLOBS = re.compile(rb":\d+ \d+ [0-9a-f]+ ([0-9a-f]{40}) ")
_NOTHING = b"0" * 40


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """One region between two tags, and who held its chair over the whole history."""
    write(root)
    return [
        *_between(root, f"{FAR[0]}..{FAR[1]}", rounds),
        *_neighbours(root, rounds),
        *_seconds(root, rounds),
    ]


def _between(root: Path, stretch: str, rounds: int) -> list[Ratio]:
    """One region between two tags."""
    floor_name, states_name, log_name = (
        f"{stretch}: {what}" for what in ("git and libyaml", "every state", "change log")
    )
    jobs: dict[str, Callable[[], object]] = {
        floor_name: partial(floor, root, stretch),
        states_name: partial(states, root, stretch),
        log_name: partial(log, root, stretch),
    }
    for name, job in jobs.items():
        print(f"     {job()} {name}")
    times = alternating(jobs, rounds)
    for name, spent in times.items():
        print(summary(name, spent))
    least = {name: min(spent) for name, spent in times.items()}
    against = "log, cat-file and raw_parse"
    return [
        Ratio(f"{states_name} / {against}", least[states_name] / least[floor_name], LIMIT),
        Ratio(f"{log_name} / {against}", least[log_name] / least[floor_name], LOG_LIMIT),
    ]


def _neighbours(root: Path, rounds: int) -> list[Ratio]:
    """One region between two tags that are neighbours, over several pairs of them.

    A pair takes some tens of milliseconds, so what else the machine does tells more than one pair.
    The jobs of all pairs take turns; their least times are added up, and so are their medians.
    """
    floors, others = "git and libyaml", (("every state", LIMIT), ("change log", LOG_LIMIT))
    jobs: dict[str, Callable[[], object]] = {}
    for stretch in map("..".join, NEAR):
        jobs[f"{stretch}: {floors}"] = partial(floor, root, stretch)
        jobs[f"{stretch}: every state"] = partial(states, root, stretch)
        jobs[f"{stretch}: change log"] = partial(log, root, stretch)
    for job in jobs.values():
        job()
    times = alternating(jobs, rounds)
    for name, spent in times.items():
        print(summary(name, spent))

    def whole(what: str, taken: Callable[[list[float]], float]) -> float:
        """The time of a job, added up over the pairs."""
        return sum(taken(spent) for name, spent in times.items() if name.endswith(f": {what}"))

    return [
        Ratio(
            f"{len(NEAR)} neighbouring pairs, {how} times: {what} / log, cat-file and raw_parse",
            whole(what, taken) / whole(floors, taken),
            limit,
        )
        for what, limit in others
        for how, taken in (("least", min), ("median", median))
    ]


def floor(root: Path, stretch: str) -> int:
    """What git and libyaml do at least; gives the number of blobs."""
    log = ("log", "--raw", "-z", "--no-abbrev", "--no-renames", stretch)
    named = _git(root, *log, "--", f"regions/{REGION}")
    blobs = set(_BLOBS.findall(named)) - {_NOTHING}
    told = _git(root, "cat-file", "--batch", given=b"\n".join(blobs) + b"\n")
    at = 0
    while at < len(told):
        end = told.index(b"\n", at)
        size = int(told[at:end].split()[2])
        CParser(told[end + 1 : end + 1 + size]).raw_parse()
        at = end + size + 2
    return len(blobs)


def states(root: Path, stretch: str) -> int:
    """Read every state of the region as models; gives their number."""
    number = 0
    with collector_paused(), opened(root) as repository:
        for story in stories(repository, root, [REGION], ends(repository, stretch)):
            for state in story.states:
                assert state.past
                assert state.past.region
                assert state.past.alue
                number += 1
    return number


def log(root: Path, stretch: str) -> int:
    """What `changelog` does for the region, shown as text; gives the number of changes."""
    with collector_paused():
        report = changelog(Question(root, (REGION, stretch), AS_OF))
        assert shown_log(report, "text", colour=False, width=100)
    return sum(1 for _ in report.log.entries)


def _seconds(root: Path, rounds: int) -> list[Ratio]:
    """Who held the chair, with an empty cache and with a full one."""
    question = Asked(root, REGION, ROLE)
    cold = []
    for number in range(rounds):
        with _cache(root.parent / f"cache-{number}"):
            cold.append(seconds(partial(asked, question)))
            warm = [seconds(partial(asked, question)) for _ in range(rounds)]
    print(summary(f"{ROLE}, cold", cold))
    print(summary(f"{ROLE}, warm", warm))
    return [
        Ratio(f"who held what, cold / {COLD} s", min(cold) / COLD, 1.0),
        Ratio(f"who held what, warm / {WARM} s", min(warm) / WARM, 1.0),
    ]


def asked(question: Asked) -> str:
    """What `history --role` shows."""
    with collector_paused():
        return shown(question, print).text


@contextmanager
def _cache(folder: Path) -> Iterator[None]:
    os.environ["SOPIMUKSET_CACHE"] = str(folder)
    try:
        yield
    finally:
        del os.environ["SOPIMUKSET_CACHE"]


def _git(root: Path, *arguments: str, given: bytes | None = None) -> bytes:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=root, input=given, capture_output=True, check=True).stdout

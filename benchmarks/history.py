"""Reading the past, against git and libyaml alone; who held what, in seconds.

The floor of one region between two tags: `git log --raw`, `git cat-file --batch` of the distinct
blobs that it names, and libyaml's parsing of each of them.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from long_history import write
from measure import Ratio, alternating, seconds, summary
from yaml.cyaml import CParser

from sopimukset.base.collector import collector_paused
from sopimukset.git import opened
from sopimukset.history.revisions import ends
from sopimukset.history.stories import stories
from sopimukset.tasks.history_shown import Question, shown

REGION = "paijat-hame-0007"
ROLE = "puheenjohtaja"
OLDER, NEWER = "v1", "v9"
LIMIT = 3.0
COLD, WARM = 2.0, 0.3

_BLOBS = re.compile(rb":\d+ \d+ [0-9a-f]+ ([0-9a-f]{40}) ")
_NOTHING = b"0" * 40


def ratios(root: Path, rounds: int) -> list[Ratio]:
    """One region between two tags, and who held its chair over the whole history."""
    write(root)
    jobs: dict[str, Callable[[], object]] = {
        "git and libyaml": partial(floor, root),
        "every state of the region": partial(states, root),
    }
    for name, job in jobs.items():
        print(f"     {job()} {name}")
    times = alternating(jobs, rounds)
    for name, spent in times.items():
        print(summary(name, spent))
    least = {name: min(spent) for name, spent in times.items()}
    ratio = least["every state of the region"] / least["git and libyaml"]
    return [
        Ratio(f"one region {OLDER}..{NEWER} / log, cat-file and raw_parse", ratio, LIMIT),
        *_seconds(root, rounds),
    ]


def floor(root: Path) -> int:
    """What git and libyaml do at least; gives the number of blobs."""
    log = ("log", "--raw", "-z", "--no-abbrev", "--no-renames", f"{OLDER}..{NEWER}")
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


def states(root: Path) -> int:
    """Read every state of the region as models; gives their number."""
    number = 0
    with collector_paused(), opened(root) as repository:
        for story in stories(repository, root, [REGION], ends(repository, f"{OLDER}..{NEWER}")):
            for state in story.states:
                assert state.past
                assert state.past.region
                assert state.past.alue
                number += 1
    return number


def _seconds(root: Path, rounds: int) -> list[Ratio]:
    """Who held the chair, with an empty cache and with a full one."""
    question = Question(root, REGION, ROLE)
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


def asked(question: Question) -> str:
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

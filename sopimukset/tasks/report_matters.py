"""What each report of a region speaks of: read from its folder, derived for a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopimukset.documents.report.matter import Matter
from sopimukset.model import Johtoryhma, Seuranta
from sopimukset.tasks.past_changes import changes_in
from sopimukset.tracking.concerns import concerns_of
from sopimukset.tracking.due import deadlines_on
from sopimukset.tracking.followup import follow_up, newest
from sopimukset.tracking.holdings import Holdings
from sopimukset.tracking.standing import standing_on
from sopimukset.workspace.workspace import Region


@dataclass(frozen=True, slots=True)
class Choice:
    """Which reports.

    Attributes:
        period: the name of a period, or of its file; "" for the newest that has ended.
        group: the `tunnus` of a group; "" for all.
    """

    period: str = ""
    group: str = ""


def matters_of(
    root: Path,
    region: Region,
    holdings: Holdings,
    choice: Choice,
    as_of: date,
    errors: int = 0,
) -> Iterator[Matter]:
    """A matter for each group of the region that has the period that is asked for.

    Args:
        root: the workspace, whose history tells what changed.
        region: the region's files.
        holdings: the same as models.
        choice: which period and group.
        as_of: the day by which states and deadlines are told.
        errors: how many errors the check finds in the region.
    """
    standing = standing_on(holdings, as_of)
    deadlines = deadlines_on(holdings, standing, as_of)
    concerns = concerns_of(holdings, standing)
    for group in _groups(holdings, choice):
        files = dict(_follow_ups(region, group.tunnus))
        current = _current(files, choice.period, as_of)
        follow = follow_up(holdings, files[current], as_of) if current else None
        if follow is None or current is None:
            continue
        ends = [item.seurantajakso.paattyen for item in files.values()]
        alone = ends.count(follow.days.end) == 1
        past = changes_in(root, holdings.alue.alue, follow.days)
        yield Matter(follow, current, alone, standing, concerns, deadlines, past, errors)


def periods_of(region: Region) -> list[str]:
    """What the periods of a region's follow-ups may be called, in the order of their files."""
    return [
        item.model.seurantajakso.nimi or _stem(item.file)
        for item in region.follow_ups
        if item.model is not None
    ]


def _groups(holdings: Holdings, choice: Choice) -> list[Johtoryhma]:
    groups = holdings.alue.johtoryhmat
    return [item for item in groups if choice.group in ("", item.tunnus)]


def _follow_ups(region: Region, group: str) -> Iterator[tuple[str, Seuranta]]:
    """A group's follow-ups that can be read, by their file in the region's folder."""
    for item in region.follow_ups:
        if item.model is not None and item.model.johtoryhma == group:
            yield item.file.split(f"{region.name}/", 1)[1], item.model


def _current(files: Mapping[str, Seuranta], period: str, as_of: date) -> str | None:
    """The file that was asked for: by the period's name or its own, else the newest that ended."""
    if not period:
        found = newest(files.values(), as_of)
        return next((file for file, item in files.items() if item is found), None)
    wanted = _plain(period)
    return next((file for file, item in files.items() if wanted in _names(file, item)), None)


def _names(file: str, item: Seuranta) -> set[str]:
    """What a period may be called."""
    return {_plain(_stem(file)), _plain(item.seurantajakso.nimi or _stem(file))}


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].removesuffix(".yaml")


def _plain(name: str) -> str:
    """A name as anybody may type it: with a hyphen for a dash, in small letters."""
    return name.strip().casefold().replace("–", "-")

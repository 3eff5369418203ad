"""The follow-up that values go to: one that the region has, or a new one of a named period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sopimukset.base.periods import Period, add_months, day_before
from sopimukset.base.speech import mark, say
from sopimukset.model import Johtoryhma, Seuranta
from sopimukset.tasks.refused import RefusedError
from sopimukset.workspace.locate import REGIONS
from sopimukset.workspace.record import Record
from sopimukset.workspace.workspace import FOLLOW_UPS, Region

_NAMED = re.compile(r"(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?", re.IGNORECASE)

WHICH = mark("Kerro valitsimella --period, mihin seurantajaksoon arvot tulevat.")
STRANGE = mark("Johtoryhmällä {johtoryhma} ei ole seurantajaksoa {jakso}.")
KNOWN = mark("Jaksot: {jaksot}.")
NEW_PERIOD = mark("Uuden jakson voi nimetä näin: 2026, 2026-H1, 2026-Q1 tai 2026-03.")
TAKEN = mark("Tiedosto {tiedosto} on jo olemassa, mutta siinä on muu jakso tai johtoryhmä.")


@dataclass(frozen=True, slots=True)
class Target:
    """Where values go.

    Attributes:
        file: the path from the workspace's root, with `/`.
        record: what stands there; None where the file is made.
        span: the period's first and last day.
    """

    file: str
    record: Record[Seuranta] | None
    span: Period


def target_of(region: Region, group: Johtoryhma, wanted: str, *, alone: bool) -> Target:
    """The follow-up that a period means.

    Args:
        region: as it was read.
        group: whose follow-up it is.
        wanted: the name of a period or of its file, or a new one's (`2026-H1`).
        alone: whether the region has no other group, so that the file needs no name of one.

    Raises:
        RefusedError: no period is given, or none of that name and none that can be made.
    """
    known = dict(_known(region, group))
    names = [item.record.file.rsplit("/", 1)[1][:-5] for item in known.values() if item.record]
    told = say(KNOWN).format(jaksot=", ".join(dict.fromkeys(names))) if names else ""
    advice = f"{told} {say(NEW_PERIOD)}".lstrip()
    if not wanted:
        raise RefusedError(f"{say(WHICH)} {advice}")
    span = _named(wanted)
    found = known.get(_plain(wanted)) or next(
        (item for item in known.values() if item.span == span), None
    )
    if found is not None:
        return found
    if span is None:
        strange = say(STRANGE).format(johtoryhma=group.tunnus, jakso=wanted)
        raise RefusedError(f"{strange} {advice}")
    stem = wanted.upper() if alone else f"{wanted.upper()}-{group.tunnus}"
    file = f"{REGIONS}/{region.name}/{FOLLOW_UPS}/{stem}.yaml"
    if file in region.records:
        raise RefusedError(say(TAKEN).format(tiedosto=file))
    return Target(file, None, span)


def new_follow_up(group: str, span: Period) -> str:
    """The text of a new follow-up without anything in it."""
    days = f"alkaen: {span.start.isoformat()}, paattyen: {span.end.isoformat()}"
    return (
        "# yaml-language-server: $schema=../../../schemas/seuranta.schema.json\n"
        f"muoto: 1\njohtoryhma: {group}\nseurantajakso: {{{days}}}\n"
    )


def _known(region: Region, group: Johtoryhma) -> Iterator[tuple[str, Target]]:
    """The group's follow-ups by every name that a person may give them."""
    for record in region.follow_ups:
        model = record.model
        if model is None or model.johtoryhma != group.tunnus:
            continue
        span = model.seurantajakso.jakso or Period()
        target = Target(record.file, record, span)
        stem = record.file.rsplit("/", 1)[1].removesuffix(".yaml")
        yield _plain(stem), target
        if model.seurantajakso.nimi:
            yield _plain(model.seurantajakso.nimi), target


def _named(text: str) -> Period | None:
    """The days of a year, a half, a quarter or a month; None for another name."""
    found = _NAMED.fullmatch(text.strip())
    if found is None:
        return None
    year, half, quarter, month = found.groups()
    length = 6 if half else 3 if quarter else 1 if month else 12
    part = int(half or quarter or month or 1)
    start = date(int(year), (part - 1) * length + 1, 1)
    return Period(start, day_before(add_months(start, length)))


def _plain(name: str) -> str:
    return name.strip().casefold().replace("\N{EN DASH}", "-")

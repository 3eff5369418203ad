"""Changes for other programs: `schemas/changelog.schema.json` describes them, and is a promise."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sopimukset.base.speech import FINNISH, say
from sopimukset.history.changelog import Entry, RegionLog, Skipped, counters
from sopimukset.history.changes import GENERAL, path_text
from sopimukset.history.changes.telling import Teller
from sopimukset.model.perusta import tekstina
from sopimukset.reporting.changelog.report import ChangeReport, Suspect, teller, told

TOTAL = "total"


def render(report: ChangeReport, *, colour: bool, width: int) -> str:
    """The log as JSON; `colour` and `width` concern people only."""
    tell = teller()
    log = report.log
    data = {
        "older": log.older,
        "newer": log.newer,
        "summary": _summary(list(log.entries)),
        "regions": [_region(item, report.suspects.get(item.key, ()), tell) for item in log.regions],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _summary(entries: Sequence[Entry]) -> dict[str, int]:
    numbers = {level.key: count for level, count in counters(entries).items()}
    return {**numbers, TOTAL: len(entries)}


def _region(region: RegionLog, suspects: Sequence[Suspect], tell: Teller) -> dict[str, Any]:
    return {
        "region": region.name,
        "key": region.key,
        "illustrative": region.invented,
        "summary": _summary(region.entries),
        "changes": [_entry(item, tell) for item in region.entries],
        "suspect": [
            {
                "agreement": item.agreement,
                "version": item.version,
                "parties": list(item.parties),
                "powers": list(item.powers),
                "moved": list(item.moved),
            }
            for item in suspects
        ],
        "skipped": [_skipped(item) for item in region.skipped],
    }


def _entry(entry: Entry, tell: Teller) -> dict[str, Any]:
    item, change, grade, moment = told(entry, tell), entry.change, entry.grade, entry.moment
    return {
        "kind": change.kind.key,
        "general": change.kind in GENERAL,
        "level": grade.level.key,
        "level_told": say(grade.level.told),
        "basis": list(grade.basis),
        "power": _power(entry),
        "power_refused": grade.refused,
        "sentence": item.sentence,
        "concerns": item.place,
        "path": path_text(change.path),
        "old": item.old or None,
        "new": item.new or None,
        "effective": change.effective.isoformat() if change.effective else None,
        "revision": moment.revision or None,
        "date": moment.date.isoformat() if moment.date else None,
        "author": moment.author or None,
        "version": moment.version or None,
    }


def _power(entry: Entry) -> dict[str, str | None] | None:
    power = entry.grade.power
    if power is None:
        return None
    return {"part": power.kohde, "decides": tekstina(power.paattaja, FINNISH)}


def _skipped(item: Skipped) -> dict[str, Any]:
    return {
        "revision": item.moment.revision or None if item.moment else None,
        "whole": item.whole,
        "reason": item.reason,
    }

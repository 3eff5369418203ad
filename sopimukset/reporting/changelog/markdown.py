"""A change log as Markdown: counters, then each region by version and level."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sopimukset.base.speech import mark, say
from sopimukset.history.changelog import Entry, RegionLog, by_level, by_version, version_title
from sopimukset.history.changes import path_text
from sopimukset.reporting.cells import safe
from sopimukset.reporting.changelog.report import (
    EXAMPLE,
    NO_CHANGES,
    SKIPPED_TITLE,
    SUSPECT_TITLE,
    UNRELEASED,
    ChangeReport,
    grounds,
    origin,
    skipped,
    summary,
    teller,
    told,
    values,
)

LEVEL, CHANGES, TOTAL = mark("Mitä muutos vaatii"), mark("Muutoksia"), mark("Yhteensä")

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "@": "&#64;", "#": "&#35;"}
_MARKS = re.compile(r"[\\`*_{}\[\]|~$]")


def escaped(text: str) -> str:
    """The text so that Markdown shows it as it is: no mark-up, no links, no one called by @."""
    entities = "".join(_ENTITIES.get(sign, sign) for sign in safe(text))
    marked = _MARKS.sub(lambda match: "\\" + match[0], entities)
    return re.sub(r"(?i)\b(https?|ftp|mailto):", r"\1&#58;", marked).replace("www.", "www&#46;")


def render(report: ChangeReport, *, colour: bool, width: int) -> str:
    """The log as Markdown; `colour` and `width` concern terminals only."""
    return "\n".join(_lines(report))


def _lines(report: ChangeReport) -> Iterator[str]:
    yield f"# {escaped(report.title)}"
    entries = list(report.log.entries)
    yield ""
    if not entries:
        yield say(NO_CHANGES)
    else:
        yield from _counters(entries)
    for region in report.regions:
        yield ""
        yield from _region(report, region)


def _counters(entries: Sequence[Entry]) -> Iterator[str]:
    yield f"| {say(LEVEL)} | {say(CHANGES)} |"
    yield "|---|---:|"
    for level, count in summary(entries):
        yield f"| {say(level.told)} | {count} |"
    yield f"| {say(TOTAL)} | {len(entries)} |"


def _region(report: ChangeReport, region: RegionLog) -> Iterator[str]:
    yield f"## {escaped(region.name)}"
    if region.invented:
        yield from ("", f"**{say(EXAMPLE)}**")
    suspects = [item.told for item in report.suspects.get(region.key, ())]
    yield from _notes(SUSPECT_TITLE, suspects)
    yield from _notes(SKIPPED_TITLE, [skipped(item) for item in region.skipped])
    for version, entries in by_version(region.entries).items():
        yield from ("", f"### {escaped(version_title(version, say)) or say(UNRELEASED)}")
        for level, items in by_level(entries).items():
            yield from ("", f"#### {say(level.told)} ({len(items)})", "")
            for entry in items:
                yield from _entry(entry)


def _notes(title: str, notes: Sequence[str]) -> Iterator[str]:
    if notes:
        yield from ("", f"**{say(title)}**", "")
        yield from (f"- {escaped(note)}" for note in notes)


def _entry(entry: Entry) -> Iterator[str]:
    tell = teller()
    item = told(entry, tell)
    place = f" – {escaped(item.place)}" if item.place else ""
    value = values(item)
    yield f"- **{escaped(item.sentence)}**{place}{': ' if value else ''}{escaped(value)}"
    why = grounds(entry, item, tell)
    if why:
        yield f"  - {escaped('; '.join(why))}"
    source = " · ".join(map(escaped, origin(entry)))
    yield f"  - {source} · {code(path_text(entry.change.path))}"


def code(text: str) -> str:
    """The text as code: nothing in it is mark-up."""
    return f"`{safe(text).replace('`', chr(39))}`"

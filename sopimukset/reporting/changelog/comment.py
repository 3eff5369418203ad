"""A change log as a short comment for a merge request: what it does, what becomes suspect."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.base.speech import mark, say
from sopimukset.history.changelog import Entry, RegionLog, by_level
from sopimukset.history.changes import Level
from sopimukset.reporting.changelog.markdown import escaped
from sopimukset.reporting.changelog.report import (
    EXAMPLE,
    NO_CHANGES,
    SKIPPED_TITLE,
    SUSPECT_TITLE,
    ChangeReport,
    numbered,
    skipped,
    summary,
    teller,
    told,
    values,
)

MOST = 8
"""Changes of one level that are listed for a region; the rest is counted."""

LONGEST = 160
"""Signs of a value: a comment is glanced at, the log itself holds the rest."""

LISTED = frozenset({Level.NEW_AGREEMENT, Level.PARTIES, Level.GROUP})
"""The levels that call for somebody's act; of the others only the number is told."""

TITLE = mark("Mitä tämä muutos tekee")
MORE = mark("ja {maara} muuta")
NOTHING_GRAVE = mark("Muutokset eivät vaadi osapuolten tai johtoryhmän päätöstä.")
NONE_SUSPECT = mark(
    "Yhdenkään sormenjäljellä kirjatun hyväksynnän sisältö ei muutu. "
    "Muita hyväksyntöjä ei voi verrata."
)


def render(report: ChangeReport, *, colour: bool, width: int) -> str:
    """The log as a comment in Markdown; `colour` and `width` concern terminals only."""
    return "\n".join(_lines(report))


def _lines(report: ChangeReport) -> Iterator[str]:
    entries = list(report.log.entries)
    yield f"### {say(TITLE)}"
    yield ""
    if not entries:
        yield say(NO_CHANGES)
    else:
        counted = (f"{say(level.told)}: {count}" for level, count in summary(entries))
        yield f"{numbered(len(entries))}. {'; '.join(counted)}."
        if not any(item.grade.level in LISTED for item in entries):
            yield from ("", say(NOTHING_GRAVE))
    yield from _suspects(report)
    for region in report.regions:
        yield from _region(region)


def _suspects(report: ChangeReport) -> Iterator[str]:
    found = [
        f"- {escaped(region.name)}: {escaped(item.told)}"
        for region in report.log.regions
        for item in report.suspects.get(region.key, ())
    ]
    yield ""
    if found:
        yield from (f"**{say(SUSPECT_TITLE)}**", "", *found)
    else:
        yield say(NONE_SUSPECT)


def _region(region: RegionLog) -> Iterator[str]:
    example = f" ({say(EXAMPLE)})" if region.invented else ""
    yield from ("", f"**{escaped(region.name)}**{example}", "")
    for level, items in by_level(region.entries).items():
        if level in LISTED:
            yield f"- {say(level.told)}"
            yield from _listed(items)
        else:
            yield f"- {say(level.told)}: {len(items)}"
    if region.skipped:
        yield f"- {say(SKIPPED_TITLE)}"
        yield from (f"  - {escaped(skipped(item))}" for item in region.skipped)


def _listed(entries: Sequence[Entry]) -> Iterator[str]:
    tell = teller()
    for entry in entries[:MOST]:
        item = told(entry, tell)
        place = f" – {item.place}" if item.place else ""
        value = _short(values(item))
        yield f"  - {escaped(f'{item.sentence}{place}')}{': ' if value else ''}{escaped(value)}"
    if len(entries) > MOST:
        yield f"  - {say(MORE).format(maara=len(entries) - MOST)}"


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"

"""A change log for a terminal: counters first, then each region by version and level."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import say
from sopimukset.history.changelog import Entry, RegionLog, by_level, by_version, version_title
from sopimukset.history.changes import Level, path_text
from sopimukset.reporting.cells import safe, wrapped
from sopimukset.reporting.changelog.report import (
    EXAMPLE,
    NO_CHANGES,
    SKIPPED_TITLE,
    SUSPECT_TITLE,
    UNRELEASED,
    ChangeReport,
    grounds,
    numbered,
    origin,
    skipped,
    summary,
    teller,
    told,
    values,
)

COLOUR = {
    Level.NEW_AGREEMENT: "red",
    Level.PARTIES: "yellow",
    Level.GROUP: "magenta",
    Level.NOTIFIED: "cyan",
    Level.EDITORIAL: "blue",
}
NARROWEST = 40
"""Columns: a narrower terminal breaks the lines itself."""

_INDENT = "  "


def render(report: ChangeReport, *, colour: bool, width: int) -> str:
    """The log as text."""
    text = _Text(report, colour=colour, width=max(width, NARROWEST))
    return "\n".join(text.lines())


class _Text:
    """One log being written; holds what each line needs to know."""

    def __init__(self, report: ChangeReport, *, colour: bool, width: int) -> None:
        self.report = report
        self.colour = colour
        self.width = width
        self.tell = teller()

    def lines(self) -> Iterator[str]:
        """The whole log: title, counts by level, the regions."""
        entries = list(self.report.log.entries)
        yield self.painted(safe(self.report.title), bold=True)
        if not entries:
            yield say(NO_CHANGES)
        for level, count in summary(entries):
            yield f"{_INDENT}{self.painted(say(level.told), level)}: {count}"
        for region in self.report.regions:
            yield ""
            yield from self.region(region)

    def region(self, region: RegionLog) -> Iterator[str]:
        """What changed in one region, what is suspect in it, what couldn't be read."""
        example = f" ({say(EXAMPLE)})" if region.invented else ""
        head = f"{safe(region.name)}: {numbered(len(region.entries))}{example}"
        yield self.painted(head, bold=True)
        yield from self.notes(
            SUSPECT_TITLE, [item.told for item in self.report.suspects.get(region.key, ())]
        )
        yield from self.notes(SKIPPED_TITLE, [skipped(item) for item in region.skipped])
        for version, entries in by_version(region.entries).items():
            yield from (
                "",
                self.painted(safe(version_title(version, say)) or say(UNRELEASED), bold=True),
            )
            for level, items in by_level(entries).items():
                yield self.painted(f"{say(level.told)} ({len(items)})", level)
                for entry in items:
                    yield from self.entry(entry)

    def notes(self, title: str, notes: list[str]) -> Iterator[str]:
        """A titled list; nothing where it is empty."""
        if notes:
            yield f"{say(title)}:"
            for note in notes:
                yield from wrapped(note, self.width, _INDENT, _INDENT * 2)

    def entry(self, entry: Entry) -> Iterator[str]:
        """One change: what, from what to what, why, and who recorded it when."""
        item = told(entry, self.tell)
        place = f" – {item.place}" if item.place else ""
        value = values(item)
        head = f"{item.sentence}{place}{': ' if value else ''}{value}"
        yield from wrapped(head, self.width, _INDENT, _INDENT * 2)
        why = grounds(entry, item, self.tell)
        if why:
            yield from wrapped("; ".join(why), self.width, _INDENT * 2, _INDENT * 2)
        yield safe(f"{_INDENT * 2}{' · '.join(origin(entry))} · {path_text(entry.change.path)}")

    def painted(self, text: str, level: Level | None = None, *, bold: bool = False) -> str:
        """The text in its level's colour where the terminal has colours."""
        if not self.colour:
            return text
        from click import style  # only a terminal pays for it

        return style(text, fg=COLOUR[level] if level else None, bold=bold or None)

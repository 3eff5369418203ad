"""Calendars that other programs read (RFC 5545): written to the same bytes on any day, read back.

A calendar program knows an entry by its `uid`, and takes a newer one for it by `sequence` and
stamp (RFC 5546 2.1.4, 2.1.5). Neither is taken from a clock here: the stamp follows the sequence,
and the sequence what is told (`renewed`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Calendar as Tree
    from icalendar import Component

ZONE = "Europe/Helsinki"
"""The one zone that hours are written in; its rules go into every calendar that has hours."""

_ZONE_RULES = """\
BEGIN:VTIMEZONE
TZID:Europe/Helsinki
BEGIN:DAYLIGHT
DTSTART:19960331T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:EEST
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:EET
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
"""
"""Summer time of the European Union (2000/84/EC), as it has been since 1996.

Written out, so that the bytes don't change with the machine's own table of zones.
"""

FIRST_STAMP = datetime(2025, 1, 1, tzinfo=UTC)
"""The stamp of an entry that was never changed; each change is a minute later."""

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class NotOursError(ValueError):
    """The bytes are no calendar, or another program's."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a calendar. Its texts lose what no calendar may hold (RFC 5545 3.1).

    Attributes:
        uid: what a calendar program knows it by, for ever.
        summary: its title.
        start: the day, for an entry that lasts whole days; else the moment, in Finland's time.
        end: the last day (included), or the moment it ends; None where that isn't known.
        location, description: "" for none.
        cancelled: it stays in the calendar to say that it doesn't take place.
        sequence: how often it was changed since it was first written.
    """

    uid: str
    summary: str
    start: date
    end: date | None = None
    location: str = ""
    description: str = ""
    cancelled: bool = False
    sequence: int = 0

    def __post_init__(self) -> None:
        for name in ("summary", "location", "description"):
            object.__setattr__(self, name, _printable(getattr(self, name)))

    @property
    def whole_days(self) -> bool:
        """Whether it has no hours."""
        return not isinstance(self.start, datetime)

    @property
    def day(self) -> date:
        """The day on which it begins."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    def tells_the_same(self, other: Entry) -> bool:
        """Whether a reader would see no difference."""
        return replace(self, sequence=0) == replace(other, sequence=0)


def written(entries: Iterable[Entry], *, product: str, name: str) -> bytes:
    """A calendar file.

    Args:
        entries: in any order; a `uid` may stand only once.
        product: the program that writes it (PRODID).
        name: what a calendar program calls it.

    Raises:
        ValueError: two entries have one `uid`.
    """
    from icalendar import Calendar

    tree = Calendar()
    tree.add("prodid", product)
    tree.add("version", "2.0")
    tree.add("calscale", "GREGORIAN")
    tree.add("x-wr-calname", _printable(name))
    tree.add("x-wr-timezone", ZONE)
    ordered = sorted(entries, key=lambda entry: (_sortable(entry.start), entry.uid))
    if len({entry.uid for entry in ordered}) < len(ordered):
        raise ValueError("two entries have one uid")
    if not all(entry.whole_days for entry in ordered):
        tree.add_component(Calendar.from_ical(_ZONE_RULES))
    for entry in ordered:
        tree.add_component(_component(entry))
    content: bytes = tree.to_ical()
    return content


def read(content: bytes, *, product: str) -> list[Entry]:
    """The entries of a calendar that `written` made.

    Raises:
        NotOursError: it is no calendar, or not this product's.
    """
    from icalendar import Calendar

    try:
        tree = Calendar.from_ical(content)
        if str(tree.get("prodid")) != product:
            raise NotOursError("another program's calendar")
        return list(_entries(tree))
    except (ValueError, KeyError, AttributeError, IndexError) as error:
        raise NotOursError(str(error)) from error


def renewed(
    now: Iterable[Entry],
    former: Iterable[Entry],
    gone: Callable[[Entry], bool],
    unknown: Callable[[Entry], bool] = lambda _entry: False,
) -> list[Entry]:
    """The entries with the sequence that makes a calendar program take them for newer.

    An entry that tells something else than in the former calendar gets a higher one. One that is
    not there any more stays as cancelled, for leaving it out would change nothing in the calendars
    into which the former one was imported.

    Args:
        now: what the calendar is to tell.
        former: the calendar that was written before.
        gone: whether an entry of the former calendar that is missing now doesn't take place, as
            opposed to not being asked for.
        unknown: whether nobody knows what has become of it, so that it stays as it was.
    """
    known = {entry.uid: entry for entry in former}
    found = [newer(entry, known.pop(entry.uid, None)) for entry in now]
    for entry in known.values():
        if entry.cancelled or unknown(entry):
            found.append(entry)
        elif gone(entry):
            found.append(replace(entry, cancelled=True, sequence=entry.sequence + 1))
    return found


def newer(entry: Entry, former: Entry | None) -> Entry:
    """The entry with a sequence no lower than the former one's, and higher where it changed.

    Args:
        entry: as it is told now.
        former: as it was told before; None where it wasn't.
    """
    if former is None:
        return entry
    least = former.sequence + (not entry.tells_the_same(former))
    return replace(entry, sequence=max(entry.sequence, least))


# Writing ------------------------------------------------------------------------------------------


def _component(entry: Entry) -> Component:
    from icalendar import Event

    event = Event()
    stamp = FIRST_STAMP + timedelta(minutes=entry.sequence)
    event.add("uid", entry.uid)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("sequence", entry.sequence)
    event.add("summary", entry.summary)
    event.add("dtstart", entry.start)
    if entry.whole_days:
        event.add("dtend", (entry.end or entry.start) + timedelta(days=1))  # the day after
        event.add("transp", "TRANSPARENT")  # it keeps nobody busy
    elif entry.end is not None:
        event.add("dtend", entry.end)
    for key, text in (("location", entry.location), ("description", entry.description)):
        if text:
            event.add(key, text)
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    return event


def _printable(text: str) -> str:
    r"""The text with line ends as `\n` and without control characters."""
    return _UNPRINTABLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def _sortable(start: date) -> datetime:
    if isinstance(start, datetime):
        return start.astimezone(UTC)
    return datetime.combine(start, time.min, UTC)


# Reading ------------------------------------------------------------------------------------------


def _entries(tree: Tree) -> Iterator[Entry]:
    for event in tree.walk("VEVENT"):
        start, end = event.decoded("dtstart"), _end(event)
        yield Entry(
            uid=_text(event, "uid"),
            summary=_text(event, "summary"),
            start=start,
            end=None if end == start else end,
            location=_text(event, "location"),
            description=_text(event, "description"),
            cancelled=_text(event, "status") == "CANCELLED",
            sequence=int(event.get("sequence", 0)),
        )


def _end(event: Component) -> date | None:
    if "dtend" not in event:
        return None
    end: date = event.decoded("dtend")
    return end if isinstance(end, datetime) else end - timedelta(days=1)


def _text(event: Component, key: str) -> str:
    return str(event.get(key, ""))

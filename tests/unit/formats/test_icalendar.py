"""Calendars as other programs read them: two parsers that didn't write them are asked.

vobject follows the file's own rules of the zone, ics.py the machine's table.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import ics  # type: ignore[import-untyped]
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from sopimukset.formats.icalendar import (
    FIRST_STAMP,
    ZONE,
    Entry,
    NotOursError,
    read,
    renewed,
    written,
)

PRODUCT = "-//testi//FI"
HELSINKI = ZoneInfo(ZONE)

TEXT = st.text(st.characters(codec="utf-8"), max_size=120)
DAYS = st.dates(date(1997, 1, 1), date(2037, 12, 31))


def at(day: date, hour: int = 9) -> datetime:
    """An hour in Finland."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=HELSINKI)


def meeting(uid: str, day: date, **fields: object) -> Entry:
    """An entry with hours."""
    given = {"summary": "kokous", "start": at(day), "end": at(day, 11), **fields}
    return Entry(uid=uid, **given)  # type: ignore[arg-type]


def calendar(*entries: Entry) -> bytes:
    """A calendar file."""
    return written(entries, product=PRODUCT, name="Kokoukset")


def by_vobject(content: bytes) -> dict[str, vobject.base.Component]:
    """Its events as vobject reads them."""
    tree = vobject.readOne(content.decode())
    return {event.uid.value: event for event in tree.contents.get("vevent", [])}


def by_ics(content: bytes) -> dict[str, ics.Event]:
    """Its events as ics.py reads them."""
    return {event.uid: event for event in ics.Calendar(content.decode()).events}


def in_own_zone(content: bytes) -> bytes:
    """The calendar with a zone that no machine knows, so that only its own rules can tell it."""
    return content.replace(b"Europe/Helsinki", b"Testi/Oma")


@settings(max_examples=30)  # parsing takes its time
@given(st.sets(DAYS, min_size=1, max_size=6))
def test_both_parsers_read_the_same_moments(days: set[date]) -> None:
    entries = [meeting(f"m-{day}", day) for day in days]
    content = calendar(*entries)
    first, second = by_vobject(in_own_zone(content)), by_ics(content)
    for entry in entries:
        assert isinstance(entry.start, datetime)
        assert first[entry.uid].dtstart.value.astimezone(UTC) == entry.start.astimezone(UTC)
        assert first[entry.uid].dtstart.value.hour == 9
        assert second[entry.uid].begin.datetime.astimezone(UTC) == entry.start.astimezone(UTC)
        assert second[entry.uid].end.datetime - second[entry.uid].begin.datetime == timedelta(
            hours=2
        )


@pytest.mark.parametrize("year", range(2025, 2038))
@pytest.mark.parametrize("month", [3, 10])
def test_hours_hold_around_every_clock_change(year: int, month: int) -> None:
    last = date(year, month, 31)
    sunday = last - timedelta(days=(last.weekday() + 1) % 7)
    days = [sunday + timedelta(days=away) for away in (-1, 0, 1)]
    assert at(days[0]).utcoffset() != at(days[2]).utcoffset()
    content = calendar(*(meeting(f"m-{day}", day) for day in days))
    first, second = by_vobject(in_own_zone(content)), by_ics(content)
    for day in days:
        expected = at(day).astimezone(UTC)
        assert first[f"m-{day}"].dtstart.value.astimezone(UTC) == expected
        assert second[f"m-{day}"].begin.datetime.astimezone(UTC) == expected


@given(summary=TEXT.filter(str.strip), description=TEXT, location=TEXT)
def test_texts_come_through_folding_and_escaping(
    summary: str, description: str, location: str
) -> None:
    entry = meeting(
        "m-1", date(2026, 6, 1), summary=summary, description=description, location=location
    )
    content = calendar(entry)
    lines = content.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\r" not in content.replace(b"\r\n", b"")
    for line in lines:
        line.decode()  # no character is cut in two
    assert content.count(b"BEGIN:VEVENT") == 1 or "BEGIN:VEVENT" in summary + description + location
    assert read(content, product=PRODUCT)[0].tells_the_same(entry)


@pytest.mark.parametrize(
    "text",
    [
        "Lahti; etäyhteys, \\ ja :",
        "kaksi\nriviä",
        "å" * 200,
        'lainaus "x"',
        "END:VEVENT",
        "😀" * 60,
    ],
)
def test_both_parsers_read_the_same_text(text: str) -> None:
    content = calendar(meeting("m-1", date(2026, 6, 1), summary=text, location=text))
    assert by_vobject(content)["m-1"].summary.value == text
    assert by_ics(content)["m-1"].name == text
    assert by_ics(content)["m-1"].location == text


def test_line_ends_become_one_and_control_characters_go() -> None:
    entry = meeting("m-1", date(2026, 6, 1), summary="a\x00\x07b\r\nc\rd")
    assert by_vobject(calendar(entry))["m-1"].summary.value == "ab\nc\nd"


def test_a_whole_day_lasts_to_the_day_after() -> None:
    day = date(2028, 2, 29)
    content = calendar(Entry("d-1", "määräaika", day))
    assert by_vobject(content)["d-1"].dtstart.value == day
    assert by_vobject(content)["d-1"].dtend.value == date(2028, 3, 1)
    event = by_ics(content)["d-1"]
    assert (event.all_day, event.begin.date(), event.transparent) == (True, day, True)
    assert b"VTIMEZONE" not in content


def test_a_meeting_without_known_end_has_none() -> None:
    content = calendar(meeting("m-1", date(2026, 6, 1), end=None))
    assert "dtend" not in by_vobject(content)["m-1"].contents
    assert read(content, product=PRODUCT)[0].end is None


def test_order_of_entries_doesn_t_show() -> None:
    entries = [meeting(f"m-{number}", date(2026, 6, 1)) for number in range(3)]
    assert calendar(*entries) == calendar(*reversed(entries))


def test_two_entries_of_one_uid_are_refused() -> None:
    with pytest.raises(ValueError, match="one uid"):
        calendar(meeting("m", date(2026, 6, 1)), meeting("m", date(2026, 6, 2)))


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"\xff\xfe\x00",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//other//EN\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nPRODID:-//testi//FI\r\n",
        b"BEGIN:VCALENDAR\r\nPRODID:-//testi//FI\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n"
        b"END:VCALENDAR\r\n",
    ],
)
def test_what_is_not_ours_is_refused(content: bytes) -> None:
    with pytest.raises(NotOursError):
        read(content, product=PRODUCT)


# Importing again ----------------------------------------------------------------------------------


class Importer:
    """A calendar program: it takes an entry that is newer than its own (RFC 5546 2.1.5)."""

    def __init__(self) -> None:
        self.kept: dict[str, vobject.base.Component] = {}

    def take(self, content: bytes) -> int:
        """Import a file; how many entries it added or changed."""
        changed = 0
        for uid, event in by_vobject(content).items():
            known = self.kept.get(uid)
            if known is None or _age(event) > _age(known):
                self.kept[uid] = event
                changed += 1
        return changed

    @property
    def days(self) -> dict[str, date]:
        """The days of what takes place."""
        return {
            uid: event.dtstart.value.date()
            for uid, event in self.kept.items()
            if event.status.value != "CANCELLED"
        }


def _age(event: vobject.base.Component) -> tuple[int, datetime]:
    return int(event.sequence.value), event.dtstamp.value


def all_gone(_entry: Entry) -> bool:
    return True


ENTRIES = st.dictionaries(
    st.sampled_from("abcd"), st.dates(date(2026, 1, 1), date(2026, 1, 5)), max_size=4
)


@settings(max_examples=30)  # parsing takes its time
@given(st.lists(ENTRIES, min_size=1, max_size=6))
def test_whoever_imports_each_file_has_what_the_record_told_last(
    states: list[dict[str, date]],
) -> None:
    importer, former = Importer(), b""
    for state in states:
        entries = [meeting(uid, day) for uid, day in state.items()]
        known = read(former, product=PRODUCT) if former else []
        former = calendar(*renewed(entries, known, all_gone))
        importer.take(former)
        assert importer.days == state
        assert importer.take(former) == 0
        again = renewed(entries, read(former, product=PRODUCT), all_gone)
        assert calendar(*again) == former


@settings(max_examples=30)  # parsing takes its time
@given(st.lists(ENTRIES, min_size=2, max_size=6))
def test_whoever_skipped_some_files_has_what_the_record_told_last(
    states: list[dict[str, date]],
) -> None:
    importer, known = Importer(), list[Entry]()
    for number, state in enumerate(states):
        entries = [meeting(uid, day) for uid, day in state.items()]
        known = renewed(entries, known, all_gone)
        if number % 2 == 0 or number == len(states) - 1:
            importer.take(calendar(*known))
    assert importer.days == states[-1]


def test_the_stamp_follows_the_sequence_and_no_clock() -> None:
    content = calendar(meeting("m", date(2026, 6, 1), sequence=3))
    event = by_vobject(content)["m"]
    assert event.dtstamp.value == FIRST_STAMP + timedelta(minutes=3)
    assert event.last_modified.value == event.dtstamp.value


def test_what_was_not_asked_for_is_not_cancelled() -> None:
    known = [meeting("m", date(2026, 6, 1)), meeting("n", date(2026, 7, 1))]
    kept = renewed([], known, lambda entry: entry.uid == "n")
    assert [(entry.uid, entry.cancelled, entry.sequence) for entry in kept] == [("n", True, 1)]


def test_recorded_changes_count_where_no_former_file_is_known() -> None:
    told = meeting("m", date(2026, 6, 1), sequence=2)
    assert renewed([told], [], all_gone)[0].sequence == 2
    assert renewed([told], [meeting("m", date(2026, 6, 1))], all_gone)[0].sequence == 2

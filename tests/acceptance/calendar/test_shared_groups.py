"""A group over two counties stands in the calendars of both, under the same identifiers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sopimukset.formats.icalendar import Entry, read
from sopimukset.tasks.calendar import PRODUCT, Calendars, Wish, calendars
from tests.support.workspaces import edit, record, workspace

DAY = date(2026, 6, 1)
HOME, GUEST = "vantaa-kerava", "keski-uusimaa"
SHARED = "yhteiset_johtoryhmat: [{alue: vantaa-kerava, johtoryhma: kerava-sipoo}]\n"
NAME = "Keravan ja Sipoon TYM-johtoryhmä"
AGREED = "paattyen: 2030-01-31"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace in which one region refers to the other's group; the run is made in it."""
    workspace(tmp_path, HOME, GUEST)
    other = record(tmp_path, GUEST)
    other.write_text(other.read_text(encoding="utf-8") + SHARED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def made(*regions: str, out: str = "", day: date = DAY) -> Calendars:
    return calendars(Path(), Wish(regions, Path(out) if out else None), day)


def entries(name: str) -> dict[str, Entry]:
    file = Path(name) if name.endswith(".ics") else Path(f"build/{name}/{name}_kalenteri.ics")
    return {item.uid: item for item in read(file.read_bytes(), product=PRODUCT)}


def due(found: dict[str, Entry]) -> dict[str, Entry]:
    return {uid: item for uid, item in found.items() if "kokous" not in item.summary}


@pytest.mark.usefixtures("place")
def test_both_regions_have_meetings_and_deadlines_and_one_file_has_them_once() -> None:
    for names, out in (((HOME,), "home.ics"), ((GUEST,), "guest.ics"), ((), "both.ics")):
        made(*names, out=out)
    own, shared, every = (entries(file) for file in ("home.ics", "guest.ics", "both.ics"))
    assert len(due(shared)) < len(shared)
    assert due(shared)
    assert {uid: own[uid] for uid in shared} == shared
    assert every == own | shared
    of_group = {uid for uid, item in due(own).items() if NAME in item.summary}
    assert {*due(shared)} == of_group
    assert {*due(own)} > of_group  # the home's other group is its own
    before = Path("guest.ics").read_bytes()
    made(GUEST, out="guest.ics")
    assert Path("guest.ics").read_bytes() == before


@pytest.mark.usefixtures("place")
def test_the_counts_of_a_file_of_both_have_it_once() -> None:
    (both,) = made(out="both.ics").files
    found = entries("both.ics")
    assert both.deadlines == len(due(found))
    assert both.meetings == len(found) - len(due(found))


def test_what_no_longer_falls_due_is_cancelled_in_both(place: Path) -> None:
    made()
    text = record(place, HOME).read_text(encoding="utf-8")
    assert AGREED in text
    record(place, HOME).write_text(text.replace(AGREED, "paattyen: 2029-12-31"), encoding="utf-8")
    made()
    own, shared = entries(HOME), entries(GUEST)
    assert [item for item in shared.values() if item.sequence]
    assert {uid: own[uid] for uid in shared} == shared


def test_a_calendar_that_was_written_later_is_no_older_than_the_other_one(place: Path) -> None:
    """Who takes in both believes the higher sequence, whichever calendar was made the oftener."""
    home = record(place, HOME)
    made(HOME)
    for last in ("2029-12-31", "2029-11-30"):
        text = home.read_text(encoding="utf-8")
        old = AGREED if AGREED in text else "paattyen: 2029-12-31"
        home.write_text(text.replace(old, f"paattyen: {last}"), encoding="utf-8")
        made(HOME)
    made(GUEST)
    own, shared = entries(HOME), entries(GUEST)
    assert max(item.sequence for item in due(shared).values()) >= 2
    assert {uid: own[uid].sequence for uid in due(shared)} == {
        uid: item.sequence for uid, item in due(shared).items()
    }
    before = Path(f"build/{GUEST}/{GUEST}_kalenteri.ics").read_bytes()
    made()
    assert Path(f"build/{GUEST}/{GUEST}_kalenteri.ics").read_bytes() == before


def test_a_group_that_is_shared_no_more_is_not_cancelled_for_its_home(place: Path) -> None:
    made()
    edit(record(place, GUEST), (SHARED, ""))
    made()
    assert entries(GUEST) == {}
    assert not [item for item in due(entries(HOME)).values() if item.cancelled]


def test_a_home_that_cant_be_read_cancels_nothing_and_is_told_of(place: Path) -> None:
    made()
    before = entries(GUEST)
    record(place, HOME).write_text("muoto: [\n", encoding="utf-8")
    found = made(GUEST)
    assert found.unread == [f"regions/{HOME}/alue.yaml"]
    assert entries(GUEST) == before

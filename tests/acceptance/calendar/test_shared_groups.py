"""A group over two counties meets in the calendars of both, under the same identifiers."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from sopimukset.formats.icalendar import Entry, read
from sopimukset.tasks.calendar import PRODUCT, Wish, calendars
from tests.support.workspaces import CHECKOUT

DAY = date(2026, 6, 1)
SHARED = "yhteiset_johtoryhmat: [{alue: kainuu, johtoryhma: kainuu}]\n"


def test_both_regions_have_the_meetings_and_one_file_has_them_once(tmp_path: Path) -> None:
    for name in ("kainuu", "keski-uusimaa"):
        shutil.copytree(CHECKOUT / "regions" / name, tmp_path / "regions" / name)
    other = tmp_path / "regions" / "keski-uusimaa" / "alue.yaml"
    other.write_text(other.read_text(encoding="utf-8") + SHARED, encoding="utf-8")
    home, guest, both = (tmp_path / f"{name}.ics" for name in ("home", "guest", "both"))
    for names, out in ((("kainuu",), home), (("keski-uusimaa",), guest), ((), both)):
        calendars(tmp_path, Wish(names, out), DAY)
    own, shared, every = (entries(file) for file in (home, guest, both))
    meetings = {item.uid for item in shared}
    assert meetings
    assert meetings <= {item.uid for item in own}
    assert len({item.uid for item in every}) == len(every)
    before = guest.read_bytes()
    calendars(tmp_path, Wish(("keski-uusimaa",), guest), DAY)
    assert guest.read_bytes() == before


def entries(file: Path) -> list[Entry]:
    return [item for item in read(file.read_bytes(), product=PRODUCT) if ": kokous" in item.summary]

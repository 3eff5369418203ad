"""What no case file can show: territories that no county has, and a meeting without its region."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sopimukset import register
from sopimukset.law.files import FileCase
from sopimukset.law.rules import g18, l01
from sopimukset.law.world import World
from sopimukset.model import Alue, Kokous
from sopimukset.workspace.record import Record
from sopimukset.workspace.workspace import Region

AS_OF = date(2026, 6, 1)


def world(*territories: list[str]) -> World:
    """A region of Pohjanmaa with a group for each territory, in Finnish only."""
    groups = [
        {"tunnus": f"r{index}", "toimialue": {"kunnat": names}}
        for index, names in enumerate(territories)
    ]
    alue = Alue.model_validate(
        {
            "muoto": 1,
            "alue": "pohjanmaa",
            "vaihe": "vahvistettu",
            "kielet": ["fi"],
            "johtoryhmat": groups,
        }
    )
    record = Record("pohjanmaa", "regions/pohjanmaa/alue.yaml", None, alue)
    known = register.load()
    korsnas = replace(known.kunnat["Korsnäs"], kieliasema="sv")  # no mainland municipality is
    changed = replace(known, kunnat={**known.kunnat, "Korsnäs": korsnas})
    return World(changed, AS_OF, [Region("pohjanmaa", record)], {})


@pytest.mark.parametrize(
    ("territories", "told"),
    [
        ([["Laihia"]], 0),  # Finnish alone, though the county is bilingual
        ([["Korsnäs"]], 0),  # Swedish alone, here
        ([["Laihia", "Korsnäs"]], 1),  # of both languages, none of them bilingual
        ([["Vaasa"]], 1),  # bilingual alone
        ([["Laihia"], ["Vaasa"]], 1),  # one group of two
        ([["Laihia", "Maarianhamina"]], 0),  # Åland counts for nothing
        ([["Alajärvi", "Laihia"]], 0),  # two counties, Finnish alone
        ([["Alajärvi", "Vaasa"]], 1),
        ([["Seinäjoki", "Tampere"]], 0),
    ],
)
def test_languages_follow_from_the_municipalities(territories: list[list[str]], told: int) -> None:
    region = world(*territories).regions["pohjanmaa"]
    assert len(list(l01.check(region))) == told


def test_a_meeting_whose_region_cannot_be_read_tells_nothing() -> None:
    meeting = Kokous.model_validate(
        {"muoto": 1, "johtoryhma": "tym", "pvm": "2026-05-12", "asiat": [{"laji": "muu"}]}
    )
    record = Record("x", "regions/x/kokoukset/2026-05-12.yaml", None, meeting)
    assert list(g18.check(FileCase(None, record, AS_OF))) == []

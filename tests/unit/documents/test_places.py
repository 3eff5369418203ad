"""Where a missing fact belongs, as a paper tells it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from sopimukset import register
from sopimukset.base.amounts import NBSP
from sopimukset.documents.facts import DOUBTFUL, RECORD, Facts, Gap
from sopimukset.documents.parties import Parties
from sopimukset.documents.places import place_in_words
from sopimukset.documents.subject import Source, Subject
from sopimukset.model import Alue, Kokous
from sopimukset.model.paths import Path

MEETING = "kokoukset/2026-03-12.yaml"
RECORDED: dict[str, Any] = {
    "muoto": 1,
    "alue": "lappi",
    "vaihe": "vahvistettu",
    "osapuolet": [
        {"tunnus": "tornio", "rooli": "tyovoimaviranomainen", "oikeushenkilo": "Tornion kaupunki"},
        {"tunnus": "hva", "rooli": "hyvinvointialue"},
    ],
    "neuvottelut": [{"tunnus": "n2024", "laji": "muu", "pvm": date(2024, 9, 24)}],
    "johtoryhmat": [
        {
            "tunnus": "tym",
            "nimi": "Lapin TYM-johtoryhmä",
            "jasenet": [
                {"tunnus": "t-1", "nimeaja": "tornio"},
                {"tunnus": "h-1", "nimeaja": "hva"},
            ],
        }
    ],
    "toimipisteet": [{"tunnus": "inari", "nimi": {"sv": "Enare"}, "kunta": "Inari"}],
    "henkilosto": [{"tunnus": "h", "osapuoli": "tornio"}, {"tunnus": "i"}],
}
HELD = {
    "muoto": 1,
    "johtoryhma": "tym",
    "pvm": date(2026, 3, 12),
    "asiat": [{"pykala": 4, "otsikko": {"sv": "Val"}}],
}


def place(gap: Gap, language: str = "fi", own: Path = ("sopimukset", 0), file: str = RECORD) -> str:
    """The words for a gap of a document whose own place is `own` in `file`."""
    alue = Alue.model_validate(RECORDED)
    source = Source("lappi", alue, {MEETING: Kokous.model_validate(HELD)})
    subject = Subject(source=source, tunnus="", several=False, day=None, path=own, file=file)
    return place_in_words(gap, subject, Parties(Facts(alue, language), register.load()))


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ((), ""),
        (("kielet",), ""),
        (("osapuolet", 0, "toimielin"), "Tornion kaupunki"),
        (("osapuolet", 1), "hyvinvointialue"),
        (("osapuolet", 7), ""),
        (("neuvottelut", 0), "neuvottelu 24.9.2024"),
        (("johtoryhmat", 0), "Lapin TYM-johtoryhmä"),
        (("johtoryhmat", 0, "jasenet", 0), "Lapin TYM-johtoryhmä, Tornion kaupunki"),
        (("johtoryhmat", 0, "jasenet", 1), "Lapin TYM-johtoryhmä, hyvinvointialue"),
        (("toimipisteet", 0), "toimipiste kunnassa Inari"),
        (("henkilosto", 0, "tehtava"), "Tornion kaupunki"),
        (("henkilosto", 1, "tehtava"), ""),
    ],
)
def test_a_place_is_told_by_the_names_that_a_reader_knows(path: Path, words: str) -> None:
    assert place(Gap("tieto", path)) == words


def test_a_place_in_a_meeting_is_told_by_its_day_and_section() -> None:
    gap = Gap("asian otsikko", ("asiat", 0), file=MEETING)
    assert place(gap) == f"kokous 12.3.2026, §{NBSP}4"
    assert place(Gap("kokouspaikka", (), file="kokoukset/ei-ole.yaml")) == ""


def test_a_place_is_told_in_the_papers_language() -> None:
    assert place(Gap("tieto", ("toimipisteet", 0)), "sv") == "Enare"
    assert place(Gap("tieto", ("osapuolet", 1)), "sv") == "välfärdsområde"


def test_what_the_fact_itself_names_is_not_said_again() -> None:
    assert place(Gap("Tornion kaupunki", ("osapuolet", 0), file=RECORD)) == ""


def test_what_the_document_is_about_is_not_said_again() -> None:
    group, seat = ("johtoryhmat", 0), ("johtoryhmat", 0, "jasenet", 0)
    assert place(Gap("tieto", ("neuvottelut", 0)), own=("neuvottelut", 0)) == ""
    assert place(Gap("tieto", seat), own=group) == "Tornion kaupunki"
    assert place(Gap("tieto", seat), own=(*group, "jasenet")) == "Tornion kaupunki"
    assert place(Gap("tieto", group), own=seat) == ""
    matter = Gap("asian otsikko", ("asiat", 0), file=MEETING)
    assert place(matter, own=(), file=MEETING) == f"§{NBSP}4"
    assert place(Gap("tieto", group), own=(), file=MEETING) == "Lapin TYM-johtoryhmä"


def test_a_name_that_is_not_confirmed_needs_no_place() -> None:
    """Nor another name of the same party beside it."""
    assert place(Gap("Torneå stad", ("osapuolet", 0), DOUBTFUL)) == ""

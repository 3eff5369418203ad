# ruff: noqa: E501 (the lines of the record that are edited are long)
"""What makes an acknowledged defect cover a finding, and what is said of one that doesn't."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from sopimukset.findings import Finding, Severity
from sopimukset.law.acknowledged import acknowledge
from sopimukset.workspace.workspace import read_region
from tests.acceptance.rules.rule_cases import BASES, findings_of
from tests.support.workspaces import edit

DEPUTY = "        varajasenet:\n          - nimike: johtava sosiaalityöntekijä\n            alkaen: 2026-01-01\n"
SEAT = "johtoryhmat[tym].jasenet[hva-1]"
WHOLE = {
    "koodi": "G08",
    "kohta": f"'{SEAT}'",
    "syy": "Varajäsen nimetään syksyllä",
    "vastuu": "hva",
    "kirjattu": "2026-05-01",
    "paattyen": "2026-12-31",
}
MINUTES = "muoto: 1\njohtoryhma: tym\npvm: 2026-03-10\nasiat: [{pykala: 1, laji: muu}]\n"


class Told(NamedTuple):
    """Whether the missing deputy is acknowledged, and the start of what T10 says."""

    acknowledged: bool
    said: str = ""


def judged(folder: Path, defect: dict[str, str], day: date = date(2026, 6, 1)) -> Told:
    """What comes of the defect in a region in which a member has no deputy."""
    home = folder / "regions" / "etela-karjala"
    (home / "kokoukset").mkdir(parents=True, exist_ok=True)
    source = BASES / "yksi" / "regions" / "etela-karjala" / "alue.yaml"
    (home / "alue.yaml").write_bytes(source.read_bytes())
    (home / "kokoukset" / "2026-03-10.yaml").write_text(MINUTES, encoding="utf-8")
    row = ", ".join(f"{key}: {value}" for key, value in defect.items())
    changes = (
        (DEPUTY, ""),
        ("\nhenkilosto:\n", f"\ntunnistetut_puutteet: [{{{row}}}]\nhenkilosto:\n"),
    )
    edit(home / "alue.yaml", *changes)
    found = findings_of(folder, day)
    [missing] = [item for item in found if item.code == "G08"]
    return Told(missing.acknowledged, _told_by_t10(found))


def _told_by_t10(found: list[Finding]) -> str:
    said = [item for item in found if item.code == "T10"]
    assert all(item.path.startswith("tunnistetut_puutteet[") for item in said)
    return "; ".join(f"{item.severity.value} {item.message}" for item in said)


def test_whole_one_covers(tmp_path: Path) -> None:
    assert judged(tmp_path, WHOLE) == Told(acknowledged=True)


@pytest.mark.parametrize(
    "place", ["johtoryhmat", "'johtoryhmat[tym]'", "'johtoryhmat[tym].jasenet'"]
)
def test_place_above_covers(tmp_path: Path, place: str) -> None:
    assert judged(tmp_path, {**WHOLE, "kohta": place}) == Told(acknowledged=True)


@pytest.mark.parametrize(
    "place",
    [
        "'johtoryhmat[0].jasenet[1]'",
        "'johtoryhmat[0].jasenet[hva-1]'",
        "'johtoryhmat[tym].jasenet[1]'",
    ],
)
def test_place_by_number_covers_what_findings_call_by_name(tmp_path: Path, place: str) -> None:
    assert judged(tmp_path, {**WHOLE, "kohta": place}) == Told(acknowledged=True)
    other = place.replace("[1]", "[0]").replace("[hva-1]", "[lpr-1]")
    assert not judged(tmp_path, {**WHOLE, "kohta": other}).acknowledged


@pytest.mark.parametrize("place", ["'johtoryhmat[0].jasenet[9]'", "'johtoryhmat[9]'"])
def test_place_by_a_number_that_no_item_has(tmp_path: Path, place: str) -> None:
    told = judged(tmp_path, {**WHOLE, "kohta": place})
    assert told == Told(False, "warning Tunnistetun puutteen G08 kohtaa ei löydy tiedostosta.")


@pytest.mark.parametrize(
    "place", [f"'{SEAT}.nimetyt'", "'johtoryhmat[tym].jasenet[lpr-1]'", "alue"]
)
def test_place_beside_or_below_does_not(tmp_path: Path, place: str) -> None:
    told = judged(tmp_path, {**WHOLE, "kohta": place})
    assert told == Told(False, "warning Tunnistettua puutetta G08 vastaavaa havaintoa ei enää ole.")


@pytest.mark.parametrize("place", ["johtoryhma", "'johtoryhmat[tym].jase'", "'johtoryhmat[muu]'"])
def test_place_that_is_none_does_not(tmp_path: Path, place: str) -> None:
    told = judged(tmp_path, {**WHOLE, "kohta": place})
    assert told == Told(False, "warning Tunnistetun puutteen G08 kohtaa ei löydy tiedostosta.")


@pytest.mark.parametrize(
    ("part", "word"),
    [
        ("kohta", "kohta"),
        ("syy", "syy"),
        ("vastuu", "vastuu"),
        ("kirjattu", "kirjaamispäivä"),
        ("paattyen", "määräpäivä"),
    ],
)
def test_one_that_lacks_a_part_does_not(tmp_path: Path, part: str, word: str) -> None:
    told = judged(tmp_path, {key: value for key, value in WHOLE.items() if key != part})
    assert told == Told(False, f"warning Tunnistetusta puutteesta G08 ei ole kirjattu: {word}.")


def test_one_whose_owner_is_nobody_in_the_region_does_not(tmp_path: Path) -> None:
    assert judged(tmp_path, {**WHOLE, "vastuu": "eksote"}) == Told(acknowledged=False)
    told = [item for item in findings_of(tmp_path, date(2026, 6, 1)) if item.code == "T01"]
    [owner] = [item for item in told if item.path.endswith(".vastuu")]
    assert owner.message == "Osapuolta eksote ei ole tässä alueessa."


@pytest.mark.parametrize(("recorded", "covers"), [("2026-06-01", True), ("2026-06-02", False)])
def test_it_begins_on_the_day_of_its_recording(tmp_path: Path, recorded: str, covers: bool) -> None:
    assert judged(tmp_path, {**WHOLE, "kirjattu": recorded}).acknowledged is covers


def test_before_its_recording_nothing_needs_to_answer_to_it(tmp_path: Path) -> None:
    later = {**WHOLE, "kirjattu": "2026-06-02", "kohta": "alue"}
    assert judged(tmp_path, later) == Told(acknowledged=False)


@pytest.mark.parametrize(("end", "covers"), [("2026-06-01", True), ("2026-05-31", False)])
def test_it_ends_after_its_last_day(tmp_path: Path, end: str, covers: bool) -> None:
    told = judged(tmp_path, {**WHOLE, "paattyen": end})
    said = "" if covers else "warning Tunnistetun puutteen G08 määräaika on päättynyt."
    assert told == Told(covers, said)


@pytest.mark.parametrize(
    "code", ["D03", "T10", "V01", *(f"M{number:02}" for number in range(1, 11))]
)
def test_some_findings_are_nobodys_to_live_with(tmp_path: Path, code: str) -> None:
    told = judged(tmp_path, {**WHOLE, "koodi": code})
    assert told == Told(False, f"error Havaintoa {code} ei voi kirjata tunnistetuksi puutteeksi.")


def test_code_that_is_none(tmp_path: Path) -> None:
    told = judged(tmp_path, {**WHOLE, "koodi": "X99"})
    assert told == Told(False, "warning Tunnistetun puutteen koodia X99 ei ole.")


def acknowledged(
    folder: Path, code: str, path: str, file: str = "alue.yaml", at: str = WHOLE["kohta"]
) -> bool:
    """Whether a finding would be covered by a defect of its code at the seat, or elsewhere."""
    first, *_ = answered(folder, code, path, file, at)
    return first.acknowledged


def answered(folder: Path, code: str, path: str, file: str, at: str) -> list[Finding]:
    """The finding, and what is said of the defect."""
    home = folder / "regions" / "etela-karjala"
    home.mkdir(parents=True)
    source = (BASES / "yksi" / "regions" / "etela-karjala" / "alue.yaml").read_text("utf-8")
    defect = {**WHOLE, "koodi": code, "kohta": at}
    row = ", ".join(f"{key}: {value}" for key, value in defect.items())
    text = f"{source}tunnistetut_puutteet: [{{{row}}}]\n"
    (home / "alue.yaml").write_text(text, encoding="utf-8")
    region = read_region(folder, "etela-karjala")
    record = region.record
    place = f"regions/etela-karjala/{file}"
    there = Finding(code, Severity.ERROR, "", "", place, 1, 1, 1, 1, path, record.region)
    return acknowledge(record, region.records.values(), [there], date(2026, 6, 1))


@pytest.mark.parametrize(
    ("code", "covers"),
    [("G08", True), ("D03", False), ("T10", False), ("M05", False), ("V01", False), ("D02", True)],
)
def test_only_some_codes_are_covered(tmp_path: Path, code: str, covers: bool) -> None:
    assert acknowledged(tmp_path, code, SEAT) is covers


def test_finding_of_the_whole_file_is_not_at_the_place(tmp_path: Path) -> None:
    assert not acknowledged(tmp_path, "G08", "")


def test_finding_at_the_same_place_of_another_file_is_not_covered(tmp_path: Path) -> None:
    assert not acknowledged(tmp_path, "G08", SEAT, "kokoukset/2026-03-10.yaml")


def test_all_that_is_lacking_is_told(tmp_path: Path) -> None:
    told = judged(tmp_path, {key: WHOLE[key] for key in ("koodi", "kohta", "paattyen")})
    assert told == Told(
        False, "warning Tunnistetusta puutteesta G08 ei ole kirjattu: syy, vastuu, kirjaamispäivä."
    )


@pytest.mark.parametrize(
    ("at", "file", "path", "covers"),
    [
        ("'kokoukset/2026-03-10.yaml asiat[0]'", "kokoukset/2026-03-10.yaml", "asiat[0]", True),
        ("'kokoukset/2026-03-10.yaml asiat[0]'", "kokoukset/2026-03-10.yaml", "asiat[0].a", True),
        ("'kokoukset/2026-03-10.yaml asiat[0]'", "kokoukset/2026-03-10.yaml", "asiat", False),
        ("'kokoukset/2026-03-10.yaml asiat[0]'", "kokoukset/2026-04-10.yaml", "asiat[0]", False),
        ("'kokoukset/2026-03-10.yaml asiat[0]'", "alue.yaml", "asiat[0]", False),
        ("kokoukset/2026-03-10.yaml", "kokoukset/2026-03-10.yaml", "", True),
        ("kokoukset/2026-03-10.yaml", "kokoukset/2026-03-10.yaml", "pvm", True),
        ("kokoukset/2026-03-10.yaml", "alue.yaml", "pvm", False),
    ],
)
def test_defect_of_minutes_or_follow_up_names_their_file(
    tmp_path: Path, at: str, file: str, path: str, covers: bool
) -> None:
    assert acknowledged(tmp_path, "C05", path, file, at) is covers


@pytest.mark.parametrize(
    "place", ["'kokoukset/2026-03-10.yaml asiat[7]'", "kokoukset/2026-03-11.yaml"]
)
def test_place_that_no_other_file_has(tmp_path: Path, place: str) -> None:
    told = judged(tmp_path, {**WHOLE, "kohta": place})
    assert told == Told(False, "warning Tunnistetun puutteen G08 kohtaa ei löydy tiedostosta.")


def test_a_file_that_cannot_be_opened_is_a_place_as_a_whole(tmp_path: Path) -> None:
    folder = tmp_path / "regions" / "etela-karjala" / "kokoukset"
    folder.mkdir(parents=True)
    (folder / "2026-03-11.yaml").symlink_to("puuttuu.yaml")
    at = {**WHOLE, "koodi": "C05", "kohta": "kokoukset/2026-03-11.yaml"}
    told = judged(tmp_path, at)
    assert told.said == "warning Tunnistettua puutetta C05 vastaavaa havaintoa ei enää ole."


def test_what_is_missing_may_be_acknowledged_where_it_would_stand(tmp_path: Path) -> None:
    place = f"{SEAT}.puuttuva"
    [first] = answered(tmp_path, "G08", place, "alue.yaml", f"'{place}'")
    assert first.acknowledged

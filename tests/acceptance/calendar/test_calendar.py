"""`sopimukset calendar` as a secretary uses it: write, import, change the record, import again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from datetime import UTC, date, datetime
from io import StringIO
from pathlib import Path

import ics  # type: ignore[import-untyped]
import pytest
import vobject

from sopimukset.cli import main
from tests.support.command_line import AS_OF, Done, environment, fingerprints, sopimukset
from tests.support.workspaces import EXAMPLE, edit, record, workspace

FILE = f"build/{EXAMPLE}/{EXAMPLE}_kalenteri.ics"
CHANGES = "poikkeamat: [{pvm: 2026-06-11, uusi_pvm: 2026-06-04, syy: kesäkausi}]"
GROUP = "Päijät-Hämeen TYM-johtoryhmä"
MEETING = f"ESIMERKKI: {GROUP}: kokous"

Event = vobject.base.Component


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace with the worked-out region."""
    return workspace(tmp_path / "tyotila")


def run(folder: Path, *options: str | Path, day: str = AS_OF[1]) -> Done:
    """The command in a workspace, in this process: a process of its own takes ten times as long."""
    arguments = ["--as-of", day, "calendar", *map(str, options)]
    out, err = StringIO(), StringIO()
    with (
        chdir(folder),
        redirect_stdout(out),
        redirect_stderr(err),
        pytest.raises(SystemExit) as left,
    ):
        main.run(arguments)
    return Done(int(left.value.code or 0), out.getvalue(), err.getvalue())


def events(folder: Path, file: str = FILE) -> dict[str, Event]:
    """What the written calendar holds, by identifier."""
    tree = vobject.readOne((folder / file).read_text(encoding="utf-8"))
    return {event.uid.value: event for event in tree.contents.get("vevent", [])}


def meetings(found: dict[str, Event]) -> Iterator[tuple[str, Event]]:
    """The entries with hours, with their identifiers."""
    return (
        (uid, event) for uid, event in found.items() if isinstance(event.dtstart.value, datetime)
    )


def on(found: dict[str, Event], day: date) -> tuple[str, Event]:
    """The one meeting of a day."""
    [one] = [pair for pair in meetings(found) if pair[1].dtstart.value.date() == day]
    return one


def with_changes(folder: Path, *more: str) -> None:
    """Record further moves and cancellations."""
    first = CHANGES.removesuffix("]")
    edit(record(folder), (CHANGES, f"{', '.join([first, *more])}]"))


def test_meetings_and_deadlines_go_into_one_file_that_two_parsers_read(folder: Path) -> None:
    done = run(folder)
    assert (done.code, done.out.split("  ")[0]) == (0, f"tehty: {FILE}")
    assert "[ESIMERKKI]" in done.out
    found = events(folder)
    _, june = on(found, date(2026, 6, 4))
    assert june.dtstart.value.astimezone(UTC) == datetime(2026, 6, 4, 6, tzinfo=UTC)
    assert june.dtend.value.astimezone(UTC) == datetime(2026, 6, 4, 8, tzinfo=UTC)
    assert june.summary.value == MEETING
    assert june.location.value == "Lahti ja etäyhteys"
    assert "siirretty päivästä 11.6.2026" in june.description.value
    assert "Syy: kesäkausi." in june.description.value
    _, march = on(found, date(2026, 3, 12))
    assert march.dtstart.value.astimezone(UTC).hour == 7
    term = [item for item in found.values() if "Toimikausi päättyy" in item.summary.value]
    assert [item.dtstart.value for item in term] == [date(2030, 1, 31)]
    other = ics.Calendar((folder / FILE).read_text(encoding="utf-8")).events
    assert {event.uid: event.begin.datetime.astimezone(UTC) for event in other if not event.all_day}
    assert {event.uid for event in other} == set(found)
    for uid, event in meetings(found):
        [same] = [item for item in other if item.uid == uid]
        assert same.begin.datetime == event.dtstart.value


def test_the_same_record_gives_the_same_bytes_and_the_file_is_left_alone(folder: Path) -> None:
    run(folder)
    before = fingerprints(folder)
    done = run(folder)
    assert done.out.startswith("ennallaan: ")
    assert fingerprints(folder) == before
    content = (folder / FILE).read_bytes()
    (folder / FILE).unlink()
    run(folder)
    assert (folder / FILE).read_bytes() == content


def test_only_the_build_folder_is_written(folder: Path) -> None:
    before = fingerprints(folder / "regions")
    run(folder)
    assert fingerprints(folder / "regions") == before
    assert sorted(path.name for path in folder.iterdir()) == ["build", "regions"]


def test_meetings_don_t_depend_on_the_day_of_the_run(folder: Path) -> None:
    told = []
    for day in ("2025-03-01", "2026-06-01", "2031-01-01"):
        run(folder, "--out", f"{day}.ics", day=day)
        found = events(folder, f"{day}.ics")
        told.append({uid: event.serialize() for uid, event in meetings(found)})
    assert told[0] == told[1] == told[2]


def test_a_moved_meeting_keeps_its_identifier_and_becomes_newer(folder: Path) -> None:
    run(folder)
    uid, before = on(events(folder), date(2026, 9, 10))
    (folder / "regions" / EXAMPLE / "kokoukset" / "2026-09-10.yaml").unlink()
    with_changes(folder, "{pvm: 2026-09-10, uusi_pvm: 2026-09-17, syy: este}")
    assert run(folder).code == 0
    after = events(folder)[uid]
    assert after.dtstart.value.date() == date(2026, 9, 17)
    assert int(after.sequence.value) > int(before.sequence.value)
    assert after.last_modified.value > before.last_modified.value
    assert after.status.value == "CONFIRMED"


def test_a_cancelled_meeting_says_so_and_keeps_its_identifier(folder: Path) -> None:
    run(folder)
    uid, before = on(events(folder), date(2027, 6, 10))
    with_changes(folder, "{pvm: 2027-06-10, syy: ei asioita}")
    done = run(folder)
    after = events(folder)[uid]
    assert (after.status.value, "peruttuja 1" in done.out) == ("CANCELLED", True)
    assert after.summary.value == f"ESIMERKKI: PERUTTU: {GROUP}: kokous"
    assert int(after.sequence.value) > int(before.sequence.value)


def test_recorded_moves_count_without_a_former_file_too(folder: Path) -> None:
    """Whoever imports a file that was made elsewhere gets a newer entry all the same."""
    run(folder, "--out", "a.ics")
    with_changes(folder, "{pvm: 2027-06-10, uusi_pvm: 2027-06-17}")
    run(folder, "--out", "b.ics")
    uid, before = on(events(folder, "a.ics"), date(2027, 6, 10))
    assert int(events(folder, "b.ics")[uid].sequence.value) > int(before.sequence.value)


def test_another_hour_in_the_cadence_updates_and_another_weekday_does_too(folder: Path) -> None:
    run(folder)
    uid, before = on(events(folder), date(2028, 3, 9))
    edit(record(folder), ('viikonpaiva: to, klo: "9.00"', 'viikonpaiva: ti, klo: "13.30"'))
    run(folder)
    after = events(folder)[uid]
    assert after.dtstart.value.strftime("%d.%m. %H.%M") == "14.03. 13.30"
    assert int(after.sequence.value) == int(before.sequence.value) + 1


def test_meetings_that_are_planned_no_more_are_cancelled_but_past_ones_left(folder: Path) -> None:
    (folder / "regions" / EXAMPLE / "kokoukset" / "2025-06-12.yaml").unlink()
    run(folder)
    uid, _ = on(events(folder), date(2028, 3, 9))
    past, _ = on(events(folder), date(2025, 6, 12))
    edit(record(folder), ("alkaen: 2025-03-13}", "alkaen: 2025-12-11, paattyen: 2027-12-31}"))
    run(folder)
    after = events(folder)
    assert after[uid].status.value == "CANCELLED"
    assert past not in after
    held, _ = on(after, date(2025, 9, 11))
    assert after[held].status.value == "CONFIRMED"
    run(folder)
    assert events(folder)[uid].status.value == "CANCELLED"


CADENCE = (
    'toistuvuus: {vali_kk: 3, viikko: 2, viikonpaiva: to, klo: "9.00", kesto_min: 120, '
    "alkaen: 2025-03-13}"
)
OTHERWISE = (
    'toistuvuus: {vali_kk: 2, viikko: 2, viikonpaiva: to, klo: "9.00", kesto_min: 120, '
    "alkaen: 2027-02-01}",
    'toistuvuus: {vali_kk: 1, viikko: 1, viikonpaiva: ke, klo: "9.00", kesto_min: 120, '
    "alkaen: 2025-03-01}",
    "vahintaan_vuodessa: 2",
)


@pytest.mark.parametrize("before", [True, False])
@pytest.mark.parametrize("cadence", OTHERWISE)
def test_another_rhythm_leaves_each_held_meeting_once(
    folder: Path, cadence: str, before: bool
) -> None:
    """One who imports the file again has each meeting once, by either parser."""
    run(folder, "--out", "a.ics")
    edit(record(folder), (f"vahintaan_vuodessa: 4\n      {CADENCE}", cadence))
    if before:
        (folder / "b.ics").write_bytes((folder / "a.ics").read_bytes())
    elif "viikonpaiva: ke" in cadence:
        return  # a month then has a held and a planned meeting: only the former file tells which
    run(folder, "--out", "b.ics")
    held = [*(folder / "regions" / EXAMPLE / "kokoukset").iterdir()]
    days = sorted(date.fromisoformat(file.stem) for file in held)
    imported = {**events(folder, "a.ics"), **events(folder, "b.ics")}
    once = [
        (event.dtstart.value.date(), event.status.value)
        for _, event in meetings(imported)
        if event.dtstart.value.date() in days
    ]
    assert sorted(once) == [(day, "CONFIRMED") for day in days]
    others = {
        event.uid: event
        for file in ("a.ics", "b.ics")
        for event in ics.Calendar((folder / file).read_text(encoding="utf-8")).events
    }
    starts = [event.begin.date() for event in others.values() if not event.all_day]
    assert sorted(day for day in starts if day in days) == days


def test_a_rhythm_changed_to_and_fro_settles(folder: Path) -> None:
    run(folder)
    first = {uid: event.dtstart.value for uid, event in meetings(events(folder))}
    for old, new in ((CADENCE, OTHERWISE[1]), (OTHERWISE[1], CADENCE)):
        edit(record(folder), (old, new))
        run(folder)
        assert run(folder).out.startswith("ennallaan: ")
    last = {
        uid: event.dtstart.value
        for uid, event in meetings(events(folder))
        if event.status.value == "CONFIRMED"
    }
    assert last == first


def test_a_period_leaves_out_and_never_cancels(folder: Path) -> None:
    run(folder)
    run(folder, "--from", "2026-07-01", "--until", "2026-12-31")
    found = events(folder)
    days = [event.dtstart.value.date() for _, event in meetings(found)]
    assert days == [date(2026, 9, 10), date(2026, 12, 10)]
    assert {event.status.value for event in found.values()} == {"CONFIRMED"}


def test_one_file_for_several_regions(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "t", EXAMPLE, "lappi")
    assert run(folder, "--out", "kaikki.ics").code == 0
    found = events(folder, "kaikki.ics")
    assert {uid.rsplit("-", 5)[0] for uid in found} == {EXAMPLE, "lappi"}
    assert run(folder, EXAMPLE, "--out", "kaikki.ics").code == 0
    alone = events(folder, "kaikki.ics")
    assert {uid.rsplit("-", 5)[0] for uid in alone} == {EXAMPLE}
    assert {event.status.value for event in alone.values()} == {"CONFIRMED"}


# What must not come in ----------------------------------------------------------------------------


def test_no_person_is_named(folder: Path) -> None:
    edit(
        record(folder),
        (
            "- {nimike: yhteyspäällikkö, alkaen",
            "- {nimike: yhteyspäällikkö, nimi: Nimi Keksittynen, alkaen",
        ),
        (
            "sihteeri: [{nimike: palvelukoordinaattori,",
            "sihteeri: [{nimi: Aamu Olematon, nimike: x,",
        ),
        ("syy: kesäkausi", "syy: Keksittysen matka"),
    )
    assert run(folder).code == 0
    told = (folder / FILE).read_text(encoding="utf-8").replace("\n ", "")
    for part in ("Keksitty", "Nimi", "Aamu", "Olema", "matka"):
        assert part not in told
    assert "siirretty" in told


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        ("kesäkausi", True),
        ("Uusi Keksitty-Nimi estynyt", False),
        ("siirto, tunnus 010203-999X", True),
    ],
)
def test_a_reason_that_may_name_somebody_stays_out(folder: Path, reason: str, told: bool) -> None:
    edit(record(folder), ("syy: kesäkausi", f'syy: "{reason}"'))
    run(folder)
    _, june = on(events(folder), date(2026, 6, 4))
    assert ("Syy: " in june.description.value) is told
    assert "010203" not in june.description.value


def test_only_invented_facts_are_marked_as_such(folder: Path) -> None:
    edit(record(folder), ("kuvitteellinen: true", "kuvitteellinen: false"))
    done = run(folder)
    assert "ESIMERKKI" not in done.out + (folder / FILE).read_text(encoding="utf-8")


# What a person is told ----------------------------------------------------------------------------


def test_holidays_are_told_with_free_days_and_nothing_is_moved(folder: Path) -> None:
    edit(record(folder), ("viikko: 2, viikonpaiva: to", "viikko: 1, viikonpaiva: ma"))
    done = run(folder, "--from", "2027-12-01", "--until", "2027-12-31")
    assert (
        "Päijät-Hämeen TYM-johtoryhmä (paijat-hame): suunniteltu kokous 6.12.2027 on pyhäpäivänä "
        "(itsenäisyyspäivä)" in done.err
    )
    assert "Vapaita päiviä lähellä: 13.12.2027, 29.11.2027 tai 7.12.2027." in done.err
    assert on(events(folder), date(2027, 12, 6))


def test_clashes_of_a_person_over_two_files_are_told(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "t", EXAMPLE, "pohjanmaa")
    other = record(folder, "pohjanmaa").read_text(encoding="utf-8")
    first = record(folder).read_text(encoding="utf-8")
    assert "henkilo: kela-h1" in first
    assert run(folder, "--from", "2027-03-01", "--until", "2027-03-31").code == 0
    start = other.index("toistuvuus: {")
    end = other.index("}", start) + 1
    edit(
        record(folder, "pohjanmaa"),
        (
            other[start:end],
            'toistuvuus: {vali_kk: 3, viikko: 2, viikonpaiva: to, klo: "10.00", kesto_min: 60, '
            "alkaen: 2026-03-01}",
        ),
    )
    done = run(folder, EXAMPLE, "--from", "2027-03-01", "--until", "2027-03-31")
    [line] = [item for item in done.err.splitlines() if "Päällekkäin" in item]
    assert line.startswith("ESIMERKKI: Päällekkäin 11.3.2027: ")
    assert "Päijät-Hämeen TYM-johtoryhmä (paijat-hame) 9.00–11.00" in line
    assert "Yhteinen osallistuja: Kela." in line
    group = "Pohjanmaan monialaisen tuen johtoryhmä (pohjanmaa)"
    assert f"Vapaita päiviä lähellä, {group}: 18.3.2027" in line


def test_meetings_that_clash_for_several_are_told_once_with_all_of_them(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "t", "vantaa-kerava")
    text = record(folder, "vantaa-kerava").read_text(encoding="utf-8")
    first, second = (part.split("}")[0] for part in text.split("toistuvuus: {")[1:3])
    edit(record(folder, "vantaa-kerava"), (f"toistuvuus: {{{second}", f"toistuvuus: {{{first}"))
    done = run(folder, "--from", "2027-06-01", "--until", "2027-06-30")
    [line] = [item for item in done.err.splitlines() if "Päällekkäin" in item]
    told = line.partition("Yhteiset osallistujat: ")[2]
    assert "Kela" in told
    assert "hyvinvointialue" in told
    assert line.count("Vapaita päiviä lähellä") == 1


def test_a_mistyped_change_and_an_incomplete_cadence_are_told(folder: Path) -> None:
    with_changes(folder, "{pvm: 2026-09-11, uusi_pvm: 2026-09-17}")
    assert (
        "poikkeama ei koske mitään kokousta: johtoryhmat[tym].kokoukset.poikkeamat[2026-09-11]"
        in (run(folder).err)
    )
    edit(record(folder), ("viikko: 2, ", ""))
    told = run(folder).err
    assert (
        "TYM-johtoryhmä (paijat-hame): kokouksia ei voi päivätä, koska tiedoista puuttuu: "
        "kokoukset.toistuvuus.viikko" in told
    )


def test_the_language_of_the_run_is_the_calendar_s(folder: Path) -> None:
    assert sopimukset("--lang", "en", *AS_OF, "calendar", cwd=folder).code == 0
    _, june = on(events(folder), date(2026, 6, 4))
    assert "11 June 2026" in june.description.value
    assert run(folder).out.startswith("tehty: ")
    _, after = on(events(folder), date(2026, 6, 4))
    assert int(after.sequence.value) == int(june.sequence.value) + 1


# What goes wrong ----------------------------------------------------------------------------------


def test_a_region_without_anything_gives_no_file(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "t", "kymenlaakso")
    done = run(folder)
    assert (done.code, done.out) == (3, "")
    assert "kymenlaakso" in done.err
    assert not (folder / "build").exists()


def test_a_file_that_can_t_be_read_is_told_and_the_rest_made(tmp_path: Path) -> None:
    folder = workspace(tmp_path / "t", EXAMPLE, "lappi")
    record(folder, "lappi").write_text("muoto: [", encoding="utf-8")
    done = run(folder)
    assert done.code == 1
    assert (folder / FILE).is_file()
    assert "regions/lappi/alue.yaml" in done.err


def test_days_at_the_ends_of_time_go_into_no_calendar(folder: Path) -> None:
    edit(
        record(folder),
        ("paattyen: 2030-01-31\n        asettaminen", "paattyen: 9999-12-31\n        asettaminen"),
    )
    meetings_folder = folder / "regions" / EXAMPLE / "kokoukset"
    for day in ("0001-01-01", "9999-12-31"):
        (meetings_folder / f"{day}.yaml").write_text(
            f'muoto: 1\njohtoryhma: tym\npvm: {day}\nklo: "0.30"\n', encoding="utf-8"
        )
    assert run(folder).code == 0
    years = {event.dtstart.value.year for event in events(folder).values()}
    assert (min(years), max(years)) == (2025, 2030)


@pytest.mark.parametrize("broken", ["kokoukset/2027-01-21.yaml", "alue.yaml"])
def test_what_a_broken_file_told_is_not_cancelled(folder: Path, broken: str) -> None:
    run(folder, "--out", "k.ics")
    before = events(folder, "k.ics")
    (folder / "regions" / EXAMPLE / broken).write_text("muoto: [", encoding="utf-8")
    assert run(folder, "--out", "k.ics").code == 1
    after = events(folder, "k.ics")
    assert after.keys() == before.keys()
    assert {event.status.value for event in after.values()} == {"CONFIRMED"}
    uid, extra = on(before, date(2027, 1, 21))
    assert after[uid].serialize() == extra.serialize()


@pytest.mark.parametrize(
    "content", ["muistiinpanoja", "BEGIN:VCALENDAR\r\nPRODID:x\r\nEND:VCALENDAR\r\n"]
)
def test_another_program_s_file_is_not_overwritten(folder: Path, content: str) -> None:
    (folder / "oma.ics").write_text(content, encoding="utf-8", newline="")
    done = run(folder, "--out", "oma.ics")
    assert (done.code, "oma.ics" in done.err) == (2, True)
    assert (folder / "oma.ics").read_bytes() == content.encode()


@pytest.mark.parametrize(
    ("options", "code", "says"),
    [
        (("--from", "1.3.2026"), 2, "2026-03-01"),
        (("--from", "huomenna"), 2, "--from"),
        (("--from", "2026-03-02", "--until", "2026-03-01"), 2, "--until"),
        (("paijat-häme",), 3, "paijat-hame"),
        (("--out", "regions"), 4, "regions"),
        (("--out", "regions/paijat-hame/alue.yaml/k.ics"), 4, "alue.yaml"),
    ],
)
def test_what_can_t_be_done_is_said(
    folder: Path, options: tuple[str, ...], code: int, says: str
) -> None:
    before = fingerprints(folder)
    done = run(folder, *options)
    assert (done.code, says in done.err, done.out) == (code, True, "")
    assert fingerprints(folder) == before


def test_no_workspace(tmp_path: Path) -> None:
    assert run(tmp_path).code == 3


def test_a_full_or_closed_disk_leaves_the_former_calendar(folder: Path) -> None:
    run(folder)
    before = (folder / FILE).read_bytes()
    with_changes(folder, "{pvm: 2027-06-10}")
    done = sopimukset(*AS_OF, "calendar", "--out", "/dev/full/k.ics", cwd=folder)
    assert done.code == 4
    assert (folder / FILE).read_bytes() == before


def test_help_loads_nothing_heavy(folder: Path) -> None:
    heavy = ("icalendar", "holidays", "pydantic", "yaml", "git", "lxml")
    code = (
        "import sys\nfrom sopimukset.cli.main import run\n"
        "try:\n run(['calendar', '--help'])\nexcept SystemExit:\n pass\n"
        f"print(sorted(set({heavy!r}) & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, cwd=folder, env=environment(), check=True
    )
    assert done.stderr.decode().strip() == "[]"
    assert "--until" in done.stdout.decode()


def test_a_meeting_with_two_files_is_in_the_calendar_once(folder: Path) -> None:
    """Rule T33 tells of them; two meetings at one hour in a calendar would be none the wiser."""
    file = folder / "regions" / EXAMPLE / "kokoukset" / "2026-03-12.yaml"
    (file.parent / "2026-03-12-toinen.yaml").write_bytes(file.read_bytes())
    run(folder)
    assert on(events(folder), date(2026, 3, 12))

"""`sopimukset status` as a person uses it: by its words, its JSON, and its exit code."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.support.command_line import PROGRAM, Done, environment, fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT, EXAMPLE, edit, record, workspace

SCHEMA = json.loads((CHECKOUT / "schemas/status.schema.json").read_text("utf-8"))
DAY = ("--as-of", "2026-06-01")
REAL = ("kuvitteellinen: true", "kuvitteellinen: false")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A workspace with the illustration made real, another illustration, and an empty record."""
    root = workspace(tmp_path, EXAMPLE, "kainuu", "satakunta")
    edit(record(root), REAL)
    return root


def told(root: Path, *arguments: str, day: str = "2026-06-01") -> Any:
    """The JSON of a status, held against the schema."""
    done = sopimukset("--as-of", day, "status", "--format", "json", *arguments, cwd=root)
    assert done.code == 0, done.err
    plain = json.loads(done.out)
    checker = jsonschema.FormatChecker()
    jsonschema.Draft202012Validator(SCHEMA, format_checker=checker).validate(plain)
    return plain


def region(root: Path, name: str = EXAMPLE, day: str = "2026-06-01") -> Any:
    [found] = [item for item in told(root, day=day)["regions"] if item["region"] == name]
    return found


def lines(done: Done) -> list[str]:
    assert done.code == 0, done.err
    return done.out.splitlines()


def test_the_schema_is_sound_and_every_example_fits_it() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for arguments in ((), ("--within", "90"), ("--party", "kela"), ("--towards", "2027-06-01")):
        assert told(CHECKOUT, *arguments)["as_of"] == "2026-06-01"


def test_all_regions_are_a_line_each_the_gravest_first(place: Path) -> None:
    for day in ("2025-03-11", "2025-06-10"):  # fewer meetings than promised
        (place / "regions" / "kainuu" / "kokoukset" / f"{day}.yaml").unlink()
    found = lines(sopimukset(*DAY, "status", cwd=place, COLUMNS="80"))
    rows = found[3 : found.index("", 3)]
    order = [item["region"] for item in told(place)["regions"]]
    assert [row.split()[1] for row in rows] == order
    grave = [item["gravity"] for item in told(place)["regions"]]
    assert (order, grave) == (["kainuu", EXAMPLE, "satakunta"], ["late", "near", "open"])
    assert all(len(line) <= 80 for line in found)


def test_illustrations_are_marked_and_count_in_no_total(place: Path) -> None:
    totals = told(place)["totals"]
    assert (totals["regions"], totals["illustrative"]) == (2, 1)
    assert (totals["groups_in_term"], totals["agreements_in_force"]) == (1, 1)
    out = sopimukset(*DAY, "status", cwd=place).out
    assert "kainuu *" in out
    assert f"{EXAMPLE} *" not in out
    assert "* Esimerkki" in out
    assert "(esimerkki" in sopimukset(*DAY, "status", "kainuu", cwd=place).out


def test_what_is_not_recorded_is_never_told_not_to_be(place: Path) -> None:
    done = sopimukset(*DAY, "status", "satakunta", cwd=place)
    assert "ei kirjattu" in sopimukset(*DAY, "status", cwd=place).out
    assert "Johtoryhmää ei ole kirjattu" in done.out
    [found] = told(place, "satakunta")["regions"]
    assert found["gravity"] == "open"
    assert {item["not_recorded"] for item in found["concerns"]} == {True}
    assert found["deadlines"] == []


def test_suspended_signature_shows_and_makes_the_region_grave(place: Path) -> None:
    line = "      - {osapuoli: kela, nimike: yksikön johtaja, pvm: 2025-03-28, tapa: sahkoinen}\n"
    edit(record(place), (line, ""))
    found = region(place)
    [agreement] = found["agreements"]
    assert agreement["state"] == "awaiting-signatures"
    assert (agreement["unsigned"], agreement["begun"]) == (["kela"], True)
    assert found["gravity"] == "late"
    out = sopimukset(*DAY, "status", EXAMPLE, cwd=place).out
    assert "odottaa allekirjoituksia, ei kirjattu: Kela" in out


KELA_SIGNED = "{osapuoli: kela, nimike: yksikön johtaja, pvm: 2025-03-28, tapa: sahkoinen}"
FIRST, SECOND, THIRD = "a" * 64, "b" * 64, "c" * 64


def _released(root: Path, number: str, day: str, mark: str) -> None:
    file = record(root).parent / "versiot" / f"tym-sopimus-{number}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(
        f"muoto: 1\nsopimus: tym-sopimus\nversio: '{number}'\njulkaistu: {day}\n"
        f"sormenjalki: {mark}\nsisalto: {{}}\n",
        encoding="utf-8",
    )


def test_a_version_that_awaits_approval_while_an_earlier_one_is_in_force(place: Path) -> None:
    """Who is missing is told, by day: a version of a later day awaits nothing yet."""
    first = KELA_SIGNED.replace("}", f', versio: "1.0", sormenjalki: {FIRST}}}')
    edit(record(place), (KELA_SIGNED, first))
    _released(place, "1.0", "2025-03-01", FIRST)
    awaiting = region(place)["agreements"][0]["awaiting"]
    assert awaiting["version"] == "1.0"  # the others signed, and nobody can tell what
    assert awaiting["unsigned"] == ["hollola", "lahti", "hva"]
    _released(place, "2.0", "2026-05-04", SECOND)
    assert region(place, day="2026-05-03")["agreements"][0]["awaiting"]["version"] == "1.0"
    everybody = region(place, day="2026-05-04")["agreements"][0]
    assert everybody["state"] == "in-force"
    assert everybody["awaiting"]["version"] == "2.0"
    assert {"hollola", "lahti", "hva", "kela"} == set(everybody["awaiting"]["unapproved"])
    assert everybody["awaiting"]["unsigned"] == everybody["awaiting"]["unapproved"]
    second = (
        f'{{osapuoli: kela, nimike: yksikön johtaja, pvm: 2026-05-20, versio: "2.0", '
        f"sormenjalki: {SECOND}}}"
    )
    edit(record(place), (first, f"{first}\n      - {second}"))
    assert "kela" in region(place, day="2026-05-19")["agreements"][0]["awaiting"]["unapproved"]
    missing = region(place, day="2026-05-20")["agreements"][0]["awaiting"]["unapproved"]
    assert {"hollola", "lahti", "hva"} == set(missing)
    said = " ".join(sopimukset(*DAY, "status", EXAMPLE, cwd=place).out.split())
    told_of = said.partition("versio 2.0 odottaa hyväksyntää: ")[2]
    assert told_of
    assert "Kela" not in told_of.partition(" 2026:")[0]


def test_a_first_version_awaits_those_who_signed_before_versions_were_made(place: Path) -> None:
    """A condition is told; before the version's day there is nothing to wait for."""
    _released(place, "1.0", "2026-05-04", FIRST)
    approved = next(
        line for line in record(place).read_text("utf-8").splitlines() if "kela, tekija" in line
    )
    mark = f'pvm: 2026-05-20, versio: "1.0", sormenjalki: {FIRST}'
    new = [
        f"{{osapuoli: kela, tekija: johtaja, {mark}}}",
        f"{{osapuoli: hva, tekija: aluehallitus, ehto: Muut hyväksyvät saman, {mark}}}",
    ]
    edit(record(place), (approved, "\n      - ".join((approved, *new))))
    assert region(place, day="2026-05-03")["agreements"][0]["awaiting"] is None
    first = region(place, day="2026-05-19")["agreements"][0]["awaiting"]
    assert first["unapproved"] == ["hollola", "lahti", "hva", "kela"]
    assert first["conditional"] == []
    found = region(place, day="2026-05-20")["agreements"][0]
    assert found["state"] == "in-force"
    assert found["awaiting"] == {
        "version": "1.0",
        "unapproved": ["hollola", "lahti", "hva"],
        "unsigned": ["hollola", "lahti", "hva", "kela"],
        "conditional": ["hva"],
    }
    said = " ".join(sopimukset(*DAY, "status", EXAMPLE, cwd=place).out.split())
    waiting = said.partition("versio 1.0 odottaa hyväksyntää: ")[2]
    assert "Päijät-Hämeen hyvinvointialue (ehdollinen)" in waiting
    assert "työvoimaviranomainen (Lahti)" in waiting


def _amended(place: Path, first: str, second: str) -> None:
    """Two versions, Kela's signature of the first, and an agreement that leads to the other."""
    edit(record(place), (KELA_SIGNED, first))
    _released(place, "1.0", "2025-03-01", FIRST)
    _released(place, "2.0", "2026-05-04", SECOND)
    own = "{tunnus: muutos-1, laji: muutossopimus, muuttaa: {sopimus: tym-sopimus, " + (
        'versiosta: "1.0", versioon: "2.0"}}'
    )
    (record(place).parent / "versiot" / "muutos-1-1.0.yaml").write_text(
        f"muoto: 1\nsopimus: muutos-1\nversio: '1.0'\njulkaistu: 2026-05-05\n"
        f"sormenjalki: {THIRD}\nsisalto:\n  sopimukset: [{own}]\n"
        f"  muutettavat: {{'1.0': {FIRST}, '2.0': {SECOND}}}\n",
        encoding="utf-8",
    )
    marker = "\nnuorten_yhteispalvelu:"
    amendment = f"""
  - tunnus: muutos-1
    laji: muutossopimus
    johtoryhma: tym
    osapuolet: [hollola, lahti, hva, kela]
    muuttaa: {{sopimus: tym-sopimus, versiosta: "1.0", versioon: "2.0"}}
    voimassa: {{alkaen: 2026-09-01}}
    allekirjoitukset:
      - {second}
"""
    edit(record(place), (marker, f"{amendment}{marker}"))


def test_an_amending_agreement_counts_from_the_day_on_which_it_was_signed(place: Path) -> None:
    first = KELA_SIGNED.replace("}", f', versio: "1.0", sormenjalki: {FIRST}}}')
    signed = f'{{osapuoli: kela, nimike: x, pvm: 2026-05-20, versio: "1.0", sormenjalki: {THIRD}}}'
    _amended(place, first, signed)

    def unsigned(day: str) -> list[str]:
        found = region(place, day=day)["agreements"]
        [own] = [item for item in found if item["agreement"] == "tym-sopimus"]
        return list(own["awaiting"]["unsigned"])

    assert [("kela" in unsigned(day)) for day in ("2026-05-19", "2026-05-20", "2026-05-21")] == [
        True,
        False,
        False,
    ]


def test_approval_with_a_condition_leaves_the_agreement_under_approval(place: Path) -> None:
    found = record(place).read_text("utf-8").splitlines(keepends=True)
    signed = next(line for line in found if "osapuoli: kela, nimike" in line)
    approved = next(line for line in found if "osapuoli: kela, tekija" in line)
    conditional = approved.replace("pvm:", "ehto: Muut hyväksyvät saman, pvm:")
    edit(record(place), (signed, ""), (approved, conditional))
    [agreement] = region(place)["agreements"]
    assert (agreement["state"], agreement["unapproved"]) == ("under-approval", ["kela"])
    out = sopimukset(*DAY, "status", EXAMPLE, cwd=place).out
    assert "ei kirjattu: Kela (ehdollinen)" in out


def test_within_lists_late_and_near_deadlines_of_all_regions(place: Path) -> None:
    near = told(place, "--within", "30", day="2026-12-01")
    everything = told(place, day="2026-12-01")
    for few, all_of_them in zip(near["regions"], everything["regions"], strict=True):
        assert few["deadlines"] == [
            item for item in all_of_them["deadlines"] if item["day"] <= "2026-12-31"
        ]
    out = sopimukset("--as-of", "2026-12-01", "status", "--within", "30", cwd=place).out
    assert "31.12.2026" in out
    assert "31.1.2030" not in out
    shorter = sopimukset("--as-of", "2026-12-01", "status", "--within", "29", cwd=place).out
    assert "31.12.2026" not in shorter


def test_deadlines_tell_their_source(place: Path) -> None:
    found = {item["kind"]: item for item in region(place)["deadlines"]}
    assert found["term-end"]["source"] == {"ground": "law", "place": "388/2024 1 § 1 mom"}
    assert found["next-group"]["source"]["ground"] == "ours"
    assert found["defect"]["source"]["ground"] == "record"
    assert found["defect"]["path"] == (
        "tunnistetut_puutteet[P03 nuorten_yhteispalvelu[nuoret]].paattyen"
    )
    out = sopimukset(*DAY, "status", EXAMPLE, cwd=place).out
    assert "[388/2024 1 § 1 mom]" in out
    assert "ohjelman ehdotus, ei laissa säädetty (vrt." in " ".join(out.split())
    assert "kynny" not in out


VALID = "    voimassa: {alkaen: 2025-04-01}       # ei päättymispäivää = toistaiseksi\n"
OPTION = "    voimassa: {alkaen: 2025-04-01, paattyen: 2026-12-31}\n    optiot:\n      - {%s}\n"
NOTICED = (
    "tunnus: o1, alkaen: 2027-01-01, paattyen: 2027-12-31, ilmoitettava_viimeistaan: 2026-05-31"
)


@pytest.mark.parametrize(
    ("option", "day", "state", "words"),
    [
        (NOTICED, "2026-05-30", "open", "avoinna 31.5.2026 saakka"),
        (NOTICED, "2026-05-31", "open", "avoinna 31.5.2026 saakka"),
        (NOTICED, "2026-06-01", "lapsed", "rauennut: käyttöönottoa ei ole kirjattu 31.5.2026"),
        (f"{NOTICED}, kaytetty: 2026-05-20", "2026-05-19", "open", "avoinna"),
        (f"{NOTICED}, kaytetty: 2026-05-20", "2026-05-20", "used", "otettu käyttöön 20.5.2026"),
        (f"{NOTICED}, luovuttu: 2026-05-20", "2026-06-01", "given-up", "luovuttu 20.5.2026"),
        ("tunnus: o1, paattyen: 2027-12-31", "2026-06-01", "open", "ei ole kirjattu"),
    ],
)
def test_each_option_tells_its_state(
    place: Path, option: str, day: str, state: str, words: str
) -> None:
    edit(record(place), (VALID, OPTION % option))
    [found] = [item["options"] for item in region(place, day=day)["agreements"] if item["options"]]
    assert [(item["option"], item["state"]) for item in found] == [("o1", state)]
    out = sopimukset("--as-of", day, "status", EXAMPLE, cwd=place).out
    assert "optio o1: " in out
    assert words in " ".join(out.split())


def test_an_action_tells_what_is_done_and_by_whom(place: Path) -> None:
    minutes = place / "regions" / "kainuu" / "kokoukset" / "2026-06-09.yaml"
    [line] = [row for row in minutes.read_text("utf-8").splitlines() if "tp-2026-2" in row]
    task = line.partition("tehtava: ")[2].partition(", maarapaiva")[0]
    asked = ("--as-of", "2026-08-01", "status", "kainuu")
    out = " ".join(sopimukset(*asked, cwd=place).out.split())
    told = f"tp-2026-2: {task}, vastuu: työvoimaviranomainen (Kainuu-Koillismaa)"
    assert f"{told} [kirjattu: toimenpiteen määräpäivä pöytäkirjassa]" in out
    edit(minutes, (f"tehtava: {task}", "tehtava: pyydä Keksitty Henkilö mukaan"))
    for form in ("text", "json"):
        out = sopimukset(*asked, "--format", form, cwd=place).out
        assert "tp-2026-2" in out
        assert "Keksitty" not in out


def test_what_is_dated_later_is_told_and_does_not_count(place: Path) -> None:
    folder = place / "regions" / EXAMPLE
    days = sorted(path.stem for path in (folder / "kokoukset").glob("*.yaml"))
    agenda = "muoto: 1\njohtoryhma: tym\npvm: 2027-03-11\nasiat: [{pykala: 9, otsikko: Talous}]\n"
    (folder / "kokoukset" / "2027-03-11.yaml").write_text(agenda, "utf-8")
    for day in ("2026-06-01", days[-1]):
        found = region(place, day=day)
        assert found["later"]["minutes"] == [item for item in days if item > day]
    assert region(place, day=days[-1])["later"] == {
        "minutes": [], "treatments": [], "approvals": []
    }  # fmt: skip
    out = " ".join(sopimukset(*DAY, "status", EXAMPLE, cwd=place).out.split())
    coming = len([item for item in days if item > "2026-06-01"])
    assert f"ei vielä mukana: pöytäkirjoja {coming}, seurannan käsittelyjä 2; viimeisin" in out
    end = " ".join(sopimukset("--as-of", days[-1], "status", EXAMPLE, cwd=place).out.split())
    assert "ei vielä mukana" not in end


SHARED, HOME, REFERS = "kerava-sipoo", "vantaa-kerava", "ita-uusimaa"


def of_group(items: list[Any], group: str = SHARED) -> list[Any]:
    return [item for item in items if item["group"] == group]


def test_a_region_shows_the_group_that_lives_in_anothers_file() -> None:
    [row] = [
        line for line in lines(sopimukset(*DAY, "status", cwd=CHECKOUT)) if f" {REFERS} " in line
    ]
    assert "1/1 + 1 muualla" in row
    assert "1 voimassa + 1 muualla" in row
    out = " ".join(sopimukset(*DAY, "status", REFERS, cwd=CHECKOUT).out.split())
    assert "Johtoryhmä Keravan ja Sipoon TYM-johtoryhmä yhteinen johtoryhmä" in out
    assert "kirjattu alueen vantaa-kerava tietoihin" in out
    assert "sopimus kerava-sipoo: voimassa" in out
    assert "yhteinen Keravan ja Sipoon TYM-johtoryhmä: Toimikausi päättyy" in out


@pytest.mark.parametrize("within", [(), ("--within", "250")])
def test_a_shared_group_is_told_as_its_own_file_gives_it(within: tuple[str, ...]) -> None:
    read = {item["region"]: item for item in told(CHECKOUT, *within)["regions"]}
    [alone] = told(CHECKOUT, REFERS, *within)["regions"]
    home = read[HOME]
    for found in (read[REFERS], alone):
        [shared] = found["shared_groups"]
        assert (shared["region"], shared["group"]) == (HOME, SHARED)
        for things in ("concerns", "agreements", "deadlines"):
            assert shared[things] == of_group(home[things])
            assert of_group(found[things]) == []
    assert of_group(home["deadlines"])
    assert read[HOME]["shared_groups"] == []


@pytest.fixture
def sharing(tmp_path: Path) -> Path:
    """Two real counties that share a group, in good order."""
    root = workspace(tmp_path, HOME, REFERS)
    for name in (HOME, REFERS):
        edit(record(root, name), REAL)
    return root


def spoil(root: Path, *, keep: int = 3) -> None:
    """Leave the shared group with fewer meetings than it promised for 2025."""
    folder = root / "regions" / HOME / "kokoukset"
    held = [
        file
        for file in sorted(folder.glob("*2025-*"))
        if f"johtoryhma: {SHARED}" in file.read_text("utf-8")
    ]
    assert len(held) > keep
    for file in held[keep:]:
        file.unlink()


def test_what_is_late_in_a_shared_group_is_late_in_both_counties_and_counted_once(
    sharing: Path,
) -> None:
    before = told(sharing)
    spoil(sharing)
    after = told(sharing)
    was, now = ({item["region"]: item for item in every["regions"]} for every in (before, after))
    assert (was[REFERS]["gravity"], now[REFERS]["gravity"]) == ("fine", "late")
    assert now[HOME]["gravity"] == "late"
    [shared] = now[REFERS]["shared_groups"]
    late = [item for item in shared["deadlines"] if item["late"]]
    assert [item["kind"] for item in late if item["group"] == SHARED] == [
        item["kind"] for item in of_group(now[HOME]["deadlines"]) if item["late"]
    ]
    assert after["totals"]["late"] == sum(
        item["late"] for region in after["regions"] for item in region["deadlines"]
    )
    assert after["totals"]["groups"] == 3
    [row] = [
        line for line in lines(sopimukset(*DAY, "status", cwd=sharing)) if f" {REFERS} " in line
    ]
    assert f"0 myöhässä + {len(late)} muualla" in row
    due = " ".join(sopimukset(*DAY, "status", "--within", "0", cwd=sharing).out.split())
    assert due.count(f"{HOME}/{SHARED} + {REFERS}: ") == len(late)


def test_an_invented_group_makes_no_real_county_late(sharing: Path) -> None:
    edit(record(sharing, HOME), (REAL[1], REAL[0]))
    spoil(sharing)
    found = region(sharing, REFERS)
    assert found["gravity"] == "fine"
    assert found["shared_groups"][0]["gravity"] == "late"
    [row] = [
        line for line in lines(sopimukset(*DAY, "status", cwd=sharing)) if f" {REFERS} " in line
    ]
    assert "myöhässä" not in row


@pytest.mark.parametrize("recorded", [True, False])
def test_a_service_that_the_home_of_a_shared_group_records_is_not_missing(
    tmp_path: Path, recorded: bool
) -> None:
    """381/2023 16 §: the authority's service is one, whichever county's file tells of it."""
    root = workspace(tmp_path, HOME, "keski-uusimaa")
    guest = record(root, "keski-uusimaa")
    guest.write_text(
        guest.read_text("utf-8") + "kuvitteellinen: true\n"
        "yhteiset_johtoryhmat: [{alue: vantaa-kerava, johtoryhma: kerava-sipoo}]\n",
        "utf-8",
    )
    if not recorded:
        text = record(root, HOME).read_text("utf-8")
        start = text.index("  - tunnus: nuoret-kerava-sipoo")
        record(root, HOME).write_text(text[:start], "utf-8")
    kinds = [item["kind"] for item in region(root, "keski-uusimaa")["concerns"]]
    assert ("no-youth" in kinds) != recorded


def test_an_unreadable_file_of_the_shared_group_makes_the_status_unwhole(sharing: Path) -> None:
    [broken, *_] = sorted((sharing / "regions" / HOME / "kokoukset").glob("*.yaml"))
    broken.write_text("pvm: [", "utf-8")
    done = sopimukset(*DAY, "status", REFERS, cwd=sharing)
    assert done.code == sopimukset(*DAY, "status", HOME, cwd=sharing).code == 1
    assert broken.name in done.out


def test_a_shared_group_whose_file_is_not_there_is_told_by_its_key(tmp_path: Path) -> None:
    root = workspace(tmp_path, REFERS)
    done = sopimukset(*DAY, "status", REFERS, cwd=root)
    assert (done.code, "Johtoryhmä kerava-sipoo" in done.out) == (0, True)
    assert "sitä ei löydy alueen vantaa-kerava tiedoista" in " ".join(done.out.split())
    [shared] = region(root, REFERS)["shared_groups"]
    assert (shared["gravity"], shared["deadlines"]) == (None, [])
    [pool] = told(root, "--party", f"hyvinvointialue:{REFERS}")["staff_pools"]
    assert pool["given"] == 6.5


def test_things_of_a_group_bear_its_name_where_a_region_has_several() -> None:
    out = sopimukset("--as-of", "2026-06-01", "status", "vantaa-kerava", cwd=CHECKOUT).out
    assert "Keravan ja Sipoon TYM-johtoryhmä: Vuoden 2026 seurannan" in " ".join(out.split())
    alone = sopimukset("--as-of", "2026-06-01", "status", "ita-uusimaa", cwd=CHECKOUT).out
    assert "31.12.2026  Vuoden 2026 seurannan" in alone


def test_no_key_of_a_file_is_shown_to_a_person() -> None:
    for day in ("2025-06-01", "2026-06-01", "2027-02-01"):
        names = ("lappi", "pohjois-karjala", "helsinki", "paijat-hame", "pohjanmaa")
        out = sopimukset("--as-of", day, "status", *names, cwd=CHECKOUT).out
        assert re.findall(r"\[[^\]]*(?:_|[a-zä]\.[a-zä])[^\]]*\]", out) == []


def test_deadline_never_fails_the_run_but_a_broken_file_does(place: Path) -> None:
    late = sopimukset("--as-of", "2030-02-01", "status", cwd=place)
    assert (late.code, "myöhässä" in late.out) == (0, True)
    (place / "regions/kainuu/kokoukset/2025-01-14.yaml").write_text("muoto: 1\n", "utf-8")
    broken = sopimukset(*DAY, "status", cwd=place)
    assert broken.code == 1
    assert EXAMPLE in broken.out
    record(place, "satakunta").write_text("alue: [", "utf-8")
    done = sopimukset(*DAY, "status", "--format", "json", cwd=place)
    assert done.code == 1
    assert json.loads(done.out)["unreadable"] == ["satakunta"]
    shown = sopimukset(*DAY, "status", "kainuu", cwd=place)
    assert "regions/kainuu/kokoukset/2025-01-14.yaml" in shown.out
    assert sopimukset(*DAY, "status", "--party", "kela", cwd=place).code == 1


def test_it_only_reads(place: Path) -> None:
    before = fingerprints(place)
    for arguments in ((), ("--within", "90"), ("--party", "kela"), ("--towards", "2027-06-01")):
        lines(sopimukset(*DAY, "status", *arguments, cwd=place))
    assert fingerprints(place) == before


def test_colours_on_a_terminal_only(place: Path) -> None:
    assert "\033[" not in sopimukset(*DAY, "status", cwd=place).out
    assert "\033[" in _at_a_terminal(place)
    assert "\033[" not in _at_a_terminal(place, NO_COLOR="1")


def _at_a_terminal(root: Path, **changes: str) -> str:
    reader, writer = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, *DAY, "status"],
        cwd=root,
        stdout=writer,
        stdin=subprocess.DEVNULL,
        env=environment(TERM="xterm", **changes),
    ) as running:
        os.close(writer)
        said = b""
        while True:
            try:
                piece = os.read(reader, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            said += piece
        running.wait(timeout=60)
    os.close(reader)
    return said.decode()


# One party ---------------------------------------------------------------------------------------


def test_a_party_over_all_groups(place: Path) -> None:
    found = told(place, "--party", "kela")
    assert found["party"] == "kela"
    assert [item["region"] for item in found["groups"]] == ["kainuu", EXAMPLE]
    assert [item["illustrative"] for item in found["groups"]] == [True, False]
    [seat] = found["groups"][1]["seats"]
    assert (seat["members"], seat["deputies"]) == (["yhteyspäällikkö"], ["asiakkuuspäällikkö"])
    [total] = found["staff_totals"]
    assert total == {"unit": "htv", "agreed": 1, "agreed_compared": 1, "realised": 1}


def test_clashes_of_a_party_come_all_at_once() -> None:
    found = told(CHECKOUT, "--party", "kela", day="2026-11-22")["clashes"]
    assert {"day": "2026-12-08", "overlap": True, "person": None, "meetings": [
        {"region": "kainuu", "group": "kainuu"}, {"region": "lappi", "group": "pohjois-ita"},
    ]} in found  # fmt: skip


def test_staff_of_a_shared_group_is_held_against_the_pool_in_the_other_file() -> None:
    """Two years of work that a county gives stand in the file in which the shared group lives."""
    asked = ("--party", "hyvinvointialue:ita-uusimaa")
    for names in ((), ("ita-uusimaa",)):
        [pool] = told(CHECKOUT, *names, *asked)["staff_pools"]
        assert (pool["region"], pool["promised"], pool["given"]) == ("ita-uusimaa", 8.5, 8.5)
        assert pool["given_elsewhere"] == 2
    out = " ".join(sopimukset(*DAY, "status", *asked, cwd=CHECKOUT).out.split())
    assert "osoitetusta 2 htv on yhteisessä johtoryhmässä" in out


def test_staff_in_a_shared_group_is_held_against_each_promise_and_in_no_sum_twice(
    sharing: Path,
) -> None:
    """Kela has promised staff to the groups of both regions; the shared group is one of both."""
    edit(
        record(sharing, REFERS),
        (
            "    nimi: {fi: Kela, sv: Folkpensionsanstalten}\n",
            "    nimi: {fi: Kela, sv: Folkpensionsanstalten}\n"
            "    henkilostovaranto: [{maara: 3, yksikko: htv, alkaen: 2025-04-15}]\n",
        ),
    )
    found = told(sharing, "--party", "kela")
    pools = {item["region"]: item for item in found["staff_pools"]}
    shared = pools[REFERS]["given_elsewhere"]
    assert shared > 0
    assert pools[HOME]["given_elsewhere"] == 0
    [total] = found["staff_totals"]
    assert total["agreed"] == pools[HOME]["given"] + pools[REFERS]["given"] - shared


def test_invented_staff_counts_against_no_real_pool(sharing: Path) -> None:
    edit(record(sharing, HOME), REAL[::-1])
    [pool] = told(sharing, "--party", "hyvinvointialue:ita-uusimaa")["staff_pools"]
    assert (pool["given"], pool["given_elsewhere"]) == (6.5, 0)


def test_a_party_reads_names_of_groups_and_titles_not_keys() -> None:
    done = sopimukset("--as-of", "2027-02-01", "status", "--party", "kela", cwd=CHECKOUT)
    out = " ".join(done.out.split())
    assert (
        "11.3.2027 Porvoon seudun TYM-johtoryhmä ja Keravan ja Sipoon TYM-johtoryhmä: kellonajat "
        "menevät päällekkäin; sama henkilö (yhteyspäällikkö)"
    ) in out
    assert "kela-uusimaa-h1" not in out
    assert "ks-kela-1" not in out


def test_no_persons_name_is_told(place: Path) -> None:
    old = "{nimike: yhteyspäällikkö, alkaen: 2025-02-01,"
    edit(record(place), (old, old.replace("{nimike", "{nimi: Keksitty Henkilö, nimike")))
    for arguments in ((), (EXAMPLE,), ("--party", "kela"), ("--towards", "2027-06-01")):
        for form in ("text", "json"):
            done = sopimukset(*DAY, "status", *arguments, "--format", form, cwd=place)
            assert "Keksitty" not in done.out


def test_an_unknown_party_and_one_that_may_be_several(place: Path) -> None:
    unknown = sopimukset(*DAY, "status", "--party", "kella", cwd=place)
    assert unknown.code == 3
    assert "Tarkoititko: kela?" in unknown.err
    open_one = sopimukset(*DAY, "status", "--party", EXAMPLE, cwd=place)
    assert open_one.code == 2
    assert f"hyvinvointialue:{EXAMPLE}" in open_one.err
    one = sopimukset(*DAY, "status", "--party", f"hyvinvointialue:{EXAMPLE}", cwd=place)
    assert one.code == 0


# The timetable -----------------------------------------------------------------------------------


def test_timetable_of_a_region_that_has_nothing_recorded_yet(place: Path) -> None:
    [table] = told(place, "satakunta", "--towards", "2027-06-01")["timetables"]
    assert table["feasible"]
    parties = {step["party"] for step in table["steps"] if step["party"]}
    assert parties == {
        "kela",
        "hyvinvointialue:satakunta",
        "tyovoimaviranomainen:satakunta",
        "tyovoimaviranomainen:etela-satakunta",
    }
    out = sopimukset(*DAY, "status", "satakunta", "--towards", "2027-06-01", cwd=place).out
    assert "toimielintä ei ole kirjattu" in " ".join(out.split())


def test_too_near_a_day_tells_the_earliest_one(place: Path) -> None:
    [table] = told(place, EXAMPLE, "--towards", "2026-07-01")["timetables"]
    assert not table["feasible"]
    earliest = table["earliest_first_day"]
    [again] = told(place, EXAMPLE, "--towards", earliest)["timetables"]
    assert again["feasible"]
    assert again["earliest_first_day"] is None
    out = sopimukset(*DAY, "status", EXAMPLE, "--towards", "2026-07-01", cwd=place).out
    assert "Aika ei riitä" in out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--towards", "1.6.2027"), "Tarkoititko: 2027-06-01?"),
        (("--towards", "2026-06-01"), "tarkastelupäivän jälkeen"),
        (("--towards", "9999-12-31"), "liian kaukana"),
        (("--towards", "2027-06-01", "--party", "kela"), "ilman valitsimia"),
        (("--within", "-1"), "--within"),
        (("--within", "99999999"), "--within"),
        (("--format", "pdf"), "pdf"),
    ],
)
def test_wrong_usage(place: Path, arguments: tuple[str, ...], words: str) -> None:
    done = sopimukset(*DAY, "status", *arguments, cwd=place)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_nothing_to_work_on(tmp_path: Path, place: Path) -> None:
    (tmp_path / "tyhja").mkdir()
    assert sopimukset("-C", "/", "status", cwd=tmp_path).code == 3
    done = sopimukset("status", "satakunda", cwd=place)
    assert done.code == 3
    assert "Tarkoititko: satakunta?" in done.err


@pytest.mark.parametrize("day", ["1900-01-01", "2024-12-31", "2999-12-31"])
def test_any_day_that_the_option_takes_will_do(place: Path, day: str) -> None:
    for arguments in ((), (EXAMPLE,), ("--within", "36500"), ("--party", "kela")):
        done = sopimukset("--as-of", day, "status", *arguments, cwd=place)
        assert done.code == 0, done.err

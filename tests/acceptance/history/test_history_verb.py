"""`sopimukset history` as a person uses it: its answers, its refusals, and that it only reads."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.support.command_line import Done, fingerprints, sopimukset
from tests.support.repositories import RECORD, Place

LIFE = """\
muoto: 1
alue: kainuu
vaihe: valmisteilla
johtoryhmat:
  - tunnus: tym
    jasenet:
      - tunnus: a-1
        nimetyt: [{nimike: johtaja, nimi: Testi Henkilö, alkaen: 2025-01-01}]
      - tunnus: kela-1
        nimetyt: [{nimike: päällikkö, alkaen: 2025-01-01}]
    puheenjohtaja:
      - {jasen: a-1, alkaen: 2025-02-01}
    kokoukset: {vahintaan_vuodessa: 4}
"""
ENDED = "      - {jasen: a-1, alkaen: 2025-02-01, paattyen: 2026-01-31}\n"
NEW = """\
      - jasen: kela-1
        alkaen: 2026-02-01
        paatos: {tekija: lautakunta, pvm: 2026-01-20, pykala: 7, asiatunnus: D-2}
"""


@pytest.fixture
def life(place: Place) -> Place:
    """A region whose chair changes, whose record is rewritten in another style, and moves."""
    place.write("kainuu", LIFE)
    place.commit("Alku", author="Eka Esimerkki <eka@example.org>")
    place.run("tag", "v1")
    old = "      - {jasen: a-1, alkaen: 2025-02-01}\n"
    place.write("kainuu", LIFE.replace(old, ENDED + NEW))
    place.commit("Uusi puheenjohtaja", author="Toka Esimerkki <toka@example.org>")
    text = LIFE.replace(old, ENDED + NEW)
    place.write("kainuu", text.replace("{vahintaan", "\n      vahintaan").replace("4}", "4"))
    place.commit("Muotoilu", author="Muotoilija <m@example.org>")
    place.run("mv", "regions/kainuu", "regions/kajaani")
    place.commit("Siirto", author="Siirtäjä <s@example.org>")
    return place


def history(place: Place, *arguments: str, region: str = "kajaani", **changes: str) -> Done:
    return sopimukset("history", region, *arguments, cwd=place.folder, **changes)


def data(done: Done) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)


def test_who_has_been_chair(life: Place) -> None:
    first, second = life.run("rev-list", "--reverse", "HEAD").split()[:2]
    done = history(life, "--role", "puheenjohtaja", COLUMNS="100")
    assert (done.code, done.err) == (0, "")
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines == [
        "Alkaen Päättyen Jäsenyys Nimike Päätös Kirjattu versiossa",
        f"1.2.2025 31.1.2026 a-1 johtaja ei kirjattu {first[:7]} 1.3.2026 (v1)",
        f"päättyminen kirjattu: {second[:7]} 1.3.2026: 31.1.2026",
        "1.2.2026 toistaiseksi kela-1 päällikkö lautakunta 20.1.2026 § 7 D-2 "
        f"{second[:7]} 1.3.2026",
    ]


def test_who_has_been_chair_for_programs(life: Place) -> None:
    found = data(history(life, "--role", "Puheenjohtaja", "--format", "json"))
    assert (found["region"], found["role"], found["skipped"]) == ("kajaani", "puheenjohtaja", [])
    one, two = found["rows"]
    assert (one["from"], one["to"], one["seat"]) == ("2025-02-01", "2026-01-31", "a-1")
    assert one["introduced"]["tags"] == ["v1"]
    assert [item["field"] for item in one["corrections"]] == ["end"]
    assert two["decision"] == {
        "maker": "lautakunta",
        "date": "2026-01-20",
        "section": 7,
        "case": "D-2",
    }


def test_an_open_end_lasts_as_long_as_the_groups_term(life: Place) -> None:
    text = (life.folder / "regions" / "kajaani" / "alue.yaml").read_text(encoding="utf-8")
    term = (
        "    toimikaudet: [{tunnus: k, alkaen: 2025-02-01, paattyen: 2027-01-31}]\n    jasenet:\n"
    )
    life.write("kajaani", text.replace("    jasenet:\n", term))
    life.commit("Kausi")
    rows = history(life, "--role", "puheenjohtaja", COLUMNS="100").out.splitlines()
    [first] = [row for row in rows if row.startswith("1.2.2026 ")]
    column = first.index("kauden loppuun")
    assert rows[rows.index(first) + 1][column:].startswith("31.1.2027")  # the cell's second line
    assert [row for row in rows if row[column:].startswith("31.1.2026") and "a-1" in row]
    found = data(history(life, "--role", "puheenjohtaja", "--format", "json"))["rows"]
    assert [(item["to"], item["term_ends"]) for item in found] == [
        ("2026-01-31", None),
        (None, "2027-01-31"),
    ]


def test_texts_are_in_the_language_that_is_spoken_where_they_are_recorded_in_it(
    place: Place,
) -> None:
    maker = "paatos: {tekija: {fi: lautakunta, sv: nämnden}, pvm: 2025-01-20}"
    seats = LIFE.replace("nimike: johtaja,", f"nimike: {{fi: johtaja, sv: direktör}}, {maker},")
    plain = seats.replace("{fi: johtaja, sv: direktör}", "direktör")
    place.write("kainuu", plain)
    place.commit("Vain ruotsiksi")
    place.write("kainuu", seats)
    place.commit("Molemmilla kielillä")
    told = {}
    for lang in ("fi", "sv", "en"):
        wish = ("--lang", lang, "history", "kainuu", "--role", "jasen")
        told[lang] = sopimukset(*wish, cwd=place.folder, COLUMNS="120").out
    for words in ("johtaja", "lautakunta 20.1.2025"):
        assert words in told["fi"]
        assert words not in told["sv"]
    for words in ("direktör", "nämnden 20.1.2025"):
        assert words in told["sv"]
        assert words not in told["fi"]
    assert "päällikkö" in told["sv"]  # recorded in no other language
    assert "→" not in "".join(told.values())  # a translation corrects nothing
    for lang in ("fi", "sv"):
        asked = ("--lang", lang, "history", "kainuu", "--role", "a-1", "--format", "json")
        [row] = data(sopimukset(*asked, cwd=place.folder))["rows"]
        assert (row["title"], row["decision"]["maker"]) == ("johtaja", "lautakunta")
        assert row["corrections"] == []


@pytest.mark.parametrize("role", ["jasen", "Jäsen"])
def test_all_members_at_once(life: Place, role: str) -> None:
    rows = history(life, "--role", role, COLUMNS="120").out.splitlines()[1:]
    assert [row.split()[2] for row in rows] == ["a-1", "kela-1"]
    found = data(history(life, "--role", role, "--format", "json"))
    assert [row["role"] for row in found["rows"]] == ["a-1", "kela-1"]


def test_unknown_roles_are_listed_with_who_names_them(life: Place) -> None:
    text = (life.folder / "regions" / "kajaani" / "alue.yaml").read_text(encoding="utf-8")
    parties = "osapuolet: [{tunnus: k, rooli: kela}]\njohtoryhmat:\n"
    named = text.replace("- tunnus: kela-1\n", "- tunnus: kela-1\n        nimeaja: k\n")
    life.write("kajaani", named.replace("johtoryhmat:\n", parties))
    done = history(life, "--role", "xyz")
    assert done.code == 2
    assert "a-1, kela-1 (Kela)" in " ".join(done.err.split())


def test_names_are_shown_only_when_asked_for(life: Place) -> None:
    for wish in (("--role", "a-1"), ("--path", "johtoryhmat[tym].jasenet"), ("--annotate",)):
        for form in ("text", "json"):
            plain, named = (
                history(life, *wish, "--format", form, *more).out for more in ((), ("--names",))
            )
            assert "Testi Henkilö" not in plain
            assert ("Testi" in named) == (form == "text" or wish != ("--annotate",))
        assert "Esimerkki" not in history(life, "--role", "a-1", "--names").out


def test_the_values_of_a_field(life: Place) -> None:
    life.write("kajaani", LIFE.replace("vuodessa: 4", "vuodessa: 6"))
    done = history(life, "--path", "johtoryhmat[tym].kokoukset.vahintaan_vuodessa")
    head, first, last = [line.split() for line in done.out.splitlines()]
    assert head == ["Versio", "Tekijä", "Arvo"]
    assert first[-3:] == ["Eka", "Esimerkki", "4"]
    assert last == ["ei", "tallennettu", "6"]
    found = data(history(life, "--path", "johtoryhmat[tym].puheenjohtaja", "--format", "json"))
    assert [row["author"] for row in found["rows"]] == ["Eka Esimerkki", "Toka Esimerkki", None]
    assert [len(row["value"]) for row in found["rows"]] == [1, 2, 1]


def test_a_field_that_was_taken_away(life: Place) -> None:
    life.write("kajaani", LIFE.replace("    kokoukset: {vahintaan_vuodessa: 4}\n", ""))
    life.commit("Pois")
    done = history(life, "--path", "johtoryhmat[tym].kokoukset.vahintaan_vuodessa")
    assert done.out.splitlines()[-1].endswith("poistettu")


def test_annotate_is_immune_to_form_and_moves(life: Place) -> None:
    done = history(life, "--annotate")
    by_line = {
        line.partition("│ ")[2].strip(): line.partition("│")[0].split()
        for line in done.out.splitlines()
    }
    assert by_line["vahintaan_vuodessa: 4"][-2:] == ["Eka", "Esimerkki"]
    assert by_line["- {jasen: a-1, alkaen: 2025-02-01, paattyen: 2026-01-31}"][-2:] == [
        "Toka",
        "Esimerkki",
    ]
    assert by_line["kokoukset:"] == []
    assert "Muotoilija" not in done.out
    assert "Siirtäjä" not in done.out
    found = data(history(life, "--annotate", "--format", "json"))
    assert found["file"] == "regions/kajaani/alue.yaml"
    facts = {item["path"]: item for item in found["values"]}
    said = facts["johtoryhmat[tym].puheenjohtaja[2026-02-01].paatos.pykala"]
    assert (said["author"], said["commit"]) == ("Toka Esimerkki", life.run("rev-parse", "HEAD~2"))


def test_a_broken_old_revision_is_said_and_the_rest_shown(life: Place) -> None:
    life.write("kajaani", "muoto: [")
    broken = life.commit("rikki")
    done = history(life, "--role", "puheenjohtaja")
    assert done.code == 1, "the file on disk can't be read"
    life.write("kajaani", LIFE)
    life.commit("ehjä")
    done = history(life, "--role", "puheenjohtaja")
    assert done.code == 0
    assert "1.2.2025" in done.out
    assert f"Ohitettu versio {broken[:7]}" in done.err
    assert "regions/kajaani/alue.yaml:1: " in done.err
    found = data(history(life, "--annotate", "--format", "json"))
    assert [item["commit"] for item in found["skipped"]] == [broken]


def test_a_group_can_be_chosen(life: Place) -> None:
    second = "  - tunnus: toinen\n    sihteeri: [{nimike: sihteeri, alkaen: 2026-01-01}]\n"
    life.write("kajaani", LIFE + second)
    [row] = data(history(life, "--role", "sihteeri", "--format", "json"))["rows"]
    assert row["group"] == "toinen"
    done = history(life, "--role", "puheenjohtaja", "--group", "toinen")
    assert (done.code, done.out) == (0, "Rooliin ei ole kirjattu ketään.\n")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Anna yksi"),
        (("--role", "kela-1", "--annotate"), "Anna yksi"),
        (("--role", "puhenjohtaja"), "Tarkoititko: puheenjohtaja?"),
        (("--role", "xyz"), "Tunnetut: puheenjohtaja, a-1, kela-1"),
        (("--role", "varajäsen"), "Roolia varajasen ei ole alueella kajaani."),
        (("--role", "puheenjohtaja", "--group", "tymm"), "Tarkoititko: tym?"),
        (("--path", "johtoryhmat[tym].kokoukset.vahintaan"), "Tarkoititko: johtoryhmat[tym]"),
        (("--path", ""), "ei ole ollut"),
        (("--path", "[[["), "Kenttää [[[ ei ole ollut"),
        (("--path", "vaihe]"), "Tarkoititko: vaihe?"),
    ],
)
def test_wrong_usage(life: Place, arguments: tuple[str, ...], words: str) -> None:
    done = history(life, *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_no_such_region(life: Place) -> None:
    done = history(life, "--annotate", region="kajani")
    assert (done.code, done.out) == (3, "")
    assert "Tarkoititko: kajaani?" in done.err


def test_no_repository(tmp_path: Path, life: Place) -> None:
    bare = Place(tmp_path / "ilman")
    bare.region("kainuu")
    done = history(bare, "--annotate", region="kainuu")
    assert (done.code, done.out) == (3, "")
    assert "ei ole versionhallinnassa" in done.err


def test_no_commit(tmp_path: Path, life: Place) -> None:
    new = Place(tmp_path / "uusi").start()
    new.region("kainuu")
    done = history(new, "--annotate", region="kainuu")
    assert (done.code, done.out) == (3, "")
    assert "ei ole vielä yhtään" in done.err


def test_a_shallow_clone(tmp_path: Path, life: Place) -> None:
    target = tmp_path / "matala"
    life.run("clone", "-q", "--depth", "2", life.folder.as_uri(), str(target))
    done = sopimukset("history", "kajaani", "--role", "a-1", cwd=target)
    assert (done.code, done.out) == (3, "")
    for word in ("fetch-depth: 0", "GIT_DEPTH: 0", "git fetch --unshallow --tags"):
        assert word in done.err


def test_git_missing(life: Place) -> None:
    done = history(life, "--annotate", PATH=str(life.folder / "ei"))
    assert (done.code, done.out) == (4, "")
    assert "Ohjelmaa git ei löydy" in done.err


def test_another_users_repository(life: Place) -> None:
    done = history(life, "--annotate", GIT_TEST_ASSUME_DIFFERENT_OWNER="1")
    assert (done.code, done.out) == (4, "")
    assert "safe.directory" in done.err


def test_a_damaged_object(life: Place) -> None:
    lost = life.run("rev-parse", "v1:regions/kainuu/alue.yaml")
    path = life.folder / ".git/objects" / lost[:2] / lost[2:]
    path.chmod(0o600)
    path.write_bytes(b"rikki")
    done = history(life, "--annotate")
    assert (done.code, done.out) == (4, "")
    assert lost in done.err
    assert "git fsck" in done.err


def test_reading_leaves_the_repository_byte_for_byte_as_it_was(life: Place, tmp_path: Path) -> None:
    life.write("kajaani", LIFE)
    life.write("uusi", RECORD.format(key="uusi", meetings=1))
    life.run("add", "regions/uusi")
    os.utime(life.folder / "regions/kajaani/alue.yaml", (1, 1))  # git would refresh its index
    life.run("worktree", "add", "-q", str(tmp_path / "toinen"), "v1")
    before = fingerprints(life.folder)
    for wish in (("--role", "puheenjohtaja"), ("--path", "vaihe"), ("--annotate",)):
        assert history(life, *wish).code == 0
    assert fingerprints(life.folder) == before


def test_an_answer_is_remembered_until_something_changes(life: Place, tmp_path: Path) -> None:
    """The answer out of the cache is the answer; a commit, a tag or an edit makes a new one."""
    cache = str(tmp_path / "muisti")

    def asked() -> str:
        return history(life, "--role", "puheenjohtaja", SOPIMUKSET_CACHE=cache).out

    first = asked()
    assert len(list(Path(cache).iterdir())) == 1
    assert asked() == first
    life.run("tag", "v2", "HEAD~2")
    tagged = asked()
    assert "(v2)" in tagged
    life.write("kajaani", LIFE.replace("2025-02-01}\n    kokoukset", "2025-02-02}\n    kokoukset"))
    edited = asked()
    assert "2.2.2025" in edited
    life.commit("Korjaus")
    assert "2.2.2025" in asked()
    assert "ei tallennettu" in edited
    assert "ei tallennettu" not in asked()
    kept = "".join(str(path.read_bytes()) for path in Path(cache).iterdir())
    history(life, "--role", "a-1", "--names", SOPIMUKSET_CACHE=cache)
    assert "".join(str(path.read_bytes()) for path in Path(cache).iterdir()) == kept


def test_a_broken_entry_of_the_cache_is_said_and_not_used(life: Place, tmp_path: Path) -> None:
    cache = tmp_path / "muisti"
    good = history(life, "--role", "a-1", SOPIMUKSET_CACHE=str(cache)).out
    [entry] = cache.iterdir()
    entry.write_bytes(b"rikki")
    done = history(life, "--role", "a-1", SOPIMUKSET_CACHE=str(cache))
    assert (done.code, done.out) == (0, good)
    assert "rikki" in done.err


def test_who_wrote_what_a_merge_brought(place: Place) -> None:
    """A value that was written on a branch is its writer's; one settled by the merge is its own."""

    def write(author: str, *changes: tuple[str, str]) -> None:
        text = (place.folder / "regions/kainuu/alue.yaml").read_text("utf-8")
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        place.write("kainuu", text)
        place.commit(author, author=f"{author} <x@example.org>")

    place.write("kainuu", LIFE)
    place.commit("Alku", author="Alku <x@example.org>")
    place.run("checkout", "-q", "-b", "sivu")
    write("Eka", ("vuodessa: 4", "vuodessa: 5"), (": johtaja", ": rehtori"))
    write("Toka", ("päällikkö", "asiantuntija"))
    place.run("checkout", "-q", "-b", "alihaara")
    write("Kolmas", ("vaihe: valmisteilla", "vaihe: valmisteilla\nkielet: [fi, sv]"))
    place.run("checkout", "-q", "sivu")
    write("Neljäs", ("rehtori", "dekaani"))
    place.run("merge", "-q", "--no-ff", "-m", "x", "alihaara")
    place.run("checkout", "-q", "main")
    write("Pää", ("tunnus: tym\n", "tunnus: tym\n    nimi: Ryhmä\n"))
    place.run("merge", "-q", "--no-ff", "--no-commit", "sivu")
    write("Yhdistäjä", ("vuodessa: 5", "vuodessa: 9"))
    found = data(history(place, "--annotate", "--format", "json", region="kainuu"))
    author = {item["path"]: item["author"] for item in found["values"]}
    seats = "johtoryhmat[tym].jasenet"
    assert author["alue"] == "Alku"
    assert author["kielet[1]"] == "Kolmas"
    assert author[f"{seats}[a-1].nimetyt[2025-01-01].nimike"] == "Neljäs"
    assert author[f"{seats}[kela-1].nimetyt[2025-01-01].nimike"] == "Toka"
    assert author["johtoryhmat[tym].nimi"] == "Pää"
    assert author["johtoryhmat[tym].kokoukset.vahintaan_vuodessa"] == "Yhdistäjä"
    path = f"{seats}[kela-1].nimetyt[2025-01-01].nimike"
    rows = data(history(place, "--path", path, "--format", "json", region="kainuu"))["rows"]
    assert [(row["value"], row["author"]) for row in rows] == [
        ("päällikkö", "Alku"),
        ("asiantuntija", "Toka"),
    ]


def test_a_name_that_changed_is_a_row_though_both_are_hidden(life: Place) -> None:
    life.write("kajaani", LIFE.replace("Testi Henkilö", "Toinen Nimi"))
    life.commit("Nimi")
    path = "johtoryhmat[tym].jasenet[a-1].nimetyt[2025-01-01].nimi"
    hidden = data(history(life, "--path", path, "--format", "json"))["rows"]
    shown = data(history(life, "--path", path, "--format", "json", "--names"))["rows"]
    assert [row["value"] for row in hidden] == ["•••", "•••"]
    assert [row["value"] for row in shown] == ["Testi Henkilö", "Toinen Nimi"]


@pytest.fixture
def meetings(life: Place) -> Place:
    """A meeting whose file is written, corrected and, in the other region's folder, unknown."""
    file = "regions/kajaani/kokoukset/2026-03-12.yaml"
    first = "muoto: 1\njohtoryhma: tym\npvm: 2026-03-12\nklo: '9.00'\npaikka: Kajaani\n"
    for author, text in (("Kutsuja", first), ("Siirtäjä", first.replace("9.00", "10.30"))):
        target = life.folder / file
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, "utf-8")
        life.commit(author, author=f"{author} <x@example.org>")
    return life


def test_a_field_of_a_meeting(meetings: Place) -> None:
    file = ("--file", "kokoukset/2026-03-12.yaml", "--format", "json")
    found = data(history(meetings, "--path", "klo", *file))
    assert found["file"] == "kokoukset/2026-03-12.yaml"
    assert [(row["value"], row["author"]) for row in found["rows"]] == [
        ("9.00", "Kutsuja"),
        ("10.30", "Siirtäjä"),
    ]
    lines = data(history(meetings, "--annotate", *file))
    assert lines["file"] == "regions/kajaani/kokoukset/2026-03-12.yaml"
    author = {item["path"]: item["author"] for item in lines["values"]}
    assert (author["paikka"], author["klo"]) == ("Kutsuja", "Siirtäjä")


def test_a_file_that_is_gone_keeps_its_past(meetings: Place) -> None:
    meetings.run("rm", "-q", "regions/kajaani/kokoukset/2026-03-12.yaml")
    meetings.commit("Pois", author="Poistaja <x@example.org>")
    file = ("--file", "kokoukset/2026-03-12.yaml")
    rows = data(history(meetings, "--path", "klo", *file, "--format", "json"))["rows"]
    assert [(row["there"], row["author"]) for row in rows][-1] == (False, "Poistaja")
    done = history(meetings, "--annotate", *file)
    assert (done.code, done.out) == (2, "")
    assert "on poistettu" in done.err


def test_a_broken_meeting_is_skipped_and_said(meetings: Place) -> None:
    target = meetings.folder / "regions/kajaani/kokoukset/2026-03-12.yaml"
    target.write_text("muoto: [\n", "utf-8")
    meetings.commit("Rikki")
    done = history(meetings, "--path", "klo", "--file", "kokoukset/2026-03-12.yaml")
    assert done.code == 1
    assert "10.30" in done.out
    assert "Ohitettu versio" in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--path", "klo", "--file", "kokoukset/2026-03-13.yaml"), "2026-03-12"),
        (("--path", "pakka", "--file", "kokoukset/2026-03-12.yaml"), "Tarkoititko: paikka?"),
        (("--annotate", "--file", "muuta.yaml"), "ei ole ollut alueella kajaani"),
        (("--annotate", "--file", "../../x.yaml"), "ei ole ollut alueella kajaani"),
        (("--role", "a-1", "--file", "kokoukset/2026-03-12.yaml"), "--path ja --annotate"),
    ],
)
def test_refusals_of_a_file(meetings: Place, arguments: tuple[str, ...], words: str) -> None:
    done = history(meetings, *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err

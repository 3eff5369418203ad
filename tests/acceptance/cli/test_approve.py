"""`approve`: an entry with a fingerprint, every other byte as it was; and what moves afterwards."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sopimukset.formats.yaml import read
from tests.support.repositories import Repository, repository
from tests.support.workspaces import EXAMPLE, edit, record

ORDER = ("approve", EXAMPLE, "tym-sopimus")
WHOLE = (
    *("--body", "työllisyyslautakunta", "--date", "2026-05-20", "--section", "20"),
    *("--case-number", "KUV-2026-5", "--condition", "Osuudet: tarkistetaan #1 vuosittain"),
    *("--appeal-ends", "2026-06-11", "--final-on", "2026-06-12"),
)


@pytest.fixture
def place(tmp_path: Path) -> Repository:
    made = repository(tmp_path, EXAMPLE)
    assert made.run("release", EXAMPLE, "tym-sopimus", "1.0").code == 0
    return made


def approve(place: Repository, party: str, *more: str, code: int = 0) -> str:
    done = place.run(*ORDER, "--party", party, "--version", "1.0", *more)
    assert done.code == code, done
    return done.out + done.err


def data(place: Repository) -> dict[str, list[dict[str, object]]]:
    document = read(record(place.folder).read_bytes())
    assert not document.problems
    agreement: dict[str, list[dict[str, object]]] = document.data["sopimukset"][0]
    return agreement


def fingerprint(place: Repository) -> object:
    file = place.folder / "regions" / EXAMPLE / "versiot" / "tym-sopimus-1.0.yaml"
    return read(file.read_bytes()).data["sormenjalki"]


def findings(place: Repository, code: str = "T14") -> list[dict[str, str]]:
    done = place.run("check", EXAMPLE, "--format", "json", "--no-cache")
    return [item for item in json.loads(done.out)["findings"] if item["code"] == code]


def advised(place: Repository) -> str:
    """What the check says in words, on one line."""
    return " ".join(place.run("check", EXAMPLE, "--no-cache").out.split())


def test_every_option_has_its_place_and_every_other_line_stays(place: Repository) -> None:
    path = record(place.folder)
    before = path.read_text(encoding="utf-8").splitlines()
    told = approve(place, "hollola", *WHOLE)
    assert "Hollolan kunta on hyväksynyt ehdollisesti sopimuksen tym-sopimus version 1.0." in told
    assert (
        "Puuttuu vielä: Lahden kaupunki (lahti), Päijät-Hämeen hyvinvointialue (hva), Kela (kela)."
        in told
    )
    assert "Hyväksyntä on vielä ehdollinen: Hollolan kunta (hollola)." in told
    assert data(place)["hyvaksynnat"][-1] == {
        "osapuoli": "hollola",
        "tekija": "työllisyyslautakunta",
        "pvm": "2026-05-20",
        "pykala": 20,
        "asiatunnus": "KUV-2026-5",
        "ehto": "Osuudet: tarkistetaan #1 vuosittain",
        "muutoksenhaku_paattyy": "2026-06-11",
        "lainvoimainen": "2026-06-12",
        "versio": "1.0",
        "sormenjalki": fingerprint(place),
    }
    after = path.read_text(encoding="utf-8").splitlines()
    rest = iter(after)
    assert all(line in rest for line in before)
    assert len(after) == len(before) + 10
    assert findings(place)[0]["severity"] == "info"


def test_a_signature_is_an_entry_of_its_own(place: Repository) -> None:
    told = approve(place, "kela", "--signature", "--title", "yksikön johtaja", "--method", "kasin")
    assert "Kela on allekirjoittanut" in told
    assert data(place)["allekirjoitukset"][-1] == {
        "osapuoli": "kela",
        "nimike": "yksikön johtaja",
        "pvm": "2026-06-01",
        "tapa": "kasin",
        "versio": "1.0",
        "sormenjalki": fingerprint(place),
    }
    assert len(data(place)["hyvaksynnat"]) == 4


def test_the_last_party_is_told_of(place: Repository) -> None:
    for party in ("hollola", "lahti", "hva"):
        approve(place, party)
    assert "Kaikki osapuolet on kirjattu." in approve(place, "kela")


def test_a_list_that_is_not_there_is_made(place: Repository) -> None:
    lines = record(place.folder).read_text(encoding="utf-8").splitlines(keepends=True)
    start = next(n for n, line in enumerate(lines) if line.startswith("    hyvaksynnat:"))
    kept = "".join((*lines[:start], *lines[start + 5 :]))
    record(place.folder).write_text(kept, encoding="utf-8")
    approve(place, "hva")
    assert [item["osapuoli"] for item in data(place)["hyvaksynnat"]] == ["hva"]


def unchanged(place: Repository, *order: str, code: int) -> str:
    before = record(place.folder).read_bytes()
    done = place.run(*order)
    assert done.code == code, done
    assert record(place.folder).read_bytes() == before
    return done.err


@pytest.mark.parametrize(
    ("party", "more", "told"),
    [
        ("lahtii", (), "Tarkoititko: lahti?"),
        ("oppilaitos", (), "ei ole sopimuksen tym-sopimus osapuoli"),
        ("hva", ("--title", "x"), "lisää --signature"),
        ("hva", ("--signature",), "tehtävänimike: --title"),
        ("hva", ("--signature", "--title", "  "), "tehtävänimike: --title"),
        ("hva", ("--signature", "--section", "4"), "--section ei käytetä"),
        ("hva", ("--date", "1.3.2026"), "Tarkoititko: 2026-03-01?"),
        ("hva", ("--section", "0"), "--section"),
        ("hva", ("--condition", ""), "--condition ehto on tyhjä"),
        ("hva", ("--condition", "  "), "--condition ehto on tyhjä"),
    ],
)
def test_wrong_usage(place: Repository, party: str, more: tuple[str, ...], told: str) -> None:
    partner = "osapuolet:\n  - {tunnus: oppilaitos, rooli: kumppani, nimi: Oppilaitos}\n"
    edit(record(place.folder), ("\nosapuolet:\n", f"\n{partner}"))
    order = (*ORDER, "--party", party, "--version", "1.0", *more)
    assert told in unchanged(place, *order, code=2)


def test_a_party_approves_a_version_once(place: Repository) -> None:
    approve(place, "hva")
    order = (*ORDER, "--party", "hva", "--version", "1.0")
    assert "on jo kirjattu" in unchanged(place, *order, code=2)
    assert "on jo kirjattu" in unchanged(place, *order, "--condition", "x", code=2)
    approve(place, "hva", "--signature", "--title", "johtaja")
    assert "on jo kirjattu" in unchanged(place, *order, "--signature", "--title", "johtaja", code=2)


def test_a_condition_that_is_met_is_followed_by_an_approval_without_one(place: Repository) -> None:
    approve(place, "hva", "--condition", "Kela hyväksyy")
    order = (*ORDER, "--party", "hva", "--version", "1.0")
    assert "on jo kirjattu" in unchanged(place, *order, "--condition", "muu", code=2)
    approve(place, "hva")
    assert "on jo kirjattu" in unchanged(place, *order, code=2)


def test_a_condition_is_told_of_until_it_is_met(place: Repository) -> None:
    for party in ("hollola", "lahti"):
        approve(place, party)
    approve(place, "hva", "--condition", "Kela hyväksyy")
    told = approve(place, "kela")
    assert "Hyväksyntä on vielä ehdollinen: Päijät-Hämeen hyvinvointialue (hva)." in told
    assert "Puuttuu" not in told
    assert "Kaikki" not in told
    assert "Kaikki osapuolet on kirjattu." in approve(place, "hva")


def test_a_version_that_was_not_made_is_said(place: Repository) -> None:
    order = (*ORDER, "--party", "hva", "--version", "2.0")
    told = unchanged(place, *order, code=3)
    assert "Sopimuksesta tym-sopimus ei ole tehty versiota 2.0." in told
    assert "Versiot: 1.0" in told


def test_what_has_moved_is_named_and_nothing_is_approved(place: Repository) -> None:
    edit(record(place.folder), ("maara: 8.5,", "maara: 6,"))
    order = (*ORDER, "--party", "hva", "--version", "1.0")
    told = unchanged(place, *order, code=1)
    assert "Henkilöstö, Lahden kaupunki, määrä: 8,5 htv → 6 htv (henkilosto[h-lahti].maara)" in told
    assert "joten hyväksyntää ei kirjattu" in told
    told = unchanged(place, *order, "--signature", "--title", "johtaja", code=1)
    assert "joten allekirjoitusta ei kirjattu" in told


def test_a_version_that_was_changed_is_no_ground_for_an_approval(place: Repository) -> None:
    file = place.folder / "regions" / EXAMPLE / "versiot" / "tym-sopimus-1.0.yaml"
    edit(file, ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 7"))
    edit(record(place.folder), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 7"))
    order = (*ORDER, "--party", "hva", "--version", "1.0")
    assert "versiot/tym-sopimus-1.0.yaml" in unchanged(place, *order, code=1)
    assert findings(place, "T15")[0]["file"].endswith("tym-sopimus-1.0.yaml")


def test_it_is_committed_only_when_asked_and_alone(place: Repository) -> None:
    (place.folder / "oma.txt").write_text("kesken\n")
    place.git("add", "oma.txt")
    before = place.git("rev-parse", "HEAD")
    approve(place, "hva")
    assert place.git("rev-parse", "HEAD") == before
    order = (*ORDER, "--party", "kela", "--version", "1.0", "--commit")
    assert "tallentamattomia muutoksia" in unchanged(place, *order, code=1)
    place.git("checkout", "-q", "--", "regions")
    told = approve(place, "kela", "--commit")
    assert "Mitään ei lähetetty." in told
    assert place.git("show", "--format=%s", "--name-only").split("\n") == [
        f"{EXAMPLE}: Kela on hyväksynyt sopimuksen tym-sopimus version 1.0",
        "",
        f"regions/{EXAMPLE}/alue.yaml",
    ]
    assert place.git("status", "--porcelain") == "A  oma.txt"


def test_approving_without_a_repository_works_but_for_the_commit(tmp_path: Path) -> None:
    made = repository(tmp_path, EXAMPLE)
    made.run("release", EXAMPLE, "tym-sopimus", "1.0")
    (tmp_path / ".git").rename(tmp_path / "ei-git")
    approve(made, "hva")
    order = (*ORDER, "--party", "kela", "--version", "1.0", "--commit")
    unchanged(made, *order, code=3)


AMENDMENT = """\
  - tunnus: muutos-1
    laji: muutossopimus
    johtoryhma: tym
    osapuolet: [hollola, lahti, hva, kela]
    muuttaa: {sopimus: tym-sopimus, versiosta: "1.0", versioon: "2.0"}
    asiatunnus: KUV-2026-80
    voimassa: {alkaen: 2026-09-01}
"""


def test_a_life_of_an_agreement(place: Repository) -> None:
    """Released, approved, changed, suspect; released anew, amended, approved: sound again."""
    parties = ("hollola", "lahti", "hva", "kela")
    decided = ("--body", "lautakunta", "--section", "3", "--case-number", "KUV-2026-9", "--commit")
    for party in parties:
        approve(place, party, *decided)
    assert [item["severity"] for item in findings(place)] == ["info"]
    edit(record(place.folder), ("maara: 8.5,", "maara: 6,"))
    [_, suspect] = findings(place)
    assert suspect["severity"] == "error"
    assert "määrä: 8,5 htv → 6 htv (henkilosto[h-lahti].maara)" in suspect["message"]
    names = "Hollolan kunta, Päijät-Hämeen hyvinvointialue, Kela, Lahden kaupunki"
    assert f"Uudelleen hyväksyttävä: {names}." in suspect["message"]
    assert suspect["path"].startswith("sopimukset[tym-sopimus].hyvaksynnat[")
    place.commit()
    assert place.run("release", EXAMPLE, "tym-sopimus", "2.0").code == 0
    marker = "\nnuorten_yhteispalvelu:"
    edit(record(place.folder), (marker, f"{AMENDMENT}{marker}"))
    place.commit()
    assert place.run("release", EXAMPLE, "muutos-1", "1.0").code == 0
    for number, party in enumerate(parties):
        assert len(findings(place)) == 2, party
        order = ("approve", EXAMPLE, "muutos-1", "--party", party, "--version", "1.0")
        done = place.run(*order, *decided)
        assert done.code == 0, done
        told = [item["message"] for item in findings(place) if item["severity"] == "error"]
        assert all(
            f" {item}" not in message.split("hyväksyttävä:")[1]
            for message in told
            for item in parties[: number + 1]
        )
    assert [item["severity"] for item in findings(place)] == ["info"]
    assert place.git("status", "--porcelain") == ""


def test_an_amending_agreement_approves_the_version_that_it_leads_to(place: Repository) -> None:
    """The advice names the version that is there; who approved the amendment isn't waited for."""
    parties = ("hollola", "lahti", "hva", "kela")
    for party in parties:
        approve(place, party)
    edit(record(place.folder), ("maara: 8.5,", "maara: 6,"))
    assert "tee muutoksesta uusi versio" in advised(place)
    place.commit()
    assert place.run("release", EXAMPLE, "tym-sopimus", "2.0").code == 0
    advice = advised(place)
    assert "kirjaa hyväksynnät versiolle 2.0" in advice
    assert f"sopimukset approve {EXAMPLE} tym-sopimus --party OSAPUOLI --version 2.0" in advice
    assert "tee muutoksesta uusi versio" not in advice
    marker = "\nnuorten_yhteispalvelu:"
    edit(record(place.folder), (marker, f"{AMENDMENT}{marker}"))
    place.commit()
    assert place.run("release", EXAMPLE, "muutos-1", "1.0").code == 0
    amend = ("approve", EXAMPLE, "muutos-1", "--version", "1.0", "--party")
    for party in parties[:2]:
        assert place.run(*amend, party).code == 0
    assert place.run(*amend, "hva", "--condition", "Kela hyväksyy").code == 0
    done = place.run(*ORDER, "--party", "kela", "--version", "2.0")
    assert "Puuttuu vielä: Päijät-Hämeen hyvinvointialue (hva)." in done.out
    told = findings(place)[-1]["message"]
    assert "Uudelleen hyväksyttävä: Päijät-Hämeen hyvinvointialue." in told
    assert place.run(*amend, "hva").code == 0
    assert [item["severity"] for item in findings(place)] == ["info"]

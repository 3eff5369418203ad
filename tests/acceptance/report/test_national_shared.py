"""A group over two counties in `report --national`: known of both, and in the totals once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command_line import sopimukset
from tests.support.national_report import NAME, made, page_text, table
from tests.support.workspaces import edit, record, workspace

HOME, GUEST = "vantaa-kerava", "keski-uusimaa"
GUEST_NAME = "Keski-Uudenmaan hyvinvointialue"
HOME_NAME = "Vantaan ja Keravan hyvinvointialue"
REFERENCE = "yhteiset_johtoryhmat: [{alue: vantaa-kerava, johtoryhma: kerava-sipoo}]\n"
TOPICS = (
    *("Johtoryhmät", "Jäsenet", "Sopimukset", "Henkilöstö", "Vuoden tavoitteet"),
    *("Nuorten yhteispalvelu", "Kokoukset", "Seuranta"),
)


def shared(folder: Path, *, real_home: bool = False, real_guest: bool = False) -> Path:
    """A county with nothing but a group in another county's file."""
    place = workspace(folder, HOME, GUEST)
    if real_home:
        edit(record(place, HOME), ("kuvitteellinen: true  ", "kuvitteellinen: false "))
    own = record(place, GUEST)
    told = REFERENCE if real_guest else f"kuvitteellinen: true\n{REFERENCE}"
    edit(own, ("vaihe: valmisteilla", "vaihe: vahvistettu"))
    own.write_text(own.read_text(encoding="utf-8") + told, encoding="utf-8")
    return place


def known(place: Path) -> dict[str, dict[str, str]]:
    made(place, "--format", "csv")
    return {row["Alue"]: row for row in table(place, "mita-tiedetaan")}


def test_what_a_shared_group_tells_is_known_of_the_county_that_refers(tmp_path: Path) -> None:
    rows = known(shared(tmp_path))
    home, guest = rows[HOME_NAME], rows[GUEST_NAME]
    assert guest["Tila"] == "esimerkki"
    assert guest["Yhteisestä johtoryhmästä"].split(", ") == [*TOPICS]
    assert home["Yhteisestä johtoryhmästä"] == ""
    assert guest["Kokoukset"] == "2026-09-10"  # home's other group met a day before
    assert guest["Henkilöstö"] == home["Henkilöstö"] == "2025-04-15"
    assert not {"", "ei kirjattu"} & {guest[topic] for topic in TOPICS}


@pytest.mark.parametrize(
    ("real_home", "real_guest", "state"),
    [
        (True, True, "kirjattu"),
        (True, False, "esimerkki"),
        (False, True, "ei kirjattu"),
        (False, False, "esimerkki"),
    ],
)
def test_an_invented_group_tells_nothing_of_a_real_county(
    tmp_path: Path, real_home: bool, real_guest: bool, state: str
) -> None:
    guest = known(shared(tmp_path, real_home=real_home, real_guest=real_guest))[GUEST_NAME]
    assert guest["Tila"] == state
    assert bool(guest["Yhteisestä johtoryhmästä"]) == (state != "ei kirjattu")


def test_its_staff_is_in_the_totals_once_and_every_table_says_whose_it_is(tmp_path: Path) -> None:
    place = shared(tmp_path, real_home=True, real_guest=True)
    made(place, "--format", "csv")
    for name in ("johtoryhmat", "sopimukset", "henkilosto", "tavoitteet", "maaraajat"):
        rows = table(place, name)
        ours = [row for row in rows if row["Johtoryhmän avain"] == "kerava-sipoo"]
        assert ours, name
        assert {(row["Alue"], row["Yhteinen myös"]) for row in ours} == {(HOME_NAME, GUEST_NAME)}
        assert not [row for row in rows if row["Yhteinen myös"] and row not in ours]
    made(place)
    shown = page_text(place / "build" / "valtakunta" / f"{NAME}.pdf")
    assert "Vahvistettuja tietoja on 2 alueelta, esimerkkejä 0." in shown
    told = f"on yhteinen: {HOME_NAME}, {GUEST_NAME}. Sen rivit ovat tässä taulukossa kerran"
    assert shown.count(told) == 5
    assert "Merkintä (yhteinen): tieto koskee usean alueen yhteistä johtoryhmää" in shown
    assert shown.count("(yhteinen)") == 1 + len(TOPICS)
    staff = [row for row in table(place, "henkilosto") if row["Yksikkö"] == "htv"]
    total = sum(float(row["Määrä"].replace(",", ".")) for row in staff if row["Rooli"] == "Kela")
    line = f"Kela htv {total:g}".replace(".", ",")
    assert line in shown


def test_a_file_that_cant_be_read_leaves_no_not_recorded_behind(tmp_path: Path) -> None:
    place = shared(tmp_path)
    record(place, HOME).write_text("muoto: [\n", encoding="utf-8")
    made(place, "--format", "csv", code=1)
    rows = {row["Alue"]: row for row in table(place, "mita-tiedetaan")}
    assert rows[HOME_NAME]["Tila"] == rows[GUEST_NAME]["Tila"] == "ei luettavissa"
    assert {rows[GUEST_NAME][topic] for topic in TOPICS} == {"ei luettavissa"}


def test_a_record_in_preparation_confirms_nothing_of_the_county_that_refers(tmp_path: Path) -> None:
    place = shared(tmp_path, real_home=True, real_guest=True)
    edit(record(place, HOME), ("vaihe: vahvistettu", "vaihe: valmisteilla"))
    assert known(place)[GUEST_NAME]["Tila"] == "kirjattu, valmisteilla"


def test_a_change_that_touches_a_shared_group_says_whose_it_is(tmp_path: Path) -> None:
    place = shared(tmp_path)
    (place / "m.yaml").write_text(
        "pvm: 2027-01-01\nmuutokset: [{kunnat: [Sipoo], tyollisyysalue: porvoon-seutu}]\n",
        encoding="utf-8",
    )
    made(place, "--what-if", "m.yaml", "--format", "csv")
    rows = table(place, "muutoksen-vaikutus", NAME.replace("tilannekuva", "muutos_m"))
    assert {row["Yhteinen myös"] for row in rows if row["Johtoryhmän avain"]} == {GUEST_NAME}
    assert {row["Muutoksen päivä"] for row in rows} == {"2027-01-01"}
    moved = table(place, "muutoksen-kunnat", NAME.replace("tilannekuva", "muutos_m"))
    assert {row["Lähde"].partition(";")[0] for row in moved} == {"muutostiedosto m.yaml"}


@pytest.mark.parametrize(
    "command",
    [
        ("report", GUEST, "--group", "kerava-sipoo"),
        ("import", GUEST, "arvot.csv", "--group", "kerava-sipoo", "--period", "2026-H2"),
    ],
)
def test_who_asks_in_the_wrong_region_is_told_where_the_group_is(
    tmp_path: Path, command: tuple[str, ...]
) -> None:
    place = shared(tmp_path)
    (place / "arvot.csv").write_text("Mittari;Arvo\nUudet asiakkuudet;40\n", encoding="utf-8")
    done = sopimukset(*command, cwd=place)
    assert (done.code, f"sen tiedot ovat alueella {HOME}" in done.err) == (2, True), done

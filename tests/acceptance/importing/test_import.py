"""`import`: a table goes into the record whole or not at all, each refusal with its place."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from sopimukset.formats.yaml import read
from sopimukset.register import load_indicators
from tests.support.command_line import Done, fingerprints, sopimukset
from tests.support.workspaces import EXAMPLE, edit, record, workspace

NEW = "2027-H1"
HEAD = "Kunta;Mittari;Luokka;Arvo;Lähde\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return workspace(tmp_path, EXAMPLE, "lappi")


def bring(place: Path, *more: str | Path, region: str = EXAMPLE) -> Done:
    return sopimukset("import", region, *more, cwd=place)


def table(place: Path, text: str, name: str = "arvot.csv") -> Path:
    path = place / name
    path.write_bytes(text.encode())
    return path


def sheet(place: Path, rows: Iterable[Iterable[object]], merged: str = "") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    if merged:
        book.active.merge_cells(merged)
    path = place / "taulukko.xlsx"
    book.save(path)
    return path


def follow_up(place: Path, period: str = NEW, region: str = EXAMPLE) -> dict[str, Any]:
    path = place / "regions" / region / "seuranta" / f"{period}.yaml"
    document = read(path.read_bytes())
    assert not document.problems
    data: dict[str, Any] = document.data
    return data


def test_values_make_the_follow_up_of_a_new_period(place: Path) -> None:
    file = table(
        place,
        f"{HEAD}Lahti;uudet-asiakkuudet;;1 120;raportti\n"
        "Yhteensä;Asiakkaat jakson lopussa;alle 1 vuosi;200;\n"
        "Yhteensä;asiakkuuden-kesto;;398,5;\n;;;;\n",
    )
    done = bring(place, file, "--period", NEW)
    assert done.code == 0, done
    assert f"uusi tiedosto regions/{EXAMPLE}/seuranta/{NEW}.yaml" in done.out
    data = follow_up(place)
    assert data["johtoryhma"] == "tym"
    assert data["seurantajakso"] == {"alkaen": "2027-01-01", "paattyen": "2027-06-30"}
    values = data["mittarit"]
    assert [{**item, "arvo": str(item["arvo"])} for item in values] == [
        {"mittari": "uudet-asiakkuudet", "arvo": "1120", "kunta": "Lahti", "lahde": "raportti"},
        {"mittari": "asiakkaat", "luokka": "alle-1-v", "arvo": "200"},
        {"mittari": "asiakkuuden-kesto", "arvo": "398.5"},
    ]


def test_one_refused_row_keeps_all_out_until_the_good_ones_are_asked_for(place: Path) -> None:
    file = table(
        place,
        f"{HEAD}Lahti;uudet-asiakkuudet;;12;\nLahtii;uudet-asiakkuudet;;5;\n"
        "Yhteensä;uudet-asiakkudet;;5;\nHollola;uudet-asiakkuudet;;<5;\n"
        "Yhteensä;asiakkuuden-kesto;;1.234;\nYhteensä;asiakkaat;;2,5;\n"
        "Yhteensä;odotusaika-palveluun;;-4;\nYhteensä;asiakkaat;muu;7;\n"
        "Asikkala;uudet-asiakkuudet;;;\nLahti;uudet-asiakkuudet;;13;\n",
    )
    before = fingerprints(place)
    done = bring(place, file, "--period", NEW)
    assert done.code == 1
    assert fingerprints(place) == before
    told = done.err.splitlines()
    for line in (
        "rivi 3, sarake 1 «Kunta»: kunta Lahtii ei kuulu johtoryhmän toimialueeseen. "
        "Tarkoititko: Lahti?",
        "rivi 4, sarake 2 «Mittari»: mittaria uudet-asiakkudet ei ole mittariluettelossa. "
        "Tarkoititko: uudet-asiakkuudet?",
        "rivi 5, sarake 4 «Arvo»: arvo <5 on peitetty lähteessä, eikä siitä saa lukua: jätä solu "
        "tyhjäksi",
        "rivi 6, sarake 4 «Arvo»: luvusta 1.234 ei näe, onko merkki desimaali- vai tuhaterotin",
        "rivi 7, sarake 4 «Arvo»: arvo 2,5 ei ole kokonaisluku, vaikka mittari asiakkaat on "
        "lukumäärä",
        "rivi 11, sarake 4 «Arvo»: sama tieto on jo rivillä 2",
    ):
        assert f"  arvot.csv, {line}" in told
    assert any("rivi 8," in line and "-4 ei ole mahdollinen" in line for line in told)
    assert any("rivi 9," in line and "luokkaa muu ei ole" in line for line in told)
    assert "Rivejä, joilla ei ole arvoa: 1." in done.out
    assert "Mitään ei kirjoitettu" in done.err
    partly = bring(place, file, "--period", NEW, "--partial")
    assert partly.code == 1
    assert [item["arvo"] for item in follow_up(place)["mittarit"]] == [12]


def test_a_known_value_stays_another_one_is_refused_or_replaced(place: Path) -> None:
    path = place / "regions" / EXAMPLE / "seuranta" / "2026-H1.yaml"
    known = next(
        item
        for item in read(path.read_bytes()).data["mittarit"]
        if item["mittari"] == "asiakkuuden-kesto" and len(item) == 3
    )
    old = known["arvo"]
    same = table(place, f"mittari,arvo\nasiakkuuden-kesto,{old}\n")
    assert "on jo ajan tasalla" in bring(place, same, "--period", "2026-H1").out
    other = table(place, f"mittari,arvo\nasiakkuuden-kesto,{old + 1}\n")
    before = path.read_text(encoding="utf-8").splitlines()
    refused = bring(place, other, "--period", "1-6/2026")
    assert refused.code == 1
    assert f"tiedostossa on jo arvo {old}" in refused.err
    assert path.read_text(encoding="utf-8").splitlines() == before
    assert bring(place, other, "--period", "2026-H1", "--replace").code == 0
    changed = [
        line for line in difflib.ndiff(before, path.read_text().splitlines()) if line[0] in "+-"
    ]
    assert [line[0] for line in changed] == ["-", "+"]
    assert changed[1][2:] == changed[0][2:].replace(f"arvo: {old}", f"arvo: {old + 1}")


def test_a_dry_run_shows_the_change_and_writes_nothing(place: Path) -> None:
    file = table(place, "kunta;mittari;arvo\nSysmä;uudet-asiakkuudet;17\n")
    before = fingerprints(place)
    done = bring(place, file, "--period", "2026-H1", "--dry-run")
    assert done.code == 0, done
    assert fingerprints(place) == before
    added = [line for line in done.out.splitlines() if line[:1] in "+-"]
    assert added[2:] == ["+  - {mittari: uudet-asiakkuudet, arvo: 17, kunta: Sysmä}"]


def test_every_indicator_may_have_a_column_of_its_own(place: Path) -> None:
    rows: list[list[object]] = [
        ["Asiakkaat alueittain", None, None],
        ["Kunta", "Uudet asiakkuudet", "Alkaneet työkokeilut"],
        ["Lahti", 40, 6],
        ["Hollola", 12, None],
        ["Yhteensä", 52, "–"],
    ]
    done = bring(place, sheet(place, rows), "--period", NEW)
    assert done.code == 0, done
    assert [
        (item["mittari"], item.get("kunta"), item["arvo"]) for item in follow_up(place)["mittarit"]
    ] == [
        ("uudet-asiakkuudet", "Lahti", 40),
        ("tyokokeilut", "Lahti", 6),
        ("uudet-asiakkuudet", "Hollola", 12),
        ("uudet-asiakkuudet", None, 52),
    ]


def test_formulas_and_merged_cells_are_refused_by_their_letters(place: Path) -> None:
    rows: list[list[object]] = [
        ["Kunta", "Mittari", "Arvo"],
        ["Lahti", "tyokokeilut", "=2+3"],
        ["Hollola", "tyokokeilut", 7],
    ]
    done = bring(place, sheet(place, [*rows, [None, "tyokokeilut", 8]], "A3:A4"), "--period", NEW)
    assert done.code == 1
    assert "rivi 2, sarake C «Arvo»: solussa on kaava" in done.err
    assert "rivi 3, sarake A «Kunta»: solu on yhdistetty alueella A3:A4" in done.err
    assert "rivi 4, sarake A «Kunta»: solu on yhdistetty alueella A3:A4" in done.err
    assert not (place / "regions" / EXAMPLE / "seuranta" / f"{NEW}.yaml").exists()


def test_a_row_tells_all_that_is_wrong_with_it_at_one_try(place: Path) -> None:
    rows: list[list[object]] = [
        ["Kunta", "Mittari", "Arvo"],
        ["Lahti", "tyokokeilut", "=2+3"],
        [None, "tyokokeilut", "=3+3"],
        ["Hollola", "tyokokeilut", "=4+3"],
        ["Lahtii", "tyokokeilut", "1.234"],
    ]
    book = openpyxl.load_workbook(sheet(place, rows, "A2:A3"))
    book.active.merge_cells("C4:D4")
    book.save(place / "taulukko.xlsx")
    done = bring(place, place / "taulukko.xlsx", "--period", NEW)
    assert done.code == 1
    merged = "solu on yhdistetty alueella"
    formula = "solussa on kaava, jonka tulos voi olla vanhentunut: liitä tilalle arvo"
    assert [line for line in done.err.splitlines() if ", rivi " in line] == [
        f"  taulukko.xlsx, rivi 2, sarake A «Kunta»: {merged} A2:A3: pura yhdistäminen",
        f"  taulukko.xlsx, rivi 2, sarake C «Arvo»: {formula}",
        f"  taulukko.xlsx, rivi 3, sarake A «Kunta»: {merged} A2:A3: pura yhdistäminen",
        f"  taulukko.xlsx, rivi 3, sarake C «Arvo»: {formula}",
        f"  taulukko.xlsx, rivi 4, sarake C «Arvo»: {merged} C4:D4: pura yhdistäminen; {formula}",
        "  taulukko.xlsx, rivi 5, sarake A «Kunta»: kunta Lahtii ei kuulu johtoryhmän "
        "toimialueeseen. Tarkoititko: Lahti?",
        "  taulukko.xlsx, rivi 5, sarake C «Arvo»: luvusta 1.234 ei näe, onko merkki desimaali- "
        "vai tuhaterotin",
    ]


def test_small_counts_are_taken_and_told_of_with_their_places(place: Path) -> None:
    text = (
        f"{HEAD}Yhteensä;uudet-asiakkuudet;;4;\nLahti;uudet-asiakkuudet;;5;\n"
        "Hollola;uudet-asiakkuudet;;0;\nYhteensä;asiakkuuden-kesto;;3;\n"
    )
    done = bring(place, table(place, text), "--period", NEW)
    assert done.code == 0
    place_told = "  arvot.csv, rivi 2, sarake 4 «Arvo»: pieni luku; raportti peittää sen"
    told = "Tieto: pieniä henkilömääriä (1–4) on 1."
    assert [line for line in done.err.splitlines() if line] == [told, place_told]
    assert [item["arvo"] for item in follow_up(place)["mittarit"]] == [4, 5, 0, 3]
    again = bring(place, table(place, text), "--period", NEW)
    assert (again.code, "Tieto" in again.err) == (0, False)


def test_a_share_is_small_by_its_parts_and_many_are_counted(place: Path) -> None:
    share = next(item.avain for item in load_indicators().versiot if item.laji == "osuus")
    text = f"Mittari;Osoittaja;Nimittäjä\n{share};2;40\n"
    done = bring(place, table(place, text), "--period", NEW)
    assert "rivi 2, sarake 2 «Osoittaja»: pieni luku" in done.err
    assert "sarake 3" not in done.err
    towns = ("Lahti", "Hollola", "Asikkala", "Kärkölä", "Orimattila", "Heinola", "Hartola")
    rows = "".join(f"{town};{number}\n" for number, town in enumerate(towns, 1))
    wide = bring(place, table(place, f"Kunta;Uudet asiakkuudet\n{rows}"), "--period", NEW)
    assert wide.err.count("«Uudet asiakkuudet»: pieni luku") == 4
    few = "".join(f"{town};3\n" for town in towns)
    many = bring(
        place, table(place, f"Kunta;Alkaneet työkokeilut\n{few}"), "--period", NEW, "--dry-run"
    )
    assert "Tieto: pieniä henkilömääriä (1–4) on 7." in many.err
    assert (many.err.count("pieni luku"), "  … ja 2 muuta." in many.err) == (5, True)


def test_a_table_without_rows_is_told_by_its_name(place: Path) -> None:
    done = bring(place, table(place, HEAD), "--period", NEW)
    assert (done.code, "arvot.csv: Taulukossa ei ole" in done.err) == (1, True)


def test_a_description_tells_what_strange_heads_mean(place: Path) -> None:
    file = table(place, "Alue;As. alle vuoden;Muuta\nLahti;30;x\n")
    description = table(
        place,
        "laji: mittarit\nsarakkeet:\n  Alue: kunta\n  As. alle vuoden: mittari:asiakkaat/alle-1-v\n"
        "vakiot: {lahde: alueen raportti}\n",
        "kuvaus.yaml",
    )
    done = bring(place, file, "--period", NEW, "--mapping", description)
    assert done.code == 0, done
    assert "Sarakkeita, joita ei tuotu: 3 «Muuta»." in done.out
    assert follow_up(place)["mittarit"] == [
        {
            "mittari": "asiakkaat",
            "luokka": "alle-1-v",
            "arvo": 30,
            "kunta": "Lahti",
            "lahde": "alueen raportti",
        }
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("sarakkeet: {Arvo: arvvo}\n", "Tarkoititko: arvo?"),
        ("sarakkeet: {Summa: arvo}\n", "Taulukossa ei ole saraketta «Summa»."),
        ("sarakkeet: {Arvo: arvo, Luokka: arvo}\n", "tarkoittaa samaa tietoa «arvo»"),
        ("otsikkorivi: nolla\n", "1:14:"),
        ("sarakeet: {}\n", "1:1:"),
    ],
)
def test_a_wrong_description_is_told(place: Path, text: str, told: str) -> None:
    file = table(place, f"{HEAD}Lahti;tyokokeilut;;5;\n")
    done = bring(place, file, "--period", NEW, "--mapping", table(place, text, "kuvaus.yaml"))
    assert done.code == 1
    assert told in done.err


MEMBERS: list[list[object]] = [
    ["Nimeäjä", "Nimike", "Nimi", "Varajäsen", "Alkaen", "Toimielin", "Päätöspäivä", "§"],
    ["Hyvinvointialue", "kuntoutuspäällikkö", "x", "palveluesihenkilö", date(2026, 12, 1)],
    ["kela", "asiantuntija", "x", None, "1.12.2026", "yksikön johtaja", "2026-11-20", 7],
]


def test_members_get_seats_with_their_deputies_and_no_names(place: Path) -> None:
    edit(
        record(place),
        (
            "    oikeushenkilo: Päijät-Hämeen hyvinvointialue\n",
            "    oikeushenkilo: Hyvinvointialue\n",
        ),
    )
    before = record(place).read_text(encoding="utf-8").splitlines()
    done = bring(place, sheet(place, MEMBERS))
    assert done.code == 0, done
    assert "Sarakkeita, joita ei tuotu: C «Nimi»." in done.out
    seats = read(record(place).read_bytes()).data["johtoryhmat"][0]["jasenet"][-2:]
    assert seats == [
        {
            "tunnus": "hva-2",
            "nimeaja": "hva",
            "nimetyt": [{"nimike": "kuntoutuspäällikkö", "alkaen": "2026-12-01"}],
            "varajasenet": [{"nimike": "palveluesihenkilö", "alkaen": "2026-12-01"}],
        },
        {
            "tunnus": "kela-2",
            "nimeaja": "kela",
            "nimetyt": [
                {
                    "nimike": "asiantuntija",
                    "alkaen": "2026-12-01",
                    "paatos": {"tekija": "yksikön johtaja", "pvm": "2026-11-20", "pykala": 7},
                }
            ],
        },
    ]
    rest = iter(record(place).read_text(encoding="utf-8").splitlines())
    assert all(line in rest for line in before)
    again = bring(place, sheet(place, MEMBERS))
    assert again.code == 0
    assert "ennallaan 2" in again.out


def test_identity_codes_and_offices_are_refused(place: Path) -> None:
    head = "nimeaja;nimike;tehtava;alkaen\n"
    rows = "kela;010190-123A;;1.1.2027\nhva;johtaja;Puheenjohtaja;1.1.2027\n"
    before = fingerprints(place)
    done = bring(place, table(place, head + rows))
    assert done.code == 1
    assert "rivi 2, sarake 2 «nimike»: solussa on henkilötunnus" in done.err
    assert "010190" not in done.out + done.err
    assert "kirjaa se kohtaan puheenjohtaja" in done.err
    (place / "arvot.csv").unlink()
    assert fingerprints(place) == before


@pytest.mark.parametrize(
    ("title", "deputy", "column"),
    [
        ("Etunimi Sukunimi", "asiantuntija", "2 «nimike»"),
        ("Sukunimi, Etunimi", "", "2 «nimike»"),
        ("asiantuntija", "Anna-Kaisa Sukunimi", "3 «varajäsen»"),
    ],
)
def test_a_name_where_a_title_belongs_keeps_all_out_and_is_not_repeated(
    place: Path, title: str, deputy: str, column: str
) -> None:
    rows = f"kela;johtava asiantuntija;;1.1.2027\nhva;{title};{deputy};1.1.2027\n"
    file = table(place, f"nimeaja;nimike;varajäsen;alkaen\n{rows}", "jasenet.csv")
    before = fingerprints(place)
    done = bring(place, file)
    assert done.code == 1
    assert f"rivi 3, sarake {column}: solu näyttää henkilön nimeltä" in done.err
    assert "Sukunimi" not in done.out + done.err
    assert done.err.count("rivi 3") == 1
    assert fingerprints(place) == before


def test_rows_without_a_value_are_counted_not_refused(place: Path) -> None:
    file = table(
        place, "mittari;arvo\ntyokokeilut;\nasiakkaat;–\nasiakaspalaute;..\nuudet-asiakkuudet;3\n"
    )
    done = bring(place, file, "--period", NEW)
    assert done.code == 0, done
    assert "Rivejä, joilla ei ole arvoa: 3." in done.out
    assert [item["mittari"] for item in follow_up(place)["mittarit"]] == ["uudet-asiakkuudet"]


def test_a_seat_that_is_held_is_not_given_twice(place: Path) -> None:
    head = "jasen;nimike;alkaen;paattyen\n"
    done = bring(place, table(place, f"{head}kela-1;asiantuntija;1.1.2027;\n"))
    assert done.code == 1
    assert "jäsenyydessä kela-1 on jo toinen nimetty" in done.err
    freed = (
        "alkaen: 2025-02-01, henkilo: kela-h1",
        "alkaen: 2025-02-01, paattyen: 2026-12-31, henkilo: kela-h1",
    )
    edit(record(place), freed)
    assert bring(place, table(place, f"{head}kela-1;asiantuntija;1.1.2027;\n")).code == 0
    wrong = table(place, f"{head}kela-9;x;1.2.2027;\nhva-1;;3.2.2027;2.2.2027\nhva-1;x;huomenna;\n")
    done = bring(place, wrong)
    for told in (
        "nimeäjä puuttuu",
        "nimike puuttuu",
        "päättymispäivä on ennen",
        "huomenna ei ole päivä",
    ):
        assert told in done.err


@pytest.mark.parametrize(
    ("region", "arguments", "code", "told"),
    [
        (EXAMPLE, (), 2, "Kerro valitsimella --period"),
        (EXAMPLE, ("--period", "kevät"), 2, "ei ole seurantajaksoa kevät"),
        (EXAMPLE, ("--period", NEW, "--group", "muu"), 2, "ei ole johtoryhmää muu"),
        ("lappi", ("--period", NEW), 2, "minkä johtoryhmän"),
        ("lapi", ("--period", NEW), 3, "Tarkoititko: lappi?"),
        (EXAMPLE, ("--period", NEW, "--mapping", "ei.yaml"), 2, "ei.yaml"),
        (EXAMPLE, ("--period", NEW, "--kind", "jasenet"), 1, "Jäsenten taulukossa"),
    ],
)
def test_a_wish_that_cant_be_understood(
    place: Path, region: str, arguments: tuple[str, ...], code: int, told: str
) -> None:
    file = table(place, f"{HEAD};tyokokeilut;;5;\n")
    before = fingerprints(place)
    done = bring(place, file, *arguments, region=region)
    assert (done.code, told in done.err) == (code, True), done
    assert fingerprints(place) == before


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "Tiedosto arvot.csv on tyhj"),
        (b"\r\n \n", "Tiedosto arvot.csv on tyhj"),
        (b"Kunta;Luku\nLahti;5\n", "otsikkorivi"),
        (HEAD.encode(), "ei ole otsikon alla"),
        (f"{HEAD}Hyvinkää;tyokokeilut;;5;\n".encode("cp1252"), "--encoding cp1252"),
        (
            f"{HEAD}Lahti;tyokokeilut;;5;\nLahti;tyokokeilut;;5;Hämeen\n".encode("cp1252"),
            "rivin 1 sarakkeessa 5 on tavu",
        ),
        (
            b'kunta;mittari;arvo\nLahti;"tyo;kokeilut";5\nHyvink\xe4\xe4;tyokokeilut;5\n',
            "rivin 3 sarakkeessa 1 on tavu",
        ),
        (b'kunta;mittari\n"Lah;ti";ty\xf6kokeilut\n', "rivin 2 sarakkeessa 2 on tavu"),
        (b"\xff\xfea", "Tiedosto ei ole merkistöä utf-16."),
        (b"\x00\x01\x02", "ei ole CSV- eik"),
        (b"\xd0\xcf\x11\xe0", ".xls-muotoa"),
        (b"PK\x03\x04", "zip-paketti"),
    ],
)
def test_a_file_that_is_no_table(place: Path, data: bytes, told: str) -> None:
    file = place / "arvot.csv"
    file.write_bytes(data)
    done = bring(place, file, "--period", NEW)
    assert done.code == 1
    assert told in done.err


def test_a_text_with_the_name_of_a_workbook_is_none(place: Path) -> None:
    done = bring(place, table(place, f"{HEAD}Lahti;tyokokeilut;;5;\n", "arvot.xlsx"))
    assert done.code == 1
    assert "Tiedosto ei ole Excel-työkirja (.xlsx)" in done.err
    assert "anna sille pääte .csv" in done.err


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("Uudet asiakkudet", "Tarkoititko: Uudet asiakkuudet (uudet-asiakkuudet)?"),
        ("Nya kundrelatoner", "Tarkoititko: Nya kundrelationer (uudet-asiakkuudet)?"),
        ("uudet-asiakkudet", "Tarkoititko: uudet-asiakkuudet?"),
    ],
)
def test_an_indicator_is_suggested_by_the_name_that_was_written(
    place: Path, given: str, told: str
) -> None:
    done = bring(place, table(place, f"{HEAD}Lahti;{given};;5;\n"), "--period", NEW)
    assert done.code == 1
    assert told in done.err


def test_a_second_seat_of_a_party_is_told_of(place: Path) -> None:
    head = "nimeaja;nimike;alkaen\n"
    file = table(place, f"{head}Kela;palvelupäällikkö;1.1.2027\n", "jasenet.csv")
    done = bring(place, file)
    assert done.code == 0
    assert (
        "Uusi jäsenyys kela-2: osapuolella Kela on jo kela-1 (yhteyspäällikkö). Jos haltija "
        "vaihtuu, kirjaa nykyisen viimeinen päivä (paattyen) ja anna taulukossa jäsenyyden tunnus "
        "sarakkeessa «jäsen»."
    ) in done.err
    edit(
        record(place),
        ("{nimike: yhteyspäällikkö, alkaen: 2025-02-01,", "{nimike: Etu Suku, alkaen: 2025-02-01,"),
    )
    file = table(place, f"{head}Kela;johtaja;1.1.2028\n", "jasenet.csv")
    assert "on jo kela-1 ja kela-2 (palvelupäällikkö)." in bring(place, file).err


def test_a_seat_after_the_party_has_left_its_other_one_needs_no_word(place: Path) -> None:
    edit(
        record(place),
        ("alkaen: 2025-02-01, henkilo: kela-h1", "paattyen: 2026-12-31, henkilo: kela-h1"),
    )
    file = table(place, "nimeaja;nimike;alkaen\nKela;johtaja;1.1.2027\n", "jasenet.csv")
    assert "Uusi jäsenyys" not in bring(place, file).err


def test_what_is_left_of_a_table_without_its_refused_rows(place: Path) -> None:
    none = table(place, "mittari;arvo\neiole;5\n")
    done = bring(place, none, "--period", "2026-H1", "--partial")
    assert done.code == 1
    assert "Yhtään kelvollista riviä ei ollut, joten mitään ei kirjoitettu." in done.out
    path = place / "regions" / EXAMPLE / "seuranta" / "2026-H1.yaml"
    known = next(
        item
        for item in read(path.read_bytes()).data["mittarit"]
        if item["mittari"] == "asiakkuuden-kesto" and len(item) == 3
    )
    some = table(place, f"mittari;arvo\neiole;5\nasiakkuuden-kesto;{known['arvo']}\n")
    done = bring(place, some, "--period", "2026-H1", "--partial")
    assert "Kelvolliset rivit ovat jo tiedostossa" in done.out


def test_a_group_among_several_has_its_name_in_the_file(place: Path) -> None:
    file = table(place, "mittari;arvo\ntyokokeilut;5\n")
    done = bring(place, file, "--period", NEW, "--group", "meri-lappi", region="lappi")
    assert done.code == 0, done
    assert follow_up(place, f"{NEW}-meri-lappi", "lappi")["johtoryhma"] == "meri-lappi"

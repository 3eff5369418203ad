# ruff: noqa: E501 (a record is easiest to compare on one line)
"""The rules of follow-ups where a record is wrong or lacking in other ways as well."""

from __future__ import annotations

import shutil
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from tests.acceptance.rules.rule_cases import BASES, findings_of
from tests.support.records import Row, judged

HEAD = "muoto: 1\njohtoryhma: tym\n"
FOLLOW_UP = f"{HEAD}seurantajakso: {{alkaen: 2026-01-01, paattyen: 2026-03-31}}\n"
FILE = "seuranta/2026-q1.yaml"
LAND = "    toimialue: {kunnat: kaikki}\n"
TRUE = ("kuvitteellinen: true\n", "")
TERM = "    toimikaudet:\n      - tunnus: k2026\n        alkaen: 2026-01-01\n        paattyen: 2030-12-31\n        asettaminen: {asettaja: lpr, tekija: lautakunta, pvm: 2025-12-02, pykala: 70, asiatunnus: KUV-2025-600}\n"
TERMS = "    toimikaudet: [{tunnus: a, alkaen: 2025-10-01, paattyen: 2025-11-30}, {tunnus: b, alkaen: 2026-01-01, paattyen: 2030-12-31}]\n"
SEAT = "      - tunnus: kela-1\n        nimeaja: kela\n"
PARTIES = "\nneuvottelut:\n"
HVA = "  - {tunnus: hva, rooli: hyvinvointialue, hyvinvointialue: etela-karjala, oikeushenkilo: Etelä-Karjalan hyvinvointialue}\n"
VALID = "    voimassa: {alkaen: 2026-01-01}\n"
OPTIONS = "    optiot: [{tunnus: o1, alkaen: 2028-01-01, paattyen: 2028-12-31, kaytetty: 2027-01-01, luovuttu: 2027-01-01}]\n"
OPTION = "sopimukset[sopimus].optiot[o1]"
STAFF = "maara: 5, yksikko: htv, tehtava: sosiaaliohjaaja, alkaen: 2026-01-01}"
DEPUTY = (
    "        varajasenet:\n          - nimike: asiakkuuspäällikkö\n            alkaen: 2026-01-01\n"
)

PLACES = [
    "Imatra",
    "Lappeenranta",
    "Lemi",
    "Luumäki",
    "Parikkala",
    "Rautjärvi",
    "Ruokolahti",
    "Savitaipale",
    "Taipalsaari",
]
LESS = (
    "mittari: asiakkaat, arvo: 412",
    *(f"mittari: asiakkaat, arvo: 40, kunta: {name}" for name in PLACES),
)
"""A whole of 412, and 40 in each municipality: 360."""


def values(*rows: str, group: str = "tym") -> dict[str, str]:
    """A follow-up with these rows of values."""
    text = FOLLOW_UP.replace("johtoryhma: tym", f"johtoryhma: {group}")
    return {FILE: f"{text}mittarit:\n{''.join(f'  - {{{row}}}{chr(10)}' for row in rows)}"}


def told(**rows: str) -> dict[str, str]:
    """A follow-up that tells of staff and costs, a row of each."""
    return {FILE: FOLLOW_UP + "".join(f"{key}: [{{{row}}}]\n" for key, row in rows.items())}


def hours(number: str) -> tuple[tuple[str, str], ...]:
    """A county's staff in hours a week."""
    return (
        (
            STAFF,
            STAFF.replace("maara: 5, yksikko: htv", f"maara: {number}, yksikko: tuntia-viikossa"),
        ),
    )


def meeting(day: str, *present: str) -> dict[str, str]:
    """A meeting on a day, and those present."""
    text = f"{HEAD}pvm: {day}\nlasna: [{', '.join(f'{{{row}}}' for row in present)}]\n"
    return {f"kokoukset/{day}.yaml": text}


def matters(day: str, *sections: str) -> dict[str, str]:
    """A meeting on a day, and the matters that it dealt with."""
    text = (
        f"{HEAD}pvm: {day}\nasiat: [{', '.join(f'{{otsikko: Asia, {row}}}' for row in sections)}]\n"
    )
    return {f"kokoukset/{day}.yaml": text}


def treated(*days: str) -> dict[str, str]:
    """Follow-ups that were treated on these days, `pvm: 2026-06-01`."""
    texts = (f"{FOLLOW_UP}kasitelty: {{{day}}}\n" for day in days)
    return {f"seuranta/{number}.yaml": text for number, text in enumerate(texts, 1)}


def periods(*days: str) -> dict[str, str]:
    """Follow-ups of these periods, `2026-01-01 2026-03-31`; `-` for a day that isn't recorded."""
    texts = {}
    for number, period in enumerate(days, 1):
        texts[f"seuranta/{number}.yaml"] = beginning(period)
    return texts


def assessed(days: str, points: tuple[str, ...], states: tuple[str, ...] = ()) -> dict[str, str]:
    """A follow-up that assesses points of the recommendations and the state of cooperation."""
    rows = (f"[{', '.join(f'{{{row}}}' for row in those)}]" for those in (points, states))
    text = "suositukset: {}\nyhteistyon_tila: {}\n".format(*rows)
    return {f"seuranta/{days.replace(' ', '--')}.yaml": beginning(days) + text}


def counted(days: str, value: int, item: str = "uudet-asiakkuudet") -> dict[str, str]:
    """A follow-up of a period with one figure."""
    text = f"{beginning(days)}mittarit: [{{mittari: {item}, arvo: {value}}}]\n"
    return {f"seuranta/{days.replace(' ', '--')}.yaml": text}


def of_rauma(states: tuple[str, ...]) -> dict[str, str]:
    """What the parties of the second of two groups say of the state of cooperation."""
    [text] = assessed("2026-01-01 2026-03-31", (), states).values()
    return {"seuranta/rauma.yaml": text.replace("johtoryhma: tym", "johtoryhma: rauma")}


def beginning(days: str) -> str:
    """A follow-up of a period."""
    names = zip(("alkaen", "paattyen"), days.split(), strict=True)
    told = ", ".join(f"{name}: {day}" for name, day in names if day != "-")
    return f"{HEAD}seurantajakso: {{{told}}}\n"


YEAR, FIRST_HALF = "2026-01-01 2026-12-31", "2026-01-01 2026-06-30"
SECOND_HALF = "2026-07-01 2026-12-31"
ACTION = "pykala: 8, toimenpiteet: [{tunnus: a, vastuu: lpr}]"
MEETINGS = {**matters("2026-04-14", "pykala: 8"), **matters("2026-06-16", "pykala: 12")}

ROWS = [
    Row("T18", "one part of a share alone", (), files=values("mittari: tarkistus-ajallaan, osoittaja: 60", "mittari: tarkistus-ajallaan, nimittaja: 80, kunta: Imatra")),
    Row("T18", "a share of nothing", (), files=values("mittari: kayttamattomat-ajat, arvo: 0, osoittaja: 0, nimittaja: 0")),
    Row("T18", "a share that is rounded as far as it may be", (), files=values("mittari: tarkistus-ajallaan, arvo: 1, osoittaja: 1, nimittaja: 200")),
    Row("T18", "one has become ten, which is nine more", (), files=told(henkilosto="rivi: h-kela, maara: 10")),
    Row("T18", "an hour has become a hundred and one", hours("1"), ("warning henkilosto[h-hva].maara",), files=told(henkilosto="rivi: h-hva, maara: 101")),
    Row("T18", "an hour has become a hundred", hours("1"), files=told(henkilosto="rivi: h-hva, maara: 100")),
    Row("T18", "a euro has become ten thousand more", (), ("warning kustannukset[tilat].toteuma",), files=told(kustannukset="kustannus: tilat, talousarvio: 1, yksikko: EUR, toteuma: 10001")),
    Row("T18", "a euro has become ten thousand", (), files=told(kustannukset="kustannus: tilat, talousarvio: 1, yksikko: EUR, toteuma: 10000")),
    Row("T18", "nothing was promised", hours("0"), files=told(henkilosto="rivi: h-hva, maara: 500")),
    Row("T18", "staff without a number, and costs without a budget", ((STAFF, STAFF.replace("maara: 5, ", "")),), files=told(henkilosto="rivi: h-hva, maara: 500", kustannukset="kustannus: tilat, yksikko: EUR, toteuma: 1000000")),
    Row("T18", "nothing has come of staff or of a budget yet", (), files=told(henkilosto="rivi: h-hva", kustannukset="kustannus: tilat, talousarvio: 1, yksikko: EUR")),
    Row("T18", "staff of no row", (), files=told(henkilosto="maara: 500")),
    Row("T19", "a value of an unknown group", (), files=values("mittari: asiakkaat, arvo: 412, kunta: Kouvola, tyovoimaviranomainen: hva", group="muu")),
    Row("T19", "a value of a group without a territory", ((LAND, ""),), files=values("mittari: asiakkaat, arvo: 412, kunta: Kouvola, tyovoimaviranomainen: hva")),
    Row("T19", "a value of an unknown party is T01's", (), files=values("mittari: asiakkaat, arvo: 412, tyovoimaviranomainen: muu")),
    Row("T19", "a value of another group's authority, and one of its own", (), ("warning mittarit[asiakkaat rauma].tyovoimaviranomainen",), "kaksi-ryhmaa", files=values("mittari: asiakkaat, arvo: 412, tyovoimaviranomainen: rauma", "mittari: asiakkaat, arvo: 412, tyovoimaviranomainen: pori", group="pori")),
    Row("T20", "a period without its last day, and one without its first", (), files=periods("2026-01-01 -", "- 2026-06-30", "2026-01-01 2026-06-30", "2026-07-01 2026-12-31")),
    Row("T20", "a period that begins on the last day of another", (), ("warning seurantajakso",), files=periods("2026-01-01 2026-03-31", "2026-03-31 2026-06-30"), says="limittäin toisen seurantajakson 1.1.2026–31.3.2026"),
    Row("T20", "days between two periods, and others before and after them", (), ("warning seurantajakso",), files=periods("2026-01-01 2026-01-31", "2026-02-01 2026-02-28", "2026-04-01 2026-04-30", "2026-05-01 2026-05-31"), says="seuraamatta 1.3.2026–31.3.2026"),
    Row("T20", "quarters that a year holds", (), files=periods("2026-01-01 2026-03-31", "2026-01-01 2026-12-31", "2026-07-01 2026-09-30")),
    Row("T20", "a period's first day by itself", (), files=periods("2026-01-01 2026-01-01", "2026-01-01 2026-06-30")),
    Row("T21", "a meeting of a group without a term", ((TERM, ""),), files=meeting("2025-06-01")),
    Row("T21", "a meeting of an unknown group", (), files={"kokoukset/muu.yaml": "muoto: 1\njohtoryhma: muu\npvm: 2025-06-01\nlasna: [{jasen: kela-1}]\n"}),
    Row("T21", "a meeting on a term's first day", (), files=meeting("2026-01-01")),
    Row("T21", "a meeting in the first of two terms, one in the second", ((TERM, TERMS),), files={**meeting("2025-11-10"), **meeting("2026-02-10")}),
    Row("T21", "a meeting outside the terms says nothing of those present", ((TERM, TERMS),), ("warning pvm",), files=meeting("2025-12-20", "jasen: lpr-1")),
    Row("T21", "a meeting before the terms says nothing of those present", (), ("info pvm",), files=meeting("2025-12-20", "jasen: lpr-1")),
    Row("T21", "a seat without a deputy, and somebody of no seat", ((DEPUTY, ""),), files=meeting("2026-02-10", "jasen: kela-1, tilalla: varajasen", "tilalla: varajasen", "jasen: muu")),
    Row("T21", "somebody of no seat, and a deputy who wasn't named yet", ((DEPUTY, DEPUTY.replace("2026-01-01", "2026-03-01")),), ("warning lasna[kela-1].jasen",), files=meeting("2026-02-10", "jasen: muu", "jasen: kela-1, tilalla: varajasen")),
    Row("T21", "an earlier meeting agreed on this action and another", (), files={**matters("2026-02-10", "pykala: 2, toimenpiteet: [{tunnus: b}, {tunnus: a, maarapaiva: 2026-03-01}]"), **matters("2026-04-14", "pykala: 8, toimenpiteet: [{tunnus: a, maarapaiva: 2026-03-01}]")}),
    Row("T21", "minutes are checked, and an action is due, on the meeting's day", (), files={"kokoukset/k.yaml": f"{HEAD}pvm: 2026-04-14\ntarkastettu: 2026-04-14\nasiat: [{{otsikko: Asia, pykala: 8, toimenpiteet: [{{tunnus: a, maarapaiva: 2026-04-14}}]}}]\n"}),
    Row("T21", "an earlier meeting agreed on another action", (), ("warning asiat[8].toimenpiteet[a].maarapaiva",), files={**matters("2026-02-10", "pykala: 2, toimenpiteet: [{tunnus: b}]"), **matters("2026-04-14", "pykala: 8, toimenpiteet: [{tunnus: a, maarapaiva: 2026-03-01}]")}),
    Row("T22", "an unknown indicator, and one person", (TRUE,), ("info mittarit[asiakkaat].arvo",), files=values("mittari: muu, arvo: 3", "mittari: uudet-asiakkuudet", "mittari: asiakkaat, arvo: 1"), says="Niitä on 1,"),
    Row("T22", "a share of which no part is recorded", (TRUE,), files=values("mittari: tarkistus-ajallaan, arvo: 3", "mittari: tarkistus-ajallaan, nimittaja: 80, kunta: Imatra")),
    Row("T22", "a share whose parts are both small", (TRUE,), ("info mittarit[tarkistus-ajallaan].osoittaja",), files=values("mittari: tarkistus-ajallaan, osoittaja: 2, nimittaja: 4"), says="Niitä on 2,"),
    Row("T22", "a share of few", (TRUE,), ("info mittarit[tarkistus-ajallaan].nimittaja",), files=values("mittari: tarkistus-ajallaan, osoittaja: 0, nimittaja: 4")),
    Row("T25", "a point and a description before the recommendations", (), ("error suositukset[tilannekuva].kohta", "error yhteistyon_tila[hva].kuvaus"), files=assessed("2024-01-01 2024-03-31", ("kohta: tilannekuva",), ("kuvaus: epasaannollinen, osapuoli: hva",))),
    Row("T25", "a point of an undated period", (), files=assessed("- -", ("kohta: tilannekuva",))),
    Row("T25", "a party without a description", (), files=assessed("2026-01-01 2026-03-31", (), ("osapuoli: hva",))),
    Row("T26", "what has no point, and no party", (), files={**assessed("2026-01-01 2026-03-31", ("osapuoli: hva",), ("kuvaus: epasaannollinen",)), **assessed("2026-04-01 2026-06-30", ("osapuoli: hva",), ("kuvaus: epasaannollinen",))}),
    Row("T26", "an undated period beside another one", (), files={**assessed("- -", ("kohta: tilannekuva",)), **assessed("2026-04-01 2026-06-30", ("kohta: tilannekuva",))}),
    Row("T27", "points of two parties, and two rows without a point", (), files=assessed("2026-01-01 2026-03-31", ("kohta: tilannekuva, osapuoli: hva", "kohta: tilannekuva, osapuoli: lpr", "kohta: tilannekuva", "osapuoli: hva", "osapuoli: hva"))),
    Row("T27", "one point twice, by nobody and by a party", (), ("warning suositukset[2]", "warning suositukset[3]"), files=assessed("2026-01-01 2026-03-31", ("kohta: tilannekuva", "kohta: tilannekuva, osapuoli: lpr", "kohta: tilannekuva", "kohta: tilannekuva, osapuoli: lpr"))),
    Row("T27", "those who name no member of the group need not assess", (), ("info yhteistyon_tila",), "kaksi-ryhmaa", files=of_rauma(("osapuoli: hva", "osapuoli: kela")), says="|Yhteistyön tilaa eivät ole arvioineet: työvoimaviranomainen (Etelä-Satakunta)."),
    Row("T27", "the state of cooperation in an unknown group", (), files={FILE: of_rauma(("osapuoli: hva",))["seuranta/rauma.yaml"].replace("rauma", "muu")}),
    Row("T27", "a member named by an unknown party is T01's", ((SEAT, SEAT.replace("nimeaja: kela", "nimeaja: muu")),), files=assessed("2026-01-01 2026-03-31", (), ("osapuoli: hva", "osapuoli: lpr"))),
    Row("T17", "a value that names no indicator", (), files=values("arvo: 412, selite: Muu luku")),
    Row("T17", "an indicator before the catalogue", (), ("warning mittarit[asiakkaat].mittari",), files={FILE: values("mittari: asiakkaat, arvo: 412")[FILE].replace("2026-0", "2024-0")}),
    Row("T17", "a value that names no indicator before one that names an unknown one", (), ("warning mittarit[muu].mittari",), files=values("arvo: 412, selite: Muu luku", "mittari: muu, arvo: 5")),
    Row("T17", "an indicator of an undated period", (), files={FILE: values("mittari: asiakkaat, arvo: 412")[FILE].replace(", paattyen: 2026-03-31", "")}),
    Row("T19", "a value of the second of two groups", (), ("warning mittarit[asiakkaat pori].tyovoimaviranomainen",), "kaksi-ryhmaa", files=values("mittari: asiakkaat, arvo: 412, tyovoimaviranomainen: rauma", "mittari: asiakkaat, arvo: 412, tyovoimaviranomainen: pori", group="rauma")),
    Row("T28", "staff promised and given without a unit", ((HVA, HVA.replace("}", ", henkilostovaranto: [{maara: 0.5, alkaen: 2026-01-01}]}")), (STAFF, STAFF.replace("yksikko: htv, ", "")))),
    Row("T29", "options of an agreement without days", ((VALID, OPTIONS),), (f"warning {OPTION}.luovuttu",)),
    Row("T29", "options of an agreement without its first day", ((VALID, f"    voimassa: {{}}\n{OPTIONS}"),), (f"warning {OPTION}.luovuttu",)),
    Row("T29", "other faults of options of an open-ended agreement", ((VALID, f"{VALID}{OPTIONS}"),), ("warning sopimukset[sopimus].optiot",)),
    Row("T29", "an option without its first day", ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2027-12-31}\n    optiot: [{tunnus: o1, paattyen: 2028-12-31, ilmoitettava_viimeistaan: 2027-06-30}]\n"),)),
    Row("T29", "of two options the one written first has no first day", ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2027-12-31}\n    optiot: [{tunnus: o1, paattyen: 2029-12-31}, {tunnus: o2, alkaen: 2028-01-01, paattyen: 2028-12-31}]\n"),)),
    Row("T29", "an option used on an open day, and one given up", ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2027-12-31}\n    optiot: [{tunnus: o1, alkaen: 2028-01-01, paattyen: 2028-12-31, kaytetty: 2027-06-30}, {tunnus: o2, alkaen: 2029-01-01, paattyen: 2029-12-31, luovuttu: 2028-01-31}]\n"),)),
    Row("T30", "contact persons with and without a title, and one named in Finnish", ((PARTIES, f"yhteistyorakenne:\n  yhteyshenkilot: [{{}}, {{nimike: {{fi: Etunimi Sukunimi, sv: direktör}}}}, {{nimike: ' Etunimi Sukunimi '}}]\n{PARTIES}"),), ("warning yhteistyorakenne.yhteyshenkilot[1].nimike", "warning yhteistyorakenne.yhteyshenkilot[2].nimike")),
    Row("T28", "promises and staff that are half recorded", ((HVA, HVA.replace("}", ", henkilostovaranto: [{yksikko: htv, alkaen: 2026-01-01}, {maara: 9, yksikko: htv, alkaen: 2026-03-01, paattyen: 2026-02-01}, {maara: 1, alkaen: 2026-01-01}, {maara: 4.5, yksikko: htv, alkaen: 2026-01-01}]}")), ("\nhenkilosto:\n", "\nhenkilosto:\n  - {tunnus: a, osapuoli: hva, johtoryhma: tym, yksikko: htv, alkaen: 2026-01-01}\n  - {tunnus: b, osapuoli: hva, johtoryhma: tym, maara: 1, yksikko: htv, alkaen: 2026-03-01, paattyen: 2026-02-01}\n")), ("warning osapuolet[hva].henkilostovaranto",), says="osoitettu 5 htv"),
    Row("T31", "every municipality, and together less than the whole", (), ("warning mittarit[asiakkaat].arvo",), files=values(*LESS), says="osien summa 360"),
    Row("T31", "every municipality, and together more than the whole, is told of once", (), ("warning mittarit[asiakkaat].arvo",), files=values(LESS[0].replace("412", "300"), *LESS[1:]), says="suurempi kuin kokonaisuus 300"),
    Row("T31", "all municipalities but one", (), files=values(*LESS[:-1])),
    Row("T31", "less in the municipalities of an unknown group", (), files=values(*LESS, group="muu")),
    Row("T31", "more in the municipalities of an unknown group", (), ("warning mittarit[asiakkaat].arvo",), files=values(*LESS, "mittari: asiakkaat, arvo: 60, kunta: Kouvola", group="muu"), says="osien summa 420"),
    Row("T31", "less in the municipalities of a group without a territory", ((LAND, ""),), files=values(*LESS)),
    Row("T31", "parts of an unknown indicator, and means", (), files=values("mittari: muu, arvo: 3", "mittari: muu, arvo: 9, kunta: Imatra", "mittari: asiakaspalaute, arvo: 3", "mittari: asiakaspalaute, arvo: 4, kunta: Imatra", "mittari: asiakaspalaute, arvo: 2, kunta: Lemi")),
    Row("T31", "a part of a mean, which has none", (), files=values("mittari: asiakaspalaute, osoittaja: 3", "mittari: asiakaspalaute, osoittaja: 4, kunta: Imatra")),
    Row("T31", "the whole of a share, which its municipalities pass", (), ("warning mittarit[tarkistus-ajallaan].nimittaja",), files=values("mittari: tarkistus-ajallaan, osoittaja: 9, nimittaja: 10", "mittari: tarkistus-ajallaan, osoittaja: 8, nimittaja: 11, kunta: Imatra")),
    Row("T31", "parts without a whole", (), files=values(*LESS[1:])),
    Row("T31", "every municipality of an authority, and together less than its whole", (), ("warning mittarit[asiakkaat lpr].arvo",), files=values("mittari: asiakkaat, arvo: 412, tyovoimaviranomainen: lpr", *LESS[1:]), says="osien summa 360"),
    Row("T31", "every municipality of one of two authorities", (), ("warning mittarit[asiakkaat rauma].arvo",), "kaksi", files=values("mittari: asiakkaat, arvo: 100, tyovoimaviranomainen: rauma", "mittari: asiakkaat, arvo: 200, tyovoimaviranomainen: pori", *(f"mittari: asiakkaat, arvo: 10, kunta: {name}" for name in ("Eura", "Eurajoki", "Huittinen", "Rauma", "Säkylä", "Pori"))), says="osien summa 50"),
    Row("T31", "a municipality and its authority, which isn't told beside it", (), ("warning mittarit[asiakkaat pori].arvo",), "kaksi", files=values("mittari: asiakkaat, arvo: 200, tyovoimaviranomainen: pori", "mittari: asiakkaat, arvo: 210, kunta: Pori"), says="osien summa 210"),
    Row("T31", "a municipality told with its authority and without it is counted once", (), files=values("mittari: asiakkaat, arvo: 412", "mittari: asiakkaat, arvo: 300, kunta: Imatra", "mittari: asiakkaat, arvo: 300, kunta: Imatra, tyovoimaviranomainen: lpr")),
    Row("T31", "an authority that is told to be that of a municipality elsewhere", (), files=values("mittari: asiakkaat, arvo: 412, tyovoimaviranomainen: hva", "mittari: asiakkaat, arvo: 40, kunta: Kouvola, tyovoimaviranomainen: hva")),
    Row("T31", "classes of another indicator, each by itself more than its own whole", (), ("warning mittarit[paattyneet-keston-mukaan].arvo",), files=values("mittari: paattyneet-keston-mukaan, arvo: 40, luokka: alle-1-v", "mittari: paattyneet-keston-mukaan, arvo: 58", "mittari: paattyneet-keston-mukaan, arvo: 18, luokka: 1-3-v", "mittari: paattyneet-keston-mukaan, arvo: 0, luokka: yli-3-v", "mittari: paattyneet-asiakkuudet, arvo: 60"), says="|Sama luku on kirjattu mittarille paattyneet-asiakkuudet toisena: 60.|"),
    Row("T31", "municipalities that another indicator's class is the whole of", (), ("warning mittarit[paattyneet-asiakkuudet tyollistynyt].arvo",), files=values("mittari: paattyneet-asiakkuudet, arvo: 60", "mittari: paattyneet-asiakkuudet, arvo: 22, luokka: tyollistynyt", "mittari: paattyneet-tyollistyneet, arvo: 25, kunta: Imatra"), says="Mittarin paattyneet-tyollistyneet osien summa 25"),
    Row("T31", "those who got work, without the classes of why customerships ended", (), files=values("mittari: paattyneet-tyollistyneet, arvo: 25", "mittari: paattyneet-asiakkuudet, arvo: 60")),
    Row("T19", "a municipality told with its authority and without it", (), ("warning mittarit[1]",), files=values("mittari: asiakkaat, arvo: 300, kunta: Imatra", "mittari: asiakkaat, arvo: 300, kunta: Imatra, tyovoimaviranomainen: lpr")),
    Row("T31", "half-years that are together less than their year", (), ("warning mittarit[uudet-asiakkuudet].arvo",), files=counted(YEAR, 12) | counted(FIRST_HALF, 5) | counted(SECOND_HALF, 6), says="summa 11"),
    Row("T31", "a half-year whose figure isn't recorded", (), files=counted(YEAR, 12) | counted(FIRST_HALF, 5) | counted(SECOND_HALF, 6, "paattyneet-asiakkuudet")),
    Row("T31", "half-years of a state of a day", (), files=counted(YEAR, 12, "asiakkaat") | counted(FIRST_HALF, 7, "asiakkaat") | counted(SECOND_HALF, 7, "asiakkaat")),
    *(
        Row("T31", f"a year's first half and {what}, which is counted only once", (), files=counted(YEAR, 12) | counted(FIRST_HALF, 7) | counted(days, 6))
        for what, days in (("its second quarter", "2026-04-01 2026-06-30"), ("one from its last day", "2026-06-30 2026-12-31"))
    ),
    Row("T31", "two half-years and the last quarter, which is in the second", (), files=counted(YEAR, 8) | counted(FIRST_HALF, 4) | counted(SECOND_HALF, 4) | counted("2026-10-01 2026-12-31", 4)),
    Row("T31", "a half-year whose first row has no figure", (), ("warning mittarit[uudet-asiakkuudet].arvo",), files=counted(YEAR, 12) | {name: text.replace("[{", "[{mittari: uudet-asiakkuudet}, {") for name, text in counted(FIRST_HALF, 13).items()}, says="summa 13"),
    Row("T31", "a year beside another record of it", (), files=counted(YEAR, 12) | {"seuranta/toinen.yaml": next(iter(counted(YEAR, 15).values()))}),
    Row("T33", "a section, an action and one who was present, each of them twice", (), ("error asiat[1].pykala", "error asiat[1].toimenpiteet[a].tunnus", "warning lasna[1].jasen"), files={"kokoukset/2026-04-14.yaml": matters("2026-04-14", ACTION, ACTION)["kokoukset/2026-04-14.yaml"] + "lasna: [{jasen: lpr-1}, {jasen: lpr-1}]\n"}),
    Row("T33", "some were present of whom nobody recorded the seat", (), files=meeting("2026-04-14", "jasen: lpr-1", "", "", "tilalla: varajasen", "tilalla: varajasen")),
    Row("T33", "a member who left the seat to the deputy", (), files=meeting("2026-04-14", "jasen: kela-1", "jasen: kela-1, tilalla: varajasen")),
    Row("T34", "a treatment tomorrow, with meetings before and after it", (), files={**MEETINGS, **treated("pvm: 2026-06-02")}),
    Row("T34", "a treatment today, with meetings before and after it", (), ("warning kasitelty.pvm",), files={**MEETINGS, **treated("pvm: 2026-06-01")}, says="käsitellyksi 1.6.2026"),
    Row("T34", "a treatment without its day, and one of a period without its last", (), files={**MEETINGS, **treated("pykala: 8"), "seuranta/2.yaml": beginning("2026-04-01 -") + "kasitelty: {pvm: 2026-04-14, pykala: 8}\n"}),
    Row("T34", "a treatment that the minutes bear out beside one that they don't", (), ("warning kasitelty.pykala",), files={**MEETINGS, **treated("pvm: 2026-04-14, pykala: 8", "pvm: 2026-04-14, pykala: 9")}),
    Row("T35", "a meeting's file with another day, one with its own, one without a day, and no meeting", (), ("warning pvm",), files={**meeting("2026-02-10"), "kokoukset/2026-03-10.yaml": f"{HEAD}pvm: 2026-03-11\n", "kokoukset/maaliskuu.yaml": f"{HEAD}pvm: 2026-03-12\n", **periods("2026-01-01 2026-03-31")}),
    Row("T37", "a row that ends before it begins", ((STAFF, STAFF.replace("2026-01-01", "2026-01-02, paattyen: 2026-01-01")),), files=told(henkilosto="rivi: h-lpr, maara: 6}, {rivi: h-kela, maara: 1")),
    Row("T37", "a period without its last day", (), files={FILE: beginning("2026-01-01 -") + "henkilosto: [{rivi: h-lpr, maara: 6}]\n"}),
    Row("T37", "staff of no row", (), files=told(henkilosto="maara: 5")),
    Row("T37", "an unknown group", (), files={FILE: told(henkilosto="rivi: h-lpr, maara: 6")[FILE].replace("johtoryhma: tym", "johtoryhma: muu")}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "later"),
    [
        ("2026-07-01 2026-12-31", "2026-01-01 2026-12-31"),
        ("2026-07-01 2026-12-31", "- 2026-12-31"),
        ("2026-01-01 -", "2026-01-01 2026-06-30"),
        ("2025-07-01 2026-06-30", "2026-07-01 2026-12-31"),
    ],
)
def test_t26_tells_of_the_later_assessment(one: str, later: str, tmp_path: Path) -> None:
    shutil.copytree(BASES / "yksi", tmp_path, dirs_exist_ok=True)
    home = tmp_path / "regions" / "etela-karjala"
    (home / "seuranta").mkdir()
    files = {days: assessed(days, ("kohta: tilannekuva",)) for days in (one, later)}
    for name, text in chain.from_iterable(item.items() for item in files.values()):
        (home / name).write_text(text, encoding="utf-8")
    found = findings_of(tmp_path, date(2026, 6, 1))
    [name] = files[later]
    told = [item for item in found if item.code in ("T26", "V01")]
    assert [(item.code, Path(item.file).name) for item in told] == [("T26", Path(name).name)]


def test_follow_up_is_judged_where_its_region_cant_be_read(tmp_path: Path) -> None:
    home = tmp_path / "regions" / "etela-karjala"
    (home / "seuranta").mkdir(parents=True)
    (home / "alue.yaml").write_text("muoto: 1\n", encoding="utf-8")
    rows = "mittarit: [{mittari: asiakkaat, arvo: 2.5}]\nsuositukset: [{kohta: muu}]\nyhteistyon_tila: [{osapuoli: lpr}]\n"
    rows += "kasitelty: {pvm: 2026-05-05}\n"
    (home / FILE).write_text(FOLLOW_UP + rows, encoding="utf-8")
    (home / "kokoukset").mkdir()
    twice = matters("2026-04-14", "pykala: 8", "pykala: 8")
    for name, text in {**MEETINGS, **twice}.items():
        (home / name).write_text(text, encoding="utf-8")
    [next_one] = periods("2026-04-01 2026-06-30").values()
    (home / "seuranta" / "2026-q2.yaml").write_text(next_one, encoding="utf-8")
    found = findings_of(tmp_path, date(2026, 6, 1))
    told = sorted(f"{item.code} {item.path}" for item in found if item.code[0] in "TV")
    assert told == [
        "T18 mittarit[asiakkaat].arvo",
        "T22 mittarit[asiakkaat].arvo",
        "T25 suositukset[muu].kohta",
        "T33 asiat[1].pykala",
    ]


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_follow_up(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)

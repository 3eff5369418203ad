# ruff: noqa: E501 (the lines of the record that are edited are long)
"""G-rules where they meet others: groups, terms, members, offices and leaders."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from sopimukset import statutes
from sopimukset.law.rules import g19
from tests.acceptance.rules.rule_cases import BASES, findings_of
from tests.support.records import Row, judged
from tests.support.workspaces import edit, record

GROUPS = "johtoryhmat:…\nhenkilosto:"
TERM_BEGINS = "        alkaen: 2026-01-01\n        paattyen: 2030-12-31\n"
TERM_SET = "        asettaminen: {asettaja: lpr, tekija: lautakunta, pvm: 2025-12-02, pykala: 70, asiatunnus: KUV-2025-600}\n"
TERM = f"      - tunnus: k2026\n{TERM_BEGINS}{TERM_SET}"
TERMS = f"    toimikaudet:\n{TERM}"
RAUMA = "    nimi: Rauman TYM-johtoryhmä\n    toimialue: {kunnat: [Eura, Eurajoki, Huittinen, Rauma, Säkylä]}\n"
RAUMA_TERMS = f"{RAUMA}    toimikaudet:…    jasenet:\n"
PORI = "    toimialue: {kunnat: [Harjavalta, Jämijärvi, Kankaanpää, Karvia, Kokemäki, Merikarvia, Nakkila, Pomarkku, Pori, Siikainen, Ulvila]}\n"
END_OF_GROUPS = "\n\nhenkilosto:\n"
HELD = "    laji: johtoryhmat\n    pvm: 2025-09-10\n    osapuolet: [lpr, hva, kela]\n    aiheet: [maara, toimialueet]\n"
TOPICS = "    aiheet: [maara, toimialueet]\n"
PREPARED = ("vaihe: vahvistettu", "vaihe: valmisteilla")
SETTER_AGREED = "    sopimus_asettajasta: {pvm: 2025-11-20, osapuolet: [lpr], asettaja: lpr, puheenjohtajan_nimeaja: lpr, johtavan_henkilon_nimeaja: lpr}\n"
LPR_DECIDED = "            paatos: {tekija: lautakunta, pvm: 2025-12-02, pykala: 71, asiatunnus: KUV-2025-600}\n"
KELA_NAMED = "          - nimike: yhteyspäällikkö\n            alkaen: 2026-01-01\n"
KELA_DEPUTY = "          - nimike: asiakkuuspäällikkö\n            alkaen: 2026-01-01\n"
HVA_DEPUTY = "        varajasenet:\n          - nimike: johtava sosiaalityöntekijä\n            alkaen: 2026-01-01\n"
CHAIR = "      - jasen: lpr-1\n        nimeaja: lpr\n        alkaen: 2026-01-01\n"
KELA_PARTY = "  - {tunnus: kela, rooli: kela}\n"
LPR_NAMED = "        nimeaja: lpr\n        nimetyt:…          - nimike: palvelupäällikkö\n"
LEADERS = "    johtavat_henkilot:\n"
LEADER = "          - nimike: TYM-johtaja\n            hyvaksytty_johtoryhmassa: 2026-01-20\n            nimetty: 2026-01-26\n            alkaen: 2026-02-01\n            paattyen: 2030-12-31\n            paatos: {tekija: työllisyysjohtaja, pvm: 2026-01-26, pykala: 3, asiatunnus: KUV-2026-12}\n"
DEPUTY = "          - nimike: palvelukoordinaattori\n            hyvaksytty_johtoryhmassa: 2026-01-20\n            nimetty: 2026-01-26\n            alkaen: 2026-02-01\n            paattyen: 2030-12-31\n"
FRAME = "        puitteet: {pvm: 2026-01-20, pykala: 4, teksti: Johtava henkilö valmistelee ja esittelee asiat.}\n"
GOAL = "      - tunnus: t2026\n        vuosi: 2026\n        tavoite: Yhteinen asiakasohjaus on käytössä kaikissa kunnissa\n        valtakunnalliset_tavoitteet: [yhdenvertaiset-palvelut]\n        asetettu: {pvm: 2026-01-20, pykala: 5}\n"
GOALS = f"    tavoitteet:\n{GOAL}"

THIRD = "  - tunnus: kolmas\n    nimi: Kolmas\n    toimialue: {kunnat: [Eura]}\n"
THIRD_TERM = "    toimikaudet: [{tunnus: k, alkaen: 2026-01-01, paattyen: 2030-12-31}]\n"


FOLLOWED = """muoto: 1
johtoryhma: tym
seurantajakso: {alkaen: 2026-01-01, paattyen: 2026-12-31}
kasitelty: {pvm: 2027-01-15, pykala: 10}
toimeenpano: Asiakasohjaus toimii.
henkilosto: [{rivi: h-lpr, maara: 6}]
mittarit: [{mittari: uudet-asiakkuudet, arvo: 12}]
"""


def term(**parts: str) -> tuple[str, str]:
    """The term with other dates or another setting."""
    lines = "".join(f"        {name}: {value}\n" for name, value in parts.items())
    return TERM, f"      - tunnus: k2026\n{lines}"


def followed(
    year: str = "2032", *, territory: str = "toimialue: {kunnat: [Imatra]}, "
) -> tuple[str, str]:
    """Another group, for five years from the first day of a year."""
    days = f"alkaen: {year}-01-01, paattyen: {int(year) + 4}-12-31"
    group = f"  - {{tunnus: toinen, {territory}toimikaudet: [{{tunnus: k, {days}}}]}}"
    return END_OF_GROUPS, f"\n{group}{END_OF_GROUPS}"


def person(old: str, *people: str) -> tuple[str, str]:
    """Other people in the place of one."""
    return old, "".join(f"          - {{{item}}}\n" for item in people)


def meeting(matter: str, *, group: str = "tym", day: str = "2026-03-10") -> dict[str, str]:
    """Minutes of one matter."""
    text = f"muoto: 1\njohtoryhma: {group}\npvm: {day}\nasiat:\n  - {{pykala: 1, otsikko: Asia, {matter}}}\n"
    return {"kokoukset/2026-03-10.yaml": text}


def presented(by: str) -> dict[str, str]:
    """Minutes of a matter that somebody presented."""
    return meeting(f"laji: muu, paatos: Merkitään tiedoksi., esittelija: {by}")


OTHER_LEADS = (
    (
        "      - tunnus: johtaja\n        nimeaja: pori\n",
        "      - tunnus: johtaja\n        nimeaja: rauma\n",
    ),
)
NAMED_BEFORE, NAMED_AFTER = (
    f"nimetty: {day}, alkaen: 2026-02-01" for day in ("2025-11-01", "2026-01-26")
)
"""The authorities agreed on 2025-11-20, and the setting followed on 2025-12-02."""


def other_leads(leader: str, deputy: str) -> tuple[tuple[str, str], ...]:
    """Leader and deputy named by another authority than was agreed on."""
    people = person(LEADER, f"nimike: a, {leader}"), person(DEPUTY, f"nimike: b, {deputy}")
    return (*OTHER_LEADS, *people)


FOUR_YEARS = term(alkaen="2026-01-01", paattyen="2029-12-31")
TERRITORYLESS = ("    toimialue: {kunnat: kaikki}\n", "")
ENTRUSTED = "      asettaja: pori\n      puheenjohtajan_nimeaja: pori\n      johtavan_henkilon_nimeaja: pori\n"
SUCCESSOR = person(
    LEADER, "nimike: a, alkaen: 2026-02-01, paattyen: 2026-06-30", "nimike: b, alkaen: 2026-07-01"
)
"""Two leaders, of whom the second one has no last day."""

GROUP = "johtoryhmat[tym]"
FIRST = f"{GROUP}.toimikaudet[k2026]"
LEADING = f"{GROUP}.johtavat_henkilot[johtaja]"

ROWS = [
    Row("G01", "an empty list", ((GROUPS, "johtoryhmat: []\n\nhenkilosto:"),), ("error johtoryhmat",)),
    Row("G01", "one group of two has no term", ((RAUMA_TERMS, f"{RAUMA}    jasenet:\n"),), base="kaksi-ryhmaa", day="2025-12-31"),
    Row(
        "G01",
        "a past gap between terms is told of",
        (term(alkaen="2026-01-01", paattyen="2026-03-31"), ("    jasenet:\n      - tunnus: lpr-1", "      - {tunnus: k2, alkaen: 2026-07-01, paattyen: 2031-06-30}\n    jasenet:\n      - tunnus: lpr-1")),
        ("info johtoryhmat",),
        day="2026-08-01",
        says="1.4.2026–30.6.2026",
    ),
    Row("G02", "a third group without a term", ((END_OF_GROUPS, f"\n{THIRD}{END_OF_GROUPS[1:]}"),), ("error johtoryhmat[kolmas]",), base="kaksi-ryhmaa"),
    Row(
        "G02",
        "one group of the county alone and two shared ones",
        ((END_OF_GROUPS, f"\n{THIRD}{THIRD_TERM}{END_OF_GROUPS[1:]}"), (PORI, PORI.replace("[", "[Turku, ")), (RAUMA, RAUMA.replace("[", "[Turku, "))),
        ("warning johtoryhmat[kolmas]",),
        base="kaksi-ryhmaa",
    ),
    Row("G03", "one without a day beside one in time", ((HELD, f"{HELD}  - {{tunnus: n2, laji: johtoryhmat, osapuolet: [lpr, hva, kela]}}\n"),)),
    Row("G03", "two without a day, in preparation", (PREPARED, (HELD, HELD.replace("    pvm: 2025-09-10\n", "") + "  - {tunnus: n2, laji: johtoryhmat}\n")), ("open neuvottelut[n2025]",)),
    Row("G03", "two too late", ((HELD, HELD.replace("2025-09-10", "2026-01-10") + "  - {tunnus: n2, laji: johtoryhmat, pvm: 2026-02-10}\n"),), ("error neuvottelut[n2025].pvm",)),
    Row("G03", "the last one is told of where no topic is recorded", ((HELD, HELD.replace(TOPICS, "") + "  - {tunnus: n2, laji: johtoryhmat, pvm: 2025-09-11}\n"),), ("error neuvottelut[n2]",)),
    Row("G04", "an unknown setter before none", (term(alkaen="2026-01-01", paattyen="2030-12-31", asettaminen="{asettaja: muu, pvm: 2025-12-02}\n      - tunnus: k2031"),), (f"error {GROUP}.toimikaudet[k2031]",)),
    Row("G05", "a group without a term", (("    toimikaudet:…    jasenet:\n", "    jasenet:\n"),), base="kaksi"),
    Row("G05", "a term that nobody set", (("        asettaminen:…    jasenet:\n", "    jasenet:\n"),), base="kaksi"),
    Row("G06", "one group of two has no territory", ((RAUMA, RAUMA.split("    toimialue")[0]),), base="kaksi-ryhmaa"),
    Row("G06", "a municipality of another county in both", ((PORI, PORI.replace("[", "[Turku, ")), (RAUMA, RAUMA.replace("[", "[Turku, "))), base="kaksi-ryhmaa"),
    Row("G06", "a group without a term counts", ((RAUMA_TERMS, f"{RAUMA}    jasenet:\n"),), base="kaksi-ryhmaa"),
    Row("G06", "two in both", ((RAUMA, RAUMA.replace("[", "[Ulvila, Pori, ")),), ("warning johtoryhmat[rauma].toimialue.kunnat",), base="kaksi-ryhmaa", says="Pori ja Ulvila"),
    Row("G08", "a partner's seat first", (("    jasenet:\n", "    jasenet:\n      - {tunnus: k-1, nimeaja: kumppani, nimetyt: [{nimike: edustaja, alkaen: 2026-01-01}]}\n"), (KELA_PARTY, f"{KELA_PARTY}  - {{tunnus: kumppani, rooli: kumppani}}\n"), (HVA_DEPUTY, "")), (f"error {GROUP}.jasenet[hva-1]",)),
    Row("G08", "an own deputy after one without a name", (person(KELA_DEPUTY, "nimike: a, alkaen: 2026-01-01", "nimike: b, henkilo: x, alkaen: 2026-02-01"), (KELA_NAMED, f"{KELA_NAMED}            henkilo: x\n")), (f"error {GROUP}.jasenet[kela-1].varajasenet[2026-02-01]",)),
    Row("G08", "a shared deputy after one of no days", (person(KELA_DEPUTY, "nimike: a, henkilo: y, alkaen: 2026-02-01, paattyen: 2026-01-01", "nimike: b, henkilo: x, alkaen: 2026-01-01"), (HVA_DEPUTY, f"{HVA_DEPUTY}            henkilo: x\n")), (f"warning {GROUP}.jasenet[kela-1].varajasenet[2026-01-01]",)),
    Row("G08", "an own deputy of no days", (person(KELA_DEPUTY, "nimike: a, henkilo: x, alkaen: 2026-02-01, paattyen: 2026-01-01", "nimike: b, alkaen: 2026-01-01"), (KELA_NAMED, f"{KELA_NAMED}            henkilo: x\n"))),
    Row("G08", "a member of no days who is a deputy", (person(KELA_DEPUTY, "nimike: a, henkilo: x, alkaen: 2026-01-01"), (KELA_NAMED, f"{KELA_NAMED}            henkilo: x\n            paattyen: 2025-01-01\n"))),
    Row("G09", "an unknown namer", (("      - tunnus: kela-1\n        nimeaja: kela\n", "      - tunnus: kela-1\n        nimeaja: muu\n"),)),
    Row("G10", "a gap, in preparation", (PREPARED, (CHAIR, f"{CHAIR}        paattyen: 2026-05-31\n")), (f"open {GROUP}.puheenjohtaja",)),
    Row("G10", "a chair without a seat, in preparation", (PREPARED, (CHAIR, CHAIR.replace("jasen: lpr-1\n        ", ""))), (f"open {GROUP}.puheenjohtaja[2026-01-01]",)),
    Row("G10", "an unknown namer", ((CHAIR, CHAIR.replace("nimeaja: lpr", "nimeaja: muu")),)),
    Row("G10", "named by the authority of another territory", ((KELA_PARTY, f"{KELA_PARTY}  - {{tunnus: muu, rooli: tyovoimaviranomainen, tyollisyysalue: oulu}}\n"), (CHAIR, CHAIR.replace("nimeaja: lpr", "nimeaja: muu"))), (f"error {GROUP}.puheenjohtaja[2026-01-01].nimeaja",), says="ei kuulu johtoryhmän toimialueeseen"),
    Row("G10", "named by the county, though an authority was agreed", ((TERMS, f"{SETTER_AGREED}{TERMS}"), (CHAIR, CHAIR.replace("nimeaja: lpr", "nimeaja: hva"))), (f"error {GROUP}.puheenjohtaja[2026-01-01].nimeaja",)),
    Row("G10", "named by another authority than agreed, for days that end before they begin", (("      - jasen: pori-1\n        nimeaja: pori\n        alkaen: 2026-01-01\n", "      - {jasen: pori-1, nimeaja: rauma, alkaen: 2026-02-01, paattyen: 2026-01-31}\n"),), (f"error {GROUP}.puheenjohtaja", f"error {GROUP}.puheenjohtaja[2026-02-01].nimeaja"), "kaksi", says="kuin viranomaiset ovat sopineet"),
    Row("G10", "named by another authority than agreed, from no known day", (("      - jasen: pori-1\n        nimeaja: pori\n        alkaen: 2026-01-01\n", "      - {jasen: pori-1, nimeaja: rauma, paattyen: 2030-12-31}\n"),), (f"error {GROUP}.puheenjohtaja[0].nimeaja",), "kaksi"),
    Row("G10", "a seat that nobody was ever named to", ((LPR_NAMED, "        nimeaja: lpr\n        varajasenet:\n          - nimike: palvelupäällikkö\n"),)),
    Row("G10", "a territory of unknown municipalities", (("{kunnat: kaikki}", "{kunnat: [Atlantis]}"),)),
    Row("G12", "an unknown employer", (("          - nimike: työllisyysjohtaja\n", "          - nimike: työllisyysjohtaja\n            tyonantaja: muu\n"),)),
    Row("G12", "a chair of no days", ((CHAIR, f"{CHAIR}        paattyen: 2025-01-01\n"),)),
    Row("G12", "a member of no days in the chair", (("          - nimike: työllisyysjohtaja\n            alkaen: 2026-01-01\n", "          - nimike: työllisyysjohtaja\n            alkaen: 2026-01-01\n            paattyen: 2025-01-01\n"),)),
    Row("G12", "a chair in an unknown seat", ((CHAIR, CHAIR.replace("lpr-1", "muu")),)),
    Row("G14", "a term that ends before it begins", (term(alkaen="2026-01-01", paattyen="2025-12-31"),)),
    Row("G14", "six years, and another group from the day after", (term(alkaen="2026-01-01", paattyen="2031-12-31"), followed()), (f"error {FIRST}.paattyen",), says="ei ole viisi vuotta"),
    Row("G14", "six years that have ended", (term(alkaen="2020-01-01", paattyen="2025-12-31"),), (f"info {FIRST}.paattyen",), says="ei ole viisi vuotta"),
    Row("G14", "the sixth year of a term", (term(alkaen="2021-01-01", paattyen="2026-12-31"),), (f"error {FIRST}.paattyen",), says="ei ole viisi vuotta"),
    Row("G14", "four years of a group without a territory", (TERRITORYLESS, FOUR_YEARS), (f"error {FIRST}.paattyen",), says="ei ole viisi vuotta"),
    *(
        Row("G14", f"four years, and {what}", (FOUR_YEARS, *changes), (f"error {FIRST}.paattyen",), says="ei ole viisi vuotta")
        for what, changes in (
            ("another group two years later", (followed(),)),
            ("a group of other municipalities from the day after", (("{kunnat: kaikki}", "{kunnat: [Lemi]}"), followed("2030"))),
            ("a group without a territory from the day after", (followed("2030", territory=""),)),
            ("without a territory beside another group", (TERRITORYLESS, followed("2030"))),
        )
    ),
    Row("G14", "four years, and another group without a term", (FOUR_YEARS, (END_OF_GROUPS, f"\n  - {{tunnus: toinen, toimialue: {{kunnat: [Imatra]}}}}{END_OF_GROUPS}")), ("error johtoryhmat[toinen]", f"error {FIRST}.paattyen")),
    Row("G14", "four years, and another group from the day after", (FOUR_YEARS, followed("2030")), (f"warning {FIRST}.paattyen",), says="lyhyempi kuin viisi vuotta"),
    Row("G14", "set on no day, before the term", (term(alkaen="2026-01-01", paattyen="2030-12-31", asettaminen="{asettaja: lpr}"),), (f"deadline {FIRST}.asettaminen",), day="2025-12-31"),
    Row("G14", "set on no day, in preparation", (PREPARED, term(alkaen="2026-01-01", paattyen="2030-12-31", asettaminen="{asettaja: lpr}")), (f"open {FIRST}.asettaminen",)),
    Row("G15", "no task recorded", ((f"{LEADERS}…    tavoitteet:\n", "    tavoitteet:\n"),), (f"error {GROUP}", f"error {GROUP}")),
    Row("G15", "a gap that begins in a term has no months of grace in the next", (term(alkaen="2026-01-01", paattyen="2026-06-30", asettaminen="{asettaja: lpr, pvm: 2025-12-02}\n      - {tunnus: k2, alkaen: 2026-07-01, paattyen: 2031-06-30}"), person(LEADER, "nimike: a, alkaen: 2026-01-01, paattyen: 2026-05-31", "nimike: b, alkaen: 2026-08-01, paattyen: 2031-06-30"), person(DEPUTY, "nimike: c, alkaen: 2026-01-01, paattyen: 2031-06-30")), (f"error {GROUP}.johtavat_henkilot",), day="2026-06-15"),
    Row("G15", "an unknown namer", (("      - tunnus: johtaja\n        nimeaja: lpr\n", "      - tunnus: johtaja\n        nimeaja: muu\n"),)),
    Row("G15", "an unknown namer among two authorities", (("      - tunnus: johtaja\n        nimeaja: pori\n", "      - tunnus: johtaja\n        nimeaja: muu\n"),), base="kaksi"),
    Row("G05", "all is entrusted to the county, which sets the group", ((ENTRUSTED, ENTRUSTED.replace("pori", "hva")), ("        asettaminen: {asettaja: pori", "        asettaminen: {asettaja: hva")), (f"error {GROUP}.sopimus_asettajasta.asettaja", f"error {GROUP}.sopimus_asettajasta.johtavan_henkilon_nimeaja", f"error {GROUP}.sopimus_asettajasta.puheenjohtajan_nimeaja"), base="kaksi"),
    Row("G05", "a second term that the other authority sets", (("    jasenet:\n", "      - {tunnus: k2, alkaen: 2031-01-01, paattyen: 2035-12-31, asettaminen: {asettaja: rauma, pvm: 2030-12-02}}\n    jasenet:\n"),), (f"error {GROUP}.toimikaudet[k2].asettaminen.asettaja",), base="kaksi"),
    Row("G15", "nobody until a short term is over", (term(alkaen="2026-01-01", paattyen="2026-01-31", asettaminen="{asettaja: lpr, pvm: 2025-12-02}"), person(LEADER, "nimike: a, alkaen: 2026-02-02"), person(DEPUTY, "nimike: b, alkaen: 2026-01-01")), (f"warning {GROUP}.johtavat_henkilot",), day="2026-01-15"),
    Row("G15", "a gap that begins on the last day of the months of grace", (person(LEADER, "nimike: a, alkaen: 2026-01-01, paattyen: 2026-03-31"), person(DEPUTY, "nimike: b, alkaen: 2026-01-01")), (f"error {GROUP}.johtavat_henkilot",), day="2026-04-01"),
    *(Row("G15", f"another authority than agreed named both before the agreement: {days}", other_leads(days, days), (), "kaksi") for days in (NAMED_BEFORE, "alkaen: 2025-11-01")),
    *(
        Row("G15", f"another authority than agreed named {who} after the agreement", other_leads(leader, deputy), (f"error {LEADING}.nimeaja",), "kaksi")
        for who, leader, deputy in (("the deputy", NAMED_BEFORE, NAMED_AFTER), ("the leader", NAMED_AFTER, NAMED_BEFORE))
    ),
    Row("G15", "another authority than agreed named both on the day of the agreement", other_leads("alkaen: 2025-11-20", "alkaen: 2025-11-20"), (f"error {LEADING}.nimeaja",), "kaksi"),
    Row("G15", "another authority than agreed named both before the agreement, beside an undated term", (*other_leads(NAMED_BEFORE, NAMED_BEFORE), ("    toimikaudet:\n", "    toimikaudet:\n      - {tunnus: k0}\n")), (), "kaksi"),
    Row("G15", "another authority than agreed has named nobody", (*OTHER_LEADS, (f"        nimetyt:\n{LEADER}", ""), (f"        varahenkilot:\n{DEPUTY}", "")), (f"error {GROUP}.johtavat_henkilot", f"error {GROUP}.johtavat_henkilot", f"error {LEADING}.nimeaja"), "kaksi"),
    Row("G15", "two leaders one after the other, both named by the authority that was agreed on", ((TERMS, f"{SETTER_AGREED}{TERMS}"), SUCCESSOR)),
    Row("G16", "a successor with no last day, within the term", (SUCCESSOR,)),
    Row("G16", "a leader to the end of five years, though the term is told to end before", (term(alkaen="2026-01-01", paattyen="2028-12-31", asettaminen="{asettaja: lpr, pvm: 2025-12-02}"),)),
    Row("G16", "a leader of no days before one who goes on too long", (person(LEADER, "nimike: a, alkaen: 2026-02-01, paattyen: 2026-01-01", "nimike: b, alkaen: 2026-02-01, paattyen: 2031-01-01"),), (f"error {LEADING}.nimetyt[1].paattyen",)),
    Row("G16", "a leader without a first day before one who goes on too long", (person(LEADER, "nimike: a, paattyen: 2031-01-01", "nimike: b, alkaen: 2026-02-01, paattyen: 2031-01-01"),), (f"error {LEADING}.nimetyt[2026-02-01].paattyen",)),
    Row("G16", "a leader after the terms", (person(LEADER, "nimike: a, alkaen: 2031-02-01, paattyen: 2031-12-31"),)),
    Row("G16", "a group without a term", ((TERMS, ""),)),
    Row("G17", "approved after the decision", (person(LEADER, "nimike: a, alkaen: 2026-02-01, hyvaksytty_johtoryhmassa: 2026-01-20, paatos: {pvm: 2026-01-10}"),), (f"error {LEADING}.nimetyt[2026-02-01].hyvaksytty_johtoryhmassa",)),
    Row("G17", "approved after the first day", (person(LEADER, "nimike: a, alkaen: 2026-01-10, hyvaksytty_johtoryhmassa: 2026-01-20"),), (f"error {LEADING}.nimetyt[2026-01-10].hyvaksytty_johtoryhmassa",)),
    Row("G17", "approved, with no other day", (person(LEADER, "nimike: a, hyvaksytty_johtoryhmassa: 2026-01-20"),)),
    Row("G17", "a deputy approved before the setting", (person(DEPUTY, "nimike: a, alkaen: 2026-02-01, hyvaksytty_johtoryhmassa: 2025-11-01"),), (f"info {LEADING}.varahenkilot[2026-02-01].hyvaksytty_johtoryhmassa",)),
    Row("G17", "a past leader approved before the setting", (person(LEADER, "nimike: a, alkaen: 2026-02-01, paattyen: 2026-03-31, hyvaksytty_johtoryhmassa: 2025-11-01"),), (f"info {LEADING}.nimetyt[2026-02-01].hyvaksytty_johtoryhmassa",)),
    *(Row("G18", f"presented by: {who}", (), files=presented(who)) for who in ("johtava_henkilo", "johtava henkilö", "varahenkilo", "varahenkilö", "Johtava henkilö", "Varahenkilö", "TYM-JOHTAJA")),
    Row("G18", "presented in Swedish", (("          - nimike: TYM-johtaja\n", "          - nimike: {fi: TYM-johtaja, sv: TYM-ledare}\n"),), files=presented("TYM-ledare")),
    Row("G18", "presented in Finnish", (("          - nimike: TYM-johtaja\n", "          - nimike: {fi: TYM-johtaja, sv: TYM-ledare}\n"),), files=presented("TYM-johtaja")),
    Row("G18", "presented by another, a leader without a title", (("          - nimike: TYM-johtaja\n            hyvaksytty", "          - hyvaksytty"),), ("info asiat[1].esittelija",), files=presented("sihteeri")),
    Row("G18", "another presents what is neither of a kind nor decided", (), ("info asiat[1].esittelija",), files=meeting("esittelija: sihteeri")),
    Row("G18", "an unknown group", (), files=meeting("laji: muu, esittelija: sihteeri", group="muu")),
    Row("G18", "no leader has a first day", (("            nimetty: 2026-01-26\n            alkaen: 2026-02-01\n            paattyen: 2030-12-31\n            paatos: {tekija: työllisyysjohtaja", "            nimetty: 2026-01-26\n            paattyen: 2030-12-31\n            paatos: {tekija: työllisyysjohtaja"),), files=presented("sihteeri")),
    Row("G18", "a deputy of no days", (person(DEPUTY, "nimike: a, alkaen: 2026-02-01, paattyen: 2026-01-01"),), ("info asiat[1].esittelija",), files=presented("sihteeri")),
    Row("G18", "opening without a presenter before a matter that the leader presents", (), files=meeting("esteelliset: []}\n  - {pykala: 2, laji: muu, esittelija: TYM-johtaja")),
    Row("G18", "nobody presents, in preparation", (PREPARED,), ("info asiat[1]",), files=meeting("laji: muu")),
    Row("G19", "no goal recorded", ((GOALS, ""),), (f"deadline {GROUP}",)),
    Row("G19", "two goals set late", ((GOAL, GOAL.replace("2026-01-20", "2027-01-20") + GOAL.replace("t2026", "u2026").replace("2026-01-20", "2027-01-21")),), (f"deadline {GROUP}.tavoitteet", f"info {GROUP}.tavoitteet[t2026]"), day="2027-02-01", says="20.1.2027"),
    Row("G19", "two goals apart from the national ones", ((GOAL, "".join(f"      - {{tunnus: {name}, vuosi: 2026, tavoite: Oma, asetettu: {{pvm: 2026-01-20}}}}\n" for name in ("a", "b"))),), (f"warning {GROUP}.tavoitteet[a]",)),
    Row("G19", "an unknown national goal of a year long past", ((GOAL, GOAL.replace("yhdenvertaiset-palvelut", "xyz")),), (f"deadline {GROUP}.tavoitteet", f"error {GROUP}.tavoitteet", f"info {GROUP}.tavoitteet[t2026].valtakunnalliset_tavoitteet[0]"), day="2028-06-01"),
    Row("G20", "one year told of, the next not", (), (f"deadline {GROUP}",), files={"seuranta/2026.yaml": FOLLOWED}, day="2027-02-01", says="Vuoden 2027"),
    Row("G20", "a follow-up nobody treated, without dates", (), (f"deadline {GROUP}",), files={"seuranta/2026.yaml": "muoto: 1\njohtoryhma: tym\nseurantajakso: {}\n"}),
    Row("G21", "a frame of a paragraph only", ((FRAME, "        puitteet: {pykala: 4}\n"),)),
    Row("G21", "a frame of a text only", ((FRAME, "        puitteet: {teksti: Valmistelee asiat.}\n"),)),
    Row("G21", "a meeting about something else", ((FRAME, ""),), (f"warning {LEADING}",), files=meeting("laji: muu", day="2026-01-20")),
    Row("G21", "a task without people before one without a frame", ((FRAME, ""), (LEADERS, f"{LEADERS}      - {{tunnus: tyhja, nimeaja: lpr}}\n")), (f"warning {LEADING}",)),
    Row("G22", "a setting by nobody", (term(alkaen="2026-01-01", paattyen="2030-12-31", asettaminen="{tekija: lautakunta}"),)),
    Row("G22", "a setting without day and paragraph", (term(alkaen="2026-01-01", paattyen="2030-12-31", asettaminen="{asettaja: lpr, asiatunnus: KUV-1}"),), (f"warning {FIRST}.asettaminen",), says=": tekijä ja pykälä"),
    Row("G22", "the office's own decision is looked at", ((CHAIR, f"{CHAIR}        paatos: {{tekija: lautakunta}}\n"),), (f"warning {GROUP}.puheenjohtaja[2026-01-01]",)),
    Row("G22", "an approval by no organ", (("{osapuoli: lpr, tekija: lautakunta, pvm: 2025-12-02", "{osapuoli: lpr, pvm: 2025-12-02"),), ("warning sopimukset[sopimus].hyvaksynnat[lpr]",), says=": tekijä."),
    Row("G22", "an approval on no day", (("{osapuoli: lpr, tekija: lautakunta, pvm: 2025-12-02,", "{osapuoli: lpr, tekija: lautakunta,"),), ("warning sopimukset[sopimus].hyvaksynnat[lpr]",), says=": päivä."),
    Row("G22", "a member decided on in whole before one who isn't", ((LPR_DECIDED, f"{LPR_DECIDED}          - {{nimike: b, alkaen: 2026-02-01}}\n"),), (f"warning {GROUP}.jasenet[lpr-1].nimetyt[2026-02-01]",)),
    Row("G22", "a member decided on before one who isn't", ((KELA_NAMED, f"          - {{nimike: a, alkaen: 2026-01-01, paattyen: 2026-01-31}}\n          - {{nimike: b, alkaen: 2026-02-01}}\n{KELA_NAMED}"),), (f"warning {GROUP}.jasenet[kela-1].nimetyt[2026-02-01]",)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_record(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)


def told_by_g06(folder: Path, *changes: tuple[str, tuple[str, str]]) -> list[str]:
    """Where G06 finds something in two counties whose records are changed."""
    shutil.copytree(BASES / "rajan-yli", folder, dirs_exist_ok=True)
    for region, change in changes:
        edit(record(folder, region), change)
    found = findings_of(folder, date(2026, 6, 1))
    return [f"{item.region} {item.path}" for item in found if item.code == "G06"]


NORTH = ("toimialue: {kunnat: [Alavieska", "toimialue: {kunnat: [Kuhmo, Alavieska")
SECOND = (
    "\nyhteiset_johtoryhmat:\n",
    f"{THIRD.replace('Eura', 'Kuhmo')}{THIRD_TERM}\nyhteiset_johtoryhmat:\n",
)


def test_g06_tells_of_the_own_group_though_the_other_county_comes_later(tmp_path: Path) -> None:
    found = told_by_g06(tmp_path, ("pohjois-pohjanmaa", NORTH))
    assert found == ["kainuu johtoryhmat[yhteinen].toimialue.kunnat"]


def test_g06_leaves_two_groups_of_another_county_alone(tmp_path: Path) -> None:
    less = ("Kajaani, Kuhmo, Paltamo", "Kajaani, Paltamo")
    north = "pohjois-pohjanmaa"
    found = told_by_g06(tmp_path, ("kainuu", less), (north, NORTH), (north, SECOND))
    assert found == []


def test_g19_asks_for_the_national_goals_of_any_day_of_the_year(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[date] = []

    class Law:
        def national_goals(self, day: date) -> list[Any]:
            asked.append(day)
            return [SimpleNamespace(avain=str(len(asked)))]

    monkeypatch.setattr(statutes, "load", Law)
    assert g19.national_keys.__wrapped__(2026) == {"1", "2"}
    assert asked == [date(2026, 1, 1), date(2026, 12, 31)]

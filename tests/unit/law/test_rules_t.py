# ruff: noqa: E501 (the lines of the record that are edited are long)
"""T-, H- and P-rules where they meet others: the record's own consistency, roles, signatures."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from sopimukset.law.check import check_regions
from sopimukset.law.rules import p01
from tests.acceptance.rules.rule_cases import DATA, findings_of, grounds, regions_of
from tests.support.records import Row, judged

if TYPE_CHECKING:
    from sopimukset.workspace.layouts import Layout

PREPARED = ("vaihe: vahvistettu", "vaihe: valmisteilla")
HVA = "  - {tunnus: hva, rooli: hyvinvointialue, hyvinvointialue: etela-karjala, oikeushenkilo: Etelä-Karjalan hyvinvointialue}\n"
LPR = "  - {tunnus: lpr, rooli: tyovoimaviranomainen, tyollisyysalue: etela-karjala, oikeushenkilo: Lappeenrannan kaupunki}\n"
KELA = "  - {tunnus: kela, rooli: kela}\n"
PARTIES = "    osapuolet: [lpr, hva, kela]\n    asiatunnus: KUV-2025-640\n"
STAFF = "  - {tunnus: h-kela, osapuoli: kela, johtoryhma: tym, maara: 1,"
SIGNED = "  - {osapuoli: lpr, nimike: työllisyysjohtaja, pvm: 2025-12-15, tapa: sahkoinen}\n      - {osapuoli: hva, nimike: hyvinvointialuejohtaja, pvm: 2025-12-16, tapa: sahkoinen}\n      - {osapuoli: kela, nimike: yksikön johtaja, pvm: 2025-12-16, tapa: sahkoinen}\n"
APPROVED = "      - {osapuoli: kela, tekija: yksikön johtaja, pvm: 2025-12-10}\n"
VALID = "    voimassa: {alkaen: 2026-01-01}\n"
KELA_TEXT = "    kelan_osallistuminen: Kela osallistuu yhteisen koulutuksen kustannuksiin henkilöstönsä määrän mukaisessa suhteessa.\n"
KELA_SEAT = "      - tunnus: kela-1\n        nimeaja: kela\n        nimetyt:\n          - nimike: yhteyspäällikkö\n            alkaen: 2026-01-01\n            paatos: {tekija: yksikön johtaja, pvm: 2025-12-10}\n"
ENDED = "            paattyen: 2026-05-31\n            paatos"
COST = "      - {tunnus: koulutus, kattaa: [koulutus, viestinta], avain: henkilosto}\n"
INVENTED = "kuvitteellinen: true\n"
TRUE_SIZING = ("lahde: kuvitteellinen}", "lahde: rekisteri}")
NAME = "    nimi: Etelä-Karjalan TYM-johtoryhmä\n"
GROUP = "johtoryhmat[tym]"
AGREEMENT = "sopimukset[sopimus]"
END = "\nnuorten_yhteispalvelu:\n"
MINUTES = "muoto: 1\njohtoryhma: tym\npvm: 2026-03-10\nasiat: [{pykala: 1, esteelliset: []}, {pykala: 2}]\n"
FOLLOW_UP = "muoto: 1\njohtoryhma: tym\nseurantajakso: {alkaen: 2026-01-01, paattyen: 2026-03-31}\n"

UNDATED = {
    "jasenet[kela-1].nimetyt[0]": (
        "          - nimike: yhteyspäällikkö\n            alkaen: 2026-01-01\n",
        "          - nimike: yhteyspäällikkö\n",
    ),
    "jasenet[kela-1].varajasenet[0]": (
        "          - nimike: asiakkuuspäällikkö\n            alkaen: 2026-01-01\n",
        "          - nimike: asiakkuuspäällikkö\n",
    ),
    "puheenjohtaja[0]": (
        "        nimeaja: lpr\n        alkaen: 2026-01-01\n",
        "        nimeaja: lpr\n",
    ),
    "varapuheenjohtaja[0]": (
        "        nimeaja: hva\n        alkaen: 2026-01-01\n",
        "        nimeaja: hva\n",
    ),
    "johtavat_henkilot[johtaja].nimetyt[0]": (
        "            alkaen: 2026-02-01\n            paattyen: 2030-12-31\n            paatos",
        "            paattyen: 2030-12-31\n            paatos",
    ),
    "johtavat_henkilot[johtaja].varahenkilot[0]": (
        "            alkaen: 2026-02-01\n            paattyen: 2030-12-31\n        puitteet",
        "            paattyen: 2030-12-31\n        puitteet",
    ),
}


def signatures(*rows: str) -> tuple[str, str]:
    """Other signatures."""
    return SIGNED, "".join(f"      - {{{row}}}\n" for row in rows).removeprefix("    ")


def kela(text: str) -> tuple[tuple[str, str], ...]:
    """Kela's part in the costs in other words."""
    return ((KELA_TEXT, f"    kelan_osallistuminen: {text}\n"),)


ROWS = [
    Row("H01", "two parties without a legal person", ((LPR, LPR.replace(", oikeushenkilo: Lappeenrannan kaupunki", "")), (HVA, HVA.replace(", oikeushenkilo: Etelä-Karjalan hyvinvointialue", "")))),
    Row("P02", "a signature without a day before one that is early", (signatures("osapuoli: lpr", "osapuoli: kela, pvm: 2025-12-09"),), (f"warning {AGREEMENT}.allekirjoitukset[lpr]", f"warning {AGREEMENT}.allekirjoitukset[kela].pvm")),
    Row("P02", "one signature of today, one to come, no start", (signatures("osapuoli: lpr, pvm: 2026-06-01", "osapuoli: kela, pvm: 2026-06-02"), (VALID, "    voimassa: {paattyen: 2030-12-31}\n")), (f"warning {AGREEMENT}",)),
    Row("P02", "signed after the first approval", ((APPROVED, f"{APPROVED}{APPROVED.replace('2025-12-10', '2025-12-20')}"),)),
    Row("P02", "approved on no day, and by nobody", ((APPROVED, f"{APPROVED.replace(', pvm: 2025-12-10', '')}      - {{pvm: 2026-02-01}}\n"), signatures("pvm: 2025-12-16", "osapuoli: kela, pvm: 2025-12-16")), (f"warning {AGREEMENT}.allekirjoitukset[0]",)),
    *(Row("P04", f"a form called statutory: {text}", kela(text), (f"info {AGREEMENT}.kelan_osallistuminen",)) for text in ("Sopimus allekirjoitetaan lain mukaan käsin", "Sopimus allekirjoitetaan lain mukaan paperilla", "Avtalet undertecknas enligt lag egenhändigt", "Avtalet underskrivs enligt lag för hand", "Laki edellyttää omakätistä allekirjoitusta", "Lain edellyttämä omakätinen allekirjoitus", "Omakätisestä allekirjoituksesta on laissa säädetty", "Lakisääteinen omakätinen allekirjoitus", "Lagen kräver egenhändigt undertecknande", "Egenhändigt undertecknande är lagstadgat")),
    Row("P04", "a signature without day and way", (signatures("osapuoli: lpr"),)),
    Row("P04", "the second of two sentences", kela("Kela osallistuu. Sopimus allekirjoitetaan lain mukaan käsin."), (f"info {AGREEMENT}.kelan_osallistuminen",)),
    Row("P04", "a form in one sentence, a statutory signature in another", kela("Sopimus allekirjoitetaan lain mukaan. Pöytäkirjat allekirjoitetaan paperilla.")),
    Row("P04", "no form is named", kela("Sopimus allekirjoitetaan lain mukaan.")),
    Row("P04", "something else on paper", kela("Lain mukaan ilmoitus tehdään paperilla.")),
    Row("P04", "a form called statutory, and denied", kela("Lain mukaan omakätistä allekirjoitusta ei vaadita")),
    Row("T01", "staff of an unknown group", ((STAFF, STAFF.replace("tym", "muu")),), ("error henkilosto[h-kela].johtoryhma",), says="|Johtoryhmää muu"),
    Row("T01", "an unknown party of an agreement that names no group", ((f"    johtoryhma: tym\n{PARTIES}", PARTIES.replace("kela]", "muu]")),), (f"error {AGREEMENT}.osapuolet[2]",), says="|Osapuolta muu"),
    Row("T01", "a group in capital letters among the parties is A02's", ((PARTIES, PARTIES.replace("kela]", "kela, TYM-JOHTORYHMÄ]")),)),
    Row("T01", "one name for a party and a group", ((STAFF, STAFF.replace("osapuoli: kela, johtoryhma: tym", "osapuoli: muu, johtoryhma: muu")),), ("error henkilosto[h-kela].johtoryhma", "error henkilosto[h-kela].osapuoli")),
    Row("T01", "two unknown parties", ((PARTIES, PARTIES.replace("kela]", "muu, toinen]")),), (f"error {AGREEMENT}.osapuolet[2]", f"error {AGREEMENT}.osapuolet[3]")),
    Row("T01", "a shared group that is nowhere is told of in its file only", (("\njohtoryhmat:\n", "\nyhteiset_johtoryhmat: [{alue: muu, johtoryhma: tym}]\njohtoryhmat:\n"),), ("error yhteiset_johtoryhmat[muu tym]",), files={"kokoukset/2026-03-10.yaml": "muoto: 1\njohtoryhma: tym\npvm: 2026-03-10\n"}),
    Row("T01", "an unknown cost in a follow-up", (), ("error kustannukset[muu].kustannus",), files={"seuranta/2026.yaml": f"{FOLLOW_UP}kustannukset: [{{kustannus: muu}}]\n"}, says="|Kustannusta muu"),
    Row("T01", "unknown staff in a follow-up", (), ("error henkilosto[muu].rivi",), files={"seuranta/2026.yaml": f"{FOLLOW_UP}henkilosto: [{{rivi: muu}}]\n"}, says="|Henkilöstöriviä muu"),
    Row("T01", "a contact person of nobody", (("\nhenkilosto:\n", "\nyhteistyorakenne: {yhteyshenkilot: [{toimija: muu}]}\nhenkilosto:\n"),), ("error yhteistyorakenne.yhteyshenkilot[muu].toimija",), says="|Osapuolta tai kumppania muu"),
    Row("T01", "a matter of no forum", (("\nhenkilosto:\n", "\nyhteistyorakenne: {foorumit: [{tunnus: a, raportoi: [muu]}]}\nhenkilosto:\n"),), ("error yhteistyorakenne.foorumit[a].raportoi[0]",), says="|Foorumia muu"),
    Row("T02", "one identifier in several lists beside one that is twice in its own", (("\nhenkilosto:\n", "\ntoimipisteet: [{tunnus: a}, {tunnus: a}]\nhenkilosto:\n"),), ("error toimipisteet[1].tunnus",), base="kaksi-ryhmaa"),
    Row("T04", "a seat without a person before a vacant one", ((KELA_SEAT, f"      - {{tunnus: kela-2, nimeaja: kela}}\n{KELA_SEAT.replace('kela-1', 'kela-3').replace('            paatos', ENDED)}{KELA_SEAT}"),), (f"warning {GROUP}.jasenet[kela-2]", f"warning {GROUP}.jasenet[kela-3].nimetyt")),
    Row("T04", "a seat of no days before a vacant one", ((KELA_SEAT, f"      - {{tunnus: kela-2, nimeaja: kela, nimetyt: [{{nimike: a, alkaen: 2026-02-01, paattyen: 2026-01-01}}]}}\n{KELA_SEAT.replace('kela-1', 'kela-3').replace('            paatos', ENDED)}{KELA_SEAT}"),), (f"warning {GROUP}.jasenet[kela-3].nimetyt",)),
    Row("T08", "a county without its key", ((HVA, HVA.replace("hyvinvointialue: etela-karjala, ", "")),), ("error osapuolet[hva]",)),
    Row("T08", "a county with an unknown key", ((HVA, HVA.replace("hyvinvointialue: etela-karjala", "hyvinvointialue: xyz")),), ("error osapuolet[hva].hyvinvointialue",)),
    Row("T08", "an office in an unknown municipality, one in none", (("\nhenkilosto:\n", "\ntoimipisteet: [{tunnus: a}, {tunnus: b, kunta: Xyz}]\nhenkilosto:\n"),), ("error toimipisteet[b].kunta",)),
    Row("T09", "a county without a legal person, after Kela", ((f"{HVA}{KELA}", f"{KELA}{HVA.replace(', oikeushenkilo: Etelä-Karjalan hyvinvointialue', '')}"),), ("warning osapuolet[hva]",)),
    Row("P05", "a matter in which it was asked, and one in which it was not", (), ("warning asiat[2]",), files={"kokoukset/2026-03-10.yaml": MINUTES}),
    Row("T11", "an added clause without text", ((VALID, f"{VALID}    lausekemuutokset: [{{lauseke: uusi, toimi: lisaa, jalkeen: johtoryhma, peruste: tarpeen}}]\n"),), (f"error {AGREEMENT}.lausekemuutokset[uusi]",)),
    *(Row("T12", f"no first day: {path}", (change,), (f"error {GROUP}.{path}",)) for path, change in UNDATED.items()),
    Row("T12", "no first day of a member, in preparation", (PREPARED, UNDATED["jasenet[kela-1].nimetyt[0]"]), (f"open {GROUP}.jasenet[kela-1].nimetyt[0]",)),
    Row("T12", "no first day of staff, in preparation", (PREPARED, ("tehtava: kuntoutusasiantuntija, alkaen: 2026-01-01}", "tehtava: kuntoutusasiantuntija}")), ("open henkilosto[h-kela]",)),
    Row("T13", "the sizing of a group", ((INVENTED, ""), TRUE_SIZING, (NAME, f"{NAME}    mitoitus: {{asiakkaita: 1, lahde: kuvitteellinen}}\n")), (f"error {GROUP}.mitoitus.lahde",)),
    Row("T13", "the meetings of a group", ((INVENTED, ""), TRUE_SIZING, (NAME, f"{NAME}    kokoukset: {{lahde: kuvitteellinen}}\n")), (f"error {GROUP}.kokoukset.lahde",)),
    Row("T13", "staff", ((INVENTED, ""), TRUE_SIZING, (STAFF, STAFF + " lahde: kuvitteellinen,")), ("error henkilosto[h-kela].lahde",)),
    Row("T13", "a cost", ((INVENTED, ""), TRUE_SIZING, (COST, COST.replace("}", ", lahde: kuvitteellinen}"))), (f"error {AGREEMENT}.kustannukset[koulutus].lahde",)),
    Row("T13", "only the first is told of", ((INVENTED, ""), (STAFF, STAFF + " lahde: kuvitteellinen,")), ("error mitoitus.lahde",)),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_record(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)


@pytest.mark.parametrize("language", ["fi", "FI", "fi-FI", "FI-fi"])
def test_p01_language_of_a_layout_in_any_letters(language: str) -> None:
    facts = {"text_language": language, "language": "fi", "headings": 1}
    layout = SimpleNamespace(**facts, headless=(), wordless=0)
    assert list(p01.check(cast("Layout", layout))) == []


def test_t11_is_silent_where_the_library_of_a_kind_cant_be_read() -> None:
    prepared = replace(grounds(date(2026, 6, 1)), clauses={})
    regions = regions_of(DATA / "T11" / "bad" / "tuntematon-lauseke")
    assert [item for item in check_regions(regions, prepared) if item.code == "T11"] == []


def test_t01_looks_for_a_shared_group_after_one_whose_file_cant_be_read(tmp_path: Path) -> None:
    case = DATA / "T01" / "bad" / "yhteisen-johtoryhman-aluetta-ei-ole"
    shutil.copytree(case, tmp_path, dirs_exist_ok=True)
    (tmp_path / "regions" / "etela-karjala" / "alue.yaml").write_text("muoto: [", encoding="utf-8")
    found = [item for item in findings_of(tmp_path, date(2026, 6, 1)) if item.code == "T01"]
    assert [(item.region, item.path) for item in found] == [
        ("pohjois-karjala", "yhteiset_johtoryhmat[kainuu tym]")
    ]

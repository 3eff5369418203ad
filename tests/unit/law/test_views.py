# ruff: noqa: E501 (the lines of the record that are edited are long)
"""What cases work out of a record for the rules: names, days, groups, agreements and clauses."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from sopimukset.base.speech import speak
from tests.support.records import Row, judged

VALID = "    voimassa: {alkaen: 2026-01-01}\n"
NOTICE = "    irtisanomisaika_kk: 6\n"
AGREEMENT = "  - tunnus: sopimus\n    laji: tym-sopimus\n    johtoryhma: tym\n"
END = "\nnuorten_yhteispalvelu:\n"
OTHER = "{laji: tym-sopimus, johtoryhma: tym, osapuolet: [lpr, hva, kela], kelan_osallistuminen: Kela osallistuu koulutukseen.,"
LPR = "  - {tunnus: lpr, rooli: tyovoimaviranomainen, tyollisyysalue: etela-karjala, oikeushenkilo: Lappeenrannan kaupunki}\n"
HVA = "  - {tunnus: hva, rooli: hyvinvointialue, hyvinvointialue: etela-karjala, oikeushenkilo: Etelä-Karjalan hyvinvointialue}\n"
SIGNED = "    allekirjoitukset:…\nnuorten_yhteispalvelu:"
KELA_STAFF = "  - {tunnus: h-kela, osapuoli: kela, johtoryhma: tym, maara: 1, yksikko: htv, tehtava: kuntoutusasiantuntija, alkaen: 2026-01-01}\n"
MEMBERS = "    jasenet:…    puheenjohtaja:\n"
PLACE = "sopimukset[sopimus].voimassa"
PARTY = "    osapuolet: [lpr, hva, kela]\n    asiatunnus"
SET = "asettaminen: {asettaja: lpr, tekija: lautakunta, pvm: 2025-12-02,"


def unsigned(*changes: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """The agreement without signatures, and other changes."""
    return ((SIGNED, "\nnuorten_yhteispalvelu:"), *changes)


def changed(*items: str) -> tuple[tuple[str, str], ...]:
    """The agreement with changes of clauses."""
    rows = "".join(f"      - {{{item}}}\n" for item in items)
    return ((VALID, f"{VALID}    lausekemuutokset:\n{rows}"),)


def ended(day: str, notice: str = NOTICE, end: str = "") -> tuple[tuple[str, str], ...]:
    """The agreement given up on a day."""
    valid = VALID.replace("}", f", paattyen: {end}}}") if end else VALID
    return ((VALID + NOTICE, f"{valid}    irtisanottu: {day}\n{notice}"),)


ROWS = [
    Row("A12", "a party without a legal person, by its area", unsigned((LPR, LPR.replace(", oikeushenkilo: Lappeenrannan kaupunki", ""))), (f"warning {PLACE}",), says="työvoimaviranomainen (Etelä-Karjala)"),
    Row("A12", "a party of an unknown area", unsigned((LPR, LPR.replace("tyollisyysalue: etela-karjala, oikeushenkilo: Lappeenrannan kaupunki", "tyollisyysalue: xyz"))), (f"warning {PLACE}",), says="työvoimaviranomainen (xyz)"),
    Row("A12", "a county without a legal person", unsigned((HVA, HVA.replace(", oikeushenkilo: Etelä-Karjalan hyvinvointialue", ""))), (f"warning {PLACE}",), says="Etelä-Karjalan hyvinvointialue"),
    Row("A12", "an unknown county", unsigned((HVA, HVA.replace("hyvinvointialue: etela-karjala, oikeushenkilo: Etelä-Karjalan hyvinvointialue", "hyvinvointialue: xyz"))), (f"warning {PLACE}",), says=", xyz ja Kela"),
    Row("A12", "a partner", unsigned((HVA, f"{HVA}  - {{tunnus: kumppani, rooli: kumppani}}\n"), (PARTY, PARTY.replace("kela", "kela, kumppani"))), (f"warning {PLACE}",), says="Kela ja kumppani"),
    Row("A12", "a partner whose own name is a county's key", unsigned((HVA, f"{HVA}  - {{tunnus: kainuu, rooli: kumppani}}\n"), (PARTY, PARTY.replace("kela", "kela, kainuu"))), (f"warning {PLACE}",), says="Kela ja kainuu"),
    *(
        Row("A12", f"a legal person {what}", unsigned(("kielet: [fi]", f"kielet: {languages}"), (LPR, LPR.replace("oikeushenkilo: Lappeenrannan kaupunki", f"oikeushenkilo: {names}"))), (f"warning {PLACE}",), says=name)
        for what, languages, names, name in (
            ("by its name in the original language", "[sv, fi]", "{fi: Lappeenrannan kaupunki, sv: Villmanstrands stad}", "Villmanstrands stad"),
            ("that has no name in the original language", "[sv]", "{fi: Lappeenrannan kaupunki}", "Lappeenrannan kaupunki"),
            ("that has a Swedish name only", "[fi]", "{sv: Villmanstrands stad}", "Villmanstrands stad"),
        )
    ),
    Row("M06", "a follow-up that can't be read is no group's", (), ("error regions/etela-karjala/seuranta/2026.yaml",), files={"seuranta/2026.yaml": "muoto: 1\n"}),
    Row("M06", "a version that can't be read is no agreement's", (), ("error regions/etela-karjala/versiot/sopimus-1.0.yaml",), files={"versiot/sopimus-1.0.yaml": "muoto: 1\n"}),
    Row("A01", "given up, with a notice of six months", ended("2026-02-15"), (f"deadline {PLACE}",), says="16.8.2026–31.12.2030"),
    Row("A01", "given up, with no notice", ended("2026-06-01", ""), (f"deadline {PLACE}",), says="2.6.2026–31.12.2030"),
    Row("A01", "given up, and ends before the notice", ended("2026-02-15", end="2026-06-30"), (f"deadline {PLACE}",), says="1.7.2026–31.12.2030"),
    Row("A01", "given up, and ends after the notice", ended("2026-02-15", end="2026-12-31"), (f"deadline {PLACE}",), says="16.8.2026–31.12.2030"),
    Row("A01", "the agreement that begins last is told of", ((VALID, "    voimassa: {alkaen: 2026-02-01, paattyen: 2026-12-31}\n"), (END, f"  - {OTHER} tunnus: toinen, voimassa: {{alkaen: 2026-01-01, paattyen: 2026-12-31}}}}\n{END}")), (f"deadline {PLACE}",)),
    Row("A01", "of two that begin alike, the last by name", ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2026-12-31}\n"), (END, f"  - {OTHER} tunnus: a, voimassa: {{alkaen: 2026-01-01, paattyen: 2026-12-31}}}}\n{END}")), (f"deadline {PLACE}",)),
    Row("A01", "of two that begin alike, the last by name, whatever the order", ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2026-12-31}\n"), (END, f"  - {OTHER} tunnus: z, voimassa: {{alkaen: 2026-01-01, paattyen: 2026-12-31}}}}\n{END}")), ("deadline sopimukset[z].voimassa",)),
    Row("A14", "an undated agreement is not the newest", ((END, f"  - {OTHER} tunnus: toinen}}\n{END}"),), ("deadline sopimukset[sopimus]",)),
    Row("A04", "an agreement that names no group is the only one's", ((AGREEMENT, AGREEMENT.replace("    johtoryhma: tym\n", "")), (KELA_STAFF, "")), ("error henkilosto",)),
    Row("A04", "an agreement that names no group is nobody's where there are two", (("    laji: tym-sopimus\n    johtoryhma: pori\n", "    laji: tym-sopimus\n"), ("  - {tunnus: h-kela-pori,…\n", "")), base="kaksi-ryhmaa"),
    Row("A10", "a clause that is replaced by nothing is removed", changed("lauseke: palvelut, toimi: korvaa, teksti: Palvelut järjestetään yhdessä., peruste: a", "lauseke: voimassaolo, toimi: korvaa, peruste: b"), ("warning sopimukset[sopimus].lausekemuutokset[voimassaolo]",)),
    Row("A10", "a clause that is replaced by another is not removed", changed("lauseke: voimassaolo, toimi: korvaa, teksti: Sopimus on voimassa toistaiseksi., peruste: b")),
    Row("A10", "a clause that is added by name and without a text is not removed", changed("lauseke: voimassaolo, toimi: lisaa, peruste: b")),
    Row("A01", "an agreement that only ends is undated", ((VALID, "    voimassa: {paattyen: 2030-12-31}\n"),), ("error sopimukset[sopimus]",)),
    Row("A10", "a clause beside which one is added is not removed", changed("lauseke: uusi, toimi: lisaa, jalkeen: voimassaolo, peruste: b")),
    Row("G05", "the day of setting goes before the first day", (("    sopimus_asettajasta:\n      pvm: 2025-11-20\n", "    sopimus_asettajasta:\n      pvm: 2025-12-03\n"),), ("error johtoryhmat[tym].sopimus_asettajasta.pvm",), base="kaksi", says="2.12.2025"),
    Row("G03", "of two settings the first counts", ((SET, SET.replace("2025-12-02", "2025-09-09")),), ("error neuvottelut[n2025].pvm",), says="9.9.2025"),
    Row("G03", "without a day of setting the term's first day counts", ((SET, SET.replace(" pvm: 2025-12-02,", "")), ("    pvm: 2025-09-10\n", "    pvm: 2026-01-02\n")), ("error neuvottelut[n2025].pvm",), says="1.1.2026"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_record(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)


@pytest.fixture
def _swedish() -> Iterator[None]:
    speak("sv")
    yield
    speak()


@pytest.mark.usefixtures("_swedish")
@pytest.mark.parametrize(
    ("seat", "name"),
    [("hva-1", "Södra Karelens välfärdsområde"), ("lpr-1", "(Södra Karelen)")],
)
def test_parties_are_called_by_their_swedish_names(tmp_path: Path, seat: str, name: str) -> None:
    party = seat.removesuffix("-1")
    other = f"      - tunnus: {seat}\n        nimeaja: kela\n"
    change = (f"      - tunnus: {seat}\n        nimeaja: {party}\n", other)
    row = Row("G07", seat, (change,), ("error johtoryhmat[tym].jasenet",), says=name)
    assert judged(row, tmp_path) == list(row.expected)

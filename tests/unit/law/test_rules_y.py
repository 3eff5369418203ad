# ruff: noqa: E501 (the lines of the record that are edited are long)
"""X- and Y-rules, and L01 and L02, where they meet others."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.acceptance.rules.rule_cases import BASES, findings_of
from tests.support.records import Row, judged
from tests.support.workspaces import edit, record

KELA_TEXT = "    kelan_osallistuminen: Kela osallistuu yhteisen koulutuksen kustannuksiin henkilöstönsä määrän mukaisessa suhteessa.\n"
PLACE = "sopimukset[sopimus].kelan_osallistuminen"
CLAUSES = "    lausekemuutokset:…    hyvaksynnat:\n"
LANGUAGES_DECIDED = "kielipaatos: …}\n"
VALID = "    voimassa: {alkaen: 2026-01-01}\n"
HYTE = "  - {tunnus: n2026-hyte, laji: hyte, pvm: 2026-04-14, osapuolet: [hva], muut: [alueen kunnat, järjestöt]}\n"
ASSESSED = "    tarvearviot: {lpr: 2025-10-31}\n"
TALK = "    neuvottelu: {pvm: 2025-11-14, osapuolet: [lpr, hva], muut: [koulutuspalvelujen järjestäjät, nuorisopalvelut]}\n"
AGREED = "    sovittu: {organisointi: 2025-12-10, kustannusten_jako: 2025-12-10, osapuolet: [lpr, hva]}\n"
END = "\nnuorten_yhteispalvelu:\n"
TERRITORY = "    toimialue: {kunnat: kaikki}\n"
SERVICE = "nuorten_yhteispalvelu[nuoret]"


def kela(text: str) -> tuple[tuple[str, str], ...]:
    """A text in the agreement of the first base."""
    return ((KELA_TEXT, f"    kelan_osallistuminen: {text}\n"),)


def said(text: str) -> tuple[tuple[str, str], ...]:
    """The only text of the agreement of Helsinki."""
    return ((KELA_TEXT, f"    kelan_osallistuminen: {text}\n"), (CLAUSES, "    hyvaksynnat:\n"))


def talk(others: str) -> tuple[str, str]:
    """A negotiation with these others."""
    return TALK, TALK.replace("[koulutuspalvelujen järjestäjät, nuorisopalvelut]", others)


ROWS = [
    Row("L01", "Finnish alone", ((LANGUAGES_DECIDED, ""),), ("warning kielet",), base="helsinki", says="ruotsi"),
    Row("L01", "Swedish alone", ((LANGUAGES_DECIDED, ""), ("kielet: [fi]", "kielet: [sv]")), ("warning kielet",), base="helsinki", says=": suomi."),
    Row("L01", "no language", ((LANGUAGES_DECIDED, ""), ("kielet: [fi]", "kielet: []")), ("warning kielet",), base="helsinki", says=": suomi ja ruotsi."),
    *(
        Row("L02", f"the right is stated: {text}", said(text), base="helsinki")
        for text in ("Jäsen saa käyttää suomea.", "Jäsenellä on oikeus ruotsin kieleen.", "Medlemmen har rätt att tala svenska.")
    ),
    *(
        Row("L02", f"the right is not stated: {text}", said(text), ("warning sopimukset[sopimus]",), base="helsinki")
        for text in ("Jäsen puhuu suomea.", "Jäsen saa käyttää äänensä.", "Asiakas saa käyttää suomea.")
    ),
    Row("L02", "not stated by an agreement that has ended", (*said("Kela osallistuu."), (VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2026-03-31}\n")), ("info sopimukset[sopimus]",), base="helsinki"),
    Row("L02", "the group that the agreement names is not there", (*said("Kela osallistuu."), ("    laji: tym-sopimus\n    johtoryhma: tym\n", "    laji: tym-sopimus\n    johtoryhma: muu\n")), base="helsinki"),
    *(
        Row("X01", f"made part: {text}", kela(text), (f"info {PLACE}",))
        for text in ("Lain 612/2021 6 §:n menettely käydään johtoryhmässä.", "Lain 611/2021 mukainen 14 § on osana tätä.", "Förhandlingen mellan välfärdsområdet och kommunerna ingår.")
    ),
    Row("L02", "a county is bilingual though its authority is not", ((TERRITORY, "    toimialue: {kunnat: [Salo, Somero]}\n"),), ("warning sopimukset[sopimus]",)),
    Row("L02", "neither the county nor its authority is bilingual", ((TERRITORY, "    toimialue: {kunnat: [Pori, Ulvila]}\n"),)),
    Row("X02", "two years without a negotiation", ((HYTE, ""),), ("info neuvottelut", "info neuvottelut"), day="2028-06-01"),
    Row("Y02", "nothing agreed", ((AGREED, ""),), (f"error {SERVICE}",)),
    Row("Y03", "nothing assessed", ((ASSESSED, ""),), (f"error {SERVICE}",)),
    Row("Y03", "two authorities without an assessment", (("    tarvearviot: {pori: 2025-10-31, rauma: 2025-10-31}\n", ""),), (f"error {SERVICE}",), base="kaksi", says="työvoimaviranomainen (Etelä-Satakunta) ja työvoimaviranomainen (Satakunta)"),
    Row("Y02", "an unknown party has agreed on the service of an unknown authority", (("    tyovoimaviranomaiset: [lpr]\n", "    tyovoimaviranomaiset: [muu]\n"), (AGREED, ""), (END, f"  - {{tunnus: nuoret, laji: nuorten-yhteispalvelu, osapuolet: [toinen], voimassa: {{alkaen: 2026-01-01}}}}\n{END}")), (f"error {SERVICE}",), says="organisointi ja kustannusten jako"),
    Row("Y03", "an unknown authority", (("    tyovoimaviranomaiset: [lpr]\n", "    tyovoimaviranomaiset: [lpr, muu]\n"),)),
    Row("Y04", "no authority at the negotiation", (("    neuvottelu: {pvm: 2025-11-14, osapuolet: [pori, rauma, hva],", "    neuvottelu: {pvm: 2025-11-14, osapuolet: [hva],"),), (f"error {SERVICE}.neuvottelu",), base="kaksi", says="työvoimaviranomainen (Etelä-Satakunta) ja työvoimaviranomainen (Satakunta)"),
    Row("Y04", "an authority that is none", (("    tyovoimaviranomaiset: [lpr]\n", "    tyovoimaviranomaiset: [lpr, kela]\n"),)),
    *(Row("Y04", f"with {who}", (talk(who),)) for who in ("[Koulut]", "[Saimaan ammattiopisto]", "[{fi: oppilaitokset, sv: andra}]", "[{fi: muut, sv: läroanstalter}]", "[Lukiot]", "[Yrkesinstitutet]", "[Skolorna]", "[Gymnasierna]", "[{fi: muut, sv: läroinrättningar}]")),
    Row("Y06", "two authorities without a service", (("    tyovoimaviranomaiset: [pori, rauma]\n", "    tyovoimaviranomaiset: []\n"),), ("warning nuorten_yhteispalvelu",), base="kaksi", says="työvoimaviranomainen (Etelä-Satakunta) ja työvoimaviranomainen (Satakunta)"),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_record(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        (
            "Y03",
            "    tarvearviot: {oulu: 2025-10-31, raahe: 2025-10-31, ylivieska: 2025-10-31}\n",
            "",
        ),
        ("Y04", "osapuolet: [oulu, raahe, ylivieska, hva], muut", "osapuolet: [hva], muut"),
        ("Y06", "tyovoimaviranomaiset: [oulu, raahe, ylivieska]", "tyovoimaviranomaiset: []"),
    ],
)
def test_authorities_are_told_in_the_registers_order(
    tmp_path: Path, code: str, old: str, new: str
) -> None:
    shutil.copytree(BASES / "rajan-yli", tmp_path, dirs_exist_ok=True)
    edit(record(tmp_path, "pohjois-pohjanmaa"), (old, new))
    [found] = [item for item in findings_of(tmp_path, date(2026, 6, 1)) if item.code == code]
    areas = re.findall(r"\(([^)]*)\)", found.message)
    assert len(areas) == 3
    assert areas == sorted(areas)


@pytest.mark.parametrize("readable", [True, False])
def test_an_assessment_may_stand_in_a_file_that_cannot_be_read(
    tmp_path: Path, readable: bool
) -> None:
    shutil.copytree(BASES / "rajan-yli", tmp_path, dirs_exist_ok=True)
    more = ("viranomaiset: [oulu, raahe, ylivieska]", "viranomaiset: [oulu, raahe, kajaani]")
    edit(record(tmp_path, "pohjois-pohjanmaa"), more)
    there = "    tarvearviot: {kajaani: 2025-10-31}\n"
    edit(record(tmp_path, "kainuu"), (there, "" if readable else "    tarvearviot: {"))
    found = [item for item in findings_of(tmp_path, date(2026, 6, 1)) if item.code == "Y03"]
    expected = {"pohjois-pohjanmaa", "kainuu"} if readable else set()
    assert {item.file.split("/")[1] for item in found} == expected


def test_no_assessment_stands_in_an_unreadable_file_of_no_county(tmp_path: Path) -> None:
    shutil.copytree(BASES / "yksi", tmp_path, dirs_exist_ok=True)
    edit(record(tmp_path, "etela-karjala"), (ASSESSED, ""))
    elsewhere = tmp_path / "regions" / "muualla"
    elsewhere.mkdir()
    (elsewhere / "alue.yaml").write_text("muoto: [", encoding="utf-8")
    found = [item for item in findings_of(tmp_path, date(2026, 6, 1)) if item.code == "Y03"]
    assert [(item.region, item.path) for item in found] == [("etela-karjala", SERVICE)]

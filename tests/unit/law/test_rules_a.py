# ruff: noqa: E501 (the lines of the record that are edited are long)
"""A-rules where they meet others: the agreement, its parties, staff and costs."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopimukset.findings import Finding
from sopimukset.law.check import check_regions
from sopimukset.law.rules._clauses import LACKING
from tests.acceptance.rules.rule_cases import (
    BASES,
    DATA,
    ROOT,
    clauses,
    findings_of,
    grounds,
    regions_of,
)
from tests.support.records import Row, judged

VALID = "    voimassa: {alkaen: 2026-01-01}\n"
KELA_SIGNS = "      - {osapuoli: kela, nimike: yksikön johtaja, pvm: 2025-12-16, tapa: sahkoinen}\n"
SECOND = "\nnuorten_yhteispalvelu:\n"
UNDATED = "  - {tunnus: toinen, laji: tym-sopimus, johtoryhma: tym, osapuolet: [lpr, hva, kela]}\n"
SHARES = "      - {tunnus: tilat, kattaa: [tilat], avain: sovittu, osuudet: {lpr: 60, hva: 40}}\n"
KELA_STAFF = "  - {tunnus: h-kela, osapuoli: kela, johtoryhma: tym, maara: 1, yksikko: htv, tehtava: kuntoutusasiantuntija, alkaen: 2026-01-01}\n"
KELA_TEXT = "    kelan_osallistuminen: Kela osallistuu yhteisen koulutuksen kustannuksiin henkilöstönsä määrän mukaisessa suhteessa.\n"
SIZING = "mitoitus: {asiakkaita: 420, pvm: 2025-10-31, lahde: kuvitteellinen}\n"
GROUPS = "johtoryhmat:…\nhenkilosto:"


def kela(text: str) -> tuple[tuple[str, str], ...]:
    """Kela's part in the costs in other words."""
    return ((KELA_TEXT, f"    kelan_osallistuminen: {text}\n"),)


def staff(*rows: str) -> tuple[tuple[str, str], ...]:
    """Kela's staff in other rows."""
    common = "osapuoli: kela, maara: 1, yksikko: htv, tehtava: kuntoutusasiantuntija"
    return ((KELA_STAFF, "".join(f"  - {{{common}, {row}}}\n" for row in rows)),)


PLACE = "sopimukset[sopimus].kelan_osallistuminen"


def library(
    text: str, swedish: str = "Parterna samarbetar.", kind: str = "tym-sopimus"
) -> dict[str, str]:
    """The file of the model clauses of a kind of agreement, with a clause in these words."""
    name = f"templates/{kind}/lausekkeet.yaml"
    added = f"  - tunnus: lisa\n    versiot:\n      - otsikko: {{fi: Lisä, sv: Tillägg}}\n        kappaleet:\n          - {{fi: '{text}', sv: '{swedish}'}}\n"
    return {f"../../{name}": (ROOT / name).read_text(encoding="utf-8").rstrip("\n") + f"\n{added}"}


IN_LIBRARY = "lausekkeet[lisa].versiot[0].kappaleet[0]"

ROWS = [
    Row(
        "A01",
        "of an undated agreement nothing more is asked",
        ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2026-03-31}\n"), (SECOND, UNDATED + SECOND)),
        ("error sopimukset[toinen]",),
    ),
    Row(
        "A01",
        "begins after the term",
        ((VALID, "    voimassa: {alkaen: 2031-01-01, paattyen: 2031-12-31}\n"),),
        ("warning sopimukset[sopimus].voimassa", "deadline sopimukset[sopimus].voimassa"),
    ),
    Row(
        "A01",
        "begins on the last day of the term and ends on it",
        ((VALID, "    voimassa: {alkaen: 2030-12-31, paattyen: 2030-12-31}\n"),),
        ("warning sopimukset[sopimus].voimassa",),
    ),
    Row(
        "A02",
        "a signature without title, one without party",
        ((KELA_SIGNS, "      - {osapuoli: kela, pvm: 2025-12-16}\n      - {nimike: Johtoryhmän puheenjohtaja}\n"),),
        ("warning sopimukset[sopimus].allekirjoitukset[3]",),
    ),
    Row(
        "A02",
        "a group under a name of its own",
        (("    osapuolet: [lpr, hva, kela]\n    asiatunnus", "    osapuolet: [lpr, hva, TYM-johtoryhmä-1]\n    asiatunnus"),),
        ("warning sopimukset[sopimus].osapuolet[2]",),
    ),
    Row("A04", "the group that the agreement names is not there", (("    laji: tym-sopimus\n    johtoryhma: tym\n", "    laji: tym-sopimus\n    johtoryhma: muu\n"),)),
    Row("A04", "staff of a group that is not there", staff("tunnus: h-kela, johtoryhma: muu, alkaen: 2026-01-01"), ("error henkilosto",)),
    Row("A04", "staff that ends before it begins", staff("tunnus: h-kela, alkaen: 2026-01-02, paattyen: 2026-01-01"), ("error henkilosto[h-kela]",)),
    Row(
        "A04",
        "the row that goes on longest is told of, the last by name among equals",
        staff(
            "tunnus: a, alkaen: 2026-01-01, paattyen: 2026-05-31",
            "tunnus: b, alkaen: 2026-01-01, paattyen: 2026-05-31",
            "tunnus: z, alkaen: 2026-01-01, paattyen: 2026-04-30",
        ),
        ("error henkilosto[b]",),
    ),
    Row(
        "A04",
        "the row without an end is told of",
        staff("tunnus: a, alkaen: 2026-02-01", "tunnus: z, alkaen: 2026-01-01, paattyen: 2026-01-15"),
        ("info henkilosto[a]",),
    ),
    Row("A07", "own pay only, by its noun", kela("Kela vastaa palkkakustannuksistaan."), (f"warning {PLACE}",)),
    Row("A07", "own pay only, in the plural", kela("Kela maksaa henkilöstönsä palkat."), (f"warning {PLACE}",)),
    Row("A07", "neither own pay nor what is common", kela("Kela ei osallistu kustannuksiin."), ()),
    Row("A07", "own pay and what is common", kela("Kela vastaa palkkakustannuksistaan ja yhteisistä menoista."), ()),
    *(
        Row(
            "A08",
            f"shares {word}",
            ((SHARES, SHARES.replace("[tilat]", f"[tilat, {word}]")),),
            ("error sopimukset[sopimus].kustannukset[tilat].kattaa[1]",),
        )
        for word in (
            *("palkka", "palkkaus", "palkkakustannukset", "henkilostokustannukset", "Palkat"),
            *("henkilöstökustannukset", "palkkauskustannukset", "TYM-johtajan palkka", "löner"),
            *("palkkaus- ja henkilöstökustannukset", "henkilosto_kustannukset", "lönekostnader"),
            *("henkilöstömenot", "personalkostnader", "palkoista puolet", "lonekostnader"),
        )
    ),
    *(
        Row("A08", f"shares {word}", ((SHARES, SHARES.replace("[tilat]", f"[tilat, {word}]")),))
        for word in (
            *("muut kuin palkat", "kustannukset ilman palkkoja", "palkkiot", "palkkatuki"),
            *("henkilöstön koulutus", "palkat pois lukien", "andra kostnader än löner", "palkinnot"),
        )
    ),
    *(
        Row(code, "each language is read by itself", kela(f"{{fi: '{finnish}', sv: '{swedish}'}}"), expected)
        for code, severity, finnish, swedish in (
            ("A08", "warning", "Palkat jaetaan.", "Lönerna delas."),
            ("A09", "info", "Yhteinen toimipiste on pakollinen.", "Ett gemensamt verksamhetsställe är lagstadgat."),
            ("A11", "warning", "Riidat ratkaisee käräjäoikeus.", "Tvister avgörs i tingsrätten."),
            ("P04", "info", "Lain mukaan allekirjoitetaan omakätisesti.", "Enligt lag undertecknas avtalet egenhändigt."),
            ("X01", "info", "Hyte-neuvottelu käydään osana tätä sopimusta.", "Förhandlingen om främjande av hälsa ingår i detta avtal."),
        )
        for finnish, swedish, expected in (
            (finnish, swedish, (f"{severity} {PLACE}.fi", f"{severity} {PLACE}.sv")),
            (finnish, "Parterna samarbetar.", (f"{severity} {PLACE}.fi",)),
            ("Osapuolet tekevät yhteistyötä.", swedish, (f"{severity} {PLACE}.sv",)),
        )
    ),
    *(
        Row("A08", f"a party that pays its own: {text}", kela(text))
        for text in (
            *("Kunta vastaa kunnan henkilöstön palkoista.", "Kela maksaa Kelan henkilöstön palkat."),
            *("Hyvinvointialue vastaa hyvinvointialueen työntekijöiden palkoista.",),
            *("Kommunen svarar för kommunens personals löner.", "Kunta ei maksa Kelan henkilöstön palkkoja."),
        )
    ),
    Row("A08", "soft hyphens hide no word", kela("Palk\u00adka\u00adkulut jae\u00adtaan."), (f"warning {PLACE}",)),
    Row("A08", "one sentence of two shares pay", kela("Kela osallistuu koulutukseen. Palkat jaetaan."), (f"warning {PLACE}",)),
    *(
        Row("A08", f"one word of pay, one of sharing: {text}", kela(text), (f"warning {PLACE}",))
        for text in (
            *("Henkilöstökulut jaetaan.", "Palkat jaetaan.", "Lönerna delas.", "Personalkostnaderna delas."),
            *("Osapuolet jakavat palkat.", "Kunnat jakavat palkat.", "Palkat jakautuvat osapuolten maksettaviksi."),
            *("Kunta korvaa palkat.", "Kunta laskuttaa palkat.", "Palkat maksetaan puoliksi."),
            *("Palkat maksetaan tasan.", "Kommunen ersätter lönerna.", "Lönerna faktureras."),
            *("Lönerna betalas till hälften.", "Palkat kohdennetaan osapuolille.", "Palkat jyvitetään."),
            *("Kunta osallistuu palkkoihin.", "Henkilöstökustannukset jaetaan.", "Henkilöstömenot jaetaan.", "Henkilöstön kulut jaetaan.", "Henkilöstön menot jaetaan.", "Henkilöstön kustannukset jaetaan.", "Personalutgifterna delas.", "Kunta hyvittää palkat.", "Kommunen deltar i lönerna."),
            *("Kunta osallistuu palkkakustannuksiin.", "Palkkakulut laskutetaan toiselta osapuolelta.", "Kaupunki maksaa kunnan henkilöstön palkat.", "Lahden kaupunki maksaa Hollolan kunnan henkilöstön palkat.", "Kumppani maksaa kunnan henkilöstön palkat.", "Henkilöstö kustannukset jaetaan.", "Kunta kattaa hyvinvointialueen henkilöstön palkat.", "Kela vastaa hyvinvointialueen henkilöstön palkkakustannuksista."),
            *("Kunnat vastaavat kaupungin työntekijöiden palkoista.", "Kela maksaa kuntayhtymän henkilöstön palkat.", "Kunta vastaa Kelan henkilöstön palkoista.", "Kunta vastaa toisen osapuolen henkilöstön palkoista.", "Kunta vastaa toisten osapuolten henkilöstön palkoista.", "Kunta vastaa muiden viranomaisten henkilöstön palkoista."),
            *("Kommunen betalar välfärdsområdets personals löner.", "FPA svarar för kommunens personals löner.", "FPA står för stadens anställdas löner.", "Staden betalar FPA:s personals löner.", "FPA betalar samkommunens personals löner.", "Kommunen betalar de andra parternas personals löner."),
            *("Kunta maksaa palkoista 60 prosenttia.", "Kunta maksaa palkoista 60 %."),
            *("Kunta maksaa palkoista puolet.", "Kunta maksaa palkoista kolmanneksen."),
            *("Kunta maksaa palkoista neljänneksen.", "Palkat maksetaan yhteisesti."),
            *("Palkat maksetaan yhdessä.", "Lönerna betalas gemensamt."),
            *("Kommunen betalar 60 procent av lönerna.", "Kommunen betalar hälften av lönerna."),
            *("Kommunen betalar en tredjedel av lönerna.", "Kommunen svarar för en fjärdedel av lönen."),
        )
    ),
    *(
        Row("A09", f"one word of an office: {text}", kela(text), (f"info {PLACE}",))
        for text in (
            *("Yhteinen toimipiste on lakisääteinen.", "Ett gemensamt verksamhetsställe är lagstadgat."),
            *("En gemensam servicepunkt är lagstadgad.", "Ett gemensamt servicekontor är lagstadgat."),
        )
    ),
    Row("A09", "one sentence of two calls it a duty", kela("Kela osallistuu koulutukseen. Yhteinen toimipiste on lakisääteinen."), (f"info {PLACE}",)),
    Row("A09", "a duty of something else", kela("Yhteisen koulutuksen järjestäminen on lakisääteistä.")),
    Row("A09", "a denied duty", kela("Laki edellyttää palveluja, mutta yhteinen toimipiste ei ole lakisääteinen.")),
    Row(
        "A10",
        "an agreement that has ended lacks the clause",
        ((VALID, "    voimassa: {alkaen: 2026-01-01, paattyen: 2026-03-31}\n    lausekemuutokset:\n      - {lauseke: voimassaolo, toimi: poista, peruste: ei tarpeen}\n"),),
        ("info sopimukset[sopimus].lausekemuutokset[voimassaolo]",),
    ),
    Row(
        "A10",
        "an agreement to come has no notice",
        ((VALID + "    irtisanomisaika_kk: 6\n", VALID.replace("2026-01-01", "2026-07-01")),),
        ("deadline sopimukset[sopimus].voimassa",),
    ),
    *(
        Row("A11", f"settled by {word.split()[-1]}", kela(f"Riidan ratkaisee {word}."), (f"warning {PLACE}",))
        for word in ("välitystuomi", "yleisessä tuomioistuimessa", "skiljedom", "i allmän domstol", "välimies", "käräjäoikeus", "tingsrätten")
    ),
    Row("A12", "a signature without a party", ((KELA_SIGNS, KELA_SIGNS + "      - {nimike: virkailija, pvm: 2025-12-16}\n"),)),
    Row("A13", "sizing of groups doesn't hide one without a number", ((SIZING, "mitoitus: {pvm: 2025-10-31}\n"), ("    tavoitteet:\n", "    mitoitus: {asiakkaita: 420, pvm: 2025-10-31}\n    tavoitteet:\n")), ("warning mitoitus",)),
    Row("A13", "no group, no sizing", ((GROUPS, "henkilosto:"), (SIZING, "")), ("warning mitoitus",)),
    Row("A13", "sizing of one group of two", ((SIZING, ""), ("    nimi: Porin TYM-johtoryhmä\n", "    nimi: Porin TYM-johtoryhmä\n    mitoitus: {asiakkaita: 420, pvm: 2025-10-31}\n")), ("warning mitoitus",), base="kaksi-ryhmaa"),
    Row("A01", "without a territory no party is a further one", (("    toimialue: {kunnat: kaikki}\n", ""),)),
    Row("A01", "an unknown party is no further one", (("    osapuolet: [lpr, hva, kela]\n    asiatunnus", "    osapuolet: [lpr, hva, kela, muu]\n    asiatunnus"),)),
    Row("A11", "in capital letters", kela("Riidan ratkaisee VÄLIMIES."), (f"warning {PLACE}",)),
    Row("C03", "a goal and a sizing may speak of days", (("        tavoite: Yhteinen asiakasohjaus on käytössä kaikissa kunnissa\n", "        tavoite: Asiakas on alle 300 päivää työttömänä\n"), (SIZING, "mitoitus: {asiakkaita: 1, peruste: Asiakas on ollut 300 päivää työttömänä}\n"))),
    Row("C03", "an agreement may not", kela("Asiakas on ollut 300 päivää työttömänä."), (f"warning {PLACE}",)),
    Row("A08", "a library shares pay", (), (f"warning {IN_LIBRARY}.fi",), files=library("Palkkakustannukset jaetaan tasan.")),
    Row("A08", "a library shares pay in Swedish", (), (f"warning {IN_LIBRARY}.sv",), files=library("Sovitaan erikseen.", "Lönekostnaderna delas.")),
    Row("A08", "a library of another kind of agreement", (), files=library("Palkkakustannukset jaetaan tasan.", kind="yhdyspintasopimus")),
    Row("A09", "a library calls it a duty", (), (f"info {IN_LIBRARY}.fi",), files=library("Yhteinen toimipiste on lakisääteinen.", kind="yhdyspintasopimus")),
    Row("A11", "a library names another court", (), (f"warning {IN_LIBRARY}.fi",), files=library("Riidat ratkaistaan käräjäoikeudessa.")),
    Row("A11", "a library of any agreement", (), (f"warning {IN_LIBRARY}.sv",), files=library("Sovitaan.", "Tvister avgörs i tingsrätten.", kind="yhdyspintasopimus")),
    *(Row(code, "a library that says nothing wrong", (), files=library("Sopimusta muutetaan kirjallisesti.")) for code in ("A08", "A09", "A11")),
    Row("A07", "own pay only, in Swedish", kela("FPA svarar för lönekostnaderna för sin personal."), (f"warning {PLACE}",)),
    Row("A07", "own pay and what is common, in Swedish", kela("FPA svarar för lönekostnaderna och deltar i gemensamma kostnader."), ()),
    Row("A13", "an empty sizing", ((SIZING, "mitoitus:\n"),), ("warning mitoitus",)),
]  # fmt: skip


def test_a10_a_library_without_the_clause_is_nobodys_removal() -> None:
    assert without("voimassaolo", "A10") == []


def test_a03_a_library_without_the_clause_is_what_lacks_it() -> None:
    [found] = without("palvelut", "A03")
    assert found.message == LACKING.format(lauseke="palvelut")


@pytest.mark.parametrize(
    ("as_of", "severity"),
    [
        (date(2025, 12, 31), "deadline"),
        (date(2026, 1, 1), "error"),
        (date(2030, 12, 31), "error"),
        (date(2031, 1, 1), "info"),
    ],
)
def test_a01_a_group_without_an_agreement_is_wrong_while_it_exists(
    as_of: date, severity: str
) -> None:
    regions = regions_of(DATA / "A01" / "bad" / "ei-kirjattu")
    [found] = [item for item in check_regions(regions, grounds(as_of)) if item.code == "A01"]
    assert (found.severity.value, found.path) == (severity, "johtoryhmat[tym]")


def without(clause: str, code: str) -> list[Finding]:
    """What a rule says where the library of model clauses lacks one."""
    less = {"tym-sopimus": clauses()["tym-sopimus"] - {clause}}
    prepared = replace(grounds(date(2026, 6, 1)), clauses=less)
    found = check_regions(regions_of(BASES / "yksi"), prepared)
    return [item for item in found if item.code == code]


def test_nothing_is_said_of_model_clauses_that_cannot_be_read(tmp_path: Path) -> None:
    shutil.copytree(BASES / "yksi", tmp_path, dirs_exist_ok=True)
    library = tmp_path / "templates" / "tym-sopimus" / "lausekkeet.yaml"
    library.parent.mkdir(parents=True)
    library.write_text("laji: tym-sopimus\nlausekkeet: [ei mikään]\n", encoding="utf-8")
    found = findings_of(tmp_path, date(2026, 6, 1))
    assert [item for item in found if item.file.endswith(library.name)] == []


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_record(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)

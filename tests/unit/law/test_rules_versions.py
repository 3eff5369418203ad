# ruff: noqa: E501 (the lines of the record that are edited are long)
"""T14, T16 and T32: what was approved and what is amended, in records wrong in several ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.rules.rule_cases import DATA
from tests.support.records import Row, judged

APPROVED = "../T14/good/hyvaksytty-versio"
CHANGED, MANY = "../T14/bad/henkilosto-muuttunut", "../T14/bad/monta-muutosta"
AMENDING = "../T16/bad/versioita-ei-ole"

EDITED, DIVIDED = "../T32/bad/rivi-muokattu", "../T32/bad/kustannuksen-osuus-muokattu"

FIRST = "94cd043b8d46da7d5142c727cc76ee0ceb7e07e0347e84a141545619a1ef89d7"
OTHER = "f" * 64
KELA = "kela, tekija: yksikön johtaja, pvm: 2025-12-10"
KELA_SIGNED = "kela, nimike: yksikön johtaja, pvm: 2025-12-16, tapa: sahkoinen"
MARKED = f', versio: "1.0", sormenjalki: {FIRST}'
AGREEMENT, AMENDMENT = "sopimukset[sopimus]", "sopimukset[muutos-1].muuttaa"
APPROVAL = f"{AGREEMENT}.hyvaksynnat"
SUSPECT = f"error {APPROVAL}[lpr 1.0].sormenjalki"
UNPROVED = f"info {APPROVAL}[kela]"
LPR = "lautakunta, pvm: 2025-12-02, pykala: 72, asiatunnus: KUV-2025-640"
FEWER = ("maara: 4.5", "maara: 5")
FIVE = "Henkilöstö, Lappeenrannan kaupunki, määrä: 6 htv → 4 htv (henkilosto[h-lpr].maara); Irtisanomisaika: 6 kuukautta → 12 kuukautta (sopimukset[sopimus].irtisanomisaika_kk); Henkilöstön riittävyyden tarkistusväli: 12 kuukautta → 6 kuukautta (sopimukset[sopimus].henkiloston_tarkistus_kk); Yhteiset kustannukset, Etelä-Karjalan hyvinvointialue, osuus prosentteina: 40 → 50 (sopimukset[sopimus].kustannukset[tilat].osuudet.hva); Yhteiset kustannukset, Lappeenrannan kaupunki, osuus prosentteina: 60 → 50 (sopimukset[sopimus].kustannukset[tilat].osuudet.lpr)"


EMPOWERED = "../T14/bad/muutosvaltuuden-mukaan"
POWERED = "00c72e123f9ed327b926d39ea14d84ae8311850a4b1a32ecd4032c6a72d98797"
GIVEN = f'"1.0", sormenjalki: {POWERED}'
POWER = "      - {kohde: johtoryhma, esittaja: TYM-johtaja, paattaja: johtoryhmä}\n"
OTHER_POWER = "      - {kohde: voimassaolo, paattaja: johtoryhmä}\n"
BY_POWER = f"warning {APPROVAL}[lpr 1.0].sormenjalki"
AMENDS = 'versiosta: "1.0", versioon: "2.0"'
COST = "{tunnus: tilat, kattaa: [tilat], avain: sovittu, osuudet: {lpr: 50, hva: 50}, alkaen: 2026-01-01}"
OTHER_COSTS = f"sopimukset:\n  - {{tunnus: muu, laji: yhdyspintasopimus, johtoryhma: tym, osapuolet: [lpr, hva], kustannukset: [{COST}]}}\n  - tunnus: sopimus\n"


def edited(base: str, *changes: tuple[str, str]) -> dict[str, str]:
    """The second version of a base with stretches of it changed, as a file."""
    return version(f"T32/{base}", "2.0", "2.0", *changes)


def former(number: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A version of the agreement with a power, made of its first one, as a file."""
    return version("T14/bad/muutosvaltuuden-mukaan", "1.0", number, *changes)


def version(case: str, of: str, number: str, *changes: tuple[str, str]) -> dict[str, str]:
    """A version of a case with stretches of it changed, as a file of this number."""
    home = DATA / case / "regions" / "etela-karjala" / "versiot"
    text = (home / f"sopimus-{of}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return {f"versiot/sopimus-{number}.yaml": text}


def released(number: str) -> dict[str, str]:
    """A version of the agreement, as a file."""
    return version("T16/good/muutossopimus", number, number)


ROWS = [
    Row("T14", "a number without a fingerprint, where nothing was released", ((f"{KELA}}}", f'{KELA}, versio: "1.0"}}'),), (f"error {APPROVAL}[kela 1.0].versio", f"info {APPROVAL}[lpr]")),
    Row("T14", "a signature of a number, where nothing was released", ((f"{KELA_SIGNED}}}", f'{KELA_SIGNED}, versio: "1.0"}}'),), (f"error {AGREEMENT}.allekirjoitukset[kela 1.0].versio", f"info {APPROVAL}[lpr]")),
    Row("T14", "an approval of a fingerprint, where nothing was released", ((f"{KELA}}}", f"{KELA}, sormenjalki: {OTHER}}}"),), (f"error {APPROVAL}[kela].sormenjalki", f"info {APPROVAL}[lpr]")),
    Row("T14", "a signature of a fingerprint, where nothing was released", ((f"{KELA_SIGNED}}}", f"{KELA_SIGNED}, sormenjalki: {OTHER}}}"),), (f"error {AGREEMENT}.allekirjoitukset[kela].sormenjalki", f"info {APPROVAL}[lpr]")),
    Row("T14", "a number without a fingerprint, of a version that there is", ((f"{KELA}{MARKED}", f'{KELA}, versio: "1.0"'),), (f"info {APPROVAL}[kela 1.0]",), base=APPROVED),
    Row("T14", "neither a number nor a fingerprint beside a version", ((f"{KELA}{MARKED}", KELA),), (UNPROVED,), base=APPROVED),
    Row("T14", "the fingerprint of a version without its number", ((f"{KELA}{MARKED}", f"{KELA}, sormenjalki: {FIRST}"),), base=APPROVED),
    Row("T14", "the fingerprint of no version without a number", ((f"{KELA}{MARKED}", f"{KELA}, sormenjalki: {OTHER}"),), (f"error {APPROVAL}[kela].sormenjalki",), base=APPROVED),
    Row("T14", "left by those whose fingerprint is recorded", ((f"{KELA}{MARKED}", KELA),), (SUSPECT, UNPROVED, f"error {AGREEMENT}.allekirjoitukset[kela 1.0].sormenjalki"), base=CHANGED, says="Uudelleen hyväksyttävä: Etelä-Karjalan hyvinvointialue, Lappeenrannan kaupunki."),
    Row("T14", "an approval by nobody is nobody's to give again", ((f"{{osapuoli: lpr, tekija: {LPR}", f"{{tekija: {LPR}"),), (f"error {APPROVAL}[hva 1.0].sormenjalki", f"error {AGREEMENT}.allekirjoitukset[lpr 1.0].sormenjalki"), base=CHANGED, says="Uudelleen hyväksyttävä: Etelä-Karjalan hyvinvointialue, Kela."),
    Row("T14", "of an agreement whose days are not recorded", (("    voimassa: {alkaen: 2026-01-01}\n", ""),), (SUSPECT,), base=CHANGED),
    Row("T14", "five places are all told of", (FEWER, ("Kela ei osallistu", "Kela osallistuu")), (SUSPECT,), base=MANY, says=f"Muuttunut: {FIVE}. Uudelleen"),
    Row("T14", "of six the last is counted", (FEWER,), (SUSPECT,), base=MANY, says=f"{FIVE} ja 1 muuta. Uudelleen"),
    Row("T14", "an approval of a version without its day", ((", pvm: 2025-12-10, versio", ", versio"),), base=APPROVED),
    Row("T14", "an approval on the day on which the version was made", ((f"{KELA}{MARKED}", f"{KELA}{MARKED}".replace("2025-12-10", "2025-11-20")),), base=APPROVED),
    Row("T14", "a party that the record doesn't have is named by its key", ((f"{{osapuoli: {KELA}", f"{{osapuoli: {KELA}".replace("kela,", "muu,")),), (SUSPECT, f"error {AGREEMENT}.allekirjoitukset[kela 1.0].sormenjalki"), base=CHANGED, says="Uudelleen hyväksyttävä: Etelä-Karjalan hyvinvointialue, Lappeenrannan kaupunki, muu."),
    Row("T14", "what two powers let be changed", ((POWER, f"{POWER}{OTHER_POWER}"), ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 7")), (BY_POWER,), base=EMPOWERED, files=former("1.0", ("          paattaja: johtoryhmä\n", "          paattaja: johtoryhmä\n        - kohde: voimassaolo\n          paattaja: johtoryhmä\n")), says="muutosvaltuuden mukaan (johtoryhma, voimassaolo)"),
    Row("T14", "what a power lets be changed of one version hides no change of another", tuple((old, old.replace(GIVEN, f'"0.9", sormenjalki: {OTHER}')) for old in (f"{KELA}, versio: {GIVEN}", f"{KELA_SIGNED}, versio: {GIVEN}")), (BY_POWER, f"error {APPROVAL}[kela 0.9].sormenjalki"), base=EMPOWERED, files=former("0.9", ("versio: '1.0'", "versio: '0.9'"), (POWERED, OTHER), ("maara: 6", "maara: 7"))),
    Row("T16", "the new version is not released", (), (f"error {AMENDMENT}.versioon",), base=AMENDING, files=released("1.0")),
    Row("T16", "the old version is not released", (), (f"error {AMENDMENT}.versiosta",), base=AMENDING, files=released("2.0")),
    Row("T16", "the versions are not released yet, in preparation", (("vaihe: vahvistettu", "vaihe: valmisteilla"),), (f"open {AMENDMENT}.versiosta", f"open {AMENDMENT}.versioon"), base=AMENDING),
    Row("T32", "what another kind of agreement says that it amends is T16's", (("    laji: muutossopimus\n", "    laji: yhdyspintasopimus\n"),), base=EDITED),
    Row("T32", "an amending agreement without days", (("    voimassa: {alkaen: 2026-09-01}\n", ""),), base=EDITED),
    Row("T32", "an amending agreement without its first day", (("    voimassa: {alkaen: 2026-09-01}\n", "    voimassa: {paattyen: 2026-12-31}\n"),), base=EDITED),
    Row("T32", "from a version that isn't released", ((AMENDS, AMENDS.replace("1.0", "0.9")),), base=EDITED),
    Row("T32", "to a version that isn't released", ((AMENDS, AMENDS.replace("2.0", "3.0")),), base=EDITED),
    Row("T32", "of two changes of a row the first is told", (), ("warning henkilosto[h-lpr].maara",), base=EDITED, files=edited("bad/rivi-muokattu", ("      maara: 4\n      yksikko: htv\n      tehtava: asiantuntija\n", "      maara: 4\n      yksikko: htv\n      tehtava: ohjaaja\n"))),
    Row("T32", "a row that no longer says what it covers", ((COST, COST.replace("kattaa: [tilat], ", "")),), ("warning sopimukset[sopimus].kustannukset[tilat]",), base=DIVIDED, files=edited("bad/kustannuksen-osuus-muokattu", ("          kattaa:\n            - tilat\n", ""))),
    Row("T32", "a row of another agreement with the same key", (("sopimukset:\n  - tunnus: sopimus\n", OTHER_COSTS),), ("warning sopimukset[sopimus].kustannukset[tilat].osuudet",), base=DIVIDED),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_rule_says_of_the_record(row: Row, tmp_path: Path) -> None:
    assert judged(row, tmp_path) == sorted(row.expected)

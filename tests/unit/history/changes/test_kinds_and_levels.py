"""Which change an edit of a record is, what it requires, and how it is told: one table."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from sopimukset.history.changes import Change, Records, changes, graded, path_text
from sopimukset.history.changes.telling import Teller
from sopimukset.model import Alue
from sopimukset.workspace.record import parse_record
from tests.support.workspaces import CHECKOUT


class Row(NamedTuple):
    """An edit of the illustration, and its changes as "kind level path"."""

    what: str
    edits: tuple[tuple[str, str], ...]
    expected: tuple[str, ...]


STAFF = "tunnus: h-hva, osapuoli: hva, johtoryhma: tym, maara: 7, yksikko: htv"
KELA = "tunnus: h-kela, osapuoli: kela, johtoryhma: tym, maara: 1, yksikko: htv"
CHAIR = "      - {jasen: hollola-1, nimeaja: hollola, alkaen: 2025-02-01}\n"
DEPUTY = "varajasenet: [{nimike: asiakkuuspäällikkö, alkaen: 2025-02-01}]"
POWER = "muutosvaltuus: [{kohde: liite-1, esittaja: johtoryhma, paattaja: viranhaltijat}]"
AGREEMENT = "sopimukset[tym-sopimus]"

ROWS = (
    Row("a comment and an indent", (("# muodon versio", "# version"),), ()),
    Row(
        "the chair is followed by another",
        (
            (
                CHAIR,
                CHAIR.replace("-01}", "-01, paattyen: 2026-12-31}")
                + "      - {jasen: lahti-1, nimeaja: hollola, alkaen: 2027-01-01}\n",
            ),
        ),
        ("chair-changed notified johtoryhmat[tym].puheenjohtaja[2027-01-01]",),
    ),
    Row(
        "the chair is written over",
        ((CHAIR, CHAIR.replace("hollola-1", "lahti-1")),),
        ("chair-changed notified johtoryhmat[tym].puheenjohtaja[2025-02-01].jasen",),
    ),
    Row(
        "a deputy is taken away",
        ((DEPUTY, "varajasenet: []"),),
        ("deputy-missing notified johtoryhmat[tym].jasenet[kela-1].varajasenet[2025-02-01]",),
    ),
    Row(
        "a deputy is followed by another",
        (
            (
                DEPUTY,
                "varajasenet: [{nimike: asiakkuuspäällikkö, alkaen: 2025-02-01, paattyen: "
                "2026-05-31}, {nimike: suunnittelija, alkaen: 2026-06-01}]",
            ),
        ),
        ("deputy-changed notified johtoryhmat[tym].jasenet[kela-1].varajasenet[2026-06-01]",),
    ),
    Row(
        "a term goes on",
        (
            (
                "        paattyen: 2030-01-31\n        asett",
                "        paattyen: 2030-06-30\n        asett",
            ),
        ),
        ("term-extended notified johtoryhmat[tym].toimikaudet[k2025].paattyen",),
    ),
    Row(
        "a territory is a list now",
        (("toimialue: {kunnat: kaikki}", "toimialue: {kunnat: [Lahti, Hollola]}"),),
        ("territory-changed new-agreement johtoryhmat[tym].toimialue",),
    ),
    Row(
        "Kela's staff, although an annex holds it and officials may change that annex",
        ((KELA, KELA.replace("maara: 1", "maara: 0.5")),),
        ("kela-staff-cut parties henkilosto[h-kela].maara",),
    ),
    Row(
        "a party's staff, as a row that ends and one that goes on from it",
        (
            (
                "yksikko: htv, tehtava: sosiaaliohjaaja, alkaen: 2025-03-01}\n",
                "yksikko: htv, tehtava: sosiaaliohjaaja, alkaen: 2025-03-01, paattyen: "
                "2026-05-31}\n"
                "  - {tunnus: h-hva-2, osapuoli: hva, johtoryhma: tym, maara: 8, yksikko: htv, "
                "tehtava: sosiaaliohjaaja, alkaen: 2026-06-01}\n",
            ),
        ),
        ("staff-raised parties henkilosto[h-hva-2].maara",),
    ),
    Row(
        "shares of a cost",
        (("hollola: 15, lahti: 45", "hollola: 20, lahti: 40"),),
        (f"share-changed parties {AGREEMENT}.kustannukset[yhteiset].osuudet",),
    ),
    Row(
        "the source of a figure",
        (
            (
                "avain: henkilosto, alkaen: 2025-04-01}",
                "avain: henkilosto, lahde: muistio, alkaen: 2025-04-01}",
            ),
        ),
        (f"source-changed editorial {AGREEMENT}.kustannukset[koulutus].lahde",),
    ),
    Row(
        "the name of an annex that officials may change",
        (("nimi: Henkilöstö ja toimipisteet", "nimi: Henkilöstö"),),
        (f"annex-changed notified {AGREEMENT}.liitteet[liite-1]",),
    ),
    Row(
        "the table of that annex",
        (("taulukko: henkilosto}", "taulukko: kustannukset}"),),
        (f"annex-changed parties {AGREEMENT}.liitteet[liite-1]",),
    ),
    Row(
        "a power that would reach the notice period counts only afterwards",
        (
            ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 3"),
            (POWER, POWER.replace("[{", "[{kohde: voimassaolo, paattaja: johtoryhma}, {")),
        ),
        (
            f"notice-period-changed parties {AGREEMENT}.irtisanomisaika_kk",
            f"amendment-power-changed parties {AGREEMENT}.muutosvaltuus[voimassaolo]",
        ),
    ),
    Row(
        "notice is given",
        (("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 6\n    irtisanottu: 2026-03-01"),),
        (f"notice-given new-agreement {AGREEMENT}.irtisanottu",),
    ),
    Row(
        "a deviation from a clause, its reason and the clause",
        (
            ("peruste: sovittu viestintäsuunnitelmassa", "peruste: sovittu erikseen"),
            (
                "    muutosvaltuus:",
                "      - {lauseke: seuranta, toimi: poista, peruste: x}\n    muutosvaltuus:",
            ),
        ),
        (
            f"clause-reason-changed editorial {AGREEMENT}.lausekemuutokset[viestinta].peruste",
            f"clause-deviation-added parties {AGREEMENT}.lausekemuutokset[seuranta]",
        ),
    ),
    Row(
        "a condition",
        (
            (
                "pykala: 88, asiatunnus: KUV-2025-301}",
                "pykala: 88, asiatunnus: KUV-2025-301, ehto: x}",
            ),
        ),
        (f"approval-condition-changed parties {AGREEMENT}.hyvaksynnat[hva].ehto",),
    ),
    Row(
        "a second approval of the same party",
        (
            (
                "pykala: 88, asiatunnus: KUV-2025-301}\n",
                "pykala: 88, asiatunnus: KUV-2025-301}\n"
                "      - {osapuoli: hva, tekija: aluehallitus, pvm: 2026-05-20, versio: '1.0'}\n",
            ),
        ),
        (f"party-approved notified {AGREEMENT}.hyvaksynnat[hva 1.0]",),
    ),
    Row(
        "a goal",
        (("tavoitetaso: 365", "tavoitetaso: 350"),),
        ("goal-changed group johtoryhmat[tym].tavoitteet[t2026-kesto]",),
    ),
    Row(
        "the cadence and the least number of meetings",
        (("vali_kk: 3", "vali_kk: 2"), ("vahintaan_vuodessa: 4", "vahintaan_vuodessa: 6")),
        (
            "meetings-a-year-changed parties johtoryhmat[tym].kokoukset.vahintaan_vuodessa",
            "cadence-changed group johtoryhmat[tym].kokoukset.toistuvuus",
        ),
    ),
    Row(
        "a meeting that is cancelled, another that is moved",
        (
            (
                "poikkeamat: [",
                "poikkeamat: [{pvm: 2026-12-10, syy: x}, {pvm: 2026-09-10, uusi_pvm: 2026-09-17}, ",
            ),
        ),
        (
            "meeting-cancelled notified johtoryhmat[tym].kokoukset.poikkeamat[2026-12-10]",
            "meeting-moved notified johtoryhmat[tym].kokoukset.poikkeamat[2026-09-10]",
        ),
    ),
    Row(
        "a defect is given more time",
        (("paattyen: 2027-12-31", "paattyen: 2028-12-31"),),
        (
            "defect-extended notified "
            "tunnistetut_puutteet[P03 nuorten_yhteispalvelu[nuoret]].paattyen",
        ),
    ),
    Row(
        "a party that is left",
        (
            (
                "    toimielin: elinvoima- ja työllisyyslautakunta\n",
                "    toimielin: elinvoima- ja työllisyyslautakunta\n"
                "    paattyen: 2026-12-31\n    seuraaja: hollola\n",
            ),
        ),
        (
            "party-left new-agreement osapuolet[lahti].paattyen",
            "party-succeeded parties osapuolet[lahti].seuraaja",
        ),
    ),
    Row(
        "a leader's approval",
        (
            (
                "nimike: TYM-johtaja\n            hyvaksytty_johtoryhmassa: 2025-02-20",
                "nimike: TYM-johtaja\n            hyvaksytty_johtoryhmassa: 2025-02-27",
            ),
        ),
        (
            "leader-approved group johtoryhmat[tym].johtavat_henkilot[tym-johtaja]"
            ".nimetyt[2025-03-01].hyvaksytty_johtoryhmassa",
        ),
    ),
    Row(
        "what no kind speaks of",
        (("kokouspaikka: Lahti ja etäyhteys", "kokouspaikka: Lahti"),),
        ("field-changed group johtoryhmat[tym].kokoukset.kokouspaikka",),
    ),
)
"""Edits of the illustration."""


def read(*edits: tuple[str, str], region: str = "paijat-hame") -> Records:
    """The illustration with some texts changed, each standing there once."""
    file = f"regions/{region}/alue.yaml"
    text = (CHECKOUT / file).read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times"
        text = text.replace(old, new)
    record = parse_record(region, file, text.encode(), Alue)
    assert record.model is not None, record.findings
    return Records(record.model)


def found(*edits: tuple[str, str], start: Records | None = None) -> list[tuple[Change, str]]:
    """The changes that edits make, each with its level."""
    old, new = start or read(), read(*edits)
    return [(item, graded(item, old, new).level.key) for item in changes(old, new)]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_the_changes_of_an_edit(row: Row) -> None:
    told = [f"{item.kind.key} {level} {path_text(item.path)}" for item, level in found(*row.edits)]
    assert sorted(told) == sorted(row.expected)


def test_a_power_that_the_agreement_gave_before() -> None:
    """The group may change the validity clause here: its notice period is the group's to decide."""
    power = (POWER, POWER.replace("[{", "[{kohde: voimassaolo, paattaja: johtoryhma}, {"))
    start = read(power)
    notice = ("irtisanomisaika_kk: 6", "irtisanomisaika_kk: 3")
    [(change, level)] = found(power, notice, start=start)
    assert (change.kind.key, level) == ("notice-period-changed", "group")
    grade = graded(change, start, read(power, notice))
    assert grade.power is not None
    assert grade.power.kohde == "voimassaolo"


@pytest.mark.parametrize("target", ["henkilosto", "liite-1", "kustannukset", "tym-sopimus"])
@pytest.mark.parametrize("who", ["johtoryhma", "viranhaltijat"])
def test_no_power_reaches_staff_or_costs(target: str, who: str) -> None:
    """381/2023 9 § 2 mom and 10 § 2 mom: they are the parties' to agree, wherever they stand."""
    power = (POWER, f"muutosvaltuus: [{{kohde: {target}, paattaja: {who}}}]")
    start = read(power)
    staff = (STAFF, STAFF.replace("maara: 7", "maara: 6"))
    costs = ("hollola: 15, lahti: 45", "hollola: 20, lahti: 40")
    assert [level for _, level in found(power, staff, costs, start=start)] == ["parties"] * 2


def test_a_power_over_staff_is_told_to_be_none() -> None:
    old, new = read(), read((KELA, KELA.replace("maara: 1", "maara: 0.5")))
    [change] = changes(old, new)
    assert graded(change, old, new).refused


def test_the_effective_day_is_the_records_own() -> None:
    chair = CHAIR.replace("-01}", "-01, paattyen: 2026-12-31}")
    more = "      - {jasen: lahti-1, nimeaja: hollola, alkaen: 2027-01-01}\n"
    [(change, _)] = found((CHAIR, chair + more))
    assert str(change.effective) == "2027-01-01"
    assert change.old.jasen == "hollola-1"
    assert change.new.jasen == "lahti-1"


def test_a_name_of_a_person_is_never_told() -> None:
    seat = "- {nimike: työllisyysjohtaja, alkaen: 2025-02-01"
    start = read((seat, seat.replace("{", "{nimi: Aino Salainen, ")))
    [(change, _)] = found((seat, seat.replace("{", "{nimi: Onni Salattu, ")), start=start)
    told = Teller("fi", str).told(change, start, read())
    assert change.kind.key == "name-changed"
    assert (told.sentence, told.old, told.new) == ("Henkilön nimi muuttui", "", "")


def test_a_word_that_may_be_a_name_stands_in_no_path() -> None:
    old = read()
    others = "pvm: 2025-11-20, osapuolet: [hva], muut: [alueen kunnat, "
    new = read((f"{others}järjestöt]", f"{others}aino salainen]"))
    paths = [path_text(change.path) for change in changes(old, new)]
    assert paths == ["neuvottelut[n2025-hyte].muut[1]"] * 2


def test_a_chair_is_told_with_the_title_of_the_seats_holder() -> None:
    old, new = read(), read((CHAIR, CHAIR.replace("hollola-1", "lahti-1").replace("-02-", "-03-")))
    [change] = changes(old, new)
    told = Teller("fi", str).told(change, old, new)
    assert told.old == "hollola-1 (työllisyysaluejohtaja) 1.2.2025–"
    assert told.new == "lahti-1 (työllisyysjohtaja) 1.3.2025–"


def test_a_new_member_is_told_by_title_alone() -> None:
    seat = "          - nimike: aikuissosiaalityön päällikkö\n"
    old = read()
    new = read((seat, f"{seat}            nimi: Aino Salainen\n"))
    for change in (*changes(old, new), *changes(Records(None), new)):
        told = Teller("fi", str).told(change, old, new)
        assert "Salainen" not in f"{told}"

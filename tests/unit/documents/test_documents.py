"""Facts, parties and clauses on their way into a document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset import register
from sopimukset.base.amounts import NBSP
from sopimukset.documents.clauses import clauses_of, wording
from sopimukset.documents.contracts import signatures
from sopimukset.documents.decisions import reference
from sopimukset.documents.facts import NOT_IN, Facts, Gap, number
from sopimukset.documents.group_subject import decision_line
from sopimukset.documents.parties import Parties
from sopimukset.documents.provenance import blob_id, examine, fingerprint
from sopimukset.documents.resources import ONE, UNITS, staff_rows, unit_word
from sopimukset.formats.word import GAP_OPEN, LayoutError, gap
from sopimukset.model import Alue, Lausekekirjasto, Lausekemuutos, Paatos

BASE: dict[str, Any] = {"muoto": 1, "alue": "paijat-hame", "vaihe": "vahvistettu"}


def facts(language: str = "fi", **more: Any) -> Facts:
    return Facts(Alue.model_validate(BASE | more), language)


class TestFacts:
    def test_a_present_fact_is_printed_as_it_is(self) -> None:
        some = facts()
        assert some.needed("KUV-1", "asiatunnus", ("sopimukset", 0)) == "KUV-1"
        assert some.gaps == []

    @pytest.mark.parametrize("language", ["fi", "sv"])
    def test_a_section_of_minutes_is_cited_one_way_and_never_divided(self, language: str) -> None:
        some = facts(language)
        on = date(2025, 1, 14)
        assert some.minuted(on, 4) == f"14.1.2025{NBSP}§{NBSP}4"
        assert some.minuted(None, 4) == f"§{NBSP}4"
        assert (some.minuted(on, None), some.minuted(None, None)) == ("14.1.2025", "")
        decision = Paatos(tekija="lautakunta", pvm=on, pykala=4, asiatunnus="KUV-1")
        told = f"lautakunta 14.1.2025{NBSP}§{NBSP}4, KUV-1"
        assert decision_line(some, decision, ()) == reference(some, decision, None) == told

    def test_a_missing_fact_is_a_visible_gap_listed_once(self) -> None:
        some = facts()
        first = some.needed(None, "asiatunnus", ("sopimukset", 0))
        assert first == some.needed("", "asiatunnus", ("sopimukset", 0))
        assert first.startswith(GAP_OPEN)
        assert some.gaps == [Gap("asiatunnus", ("sopimukset", 0))]
        assert some.gaps[0].shown("fi") == "asiatunnus puuttuu"

    def test_a_text_that_lacks_the_documents_language_is_a_gap_that_says_so(self) -> None:
        some = facts(kielet=["sv", "fi"])
        other = Alue.model_validate(
            BASE | {"osapuolet": [{"tunnus": "a", "rooli": "kela", "nimi": {"sv": "FPA"}}]}
        )
        some.needed_text(other.osapuolet[0].nimi, "nimi", ("osapuolet", 0))
        assert some.gaps == [Gap("nimi", ("osapuolet", 0), NOT_IN["fi"])]
        assert some.gaps[0].shown("fi") == "nimi suomeksi puuttuu"

    @pytest.mark.parametrize(
        ("own", "language", "told"),
        [
            (["fi"], "sv", ["Områdets egna texter har antecknats bara på finska."]),
            (["sv"], "fi", ["Alueen omat tekstit on kirjattu vain ruotsiksi."]),
            (["fi", "sv"], "sv", []),
            (["sv", "fi"], "fi", []),
        ],
    )
    def test_a_language_that_the_region_does_not_write_is_lacking(
        self, own: list[str], language: str, told: list[str]
    ) -> None:
        lacking = facts(language, kielet=own).foreign()
        assert [item.shown(language) for item in lacking] == told
        assert all(item.of_language for item in lacking)

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (Decimal("8.5"), "8,5"),
            (Decimal("8.50"), "8,5"),
            (Decimal("10"), "10"),
            (Decimal("100.0"), "100"),
            (640, "640"),
            (0, "0"),
            (None, ""),
        ],
    )
    def test_numbers_are_written_as_finnish_does(self, value: Decimal | None, shown: str) -> None:
        assert number(value) == shown

    @given(st.decimals(0, 10**6, places=3, allow_nan=False))
    def test_no_number_changes_its_value_when_written(self, value: Decimal) -> None:
        assert Decimal(number(value).replace(NBSP, "").replace(",", ".")) == value

    def test_dates_behind_a_fact(self) -> None:
        start, end = date(2026, 6, 1), date(2027, 5, 31)
        assert facts().since_until(start, end) == "1.6.2026–31.5.2027"
        assert facts().since_until(start, None) == "1.6.2026 alkaen"
        assert facts().since_until(None, end) == "31.5.2027 saakka"
        assert facts().since_until(None, None) == ""


class TestParties:
    def test_one_legal_person_in_two_roles_is_one_party_of_the_agreement(self) -> None:
        some = facts(
            osapuolet=[
                {"tunnus": "tyo", "rooli": "tyovoimaviranomainen", "oikeushenkilo": "H kaupunki"},
                {"tunnus": "sote", "rooli": "hyvinvointialue", "oikeushenkilo": "H kaupunki"},
                {"tunnus": "kela", "rooli": "kela"},
            ]
        )
        parties = Parties(some, register.load())
        rows = parties.rows(["tyo", "sote", "kela"])
        assert [row["nimi"] for row in rows] == ["H kaupunki", "Kansaneläkelaitos"]
        assert "hyvinvointialueen tehtävistä vastaava" in str(rows[0]["roolit"])
        assert parties.name("sote", "x", ()) == "H kaupunki, hyvinvointialue"

    def test_the_table_names_the_units_that_have_the_roles_of_one_legal_person(self) -> None:
        city = {"oikeushenkilo": "H kaupunki"}
        work = {"tunnus": "tyo", "rooli": "tyovoimaviranomainen", "nimi": "H työ", **city}
        care = {"tunnus": "sote", "rooli": "hyvinvointialue", "nimi": "H sote", **city}
        some = facts(osapuolet=[work, {**care, "hyvinvointialue": "helsinki"}])
        [row] = Parties(some, register.load()).rows(["tyo", "sote"])
        told = "työvoimaviranomainen: H työ;\nhyvinvointialueen tehtävistä vastaava: H sote"
        assert row["lyhyt"] == told

    def test_organs_of_one_legal_person_are_told_apart_in_their_cell(self) -> None:
        city = {"oikeushenkilo": "H kaupunki"}
        work = {"tunnus": "tyo", "rooli": "tyovoimaviranomainen", **city}
        care = {"tunnus": "sote", "rooli": "hyvinvointialue", **city}
        for bodies, shown in ((("a", "b"), "a;\nb"), (("a", "a"), "a"), (("a", None), "a")):
            first, second = bodies
            some = facts(osapuolet=[work | {"toimielin": first}, care | {"toimielin": second}])
            [row] = Parties(some, register.load()).rows(["tyo", "sote"])
            assert row["toimielin"] == shown

    @pytest.mark.parametrize(
        ("language", "shown"), [("fi", "Kela"), ("sv", "Folkpensionsanstalten")]
    )
    def test_the_table_promises_the_name_of_kela_that_the_clauses_use(
        self, language: str, shown: str
    ) -> None:
        some = facts(language, osapuolet=[{"tunnus": "kela", "rooli": "kela"}])
        assert Parties(some, register.load()).rows(["kela"])[0]["lyhyt"] == shown

    @pytest.mark.parametrize(
        ("language", "more", "shown"),
        [
            ("sv", {}, "Kajanalands välfärdsområde"),
            ("fi", {}, "Kainuun hyvinvointialue"),
            ("sv", {"oikeushenkilo_vahvistettu": False}, "Kainuun hyvinvointialue"),
            ("sv", {"oikeushenkilo": "Kainuun kuntayhtymä"}, "Kainuun kuntayhtymä"),
            ("sv", {"oikeushenkilo": {"sv": "Kajanaland"}}, "Kajanaland"),
        ],
    )
    def test_a_county_has_its_official_name_in_swedish(
        self, language: str, more: dict[str, object], shown: str
    ) -> None:
        party = {
            "tunnus": "hva",
            "rooli": "hyvinvointialue",
            "hyvinvointialue": "kainuu",
            "oikeushenkilo": "Kainuun hyvinvointialue",
        }
        some = facts(language, alue="kainuu", osapuolet=[party | more])
        (row,) = Parties(some, register.load()).rows(["hva"])
        assert row["nimi"] == row["lyhyt"] == shown

    def test_an_unconfirmed_name_is_marked(self) -> None:
        party = {
            "tunnus": "a",
            "rooli": "tyovoimaviranomainen",
            "oikeushenkilo": "Joensuu",
            "oikeushenkilo_vahvistettu": False,
        }
        some = facts(osapuolet=[party])
        parties = Parties(some, register.load())
        assert parties.rows(["a"])[0]["vahvistamatta"] is True
        (signature,) = signatures(some, parties, ["a"], ())
        assert signature["osapuoli"] == f"Joensuu {gap('(nimi vahvistamatta)')}"
        assert [item.shown("fi") for item in some.gaps] == ["nimi on vahvistamatta: Joensuu"]

    def test_a_party_that_is_not_recorded_is_a_gap(self) -> None:
        some = facts()
        Parties(some, register.load()).name("ei-ole", "asettaja", ("johtoryhmat", 0))
        assert [item.shown("fi") for item in some.gaps] == ["asettaja puuttuu"]


class TestStaff:
    @pytest.mark.parametrize(
        ("language", "office", "shown"),
        [
            ("fi", "inari", "Inari"),
            ("sv", "inari", gap("verksamhetsställets namn saknas på svenska")),
            ("sv", None, "–"),
            ("fi", "ei-ole", gap("toimipisteen nimi puuttuu")),
        ],
    )
    def test_only_staff_without_an_office_gets_a_dash(
        self, language: str, office: str | None, shown: str
    ) -> None:
        row = {"tunnus": "h", "osapuoli": "kela", "maara": 1, "yksikko": "htv", "tehtava": "t"}
        some = facts(
            language,
            osapuolet=[{"tunnus": "kela", "rooli": "kela"}],
            johtoryhmat=[{"tunnus": "tym"}],
            toimipisteet=[{"tunnus": "inari", "nimi": {"fi": "Inari"}}],
            henkilosto=[row | ({"toimipiste": office} if office else {})],
        )
        group = some.alue.johtoryhmat[0]
        (told,) = staff_rows(some, Parties(some, register.load()), group, None)
        assert told["toimipiste"] == (shown)
        assert bool(some.gaps) == (GAP_OPEN in shown)


LIBRARY = {
    "muoto": 1,
    "laji": "tym-sopimus",
    "nimi": {"fi": "Sopimus"},
    "lausekkeet": [
        {
            "tunnus": "yksi",
            "versiot": [
                {
                    "alkaen": "2025-01-01",
                    "otsikko": {"fi": "Yksi"},
                    "kappaleet": [{"fi": "{{ a }}"}],
                },
                {"alkaen": "2026-01-01", "otsikko": {"fi": "Yksi"}, "kappaleet": [{"fi": "uusi"}]},
            ],
        },
        {
            "tunnus": "kaksi",
            "versiot": [
                {
                    "alkaen": "2025-01-01",
                    "otsikko": {"fi": "Kaksi"},
                    "kappaleet": [
                        {"fi": "aina"},
                        {"fi": "joskus", "jos": "b.c"},
                        {"luettelo": [{"fi": "kohta"}, {"fi": "ei", "jos": "b.c"}]},
                    ],
                    "taulukko": "jasenet",
                }
            ],
        },
        {"tunnus": "allekirjoitukset", "versiot": [{"otsikko": {"fi": "Loppu"}}]},
    ],
}


def made(
    *changes: dict[str, Any],
    on: date = date(2025, 6, 1),
    context: Mapping[str, object] | None = None,
) -> Any:
    library = Lausekekirjasto.model_validate(LIBRARY)
    values = context or {"a": "teksti", "b": {"c": ""}}
    models = [Lausekemuutos.model_validate(item) for item in changes]
    return clauses_of(library, models, on, values, facts(), ("sopimukset", 0))


class TestClauses:
    @pytest.mark.parametrize(
        ("day", "text"),
        [
            (date(2024, 12, 31), "teksti"),
            (date(2025, 12, 31), "teksti"),
            (date(2026, 1, 1), "uusi"),
            (date(2026, 1, 2), "uusi"),
        ],
    )
    def test_the_wording_is_that_of_the_agreements_own_day(self, day: date, text: str) -> None:
        assert made(on=day).items[0].paragraphs == (("teksti", text),)

    def test_wording_takes_the_newest_start_not_after_the_day(self) -> None:
        versions = Lausekekirjasto.model_validate(LIBRARY).lausekkeet[0].versiot
        assert wording(versions, date(2030, 1, 1)) is versions[1]

    def test_a_paragraph_depends_on_its_fact(self) -> None:
        assert made().items[1].paragraphs == (("teksti", "aina"), ("kohta", "kohta"))
        full = made(context={"a": "x", "b": {"c": "on"}}).items[1].paragraphs
        assert [text for _, text in full] == ["aina", "joskus", "kohta", "ei"]

    def test_a_removed_clause_is_gone_and_listed(self) -> None:
        result = made({"lauseke": "kaksi", "toimi": "poista", "peruste": "sovittu muualla"})
        assert [item.tunnus for item in result.items] == ["yksi", "allekirjoitukset"]
        assert result.deviations == [("Kaksi", "poistettu", "sovittu muualla")]

    def test_the_list_of_deviations_names_the_model_clause_that_was_replaced(self) -> None:
        change = {"lauseke": "kaksi", "toimi": "korvaa", "teksti": "t", "peruste": "p"}
        result = made({**change, "otsikko": "Aivan muuta"})
        assert result.items[1].heading == "Aivan muuta"
        assert result.deviations == [("Kaksi", "korvattu; uusi otsikko: ”Aivan muuta”", "p")]
        assert made(change).deviations == [("Kaksi", "korvattu", "p")]

    def test_a_replaced_clause_keeps_heading_and_table_and_is_never_a_template(self) -> None:
        text = "Oma {{ 7 * 7 }} {% if %}\n\ntoinen kappale"
        result = made({"lauseke": "kaksi", "toimi": "korvaa", "teksti": text, "peruste": "p"})
        clause = result.items[1]
        assert (clause.heading, clause.table) == ("Kaksi", "jasenet")
        assert [line for _, line in clause.paragraphs] == [
            "Oma {{ 7 * 7 }} {% if %}",
            "toinen kappale",
        ]

    def test_an_added_clause_stands_where_it_was_asked_to(self) -> None:
        new = {"lauseke": "kolme", "toimi": "lisaa", "otsikko": "K", "teksti": "t", "peruste": "p"}
        after = made({**new, "jalkeen": "yksi"}).items
        assert [item.tunnus for item in after][:2] == ["yksi", "kolme"]
        assert [item.tunnus for item in made(new).items][-2:] == ["kolme", "allekirjoitukset"]

    def test_an_unknown_field_in_a_clause_is_refused(self) -> None:
        with pytest.raises(LayoutError, match="a"):
            made(context={"b": {"c": ""}})


class TestProvenance:
    def test_the_blob_id_is_gits(self) -> None:
        # git hash-object --stdin, of the same nine bytes
        assert blob_id(b"muoto: 1\n") == "04d61916c40cb81c293cc5fc07ea66830696154a"

    def test_what_is_not_ours_is_not_untouched(self) -> None:
        found = examine(b"PK")
        assert (found.ours, found.untouched) == (False, False)

    def test_a_fingerprint_depends_on_every_part(self) -> None:
        assert len({fingerprint(parts) for parts in (("a", "b"), ("ab",), ("b", "a"), ())}) == 4


class TestUnits:
    @pytest.mark.parametrize(
        ("unit", "amount", "finnish"),
        [
            ("htv", "1", "htv"),
            ("henkiloa", "1.0", "henkilö"),
            ("henkiloa", "1.5", "henkilöä"),
            ("henkiloa", "11", "henkilöä"),
            ("henkiloa", None, "henkilöä"),
            ("tuntia-viikossa", "1", "tunti viikossa"),
            ("tuntia-viikossa", "0.5", "tuntia viikossa"),
        ],
    )
    def test_one_of_a_unit_is_in_the_singular(
        self, unit: str, amount: str | None, finnish: str
    ) -> None:
        assert unit_word(str, unit, Decimal(amount) if amount else None) == finnish

    def test_every_unit_has_both_numbers(self) -> None:
        assert list(ONE) == list(UNITS)
        assert all(word.startswith("1 ") for word in ONE.values())

    def test_swedish_writes_one_person_year_otherwise_than_several(self) -> None:
        say = facts("sv").say
        assert unit_word(say, "htv", Decimal(1)) == "årsverke"
        assert unit_word(say, "htv", Decimal("8.5")) == "årsverken"

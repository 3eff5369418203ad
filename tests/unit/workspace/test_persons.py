"""Names of persons whom a record names: hidden in other places, where no place is meant."""

from __future__ import annotations

from typing import Any

import pytest

from sopimukset import locale
from sopimukset.workspace.persons import Persons

PERSONS = Persons(
    lambda: [
        {
            "johtoryhmat": [
                {
                    "nimi": "Hollolan Ryhmä",
                    "sihteeri": [{"nimi": "Salla Lahti"}, {"nimi": "johtaja Taavi Hepokatti"}],
                }
            ]
        }
    ]
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lahden kaupunki ja Hollolan kunta", "Lahden kaupunki ja Hollolan kunta"),
        ("Lahtis stad, staden Lahti", "Lahtis stad, staden Lahti"),
        ("Sallan kunta", "Sallan kunta"),
        ("Salla Lahden kaupunki", "••••• •••••• kaupunki"),
        ("salla lahden toimisto", "••••• •••••• toimisto"),
        ("Lahti ja etäyhteys", "••••• ja etäyhteys"),
        ("taavi hepokatin tiedot", "••••• ••••••••• tiedot"),
        ("johtaja Hepokatille", "johtaja •••••••••••"),
        ("Hollolan Ryhmä", "Hollolan Ryhmä"),
        ("sallittu", "sallittu"),
    ],
)
def test_a_persons_name_is_dotted_and_a_towns_is_not(text: str, shown: str) -> None:
    assert PERSONS.dotted(text) == shown


@pytest.mark.parametrize(
    ("identifier", "shown"),
    [
        ("lahti-1", "lahti-1"),
        ("lahti-keskus", "lahti-keskus"),
        ("salla-lahti", "•••••-•••••"),
        ("taavi-hepokatti-2", "•••••-•••••••••-2"),
        ("hva-1", "hva-1"),
        ("johtaja", "johtaja"),
    ],
)
def test_an_identifier_made_of_a_name_is_dotted_and_a_towns_is_not(
    identifier: str, shown: str
) -> None:
    assert PERSONS.dotted(identifier, identifier=True) == shown


def values(text: str) -> list[tuple[int, int]]:
    return locale.values_in(text, "fi")


def test_of_a_message_only_its_values_are_hidden() -> None:
    persons = Persons(lambda: [{"sihteeri": {"nimi": "Tunnetut Hepokatti"}}])
    told = persons.told("Tunnetut: hva-1, hepokatti, tunnetut.", values)
    assert told == "Tunnetut: hva-1, •••, •••."
    assert persons.told("Poista merkintä.", values) == "Poista merkintä."
    assert persons.told("Tunnetut tuntematon lause.", values) == "••• tuntematon lause."


@pytest.mark.parametrize(
    ("file", "shown"),
    [
        ("regions/x/taavi-hepokatti.yaml", "regions/x/•••••-•••••••••.yaml"),
        ("regions/x/Taavi Hepokatti.yml", "regions/x/••••• •••••••••.yml"),
        ("regions/x/hepokatti-muistio.yaml", "regions/x/hepokatti-muistio.yaml"),
        ("regions/x/alue.yaml", "regions/x/alue.yaml"),
    ],
)
def test_a_file_is_nameless_only_where_a_persons_name_is_its_whole_name(
    file: str, shown: str
) -> None:
    assert PERSONS.file(file) == shown


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"sihteeri": [{"nimi": "Taavi Hepokatti"}]}, {"taavi", "hepokatti"}),
        ({"sihteeri": [{"nimi": "taavi hepokatti"}]}, {"taavi", "hepokatti"}),
        ({"siihteeri": [{"nimi": "Taavi Hepokatti"}]}, {"taavi", "hepokatti"}),
        ({"puheenjohtaja": "Taavi Hepokatti"}, {"taavi", "hepokatti"}),
        ({"lasna": [{"jasen": "Taavi Hepokatti"}]}, {"taavi", "hepokatti"}),
        ({"esteelliset": ["Taavi Hepokatti"]}, {"taavi", "hepokatti"}),
        ({"esittelija": "Taavi Hepokatti"}, {"taavi", "hepokatti"}),
        ({"esittelija": "johtava asiantuntija"}, set()),
        ({"sihteeri": [{"nimi": "Kelan johtaja"}]}, set()),
        ({"ryhma": [{"nimi": "Lahden ryhmä"}]}, set()),
        ({"toimipisteet": [{"nimi": "Toimipiste Onnela"}]}, set()),
        ({"allekirjoitukset": [{"nimi": "T. Hepokatti"}]}, {"hepokatti"}),
        ({"sihteeri": [{"nimi": 5}]}, set()),
        (["Taavi Hepokatti"], set()),
        (None, set()),
    ],
)
def test_names_are_gathered_where_persons_are_recorded(data: Any, words: set[str]) -> None:
    assert Persons(lambda: [data]).words == words


def test_nothing_is_read_before_a_name_is_asked_for() -> None:
    def documents() -> list[Any]:
        raise AssertionError("read")

    Persons(documents)

"""A service point and its municipality: the place is told once."""

from __future__ import annotations

import pytest

from sopimukset.documents.resources import placed


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Ohjaamo Vantaa", "Vantaa"),
        ("Navigatorn Borgå", "Borgå"),
        ("OHJAAMO KEMI", "Kemi"),
        ("Ohjaamon palvelupiste Loviisassa", "Loviisa"),
        ("Ohjaamon palvelupiste Kiteellä", "Kitee"),
        ("Ohjaamon palvelupiste Kristiinankaupungissa", "Kristiinankaupunki"),
        ("Navigatorns serviceställe i Kristinestad", "Kristinestad"),
        ("Ohjaamo", ""),
    ],
)
def test_a_name_that_holds_the_place_needs_no_other(name: str, town: str) -> None:
    assert placed(name, town) == name


@pytest.mark.parametrize(
    ("name", "town"),
    [
        ("Ohjaamo Meri-Lappi", "Kemi"),
        ("Ohjaamo Kemijärvi", "Kemi"),
        ("Ohjaamo Oulunsalo", "Oulu"),
        ("Ohjaamo Oulu", "Uleåborg"),
        ("Nuorten talo", "Iisalmi"),
    ],
)
def test_another_name_is_told_with_its_place(name: str, town: str) -> None:
    assert placed(name, town) == f"{name} ({town})"

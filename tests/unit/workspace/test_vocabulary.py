"""What may be a person's name, and what the program knows to be none."""

from __future__ import annotations

import pytest

from sopimukset.model.paths import HIDDEN
from sopimukset.workspace.vocabulary import shown_value, shown_word, without_names


@pytest.mark.parametrize(
    "name",
    [
        "Matti Meikäläinen",
        "Ánne Čohkka",
        "M. Meikäläinen",
        "M.K. Meikäläinen",
        "Meikäläinen, Matti",
        "Matti von Meikäläinen",
        "Matti-Pekka Meikäläinen",
        "MATTI MEIKÄLÄINEN",
        "Matti\u00a0Meikäläinen",
        "Salla Lahti",
    ],
)
def test_a_name_is_dots_of_its_width_and_the_words_about_it_stay(name: str) -> None:
    text = f"asiasta sopi {name} tänään"
    assert without_names(text) == f"asiasta sopi {'•' * len(name)} tänään"
    assert shown_value(name) == shown_word(name) == HIDDEN


@pytest.mark.parametrize(
    "text",
    [
        "Lisäksi Kela vastaa omista kustannuksistaan.",
        "Hollolan kunta ja Kela sopivat TE-toimiston kanssa.",
        "Västra Nylands välfärdsområde",
        "Eura, Eurajoki, Huittinen, Rauma ja Säkylä",
        "Ohjaamo Lahti",
        "Staden Jakobstad",
        "työvoimaviranomainen (Oulun seutu), työvoimaviranomainen (Ylä-Savo)",
        "Päätös P03, asiatunnus KUV-2025-77",
    ],
)
def test_words_of_the_program_are_no_name(text: str) -> None:
    assert without_names(text) == shown_value(text) == text


def test_a_name_that_lines_divide_is_dots_in_both_and_the_indent_stays() -> None:
    assert without_names("sopi Matti\n  Meikäläinen") == f"sopi •••••\n  {'•' * 11}"


@pytest.mark.parametrize("word", ["hollola", "P03", "2026-03-01", "9.00", "Lahti", "kela-1"])
def test_a_word_of_the_program_is_shown(word: str) -> None:
    assert shown_word(word) == word


@pytest.mark.parametrize("word", ["Meikäläinen", "matti meikäläinen", "Lahtinen"])
def test_what_is_no_word_of_the_program_is_hidden(word: str) -> None:
    assert shown_word(word) == HIDDEN

"""The forms of a name: Finnish cases with the gradation of consonants, the Swedish genitive."""

from __future__ import annotations

import pytest

from sopimukset.base.inflection import folded, is_form


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        ("Keksitty", "keksitty Keksityn keksitylle Keksittyä Keksittyyn KEKSITYLTÄ Keksittys"),
        ("Taavi", "Taavin taaville Taavia Taavis Taavinkin"),
        ("Matti", "Matin matille Mattia Matista Mattiin Mattis"),
        ("Meikäläinen", "Meikäläisen meikäläistä Meikäläiselle meikalainen Meikäläisiin"),
        ("Koskinen", "Koskisen Koskista Koskiselle Koskinens"),
        ("Mäki", "Mäen mäellä Mäkeä Mäkeen maki"),
        ("Lahti", "Lahden Lahtea lahdelle Lahteen"),
        ("Järvi", "Järven järveltä"),
        ("Hammas", "Hampaan Hammasta Hampaalle"),
        ("Markus", "Markuksen Markusta"),
        ("Tuomas", "Tuomaan Tuomakselle"),
        ("Mikael", "Mikaelin mikaelille Mikaels"),
        ("Virta", "Virran virtaa virtojen"),
        ("Heikki", "Heikin Heikille"),
        ("Leppä", "Lepän Leppää"),
        ("Uusi", "Uuden uudelle"),
        ("Aarre", "Aarteen"),
        ("Nyström", "Nyströmin nystroms"),
        ("Olut", "Oluen"),
    ],
)
def test_forms_of_a_name_are_known(name: str, forms: str) -> None:
    missed = [form for form in forms.split() if not is_form(folded(form), folded(name))]
    assert missed == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Matti", "materiaali matka matto mutta"),
        ("Taavi", "taas tavoite"),
        ("Päivi", "päivä päivän"),
        ("Virta", "viranomainen virka"),
        ("Lahti", "laadittu lahja"),
        ("Anna", "annetaan"),
        ("Nurmi", "nuori"),
    ],
)
def test_other_words_are_no_forms_of_a_name(name: str, words: str) -> None:
    assert [word for word in words.split() if is_form(folded(word), folded(name))] == []


@pytest.mark.parametrize("text", ["Žofie Šimek", "straße", "\u0130smet", "Å\u2028b 🙂", "ﬁ"])
def test_a_folded_text_is_as_long_as_it_was(text: str) -> None:
    assert len(folded(text)) == len(text)

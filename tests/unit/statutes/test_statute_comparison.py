"""Two states of an act: what a newer text changes, and which citations that touches."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset import statutes
from sopimukset.statutes import Momentti, Pykala, parse_viite
from sopimukset.statutes.compare import Kind, compare
from sopimukset.statutes.sentences import sentences
from sopimukset.statutes.unread import unread_amendments

LAW = statutes.load()
STORED = LAW.pykalat("388/2024")


def section(
    number: str, *texts: str, items: tuple[str, ...] = (), heading: str = "Otsikko"
) -> Pykala:
    momentit = tuple(Momentti(text) for text in texts)
    if items:
        momentit = (*momentit[:-1], replace(momentit[-1], kohdat=items))
    return Pykala("1/2000", number, heading, momentit, "fi")


OLD = section("1", "Yksi.", "Kaksi.")


@pytest.mark.parametrize("numero", sorted(LAW.saadokset))
def test_a_text_is_no_news_beside_itself(numero: str) -> None:
    stored = LAW.pykalat(numero)
    assert compare(stored, stored, whole=True) == ()


@given(st.sampled_from(STORED), st.data())
def test_one_changed_momentti_is_found(changed: Pykala, data: st.DataObject) -> None:
    number = data.draw(st.integers(1, len(changed.momentit)))
    momentit = list(changed.momentit)
    momentit[number - 1] = replace(momentit[number - 1], teksti="Toisin.")
    newer = [replace(p, momentit=tuple(momentit)) if p is changed else p for p in STORED]
    (found,) = compare(STORED, newer, whole=True)
    assert (found.numero, found.kind, found.momentit) == (changed.numero, Kind.TEXT, (number,))
    for other in range(1, len(momentit) + 1):
        viite = parse_viite(f"388/2024 {changed.numero} § {other} mom")
        assert found.touches(viite) == (other == number)
    assert found.touches(parse_viite(f"388/2024 {changed.numero} §"))
    assert not found.touches(parse_viite(f"381/2023 {changed.numero} §"))


@pytest.mark.parametrize(
    ("new", "kind", "touched", "spared"),
    [
        (section("1", "Yksi.", "Toisin."), Kind.TEXT, ["1 § 2 mom", "1 §"], ["1 § 1 mom", "2 §"]),
        (section("1", "Uusi.", "Yksi.", "Kaksi."), Kind.TEXT, ["1 § 1 mom", "1 § 2 mom"], []),
        (section("1", "Yksi."), Kind.TEXT, ["1 § 2 mom"], ["1 § 1 mom"]),
        (section("1", "Yksi.", "Kaksi.", heading="U"), Kind.HEADING, ["1 §", "1 § 1 mom"], ["2 §"]),
        (section("2", "Muu."), Kind.GONE, ["1 §", "1 § 2 mom"], ["2 §"]),
    ],
)  # fmt: skip
def test_what_a_change_touches(
    new: Pykala, kind: Kind, touched: list[str], spared: list[str]
) -> None:
    (found,) = compare([OLD], [new], whole=False)
    assert found.kind is kind
    assert all(found.touches(parse_viite(f"1/2000 {place}")) for place in touched)
    assert not any(found.touches(parse_viite(f"1/2000 {place}")) for place in spared)


def test_one_changed_item_touches_that_item() -> None:
    old = section("3", "Luettelo:", items=("1) yksi;", "2) kaksi."))
    new = section("3", "Luettelo:", items=("1) yksi;", "2) toisin."))
    (found,) = compare([old], [new], whole=True)
    assert found.touches(parse_viite("1/2000 3 § 2 kohta"))
    assert not found.touches(parse_viite("1/2000 3 § 1 kohta"))


def test_a_section_that_was_never_stored_is_news_only_of_a_whole_act() -> None:
    new = section("1 a", "Uusi.")
    assert compare([OLD], [OLD, new], whole=False) == ()
    (found,) = compare([OLD], [OLD, new], whole=True)
    assert (found.numero, found.kind) == ("1 a", Kind.NEW)


def test_the_newest_wording_counts() -> None:
    later = replace(section("1", "Uusi."), alkaen=date(2026, 1, 1))
    both = [replace(OLD, paattyen=date(2025, 12, 31)), later]
    assert compare(both, [replace(later, alkaen=None)], whole=True) == ()
    (found,) = compare([OLD], both, whole=True)
    assert found.new is later


def test_the_acts_that_are_stored_whole_are_known() -> None:
    whole = {act.numero for act in LAW.saadokset.values() if act.kokonaan}
    assert whole == {"381/2023", "388/2024"}


@pytest.mark.parametrize(
    ("citation", "unread"),
    [
        ("381/2023 4 § 3 mom", {"1413/2025"}),
        ("381/2023 8 §", {"1413/2025"}),
        ("381/2023 3 §", set()),
        ("381/2023 9 § 1 mom", set()),
        ("380/2023 21 §", {"1412/2025"}),
        ("189/2001 3 §", {""}),
        ("388/2024 1 § 1 mom", set()),
    ],
)
def test_what_may_have_changed_unread(citation: str, unread: set[str]) -> None:
    viite = parse_viite(citation)
    assert {item.muuttava for item in unread_amendments() if item.koskee(viite)} == unread


def test_unread_amendments_speak_of_known_acts() -> None:
    for item in unread_amendments():
        assert LAW.saados(item.saados)
        assert item.huom
        stored = {section.numero for section in LAW.pykalat(item.saados)}
        assert set(item.pykalat) <= stored


def test_a_list_is_cited_by_its_items() -> None:
    pykala = LAW.pykala("388/2024", "3")
    assert pykala is not None
    found = list(sentences(pykala))
    assert [str(item.viite) for item in found] == [
        "388/2024 3 § 1 mom", *(f"388/2024 3 § {number} kohta" for number in range(1, 6)),
    ]  # fmt: skip
    assert all(LAW.text(item.viite) == item.teksti for item in found[1:])


def test_a_sentence_ends_before_the_next_one_and_not_within() -> None:
    pykala = section(
        "1", "Lain (380/2023) 21 §:ssä säädetään. Toinen virke! Kolmas, v. 2025 alkaen."
    )
    assert [item.teksti for item in sentences(pykala)] == [
        "Lain (380/2023) 21 §:ssä säädetään.", "Toinen virke!", "Kolmas, v. 2025 alkaen.",
    ]  # fmt: skip

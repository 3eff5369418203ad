"""A new item goes where a person would put it, and every other byte stays."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats.yaml import read
from sopimukset.formats.yaml.append import append, append_all
from sopimukset.formats.yaml.edit import EditError
from tests.support.workspaces import CHECKOUT

ITEM = {"osapuoli": "kela", "pvm": date(2026, 3, 1), "versio": "1.0"}
PLAIN = {"osapuoli": "kela", "pvm": "2026-03-01", "versio": "1.0"}
AFTER = ("tiedot", "laji", "tunnus")

CASES = {
    "a list of lines": (
        "xs:\n  - tunnus: a\n    lista:\n      - {osapuoli: hva}\n  - tunnus: b\n",
        "xs:\n  - tunnus: a\n    lista:\n      - {osapuoli: hva}\n"
        "      - {osapuoli: kela, pvm: 2026-03-01, versio: '1.0'}\n  - tunnus: b\n",
    ),
    "dashes below their key": (
        "xs:\n- tunnus: a\n  lista:\n  - osapuoli: hva\n    pvm: 2026-01-01   # eka\n\n# loppu\n",
        "xs:\n- tunnus: a\n  lista:\n  - osapuoli: hva\n    pvm: 2026-01-01   # eka\n"
        "  - osapuoli: kela\n    pvm: 2026-03-01\n    versio: '1.0'\n\n# loppu\n",
    ),
    "a list in brackets": (
        "xs:\n  - tunnus: a\n    lista: [{osapuoli: hva}]   # kaikki\n",
        "xs:\n  - tunnus: a\n    lista: [{osapuoli: hva}, "
        "{osapuoli: kela, pvm: 2026-03-01, versio: '1.0'}]   # kaikki\n",
    ),
    "empty brackets": (
        "xs:\n  - {tunnus: a, lista: []}\n",
        "xs:\n  - {tunnus: a, lista: [{osapuoli: kela, pvm: 2026-03-01, versio: '1.0'}]}\n",
    ),
    "no list, lines": (
        "xs:\n  - tunnus: a\n    tiedot: {b: 1}  # tieto\n    muu: 2\n",
        "xs:\n  - tunnus: a\n    tiedot: {b: 1}  # tieto\n    lista:\n      - osapuoli: kela\n"
        "        pvm: 2026-03-01\n        versio: '1.0'\n    muu: 2\n",
    ),
    "no list, braces": (
        "xs:\n  - {tunnus: a, laji: x}\n",
        "xs:\n  - {tunnus: a, laji: x, "
        "lista: [{osapuoli: kela, pvm: 2026-03-01, versio: '1.0'}]}\n",
    ),
    "the end of a file without a line break": (
        "xs:\n  - tunnus: a\n    lista:\n      - {osapuoli: hva}",
        "xs:\n  - tunnus: a\n    lista:\n      - {osapuoli: hva}\n"
        "      - {osapuoli: kela, pvm: 2026-03-01, versio: '1.0'}",
    ),
    "lines that end as Windows ends them": (
        "xs:\r\n  - tunnus: a\r\n    lista:\r\n      - {osapuoli: hva}\r\n    muu: 1\r\n",
        "xs:\r\n  - tunnus: a\r\n    lista:\r\n      - {osapuoli: hva}\r\n      "
        "- {osapuoli: kela, pvm: 2026-03-01, versio: '1.0'}\r\n    muu: 1\r\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_the_file_afterwards(before: str, after: str) -> None:
    document = append(read(before.encode()), ("xs", 0, "lista"), ITEM, AFTER)
    assert document.text == after
    assert document.data["xs"][0]["lista"][-1] == PLAIN


def test_a_folded_neighbour_is_stepped_over() -> None:
    source = "xs:\n  - tunnus: a\n    laji: x\n    tiedot: >-\n      yksi\n      kaksi\n"
    document = append(read(source.encode()), ("xs", 0, "lista"), ITEM, AFTER)
    assert document.data["xs"][0] == {
        "tunnus": "a",
        "laji": "x",
        "tiedot": "yksi kaksi",
        "lista": [PLAIN],
    }
    rest = iter(document.text.splitlines())
    assert all(line in rest for line in source.splitlines())


@pytest.mark.parametrize("value", ["", " teksti", " {a: 1}"])
def test_what_is_no_list_is_left_to_a_person(value: str) -> None:
    source = f"xs:\n  - tunnus: a\n    lista:{value}\n"
    with pytest.raises(EditError):
        append(read(source.encode()), ("xs", 0, "lista"), ITEM, AFTER)


WORKED = ["helsinki", "kainuu", "lappi", "paijat-hame", "pohjanmaa", "pohjois-karjala"]
TEXTS = st.text(
    st.characters(blacklist_categories=("Cc", "Cs", "Zl", "Zp", "Co", "Cn")), max_size=30
)


@given(
    region=st.sampled_from(WORKED),
    name=st.sampled_from(["hyvaksynnat", "allekirjoitukset"]),
    text=TEXTS.filter(lambda text: text.strip() != "" and text.isprintable()),
    number=st.integers(0, 10**6),
    pick=st.integers(0, 10),
)
def test_every_other_line_of_a_worked_region_stays(
    region: str, name: str, text: str, number: int, pick: int
) -> None:
    source = (CHECKOUT / "regions" / region / "alue.yaml").read_bytes()
    document = read(source)
    place = pick % len(document.data["sopimukset"])
    item: dict[str, Any] = {"osapuoli": "kela", "tekija": text, "pykala": number}
    after = append(document, ("sopimukset", place, name), item, ("voimassa", "laji"))
    added = [*(document.data["sopimukset"][place].get(name) or []), item]
    assert after.data["sopimukset"][place][name] == added
    old, new = source.decode().splitlines(), after.text.splitlines()
    rest = iter(new)
    assert all(line in rest for line in old)
    assert len(new) - len(old) in (1, 3, 4)


SEVERAL = ({"osapuoli": "kela", "versio": "1.0"}, {"osapuoli": "hva", "versio": "2.0"})
SEVERAL_CASES = {
    "lines": (
        "lista:\n  - osapuoli: a\n    versio: x\nmuu: 1\n",
        "lista:\n  - osapuoli: a\n    versio: x\n  - osapuoli: kela\n    versio: '1.0'\n"
        "  - osapuoli: hva\n    versio: '2.0'\nmuu: 1\n",
    ),
    "lines of braces": (
        "lista:\n  - {osapuoli: a}  # eka\nmuu: 1\n",
        "lista:\n  - {osapuoli: a}  # eka\n  - {osapuoli: kela, versio: '1.0'}\n"
        "  - {osapuoli: hva, versio: '2.0'}\nmuu: 1\n",
    ),
    "brackets": (
        "lista: [{osapuoli: a}]\nmuu: 1\n",
        "lista: [{osapuoli: a}, {osapuoli: kela, versio: '1.0'}, {osapuoli: hva, versio: '2.0'}]\n"
        "muu: 1\n",
    ),
    "no list": (
        "muu: 1\n",
        "muu: 1\nlista:\n  - {osapuoli: kela, versio: '1.0'}\n  - {osapuoli: hva, versio: '2.0'}\n",
    ),
}


@pytest.mark.parametrize(("before", "after"), SEVERAL_CASES.values(), ids=SEVERAL_CASES)
def test_several_items_follow_one_another(before: str, after: str) -> None:
    document = append_all(read(before.encode()), ("lista",), SEVERAL, ("muu",))
    assert document.text == after
    assert document.data["lista"][-2:] == list(SEVERAL)

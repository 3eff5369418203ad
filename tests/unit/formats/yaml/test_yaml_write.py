"""New files as they are written."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

from sopimukset.formats.yaml import dump, read


def test_a_new_file_looks_like_the_records() -> None:
    data = {
        "muoto": 1,
        "pvm": datetime.date(2025, 2, 1),
        "alkaen": "2025-02-01",
        "klo": "9.00",
        "nimi": "Päijät-Häme – ”alue” 😀",
        "tyhja": None,
        "maara": Decimal("8.50"),
        "osapuolet": [{"tunnus": "kela", "muut": ["a", "b"]}, {"tunnus": "hva"}],
        "ei": [],
        "selite": "Huom: " + "pitkä " * 30 + "loppu",
    }
    assert dump(data) == (
        "muoto: 1\n"
        "pvm: 2025-02-01\n"
        "alkaen: 2025-02-01\n"
        "klo: '9.00'\n"
        "nimi: Päijät-Häme – ”alue” 😀\n"
        "tyhja: null\n"
        "maara: 8.50\n"
        "osapuolet:\n"
        "  - tunnus: kela\n"
        "    muut:\n"
        "      - a\n"
        "      - b\n"
        "  - tunnus: hva\n"
        "ei: []\n"
        f"selite: 'Huom: {'pitkä ' * 30}loppu'\n"
    )


def test_comments_quotes_and_flow_that_a_caller_chose_stay() -> None:
    kielet = CommentedSeq(["fi", "sv"])
    kielet.fa.set_flow_style()
    data = CommentedMap(
        alue=DoubleQuotedScalarString("lappi"),
        kielet=kielet,
        teksti=LiteralScalarString("yksi\nkaksi\n"),
    )
    data.yaml_add_eol_comment("rekisteriavain", "alue")
    text = dump(data)
    assert text == 'alue: "lappi"  # rekisteriavain\nkielet: [fi, sv]\nteksti: |\n  yksi\n  kaksi\n'
    assert read(text.encode()).data == {
        "alue": "lappi",
        "kielet": ["fi", "sv"],
        "teksti": "yksi\nkaksi\n",
    }


def test_the_same_object_twice_is_written_twice() -> None:
    shared = {"x": 1}
    assert dump({"a": shared, "b": shared}) == "a:\n  x: 1\nb:\n  x: 1\n"


@pytest.mark.parametrize(
    "value",
    [1.5, datetime.datetime(2025, 2, 1, tzinfo=datetime.UTC), b"x", {1}, object(), Decimal("NaN")],
    ids=lambda value: type(value).__name__,
)
def test_what_no_record_can_hold_is_refused(value: Any) -> None:
    with pytest.raises(TypeError):
        dump({"a": value})


@pytest.mark.parametrize("data", [[1], "x", 1, None])
def test_only_mappings_make_a_file(data: Any) -> None:
    with pytest.raises(ValueError, match="read back"):
        dump(data)


def test_a_key_that_is_no_text_is_refused() -> None:
    with pytest.raises(ValueError, match="read back"):
        dump({1: "x"})


@pytest.mark.parametrize("text", ["?0", "?", ":0", "?x: y", "x?0", "x:0"])
def test_a_mark_of_a_key_is_a_text_in_brackets_too(text: str) -> None:
    row = CommentedSeq([text])
    row.fa.set_flow_style()
    written = dump({"a": row, text: text})
    assert read(written.encode()).data == {"a": [text], text: text}

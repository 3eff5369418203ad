from __future__ import annotations

import io
import warnings
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats import zip as archive

NAMES = st.text("abcxyz/._-", min_size=1, max_size=20).filter(
    lambda n: not n.startswith("/") and ".." not in n.split("/") and not n.endswith("/")
)


@given(st.dictionaries(NAMES, st.binary(max_size=300), max_size=6))
def test_what_is_written_is_read_back(parts: dict[str, bytes]) -> None:
    assert archive.read(archive.write(parts)) == parts


def test_the_order_of_the_parts_does_not_matter() -> None:
    one = archive.write({"b": b"2", "[Content_Types].xml": b"0", "a": b"1"})
    two = archive.write({"a": b"1", "b": b"2", "[Content_Types].xml": b"0"})
    assert one == two
    assert list(archive.read(one)) == ["[Content_Types].xml", "a", "b"]


def _zip(*members: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in members:
            made.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "eheä"),
        (b"not a zip", "eheä"),
        (_zip(("a", b"1"))[:-30], "eheä"),
        (_zip(("../a", b"1")), "ulkopuolelle"),
        (_zip(("/a", b"1")), "ulkopuolelle"),
        (_zip(("a", b"1"), ("a", b"2")), "samannimistä"),
        (_zip(("a", b"\0" * 40_000_000)), "epätavallisen"),
        (_zip(("a", b"\0" * 40_000_000), ("b", b"\0" * 40_000_000)), "liian suuri"),
    ],
    ids=["empty", "text", "cut", "upwards", "absolute", "twice", "bomb", "huge"],
)
def test_a_broken_or_dangerous_archive_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(archive.ZipError, match=message):
        archive.read(data)


def test_a_damaged_part_is_refused() -> None:
    data = bytearray(_zip(("a", bytes(range(256)) * 40)))
    data[60] ^= 0xFF
    with pytest.raises(archive.ZipError):
        archive.read(bytes(data))


@given(st.dictionaries(NAMES | st.just("åäö 🙂.xml"), st.binary(max_size=3000), max_size=6))
def test_the_standard_library_reads_what_is_written(parts: dict[str, bytes]) -> None:
    with zipfile.ZipFile(io.BytesIO(archive.write(parts))) as made:
        assert made.testzip() is None
        assert {item.filename: made.read(item) for item in made.infolist()} == parts
        assert all(item.date_time == (1980, 1, 1, 0, 0, 0) for item in made.infolist())


@given(st.binary(max_size=3000), st.integers(0, 9))
def test_a_part_may_be_packed_before(data: bytes, level: int) -> None:
    packed = archive.pack(data, level)
    assert archive.read(archive.write({"a": packed, "b": b"x"})) == {"a": data, "b": b"x"}
    assert archive.write({"a": archive.pack(data)}) == archive.write({"a": data})


def test_more_than_an_archive_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="too much"):
        archive.write({f"{number}": b"" for number in range(0x10000)})

"""Where a day comes from: a provision, the record's own field, or a threshold of ours."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple


class Ground(Enum):
    """What a day or a length of time rests on."""

    LAW = "law"
    """A provision that is in force."""

    RECORD = "record"
    """A field of the region's own record: what the parties have agreed or decided."""

    OURS = "ours"
    """This program's threshold: a suggestion that nothing binds."""


class Source(NamedTuple):
    """A ground, with where to look it up.

    Attributes:
        ground: what kind it is.
        place: the provision (`388/2024 1 § 1 mom`), or the field as its file names it
            (`voimassa.paattyen`); of a threshold of ours the provision that it serves, else "".
    """

    ground: Ground
    place: str = ""


def law(provision: str) -> Source:
    """A provision."""
    return Source(Ground.LAW, provision)


def record(field: str) -> Source:
    """A field of the record."""
    return Source(Ground.RECORD, field)


def ours(serves: str = "") -> Source:
    """A threshold of ours, with the provision that it serves."""
    return Source(Ground.OURS, serves)

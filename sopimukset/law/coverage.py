"""Which rule guards which sentence of the law, or why none can: the reviewed table.

The table lies beside this module. It repeats every sentence word for word, so that a changed law
shows up as a sentence without a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sopimukset import statutes
from sopimukset.formats.yaml import read
from sopimukset.statutes import Viite
from sopimukset.statutes.sentences import Virke, sentences

TABLE = Path(__file__).parent / "coverage.yaml"

COVERED = {"381/2023": ("9", "10", "16"), "388/2024": ("1", "2", "3", "4")}
"""The sections whose every sentence has a row."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """A sentence and what guards it.

    Attributes:
        kohta: the momentti or the kohta.
        virke: which sentence of it, from 1.
        teksti: the sentence.
        velvoittaa: whether it obliges someone; if not, it defines or empowers.
        saannot: codes of the rules that guard it.
        jaa: what no rule sees of it and why, "" where nothing is left.
    """

    kohta: Viite
    virke: int
    teksti: str
    velvoittaa: bool
    saannot: tuple[str, ...]
    jaa: str


@dataclass(frozen=True, slots=True)
class ClauseStatus:
    """How binding a model clause is.

    Attributes:
        tunnus: the clause.
        asema: `laki`, `sovittu` or `tapa`.
        peruste: why, in Finnish.
    """

    tunnus: str
    asema: str
    peruste: str


def coverage() -> tuple[Coverage, ...]:
    """The table, in its order.

    Raises:
        ValueError: the table is damaged.
        OSError: it can't be read.
    """
    return tuple(_row(item) for item in _table()["virkkeet"])


def clause_statuses() -> tuple[ClauseStatus, ...]:
    """The status of each model clause of the agreement, in the order of the table.

    Raises:
        ValueError: the table is damaged.
        OSError: it can't be read.
    """
    return tuple(ClauseStatus(**item) for item in _table()["lausekkeet"])


def sentences_to_cover() -> Iterator[Virke]:
    """Every sentence of the covered sections, in the newest stored wording."""
    law = statutes.load()
    for act, numbers in COVERED.items():
        for number in numbers:
            section = law.pykala(act, number)
            if section is None:
                raise ValueError(f"{act} {number} § is not stored")
            yield from sentences(section)


def _table() -> Mapping[str, Any]:
    document = read(TABLE.read_bytes())
    if document.problems:
        raise ValueError(f"{TABLE.name}: {document.problems[0].message}")
    table: Mapping[str, Any] = document.data
    return table


def _row(item: Mapping[str, Any]) -> Coverage:
    return Coverage(
        kohta=statutes.parse_viite(item["kohta"]),
        virke=item["virke"],
        teksti=item["teksti"],
        velvoittaa=item["velvoittaa"],
        saannot=tuple(item["saannot"]),
        jaa=item.get("jaa", ""),
    )

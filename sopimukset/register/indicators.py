"""The catalogue of indicators of follow-up: ours, dated and versioned, in no way an official one.

388/2024 2 § 2 mom has a steering group follow the implementation, the results and the staff; no act
names indicators. One catalogue makes the figures of two regions comparable. See data/README.md.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, cast, get_args

Laji = Literal["maara", "osuus", "kesto", "keskiarvo"]
Suunta = Literal["enemman", "vahemman", "neutraali"]

_DATA = Path(__file__).parent / "data"
_LAJIT = frozenset(get_args(Laji))
_SUUNNAT = frozenset(get_args(Suunta))
_YES_NO = {"kylla": True, "ei": False}

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Nimi:
    """A name or a text of the catalogue in its three languages.

    Attributes:
        fi: in Finnish.
        sv: in Swedish.
        en: in English.
    """

    fi: str
    sv: str
    en: str

    def kielella(self, kieli: str) -> str:
        """The text in a language (`fi`, `sv`, `en`); Finnish for any other."""
        return {"sv": self.sv, "en": self.en}.get(kieli, self.fi)


@dataclass(frozen=True, slots=True)
class Mittari:
    """One version of an indicator.

    Attributes:
        avain: its permanent key.
        versio: the number of this version; a changed definition is a new version.
        alkaen: the first day on which the version is in use.
        paattyen: its last day, None while it is in use.
        ryhma: key of its group: `asiakasvirta`, `odotus`, `suunnitelmat`, `nuoret`, `vaikutus`.
        omistaja: key of who keeps the definition.
        nimi: its name.
        maaritelma: what is counted, and how.
        yksikko: `hlö`, `kpl`, `%`, `pv` or `1–5`.
        laji: `maara` a count, `osuus` a share in per cent, `kesto` a median in days, `keskiarvo`
            a mean.
        suunta: whether more or less is better, or neither.
        luokitus: key of its classification, None where it has no classes.
        luokat: keys of the classes in the order in which they are shown; empty without any.
        lahdejarjestelma: key of the kind of system that the value comes from.
        henkiloita: whether it counts people, so that small counts are not published.
        tavoitteet: keys of the national goals that it speaks to (380/2023 21 §).
        saannos: the provision whose observance it tells of, "" without one.
        alaraja: the least value that makes sense.
        ylaraja: the greatest one.
        tiheys: key of how often it is gathered: `puolivuosi`, `vuosi`.
        kertyva: whether its counts add up over time, so that two half-years make a year; of a
            share its parts do. A state on a day and a median don't.
        sama_kuin: the indicator, with a class or None, that counts the same people as its value
            without a class; None where none does.
        lisaavat, vahentavat: of a state on the period's last day, the indicators by whose values it
            is greater or smaller than on the last day before the period; both empty for what is no
            such state. Whoever knows all of these values but one knows that one too.
    """

    avain: str
    versio: int
    alkaen: date
    paattyen: date | None
    ryhma: str
    omistaja: str
    nimi: Nimi
    maaritelma: Nimi
    yksikko: str
    laji: Laji
    suunta: Suunta
    luokitus: str | None
    luokat: tuple[str, ...]
    lahdejarjestelma: str
    henkiloita: bool
    tavoitteet: tuple[str, ...]
    saannos: str
    alaraja: Decimal
    ylaraja: Decimal
    tiheys: str
    kertyva: bool
    sama_kuin: tuple[str, str | None] | None
    lisaavat: tuple[str, ...] = ()
    vahentavat: tuple[str, ...] = ()

    def voimassa(self, day: date) -> bool:
        """Whether the version is in use on the day."""
        return self.alkaen <= day and (self.paattyen is None or day <= self.paattyen)


@dataclass(frozen=True, slots=True, eq=False)
class Mittariluettelo:
    """The catalogue: every version of every indicator, and the words that they use.

    Attributes:
        versiot: all versions in the catalogue's order, those of one indicator from the oldest.
        sanat: names of groups, classes, classifications, units, sources, owners and cadences, by
            set (`ryhma`, `kesto`, `paattymisen-syy`, `luokitus`, `yksikko`, `lahdejarjestelma`,
            `omistaja`, `tiheys`) and key; a classification's classes are the set of its own key.
        tasattavat: keys of the indicators that are states which others add to and take from.
    """

    versiot: tuple[Mittari, ...]
    sanat: Mapping[str, Mapping[str, Nimi]]
    tasattavat: tuple[str, ...] = field(init=False, repr=False)
    _of_key: Mapping[str, tuple[Mittari, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        of_key: dict[str, tuple[Mittari, ...]] = {}
        for item in self.versiot:
            of_key[item.avain] = (item, *of_key.get(item.avain, ()))
        object.__setattr__(self, "_of_key", of_key)
        states = (item.avain for item in self.versiot if item.lisaavat or item.vahentavat)
        object.__setattr__(self, "tasattavat", tuple(dict.fromkeys(states)))

    @property
    def avaimet(self) -> tuple[str, ...]:
        """Keys of the indicators in the order in which they are shown, each once."""
        return tuple(self._of_key)

    @property
    def sidotut(self) -> tuple[frozenset[str], ...]:
        """Keys of each state with those of what adds to it and takes from it."""
        return tuple(
            frozenset((item.avain, *item.lisaavat, *item.vahentavat))
            for item in self.versiot
            if item.avain in self.tasattavat
        )

    @property
    def ryhmat(self) -> tuple[str, ...]:
        """Keys of the groups in the order in which they are shown."""
        return tuple(self.sanat["ryhma"])

    def mittari(self, avain: str, day: date | None = None) -> Mittari | None:
        """The newest version of an indicator that is in use on the day.

        Args:
            avain: the indicator's key.
            day: most often a period's last day; without one the newest version of all.

        Returns:
            None where the catalogue does not know the key, or not on that day.
        """
        own = self._of_key.get(avain, ())
        return next((item for item in own if day is None or item.voimassa(day)), None)

    def henkiloita(self, avain: str | None) -> bool:
        """Whether an indicator's values may be counts of people; so of one that isn't known."""
        found = self.mittari(avain) if avain else None
        return found is None or found.henkiloita

    def voimassa(self, day: date) -> tuple[Mittari, ...]:
        """The indicators that are in use on a day, in the catalogue's order."""
        found = (self.mittari(avain, day) for avain in self.avaimet)
        return tuple(item for item in found if item is not None)

    def nimi(self, joukko: str, avain: str, kieli: str) -> str:
        """What a set's word is called in a language; the key itself where it is unknown."""
        found = self.sanat.get(joukko, {}).get(avain)
        return avain if found is None else found.kielella(kieli)


@cache
def load_indicators() -> Mittariluettelo:
    """The catalogue, read from the packaged data at the first call.

    Raises:
        ValueError: a value is not one that the catalogue knows; the packaged data are damaged.
        KeyError: a column or a word is missing; the packaged data are damaged.
        OSError: the packaged data can't be read.
    """
    sanat = _sanat(_rows("mittarisanat.csv"))
    return Mittariluettelo(tuple(_mittari(row, sanat) for row in _rows("mittarit.csv")), sanat)


def _rows(name: str) -> Iterator[Row]:
    with (_DATA / name).open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        header = next(reader)
        yield from (dict(zip(header, row, strict=True)) for row in reader)


def _sanat(rows: Iterable[Row]) -> dict[str, dict[str, Nimi]]:
    sanat: dict[str, dict[str, Nimi]] = {}
    for row in rows:
        sanat.setdefault(row["joukko"], {})[row["avain"]] = _nimi(row, "nimi")
    return sanat


def _nimi(row: Row, stem: str) -> Nimi:
    return Nimi(row[f"{stem}_fi"], row[f"{stem}_sv"], row[f"{stem}_en"])


def _mittari(row: Row, sanat: Mapping[str, Mapping[str, Nimi]]) -> Mittari:
    luokitus = row["luokitus"] or None
    return Mittari(
        avain=row["avain"],
        versio=int(row["versio"]),
        alkaen=date.fromisoformat(row["alkaen"]),
        paattyen=date.fromisoformat(row["paattyen"]) if row["paattyen"] else None,
        ryhma=_one_of(sanat["ryhma"], row["ryhma"]),
        omistaja=_one_of(sanat["omistaja"], row["omistaja"]),
        nimi=_nimi(row, "nimi"),
        maaritelma=_nimi(row, "maaritelma"),
        yksikko=_one_of(sanat["yksikko"], row["yksikko"]),
        laji=cast(Laji, _one_of(_LAJIT, row["laji"])),
        suunta=cast(Suunta, _one_of(_SUUNNAT, row["suunta"])),
        luokitus=luokitus,
        luokat=tuple(sanat[luokitus]) if luokitus else (),
        lahdejarjestelma=_one_of(sanat["lahdejarjestelma"], row["lahdejarjestelma"]),
        henkiloita=_YES_NO[row["henkiloita"]],
        tavoitteet=tuple(row["tavoitteet"].split()),
        saannos=row["saannos"],
        alaraja=Decimal(row["alaraja"]),
        ylaraja=Decimal(row["ylaraja"]),
        tiheys=_one_of(sanat["tiheys"], row["tiheys"]),
        kertyva=_YES_NO[row["kertyva"]],
        sama_kuin=_sama(row["sama_kuin"]),
        lisaavat=tuple(row["lisaavat"].split()),
        vahentavat=tuple(row["vahentavat"].split()),
    )


def _sama(text: str) -> tuple[str, str | None] | None:
    avain, _, luokka = text.partition("/")
    return (avain, luokka or None) if avain else None


def _one_of(allowed: Iterable[str], value: str) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {sorted(allowed)}")
    return value

"""Reads the packaged csv files into a register, once, when it is first asked for."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import cast, get_args

from sopimukset.register.catalogue import Register
from sopimukset.register.entities import (
    Hyvinvointialue,
    Jarjestamismuoto,
    Kieliasema,
    Kunta,
    Luokka,
    Tyollisyysalue,
)

_DATA = Path(__file__).parent / "data"
_YES_NO = {"kylla": True, "ei": False}
_KIELIASEMAT = frozenset(get_args(Kieliasema))
_MUODOT = frozenset(get_args(Jarjestamismuoto))
_LUOKAT = frozenset(get_args(Luokka))

# Statistics Finland gives Åland codes of its own, but Åland has no county and no employment
# area of the act.
_AHVENANMAA_HVA = "91"

Row = Mapping[str, str]


@cache
def load() -> Register:
    """The national register, read from the packaged data at the first call.

    Raises:
        ValueError: a value is not one that the register knows; the packaged data are damaged.
        KeyError: a code has no entry or a column is missing; the packaged data are damaged.
        OSError: the packaged data can't be read.
    """
    county_rows = list(_rows("hyvinvointialueet.csv"))
    area_rows = list(_rows("tyollisyysalueet.csv"))
    county_keys = {row["hva_koodi"]: row["avain"] for row in county_rows}
    area_keys = {row["ta_koodi"]: row["avain"] for row in area_rows}
    kunnat = [_kunta(row, county_keys, area_keys) for row in _rows("municipalities.csv")]
    areas = [_area(row, county_keys) for row in area_rows]
    counties = _counties(county_rows, areas, kunnat)
    return Register(
        hyvinvointialueet={county.avain: county for county in counties},
        tyollisyysalueet={area.avain: area for area in areas},
        kunnat={kunta.nimi_fi: kunta for kunta in kunnat},
    )


def _rows(name: str) -> Iterator[Row]:
    with (_DATA / name).open(encoding="utf-8", newline="") as stream:
        reader = csv.reader(stream, strict=True)
        header = next(reader)
        # Half the time of csv.DictReader, which counts on every start of the command line.
        yield from (dict(zip(header, row, strict=True)) for row in reader)


def _kunta(row: Row, county_keys: Mapping[str, str], area_keys: Mapping[str, str]) -> Kunta:
    aland = row["hva_koodi"] == _AHVENANMAA_HVA
    return Kunta(
        koodi=row["kuntanro"],
        nimi_fi=row["nimi_fi"],
        nimi_sv=row["nimi_sv"],
        kieliasema=cast(Kieliasema, _one_of(_KIELIASEMAT, row["kieliasema"])),
        hyvinvointialue=None if aland else county_keys[row["hva_koodi"]],
        tyollisyysalue=None if aland else area_keys[row["ta_koodi"]],
    )


def _area(row: Row, county_keys: Mapping[str, str]) -> Tyollisyysalue:
    return Tyollisyysalue(
        avain=row["avain"],
        koodi=row["ta_koodi"],
        nimi_fi=_dashed(row["nimi_fi"]),
        nimi_sv=_dashed(row["nimi_sv_tilastokeskus"]),
        kunnat=tuple(row["kunnat"].split("; ")),
        hyvinvointialueet=tuple(county_keys[code] for code in row["hva_koodit"].split("; ")),
        kaksikielinen=_YES_NO[row["kaksikielinen_kielilaki6"]],
        jarjestamismuoto=cast(Jarjestamismuoto, _one_of(_MUODOT, row["jarjestamismuoto"])),
        oikeushenkilo=_legal_person(row["vastuukunta_tai_kuntayhtyma"]),
        luokka=cast(Luokka, _one_of(_LUOKAT, row["vastuukunta_luokka"])),
        lahde=row["vastuukunta_lahde"],
    )


def _dashed(name: str) -> str:
    # The data, which stay as their source has them, write a dash between two names as a hyphen.
    return name.replace(" - ", " – ")


def _legal_person(text: str) -> str | None:
    # "Kuntayhtymä Kymppi (kotipaikka Kauhava)": the seat is no part of the name.
    return text.partition(" (")[0] or None


def _counties(
    rows: Iterable[Row], areas: Iterable[Tyollisyysalue], kunnat: Iterable[Kunta]
) -> list[Hyvinvointialue]:
    area_keys: dict[str, list[str]] = {}
    for area in areas:
        for county in area.hyvinvointialueet:
            area_keys.setdefault(county, []).append(area.avain)
    names: dict[str, list[str]] = {}
    for kunta in kunnat:
        if kunta.hyvinvointialue is not None:
            names.setdefault(kunta.hyvinvointialue, []).append(kunta.nimi_fi)
    return [_county(row, area_keys[row["avain"]], names[row["avain"]]) for row in rows]


def _county(row: Row, areas: list[str], kunnat: list[str]) -> Hyvinvointialue:
    return Hyvinvointialue(
        avain=row["avain"],
        koodi=row["hva_koodi"],
        nimi_fi=row["nimi_fi"],
        nimi_sv=row["nimi_sv"],
        tyollisyysalueet=tuple(areas),
        kunnat=tuple(kunnat),
        kaksikielinen=_YES_NO[row["kaksikielinen_kielilaki6"]],
        johtoryhmia_enintaan=int(row["johtoryhmia_enintaan_9p1"]),
    )


def _one_of(allowed: frozenset[str], value: str) -> str:
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {sorted(allowed)}")
    return value

"""A country of any size: copies of Päijät-Häme, each a county of its own, and their register.

Copies under one key would all be one county's groups, and every cross-file rule would look at all
of them: that is no workspace anyone has. So each copy gets its own county, areas and municipalities
in a generated register, and nothing else of it is changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from sopimukset import register
from sopimukset.register import Hyvinvointialue, Kunta, Register, Tyollisyysalue

ORIGINAL = "paijat-hame"
SOURCE = Path(__file__).resolve().parent.parent / "regions" / ORIGINAL

_KEYS = re.compile(
    r"^((?:.*[\s{])?(?:alue|tyollisyysalue|hyvinvointialue): (?:paijat-hame|lahti))\b", re.M
)
_PLACES = re.compile(r"(\bkunta: \w+)")


@dataclass(frozen=True)
class Country:
    """A workspace and the register that belongs to it."""

    root: Path
    names: tuple[str, ...]
    register: Register

    def sources(self, names: Iterable[str]) -> list[bytes]:
        """The bytes of all files of some regions."""
        folders = [self.root / "regions" / name for name in names]
        return [path.read_bytes() for folder in folders for path in sorted(folder.rglob("*.yaml"))]


def build(root: Path, size: int) -> Country:
    """Write `size` copies under `root/regions/` and make their register."""
    numbers = [f"{number:04}" for number in range(size)]
    for number in numbers:
        _write(root / "regions" / f"{ORIGINAL}-{number}", number)
    return Country(root, tuple(f"{ORIGINAL}-{number}" for number in numbers), _register(numbers))


def _write(folder: Path, number: str) -> None:
    for path in SOURCE.rglob("*.yaml"):
        text = _KEYS.sub(rf"\1-{number}", path.read_text("utf-8"))
        target = folder / path.relative_to(SOURCE)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_PLACES.sub(rf"\1 {number}", text), "utf-8")


def _register(numbers: list[str]) -> Register:
    real = register.load()
    county = real.hyvinvointialueet[ORIGINAL]
    areas = [real.tyollisyysalueet[key] for key in county.tyollisyysalueet]
    places = [real.kunnat[name] for name in county.kunnat]
    return Register(
        {item.avain: item for number in numbers for item in _counties(county, number)},
        {item.avain: item for number in numbers for item in _areas(areas, number)},
        {item.nimi_fi: item for number in numbers for item in _places(places, number)},
    )


def _counties(county: Hyvinvointialue, number: str) -> Iterator[Hyvinvointialue]:
    yield replace(
        county,
        avain=f"{county.avain}-{number}",
        tyollisyysalueet=tuple(f"{key}-{number}" for key in county.tyollisyysalueet),
        kunnat=tuple(f"{name} {number}" for name in county.kunnat),
    )


def _areas(areas: list[Tyollisyysalue], number: str) -> Iterator[Tyollisyysalue]:
    for area in areas:
        yield replace(
            area,
            avain=f"{area.avain}-{number}",
            kunnat=tuple(f"{name} {number}" for name in area.kunnat),
            hyvinvointialueet=tuple(f"{key}-{number}" for key in area.hyvinvointialueet),
        )


def _places(places: list[Kunta], number: str) -> Iterator[Kunta]:
    for place in places:
        yield replace(
            place,
            nimi_fi=f"{place.nimi_fi} {number}",
            nimi_sv=f"{place.nimi_sv} {number}",
            hyvinvointialue=f"{place.hyvinvointialue}-{number}",
            tyollisyysalue=f"{place.tyollisyysalue}-{number}",
        )

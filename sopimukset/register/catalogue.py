"""The register as a whole, with the questions that are asked of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sopimukset.register.entities import Hyvinvointialue, Kunta, Tyollisyysalue


@dataclass(frozen=True, slots=True, eq=False)
class Register:
    """Counties, employment areas and municipalities, and how they meet.

    Plain objects are enough to make one, so that a test or a benchmark can have its own country.
    Two registers are the same only if they are one object: comparing thousands of entries would
    be a slow way to learn what the caller knows.

    Attributes:
        hyvinvointialueet: counties and Helsinki by key.
        tyollisyysalueet: employment areas by key; the name space is another than the counties'.
        kunnat: municipalities by Finnish name, those of Åland included.
    """

    hyvinvointialueet: Mapping[str, Hyvinvointialue]
    tyollisyysalueet: Mapping[str, Tyollisyysalue]
    kunnat: Mapping[str, Kunta]
    _swedish: Mapping[str, Kunta] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        swedish = {kunta.nimi_sv: kunta for kunta in self.kunnat.values()}
        object.__setattr__(self, "_swedish", swedish)

    def kunta_named(self, name: str) -> Kunta | None:
        """The municipality of a Finnish or Swedish name (`Pietarsaari`, `Jakobstad`).

        The name must be spelt exactly; None where no municipality has it. A Finnish name goes
        before a Swedish one.
        """
        return self.kunnat.get(name) or self._swedish.get(name)

    def authorities_of(self, municipalities: Iterable[str]) -> tuple[str, ...]:
        """Keys of the employment areas whose authority has any of the municipalities, sorted.

        The authorities of a steering group follow from its territory (388/2024 1 § 2 mom). Names
        that are in no register and municipalities of Åland give none.
        """
        found = {kunta.tyollisyysalue for kunta in self._known(municipalities)}
        return tuple(sorted(filter(None, found)))

    def counties_of(self, municipalities: Iterable[str]) -> tuple[str, ...]:
        """Keys of the counties in which the municipalities lie, sorted; Åland gives none."""
        found = {kunta.hyvinvointialue for kunta in self._known(municipalities)}
        return tuple(sorted(filter(None, found)))

    def area_municipalities(self, area_key: str, county_key: str) -> tuple[str, ...]:
        """Finnish names of the municipalities that an area has in a county, in the area's order.

        Empty where the two don't meet, and where a key is unknown.
        """
        area = self.tyollisyysalueet.get(area_key)
        county = self.hyvinvointialueet.get(county_key)
        if area is None or county is None:
            return ()
        inside = set(county.kunnat)
        return tuple(name for name in area.kunnat if name in inside)

    def _known(self, municipalities: Iterable[str]) -> list[Kunta]:
        known, swedish = self.kunnat, self._swedish
        found = [known.get(name) or swedish.get(name) for name in municipalities]
        return list(filter(None, found))

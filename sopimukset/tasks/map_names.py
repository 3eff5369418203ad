"""What areas, counties and municipalities are called by those who describe a change of the map."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sopimukset.base.words import nearest
from sopimukset.model.perusta import Teksti
from sopimukset.register import Hyvinvointialue, Register, Tyollisyysalue
from sopimukset.tracking.holdings import Holdings

_KINDS = re.compile(r"\b(työllisyysalue|sysselsättningsområdet?|hyvinvointialue|välfärdsområde)\b")
_LETTERS = str.maketrans("åäö", "aao")


class MapNames:
    """Knows the register's keys and names, and those that parties use of themselves.

    Case, marks over letters and the words for an area's kind make no difference. A name that would
    mean two things means none.
    """

    def __init__(self, register: Register, regions: Iterable[Holdings] = ()) -> None:
        self._areas = _one_each(_named(register.tyollisyysalueet), _recorded(regions))
        self._counties = _one_each(_named(register.hyvinvointialueet))
        self._places = _one_each(
            (text, kunta.nimi_fi)
            for kunta in register.kunnat.values()
            for text in (kunta.nimi_fi, kunta.nimi_sv)
        )
        self.register = register

    def area(self, text: str) -> str | None:
        """The key of an employment area; None where nothing has that name."""
        return self._areas.get(_folded(text))

    def county(self, text: str) -> str | None:
        """The key of a county; None where nothing has that name."""
        return self._counties.get(_folded(text))

    def municipality(self, text: str) -> str | None:
        """The Finnish name of a municipality; None where none has that name."""
        exact = self.register.kunta_named(text)
        return exact.nimi_fi if exact else self._places.get(_folded(text))

    def area_meant(self, text: str) -> str | None:
        """The area that an unknown name may mean: that of a municipality, else the nearest one."""
        place = self.register.kunnat.get(self.municipality(text) or "")
        return (place.tyollisyysalue if place else None) or _near(text, self._areas)

    def county_meant(self, text: str) -> str | None:
        """The county that an unknown name may mean: that of a municipality, else the nearest."""
        place = self.register.kunnat.get(self.municipality(text) or "")
        return (place.hyvinvointialue if place else None) or _near(text, self._counties)

    def municipality_meant(self, text: str) -> str | None:
        """The municipality that an unknown name may mean."""
        return _near(text, self._places)


def _named(
    entities: Mapping[str, Tyollisyysalue] | Mapping[str, Hyvinvointialue],
) -> Iterator[tuple[str, str]]:
    for key, item in entities.items():
        yield from ((text, key) for text in (key, item.nimi_fi, item.nimi_sv))


def _recorded(regions: Iterable[Holdings]) -> Iterator[tuple[str, str]]:
    """Names by which the authorities of the records call themselves (Sydösterbotten: Suupohja)."""
    for holdings in regions:
        for party in holdings.alue.osapuolet:
            key = party.tyollisyysalue
            if key is not None and key in holdings.register.tyollisyysalueet:
                yield from ((text, key) for text in _texts(party.nimi))


def _texts(name: Teksti | None) -> Iterator[str]:
    texts = (name,) if isinstance(name, str | None) else (name.fi, name.sv)
    yield from filter(None, texts)


def _one_each(*sources: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What each folded name means; a source goes before those behind it."""
    found: dict[str, str] = {}
    for source in sources:
        own: dict[str, set[str]] = {}
        for text, key in source:
            own.setdefault(_folded(text), set()).add(key)
        for text, keys in own.items():
            if len(keys) == 1:
                found.setdefault(text, *keys)
    return found


def _folded(text: str) -> str:
    bare = _KINDS.sub("", text.casefold()).translate(_LETTERS)
    return "-".join(re.findall(r"\w+", bare))


def _near(text: str, names: Mapping[str, str]) -> str | None:
    found = nearest(_folded(text), names)
    return names[found] if found else None

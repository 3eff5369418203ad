"""T31: the parts of a follow-up's figure are together the whole that is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from sopimukset.base.periods import Period, covers
from sopimukset.findings import Severity
from sopimukset.law.files import FileCase
from sopimukset.law.recorded import Recorded
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.law.rules._followups import group_of, worth
from sopimukset.model import Seuranta
from sopimukset.tracking.followup.cells import Place, place_in
from sopimukset.tracking.followup.periods import Followed, days_of, followed
from sopimukset.tracking.quantities import told_number

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase
    from sopimukset.register import Mittari

MORE = "Mittarin {mittari} osien summa {summa} on suurempi kuin kokonaisuus {koko}."
LESS = (
    "Mittarin {mittari} osien summa {summa} on pienempi kuin kokonaisuus {koko}, vaikka jokainen "
    "osa on kirjattu."
)
PERIODS = (
    "Mittarin {mittari} luku {koko} on muu kuin siihen sisältyvien seurantajaksojen summa {summa}."
)
OTHER = "Sama luku on kirjattu mittarille {mittari} toisena: {toinen}."
ADVICE = "Tarkista luvut. Osat ovat luokkia, viranomaisia tai kuntia."
ONE = "Tarkista, kumpi luku on oikea."
TIME_ADVICE = "Tarkista luvut. Vuoden luku on sen puolivuosien summa."

CLASS, AUTHORITY, MUNICIPALITY = Place._fields

NOTHING = Decimal(0)


class Figure(NamedTuple):
    """A number that adds up.

    Attributes:
        path: its place.
        item: its indicator.
        part: the field that holds it.
        place: what it is of.
        value: the number.
    """

    path: Path
    item: Mittari
    part: str
    place: Place
    value: Decimal


Series = Mapping[tuple[str, str], Mapping[Place, Figure]]
"""The figures by indicator and field, and by what they are of."""


def check(file: FileCase) -> Iterator[Hit]:
    """Wholes that their classes, authorities or municipalities contradict."""
    if not isinstance(file.model, Seuranta):
        return
    figures = [figure for one in file.recorded for figure in _figures(one)]
    group = group_of(file, file.model.johtoryhma)
    series: dict[tuple[str, str], dict[Place, Figure]] = {}
    for figure in figures:
        series.setdefault((figure.item.avain, figure.part), {}).setdefault(figure.place, figure)
    for own in series.values():
        lent = _lent(own, series)
        if lent:
            yield from _same(own, lent)
        wholes = {**lent, **own} if lent else own
        if len(wholes) < 2:
            continue  # there is no part beside the whole
        for (way, place), parts in _parts(own.values()).items():
            if place in wholes:
                yield from _sum(wholes[place], way, parts, group)
    yield from _over_time(file, file.model, figures)


def _figures(one: Recorded) -> Iterator[Figure]:
    """The numbers of a row that add up: counts and the parts of shares, no medians and means."""
    item = one.item
    if item is None:
        return
    told: tuple[tuple[str, Decimal | None], ...] = ()
    if item.laji == "maara":
        told = (("arvo", one.arvo),)
    elif item.laji == "osuus":
        told = (("osoittaja", one.osoittaja), ("nimittaja", one.nimittaja))
    for part, value in told:
        if value is not None:
            yield Figure((*one.path, part), item, part, one.place, value)


def _parts(figures: Iterable[Figure]) -> Mapping[tuple[str, Place], list[Figure]]:
    """The figures into which a whole is divided, by the way and by what the whole is of.

    A municipality is a part of its authority's whole, and of the group's.
    """
    found: dict[tuple[str, Place], list[Figure]] = {}
    for figure in figures:
        luokka, authority, town = figure.place
        if luokka is not None:
            found.setdefault((CLASS, Place(None, authority, town)), []).append(figure)
        if authority is not None:
            found.setdefault((AUTHORITY, Place(luokka, None, town)), []).append(figure)
        if town is not None:
            for of in {authority, None}:
                found.setdefault((MUNICIPALITY, Place(luokka, of, None)), []).append(figure)
    return found


def _sum(
    whole: Figure, way: str, parts: Sequence[Figure], group: GroupCase | None
) -> Iterator[Hit]:
    total = sum([part.value for part in parts], NOTHING)
    if total == whole.value:  # as mostly
        return
    item = parts[0].item
    values = {
        "mittari": item.avain,
        "summa": told_number(total),
        "koko": told_number(whole.value),
    }
    if total > whole.value:
        yield Hit(whole.path, MORE, ADVICE, values)
        return
    told = {getattr(part.place, way) for part in parts}
    if told.issuperset(item.luokat) if way == CLASS else _complete(told, way, whole, group):
        yield Hit(whole.path, LESS, ADVICE, values)


def _complete(told: Set[str], way: str, whole: Figure, group: GroupCase | None) -> bool:
    """Whether all authorities or municipalities are told; no, where it isn't known which."""
    if group is None or group.municipalities is None:
        return False
    if way == AUTHORITY:
        return {group.region.role(party) for party in told}.issuperset(group.authorities)
    authorities, of = group.region.authorities, whole.place.viranomainen
    return told == {name for name in group.municipalities if of in (None, authorities.get(name))}


def _lent(own: Mapping[Place, Figure], series: Series) -> dict[Place, Figure]:
    """What another indicator records of the same people (the catalogue tells which)."""
    first = next(iter(own.values()))
    if first.item.sama_kuin is None:
        return {}
    key, luokka = first.item.sama_kuin
    others = series.get((key, first.part), {})
    return {
        place._replace(luokka=None): figure
        for place, figure in others.items()
        if place.luokka == luokka
    }


def _same(own: Mapping[Place, Figure], lent: Mapping[Place, Figure]) -> Iterator[Hit]:
    """Figures of the same people under two indicators that differ."""
    for place, figure in own.items():
        other = lent.get(place)
        if other is not None and other.value != figure.value:
            values = {"mittari": other.item.avain, "toinen": told_number(other.value)}
            yield Hit(figure.path, OTHER, ONE, values)


def _over_time(file: FileCase, model: Seuranta, figures: list[Figure]) -> Iterator[Hit]:
    """Counts of a year that its half-years contradict; a state of a day doesn't add up."""
    inside = _inside(file, model)
    wholes = [figure for figure in figures if figure.item.kertyva] if inside else []
    if not wholes:
        return
    days = days_of(model)
    told = [_values(one.item, {figure.item.avain for figure in wholes}) for one in inside]
    complete = days is not None and covers(days, [one.days for one in inside])
    for whole in wholes:
        found = [own.get((whole.item.avain, whole.part, whole.place)) for own in told]
        known = [value for value in found if value is not None]
        total = sum(known, NOTHING)
        full = complete and len(known) == len(found)
        if total > whole.value or (full and total != whole.value):
            values = {"summa": told_number(total), "koko": told_number(whole.value)}
            values["mittari"] = whole.item.avain
            yield Hit(whole.path, PERIODS, TIME_ADVICE, values)


def _inside(file: FileCase, model: Seuranta) -> list[Followed]:
    """The follow-ups of the same group whose periods lie in its own, one after another."""
    days = days_of(model)
    if days is None or file.region is None:
        return []
    mates = file.region.follow_ups_by_group.get(model.johtoryhma, [])
    shorter = [item for item in mates if _is_within(days_of(item), days)]
    found: list[Followed] = []
    for one in followed(shorter):
        if not found or found[-1].days.end < one.days.start:
            found.append(one)
    return found


def _is_within(part: Period | None, days: Period) -> bool:
    """Whether a period is a part of another one, not all of it."""
    return part is not None and part != days and days.intersection(part) == part


def _values(model: Seuranta, wanted: set[str]) -> Mapping[tuple[str, str, Place], Decimal]:
    """The numbers of a follow-up by indicator, field and place, those of some indicators."""
    found: dict[tuple[str, str, Place], Decimal] = {}
    for item in model.mittarit:
        row: dict[str, Any] = item.__dict__
        if row["mittari"] in wanted:
            place = place_in(row, {})
            for part in ("arvo", "osoittaja", "nimittaja"):
                if row[part] is not None:
                    found.setdefault((row["mittari"], part, place), row[part])
    return found


RULE = Rule(
    code="T31",
    title="Seurannan luvun osat ovat yhteensä kirjattu kokonaisuus",
    severity=Severity.WARNING,
    citations=(),
    grade="",
    decides="Seurantajakson viimeinen päivä ratkaisee, mikä luettelon versio on käytössä.",
    scope=Scope.FILE,
    check=check,
    worth=worth,
)

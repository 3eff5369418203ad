"""Values of indicators out of a table: each held against the catalogue and the region."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.model import Alue, Johtoryhma
from sopimukset.model.perusta import tekstina
from sopimukset.register import Mittari, Mittariluettelo, Register
from sopimukset.tasks.importing.columns import INDICATOR, folded
from sopimukset.tasks.importing.rows import TWICE, Entry, RowReader
from sopimukset.tracking.quantities import told_number
from sopimukset.tracking.territory import municipalities

AUTHORITY = "tyovoimaviranomainen"
WHOLE = frozenset(
    {"yhteensa", "kaikki", "koko alue", "summa", "totalt", "sammanlagt", "total", "all"}
)
"""How a table writes that a row is of the whole territory."""
KEY = ("mittari", "luokka", AUTHORITY, "kunta")
"""What tells two values of a follow-up apart."""

MEANT = mark("{viesti} Tarkoititko: {meant}?")
NO_INDICATOR = mark("mittaria {annettu} ei ole mittariluettelossa.")
NO_KEY = mark("mittari puuttuu")
NO_CLASSES = mark("mittarilla {mittari} ei ole luokkia")
STRANGE_CLASS = mark("luokkaa {annettu} ei ole. Luokat: {luokat}")
STRANGE_AUTHORITY = mark("työvoimaviranomaista {annettu} ei ole alueen osapuolissa.")
STRANGE_MUNICIPALITY = mark("kunta {annettu} ei kuulu johtoryhmän toimialueeseen.")
SENSELESS = mark("arvo {arvo} ei ole mahdollinen: mittarin {mittari} arvo on {alaraja}–{ylaraja}")
NOT_WHOLE = mark("arvo {arvo} ei ole kokonaisluku, vaikka mittari {mittari} on lukumäärä")
NOT_SHARE = mark("osoittaja ja nimittäjä kuuluvat vain osuuteen, eikä {mittari} ole osuus")
TOO_MUCH = mark("osoittaja on suurempi kuin nimittäjä")


@dataclass(frozen=True, slots=True)
class Ground:
    """What values are held against.

    Attributes:
        day: the period's last day, which decides the version of an indicator.
        constants: fields that every row has alike.
    """

    alue: Alue
    group: Johtoryhma
    day: date
    catalogue: Mittariluettelo
    register: Register
    constants: Mapping[str, str]


def entries(readers: Iterable[RowReader], ground: Ground) -> tuple[list[Entry], list[RowReader]]:
    """The values that a table holds, and the rows, whose refusals tell what isn't taken."""
    taken: dict[tuple[object, ...], Entry] = {}
    seen: list[RowReader] = []
    for reader in readers:
        seen.append(reader)
        for entry in _of_row(reader, ground):
            other = taken.setdefault(key_of(entry.values), entry)
            if other is not entry:
                reader.refuse(entry.target, say(TWICE).format(rivi=other.reader.row))
    return list(taken.values()), seen


def key_of(values: Mapping[str, object]) -> tuple[object, ...]:
    """What tells a value apart from the others of its follow-up."""
    return tuple(values.get(field) for field in KEY)


def _of_row(reader: RowReader, ground: Ground) -> Iterator[Entry]:
    """One entry of a row with a column for the indicator, else one for each indicator's column."""
    before = len(reader.refusals)
    shared = dict(_shared(reader, ground))
    refused = len(reader.refusals) > before
    wide = [target for target in reader.heads if target.startswith(INDICATOR)]
    for target in wide or ("arvo",):
        entry = _entry(reader, target, shared, ground)
        if entry is not None and not refused:  # its faults are told beside the row's own
            yield entry


def _shared(reader: RowReader, ground: Ground) -> Iterator[tuple[str, str]]:
    """What all values of a row have alike: authority, municipality, source, explanation."""
    given = {
        field: reader.text(field) or ground.constants.get(field)
        for field in (AUTHORITY, "kunta", "lahde", "selite")
    }
    authority, municipality = given[AUTHORITY], given["kunta"]
    if authority and folded(authority) not in WHOLE:
        found = _authority(authority, ground)
        if found is None:
            known = _authorities(ground)
            _refuse_name(reader, AUTHORITY, STRANGE_AUTHORITY, authority, known)
        else:
            yield AUTHORITY, found
    if municipality and folded(municipality) not in WHOLE:
        kunta = ground.register.kunta_named(municipality)
        own = municipalities(ground.group, ground.alue.alue, ground.register)
        if kunta is None or (own is not None and kunta.nimi_fi not in own):
            _refuse_name(reader, "kunta", STRANGE_MUNICIPALITY, municipality, own or ())
        else:
            yield "kunta", kunta.nimi_fi
    for field in ("lahde", "selite"):
        text = given[field]
        if text:
            yield field, text


def _refuse_name(
    reader: RowReader, target: str, text: str, given: str, known: Iterable[str]
) -> None:
    reader.refuse(target, _refused_name(text, given, {name: name for name in known}))


def _refused_name(text: str, given: str, known: Mapping[str, str]) -> str:
    """What is wrong with a name, and what may be meant.

    Args:
        text: what is wrong.
        given: the name.
        known: what each name that is known is suggested as.
    """
    told = say(text).format(annettu=given)
    meant = nearest(given, known)
    return say(MEANT).format(viesti=told, meant=known[meant]) if meant else told


def _authority(given: str, ground: Ground) -> str | None:
    """The party that a name means: its key, its own name, or that of its area."""
    return {folded(name): key for name, key in _authorities(ground).items()}.get(folded(given))


def _authorities(ground: Ground) -> dict[str, str]:
    """The region's authorities by every name that a table may call them."""
    names: dict[str, str] = {}
    for party in ground.alue.osapuolet:
        if party.rooli != AUTHORITY:
            continue
        area = ground.register.tyollisyysalueet.get(party.tyollisyysalue or "")
        told = [party.tunnus, party.tyollisyysalue, *((area.nimi_fi, area.nimi_sv) if area else ())]
        told += [
            tekstina(text, kieli)
            for text in (party.nimi, party.oikeushenkilo)
            for kieli in ("fi", "sv")
        ]
        names |= {name: party.tunnus for name in told if name}
    return names


def _entry(
    reader: RowReader, target: str, shared: Mapping[str, str], ground: Ground
) -> Entry | None:
    """One value; None where its cell is empty in a column of its own, or where it is refused."""
    before = len(reader.refusals)
    numbers = dict(_numbers(reader, target))
    if not numbers:  # an empty cell, a dash or dots: there is no value
        return None
    indicator, klass = _indicator(reader, target, ground)
    if indicator is None:
        return None
    _sensible(reader, target, indicator, numbers)
    if len(reader.refusals) > before:
        return None
    named = {"mittari": indicator.avain, "luokka": klass}
    last = {field: shared.get(field) for field in (AUTHORITY, "kunta", "lahde", "selite")}
    values = {**named, **{key: _plain(value) for key, value in numbers.items()}, **last}
    return Entry(reader, target, {key: value for key, value in values.items() if value is not None})


def _numbers(reader: RowReader, target: str) -> Iterator[tuple[str, Decimal]]:
    fields = {"arvo": target}
    if not target.startswith(INDICATOR):
        fields |= {"osoittaja": "osoittaja", "nimittaja": "nimittaja"}
    for name, column in fields.items():
        found = reader.number(column)
        if found is not None:
            yield name, found


def _plain(value: Decimal) -> int | Decimal:
    """A whole number without a decimal point, as a person writes it."""
    return int(value) if value == value.to_integral_value() else value.normalize()


def _indicator(reader: RowReader, target: str, ground: Ground) -> tuple[Mittari | None, str | None]:
    """The indicator of a value and the key of its class."""
    if target.startswith(INDICATOR):
        given, _, klass = target.removeprefix(INDICATOR).partition("/")
        place = target
    else:
        given, klass = reader.text("mittari") or ground.constants.get("mittari", ""), ""
        place = "mittari"
    klass = klass or reader.text("luokka") or ground.constants.get("luokka", "")
    found = _named(given, ground)
    if found is None:
        if given:
            told = _refused_name(NO_INDICATOR, given, _indicator_names(ground))
            reader.refuse(place, told)
        else:
            reader.refuse(place, say(NO_KEY))
        return None, None
    return (found, None) if not klass else _with_class(reader, found, klass, ground)


def _indicator_names(ground: Ground) -> dict[str, str]:
    """Every name of an indicator, with the key behind the names; a key is suggested as it is."""
    return {
        name: name if name == item.avain else f"{name} ({item.avain})"
        for item in ground.catalogue.voimassa(ground.day)
        for name in (item.nimi.fi, item.nimi.sv, item.nimi.en, item.avain)
    }


def _named(given: str, ground: Ground) -> Mittari | None:
    wanted = folded(given)
    for item in ground.catalogue.voimassa(ground.day):
        if wanted in {
            folded(name) for name in (item.avain, item.nimi.fi, item.nimi.sv, item.nimi.en)
        }:
            return item
    return None


def _with_class(
    reader: RowReader, indicator: Mittari, given: str, ground: Ground
) -> tuple[Mittari | None, str | None]:
    place = "luokka" if "luokka" in reader.heads else "mittari"
    if indicator.luokitus is None:
        reader.refuse(place, say(NO_CLASSES).format(mittari=indicator.avain))
        return None, None
    words = ground.catalogue.sanat[indicator.luokitus]
    for key, name in words.items():
        if folded(given) in {folded(text) for text in (key, name.fi, name.sv, name.en)}:
            return indicator, key
    known = ", ".join(words)
    reader.refuse(place, say(STRANGE_CLASS).format(annettu=given, luokat=known))
    return None, None


def _sensible(
    reader: RowReader, target: str, indicator: Mittari, numbers: Mapping[str, Decimal]
) -> None:
    """Refuse what can't be: outside the limits of sense, half a person, more than all."""
    value = numbers.get("arvo")
    if value is not None and not indicator.alaraja <= value <= indicator.ylaraja:
        limits = {
            "alaraja": told_number(indicator.alaraja),
            "ylaraja": told_number(indicator.ylaraja),
        }
        told = say(SENSELESS).format(arvo=told_number(value), mittari=indicator.avain, **limits)
        reader.refuse(target, told)
    elif value is not None and indicator.laji == "maara" and value != value.to_integral_value():
        reader.refuse(
            target, say(NOT_WHOLE).format(arvo=told_number(value), mittari=indicator.avain)
        )
    parts = numbers.get("osoittaja"), numbers.get("nimittaja")
    if parts != (None, None) and indicator.laji != "osuus":
        reader.refuse("osoittaja", say(NOT_SHARE).format(mittari=indicator.avain))
    elif parts[0] is not None and parts[1] is not None and parts[0] > parts[1]:
        reader.refuse("osoittaja", say(TOO_MUCH))

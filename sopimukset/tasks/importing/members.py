"""Members out of a table: seats with who is named to them, and their personal deputies.

388/2024 1 § 2 mom: each party names its members and a personal deputy for each. Titles are enough;
a column of names is taken only where a description of the table says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sopimukset import register
from sopimukset.base.dates import told_period
from sopimukset.base.names import looks_like_a_name, may_name
from sopimukset.base.periods import Period, period
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys, nearest
from sopimukset.model import Alue, Jasenyys, Johtoryhma
from sopimukset.model.perusta import Teksti, tekstina
from sopimukset.tasks.importing.columns import folded
from sopimukset.tasks.importing.rows import RowReader
from sopimukset.tracking.party_names import party_name
from sopimukset.tracking.roles import role_of

MEANT = mark("{viesti} Tarkoititko: {meant}?")
STRANGE_PARTY = mark("osapuolta {annettu} ei ole alueen tiedoissa.")
NO_PARTY = mark("nimeäjä puuttuu")
NO_TITLE = mark("nimike puuttuu")
A_NAME = mark(
    "solu näyttää henkilön nimeltä: kirjoita tehtävänimike pienellä alkukirjaimella. Nimiä ei tuoda"
)
NO_START = mark("alkamispäivä puuttuu")
BACKWARDS = mark("päättymispäivä on ennen alkamispäivää")
HELD = mark(
    "jäsenyydessä {jasen} on jo toinen nimetty {jakso}: kirjaa ensin hänen viimeinen päivänsä"
)
OTHER_PARTY = mark("jäsenyyden {jasen} nimeää {nimeaja}, ei {annettu}")
STRANGE_KEY = mark(
    "{annettu} ei kelpaa tunnukseksi: vain pieniä kirjaimia a–z, numeroita ja yhdysmerkkejä"
)
AN_OFFICE = mark("tehtävää {annettu} ei tuoda jäsenyytenä: kirjaa se kohtaan {kohta}")
BESIDE = mark(
    "Uusi jäsenyys {jasen}: osapuolella {osapuoli} on jo {vanhat}. Jos haltija vaihtuu, kirjaa "
    "nykyisen viimeinen päivä (paattyen) ja anna taulukossa jäsenyyden tunnus sarakkeessa «jäsen»."
)
WITH_TITLE = mark("{jasen} ({nimike})")
_SHORT_NAMES = (register.KELA.lyhenne_fi, register.KELA.lyhenne_sv)
"""Of Kela, which a table may use whatever the record calls it."""

OFFICES = {
    "puheenjohtaja": "puheenjohtaja",
    "ordforande": "puheenjohtaja",
    "chair": "puheenjohtaja",
    "varapuheenjohtaja": "varapuheenjohtaja",
    "vice ordforande": "varapuheenjohtaja",
    "sihteeri": "sihteeri",
    "sekreterare": "sihteeri",
}
"""Offices over a seat or beside it, which have a place of their own in the record."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who a row names, and where that goes.

    Attributes:
        seat: the key of the seat.
        index: the seat's number in the group's list; None for a new seat.
        party: who names.
        task: of a new seat, where it is given.
        holder: the keys of the member's entry.
        deputy: the keys of the deputy's entry; empty without one.
        known: whether the same stands in the record already.
    """

    reader: RowReader
    seat: str
    index: int | None
    party: str
    task: str | None
    holder: Mapping[str, Any]
    deputy: Mapping[str, Any]
    known: bool

    def as_seat(self) -> dict[str, Any]:
        """The new seat as the record holds it."""
        task = {"tehtava": self.task} if self.task else {}
        seat = {"tunnus": self.seat, "nimeaja": self.party, **task, "nimetyt": [self.holder]}
        return {**seat, "varajasenet": [self.deputy]} if self.deputy else seat


def named(
    readers: Iterable[RowReader], alue: Alue, group: Johtoryhma
) -> tuple[list[Named], list[RowReader]]:
    """Who a table names, and the rows, whose refusals tell what isn't taken."""
    taken: list[Named] = []
    seen: list[RowReader] = []
    for reader in readers:
        seen.append(reader)
        found = _of_row(reader, alue, group, taken)
        if found is not None:
            taken.append(found)
    return taken, seen


def beside_others(new: Iterable[Named], alue: Alue, group: Johtoryhma) -> Iterator[str]:
    """A sentence on each new seat of a party that holds another one in the same days.

    A change of holder is easily written as a row without the seat's key, and then becomes a second
    seat.
    """
    roles = {party.tunnus: role_of(party) for party in alue.osapuolet}
    for item in new:
        span = period(item.holder["alkaen"], item.holder.get("paattyen"))
        old = [
            _with_title(seat, holder.nimike)
            for seat in group.jasenet
            if seat.nimeaja == item.party
            for holder in seat.nimetyt
            if span is not None and holder.jakso is not None and holder.jakso.overlaps(span)
        ]
        if old:
            name = party_name(roles[item.party], register.load())
            told = {"jasen": item.seat, "osapuoli": name, "vanhat": listed_keys(old)}
            yield say(BESIDE).format(**told)


def _with_title(seat: Jasenyys, title: Teksti | None) -> str:
    """A seat with its holder's title, unless that may be a name."""
    told = tekstina(title, "fi") or tekstina(title, "sv")
    if not told or may_name(told, ()):
        return seat.tunnus
    return say(WITH_TITLE).format(jasen=seat.tunnus, nimike=told)


def _of_row(reader: RowReader, alue: Alue, group: Johtoryhma, taken: list[Named]) -> Named | None:
    holder, deputy = _holder(reader), _deputy(reader)
    span = _span(reader)
    _no_office(reader)
    index = _seat(reader, group)
    party = _party(reader, alue, group.jasenet[index] if index is not None else None)
    if reader.refusals or party is None or span is None:
        return None
    key = reader.text("jasen")
    known = _same(group, party, index, holder)
    if known is not None:
        return Named(reader, known, None, party, None, holder, deputy, known=True)
    if key is None:
        key = _free_key(party, group, taken)
    elif index is not None and not _is_free(reader, group.jasenet[index], span):
        return None
    return Named(reader, key, index, party, reader.text("tehtava"), holder, deputy, known=False)


def _no_office(reader: RowReader) -> None:
    """Refuse an office that stands where a seat's own task belongs."""
    task = reader.text("tehtava")
    place = OFFICES.get(folded(task or ""))
    if place is not None:
        reader.refuse("tehtava", say(AN_OFFICE).format(annettu=task, kohta=place))


def _holder(reader: RowReader) -> dict[str, Any]:
    """The entry of the member in the model's order."""
    title = _title(reader, "nimike")
    if title is None and not _refused(reader, "nimike"):
        reader.refuse("nimike", say(NO_TITLE))
    entry: dict[str, Any] = {
        "nimike": title,
        "nimi": reader.text("nimi"),
        "henkilo": reader.text("henkilo"),
        "alkaen": reader.day("alkaen"),
        "paattyen": reader.day("paattyen"),
        "paatos": _decision(reader),
    }
    return {key: value for key, value in entry.items() if value}


def _title(reader: RowReader, target: str) -> str | None:
    """A title; a person's name in its place is refused, and not repeated in the report."""
    title = reader.text(target)
    if title is not None and looks_like_a_name(title):
        reader.refuse(target, say(A_NAME))
        return None
    return title


def _refused(reader: RowReader, target: str) -> bool:
    """Whether the cell of a field has been refused already."""
    head = reader.head(target)
    return any(head and item.head == head for item in reader.refusals)


def _deputy(reader: RowReader) -> dict[str, Any]:
    title = _title(reader, "varajasen")
    if title is None:
        return {}
    entry = {"nimike": title, "alkaen": reader.day("alkaen"), "paattyen": reader.day("paattyen")}
    return {key: value for key, value in entry.items() if value}


def _decision(reader: RowReader) -> dict[str, Any]:
    section = reader.number("pykala") if "pykala" in reader.heads else None
    entry = {
        "tekija": reader.text("tekija"),
        "pvm": reader.day("paatospvm"),
        "pykala": int(section) if section is not None else None,
        "asiatunnus": reader.text("asiatunnus"),
    }
    return {key: value for key, value in entry.items() if value}


def _span(reader: RowReader) -> Period | None:
    start: date | None = reader.day("alkaen")
    end = reader.day("paattyen")
    if start is None:
        if not _refused(reader, "alkaen"):
            reader.refuse("alkaen", say(NO_START))
        return None
    found = period(start, end)
    if found is None:
        reader.refuse("paattyen", say(BACKWARDS))
    return found


def _party(reader: RowReader, alue: Alue, seat: Jasenyys | None) -> str | None:
    """The party that a row means, else the one that names to the seat."""
    given = reader.text("nimeaja")
    own = seat.nimeaja if seat else None
    if given is None:
        if own is None:
            reader.refuse("nimeaja" if "nimeaja" in reader.heads else "jasen", say(NO_PARTY))
        return own
    names = _party_names(alue)
    found = {folded(name): key for name, key in names.items()}.get(folded(given))
    if found is None:
        told = say(STRANGE_PARTY).format(annettu=given)
        meant = nearest(given, names)
        told = say(MEANT).format(viesti=told, meant=meant) if meant else told
        reader.refuse("nimeaja", told)
    elif seat is not None and own is not None and own != found:
        values = {"jasen": seat.tunnus, "nimeaja": own, "annettu": found}
        reader.refuse("nimeaja", say(OTHER_PARTY).format(**values))
    return found


def _party_names(alue: Alue) -> dict[str, str]:
    names: dict[str, str] = {}
    for party in alue.osapuolet:
        told = [party.tunnus, *(_SHORT_NAMES if party.rooli == "kela" else ())]
        texts = (party.nimi, party.oikeushenkilo)
        told += [
            text for item in texts for kieli in ("fi", "sv") if (text := tekstina(item, kieli))
        ]
        names |= dict.fromkeys(told, party.tunnus)
    return names


def _seat(reader: RowReader, group: Johtoryhma) -> int | None:
    """The number of the seat that a row names; None for a new one."""
    key = reader.text("jasen")
    if key is None:
        return None
    if folded(key).replace(" ", "-") != key:
        reader.refuse("jasen", say(STRANGE_KEY).format(annettu=key))
    keys = [seat.tunnus for seat in group.jasenet]
    return keys.index(key) if key in keys else None


def _free_key(party: str, group: Johtoryhma, taken: Iterable[Named]) -> str:
    used = {seat.tunnus for seat in group.jasenet} | {item.seat for item in taken}
    number = 1
    while f"{party}-{number}" in used:
        number += 1
    return f"{party}-{number}"


def _same(
    group: Johtoryhma, party: str, index: int | None, holder: Mapping[str, Any]
) -> str | None:
    """The seat that holds the same person of the same party from the same day; None without one."""
    seats = group.jasenet if index is None else (group.jasenet[index],)
    for seat in seats:
        for item in seat.nimetyt:
            same = tekstina(item.nimike, "fi") == holder.get("nimike")
            if seat.nimeaja == party and same and item.alkaen == holder.get("alkaen"):
                return seat.tunnus
    return None


def _is_free(reader: RowReader, seat: Jasenyys, span: Period) -> bool:
    """Whether nobody else holds the seat in those days; refused where somebody does."""
    for item in seat.nimetyt:
        if item.jakso is not None and item.jakso.overlaps(span):
            told = say(HELD).format(jasen=seat.tunnus, jakso=told_period(item.jakso))
            reader.refuse("alkaen", told)
            return False
    return True

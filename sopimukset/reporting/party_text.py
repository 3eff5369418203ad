"""One party over all groups, for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys
from sopimukset.reporting.cells import safe, wrapped
from sopimukset.reporting.group_names import group_name
from sopimukset.reporting.status_text import EXAMPLE, EXAMPLES
from sopimukset.reporting.status_words import NOT_RECORDED
from sopimukset.tracking.clashes import Clash
from sopimukset.tracking.gatherings import Gathering
from sopimukset.tracking.party_names import party_name
from sopimukset.tracking.party_view import (
    PartyGroup,
    PartyPool,
    PartySeat,
    PartyStaff,
    PartyView,
)
from sopimukset.tracking.quantities import told_number

UNITS = {
    "htv": mark("htv"),
    "henkiloa": mark("henkilöä"),
    "tuntia-viikossa": mark("tuntia viikossa"),
    "": mark("yksikköä ei ole kirjattu"),
}
OVERLAP = {
    True: mark("kellonajat menevät päällekkäin"),
    False: mark("kellonajat eivät mene päällekkäin"),
    None: mark("kaikkia kellonaikoja ei ole kirjattu"),
}
TOTAL = mark(
    "sovittu {sovittu} {yksikko}; riveillä, joiden toteuma on kirjattu, sovittu {verrattu} ja "
    "toteutunut {toteutunut}"
)
POOL = mark(
    "{alue}: luvattu yhteensä {luvattu} {yksikko}, osoitettu johtoryhmille {osoitettu}, "
    "osoittamatta {jaljella}"
)
OVER = mark(
    "{alue}: luvattu yhteensä {luvattu} {yksikko}, osoitettu johtoryhmille {osoitettu}, eli "
    "{ylitys} enemmän kuin on luvattu"
)
AWAY = mark(
    "{varanto}; osoitetusta {maara} {yksikko} on yhteisessä johtoryhmässä, jonka tiedot ovat "
    "toisen alueen tiedostossa"
)
_INDENT = "  "


def render(view: PartyView, as_of: date, *, colour: bool, width: int) -> str:
    """The page of a party."""
    del colour
    return "\n".join(_lines(view, as_of, width))


def _lines(view: PartyView, as_of: date, width: int) -> Iterator[str]:
    if not view.groups:
        yield say("Osapuoli ei ole minkään kirjatun johtoryhmän jäsen.")
        return
    name = party_name(view.role, view.groups[0].holdings.register)
    title = say("{osapuoli} {paiva}: johtoryhmiä {maara}")
    yield title.format(osapuoli=name, paiva=told_day(as_of), maara=len(view.groups))
    for item in view.groups:
        yield ""
        yield from _group(item, width)
    yield ""
    yield say("Päällekkäiset kokoukset")
    for clash in view.clashes:
        yield from wrapped(_clash(clash, view), width, f"{_INDENT}- ", _INDENT * 2)
    if not view.clashes:
        yield f"{_INDENT}{say('Ei päällekkäisiä kokouksia kirjatuissa ja luvatuissa kokouksissa.')}"
    yield ""
    yield from _totals(view, width)
    yield ""
    yield from _pools(view, width)


def _group(item: PartyGroup, width: int) -> Iterator[str]:
    example = f" {EXAMPLE}" if item.holdings.alue.kuvitteellinen else ""
    name = group_name(item.holdings.alue, item.group)
    yield safe(f"{item.holdings.name}{example}: {name}")
    for seat in item.seats:
        yield from wrapped(_seat(item, seat), width, _INDENT, _INDENT * 2)
    if not item.seats:
        yield f"{_INDENT}{say('jäsenyyttä ei ole kirjattu')}"
    days = [_gathering(gathering) for gathering in item.gatherings]
    told = listed_keys(days) if days else say(NOT_RECORDED)
    yield from wrapped(f"{say('kokoukset')}: {told}", width, _INDENT, _INDENT * 2)
    staff = "; ".join(_staff(item, row) for row in item.staff) or say(NOT_RECORDED)
    yield from wrapped(f"{say('henkilöstö')}: {staff}", width, _INDENT, _INDENT * 2)


def _seat(item: PartyGroup, seat: PartySeat) -> str:
    members = [item.holdings.spoken(person.nimike) for person in seat.members]
    deputies = [item.holdings.spoken(person.nimike) for person in seat.deputies]
    return say("jäsen: {jasen}; varajäsen: {varajasen}").format(
        jasen=", ".join(filter(None, members)) or say(NOT_RECORDED),
        varajasen=", ".join(filter(None, deputies)) or say(NOT_RECORDED),
    )


def _gathering(item: Gathering) -> str:
    told = told_day(item.day)
    if item.start is not None:
        told = say("{paiva} klo {aika}").format(
            paiva=told, aika=f"{item.start // 60}.{item.start % 60:02}"
        )
    return told


def _staff(item: PartyGroup, staff: PartyStaff) -> str:
    row = staff.row
    amount = told_number(row.maara) if row.maara is not None else say(NOT_RECORDED)
    task = item.holdings.spoken(row.tehtava) or row.tunnus
    told = f"{task} {amount} {say(UNITS[row.yksikko or ''])}"
    if staff.realised is None or staff.period is None:
        return say("{rivi}, toteumaa ei ole kirjattu").format(rivi=told)
    return say("{rivi}, toteutunut {maara} ({paiva})").format(
        rivi=told, maara=told_number(staff.realised), paiva=told_day(staff.period)
    )


def _clash(clash: Clash, view: PartyView) -> str:
    first, second = (
        next(
            item
            for item in view.groups
            if (item.holdings.name, item.group.tunnus) == (at.region, at.gathering.group)
        )
        for at in (clash.first, clash.second)
    )
    names = listed_keys([group_name(item.holdings.alue, item.group) for item in (first, second)])
    told = f"{told_day(clash.first.gathering.day)} {names}: {say(OVERLAP[clash.overlap])}"
    if clash.person:
        who = safe(_title(first, clash.person))
        return say("{paikka}; sama henkilö ({henkilo})").format(paikka=told, henkilo=who)
    return told


def _title(item: PartyGroup, person: str) -> str:
    """The title under which a person sits in a group, never the name; the key without a title."""
    titles = (
        item.holdings.spoken(member.nimike)
        for seat in item.seats
        for member in seat.members
        if member.henkilo == person
    )
    return next(filter(None, titles), person)


def _totals(view: PartyView, width: int) -> Iterator[str]:
    yield say("Henkilöstö yhteensä ilman esimerkkejä")
    for total in view.totals:
        text = say(TOTAL).format(
            sovittu=told_number(total.promised),
            yksikko=say(UNITS[total.unit]),
            verrattu=told_number(total.compared),
            toteutunut=told_number(total.realised),
        )
        yield from wrapped(text, width, _INDENT, _INDENT * 2)
    if not view.totals:
        yield f"{_INDENT}{say(NOT_RECORDED)}"
    if any(item.holdings.alue.kuvitteellinen for item in view.groups):
        yield from wrapped(say(EXAMPLES), width)


def _pools(view: PartyView, width: int) -> Iterator[str]:
    yield say("Osoitettu henkilöstö verrattuna siihen, mitä on luvattu yhteensä")
    for item in view.pools:
        yield from wrapped(_pool(item), width, _INDENT, _INDENT * 2)
    if not view.pools:
        yield f"{_INDENT}{say(NOT_RECORDED)}"


def _pool(item: PartyPool) -> str:
    pool = item.pool
    example = f" {EXAMPLE}" if item.holdings.alue.kuvitteellinen else ""
    told = say(POOL if pool.left >= 0 else OVER).format(
        alue=safe(f"{item.holdings.name}{example}"),
        luvattu=told_number(pool.promised),
        yksikko=say(UNITS[pool.unit]),
        osoitettu=told_number(pool.given),
        jaljella=told_number(pool.left),
        ylitys=told_number(-pool.left),
    )
    if not pool.elsewhere:
        return told
    amount = told_number(pool.elsewhere)
    return say(AWAY).format(varanto=told, maara=amount, yksikko=say(UNITS[pool.unit]))

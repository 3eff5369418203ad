"""What hangs on a party in a region's record: seats, offices, staff, agreements, services.

Everything that has not ended by the day counts, also what begins later. What is over stays as it
was: decisions, negotiations and minutes are not touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from sopimukset.tracking.actions import actions_on
from sopimukset.tracking.agreements import AgreementState, AgreementStatus, agreements_on
from sopimukset.tracking.nation.touched import Fate, Share, Touch
from sopimukset.tracking.options import OptionState, option_state

if TYPE_CHECKING:
    from sopimukset.model import Johtoryhma
    from sopimukset.model.perusta import Jakso
    from sopimukset.tracking.holdings import Holdings


def in_group(
    holdings: Holdings, group: Johtoryhma, own: Collection[str], day: date
) -> Iterator[Share]:
    """What a party has in a group.

    Args:
        holdings: the region's record.
        group: the group.
        own: the identifiers under which the party stands in the record.
        day: what ended before it is left out.
    """
    yield from _offices(group, own, day)
    yield from _setting(group, own)
    for row in holdings.alue.henkilosto:
        if row.osapuoli in own and row.johtoryhma == group.tunnus and goes_on(row, day):
            yield Share(Touch.STAFF, row.tunnus)
    for item in actions_on(holdings.meetings, day):
        mine = item.meeting.johtoryhma == group.tunnus and item.action.vastuu in own
        if mine and not item.ended:
            yield Share(Touch.ACTION, item.action.tunnus)
    for status in lasting_agreements(holdings, group.tunnus, day):
        yield from _agreement(status, own, day)


def in_region(
    holdings: Holdings, groups: Collection[str], own: Collection[str], day: date
) -> Iterator[Share]:
    """What a party has in a region outside its groups.

    Args:
        holdings: the region's record.
        groups: the `tunnus` of the groups that are looked at on their own.
        own: the identifiers under which the party stands in the record.
        day: what ended before it is left out.
    """
    alue = holdings.alue
    for party in alue.osapuolet:
        pools = party.henkilostovaranto if party.tunnus in own else ()
        if any(goes_on(pool, day) for pool in pools):
            yield Share(Touch.POOL)
    for row in alue.henkilosto:
        if row.osapuoli in own and row.johtoryhma not in groups and goes_on(row, day):
            yield Share(Touch.STAFF, row.tunnus)
    for status in lasting_agreements(holdings, None, day):
        if status.group not in groups:
            yield from _agreement(status, own, day)
    for service in alue.nuorten_yhteispalvelu:
        agreed = service.sovittu.osapuolet if service.sovittu else ()
        if _any((*service.tyovoimaviranomaiset, *agreed), own):
            yield Share(Touch.YOUTH, service.tunnus)
    if alue.yhteistyorakenne and _any(_actors(holdings), own):
        yield Share(Touch.STRUCTURE)
    for defect in alue.tunnistetut_puutteet:
        if defect.vastuu in own and goes_on(defect, day):
            yield Share(Touch.DEFECT, defect.koodi)


def lasting_agreements(
    holdings: Holdings, group: str | None, day: date
) -> Iterator[AgreementStatus]:
    """The agreements that have not ended by a day, also those that are being made.

    Args:
        holdings: the region's record.
        group: the `tunnus` of the group that they are about; None for all.
        day: the day.
    """
    for item in agreements_on(holdings, day):
        if item.state is not AgreementState.ENDED and group in (None, item.group):
            yield item


def goes_on(item: Jakso, day: date) -> bool:
    """Whether something has not ended before a day, though it may not have begun."""
    return item.jakso is not None and item.jakso.end >= day


def _offices(group: Johtoryhma, own: Collection[str], day: date) -> Iterator[Share]:
    """Seats and offices that the party names somebody to."""
    for seat in group.jasenet:
        people = (*seat.nimetyt, *seat.varajasenet)
        if seat.nimeaja in own and any(goes_on(item, day) for item in people):
            yield Share(Touch.SEAT, seat.tunnus, Fate.LAPSES)
    for touch, offices in (
        (Touch.CHAIR, group.puheenjohtaja),
        (Touch.VICE_CHAIR, group.varapuheenjohtaja),
    ):
        if any(item.nimeaja in own and goes_on(item, day) for item in offices):
            yield Share(touch)
    if group.varapuheenjohtajan_nimeaja in own:
        yield Share(Touch.VICE_NAMER)
    for task in group.johtavat_henkilot:
        people = (*task.nimetyt, *task.varahenkilot)
        if task.nimeaja in own and any(goes_on(item, day) for item in people):
            yield Share(Touch.LEADER, task.tunnus)


def _setting(group: Johtoryhma, own: Collection[str]) -> Iterator[Share]:
    """What the party is by the authorities' agreement on who sets the group."""
    setting = group.sopimus_asettajasta
    if setting is None:
        return
    for touch, party in (
        (Touch.SETTER, setting.asettaja),
        (Touch.SETTER_OF_CHAIR, setting.puheenjohtajan_nimeaja),
        (Touch.SETTER_OF_LEADER, setting.johtavan_henkilon_nimeaja),
    ):
        if party in own:
            yield Share(touch)


def _agreement(status: AgreementStatus, own: Collection[str], day: date) -> Iterator[Share]:
    """An agreement that the party is in, its shares of costs, and the options that are open."""
    agreement = status.agreement
    party = _any(agreement.osapuolet, own)
    if party:
        yield Share(Touch.AGREEMENT, agreement.tunnus)
    for cost in agreement.kustannukset:
        if _any(cost.osuudet or (), own) and goes_on(cost, day):
            yield Share(Touch.COST, f"{agreement.tunnus}: {cost.tunnus}")
    for option in agreement.optiot:
        if party and option_state(option, day) is OptionState.OPEN:
            yield Share(Touch.OPTION, f"{agreement.tunnus}: {option.tunnus}", Fate.RETHINK)


def _actors(holdings: Holdings) -> Iterator[str | None]:
    """Everyone whom the structure of cooperation names."""
    structure = holdings.alue.yhteistyorakenne
    if structure is None:
        return
    yield from (item.osapuoli for item in structure.ydintoimijat)
    for forum in structure.foorumit:
        yield from (forum.koollekutsuja, *forum.osallistujat)
    yield from (item.toimija for item in structure.yhteyshenkilot)
    yield from (item.yllapitaja for item in structure.tietolahteet)
    yield from (item.vastuu for item in structure.asiakasohjaus)
    for office in structure.tilat:
        yield from office.kayttajat
    yield from (item.jarjestaja for item in structure.koulutukset)


def _any(parties: Iterable[str | None], own: Collection[str]) -> bool:
    return any(party in own for party in parties)

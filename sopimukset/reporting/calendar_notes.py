"""What a person should know of the meetings that go into a calendar: gaps, holidays, clashes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sopimukset.base.dates import told_day
from sopimukset.base.periods import Period
from sopimukset.base.speech import mark, say
from sopimukset.base.words import OR, listed_keys
from sopimukset.base.workdays import holiday, is_working_day
from sopimukset.reporting.group_names import group_in_region
from sopimukset.tracking.meetings import lacking, unused_changes
from sopimukset.tracking.occasions import Conflict, Occasion, conflicts, free_days, term_of
from sopimukset.tracking.party_names import party_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sopimukset.model import Alue, Johtoryhma, Kokous
    from sopimukset.register import Register

LACKING = mark("{ryhma}: kokouksia ei voi päivätä, koska tiedoista puuttuu: {kohdat}")
UNUSED = mark("{ryhma}: poikkeama ei koske mitään kokousta: {kohta}")
ON_HOLIDAY = mark("{ryhma}: suunniteltu kokous {paiva} on pyhäpäivänä ({pyha}). {ehdotus}")
CLASH = mark("Päällekkäin {paiva}: {kokoukset}. Yhteinen osallistuja: {kuka}.")
CLASH_OF_SEVERAL = mark("Päällekkäin {paiva}: {kokoukset}. Yhteiset osallistujat: {kuka}.")
PERSON = mark("henkilö {avain}")
PROPOSED = mark("Vapaita päiviä lähellä: {paivat}.")
OF_GROUP = mark("Vapaita päiviä lähellä, {ryhma}: {paivat}.")
NONE_FREE = mark("Lähellä ei ole vapaata päivää.")


@dataclass(frozen=True, slots=True)
class Told:
    """A region whose meetings are told of.

    Attributes:
        name: its folder.
        alue: its record.
        files: its meeting files by name.
    """

    name: str
    alue: Alue
    files: Mapping[str, Kokous]


def gap_notes(region: Told) -> Iterator[str]:
    """Groups whose meetings can't be dated, and recorded changes that change nothing."""
    for group in region.alue.johtoryhmat:
        name = group_in_region(region.name, region.alue, group)
        missing = lacking(group)
        if missing:
            yield say(LACKING).format(ryhma=name, kohdat=", ".join(missing))
        for place, change in unused_changes(group, region.files):
            key = change.pvm.isoformat() if change.pvm else str(place)
            path = f"johtoryhmat[{group.tunnus}].kokoukset.poikkeamat[{key}]"
            yield say(UNUSED).format(ryhma=name, kohta=path)


class Days:
    """Free days for meetings that can't stay where they are.

    Args:
        occasions: the meetings of all groups of the workspace.
        regions: the regions that the groups live in.
    """

    def __init__(self, occasions: Sequence[Occasion], regions: Iterable[Told]) -> None:
        self.occasions = occasions
        self._groups: dict[tuple[str, str], tuple[str, Johtoryhma]] = {
            (region.name, group.tunnus): (group_in_region(region.name, region.alue, group), group)
            for region in regions
            for group in region.alue.johtoryhmat
        }

    def name(self, occasion: Occasion) -> str:
        """How a person is told of the group that meets."""
        return self._groups[occasion.region, occasion.group][0]

    def near(self, occasion: Occasion, sentence: str) -> str:
        """The free days as a sentence with the places `{ryhma}` and `{paivat}`."""
        name, group = self._groups[occasion.region, occasion.group]
        term = term_of(group, occasion.meeting.day)
        days = free_days(occasion, self.occasions, lambda day: not is_working_day(day), term)
        if not days:
            return say(NONE_FREE)
        told = listed_keys([told_day(day) for day in days], OR)
        return say(sentence).format(ryhma=name, paivat=told)


def holiday_notes(days: Days, regions: frozenset[str], within: Period) -> Iterator[str]:
    """Planned meetings of some regions on public holidays, in a period."""
    for item in days.occasions:
        if item.region not in regions or item.meeting.day not in within or item.meeting.file:
            continue
        name = holiday(item.meeting.day)
        if name is not None:
            yield say(ON_HOLIDAY).format(
                ryhma=days.name(item),
                paiva=told_day(item.meeting.day),
                pyha=say(name),
                ehdotus=days.near(item, PROPOSED),
            )


def clash_notes(
    days: Days, regions: frozenset[str], within: Period, register: Register
) -> Iterator[str]:
    """Clashes in which a group of some regions takes part, in a period: a line for each.

    Meetings that clash for several people or parties are one clash with all of them named.

    The first meeting stays; days are proposed for the others that haven't been recorded yet.
    """
    together: dict[tuple[tuple[str, str, str], ...], list[Conflict]] = {}
    for clash in conflicts(item for item in days.occasions if item.meeting.day in within):
        if not regions.isdisjoint(item.region for item in clash.occasions):
            key = tuple((item.region, item.group, item.meeting.key) for item in clash.occasions)
            together.setdefault(key, []).append(clash)
    for same in together.values():
        occasions = same[0].occasions
        who = [_who(clash, register) for clash in same]
        yield " ".join([_clash(occasions, who, days), *_proposals(days, occasions[1:])])


def _proposals(days: Days, occasions: Iterable[Occasion]) -> Iterator[str]:
    return (days.near(item, OF_GROUP) for item in occasions if not item.meeting.file)


def _who(clash: Conflict, register: Register) -> str:
    who = clash.who
    return say(PERSON).format(avain=who) if isinstance(who, str) else party_name(who, register)


def _clash(occasions: Sequence[Occasion], who: Sequence[str], days: Days) -> str:
    return say(CLASH if len(who) == 1 else CLASH_OF_SEVERAL).format(
        paiva=told_day(occasions[0].meeting.day),
        kokoukset=listed_keys([_at(item, days.name(item)) for item in occasions]),
        kuka=listed_keys(who),
    )


def _at(item: Occasion, name: str) -> str:
    begins, ends = item.meeting.begins, item.meeting.ends
    hours = "–".join(f"{hour.hour}.{hour.minute:02}" for hour in (begins, ends) if hour)
    return f"{name} {hours}" if hours else name

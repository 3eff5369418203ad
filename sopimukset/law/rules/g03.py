"""G03: number and territories of the groups are negotiated before a group is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.words import listed
from sopimukset.findings import Severity
from sopimukset.law.cases import GroupCase, RegionCase
from sopimukset.law.facts import NEGOTIATED
from sopimukset.law.rule import Hit, Path, Rule, Scope
from sopimukset.model import Neuvottelu
from sopimukset.tracking.roles import Role
from sopimukset.tracking.territory import roles_of_territory

TOPICS = {"maara": "johtoryhmien määrä", "toimialueet": "johtoryhmien toimialueet"}

NONE = "Neuvottelua johtoryhmien määrästä ja toimialueista ei ole kirjattu."
NONE_ADVICE = "Kirjaa neuvottelu kohtaan neuvottelut (laji: johtoryhmat)."
UNDATED = "Neuvottelun päivää ei ole kirjattu, joten ei nähdä, edelsikö se asettamista."
UNDATED_ADVICE = "Kirjaa neuvottelun päivä (pvm)."
LATE = "Neuvottelu on käyty vasta johtoryhmän asettamisen jälkeen (asetettu {asetettu})."
LATE_ADVICE = "Neuvottelun on edellettävä asettamista. Tarkista päivät."
ABSENT = "Neuvotteluun johtoryhmistä ei ole kirjattu osallistujaksi: {puuttuvat}."
ABSENT_ADVICE = "Kirjaa neuvottelun osapuolet tai käykää neuvottelu kaikkien kanssa."
TOPIC = "Neuvottelun aiheeksi ei ole kirjattu: {puuttuvat}."
TOPIC_ADVICE = "Kirjaa aiheet: [maara, toimialueet]."


def check(group: GroupCase) -> Iterator[Hit]:
    """No negotiation on or before the setting, someone absent from it, a topic left out."""
    setting = group.first_setting
    held = [
        (("neuvottelut", index), item)
        for index, item in enumerate(group.region.alue.neuvottelut)
        if item.laji == "johtoryhmat"
    ]
    if not held:
        yield Hit(group.path, NONE, NONE_ADVICE, missing=True)
        return
    in_time = [(path, item) for path, item in held if _before(item, setting)]
    undated = [path for path, item in held if item.pvm is None]
    if not in_time and undated:
        yield Hit(undated[0], UNDATED, UNDATED_ADVICE, missing=True)
        return
    if not in_time:
        values = {"asetettu": told_day(setting) if setting else ""}
        yield Hit((*held[0][0], "pvm"), LATE, LATE_ADVICE, values)
        return
    path, last = in_time[-1]
    yield from _absent(group, (*path, "osapuolet"), [item for _, item in in_time])
    missing = [name for key, name in TOPICS.items() if not _spoken(key, in_time)]
    if missing:
        place = (*path, "aiheet") if last.aiheet else path
        yield Hit(place, TOPIC, TOPIC_ADVICE, {"puuttuvat": listed(missing)}, missing=True)


def _before(item: Neuvottelu, setting: date | None) -> bool:
    """On or before the setting, where that day is recorded (G14 asks for it)."""
    return item.pvm is not None and (setting is None or item.pvm <= setting)


def _spoken(topic: str, held: Sequence[tuple[Path, Neuvottelu]]) -> bool:
    return any(topic in item.aiheet for _, item in held)


def _absent(group: GroupCase, path: Path, held: list[Neuvottelu]) -> Iterator[Hit]:
    region = group.region
    present = _present(region, held)
    lacking = [role for role in region.county_roles if role not in present]
    for county in group.other_counties:
        lacking += _absent_elsewhere(group, county, present)
    absent = [region.party_name(role) for role in dict.fromkeys(lacking)]
    if absent:
        yield Hit(path, ABSENT, ABSENT_ADVICE, {"puuttuvat": listed(absent)}, missing=True)


def _present(region: RegionCase, held: Iterable[Neuvottelu]) -> set[Role]:
    return {region.role(tunnus) for item in held for tunnus in item.osapuolet}


def _absent_elsewhere(group: GroupCase, county: str, present: set[Role]) -> list[Role]:
    """Who of another county of the group's has taken part neither here nor in its own file."""
    world = group.world
    if county in world.unread:
        return []  # M01–M04 tell of the file
    there, known = world.regions.get(county), set(present)
    if there is not None:
        setting = group.first_setting
        talks = [item for item in there.alue.neuvottelut if item.laji == "johtoryhmat"]
        known |= _present(there, (item for item in talks if _before(item, setting)))
    names = frozenset(world.register.hyvinvointialueet[county].kunnat)
    return [role for role in roles_of_territory(names, world.register) if role not in known]


RULE = Rule(
    code="G03",
    title="Johtoryhmien määrästä ja toimialueista on neuvoteltu ennen asettamista",
    severity=Severity.ERROR,
    citations=("381/2023 9 § 1 mom",),
    grade="A",
    decides="Asettamisen päivä: neuvottelu on käytävä viimeistään silloin, myös vuonna 2024.",
    scope=Scope.GROUP,
    check=check,
    settled=NEGOTIATED,
)

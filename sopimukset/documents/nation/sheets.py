"""The tables of the national report: the same rows for the paper and for those who calculate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.nation import called, grounds, names, words
from sopimukset.documents.report.beside import HIDDEN
from sopimukset.documents.report.today import ground
from sopimukset.documents.report.voice import NOT_RECORDED, Voice
from sopimukset.formats.tables.writing import Sheet, Value
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.followup import FigureState, baselines
from sopimukset.tracking.nation.knowledge import RECORDED, Knowledge, Known, Topic
from sopimukset.tracking.nation.whole import ROLES, Nation, NationalRegion
from sopimukset.tracking.roles import Role

NEAR_DAYS = 90
Row = tuple[Value, ...]
GROUP_KEY = mark("Johtoryhmän avain")
SHARED_WITH = mark("Yhteinen myös")
SHARED_TOPICS = mark("Yhteisestä johtoryhmästä")
OF_SHARED = mark("{tieto} (yhteinen)")
PREPARATION = mark("valmisteilla")
IN_CHARGE = mark("{asia}, vastuu: {osapuoli}")


@dataclass(frozen=True, slots=True)
class Told:
    """A nation and the language in which it is told.

    Attributes:
        nation: all regions.
        voice: writes in the language.
        persons: gives the names of persons in a region's files, by its key; words of the record
            that may hold one are left out.
        keys: whether the tables hold the records' keys, to be calculated with; on paper things
            are told in words.
        change_day, change_file: when a change of the map comes into force, and the name of the file
            that describes it; None and "" where none was asked about.
    """

    nation: Nation
    voice: Voice
    persons: Callable[[str], Iterable[str]]
    keys: bool = False
    change_day: date | None = None
    change_file: str = ""

    def region(self, region: NationalRegion | str) -> str:
        """A region's name."""
        key = region if isinstance(region, str) else region.key
        return self.voice.role(Role("hyvinvointialue", key))

    def standing(self, region: NationalRegion) -> str:
        """How far a region's facts bind: known, in preparation, illustrative."""
        told = self.voice.say(words.KNOWLEDGE[region.knowledge])
        if region.holdings is not None and not region.confirmed:
            return f"{told}, {self.voice.say(PREPARATION)}"
        return told

    def party(self, role: Role) -> str:
        """Who holds a role."""
        return names.party(role, self.voice)

    def group(self, region: NationalRegion, tunnus: str) -> str:
        """A group's name, or its `tunnus`."""
        return names.group(tunnus, region.holdings, self.voice)

    def sharers(self, region: NationalRegion, tunnus: str) -> str:
        """The other counties whose group it is too; "" for a group of one county."""
        return ", ".join(map(self.region, self.nation.sharers_of(region.key, tunnus)))

    def sheet(self, name: str, heads: Iterable[str], rows: Iterable[Row], keys: int = 0) -> Sheet:
        """A table whose last columns, so many, are for those who calculate: paper has none.

        They are keys, and what the paper tells below the table or in the cells.
        """
        drop = keys if keys and not self.keys else 0
        told = self.head(*heads)
        kept = tuple(row[: len(row) - drop] for row in rows)
        return Sheet(self.voice.say(name), told[: len(told) - drop], kept)

    def head(self, *heads: str) -> tuple[str, ...]:
        """Heads in the language."""
        return tuple(map(self.voice.say, heads))


def sheets(told: Told) -> list[Sheet]:
    """Every table of what is, in the order of the report."""
    return [
        completeness(told),
        groups(told),
        agreements(told),
        staff(told),
        goals(told),
        deadlines(told),
    ]


def completeness(told: Told) -> Sheet:
    """What is known of each region: the newest day of each topic, or why there is none.

    What a shared group tells that lives in another region's file is marked so.
    """
    heads = (
        *(mark("Alue"), mark("Tila")),
        *(words.TOPICS[topic] for topic in Topic),
        *(SHARED_TOPICS, grounds.DAY, grounds.SOURCE),
    )
    rows = [
        (
            *(told.region(region), told.standing(region)),
            *(_known(told, region.known(topic)) for topic in Topic),
            *(_shared_topics(told, region), *grounds.topics(told, region)),
        )
        for region in told.nation.regions
    ]
    return told.sheet(mark("Mitä tiedetään"), heads, rows, keys=3)


def _known(told: Told, known: Known) -> Value:
    """The day, else a word; on paper with the mark of a shared group."""
    recorded = known.day if known.knowledge in RECORDED else None
    if not known.shared or told.keys:
        return recorded or told.voice.say(words.KNOWLEDGE[known.knowledge])
    fact = (
        told.voice.day(recorded) if recorded else told.voice.say(words.KNOWLEDGE[known.knowledge])
    )
    return told.voice.tell(OF_SHARED, tieto=fact)


def _shared_topics(told: Told, region: NationalRegion) -> str:
    names = (words.TOPICS[topic] for topic in Topic if region.known(topic).shared)
    return ", ".join(map(told.voice.say, names))


def groups(told: Told) -> Sheet:
    """Each steering group and its shape."""
    heads = (
        *(mark("Alue"), mark("Tila"), mark("Johtoryhmä"), mark("Kuntia")),
        *(
            mark("Viranomaisia"),
            mark("Hyvinvointialueita"),
            mark("Jäseniä"),
            mark("Asiantuntijoita"),
        ),
        *(mark("Puuttuu"), mark("Puheenjohtajan nimeäjä"), mark("Toimikausi"), mark("Päättyy")),
        *(grounds.DAY, grounds.SOURCE, SHARED_WITH, GROUP_KEY, grounds.FILE),
    )
    rows: list[Row] = [
        (
            *(told.region(region), told.standing(region), told.group(region, item.tunnus)),
            item.municipalities,
            *(len(item.authorities), len(item.counties), item.seats, item.experts, item.lacking),
            told.party(item.chair) if item.chair else told.voice.say(NOT_RECORDED),
            told.voice.say(words.TERMS[item.term_state]),
            None if item.term is None or item.term.open_end else item.term.end,
            *grounds.group(told, region, item),
            *(told.sharers(region, item.tunnus), item.tunnus, grounds.file(region)),
        )
        for region in told.nation.regions
        for item in region.groups
    ]
    return told.sheet(mark("Johtoryhmät"), heads, rows, keys=3)


def agreements(told: Told) -> Sheet:
    """Each agreement and where it stands."""
    heads = (
        *(mark("Alue"), mark("Tila"), mark("Sopimus"), mark("Laji"), mark("Johtoryhmä")),
        *(mark("Vaihe"), mark("Alkaa"), mark("Päättyy"), mark("Osapuolia"), mark("Hyväksymättä")),
        *(mark("Allekirjoittamatta"), grounds.DAY, grounds.SOURCE, SHARED_WITH, GROUP_KEY),
        *(mark("Lajin avain"), grounds.FILE),
    )
    rows: list[Row] = []
    for region in told.nation.regions:
        for item in region.agreements:
            days = item.validity
            state = told.voice.say(words.AGREEMENTS[item.state])
            if item.suspect:
                state = told.voice.tell(mark("{tila}, sisältö muuttunut"), tila=state)
            rows.append(
                (
                    *(told.region(region), told.standing(region)),
                    called.own_name(told, region, item.agreement),
                    *(names.kind(item.agreement.laji, told.voice), told.group(region, item.group)),
                    state,
                    days.start if days else None,
                    None if days is None or days.open_end else days.end,
                    *(len(item.agreement.osapuolet), len(item.unapproved), len(item.unsigned)),
                    *grounds.agreement(told, region, item.agreement),
                    *(told.sharers(region, item.group), item.group, item.agreement.laji),
                    grounds.file(region),
                )
            )
    return told.sheet(mark("Sopimukset"), heads, rows, keys=4)


def staff(told: Told) -> Sheet:
    """Staff of each party by group and unit, with day and source."""
    heads = (
        *(mark("Alue"), mark("Tila"), mark("Johtoryhmä"), mark("Rooli"), mark("Osapuoli")),
        *(mark("Määrä"), mark("Yksikkö"), grounds.DAY, grounds.SOURCE),
        *(SHARED_WITH, GROUP_KEY, grounds.FILE),
    )
    rows: list[Row] = [
        (
            *(told.region(region), told.standing(region), told.group(region, item.group)),
            told.voice.say(words.ROLES[item.role.kind]),
            told.party(item.role),
            item.amount,
            told.voice.unit(item.unit),
            item.day or told.voice.say(NOT_RECORDED),
            ", ".join(names.source(one, told.voice) for one in item.sources)
            or told.voice.say(NOT_RECORDED),
            *(told.sharers(region, item.group), item.group, grounds.file(region)),
        )
        for region in told.nation.regions
        for item in region.staff
    ]
    return told.sheet(mark("Henkilöstö"), heads, rows, keys=3)


def staff_totals(told: Told) -> list[tuple[str, Decimal | None, Decimal | None, str]]:
    """Each role's sum in the counted regions and in the illustrations, with its unit.

    None where no region of that sort has any.
    """
    nation = told.nation
    invented = [item for item in nation.regions if item.knowledge is Knowledge.ILLUSTRATIVE]
    real, examples = nation.staff_by_role(nation.counted), nation.staff_by_role(invented)
    keys = sorted({*real, *examples}, key=lambda key: (ROLES.index(key[0]), key[1]))
    return [
        (
            told.voice.say(words.ROLES[kind]),
            real.get((kind, unit)),
            examples.get((kind, unit)),
            told.voice.unit(unit),
        )
        for kind, unit in keys
    ]


def goals(told: Told) -> Sheet:
    """The goals of the year with the national goals that they take account of."""
    heads = (
        *(mark("Alue"), mark("Tila"), mark("Johtoryhmä"), mark("Vuosi"), mark("Tavoite")),
        *(
            mark("Valtakunnalliset tavoitteet"),
            mark("Mittari"),
            mark("Lähtötaso"),
            mark("Tavoitetaso"),
        ),
        *(mark("Asetettu"), grounds.SOURCE, SHARED_WITH, GROUP_KEY),
        *(mark("Tavoitteiden avaimet"), mark("Mittarin avain"), grounds.FILE),
    )
    rows: list[Row] = []
    for region in told.nation.regions:
        hidden = _hidden_baselines(region)
        for item in region.goals:
            goal = item.goal
            rows.append(
                (
                    *(told.region(region), told.standing(region)),
                    *(told.group(region, item.group), str(goal.vuosi)),
                    names.text(goal.tavoite, region.holdings, told.voice),
                    names.national_goals(goal.valtakunnalliset_tavoitteet, told.voice),
                    names.indicator(goal.mittari, told.voice),
                    told.voice.say(HIDDEN)
                    if (item.group, goal.tunnus) in hidden
                    else goal.lahtotaso,
                    goal.tavoitetaso,
                    *grounds.goal(told, goal),
                    *(told.sharers(region, item.group), item.group),
                    *(" ".join(goal.valtakunnalliset_tavoitteet), goal.mittari or ""),
                    grounds.file(region),
                )
            )
    return told.sheet(mark("Tavoitteet"), heads, rows, keys=5)


def _hidden_baselines(region: NationalRegion) -> set[tuple[str, str]]:
    """The goals, by group, whose first value is a count that may not be published."""
    holdings, with_goals = region.holdings, {item.group for item in region.goals}
    if holdings is None:
        return set()
    return {
        (group.tunnus, goal)
        for group in holdings.alue.johtoryhmat
        if group.tunnus in with_goals
        for goal, figure in baselines(holdings, group).items()
        if figure.state is FigureState.HIDDEN
    }


def near(nation: Nation, region: NationalRegion) -> tuple[int, int]:
    """How many deadlines of a region are late, and how many come within `NEAR_DAYS`.

    Those of its shared groups among them, for a county answers for these too.
    """
    until = nation.day + timedelta(days=NEAR_DAYS)
    every = [*region.deadlines, *(item for one in region.shared for item in one.deadlines)]
    late = sum(item.late_on(nation.day) for item in every)
    coming = sum(nation.day <= item.day <= until for item in every)
    return late, coming


def deadlines(told: Told) -> Sheet:
    """What falls due, the earliest first; what is late is marked."""
    heads = (
        *(mark("Päivä"), mark("Alue"), mark("Tila"), mark("Johtoryhmä"), mark("Mitä")),
        *(mark("Myöhässä"), mark("Perusta"), SHARED_WITH, GROUP_KEY, grounds.FILE),
    )
    day = told.nation.day
    found = [
        (item.day, region, item)
        for region in told.nation.regions
        for item in region.deadlines
        if item.late_on(day) or item.day >= day
    ]
    rows: list[Row] = [
        (
            when,
            told.region(region),
            told.standing(region),
            told.group(region, item.group),
            _due(told, region, item),
            told.voice.say(mark("myöhässä")) if item.late_on(day) else "",
            ground(told.voice, item.source),
            *(told.sharers(region, item.group), item.group, grounds.of_deadline(region, item)),
        )
        for when, region, item in sorted(
            found, key=lambda one: (one[0], one[1].key, one[2].kind.value)
        )
    ]
    return told.sheet(mark("Määräajat"), heads, rows, keys=3)


def _due(told: Told, region: NationalRegion, item: Deadline) -> str:
    """What falls due, in the record's own words where it has some, and who is to do it."""
    asia, holdings = called.due(told, region, item), region.holdings
    role = holdings.roles.get(item.party) if holdings else None
    return told.voice.tell(IN_CHARGE, asia=asia, osapuoli=told.party(role)) if role else asia


def shown(value: Value, voice: Voice) -> str:
    """A cell as the paper writes it."""
    if value is None:
        return "–"
    if isinstance(value, date):
        return voice.day(value)
    if isinstance(value, int | Decimal):
        return voice.amount(value)
    return value

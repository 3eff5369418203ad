"""The national report as a paper: honest completeness first, then figures, each with its day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.nation import narrow, words
from sopimukset.documents.nation import sheets as tables
from sopimukset.documents.nation.blocks import NOTHING, rows_or_nothing, table, whose_shared
from sopimukset.documents.nation.coming import coming
from sopimukset.documents.nation.effect import MAP_STAYS, NOBODY_TOUCHED, shifts, touches
from sopimukset.documents.nation.sheets import Told
from sopimukset.formats.figures.bars import BarRow, bar_rows
from sopimukset.formats.figures.shares import ShareRow, share_rows
from sopimukset.formats.paper import Block, Bullets, Figure, Heading, Paper, Text
from sopimukset.formats.tables.writing import Sheet
from sopimukset.tracking.nation.knowledge import Knowledge, Topic
from sopimukset.tracking.nation.whatif import Effect
from sopimukset.tracking.nation.whole import NationalRegion

TITLE = mark("Valtakunnallinen tilannekuva")
SUBTITLE = mark("TYM-johtoryhmät ja niiden sopimukset hyvinvointialueittain, tilanne {paiva}")
WHATIF = mark("Mukana arvio muutoksesta, joka tulee voimaan {paiva}")
PAGE = mark("Sivu {number} ({count})")
FOOT = mark("Valtakunnallinen tilannekuva · tilanne {paiva} · {kieli}")
EXAMPLES = mark("SISÄLTÄÄ ESIMERKKEJÄ")
ESTIMATE = mark("ARVIO MUUTOKSESTA {paiva}")
NOTES = (
    mark(
        "Luvut ovat alueiden omista kirjauksista. Tiedon päivä on rivillä, ja lähde on rivillä tai "
        "taulukon alla."
    ),
    mark(
        "Ei kirjattu tarkoittaa, ettei tietoa ole tässä aineistossa. Se ei tarkoita, ettei asiaa "
        "olisi tehty."
    ),
    mark(
        "Esimerkki on keksitty alueen malliksi. Esimerkit ja valmisteilla olevat alueet eivät ole "
        "mukana summissa."
    ),
)
COUNTED = mark(
    "Alueita on {kaikki}. Vahvistettuja tietoja on {mukana} alueelta, esimerkkejä {esimerkit}."
)
UNREADABLE = mark("Tietoja ei voi lukea {maara} alueelta: {alueet}.")
OTHERS = mark("Muilta alueilta tietoja ei ole tai ne ovat valmisteilla.")
NONE_COUNTED = mark("Yhdenkään alueen vahvistettuja tietoja ei ole, joten summia ei voi esittää.")
NO_DATA = mark("ei tietoa")
KNOWN_OF_SHARED = mark(
    "Merkintä (yhteinen): tieto koskee usean alueen yhteistä johtoryhmää, jonka tiedot on kirjattu "
    "toiselle alueelle. Summissa se on mukana kerran."
)
ALL_FROM_RECORDS = mark(
    "Lähde: alueiden omat kirjaukset. Sarakkeen päivä on uusin, jonka kirjaus tiedosta kertoo."
)
SOURCES = {
    Topic.GROUPS: mark(
        "Jäsenten nimeämisen uusin päivä on taulukossa Mitä tiedetään. Lähde: alueiden omat "
        "kirjaukset; kunnat ja alueet: Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0)."
    ),
    Topic.AGREEMENT: mark(
        "Viimeisin päätös: osapuolen uusin hyväksyminen tai allekirjoitus. Lähde: alueiden omat "
        "kirjaukset."
    ),
    Topic.GOALS: mark(
        "Asetettu: johtoryhmän kokous, jossa tavoite on asetettu. Lähde: alueiden omat kirjaukset."
    ),
}
"""What the rows of a table have alike of where they come from."""
OF_CHANGE = mark(
    "Lähde: muutostiedosto {tiedosto}; kunnat ja alueet: Tilastokeskus, kuntaluokitukset 2026 "
    "(CC BY 4.0). Muutoksen päivä on tilannekuvan otsikon alla."
)
SUMMED = mark("Summat on laskettu taulukosta Henkilöstö, jossa on kunkin luvun päivä ja lähde.")


def paper(told: Told, effect: Effect | None, change_day: str = "") -> Paper:
    """The report in the language of its voice.

    Args:
        told: the nation.
        effect: what a change would do; None where none was asked about.
        change_day: the day of that change, written out.
    """
    say, day = told.voice.say, told.voice.day(told.nation.day)
    under = [told.voice.tell(SUBTITLE, paiva=day)]
    if effect is not None:
        under.append(told.voice.tell(WHATIF, paiva=change_day))
    return Paper(
        say(TITLE),
        told.voice.language,
        tuple(_blocks(told, effect)),
        under_title=tuple(under),
        mark=header_mark(told, change_day),
        foot=told.voice.tell(FOOT, paiva=day, kieli=told.voice.language),
        page_word=say(PAGE),
        landscape=True,
        day=told.nation.day,
        table_word=say(mark("Taulukko")),
        figure_word=say(mark("Kuva")),
    )


def header_mark(told: Told, change_day: str) -> str:
    """What every page says of itself: that it is a hypothesis, that it holds what is invented.

    Args:
        told: the nation.
        change_day: the day of a change, written out; "" where none was asked about.
    """
    invented = any(item.knowledge is Knowledge.ILLUSTRATIVE for item in told.nation.regions)
    estimate = told.voice.tell(ESTIMATE, paiva=change_day) if change_day else ""
    return " · ".join(filter(None, (estimate, told.voice.say(EXAMPLES) if invented else "")))


def _blocks(told: Told, effect: Effect | None) -> Iterator[Block]:
    say = told.voice.say
    if effect is not None:
        yield Heading(say(mark("Muutoksen vaikutus")))
        yield from _changes(told, effect)
    yield Heading(say(mark("Mitä tiedetään")))
    yield from _completeness(told)
    if not any(map(_tells, told.nation.regions)):
        yield Text(say(NOTHING))
        return
    yield Heading(say(words.TOPICS[Topic.GROUPS]))
    yield from _groups(told)
    yield Heading(say(words.TOPICS[Topic.AGREEMENT]))
    agreements = narrow.agreements(told, tables.agreements(told))
    yield from rows_or_nothing(told, agreements, (147, 138, 112, 54, 98, 46, 62, 74, 58))
    yield from _source(told, Topic.AGREEMENT)
    yield from whose_shared(told, lambda home: (item.group for item in home.agreements))
    yield Heading(say(words.TOPICS[Topic.STAFF]))
    yield from _staff(told)
    yield Heading(say(words.TOPICS[Topic.GOALS]))
    goals = narrow.goals(told, tables.goals(told))
    yield from rows_or_nothing(told, goals, (100, 95, 30, 115, 165, 75, 50, 55, 65))
    yield from _source(told, Topic.GOALS)
    yield from whose_shared(told, lambda home: (item.group for item in home.goals))
    yield Heading(say(mark("Määräajat")))
    yield from coming(told)


def _tells(region: NationalRegion) -> bool:
    """Whether a region has anything for the tables."""
    return any((region.groups, region.agreements, region.staff, region.goals, region.deadlines))


def _completeness(told: Told) -> Iterator[Block]:
    yield Text(_lead(told), "strong")
    yield Bullets(tuple(map(told.voice.say, NOTES)))
    parts = [told.voice.say(words.KNOWLEDGE[item]) for item in Knowledge]
    rows = [_share(told, topic) for topic in Topic]
    yield Figure(
        told.voice.say(mark("Kuinka monesta alueesta tieto on kirjattu")),
        share_rows(
            rows,
            parts,
            missing=told.voice.say(NO_DATA),
            nothing=told.voice.say(NO_DATA),
            percent="{value}/{whole}",
            width=_WIDE,
        ),
        _share_text(told),
    )
    yield from rows_or_nothing(told, tables.completeness(told), (165, 110, *(54 for _ in Topic)))
    yield Text(told.voice.say(ALL_FROM_RECORDS), "small")
    if any(region.known(topic).shared for region in told.nation.regions for topic in Topic):
        yield Text(told.voice.say(KNOWN_OF_SHARED), "small")


def _lead(told: Told) -> str:
    """How many regions there are, and of how many nothing can be told and why."""
    regions = told.nation.regions
    invented = sum(item.knowledge is Knowledge.ILLUSTRATIVE for item in regions)
    broken = [told.region(item) for item in regions if item.knowledge is Knowledge.UNREADABLE]
    counts = {"kaikki": len(regions), "mukana": len(told.nation.counted), "esimerkit": invented}
    found = [told.voice.tell(COUNTED, **counts)]
    if broken:
        found.append(told.voice.tell(UNREADABLE, maara=len(broken), alueet=", ".join(broken)))
    return " ".join((*found, told.voice.say(OTHERS)))


_WIDE = 700.0
"""Points that a figure takes of a sheet that lies on its long side."""


def _share(told: Told, topic: Topic) -> ShareRow:
    found = told.nation.knowledge_of(topic)
    name = told.voice.say(words.TOPICS[topic])
    return ShareRow(name, tuple(float(found[item]) for item in Knowledge))


def _share_text(told: Told) -> str:
    """The figure in words: how many regions there are of each sort, none left out."""
    lines = []
    for topic in Topic:
        found = told.nation.knowledge_of(topic)
        parts = [f"{told.voice.say(words.KNOWLEDGE[item])} {found[item]}" for item in Knowledge]
        lines.append(f"{told.voice.say(words.TOPICS[topic])}: {', '.join(parts)}")
    return ". ".join(lines) + "."


def _groups(told: Told) -> Iterator[Block]:
    rows = [
        BarRow(_name(told, region), (float(len(region.groups)),))
        for region in told.nation.regions
        if region.groups
    ]
    if rows:
        caption = mark("Johtoryhmiä alueittain")
        listed = "; ".join(f"{row.name} {int(float(row.values[0] or 0))}" for row in rows)
        yield Figure(
            told.voice.say(caption),
            bar_rows(
                rows,
                [told.voice.say(words.TOPICS[Topic.GROUPS])],
                missing="",
                show=_whole,
                width=_WIDE,
            ),
            f"{told.voice.say(caption)}: {listed}.",
        )
    groups = narrow.groups(told, tables.groups(told))
    yield from rows_or_nothing(told, groups, (170, 124, 30, 54, 78, 34, 64, 36, 96, 66, 64))
    yield from _source(told, Topic.GROUPS)
    yield from whose_shared(told, lambda home: (item.tunnus for item in home.groups))


def _source(told: Told, topic: Topic) -> Iterator[Block]:
    """The line below a table that tells what its rows rest on; none below an empty one."""
    groups = (region for region in told.nation.regions if getattr(region, _HELD[topic]))
    if any(True for _ in groups):
        yield Text(told.voice.say(SOURCES[topic]), "small")


_HELD = {Topic.GROUPS: "groups", Topic.AGREEMENT: "agreements", Topic.GOALS: "goals"}


def _whole(value: float) -> str:
    """A number of groups; "" for what lies between two of them."""
    return str(int(value)) if value == int(value) else ""


def _name(told: Told, region: NationalRegion) -> str:
    """A region's name; an illustration is marked wherever it stands."""
    name = told.region(region)
    if region.counts:
        return name
    return f"{name} ({told.standing(region)})"


def _staff(told: Told) -> Iterator[Block]:
    totals = tables.staff_totals(told)
    if totals and not told.nation.counted:
        yield Text(told.voice.say(NONE_COUNTED))
    if totals:
        series = [told.voice.say(mark("Vahvistetut alueet")), told.voice.say(mark("Esimerkit"))]
        caption = mark("Henkilöstö rooleittain")
        yield Figure(
            told.voice.say(caption),
            bar_rows(
                [
                    BarRow(f"{name}, {unit}", (_bar(real), _bar(example)))
                    for name, real, example, unit in totals
                ],
                series,
                missing=told.voice.say(NO_DATA),
                width=_WIDE,
            ),
            _staff_text(told, totals),
        )
        heads = (
            mark("Rooli"),
            mark("Yksikkö"),
            mark("Vahvistetut alueet"),
            mark("Esimerkit (keksittyjä)"),
        )
        lines = [
            (name, unit, _sum(told, real), _sum(told, example))
            for name, real, example, unit in totals
        ]
        sheet = Sheet(told.voice.say(mark("Henkilöstö yhteensä")), told.head(*heads), tuple(lines))
        yield table(told, sheet, (1.4, 1, 1, 1))
        yield Text(told.voice.say(SUMMED), "small")
    staff = narrow.marked(told, tables.staff(told))
    yield from rows_or_nothing(told, staff, (150, 125, 95, 115, 36, 52, 52, 75))
    yield from whose_shared(told, lambda home: (item.group for item in home.staff))


def _bar(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def _sum(told: Told, value: Decimal | None) -> str:
    return told.voice.say(NO_DATA) if value is None else told.voice.amount(value)


def _staff_text(
    told: Told, totals: Sequence[tuple[str, Decimal | None, Decimal | None, str]]
) -> str:
    found = [
        told.voice.tell(
            mark("{rooli}, {yksikko}: vahvistetut alueet {maara}, esimerkit {esimerkit}"),
            rooli=name,
            yksikko=unit,
            maara=_sum(told, real),
            esimerkit=_sum(told, example),
        )
        for name, real, example, unit in totals
    ]
    return ". ".join(found) + "."


def _changes(told: Told, effect: Effect) -> Iterator[Block]:
    """From where to where, then what of the records that touches."""
    if not effect.changes_map:
        yield Text(told.voice.say(MAP_STAYS), "strong")
    yield table(told, shifts(told, effect.shifts), (110, 130, 130, 140, 140, 150))
    yield Text(told.voice.tell(OF_CHANGE, tiedosto=told.change_file), "small")
    if effect.changes_map and not effect.touches_groups:
        yield Text(told.voice.say(NOBODY_TOUCHED))
    if effect.touched:
        found = narrow.marked(told, touches(told, effect.touched))
        yield table(told, found, (110, 100, 160, 105, 135, 100))
        touched = [(item.region, item.group) for item in effect.touched]
        yield from whose_shared(
            told, lambda home: (group for key, group in touched if key == home.key)
        )

"""The whole report as a paper, in the order in which a steering group looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from sopimukset.base.speech import mark
from sopimukset.documents.build import DRAFT, ERRORS_NOTE, EXAMPLE, EXAMPLE_NOTE, PREPARATION_NOTE
from sopimukset.documents.meetings import role
from sopimukset.documents.report import origin as origins
from sopimukset.documents.report.actions import told_actions
from sopimukset.documents.report.appendix import appendix
from sopimukset.documents.report.beside import told_comparison
from sopimukset.documents.report.changes import told_changes, told_due
from sopimukset.documents.report.costs import told_costs
from sopimukset.documents.report.goals import told_goals
from sopimukset.documents.report.indicators import told_indicators
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.report.risks import told_risks
from sopimukset.documents.report.staff_told import told_staff
from sopimukset.documents.report.today import today
from sopimukset.documents.report.youth_told import told_youth
from sopimukset.formats.paper import Block, Heading, Paper, Table, Text

TITLE = mark("Seurantaraportti")
PAGE = mark("Sivu {number} ({count})")
STANDS = mark("Jakso {jakso}, tilanne {paiva}")
UNFINISHED = mark("Jakso {jakso}, tilanne {paiva}: jakso kesken, luvut tähän mennessä kirjattuja")
AUTHOR = mark("Laatija: {laatija}")
TREATED = mark("Käsitelty johtoryhmässä {paiva} (388/2024 2 § 2 mom).")
TREATED_UNDATED = mark("Kirjattu käsitellyksi johtoryhmässä ilman päivää (388/2024 2 § 2 mom).")
LATER = mark("Käsittely on kirjattu johtoryhmän kokoukselle {paiva}, joka on vasta tulossa.")
UNTREATED = mark("Käsittelyä johtoryhmässä ei ole kirjattu (388/2024 2 § 2 mom).")
NOT_IN_MINUTES = mark(
    "Seuranta on kirjattu käsitellyksi {paiva}, mutta käsittelyä ei löydy pöytäkirjasta."
)
COMMENTED = mark("Lausuneet: {osapuolet}.")
NOBODY = mark("Lausuntoja ei ole kirjattu.")
EVALUATED = mark("Johtoryhmän arvio: {arvio}")
CARRIED_OUT = mark("Toimeenpano: {kuvaus}")
CHECK = mark(
    "Suunnitelma laaditaan kolmen kuukauden kuluessa arvioinnin aloittamisesta (381/2023 4 §) ja "
    "tarkistetaan vähintään kolmen kuukauden välein (6 §). Tarkista laki 1413/2025: se muuttaa "
    "pykäliä 1.1.2026 alkaen, eikä sen tekstiä ole luettu."
)

Section = Callable[[Matter, Pen], Iterator[Block]]


class Fixed(NamedTuple):
    """What every report says: a heading and its paragraphs, from the library of clauses."""

    heading: str
    paragraphs: tuple[str, ...]


def report(matter: Matter, pen: Pen, blobs: origins.Blobs, fixed: Sequence[Fixed] = ()) -> Paper:
    """The report in the pen's language, with what every report says before its appendix."""
    own = origins.origin(matter, blobs, pen.language, summary=False)
    return Paper(
        pen.say(TITLE),
        pen.language,
        with_fitting_heads((*_sections(matter, pen), *_fixed(fixed), *_appendix(matter, pen))),
        under_title=tuple(under_title(matter, pen)),
        mark=marks(matter, pen),
        foot=origins.line(own, matter.day, pen.say(origins.LINE)),
        page_word=pen.say(PAGE),
        properties=tuple(origins.properties(matter, own)),
        day=matter.days.end,
        table_word=pen.say("Taulukko"),
        figure_word=pen.say("Kuva"),
    )


def with_fitting_heads(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with tables of few rows headed by their columns alone.

    Where heads outnumber the cells they head, a screen reader says more heads than facts, and a
    checker of accessible files (outloud) takes the table for a broken one.
    """
    return tuple(
        replace(item, row_head=False) if isinstance(item, Table) and _overheaded(item) else item
        for item in blocks
    )


def _overheaded(table: Table) -> bool:
    columns, rows = len(table.columns), len(table.rows)
    return table.row_head and columns + rows > rows * (columns - 1)


def marks(matter: Matter, pen: Pen) -> str:
    """What stands in every page's header: ESIMERKKI, LUONNOS, both or nothing."""
    alue = pen.facts.alue
    found = [EXAMPLE] if alue.kuvitteellinen else []
    is_draft = matter.errors or alue.vaihe != "vahvistettu" or pen.facts.foreign()
    found += [DRAFT] if is_draft else []
    return " – ".join(pen.say(item) for item in found)


def under_title(matter: Matter, pen: Pen) -> Iterator[str]:
    """The group, the period, and the day by which things are told."""
    yield pen.text(matter.follow.group.nimi)
    period = matter.item.seurantajakso.nimi
    days = pen.days(matter.days)
    told = f"{period} ({days})" if period else days
    stands = UNFINISHED if matter.unfinished else STANDS
    yield pen.tell(stands, jakso=told, paiva=pen.day(matter.day))
    if matter.item.laatija:
        yield pen.tell(AUTHOR, laatija=role(pen.facts, matter.item.laatija))
    alue = pen.facts.alue
    if alue.kuvitteellinen:
        yield pen.say(EXAMPLE_NOTE)
    if alue.vaihe != "vahvistettu":
        yield pen.say(PREPARATION_NOTE)
    if matter.errors:
        yield pen.say(ERRORS_NOTE)
    for gap in pen.facts.foreign():
        yield gap.shown(pen.language)


def treated(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Who treated the follow-up when, who commented: the only proof of evaluation."""
    item = matter.item.kasitelty
    if item is None or not matter.follow.treated:
        on = item.pvm if item else None
        why = LATER if on and on > matter.day else NOT_IN_MINUTES
        yield Text(pen.tell(why, paiva=pen.day(on)) if on else pen.say(UNTREATED), "strong")
        return
    told = pen.tell(TREATED, paiva=pen.minuted(item.pvm, item.pykala))
    commented = pen.facts.listed([pen.party(party) for party in item.lausunnot])
    more = pen.tell(COMMENTED, osapuolet=commented) if commented else pen.say(NOBODY)
    yield Text(f"{told if item.pvm else pen.say(TREATED_UNDATED)} {more}", "strong")
    if item.arvio is not None:
        yield Text(pen.tell(EVALUATED, arvio=pen.sentence(item.arvio)))


def carried_out(matter: Matter, pen: Pen) -> Iterator[Block]:
    """How the model has been carried out, as its preparer puts it."""
    if matter.item.toimeenpano is not None:
        yield Text(pen.tell(CARRIED_OUT, kuvaus=pen.sentence(matter.item.toimeenpano)))


def _sections(matter: Matter, pen: Pen) -> Iterator[Block]:
    for number, (title, section) in enumerate(SECTIONS, 1):
        yield Heading(f"{number} {pen.say(title)}")
        yield from section(matter, pen)


def _appendix(matter: Matter, pen: Pen) -> Iterator[Block]:
    title = mark("Liite: läsnäolo, suositukset ja yhteistyö")
    yield Heading(pen.say(title))
    yield from appendix(matter, pen)


def _fixed(fixed: Sequence[Fixed]) -> Iterator[Block]:
    for item in fixed:
        yield Heading(item.heading)
        yield from (Text(text) for text in item.paragraphs)


def _first(matter: Matter, pen: Pen) -> Iterator[Block]:
    yield from treated(matter, pen)
    yield from carried_out(matter, pen)
    yield from today(matter, pen)
    yield from told_comparison(matter, pen, hides=matter.follow.hides)


def _flow(matter: Matter, pen: Pen) -> Iterator[Block]:
    caption = mark("Asiakasvirta, odotusajat ja vaikutukset")
    yield from told_indicators(matter, pen, ("asiakasvirta", "odotus", "vaikutus", ""), caption)


def _plans(matter: Matter, pen: Pen) -> Iterator[Block]:
    yield Text(pen.say(CHECK), "small")
    caption = mark("Suunnitelmat ja niiden tarkistukset ajallaan")
    yield from told_indicators(matter, pen, ("suunnitelmat",), caption)


def _youth(matter: Matter, pen: Pen) -> Iterator[Block]:
    yield from told_youth(matter, pen)
    yield from told_indicators(matter, pen, ("nuoret",), mark("Nuoret asiakkaat"))


def _next(matter: Matter, pen: Pen) -> Iterator[Block]:
    yield Heading(pen.say(mark("Muutokset jakson aikana")), 2)
    yield from told_changes(matter, pen)
    yield Heading(pen.say(mark("Seuraavat määräajat")), 2)
    yield from told_due(matter, pen)


SECTIONS: tuple[tuple[str, Section], ...] = (
    (mark("Päätettävää ja esitettävää"), _first),
    (mark("Henkilöstö: sovittu ja toteutunut"), told_staff),
    (mark("Vuoden tavoitteet"), told_goals),
    (mark("Asiakkaat"), _flow),
    (mark("Suunnitelmat ajallaan"), _plans),
    (mark("Myöhässä olevat toimenpiteet"), told_actions),
    (mark("Suurimmat riskit"), told_risks),
    (mark("Nuorten yhteispalvelu"), _youth),
    (mark("Kustannukset ja talousarvio"), told_costs),
    (mark("Muutokset ja seuraavat määräajat"), _next),
)
"""The sections in their order, each with its title."""

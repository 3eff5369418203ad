"""The catalogue of indicators as text for a terminal: what to record, and what it means."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sopimukset.base.dates import told_day
from sopimukset.base.speech import language, mark, say
from sopimukset.register import Mittari, Mittariluettelo
from sopimukset.reporting.cells import cells, wrapped

CLASSES = mark("luokat")
UNIT, DIRECTION = mark("yksikkö"), mark("suunta")
SOURCE, CADENCE, KEEPER = mark("lähde"), mark("kuinka usein"), mark("määritelmän ylläpitäjä")
PROVISION = mark("säännös")
VERSION = mark("versio {versio}, käytössä {paiva} alkaen")
DIRECTIONS = {
    "enemman": mark("enemmän on parempi"),
    "vahemman": mark("vähemmän on parempi"),
    "neutraali": mark("ei kumpikaan"),
}
PEOPLE = mark("Laskee henkilöitä: lukuja 1–4 ei esitetä raporteissa.")
PARTS = mark("Osuuden voi kirjata osoittajana ja nimittäjänä; prosenttiluku lasketaan niistä.")
MORE = mark("Määritelmä: sopimukset explain AVAIN")
_INDENT = "  "


def render_catalogue(catalogue: Mittariluettelo, day: date, width: int) -> str:
    """The indicators that are in use on a day, by group: key, name, unit, and the classes' keys."""
    found = catalogue.voimassa(day)
    longest = max((cells(item.avain) for item in found), default=0)
    lines: list[str] = []
    for group in catalogue.ryhmat:
        own = [item for item in found if item.ryhma == group]
        if own:
            lines += [catalogue.nimi("ryhma", group, language())]
            for item in own:
                lines += _row(item, longest, width)
            lines += [""]
    return "\n".join([*lines, say(MORE)])


def _row(item: Mittari, longest: int, width: int) -> Iterator[str]:
    head = f"{_INDENT}{item.avain}{' ' * (longest - cells(item.avain))}  "
    rest = " " * len(head)
    yield from wrapped(f"{item.nimi.kielella(language())}, {item.yksikko}", width, head, rest)
    if item.luokat:
        yield from wrapped(f"{say(CLASSES)}: {', '.join(item.luokat)}", width, rest, rest + _INDENT)


def render_indicator(item: Mittari, catalogue: Mittariluettelo, width: int) -> str:
    """One indicator in full: what is counted and how, and the words to record it by."""
    kieli = language()
    title = f"{item.avain} – {item.nimi.kielella(kieli)}"
    lines = [*wrapped(title, width), "=" * min(cells(title), width)]
    lines += wrapped(item.maaritelma.kielella(kieli), width)
    lines += [""]
    for label, told in _facts(item, catalogue, kieli):
        lines += wrapped(f"{say(label)}: {told}", width, "", _INDENT)
    for key in item.luokat:
        name = catalogue.nimi(item.luokitus or "", key, kieli)
        lines += wrapped(f"{key} – {name}", width, f"{_INDENT}- ", _INDENT * 2)
    notes = [PEOPLE] if item.henkiloita else []
    notes += [PARTS] if item.laji == "osuus" else []
    for note in notes:
        lines += ["", *wrapped(say(note), width)]
    return "\n".join(lines)


def _facts(item: Mittari, catalogue: Mittariluettelo, kieli: str) -> Iterator[tuple[str, str]]:
    unit = catalogue.nimi("yksikko", item.yksikko, kieli)
    yield UNIT, unit if unit == item.yksikko else f"{item.yksikko} ({unit})"
    yield DIRECTION, say(DIRECTIONS[item.suunta])
    yield CADENCE, catalogue.nimi("tiheys", item.tiheys, kieli).lower()
    yield SOURCE, catalogue.nimi("lahdejarjestelma", item.lahdejarjestelma, kieli).lower()
    told = say(VERSION).format(versio=item.versio, paiva=told_day(item.alkaen))
    yield KEEPER, f"{catalogue.nimi('omistaja', item.omistaja, kieli)}, {told}"
    if item.saannos:
        yield PROVISION, item.saannos
    if item.luokat:
        yield CLASSES, catalogue.nimi("luokitus", item.luokitus or "", kieli).lower()

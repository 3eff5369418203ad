"""The changes between two versions of an agreement, item by item and clause by clause: old, new.

Every place at which the versions differ comes to a change. What an agreement prints of it is told
in the agreement's own words; clauses are compared by their texts, so that a clause that only prints
another figure is not told of twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from sopimukset.base.speech import mark
from sopimukset.documents.amended_resources import cost, office, staff
from sopimukset.documents.amended_service import Lines, customers, youth
from sopimukset.documents.contracts import months, options, terms
from sopimukset.documents.facts import day
from sopimukset.documents.frozen import Frozen
from sopimukset.documents.parties import Context
from sopimukset.documents.resources import WORDS
from sopimukset.model.paths import leaves
from sopimukset.tracking.moved import Keys, Moved, moved
from sopimukset.tracking.moved_words import (
    COST,
    GROUP,
    KELA,
    LANGUAGES,
    MEETINGS,
    NAME,
    NOTICE,
    OFFICE,
    OPTION,
    PARTY,
    POWER,
    REVIEW,
    SETTER,
    SIZING,
    STAFF,
    TERRITORY,
    VALIDITY,
    YOUTH,
)

NOTHING = "–"
ALL_TOWNS = mark("kaikki hyvinvointialueen kunnat")
A_YEAR = mark("{maara} vuodessa")
SPOKEN = {"fi": mark("suomi"), "sv": mark("ruotsi")}
ANNEX = mark("Liite {numero}")
POWER_TEXT = mark("{kohde}: esittää {esittaja}, päättää {paattaja}")
CLAUSE, NEW_CLAUSE = mark("Kohta {numero}, {otsikko}"), mark("Uusi kohta {numero}, {otsikko}")
CLAUSES = mark("Kohtien järjestys")
OTHER = mark("Muu sopimuksen tieto")
SETTERS = {
    "asettaja": mark("asettaja: {nimi}"),
    "puheenjohtajan_nimeaja": mark("puheenjohtajan nimeäjä: {nimi}"),
    "johtavan_henkilon_nimeaja": mark("johtavan henkilön nimeäjä: {nimi}"),
}


@dataclass(frozen=True, slots=True)
class Change:
    """One change, in the document's language.

    Attributes:
        place: what is changed.
        old, new: the paragraphs before and after; a dash where there was or is nothing.
        numbered: whether the place is a clause, told by its number.
    """

    place: str
    old: Lines
    new: Lines
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class _Row:
    """A thing that is told of as one.

    Attributes:
        name: what it is called; gets both versions.
        text: what a version says of it.
    """

    name: Callable[[Frozen, Frozen], str]
    text: Callable[[Frozen], Lines]


def changes(old: Frozen, new: Frozen) -> list[Change]:
    """What changes from one version of an agreement to another, in the agreement's order.

    Raises:
        LayoutError: a clause of one of them can't be filled.
    """
    rows: dict[Keys, list[Moved]] = {}
    for item in moved(old.content, new.content):
        rows.setdefault(_row_key(item.keys), []).append(item)
    found = []
    for key in sorted(rows, key=_rank):
        found += list(_told(key, rows[key], old, new))
    return found


_ORDER = (
    *("kielet", "nimi", "osapuolet", "johtoryhmat", "voimassa", "optiot", "irtisanomisaika_kk"),
    *(
        "henkilosto",
        "mitoitus",
        "toimipisteet",
        "henkiloston_tarkistus_kk",
        "nuorten_yhteispalvelu",
    ),
    *("kustannukset", "kelan_osallistuminen", "muutosvaltuus", "liitteet", "lausekkeet"),
)


def _rank(key: Keys) -> tuple[int, Keys]:
    return (_ORDER.index(key[0]) if key[0] in _ORDER else len(_ORDER), key)


def _row_key(keys: Keys) -> Keys:
    """The thing that a place belongs to."""
    if "mitoitus" in (keys[0], *keys[2:3]):
        return ("mitoitus",)
    if keys[0] == "johtoryhmat":
        return ("johtoryhmat", *keys[2:3])
    if keys[0] != "sopimukset":
        return keys[:2]
    name, *rest = keys[2:] or ("",)
    if name == "lausekemuutokset":
        return ("lausekkeet", *rest[:1])
    return (name, *rest[:1]) if name in _OF_ITEMS and name != "osapuolet" else (name,)


def _told(key: Keys, items: Sequence[Moved], old: Frozen, new: Frozen) -> Iterator[Change]:
    if key == ("osapuolet",):  # each party that came or went is told of by itself
        return
    if key[0] == "lausekkeet" and len(key) > 1:
        told = _clause_change(key[1], old, new)
    else:
        row = _row(key)
        told = Change(row.name(old, new), row.text(old), row.text(new))
    if told.old == told.new:  # nothing that an agreement prints: it is told all the same
        told = Change(new.facts.say(OTHER), _raw(items, "old"), _raw(items, "new"))
    yield replace(told, old=told.old or [NOTHING], new=told.new or [NOTHING])


def _raw(items: Sequence[Moved], side: str) -> Lines:
    """The facts as the record has them."""
    return [
        f"{item.path}{''.join(f'.{step}' for step in path)}: {value}"
        for item in items
        if getattr(item, side) is not None
        for path, value in leaves(getattr(item, side))
    ]


def _row(key: Keys) -> _Row:
    """How a thing is told of, by its key."""
    head, own = key[0], key[1] if len(key) > 1 else ""
    if head in _OF_ITEMS:
        name, text = _OF_ITEMS[head]
        return _Row(name(own), lambda side: text(side, own))
    title, whole = _WHOLE.get(key) or _WHOLE.get((head,)) or (OTHER, lambda _side: [])
    return _Row(lambda _old, new: new.facts.say(title), whole)


def _named(title: str) -> Callable[[str], Callable[[Frozen, Frozen], str]]:
    return lambda _own: lambda _old, new: new.facts.say(title)


# What a version says of a thing ------------------------------------------------------------------


def _party(side: Frozen, own: str) -> Lines:
    item = next((item for item in side.content.osapuolet if item.tunnus == own), None)
    if item is None:
        return []
    name, short = side.parties.legal(item), side.parties.short(item)
    told = [name, *([short] if short != name else []), side.parties.role(item)]
    return [", ".join(dict.fromkeys(told))]


def _group(side: Frozen) -> Lines:
    text = side.facts.text(side.group.nimi) if side.group else ""
    return [text] if text else []


def _territory(side: Frozen) -> Lines:
    towns = side.group.toimialue.kunnat if side.group and side.group.toimialue else None
    if towns == "kaikki":
        return [side.facts.say(ALL_TOWNS)]
    return [", ".join(sorted(side.municipality(name) for name in towns))] if towns else []


def _meetings(side: Frozen) -> Lines:
    habit = side.group.kokoukset if side.group else None
    count = habit.vahintaan_vuodessa if habit else None
    return [side.facts.say(A_YEAR).format(maara=count)] if count else []


def _setter(side: Frozen) -> Lines:
    agreed = side.group.sopimus_asettajasta if side.group else None
    if agreed is None:
        return []
    lines = []
    for field, text in SETTERS.items():
        party = side.parties.by_tunnus.get(getattr(agreed, field) or "")
        if party:
            lines.append(side.facts.say(text).format(nimi=side.parties.short(party)))
    return lines


def _annex(side: Frozen, own: str) -> Lines:
    items = [item for item in side.agreement.liitteet if item.tunnus == own]
    return [side.facts.text(item.nimi) for item in items]


def _annex_name(own: str) -> Callable[[Frozen, Frozen], str]:
    def name(old: Frozen, new: Frozen) -> str:
        """The annex's name by its number in the agreement that has it."""
        holder = new if own in new.annexes else old
        return new.facts.say(ANNEX).format(numero=holder.annexes.index(own) + 1)

    return name


def _power(side: Frozen, own: str) -> Lines:
    facts = side.facts
    return [
        facts.say(POWER_TEXT).format(
            kohde=_target(side, own),
            esittaja=facts.say(WORDS.get(facts.text(item.esittaja), facts.text(item.esittaja))),
            paattaja=facts.text(item.paattaja),
        )
        for item in side.agreement.muutosvaltuus
        if item.kohde == own
    ]


def _target(side: Frozen, own: str) -> str:
    if own in side.annexes:
        return side.facts.say(ANNEX).format(numero=side.annexes.index(own) + 1)
    return own


def _name(side: Frozen) -> Lines:
    text = side.facts.text(side.agreement.nimi)
    return [text] if text else []


def _languages(side: Frozen) -> Lines:
    return [", ".join(side.facts.say(SPOKEN[item]) for item in side.content.kielet)]


def _validity(side: Frozen) -> Lines:
    dates = side.agreement.voimassa
    if dates is None or dates.alkaen is None:
        return [side.facts.since_until(None, dates.paattyen)] if dates and dates.paattyen else []
    return [str(terms(side.facts, side.agreement, ())["voimassaolo"])]


def _option(side: Frozen, own: str) -> Lines:
    items = side.agreement.optiot
    told = options(side.facts, side.agreement, ()) if items else []
    return [text for item, text in zip(items, told, strict=True) if item.tunnus == own]


def _notice(side: Frozen) -> Lines:
    return list(filter(None, [months(side.facts, side.agreement.irtisanomisaika_kk)]))


def _review(side: Frozen) -> Lines:
    return list(filter(None, [months(side.facts, side.agreement.henkiloston_tarkistus_kk)]))


def _kela(side: Frozen) -> Lines:
    return list(filter(None, [side.facts.text(side.agreement.kelan_osallistuminen)]))


def _clause_order(side: Frozen) -> Lines:
    return [f"{count}. {heading}" for count, heading, _ in side.clauses.values()]


_OF_ITEMS: dict[
    str, tuple[Callable[[str], Callable[[Frozen, Frozen], str]], Callable[[Frozen, str], Lines]]
] = {
    "osapuolet": (_named(PARTY), _party),
    "henkilosto": (_named(STAFF), staff),
    "toimipisteet": (_named(OFFICE), office),
    "nuorten_yhteispalvelu": (_named(YOUTH), youth),
    "optiot": (_named(OPTION), _option),
    "kustannukset": (_named(COST), cost),
    "liitteet": (_annex_name, _annex),
    "muutosvaltuus": (_named(POWER), _power),
}
_WHOLE: dict[Keys, tuple[str, Callable[[Frozen], Lines]]] = {
    ("johtoryhmat", "toimialue"): (TERRITORY, _territory),
    ("johtoryhmat", "kokoukset"): (MEETINGS, _meetings),
    ("johtoryhmat", "sopimus_asettajasta"): (SETTER, _setter),
    ("johtoryhmat",): (GROUP, _group),
    ("johtoryhma",): (GROUP, _group),
    ("mitoitus",): (SIZING, customers),
    ("nimi",): (NAME, _name),
    ("kielet",): (LANGUAGES, _languages),
    ("voimassa",): (VALIDITY, _validity),
    ("irtisanomisaika_kk",): (NOTICE, _notice),
    ("henkiloston_tarkistus_kk",): (REVIEW, _review),
    ("kelan_osallistuminen",): (KELA, _kela),
    ("lausekkeet",): (CLAUSES, _clause_order),
}


def _clause_change(tunnus: str, old: Frozen, new: Frozen) -> Change:
    """The paragraphs of a clause that differ; the whole clause where it is new or goes."""
    before, after = old.clauses.get(tunnus), new.clauses.get(tunnus)
    count, heading, _ = before or after or (0, tunnus, ())
    text = CLAUSE if before else NEW_CLAUSE
    place = new.facts.say(text).format(numero=count, otsikko=heading)
    if before is None or after is None:
        return Change(place, _whole(before), _whole(after), numbered=True)
    return Change(place, *_differing(_whole(before), _whole(after)), numbered=True)


def _whole(clause: tuple[int, str, tuple[str, ...]] | None) -> Lines:
    return [clause[1], *clause[2]] if clause else []


def _differing(before: Lines, after: Lines) -> tuple[Lines, Lines]:
    left: Lines = []
    right: Lines = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what != "equal":
            left += before[a:b]
            right += after[c:d]
    return left, right


def rows(found: Sequence[Change]) -> list[Context]:
    """The changes as the layout's table prints them."""
    return [{"kohta": item.place, "vanha": item.old, "uusi": item.new} for item in found]


def first_day(side: Frozen) -> str:
    """The first day of the agreement, "" where it is not recorded."""
    dates = side.agreement.voimassa
    return day(dates.alkaen if dates else None)

"""The agreement's clauses: the model clauses of the day, with the region's listed changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

from sopimukset.base.amounts import NBSP
from sopimukset.base.speech import mark
from sopimukset.documents.facts import Facts, citation
from sopimukset.documents.parties import Context
from sopimukset.documents.subject import Making
from sopimukset.formats.word import gap, render_text
from sopimukset.model import Kappale, Kielitekstit, Lausekekirjasto, Lausekemuutos, Lausekeversio
from sopimukset.model.paths import Path

LAST = "allekirjoitukset"
"""The clause before which an added one comes where the region names no other place."""

ACTIONS = {"poista": mark("poistettu"), "korvaa": mark("korvattu"), "lisaa": mark("lisätty")}
KEPT = mark("poistoa ei ole tehty: lauseke on pakollinen")
"""What the list of deviations says of a removal that the decree doesn't allow."""
REPLACED_UNDER = mark("korvattu; uusi otsikko: ”{otsikko}”")

BASIS = mark("[Lausekkeen perusta: {perusta}.]")
MANDATORY = mark("[Lausekkeen perusta: {perusta}. Pakollinen lauseke, sääntö {saanto}.]")
NO_PROVISION = mark("ei säännöstä")
OWN_CLAUSE = mark("[Lausekkeen perusta: alueen oma lauseke.]")
"""What a reviewer's copy says of a clause that the model library doesn't hold."""

_ROOM = re.compile(r"\[[^\[\]]+\]")
"""What a person fills in."""

_UNITS = (
    r"(?:kuukau|päiv|viik|vuo[dst]|tun[nt]i|henkilö|euro|prosent"
    r"|månad|dag|veck|år|timm|person|procent)\w*|htv\b|[€%]"
)
_HELD = re.compile(
    r"(?<=\d) (?=§|mom\b|moment|kohta\b|punkten\b)|(?<=§) (?=\d)"
    r"|(?<=/\d{4},) (?=\d+ §)|(?<=\bliitteessä) (?=\d)|(?<=\bbilaga) (?=\d)"
    r"|(?<=\bjäseniä) (?=\d)|(?<=\bantal medlemmar) (?=\d)"
    rf"|(?:(?<=\b\d)|(?<=\b\d\d)|(?<=\b\d\d\d)) (?={_UNITS})"
)
"""The spaces within a citation of a statute, before the number of an annex or of members, and
between a number (not a year) and what it counts."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause as it stands in the document.

    Attributes:
        paragraphs: kind (`teksti`, `kohta`) and text of each.
        table: the table that follows, or "".
    """

    tunnus: str
    heading: str
    paragraphs: tuple[tuple[str, str], ...] = ()
    table: str = ""


@dataclass
class Clauses:
    """The clauses of one agreement and how they depart from the model.

    Attributes:
        deviations: the model clause's own heading, else the added one's; what was done; why.
        mandatory: the clauses that no region may remove, each with the provision that demands it.
    """

    items: list[Clause] = field(default_factory=list)
    deviations: list[tuple[str, str, str]] = field(default_factory=list)
    mandatory: Mapping[str, str] = field(default_factory=dict)


def wording(versions: Sequence[Lausekeversio], on: date) -> Lausekeversio:
    """The wording in force on the agreement's own day; the first one for an earlier day."""
    known = [item for item in versions if item.alkaen is None or item.alkaen <= on]
    return known[-1] if known else versions[0]


def basis_lines(library: Lausekekirjasto, facts: Facts) -> dict[str, str]:
    """What a reviewer's copy says of each clause: its provisions, and whether it must stand."""
    lines = {}
    for clause in library.lausekkeet:
        if not clause.perusta and not any(item.kappaleet for item in clause.versiot):
            lines[clause.tunnus] = ""
            continue
        cited = "; ".join(citation(facts, item) for item in clause.perusta)
        basis = cited.rstrip(".") or facts.say(NO_PROVISION)
        line = MANDATORY if clause.pakollinen and clause.saanto else BASIS
        lines[clause.tunnus] = facts.say(line).format(perusta=basis, saanto=clause.saanto)
    return lines


def clauses_of(
    library: Lausekekirjasto,
    changes: Sequence[Lausekemuutos],
    on: date,
    context: Mapping[str, object],
    facts: Facts,
    path: Path,
) -> Clauses:
    """The clauses of an agreement of that day, changed as the region has agreed.

    A change's text is the region's own and is printed as it is, never read as a template. A
    mandatory clause stays where a change would remove it.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    result = Clauses(mandatory=_mandatory(library))
    for clause in library.lausekkeet:
        version = wording(clause.versiot, on)
        result.items.append(_model_clause(clause.tunnus, version, context, facts.language))
    for index, change in enumerate(changes):
        _apply(result, change, facts, (*path, "lausekemuutokset", index))
    return result


def headings_of(
    library: Lausekekirjasto, changes: Sequence[Lausekemuutos], on: date, facts: Facts, path: Path
) -> list[str]:
    """The headings alone of the clauses that `clauses_of` gives."""
    result = Clauses(mandatory=_mandatory(library))
    for clause in library.lausekkeet:
        heading = _in(wording(clause.versiot, on).otsikko, facts.language)
        result.items.append(Clause(clause.tunnus, heading))
    for index, change in enumerate(changes):
        _apply(result, change, facts, (*path, "lausekemuutokset", index))
    return [clause.heading for clause in result.items]


def clause_context(
    making: Making,
    changes: Sequence[Lausekemuutos],
    on: date,
    context: Context,
    path: Path,
    moved: Collection[str] = (),
) -> Context:
    """The fields `lausekkeet` and `poikkeamat` of a document.

    The wording is that of the day `on`; clauses print fields of `context`; tables that have
    `moved` to an annex are not repeated after their clause. A reviewer's copy tells below each
    heading which provisions the clause rests on.

    Raises:
        LayoutError: a clause of the library can't be filled.
    """
    facts = making.facts
    clauses = clauses_of(making.library, changes, on, context, facts, path)
    bases = basis_lines(making.library, facts) if making.annotated else {}
    return {
        "lausekkeet": [
            {
                "tunnus": clause.tunnus,
                "otsikko": clause.heading,
                "kappaleet": [
                    {"laji": kind, "teksti": text, "perusta": is_basis}
                    for is_basis, kind, text in _told(clause, bases, facts)
                ],
                "taulukko": "" if clause.table in moved else clause.table,
            }
            for clause in clauses.items
        ],
        "poikkeamat": [
            {"lauseke": heading, "toimi": action, "peruste": reason}
            for heading, action, reason in clauses.deviations
        ],
    }


def _told(
    clause: Clause, bases: Mapping[str, str], facts: Facts
) -> Iterator[tuple[bool, str, str]]:
    """The paragraphs of a clause; above them the basis, where bases are told and it says something.

    A list without text and without a provision, such as that of annexes, gets none.
    """
    line = bases.get(clause.tunnus, facts.say(OWN_CLAUSE) if bases else "")
    if line:
        yield True, "teksti", _held(line)
    for kind, text in clause.paragraphs:
        yield False, kind, text


def _model_clause(
    tunnus: str, version: Lausekeversio, context: Mapping[str, object], language: str
) -> Clause:
    heading = _in(version.otsikko, language)
    paragraphs = tuple(_paragraphs(version.kappaleet, context, language, tunnus))
    return Clause(tunnus, heading, paragraphs, version.taulukko or "")


def _paragraphs(
    parts: Sequence[Kappale], context: Mapping[str, object], language: str, name: str
) -> Iterator[tuple[str, str]]:
    for part in parts:
        if not _holds(part.jos, context):
            continue
        text = _in(part, language)
        if text:
            yield "teksti", _held(render_text(text, context, name))
        for item in part.luettelo:
            if _holds(item.jos, context):
                yield "kohta", _held(render_text(_in(item, language), context, name))


def _held(text: str) -> str:
    """The text with what no line's end divides: "9 § 1 mom", "6 kuukautta"."""
    return _HELD.sub(NBSP, text)


def _holds(condition: str | None, context: Mapping[str, object]) -> bool:
    """Whether the field that a paragraph depends on says something."""
    if condition is None:
        return True
    here: object = context
    for name in condition.split("."):
        here = here[name] if isinstance(here, Mapping) else None
    return bool(here)


def _in(text: Kielitekstit, language: str) -> str:
    value: str | None = getattr(text, language)
    return value or ""


def _mandatory(library: Lausekekirjasto) -> dict[str, str]:
    return {
        item.tunnus: next(iter(item.perusta), "") for item in library.lausekkeet if item.pakollinen
    }


def _apply(result: Clauses, change: Lausekemuutos, facts: Facts, path: Path) -> None:
    place = next(
        (index for index, item in enumerate(result.items) if item.tunnus == change.lauseke), None
    )
    old = result.items[place] if place is not None else None
    heading = facts.text(change.otsikko) or (old.heading if old else "")
    is_kept = change.toimi == "poista" and old is not None and change.lauseke in result.mandatory
    if change.toimi == "poista" and place is not None and not is_kept:
        del result.items[place]
    elif change.toimi == "korvaa" and place is not None and old is not None:
        result.items[place] = _own(change, heading, facts, path, old.table)
    elif change.toimi == "lisaa":
        heading = facts.needed_text(change.otsikko, "lausekkeen otsikko", path)
        result.items.insert(_position(result, change), _own(change, heading, facts, path, ""))
    reason = facts.needed_text(change.peruste, "poikkeaman peruste", path)
    done = ACTIONS.get(change.toimi or "")
    action = facts.needed(facts.say(done) if done else None, "poikkeaman toimi", path)
    known = old.heading if old else heading
    if is_kept:
        provision = result.mandatory[change.lauseke]
        action = kept_told(facts.say, citation(facts, provision))
        facts.kept(change.lauseke, provision, path)
    if change.toimi == "korvaa" and known != heading:
        action = facts.say(REPLACED_UNDER).format(otsikko=heading)
    result.deviations.append((known or change.lauseke, action, reason))


def kept_told(speak: Callable[[str], str], provision: str) -> str:
    """That a mandatory clause wasn't removed, with the provision that demands it."""
    return f"{speak(KEPT)} ({provision})" if provision else speak(KEPT)


def _own(change: Lausekemuutos, heading: str, facts: Facts, path: Path, table: str) -> Clause:
    text = facts.needed_text(change.teksti, "lausekkeen teksti", path)
    paragraphs = tuple(("teksti", line.strip()) for line in text.split("\n") if line.strip())
    return Clause(change.lauseke, heading, paragraphs, table)


def _position(result: Clauses, change: Lausekemuutos) -> int:
    """After the clause that the region names, else before the signatures."""
    names = [item.tunnus for item in result.items]
    if change.jalkeen in names:
        return names.index(change.jalkeen) + 1
    return names.index(LAST) if LAST in names else len(names)


def with_rooms(clauses: Context) -> Context:
    """The clauses with what a person fills in, [so], marked as gaps of the text.

    They are no record's to know, and so no gaps of the record.
    """
    told = cast(list[dict[str, Any]], clauses["lausekkeet"])
    shown = [
        {
            **clause,
            "kappaleet": [
                part if part["perusta"] else {**part, "teksti": _ROOM.sub(_marked, part["teksti"])}
                for part in clause["kappaleet"]
            ],
        }
        for clause in told
    ]
    return {**clauses, "lausekkeet": shown}


def _marked(room: re.Match[str]) -> str:
    return gap(room.group())

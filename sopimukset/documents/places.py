"""Where a missing fact belongs, in words for a paper's reader; programs are told the path."""

from __future__ import annotations

from itertools import accumulate, takewhile
from typing import cast

from sopimukset.base.speech import mark
from sopimukset.documents.facts import DOUBTFUL, RECORD, Gap, day
from sopimukset.documents.parties import Parties
from sopimukset.documents.subject import Subject
from sopimukset.formats.word import GAP_OPEN
from sopimukset.model import Johtoryhma, Kokous, Neuvottelu, Osapuoli, Toimipiste
from sopimukset.model.kokous import Asia

MEETING, NEGOTIATION = mark("kokous {paiva}"), mark("neuvottelu {paiva}")
OFFICE = mark("toimipiste kunnassa {kunta}")
WHOSE = ("nimeaja", "osapuoli")
"""The fields that tell whose a row is, so that its party's name names it for a reader."""


def place_in_words(gap: Gap, subject: Subject, parties: Parties) -> str:
    """The parties, groups, negotiations, meetings and offices on the way to a missing fact.

    In the language of the parties' document; "" where the fact's own name says it all, as a name
    does that isn't confirmed. What the document itself is about isn't told: its title does.
    """
    if gap.lack == DOUBTFUL:
        return ""
    root = subject.alue if gap.file == RECORD else subject.source.meetings.get(gap.file)
    stages = enumerate(accumulate(gap.path, _stepped, initial=cast(object, root)))
    own = _steps_to_itself(gap, subject)
    words = (_word(here, parties) for steps, here in stages if steps > own)
    return ", ".join(dict.fromkeys(word for word in words if word and word not in gap.fact))


def _steps_to_itself(gap: Gap, subject: Subject) -> int:
    """How far the way to the fact is that to the document's own place; -1 in another file."""
    if gap.file != subject.file:
        return -1
    pairs = zip(gap.path, subject.path, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _stepped(here: object, step: str | int) -> object:
    if isinstance(step, str):
        return getattr(here, step, None)
    return here[step] if isinstance(here, tuple) and step < len(here) else None


def _word(here: object, parties: Parties) -> str:
    facts = parties.facts
    if isinstance(here, Osapuoli):
        return _party(here, parties)
    if isinstance(here, Johtoryhma):
        return facts.text(here.nimi)
    if isinstance(here, Neuvottelu | Kokous):
        told = facts.say(MEETING if isinstance(here, Kokous) else NEGOTIATION)
        return told.format(paiva=day(here.pvm)).strip()
    if isinstance(here, Toimipiste):
        return facts.text(here.nimi) or _office(here, parties)
    if isinstance(here, Asia) and here.pykala:
        return parties.facts.minuted(None, here.pykala)
    return _whose(here, parties)


def _party(party: Osapuoli, parties: Parties) -> str:
    name = parties.short(party)
    return parties.role(party) if GAP_OPEN in name else name


def _office(office: Toimipiste, parties: Parties) -> str:
    town = parties.register.kunnat.get(office.kunta or "")
    if town is None:
        return ""
    name = town.nimi_sv if parties.facts.language == "sv" else town.nimi_fi
    return parties.facts.say(OFFICE).format(kunta=name)


def _whose(here: object, parties: Parties) -> str:
    owners = (getattr(here, name, None) for name in WHOSE)
    own = next((parties.by_tunnus[item] for item in owners if item in parties.by_tunnus), None)
    return _party(own, parties) if own else ""

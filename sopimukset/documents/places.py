"""Where a missing fact belongs, in words for a paper's reader; programs are told the path."""

from __future__ import annotations

from sopimukset.base.speech import mark
from sopimukset.documents.facts import RECORD, Gap, day
from sopimukset.documents.parties import Parties
from sopimukset.documents.subject import Source
from sopimukset.formats.word import GAP_OPEN
from sopimukset.model import Johtoryhma, Kokous, Neuvottelu, Osapuoli, Toimipiste
from sopimukset.model.kokous import Asia

MEETING, NEGOTIATION = mark("kokous {paiva}"), mark("neuvottelu {paiva}")
OFFICE = mark("toimipiste kunnassa {kunta}")
WHOSE = ("nimeaja", "osapuoli")
"""The fields that tell whose a row is, so that its party's name names it for a reader."""


def place_in_words(gap: Gap, source: Source, parties: Parties) -> str:
    """The parties, groups, negotiations, meetings and offices on the way to a missing fact.

    In the language of the parties' document; "" where the fact's own name says it all.
    """
    here: object = source.alue if gap.file == RECORD else source.meetings.get(gap.file)
    found = [_word(here, parties)]
    for step in gap.path:
        here = _stepped(here, step)
        found.append(_word(here, parties))
    return ", ".join(dict.fromkeys(word for word in found if word and word not in gap.fact))


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

"""How a report writes facts in its own language: names, amounts, days, and what isn't recorded."""

from __future__ import annotations

from functools import cached_property
from types import MappingProxyType

from sopimukset.base.periods import FOREVER, Period
from sopimukset.base.speech import mark
from sopimukset.documents.facts import Facts
from sopimukset.documents.parties import ROLES, Parties
from sopimukset.documents.report.voice import NOT_RECORDED as NOT_RECORDED
from sopimukset.documents.report.voice import Voice
from sopimukset.model import Jasenyys, Johtoryhma, Teksti
from sopimukset.register import Register
from sopimukset.tracking.deadline import Deadline, DeadlineKind
from sopimukset.tracking.due_words import DEADLINE
from sopimukset.tracking.roles import KELA

SEATS = frozenset({DeadlineKind.SEAT_END, DeadlineKind.DEPUTY_END})
AGREEMENTS = frozenset(
    {
        DeadlineKind.AGREEMENT_CONCLUDED,
        DeadlineKind.AGREEMENT_RENEWED,
        DeadlineKind.AGREEMENT_END,
        DeadlineKind.NOTICE_END,
        DeadlineKind.COMMENTS,
    }
)
"""Kinds of deadlines whose subject is a seat, or an agreement."""

AGREEMENT = MappingProxyType(
    {
        "tym-sopimus": mark("Monialaisen tuen yhteistyösopimus"),
        "muutossopimus": mark("Muutossopimus"),
        "sopimus-asettajasta": mark("Sopimus johtoryhmän asettajasta"),
        "nuorten-yhteispalvelu": mark("Sopimus nuorten monialaisen tuen yhteispalvelusta"),
        "yhdyspintasopimus": mark("Yhdyspintasopimus"),
        "irtisanomisilmoitus": mark("Irtisanomisilmoitus"),
    }
)
"""What agreements without a name of their own are called, by their kind."""

ACTION, BY = mark("Toimenpide: {tehtava}"), mark("{asia}, vastuu: {osapuoli}")
SEAT, SEAT_OF_SEVERAL = mark("Jäsen"), mark("Jäsen {numero}")
OF_SEVERAL = mark("{nimeaja}, jäsen {numero}")
QUOTED = "\N{RIGHT DOUBLE QUOTATION MARK}{}\N{RIGHT DOUBLE QUOTATION MARK}"
NOT_IN_LANGUAGE = {
    "fi": mark("ei kirjattu suomeksi"),
    "sv": mark("ei kirjattu ruotsiksi"),
}


def ended(text: str) -> str:
    """A sentence with its full stop, which one that ends itself needs none of."""
    return text if text.endswith((".", "!", "?")) else f"{text}."


class Pen(Voice):
    """Writes the facts of one region in one language."""

    def __init__(self, facts: Facts, register: Register) -> None:
        super().__init__(facts.language, register)
        self.facts = facts

    @cached_property
    def parties(self) -> Parties:
        """The region's parties by name."""
        return Parties(self.facts, self.register)

    def text(self, teksti: Teksti | None) -> str:
        """A recorded text in the language, else the words that say what isn't recorded."""
        if teksti is None:
            return self.say(NOT_RECORDED)
        return self.facts.text(teksti) or self.say(NOT_IN_LANGUAGE[self.language])

    def or_nothing(self, teksti: Teksti | None) -> str:
        """A recorded text in the language; "" where nothing is recorded at all."""
        return "" if teksti is None else self.text(teksti)

    def sentence(self, teksti: Teksti | None) -> str:
        """A recorded text as a sentence of its own: with a great letter and a full stop."""
        told = self.text(teksti).strip()
        return ended(f"{told[:1].upper()}{told[1:]}")

    def days(self, period: Period) -> str:
        """A period as 1.1.2026–30.6.2026."""
        last = None if period.end == FOREVER else period.end
        return self.facts.since_until(period.start, last)

    def party(self, tunnus: str | None) -> str:
        """A party's short name; its role where no name is recorded."""
        party = self.parties.by_tunnus.get(tunnus or "")
        if party is None:
            return tunnus or self.say(NOT_RECORDED)
        named = self.facts.text(party.nimi) or self.facts.text(party.oikeushenkilo)
        if named or party.rooli == KELA:
            return self.parties.name(tunnus, "", ())
        return self.say(ROLES[party.rooli])

    def deadline(self, item: Deadline) -> str:
        """What falls due, in words: an action by what is to be done and by whom."""
        if item.words is not None:
            told = self.tell(ACTION, tehtava=self.text(item.words).rstrip("."))
            return self.tell(BY, asia=told, osapuoli=self.party(item.party)) if item.party else told
        subject = item.subject
        if item.kind in AGREEMENTS:
            subject = self.agreement(subject)
        elif item.kind in SEATS:
            subject = self.seat_of(item.group, subject)
        elif item.kind is DeadlineKind.COORDINATOR_END:
            subject = self.service(subject)
        return self.tell(DEADLINE[item.kind], kohde=subject, **item.counts)

    def agreement(self, tunnus: str) -> str:
        """An agreement's name, quoted; the name of its kind where it has none of its own."""
        found = next((one for one in self.facts.alue.sopimukset if one.tunnus == tunnus), None)
        if found is None:
            return tunnus
        return QUOTED.format(self.or_nothing(found.nimi) or self.say(AGREEMENT[found.laji]))

    def service(self, tunnus: str) -> str:
        """A young people's service: the authorities in whose area it works, quoted."""
        services = self.facts.alue.nuorten_yhteispalvelu
        found = next((one for one in services if one.tunnus == tunnus), None)
        names = [self.party(one) for one in found.tyovoimaviranomaiset] if found else []
        return QUOTED.format(self.facts.listed(names)) if names else tunnus

    def seat_of(self, group: str, tunnus: str) -> str:
        """A seat of a group, quoted: its own task, else who names it, with its number if many."""
        groups = (one for one in self.facts.alue.johtoryhmat if one.tunnus == group)
        held = ((one, seat) for one in groups for seat in one.jasenet if seat.tunnus == tunnus)
        owner, seat = next(held, (None, None))
        if owner is None or seat is None:
            return tunnus
        return QUOTED.format(self.or_nothing(seat.tehtava) or self.namer(owner, seat))

    def namer(self, group: Johtoryhma, seat: Jasenyys) -> str:
        """Who names to a seat, with the seat's number where its namer has several."""
        number, namer = number_of(group, seat), self.party(seat.nimeaja)
        return self.tell(OF_SEVERAL, nimeaja=namer, numero=number) if number else namer

    def seat(self, group: Johtoryhma, seat: Jasenyys) -> str:
        """A seat beside the name of its namer: its own task, else that it is a member's."""
        number = number_of(group, seat)
        told = self.tell(SEAT_OF_SEVERAL, numero=number) if number else self.say(SEAT)
        return self.or_nothing(seat.tehtava) or told


def number_of(group: Johtoryhma, seat: Jasenyys) -> int:
    """Which of its namer's seats a seat is, from 1; 0 where it is the only one."""
    of_namer = [one.tunnus for one in group.jasenet if one.nimeaja == seat.nimeaja]
    return of_namer.index(seat.tunnus) + 1 if len(of_namer) > 1 else 0

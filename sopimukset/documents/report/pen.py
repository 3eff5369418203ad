"""How a report writes facts in its own language: names, amounts, days, and what isn't recorded."""

from __future__ import annotations

from functools import cached_property

from sopimukset.base.periods import FOREVER, Period
from sopimukset.base.speech import mark
from sopimukset.documents.facts import Facts
from sopimukset.documents.parties import ROLES, Parties
from sopimukset.documents.report.voice import NOT_RECORDED as NOT_RECORDED
from sopimukset.documents.report.voice import Voice
from sopimukset.model import Teksti
from sopimukset.register import Register
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.roles import KELA

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
        """What falls due, in words; of an action what is to be done, where that is recorded."""
        told = super().deadline(item)
        words = self.facts.text(item.words) if item.words is not None else None
        return f"{told}: {words}" if words else told

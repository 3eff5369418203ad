"""How a report writes facts in its own language: names, amounts, days, and what isn't recorded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cached_property

from sopimukset.base.periods import FOREVER, Period
from sopimukset.base.speech import mark
from sopimukset.documents.facts import NBSP, Facts, day, number
from sopimukset.documents.meetings import SECTION, citation
from sopimukset.documents.parties import ROLES, Parties
from sopimukset.documents.resources import UNITS
from sopimukset.model import Teksti
from sopimukset.register import Hyvinvointialue, Register, Tyollisyysalue
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.due_words import DEADLINE
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, Role

NOT_RECORDED = mark("ei kirjattu")
NOT_IN_LANGUAGE = {
    "fi": mark("ei kirjattu suomeksi"),
    "sv": mark("ei kirjattu ruotsiksi"),
}
MINUS = "−"


class Pen:
    """Writes the facts of one region in one language.

    Attributes:
        say: gives a Finnish word or sentence of ours in the language.
    """

    def __init__(self, facts: Facts, register: Register) -> None:
        self.facts = facts
        self.register = register
        self.language = facts.language
        self.say = facts.say

    @cached_property
    def parties(self) -> Parties:
        """The region's parties by name."""
        return Parties(self.facts, self.register)

    def tell(self, sentence: str, **places: object) -> str:
        """A sentence of ours in the language, with its places filled."""
        return self.say(sentence).format(**places)

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
        begun = f"{told[:1].upper()}{told[1:]}"
        return begun if begun.endswith((".", "!", "?")) else f"{begun}."

    def amount(self, value: Decimal | int | None) -> str:
        """An amount with a decimal comma and grouped thousands."""
        if value is None:
            return self.say(NOT_RECORDED)
        text = number(value if value >= 0 else -value)
        whole, comma, rest = text.partition(",")
        grouped = f"{int(whole):,}".replace(",", NBSP)
        return f"{MINUS if value < 0 else ''}{grouped}{comma}{rest}"

    def difference(self, value: Decimal | None) -> str:
        """A difference with its sign."""
        if value is None:
            return self.say(NOT_RECORDED)
        return f"+{self.amount(value)}" if value > 0 else self.amount(value)

    def day(self, value: date | None) -> str:
        """A day as 1.3.2026."""
        return day(value) or self.say(NOT_RECORDED)

    def days(self, period: Period) -> str:
        """A period as 1.1.2026–30.6.2026."""
        last = None if period.end == FOREVER else period.end
        return self.facts.since_until(period.start, last)

    def unit(self, unit: str | None) -> str:
        """A unit of staff."""
        word = UNITS.get(unit or "")
        return self.say(word) if word else self.say(NOT_RECORDED)

    def party(self, tunnus: str | None) -> str:
        """A party's short name; its role where no name is recorded."""
        party = self.parties.by_tunnus.get(tunnus or "")
        if party is None:
            return tunnus or self.say(NOT_RECORDED)
        named = self.facts.text(party.nimi) or self.facts.text(party.oikeushenkilo)
        if named or party.rooli == KELA:
            return self.parties.name(tunnus, "", ())
        return self.say(ROLES[party.rooli])

    def role(self, role: Role) -> str:
        """Who holds a role, by the register's name."""
        if role.kind == AUTHORITY:
            area = self.register.tyollisyysalueet.get(role.key)
            return self._entity(area) or role.key
        if role.kind == COUNTY:
            county = self.register.hyvinvointialueet.get(role.key)
            return self._entity(county) or role.key
        return self.say(ROLES[role.kind]) if role.kind == KELA else role.key

    def _entity(self, entity: Hyvinvointialue | Tyollisyysalue | None) -> str:
        if entity is None:
            return ""
        return entity.nimi_sv if self.language == "sv" else entity.nimi_fi

    def municipality(self, name: str) -> str:
        """A municipality's name in the language."""
        found = self.register.kunnat.get(name)
        return found.nimi_sv if found and self.language == "sv" else name

    def cite(self, provision: str) -> str:
        """A provision as the language writes it."""
        return citation(self.facts, provision)

    def section(self, number: int | None) -> str:
        """A section of minutes, unbroken; "" where none is recorded."""
        return self.tell(SECTION, numero=number).replace(" ", NBSP) if number else ""

    def deadline(self, item: Deadline) -> str:
        """What falls due, in words."""
        return self.tell(DEADLINE[item.kind], kohde=item.subject, **item.counts)

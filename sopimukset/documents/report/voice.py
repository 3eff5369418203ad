"""How a report writes what belongs to no region: amounts, days, names, provisions."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sopimukset.base.speech import mark
from sopimukset.documents.facts import day, minuted, number
from sopimukset.documents.parties import ROLES
from sopimukset.documents.resources import UNITS
from sopimukset.locale import translator
from sopimukset.register import Hyvinvointialue, Register, Tyollisyysalue
from sopimukset.statutes.citations import cited
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.due_words import DEADLINE
from sopimukset.tracking.roles import AUTHORITY, COUNTY, KELA, Role

NOT_RECORDED = mark("ei kirjattu")
MINUS = "\N{MINUS SIGN}"


class Voice:
    """Writes in one language.

    Attributes:
        language: a code as `fi`.
        register: knows the names.
        say: gives a Finnish word or sentence of ours in the language.
    """

    def __init__(self, language: str, register: Register) -> None:
        self.language = language
        self.register = register
        self.say = translator(language)

    def tell(self, sentence: str, **places: object) -> str:
        """A sentence of ours in the language, with its places filled."""
        return self.say(sentence).format(**places)

    def counted(self, one: str, many: str, number: int) -> str:
        """The sentence of a count: of one, or of `{maara}`."""
        return self.tell(one if number == 1 else many, maara=number)

    def amount(self, value: Decimal | int | None) -> str:
        """An amount with a decimal comma and grouped thousands."""
        if value is None:
            return self.say(NOT_RECORDED)
        return f"{MINUS if value < 0 else ''}{number(-value if value < 0 else value)}"

    def difference(self, value: Decimal | None) -> str:
        """A difference with its sign."""
        if value is None:
            return self.say(NOT_RECORDED)
        return f"+{self.amount(value)}" if value > 0 else self.amount(value)

    def day(self, value: date | None) -> str:
        """A day as 1.3.2026."""
        return day(value) or self.say(NOT_RECORDED)

    def unit(self, unit: str | None) -> str:
        """A unit of staff."""
        word = UNITS.get(unit or "")
        return self.say(word) if word else self.say(NOT_RECORDED)

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
        return cited(provision, self.language)

    def minuted(self, on: date | None, section: int | None) -> str:
        """The day and the section of minutes, unbroken, as far as they are recorded."""
        return minuted(self.say, on, section) or self.say(NOT_RECORDED)

    def deadline(self, item: Deadline) -> str:
        """What falls due, in words."""
        return self.tell(DEADLINE[item.kind], kohde=item.subject, **item.counts)

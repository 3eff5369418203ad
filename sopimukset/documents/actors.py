"""Who takes part in the cooperation, as a document names them: parties and partners."""

from __future__ import annotations

from collections.abc import Iterable

from sopimukset.base.speech import mark
from sopimukset.documents.facts import Facts
from sopimukset.documents.parties import Parties
from sopimukset.model import Alue, Teksti, Yhteistyorakenne
from sopimukset.register import Register
from sopimukset.tracking.roles import KELA

NOT_RECORDED = mark("ei kirjattu")
NOT_IN_LANGUAGE = {
    "fi": mark("ei kirjattu suomeksi"),
    "sv": mark("ei kirjattu ruotsiksi"),
}


class Actors:
    """Parties and partners of a region by name, and its texts, for one document.

    What isn't recorded is said to be so; nothing here is a gap, for no act demands it.

    Attributes:
        language: the document's.
        say: gives a Finnish word or sentence of ours in it.
        nothing: what stands for what isn't recorded.
    """

    def __init__(self, facts: Facts, register: Register) -> None:
        self.facts = facts
        self.language = facts.language
        self.say = facts.say
        self.nothing = facts.say(NOT_RECORDED)
        self._parties = Parties(facts, register)

    @property
    def alue(self) -> Alue:
        """The region's record."""
        return self.facts.alue

    @property
    def shared(self) -> Yhteistyorakenne | None:
        """The recorded structure of cooperation."""
        return self.facts.alue.yhteistyorakenne

    def text(self, teksti: Teksti | None) -> str:
        """A recorded text in the language, else the words that say what isn't recorded."""
        if teksti is None:
            return self.nothing
        return self.facts.text(teksti) or self.say(NOT_IN_LANGUAGE[self.language])

    def recorded(self, teksti: Teksti | None) -> str:
        """The same; "" where nothing is recorded at all."""
        return "" if teksti is None else self.text(teksti)

    def name(self, tunnus: str | None) -> str:
        """A party's or a partner's name; a party's role where no name is recorded."""
        party = self._parties.by_tunnus.get(tunnus or "")
        if party is not None:
            named = self.facts.text(party.nimi) or self.facts.text(party.oikeushenkilo)
            if named or party.rooli == KELA:
                return self._parties.name(tunnus, "", ())
            return self._parties.role(party)
        partners = {
            item.tunnus: item.nimi for item in (self.shared.kumppanit if self.shared else ())
        }
        return self.recorded(partners.get(tunnus or "")) or tunnus or self.nothing

    def names(self, wanted: Iterable[str]) -> str:
        """Several names in a row."""
        return ", ".join(map(self.name, wanted)) or self.nothing

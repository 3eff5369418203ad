"""Who takes part in the cooperation, as a document names them: parties and partners."""

from __future__ import annotations

from collections.abc import Iterable

from sopimukset.documents.report.pen import NOT_RECORDED, Pen
from sopimukset.model import Alue, Teksti, Yhteistyorakenne


class Actors:
    """Parties and partners of a region by name, and its texts, for one document.

    What isn't recorded is said to be so; nothing here is a gap, for no act demands it.

    Attributes:
        pen: writes the region's facts in the document's language.
        say: gives a Finnish word or sentence of ours in it.
        nothing: what stands for what isn't recorded.
    """

    def __init__(self, pen: Pen) -> None:
        self.pen = pen
        self.language = pen.language
        self.say = pen.say
        self.nothing = pen.say(NOT_RECORDED)

    @property
    def alue(self) -> Alue:
        """The region's record."""
        return self.pen.facts.alue

    @property
    def shared(self) -> Yhteistyorakenne | None:
        """The recorded structure of cooperation."""
        return self.alue.yhteistyorakenne

    def text(self, teksti: Teksti | None) -> str:
        """A recorded text in the language, else the words that say what isn't recorded."""
        return self.pen.text(teksti)

    def recorded(self, teksti: Teksti | None) -> str:
        """The same; "" where nothing is recorded at all."""
        return self.pen.or_nothing(teksti)

    def name(self, tunnus: str | None) -> str:
        """A party's or a partner's name; a party's role where no name is recorded."""
        partners = {item.tunnus: item.nimi for item in self.shared.kumppanit} if self.shared else {}
        if tunnus in partners and tunnus not in self.pen.parties.by_tunnus:
            return self.recorded(partners[tunnus]) or tunnus
        return self.pen.party(tunnus)

    def names(self, wanted: Iterable[str]) -> str:
        """Several names in a row."""
        return ", ".join(map(self.name, wanted)) or self.nothing

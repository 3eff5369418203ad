"""An agreement as a released version has it, told by the same words as the agreement itself.

A version holds what counts. What doesn't count (who sits where, case numbers, other groups' staff)
is taken from the record as it is now, so that a clause that prints it can be read.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from sopimukset.documents import agreement, cooperation, setter_agreement, youth_agreement
from sopimukset.documents.facts import Facts
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.subject import Kind, Making, Source, Subject
from sopimukset.model import (
    Alue,
    Johtoryhma,
    Lausekekirjasto,
    Lausekemuutos,
    Lausekeversio,
    Malli,
    Mallilauseke,
    Sisalto,
    Sopimus,
    SovittuLauseke,
)
from sopimukset.model.perusta import Kielitekstit
from sopimukset.register import Register
from sopimukset.tracking.counted import counted
from sopimukset.tracking.fingerprints import plain

KINDS: tuple[Kind[Any], ...] = (
    agreement.KIND,
    setter_agreement.KIND,
    youth_agreement.KIND,
    cooperation.KIND,
)
"""The agreements that can be amended."""

Data = dict[str, Any]


class Frozen:
    """One version of an agreement, in the language of the document that tells of it.

    Attributes:
        content: what counts.
        alue: the region's record as it would be with that content.
        facts: gives its texts, and keeps count of what is missing.
    """

    def __init__(self, content: Sisalto, source: Source, language: str, register: Register) -> None:
        self.content = content
        self.agreement: Sopimus = content.sopimukset[0]
        self.alue = restored(source.alue, content)
        self._source = Source(source.name, self.alue, {})
        self._register = register
        self.facts = Facts(self.alue, language)
        self.parties = Parties(self.facts, register)

    @property
    def group(self) -> Johtoryhma | None:
        """The group that it is about."""
        return self.content.johtoryhmat[0] if self.content.johtoryhmat else None

    @property
    def annexes(self) -> list[str]:
        """The identifiers of its annexes, in the order of their numbers."""
        return [item.tunnus for item in self.agreement.liitteet]

    def municipality(self, name: str) -> str:
        """A municipality's name in the document's language."""
        return Making(self.facts, self._register, self.library).municipality(name)

    @cached_property
    def library(self) -> Lausekekirjasto:
        """The model clauses that it held, as a library of their only wording."""
        clauses = [_clause(item, self.agreement) for item in self.content.lausekkeet]
        return Lausekekirjasto(
            muoto=1,
            laji=self.agreement.laji,
            nimi=Kielitekstit(),
            lausekkeet=tuple(clauses),
        )

    @cached_property
    def clauses(self) -> dict[str, tuple[int, str, tuple[str, ...]]]:
        """Number, heading and paragraphs of each clause, filled as in the agreement.

        Raises:
            LayoutError: a clause can't be filled.
        """
        found = self._context().get("lausekkeet")
        return {
            item["tunnus"]: (number, item["otsikko"], tuple(p["teksti"] for p in item["kappaleet"]))
            for number, item in enumerate(found if isinstance(found, Sequence) else (), 1)
        }

    def raw(self, tunnus: str) -> tuple[Data | None, list[Data]]:
        """What decides the text of a clause: the model clause, and the region's changes to it."""
        own = next((item for item in self.content.lausekkeet if item.tunnus == tunnus), None)
        changes: Sequence[Lausekemuutos] = self.agreement.lausekemuutokset
        return (
            plain(own) if own else None,
            [plain(item) for item in changes if item.lauseke == tunnus],
        )

    def _context(self) -> Context:
        place = next(
            index
            for index, item in enumerate(self.alue.sopimukset)
            if item.tunnus == self.agreement.tunnus
        )
        for kind in KINDS:
            if kind.laji == self.agreement.laji:
                subject = _subject(kind.subjects(self._source), ("sopimukset", place))
                making = Making(self.facts, self._register, self.library)
                return kind.context(subject, making) if subject else {}
        return {}


def _subject(subjects: Sequence[Subject], place: tuple[str | int, ...]) -> Subject | None:
    for item in subjects:
        if place in (item.path, getattr(item, "agreement_path", None)):
            return item
    return None


def _clause(item: SovittuLauseke, agreement: Sopimus) -> Mallilauseke:
    """A clause as it stood: where a change would have removed it, because it was mandatory."""
    changes = agreement.lausekemuutokset
    stood = any(change.lauseke == item.tunnus and change.toimi == "poista" for change in changes)
    wording = Lausekeversio(
        otsikko=item.otsikko or Kielitekstit(),
        kappaleet=item.kappaleet,
        taulukko=item.taulukko,
    )
    return Mallilauseke(tunnus=item.tunnus, pakollinen=stood, versiot=(wording,))


def restored(alue: Alue, content: Sisalto) -> Alue:
    """A region's record as it would be if the content that counts were still that one."""
    laji = content.sopimukset[0].laji
    found = plain(alue)
    for name in counted(Alue, laji):
        value = getattr(content, name)
        if name == "mitoitus":
            found[name] = plain(value) if value else None
        else:
            found[name] = list(value) if name == "kielet" else _merged(alue, name, value, laji)
    return Alue.model_validate(_told(found))


def _merged(alue: Alue, name: str, items: Sequence[Malli], laji: str) -> list[Data]:
    """The version's items over today's; what today has besides stays behind them."""
    today: dict[str, Malli] = {item.tunnus: item for item in getattr(alue, name)}
    merged = []
    for item in items:
        own = plain(item)
        now = today.pop(own["tunnus"], None)
        fields = counted(type(item), laji)
        rest = {key: value for key, value in plain(now).items() if key not in fields} if now else {}
        merged.append({**rest, **own})
    return [*merged, *(plain(item) for item in today.values())]


def _told(value: Any) -> Any:  # noqa: ANN401 (plain data)
    if isinstance(value, Mapping):
        return {key: _told(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_told(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value

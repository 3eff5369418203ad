"""What rules of agreements are asked about: one agreement, with what follows from its region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopimukset.base.once import once
from sopimukset.law.settled import facts_of_agreement
from sopimukset.law.texts import split_sentences, written
from sopimukset.tracking.fingerprints import content
from sopimukset.tracking.validity import validity

if TYPE_CHECKING:
    from sopimukset.base.periods import Period
    from sopimukset.law.cases import GroupCase, RegionCase
    from sopimukset.model import Sisalto, Sopimus

Path = tuple[str | int, ...]
TYM = "tym-sopimus"


class AgreementCase:
    """One agreement.

    Attributes:
        statutory: whether it is the one that 381/2023 9 § 2 mom demands.
    """

    def __init__(self, region: RegionCase, index: int, model: Sopimus) -> None:
        self.region = region
        self.world = region.world
        self.as_of = region.as_of
        self.index = index
        self.model = model
        self.path: Path = ("sopimukset", index)
        self.statutory = model.laji == TYM

    @once
    def group(self) -> GroupCase | None:
        """The group that it is about; where none is named, the region's only one."""
        groups = self.region.groups
        if self.model.johtoryhma is None:
            return groups[0] if len(groups) == 1 else None
        return next((item for item in groups if item.model.tunnus == self.model.johtoryhma), None)

    @once
    def validity(self) -> Period | None:
        """The days on which it holds, a notice counted; None where no start is recorded."""
        return validity(self.model)

    @once
    def library(self) -> frozenset[str]:
        """The model clauses of its kind; none where the kind has no library."""
        return self.world.clauses.get(self.model.laji, frozenset())

    @once
    def content(self) -> Sisalto | None:
        """What of it counts in an approval, as it stands now."""
        library = self.world.library_of(self.model.laji)
        return content(self.region.alue, self.model, library, self.region.versions)

    @once
    def clauses(self) -> frozenset[str]:
        """The model clauses that it contains: the library's, less those that it removes."""
        removed = {
            change.lauseke
            for change in self.model.lausekemuutokset
            if change.toimi == "poista" or (change.toimi == "korvaa" and change.teksti is None)
        }
        return self.library - removed

    @once
    def facts(self) -> int:
        """What is plainly in order in it, as `law.settled` tells."""
        return facts_of_agreement(self)

    def removal(self, clause: str) -> Path:
        """The place of the change that removes the clause, else the agreement's."""
        for index, change in enumerate(self.model.lausekemuutokset):
            if change.lauseke == clause:
                return (*self.path, "lausekemuutokset", index)
        return self.path

    @once
    def wording(self) -> str:
        """All its free text in small letters, without places."""
        return "\n".join([text for _, text in self.texts]).casefold()

    @once
    def texts(self) -> list[tuple[Path, str]]:
        """The agreement's free text with places: Kela's part, cost explanations, clause changes.

        Each language stands by itself: people sign what is printed in theirs.
        """
        model, path = self.model, self.path
        found = [*written((*path, "kelan_osallistuminen"), model.kelan_osallistuminen)]
        for index, cost in enumerate(model.kustannukset):
            found += written((*path, "kustannukset", index, "selite"), cost.selite)
        for index, change in enumerate(model.lausekemuutokset):
            found += written((*path, "lausekemuutokset", index, "teksti"), change.teksti)
        return [(place, text) for place, text, _ in found]

    @once
    def sentences(self) -> list[tuple[Path, list[str]]]:
        """The same texts, each in sentences."""
        return [(path, list(split_sentences(text))) for path, text in self.texts]

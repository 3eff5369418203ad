"""A bundle: an agreement with its annexes and the list of them, as they go out together."""

from __future__ import annotations

from dataclasses import dataclass

from sopimukset.documents import agreement, cooperation, setter_agreement, youth_agreement
from sopimukset.documents.annex import (
    ANNEX_KIND,
    FIRST_ANNEX,
    LIST_KIND,
    Contract,
    annexes_of,
    contracts_of,
    list_of,
)
from sopimukset.documents.subject import Source, Subject

BUNDLED = (
    agreement.TYM,
    setter_agreement.LAJI,
    youth_agreement.LAJI,
    cooperation.LAJI,
    ANNEX_KIND,
    LIST_KIND,
)
"""The kinds that a bundle holds."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One agreement's documents.

    Attributes:
        documents: number, kind and subject of each; the list is number 0, the agreement 1. An
            annex that is not made of the record leaves its number free.
    """

    contract: Contract
    documents: tuple[tuple[int, str, Subject], ...]

    def name(self, language: str, *, annotated: bool) -> str:
        """The name of its folder and of its zip; reviewers' copies have their own."""
        subject, laji = self.contract.subject, self.contract.laji
        return subject.file_name(laji, language, annotated=annotated).removesuffix(".docx")


def bundles_of(source: Source) -> list[Bundle]:
    """The bundles of a region."""
    return [_bundle(contract) for contract in contracts_of(source)]


def _bundle(contract: Contract) -> Bundle:
    annexes = ((annex.index + FIRST_ANNEX, ANNEX_KIND, annex) for annex in annexes_of(contract))
    first = ((0, LIST_KIND, list_of(contract)), (1, contract.laji, contract.subject))
    return Bundle(contract, (*first, *annexes))

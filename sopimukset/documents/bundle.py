"""A bundle: an agreement with its annexes and the list of them, as they go out together."""

from __future__ import annotations

from dataclasses import dataclass

from sopimukset.documents.agreement import TYM, AgreementSubject, agreement_subjects
from sopimukset.documents.annex import (
    ANNEX_KIND,
    FIRST_ANNEX,
    LIST_KIND,
    annex_subjects,
    list_subjects,
)
from sopimukset.documents.subject import Source, Subject

BUNDLED = (TYM, ANNEX_KIND, LIST_KIND)
"""The kinds that a bundle holds."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One agreement's documents.

    Attributes:
        documents: number, kind and subject of each; the list is number 0, the agreement 1. An
            annex that is not made of the record leaves its number free.
    """

    agreement: AgreementSubject
    documents: tuple[tuple[int, str, Subject], ...]

    def name(self, language: str) -> str:
        """The name of its folder and of its zip."""
        return self.agreement.file_name(TYM, language).removesuffix(".docx")


def bundles_of(source: Source) -> list[Bundle]:
    """The bundles of a region."""
    lists = {item.path: item for item in list_subjects(source)}
    annexes = annex_subjects(source)
    return [
        Bundle(
            agreement,
            (
                (0, LIST_KIND, lists[agreement.path]),
                (1, TYM, agreement),
                *(
                    (annex.index + FIRST_ANNEX, ANNEX_KIND, annex)
                    for annex in annexes
                    if annex.agreement.path == agreement.path
                ),
            ),
        )
        for agreement in agreement_subjects(source)
    ]

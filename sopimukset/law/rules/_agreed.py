"""Words of agreements: an agreement's own text, and the model clauses that agreements are made of.

The library of a kind of agreement holds most of its text, so what would be wrong in one agreement
is told of in the library as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sopimukset.law.agreements import AgreementCase
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Path
from sopimukset.law.texts import split_sentences

Says = Callable[[str], bool]
"""Whether a sentence, given without letter case, says something."""


def places(agreement: AgreementCase, says: Says) -> Iterator[Path]:
    """The places of the agreement's texts that have such a sentence."""
    for path, sentences in agreement.sentences:
        if any(says(sentence.casefold()) for sentence in sentences):
            yield path


def library_places(file: FileCase, says: Says) -> Iterator[Path]:
    """The places of a library's texts that have such a sentence, in both languages."""
    for path, text, _ in file.passages:
        if any(says(sentence.casefold()) for sentence in split_sentences(text)):
            yield path

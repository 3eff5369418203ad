"""Words of agreements: an agreement's own text, and the model clauses that agreements are made of.

The library of a kind of agreement holds most of its text, so what would be wrong in one agreement
is told of in the library as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from sopimukset.law.agreements import AgreementCase
from sopimukset.law.files import FileCase
from sopimukset.law.rule import Path
from sopimukset.law.texts import split_sentences

Says = Callable[[str], bool]
"""Whether a sentence, given without letter case, says something."""


class Said(NamedTuple):
    """Where something is said, and the first sentence that says it."""

    path: Path
    sentence: str


def places(agreement: AgreementCase, says: Says) -> Iterator[Said]:
    """The agreement's texts that have such a sentence."""
    for path, sentences in agreement.sentences:
        yield from _said(path, sentences, says)


def library_places(file: FileCase, says: Says) -> Iterator[Said]:
    """The same of a library's texts, in both languages."""
    for path, text, _ in file.passages:
        yield from _said(path, split_sentences(text), says)


def _said(path: Path, sentences: Iterable[str], says: Says) -> Iterator[Said]:
    found = next((item for item in sentences if says(item.casefold())), None)
    if found is not None:
        yield Said(path, found)

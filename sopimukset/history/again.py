"""Reading version after version of a file: only what differs from another version is done anew."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from sopimukset.formats.yaml import MAX_DEPTH, Document, read
from sopimukset.formats.yaml.pieces import Pieces
from sopimukset.history.upgrades import upgraded
from sopimukset.model import Malli
from sopimukset.workspace.record import MAX_BYTES, M


class Alone:
    """Reads and fits a file of which there is one version only, as a file on disk is read.

    Args:
        older: whether data of an older form are brought into today's.
    """

    def __init__(self, *, older: bool = True) -> None:
        self._older = older

    def read(self, source: bytes, /) -> Document:
        """The data in today's form; what is brought there has no places in the file."""
        document = self._document(source)
        data = upgraded(document.data) if self._older else document.data
        if data is document.data:
            return document
        return Document(source, document.text, data, document.problems)

    def fit(self, data: Any, model: type[M], /) -> M:  # noqa: ANN401 (whatever the file holds)
        """The data as the model has them.

        Raises:
            ValidationError: they don't fit.
        """
        return model.model_validate(data)

    def _document(self, source: bytes) -> Document:
        return read(source, max_bytes=MAX_BYTES)


class Versions(Alone):
    """Reads and fits versions of files that have much in common."""

    def __init__(self, *, older: bool = True) -> None:
        super().__init__(older=older)
        self._pieces = Pieces()
        self._last: dict[type[Malli], tuple[Any, Any]] = {}

    def _document(self, source: bytes) -> Document:
        return self._pieces.read(source, max_bytes=MAX_BYTES, max_depth=MAX_DEPTH)

    def fit(self, data: Any, model: type[M], /) -> M:  # noqa: ANN401 (whatever the file holds)
        """The data as the model has them: parts that the last version had too were fitted then.

        Raises:
            ValidationError: they don't fit.
        """
        old, told = self._last.get(model, (None, None))
        try:
            found = model.model_validate(_shared(data, old, told))
        except ValidationError:
            found = model.model_validate(data)  # what it says tells of the file alone
        self._last[model] = (data, found)
        return found


def _shared(new: Any, old: Any, told: Any) -> Any:  # noqa: ANN401 (plain YAML data)
    """The new data, with what the parts that are the very ones of the old data were fitted to."""
    if isinstance(new, dict) and isinstance(old, dict) and isinstance(told, Malli):
        if new is old:
            return told
        fields = type(told).model_fields
        return {
            key: _shared(value, old[key], getattr(told, key))
            if key in old and key in fields
            else value
            for key, value in new.items()
        }
    if isinstance(new, list) and isinstance(old, list) and isinstance(told, tuple):
        return told if new is old else _shared_items(new, old, told)
    return new


def _shared_items(new: list[Any], old: list[Any], told: tuple[Any, ...]) -> list[Any]:
    """The items by themselves where they only moved, else by their place."""
    known = {id(item): fitted for item, fitted in zip(old, told, strict=True)}
    return [
        known[id(item)]
        if id(item) in known and isinstance(known[id(item)], Malli)
        else _shared(item, old[at], told[at])
        if at < len(old)
        else item
        for at, item in enumerate(new)
    ]

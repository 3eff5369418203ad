"""YAML as people type it: one parse gives the data and the place of every value.

The package is domain-free. Reading refuses what YAML 1.1 does behind an author's back (typing of
``no`` and ``9:30``, silently doubled keys, anchors, tags) and explains in Finnish what an office
keyboard or a word processor did to the file. Importing the package loads neither PyYAML nor
ruamel.yaml; the first call of `read` or `dump` does.
"""

from __future__ import annotations

from sopimukset.formats.yaml.document import Document, Path, Problem, Span, Value

__all__ = ["Document", "Path", "Problem", "Span", "Value", "dump", "read"]

MAX_BYTES = 256 * 1024
MAX_DEPTH = 50


def read(source: bytes, *, max_bytes: int = MAX_BYTES, max_depth: int = MAX_DEPTH) -> Document:
    """Read a file's bytes into data with places; bad content becomes problems, never an exception.

    Args:
        source: the file as it lies on disk.
        max_bytes: a larger file is refused unread.
        max_depth: how many collections may lie inside one another, the root included.

    Returns:
        The document. Its ``data`` is None when nothing usable could be read.
    """
    from sopimukset.formats.yaml.reader import read as read_document

    return read_document(source, max_bytes=max_bytes, max_depth=max_depth)


def dump(data: object) -> str:
    """Write new YAML text for a mapping of plain data; `read` gives the same data back.

    Args:
        data: dict at the root; inside it dicts with text keys, lists, str, int, Decimal, bool,
            None, dates (written as ISO text) and the round-trip types of ruamel.yaml.

    Raises:
        TypeError: data holds a type that the reader could never give back, a float for instance.
        ValueError: the text would read back as something else.
    """
    from sopimukset.formats.yaml.write import dump as dump_text

    return dump_text(data)

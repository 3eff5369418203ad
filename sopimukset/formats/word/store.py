"""Where compiled layouts are kept: in memory, and in a store that outlives the process.

A key is a digest of all that a compiled layout depends on, so what is found under it is never
stale. A store that holds nothing sound costs the time of compiling and nothing else.
"""

from __future__ import annotations

import hashlib
import marshal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Protocol

from sopimukset import __version__
from sopimukset.base.collector import collector_paused
from sopimukset.formats.word.compiled import Compiled, compiled, had, kept
from sopimukset.formats.word.errors import LayoutError

_NONE = b"-"
"""What is kept of a layout that can't be compiled: docxtpl has to fill it."""


class Store(Protocol):
    """Keeps bytes under keys. What it gives back is run as code: it must be the user's alone."""

    def get(self, key: str) -> bytes | None:
        """What was put under the key; None where there is nothing sound."""

    def put(self, key: str, content: bytes) -> None:
        """Keep the content under the key, or don't."""

    def broken(self, key: str) -> None:
        """Told that what was kept under the key makes no sense."""


_store: Store | None = None


@contextmanager
def kept_in(store: Store) -> Iterator[None]:
    """Keep what is compiled in a store, and look there before compiling anything."""
    global _store
    before, _store = _store, store
    try:
        yield
    finally:
        _store = before


@lru_cache(maxsize=128)
def compiled_layout(layout: bytes) -> Compiled | None:
    """The layout compiled; None where only docxtpl can fill it.

    Raises:
        LayoutError: the layout is broken.
    """
    if _store is None:
        return _compiled(layout)
    key = key_of(layout)
    content = _store.get(key)
    if content is not None:
        try:
            return None if content == _NONE else had(content)
        except (ValueError, EOFError, TypeError):
            _store.broken(key)
    made = _compiled(layout)
    _store.put(key, _NONE if made is None else kept(made))
    return made


def _compiled(layout: bytes) -> Compiled | None:
    from sopimukset.formats.word.layout import checked
    from sopimukset.formats.word.marking import NotQuickError

    opened = checked(layout)
    try:
        with collector_paused():
            return compiled(opened)
    except NotQuickError:
        return None


def compile_texts(sources: Iterable[str]) -> None:
    """Compile the texts of a clause library for `render_text`, or take them from the store."""
    from sopimukset.formats.word.sandbox import know_texts

    wanted = sorted({source for source in sources if "{" in source})
    if not wanted:
        return
    key = key_of("\0".join(wanted).encode())
    content = None if _store is None else _store.get(key)
    if _store is not None and content is not None:
        try:
            know_texts(marshal.loads(content))  # noqa: S302 (see Store)
        except (ValueError, EOFError, TypeError):
            _store.broken(key)
        else:
            return
    codes = dict(_codes(wanted))
    know_texts(codes)
    if _store is not None:
        _store.put(key, marshal.dumps(codes))


def _codes(sources: Iterable[str]) -> Iterator[tuple[str, CodeType]]:
    from sopimukset.formats.word.sandbox import text_code

    for source in sources:
        with suppress(LayoutError):  # told where the text is filled
            yield source, text_code(source)


def key_of(layout: bytes) -> str:
    """The key of a layout: its bytes, and all that decides what it is compiled to."""
    return hashlib.blake2b(layout, key=_makers(), digest_size=20).hexdigest()


@lru_cache(maxsize=1)
def _makers() -> bytes:
    """A digest of Python, Jinja, docxtpl and of this program: another one compiles anew."""
    from importlib.metadata import version

    digest = hashlib.blake2b(digest_size=32)
    libraries = (f"{name} {version(name)}" for name in ("jinja2", "docxtpl", "markupsafe", "lxml"))
    for part in (__version__, sys.version, sys.implementation.cache_tag or "", *libraries):
        digest.update(f"{part}\n".encode())
    here = Path(__file__).parent
    for path in (here.parent / "zip.py", *sorted(here.glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.digest()

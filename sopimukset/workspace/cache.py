"""The one cache: results by what they were made of, in the user's own cache folder.

A key is a digest of everything that a result depends on, so an entry is never stale, only unused.
The cache never decides anything: what can't be read or written is told of in a line and done
without. Nothing heavy is imported here: an unchanged workspace is answered from this module alone.
"""

from __future__ import annotations

import os
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from sopimukset import __version__
from sopimukset.base.speech import say
from sopimukset.workspace.locate import REGIONS

try:
    from _blake2 import blake2b  # hashlib loads OpenSSL, which takes as long as all the hashing
except ImportError:
    from hashlib import blake2b

VARIABLE = "SOPIMUKSET_CACHE"
"""The environment variable that names the folder; else XDG's cache folder holds it."""

TEMPLATES = "templates"
READ_AT_MOST = 256 * 1024 + 1
"""Bytes of a record that can count: of a longer one the reader looks at no more."""

MOST_ENTRIES = 100
MOST_BYTES = 32 * 1024 * 1024
"""What the folder may hold; the entries that were used longest ago go first."""

ROOMS = (
    *("base", "findings", "formats", "law", "locale", "model", "register", "statutes"),
    *("reporting", "tasks", "tracking", "workspace"),
)
"""The rooms of the program that have a say in what is found and how it is told."""

UNUSABLE = "Välimuistia ei voi käyttää ({syy}): {kansio}. Tulos on laskettu ilman sitä."
BROKEN = "Välimuistin tiedosto on rikki, eikä sitä käytetty: {tiedosto}."
INSIDE = "se on työtilassa"

_NEVER_READ = (os.sep, ".pyc", ".po", ".pot")
_PAGES = f"{os.sep}law{os.sep}pages{os.sep}"
"""What explains the rules is shown afresh each time, and takes long to read."""

_SUFFIX = ".tulos"
_BINARY = getattr(os, "O_BINARY", 0)
_AT_ONCE = getattr(os, "O_NONBLOCK", 0)  # a pipe would wait for its writer forever
_PACKAGE = Path(__file__).resolve().parent.parent


class Cache:
    """Entries in a folder, each a file that is named by its key.

    Attributes:
        folder: where the entries lie; None where no folder can serve.
        tell: takes a line for the user, when an entry could not be read or written.
        suffix: how its entries' names end.
    """

    suffix = _SUFFIX
    most_entries = MOST_ENTRIES

    def __init__(self, folder: Path | None, tell: Callable[[str], None]) -> None:
        self.folder = folder
        self.tell = tell
        self._told_broken = False

    def get(self, key: str) -> bytes | None:
        """What was put under the key; None where there is nothing, or nothing sound."""
        if self.folder is None:
            return None
        path = self.folder / f"{key}{self.suffix}"
        try:
            packed = path.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            self._unusable(error)
            return None
        content = _unpacked(packed)
        if content is None:
            self.broken(key)
            return None
        self._touch(path)
        return content

    def put(self, key: str, content: bytes) -> None:
        """Keep something under the key; what grows too large is not kept."""
        packed = _packed(content)
        if self.folder is None or len(packed) > MOST_BYTES // 4:
            return
        from sopimukset.base.files import write_whole

        try:
            write_whole(self.folder / f"{key}{self.suffix}", packed)
            self._prune()
        except OSError as error:
            self._unusable(error)

    def broken(self, key: str) -> None:
        """Tell that the entry makes no sense, once a run; the next `put` replaces it."""
        if self._told_broken:
            return
        self._told_broken = True
        self.tell(say(BROKEN).format(tiedosto=f"{self.folder}{os.sep}{key}{self.suffix}"))

    def _unusable(self, error: OSError) -> None:
        """Tell why the folder can't serve, and do without it from here on."""
        self.tell(say(UNUSABLE).format(syy=error.strerror or error, kansio=self.folder))
        self.folder = None

    def _touch(self, path: Path) -> None:
        """Note that the entry was used; a folder that can only be read serves all the same."""
        try:
            os.utime(path)
        except OSError:
            return

    def _prune(self) -> None:
        """Remove the entries that were used longest ago, until what is left fits."""
        assert self.folder is not None  # noqa: S101 (put() has just written there)
        found = [(item, item.stat()) for item in self.folder.glob(f"*{self.suffix}")]
        found.sort(key=lambda pair: pair[1].st_mtime_ns, reverse=True)
        total = 0
        for number, (path, about) in enumerate(found):
            total += about.st_size
            if number >= self.most_entries or total > MOST_BYTES:
                path.unlink(missing_ok=True)


def open_cache(root: Path, tell: Callable[[str], None]) -> Cache:
    """The user's cache; one without a folder where it would lie in the workspace, or nowhere."""
    folder = _folder()
    if folder is not None and root in (folder, *folder.parents):
        tell(say(UNUSABLE).format(syy=say(INSIDE), kansio=folder))
        folder = None
    return Cache(folder, tell)


def _folder() -> Path | None:
    """`SOPIMUKSET_CACHE`, else `sopimukset` in the user's cache folder."""
    own = os.environ.get(VARIABLE)
    if own:
        return Path(own).absolute()
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or ""
    if Path(base).is_absolute():
        return Path(base) / "sopimukset"
    try:
        return Path.home() / ".cache" / "sopimukset"
    except RuntimeError:  # the user has no home
        return None


def key_of(root: Path, shipped: Path, *parts: str, rooms: Sequence[str] | None = None) -> str:
    """The key of a result: the files that any rule reads, the program, and what else matters.

    Args:
        root: the workspace.
        shipped: the template folders that ship with the program.
        parts: what else decides, as the as-of day.
        rooms: the rooms of the program that decide, if others than those of the rules.
    """
    digest = blake2b(digest_size=20)
    version = ".".join(map(str, sys.version_info[:3]))
    _feed(
        digest,
        (part.encode() for part in (__version__, version, rules_digest(rooms=rooms), *parts)),
    )
    _feed(digest, _records(root))
    for templates in (root / TEMPLATES, shipped):
        _feed(digest, _templates(templates))
    return digest.hexdigest()


def rules_digest(package: Path = _PACKAGE, rooms: Sequence[str] | None = None) -> str:
    """A digest of the program and the data that find: an edited rule is another program.

    So is an edited act: what is masked as a name hangs on the words of the stored texts.
    """
    digest = blake2b(digest_size=20)
    pages = f"{package}{_PAGES}"
    for room in rooms or ROOMS:
        for path in _below(str(package / room)):
            if not path.endswith(_NEVER_READ) and pages not in path:
                _feed(digest, (path.removeprefix(str(package)).encode(), _bytes(path)))
    return digest.hexdigest()


def digest_of_file(path: str | Path) -> str | None:
    """A digest of the file's bytes; None where it can't be read."""
    try:
        return blake2b(Path(path).read_bytes(), digest_size=20).hexdigest()
    except OSError:
        return None


def digest_of(parts: Iterable[str]) -> str:
    """A short digest of the parts, for the end of a key."""
    digest = blake2b(digest_size=8)
    _feed(digest, (part.encode(errors="surrogatepass") for part in parts))
    return digest.hexdigest()


def _records(root: Path) -> Iterator[bytes]:
    """The names of all that lies below `regions/`, with the bytes of the files that hold records.

    Folders count too: one without a record is a finding.
    """
    start = len(str(root))
    for path in _below(str(root / REGIONS)):
        yield os.fsencode(path[start:])
        yield _bytes(path, READ_AT_MOST) if path.endswith(".yaml") else b""


def _templates(folder: Path) -> Iterator[bytes]:
    """The names and bytes of all clause libraries and layouts."""
    start = len(str(folder))
    yield b"templates"
    for path in _below(str(folder)):
        yield os.fsencode(path[start:])
        yield b"" if path.endswith(os.sep) else _bytes(path)


def _below(folder: str) -> Iterator[str]:
    """All folders, with a separator at their end, and files below a folder, in order.

    What a link leads to is followed once, so that links can't lead round in circles. A link is told
    from a folder by a second separator: a reader may follow the one and not the other.
    """
    followed: set[str] = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        if os.path.islink(place):  # noqa: PTH114 (no Path for each of thousands of folders)
            yield place + os.sep + os.sep
            real = os.path.realpath(place)
            if real in followed:
                folders.clear()
                names.clear()
            followed.add(real)
        folders.sort()
        yield place + os.sep
        yield from (f"{place}{os.sep}{name}" for name in sorted(names))


def _bytes(path: str, most: int | None = None) -> bytes:
    """The file's first bytes, all of them without a limit; for one that can't be read, why not."""
    try:
        handle = os.open(path, os.O_RDONLY | _BINARY | _AT_ONCE)
        try:
            size = os.fstat(handle).st_size  # asking for the most each time is slow
            return os.read(handle, size if most is None else min(size, most))
        finally:
            os.close(handle)
    except OSError as error:
        return f"!{error.errno}".encode()


def _feed(digest: blake2b, parts: Iterable[bytes]) -> None:
    """Feed the parts so that no two lists of parts look alike."""
    for part in parts:
        digest.update(b"%d:" % len(part))
        digest.update(part)


def _packed(content: bytes) -> bytes:
    small = zlib.compress(content, 1)
    return _sum(small) + small


def _unpacked(packed: bytes) -> bytes | None:
    """The content; None where the file is not what was written."""
    check, small = packed[:_SUM], packed[_SUM:]
    if len(check) < _SUM or check != _sum(small):
        return None
    try:
        return zlib.decompress(small)
    except zlib.error:
        return None


_SUM = 16


def _sum(small: bytes) -> bytes:
    return blake2b(small, digest_size=_SUM).digest()

"""Zip archives in memory: read with limits, written so that the same parts give the same bytes.

The writer is our own: what is fixed in every document of a kind is compressed once, and a part may
be given as a :class:`Packed` instead of as bytes.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.speech import say

if TYPE_CHECKING:
    import zipfile


MAX_PARTS = 2_000
MAX_UNPACKED = 64 * 1024 * 1024
MAX_RATIO = 200
"""Limits of :func:`read`: number of parts, bytes unpacked in all, packed to unpacked."""

QUICK, SMALL = 3, 9
"""Levels of compression: for what is packed once a document, and for what is packed once.

Level 3 takes a quarter of the time of zlib's usual 6, and a document is a seventh larger."""

_FIRST = "[Content_Types].xml"
_DAY = 1 << 5 | 1
"""The first of January 1980, the first day that a zip archive knows."""

_UNIX = 3
_DEFLATED = 8
_UTF8 = 1 << 11
_MODE = 0o600 << 16
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s2B5H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_VERSION = 20
_MOST_NAMES = 0xFFFF
_MOST_BYTES = 0xFFFFFFFF


class ZipError(ValueError):
    """The bytes are no zip archive that may be read; the message says why."""


class Packed(NamedTuple):
    """A part as it lies in an archive.

    Attributes:
        data: its deflated bytes.
        size: how many bytes they are unpacked.
        crc: the CRC-32 of the unpacked bytes.
    """

    data: bytes
    size: int
    crc: int


def pack(data: bytes, level: int = QUICK) -> Packed:
    """Compress a part for :func:`write`."""
    engine = zlib.compressobj(level, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Packed(engine.compress(data) + engine.flush(), len(data), zlib.crc32(data))


def read(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by name, in the order of the archive.

    Raises:
        ZipError: not a zip file, damaged, encrypted, too large unpacked, or with unsafe names.
    """
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            _refuse_unsafe(members)
            return {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise ZipError(say("Tiedosto ei ole eheä zip-paketti.")) from error


def write(parts: Mapping[str, bytes | Packed]) -> bytes:
    """Return an archive of the parts: content types first, then by name, with a fixed date.

    Raises:
        ValueError: more parts or bytes than a zip archive without extensions can hold.
    """
    files: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name in sorted(parts, key=lambda n: (n != _FIRST, n)):
        part = parts[name]
        packed = part if isinstance(part, Packed) else pack(part)
        encoded = name.encode()
        files += (_local(encoded, packed), encoded, packed.data)
        directory += (_central(encoded, packed, offset), encoded)
        offset += _LOCAL.size + len(encoded) + len(packed.data)
    listed = b"".join(directory)
    if len(parts) > _MOST_NAMES or offset + len(listed) > _MOST_BYTES:
        raise ValueError("too much for a zip archive")
    end = _END.pack(b"PK\5\6", 0, 0, len(parts), len(parts), len(listed), offset, 0)
    return b"".join((*files, listed, end))


def _local(name: bytes, packed: Packed) -> bytes:
    about = (_flags(name), _DEFLATED, 0, _DAY, packed.crc, len(packed.data), packed.size)
    return _LOCAL.pack(b"PK\3\4", _VERSION, *about, len(name), 0)


def _central(name: bytes, packed: Packed, offset: int) -> bytes:
    about = (_flags(name), _DEFLATED, 0, _DAY, packed.crc, len(packed.data), packed.size)
    lengths = (len(name), 0, 0, 0, 0)
    return _CENTRAL.pack(b"PK\1\2", _VERSION, _UNIX, _VERSION, *about, *lengths, _MODE, offset)


def _flags(name: bytes) -> int:
    return 0 if name.isascii() else _UTF8


def _refuse_unsafe(members: list[zipfile.ZipInfo]) -> None:
    names = [member.filename for member in members]
    if len(names) != len(set(names)):
        raise ZipError(say("Paketissa on kaksi samannimistä osaa."))
    if any(n.startswith("/") or "\\" in n or ".." in n.split("/") for n in names):
        raise ZipError(say("Paketin osan nimi osoittaa paketin ulkopuolelle."))
    if any(member.flag_bits & 0x1 for member in members):
        raise ZipError(say("Paketti on salattu."))
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if len(names) > MAX_PARTS or unpacked > MAX_UNPACKED:
        raise ZipError(say("Paketti on purettuna liian suuri."))
    if unpacked > 1024 * 1024 and unpacked > MAX_RATIO * max(packed, 1):
        raise ZipError(say("Paketti on purettuna epätavallisen suuri."))

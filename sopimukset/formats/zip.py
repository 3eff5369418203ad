"""Zip archives in memory: read with limits, written so that the same parts give the same bytes."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping

from sopimukset.base.speech import say

MAX_PARTS = 2_000
MAX_UNPACKED = 64 * 1024 * 1024
MAX_RATIO = 200
"""Limits of :func:`read`: number of parts, bytes unpacked in all, packed to unpacked."""

_FIRST = "[Content_Types].xml"
_EPOCH = (1980, 1, 1, 0, 0, 0)


class ZipError(ValueError):
    """The bytes are no zip archive that may be read; the message says why."""


def read(data: bytes) -> dict[str, bytes]:
    """Return the parts of an archive by name, in the order of the archive.

    Raises:
        ZipError: not a zip file, damaged, encrypted, too large unpacked, or with unsafe names.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            _refuse_unsafe(members)
            return {member.filename: archive.read(member) for member in members}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
        raise ZipError(say("Tiedosto ei ole eheä zip-paketti.")) from error


def write(parts: Mapping[str, bytes]) -> bytes:
    """Return an archive of the parts: content types first, then by name, with a fixed date."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda n: (n != _FIRST, n)):
            archive.writestr(_member(name), parts[name])
    return target.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, date_time=_EPOCH)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.create_system = 3
    member.external_attr = 0o600 << 16
    return member


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

"""The properties of a PDF file that we wrote, and a seal that tells whether it is as it was.

They are read without a PDF library: our own files hold their properties in the clear. Of a file
that another program has saved they are found as far as it left its XMP packet readable.
"""

from __future__ import annotations

import hashlib
import re
from xml.sax.saxutils import unescape

OPEN_SEAL = "0" * 64
"""What stands for a seal that hasn't been set."""

_INFO = re.compile(rb"<<((?:/[^\s<>/]+ <feff[0-9a-f]*> )+)/CreationDate ")
_ENTRY = re.compile(rb"/([^\s<>/]+) <feff([0-9a-f]*)> ")
_PACKET = re.compile(r"<own:([\w.-]+)>([^<]*)</own:")


def is_pdf(content: bytes) -> bool:
    """Whether a file says that it is a PDF."""
    return b"%PDF-" in content[:1024]


def sealed(document: bytes, name: str) -> bytes:
    """A PDF of ours whose property of that name is `OPEN_SEAL`, with its seal set.

    Raises:
        ValueError: it has no such property.
    """
    place = _place(name, OPEN_SEAL)
    if document.count(place) != 1:
        raise ValueError(f"no property {name} to be sealed")
    return document.replace(place, _place(name, hashlib.sha256(document).hexdigest()))


def is_as_sealed(document: bytes, name: str) -> bool:
    """Whether a PDF of ours is byte for byte as it was when its seal was set."""
    seal = properties_of(document).get(name, "")
    opened = document.replace(_place(name, seal), _place(name, OPEN_SEAL))
    return bool(seal) and hashlib.sha256(opened).hexdigest() == seal


def properties_of(document: bytes) -> dict[str, str]:
    """The properties that a PDF of ours carries, by name; those of others are left out."""
    info = _INFO.search(document)
    if info is not None:
        found = {
            name.decode(errors="replace"): _text(value) for name, value in _ENTRY.findall(info[1])
        }
        if found:
            return found
    packet = document.decode("utf-8", errors="replace")
    return {name: unescape(value) for name, value in _PACKET.findall(packet)}


def _place(name: str, value: str) -> bytes:
    return f"/{name} <feff{value.encode('utf-16-be').hex()}>".encode()


def _text(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be", errors="replace")

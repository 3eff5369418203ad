"""Values that are more than text: a picture, a formatted text, a document inside a document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Special:
    """A value that only docxtpl can print; a layout that prints one is filled by docxtpl.

    Attributes:
        make: gives docxtpl's object (RichText, InlineImage, Subdoc), made for its template.
    """

    make: Callable[[Any], object]

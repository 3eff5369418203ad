"""What can be wrong with a layout or with what is put into it."""

from __future__ import annotations

from sopimukset.base.speech import say


class LayoutError(ValueError):
    """A layout can't be used, or can't be filled with what it was given.

    Attributes:
        message: what is wrong, one sentence in the language of the run.
        part: the part of the package ("word/document.xml") or the name of the text; may be empty.
        excerpt: the text of the paragraph in question; may be empty.
        hint: what to do about it; may be empty.
    """

    def __init__(self, message: str, part: str = "", excerpt: str = "", hint: str = "") -> None:
        super().__init__(message, part, excerpt, hint)
        self.message = message
        self.part = part
        self.excerpt = shorten(excerpt)
        self.hint = hint

    def __str__(self) -> str:
        place = f" ({self.part})" if self.part else ""
        excerpt = (
            " " + say("Kohta: ”{teksti}”.").format(teksti=self.excerpt) if self.excerpt else ""
        )
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.message}{place}{excerpt}{hint}"


def shorten(text: str, width: int = 160) -> str:
    """Return the text on one line, cut to ``width`` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"

"""Where what is filled in may stand: texts in texts, ready structures between paragraphs.

docxtpl puts `{{p x }}` in the place of its paragraph and `{{r x }}` in that of its run. A plain
text would then stand outside every text: Word drops it, or calls the file damaged.
"""

from __future__ import annotations

from sopimukset.base.speech import mark, say
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.xml import Element, W, w

MISPLACED = mark("Merkinnän sisältö jäisi paikkaan, jossa Word ei näytä sitä.")
MISPLACED_ADVICE = mark(
    "Kirjoita tekstikenttä ilman tunnusta p, r, tr tai tc. Valmis rakenne tulostetaan tunnuksella "
    "p, yksin omassa kappaleessaan."
)
_TEXTS = frozenset(map(w, ("t", "delText", "instrText", "delInstrText", "fldData")))
"""The elements of Word's own that hold a text; all others hold only elements."""

_BLOCKS = frozenset(map(w, ("p", "tbl")))
_NO_BLOCKS = frozenset(map(w, ("p", "r", "t", "tbl", "tr")))
"""What holds no paragraphs or tables straight in it."""


def refuse_misplaced(root: Element, part: str) -> None:
    """Let no text stand outside the elements of texts, nor an element within one.

    Raises:
        LayoutError: something stands where Word doesn't show it.
    """
    for element in root.iter(f"{{{W}}}*"):
        wrong = _wrong(element)
        if wrong:
            raise LayoutError(say(MISPLACED), part, wrong, say(MISPLACED_ADVICE))


def _wrong(element: Element) -> str:
    """What is out of place in an element: its text; "" for nothing."""
    parent = element.getparent()
    nested = element.tag in _BLOCKS and parent is not None and parent.tag in _NO_BLOCKS
    if nested or (element.tag in _TEXTS and len(element)):
        return "".join(element.itertext()).strip() or "…"
    if element.tag in _TEXTS:
        return ""
    texts = (element.text, *(child.tail for child in element))
    return next((text.strip() for text in texts if text and text.strip()), "")

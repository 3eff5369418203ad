"""Page breaks in the paragraphs of markers, kept when the marker's paragraph goes.

LibreOffice writes the break before a paragraph as a break at the end of the one before, which often
holds only a marker (`{%p endif %}`) and vanishes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from sopimukset.formats.word.tags import WHOLE
from sopimukset.formats.word.xml import Element, own_text, w

_BEFORE_IT = (w("pStyle"), w("keepNext"), w("keepLines"))
"""What stands before `pageBreakBefore` in a paragraph's properties (ISO/IEC 29500-1, 17.3.1.26)."""

_LOOP = re.compile(r"\{%-?p\s+for\b")
_OFF = ("0", "false", "off")


def only_a_break_beside(paragraph: Element) -> bool:
    """Whether a paragraph holds a marker that takes it away, and page breaks, and no more."""
    inside = list(_inside(paragraph))
    breaks = [item for item in inside if item.tag in (w("br"), w("cr"))]
    return _marker(paragraph) and all(_is_page(item) for item in breaks)


def keep_breaks(root: Element) -> None:
    """Move the page breaks out of the paragraphs that vanish: to what comes next in the layout."""
    for paragraph in list(root.iter(w("p"))):
        before = _breaks_before(paragraph)
        breaks = [item for item in _inside(paragraph) if _is_page(item)]
        if (before or breaks) and _marker(paragraph):
            leading = [item for item in breaks if _stands_first(item, paragraph)]
            each = before and _LOOP.search(own_text(paragraph)) is not None
            if leading or each:
                paragraph.addprevious(_empty_page_top())
            if len(breaks) > len(leading) or (before and not each):
                _break_after(paragraph)
            for item in breaks:
                item.getparent().remove(item)


def _marker(paragraph: Element) -> bool:
    whole = WHOLE.fullmatch(own_text(paragraph).strip())
    return whole is not None and whole[1] == "p"


def _inside(element: Element) -> Iterator[Element]:
    """What a paragraph holds, without paragraphs inside it (text boxes)."""
    for child in element:
        if child.tag not in (w("p"), w("pPr")):
            yield child
            yield from _inside(child)


def _is_page(element: Element) -> bool:
    return bool(element.tag == w("br") and element.get(w("type")) == "page")


def _stands_first(item: Element, paragraph: Element) -> bool:
    """Whether the break comes before the marker's text."""
    inside = list(_inside(paragraph))
    texts = [place for place, other in enumerate(inside) if other.tag == w("t") and other.text]
    return inside.index(item) < texts[0]


def _breaks_before(paragraph: Element) -> bool:
    found = paragraph.find(f"{w('pPr')}/{w('pageBreakBefore')}")
    return found is not None and found.get(w("val")) not in _OFF


def _break_after(paragraph: Element) -> None:
    """Let what comes next begin a page: a paragraph itself, else an empty one before it."""
    following = paragraph.getnext()
    if following is None or following.tag != w("p") or _marker(following):
        paragraph.addnext(_empty_page_top())
    elif not _breaks_before(following):
        _begin_page(following)


def _begin_page(paragraph: Element) -> None:
    look = paragraph.find(w("pPr"))
    if look is None:
        look = etree.Element(w("pPr"))
        paragraph.insert(0, look)
    for off in look.findall(w("pageBreakBefore")):
        look.remove(off)
    place = sum(child.tag in _BEFORE_IT for child in look)
    look.insert(place, etree.Element(w("pageBreakBefore")))


def _empty_page_top() -> Element:
    """A paragraph that begins a page and takes no room on it."""
    paragraph = etree.Element(w("p"))
    look = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(look, w("pageBreakBefore"))
    spacing = {"before": "0", "after": "0", "line": "1", "lineRule": "exact"}
    etree.SubElement(look, w("spacing"), {w(name): value for name, value in spacing.items()})
    etree.SubElement(etree.SubElement(look, w("rPr")), w("sz"), {w("val"): "2"})
    return paragraph

"""Text that stands in a document but isn't to be read: struck out, hidden, white, too small.

A program that saves a file again changes none of these looks, so they tell of a person's hand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from sopimukset.formats.word.property_parts import DOCUMENT
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.text import one_line, paragraphs
from sopimukset.formats.word.xml import Element, own_text, w

PALE = 0xF0
"""A colour whose red, green and blue are at least this is not seen on paper."""

SMALLEST = 8
"""The smallest size of a text that is read, in half-points."""

_OFF = ("0", "false", "off", "none")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER = w("headerReference")


class Veil(Enum):
    """Why a text isn't read."""

    STRUCK = "struck"
    HIDDEN = "hidden"
    WHITE = "white"
    TINY = "tiny"


@dataclass(frozen=True, slots=True)
class Veiled:
    """A text of one paragraph that isn't to be read.

    Attributes:
        number: of the paragraph among those with text, from 1.
        text: on one line.
        whole: whether it is all that the paragraph says.
    """

    number: int
    veil: Veil
    text: str
    whole: bool


def veiled_texts(data: bytes) -> list[Veiled]:
    """The texts of a document's body that aren't to be read, numbered as `body_texts` has them.

    Raises:
        LayoutError: not a Word document.
    """
    package = Package(data)
    looks = _Looks(package)
    found: list[Veiled] = []
    number = 0
    for paragraph in paragraphs(package.root(DOCUMENT)):
        line = one_line(own_text(paragraph))
        if not line:
            continue
        number += 1
        for veil, text in _veiled(paragraph, looks).items():
            if text := one_line(text):
                found.append(Veiled(number, veil, text, text == line))
    return found


def header_texts(data: bytes) -> list[str]:
    """What can be read in each header that pages of a document have; "" for pages without one.

    Raises:
        LayoutError: not a Word document.
    """
    package = Package(data)
    looks = _Looks(package)
    settings = package.related("settings")
    even = settings is not None and _is_on(package.root(settings), "evenAndOddHeaders")
    parts: dict[str, str | None] = {}
    found: list[str | None] = []
    for section in package.root(DOCUMENT).iter(w("sectPr")):
        if section.getparent().tag == w("sectPrChange"):
            continue
        for item in section.findall(_HEADER):
            relation = package.relations(DOCUMENT).get(str(item.get(f"{{{_OFFICE}}}id")))
            parts[str(item.get(w("type")))] = relation.target if relation else None
        kinds = ("default", *(["first"] if _is_on(section, "titlePg") else []))
        found += [parts.get(kind) for kind in (*kinds, *(["even"] if even else []))]
    return [_readable(package.root(name), looks) if name in package.parts else "" for name in found]


def _readable(root: Element, looks: _Looks) -> str:
    """The text of a part without what is veiled."""
    runs = (run for item in paragraphs(root) for run in _runs(item) if not looks.of(run, item))
    return one_line(" ".join(map(own_text, runs)))


def _veiled(paragraph: Element, looks: _Looks) -> dict[Veil, str]:
    """A paragraph's texts by what veils them; one that is veiled twice is told of once."""
    found: dict[Veil, str] = {}
    for run in _runs(paragraph):
        veil = looks.of(run, paragraph)
        if veil is not None:
            found[veil] = found.get(veil, "") + own_text(run)
    return found


def _runs(paragraph: Element) -> Iterator[Element]:
    """The runs of a paragraph, without those of paragraphs inside it (text boxes)."""
    for run in paragraph.iter(w("r")):
        if next(run.iterancestors(w("p"))) is paragraph:
            yield run


class _Looks:
    """How a document's runs look, by their own properties and by those of their styles."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, Element] = {}
        self._default: Element | None = None
        name = package.related("styles")
        if name is not None:
            root = package.root(name)
            self._styles = {str(item.get(w("styleId"))): item for item in root.iter(w("style"))}
            self._default = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")

    def of(self, run: Element, paragraph: Element) -> Veil | None:
        """What veils a run; None where nothing does."""
        looks = list(self._looks(run, paragraph))
        if _toggled(looks, "vanish") or any(
            _is_on(row.find(w("trPr")), "hidden") for row in paragraph.iterancestors(w("tr"))
        ):
            return Veil.HIDDEN
        if _toggled(looks, "strike") or _toggled(looks, "dstrike"):
            return Veil.STRUCK
        if next(paragraph.iterancestors(w("txbxContent")), None) is not None:
            return None  # a drawing's label may be white on black, and small
        if _is_pale(_value(looks, "color")) and not _is_shaded(run, paragraph):
            return Veil.WHITE
        size = _value(looks, "sz")
        return Veil.TINY if size.isdecimal() and int(size) < SMALLEST else None

    def _looks(self, run: Element, paragraph: Element) -> Iterator[Element]:
        """The properties of a run's text, the nearest first."""
        own = run.find(w("rPr"))
        if own is not None:
            yield own
            yield from self._of_style(own.find(w("rStyle")))
        of_paragraph = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        yield from self._of_style(of_paragraph)
        if self._default is not None:
            yield self._default

    def _of_style(self, named: Element | None) -> Iterator[Element]:
        """The properties of a style and of those that it is based on."""
        seen: set[str] = set()
        while named is not None:
            name = str(named.get(w("val")))
            style = self._styles.get(name)
            if style is None or name in seen:
                return
            seen.add(name)
            look = style.find(w("rPr"))
            if look is not None:
                yield look
            named = style.find(w("basedOn"))


def _toggled(looks: list[Element], name: str) -> bool:
    """Whether the nearest of the properties that tells of a look turns it on."""
    told = next((look for look in looks if look.find(w(name)) is not None), None)
    return _is_on(told, name)


def _is_on(look: Element | None, name: str) -> bool:
    item = None if look is None else look.find(w(name))
    return item is not None and item.get(w("val"), "1") not in _OFF


def _value(looks: list[Element], name: str) -> str:
    found = (item for look in looks if (item := look.find(w(name))) is not None)
    nearest = next(found, None)
    return "" if nearest is None else str(nearest.get(w("val"), ""))


def _is_pale(colour: str) -> bool:
    try:
        return len(colour) == len("FFFFFF") and min(bytes.fromhex(colour)) >= PALE
    except ValueError:  # a name, as "auto"
        return False


def _is_shaded(run: Element, paragraph: Element) -> bool:
    """Whether what lies under a text has a colour of its own that isn't pale."""
    owners = [run.find(w("rPr")), paragraph.find(w("pPr"))]
    owners += [cell.find(w("tcPr")) for cell in paragraph.iterancestors(w("tc"))]
    shades = [item for it in owners if it is not None for item in it.findall(w("shd"))]
    fills = [str(item.get(w("fill"), "auto")) for item in shades]
    return any(fill != "auto" and not _is_pale(fill) for fill in fills)

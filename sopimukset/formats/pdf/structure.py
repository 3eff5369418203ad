"""The structure tree of a tagged PDF: what each marked stretch of the pages is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Tag = Literal[
    "Document", "Title", "Subtitle", "H1", "H2", "H3", "H4", "H5", "H6", "P", "L", "LI", "Lbl",
    "LBody", "Div", "Table", "TR", "TH", "TD", "Caption", "Figure",
]  # fmt: skip
"""The kinds of element. A title is a paragraph of its own kind, as it is no heading of a part."""

ROLES = "<</Title /P /Subtitle /P>>"
"""What those of the kinds are that the standard doesn't have."""

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Stretch:
    """A marked stretch of a page: the page's number from 0, the stretch's number on it."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class Element:
    """An element and what it holds in reading order.

    Attributes:
        attributes: in PDF's own notation, as `/O /Table /Scope /Column`.
        alternative: the text that stands for it.
        language: where it is not that of what it is in.
    """

    tag: Tag
    attributes: str = ""
    alternative: str = ""
    language: str | None = None
    kids: list[Element | Stretch] = field(default_factory=list)

    def add(
        self, tag: Tag, attributes: str = "", alternative: str = "", language: str | None = None
    ) -> Element:
        """A new element at its end."""
        made = Element(tag, attributes, alternative, language)
        self.kids.append(made)
        return made

    @property
    def is_empty(self) -> bool:
        """Whether neither it nor anything in it has a stretch of a page."""
        return all(isinstance(kid, Element) and kid.is_empty for kid in self.kids)


def write_tree(document: Any, root: Element, pages: Sequence[str]) -> Any:  # noqa: ANN401
    """Put the tree into a document of reportlab's.

    Args:
        document: the document.
        root: the element of the whole.
        pages: the references to its pages, in PDF's notation.

    Returns:
        The tree's root, for the catalogue.
    """
    return _Writer(document, pages).write(root)


class _Writer:
    def __init__(self, document: Any, pages: Sequence[str]) -> None:  # noqa: ANN401
        self.document, self.pages = document, pages
        self.owners: list[list[str]] = [[] for _ in pages]

    def write(self, root: Element) -> Any:  # noqa: ANN401 (reportlab has no types)
        """Write the elements below the root, and give the structure tree."""
        tree = _source()
        here = self.reference(tree)
        top = self._element(root, here)
        numbers = "".join(
            f"{page} [{' '.join(owners)}] " for page, owners in enumerate(self.owners)
        )
        parents = self.reference(_source(f"<</Nums [{numbers}]>>"))
        tree.source = (
            f"<</Type /StructTreeRoot /K {top} /ParentTree {parents} "
            f"/ParentTreeNextKey {len(self.pages)} /RoleMap {ROLES}>>"
        )
        return tree

    def reference(self, source: Any) -> str:  # noqa: ANN401
        """A reference to a new object of the file."""
        return reference(self.document, source)

    def _element(self, element: Element, parent: str) -> str:
        made = _source()
        here = self.reference(made)
        made.source = "".join(self._parts(element, parent, here))
        return here

    def _parts(self, element: Element, parent: str, here: str) -> Iterator[str]:
        yield f"<</Type /StructElem /S /{element.tag} /P {parent}"
        own = [kid.page for kid in element.kids if isinstance(kid, Stretch)]
        if own:
            yield f" /Pg {self.pages[own[0]]}"
        kids = " ".join(
            self._stretch(kid, own[0], here)
            if isinstance(kid, Stretch)
            else self._element(kid, here)
            for kid in element.kids
        )
        yield f" /K [{kids}]"
        if element.attributes:
            yield f" /A <<{element.attributes}>>"
        if element.alternative:
            yield f" /Alt {literal(element.alternative)}"
        if element.language:
            yield f" /Lang {literal(element.language)}"
        yield ">>"

    def _stretch(self, kid: Stretch, page: int, here: str) -> str:
        owners = self.owners[kid.page]
        owners.extend(["null"] * (kid.number + 1 - len(owners)))
        owners[kid.number] = here
        if kid.page == page:
            return str(kid.number)
        return f"<</Type /MCR /Pg {self.pages[kid.page]} /MCID {kid.number}>>"


def reference(document: Any, thing: Any) -> str:  # noqa: ANN401 (reportlab has no types)
    """A reference to an object of reportlab's, in PDF's notation."""
    name = document.Reference(thing).name
    number, generation = document.idToObjectNumberAndVersion[name]
    return f"{number} {generation} R"


def literal(text: str) -> str:
    """A text string in PDF's notation."""
    return f"<feff{text.encode('utf-16-be').hex()}>"


def _source(text: str = "") -> Any:  # noqa: ANN401
    from reportlab.pdfbase.pdfdoc import PDFObject

    class Source(PDFObject):  # type: ignore[misc]  # reportlab has no types
        """An object in PDF's own notation."""

        source = text

        def format(self, _document: object) -> bytes:
            """The object's bytes."""
            return bytes(self.source, "ascii")

    return Source()

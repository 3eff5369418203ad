"""What a layout's package may hold: the parts of a text, known by how they are reached and typed.

A reader finds a part by the type of a relationship, and knows what it is by its content type; its
name says nothing. What is reached in another way than those known here is refused, be it a macro,
a control or something newer; what nothing reaches is no part of the document and is left out.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from sopimukset.base.speech import mark, say
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.property_parts import CONTENT_TYPES, DOCUMENT, RELS
from sopimukset.formats.word.xml import Element, serialise

RELATIONS = frozenset(
    (
        *("officeDocument", "core-properties", "extended-properties", "custom-properties"),
        *("thumbnail", "classificationlabels", "customXml", "customXmlProps"),
        *("styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "font", "theme"),
        *("themeOverride", "numbering", "header", "footer", "footnotes", "endnotes", "comments"),
        *("commentsExtended", "commentsIds", "commentsExtensible", "people", "documenttasks"),
        *("glossaryDocument", "printerSettings", "intelligence", "image", "hdphoto", "hyperlink"),
        *("chart", "chartEx", "chartStyle", "chartColorStyle", "chartUserShapes"),
        *("diagramData", "diagramLayout", "diagramQuickStyle", "diagramColors", "diagramDrawing"),
    )
)
"""How the types of relationships end by which a layout's parts are reached."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MICROSOFT = "application/vnd.ms-office."
TYPES = frozenset(
    name.lower()
    for name in (
        "application/xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.ms-word.stylesWithEffects+xml",
        *("application/x-font-ttf", "application/x-fontdata", f"{_OFFICE}obfuscatedFont"),
        f"{_WORD}printerSettings",
        *(
            f"{_WORD}{name}+xml"
            for name in (
                *("document.main", "document.glossary", "styles", "settings", "webSettings"),
                *("fontTable", "numbering", "header", "footer", "footnotes", "endnotes"),
                *("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people"),
            )
        ),
        *(
            f"{_OFFICE}{name}+xml"
            for name in (
                *("theme", "themeOverride", "extended-properties", "custom-properties"),
                *("customXmlProperties", "drawingml.chart", "drawingml.chartshapes"),
                *("drawingml.diagramData", "drawingml.diagramLayout", "drawingml.diagramStyle"),
                "drawingml.diagramColors",
            )
        ),
        *(
            f"{_MICROSOFT}{name}+xml"
            for name in (
                *("classificationlabels", "documenttasks", "intelligence2", "chartex"),
                *("chartstyle", "chartcolorstyle", "drawingml.diagramDrawing"),
            )
        ),
        *(
            f"image/{name}"
            for name in (
                *("png", "jpeg", "jpg", "gif", "bmp", "tiff", "svg+xml", "webp", "vnd.ms-photo"),
                *("emf", "x-emf", "wmf", "x-wmf"),
            )
        ),
    )
)
"""The content types of a layout's parts, in small letters."""

MACROS = mark("Pohjassa on makroja.")
MACROS_ADVICE = mark("Tallenna se Wordissa muotoon ”Word-asiakirja (.docx)”.")
STRANGE = mark("Pohjassa on osa, jollaista pohjassa ei sallita: {laji}.")
STRANGE_ADVICE = mark(
    "Poista se pohjasta Wordissa, tai kopioi pohjan sisältö uuteen asiakirjaan ja tallenna se "
    ".docx-muotoon."
)

_OF_MACROS = ("vbaproject", "vbadata", "macroenabled")
"""What stands in the types of parts and of relationships by which Word finds macros."""


def refuse_macros(roots: Mapping[str, Element], parts: Mapping[str, bytes]) -> None:
    """Refuse macros, whatever their part is called and wherever it lies.

    Raises:
        LayoutError: there are some.
    """
    typed = [str(item.get("ContentType")) for item in roots[CONTENT_TYPES]]
    related = [
        str(item.get("Type")).rpartition("/")[2]
        for name, root in roots.items()
        if name.lower().endswith(".rels")
        for item in root
    ]
    named = [name.rpartition("/")[2] for name in parts]
    told = " ".join((*typed, *related, *named)).lower()
    if any(word in told for word in _OF_MACROS):
        raise LayoutError(say(MACROS), hint=say(MACROS_ADVICE))


def belonging(roots: Mapping[str, Element], parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts that relationships reach from the package itself, and what describes them.

    Raises:
        LayoutError: one is reached in a way, or is of a type, that no layout needs; two have the
            same name but for the size of letters; the document itself isn't reached.
    """
    names: dict[str, str] = {}
    for name in parts:
        if names.setdefault(name.lower(), name) != name:
            raise _strange(name, name)
    types = _Types(roots[CONTENT_TYPES])
    reached, waiting = {CONTENT_TYPES}, [""]
    while waiting:
        source = waiting.pop()
        relations = names.get(_relations_of(source).lower())
        if relations is None or relations not in roots:
            continue
        reached.add(relations)
        for target in _targets(roots[relations], source, relations):
            part = names.get(target.lower())
            if part is not None and part not in reached:
                if types.of(part).lower() not in TYPES:
                    raise _strange(types.of(part) or "–", part)
                reached.add(part)
                waiting.append(part)
    kept = {name: data for name, data in parts.items() if name in reached}
    if not {DOCUMENT, RELS} <= kept.keys():
        raise LayoutError(
            say("Tiedosto on zip-paketti mutta ei Word-asiakirja."),
            hint=say("Tallenna se Wordissa .docx-muotoon."),
        )
    if types.forget(name for name in parts if name not in reached):
        kept[CONTENT_TYPES] = serialise(roots[CONTENT_TYPES])
    return kept


class _Types:
    """The content types that a package tells of its parts."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._named = {str(item.get("PartName")).lstrip("/").lower(): item for item in root}
        self._ends = {str(item.get("Extension")).lower(): item for item in root}

    def of(self, name: str) -> str:
        """The type of a part; "" where none is told."""
        end = name.rpartition("/")[2].rpartition(".")[2]
        item = self._named.get(name.lower())
        if item is None:
            item = self._ends.get(end.lower())
        return "" if item is None else str(item.get("ContentType"))

    def forget(self, names: Iterator[str]) -> bool:
        """Take out what is told of the named parts alone; whether anything was."""
        told = [self._named[name.lower()] for name in names if name.lower() in self._named]
        for item in told:
            self._root.remove(item)
        return bool(told)


def _relations_of(source: str) -> str:
    """Where the relationships of a part stand; of the package itself for ""."""
    folder, _, name = source.rpartition("/")
    return posixpath.join(folder, f"_rels/{name}.rels") if source else RELS


def _targets(root: Element, source: str, part: str) -> Iterator[str]:
    """The parts to which relationships lead; those to outside are judged elsewhere."""
    for item in root:
        if item.get("TargetMode") == "External":
            continue
        kind = str(item.get("Type")).rpartition("/")[2]
        if kind not in RELATIONS:
            raise _strange(kind, part)
        target = unquote(str(item.get("Target")).partition("#")[0])
        if target:
            folder = "/" + posixpath.dirname(source)
            yield posixpath.normpath(posixpath.join(folder, target)).lstrip("/")


def _strange(kind: str, part: str) -> LayoutError:
    return LayoutError(say(STRANGE).format(laji=kind), part, hint=say(STRANGE_ADVICE))

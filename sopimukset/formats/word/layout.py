"""Opening a layout: what a person may have broken in Word is found here, once per layout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache

from docxtpl import DocxTemplate
from jinja2 import Template

from sopimukset.base.speech import say
from sopimukset.formats.word.breaks import keep_breaks
from sopimukset.formats.word.contents import belonging, refuse_macros
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.instructions import refuse_drawn_in, refuse_instructions
from sopimukset.formats.word.package import read_package
from sopimukset.formats.word.property_parts import CONTENT_TYPES
from sopimukset.formats.word.sandbox import compile_source, environment, fill
from sopimukset.formats.word.xml import Element, as_source, own_text, parse, w

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_DOCXTPL = re.compile(r"\{\{(?:r|tr|tc)\s|\{%\s*(?:tc|colspan|hm)\s")
"""Tags that docxtpl alone can fill: rich texts, columns that come and go. What stands for a whole
paragraph may be a fragment; a sub-document there is refused later, and docxtpl asked."""

_WHOLE = re.compile(r"[{][{%#](p|tr|tc|r)\s.*?[}%#]\}", re.DOTALL)
_TRACKED = {
    w(name)
    for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "tblPrChange", "trPrChange",
        "tcPrChange", "sectPrChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    )
}  # fmt: skip
_COMMENTED = {w("commentRangeStart"), w("commentReference")}
_TEMPLATED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_OF_XML = ("+xml", "/xml")
"""How the types of parts end that hold XML."""

_HYPERLINK = "/hyperlink"
_EMBEDDED = re.compile(r"word/(embeddings|activex)/")
_EMBEDS = ("/oleObject", "/package", "/control", "/activeXControlBinary")
"""How the types of relationships to embedded objects and controls end."""


@dataclass(frozen=True)
class TemplatedPart:
    """A part with placeholders.

    Attributes:
        needs_docxtpl: whether it has tags that only docxtpl fills.
    """

    name: str
    source: str
    needs_docxtpl: bool = False

    @cached_property
    def template(self) -> Template:
        """The part as Jinja has it; see :func:`sandbox.compile_source` for errors."""
        return compile_source(environment(), self.source, self.name, lines=True)

    def fill(self, context: Mapping[str, object]) -> bytes:
        """Return the part filled with the context; see :func:`sandbox.fill` for errors."""
        return fill(self.template, context, self.source, self.name).encode()


@dataclass(frozen=True)
class Layout:
    """A layout that passed the checks, ready to be filled any number of times."""

    fixed: Mapping[str, bytes]
    templated: tuple[TemplatedPart, ...]
    styles: frozenset[str]


@lru_cache(maxsize=32)
def open_layout(data: bytes) -> Layout:
    """Check a layout and make templates of it; the result is kept by its bytes.

    Raises:
        LayoutError: not a Word document, macros, embedded objects, parts that no layout needs, DTD,
            links to outside files, fields that read files or run programs, documents drawn in,
            tracked changes or comments left in, placeholders that are broken or would swallow text.
    """
    layout = checked(data)
    for part in layout.templated:
        part.template  # noqa: B018 (it is compiled, or refused)
    return layout


def checked(data: bytes) -> Layout:
    """Check a layout, but for what Jinja makes of its placeholders.

    Raises:
        LayoutError: as in :func:`open_layout`.
    """
    parts = read_package(data)
    roots = {name: parse(parts[name], name) for name in _readable(parts)}
    refuse_macros(roots, parts)
    _refuse_embedded(roots, parts)
    for name, root in roots.items():
        if name.endswith(".rels"):
            _refuse_outside(root, name)
            refuse_drawn_in(root, name)
            continue
        refuse_instructions(root, name)
        if name.startswith("word/"):
            _refuse_reviewing(root, name)
    parts = belonging(roots, parts)
    names = [name for name in roots if name in parts and _TEMPLATED.fullmatch(name)]
    templated = tuple(_templated(name, roots[name]) for name in names)
    fixed = {name: blob for name, blob in parts.items() if name not in names}
    return Layout(fixed, templated, _style_ids(roots.get("word/styles.xml")))


def _readable(parts: Mapping[str, bytes]) -> list[str]:
    """The parts that are XML: by their names, or because the package says so of them."""
    told = parse(parts[CONTENT_TYPES], CONTENT_TYPES)
    kinds = [item for item in told if str(item.get("ContentType")).endswith(_OF_XML)]
    named = {str(item.get("PartName")).lstrip("/") for item in kinds}
    ends = tuple(f".{item.get('Extension')}" for item in kinds if item.get("Extension"))
    return [name for name in parts if name in named or name.endswith((".xml", ".rels", *ends))]


def _templated(name: str, root: Element) -> TemplatedPart:
    texts = [own_text(paragraph) for paragraph in root.iter(w("p"))]
    for text in texts:
        _check_paragraph(text, name)
    for row in root.iter(w("tr")):
        _check_row(row, name)
    keep_breaks(root)
    patched = DocxTemplate("").patch_xml(one_paragraph_a_line(as_source(root)))
    source = TAG.sub(lambda tag: tag.group().replace("&amp;", "&"), patched)
    return TemplatedPart(name, source, any(_DOCXTPL.search(text) for text in texts))


def one_paragraph_a_line(xml: str) -> str:
    """Divide a part into lines, so that an error can name its paragraph; they are not printed."""
    return re.sub(r"(?=<w:p[ >])", "\n", xml.replace("\n", " "))


def _check_paragraph(text: str, part: str) -> None:
    rest = TAG.sub("", text)
    if re.search(r"\{[{%#]|[}%#]\}", rest):
        raise LayoutError(
            say("Merkinnän alku tai loppu puuttuu."),
            part,
            text,
            say("Kirjoita merkintä yhteen kappaleeseen: {{ kenttä }} tai {%p if ehto %}."),
        )
    whole = _WHOLE.search(text)
    if whole and whole.group(1) == "p" and text.strip() != whole.group():
        raise LayoutError(
            say("Kappalemerkinnän vieressä on tekstiä, joka katoaisi."),
            part,
            text,
            say("Siirrä merkintä omaan kappaleeseensa."),
        )


def _check_row(row: Element, part: str) -> None:
    text = "\n".join(own_text(p) for p in row.iter(w("p"))).strip()
    whole = _WHOLE.search(text)
    if whole and whole.group(1) == "tr" and text != whole.group():
        raise LayoutError(
            say("Rivimerkinnän kanssa samalla taulukon rivillä on tekstiä, joka katoaisi."),
            part,
            text,
            say("Siirrä merkintä taulukon omalle rivilleen."),
        )


def _refuse_embedded(roots: Mapping[str, Element], parts: Mapping[str, bytes]) -> None:
    """Refuse objects of other programs and controls: they would be copied into each document."""
    named = (name for name in parts if _EMBEDDED.match(name.lower()))
    related = (
        name
        for name, root in roots.items()
        if name.endswith(".rels")
        and any(
            str(item.get("Type")).endswith(_EMBEDS) and item.get("TargetMode") != "External"
            for item in root
        )
    )
    for name in (*named, *related):
        raise LayoutError(
            say("Pohjaan on upotettu toisen ohjelman objekti tai ActiveX-ohjausobjekti."),
            name,
            hint=say("Poista objekti pohjasta; lisää sen sisältö tekstinä, taulukkona tai kuvana."),
        )


def _refuse_outside(root: Element, part: str) -> None:
    for relation in root:
        outside = relation.get("TargetMode") == "External"
        if outside and not str(relation.get("Type")).endswith(_HYPERLINK):
            raise LayoutError(
                say("Pohja viittaa toiseen tiedostoon tietokoneella tai verkossa."),
                part,
                str(relation.get("Target")),
                say("Irrota asiakirjamalli (Kehitystyökalut) tai upota linkitetty kuva."),
            )


def _refuse_reviewing(root: Element, part: str) -> None:
    for element in root.iter(*_TRACKED):
        raise LayoutError(
            say("Pohjaan on jäänyt hyväksymättömiä muutoksia."),
            part,
            _around(element),
            say("Hyväksy tai hylkää kaikki muutokset Wordin Tarkista-välilehdellä."),
        )
    for element in root.iter(*_COMMENTED):
        raise LayoutError(
            say("Pohjaan on jäänyt kommentteja."),
            part,
            _around(element),
            say("Poista kaikki kommentit Wordin Tarkista-välilehdellä."),
        )


def _around(element: Element) -> str:
    while element is not None and element.tag != w("p"):
        element = element.getparent()
    return "" if element is None else "".join(t.text or "" for t in element.iter(w("t")))


def _style_ids(root: Element | None) -> frozenset[str]:
    if root is None:
        return frozenset()
    return frozenset(str(style.get(w("styleId"))) for style in root.iter(w("style")))

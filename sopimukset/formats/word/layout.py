"""Opening a layout: what a person may have broken in Word is found here, once per layout."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from docxtpl import DocxTemplate
from jinja2 import Template

from sopimukset.base.speech import say
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.package import CONTENT_TYPES, read_package
from sopimukset.formats.word.sandbox import compile_source, environment, fill
from sopimukset.formats.word.xml import Element, as_source, own_text, parse, w

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
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
_HYPERLINK = "/hyperlink"


@dataclass(frozen=True)
class TemplatedPart:
    """A part with placeholders, compiled."""

    name: str
    source: str
    template: Template

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
    """Check and compile a layout; the result is kept by its bytes.

    Raises:
        LayoutError: not a Word document, macros, DTD, links to outside files, tracked changes or
            comments left in, placeholders that are broken or would swallow text.
    """
    parts = read_package(data)
    _refuse_macros(parts)
    roots = {name: parse(parts[name], name) for name in parts if name.endswith((".xml", ".rels"))}
    for name, root in roots.items():
        if name.endswith(".rels"):
            _refuse_outside(root, name)
        elif name.startswith("word/"):
            _refuse_reviewing(root, name)
    names = [name for name in roots if _TEMPLATED.fullmatch(name)]
    templated = tuple(_compile(name, roots[name]) for name in names)
    fixed = {name: blob for name, blob in parts.items() if name not in names}
    return Layout(fixed, templated, _style_ids(roots.get("word/styles.xml")))


def _compile(name: str, root: Element) -> TemplatedPart:
    for paragraph in root.iter(w("p")):
        _check_paragraph(own_text(paragraph), name)
    for row in root.iter(w("tr")):
        _check_row(row, name)
    source = _prepare(as_source(root))
    return TemplatedPart(name, source, compile_source(environment(), source, name))


def _prepare(xml: str) -> str:
    """Make a template of a part's XML, one paragraph a line so that errors name theirs."""
    lines = re.sub(r"(?=<w:p[ >])", "\n", xml)
    lines = DocxTemplate("").patch_xml(lines)
    return _TAG.sub(lambda tag: tag.group().replace("&amp;", "&"), lines)


def _check_paragraph(text: str, part: str) -> None:
    rest = _TAG.sub("", text)
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


def _refuse_macros(parts: Mapping[str, bytes]) -> None:
    if any(name.lower().endswith("vbaproject.bin") for name in parts) or (
        b"macroEnabled" in parts[CONTENT_TYPES]
    ):
        raise LayoutError(
            say("Pohjassa on makroja."),
            hint=say("Tallenna se Wordissa muotoon ”Word-asiakirja (.docx)”."),
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

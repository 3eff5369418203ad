"""What a layout's fields may do, and documents that it would draw in: nothing outside is fetched.

A field (`{ DDEAUTO … }`, `{ INCLUDETEXT … }`) is worked out by Word when somebody opens or prints
the finished document. Some run a program or read a file of the reader's; only those pass here that
show what the document itself holds (ISO/IEC 29500-1, 17.16.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TypeGuard

from sopimukset.base.speech import mark, say
from sopimukset.formats.word.errors import LayoutError
from sopimukset.formats.word.xml import Element, own_text, w

FIELDS = (
    *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC", "TC", "REF", "PAGEREF", "NOTEREF"),
    *("SEQ", "STYLEREF", "HYPERLINK", "DOCPROPERTY", "TITLE", "SUBJECT", "KEYWORDS", "FILENAME"),
    *("FORMTEXT", "FORMCHECKBOX", "FORMDROPDOWN"),
)
"""The fields of a layout: numbers of pages and captions, references, properties, forms."""

DRAWN_IN = ("/aFChunk", "/subDocument")
"""How the types of relationships to documents end that Word would draw in."""

NO_FIELD_OF_WORD = mark("Pohjassa on Wordin kenttä {nimi}, jota ei sallita.")
NO_FIELD_OF_WORD_ADVICE = mark("Poista kenttä pohjasta. Sallitut Wordin kentät: {nimet}.")
DIVIDED = mark("Wordin kentän koodin sisällä on merkintä, joka voisi vaihtaa kentän toiseksi.")
DIVIDED_ADVICE = mark("Siirrä ehto tai silmukka kentän ulkopuolelle.")
DRAWS_IN = mark("Pohjaan on liitetty toinen asiakirja (altChunk tai alidokumentti).")
DRAWS_IN_ADVICE = mark("Poista liitetty asiakirja pohjasta ja kirjoita sen sisältö pohjaan.")

_NAME = re.compile(r"\s*([A-Za-z]+)(?![^\s\\])")
_STATEMENT = re.compile(r"\{[%#]")
_BEGINS = "{%"
_CHARACTERS = ("begin", "separate", "end")
_LONGEST = 30
"""Characters of a field's name that a message shows."""

_CHUNKS = ("{*}altChunk", "{*}subDoc")
_PIECES = ("{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}t", "{*}fldSimple")


def refuse_instructions(root: Element, part: str) -> None:
    """Let only the fields of :data:`FIELDS` pass, and no document within the document.

    Raises:
        LayoutError: another field, one whose code a placeholder may change, a document drawn in.
    """
    for _ in root.iter(*_CHUNKS):
        raise _drawn_in(part)
    for code, element in _codes(root):
        if _STATEMENT.search(code):
            raise LayoutError(say(DIVIDED), part, _around(element), say(DIVIDED_ADVICE))
        found = _NAME.match(code)
        if found is None or found[1].upper() not in FIELDS:
            raise LayoutError(
                say(NO_FIELD_OF_WORD).format(nimi=_named(code)),
                part,
                _around(element),
                say(NO_FIELD_OF_WORD_ADVICE).format(nimet=", ".join(sorted(FIELDS))),
            )


def refuse_drawn_in(relations: Element, part: str) -> None:
    """Refuse relationships to documents that Word would draw in when it opens the file.

    Raises:
        LayoutError: there is such a one.
    """
    if any(str(item.get("Type")).endswith(DRAWN_IN) for item in relations):
        raise _drawn_in(part)


def _drawn_in(part: str) -> LayoutError:
    return LayoutError(say(DRAWS_IN), part, hint=say(DRAWS_IN_ADVICE))


def _named(code: str) -> str:
    """The first word of a field's code, as a message names it."""
    return "".join(filter(str.isprintable, (code.split() or ["–"])[0]))[:_LONGEST]


def _codes(root: Element) -> Iterator[tuple[str, Element]]:
    """The code of every field of a part, and an element of it.

    Word divides a code into runs wherever it likes; fields stand in fields, in codes too. A code
    that stands in no field is given by itself. A placeholder among the runs of a code counts as a
    statement in it: what it leaves out could make another field of the rest.
    """
    opened: list[list[str] | None] = []
    for element in root.iter(*_PIECES):
        name, text = element.tag.rpartition("}")[2], element.text or ""
        if name == "fldSimple":
            yield _attribute(element, "instr"), element
        elif name == "fldChar":
            kind = _attribute(element, "fldCharType")
            if kind not in _CHARACTERS:
                yield _BEGINS, element
            if kind == "begin":
                opened.append([])
            elif opened and (code := opened.pop()) is not None:
                yield "".join(code), element
            if kind == "separate":
                opened.append(None)
        elif name == "t":
            for outer in filter(_is_code, opened if "{" in text else ()):
                outer.append(_BEGINS)
        elif opened and (code := opened[-1]) is not None:
            code.append(text)
        elif text.strip():
            yield text, element
    for code in filter(_is_code, opened):
        yield "".join(code), root


def _is_code(code: list[str] | None) -> TypeGuard[list[str]]:
    """Whether a field that is open is still in its code, and not in its result."""
    return code is not None


def _attribute(element: Element, name: str) -> str:
    """An attribute of Word's, whichever of its two namespaces the file uses."""
    found = (text for key, text in element.attrib.items() if key.rpartition("}")[2] == name)
    return str(next(found, ""))


def _around(element: Element) -> str:
    """The text of the paragraph that holds an element."""
    paragraph = next(element.iterancestors(w("p")), None)
    return "" if paragraph is None else own_text(paragraph)

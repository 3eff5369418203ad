"""From a stored statute text to its sections.

The Finnish files have the heading beside the section number and a paragraph for each momentti
and item. The Swedish ones have the heading on the next line, a line for each momentti, and lines
that were broken where the original had italics.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sopimukset.base.periods import day_before
from sopimukset.statutes.entities import Kieli, Momentti, Pykala

_HEADING = re.compile(
    r"(?P<numero>\d+(?: [a-z])?) §(?: (?P<otsikko>.+?))?"
    r"(?: \((?P<sanamuoto>(?:uudempi|aiempi) sanamuoto[^)]*)\))?"
)
_ITEM = re.compile(r"\d+ ?[a-z]?\) ")
_SUBITEM = re.compile(r"[a-zåäö]{1,2}\) ")
_BROKEN_LINE = re.compile(r"(?!\w{1,2}\) )[a-zåäö),.;:]")
_SPACES = re.compile(r"\s+")  # the official texts have en spaces after item numbers
_EMPHASIS = re.compile(r"\*([^*]+)\*")
_DAY = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
# What follows the last section of an act, and is no part of it: the parliament's documents and,
# in an amending act, the entry into force.
_PARLIAMENT = re.compile(r"(?:RP|AjUB|RSv) \d+/\d{4}")
_IN_FORCE = re.compile(r"Denna lag träder i kraft den .+")
_ENTRY_INTO_FORCE = "Ikraftträdande"


def parse_sections(text: str, saados: str, kieli: Kieli) -> tuple[Pykala, ...]:
    """All wordings of all sections of a stored text, in its order.

    Letters come out composed (NFC), however the text was saved: `ä` is one letter, not two signs.

    Raises:
        ValueError: a heading is not one of a section.
    """
    text = unicodedata.normalize("NFC", text)
    blocks = re.split(r"^## ", text, flags=re.MULTILINE)[1:]
    return _with_ends(tuple(_section(block, saados, kieli) for block in blocks))


def _section(block: str, saados: str, kieli: Kieli) -> Pykala:
    first, *lines = (_SPACES.sub(" ", line).strip() for line in block.splitlines())
    match = _HEADING.fullmatch(first)
    if match is None:
        raise ValueError(f"{saados} ({kieli}): not a section heading: {first!r}")
    paragraphs = list(_paragraphs(lines))
    notes = [each for each in paragraphs if _is_note(each)]
    body = [_plain(each) for each in paragraphs if not _is_note(each)]
    otsikko = match["otsikko"] or body.pop(0)
    if otsikko != _ENTRY_INTO_FORCE:
        body = [each for each in body if not _IN_FORCE.fullmatch(each)]
    sanamuoto = match["sanamuoto"] or ""
    return Pykala(
        saados=saados,
        numero=match["numero"],
        otsikko=otsikko,
        momentit=_subsections(body),
        kieli=kieli,
        sanamuoto=sanamuoto,
        alkaen=_start(sanamuoto, notes),
        paattyen=_day(sanamuoto) if sanamuoto.endswith("saakka") else None,
    )


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Non-blank lines; one that goes on in mid-sentence is joined to the one above it."""
    current = ""
    for line in lines:
        if _PARLIAMENT.fullmatch(line):
            continue
        if current and _BROKEN_LINE.match(line):
            current += line if line[0] in "),.;:" else f" {line}"
            continue
        if current:
            yield current
        current = line
    if current:
        yield current


def _is_note(paragraph: str) -> bool:
    """Whether the whole paragraph is in italics: an editor's note, no text of the act."""
    return _EMPHASIS.fullmatch(paragraph) is not None


def _plain(paragraph: str) -> str:
    return _EMPHASIS.sub(r"\1", paragraph).replace("( ", "(")


def _subsections(paragraphs: Iterable[str]) -> tuple[Momentti, ...]:
    found: list[tuple[str, list[str]]] = []
    for paragraph in paragraphs:
        if found and _ITEM.match(paragraph):
            found[-1][1].append(paragraph)
        elif found and found[-1][1] and _SUBITEM.match(paragraph):
            found[-1][1][-1] += f"\n{paragraph}"
        else:
            found.append((paragraph, []))
    return tuple(Momentti(text, tuple(items)) for text, items in found)


def _start(sanamuoto: str, notes: Iterable[str]) -> date | None:
    """First day of a wording: told in the heading, or in a note below the text."""
    if " alkaen" in sanamuoto:
        return _day(sanamuoto)
    return next((_day(note) for note in notes if "voimaan" in note), None)


def _day(text: str) -> date | None:
    match = _DAY.search(text)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _with_ends(sections: tuple[Pykala, ...]) -> tuple[Pykala, ...]:
    """An earlier wording ends the day before the newer one begins, where no end is told."""
    starts = {p.numero: p.alkaen for p in sections if p.alkaen and p.sanamuoto.startswith("uud")}
    return tuple(
        replace(p, paattyen=day_before(starts[p.numero]))
        if p.paattyen is None and p.sanamuoto.startswith("aiempi") and p.numero in starts
        else p
        for p in sections
    )

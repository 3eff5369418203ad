"""The linter of a kind's folder: its layouts, its clauses, and whether they fit one another.

`formats.word.lint` reads a layout against fields that it is told; here is what only this product
knows: which fields a kind has, what clauses may print, and which tables they name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.documents.clause_lint import ClauseNotes, lint_clauses
from sopimukset.documents.known_fields import fields_of_clauses, fields_of_kind, unused
from sopimukset.documents.subject import Kind
from sopimukset.findings import Finding, Severity
from sopimukset.formats.word.lines import Paragraph
from sopimukset.formats.word.lint import Fields, Flaw, Linted, Topic, lint
from sopimukset.model import Lausekekirjasto
from sopimukset.workspace.layouts import LAYOUT_LANGUAGES, MAX_BYTES
from sopimukset.workspace.record import Record, read_record
from sopimukset.workspace.templates import LIBRARY, TEMPLATES

CODES = {Topic.FILE: "W01", Topic.TAGS: "W02", Topic.FIELDS: "W03", Topic.ACCESS: "W08"}
TABLE = "lausekkeet[].taulukko"
"""The field by which a layout decides which table follows a clause."""

ACCESSIBILITY = mark("306/2019 3 §, 306/2019 7 §")
LANGUAGE_NAMES = {"fi": mark("suomi"), "sv": mark("ruotsi")}

UNUSED = mark("Mikään pohja tai lauseke ei käytä näitä kenttiä: {kentat}.")
UNUSED_ADVICE = mark(
    "Jos tieto kuuluu asiakirjaan, lisää se pohjaan. Muuten mitään ei tarvitse tehdä."
)
ONLY_HERE = mark("Kenttää {kentta} ei ole toisen kielen pohjassa ({tiedosto}).")
ONLY_HERE_ADVICE = mark("Lisää kenttä molempiin pohjiin tai poista se molemmista.")
NO_TABLE = mark("Lauseke nimeää taulukon {taulukko}, jota ei ole pohjassa {tiedosto}.")
NO_TABLE_ADVICE = mark("Pohjan taulukot: {taulukot}.")
MEANT = mark("Tarkoititko: {ehdotus}?")
NO_CLAUSE = mark("Pohja odottaa taulukkoa {taulukko}, jota mikään lauseke ei nimeä.")
LANGUAGE = mark("Pohjan tekstin kieleksi ei ole merkitty kieltä {kieli}.")
LANGUAGE_ADVICE = mark("Valitse koko teksti Wordissa ja aseta tarkistuskieli (Tarkista, Kieli).")
HEADLINES = mark("Pohjassa ei ole yhtään otsikkotyylillä tehtyä otsikkoa.")
HEADLINES_ADVICE = mark("Käytä otsikoissa Wordin tyylejä Otsikko 1, Otsikko 2 ja niin edelleen.")
SKIPPED = mark("Otsikkotaso {taso} tulee tason {edellinen} jälkeen: väliin jää taso, jota ei ole.")
FIRST = mark("Ensimmäisen otsikon taso on {taso}, vaikka otsikot alkavat tasosta 1.")
SKIPPED_ADVICE = mark("Vaihda otsikon tyyli niin, että tasot seuraavat toisiaan.")
HEADLESS = mark("Taulukossa ei ole otsikkoriviä.")
HEADLESS_ADVICE = mark("Merkitse taulukon ensimmäinen rivi toistuvaksi otsikkoriviksi.")
CAPTIONLESS = mark("Taulukolla ei ole otsikkoa ennen taulukkoa.")
CAPTIONLESS_ADVICE = mark("Lisää taulukon edelle kappale, jonka tyyli on Kuvaotsikko.")
PICTURE = mark("Kuvalla ei ole vaihtoehtoista tekstiä.")
PICTURE_ADVICE = mark("Kirjoita kuvalle vaihtoehtoinen teksti tai merkitse se koristeeksi.")


@dataclass
class Lint:
    """What the linter found in a folder.

    Attributes:
        lines: the lines that findings stand on, by file and number.
    """

    findings: list[Finding] = field(default_factory=list)
    lines: dict[tuple[str, int], str | None] = field(default_factory=dict)


def lint_folder(kind: Kind[Any], folder: Path) -> Lint:
    """Lint the layouts and the clauses of a kind.

    Raises:
        OSError: a layout can't be read.
    """
    fields = fields_of_kind(kind)
    layouts = {
        language: _Layout(kind.laji, language, (folder / f"{language}.docx"), fields)
        for language in LAYOUT_LANGUAGES
        if (folder / f"{language}.docx").is_file()
    }
    library = read_record(folder.parent.parent, "", folder / LIBRARY, Lausekekirjasto)
    notes = lint_clauses(library, fields_of_clauses(fields), frozenset(layouts))
    found = Lint([*notes.findings])
    for layout in layouts.values():
        found.findings += layout.findings()
        found.findings += _tables(layout, library, notes)
        found.findings += _unnamed(layout, notes)
    found.findings += _differences(layouts, fields)
    found.findings += _unused(fields, layouts, notes)
    return _with_lines(found, kind.laji, library, layouts)


class _Layout:
    """One layout of a kind, linted."""

    def __init__(self, laji: str, language: str, path: Path, fields: Fields) -> None:
        self.file = f"{TEMPLATES}/{laji}/{path.name}"
        self.language = language
        with path.open("rb") as source:
            self.found: Linted = lint(source.read(MAX_BYTES), fields)

    @property
    def tables(self) -> Mapping[str, Paragraph]:
        """The tables that it can print after a clause."""
        return self.found.compared.get(TABLE, {})

    def findings(self) -> Iterator[Finding]:
        """What is wrong with the layout: errors, then what keeps readers with aids out."""
        for flaw in self.found.flaws:
            yield self.finding(CODES[flaw.topic], Severity.ERROR, flaw)
        for flaw in _inaccessible(self.found, self.language):
            yield self.finding("W08", Severity.WARNING, flaw, ACCESSIBILITY)

    def finding(self, code: str, severity: Severity, flaw: Flaw, citation: str = "") -> Finding:
        """The flaw as a finding at its line; at the first line where no paragraph is concerned."""
        here = flaw.paragraph
        line, column = (here.line, here.column) if here else (1, 1)
        return Finding(
            code,
            severity,
            _said(flaw.message, flaw.values),
            _said(flaw.advice, flaw.values),
            self.file,
            line,
            column + flaw.start,
            line,
            column + flaw.end,
            here.path if here else flaw.part,
            "",
            citation,
        )


def _said(text: str, values: Mapping[str, str]) -> str:
    return say(text).format(**values) if values else say(text)


def _inaccessible(found: Linted, language: str) -> Iterator[Flaw]:
    """What keeps readers with aids out of documents that the layout gives."""
    access = found.access
    if access is None:
        return
    if access.language.lower().partition("-")[0] != language:
        told = say(LANGUAGE_NAMES.get(language, language))
        yield Flaw(Topic.ACCESS, LANGUAGE, LANGUAGE_ADVICE, {"kieli": told})
    if not access.headings:
        yield Flaw(Topic.ACCESS, HEADLINES, HEADLINES_ADVICE)
    before = 0
    for heading in access.headings:
        if heading.level > before + 1:
            values = {"taso": str(heading.level), "edellinen": str(before)}
            message = SKIPPED if before else FIRST
            yield _at(message, SKIPPED_ADVICE, heading.paragraph, values)
        before = heading.level
    for table in access.tables:
        if table.rows > 1 and not table.header:
            yield _at(HEADLESS, HEADLESS_ADVICE, table.paragraph)
        if table.rows > 1 and not table.captioned:
            yield _at(CAPTIONLESS, CAPTIONLESS_ADVICE, table.paragraph)
    for picture in access.wordless:
        yield _at(PICTURE, PICTURE_ADVICE, picture)


def _at(
    message: str, advice: str, paragraph: Paragraph, values: Mapping[str, str] | None = None
) -> Flaw:
    end = len(paragraph.text)
    return Flaw(Topic.ACCESS, message, advice, values or {}, paragraph, 0, end)


def _tables(
    layout: _Layout, library: Record[Lausekekirjasto], notes: ClauseNotes
) -> Iterator[Finding]:
    """The tables that clauses name and the layout never prints."""
    if not layout.found.whole:
        return
    for name, paths in notes.tables.items():
        if name not in layout.tables:
            meant = nearest(name, layout.tables)
            values = {
                "taulukko": name,
                "tiedosto": f"{layout.language}.docx",
                "taulukot": ", ".join(layout.tables) or "–",
                "ehdotus": meant or "",
            }
            told = (NO_TABLE, MEANT if meant else NO_TABLE_ADVICE)
            for path in paths:
                yield notes.finding(library, "W07", Severity.ERROR, told, values, path)


def _unnamed(layout: _Layout, notes: ClauseNotes) -> Iterator[Finding]:
    """The tables that the layout names rightly in one place and misspells in another.

    Where it only misspells one, the clause that names it is told of. One that is like no other may
    be there for a region's own clause.
    """
    right = [name for name in layout.tables if name in notes.tables]
    for name, paragraph in layout.tables.items():
        meant = nearest(name, right) if name not in right else None
        if meant:
            start = max(paragraph.text.find(name), 0)
            end = start + len(name)
            values = {"taulukko": name, "ehdotus": meant}
            flaw = Flaw(Topic.FIELDS, NO_CLAUSE, MEANT, values, paragraph, start, end)
            yield layout.finding("W07", Severity.WARNING, flaw)


def _differences(layouts: Mapping[str, _Layout], fields: Fields) -> Iterator[Finding]:
    """The known fields that one language's layout prints and the other's does not."""
    if len(layouts) < 2 or not all(item.found.whole for item in layouts.values()):
        return
    for one, other in (("fi", "sv"), ("sv", "fi")):
        theirs = layouts[other].found.printed_in
        for path, paragraph in layouts[one].found.printed_in.items():
            if path in fields and path not in theirs:
                values = {"kentta": path, "tiedosto": f"{other}.docx"}
                name = path.rpartition(".")[2]
                start = max(paragraph.text.find(name), 0)
                flaw = Flaw(
                    Topic.FIELDS, ONLY_HERE, ONLY_HERE_ADVICE, values, paragraph, start,
                    start + len(name),
                )  # fmt: skip
                yield layouts[one].finding("W05", Severity.WARNING, flaw)


def _unused(
    fields: Fields, layouts: Mapping[str, _Layout], notes: ClauseNotes
) -> Iterator[Finding]:
    """The fields that neither a layout nor a clause asks for."""
    if not layouts or not notes.read or not all(item.found.whole for item in layouts.values()):
        return
    used = notes.used.union(*(item.found.printed_in for item in layouts.values()))
    first = next(iter(layouts.values()))
    silent = unused(fields, frozenset(used))
    if silent:
        flaw = Flaw(Topic.FIELDS, UNUSED, UNUSED_ADVICE, {"kentat": ", ".join(silent)})
        yield first.finding("W04", Severity.INFO, flaw)


def _with_lines(
    found: Lint, laji: str, library: Record[Lausekekirjasto], layouts: Mapping[str, _Layout]
) -> Lint:
    """The lines that the findings stand on, and the clauses' file by the name that others have."""
    texts = {item.file: item.found.lines.texts for item in layouts.values() if item.found.lines}
    for item in found.findings:
        key = (item.file, item.line)
        if item.file in texts and item.path:
            found.lines[key] = texts[item.file][item.line - 1]
        elif item.file not in {layout.file for layout in layouts.values()}:
            found.lines[key] = library.excerpt(item.line)
    return found

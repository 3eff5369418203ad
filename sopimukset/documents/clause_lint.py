"""The linter of a clause library: its fields, its conditions, its two languages side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from sopimukset.base.speech import mark, say
from sopimukset.findings import Finding, Severity
from sopimukset.formats.word import LayoutError, uses_of
from sopimukset.formats.word.fields import Use
from sopimukset.formats.word.lint import Fields, unknown
from sopimukset.formats.word.tags import TAG, slips
from sopimukset.model import Kappale, Kielitekstit, Lausekekirjasto
from sopimukset.model.paths import Path
from sopimukset.workspace.record import Record

IN_LANGUAGE = {"fi": mark("suomeksi"), "sv": mark("ruotsiksi")}

LACKING = mark("Lausekkeen tekstiä ei ole {kieleksi}, joten se jäisi asiakirjasta pois.")
LACKING_ADVICE = mark("Kirjoita sama teksti molemmilla kielillä.")
DIFFERENT = mark("Kielet kysyvät eri kenttiä: {kentat}.")
DIFFERENT_ADVICE = mark("Tarkista, että teksti sanoo saman molemmilla kielillä.")
IN_HEADING = mark("Lausekkeen otsikossa on merkintä, jota ei täytetä.")
IN_HEADING_ADVICE = mark("Siirrä muuttuva tieto lausekkeen tekstiin.")
UNKNOWN_CONDITION = mark("Ehdon kenttää {kentta} ei ole.")

Told = tuple[str, str]


@dataclass
class ClauseNotes:
    """What was found out about a clause library.

    Attributes:
        read: whether it could be read.
        used: the fields that its texts and conditions ask for, items without `[]`.
        tables: the tables that clauses name, each with the places that do.
    """

    read: bool = False
    findings: list[Finding] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    tables: defaultdict[str, list[Path]] = field(default_factory=lambda: defaultdict(list))

    def finding(
        self,
        library: Record[Lausekekirjasto],
        code: str,
        severity: Severity,
        told: Told,
        values: Mapping[str, str],
        path: Path,
    ) -> Finding:
        """A finding at a place of the library's file."""
        message, advice = (say(text).format(**values) if values else say(text) for text in told)
        return library.finding(code, severity, message, advice, path)


def lint_clauses(
    library: Record[Lausekekirjasto], fields: Fields, languages: Collection[str]
) -> ClauseNotes:
    """Lint the clauses of a kind whose layouts are in these languages."""
    notes = ClauseNotes(findings=list(library.findings))
    if library.model is not None:
        notes.read = True
        _Linter(library, library.model, fields, languages, notes).run()
    return notes


class _Linter:
    """One library being linted."""

    def __init__(
        self,
        library: Record[Lausekekirjasto],
        model: Lausekekirjasto,
        fields: Fields,
        languages: Collection[str],
        notes: ClauseNotes,
    ) -> None:
        self.library = library
        self.model = model
        self.fields = fields
        self.languages = languages
        self.notes = notes

    def run(self) -> None:
        """Go through every version of every clause."""
        for index, clause in enumerate(self.model.lausekkeet):
            for number, version in enumerate(clause.versiot):
                path: Path = ("lausekkeet", index, "versiot", number)
                self.heading(version.otsikko, (*path, "otsikko"))
                for place, part in enumerate(version.kappaleet):
                    self.paragraph(part, (*path, "kappaleet", place))
                if version.taulukko:
                    self.notes.tables[version.taulukko].append((*path, "taulukko"))

    def heading(self, text: Kielitekstit, path: Path) -> None:
        """A heading is printed as it stands."""
        self.languages_of(text, path)
        for language, words in _texts(text):
            if TAG.search(words):
                self.tell("W02", (IN_HEADING, IN_HEADING_ADVICE), {}, (*path, language))

    def paragraph(self, part: Kappale, path: Path) -> None:
        """A paragraph, or the items of a list."""
        self.condition(part.jos, path)
        if not part.luettelo or any(_texts(part)):
            self.text(part, path)
        for index, item in enumerate(part.luettelo):
            here = (*path, "luettelo", index)
            self.condition(item.jos, here)
            self.text(item, here)

    def condition(self, name: str | None, path: Path) -> None:
        """A condition names a field, not one of a list's items."""
        if name is None:
            return
        self.notes.used.add(name)
        wrong = unknown(Use(name, 1), self.fields)
        if wrong is not None:
            _, advice = wrong.told
            values = {"kentta": wrong.path, "ehdotus": wrong.meant}
            self.tell("W03", (UNKNOWN_CONDITION, advice), values, (*path, "jos"))

    def text(self, text: Kielitekstit, path: Path) -> None:
        """A text in its languages."""
        self.languages_of(text, path)
        asked = {language: self.asked(words, (*path, language)) for language, words in _texts(text)}
        fields = [item for item in asked.values() if item is not None]
        if len(fields) == 2 and fields[0] != fields[1]:
            values = {"kentat": ", ".join(sorted(fields[0] ^ fields[1]))}
            self.tell("W06", (DIFFERENT, DIFFERENT_ADVICE), values, path, Severity.WARNING)

    def asked(self, text: str, path: Path) -> frozenset[str] | None:
        """The fields that a text asks for; None where it can't be parsed."""
        told = list(slips(text.replace("\n", " ")))
        for slip in told:
            self.tell("W02", (slip.message, slip.advice), {"merkki": slip.mark}, path)
        try:
            uses = uses_of(text)
        except LayoutError as error:
            if not told:
                self.tell("W02", (error.message, error.hint), {}, path)
            return None
        for found in uses.refused:
            self.tell("W02", (found.message, found.hint), {}, path)
        for use in dict.fromkeys(uses.fields):
            wrong = unknown(use, self.fields)
            if wrong is not None:
                values = {"kentta": wrong.path, "ehdotus": wrong.meant}
                self.tell("W03", wrong.told, values, path)
        self.notes.used.update(name.removesuffix("[]") for name in uses.paths)
        return uses.paths

    def languages_of(self, text: Kielitekstit, path: Path) -> None:
        """A text is there in every language that has a layout, and in both where it is in one."""
        there = {language for language, _ in _texts(text)}
        for language in sorted(set(self.languages) - there):
            values = {"kieleksi": say(IN_LANGUAGE.get(language, language))}
            self.tell("W06", (LACKING, LACKING_ADVICE), values, path)

    def tell(
        self,
        code: str,
        told: Told,
        values: Mapping[str, str],
        path: Path,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Add a finding."""
        self.notes.findings.append(
            self.notes.finding(self.library, code, severity, told, values, path)
        )


def _texts(text: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401 (any model with languages)
    """The languages of a text with what it says."""
    for language in IN_LANGUAGE:
        words = getattr(text, language)
        if words:
            yield language, words

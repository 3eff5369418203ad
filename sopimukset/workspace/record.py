"""One file of a region: what it says, where each word stands, and what can't be read of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from pydantic import ValidationError

from sopimukset.base.files import NotAFileError, read_at_most
from sopimukset.base.speech import mark, say
from sopimukset.findings import Finding, Severity
from sopimukset.formats.word.gaps import MARKERS
from sopimukset.formats.writable import ILLEGAL
from sopimukset.formats.yaml import Document, Span, read
from sopimukset.model import Malli
from sopimukset.model.paths import Path as DataPath
from sopimukset.model.paths import find_path, leaves, path_text, shown_key
from sopimukset.workspace.excerpts import masked_lines
from sopimukset.workspace.masking import without_codes
from sopimukset.workspace.persons import Persons
from sopimukset.workspace.translate import refusals

if TYPE_CHECKING:
    from sopimukset.formats.yaml import Problem

M = TypeVar("M", bound=Malli)
MAX_BYTES = 256 * 1024
_CODES = {"tiedosto": "M01", "syntaksi": "M02", "merkki": "M03", "rakenne": "M04"}


@dataclass(frozen=True, slots=True)
class Record(Generic[M]):
    """A file as it was read.

    Attributes:
        region: the region's folder.
        file: the path from the workspace's root, with `/`.
        document: the data with its places; None where the file could not be opened.
        model: what the file says; None where it doesn't fit the model.
        findings: what is wrong with its form (M01–M09).
    """

    region: str
    file: str
    document: Document | None
    model: M | None
    findings: tuple[Finding, ...] = field(default=())

    def finding(
        self,
        code: str,
        severity: Severity,
        message: str,
        advice: str,
        path: DataPath,
        *,
        at_key: bool = False,
        quoted: Sequence[str] = (),
        **rest: Any,  # noqa: ANN401 (passed on to Finding)
    ) -> Finding:
        """A finding at a path of this file: the deepest place that exists is pointed to.

        With `at_key` the path's last key is pointed to, not its value; of a text the words that
        are `quoted`.
        """
        span = self.span(path, at_key=at_key, quoted=quoted)
        data = self.document.data if self.document else None
        return Finding(
            code,
            severity,
            message,
            advice,
            self.file,
            span.line,
            span.column,
            span.end_line,
            span.end_column,
            path_text(data, path),
            self.region,
            **rest,
        )

    def span(self, path: DataPath, *, at_key: bool = False, quoted: Sequence[str] = ()) -> Span:
        """Where the path stands in the file; line 1 for what the file as a whole lacks."""
        if self.document is None or self.document.data is None:
            return Span(1, 1, 1, 1)
        if at_key:
            return self.document.key_span(path)
        return self.document.nearest_span(path, quoted)

    def find(self, text: str) -> DataPath | None:
        """The path that `johtoryhmat[tym]` names in this file; None where nothing has that name."""
        return find_path(self.document.data, text) if self.document else None

    def named(self, text: str) -> str:
        """The same place with its items by name, as findings tell it; the text where it is none."""
        path = self.find(text)
        if path is None or self.document is None:
            return text
        return path_text(self.document.data, path)

    def excerpt(self, line: int) -> str | None:
        """A source line with names of persons and identity codes masked.

        None for a line that could not be parsed: what it holds is not known.
        """
        return self.excerpts((line,))[line]

    def excerpts(
        self, lines: Collection[int], persons: Persons | None = None
    ) -> dict[int, str | None]:
        """Several source lines by number, each as `excerpt` gives it.

        Args:
            lines: their numbers.
            persons: of the whole region; None for those whom this file names.
        """
        if self.document is None or self.document.data is None:
            return dict.fromkeys(lines)
        return {**masked_lines(self.document, lines, persons)}


def read_record(root: Path, region: str, path: Path, model: type[M]) -> Record[M]:
    """Read a file and fit it to the model. Never raises for what the file holds."""
    return read_file(str(root), region, path.relative_to(root).as_posix(), model)


def read_file(root: str, region: str, file: str, model: type[M]) -> Record[M]:
    """The same for a file that is known by its path from the root, with `/`."""
    path = f"{root}/{file}"  # a Path takes longer to make than the file to read
    try:
        source = read_at_most(path, MAX_BYTES + 1)  # enough to see that a file is huge
    except OSError as error:
        return _unreadable(region, file, Path(path), error)
    return parse_record(region, file, source, model)


def parse_record(
    region: str, file: str, source: bytes, model: type[M], way: Way | None = None
) -> Record[M]:
    """Fit bytes to the model, wherever they came from: a folder or a git object.

    Args:
        region: the region's folder.
        file: the path from the workspace's root, with `/`.
        source: the file's bytes.
        model: of the file's kind.
        way: how to read and to fit, where many versions of the same file are read.
    """
    document = way.read(source) if way else read(source, max_bytes=MAX_BYTES)
    problems = tuple(_problem(region, file, item) for item in document.problems)
    if document.data is None:
        return Record(region, file, document, None, problems)
    try:
        value = way.fit(document.data, model) if way else model.model_validate(document.data)
    except ValidationError as error:
        bare: Record[M] = Record(region, file, document, None)
        return Record(region, file, document, None, (*problems, *_refused(bare, model, error)))
    if b"\\" in source or _OWN_BYTES in source:  # the reader refuses other control characters raw
        problems += tuple(_unprintable(Record(region, file, document, None)))
    return Record(region, file, document, None if problems else value, problems)


def _unprintable(record: Record[Any]) -> Iterator[Finding]:
    """Texts with a character that no document can carry.

    Control characters (written as escapes), and those by which the engine marks places in texts.
    """
    for path, value in leaves(record.document.data if record.document else None):
        found = _UNWRITABLE.search(value) if isinstance(value, str) else None
        if found:
            code = f"U+{ord(found[0]):04X}"
            own = found[0] in MARKERS
            message = say(OWN_MARK if own else CONTROL)
            told = message.format(avain=shown_key(str(path[-1])), merkki=code)
            advice = say(OWN_MARK_ADVICE if own else CONTROL_ADVICE)
            yield record.finding("M07", Severity.ERROR, told, advice, path)


CONTROL = mark("Avaimen {avain} tekstissä on ohjausmerkki {merkki}.")
CONTROL_ADVICE = mark("Poista ohjausmerkki tekstistä.")
OWN_MARK = mark(
    "Avaimen {avain} tekstissä on merkki {merkki}, jolla ohjelma itse merkitsee tekstin kohtia. "
    "Se katoaisi asiakirjasta."
)
OWN_MARK_ADVICE = mark("Poista merkki tekstistä, tai kirjoita sen tilalle tavallinen merkki.")

_UNWRITABLE = re.compile(f"{ILLEGAL.pattern[:-1]}{MARKERS}]")
_OWN_BYTES = b"\xee\x80"
"""What the bytes of each of the engine's marks begin with."""


class Way(Protocol):
    """Another way of reading than that for files on disk."""

    def read(self, source: bytes, /) -> Document:
        """The data of a file with its problems."""

    def fit(self, data: Any, model: type[M], /) -> M:  # noqa: ANN401 (whatever the file holds)
        """The data as the model has them.

        Raises:
            ValidationError: they don't fit.
        """


def missing_record(region: str, file: str) -> Record[Any]:
    """A file that isn't there, as reading it from a folder tells."""
    return _unreadable(region, file, Path(file), FileNotFoundError())


def _unreadable(region: str, file: str, path: Path, error: OSError) -> Record[Any]:
    if path.is_symlink() and isinstance(error, FileNotFoundError):
        told = say(NO_TARGET), say("Korjaa linkki tai poista se.")
    elif isinstance(error, NotAFileError):
        told = say("{tiedosto} ei ole tavallinen tiedosto."), say("Poista tai siirrä se.")
    elif isinstance(error, FileNotFoundError):
        told = say("Tiedosto {tiedosto} puuttuu."), say("Luo tiedosto: sopimukset new ALUE.")
    elif isinstance(error, IsADirectoryError):
        told = say("{tiedosto} on kansio, ei tiedosto."), say("Poista tai siirrä kansio.")
    else:
        told = say("Tiedostoa {tiedosto} ei voi avata."), say("Tarkista tiedoston lukuoikeudet.")
    message = told[0].format(tiedosto=file)
    finding = Finding("M01", Severity.ERROR, message, told[1], file, 1, 1, 1, 1, "", region)
    return Record(region, file, None, None, (finding,))


NO_TARGET = "Linkki {tiedosto} osoittaa tiedostoon, jota ei ole."


def _problem(region: str, file: str, problem: Problem) -> Finding:
    span = problem.span
    return Finding(
        _CODES[problem.kind],
        Severity.ERROR,
        problem.message,
        problem.hint,
        file,
        span.line,
        span.column,
        span.end_line,
        span.end_column,
        "",
        region,
    )


def _refused(record: Record[M], model: type[M], error: ValidationError) -> list[Finding]:
    assert record.document is not None  # noqa: S101 (a refusal comes from data that was read)
    data = record.document.data
    found = []
    for item in refusals(model, data, error.errors(include_url=False)):
        span = record.span(item.path, at_key=item.at_key)
        found.append(
            Finding(
                item.code,
                Severity.ERROR,
                without_codes(item.message),
                item.advice,
                record.file,
                span.line,
                span.column,
                span.end_line,
                span.end_column,
                without_codes(path_text(data, item.path)),
                record.region,
            )
        )
    return found

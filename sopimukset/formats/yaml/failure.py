"""Where libyaml gave up, and what the text around that place looks like."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sopimukset.formats.yaml.document import Lines
from sopimukset.formats.yaml.faults import Fault

_MISSING_SPACE = re.compile(r"(?:- +)*([^\W\d][\w-]*):(?=[^\s/])")
_MISSING_SPACE_AFTER_DASH = re.compile(r"(?:- +)*-(?=[^\W\d]|[\[{])")
_NEAR = 20  # lines; a cause lies no farther off, but for quotes and brackets


class Failure(NamedTuple):
    """A reading that libyaml gave up.

    Attributes:
        text: what was read.
        context: what libyaml was doing, in its own English; never shown.
        problem: what it met, likewise.
        start: offset of what it was doing.
        at: offset of what it met.
        scalar: start, end and style of the last scalar before it, if any.
        bracket: offset of the outermost flow bracket open at that point, if any.
    """

    text: str
    context: str
    problem: str
    start: int
    at: int
    scalar: tuple[int, int, str] | None
    bracket: int | None

    @classmethod
    def of(
        cls, text: str, error: object, scalar: tuple[int, int, str] | None, bracket: int | None
    ) -> Failure:
        """The failure behind a PyYAML error, whatever parts of it the error carries."""
        problem_mark = getattr(error, "problem_mark", None)
        context_mark = getattr(error, "context_mark", None)
        at = min(problem_mark.index if problem_mark else 0, len(text))
        start = min(context_mark.index if context_mark else at, at)
        context = getattr(error, "context", None) or ""
        return cls(text, context, getattr(error, "problem", None) or "", start, at, scalar, bracket)

    @property
    def sign(self) -> str:
        """The character at which libyaml gave up, "" at the end of the file."""
        return self.text[self.at : self.at + 1]

    def line_start(self, at: int) -> int:
        """Where the line of an offset begins."""
        return max(self.text.rfind("\n", 0, at), self.text.rfind("\r", 0, at)) + 1

    def content(self, at: int) -> tuple[int, int]:
        """Where the content of an offset's line begins and ends, blanks left out."""
        start = self.line_start(at)
        line = self.text[start:].partition("\n")[0].partition("\r")[0]
        return start + len(line) - len(line.lstrip(" \t")), start + len(line.rstrip(" \t"))

    def before(self, at: int) -> str:
        """What stands before an offset on its line."""
        return self.text[self.line_start(at) : at]

    @property
    def in_flow(self) -> bool:
        """Whether libyaml missed a comma between brackets."""
        return self.problem.startswith("did not find expected ','")

    def suspect_places(self) -> Iterator[int]:
        """Offsets on whose lines a missing space could explain the failure."""
        if "simple key" in self.context:
            yield self.start
        if self.problem.startswith(("mapping values", "did not find expected '-'")):
            yield self.at
        if self.scalar and self.is_about_indentation and not self.scalar[2]:
            yield self.scalar[0]

    @property
    def is_about_indentation(self) -> bool:
        """Whether a line may just stand in the wrong column."""
        enclosed = self.bracket is not None or self.in_flow or "quoted scalar" in self.context
        return not enclosed and (self.leads_line or self.problem.startswith("mapping values"))

    @property
    def leads_line(self) -> bool:
        """Whether libyaml gave up at the first thing on a line."""
        return not self.before(self.at).strip()


def text_colon_at(failure: Failure) -> int | None:
    """The offset of a colon inside an unquoted value that broke the value off, else None."""
    at = failure.at
    if failure.sign != ":":
        return None
    line = failure.text[slice(*failure.content(at))]
    if glued_colon(line) is not None or glued_dash(line) is not None:
        return None
    if not failure.in_flow and failure.problem != "mapping values are not allowed in this context":
        return None
    before = failure.before(at)
    key, colon, value = before.rpartition(": ")
    if not colon:
        key, colon, value = before.rpartition("- ")
    plain = (
        bool(value.strip()) and value.lstrip()[0] not in "\"'[{" and value.strip()[-1] not in "\"'"
    )
    return at if colon and key.strip(" -") + colon.strip(" -") and plain else None


def suspect_lines(failure: Failure) -> list[int]:
    """The lines (from 1) in which the cause of a failure is to be looked for."""
    lines = Lines(failure.text)
    if "quoted scalar" in failure.context:
        return [lines.number(failure.start)]
    last = lines.number(max(failure.at, failure.start))
    firsts = [last]
    if failure.scalar and failure.scalar[0] <= failure.at:
        start, end, style = failure.scalar
        # A block of text ends where its indentation does, so whatever lies in it did no harm
        firsts.append(lines.number(end if style in ("|", ">") else start))
    if "simple key" in failure.context or "scalar" in failure.context:
        firsts.append(lines.number(failure.start))
    first = min(firsts)
    return sorted({first, *range(max(first, last - _NEAR), last + 1)})


def missing_space(colon: int) -> Fault:
    """The fault of a colon, at an offset, that its value touches."""
    return Fault(
        colon,
        colon + 1,
        "syntaksi",
        "Kaksoispisteen jälkeen puuttuu välilyönti.",
        "Kirjoita avain ja arvo muodossa avain: arvo.",
    )


def glued_colon(line: str) -> int | None:
    """Where in a line a key's colon stands without a space after it, else None."""
    match = _MISSING_SPACE.match(line)
    return match.end() - 1 if match else None


def glued_dash(line: str) -> int | None:
    """Where in a line a list's dash stands without a space after it, else None."""
    match = _MISSING_SPACE_AFTER_DASH.match(line)
    return match.end() - 1 if match else None


def closing_bracket(text: str, opening: int) -> int | None:
    """The offset of the bracket that closes another one; quotes and comments are passed over."""
    depth, at = 0, opening
    while at < len(text):
        sign = text[at]
        if sign in "\"'" and text[at - 1 : at] in " [{,:\n":
            at = text.find(sign, at + 1)
            if at < 0:
                return None
        elif sign == "#" and text[at - 1 : at] in " \n":
            at = text.find("\n", at)
            if at < 0:
                return None
        depth += (sign in "[{") - (sign in "]}")
        if not depth:
            return at
        at += 1
    return None

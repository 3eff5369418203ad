"""What the check says in each case, word for word: `tests/data/rules/<CODE>/sanottu.txt`.

The case files hold code, severity and place; these files hold the message, with its days and
numbers, and the advice. What other rules remark in a case, as information or as a deadline of the
year, is held by `tests/data/rules/sivusta.txt`, a case a paragraph.
`python -m tests.acceptance.rules.said` writes all anew after a change of wording: read the
difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import groupby
from typing import NamedTuple

from sopimukset.findings import Finding
from tests.acceptance.rules.rule_cases import DATA, Case, cases, counts, findings_of

FILE = "sanottu.txt"
BESIDE = DATA / "sivusta.txt"


class Saying(NamedTuple):
    """A place, and what is said of it in two lines."""

    place: str
    message: str
    advice: str


def said(findings: Iterable[Finding], code: str) -> list[Saying]:
    """What a rule says, in order."""
    return sorted(
        Saying(f"{item.file}:{item.line}:{item.column}", _line(item.message), _line(item.advice))
        for item in findings
        if item.code == code
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def is_held(code: str) -> bool:
    """Whether the words of a code are held here: those of broken files are the YAML reader's."""
    return not code.startswith("M")


def recorded(case: Case) -> list[Saying]:
    """What the case's file says that is said."""
    return _recorded(case.code).get(case.name, [])


@cache
def _recorded(code: str) -> dict[str, list[Saying]]:
    found: dict[str, list[Saying]] = {}
    path = DATA / code / FILE
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    current: list[Saying] = []
    for number, line in enumerate(lines):
        if line.startswith("# "):
            current = found.setdefault(line.removeprefix("# "), [])
        elif line and not line.startswith(" "):
            current.append(Saying(line, lines[number + 1].strip(), lines[number + 2].strip()))
    return found


def text(code: str, those: Iterable[Case]) -> str:
    """The content of a code's file."""
    lines: list[str] = []
    for case in those:
        sayings = said(findings_of(case.folder, case.as_of), code)
        if sayings:
            lines += ["", f"# {case.name}"]
        for item in sayings:
            lines += [item.place, f"    {item.message}", f"    {item.advice}"]
    return "\n".join(lines[1:]) + "\n"


def beside(case: Case) -> str:
    """What is found in a case that its expectations leave out, a finding a line."""
    found = [item for item in findings_of(case.folder, case.as_of) if not counts(item, case.code)]
    lines = sorted(
        f"    {item.code} {item.severity.value}{' (tunnistettu)' * item.acknowledged} "
        f"{item.file}:{item.line}:{item.column}"
        for item in found
    )
    return "\n".join([case.name, *lines]) + "\n"


def remarked() -> dict[str, str]:
    """What the file says of each case that has such findings, by the case's name."""
    paragraphs = BESIDE.read_text(encoding="utf-8").split("\n\n")
    return {text.partition("\n")[0]: text.rstrip("\n") + "\n" for text in paragraphs}


def write() -> None:
    """Write the files of all codes."""
    paragraphs = [beside(case) for case in cases()]
    BESIDE.write_text("\n".join(one for one in paragraphs if "\n    " in one), encoding="utf-8")
    for code, those in groupby(cases(), key=lambda case: case.code):
        if is_held(code):
            (DATA / code / FILE).write_text(text(code, those), encoding="utf-8")


if __name__ == "__main__":
    write()

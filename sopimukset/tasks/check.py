"""Checking: all findings of all files, never a byte written in the workspace.

An unchanged workspace is answered from the cache, and then nothing heavy is imported: what was
shown for the same question is shown again. Below it the cache holds the findings themselves, for
another question about the same workspace.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sopimukset.base.data import data_folder
from sopimukset.base.speech import language, mark, say
from sopimukset.workspace.cache import TEMPLATES, Cache, key_of, open_cache
from sopimukset.workspace.locate import chosen, find_root

if TYPE_CHECKING:
    from sopimukset.findings import Finding
    from sopimukset.reporting import Report
    from sopimukset.tasks.verdict import Verdict

NOTHING_CHANGED = mark("Versiosta {versio} ei ole muuttunut mitään tarkastettavaa.")
CHANGED = mark("Muuttunut versiosta {versio} tai riippuu muuttuneesta: {alueet}.")

SHOWS_PAGES = "sarif"
"""The format that shows the rules' pages, which no key holds: only findings are remembered."""

_FAILED, _PASSED = b"1", b"0"


class Question(NamedTuple):
    """What a user wants to be shown.

    Attributes:
        folder: where to look for the workspace.
        wanted: regions by name; empty for all.
        as_of: the day on which the record is judged.
        form: the format's name.
        colour: whether the reader's terminal shows colours.
        width: columns of the reader's terminal.
        strict: whether a warning makes the run fail.
        since: a revision: only what changed since it, and what depends on that.
        cached: whether what is remembered will do.
    """

    folder: Path
    wanted: tuple[str, ...]
    as_of: date
    form: str = "text"
    colour: bool = False
    width: int = 80
    strict: bool = False
    since: str | None = None
    cached: bool = True


class Shown(NamedTuple):
    """What a check has to say, and whether it makes the run fail."""

    text: str
    failed: bool


def shown(question: Question, tell: Callable[[str], None]) -> Shown:
    """The answer as text, remembered where nothing has changed since it was first given.

    Args:
        question: what was asked.
        tell: takes lines for the user that are no findings.

    Raises:
        WorkspaceError: no workspace, no region, none of that name, or no such revision.
        OutsideFailure: git failed.
    """
    root = find_root(question.folder)
    names = chosen(root, question.wanted)
    if not question.cached:
        return _rendered(question, root, names, _judged(root, question.as_of), tell)
    cache = open_cache(root, tell)
    key = _key(root, question.as_of)
    if question.since is not None or question.form == SHOWS_PAGES:
        verdict, _ = _verdict(root, question.as_of, cache, key)
        return _rendered(question, root, names, verdict, tell)
    way = _way_from_repository(root)
    page = _page_key(key, question, way)
    known = cache.get(page)
    if known is not None:
        return Shown(known[1:].decode(errors="surrogatepass"), known[:1] == _FAILED)
    verdict, lasting = _verdict(root, question.as_of, cache, key)
    answer = _rendered(question, root, names, verdict, tell)
    if lasting:
        sign = _FAILED if answer.failed else _PASSED
        cache.put(page, sign + answer.text.encode(errors="surrogatepass"))
    return answer


def failing(findings: Sequence[Finding], *, strict: bool) -> bool:
    """Whether the findings make a run fail: errors, with `strict` warnings too.

    Acknowledged findings and deadlines never do.
    """
    from sopimukset.reporting.report import fails

    return any(fails(item, strict=strict) for item in findings)


def _key(root: Path, as_of: date) -> str:
    return key_of(root, data_folder(TEMPLATES), as_of.isoformat(), language())


def _page_key(key: str, question: Question, way: str) -> str:
    """The key of what was shown: the workspace's, and all that the question and its form decide."""
    from sopimukset.workspace.cache import digest_of

    asked = (*question.wanted, "", question.form, question.colour, question.width, question.strict)
    return f"{key}-{digest_of(str(part) for part in (*asked, way))}"


def _rendered(
    question: Question,
    root: Path,
    names: Collection[str],
    verdict: Verdict,
    tell: Callable[[str], None],
) -> Shown:
    from sopimukset.reporting import renderer

    report = _report(question, root, names, verdict, tell)
    text = renderer(question.form)(report, colour=question.colour, width=question.width)
    return Shown(text, failing(report.findings, strict=question.strict))


def _report(
    question: Question,
    root: Path,
    names: Collection[str],
    verdict: Verdict,
    tell: Callable[[str], None],
) -> Report:
    """What concerns the named regions; of clause libraries only where all regions are asked for."""
    from sopimukset.reporting import Report

    libraries = not question.wanted
    if question.since is not None:
        from sopimukset.tasks.since import changed_since

        change = changed_since(root, question.since)
        concerned = change.concerned(verdict.links)
        names = [name for name in names if name in concerned]
        libraries = libraries and change.everything
        text = CHANGED if names else NOTHING_CHANGED
        tell(say(text).format(versio=question.since, alueet=", ".join(names)))
    wanted = {*names, ""} if libraries else set(names)
    found = tuple(item for item in verdict.findings if item.region in wanted)
    lines = verdict.lines
    way = _way_from_repository(root)
    return Report(
        question.as_of, found, lambda *place: lines.get(place), tuple(names), question.strict, way
    )


def _verdict(root: Path, as_of: date, cache: Cache, key: str) -> tuple[Verdict, bool]:
    """The findings out of the cache, else fresh ones that are put there; and whether they last.

    They don't where a rule crashed, or where a file changed while it was read.
    """
    from sopimukset.tasks.verdict import packed, unpacked

    content = cache.get(key)
    if content is not None:
        verdict = unpacked(content)
        if verdict is not None:
            return verdict, True
        cache.broken(key)
    verdict = _judged(root, as_of)
    lasting = verdict.sound and key == _key(root, as_of)
    if lasting:
        cache.put(key, packed(verdict))
    return verdict, lasting


def _judged(root: Path, as_of: date) -> Verdict:
    from sopimukset.tasks.judging import judged

    return judged(root, as_of)


def _way_from_repository(root: Path) -> str:
    """`sopimus/` where the workspace lies in a folder of a repository; "" where it is its top."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            way = root.relative_to(folder).as_posix()
            return "" if way == "." else f"{way}/"
    return ""

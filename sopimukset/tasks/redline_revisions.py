"""An agreement with what changed in it between two revisions as tracked changes.

Both documents are made with today's program: with the templates that the workspace itself held at
each revision, and with the shipped ones where it held none. An end that is a released version is
the paper of that version: what was approved or found wrong about it is no change of the agreement.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from sopimukset.base.speech import mark, say
from sopimukset.documents.provenance import told_between
from sopimukset.findings import Severity
from sopimukset.formats.word.redline import redline
from sopimukset.git import Repository
from sopimukset.history.past import Past, regions_at
from sopimukset.history.revisions import Point, Span, span
from sopimukset.history.stories import stories
from sopimukset.law.check import check_regions
from sopimukset.tasks.judging import grounds_of
from sopimukset.tasks.orders import Files
from sopimukset.tasks.past_templates import templates_at
from sopimukset.tasks.redline import NOBODY, SUFFIX, Redlined, Tell, Wishes, write
from sopimukset.tasks.redline_agreement import choose, drafted, rendered
from sopimukset.tasks.repository import repository_of
from sopimukset.tasks.version_papers import VersionPaper, paper_of
from sopimukset.tasks.versions import own_versions, tag_of
from sopimukset.workspace.locate import WorkspaceError, find_root
from sopimukset.workspace.workspace import Region

NO_REGION = mark("Aluetta {alue} ei ole versiossa {versio}.")
UNREAD = mark("Aluetta {alue} ei voi lukea versiossa {versio}: {syy}")
KEY = mark("Anna alueen avain niin kuin se on tiedoston alue.yaml kentässä alue.")
MEND = mark("Valitse väli, jonka kummassakin päässä alueen tiedot ovat luettavissa.")
NOT_TOUCHED = mark("Alueen tiedot ovat samat välin kummassakin päässä.")


@dataclass(frozen=True, slots=True)
class _Side:
    """An end of the range.

    Attributes:
        name: the file's name that `generate` gives the document.
        day: the document's own date.
    """

    content: bytes
    name: str
    day: date


def redline_revisions(
    folder: Path, region: str, agreement: str, text: str, as_of: date, wishes: Wishes, tell: Tell
) -> Redlined:
    """Compare an agreement at two revisions, `A..B`; a number is that of the agreement's version.

    The author and the moment are those of the newest commit of the range that touched the region;
    what lies on disk and is not saved has no author, and the document's own date.

    Raises:
        WorkspaceError: no workspace, no such region, agreement or revision (exit code 3).
        OutsideFailure: git, a template or a file fails (exit code 4).
        RefusedError: the range is written wrongly, or there is a file at the place (exit code 2).
    """
    root = find_root(folder)
    with repository_of(root) as repository:
        key = _key(root, region)
        ends = span(repository, own_versions(repository, key, agreement, text))
        language = wishes.language
        sides = []
        for point in ends:
            assert point is not None  # noqa: S101 (both ends of a range are named)
            past = _past(repository, root, point, key)
            with templates_at(repository, root, point, tell) as templates:
                made = _Making(past, point, templates, as_of)
                language = language or made.language
                sides.append(made.side(agreement, language))
        author, moment = _last(repository, root, ends, key, sides[1].day, tell)
    old, new = sides
    tracked = redline(old.content, new.content, author=wishes.author or author, moment=moment)
    made_of_both = told_between(tracked, *(_revision(point) for point in ends if point))
    target = wishes.out or Path(f"{Path(new.name).stem}{SUFFIX}.docx")
    return write(target, made_of_both, wishes)


def _revision(point: Point) -> str:
    """A revision as it was asked for, with the commit that it meant."""
    return f"{point.label} ({point.commit[:7]})" if point.commit else point.label


def _key(root: Path, region: str) -> str:
    """The region's key: what stands in the folder of that name, else the name itself."""
    from sopimukset.workspace.workspace import read_region

    found = read_region(root, region).alue
    return region if found is None else found.alue


def _past(repository: Repository, root: Path, point: Point, key: str) -> Past:
    found = regions_at(repository, root, point, [key]).get(key)
    if found is None:
        raise WorkspaceError(say(NO_REGION).format(alue=key, versio=point.label), say(KEY))
    if found.reason or found.region is None:
        message = say(UNREAD).format(alue=key, versio=point.label, syy=found.reason)
        raise WorkspaceError(message, say(MEND))
    return found


class _Making:
    """Makes the documents of one revision."""

    def __init__(self, past: Past, point: Point, templates: Path, as_of: date) -> None:
        assert past.region is not None  # noqa: S101 (asked for before)
        self.region: Region = past.region
        self.point, self.templates, self.as_of = point, templates, as_of
        self.files = Files(self.region)

    @property
    def language(self) -> str:
        """The region's first language."""
        return self.files.source.alue.kielet[0]

    def side(self, agreement: str, language: str) -> _Side:
        """The agreement at the revision; of a released version its paper."""
        paper = self._released(agreement, language)
        if paper is not None:
            return _Side(paper.content, paper.draft.order.file_name, paper.version.julkaistu)
        chosen = choose(self.files, agreement, self.point.label)
        draft = drafted(chosen, self.templates, language, errors=self._errors())
        return _Side(rendered(draft), draft.order.file_name, chosen.subject.own_day)

    def _released(self, agreement: str, language: str) -> VersionPaper | None:
        """The paper of the version whose tag the revision was named by; None for any other."""
        key, name = self.files.source.alue.alue, agreement.rpartition("/")[2]
        known = (item.model for item in self.region.versions if item.model is not None)
        for version in known:
            own = tag_of(key, version.sopimus, version.versio) == self.point.label
            if own and version.sopimus == name:
                return paper_of(self.templates, self.region, version, language)
        return None

    def _errors(self) -> bool:
        """Whether an error stands in the region; other regions are not asked."""
        grounds = grounds_of(self.templates, self.as_of)
        found = check_regions((self.region,), grounds)
        return any(item.severity is Severity.ERROR for item in found)


def _last(
    repository: Repository, root: Path, ends: Span, key: str, day: date, tell: Tell
) -> tuple[str, datetime]:
    """The author and the date of the newest commit of the range that touched the region."""
    states = [state for story in stories(repository, root, [key], ends) for state in story.states]
    if not states:
        tell(say(NOT_TOUCHED))
    commit = states[-1].commit if states else None
    if commit is not None:
        return commit.author or NOBODY, commit.date
    return NOBODY, datetime(day.year, day.month, day.day, tzinfo=UTC)

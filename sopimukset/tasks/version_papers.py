"""The paper of a released version, made again as `release` made it.

It is made of the files of the commit that the version's tag names; where there is no such tag, of
the commit that brought the version's file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from sopimukset import register
from sopimukset.documents.build import Draft, build, prepare
from sopimukset.documents.kinds import BY_NAME
from sopimukset.documents.provenance import marks_of
from sopimukset.documents.subject import Source, Subject
from sopimukset.formats.word import LayoutError, body_texts
from sopimukset.git import GitError, Repository, opened
from sopimukset.git.commits import has_tag
from sopimukset.history.past import regions_at
from sopimukset.history.revisions import Point, point
from sopimukset.model import Versio
from sopimukset.tasks.orders import Files, Manner, order_of, template_of
from sopimukset.tasks.past_templates import templates_at
from sopimukset.tasks.versions import tag_of, version_file
from sopimukset.tracking.approvals import number_of
from sopimukset.workspace.workspace import Region


@dataclass(frozen=True)
class VersionPaper:
    """The paper of a released version, made again with today's program.

    Attributes:
        content: the bytes of the Word file.
    """

    version: Versio
    draft: Draft
    content: bytes

    @cached_property
    def marks(self) -> str:
        """The marks of its paragraphs, as the file of the paper holds them."""
        return marks_of(body_texts(self.content))


def unapproved(source: Source, index: int) -> Source:
    """A region's files without what was approved and signed of the agreement at a place.

    The paper of a version lists none of it: it was about another version.
    """
    agreements = list(source.alue.sopimukset)
    blank = {"hyvaksynnat": (), "allekirjoitukset": ()}
    agreements[index] = agreements[index].model_copy(update=blank)
    alue = source.alue.model_copy(update={"sopimukset": tuple(agreements)})
    return replace(source, alue=alue)


def subject_at(subjects: Sequence[Subject], index: int) -> Subject | None:
    """What the document of the agreement at a place is made of, among the subjects of its kind."""
    place = ("sopimukset", index)
    for item in subjects:
        if place in (item.path, getattr(item, "agreement_path", None)):
            return item
    return None


def papers(
    root: Path, region: Region, laji: str, language: str, agreement: str = ""
) -> Iterator[VersionPaper]:
    """The papers of a region's released versions, the newest ones first.

    What can't be made again is left out.

    Args:
        root: the workspace.
        region: as it is now, with its versions.
        laji: the kind of the agreements.
        language: of the papers.
        agreement: the only one that is asked about; "" for all of the kind.
    """
    known = [item.model for item in region.versions if item.model is not None]
    for version in sorted(known, key=lambda item: number_of(item.versio), reverse=True):
        own = [item.laji for item in version.sisalto.sopimukset] == [laji]
        if own and agreement in ("", version.sopimus):
            found = _saved(root, region, version, language)
            if found is not None:
                yield found


def _saved(root: Path, region: Region, version: Versio, language: str) -> VersionPaper | None:
    """The paper made of the commit of the release, with the templates that were there."""
    key = region.alue.alue if region.alue else region.name
    try:
        with opened(root) as repository:
            moment = _released_at(repository, region, key, version)
            past = regions_at(repository, root, moment, [key]).get(key) if moment else None
            if moment is None or past is None or past.region is None or past.region.alue is None:
                return None
            with templates_at(repository, root, moment, lambda _line: None) as templates:
                return paper_of(templates, past.region, version, language)
    except GitError:
        return None


def _released_at(repository: Repository, region: Region, key: str, version: Versio) -> Point | None:
    """The commit of the release: that of the tag, else the one that brought the version's file."""
    tag = tag_of(key, version.sopimus, version.versio)
    if has_tag(repository, tag):
        return point(repository, f"refs/tags/{tag}")
    file = version_file(region.name, version.sopimus, version.versio)
    commit = repository.brought(file)
    return point(repository, commit) if commit else None


def paper_of(root: Path, region: Region, version: Versio, language: str) -> VersionPaper | None:
    """The paper of a version, made of the files of its release; None where it can't be made.

    Args:
        root: a folder with the templates of then, which go before the shipped ones.
        region: as it was at the commit of the release.
        version: the one that was released.
        language: of the paper.
    """
    files = Files(region)
    agreements = files.source.alue.sopimukset
    index = next((at for at, it in enumerate(agreements) if it.tunnus == version.sopimus), None)
    kind = BY_NAME.get(version.sisalto.sopimukset[0].laji)
    template = template_of(root, kind) if kind else None
    if index is None or kind is None or template is None:
        return None
    own = subject_at(kind.subjects(unapproved(files.source, index)), index)
    if own is None:
        return None
    try:
        frozen = replace(own, version=version.versio)
        order = order_of(files, template, frozen, language, Manner())
        draft = prepare(order, register.load())
        return VersionPaper(version, draft, build(draft).content)
    except (LayoutError, OSError, ValueError):  # another layout, or none in the language
        return None

"""What a document said when it was made, so that what was taken out of it can be shown.

A document holds a mark of each of its paragraphs. What is made again is taken for the document only
where all its marks are the same.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sopimukset import register
from sopimukset.base.speech import mark, say
from sopimukset.documents.build import build, prepare
from sopimukset.documents.kinds import BY_NAME
from sopimukset.documents.provenance import Found, Origin, marks_of
from sopimukset.formats.word import LayoutError, body_texts
from sopimukset.git import GitError, opened
from sopimukset.model import Versio
from sopimukset.tasks.orders import Files, Manner, Template, order_of, template_of
from sopimukset.tasks.version_papers import papers
from sopimukset.workspace.locate import REGIONS
from sopimukset.workspace.record import M, Record, parse_record, read_file
from sopimukset.workspace.workspace import Region, region_of

LOST = mark(
    "Alkuperäistä tekstiä ei voi näyttää: tiedoston {tiedosto} sisältöä asiakirjan tekohetkeltä "
    "({tunniste}) ei ole versionhallinnassa."
)
OTHERWISE = mark(
    "Alkuperäistä tekstiä ei voi näyttää: samoista tiedoista ei enää synny samaa tekstiä, koska "
    "ohjelma, asiakirjapohja tai mallilausekkeet ovat muuttuneet."
)

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """A document as it was made.

    Attributes:
        texts: its paragraphs; None where it can't be made again.
        why: why it can't, as a sentence; "" where it can.
        version: the released version whose paper it was; None where it was none.
    """

    texts: Texts | None = None
    why: str = ""
    version: Versio | None = None


def made_before(root: Path, region: Region, found: Found, today: Texts | None) -> Before:
    """The document as it was made: the paper of a version, or made of the facts of then.

    Args:
        root: the workspace.
        region: the region that the document tells of, as it is now.
        found: what the document says of itself.
        today: its paragraphs made of today's facts, where they are known.
    """
    origin = found.origin
    if not (origin.annotated or origin.apart):
        for paper in papers(root, region, origin.kind, origin.language):
            if paper.marks == found.marks:
                return Before(tuple(body_texts(paper.content)), version=paper.version)
    if today is not None and marks_of(today) == found.marks:
        return Before(today)
    then = _region_then(root, region, origin)
    if isinstance(then, str):
        return Before(why=then)
    made = (_made_of(root, then, origin, errors=errors) for errors in (False, True))
    same = (texts for texts in made if texts is not None and marks_of(texts) == found.marks)
    known: Texts | None = next(same, None)
    return Before(known, "" if known else say(OTHERWISE))


def _made_of(root: Path, region: Region, origin: Origin, *, errors: bool) -> Texts | None:
    """The document made of a region's files; None where it can't be made."""
    kind = BY_NAME.get(origin.kind)
    template = template_of(root, kind) if kind else None
    if region.alue is None or template is None:
        return None
    return made_of(Files(region), template, origin, lambda _place: errors)


def made_of(
    files: Files, template: Template, origin: Origin, errors: Callable[[str], bool]
) -> Texts | None:
    """The paragraphs of a document made again; None where it can't be made.

    Args:
        files: what it is made of.
        template: its kind's.
        origin: what it tells of itself.
        errors: whether the check has found errors that concern what stands at a place.
    """
    subject = template.kind.subject(files.source, origin)
    if subject is None or template.folder.layout(origin.language) is None:
        return None
    manner = Manner(origin.annotated, origin.apart, errors(files.place(subject)))
    try:
        order = order_of(files, template, subject, origin.language, manner)
        document = build(prepare(order, register.load()))
    except (LayoutError, OSError, ValueError):
        return None
    return tuple(body_texts(document.content))


def _region_then(root: Path, region: Region, origin: Origin) -> Region | str:
    """The region with the files that the document was made of, out of git; else why not."""
    folder = f"{REGIONS}/{region.name}"
    now = {*region.records, *(item.file for item in region.versions)}
    held: dict[str, bytes] = {}
    try:
        with opened(root) as repository:
            for file, blob in origin.sources:
                content = repository.blob(blob)
                if content is None:
                    return _lost(file, blob)
                held[f"{folder}/{file}"] = content
    except GitError:
        return _lost(*origin.sources[0]) if origin.sources else say(OTHERWISE)

    def read(file: str, model: type[M], /) -> Record[M]:
        """A file as it was, or as it lies on disk."""
        if file in held:
            return parse_record(region.name, file, held[file], model)
        return read_file(str(root), region.name, file, model)

    return region_of(region.name, now | held.keys(), read)


def _lost(file: str, blob: str) -> str:
    return say(LOST).format(tiedosto=file, tunniste=blob[:7])

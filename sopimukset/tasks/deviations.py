"""How regions depart from the model clauses: which clauses are changed most, how, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sopimukset.base.speech import SWEDISH, language
from sopimukset.model import Kielitekstit, Lausekekirjasto, Lausekemuutos, Mallilauseke, Teksti
from sopimukset.workspace.locate import chosen, find_root
from sopimukset.workspace.templates import template_folder
from sopimukset.workspace.workspace import Region, read_regions

Texts = Mapping[str, str]
"""A text by language; under "" one that no language is told of."""


@dataclass(frozen=True, slots=True)
class Deviation:
    """A region's change of a clause.

    Attributes:
        agreement: the agreement's id.
        file, line: where it is recorded.
        action: `poista`, `korvaa` or `lisaa`, "" where none is recorded.
        heading, text: of the clause that comes instead; empty where nothing does.
        reason: why; empty where none is recorded.
    """

    region: str
    agreement: str
    file: str
    line: int
    action: str
    heading: Texts
    text: Texts
    reason: Texts


@dataclass
class Changed:
    """A clause and all the changes that regions have made to it.

    Attributes:
        title: the model clause's heading; empty for a clause of the regions' own.
        model: whether the model library holds it.
        mandatory: whether the decree demands it.
    """

    kind: str
    clause: str
    title: Texts
    model: bool
    mandatory: bool
    changes: list[Deviation] = field(default_factory=list)

    @property
    def regions(self) -> list[str]:
        """The regions that change it, each once."""
        return list(dict.fromkeys(item.region for item in self.changes))


@dataclass
class Deviations:
    """What the regions change.

    Attributes:
        clauses: the most changed first.
        regions: those that were read.
        unchanged: those with agreements and no change.
        unread: those whose record can't be read.
    """

    clauses: list[Changed] = field(default_factory=list)
    regions: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def deviations(folder: Path, wanted: Sequence[str]) -> Deviations:
    """The changes of the wanted regions, of all where none is named.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
        OSError: a folder of templates can't be read.
    """
    root = find_root(folder)
    libraries: dict[str, dict[str, Mallilauseke]] = {}
    found: dict[tuple[str, str], Changed] = {}
    result = Deviations()
    for region in read_regions(root, chosen(root, wanted)):
        result.regions.append(region.name)
        if region.alue is None:
            result.unread.append(region.name)
            continue
        changes = list(_changes(region))
        if region.alue.sopimukset and not changes:
            result.unchanged.append(region.name)
        for kind, clause, change in changes:
            if kind not in libraries:
                libraries[kind] = _library(root, kind)
            row = found.setdefault((kind, clause), _row(kind, clause, libraries[kind]))
            row.changes.append(change)
    result.clauses = sorted(found.values(), key=lambda row: (-len(row.changes), row.kind))
    return result


def _library(root: Path, kind: str) -> dict[str, Mallilauseke]:
    folder = template_folder(root, kind)
    library: Lausekekirjasto | None = folder.library if folder else None
    return {item.tunnus: item for item in library.lausekkeet} if library else {}


def _row(kind: str, clause: str, library: Mapping[str, Mallilauseke]) -> Changed:
    model = library.get(clause)
    title = texts(model.versiot[-1].otsikko) if model and model.versiot else {}
    return Changed(kind, clause, title, model is not None, bool(model and model.pakollinen))


def _changes(region: Region) -> Iterator[tuple[str, str, Deviation]]:
    """The kind, the clause and the change, in the order of the record."""
    assert region.alue is not None  # noqa: S101 (the caller has looked)
    for index, agreement in enumerate(region.alue.sopimukset):
        for number, change in enumerate(agreement.lausekemuutokset):
            path = ("sopimukset", index, "lausekemuutokset", number)
            line = region.record.span(path).line
            told = _told(change)
            yield (
                agreement.laji,
                change.lauseke,
                Deviation(region.name, agreement.tunnus, region.record.file, line, *told),
            )


def _told(change: Lausekemuutos) -> tuple[str, Texts, Texts, Texts]:
    return (
        change.toimi or "",
        texts(change.otsikko),
        texts(change.teksti),
        texts(change.peruste),
    )


def texts(text: Teksti | Kielitekstit | None) -> Texts:
    """A text by language."""
    if text is None:
        return {}
    if isinstance(text, str):
        return {"": text}
    return {name: value for name in ("fi", "sv") if (value := getattr(text, name))}


def in_own_language(text: Texts) -> str:
    """The text in the language that the program speaks, else in another; "" for none."""
    order = ("sv", "", "fi") if language() == SWEDISH else ("fi", "", "sv")
    return next((text[name] for name in order if text.get(name)), "")


def plain(found: Deviations) -> dict[str, Any]:
    """The deviations as data for other programs; keys and their order are a promise."""
    return {
        "regions": found.regions,
        "unchanged": found.unchanged,
        "unread": found.unread,
        "clauses": [
            {
                "kind": row.kind,
                "clause": row.clause,
                "title": dict(row.title),
                "model": row.model,
                "mandatory": row.mandatory,
                "count": len(row.changes),
                "changes": [_plain(item) for item in row.changes],
            }
            for row in found.clauses
        ],
    }


def _plain(item: Deviation) -> dict[str, Any]:
    return {
        "region": item.region,
        "agreement": item.agreement,
        "file": item.file,
        "line": item.line,
        "action": item.action,
        "heading": dict(item.heading),
        "text": dict(item.text),
        "reason": dict(item.reason),
    }

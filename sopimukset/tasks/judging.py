"""Reading a workspace and asking every rule: what a check does when nothing is remembered."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from pathlib import Path

from sopimukset import locale, register
from sopimukset.base.collector import collector_paused
from sopimukset.base.once import once
from sopimukset.base.speech import language
from sopimukset.findings import Finding, Severity, sorted_findings
from sopimukset.law.check import Grounds, check_regions
from sopimukset.law.rules import t14
from sopimukset.model import Alue, Lausekekirjasto, Versio
from sopimukset.register import Register
from sopimukset.tasks.crowd import judged_in_parts, pays
from sopimukset.tasks.verdict import Lines, Verdict
from sopimukset.tracking.counted import KINDS
from sopimukset.tracking.roles import AUTHORITY, COUNTY, Role, role_of
from sopimukset.tracking.territory import municipalities, roles_of_territory
from sopimukset.workspace.layouts import layouts
from sopimukset.workspace.locate import chosen, find_root, region_names
from sopimukset.workspace.persons import Persons
from sopimukset.workspace.record import Record, read_record
from sopimukset.workspace.templates import LIBRARY, TEMPLATES, ClauseIds, library_of
from sopimukset.workspace.workspace import AnyFile, Region, read_alue, read_region, read_regions

SUSPECT = t14.RULE.code


def judged(root: Path, as_of: date) -> Verdict:
    """The findings of the whole workspace, with the lines that a report shows."""
    names = region_names(root)
    libraries = tuple(own_libraries(root))
    grounds = grounds_of(root, as_of, libraries)
    alone = replace(grounds, libraries=(), layouts=())
    if pays(len(names)):
        regions = judged_in_parts(root, names, lambda part: judged_regions(root, part, alone))
    else:
        regions = judged_regions(root, names, alone)
    found = check_regions((), grounds)
    found += [item for library in libraries for item in library.findings]
    return Verdict(
        tuple(sorted_findings([*regions.findings, *found])),
        {**regions.lines, **_lines(libraries, found)},
        regions.links,
    )


def judged_regions(root: Path, names: Iterable[str], grounds: Grounds) -> Verdict:
    """The findings of some regions, which know of no other."""
    with collector_paused():
        regions = tuple(read_regions(root, names))
        found = check_regions(regions, grounds)
    by_region: dict[str, list[Finding]] = {}
    for item in found:
        by_region.setdefault(item.region, []).append(item)
    lines: dict[tuple[str, int], str | None] = {}
    shown: list[Finding] = []
    for region in regions:
        own = by_region.get(region.name, [])
        if own:
            persons = region.persons
            shown += without_persons(own, persons)
            files: list[AnyFile | Record[Versio]] = [*region.records.values(), *region.versions]
            lines.update(_lines(files, own, persons))
    return Verdict(
        tuple(sorted_findings(shown)),
        lines,
        {region.name: links_of(region.name, region.alue, grounds.register) for region in regions},
    )


def without_persons(found: Iterable[Finding], persons: Persons) -> Iterator[Finding]:
    """Findings of a region as they may be shown: without the names that its files record."""
    values = partial(locale.values_in, language=language())
    return (persons.finding(item, values) for item in found)


def grounds_of(
    root: Path, as_of: date, libraries: Sequence[Record[Lausekekirjasto]] = ()
) -> Grounds:
    """What the rules stand on in this workspace."""
    grounds = _grounds_of_regions(root, as_of)
    return replace(grounds, libraries=libraries, layouts=tuple(layouts(root)))


def _grounds_of_regions(root: Path, as_of: date) -> Grounds:
    """The same for the rules that ask about regions: layouts take longer to read than a region."""
    library = cache(partial(library_of, root))
    return Grounds(register.load(), as_of, ClauseIds(root), library_of=library)


def own_libraries(root: Path) -> Iterator[Record[Lausekekirjasto]]:
    """The workspace's own clause libraries; those that ship with the program are tested there."""
    for path in sorted((root / TEMPLATES).glob(f"*/{LIBRARY}")):
        yield read_record(root, "", path, Lausekekirjasto)


def links_of(name: str, alue: Alue | None, known: Register) -> frozenset[str]:
    """What a region's findings may hang on besides its own files, as words to be compared.

    Two regions that share none of them can't change each other's findings: rules look into other
    regions by county, by authority, or by the folder that a shared group is said to live in.
    """
    links = {f"kansio {name}"}
    if alue is None:
        return frozenset(links)
    links |= {f"kansio {shared.alue}" for shared in alue.yhteiset_johtoryhmat}
    roles = {role_of(party) for party in alue.osapuolet} | {Role(COUNTY, alue.alue)}
    for group in alue.johtoryhmat:
        territory = municipalities(group, alue.alue, known) or frozenset()
        roles.update(roles_of_territory(territory, known))
    shared = (AUTHORITY, COUNTY)
    return frozenset(links | {f"{role.kind} {role.key}" for role in roles if role.kind in shared})


def _lines(
    files: Iterable[AnyFile | Record[Versio]],
    findings: Iterable[Finding],
    persons: Persons | None = None,
) -> Lines:
    """The lines on which findings stand, names masked; by the file's path as it may be shown."""
    wanted: dict[str, set[int]] = {}
    for item in findings:
        wanted.setdefault(item.file, set()).add(item.line)
    return {
        (persons.file(file.file) if persons else file.file, line): text
        for file in files
        if file.file in wanted
        for line, text in file.excerpts(wanted[file.file], persons).items()
    }


@dataclass(frozen=True)
class Checked:
    """What a check found, with the records that it read.

    Attributes:
        regions: everything that was read, wanted or not.
        findings: of the wanted regions, sorted.
    """

    root: Path
    as_of: date
    regions: tuple[Region, ...]
    wanted: tuple[str, ...]
    findings: tuple[Finding, ...]

    @once
    def _persons(self) -> dict[str, Persons]:
        return {region.name: region.persons for region in self.regions}

    def nameless(self, region: str, lines: Iterable[str]) -> Iterator[str]:
        """Lines of ours about a region, without the names that its files record."""
        return map(self._persons[region].told, lines)

    def told(self, findings: Iterable[Finding]) -> Iterator[str]:
        """Findings in a line each, as a command tells why it holds something back.

        The names that a region's files record stay out of them, as out of a check's.
        """
        for item in findings:
            known = self._persons.get(item.region)
            shown = next(without_persons([item], known)) if known else item
            yield f"{shown.code} {shown.file}:{shown.line}:{shown.column} {shown.message}"

    def errors_of(self, region: str, laji: str = "", path: str = "") -> bool:
        """Whether an error stands in the region, acknowledged or not.

        That an agreement has left what its parties approved keeps that agreement from being final,
        not the papers by which they approve the new version.

        Args:
            region: its folder.
            laji: the kind of document that is to be made.
            path: the place in the record of what the document is about.
        """
        return bool(self.count_errors(region, laji, path))

    def count_errors(self, region: str, laji: str = "", path: str = "") -> int:
        """How many errors stand in the region; see `errors_of`."""
        return sum(
            item.region == region
            and item.severity is Severity.ERROR
            and (item.code != SUSPECT or (laji in KINDS and item.path.startswith(f"{path}.")))
            for item in self.findings
        )


def check(folder: Path, wanted: Collection[str], as_of: date) -> Checked:
    """Read every region and report on the wanted ones, on all where none is named.

    For those who need the records as well; `tasks.check` needs none where nothing has changed.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
    """
    root = find_root(folder)
    names = chosen(root, wanted)
    with collector_paused():
        regions = tuple(read_regions(root, region_names(root)))
        findings = check_regions(regions, grounds_of(root, as_of), set(names))
    return Checked(root, as_of, regions, tuple(names), tuple(findings))


def check_closely(folder: Path, wanted: Collection[str], as_of: date) -> Checked:
    """Report on the wanted regions as `check` does, on all where none is named; faster for few.

    Of the other regions only those are read whole that may change the wanted ones' findings. What
    belongs to no region, layouts of documents, is left out.

    Raises:
        WorkspaceError: no workspace, no region, or none of that name.
    """
    root = find_root(folder)
    names = chosen(root, wanted)
    grounds = _grounds_of_regions(root, as_of)
    with collector_paused():
        regions = tuple(_with_linked(root, names, grounds.register))
        findings = check_regions(regions, grounds, set(names))
    return Checked(root, as_of, regions, tuple(names), tuple(findings))


def _with_linked(root: Path, names: Collection[str], known: Register) -> Iterator[Region]:
    """The named regions, their linked ones and those that can't be read, in the order of names."""
    own = {name: read_region(root, name) for name in names}
    links = frozenset().union(*(links_of(name, own[name].alue, known) for name in own))
    for name in region_names(root):
        if name in own:
            yield own[name]
            continue
        alue = read_alue(root, name).model  # rules are to know of a file that can't be read
        if alue is None or not links.isdisjoint(links_of(name, alue, known)):
            yield read_region(root, name)

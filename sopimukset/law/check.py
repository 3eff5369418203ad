"""Asking every rule about every region, and turning hits into findings."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from sopimukset import statutes
from sopimukset.base.dates import told_period
from sopimukset.base.speech import language, say
from sopimukset.findings import Finding, Severity, sorted_findings
from sopimukset.law.acknowledged import acknowledge
from sopimukset.law.approved import VersionCase
from sopimukset.law.files import FileCase, Folder
from sopimukset.law.judgement import has_ended, severity_of
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Hit, Rule, Scope
from sopimukset.law.world import World
from sopimukset.model.paths import HIDDEN
from sopimukset.tracking.holdings import no_library
from sopimukset.workspace.record import Record
from sopimukset.workspace.vocabulary import shown_value, shown_word, without_names

if TYPE_CHECKING:
    from sopimukset.law.agreements import AgreementCase
    from sopimukset.law.cases import GroupCase, RegionCase
    from sopimukset.model import Lausekekirjasto, Versio
    from sopimukset.register import Register
    from sopimukset.workspace.layouts import Layout
    from sopimukset.workspace.workspace import AnyFile, Region

CRASH = "Sääntö {koodi} kaatui: {virhe}. Muut säännöt on tarkastettu."
CRASH_ADVICE = "Vika on ohjelmassa, ei tiedostossa. Ilmoita siitä ohjelman ylläpitäjälle."

SETTLED = (Scope.REGION, Scope.GROUP, Scope.AGREEMENT)
"""Of these `law.settled` tells facts, by which rules are left out."""

SPOKEN = frozenset(("keskus", "kieli", "kuka", "laji", "mika", "mita", "tehtava"))
"""Values of messages that are words, not keys or names: they are said in the reader's language."""

TYPED = frozenset(("avain", "koodi", "kunta", "tunnus"))
"""Values of messages that a person typed where a word of the program belongs."""

QUOTED = frozenset(("sanat",))
"""Values of messages that a rule's own pattern found in a text: a single word is no name."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the check stands on besides the regions.

    Attributes:
        as_of: the day on which the record is judged.
        clauses: ids of the model clauses by kind of document.
        libraries: the files of model clauses, for the rules that read their wording.
        layouts: the facts of Word layouts.
        library_of: gives the model clauses of a kind of agreement; asked only where a version of
            an agreement of that kind is approved.
    """

    register: Register
    as_of: date
    clauses: Mapping[str, frozenset[str]]
    rules: Sequence[Rule] = RULES
    libraries: Sequence[Record[Lausekekirjasto]] = ()
    layouts: Sequence[Layout] = ()
    library_of: Callable[[str], Lausekekirjasto | None] = no_library


def check_regions(
    regions: Sequence[Region], grounds: Grounds, wanted: Collection[str] | None = None
) -> list[Finding]:
    """All findings of the wanted regions (of all, where none is named), sorted.

    Every region is read by cross-file rules, whether wanted or not.
    """
    world = World(grounds.register, grounds.as_of, regions, grounds.clauses, grounds.library_of)
    rules = _in_force(grounds.rules, grounds.as_of)
    asked = _Round.of(rules)
    found: list[Finding] = []
    for region in regions:
        if wanted is None or region.name in wanted:
            found += _check_region(region, world, asked)
    in_clauses = [
        replace(rule, check=rule.check_library)
        for rule in rules[Scope.AGREEMENT]
        if grounds.libraries and rule.check_library is not None
    ]
    for library in grounds.libraries:
        file = FileCase(None, library, grounds.as_of)
        found += _of_files(rules[Scope.FILE], [(library, file)], grounds.as_of)
        found += _asked(in_clauses, library, file, grounds.as_of)
    for layout in grounds.layouts:  # it has no lines, so all stands at its beginning
        record: Record[Lausekekirjasto] = Record("", layout.file, None, None)
        found += _asked(rules[Scope.LAYOUT], record, layout, grounds.as_of)
    return sorted_findings(found)


def _in_force(rules: Sequence[Rule], as_of: date) -> dict[Scope, list[Rule]]:
    """The rules of the day by what they are asked about."""
    found: dict[Scope, list[Rule]] = {scope: [] for scope in Scope}
    for rule in rules:
        if as_of in rule.valid:
            found[rule.scope].append(rule)
    return found


class _Open(dict[int, list[Rule]]):
    """The rules of a scope by the facts that hold of a case: those that may find something."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.rules = rules

    def __missing__(self, facts: int) -> list[Rule]:
        """Leave out the rules for which all is settled."""
        found = [rule for rule in self.rules if not rule.settled or rule.settled & ~facts]
        self[facts] = found
        return found

    def of(self, case: RegionCase | GroupCase | AgreementCase) -> list[Rule]:
        """The rules to ask of it."""
        try:
            return self[case.facts]
        except Exception:
            return self[0]  # then the rules tell whether they crash as well


@dataclass(frozen=True, slots=True)
class _Round:
    """The rules that each region is asked about; looking up a scope costs as much as a rule."""

    files: Sequence[Rule]
    region: _Open
    group: _Open
    agreement: _Open
    version: Sequence[Rule]

    @classmethod
    def of(cls, rules: Mapping[Scope, Sequence[Rule]]) -> _Round:
        """The rules of the day."""
        region, group, agreement = [_Open(rules[scope]) for scope in SETTLED]
        return cls(rules[Scope.FILE], region, group, agreement, rules[Scope.VERSION])


def _check_region(region: Region, world: World, rules: _Round) -> list[Finding]:
    """The findings of one region in its world, acknowledged ones marked."""
    case, as_of = world.regions.get(region.name), world.as_of
    files = [(record, FileCase(case, record, as_of)) for record in region.records.values()]
    found = [*region.form_findings, *_of_files(rules.files, files, as_of)]
    if case is not None:
        found += _asked(rules.region.of(case), region.record, case, as_of)
        for group in case.groups:
            found += _asked(rules.group.of(group), region.record, group, as_of)
        told: list[Finding] = []
        for agreement in case.agreements:
            told += _asked(rules.agreement.of(agreement), region.record, agreement, as_of)
        found += _gravest(told) if len(case.agreements) > 1 else told
        for version in region.versions:
            if version.model is not None:
                released = VersionCase(case, version.file, version.model)
                found += _asked(rules.version, version, released, as_of)
    return acknowledge(region.record, region.records.values(), found, as_of)


def _gravest(found: Sequence[Finding]) -> list[Finding]:
    """Each once: what an ended agreement lacks and its follower too, staff for one, is an error."""
    kept: dict[Finding, Finding] = {}
    for item in sorted(found, key=lambda one: one.severity.rank):
        kept.setdefault(item._replace(severity=Severity.INFO), item)
    return list(kept.values())


def _of_files(
    rules: Sequence[Rule], files: Sequence[tuple[AnyFile, FileCase]], as_of: date
) -> list[Finding]:
    """What the rules of files find; most of them see at once that there is nothing for them."""
    folder = Folder([file for _, file in files])
    asked: list[Rule] = []
    for rule in rules:
        worth = rule.worth
        try:
            if worth is None or worth(folder):
                asked.append(rule)
        except Exception:
            asked.append(rule)  # then the check tells whether it crashes as well
    if not asked:
        return []
    return [item for record, file in files for item in _asked(asked, record, file, as_of)]


def _asked(
    rules: Sequence[Rule], record: AnyFile | Record[Versio], subject: object, as_of: date
) -> list[Finding]:
    """What the rules find; one that crashes becomes a finding at error level itself."""
    found: list[Finding] = []
    for rule in rules:
        try:
            hits = list(rule.check(subject))
            if hits:  # most rules find nothing in most files
                found += [_finding(rule, hit, record, as_of, subject) for hit in hits]
        except Exception as error:
            message = say(CRASH).format(koodi=rule.code, virhe=type(error).__name__)
            found.append(record.finding("V01", Severity.ERROR, message, say(CRASH_ADVICE), ()))
    return found


def _finding(
    rule: Rule, hit: Hit, record: AnyFile | Record[Versio], as_of: date, subject: object
) -> Finding:
    values = {name: _told(name, value) for name, value in hit.values.items()}
    if hit.during is not None:
        values["aika"] = told_period(hit.during)
    in_preparation = getattr(record.model, "vaihe", None) == "valmisteilla"
    ended = has_ended(rule, hit, subject)
    severity = severity_of(rule, hit, as_of, in_preparation=in_preparation, ended=ended)
    message, advice = _filled(hit.message, values), _filled(hit.advice, values)
    cited = (hit.citation,) if hit.citation else rule.citations
    citation, url = ", ".join(cited), _url(cited)
    if hit.lines is not None:
        line, column, end_line, end_column = hit.lines
        return Finding(
            rule.code,
            severity,
            message,
            advice,
            record.file,
            line,
            column,
            end_line,
            end_column,
            "",
            record.region,
            citation,
            url,
        )
    return record.finding(
        rule.code,
        severity,
        message,
        advice,
        hit.path,
        at_key=hit.at_key,
        quoted=hit.quoted,
        citation=citation,
        url=url,
    )


def _filled(text: str, values: Mapping[str, object]) -> str:
    """The text in the reader's language; most have no place for a value, and need no formatting."""
    said = say(text)
    return said.format(**values) if "{" in said else said


def _told(name: str, value: object) -> object:
    """A value as a message may tell it: nobody's name stands in a finding."""
    if not isinstance(value, str):
        return value
    if name in SPOKEN:
        return without_names(say(value), HIDDEN)
    if name in TYPED:
        return shown_word(value)
    return without_names(value, HIDDEN) if name in QUOTED else shown_value(value)


@cache
def _url_of(citation: str, _language: str) -> str:
    return statutes.load().url(statutes.parse_viite(citation))


def _url(cited: Sequence[str]) -> str:
    return _url_of(cited[0], language()) if cited else ""

"""The law that the rules rest on: what is stored, how old it is, and what a newer text changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopimukset import statutes
from sopimukset.base.speech import mark, say
from sopimukset.law.registry import RULES
from sopimukset.law.rule import Rule
from sopimukset.statutes import Kieli, Saados, Viite
from sopimukset.statutes.compare import SectionChange, compare
from sopimukset.statutes.parsing import parse_sections
from sopimukset.statutes.reading import parse_head
from sopimukset.statutes.unread import Lukematon, unread_amendments
from sopimukset.workspace.locate import WorkspaceError

UNREADABLE = mark("tiedosto ei ole UTF-8-tekstiä")
NO_SECTIONS = mark("tiedostossa ei ole pykäliä (## 1 § Otsikko)")
NO_HEADING = mark("tiedostossa on otsikko, joka ei ole pykälän otsikko")

_FILE = re.compile(r"(\d+)-(\d{4})\.(fi|sv)\.md", re.IGNORECASE)
_LANGUAGES: dict[str, Kieli] = {"fi": "fi", "sv": "sv"}


@dataclass(frozen=True, slots=True)
class ActRow:
    """An act and the rules that cite it."""

    act: Saados
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule and what it rests on.

    Attributes:
        checked: the oldest day whose text is stored of what it cites; None where it cites nothing
            that is stored with a day.
        unstored: its citations whose text is not stored.
        unread: amendments that may have changed what it rests on, of which no text is stored.
    """

    rule: Rule
    checked: date | None
    unstored: tuple[str, ...]
    unread: tuple[Lukematon, ...]


@dataclass(frozen=True, slots=True)
class Law:
    """All acts and all rules that rest on them."""

    acts: tuple[ActRow, ...]
    rules: tuple[RuleRow, ...]

    @property
    def textless(self) -> list[ActRow]:
        """The acts that are known without a text."""
        return [row for row in self.acts if not row.act.kielet]


@dataclass(frozen=True, slots=True)
class Touched:
    """A changed section and the rules that cite what changed in it."""

    change: SectionChange
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """One file of newer text beside the stored one.

    Attributes:
        name: the file's name.
        act: the act; None where no text of it is stored in that language.
        ours, theirs: the day whose text each is; None where its head tells none.
        damage: why it could not be compared, to be said; "" where it was.
        changes: what differs.
    """

    name: str
    act: Saados | None
    ours: date | None
    theirs: date | None
    damage: str
    changes: tuple[Touched, ...]

    @property
    def older(self) -> bool:
        """Whether the text that was given is older than the stored one."""
        return self.ours is not None and self.theirs is not None and self.theirs < self.ours


@dataclass(frozen=True, slots=True)
class Comparison:
    """A folder of newer texts beside the stored ones.

    Attributes:
        files: what was looked at.
        missing: stored texts of which the folder has none, as act and language.
    """

    files: tuple[Compared, ...]
    missing: tuple[tuple[Saados, Kieli], ...]

    @property
    def clean(self) -> bool:
        """Whether nothing changed and everything could be compared."""
        return not any(item.changes or item.damage for item in self.files)


def listing() -> Law:
    """What is known of the law, from the packaged statutes and the registry of rules."""
    law = statutes.load()
    acts = [ActRow(act, _citing(numero)) for numero, act in law.saadokset.items()]
    rules = tuple(_rule_row(rule) for rule in RULES if rule.citations)
    return Law(tuple(sorted(acts, key=_order)), rules)


def compare_folder(folder: Path) -> Comparison:
    """Compare every text of a folder, named `381-2023.fi.md`, with the stored one.

    Capitals in a name make no difference.

    Raises:
        WorkspaceError: the folder has no such file, so that nothing was compared.
        OSError: a file can't be read.
    """
    matches = [(path, _FILE.fullmatch(path.name)) for path in sorted(folder.iterdir())]
    found = [(path, match) for path, match in matches if match and path.is_file()]
    if not found:
        raise WorkspaceError(
            say("Kansiossa {kansio} ei ole säädöstekstejä.").format(kansio=folder),
            say("Nimeä tekstit säädöksen numeron mukaan, esimerkiksi 381-2023.fi.md."),
        )
    files = tuple(_compared(path, match) for path, match in found)
    seen = {path.name.lower() for path, _ in found}
    missing = tuple(
        (act, kieli)
        for act in statutes.load().saadokset.values()
        for kieli in act.kielet
        if f"{act.numero.replace('/', '-')}.{kieli}.md" not in seen
    )
    return Comparison(files, missing)


def _order(row: ActRow) -> tuple[bool, int, int]:
    """Acts that a rule cites first, then by year and number."""
    number, _, year = row.act.numero.partition("/")
    return not row.rules, int(year), int(number)


def _citations(rule: Rule) -> Iterator[Viite]:
    return map(statutes.parse_viite, rule.citations)


def _citing(numero: str) -> tuple[str, ...]:
    return tuple(
        rule.code for rule in RULES if any(viite.saados == numero for viite in _citations(rule))
    )


def _rule_row(rule: Rule) -> RuleRow:
    law = statutes.load()
    cited = list(_citations(rule))
    acts = [law.saados(viite.saados) for viite in cited]
    days = [act.tarkistettu for act in acts if act and act.tarkistettu]
    return RuleRow(
        rule,
        min(days, default=None),
        tuple(str(viite) for viite in cited if law.text(viite) is None),
        tuple(item for item in unread_amendments() if any(map(item.koskee, cited))),
    )


def _compared(path: Path, match: re.Match[str]) -> Compared:
    law = statutes.load()
    numero, kieli = f"{match[1]}/{match[2]}", _LANGUAGES[match[3].lower()]
    act = law.saados(numero)
    stored = law.pykalat(numero, kieli)
    if act is None or not stored:
        return Compared(path.name, None, None, None, "", ())
    ours = act.tarkistettu if kieli == "fi" else None
    try:
        text = path.read_text(encoding="utf-8")
        newer = parse_sections(text, numero, kieli)
        damage = "" if newer else NO_SECTIONS
    except UnicodeDecodeError:
        return Compared(path.name, act, ours, None, UNREADABLE, ())
    except ValueError:
        return Compared(path.name, act, ours, None, NO_HEADING, ())
    whole = kieli == "fi" and act.kokonaan
    changes = compare(stored, newer, whole=whole) if newer else ()
    # A text without an amendment that is stored apart is no newer than what is stored
    known = {each.numero for each in compare(law.tallennetut(numero, kieli), newer, whole=whole)}
    touched = tuple(
        Touched(each, _touched(each, kieli)) for each in changes if each.numero in known
    )
    return Compared(path.name, act, ours, parse_head(text).tarkistettu, damage, touched)


def _touched(change: SectionChange, kieli: Kieli) -> tuple[str, ...]:
    """The rules that cite what changed, in its own act or in the one that it amends."""
    law = statutes.load()
    return tuple(
        rule.code
        for rule in RULES
        if any(
            change.touches(place)
            for viite in _citations(rule)
            for place in (viite, *law.printed_in(viite, change.saados, kieli))
        )
    )

"""What every format of a change log shows, and the one interface behind which the formats stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from importlib import import_module
from typing import Protocol

from sopimukset.base.dates import told_day
from sopimukset.base.speech import Translate, language, mark, say
from sopimukset.history.changelog import Changelog, Entry, RegionLog, Skipped, counters
from sopimukset.history.changes import Level
from sopimukset.history.changes.telling import Teller, Told
from sopimukset.model import Osapuoli
from sopimukset.statutes.citations import cited
from sopimukset.tracking.moved import Moved
from sopimukset.tracking.moved_words import party_words

FORMATS = ("markdown", "text", "json", "comment")
"""The formats, each a module of this room with a function `render`."""

TITLE = mark("Muutosloki {vanha}..{uusi}")
NO_CHANGES = mark("Ei muutoksia.")
UNRELEASED = mark("Ei vielä versiossa")
EXAMPLE = mark("ESIMERKKI: tiedot ovat keksittyjä")
BEFORE = mark("aiemmin {vanha}")
BASIS = mark("perusta {saannokset}")
POWER = mark("muutosvaltuus {kohde}: päättää {paattaja}")
REFUSED = mark("muutosvaltuus ei ulotu tähän: asiasta sopivat osapuolet")
SUSPECT_TITLE = mark("Hyväksytty sisältö on muuttunut")
SUSPECT = mark(
    "{sopimus}, versio {versio}. Muuttunut: {muutokset}. Uudelleen hyväksyttävä: {osapuolet}."
)
SUSPECT_BY_POWER = mark(
    "{sopimus}, versio {versio}. Muuttunut: {muutokset}. Tätä saa muuttaa sopimuksen "
    "muutosvaltuuden mukaan ({valtuus}), joten osapuolten ei tarvitse hyväksyä uudelleen."
)
SKIPPED_TITLE = mark("Ei voitu lukea")
SKIPPED = mark("Versiota {versio} ei voi lukea, joten se ohitettiin: {syy}")
SKIPPED_FILE = mark("Versiosta {versio} jäi lukematta tiedosto: {syy}")
OLDER_END = mark("välin alku")
UNSAVED = mark("tallentamatta")
ONE, MANY = mark("{maara} muutos"), mark("{maara} muutosta")


@dataclass(frozen=True, slots=True)
class Suspect:
    """An agreement whose approved content moves within the range.

    Attributes:
        agreement: its tunnus.
        version: what was approved.
        parties: who must approve again, by tunnus.
        moved: the places that moved, as keys.
        powers: what the agreement's own powers of amendment are over, where all that moved lies
            within them; then no party need approve again.
        places: the same as `moved`, for telling them in words.
        by_name: the same as `parties`.
    """

    agreement: str
    version: str
    parties: tuple[str, ...]
    moved: tuple[str, ...]
    powers: tuple[str, ...] = ()
    places: tuple[Moved, ...] = field(default=(), compare=False)
    by_name: tuple[Osapuoli, ...] = field(default=(), compare=False)

    @property
    def told(self) -> str:
        """The agreement in a sentence."""
        return self.told_in(say, language())

    def told_in(self, translate: Translate, spoken: str) -> str:
        """The agreement in a sentence of a language, which `translate` gives."""
        return translate(SUSPECT_BY_POWER if self.powers else SUSPECT).format(
            sopimus=self.agreement,
            versio=self.version,
            muutokset="; ".join(item.told_in(translate, spoken) for item in self.places),
            osapuolet=", ".join(party_words(item, translate, spoken) for item in self.by_name),
            valtuus=", ".join(self.powers),
        )


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """A change log with what follows from it.

    Attributes:
        suspects: by region's key.
    """

    log: Changelog
    suspects: Mapping[str, Sequence[Suspect]] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The range."""
        return say(TITLE).format(vanha=self.log.older, uusi=self.log.newer)

    @property
    def regions(self) -> Iterator[RegionLog]:
        """The regions that have something to show."""
        for region in self.log.regions:
            if region.entries or region.skipped or self.suspects.get(region.key):
                yield region


class Render(Protocol):
    """Makes a log into the text of a format, without a line end after the last line."""

    def __call__(self, report: ChangeReport, *, colour: bool, width: int) -> str:
        """The log in this format.

        Args:
            report: the changes.
            colour: whether the reader's terminal shows colours.
            width: columns of the reader's terminal.
        """
        ...


def renderer(name: str) -> Render:
    """The format of that name; its module is imported only now.

    Raises:
        KeyError: there is no such format.
    """
    if name not in FORMATS:
        raise KeyError(name)
    render: Render = import_module(f"sopimukset.reporting.changelog.{name}").render
    return render


def teller() -> Teller:
    """Tells changes in the language that is spoken."""
    return Teller(language(), say)


def told(entry: Entry, tell: Teller) -> Told:
    """A change in words."""
    return tell.told(entry.change, entry.before, entry.after)


def values(item: Told) -> str:
    """What was and what is, in one piece."""
    if item.old and item.new:
        return f"{item.old} → {item.new}"
    return item.new or (say(BEFORE).format(vanha=item.old) if item.old else "")


def grounds(entry: Entry, item: Told, tell: Teller) -> list[str]:
    """From when, on which provision, and by whose power."""
    found = [item.effective] if item.effective else []
    if entry.grade.basis:
        basis = ", ".join(cited(item, tell.language) for item in entry.grade.basis)
        found.append(say(BASIS).format(saannokset=basis))
    power = entry.grade.power
    if power is not None:
        who = tell.text(power.paattaja)
        found.append(say(POWER).format(kohde=power.kohde, paattaja=who))
    if entry.grade.refused:
        found.append(say(REFUSED))
    return found


def origin(entry: Entry) -> list[str]:
    """Which revision brought the change, when it was written and by whom."""
    moment = entry.moment
    if moment.date is None:
        return [say(UNSAVED)]
    return [moment.label, day_of(moment.date), moment.author]


def day_of(moment: datetime) -> str:
    """The day of a commit, where its author was."""
    return told_day(moment.date())


def skipped(item: Skipped, translate: Translate = say) -> str:
    """What could not be read, in a sentence; the reason is in the language of the run."""
    label = item.moment.label if item.moment else translate(OLDER_END)
    sentence = translate(SKIPPED if item.whole else SKIPPED_FILE)
    return sentence.format(versio=label, syy=item.reason)


def numbered(count: int) -> str:
    """The number of changes in words."""
    return say(ONE if count == 1 else MANY).format(maara=count)


def summary(entries: Sequence[Entry]) -> list[tuple[Level, int]]:
    """The counters, the gravest level first, levels without changes left out."""
    return [(level, count) for level, count in counters(entries).items() if count]

"""What a document about one steering group is about, and how it names the group's decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sopimukset.base.speech import mark, say
from sopimukset.documents.contracts import short_title
from sopimukset.documents.facts import LINE, Facts, day
from sopimukset.documents.parties import Context
from sopimukset.documents.subject import Source, Subject
from sopimukset.model import Johtoryhma, Paatos, Toimikausi
from sopimukset.model.paths import Path

CONDITION = mark("ehto: {ehto}")
NOT_RECORDED = mark("ei kirjattu")
NO_GROUP = "Johtoryhmää ei ole kirjattu."
NO_TERM = "Johtoryhmälle {johtoryhma} ei ole kirjattu toimikautta, jolla olisi alkamispäivä."


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSubject(Subject):
    """A group in its newest recorded term.

    Attributes:
        group_index: the group's place in `johtoryhmat`.
        term_index: the term's place in the group's `toimikaudet`.
    """

    group_index: int
    term_index: int

    @property
    def group(self) -> Johtoryhma:
        """The group."""
        return self.alue.johtoryhmat[self.group_index]

    @property
    def group_path(self) -> Path:
        """The group's place in the record."""
        return ("johtoryhmat", self.group_index)

    @property
    def term(self) -> Toimikausi:
        """The newest recorded term."""
        return self.group.toimikaudet[self.term_index]

    @property
    def term_path(self) -> Path:
        """The term's place in the record."""
        return (*self.group_path, "toimikaudet", self.term_index)


def newest_term(group: Johtoryhma) -> int | None:
    """The place of the term that begins last; None where no term has a first day."""
    dated = [(term.alkaen, place) for place, term in enumerate(group.toimikaudet) if term.alkaen]
    return max(dated)[1] if dated else None


def group_subjects(source: Source) -> list[GroupSubject]:
    """A subject for each group that has a dated term."""
    groups = source.alue.johtoryhmat
    found = []
    for index, group in enumerate(groups):
        place = newest_term(group)
        if place is None:
            continue
        setting = group.toimikaudet[place].asettaminen
        found.append(
            GroupSubject(
                source=source,
                tunnus=group.tunnus,
                several=len(groups) > 1,
                day=group.toimikaudet[place].alkaen,
                path=("johtoryhmat", index),
                case=(setting.asiatunnus if setting else None) or "",
                group_index=index,
                term_index=place,
            )
        )
    return found


def why_no_group(source: Source) -> Iterator[str]:
    """Why a region has no group to write of."""
    if not source.alue.johtoryhmat and not source.alue.yhteiset_johtoryhmat:
        yield say(NO_GROUP)
    for group in source.alue.johtoryhmat:
        if newest_term(group) is None:
            yield say(NO_TERM).format(johtoryhma=group.tunnus)


def group_document(
    subject: GroupSubject, facts: Facts, laji: str, title: str, short: str = ""
) -> Context:
    """The fields of `asiakirja` of a group's document: title, group's name, setting's case.

    Args:
        subject: the group.
        facts: of the document.
        laji: the kind.
        title: in Finnish.
        short: the title as it stands in the header of each page, where it is another.
    """
    name = facts.needed_text(subject.group.nimi, "johtoryhmän nimi", subject.group_path)
    first = facts.say(short or title)
    return {
        "laji": laji,
        "kieli": facts.language,
        "otsikko": facts.say(title),
        "alaotsikko": facts.with_sami(subject.group.nimi, name),
        "lyhyt_otsikko": short_title(f"{first}: {name}", first),
        "paiva": "",
        "asiatunnus": subject.case,
        "sailytysaika": "",
    }


def term_context(subject: GroupSubject, facts: Facts) -> Context:
    """The newest term's first and last day; a gap where the last one is not recorded."""
    term, path = subject.term, subject.term_path
    return {
        "alkaen": day(term.alkaen),
        "paattyen": facts.needed(day(term.paattyen), "toimikauden päättymispäivä", path),
    }


def decision_line(
    facts: Facts, decision: Paatos | None, path: Path, *, in_cell: bool = False
) -> str:
    """Who decided, when, under which section, case and condition; "" where nothing is recorded.

    In a narrow cell the case number has a line of its own: else one ends at its hyphen.
    """
    if decision is None:
        return ""
    maker = decision.tekija and facts.needed_text(decision.tekija, "päätöksen tekijä", path)
    when = facts.minuted(decision.pvm, decision.pykala)
    first = " ".join(text for text in (maker, when) if text)
    condition = facts.text(decision.ehto)
    told = facts.say(CONDITION).format(ehto=condition) if condition else ""
    between = f",{LINE}" if in_cell else ", "
    cited = between.join(text for text in (first, decision.asiatunnus) if text)
    return ", ".join(text for text in (cited, told) if text)


def or_not_recorded(facts: Facts, value: str) -> str:
    """The value, or the words that say that the record doesn't hold it."""
    return value or facts.say(NOT_RECORDED)


def lines(values: Sequence[str]) -> str:
    """The values that are there, each on a line of its own."""
    return "\n".join(value for value in values if value)

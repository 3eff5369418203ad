"""What every written agreement prints: its term, the parties' decisions, their signatures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from sopimukset.base.speech import mark
from sopimukset.documents.facts import Facts, day
from sopimukset.documents.parties import Context, Parties
from sopimukset.documents.subject import Making, Source
from sopimukset.formats.fonts.metrics import text_width
from sopimukset.model import Allekirjoitus, Alue, Hyvaksynta, OsapuolenPaatos, Sopimus
from sopimukset.model.paths import Path
from sopimukset.tracking.approvals import marks_of, proving
from sopimukset.tracking.fingerprints import content, fingerprint
from sopimukset.tracking.moved_words import MONTHS, ONE_MONTH

UNTIL_FURTHER = mark("{paiva} alkaen toistaiseksi")
OPTION = mark("{kausi} (käytöstä on ilmoitettava viimeistään {paiva})")
SIGNED = {
    "sahkoinen": mark("Allekirjoitettu sähköisesti"),
    "kasin": mark("Allekirjoitettu"),
}
TWO = 2
"""How many legal persons it takes to agree."""

ONE_LINE, LETTERS = 358.0, 9.0
"""What a title in a header may take beside the longest mark, and its letters' size, in points."""


class Ehdot(TypedDict):
    """A written agreement's validity and notice; empty where they are not recorded."""

    alkaen: str
    paattyen: str
    voimassaolo: str
    optiot: str
    irtisanomisaika: str


def short_title(whole: str, *shorter: str) -> str:
    """The title in the header of every page, beside the mark: the first that has one line."""
    titles = (whole, *shorter)
    return next((item for item in titles if text_width(item, LETTERS) <= ONE_LINE), titles[-1])


def validity(facts: Facts, begins: str, end: str) -> str:
    """From when until when: "1.4.2025–31.3.2029", "1.4.2025 alkaen toistaiseksi"."""
    return f"{begins}–{end}" if end else facts.say(UNTIL_FURTHER).format(paiva=begins)


def months(facts: Facts, count: int | None) -> str:
    """A time of notice or review; "" where it is not recorded."""
    if count is None:
        return ""
    return facts.say(ONE_MONTH if count == 1 else MONTHS).format(maara=count)


def terms(facts: Facts, agreement: Sopimus | None, path: Path) -> Context:
    """The fields of `Ehdot`; the first day is a gap where an agreement is recorded without it."""
    if agreement is None:
        return dict.fromkeys(Ehdot.__annotations__, "")
    dates = agreement.voimassa
    start, end = day(dates.alkaen if dates else None), day(dates.paattyen if dates else None)
    begins = facts.needed(start, "voimaantulopäivä", (*path, "voimassa"))
    return {
        "alkaen": begins,
        "paattyen": end,
        "voimassaolo": validity(facts, begins, end),
        "optiot": "; ".join(options(facts, agreement, path)),
        "irtisanomisaika": months(facts, agreement.irtisanomisaika_kk),
    }


def options(facts: Facts, agreement: Sopimus, path: Path) -> list[str]:
    """Each option: its period, the last day for using it, and its terms."""
    told = []
    for index, item in enumerate(agreement.optiot):
        place = (*path, "optiot", index)
        begins = facts.needed(day(item.alkaen), "option ensimmäinen päivä", place)
        end = facts.needed(day(item.paattyen), "option viimeinen päivä", place)
        last = facts.needed(
            day(item.ilmoitettava_viimeistaan), "option käytön viimeinen ilmoituspäivä", place
        )
        words = facts.say(OPTION).format(kausi=f"{begins}–{end}", paiva=last)
        told.append(", ".join(filter(None, (words, facts.text(item.ehdot)))))
    return told


def party_rows(parties: Parties, wanted: Sequence[str], what: str, path: Path) -> list[Context]:
    """The rows of the table of parties; a row of a gap where fewer than two persons are recorded.

    Nobody makes an agreement with itself; `what` names the parties that are missing.
    """
    rows = parties.rows(wanted)
    if len(rows) >= TWO:
        return rows
    missing = parties.facts.needed(None, what, path)
    gap: Context = dict.fromkeys(("tunnus", "roolit", "viranomainen", "toimielin"), "")
    return [*rows, {**gap, "nimi": missing, "lyhyt": missing, "vahvistamatta": False}]


@dataclass(frozen=True, slots=True)
class Given:
    """What the parties have given to the content that is printed.

    Attributes:
        approvals: those of it, each with its place in the agreement's list.
        signatures: those of it.
    """

    approvals: tuple[tuple[int, Hyvaksynta], ...] = ()
    signatures: tuple[Allekirjoitus, ...] = ()


def given(making: Making, source: Source, agreement: Sopimus | None) -> Given:
    """The approvals and signatures that the paper may show: `proving` tells which (one rule)."""
    if agreement is None:
        return Given()
    marks = proving(marks_of(agreement, ()), lambda: _fingerprint(making, source, agreement))
    return Given(
        tuple(
            (int(item.path[-1]), item.model) for item in marks if isinstance(item.model, Hyvaksynta)
        ),
        tuple(item.model for item in marks if isinstance(item.model, Allekirjoitus)),
    )


def approvals(making: Making, of_paper: Given, path: Path) -> list[Context]:
    """The parties' approvals of what is printed; the agreement stands at a place of the record."""
    known = of_paper.approvals
    standing = [
        (index, item)
        for place, (index, item) in enumerate(known)
        if not _superseded(item, [later for _, later in known[place + 1 :]])
    ]
    return decided(making.facts, making.parties, standing, (*path, "hyvaksynnat"))


def _fingerprint(making: Making, source: Source, agreement: Sopimus) -> str:
    """The fingerprint of the content that is printed; "" for a kind that has no versions."""
    versions = {(item.sopimus, item.versio): item for item in source.versions.values()}
    now = content(source.alue, agreement, making.library, versions)
    return fingerprint(now) if now else ""


def _superseded(item: Hyvaksynta, later: Sequence[Hyvaksynta]) -> bool:
    """Whether the party has approved the same version again, now without the condition."""
    return item.ehto is not None and any(
        (other.osapuoli, other.versio) == (item.osapuoli, item.versio) and other.ehto is None
        for other in later
    )


def decided(
    facts: Facts, parties: Parties, decisions: Iterable[tuple[int, OsapuolenPaatos]], path: Path
) -> list[Context]:
    """The parties' decisions, each with its place in the list that stands at a path."""
    rows: list[Context] = []
    for index, item in decisions:
        place = (*path, index)
        rows.append(
            {
                "osapuoli": parties.name(item.osapuoli, "hyväksynyt osapuoli", place),
                "tekija": facts.needed_text(item.tekija, "päätöksen tekijä", place),
                "paiva": facts.needed(day(item.pvm), "päätöksen päivä", place),
                "pykala": str(item.pykala or ""),
                "asiatunnus": item.asiatunnus or "",
                "ehto": facts.text(item.ehto),
            }
        )
    return rows


def signatures(
    facts: Facts, parties: Parties, wanted: Sequence[str], given: Sequence[Allekirjoitus]
) -> list[Context]:
    """A row for each legal person; one that has not signed yet gets room for the signature."""
    rows: list[Context] = []
    signed = {item.osapuoli: item for item in given}
    for first, roles in parties.of_agreement(wanted):
        found = next((signed[item.tunnus] for item in roles if item.tunnus in signed), None)
        title = facts.text(found.nimike) if found else ""
        rows.append(
            {
                "osapuoli": parties.signing(first),
                "nimike": f"{found.nimi}, {title}" if found and found.nimi else title,
                "paiva": day(found.pvm) if found else "",
                "tapa": _signed(facts, found),
            }
        )
    return rows


def _signed(facts: Facts, signature: Allekirjoitus | None) -> str:
    """How a dated signature was given; "" where it is not recorded."""
    if signature is None or signature.pvm is None or signature.tapa is None:
        return ""
    return facts.say(SIGNED[signature.tapa])


def signing_day(alue: Alue, wanted: Sequence[str], given: Sequence[Allekirjoitus]) -> date | None:
    """The day of the last signature, once every legal person has signed; None before that."""
    signed = {item.osapuoli: item.pvm for item in given if item.pvm}
    parties = {item.tunnus: item for item in alue.osapuolet}
    persons: dict[str, list[date]] = {}
    for tunnus in wanted:
        party = parties.get(tunnus)
        key = str(party.oikeushenkilo or tunnus) if party else tunnus
        persons.setdefault(key, []).extend([signed[tunnus]] if tunnus in signed else [])
    if not persons or not all(persons.values()):
        return None
    return max(day for days in persons.values() for day in days)


def own_agreement(alue: Alue, places: Sequence[int]) -> int | None:
    """The place, among those in `sopimukset`, of the agreement that begins last; None of none."""
    starts = [
        ((dates.alkaen if dates else None) or date.min, index)
        for index in places
        for dates in (alue.sopimukset[index].voimassa,)
    ]
    return max(starts)[1] if starts else None

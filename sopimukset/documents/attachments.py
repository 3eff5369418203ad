"""What a written agreement of any kind has besides its clauses: a cover's summary, and annexes.

The cover tells the title, the group and the summary in a Sámi language too where the record gives
them. An annex may hold a table of the record; any other one is attached by hand.
"""

from __future__ import annotations

from collections.abc import Collection

from sopimukset.base.periods import Period
from sopimukset.base.speech import mark
from sopimukset.documents.facts import SAMI, Facts, in_sami
from sopimukset.documents.parties import Context
from sopimukset.documents.people import member_rows
from sopimukset.documents.resources import STAFF_OF_MODEL, cost_rows, office_rows, staff_rows
from sopimukset.documents.subject import Making
from sopimukset.model import Alue, Johtoryhma, Liite, Sopimus, Teksti
from sopimukset.model.paths import Path
from sopimukset.tracking.territory import municipalities

ANNEX = mark("Liite {numero}")
SEPARATE = mark("{otsikko} (erillinen asiakirja)")
COSTS = "kustannukset"
OF_GROUP = ("jasenet", "toimipisteet", "henkilosto")
"""The tables that tell of a steering group."""

TABLES = (*OF_GROUP, COSTS)


def group_of(alue: Alue, agreement: Sopimus) -> int | None:
    """The place of the agreement's group in `johtoryhmat`; the only one where none is named."""
    if agreement.johtoryhma is None:
        return 0 if len(alue.johtoryhmat) == 1 else None
    return next(
        (i for i, item in enumerate(alue.johtoryhmat) if item.tunnus == agreement.johtoryhma), None
    )


def attachments(
    making: Making, agreement: Sopimus | None, path: Path, group: int | None
) -> Context:
    """The fields of `shape.Liitteellinen`: those tables that an annex holds, the others empty.

    Args:
        making: what the document is made with.
        agreement: what is recorded of the paper itself.
        path: its place in the record.
        group: the place of its steering group in `johtoryhmat`.
    """
    annexes = agreement.liitteet if agreement else ()
    wanted = {annex.taulukko for annex in annexes if annex.taulukko and not making.apart}
    return {
        **cover(making, agreement, group),
        **tables(making, agreement, path, group, wanted),
        "liitteet": annex_rows(making, annexes, path),
    }


def cover(making: Making, agreement: Sopimus | None, group: int | None) -> Context:
    """The summary, and what the record holds of the cover in the Sámi languages."""
    name = making.facts.alue.johtoryhmat[group].nimi if group is not None else None
    summary = agreement.tiivistelma if agreement else None
    return {"tiivistelma": making.facts.text(summary), "saame": _in_sami(agreement, name)}


def _in_sami(agreement: Sopimus | None, group: Teksti | None) -> Context:
    """What the record holds of the cover in the Sámi languages; nothing of it is required."""
    return {
        language: {
            "otsikko": in_sami(agreement.nimi if agreement else None, language),
            "johtoryhma": in_sami(group, language),
            "tiivistelma": in_sami(agreement.tiivistelma if agreement else None, language),
        }
        for language in SAMI
    }


def annex_label(facts: Facts, index: int) -> str:
    """How the agreement speaks of the annex at a place of its list: "Liite 1"."""
    return facts.say(ANNEX).format(numero=index + 1)


def annex_rows(making: Making, annexes: Collection[Liite], path: Path) -> list[Context]:
    """The annexes of an agreement at `path`; a document of its own holds no table here."""
    facts = making.facts
    return [
        {
            "nimike": annex_label(facts, index),
            "otsikko": _annex_title(making, annex, (*path, "liitteet", index)),
            "taulukko": "" if making.apart else annex.taulukko or "",
        }
        for index, annex in enumerate(annexes)
    ]


def _annex_title(making: Making, annex: Liite, path: Path) -> str:
    """The annex's name; of one that isn't in this document, with where it is."""
    facts = making.facts
    name = facts.needed_text(annex.nimi, "liitteen nimi", path)
    if annex.taulukko and not making.apart:
        return name
    return facts.say(SEPARATE).format(otsikko=name)


def tables(
    making: Making,
    agreement: Sopimus | None,
    path: Path,
    group: int | None,
    wanted: Collection[str],
    staff: str = STAFF_OF_MODEL,
) -> Context:
    """The wanted tables of an agreement at `path`; the others, and those of no group, are empty.

    `staff` is how costs tell of the key of staff.
    """
    found: Context = {name: [] for name in TABLES}
    valid = agreement.voimassa.jakso if agreement and agreement.voimassa else None
    if group is not None:
        found |= _of_group(making, group, valid, wanted)
    if agreement is not None and COSTS in wanted:
        found[COSTS] = cost_rows(making.facts, making.parties, agreement, path, valid, staff)
    return found


def _of_group(making: Making, index: int, valid: Period | None, wanted: Collection[str]) -> Context:
    facts, parties = making.facts, making.parties
    group: Johtoryhma = facts.alue.johtoryhmat[index]
    names = municipalities(group, facts.alue.alue, making.register) or frozenset()
    rows = {
        "jasenet": lambda: member_rows(facts, parties, group, ("johtoryhmat", index)),
        "toimipisteet": lambda: office_rows(making, group, names),
        "henkilosto": lambda: staff_rows(facts, parties, group, valid),
    }
    return {name: rows[name]() for name in OF_GROUP if name in wanted}

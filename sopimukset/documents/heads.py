"""What a document without a case of its own says at its head: its title and its day."""

from __future__ import annotations

from datetime import date

from sopimukset.documents.facts import day
from sopimukset.documents.parties import Context


def head(
    laji: str,
    language: str,
    title: str,
    subtitle: str,
    on: date | None,
    *,
    short: str = "",
    case: str = "",
) -> Context:
    """The field `asiakirja` of a document that bears no retention period.

    Args:
        laji: the kind of document.
        language: of the document.
        title: in that language.
        subtitle: what or whom it is about.
        on: its day; None where it has none.
        short: the running head; the title and the subtitle where none is given.
        case: its case number, "" where it bears none.
    """
    return {
        "laji": laji,
        "kieli": language,
        "otsikko": title,
        "alaotsikko": subtitle,
        "lyhyt_otsikko": short or f"{title}: {subtitle}",
        "paiva": day(on),
        "asiatunnus": case,
        "sailytysaika": "",
    }

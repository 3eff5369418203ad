"""Where a report comes from, told in its file's properties and in the line at its foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sopimukset import __version__
from sopimukset.base.dates import in_finnish
from sopimukset.base.speech import mark
from sopimukset.documents.provenance import DAY, INPUTS, PREFIX, Origin, fingerprint
from sopimukset.documents.report.matter import Matter

LAJI = "seurantaraportti"
SUMMARY = {"fi": "tiivistelma", "sv": "sammandrag"}
"""What a summary's file bears at the end of its name."""

LINE = mark("{alue} / {laji} / {kieli} · tiedot {tiedot} · tilanne {paiva}")
PERIOD, CHANGES = f"{PREFIX}jakso", f"{PREFIX}muutokset"

Blobs = Sequence[tuple[str, str]]
"""The region's files that a report prints facts of, with their blob ids."""


def origin(matter: Matter, blobs: Blobs, language: str, *, summary: bool) -> Origin:
    """The origin as documents of every kind have it; a report has no template."""
    return Origin(
        matter.holdings.name,
        f"{LAJI}-{SUMMARY['fi']}" if summary else LAJI,
        f"{matter.group} {matter.stem}",
        language,
        tuple(blobs),
        "",
        "",
    )


def properties(matter: Matter, own: Origin) -> Iterator[tuple[str, str]]:
    """The named facts of the file: those of its origin, the day, and one mark of all of them."""
    told = {
        f"{PREFIX}alue": own.region,
        f"{PREFIX}laji": own.kind,
        f"{PREFIX}tunnus": own.tunnus,
        f"{PREFIX}kieli": own.language,
        f"{PREFIX}tiedot": own.facts,
        PERIOD: f"{matter.days.start}/{matter.days.end}",
        DAY: matter.day.isoformat(),
        CHANGES: fingerprint(_changes(matter)),
    }
    yield from told.items()
    errors = ("errors",) if matter.errors else ()
    yield INPUTS, fingerprint((__version__, *told.values(), *errors))


def _changes(matter: Matter) -> Iterator[str]:
    """Everything that the history tells, as texts whose fingerprint changes with it."""
    yield matter.past.unreadable
    for entry in matter.past.entries:
        yield f"{entry.moment.revision} {entry.change.kind.key} {entry.change.path}"


def line(own: Origin, day: date, wording: str) -> str:
    """The line at the foot: `LINE` in the report's language, filled."""
    blobs = [blob for _, blob in own.sources]
    facts = blobs[0] if len(blobs) == 1 else fingerprint(blobs)
    return wording.format(
        alue=own.region,
        laji=own.kind,
        kieli=own.language,
        tiedot=facts[:7],
        paiva=in_finnish(day),
    )


def file_name(matter: Matter, language: str, ending: str, *, summary: bool) -> str:
    """`<alue>_seurantaraportti[_<johtoryhma>]_<jakson loppu>_<kieli>[_tiivistelma].pdf`.

    The group where the region has several; the follow-up's own file where another of the group
    ends on the same day.
    """
    parts = [
        matter.holdings.name,
        LAJI,
        *([matter.group] if len(matter.holdings.alue.johtoryhmat) > 1 else []),
        *([] if matter.alone else [matter.stem]),
        matter.days.end.isoformat(),
        language,
        *([SUMMARY[language]] if summary else []),
    ]
    return f"{'_'.join(parts)}.{ending}"

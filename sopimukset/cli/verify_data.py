"""What `sopimukset verify` tells, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopimukset.documents.verification import Unseen
    from sopimukset.tasks.verify import Verified


def data_of(item: Verified) -> dict[str, object]:
    """The same for programs; keys are English, as in `check --format json`."""
    origin = item.origin
    return {
        "file": item.file,
        "state": item.state.name.lower(),
        "stands": item.stands and not item.unknown,
        "origin": origin
        and {
            "region": origin.region,
            "kind": origin.kind,
            "tunnus": origin.tunnus,
            "language": origin.language,
            "sources": dict(origin.sources),
            "revisions": {
                file: {"commit": revision.commit, "date": revision.day.isoformat()}
                for file, revision in item.revisions.items()
            },
            "template": origin.template,
            "rules": origin.rules,
            "annotated": origin.annotated,
        },
        "between": list(origin.between) if origin and origin.between else None,
        "edits": [
            {
                "paragraph": edit.number,
                "before": None if edit.before is None else list(edit.before),
                "removed": edit.gone,
                "now": list(edit.now),
                "tracked": edit.tracked,
            }
            for edit in item.edits
        ],
        "tracked": item.tracked
        and {
            "inserted": item.tracked.count.inserted,
            "deleted": item.tracked.count.deleted,
            "moved": item.tracked.count.moved,
            "looks": item.tracked.count.looks,
            "paragraphs": list(item.tracked.touched),
        },
        **_unseen(item.unseen),
        "moved": [
            {"file": fact.file, "path": fact.path, "old": fact.old, "new": fact.new}
            for fact in item.moved
        ],
        "notes": list(item.notes),
        "unknown": list(item.unknown),
        "same_text": item.same_text,
        "text_unknown": item.why or None,
        "released": item.paper
        and {
            "region": item.paper.region,
            "agreement": item.paper.agreement,
            "version": item.paper.version,
            "date": item.paper.released.isoformat(),
            "same": item.paper.same,
            "edited": item.paper.edited,
        },
    }


def _unseen(found: Unseen) -> dict[str, object]:
    """What a reader of the body alone would miss: veiled text, marks, pictures, running heads."""
    return {
        "unseen": [
            {
                "paragraph": text.number,
                "how": text.veil.value,
                "text": text.text,
                "whole": text.whole,
            }
            for text in found.texts
        ],
        "missing_marks": list(found.marks),
        "pictures": [
            {"picture": drawn.number, "removed": drawn.gone, "now": drawn.come}
            for drawn in found.pictures
        ],
        "running": [
            {"place": running.place, "removed": running.gone, "now": list(running.now)}
            for running in found.running
        ],
    }

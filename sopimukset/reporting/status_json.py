"""A status for other programs: the keys and their meaning are a promise (status.schema.json)."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sopimukset.base.periods import BEGINNING, FOREVER, Period
from sopimukset.reporting.status_report import RegionStatus, SharedGroup, StatusReport
from sopimukset.reporting.status_words import told_concern, told_deadline
from sopimukset.tracking.agreements import AgreementStatus
from sopimukset.tracking.concerns import Concern
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.groups import GroupStatus
from sopimukset.tracking.named_party import role_text
from sopimukset.tracking.options import last_day_of_use, option_state
from sopimukset.tracking.posts import Post
from sopimukset.tracking.years_of_group import STATUTORY, YearOfGroup

Plain = dict[str, Any]


def render(report: StatusReport, *, colour: bool, width: int) -> str:
    """The status as JSON; `colour` and `width` concern people only."""
    del colour, width
    return dumped(
        {
            "as_of": report.as_of.isoformat(),
            "within": report.within,
            "totals": _totals(report),
            "unreadable": list(report.unreadable),
            "regions": [_region(report, region) for region in report.regions],
        }
    )


def dumped(plain: Plain) -> str:
    """The data as text, the same way for every question."""
    return json.dumps(plain, ensure_ascii=False, indent=2)


def day_text(day: date | None) -> str | None:
    """A day as text; None for an open end, an unknown beginning, and where there is none."""
    return None if day in (None, FOREVER, BEGINNING) or day is None else day.isoformat()


def _totals(report: StatusReport) -> Plain:
    """Illustrative regions count in nothing but their own number."""
    real = [region for region in report.regions if not region.illustrative]
    return {
        "regions": len(real),
        "illustrative": len(report.regions) - len(real),
        "groups": sum(len(region.standing.groups) for region in real),
        "groups_in_term": sum(group.running for region in real for group in region.standing.groups),
        "agreements_in_force": sum(
            item.running and item.agreement.laji == STATUTORY
            for region in real
            for item in region.standing.agreements
        ),
        "late": sum(item.late_on(report.as_of) for region in real for item in region.deadlines),
    }


def _region(report: StatusReport, region: RegionStatus) -> Plain:
    holdings, standing = region.holdings, region.standing
    return {
        "region": region.name,
        "illustrative": region.illustrative,
        "confirmed": holdings.confirmed,
        "gravity": region.gravity.value,
        "unread": list(region.unread),
        "concerns": [_concern(item, region) for item in region.concerns],
        "groups": [_group(item) for item in standing.groups],
        "shared_groups": [_shared(report, item) for item in region.shared],
        "agreements": [_agreement(item, report.as_of) for item in standing.agreements],
        "youth": [
            {
                "service": item.service.tunnus,
                "coordinator": _post(item.coordinator),
                "unassessed": list(item.unassessed),
                "negotiated": day_text(item.negotiated),
                "organised": day_text(item.organised),
                "costs_shared": day_text(item.shared),
                "separate_agreement": item.separate or None,
            }
            for item in standing.youth
        ],
        "later": {
            "minutes": [item.isoformat() for item in region.later.minutes],
            "treatments": [item.isoformat() for item in region.later.treatments],
            "approvals": [item.isoformat() for item in region.later.approvals],
        },
        "acknowledged": [
            {
                "code": item.defect.koodi,
                "path": item.defect.kohta,
                "until": day_text(item.defect.paattyen),
                "expired": item.expired,
            }
            for item in standing.defects
        ],
        "deadlines": [
            deadline_plain(item, region, report.as_of) for item in report.deadlines_of(region)
        ],
    }


def _shared(report: StatusReport, shared: SharedGroup) -> Plain:
    """A group that lives in another region's file; None for what isn't known of it."""
    known: Plain = {"region": shared.region, "group": shared.group}
    home = shared.home
    if home is None:
        return {**known, "gravity": None, "concerns": [], "agreements": [], "deadlines": []}
    return {
        **known,
        "gravity": shared.gravity and shared.gravity.value,
        "concerns": [_concern(item, home) for item in shared.concerns],
        "agreements": [_agreement(item, report.as_of) for item in shared.agreements],
        "deadlines": [
            deadline_plain(item, home, report.as_of) for item in report.deadlines_of(shared)
        ],
    }


def deadline_plain(item: Deadline, region: RegionStatus, as_of: date) -> Plain:
    """A deadline with its source."""
    return {
        "day": item.day.isoformat(),
        "kind": item.kind.value,
        "message": told_deadline(
            item, region.holdings.alue, region.holdings.register, region.persons
        ),
        "late": item.late_on(as_of),
        "group": item.group or None,
        "subject": item.subject or None,
        "party": item.party or None,
        "source": {"ground": item.source.ground.value, "place": item.source.place or None},
        "path": region.path_text(item.path),
    }


def _concern(item: Concern, region: RegionStatus) -> Plain:
    return {
        "kind": item.kind.value,
        "message": told_concern(item, region.holdings),
        "group": item.group or None,
        "subjects": list(item.subjects),
        "roles": [role_text(role) for role in item.roles],
        "not_recorded": item.missing,
    }


def _group(item: GroupStatus) -> Plain:
    return {
        "group": item.group.tunnus,
        "term": {"state": item.term_state.value, **_days(item.term)},
        "next_term": _days(item.next_term) if item.next_term else None,
        "absent": [role_text(role) for role in item.absent],
        "vacant": list(item.vacant),
        "without_deputy": list(item.without_deputy),
        "chair": _post(item.chair),
        "vice_chair": _post(item.vice_chair),
        "leader": _post(item.leader),
        "leaders_deputy": _post(item.leaders_deputy),
        "secretary": _post(item.secretary),
        "years": [_year(year) for year in item.years],
    }


def _agreement(item: AgreementStatus, as_of: date) -> Plain:
    return {
        "agreement": item.agreement.tunnus,
        "kind": item.agreement.laji,
        "group": item.group or None,
        "state": item.state.value,
        "suspect": item.suspect,
        "amended_by_power": item.amended,
        "begun": item.begun,
        **_days(item.validity),
        "unapproved": list(item.unapproved),
        "unsigned": list(item.unsigned),
        "awaiting": item.awaiting
        and {
            "version": item.awaiting.version,
            "unapproved": list(item.awaiting.unapproved),
            "unsigned": list(item.awaiting.unsigned),
            "conditional": list(item.awaiting.conditional),
        },
        "options": [
            {
                "option": option.tunnus,
                "state": option_state(option, as_of).value,
                "last_day_of_use": day_text(last_day_of_use(option)),
                "used": day_text(option.kaytetty),
                "given_up": day_text(option.luovuttu),
                **_days(option.jakso),
            }
            for option in item.agreement.optiot
        ],
        "appeals": [appeal.last_day.isoformat() for appeal in item.appeals],
    }


def _post(post: Post) -> Plain:
    return {"state": post.holding.value, **_days(post.days)}


def _days(days: Period | None) -> Plain:
    return {
        "from": day_text(days.start) if days else None,
        "until": day_text(days.end) if days else None,
    }


def _year(item: YearOfGroup) -> Plain:
    return {
        "year": item.year.number,
        "current": item.year.current,
        "goals": item.goals,
        "review_due": item.review_due,
        "reviewed": day_text(item.reviewed),
        "unfollowed": list(item.unfollowed),
        "meetings": item.meetings,
    }

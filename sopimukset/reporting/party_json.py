"""One party over all groups, for other programs (status.schema.json)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sopimukset.reporting.status_json import Plain, day_text, dumped
from sopimukset.tracking.clashes import Attendance, Clash
from sopimukset.tracking.gatherings import Gathering
from sopimukset.tracking.named_party import role_text
from sopimukset.tracking.party_view import PartyGroup, PartyView


def render(view: PartyView, as_of: date, *, colour: bool, width: int) -> str:
    """The page as JSON; `colour` and `width` concern people only."""
    del colour, width
    return dumped(
        {
            "as_of": as_of.isoformat(),
            "party": role_text(view.role),
            "groups": [_group(item) for item in view.groups],
            "clashes": [_clash(item) for item in view.clashes],
            "staff_totals": [
                {
                    "unit": total.unit or None,
                    "agreed": _number(total.promised),
                    "agreed_compared": _number(total.compared),
                    "realised": _number(total.realised),
                }
                for total in view.totals
            ],
            "staff_pools": [
                {
                    "region": item.holdings.name,
                    "illustrative": item.holdings.alue.kuvitteellinen,
                    "unit": item.pool.unit or None,
                    "promised": _number(item.pool.promised),
                    "given": _number(item.pool.given),
                    "given_elsewhere": _number(item.pool.elsewhere),
                }
                for item in view.pools
            ],
        }
    )


def _group(item: PartyGroup) -> Plain:
    text = item.holdings.text
    return {
        "region": item.holdings.name,
        "illustrative": item.holdings.alue.kuvitteellinen,
        "group": item.group.tunnus,
        "seats": [
            {
                "seat": seat.seat.tunnus,
                "members": [text(person.nimike) for person in seat.members],
                "deputies": [text(person.nimike) for person in seat.deputies],
            }
            for seat in item.seats
        ],
        "meetings": [_gathering(gathering) for gathering in item.gatherings],
        "staff": [
            {
                "row": staff.row.tunnus,
                "unit": staff.row.yksikko,
                "agreed": _number(staff.row.maara),
                "realised": _number(staff.realised),
                "period_end": day_text(staff.period),
            }
            for staff in item.staff
        ],
    }


def _gathering(item: Gathering) -> Plain:
    return {
        "day": item.day.isoformat(),
        "start": _clock(item.start),
        "end": _clock(item.end),
        "recorded": item.recorded,
        "moved_from": day_text(item.moved_from),
    }


def _clash(clash: Clash) -> Plain:
    return {
        "day": clash.first.gathering.day.isoformat(),
        "meetings": [_place(clash.first), _place(clash.second)],
        "person": clash.person or None,
        "overlap": clash.overlap,
    }


def _place(item: Attendance) -> Plain:
    return {"region": item.region, "group": item.gathering.group}


def _clock(minutes: int | None) -> str | None:
    return None if minutes is None else f"{minutes // 60:02}:{minutes % 60:02}"


def _number(number: Decimal | None) -> int | float | None:
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)

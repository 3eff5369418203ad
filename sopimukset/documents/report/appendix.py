"""The report's appendix: attendance, successes, recommendations, state and structure."""

from __future__ import annotations

from collections.abc import Iterator

from sopimukset.base.speech import mark
from sopimukset.documents.actors import Actors
from sopimukset.documents.assessment_blocks import assessment_blocks
from sopimukset.documents.report.attendance import told_attendance
from sopimukset.documents.report.beside import period_name
from sopimukset.documents.report.matter import Matter
from sopimukset.documents.report.pen import Pen
from sopimukset.documents.structure_blocks import structure_blocks
from sopimukset.documents.year_wheel_blocks import year_wheel_blocks
from sopimukset.formats.paper import Block, Bullets, Heading, Text
from sopimukset.model import Seuranta
from sopimukset.tracking.followup import Followed, followed
from sopimukset.tracking.followup.periods import parts_of
from sopimukset.tracking.year_plan import plan_of

OF_PART = mark("Onnistumiset on kirjattu jaksolta {jakso}.")
FROM_EARLIER = mark("Arviot ovat jaksolta {jakso}. Ne tehdään enintään kerran vuodessa.")


def appendix(matter: Matter, pen: Pen) -> Iterator[Block]:
    """Everything that a group looks up rather than reads."""
    yield Heading(pen.say(mark("Läsnäolo")), 2)
    yield from told_attendance(matter, pen)
    done, source = matter.item.onnistumiset, None
    if not done:
        parts = parts_of(matter.holdings.follow_ups_of(matter.group), matter.days, matter.day)
        source = next((one for one in parts if one.item.onnistumiset), None)
        done = source.item.onnistumiset if source else ()
    if done:
        yield Heading(pen.say(mark("Onnistumiset")), 2)
        if source is not None:
            yield Text(pen.tell(OF_PART, jakso=period_name(source, pen)), "small")
        yield Bullets(tuple(pen.sentence(item) for item in done))
    actors = Actors(pen)
    yield from _assessments(matter, pen, actors)
    yield Heading(pen.say(mark("Yhteistyön rakenne")), 2)
    yield from structure_blocks(actors, level=3, group=matter.group)
    yield Heading(pen.say(mark("Vuosikello")), 2)
    yield from _wheel(matter, pen)


def _wheel(matter: Matter, pen: Pen) -> list[Block]:
    """The wheel of the year in which the report is read, and its table."""
    files = {str(number): item for number, item in enumerate(matter.holdings.meetings)}
    year = matter.day.year
    plan = plan_of(matter.holdings, matter.follow.group, files, year)
    return year_wheel_blocks(plan, year, pen, matter.day)


def _assessments(matter: Matter, pen: Pen, actors: Actors) -> Iterator[Block]:
    """The period's assessments; where it has none, the newest ones before it, which is said."""
    before = [one for one in _periods(matter) if one.days.end < matter.days.end]
    own = matter.periods.now
    chosen = own if assessed(own.item) else _newest(before) or own
    if chosen is not own:
        yield Text(pen.tell(FROM_EARLIER, jakso=period_name(chosen, pen)), "small")
    earlier = [one.item for one in before if one.days.end < chosen.days.end]
    yield from assessment_blocks(actors, chosen.item, matter.follow.group, earlier=earlier, level=2)


def _periods(matter: Matter) -> list[Followed]:
    return followed(matter.holdings.follow_ups_of(matter.group))


def _newest(before: list[Followed]) -> Followed | None:
    return next((one for one in reversed(before) if assessed(one.item)), None)


def assessed(item: Seuranta) -> bool:
    """Whether a follow-up holds an assessment of the recommendations or the cooperation."""
    return bool(item.suositukset or item.yhteistyon_tila)

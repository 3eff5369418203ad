"""A status for a person at a terminal: all regions on one screen, or some of them in full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopimukset.base.dates import told_day
from sopimukset.base.speech import mark, say
from sopimukset.reporting.cells import cells, safe, shortened, wrapped
from sopimukset.reporting.group_names import group_name, name_of_group
from sopimukset.reporting.status_cells import LATE, agreements, groups, nearest
from sopimukset.reporting.status_report import RegionStatus, SharedGroup, StatusReport
from sopimukset.reporting.status_words import (
    COLOUR,
    GRAVITY,
    NOT_RECORDED,
    TERM,
    told_agreement,
    told_concern,
    told_deadline,
    told_end,
    told_option,
    told_post,
    told_source,
)
from sopimukset.tracking.agreements import AgreementState, AgreementStatus
from sopimukset.tracking.concerns import Gravity
from sopimukset.tracking.deadline import Deadline
from sopimukset.tracking.groups import GroupStatus
from sopimukset.tracking.later import Later
from sopimukset.tracking.years_of_group import STATUTORY, YearOfGroup

HEADS = (mark("tilanne"), mark("alue"), mark("johtoryhmät"), mark("sopimus"))
NEXT = mark("määräajat")
EXAMPLE = "*"
EXAMPLES = mark("* Esimerkki: tiedot ovat keksittyjä, eikä niitä lasketa yhteismääriin.")
TOTAL = mark(
    "Alueita yhteensä {alueita}; johtoryhmiä toimikaudella {ryhmia}, voimassa olevia "
    "yhteistyösopimuksia {sopimuksia}, myöhässä olevia määräaikoja {myohassa}. Mitä ei ole "
    "kirjattu, siitä ei ole tietoa."
)
SHARED = mark(
    "yhteinen johtoryhmä: jäsenet, sopimus ja määräajat on kirjattu alueen {alue} tietoihin, ja "
    "yhteismääriin ne lasketaan siellä"
)
UNKNOWN = mark(
    "yhteinen johtoryhmä: sitä ei löydy alueen {alue} tiedoista (sopimukset check kertoo syyn)"
)
COMMON = mark("yhteinen {johtoryhma}")
LATER = mark(
    "Tarkastelupäivää myöhemmille päiville kirjattu, ei vielä mukana: {asiat}; viimeisin {paiva}"
)
_INDENT = "  "


def render(report: StatusReport, *, colour: bool, width: int) -> str:
    """The status as text: a line for each region, or, for named regions, all that is known."""
    text = _Text(report, colour=colour, width=width)
    if report.named:
        lines = text.in_full()
    elif report.within is not None:
        lines = text.due()
    else:
        lines = text.overview()
    return "\n".join(lines)


class _Text:
    """A status being written; holds what each line needs to know."""

    def __init__(self, report: StatusReport, *, colour: bool, width: int) -> None:
        self.report = report
        self.colour = colour
        self.width = width

    def overview(self) -> Iterator[str]:
        """All regions, a line each."""
        rows = [self.row(region) for region in self.report.regions]
        heads = [say(head) for head in HEADS]
        widths = [
            max(cells(heads[column]), *(cells(row[column]) for row in rows), 0)
            for column in range(len(HEADS))
        ]
        yield self.title()
        for name in self.report.unreadable:
            yield self.painted(f"{say(GRAVITY[Gravity.UNREADABLE])}: {safe(name)}", Gravity.LATE)
        yield ""
        if rows:
            yield self.painted("  ".join((*_padded(heads, widths), say(NEXT))), bold=True)
        for region, row in zip(self.report.regions, rows, strict=True):
            yield self.region_line(region, row, widths)
        yield ""
        yield from self.totals()

    def region_line(self, region: RegionStatus, row: Sequence[str], widths: Sequence[int]) -> str:
        """A region's line of the overview, cut to the width."""
        first, *rest = _padded(row[:-1], widths)
        room = self.width - sum(widths) - 2 * len(widths)
        shown = (self.painted(first, region.gravity), *rest, shortened(row[-1], max(room, 10)))
        return "  ".join(shown).rstrip()

    def row(self, region: RegionStatus) -> list[str]:
        """The columns of a region."""
        name = f"{region.name}{f' {EXAMPLE}' if region.illustrative else ''}"
        return [
            say(GRAVITY[region.gravity]),
            safe(name),
            groups(region),
            agreements(region),
            nearest(region, self.report.as_of),
        ]

    def totals(self) -> Iterator[str]:
        """The counts over all regions but illustrative ones."""
        real = [region for region in self.report.regions if not region.illustrative]
        groups = sum(group.running for region in real for group in region.standing.groups)
        running = sum(
            item.running and item.agreement.laji == STATUTORY
            for region in real
            for item in region.standing.agreements
        )
        late = sum(item.late_on(self.report.as_of) for region in real for item in region.deadlines)
        told = say(TOTAL).format(
            alueita=len(real), ryhmia=groups, sopimuksia=running, myohassa=late
        )
        yield from wrapped(told, self.width)
        if len(real) < len(self.report.regions):
            yield from wrapped(say(EXAMPLES), self.width)

    def due(self) -> Iterator[str]:
        """The deadlines of all regions in the order of their days."""
        found = [
            (item, region)
            for region in self.report.regions
            for item in self.report.deadlines_of(region)
        ]
        found.sort(key=lambda pair: (pair[0].day, pair[1].name))
        yield self.title()
        for name in self.report.unreadable:
            yield self.painted(f"{say(GRAVITY[Gravity.UNREADABLE])}: {safe(name)}", Gravity.LATE)
        yield ""
        for item, region in found:
            yield from self.deadline(item, region, self.place(item, region))
        if not found:
            yield say("Määräaikoja ei ole näinä päivinä.")
        yield ""
        yield from self.totals()

    def place(self, item: Deadline, region: RegionStatus) -> str:
        """Whose deadline it is: the group where the region has several, who shares the group."""
        several = len(region.standing.groups) > 1 and item.group
        example = f" {EXAMPLE}" if region.illustrative else ""
        sharing = "".join(
            f" + {other.name}"
            for other in self.report.regions
            if any((one.region, one.group) == (region.name, item.group) for one in other.shared)
        )
        return f"{region.name}{f'/{item.group}' if several else ''}{sharing}{example}: "

    def in_full(self) -> Iterator[str]:
        """All that is known of the named regions."""
        yield self.title()
        for name in self.report.unreadable:
            yield self.painted(f"{say(GRAVITY[Gravity.UNREADABLE])}: {safe(name)}", Gravity.LATE)
        for region in self.report.regions:
            yield ""
            yield from self.region(region)

    def region(self, region: RegionStatus) -> Iterator[str]:
        """The page of one region."""
        holdings = region.holdings
        note = f" {say('(esimerkki: tiedot ovat keksittyjä)')}" if region.illustrative else ""
        word = self.painted(say(GRAVITY[region.gravity]), region.gravity)
        yield f"{self.painted(safe(region.name), bold=True)}: {word}{note}"
        for file in region.unread:
            yield from self.item(say("Tiedostoa ei voi lukea: {tiedosto}").format(tiedosto=file))
        for concern in region.concerns:
            where = self.whose(concern.group, region)
            yield from self.item(f"{where}{told_concern(concern, holdings)}")
        for shared in region.shared:
            yield from self.shared_concerns(shared)
        yield from self.later(region.later)
        for group in region.standing.groups:
            yield ""
            yield from self.group(group, region)
        for shared in region.shared:
            yield ""
            yield from self.shared(shared)
        yield from self.others(region)
        yield from self.deadlines(region)

    def later(self, later: Later) -> Iterator[str]:
        """What is dated after the day, so that nobody looks for it among what counts."""
        counts = (
            (say("pöytäkirjoja {maara}"), later.minutes),
            (say("seurannan käsittelyjä {maara}"), later.treatments),
            (say("hyväksyntiä ja allekirjoituksia {maara}"), later.approvals),
        )
        parts = [text.format(maara=len(days)) for text, days in counts if days]
        if later.last is not None:
            told = say(LATER).format(asiat=", ".join(parts), paiva=told_day(later.last))
            yield from self.item(told)

    def group(self, group: GroupStatus, region: RegionStatus) -> Iterator[str]:
        """What is known of a group: term, offices, agreements, yearly duties."""
        name = group_name(region.holdings.alue, group.group)
        yield self.painted(f"{say('Johtoryhmä')} {safe(name)}", bold=True)
        yield from self.group_facts(group, region)

    def group_facts(self, group: GroupStatus, region: RegionStatus) -> Iterator[str]:
        """Term, offices, agreements and yearly duties of a group."""
        yield from self.fact(say("toimikausi"), _term(group))
        for label, post in (
            (say("puheenjohtaja"), group.chair),
            (say("varapuheenjohtaja"), group.vice_chair),
            (say("johtava henkilö"), group.leader),
            (say("varahenkilö"), group.leaders_deputy),
        ):
            yield from self.fact(label, told_post(post))
        for agreement in region.standing.agreements_of(group.group.tunnus):
            yield from self.agreement(agreement, region)
        for told_year in group.years:
            yield from self.fact(str(told_year.year.number), _year(told_year))

    def shared(self, shared: SharedGroup) -> Iterator[str]:
        """What is known of a group that lives in another region's file, and where that is."""
        yield self.painted(f"{say('Johtoryhmä')} {safe(shared.name or shared.group)}", bold=True)
        told = SHARED if shared.home else UNKNOWN
        yield from wrapped(
            say(told).format(alue=safe(shared.region)), self.width, _INDENT, _INDENT * 2
        )
        for group in shared.home.standing.groups if shared.home else ():
            if shared.home and group.group.tunnus == shared.group:
                yield from self.group_facts(group, shared.home)

    def shared_concerns(self, shared: SharedGroup) -> Iterator[str]:
        """What is not as it should be in a shared group, and what of its region can't be read."""
        if shared.home is None:
            return
        for file in shared.home.unread:
            yield from self.item(say("Tiedostoa ei voi lukea: {tiedosto}").format(tiedosto=file))
        for concern in shared.concerns:
            yield from self.item(f"{_common(shared)}{told_concern(concern, shared.home.holdings)}")

    def whose(self, group: str, region: RegionStatus) -> str:
        """Which group something is about, where the region has several."""
        if not group or len(region.standing.groups) < 2:
            return ""
        return f"{safe(name_of_group(region.holdings.alue, group))}: "

    def agreement(self, status: AgreementStatus, region: RegionStatus) -> Iterator[str]:
        """Where an agreement stands, and each of its options unless it has ended."""
        told = told_agreement(status, region.holdings)
        yield from self.fact(f"{say('sopimus')} {status.agreement.tunnus}", told)
        ended = status.state is AgreementState.ENDED
        for option in () if ended else status.agreement.optiot:
            told = told_option(option, self.report.as_of)
            yield from wrapped(
                f"{say('optio')} {option.tunnus}: {told}", self.width, _INDENT * 2, _INDENT * 3
            )

    def others(self, region: RegionStatus) -> Iterator[str]:
        """Agreements of no group, the youth service, acknowledged defects."""
        loose = region.standing.agreements_of("")
        if loose or region.standing.youth or region.standing.defects:
            yield ""
        for agreement in loose:
            yield from self.agreement(agreement, region)
        for youth in region.standing.youth:
            parts = [f"{say('vastaava henkilö')} {told_post(youth.coordinator)}"]
            for label, day in (
                (say("organisoinnista sovittu"), youth.organised),
                (say("kustannuksista sovittu"), youth.shared),
            ):
                parts.append(f"{label} {told_day(day) if day else say(NOT_RECORDED)}")
            label = f"{say('nuorten yhteispalvelu')} {youth.service.tunnus}"
            yield from self.fact(label, "; ".join(parts))
        for defect in region.standing.defects:
            end = told_end(defect.defect.paattyen)
            over = say("määräaika päättynyt {paiva}") if defect.expired else say("{paiva} saakka")
            label = f"{say('tunnistettu puute')} {defect.defect.koodi}"
            yield from self.fact(label, over.format(paiva=end))

    def deadlines(self, region: RegionStatus) -> Iterator[str]:
        """What falls due, in the order of days."""
        found = [
            (item, region, self.whose(item.group, region))
            for item in self.report.deadlines_of(region)
        ]
        for shared in region.shared:
            if shared.home:
                due, home = self.report.deadlines_of(shared), shared.home
                found += [(item, home, _common(shared)) for item in due]
        found.sort(key=lambda one: one[0].day)
        yield ""
        yield self.painted(say("Määräajat"), bold=True)
        for item, home, where in found:
            yield from self.deadline(item, home, where)
        if not found:
            yield from self.item(say("Määräaikoja ei ole näinä päivinä."))

    def deadline(self, item: Deadline, region: RegionStatus, where: str) -> Iterator[str]:
        """A deadline with its day and what it rests on."""
        late = item.late_on(self.report.as_of)
        day = told_day(item.day).rjust(10)
        holdings = region.holdings
        told = told_deadline(item, holdings.alue, holdings.register, region.persons)
        told = f"{where}{told} [{told_source(item.source)}]"
        head = f"{_INDENT}{day}  "
        if late:
            told = f"{say(LATE)}: {told}"
        first, *rest = wrapped(told, self.width, head, " " * len(head))
        yield self.painted(first, Gravity.LATE) if late else first
        yield from rest

    def fact(self, label: str, told: str) -> Iterator[str]:
        """A labelled fact."""
        yield from wrapped(f"{label}: {told}", self.width, _INDENT, _INDENT * 2)

    def item(self, told: str) -> Iterator[str]:
        """An item of a list."""
        yield from wrapped(told, self.width, f"{_INDENT}- ", _INDENT * 2)

    def title(self) -> str:
        """The title with the day that is looked at."""
        return say("Tilanne {paiva}").format(paiva=told_day(self.report.as_of))

    def painted(self, text: str, gravity: Gravity | None = None, *, bold: bool = False) -> str:
        """The text in the colour of its gravity where the terminal has colours."""
        if not self.colour:
            return text
        from click import style  # only a terminal pays for it

        return style(text, fg=COLOUR[gravity] if gravity else None, bold=bold or None)


def _common(shared: SharedGroup) -> str:
    """Which shared group something is about."""
    return f"{say(COMMON).format(johtoryhma=safe(shared.name))}: "


def _padded(texts: Sequence[str], widths: Sequence[int]) -> list[str]:
    return [text + " " * (width - cells(text)) for text, width in zip(texts, widths, strict=True)]


def _term(group: GroupStatus) -> str:
    if group.term is None:
        return say(TERM[group.term_state])
    return say(TERM[group.term_state]).format(
        alkaen=told_day(group.term.start), paattyen=told_end(group.term.end)
    )


def _year(told: YearOfGroup) -> str:
    """What is recorded of a year: goals, review, follow-up, meetings."""
    recorded, missing = say("kirjattu"), say(NOT_RECORDED)
    parts = [
        f"{say('tavoitteet')} {recorded if told.goals else missing}",
        f"{say('seuranta')} {missing if told.unfollowed else recorded}",
        say("kokouksia kirjattu {maara}").format(maara=told.meetings),
    ]
    if told.review_due:
        review = told_day(told.reviewed) if told.reviewed else missing
        parts.insert(1, f"{say('henkilöstön tarkistus')} {review}")
    return "; ".join(parts)

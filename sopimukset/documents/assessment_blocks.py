"""The yearly assessments as parts of a paper: national recommendations, state of cooperation.

The descriptions of the state are the recommendations' own words in Finnish; in Swedish they are our
translation. Nobody sums them up: each party's assessment stands as it gave it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sopimukset.base.speech import mark
from sopimukset.documents.actors import Actors
from sopimukset.formats.paper import Block, Column, Heading, Table, Text
from sopimukset.model import Johtoryhma, Seuranta
from sopimukset.model.seuranta import SuosituksenTila
from sopimukset.register import Suositukset, load_recommendations
from sopimukset.register.recommendations import SOURCE

RECOMMENDATIONS = mark("Kansalliset suositukset")
STATE = mark("Yhteistyön tila osapuolten arvioimana")
BASIS = mark(
    "Suositukset: {lahde}. Ne eivät sido ketään. Kohtien numerot ja lyhyet tekstit ovat tämän "
    "hankkeen."
)
WORDS = mark("Kuvaukset ovat suositusten omat; järjestys 1–6 ja käännökset ovat tämän hankkeen.")
NONE_ASSESSED = mark("Suositusten toteutumista ei ole arvioitu.")
NO_STATE = mark("Yhteistyön tilaa ei ole arvioitu.")
COUNTED = mark("Arvioitu {maara} kohtaa {kaikki} kohdasta.")
LEFT = mark("Arvioimatta: {kohdat}.")
JOINT = mark("johtoryhmä yhdessä")
STATES = {
    "ei-aloitettu": mark("ei aloitettu"),
    "kesken": mark("kesken"),
    "valmis": mark("valmis"),
}
POINT = mark("{numero} {teksti}")
DESCRIPTION = mark("{aste}: {kuvaus}")


def assessment_blocks(
    actors: Actors,
    follow_up: Seuranta,
    group: Johtoryhma,
    *,
    earlier: Sequence[Seuranta] = (),
    level: int = 2,
) -> list[Block]:
    """What the parties have assessed in a follow-up, beside what they assessed before it.

    Args:
        actors: the region's actors, named for the document.
        follow_up: whose assessments.
        group: the group that it is of: whose members' namers assess.
        earlier: the group's follow-ups before it, of which the newest assessment counts.
        level: of the headings.
    """
    before = sorted(earlier, key=_last_day)
    return [
        Heading(actors.say(RECOMMENDATIONS), level),
        *_recommendations(actors, follow_up),
        Heading(actors.say(STATE), level),
        *_state(actors, follow_up, group, before),
    ]


def _last_day(follow_up: Seuranta) -> date:
    period = follow_up.seurantajakso
    return period.paattyen or period.alkaen or date.min


def _recommendations(actors: Actors, follow_up: Seuranta) -> Iterator[Block]:
    known = load_recommendations()
    points = known.kohdat
    rows = [item for item in follow_up.suositukset if item.kohta in points]
    if not rows:
        yield Text(actors.say(NONE_ASSESSED))
        return
    done = {item.kohta for item in rows}
    left = [item.numero for key, item in points.items() if key not in done]
    told = actors.say(COUNTED).format(maara=len(done), kaikki=len(points))
    yield Text(f"{told} {actors.say(LEFT).format(kohdat=', '.join(left))}" if left else told)
    order = list(points)
    rows.sort(key=lambda item: order.index(item.kohta or ""))
    yield Table(
        actors.say(mark("Suositusten toteutuminen")),
        (
            Column(actors.say(mark("Kohta")), 0.46),
            Column(actors.say(mark("Arvioija")), 0.18),
            Column(actors.say(mark("Tila")), 0.12),
            Column(actors.say(mark("Havainto")), 0.24),
        ),
        tuple(_row(actors, known, item) for item in rows),
    )
    yield Text(actors.say(BASIS).format(lahde=SOURCE), "small")


def _row(actors: Actors, known: Suositukset, item: SuosituksenTila) -> tuple[str, ...]:
    point = known.kohta(item.kohta)
    assert point is not None  # noqa: S101 (only known points are told)
    return (
        actors.say(POINT).format(
            numero=point.numero, teksti=point.teksti.kielella(actors.language)
        ),
        actors.name(item.osapuoli) if item.osapuoli else actors.say(JOINT),
        actors.say(STATES[item.tila]) if item.tila else actors.nothing,
        actors.recorded(item.havainto),
    )


def _state(
    actors: Actors, follow_up: Seuranta, group: Johtoryhma, before: Sequence[Seuranta]
) -> Iterator[Block]:
    own = _by_party(follow_up)
    if not own:
        yield Text(actors.say(NO_STATE))
        return
    past: dict[str, str] = {}
    for item in before:
        past |= _by_party(item)
    parties = dict.fromkeys([*(seat.nimeaja for seat in group.jasenet if seat.nimeaja), *own])
    yield Table(
        actors.say(STATE),
        (
            Column(actors.say(mark("Osapuoli")), 0.2),
            Column(actors.say(mark("Arvio")), 0.54),
            Column(actors.say(mark("Edellinen arvio")), 0.26),
        ),
        tuple(
            (
                actors.name(tunnus),
                _described(actors, own.get(tunnus)),
                _described(actors, past.get(tunnus), whole=False),
            )
            for tunnus in parties
        ),
    )
    yield Text(actors.say(WORDS), "small")


def _by_party(follow_up: Seuranta) -> dict[str, str]:
    """The description that each party chose."""
    return {
        item.osapuoli: item.kuvaus
        for item in follow_up.yhteistyon_tila
        if item.osapuoli and item.kuvaus
    }


def _described(actors: Actors, key: str | None, *, whole: bool = True) -> str:
    """A description with its place in the order, or the place alone."""
    if key is None:
        return actors.nothing
    found = load_recommendations().kuvaus(key)
    if found is None:
        return key
    if not whole:
        return str(found.aste)
    text = found.teksti.kielella(actors.language)
    return actors.say(DESCRIPTION).format(aste=found.aste, kuvaus=text)

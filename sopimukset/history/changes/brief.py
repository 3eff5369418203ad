"""Parts of a record in a few words, by their model. Names of persons are left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from sopimukset.base.speech import mark
from sopimukset.model import (
    Allekirjoitus,
    Alue,
    Henkilostorivi,
    Jasenyys,
    JohtavaHenkilo,
    Johtoryhma,
    Kokous,
    Kustannus,
    Lausekemuutos,
    Liite,
    Luottamustoimi,
    Neuvottelu,
    Nimetty,
    Osapuoli,
    Paatos,
    Seuranta,
    Sopimus,
    Tavoite,
    Toimikausi,
    Toimipiste,
    TunnistettuPuute,
    Versio,
)
from sopimukset.model.kokous import Asia, Toimenpide
from sopimukset.model.kokouskaytanto import Kokouspoikkeama
from sopimukset.model.sopimus import Muutosvaltuus

if TYPE_CHECKING:
    from sopimukset.history.changes.telling import Teller

UNTITLED = mark("nimikettä ei kirjattu")
CONDITION = mark("ehto: {ehto}")


def _joined(*parts: str | None) -> str:
    return ", ".join(filter(None, parts))


def _decision(tell: Teller, item: Paatos) -> str:
    """Who decided, when, under which section and case number, on what condition."""
    section = f"§ {item.pykala}" if item.pykala else ""
    day = tell.day(item.pvm) if item.pvm else ""
    head = " ".join(filter(None, (tell.text(item.tekija), day, section)))
    ehto = tell.say(CONDITION).format(ehto=tell.text(item.ehto)) if item.ehto else ""
    return _joined(head, item.asiatunnus, ehto)


def _person(tell: Teller, item: Nimetty) -> str:
    title = tell.text(item.nimike) or tell.say(UNTITLED)
    return " ".join(filter(None, (title, tell.period(item))))


def _office(tell: Teller, item: Luottamustoimi) -> str:
    return " ".join(filter(None, (item.jasen, tell.period(item))))


def _staff(tell: Teller, item: Henkilostorivi) -> str:
    amount = tell.number(item.maara) if item.maara is not None else ""
    head = " ".join(filter(None, (amount, item.yksikko)))
    return _joined(head, tell.text(item.tehtava), tell.period(item))


def _cost(tell: Teller, item: Kustannus) -> str:
    shares = tell.value(item.osuudet, ("osuudet",)) if item.osuudet else ""
    return _joined(", ".join(item.kattaa), item.avain, shares, tell.period(item))


def _goal(tell: Teller, item: Tavoite) -> str:
    return _joined(tell.text(item.tavoite), str(item.vuosi or ""))


def _moved(tell: Teller, item: Kokouspoikkeama) -> str:
    days = (tell.day(day) if day else "–" for day in (item.pvm, item.uusi_pvm))
    return _joined(" → ".join(days), tell.text(item.syy))


def _clause(tell: Teller, item: Lausekemuutos) -> str:
    return _joined(item.toimi, tell.text(item.otsikko), tell.text(item.teksti))


def _defect(tell: Teller, item: TunnistettuPuute) -> str:
    return _joined(item.koodi, item.syy, tell.period(item))


def _signature(tell: Teller, item: Allekirjoitus) -> str:
    return " ".join(filter(None, (tell.text(item.nimike), tell.day(item.pvm) if item.pvm else "")))


def _negotiation(tell: Teller, item: Neuvottelu) -> str:
    return _joined(item.laji, tell.day(item.pvm) if item.pvm else "", ", ".join(item.osapuolet))


def _minute(tell: Teller, item: Asia) -> str:
    return _joined(f"§ {item.pykala}" if item.pykala else "", tell.text(item.otsikko))


def _action(tell: Teller, item: Toimenpide) -> str:
    due = tell.day(item.maarapaiva) if item.maarapaiva else ""
    return _joined(tell.text(item.tehtava), item.vastuu, due, item.tila)


def _follow_up(tell: Teller, item: Seuranta) -> str:
    return item.seurantajakso.nimi or tell.period(item.seurantajakso)


Brief = Callable[["Teller", Any], str]

BRIEF: Mapping[type[Any], Brief] = {
    Alue: lambda tell, item: item.alue,
    Osapuoli: lambda tell, item: _joined(tell.party(item), tell.period(item)),
    Neuvottelu: _negotiation,
    Johtoryhma: lambda tell, item: tell.text(item.nimi) or item.tunnus,
    Jasenyys: lambda tell, item: _joined(
        item.tunnus, *(_person(tell, holder) for holder in item.nimetyt)
    ),
    JohtavaHenkilo: lambda tell, item: _joined(
        item.tunnus, *(_person(tell, holder) for holder in item.nimetyt)
    ),
    Nimetty: _person,
    Luottamustoimi: _office,
    Paatos: _decision,
    Toimikausi: lambda tell, item: tell.period(item),
    Toimipiste: lambda tell, item: _joined(tell.text(item.nimi) or item.tunnus, item.kunta),
    Henkilostorivi: _staff,
    Tavoite: _goal,
    Kokouspoikkeama: _moved,
    Sopimus: lambda tell, item: _joined(item.laji, tell.text(item.nimi)),
    Kustannus: _cost,
    Lausekemuutos: _clause,
    Muutosvaltuus: lambda tell, item: _joined(item.kohde, tell.text(item.paattaja)),
    Allekirjoitus: _signature,
    Liite: lambda tell, item: _joined(tell.text(item.nimi) or item.tunnus, item.taulukko),
    TunnistettuPuute: _defect,
    Asia: _minute,
    Toimenpide: _action,
    Kokous: lambda tell, item: tell.day(item.pvm),
    Seuranta: _follow_up,
    Versio: lambda tell, item: f"{item.sopimus} {item.versio}",
}
"""How each model is told; of a model that isn't here its parent's way, else field by field."""

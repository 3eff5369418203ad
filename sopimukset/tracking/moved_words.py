"""What a place of an agreement is called: the same words in an amending agreement and in messages.

Messages name parties, figures and days. Free text is never told: it may hold a person's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from sopimukset.base.amounts import told_amount
from sopimukset.base.dates import in_finnish, iso_day
from sopimukset.base.speech import ENGLISH, FINNISH, Translate, language, mark, say
from sopimukset.model import Osapuoli, Teksti
from sopimukset.model.otsikot import otsikko
from sopimukset.model.perusta import tekstina

PARTY, GROUP, TERRITORY = mark("Osapuoli"), mark("Johtoryhmä"), mark("Toimialueen kunnat")
MEETINGS = mark("Kokousten vähimmäismäärä")
SETTER = mark("Johtoryhmän asettaja ja nimeäjät")
STAFF, OFFICE, COST = mark("Henkilöstö"), mark("Toimipiste"), mark("Yhteiset kustannukset")
SIZING = mark("Mitoituksessa huomioon otettu asiakkaiden määrä")
YOUTH = mark("Nuorten yhteispalvelu")
NAME, LANGUAGES = mark("Sopimuksen nimi"), mark("Sopimuksen kielet")
VALIDITY, NOTICE = mark("Voimassaolo"), mark("Irtisanomisaika")
OPTION = mark("Optio")
REVIEW = mark("Henkilöstön riittävyyden tarkistusväli")
KELA = mark("Kelan osallistuminen kustannuksiin")
POWER = mark("Sopimuksen osan muuttaminen")
ONE_MONTH, MONTHS = mark("1 kuukausi"), mark("{maara} kuukautta")
SHARE = mark("osuus prosentteina")
ADDED, REMOVED = mark("lisätty"), mark("poistettu")

TITLES = {
    "osapuolet": PARTY,
    "henkilosto": STAFF,
    "toimipisteet": OFFICE,
    "nuorten_yhteispalvelu": YOUTH,
    "optiot": OPTION,
    "kustannukset": COST,
    "muutosvaltuus": POWER,
    "toimialue": TERRITORY,
    "kokoukset": MEETINGS,
    "sopimus_asettajasta": SETTER,
    "johtoryhmat": GROUP,
    "johtoryhma": GROUP,
    "mitoitus": SIZING,
    "nimi": NAME,
    "kielet": LANGUAGES,
    "voimassa": VALIDITY,
    "irtisanomisaika_kk": NOTICE,
    "henkiloston_tarkistus_kk": REVIEW,
    "kelan_osallistuminen": KELA,
}
"""What the parts of an agreement are called, by the field that holds them."""

SHARES = "osuudet"
"""The field in which the parties' shares of a cost stand, each under its party."""

_ONE_VALUE = frozenset({"irtisanomisaika_kk", "henkiloston_tarkistus_kk", "kelan_osallistuminen"})


def place_words(keys: Sequence[str], translate: Translate) -> tuple[str, str]:
    """What the thing at a place is called, and its field; "" for no field of its own.

    Args:
        keys: the way to the place: names of fields, and what names the items of lists.
        translate: gives a Finnish word in the language of the reader.
    """
    if tuple(keys[-2:-1]) == (SHARES,):
        return translate(COST), translate(SHARE)  # whose it is, the party's name says
    head, *rest = keys
    of_group = head == "johtoryhmat" and rest[1:] == ["nimi"]  # its own name, not an agreement's
    if (
        head in ("sopimukset", "johtoryhmat")
        and len(rest) > 1
        and rest[1] in TITLES
        and not of_group
    ):
        head, *rest = rest[1:]
    title = translate(TITLES.get(head) or otsikko(head))
    field = rest[-1] if rest and rest[-1] != head else ""
    named = len(rest) == 1 and head not in ("voimassa", "kokoukset", "toimialue", "mitoitus")
    told = "" if not field or named or head in _ONE_VALUE else translate(otsikko(field))
    return title, told[:1].lower() + told[1:]


def value_words(shown: Any, field: str, unit: str, translate: Translate, spoken: str) -> str:  # noqa: ANN401
    """A figure, a day or a keyword with its unit; "" for free text and for what is not there.

    Args:
        shown: the value.
        field: the name of the field, which tells of months.
        unit: of an amount, "" where it has none.
        translate: gives a Finnish word in the language of the reader.
        spoken: that language.
    """
    if isinstance(shown, bool):
        return ""
    if field.endswith("_kk") and isinstance(shown, int):
        return translate(ONE_MONTH if shown == 1 else MONTHS).format(maara=shown)
    if isinstance(shown, int | Decimal):
        text = told_amount(shown, "." if spoken == ENGLISH else ",")
        return f"{text} {unit}" if unit and field == "maara" else text
    day = shown if isinstance(shown, date) else iso_day(shown) if isinstance(shown, str) else None
    return "" if day is None else day.isoformat() if spoken == ENGLISH else in_finnish(day)


def party_words(party: Osapuoli, translate: Translate = say, spoken: str = "") -> str:
    """A party's name: Kela's own, else that of its legal person; its key where none is recorded."""
    name = _text(party.nimi or party.oikeushenkilo, spoken or language())
    return name or (translate("Kela") if party.rooli == "kela" else party.tunnus)


def _text(text: Teksti | None, spoken: str) -> str:
    return tekstina(text, FINNISH if spoken == ENGLISH else spoken) or tekstina(text, FINNISH) or ""

"""What an approval is of: the content of an agreement that counts, its fingerprint, what moved.

The fingerprint is a SHA-256 over a canonical form of the content. The order of keys, of lists whose
order means nothing, comments, quotes and line ends don't change it; a text of a model clause that
stands in the agreement does. A field that nothing is recorded in is left out of the form, so that
a field that the model gets later doesn't touch old fingerprints.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from typing import Any

from sopimukset.model import (
    Alue,
    Henkilostorivi,
    Johtoryhma,
    Kappale,
    Kielitekstit,
    Lausekekirjasto,
    Lausekeversio,
    Malli,
    Mallilauseke,
    Mitoitus,
    NuortenYhteispalvelu,
    Sisalto,
    Sopimus,
    Toimipiste,
    Versio,
)
from sopimukset.tracking.counted import AMENDING, KINDS, TYM, YOUTH, counted

Data = dict[str, Any]
Versions = Mapping[tuple[str, str], Versio]
"""Released versions by agreement and number."""

FIRST_DAY = date(2025, 1, 1)
"""The day by which clauses are chosen where an agreement has no first day: the act's own."""

ORDERED = frozenset(
    {"kielet", "lausekkeet", "kappaleet", "luettelo", "liitteet", "lausekemuutokset"}
)
"""Lists whose order means something: languages, texts, the numbers of annexes."""

_SPACES = re.compile(r"[^\S\n]+")
_LAID_OUT = re.compile(r"[^\S ]|  |\A | \Z")


def wording(versions: Sequence[Lausekeversio], on: date) -> Lausekeversio:
    """The wording in force on the agreement's own day; the first one for an earlier day."""
    known = [item for item in versions if item.alkaen is None or item.alkaen <= on]
    return known[-1] if known else versions[0]


def group_of(alue: Alue, agreement: Sopimus) -> Johtoryhma | None:
    """The group that an agreement is about; where it names none, the region's only one."""
    if agreement.johtoryhma is None:
        return alue.johtoryhmat[0] if len(alue.johtoryhmat) == 1 else None
    return next((item for item in alue.johtoryhmat if item.tunnus == agreement.johtoryhma), None)


def removed(library: Lausekekirjasto | None, agreement: Sopimus) -> frozenset[str]:
    """The clauses that the region's changes remove; a mandatory one stays."""
    mandatory = {item.tunnus for item in (library.lausekkeet if library else ()) if item.pakollinen}
    gone = {item.lauseke for item in agreement.lausekemuutokset if item.toimi == "poista"}
    return frozenset(gone - mandatory)


def content(
    alue: Alue, agreement: Sopimus, library: Lausekekirjasto | None, versions: Versions
) -> Sisalto | None:
    """The content of an agreement that counts today; None for a kind that has no versions.

    Args:
        alue: the region's record.
        agreement: one of its agreements.
        library: the model clauses of the agreement's kind; None where there are none.
        versions: the region's released versions, of which an amending agreement names two.
    """
    if agreement.laji not in KINDS:
        return None
    shape = _Shape(agreement.laji, alue.kielet)
    found: Data = {
        "kielet": list(alue.kielet),
        "osapuolet": shape.items(
            item for item in alue.osapuolet if item.tunnus in agreement.osapuolet
        ),
        "sopimukset": shape.items([agreement]),
        "lausekkeet": list(_clauses(library, agreement, alue.kielet)),
        "muutettavat": _amended(agreement, versions),
    }
    parts = {
        "johtoryhmat": (group for group in (group_of(alue, agreement),) if group),
        "henkilosto": _staff(alue, agreement),
        "toimipisteet": _offices(alue, agreement),
        "nuorten_yhteispalvelu": _youth(alue, agreement, library),
    }
    found |= {
        name: shape.items(items)
        for name, items in parts.items()
        if name in counted(Alue, agreement.laji)
    }
    basis = _sizing(alue, agreement)
    if basis is not None:
        found["mitoitus"] = shape.part(basis)
    return Sisalto.model_validate(_told({key: value for key, value in found.items() if value}))


def fingerprint(what: Sisalto) -> str:
    """The fingerprint of a content: a SHA-256 in hexadecimal letters."""
    return sha256(canonical(plain(what)).encode()).hexdigest()


def plain(model: Malli) -> Data:
    """A model as plain data, without the fields in which nothing is recorded."""
    held = model.__dict__
    return {
        name: _plain(held[name])
        for name, default in _fields(type(model))
        if held[name] not in (None, (), {}, default)
    }


@cache
def _fields(model: type[Malli]) -> tuple[tuple[str, Any], ...]:
    """The fields of a model with what they hold unrecorded, the identifier first."""
    fields = model.model_fields
    names = sorted(fields, key=lambda item: item != "tunnus")
    return tuple((name, fields[name].default) for name in names)


def canonical(value: Any) -> str:  # noqa: ANN401 (plain data)
    """One text for all ways of writing the same data."""
    return _json(normal(value))


def normal(value: Any, name: str = "") -> Any:  # noqa: ANN401 (plain data)
    """Data that is equal for all ways of writing the same.

    Args:
        value: mappings, lists, texts, numbers, days.
        name: the key below which the value stands, by which a list's order means something or not.
    """
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, Mapping):
        return {key: normal(item, key) for key, item in value.items()}
    if isinstance(value, list | tuple):
        items = [normal(item) for item in value]
        return items if name in ORDERED else sorted(items, key=_json)
    return _short(value) if isinstance(value, Decimal) else value


def _json(value: Any) -> str:  # noqa: ANN401 (plain data)
    """JSON with its keys in order; days and numbers with decimals stand as texts."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


class _Shape:
    """Gives the counted part of models, in the languages of the agreement."""

    def __init__(self, laji: str, languages: Sequence[str]) -> None:
        self._laji = laji
        self._languages = languages

    def items(self, models: Iterable[Malli]) -> list[Data]:
        """The counted parts of several models, in the order of their identifiers."""
        return sorted((self.part(item) for item in models), key=lambda item: item["tunnus"])

    def part(self, model: Malli) -> Data:
        """The fields of a model that count and hold something."""
        values = {
            name: self._value(getattr(model, name), name)
            for name in counted(type(model), self._laji)
        }
        return {key: value for key, value in values.items() if value not in (None, "", [], {})}

    def _value(self, value: Any, name: str) -> Any:  # noqa: ANN401 (whatever a field holds)
        if isinstance(value, Kielitekstit):
            return _text(value, self._languages)
        if isinstance(value, Malli):
            return self.part(value)
        if isinstance(value, tuple):
            items = [self._value(item, "") for item in value]
            return items if name in ORDERED else sorted(items, key=_json)
        if isinstance(value, Mapping):
            return {key: value[key] for key in sorted(value)}
        return _clean(value) if isinstance(value, str) else value


def _plain(value: Any) -> Any:  # noqa: ANN401 (whatever a field holds)
    if isinstance(value, Malli):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(value[key]) for key in sorted(value)}
    return _short(value) if isinstance(value, Decimal) else value


def _short(number: Decimal) -> Decimal | int:
    """A number as a person writes it: 3, not 3.0."""
    return int(number) if number == number.to_integral_value() else number.normalize()


def _told(value: Any) -> Any:  # noqa: ANN401 (plain data)
    """Data as a file holds it: a model of the content takes no day, only its text."""
    if isinstance(value, Mapping):
        return {key: _told(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_told(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def _clean(text: str) -> str:
    """A text without what only its lay-out in the file says."""
    if not _LAID_OUT.search(text) and unicodedata.is_normalized("NFC", text):
        return text
    lines = (
        _SPACES.sub(" ", line).strip() for line in unicodedata.normalize("NFC", text).split("\n")
    )
    return "\n".join(line for line in lines if line)


def _text(text: Kielitekstit, languages: Sequence[str]) -> str | Data | None:
    """The text in the agreement's languages; plain where they have but one."""
    found = _in_languages(text, languages)
    if len(set(found.values())) == 1 and len(found) == len(languages):
        return next(iter(found.values()))
    return found or None


def _in_languages(text: Kielitekstit, languages: Sequence[str]) -> dict[str, str]:
    told = {language: getattr(text, language) for language in languages}
    return {language: _clean(value) for language, value in told.items() if value}


def _clauses(
    library: Lausekekirjasto | None, agreement: Sopimus, languages: Sequence[str]
) -> Iterator[Data]:
    """The model clauses that stand in the agreement, with the wording of its first day."""
    replaced = {item.lauseke for item in agreement.lausekemuutokset if item.toimi == "korvaa"}
    gone = removed(library, agreement)
    on = (agreement.voimassa.alkaen if agreement.voimassa else None) or FIRST_DAY
    for clause in library.lausekkeet if library else ():
        if clause.tunnus not in gone:
            is_replaced = clause.tunnus in replaced
            yield _clause(clause, wording(clause.versiot, on), languages, replaced=is_replaced)


def _clause(
    clause: Mallilauseke, version: Lausekeversio, languages: Sequence[str], *, replaced: bool
) -> Data:
    paragraphs = () if replaced else version.kappaleet
    found: Data = {
        "tunnus": clause.tunnus,
        "otsikko": _in_languages(version.otsikko, languages),
        "kappaleet": [part for item in paragraphs if (part := _paragraph(item, languages))],
        "taulukko": version.taulukko,
    }
    return {key: value for key, value in found.items() if value}


def _paragraph(part: Kappale, languages: Sequence[str]) -> Data:
    listed: list[Data] = [
        {**_in_languages(item, languages), **({"jos": item.jos} if item.jos else {})}
        for item in part.luettelo
    ]
    found = {**_in_languages(part, languages), "luettelo": listed, "jos": part.jos}
    return {key: value for key, value in found.items() if value}


def _amended(agreement: Sopimus, versions: Versions) -> dict[str, str]:
    """The fingerprints of the two versions between which an amending agreement stands."""
    target = agreement.muuttaa
    if agreement.laji != AMENDING or target is None:
        return {}
    known = (
        (item, versions.get((target.sopimus, item))) for item in (target.versiosta, target.versioon)
    )
    return {name: version.sormenjalki for name, version in known if version}


def _staff(alue: Alue, agreement: Sopimus) -> list[Henkilostorivi]:
    """The staff that is assigned to the agreement's group."""
    group, alone = group_of(alue, agreement), len(alue.johtoryhmat) == 1
    return [
        row
        for row in alue.henkilosto
        if group and (row.johtoryhma == group.tunnus or (row.johtoryhma is None and alone))
    ]


def _offices(alue: Alue, agreement: Sopimus) -> list[Toimipiste]:
    """The offices where that staff works, and those of the territory where nobody's staff does."""
    own = {row.toimipiste for row in _staff(alue, agreement)}
    taken = {row.toimipiste for row in alue.henkilosto} - own
    group = group_of(alue, agreement)
    towns = group.toimialue.kunnat if group and group.toimialue else None
    return [
        office
        for office in alue.toimipisteet
        if office.tunnus in own
        or (office.tunnus not in taken and (towns == "kaikki" or office.kunta in (towns or ())))
    ]


def _sizing(alue: Alue, agreement: Sopimus) -> Mitoitus | None:
    """The region's basis of sizing, which is printed where the group has none of its own."""
    if "mitoitus" not in counted(Alue, agreement.laji):
        return None
    group = group_of(alue, agreement)
    return None if group and group.mitoitus else alue.mitoitus


def _youth(
    alue: Alue, agreement: Sopimus, library: Lausekekirjasto | None
) -> list[NuortenYhteispalvelu]:
    """The services of the authorities that are parties; none where their clause is removed."""
    gone = removed(library, agreement)
    if agreement.laji == TYM and YOUTH in gone:  # the clause has the name of that agreement
        return []
    parties = set(agreement.osapuolet)
    return [
        item
        for item in alue.nuorten_yhteispalvelu
        if not item.tyovoimaviranomaiset or parties.intersection(item.tyovoimaviranomaiset)
    ]

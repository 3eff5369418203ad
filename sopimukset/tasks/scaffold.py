"""A new region out of the national register: what is known is written, the rest stays open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from sopimukset import register
from sopimukset.base.files import write_whole
from sopimukset.base.periods import last_day_of_years
from sopimukset.base.speech import SWEDISH, language, mark, say
from sopimukset.base.words import nearest
from sopimukset.findings import Finding
from sopimukset.model import MUOTO, Alue
from sopimukset.register import Hyvinvointialue, Tyollisyysalue
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.terms import TERM_YEARS
from sopimukset.workspace.locate import RECORD, REGIONS, WorkspaceError, find_root, region_names
from sopimukset.workspace.record import parse_record

HELSINKI = "helsinki"
"""The city has a county's tasks: one legal person in two roles (615/2021 2 § 2 mom)."""
COUNTY_PARTY, KELA_PARTY, ONE_GROUP = "hva", "kela", "tym"

TAKEN = "Tiedosto {tiedosto} on jo olemassa, eikä sitä korvata. Muokkaa sitä."

_HEAD = """\
# yaml-language-server: $schema=../../schemas/alue.schema.json
#
# {nimi}
# Lähde: Tilastokeskus, kuntaluokitukset 2026 (CC BY 4.0). Työvoimaviranomaisten oikeushenkilöt on
# koottu muista lähteistä, ja kunta on kirjattu perusmuodossa: tarkista viralliset nimet.
#
# Seuraavaksi: kirjaa neuvottelut, johtoryhmät, henkilöstö ja sopimukset. Puuttuvat tiedot kertoo
#   sopimukset check {alue}
# Kun tiedot on kirjattu, vaihda vaiheeksi vahvistettu.
"""
_GRADES = {
    "B-": mark("tarkista nimi: rekisterissä on vain yksi heikko lähde"),
    "C": mark("tarkista nimi: rekisterissä ei ole lähdettä"),
}


class Groups(Enum):
    """Which groups are sketched."""

    NONE = "none"
    ONE = "one"
    PER_AREA = "per-area"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user may choose of a new region.

    Attributes:
        languages: of the documents, the original one first; empty for the county's own.
        term_start: the first day of the groups' first term; the last one follows from it.
    """

    groups: Groups = Groups.NONE
    languages: tuple[str, ...] = ()
    term_start: date | None = None
    illustrative: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A region of the register.

    Attributes:
        exists: whether the workspace has it; None outside a workspace.
    """

    key: str
    name: str
    exists: bool | None


def listed(folder: Path) -> list[Listed]:
    """All regions of the register, in its order."""
    try:
        known: list[str] | None = region_names(find_root(folder))
    except WorkspaceError:
        known = None
    counties = register.load().hyvinvointialueet.values()
    return [
        Listed(county.avain, _own_name(county), None if known is None else county.avain in known)
        for county in counties
    ]


def county_named(key: str) -> Hyvinvointialue:
    """The county of a key, or of a name as a person types it (`Päijät-Häme`).

    Raises:
        RefusedError: the register doesn't know it; the nearest one is suggested.
    """
    counties = register.load().hyvinvointialueet
    known = {name: county for county in counties.values() for name in _names(county)}
    found = known.get(_plain(key))
    if found is not None:
        return found
    meant = nearest(key, counties)
    hint = (
        say("Tarkoititko: {meant}?").format(meant=meant)
        if meant
        else say("Luettelo alueista: sopimukset new --list")
    )
    message = say("Aluetta {alue} ei ole kansallisessa rekisterissä.").format(alue=key)
    raise RefusedError(f"{message} {hint}")


def _names(county: Hyvinvointialue) -> tuple[str, ...]:
    """What a county may be called by, in plain letters."""
    return _plain(county.avain), _plain(county.nimi_fi), _plain(county.nimi_sv)


def _plain(name: str) -> str:
    """A name in small letters without accents, as the keys are written."""
    return name.strip().casefold().translate(str.maketrans("åäö", "aao"))


def default_languages(county: Hyvinvointialue) -> tuple[str, ...]:
    """The county's own languages (423/2003 6 §)."""
    return ("fi", "sv") if county.kaksikielinen else ("fi",)


def target_of(folder: Path, county: Hyvinvointialue) -> Path:
    """The file that a new region goes to.

    Raises:
        WorkspaceError: there is no workspace.
        RefusedError: the file exists already; it is never overwritten.
    """
    root = find_root(folder)
    path = root / REGIONS / county.avain / RECORD
    if path.exists() or path.is_symlink():
        name = path.relative_to(root).as_posix()
        raise RefusedError(say(TAKEN).format(tiedosto=name))
    return path


def create_region(folder: Path, county: Hyvinvointialue, wishes: Wishes) -> Path:
    """Write a new region's file and return its path.

    Raises:
        WorkspaceError: there is no workspace.
        RefusedError: the file exists already.
        OutsideFailure: it can't be written; nothing is left behind.
    """
    path = target_of(folder, county)
    text = region_text(county, wishes)
    made = not path.parent.exists()
    try:
        with writing(FILE, path, mark("Tarkista työtilan kansion oikeudet.")):
            write_whole(path, text.encode())
    except BaseException:
        if made and path.parent.is_dir():
            path.parent.rmdir()
        raise
    return path


def region_text(county: Hyvinvointialue, wishes: Wishes) -> str:
    """The new file's text, which was read again and fits the model.

    Raises:
        ValueError: it would not (a fault of the program).
    """
    from sopimukset.formats.yaml import dump

    name = _own_name(county)
    parts = [say(_HEAD).format(nimi=name, alue=county.avain) + dump(_head(county, wishes))]
    parts += [dump(section) for section in _sections(county, wishes)]
    text = "\n".join(parts)
    _verify(county.avain, text)
    return text


def _own_name(county: Hyvinvointialue) -> str:
    """The county's name for the reader: Swedish or, as it has no English one, Finnish."""
    return county.nimi_sv if language() == SWEDISH else county.nimi_fi


def _verify(key: str, text: str) -> None:
    record = parse_record(key, f"{REGIONS}/{key}/{RECORD}", text.encode(), Alue)
    if record.model is None:
        raise ValueError(f"the new region can't be read again: {_messages(record.findings)}")


def _messages(findings: tuple[Finding, ...]) -> str:
    return " ".join(item.message for item in findings)


def _head(county: Hyvinvointialue, wishes: Wishes) -> dict[str, Any]:
    head = {"muoto": MUOTO, "alue": county.avain, "vaihe": "valmisteilla"}
    example = {"kuvitteellinen": True} if wishes.illustrative else {}
    return {**head, **example, "kielet": _inline_list(_languages(county, wishes))}


def _languages(county: Hyvinvointialue, wishes: Wishes) -> tuple[str, ...]:
    return wishes.languages or default_languages(county)


def _sections(county: Hyvinvointialue, wishes: Wishes) -> Iterator[dict[str, Any]]:
    languages = _languages(county, wishes)
    areas = [register.load().tyollisyysalueet[key] for key in county.tyollisyysalueet]
    parties = [_authority(area, county, languages) for area in areas]
    own = {"tunnus": COUNTY_PARTY, "rooli": "hyvinvointialue", "hyvinvointialue": county.avain}
    name = _text(county.nimi_fi, county.nimi_sv, languages)
    parties += [{**own, "oikeushenkilo": name}, {"tunnus": KELA_PARTY, "rooli": "kela"}]
    yield {"osapuolet": parties}
    if wishes.groups is not Groups.NONE:
        yield {"johtoryhmat": [_group(*item, wishes) for item in _territories(county, wishes)]}


def _authority(
    area: Tyollisyysalue, county: Hyvinvointialue, languages: tuple[str, ...]
) -> dict[str, Any]:
    """An authority as a party, with remarks on what the register is not sure of."""
    from ruamel.yaml.comments import CommentedMap

    party = CommentedMap(
        {"tunnus": area.avain, "rooli": "tyovoimaviranomainen", "tyollisyysalue": area.avain}
    )
    remarks = list(_remarks(area, county))
    if remarks:
        party.yaml_add_eol_comment("; ".join(remarks), "tyollisyysalue")
    if area.oikeushenkilo is not None:
        party["oikeushenkilo"] = _legal_person(area, county, languages)
    if area.oikeushenkilo is not None and not area.oikeushenkilo_vahvistettu:
        party["oikeushenkilo_vahvistettu"] = False
        party.yaml_add_eol_comment(say(_GRADES[area.luokka]), "oikeushenkilo_vahvistettu")
    return party


def _remarks(area: Tyollisyysalue, county: Hyvinvointialue) -> Iterator[str]:
    others = [key for key in area.hyvinvointialueet if key != county.avain]
    if others:
        yield say("myös hyvinvointialueella: {alueet}").format(alueet=", ".join(others))
    if area.oikeushenkilo is None:
        yield say("lisää oikeushenkilo: nimi puuttuu rekisteristä")


def _legal_person(
    area: Tyollisyysalue, county: Hyvinvointialue, languages: tuple[str, ...]
) -> str | dict[str, str]:
    name = area.oikeushenkilo or ""
    if county.avain == HELSINKI:
        return _text(county.nimi_fi, county.nimi_sv, languages)
    kunta = register.load().kunta_named(name)
    return _text(name, kunta.nimi_sv if kunta else name, languages)


def _text(finnish: str, swedish: str, languages: tuple[str, ...]) -> str | dict[str, str]:
    """A name in the region's languages: plain where one text does for all of them."""
    names = {"fi": finnish, "sv": swedish}
    wanted = {language: names[language] for language in languages}
    if len(set(wanted.values())) == 1:
        return next(iter(wanted.values()))
    return _inline(wanted)


def _territories(
    county: Hyvinvointialue, wishes: Wishes
) -> list[tuple[str, str | tuple[str, ...]]]:
    """The groups by `tunnus`, each with its territory."""
    if wishes.groups is Groups.ONE or len(county.tyollisyysalueet) == 1:
        return [(ONE_GROUP, "kaikki")]
    known = register.load()
    return [(key, known.area_municipalities(key, county.avain)) for key in county.tyollisyysalueet]


def _group(tunnus: str, territory: str | tuple[str, ...], wishes: Wishes) -> dict[str, Any]:
    kunnat = territory if isinstance(territory, str) else _inline_list(territory)
    group: dict[str, Any] = {"tunnus": tunnus, "toimialue": _inline({"kunnat": kunnat})}
    start = wishes.term_start
    if start is not None:
        end = last_day_of_years(start, TERM_YEARS)
        term = {"tunnus": f"k{start.year}", "alkaen": start, "paattyen": end}
        group["toimikaudet"] = [_inline(term)]
    return group


def _inline(data: dict[str, Any]) -> dict[str, Any]:
    from ruamel.yaml.comments import CommentedMap

    found = CommentedMap(data)
    found.fa.set_flow_style()
    return found


def _inline_list(items: tuple[str, ...]) -> list[str]:
    from ruamel.yaml.comments import CommentedSeq

    found = CommentedSeq(items)
    found.fa.set_flow_style()
    return found

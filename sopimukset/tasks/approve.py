"""Approving: a party's decision or signature is written down, with what exactly it was about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sopimukset import register
from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.formats.yaml import Document
from sopimukset.formats.yaml.append import append
from sopimukset.formats.yaml.edit import EditError
from sopimukset.git import Repository
from sopimukset.git.commits import Place, place_of, save
from sopimukset.law.approved import APPROVALS, SIGNATURES, approved_contents
from sopimukset.model import Allekirjoitus, Alue, Hyvaksynta, Sopimus, Versio
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.refused import HeldBackError, RefusedError
from sopimukset.tasks.repository import repository_of
from sopimukset.tasks.versions import (
    Chosen,
    change_lines,
    chosen_agreement,
    is_sound,
    version_file,
)
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.moved import moved
from sopimukset.tracking.party_names import names_with_keys, recorded_name
from sopimukset.workspace.locate import WorkspaceError, chosen, find_root
from sopimukset.workspace.record import parse_record
from sopimukset.workspace.workspace import read_region

UNREADABLE = "Aluetta {alue} ei voi lukea."
NO_VERSION = "Sopimuksesta {sopimus} ei ole tehty versiota {versio}."
NO_VERSIONS = "Tee versio ensin: sopimukset release {alue} {sopimus} {versio}"
BROKEN_VERSION = "Version {versio} tiedostoa ei voi lukea, tai sen sisältöä on muutettu."
RESTORE = "Palauta tiedosto versionhallinnasta: {tiedosto}"
UNKNOWN_PARTY = "Osapuolta {osapuoli} ei ole alueen tiedoissa."
STRANGE_PARTY = "{osapuoli} ei ole sopimuksen {sopimus} osapuoli. Osapuolet: {osapuolet}."
AGAIN = mark("Osapuolen {osapuoli} hyväksyntä versiolle {versio} on jo kirjattu.")
SIGNED = mark("Osapuolen {osapuoli} allekirjoitus versiolle {versio} on jo kirjattu.")
MOVED = mark(
    "Tiedot ovat muuttuneet version {versio} jälkeen, joten hyväksyntää ei kirjattu. Muuttunut:"
)
MOVED_UNSIGNED = mark(
    "Tiedot ovat muuttuneet version {versio} jälkeen, joten allekirjoitusta ei kirjattu. Muuttunut:"
)
NO_PLACE = "Kirjauksen paikka tiedostossa {tiedosto} ei ole yksiselitteinen: {syy}."
BY_HAND = "Kirjaa itse sopimukselle {sopimus}, kohtaan {luettelo}:"
UNSAVED = "Tiedostossa {tiedosto} on tallentamattomia muutoksia, joten sitä ei tallennettu."
SAVE_FIRST = "Tallenna ne ensin, tai kirjaa ilman valitsinta --commit."
CHANGED = "Tiedosto {tiedosto} muuttui kirjaamisen aikana, joten sitä ei kirjoitettu."
TRY_AGAIN = "Tallenna tiedosto muissa ohjelmissa ja yritä uudelleen."
DISK = mark("Tarkista kansion oikeudet ja levytila.")

APPROVED = mark("{alue}: {osapuoli} on hyväksynyt sopimuksen {sopimus} version {versio}")
CONDITIONAL = mark(
    "{alue}: {osapuoli} on hyväksynyt ehdollisesti sopimuksen {sopimus} version {versio}"
)
UNDERSIGNED = mark("{alue}: {osapuoli} on allekirjoittanut sopimuksen {sopimus} version {versio}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is to be written down.

    Attributes:
        party: the party that has decided.
        entry: the keys of an approval or a signature besides party, version and fingerprint.
        signature: whether it is a signature.
        commit: whether the file is saved in the repository too.
    """

    region: str
    agreement: str
    party: str
    version: str
    entry: dict[str, Any]
    signature: bool = False
    commit: bool = False

    @property
    def list_name(self) -> str:
        """The list that it belongs in."""
        return SIGNATURES if self.signature else APPROVALS

    def message(self, party: str) -> str:
        """What happened, in words; the party by its name."""
        text = UNDERSIGNED if self.signature else CONDITIONAL if self.conditional else APPROVED
        return say(text).format(
            alue=self.region, osapuoli=party, sopimus=self.agreement, versio=self.version
        )

    @property
    def conditional(self) -> bool:
        """Whether the approval has a condition."""
        return bool(self.entry.get("ehto"))


@dataclass(frozen=True, slots=True)
class Approved:
    """What was written.

    Attributes:
        told: what happened, in words.
        file: the region's file.
        waiting: the parties that have not yet done the same for this version, nor for an amending
            agreement that leads to it.
        conditional: the parties that have approved it only with a condition. These two are names,
            each with what `--party` takes.
        commit: the commit's id, "" where the file was only written.
    """

    told: str
    file: str
    waiting: tuple[str, ...]
    conditional: tuple[str, ...]
    commit: str


def approve(folder: Path, wish: Wish) -> Approved:
    """Write down an approval or a signature of a version.

    Raises:
        WorkspaceError: no workspace, region, agreement, version, or repository for the commit.
        RefusedError: the party is unknown, not a party, or has done it already.
        HeldBackError: the content has moved since the version, or the file has no plain place.
        OutsideFailure: git refuses, or the file can't be written.
    """
    root = find_root(folder)
    (name,) = chosen(root, (wish.region,))
    region = read_region(root, name)
    if region.alue is None or region.record.document is None:
        raise HeldBackError(
            say(UNREADABLE).format(alue=name), [item.message for item in region.form_findings]
        )
    case = chosen_agreement(root, region, region.alue, wish.agreement)
    version = _version(case, wish)
    _may(case.alue, case.agreement, wish)
    _unmoved(case, version, wish)
    after = _edited(case, region.record.document, wish, version)
    file = region.record.file
    told = _told(case, wish)
    commit = _saved(root, file, (region.record.document, after), wish, told)
    waiting, conditional = (_names(case.alue, item) for item in _waiting(case, version, wish))
    return Approved(told, file, waiting, conditional, commit)


def _told(case: Chosen, wish: Wish) -> str:
    [party] = [item for item in case.alue.osapuolet if item.tunnus == wish.party]
    return wish.message(recorded_name(case.alue, party, register.load()))


def _names(alue: Alue, parties: Iterable[str]) -> tuple[str, ...]:
    return tuple(names_with_keys(alue, parties, register.load()))


def _version(case: Chosen, wish: Wish) -> Versio:
    file = version_file(wish.region, wish.agreement, wish.version)
    version = case.versions.get((wish.agreement, wish.version))
    if version is not None and is_sound(version):
        return version
    if version is not None or any(item.file == file for item in case.region.versions):
        told = say(BROKEN_VERSION).format(versio=wish.version)
        raise HeldBackError(told, [say(RESTORE).format(tiedosto=file)])
    known = [item.versio for item in case.released]
    values = {"alue": wish.region, "sopimus": wish.agreement, "versio": wish.version}
    raise WorkspaceError(
        say(NO_VERSION).format(**values),
        say("Versiot: {versiot}").format(versiot=", ".join(known))
        if known
        else say(NO_VERSIONS).format(**values),
    )


def _may(alue: Alue, agreement: Sopimus, wish: Wish) -> None:
    """Make sure that the party is one, and has not done it before.

    A conditional approval may be followed by one without a condition.

    Raises:
        RefusedError: it isn't, or has.
    """
    known = [item.tunnus for item in alue.osapuolet]
    if wish.party not in known:
        meant = nearest(wish.party, known)
        hint = (
            say("Tarkoititko: {meant}?").format(meant=meant)
            if meant
            else say("Sopimuksen osapuolet: {osapuolet}.").format(
                osapuolet=", ".join(_names(alue, agreement.osapuolet))
            )
        )
        raise RefusedError(f"{say(UNKNOWN_PARTY).format(osapuoli=wish.party)} {hint}".rstrip())
    values = {"osapuoli": wish.party, "sopimus": wish.agreement, "versio": wish.version}
    if wish.party not in agreement.osapuolet:
        told = ", ".join(_names(alue, agreement.osapuolet))
        raise RefusedError(say(STRANGE_PARTY).format(osapuolet=told, **values))
    if any(_same(item, wish) for item in _entries(agreement, wish)):
        raise RefusedError(say(SIGNED if wish.signature else AGAIN).format(**values))


def _entries(agreement: Sopimus, wish: Wish) -> Sequence[Hyvaksynta | Allekirjoitus]:
    return agreement.allekirjoitukset if wish.signature else agreement.hyvaksynnat


def _same(item: Hyvaksynta | Allekirjoitus, wish: Wish) -> bool:
    fulfilled = _conditional(item) and not wish.conditional
    return item.osapuoli == wish.party and item.versio == wish.version and not fulfilled


def _conditional(item: Hyvaksynta | Allekirjoitus) -> bool:
    return isinstance(item, Hyvaksynta) and item.ehto is not None


def _unmoved(case: Chosen, version: Versio, wish: Wish) -> None:
    """Make sure that what is approved is what stands in the record.

    Raises:
        HeldBackError: it isn't.
    """
    now = case.content()
    changes = moved(version.sisalto, now) if now else []
    if now is None or changes:
        told = say(MOVED_UNSIGNED if wish.signature else MOVED).format(versio=version.versio)
        raise HeldBackError(told, change_lines(changes))


def _edited(case: Chosen, document: Document, wish: Wish, version: Versio) -> Document:
    """The region's file with the entry, the rest as it was."""
    first = {"osapuoli": wish.party}
    last = {"versio": wish.version, "sormenjalki": version.sormenjalki}
    item = {**first, **{key: value for key, value in wish.entry.items() if value}, **last}
    path = ("sopimukset", case.index, wish.list_name)
    keys = list(Sopimus.model_fields)
    before = keys[: keys.index(wish.list_name)]
    try:
        after = append(document, path, item, (*reversed(before), *keys))
    except EditError as error:
        record = case.region.record.file
        told = say(NO_PLACE).format(tiedosto=record, syy=say(str(error)))
        place = say(BY_HAND).format(sopimus=wish.agreement, luettelo=wish.list_name)
        lines = [f"  {key}: {value}" for key, value in item.items()]
        raise HeldBackError(told, [place, *lines]) from error
    read = parse_record(wish.region, case.region.record.file, after.text.encode(), Alue)
    if read.model is None:
        raise HeldBackError(read.findings[0].message)
    return after


def _saved(
    root: Path, file: str, documents: tuple[Document, Document], wish: Wish, told: str
) -> str:
    """Write the file, and commit it alone where that is wished; the commit's id, else ""."""
    before, after = documents
    content = after.text.encode()
    if wish.commit:
        with repository_of(root) as repository:
            place = _ready(repository, file)
            _as_read(root / file, before)
            with writing(FILE, file, DISK):
                return save(repository, place, file, content, f"{told}\n")
    _as_read(root / file, before)
    with writing(FILE, file, DISK):
        write_whole((root / file).resolve(), content)  # a link stays one
    return ""


def _ready(repository: Repository, file: str) -> Place:
    """Where the commit goes; refused where the file holds more than what is saved.

    Raises:
        HeldBackError: it does.
    """
    place = place_of(repository)
    if repository.changed_since(place.head, file):
        raise HeldBackError(say(UNSAVED).format(tiedosto=file), [say(SAVE_FIRST)])
    return place


def _as_read(path: Path, document: Document) -> None:
    """Make sure that nobody has written the file meanwhile.

    Raises:
        OutsideFailure: somebody has.
    """
    if path.read_bytes() != document.source:
        raise OutsideFailure(say(CHANGED).format(tiedosto=path.name), say(TRY_AGAIN))


def _waiting(case: Chosen, version: Versio, wish: Wish) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The parties that haven't done the same, and those that have with a condition only."""
    agreement = case.agreement
    entries = [item for item in _entries(agreement, wish) if item.versio == wish.version]
    contents = approved_contents(case.alue, agreement, case.versions, wish.list_name)
    firm = {party for party, known in contents.items() if version.sormenjalki in known}
    firm |= {item.osapuoli or "" for item in entries if not _conditional(item)}
    given = {item.osapuoli or "" for item in entries if _conditional(item)}
    (given if wish.conditional else firm).add(wish.party)
    lacking = [item for item in agreement.osapuolet if item not in firm]
    return (
        tuple(item for item in lacking if item not in given),
        tuple(item for item in lacking if item in given),
    )


def approval(
    *,
    body: str | None,
    day: date,
    section: int | None,
    case_number: str | None,
    condition: str | None,
    appeal_ends: date | None,
    final_on: date | None,
) -> dict[str, Any]:
    """The keys of an approval, in the model's order."""
    return {
        "tekija": body,
        "pvm": day,
        "pykala": section,
        "asiatunnus": case_number,
        "ehto": condition,
        "muutoksenhaku_paattyy": appeal_ends,
        "lainvoimainen": final_on,
    }


def signature(*, title: str | None, day: date, method: str | None) -> dict[str, Any]:
    """The keys of a signature, in the model's order. A name is never asked for."""
    return {"nimike": title, "pvm": day, "tapa": method}

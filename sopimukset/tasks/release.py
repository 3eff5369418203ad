"""Releasing: a version of an agreement is frozen, so that the parties can approve one and the same.

Its documents are made, the content that counts is written down with its fingerprint, and that one
file is saved as one commit with a tag. All of it happens, or nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopimukset import register
from sopimukset.base.files import write_undoably
from sopimukset.base.speech import mark, say
from sopimukset.documents.build import Draft, build, gap_lines, prepare
from sopimukset.documents.kinds import BY_NAME
from sopimukset.documents.provenance import examine
from sopimukset.findings import Finding, Severity
from sopimukset.formats.word import LayoutError
from sopimukset.formats.yaml import dump
from sopimukset.git import Repository
from sopimukset.git.commits import Place, Tag, has_tag, place_of, save
from sopimukset.law.approved import number_of
from sopimukset.law.rules import t14, t16
from sopimukset.model import Asiakirja, Sisalto, Versio
from sopimukset.tasks.judging import Checked, check
from sopimukset.tasks.orders import Files, Manner, order_of, template_of
from sopimukset.tasks.refused import HeldBackError, RefusedError
from sopimukset.tasks.repository import repository_of
from sopimukset.tasks.version_papers import subject_at, unapproved
from sopimukset.tasks.versions import (
    NUMBER,
    Chosen,
    change_lines,
    chosen_agreement,
    is_sound,
    tag_of,
    version_file,
)
from sopimukset.tasks.writing import FILE, writing
from sopimukset.tracking.fingerprints import fingerprint, plain
from sopimukset.tracking.moved import moved
from sopimukset.tracking.party_names import names_with_keys
from sopimukset.workspace.locate import REGIONS
from sopimukset.workspace.persons import Persons
from sopimukset.workspace.templates import TEMPLATES

HEAD = (
    mark("Sopimuksen {sopimus} versio {versio}. Ohjelma on kirjoittanut tämän, eikä tätä muokata."),
    mark("Hyväksynnät viittaavat sormenjälkeen, joka lasketaan kohdasta sisalto."),
)
SCHEMA = "# yaml-language-server: $schema=../../../schemas/versio.schema.json\n#\n"

ILL_FORMED = "Versio {versio} ei kelpaa: kirjoita numeroita ja pisteitä, esimerkiksi 1.0."
TAKEN = "Versio {versio} on jo tehty sopimuksesta {sopimus}. Anna uusi numero."
TOO_SMALL = "Uusin versio on {uusin}. Anna sitä suurempi numero."
NO_VERSIONS = "Asiakirjatyypistä {laji} ei tehdä versioita: se on yhden osapuolen ilmoitus."
NOT_MADE = "Versiota {versio} sopimuksesta {sopimus} ei tehty."
SAME = "Sisältö on sama kuin versiossa {versio}. Hyväksynnät koskevat sitä."
UNSAVED = "Tallentamaton muutos: {tiedosto}"
NO_DOCUMENT = "Sopimuksesta ei voi tehdä asiakirjaa: tarkista sen johtoryhmä ja osapuolet."
NO_LAYOUT = "Asiakirjatyypillä {laji} ei ole pohjaa tällä kielellä: {kieli}."
IN_PREPARATION = "Alueen vaihe on valmisteilla."
EDITED = "Samanniminen asiakirja on jo olemassa, ja sitä on muokattu: {tiedosto}"
DISK = mark("Tarkista kansion oikeudet ja levytila.")

MESSAGE = mark("{alue}: sopimuksen {sopimus} versio {versio} hyväksyttäväksi")
CHANGED = mark("Muuttunut versiosta {versio}:")
FIRST = mark("Sopimuksen ensimmäinen versio.")
PRINT = mark("Sormenjälki: {sormenjalki}")


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be released.

    Attributes:
        version: its number, as it was typed.
        out: where the documents go.
    """

    region: str
    agreement: str
    version: str
    out: Path


@dataclass(frozen=True, slots=True)
class Release:
    """A version, frozen or about to be.

    Attributes:
        file: the version's file, from the workspace's root.
        documents: the documents' paths and bytes.
        former: the number of the version before, "" for the first.
        changes: what moved since that one, a line each.
        place: the branch that it goes to.
        parties: who may approve it: names, each with what `approve --party` takes.
        commit: the commit's id; "" where nothing was written.
    """

    wish: Wish
    version: Versio
    file: str
    documents: tuple[tuple[Path, bytes], ...]
    former: str
    changes: tuple[str, ...]
    tag: str
    place: Place
    parties: tuple[str, ...]
    commit: str = ""

    @property
    def message(self) -> str:
        """What the commit and the tag say, in words."""
        wish = self.wish
        title = say(MESSAGE).format(
            alue=wish.region, sopimus=wish.agreement, versio=self.version.versio
        )
        since = say(CHANGED).format(versio=self.former) if self.former else say(FIRST)
        lines = [f"- {line}" for line in self.changes]
        told = say(PRINT).format(sormenjalki=self.version.sormenjalki)
        return "\n".join([title, "", since, *lines, "", told, ""])


def release(folder: Path, wish: Wish, as_of: date, *, write: bool) -> Release:
    """Freeze a version of an agreement.

    Args:
        folder: where to look for the workspace.
        wish: what is to be frozen.
        as_of: the day of the release.
        write: whether to write; without it nothing is touched.

    Raises:
        WorkspaceError: no workspace, region, agreement, repository or history.
        RefusedError: the number is ill-formed or taken, or the kind has no versions.
        HeldBackError: something in the record or the folder stands in the way.
        OutsideFailure: git refuses, or a file can't be written.
    """
    if not NUMBER.fullmatch(wish.version):
        raise RefusedError(say(ILL_FORMED).format(versio=wish.version))
    checked = check(folder, (wish.region,), as_of)
    region = next(item for item in checked.regions if item.name == wish.region)
    if region.alue is None:
        raise _held(wish, checked.told(checked.findings))
    chosen = chosen_agreement(checked.root, region, region.alue, wish.agreement)
    with repository_of(checked.root) as repository:
        place = place_of(repository)
        made = _worked_out(chosen, wish, checked, repository, place)
        return _written(made, repository) if write else made


def _worked_out(
    chosen: Chosen, wish: Wish, checked: Checked, repository: Repository, place: Place
) -> Release:
    """Everything that is to be written, in memory."""
    tag = tag_of(chosen.alue.alue, wish.agreement, wish.version)
    file = version_file(wish.region, wish.agreement, wish.version)
    content = chosen.content()
    if content is None:
        raise RefusedError(say(NO_VERSIONS).format(laji=chosen.agreement.laji))
    saved = repository.content(place.head, file) is not None
    begun = None if saved else _begun(chosen.released, wish, content)
    released = [item for item in chosen.released if item is not begun]
    _free(chosen, wish, released, taken=has_tag(repository, tag) or saved)
    folders = (f"{REGIONS}/{wish.region}", f"{TEMPLATES}/{chosen.agreement.laji}")
    changed = repository.changed_since(place.head, *folders)
    if unsaved := sorted(changed - {file} if begun else changed):
        files = map(chosen.region.persons.file, unsaved)
        raise _held(wish, (say(UNSAVED).format(tiedosto=file) for file in files))
    if blocking := [item for item in checked.findings if binds(item, wish.agreement)]:
        raise _held(wish, checked.told(blocking))
    former = released[-1] if released else None
    if former and former.sormenjalki == fingerprint(content):
        raise _held(wish, [say(SAME).format(versio=former.versio)])
    documents = tuple(_documents(chosen, wish))
    version = _version(wish, checked.as_of, content, documents)
    changes = change_lines(moved(former.sisalto, content)) if former else []
    name = former.versio if former else ""
    parties = names_with_keys(chosen.alue, chosen.agreement.osapuolet, register.load())
    return Release(wish, version, file, documents, name, tuple(changes), tag, place, tuple(parties))


def _begun(released: Iterable[Versio], wish: Wish, content: Sisalto) -> Versio | None:
    """The version that a release was writing when it was killed: a file that no commit holds.

    It has the content that is released now. A file with another content is somebody's own and
    stands in the way.
    """
    mark = fingerprint(content)
    own = (item for item in released if item.versio == wish.version)
    return next((item for item in own if item.sormenjalki == mark and is_sound(item)), None)


def _free(chosen: Chosen, wish: Wish, released: Sequence[Versio], *, taken: bool) -> None:
    """Make sure that the number is free and comes after the others.

    Raises:
        RefusedError: it is not, or doesn't.
    """
    file = chosen.root / version_file(wish.region, wish.agreement, wish.version)
    if taken or (file.exists() and len(released) == len(chosen.released)):
        raise RefusedError(say(TAKEN).format(versio=wish.version, sopimus=wish.agreement))
    newest = released[-1].versio if released else None
    if newest is not None and number_of(wish.version) <= number_of(newest):
        raise RefusedError(say(TOO_SMALL).format(uusin=newest))


def binds(finding: Finding, agreement: str) -> bool:
    """Whether a finding stands in the way of a release.

    An acknowledged one does where a statute demands the thing (spec, idea 11). What tells of
    earlier approvals doesn't: the new version mends it. Nor does another agreement's amendment
    that waits for this version.
    """
    if finding.severity is not Severity.ERROR or (finding.acknowledged and not finding.citation):
        return False
    own = finding.path.startswith(f"sopimukset[{agreement}]")
    return finding.code != t14.RULE.code and (own or finding.code != t16.RULE.code)


def _documents(chosen: Chosen, wish: Wish) -> Iterator[tuple[Path, bytes]]:
    """The agreement in each of the region's languages, final.

    Raises:
        HeldBackError: it can't be made, or would be a draft.
    """
    laji = chosen.agreement.laji
    files, kind = Files(chosen.region), BY_NAME.get(laji)
    template = template_of(chosen.root, kind) if kind else None
    source = unapproved(files.source, chosen.index)
    own = subject_at(kind.subjects(source) if kind else (), chosen.index)
    if template is None or own is None:
        raise _held(wish, [say(NO_DOCUMENT)])
    for language in chosen.alue.kielet:
        if template.folder.layout(language) is None or template.folder.library is None:
            raise _held(wish, [say(NO_LAYOUT).format(laji=laji, kieli=language)])
        frozen = replace(own, version=wish.version)
        order = order_of(files, template, frozen, language, Manner())
        try:
            yield _document(prepare(order, register.load()), wish, chosen.region.persons)
        except LayoutError as error:
            raise _held(wish, [str(error)]) from error


def _document(draft: Draft, wish: Wish, persons: Persons) -> tuple[Path, bytes]:
    target = wish.out / wish.region / draft.order.file_name
    if draft.is_draft:
        in_preparation = draft.order.subject.alue.vaihe != "vahvistettu"
        lacking = map(persons.told, gap_lines(draft))
        raise _held(wish, [*lacking, *([say(IN_PREPARATION)] if in_preparation else [])])
    if target.is_file() and not examine(target.read_bytes()).untouched:
        raise _held(wish, [say(EDITED).format(tiedosto=target.as_posix())])
    return target, build(draft).content


def _version(
    wish: Wish, as_of: date, content: Sisalto, documents: Sequence[tuple[Path, bytes]]
) -> Versio:
    return Versio(
        muoto=1,
        sopimus=wish.agreement,
        versio=wish.version,
        julkaistu=as_of,
        sormenjalki=fingerprint(content),
        asiakirjat=tuple(
            Asiakirja(tiedosto=path.name, tiiviste=hashlib.sha256(made).hexdigest())
            for path, made in documents
        ),
        sisalto=content,
    )


def text_of(version: Versio) -> bytes:
    """A version's file."""
    told = (say(line).format(sopimus=version.sopimus, versio=version.versio) for line in HEAD)
    head = "".join(f"# {line}\n" for line in told)
    return f"{SCHEMA}{head}{dump(plain(version))}".encode()


def _written(made: Release, repository: Repository) -> Release:
    """Write it all, or nothing."""
    with ExitStack() as undo:
        for path, content in made.documents:
            with writing(FILE, path.as_posix(), DISK):
                write_undoably(path, content, undo)
        with writing(FILE, made.file, DISK):
            commit = save(
                repository,
                made.place,
                made.file,
                text_of(made.version),
                made.message,
                Tag(made.tag, made.message),
            )
        undo.pop_all()
    return replace(made, commit=commit)


def _held(wish: Wish, reasons: Iterable[str]) -> HeldBackError:
    told = say(NOT_MADE).format(versio=wish.version, sopimus=wish.agreement)
    return HeldBackError(told, tuple(reasons))

"""An agreement of a region, made from its files with the templates of a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sopimukset import register
from sopimukset.base.speech import mark, say
from sopimukset.base.words import listed_keys, nearest
from sopimukset.documents import (
    agreement,
    amendment,
    cooperation,
    setter_agreement,
    youth_agreement,
)
from sopimukset.documents.build import Draft, Order, build, prepare
from sopimukset.documents.subject import Kind, Subject
from sopimukset.formats.word import LayoutError
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.orders import Files, Manner, order_of, template_of
from sopimukset.workspace.locate import WorkspaceError

AGREEMENTS: tuple[Kind[Any], ...] = (
    agreement.KIND,
    setter_agreement.KIND,
    youth_agreement.KIND,
    cooperation.KIND,
    amendment.KIND,
)
"""The kinds that parties write and sign."""

NO_AGREEMENT = mark("Alueen {alue} tiedoissa ei ole sopimusta {sopimus}.")
NO_AGREEMENT_AT = mark("Alueen {alue} tiedoissa ei ole versiossa {versio} sopimusta {sopimus}.")
NO_AGREEMENTS = mark("Alueen tiedoissa ei ole yhtään sopimusta.")
KNOWN = mark("Sopimukset: {sopimukset}")
MEANT = mark("Tarkoititko: {meant}?")
NO_LAYOUT = mark("Sopimuksella ei ole pohjaa tällä kielellä: {kieli}.")
BROKEN = mark("Asiakirjapohjaa {pohja} ei voi käyttää: {syy}")
LINT = mark("Tarkasta pohja: sopimukset templates lint")


@dataclass(frozen=True, slots=True)
class Chosen:
    """An agreement of a region.

    Attributes:
        files: the region's files, of the disk or of a revision.
    """

    files: Files
    kind: Kind[Any]
    subject: Subject


def choose(files: Files, name: str, revision: str = "") -> Chosen:
    """The agreement of that name.

    Args:
        files: the region's files.
        name: its `tunnus`, after its kind and `/` where two kinds have one of that name.
        revision: the one that the files are of, "" for those on disk.

    Raises:
        WorkspaceError: there is none; those that there are are named.
    """
    found = [
        Chosen(files, kind, subject)
        for kind in AGREEMENTS
        for subject in kind.subjects(files.source)
    ]
    for item in found:
        if name in (item.subject.tunnus, f"{item.kind.laji}/{item.subject.tunnus}"):
            return item
    sentence = say(NO_AGREEMENT_AT if revision else NO_AGREEMENT)
    message = sentence.format(alue=files.name, sopimus=name, versio=revision)
    recorded = {item.tunnus for item in files.source.alue.sopimukset}
    known = [_called(item, recorded) for item in found]
    if not known:
        raise WorkspaceError(message, say(NO_AGREEMENTS))
    meant = nearest(name, known)
    hint = f" {say(MEANT).format(meant=meant)}" if meant else ""
    raise WorkspaceError(f"{message}{hint}", say(KNOWN).format(sopimukset=listed_keys(known)))


def _called(item: Chosen, recorded: set[str]) -> str:
    """What an agreement is asked for by; one that stands in no list of agreements by its kind."""
    own = item.subject.tunnus
    return own if own in recorded else f"{item.kind.laji}/{own}"


def drafted(chosen: Chosen, templates: Path, language: str, *, errors: bool) -> Draft:
    """The agreement's facts and clauses, before it is rendered.

    Args:
        chosen: the agreement.
        templates: a workspace's folder, whose own templates go before the shipped ones.
        language: of the document.
        errors: whether the check has found errors in the region.

    Raises:
        WorkspaceError: there is no layout in the language.
        OutsideFailure: the template is broken.
    """
    order = _order(chosen, templates, language, errors=errors)
    try:
        return prepare(order, register.load())
    except LayoutError as error:
        raise _broken(order, error) from error


def rendered(draft: Draft) -> bytes:
    """The bytes of the agreement's Word file.

    Raises:
        OutsideFailure: the template is broken.
    """
    try:
        return build(draft).content
    except LayoutError as error:
        raise _broken(draft.order, error) from error


def _order(chosen: Chosen, templates: Path, language: str, *, errors: bool) -> Order:
    template = template_of(templates, chosen.kind)
    manner = Manner(errors=errors)
    try:
        if template is None:
            raise ValueError("no template")
        return order_of(chosen.files, template, chosen.subject, language, manner)
    except ValueError as error:
        message = say(NO_LAYOUT).format(kieli=language)
        raise WorkspaceError(f"{chosen.kind.laji}: {message}", say(LINT)) from error


def _broken(order: Order, error: LayoutError) -> OutsideFailure:
    name = f"{order.kind.laji}/{order.layout.name}"
    return OutsideFailure(say(BROKEN).format(pohja=name, syy=error), say(LINT))

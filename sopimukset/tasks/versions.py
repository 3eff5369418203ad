"""What releasing and approving have in common: the agreement that is meant, its versions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sopimukset.base.speech import say
from sopimukset.base.words import nearest
from sopimukset.git import Repository
from sopimukset.git.commits import has_tag
from sopimukset.law.approved import number_of
from sopimukset.model import Alue, Sisalto, Sopimus, Versio
from sopimukset.tracking.fingerprints import Versions, content, fingerprint
from sopimukset.tracking.moved import Moved
from sopimukset.workspace.locate import REGIONS, WorkspaceError
from sopimukset.workspace.templates import library_of
from sopimukset.workspace.workspace import VERSIONS, Region

NUMBER = re.compile(r"[0-9]{1,4}(\.[0-9]{1,4}){0,3}")
"""A version's number."""

SHOWN = 12
"""How many changes a list names; the rest is counted."""

NO_AGREEMENT = "Alueella {alue} ei ole sopimusta {sopimus}."
NO_AGREEMENTS = "Alueelle {alue} ei ole kirjattu yhtään sopimusta."


@dataclass(frozen=True, slots=True)
class Chosen:
    """One agreement of a region.

    Attributes:
        root: the workspace.
        index: the agreement's place in `sopimukset`.
    """

    root: Path
    region: Region
    alue: Alue
    index: int

    @property
    def agreement(self) -> Sopimus:
        """The agreement."""
        return self.alue.sopimukset[self.index]

    @property
    def versions(self) -> Versions:
        """The region's released versions, by agreement and number."""
        models = [item.model for item in self.region.versions if item.model is not None]
        return {(item.sopimus, item.versio): item for item in models}

    @property
    def released(self) -> list[Versio]:
        """The agreement's released versions, the newest last."""
        own = [item for item in self.versions.values() if item.sopimus == self.agreement.tunnus]
        return sorted(own, key=lambda item: number_of(item.versio))

    def content(self) -> Sisalto | None:
        """What of the agreement counts in an approval, as it stands now.

        Raises:
            OSError: the model clauses can't be read.
        """
        library = library_of(self.root, self.agreement.laji)
        return content(self.alue, self.agreement, library, self.versions)


def chosen_agreement(root: Path, region: Region, alue: Alue, tunnus: str) -> Chosen:
    """The agreement of that identifier.

    Raises:
        WorkspaceError: the region has none such; the nearest one is suggested.
    """
    known = [item.tunnus for item in alue.sopimukset]
    if tunnus in known:
        return Chosen(root, region, alue, known.index(tunnus))
    if not known:
        raise WorkspaceError(
            say(NO_AGREEMENTS).format(alue=region.name),
            say("Kirjaa sopimus kohtaan sopimukset."),
        )
    meant = nearest(tunnus, known)
    raise WorkspaceError(
        say(NO_AGREEMENT).format(alue=region.name, sopimus=tunnus),
        say("Tarkoititko: {meant}?").format(meant=meant)
        if meant
        else say("Sopimukset: {sopimukset}").format(sopimukset=", ".join(known)),
    )


def version_file(region: str, agreement: str, number: str) -> str:
    """The file of a version, from the workspace's root, with `/`."""
    return f"{REGIONS}/{region}/{VERSIONS}/{agreement}-{number}.yaml"


def tag_of(key: str, agreement: str, number: str) -> str:
    """The tag that `release` gives to a version.

    Args:
        key: the region's key (`alue`).
        agreement: its identifier.
        number: the version's.
    """
    return f"{key}/{agreement}/{number}"


def own_versions(repository: Repository, key: str, agreement: str, text: str) -> str:
    """A range `A..B` whose ends that are numbers of the agreement's versions are their tags.

    Args:
        repository: opened at the workspace.
        key: the region's key (`alue`).
        agreement: its identifier.
        text: the range, as it was given.

    Raises:
        GitFailed: git fails.
    """
    own = (tag_of(key, agreement.rpartition("/")[2], end) for end in text.split(".."))
    ends = zip(text.split(".."), own, strict=True)
    return "..".join(
        tag if NUMBER.fullmatch(e) and has_tag(repository, tag) else e for e, tag in ends
    )


def is_sound(version: Versio) -> bool:
    """Whether a version's content is the one that was released."""
    return fingerprint(version.sisalto) == version.sormenjalki


def change_lines(changes: Sequence[Moved]) -> list[str]:
    """What moved, a line each; after the first ones the rest is counted."""
    lines = [item.told for item in changes[:SHOWN]]
    rest = len(changes) - SHOWN
    return [*lines, say("ja {maara} muuta").format(maara=rest)] if rest > 0 else lines

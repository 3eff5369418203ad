"""What git refuses, in Finnish: a revision that isn't there, or git itself failing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sopimukset.base.speech import mark, say

DEEPEN = mark(
    "Hae koko historia: git fetch --unshallow --tags (CI:ssä fetch-depth: 0 tai GIT_DEPTH: 0)."
)


class GitError(Exception):
    """Something that git was asked for could not be had.

    Attributes:
        message: a sentence in the language of the run.
        advice: what to do.
    """

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice


class NoRevision(GitError):  # noqa: N818 (nothing failed)
    """There is no such revision, or no history at all: nothing to compare with (exit code 3)."""


class GitFailed(GitError):  # noqa: N818 (its base has the suffix)
    """git is missing, refuses the repository or fails otherwise (exit code 4)."""


def no_repository(folder: Path) -> NoRevision:
    """The folder lies in no repository."""
    return NoRevision(
        say("Kansio {kansio} ei ole versionhallinnassa (git).").format(kansio=folder),
        say("Ota versionhallinta käyttöön: git init. Muut komennot toimivat ilmankin."),
    )


def no_history() -> NoRevision:
    """The repository has no commit yet."""
    return NoRevision(
        say("Repositoriossa ei ole vielä yhtään tallennettua versiota (commit)."),
        say("Tallenna ensimmäinen versio: git commit"),
    )


def no_revision(text: str, *, shallow: bool, meant: Sequence[str] = ()) -> NoRevision:
    """No commit has that name; in a shallow clone it may only lie beyond the border.

    Args:
        text: the name as it was given.
        shallow: whether only a part of the history was fetched.
        meant: tags that end with the name: those of agreements' versions end with their numbers.
    """
    given = text or say("(tyhjä)")
    if shallow:
        return NoRevision(say(BEYOND).format(versio=given), say(DEEPEN))
    if meant:
        return NoRevision(
            say("Versiota {versio} ei löydy.").format(versio=given),
            say("Tarkoititko: {meant}?").format(meant=", ".join(meant)),
        )
    return NoRevision(
        say("Versiota {versio} ei löydy.").format(versio=given),
        say(
            "Anna haara, tunniste tai commit, esimerkiksi origin/main, "
            "paijat-hame/tym-sopimus/1.0 tai HEAD~3."
        ),
    )


DAMAGED = mark(
    "Tarkista repositorio: git fsck. Palauta objekti toisesta kloonista. Jos klooni on osittainen "
    "(git clone --filter), kloonaa kaikki."
)
BEYOND = "Versiota {versio} ei löydy: repositoriosta on haettu vain osa historiasta."


def dashed(text: str) -> NoRevision:
    """What begins with a dash is an option that slipped in, never a revision."""
    return NoRevision(
        say("Versio {versio} alkaa viivalla, joten se ei ole version nimi.").format(versio=text),
        say("Anna haara, tunniste tai commit, esimerkiksi HEAD~1."),
    )


def git_missing() -> GitFailed:
    """There is no git on the machine."""
    return GitFailed(
        say("Ohjelmaa git ei löydy koneesta."),
        say("Asenna git (https://git-scm.com). Historiaa ei voi lukea ilman sitä."),
    )


def bare(folder: Path) -> GitFailed:
    """A bare repository has no files to work on."""
    return GitFailed(
        say("Repositoriossa {kansio} ei ole työkansiota (bare).").format(kansio=folder),
        say("Kloonaa repositorio (git clone) ja anna komento kloonin kansiossa."),
    )


def too_shallow() -> NoRevision:
    """A part of the history was left out, so no answer about the past would be whole."""
    return NoRevision(
        say("Repositoriosta on haettu vain osa historiasta, joten historia jäisi vajaaksi."),
        say(DEEPEN),
    )


def nothing_yet(text: str, *, shallow: bool) -> NoRevision:
    """Nothing had been saved by the day; in a shallow clone it may lie beyond the border."""
    return NoRevision(
        say("Päivään {paiva} mennessä ei ole tallennettu yhtään versiota.").format(paiva=text),
        say(DEEPEN) if shallow else say("Anna myöhempi päivä."),
    )


def damaged(identifier: str) -> GitFailed:
    """An object that the history names can't be read."""
    return GitFailed(
        say("Repositoriosta ei voi lukea objektia {objekti}.").format(objekti=identifier),
        say(DAMAGED),
    )


def refused(folder: Path, words: str) -> GitFailed:
    """What git says for itself, its best-known refusal explained.

    Args:
        folder: the workspace.
        words: git's standard error, in English.
    """
    if "dubious ownership" in words:
        return GitFailed(
            say("git ei luota kansioon {kansio}, koska sen omistaa toinen käyttäjä.").format(
                kansio=folder
            ),
            say("Jos luotat siihen: git config --global --add safe.directory {kansio}").format(
                kansio=folder
            ),
        )
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    told = next((line for line in lines if line.startswith(("fatal:", "error:"))), "")
    told = told or (lines[-1] if lines else say("ei mitään"))
    return GitFailed(say("git ei onnistunut."), say("git sanoo: {viesti}").format(viesti=told))

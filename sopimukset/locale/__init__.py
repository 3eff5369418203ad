"""The languages of the command line, and the catalogues that hold their words.

Catalogues lie as `<language>/LC_MESSAGES/<name>.mo`, compiled from the `.po` beside them by
`tools/compile_catalogues.py`. `sopimukset` holds our own messages, whose source is Finnish;
`click` the words that click itself says, whose source is English. A language is added by adding
its folder and its key to `LANGUAGES`. The terms of all languages are in `glossary.csv`.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

DEFAULT = "fi"
LANGUAGES = (DEFAULT, "sv", "en")
"""The languages that the program speaks, the default one first."""

VARIABLE = "SOPIMUKSET_LANG"
"""The environment variable that names the language where no option does."""

_NATIVE = {"sopimukset": DEFAULT, "click": "en"}
"""The language in which the source of a catalogue is written; that one needs no catalogue."""

_FOLDER = Path(__file__).parent
_DOMAIN = "messages"
"""gettext's default text domain: click looks its words up there."""

_find_translation = gettext.translation


@cache
def catalogue(name: str, language: str) -> gettext.GNUTranslations:
    """The words of one catalogue in a language.

    Raises:
        FileNotFoundError: there is no such catalogue.
    """
    path = _FOLDER / language / "LC_MESSAGES" / f"{name}.mo"
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def speak(language: str) -> None:
    """Let the whole process speak a language of `LANGUAGES`, our messages and click's.

    A catalogue is read when it is first asked for something.

    Raises:
        KeyError: it is no such language.
    """
    from sopimukset.base import speech

    if language not in LANGUAGES:
        raise KeyError(language)
    speak_click(None if language == _NATIVE["click"] else language)
    if language == _NATIVE["sopimukset"]:
        speech.speak(language)
    else:
        speech.speak(language, translator(language))


def wanted_language(arguments: Sequence[str]) -> str:
    """The language that `--lang` before the verb asks for, else the environment, else Finnish.

    What names no language of ours counts as Finnish here: the command line complains of it.
    """
    asked = _option(arguments) or os.environ.get(VARIABLE) or DEFAULT
    return asked if asked in LANGUAGES else DEFAULT


def _option(arguments: Sequence[str]) -> str:
    for number, item in enumerate(arguments):
        if item.startswith("--lang="):
            return item.removeprefix("--lang=")
        if item == "--lang":
            return "".join(arguments[number + 1 : number + 2])
    return ""


@cache
def translator(language: str) -> Callable[[str], str]:
    """Gives our own Finnish words in a language of `LANGUAGES`, whatever the process speaks."""
    if language == _NATIVE["sopimukset"]:
        return str  # as it stands

    def translate(text: str) -> str:
        """The text in the language; one without a translation stays Finnish."""
        # an empty text is the name of the catalogue's head
        return catalogue("sopimukset", language).gettext(text) if text else text

    return translate


def values_in(text: str, language: str) -> list[tuple[int, int]]:
    """Where in what was said the values stand that one of our messages was filled with.

    Of several messages that fit, the one with the most words of its own is taken for it. Where none
    fits the whole text is a value.

    Args:
        text: a message with its values.
        language: the one of `LANGUAGES` in which it was said.
    """
    whole, parted = _messages(language)
    if text in whole:
        return []
    for parts in parted:
        if text.startswith(parts[0]) and text.endswith(parts[-1]):
            found = re.fullmatch("(.*?)".join(map(re.escape, parts)), text, re.DOTALL)
            if found:
                spans = [found.span(at) for at in range(1, len(parts))]
                return [span for span in spans if text[slice(*span)] not in whole]
    return [(0, len(text))]


@cache
def _messages(language: str) -> tuple[frozenset[str], list[list[str]]]:
    """Our messages: those that take no values, and the others' parts, the longest first."""
    native = language == _NATIVE["sopimukset"]
    # gettext's reader has no name of its own for all that it holds
    held = vars(catalogue("sopimukset", LANGUAGES[1] if native else language))["_catalog"]
    texts = {text for text in (held if native else held.values()) if isinstance(text, str)}
    parted = [_VALUE.split(text) for text in texts]
    worth = [parts for parts in parted if len(parts) > 1 and any(map(str.isalpha, "".join(parts)))]
    whole = frozenset(parts[0] for parts in parted if len(parts) == 1)
    return whole, sorted(worth, key=lambda parts: (-sum(map(len, parts)), parts))


_VALUE = re.compile(r"\{[^{}]*\}")


def speak_click(language: str | None = DEFAULT) -> None:
    """Let click speak a language of `LANGUAGES` in this process; None lets it speak English.

    gettext chooses a language by environment variables, and what is set there reaches every
    program that we start (git, LibreOffice). So its search for a catalogue is answered here, for
    the default domain only; the catalogue is read when click first says something.
    """

    def translation(domain: str, *rest: Any, **options: Any) -> gettext.NullTranslations:  # noqa: ANN401
        """Our catalogue for click's domain; for any other what gettext itself finds."""
        if domain == _DOMAIN and language is not None:
            return catalogue("click", language)
        found: gettext.NullTranslations = _find_translation(domain, *rest, **options)
        return found

    gettext.translation = translation  # type: ignore[assignment]

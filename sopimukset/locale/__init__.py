"""The languages of the command line, and the catalogues that hold their words.

Catalogues lie as `<language>/LC_MESSAGES/<name>.mo`, compiled from the `.po` beside them by
`tools/compile_catalogues.py`. `click` is the one of the words that click itself says; a language
is added by adding its folder and its key to `LANGUAGES`.
"""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path
from typing import Any

DEFAULT = "fi"
LANGUAGES = (DEFAULT,)
"""Languages that have all catalogues, the default one first."""

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


def speak_click(language: str | None = DEFAULT) -> None:
    """Let click speak a language of `LANGUAGES` in this process; None lets it speak English.

    gettext chooses a language by environment variables, and what is set there reaches every
    program that we start (git, LibreOffice). So its search for a catalogue is answered here, for
    the default domain only; the catalogue is read when click first says something.
    """

    def translation(domain: str, *rest: Any, **options: Any) -> gettext.NullTranslations:  # noqa: ANN401
        if domain == _DOMAIN and language is not None:
            return catalogue("click", language)
        found: gettext.NullTranslations = _find_translation(domain, *rest, **options)
        return found

    gettext.translation = translation  # type: ignore[assignment]

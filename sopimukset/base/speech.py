"""The language in which the program speaks; set once, at the door.

Messages are written in Finnish where they arise, and `say` gives them in the language that was
chosen. Rooms on every line may speak, so the choice lies here, and the catalogues above
(`sopimukset.locale`). Until a door chooses, everything is said in Finnish as it stands.
"""

from __future__ import annotations

from collections.abc import Callable

FINNISH, SWEDISH, ENGLISH = "fi", "sv", "en"

Translate = Callable[[str], str]


def _as_it_stands(text: str) -> str:
    return text


_translate: Translate = _as_it_stands
_language = FINNISH


def speak(language: str = FINNISH, translate: Translate = _as_it_stands) -> None:
    """Choose the language of this process and what translates a Finnish text into it."""
    global _translate, _language
    _translate, _language = translate, language


def say(text: str) -> str:
    """A Finnish text in the chosen language; itself where the language has no other.

    A text with places for values is said before they are filled: `say(GAP).format(aika=…)`.
    """
    return _translate(text)


def mark(text: str) -> str:
    """The text as it is: tells the extraction of messages that `say` meets it later."""
    return text


def language() -> str:
    """The chosen language: `fi`, `sv` or `en`."""
    return _language

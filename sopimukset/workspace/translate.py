"""What the model's refusals mean, in the words of the person who typed the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sopimukset.base.speech import say
from sopimukset.base.words import listed_keys, nearest
from sopimukset.model import Malli
from sopimukset.model.paths import shown_key
from sopimukset.model.structure import field_at, fields_at

Details = Mapping[str, Any]
UNKNOWN_KEY = "M05"
MISSING = "M06"
VALUE = "M07"
DAY = "M08"
FORMAT_VERSION = "M09"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A refusal in Finnish.

    Attributes:
        code: M05–M09.
        path: the place in the data.
        message: what is wrong.
        advice: what to do.
        at_key: whether the key is what is wrong, not its value.
    """

    code: str
    path: tuple[str | int, ...]
    message: str
    advice: str
    at_key: bool = False


def refusals(root: type[Malli], data: Any, errors: Sequence[Details]) -> list[Refusal]:  # noqa: ANN401
    """Every pydantic error as a refusal, each place once."""
    found = (_refusal(root, data, error) for error in errors)
    by_place = {(item.path, item.code): item for item in found}
    return list(by_place.values())


def _refusal(root: type[Malli], data: Any, error: Details) -> Refusal:  # noqa: ANN401
    path = data_path(data, error["loc"])
    kind = str(error["type"])
    if kind == "extra_forbidden":
        return _unknown_key(root, path)
    if kind == "missing":
        return _missing(root, path)
    if path == ("muoto",):
        return Refusal(
            FORMAT_VERSION,
            path,
            say("Muodon versiota {annettu} ei tunneta.").format(annettu=_word(error["input"])),
            say(
                "Kirjaa muoto: 1. Jos tiedosto on tehty uudemmalla ohjelmalla, päivitä sopimukset."
            ),
        )
    if kind in ("paiva", "paiva_suomalainen"):
        return _day(path, kind, error)
    if error.get("input", "") is None:
        return Refusal(
            VALUE,
            path,
            say("Avaimella {avain} ei ole arvoa.").format(avain=_key(path)),
            say("Kirjaa arvo, tai poista avain, jos tietoa ei vielä ole."),
            at_key=True,
        )
    return _value(root, path, kind, error)


def data_path(data: Any, location: Sequence[str | int]) -> tuple[str | int, ...]:  # noqa: ANN401
    """Pydantic's location without the names of union branches, which are not in the file."""
    path: list[str | int] = []
    here = data
    for position, step in enumerate(location):
        last = position == len(location) - 1
        if isinstance(here, dict) and (step in here or (last and isinstance(step, str))):
            if step == "[key]":
                continue
            path.append(step)
            here = here.get(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            path.append(step)
            here = here[step]
    return tuple(path)


def _unknown_key(root: type[Malli], path: tuple[str | int, ...]) -> Refusal:
    known = fields_at(root, path[:-1])
    meant = nearest(str(path[-1]), known)
    advice = (
        say("Tarkoititko avainta {meant}?").format(meant=meant)
        if meant
        else say("Tässä kohdassa tunnetaan avaimet {avaimet}.").format(
            avaimet=listed_keys(sorted(known))
        )
    )
    return Refusal(
        UNKNOWN_KEY,
        path,
        say("Avainta {avain} ei tunneta.").format(avain=shown_key(str(path[-1]))),
        advice,
        at_key=True,
    )


def _missing(root: type[Malli], path: tuple[str | int, ...]) -> Refusal:
    field = field_at(root, path)
    choices = f" ({listed_keys(field.choices, 'tai')})" if field and field.choices else ""
    return Refusal(
        MISSING,
        path[:-1],
        say("Pakollinen avain {avain} puuttuu.").format(avain=path[-1]),
        say("Lisää avain {avain}.").format(avain=f"{path[-1]}{choices}"),
    )


def _day(path: tuple[str | int, ...], kind: str, error: Details) -> Refusal:
    context = error["ctx"]
    if kind == "paiva_suomalainen":
        return Refusal(
            DAY,
            path,
            say("Päivä {annettu} on kirjoitettu suomalaisittain.").format(
                annettu=context["annettu"]
            ),
            say("Kirjoita päivä muodossa vuosi-kuukausi-päivä: {iso}.").format(iso=context["iso"]),
        )
    return Refusal(
        DAY,
        path,
        say("Arvo {annettu} ei ole päivä.").format(annettu=_word(error["input"])),
        say("Kirjoita päivä muodossa vuosi-kuukausi-päivä, esimerkiksi 2026-03-01."),
    )


def _value(root: type[Malli], path: tuple[str | int, ...], kind: str, error: Details) -> Refusal:
    translate = VALUE_MESSAGES.get(kind, _generic)
    message, advice = translate(error.get("ctx", {}), error["input"])
    field = field_at(root, path)
    if kind == "literal_error" and field and field.choices:
        meant = nearest(str(error["input"]), field.choices)
        advice = say("Tarkoititko: {meant}?").format(meant=meant) + " " if meant else ""
        advice += say("Sallitut arvot: {arvot}.").format(arvot=", ".join(field.choices))
    # not str.format: the value that a message shows may hold braces of its own
    text = say(message).replace("{avain}", _key(path)).replace("{raja}", _bound(error))
    return Refusal(VALUE, path, text.replace("{arvo}", _word(error["input"])), say(advice))


def _bound(error: Details) -> str:
    """The limit that a number went over, "" where there is none."""
    context = error.get("ctx", {})
    return str(next((context[key] for key in ("ge", "gt", "le", "lt") if key in context), ""))


def _word(value: Any) -> str:  # noqa: ANN401
    """The value where it looks like a word of the record; a name that someone typed is hidden."""
    text = _shown(value)
    return text if _WORD.fullmatch(text) else "•••"


def _key(path: Sequence[str | int]) -> str:
    """The last key on the path; an item is spoken of by its list's key."""
    named = (shown_key(step) for step in reversed(path) if isinstance(step, str))
    return next(named, say("tiedosto"))


def _shown(value: Any) -> str:  # noqa: ANN401
    """The value as a message may show it: short, and never a whole structure."""
    if isinstance(value, dict):
        return say("(rakenne)")
    if isinstance(value, list):
        return say("(luettelo)")
    text = (
        {True: "true", False: "false", None: say("(tyhjä)")}.get(value) if _plain(value) else None
    )
    text = str(value) if text is None else text
    return text if len(text) <= 40 else f"{text[:39]}…"


def _plain(value: Any) -> bool:  # noqa: ANN401
    return value is None or isinstance(value, bool)


_WORD = re.compile(r"\(\w+\)|[a-zåäö0-9][a-zåäö0-9.:-]*")

Message = Callable[[Details, Any], tuple[str, str]]


def _said(message: str, advice: str) -> Message:
    """The same message whatever the value is."""

    def say(_context: Details, _value: Any) -> tuple[str, str]:  # noqa: ANN401
        """The message, and what to do."""
        return message, advice

    return say


def _generic(_context: Details, _value: Any) -> tuple[str, str]:  # noqa: ANN401
    return "Avaimen {avain} arvo ei kelpaa tähän kohtaan.", "Tarkista arvo: sopimukset explain M07."


_EMPTY = (
    "Avaimella {avain} on tyhjä teksti.",
    "Kirjaa teksti, tai poista avain, jos tietoa ei vielä ole.",
)


def _pattern(context: Details, _value: Any) -> tuple[str, str]:  # noqa: ANN401
    if context["pattern"] == r"\S":  # nothing but spaces
        return _EMPTY
    if r"\d?" in context["pattern"] or r"2[0-3]" in context["pattern"]:
        return (
            "Avaimen {avain} arvo {arvo} ei ole kellonaika.",
            'Kirjoita kellonaika pisteellä ja lainausmerkeissä, esimerkiksi "9.00".',
        )
    return (
        "Avaimen {avain} arvo ei kelpaa tunnukseksi.",  # someone may have typed a person's name
        "Tunnuksessa on pieniä kirjaimia a–z, numeroita ja yksittäisiä yhdysmerkkejä, "
        "esimerkiksi kela-1. Ääkkösiä ja välilyöntejä ei käytetä.",
    )


_TEXT = _said(
    "Avaimen {avain} arvon on oltava tekstiä.",
    "Kirjoita teksti. Jos arvo on pelkkiä numeroita, pane se lainausmerkkeihin.",
)
_NUMBER = _said(
    "Avaimen {avain} arvon on oltava luku.",
    "Kirjoita luku ilman yksikköä, desimaalierottimena piste: 8.5.",
)
_WHOLE = _said("Avaimen {avain} arvon on oltava kokonaisluku.", "Kirjoita luku ilman yksikköä.")
_LIST = _said(
    "Avaimen {avain} arvon on oltava luettelo.",
    "Kirjoita kohdat omille riveilleen väliviivalla (- kohta) tai hakasulkeisiin [a, b].",
)
_MAPPING = _said(
    "Avaimen {avain} kohdalla on oltava avaimia ja arvoja.",
    "Kirjoita avain ja arvo, esimerkiksi tunnus: tym.",
)

VALUE_MESSAGES: dict[str, Message] = {
    "string_type": _TEXT,
    "string_sub_type": _TEXT,
    "string_unicode": _TEXT,
    "string_too_short": _said(*_EMPTY),
    "string_too_long": _said("Avaimen {avain} teksti on liian pitkä.", "Lyhennä tekstiä."),
    "string_pattern_mismatch": _pattern,
    "int_type": _WHOLE,
    "int_parsing": _WHOLE,
    "int_parsing_size": _WHOLE,
    "int_from_float": _WHOLE,
    "decimal_type": _NUMBER,
    "decimal_parsing": _NUMBER,
    "is_instance_of": _NUMBER,
    "finite_number": _NUMBER,
    "decimal_max_digits": _said("Avaimen {avain} luku on liian pitkä.", "Tarkista luku."),
    "decimal_max_places": _said("Avaimen {avain} luvussa on liikaa desimaaleja.", "Pyöristä luku."),
    "decimal_whole_digits": _said("Avaimen {avain} luku on liian suuri.", "Tarkista luku."),
    "greater_than_equal": _said(
        "Avaimen {avain} arvon on oltava vähintään {raja}.", "Tarkista luku."
    ),
    "greater_than": _said(
        "Avaimen {avain} arvon on oltava suurempi kuin {raja}.", "Tarkista luku."
    ),
    "less_than_equal": _said("Avaimen {avain} arvon on oltava enintään {raja}.", "Tarkista luku."),
    "less_than": _said("Avaimen {avain} arvon on oltava pienempi kuin {raja}.", "Tarkista luku."),
    "bool_type": _said(
        "Avaimen {avain} arvon on oltava true tai false.", "Kirjoita true (kyllä) tai false (ei)."
    ),
    "bool_parsing": _said(
        "Avaimen {avain} arvon on oltava true tai false.", "Kirjoita true (kyllä) tai false (ei)."
    ),
    "literal_error": _said("Arvo {arvo} ei kelpaa avaimelle {avain}.", ""),
    "tuple_type": _LIST,
    "list_type": _LIST,
    "too_short": _said("Avaimen {avain} luettelo on liian lyhyt.", "Lisää kohtia."),
    "too_long": _said("Avaimen {avain} luettelo on liian pitkä.", "Poista kohtia."),
    "dict_type": _MAPPING,
    "mapping_type": _MAPPING,
    "model_type": _MAPPING,
    "model_attributes_type": _MAPPING,
    "model_key_type": _said("Avaimen on oltava tekstiä.", "Kirjoita avain kirjaimin."),
    "invalid_key": _said("Avaimen on oltava tekstiä.", "Kirjoita avain kirjaimin."),
    "union_tag_invalid": _generic,
    "union_tag_not_found": _generic,
    "none_required": _said("Avaimella {avain} ei voi olla arvoa.", "Poista arvo."),
    "recursion_loop": _generic,
}
"""The refusals that the model can give, by pydantic's error type. A test walks all types."""

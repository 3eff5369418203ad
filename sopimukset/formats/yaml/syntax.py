"""libyaml's errors in Finnish: what a person did, where it began, what to do about it.

libyaml points to where it gave up. The cause often lies earlier: a quote that was never closed, a
colon without a space. So each error is traced back in the text before it is put into words.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from sopimukset.base.speech import mark, say
from sopimukset.formats.yaml.failure import (
    Failure,
    closing_bracket,
    glued_colon,
    glued_dash,
    missing_space,
)
from sopimukset.formats.yaml.faults import Fault


def explain(failure: Failure) -> Fault:
    """The failure as a fault in Finnish, at the place of its cause."""
    for find_cause in (_unclosed_quote, _missing_space, _unclosed_bracket):
        fault = find_cause(failure)
        if fault:
            return fault
    for beginning, translate in _BY_PROBLEM:
        if failure.problem.startswith(beginning):
            return translate(failure)
    for word, translate in _BY_CONTEXT:
        if word in failure.context or word in failure.problem:
            return translate(failure)
    return _unknown(failure)


def _fault(start: int, end: int, message: str, hint: str) -> Fault:
    return Fault(start, max(end, start + 1), "syntaksi", message, hint)


def _unclosed_quote(failure: Failure) -> Fault | None:
    """A quote that runs to the end of the file, or on to the next quote some lines below."""
    text, start = failure.text, None
    if (
        ("quoted scalar" in failure.context and "end of stream" in failure.problem)
        or ("quoted scalar" in failure.context and "document indicator" in failure.problem)
        or (
            "simple key" in failure.context
            and text[failure.start : failure.start + 1] in ('"', "'")
        )
    ):
        start = failure.start
    elif failure.scalar and failure.scalar[2] in ('"', "'"):
        begin, end, _ = failure.scalar
        runs_on = "\n" in text[begin:end] or "\r" in text[begin:end]
        if runs_on and end <= failure.at and not set("\r\n") & set(text[end : failure.at]):
            start = begin
    if start is None:
        return None
    return _fault(
        start,
        start + 1,
        "Lainausmerkki avataan tässä, mutta sitä ei suljeta.",
        say("Lisää sulkeva lainausmerkki ({merkki}) tekstin loppuun.").format(merkki=text[start]),
    )


def _missing_space(failure: Failure) -> Fault | None:
    """A colon or a dash that is glued to what follows, as in ``tunnus:lahti``."""
    for place in failure.suspect_places():
        start, end = failure.content(place)
        colon, dash = glued_colon(failure.text[start:end]), glued_dash(failure.text[start:end])
        if dash is not None:
            return _fault(
                start + dash,
                start + dash + 1,
                "Luettelon viivan jälkeen puuttuu välilyönti.",
                "Kirjoita viivan ja tekstin väliin välilyönti: - …",
            )
        if colon is not None:
            return missing_space(start + colon)
    return None


def _unclosed_bracket(failure: Failure) -> Fault | None:
    """A flow collection whose closing bracket is missing."""
    opening = failure.bracket
    if failure.in_flow:
        opening = failure.start
    if opening is None or "quoted scalar" in failure.context:
        return None
    mismatched = failure.in_flow and failure.sign in ("]", "}")
    if mismatched and _is_extra(failure, opening):
        return _extra_bracket(failure)
    if (
        not mismatched
        and closing_bracket(failure.text, opening) is not None
        and not _outdented(failure, opening)
    ):
        return None
    message, closing = _BRACKETS.get(failure.text[opening : opening + 1], (_BRACKET, "]"))
    return _fault(
        opening,
        opening + 1,
        message,
        say("Lisää {merkki} luettelon tai rakenteen loppuun.").format(merkki=closing),
    )


_BRACKET = mark("Sulkumerkki avataan tässä, mutta sitä ei suljeta.")
_BRACKETS = {
    "[": (mark("Hakasulku [ avataan tässä, mutta sitä ei suljeta."), "]"),
    "{": (mark("Aaltosulku { avataan tässä, mutta sitä ei suljeta."), "}"),
}


def _is_extra(failure: Failure, opening: int) -> bool:
    """Whether a bracket has no partner on the lines between the outermost one and its own."""
    begin = opening if failure.bracket is None else failure.bracket
    stretch = failure.text[begin : failure.content(failure.at)[1]]
    return stretch.count(failure.sign) > stretch.count("[" if failure.sign == "]" else "{")


def _extra_bracket(failure: Failure) -> Fault:
    return _here(
        failure,
        say("Tässä on ylimääräinen sulkumerkki {merkki}.").format(merkki=failure.sign),
        "Poista se, tai lisää sen pari luettelon alkuun.",
    )


def _outdented(failure: Failure, opening: int) -> bool:
    """Whether reading stopped on a later line, at a key no deeper than the bracket's own line."""
    own, later = failure.line_start(opening), failure.line_start(failure.at)
    if later <= own or ":" not in failure.text[later : failure.content(failure.at)[1]]:
        return False
    return failure.content(failure.at)[0] - later <= failure.content(opening)[0] - own


def _whole_line(failure: Failure, message: str, hint: str) -> Fault:
    start, end = failure.content(failure.at)
    return _fault(start, end, message, hint)


def _here(failure: Failure, message: str, hint: str) -> Fault:
    return _fault(failure.at, failure.at + 1, message, hint)


def _no_colon(failure: Failure) -> Fault:
    start, end = failure.content(failure.start)
    return _fault(
        start,
        end,
        "Riviltä puuttuu kaksoispiste: sitä ei voi lukea avaimeksi eikä arvoksi.",
        "Kirjoita rivi muodossa avain: arvo. Jos rivi jatkaa edellistä tekstiä, sisennä se"
        " syvemmälle kuin tekstin avain.",
    )


def _value_not_allowed(failure: Failure) -> Fault:
    before = failure.before(failure.at)
    if before.strip() and before.rstrip()[-1] in "\"'":
        return _here(
            failure,
            "Sulkevan lainausmerkin jälkeen on kaksoispiste.",
            "Ulota lainausmerkit koko arvon ympärille. Jos arvon sisällä on lainausmerkkejä, käytä"
            " ulompina toisenlaisia: '… \"…\" …'.",
        )
    if ": " not in before:
        return _whole_line(
            failure,
            "Rivi on sisennetty edellisen arvon alle, joten sitä ei voi lukea omaksi avaimekseen.",
            "Siirrä rivi samaan sarakkeeseen kuin edellinen avain, ja tarkista, että edellisellä"
            " rivillä on kaksoispiste. Jos rivi kuuluu edelliseen tekstiin, kirjoita koko teksti"
            " lainausmerkkeihin.",
        )
    return _here(
        failure,
        "Kaksoispiste on paikassa, jossa uutta avainta ei voi olla.",
        "Siirrä avain omalle rivilleen, tai kirjoita arvo lainausmerkkeihin.",
    )


def _dash_not_allowed(failure: Failure) -> Fault:
    return _here(
        failure,
        "Luettelon viiva (-) on samalla rivillä avaimen kanssa.",
        "Siirrä viiva seuraavalle riville ja sisennä se kahdella välilyönnillä. Jos viiva kuuluu"
        " tekstiin, kirjoita arvo lainausmerkkeihin.",
    )


def _question_not_allowed(failure: Failure) -> Fault:
    return _here(
        failure,
        "Arvo alkaa kysymysmerkillä ja välillä, jolla on YAMLissa erityinen merkitys.",
        'Kirjoita arvo lainausmerkkeihin: "? …".',
    )


def _cannot_start(failure: Failure) -> Fault:
    shown = failure.sign if failure.sign.isprintable() else f"U+{ord(failure.sign):04X}"
    return _here(
        failure,
        say("Arvo ei voi alkaa merkillä {merkki} ilman lainausmerkkejä.").format(merkki=shown),
        say('Kirjoita arvo lainausmerkkeihin: "{merkki}…".').format(merkki=shown),
    )


def _unexpected(failure: Failure) -> Fault:
    """A token that fits nowhere in a block: a misplaced line, or leftovers behind a value."""
    if failure.leads_line and failure.sign == ":":
        return _here(
            failure,
            "Kaksoispisteen edestä puuttuu avain.",
            "Kirjoita avain kaksoispisteen eteen.",
        )
    if failure.leads_line and failure.text[failure.at : failure.at + 2] in (
        "- ",
        "-\n",
        "-\r",
        "-",
    ):
        return _whole_line(
            failure,
            "Luettelon viiva (-) on eri tasolla kuin luettelon muut viivat, tai avaimen tasolla.",
            "Aseta luettelon kaikki viivat samaan sarakkeeseen, avaimestaan sisennettyinä.",
        )
    if failure.leads_line and failure.sign not in "]}":
        return _misplaced_line(failure)
    if failure.sign in ("]", "}"):
        return _extra_bracket(failure)
    if failure.before(failure.at).rstrip()[-1:] in ('"', "'"):
        return _here(
            failure,
            "Sulkevan lainausmerkin jälkeen on vielä tekstiä.",
            "Ulota lainausmerkit koko arvon ympärille. Jos arvon sisällä on lainausmerkkejä, käytä"
            " ulompina toisenlaisia: '… \"…\" …'.",
        )
    return _here(
        failure,
        "Rivillä on arvon jälkeen tekstiä, joka ei kuulu mihinkään.",
        "Poista se, siirrä se omalle rivilleen tai kirjoita koko arvo lainausmerkkeihin.",
    )


def _misplaced_line(failure: Failure) -> Fault:
    column = failure.at - failure.line_start(failure.at)
    if column == failure.start - failure.line_start(failure.start) and "collec" in failure.context:
        return _whole_line(
            failure,
            "Rivi on luettelon viivojen tasolla, mutta ei ala viivalla (-).",
            "Lisää rivin alkuun viiva ja välilyönti, tai korjaa sisennys.",
        )
    return _whole_line(
        failure,
        "Rivin sisennys ei vastaa mitään aiempaa tasoa.",
        "Aseta rivi täsmälleen samaan sarakkeeseen kuin saman tason muut avaimet.",
    )


def _missing_comma(failure: Failure) -> Fault:
    closing = failure.problem[-2:-1]
    return _here(
        failure,
        say("Tästä puuttuu pilkku, tai sulkumerkki {merkki} on väärässä paikassa.").format(
            merkki=closing
        ),
        "Erota kohdat pilkulla ja välilyönnillä. Jos pilkku, kaksoispiste tai sulku kuuluu"
        " tekstiin, kirjoita teksti lainausmerkkeihin.",
    )


def _missing_value(failure: Failure) -> Fault:
    return _here(
        failure,
        "Tästä puuttuu arvo.",
        "Kirjoita arvo, tai poista ylimääräinen pilkku tai sulkumerkki. Jos merkki kuuluu"
        " tekstiin, kirjoita arvo lainausmerkkeihin.",
    )


def _glued_flow_colon(failure: Failure) -> Fault:
    return _here(
        failure,
        "Kaksoispisteen jälkeen puuttuu välilyönti tai arvo.",
        "Kirjoita avain ja arvo muodossa avain: arvo, tai poista kaksoispiste.",
    )


def _document_start(failure: Failure) -> Fault:
    if failure.text.lstrip("\ufeff").startswith("%"):
        return _directive(failure._replace(start=0))
    if re.search(r"^\.\.\.[ \t]*$", failure.text[: failure.at], re.MULTILINE):
        return _whole_line(
            failure,
            "Rivi on dokumentin lopettavan rivin ... jälkeen.",
            "Poista rivi, jolla on kolme pistettä.",
        )
    if failure.leads_line:
        return _whole_line(
            failure,
            "Rivi on vähemmän sisennetty kuin tiedoston ensimmäinen avain.",
            "Aloita kaikki ylimmän tason avaimet rivin ensimmäisestä sarakkeesta.",
        )
    return _unexpected(failure)


def _tab(failure: Failure) -> Fault:
    return _here(
        failure,
        "Rivillä on sarkain (tab). YAML sisennetään välilyönnein.",
        "Korvaa sarkain kahdella välilyönnillä.",
    )._replace(kind="merkki")


def _reference(failure: Failure) -> Fault:
    sign = failure.text[failure.start : failure.start + 1]
    return _fault(
        failure.start,
        failure.start + 1,
        say("Arvo alkaa merkillä {merkki}, jolla on YAMLissa erityinen merkitys.").format(
            merkki=sign
        ),
        say('Jos merkki kuuluu tekstiin, kirjoita arvo lainausmerkkeihin: "{merkki}…".').format(
            merkki=sign
        ),
    )


def _directive(failure: Failure) -> Fault:
    return _fault(
        failure.start,
        failure.start + 1,
        "Rivi alkaa prosenttimerkillä (%), jonka YAML lukee ohjeeksi itselleen.",
        "Poista rivi. Jos se kuuluu edelliseen tekstiin, sisennä se tai kirjoita teksti"
        " lainausmerkkeihin.",
    )


def _escape(failure: Failure) -> Fault:
    at = failure.text.rfind("\\", failure.start, failure.at + 1)
    at = at if at >= 0 else failure.at
    return _fault(
        at,
        at + 1,
        'Kenoviiva (\\) aloittaa lainausmerkkien ("…") sisällä erikoismerkin; tätä ei tunneta.',
        "Kirjoita kenoviiva kahdesti (\\\\), tai käytä yksinkertaisia lainausmerkkejä ('…').",
    )


def _block_header(failure: Failure) -> Fault:
    return _fault(
        failure.start,
        failure.content(failure.start)[1],
        "Merkin | tai > jälkeen on samalla rivillä tekstiä.",
        "Aloita teksti seuraavalta riviltä sisennettynä. Jos | tai > kuuluu tekstiin, kirjoita arvo"
        " lainausmerkkeihin.",
    )


def _unknown(failure: Failure) -> Fault:
    return _whole_line(
        failure,
        "Rivin rakennetta ei voi lukea.",
        "Vertaa sisennystä, kaksoispisteitä, lainausmerkkejä ja sulkuja lähirivien vastaaviin.",
    )


_Translate = Callable[[Failure], Fault]

_BY_PROBLEM: tuple[tuple[str, _Translate], ...] = (
    ("found character that cannot start", _cannot_start),
    ("could not find expected ':'", _no_colon),
    ("mapping values are not allowed", _value_not_allowed),
    ("block sequence entries are not allowed", _dash_not_allowed),
    ("mapping keys are not allowed", _question_not_allowed),
    ("did not find expected key", _unexpected),
    ("did not find expected '-'", _unexpected),
    ("did not find expected ','", _missing_comma),
    ("did not find expected node content", _missing_value),
    ("did not find expected <document start>", _document_start),
    ("found unexpected ':'", _glued_flow_colon),
    ("found a tab character", _tab),
    ("found undefined tag handle", _reference),
)
"""Translations by the beginning of what libyaml says it met."""

_BY_CONTEXT: tuple[tuple[str, _Translate], ...] = (
    ("directive", _directive),
    ("YAML document", _directive),
    ("anchor", _reference),
    ("alias", _reference),
    ("tag", _reference),
    ("quoted scalar", _escape),
    ("block scalar", _block_header),
)
"""Translations by what libyaml says it was doing, where the details don't matter."""

"""What office keyboards and word processors do to YAML: how to see it and what to say.

Only what changes how the file is read counts. A no-break space or a curly quote inside a sentence
is good typography and stays.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from sopimukset.base.speech import say
from sopimukset.formats.yaml.characters import (
    BREAKS,
    CONTROLS,
    DOUBLE_QUOTES,
    INVISIBLE,
    LIST_MARKS,
    QUOTES,
    SINGLE_QUOTES,
    SPACES,
)
from sopimukset.formats.yaml.document import Lines
from sopimukset.formats.yaml.faults import COLON, REMOVED, Accident, Fault

_STRAY = re.compile(f"[{re.escape(CONTROLS)}{BREAKS}\ufdd0\ufdd1]")
_LEADING = re.compile(rf"[ \t{SPACES}]*")
_ODD = re.compile(f"[{SPACES}{INVISIBLE}]")
_ODD_SPACES = re.compile(f"[{SPACES}]+")
_DASH_BEFORE_ODD = re.compile(f"-(?=[{SPACES}])")
_LIST_MARK = re.compile(rf"[*{LIST_MARKS}](?=[ {SPACES}])")
_GLUED_COLON = re.compile(rf"[\w-]+:(?=[{SPACES}])")
_KEY = re.compile(rf"[^\W\d][^:\"'#\[\]{{}},\r\n]{{0,60}}:(?=[\s{SPACES}]|\Z)")
_VALUE_START = re.compile(rf"(?:(?<=[:,-] )|(?<=[\[{{]))(?=[\"{QUOTES}])")
_SIMPLE = re.compile(r"\w(?:[\w .-]*\w)?")
_COLON_NEXT = re.compile(r" *:")
_BLOCK_END = re.compile(r" *(?:[\r\n]|\Z| #|:(?=\s|\Z))")
_FLOW_END = re.compile(r" *(?:[\r\n]|\Z| #|:(?=\s|\Z)|[,\]}])")

_TEXTS: dict[str, tuple[str, str]] = {
    "sarkain": (
        "Rivillä on sarkain (tab). YAML sisennetään välilyönnein.",
        "Korvaa sarkain kahdella välilyönnillä.",
    ),
    "sisennys": (
        "Rivin sisennyksessä on sitova välilyönti, joka vain näyttää tavalliselta.",
        "Poista rivin alun välit ja kirjoita ne uudelleen välilyöntinäppäimellä.",
    ),
    "viiva-vali": (
        "Luettelon viivan jälkeen on sitova välilyönti, joten riviä ei lueta luettelon kohdaksi.",
        "Poista väli viivan jäljestä ja kirjoita se uudelleen välilyöntinäppäimellä.",
    ),
    "kaksoispiste-vali": (
        "Avaimen kaksoispisteen jälkeen on sitova välilyönti, joten avainta ei tunnisteta.",
        "Poista väli kaksoispisteen jäljestä ja kirjoita se uudelleen välilyöntinäppäimellä.",
    ),
    "avain-vali": (
        "Avaimessa tai sen vieressä on sitova välilyönti, joka vain näyttää tavalliselta.",
        "Poista väli ja kirjoita avain uudelleen näppäimistöllä.",
    ),
    "avain-piilo": (
        "Avaimessa on näkymätön merkki, esimerkiksi tavutusvihje.",
        "Poista avain kokonaan ja kirjoita se uudelleen näppäimistöllä.",
    ),
    "arvo-reuna": (
        "Arvon alussa tai lopussa on sitova välilyönti tai näkymätön merkki.",
        "Poista se. Jos se kuuluu tekstiin, kirjoita koko arvo lainausmerkkeihin.",
    ),
    "lainaus": (
        "Lainausmerkit ovat kaarevat, joten ne luetaan osaksi tekstiä.",
        'Korvaa ne suorilla lainausmerkeillä ("…") tai poista ne. Jos ne kuuluvat tekstiin,'
        " kirjoita koko arvo suoriin lainausmerkkeihin.",
    ),
    "luettelo": (
        "Luettelon merkkinä on ajatusviiva tai luettelopallo. YAMLissa se on yhdysmerkki (-).",
        "Korvaa merkki yhdysmerkillä ja välilyönnillä: - …",
    ),
    "kaksoispiste": (
        "Arvon sisällä on kaksoispiste ja välilyönti, joten arvo katkeaa siihen.",
        'Kirjoita koko arvo lainausmerkkeihin, esimerkiksi "Huom: …".',
    ),
    "kaksoispiste-sulut": (
        "Sulkujen sisällä on arvossa kaksoispiste: sen avaimen edestä puuttuu pilkku, tai se kuuluu"
        " tekstiin.",
        "Lisää pilkku uuden avaimen eteen. Jos kaksoispiste kuuluu tekstiin, kirjoita koko arvo"
        " lainausmerkkeihin.",
    ),
    "rivinvaihto": (
        "Rivillä on näkymätön rivinvaihtomerkki, jollainen tulee tekstinkäsittelystä.",
        "Poista merkki: mene kohtaan, poista väli askelpalauttimella ja kirjoita se uudelleen.",
    ),
    "ohjaus": (
        "Rivillä on näkymätön ohjausmerkki, jota YAML ei salli.",
        "Poista merkki: mene kohtaan, poista väli askelpalauttimella ja kirjoita se uudelleen.",
    ),
}

_GROUPED = frozenset(
    ["sarkain", "sisennys", "viiva-vali", "kaksoispiste-vali", "luettelo", "rivinvaihto", "ohjaus"]
)
_COLONS = ("kaksoispiste", "kaksoispiste-sulut")
_SHOWN_STRETCHES = 8


def stray_characters(text: str) -> list[Accident]:
    """Characters that are wrong wherever they stand: control characters, hidden line ends."""
    found = []
    for match in _STRAY.finditer(text):
        at = match.start()
        code = "rivinvaihto" if match[0] in BREAKS else "ohjaus"
        found.append(Accident(at, at + 1, code, ((at, " "),)))
    return found


def tab_lines(text: str, inside: Iterable[tuple[int, int]], *, blank_too: bool) -> list[Accident]:
    """Lines whose indentation holds a tab.

    Args:
        text: the file.
        inside: stretches of scalars that were read; lines that begin inside one are left out.
        blank_too: whether blank lines count. They do harm only where reading fails.
    """
    found = []
    starts = Lines(text).starts
    covered = {
        line
        for start, end in inside
        for line in starts[bisect_right(starts, start) : bisect_right(starts, max(start, end - 1))]
    }
    for start in starts:
        end = _end_of_leading(text, start)
        tab = text.find("\t", start, end)
        blank = text[end : end + 1] in ("", "\r", "\n")
        if tab >= 0 and start not in covered and (blank_too or not blank):
            edits = tuple((at, " ") for at in range(tab, end) if text[at] == "\t")
            found.append(Accident(tab, tab + 1, "sarkain", edits))
    return found


def in_plain_scalar(
    text: str, start: int, end: int, *, is_key: bool, in_flow: bool
) -> Accident | None:
    """The accident, if any, that made a plain scalar out of something else."""
    head = start
    while head and text[head - 1] in " -":
        head -= 1
    first = not head or text[head - 1] in "\r\n"
    word = text[start:end]
    if first and (found := _list_mark(text, start) or _after_dash(text, start)):
        return found
    if word[:1] in QUOTES and word and (found := _curly(text, start, in_flow=in_flow)):
        return found
    if (first or (is_key and in_flow)) and (glued := _GLUED_COLON.match(text, start, end)):
        return _spaces(text, glued.end(), "kaksoispiste-vali")
    odd = _ODD.search(word)
    if odd is None:
        return None
    if not is_key:
        return _at_edges(text, start, end)
    at = start + odd.start()
    if word[odd.start()] in INVISIBLE:
        edits = tuple((start + i, REMOVED) for i, sign in enumerate(word) if sign in INVISIBLE)
        return Accident(at, at + 1, "avain-piilo", edits)
    indents = first and at == start and "-" not in text[head:start]
    code = "sisennys" if indents else "avain-vali"
    return _spaces(text, at, code)


def on_lines(text: str, numbers: Iterable[int]) -> list[Accident]:
    """Accidents that could explain why some lines (counted from 1) can't be read."""
    lines = Lines(text)
    found: list[Accident] = []
    for number in numbers:
        found.extend(_on_line(text, *lines.bounds(number)))
    return found


def text_colon(at: int, *, in_flow: bool) -> Accident:
    """A colon inside an unquoted value, as in ``selite: Huom: …``."""
    code = "kaksoispiste-sulut" if in_flow else "kaksoispiste"
    return Accident(at, at + 1, code, ((at, COLON),))


def needs_quotes(word: str, *, is_key: bool) -> bool:
    """Whether a word would look like an accident if it were written without quotes."""
    edges = f"{word[:1]}{word[-1:]}"
    odd = word if is_key else edges
    return (
        _ODD.search(odd) is not None
        or any(sign in QUOTES or sign in LIST_MARKS for sign in edges)
        or _STRAY.search(word) is not None
        or _GLUED_COLON.match(word) is not None
        or _DASH_BEFORE_ODD.match(word) is not None
    )


def faults(text: str, accidents: Iterable[Accident]) -> Iterator[Fault]:
    """Accidents as faults; those that come in swarms, tabs above all, as one with its lines."""
    lines = Lines(text)
    swarms: dict[str, list[Accident]] = {}
    broken_lines: set[int] = set()  # a colon on one of these tells nothing new
    for accident in sorted(accidents):
        line = lines.number(accident.start)
        if accident.code in _GROUPED:
            swarms.setdefault(accident.code, []).append(accident)
        elif accident.code not in _COLONS or line not in broken_lines:
            yield _fault(accident)
        if accident.code in (*_COLONS, "rivinvaihto"):
            broken_lines.add(line)
    for swarm in swarms.values():
        fault = _fault(swarm[0])
        others = sorted({lines.number(accident.start) for accident in swarm})[1:]
        if others:
            fault = fault._replace(message=f"{say(fault.message)} {_elsewhere(others)}")
        yield fault


def _fault(accident: Accident) -> Fault:
    message, hint = _TEXTS[accident.code]
    return Fault(accident.start, accident.end, "merkki", message, hint)


def _elsewhere(numbers: list[int]) -> str:
    """A sentence with the other lines on which the same is wrong."""
    one, many = (
        say("Sama virhe on myös rivillä {rivit}."),
        say("Sama virhe on myös riveillä {rivit}."),
    )
    return (one if len(numbers) == 1 else many).format(rivit=_listed(numbers))


def _listed(numbers: list[int]) -> str:
    stretches: list[list[int]] = []
    for number in numbers:
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1][1] = number
        else:
            stretches.append([number, number])
    shown = [
        str(first) if first == last else f"{first}–{last}"
        for first, last in stretches[:_SHOWN_STRETCHES]
    ]
    return ", ".join(shown) + (" …" if len(stretches) > _SHOWN_STRETCHES else "")


def _end_of_leading(text: str, start: int) -> int:
    leading = _LEADING.match(text, start)
    return leading.end() if leading else start


def _spaces(text: str, start: int, code: str) -> Accident:
    """An accident of odd spaces that begin at an offset."""
    stretch = _ODD_SPACES.match(text, start)
    end = stretch.end() if stretch else start + 1
    return Accident(start, end, code, tuple((at, " ") for at in range(start, end)))


def _list_mark(text: str, at: int) -> Accident | None:
    if not _LIST_MARK.match(text, at):
        return None
    return Accident(at, at + 1, "luettelo", ((at, "-"), (at + 1, " ")))


def _after_dash(text: str, at: int) -> Accident | None:
    return _spaces(text, at + 1, "viiva-vali") if _DASH_BEFORE_ODD.match(text, at) else None


def _at_edges(text: str, start: int, end: int) -> Accident | None:
    """Odd characters at the edges of an unquoted value."""
    word = text[start:end]
    core = word.strip(SPACES + INVISIBLE + " ")
    head = len(word) - len(word.lstrip(SPACES + INVISIBLE + " "))
    edges = [*range(start, start + head), *range(start + head + len(core), end)]
    edits = tuple((at, REMOVED if text[at] in INVISIBLE else " ") for at in edges)
    if not edits:
        return None
    return Accident(edits[0][0], edits[0][0] + 1, "arvo-reuna", edits)


def _curly(text: str, start: int, *, in_flow: bool) -> Accident | None:
    """Curly quotes around a whole key or value, or a straight one that a curly one closes."""
    opening = text[start]
    closings = SINGLE_QUOTES + "'" if opening in SINGLE_QUOTES else DOUBLE_QUOTES + '"'
    end = start + 1
    while end < len(text) and text[end] not in closings and text[end] not in "\r\n":
        end += 1
    if text[end : end + 1] not in closings or (opening == '"' and text[end : end + 1] == '"'):
        return None
    if end >= len(text) or not (_FLOW_END if in_flow else _BLOCK_END).match(text, end + 1):
        return None
    straight = '"' if "'" in text[start:end] else "'"
    if _SIMPLE.fullmatch(text, start + 1, end) and not _COLON_NEXT.match(text, end + 1):
        straight = " "  # so that a figure stays one
    return Accident(start, end + 1, "lainaus", ((start, straight), (end, straight)))


def _on_line(text: str, start: int, end: int) -> Iterator[Accident]:
    at = min(_end_of_leading(text, start), end)
    leading = text[start:at]
    odd = [start + i for i, sign in enumerate(leading) if sign in SPACES]
    if odd and at < end:
        yield Accident(odd[0], odd[0] + 1, "sisennys", tuple((i, " ") for i in odd))
    while at < end:
        mark = _list_mark(text, at) or _after_dash(text, at)
        if mark:
            yield mark
        elif text[at : at + 2] != "- ":
            break
        at = min(_end_of_leading(text, at + 1), end)
    yield from _in_key(text, at, end)
    bracket = min(
        (i for i in (text.find("[", at, end), text.find("{", at, end)) if i >= 0), default=end
    )
    for opening in ([at] if text[at : at + 1] in ('"', *QUOTES) else []) + [
        match.start() for match in _VALUE_START.finditer(text, at, end)
    ]:
        if opening < end and (found := _curly(text, opening, in_flow=bracket < opening)):
            yield found


def _in_key(text: str, at: int, end: int) -> Iterator[Accident]:
    """Odd characters in or behind what looks like a key, anywhere on the rest of a line."""
    key = _KEY.match(text, at, end)
    if key and (odd := _ODD.search(key[0])):
        place = key.start() + odd.start()
        code = "avain-piilo" if text[place] in INVISIBLE else "avain-vali"
        edits = tuple(
            (key.start() + i, REMOVED if sign in INVISIBLE else " ")
            for i, sign in enumerate(key[0])
            if _ODD.match(sign)
        )
        yield Accident(place, place + 1, code, edits)
    starts = [at] + [i + 1 for i in range(at, end) if text[i] in "{,"]
    for start in starts:
        start = min(_end_of_leading(text, start), end)
        if (glued := _GLUED_COLON.match(text, start)) and glued.end() <= end:
            yield _spaces(text, glued.end(), "kaksoispiste-vali")

"""What a code means: its page, its provisions with the statute's text, and whom it concerns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path

from sopimukset import statutes
from sopimukset.base.periods import Period
from sopimukset.base.speech import SWEDISH, language, say
from sopimukset.findings import Severity
from sopimukset.law.registry import LINTS, NOTICES, RULES, TITLES
from sopimukset.law.rule import Rule
from sopimukset.statutes import Kieli, Saados

PAGES = Path(__file__).parent / "pages"
"""One page for each code and language, `G07.fi.md`."""

PAGE_LANGUAGE = "fi"
"""The language that every page exists in."""

_CODE = re.compile(r"([A-Z])(\d+)")
_FENCE = "```"
_HEADING = "## "


class UnknownCode(LookupError):  # noqa: N818 -- the user's slip, not a defect of the program
    """No rule or notice has the code that was asked for.

    Attributes:
        code: as it was asked for.
        nearest: the code that was most likely meant, None where none is near.
        message: a Finnish sentence.
        advice: what to do.
    """

    def __init__(self, code: str, nearest: str | None) -> None:
        self.code = code
        self.nearest = nearest
        self.message = say("Koodia {koodi} ei ole.").format(koodi=code)
        self.advice = (
            say("Tarkoititko: {meant}?").format(meant=nearest)
            if nearest
            else say("Kaikki koodit: sopimukset explain")
        )
        super().__init__(f"{self.message} {self.advice}")


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a page: its heading and its text in Markdown."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision that a rule rests on.

    Attributes:
        citation: as `381/2023 9 § 1 mom`.
        act: the act's name in Finnish.
        heading: the section's heading, "" where its text is not stored.
        text: the wording of the day asked for; None where it is not stored.
        url: the act's page in Finlex, "" where none is known.
        stored: the day whose text is stored; None where there is none or the text is original.
        original: the stored text is the original one, without later amendments.
    """

    citation: str
    act: str
    heading: str
    text: str | None
    url: str
    stored: date | None
    original: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """All that is known of a code.

    Attributes:
        severity: the gravest that the code gives.
        provisions: what the rule rests on; empty for the record's own consistency and form.
        grade: how sure the reading of the law is (A … C), "" for rules of our own.
        valid: the days on which the rule is in force; None for a notice.
        decides: which day decides, "" for a notice.
        concerns: who needs to know: sihteeri, tarkastaja, ci.
        sections: the page, section by section.
    """

    code: str
    title: str
    severity: Severity
    provisions: tuple[Provision, ...]
    grade: str
    valid: Period | None
    decides: str
    concerns: tuple[str, ...]
    sections: tuple[Section, ...]


def page(code: str, lang: str = PAGE_LANGUAGE) -> str:
    """The page of a code in Markdown; in Finnish where the language has none.

    Raises:
        UnknownCode: there is no such code.
    """
    known = _known(code)
    path = PAGES / f"{known}.{lang}.md"
    if not path.is_file():
        path = PAGES / f"{known}.{PAGE_LANGUAGE}.md"
    return path.read_text(encoding="utf-8")


def has_page(code: str, lang: str) -> bool:
    """Whether the code's page is there in that language."""
    return (PAGES / f"{code}.{lang}.md").is_file()


def explanation(code: str, on: date, lang: str = PAGE_LANGUAGE) -> Explanation:
    """The page with what the registry and the statutes know of the code.

    Args:
        code: as `G07`; small letters will do.
        on: the day whose wording of the statutes is wanted.
        lang: the page's language.

    Raises:
        UnknownCode: there is no such code.
    """
    known = _known(code)
    sections = tuple(_sections(page(known, lang)))
    rule = next((item for item in RULES if item.code == known), None)
    if rule is not None:
        return _of_rule(rule, on, sections)
    notice = next(item for item in (*NOTICES, *LINTS) if item.code == known)
    return Explanation(known, say(notice.title), notice.severity, (), "", None, "", (), sections)


def _of_rule(rule: Rule, on: date, sections: tuple[Section, ...]) -> Explanation:
    return Explanation(
        code=rule.code,
        title=say(rule.title),
        severity=rule.severity,
        provisions=tuple(_provision(citation, on) for citation in rule.citations),
        grade=rule.grade,
        valid=rule.valid,
        decides=say(rule.decides),
        concerns=rule.concerns,
        sections=sections,
    )


def _name(act: Saados) -> str:
    """The act's name; in Swedish where that is spoken and the name is known."""
    return (language() == SWEDISH and act.nimi_sv) or act.nimi_fi


def _provision(citation: str, on: date) -> Provision:
    law = statutes.load()
    viite = statutes.parse_viite(citation)
    act = law.saados(viite.saados)
    kieli: Kieli = "sv" if language() == SWEDISH else "fi"
    section = law.pykala(viite.saados, viite.pykala, on=on, kieli=kieli)
    text = law.text(viite, on, kieli)
    if text is None and kieli == "sv":
        section, text = law.pykala(viite.saados, viite.pykala, on=on), law.text(viite, on)
    return Provision(
        citation=citation,
        act=_name(act) if act else "",
        heading=section.otsikko if section else "",
        text=text,
        url=law.url(viite),
        stored=act.tarkistettu if act else None,
        original=act.alkuperainen if act else False,
    )


def _sections(text: str) -> Iterator[Section]:
    """The page's sections; a heading mark inside a code block begins none."""
    heading, lines, fenced = "", list[str](), False
    for line in text.splitlines():
        fenced ^= line.startswith(_FENCE)
        if line.startswith(_HEADING) and not fenced:
            if heading:
                yield Section(heading, "\n".join(lines).strip("\n"))
            heading, lines = line.removeprefix(_HEADING).strip(), []
        else:
            lines.append(line)
    if heading:
        yield Section(heading, "\n".join(lines).strip("\n"))


def _known(code: str) -> str:
    wanted = code.strip().upper()
    if wanted not in TITLES:
        raise UnknownCode(code.strip(), _nearest(wanted))
    return wanted


def _nearest(code: str) -> str | None:
    """The code of the same letter with the nearest number, else the one most like it."""
    match = _CODE.fullmatch(code)
    family = [known for known in TITLES if match and known.startswith(match[1])]
    if match and family:
        return min(family, key=lambda known: abs(int(known[1:]) - int(match[2])))
    close = get_close_matches(code, TITLES, n=1)
    return close[0] if close else None

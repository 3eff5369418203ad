"""Page breaks that a word processor left in the paragraph of a marker."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sopimukset.formats import zip as archive
from sopimukset.formats.word import Properties, render, rendering
from sopimukset.formats.word.lint import FieldKind, lint

Build = Callable[..., bytes]
PAGE = '<w:r><w:br w:type="page"/></w:r>'
ON_NEW_PAGE = "<w:pPr><w:pageBreakBefore/></w:pPr>"


def bare(*runs: str, look: str = "") -> str:
    return f"<w:p>{look}{''.join(runs)}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


IF, END = bare(run("{%p if a %}")), bare(run("{%p endif %}"))
LOOP = bare(run("{%p for x in xs %}")), bare(run("{%p endfor %}"))
TEXT = bare(run("X"))

CASES = [
    (IF + TEXT + bare(run("{%p endif %}"), PAGE) + bare(run("Y")), "X|Y"),
    (bare(run("{%p if a %}"), PAGE) + TEXT + END, "|X"),
    (bare(run("{%p if nolla %}"), PAGE) + TEXT + END + bare(run("Y")), "Y"),
    (bare(run("{%p for x in xs %}"), PAGE) + TEXT + LOOP[1], "|X|X"),
    (bare(run("{%p for x in xs %}"), look=ON_NEW_PAGE) + TEXT + LOOP[1], "|XX"),
    (TEXT + bare(PAGE, run("{%p if a %}")) + bare(run("Y")) + END, "X|Y"),
    (bare(run("{%p if a %}"), look=ON_NEW_PAGE) + TEXT + END, "|X"),
    (TEXT + bare(run("{%p if a %}"), PAGE) + LOOP[0] + bare(run("Y")) + LOOP[1] + END, "X|YY"),
    (bare(run("{%p if a %}"), PAGE) + bare(run("Y"), look=ON_NEW_PAGE) + END, "|Y"),
]
"""A body, and what is printed with a line for the top of each page."""


def pages(document: bytes) -> str:
    source = archive.read(document)["word/document.xml"].decode()
    marked = re.sub(r"<w:pageBreakBefore/>|<w:br w:type=.page./>", "<w:t>|</w:t>", source)
    return "".join(re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", marked))


@pytest.mark.parametrize(("body", "printed"), CASES)
def test_a_page_break_beside_a_marker_is_kept(
    layout: Build, properties: Properties, body: str, printed: str
) -> None:
    made = layout(body=body)
    context = {"a": "a", "nolla": "", "xs": ["1", "2"]}
    fields = {"a": FieldKind.TEXT, "nolla": FieldKind.TEXT, "xs": FieldKind.LIST}
    assert lint(made, fields | {"xs[]": FieldKind.TEXT}).flaws == []
    assert pages(render(made, context, properties)) == printed
    slow = rendering._slowly(made, context, custom=False)
    assert pages(archive.write(slow)) == printed


def test_text_beside_the_break_is_still_told(layout: Build) -> None:
    body = bare(run("{%p if a %}"), PAGE, run("x")) + END
    [flaw] = lint(layout(body=body), {"a": FieldKind.TEXT}).flaws
    assert "katoaisi" in flaw.message

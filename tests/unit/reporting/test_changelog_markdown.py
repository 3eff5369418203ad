"""Whatever a record holds, a log in Markdown shows it as it is and does nothing with it."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.reporting.changelog.markdown import code, escaped

MARKS = "\\`*_{}[]|~$"


@given(st.text())
def test_nothing_in_a_text_is_markup(text: str) -> None:
    shown = escaped(text)
    assert not re.search(r"[<>@#]|&(?!amp;|lt;|gt;|#\d+;)", re.sub(r"&#\d+;", "", shown))
    assert not re.search(r"(?<!\\)(?:\\\\)*[`*_{}\[\]|~$]", shown)
    assert "\n" not in shown


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"])))
def test_the_text_is_shown_as_it_is(text: str) -> None:
    plain = re.sub(r"\\([\\`*_{}\[\]|~$])", r"\1", escaped(text))
    assert html.unescape(plain) == text


@pytest.mark.parametrize("text", ["https://example.org", "www.example.org", "@joku", "#12", "a|b"])
def test_no_links_and_nobody_is_called(text: str) -> None:
    assert text not in escaped(text)


@given(st.text())
def test_code_cannot_be_left(text: str) -> None:
    assert code(text).count("`") == 2

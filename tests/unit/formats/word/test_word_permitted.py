"""What a placeholder may do: linter and engine refuse the same, and nothing fills memory."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from sopimukset.formats.word import LayoutError, Properties, render, render_text
from sopimukset.formats.word.lint import FieldKind, Fields, Flaw, Topic, lint

Build = Callable[..., bytes]

KNOWN: Fields = {
    "otsikko": FieldKind.TEXT,
    "maara": FieldKind.TEXT,
    "rivit": FieldKind.LIST,
    "rivit[]": FieldKind.GROUP,
    "rivit[].nimi": FieldKind.TEXT,
}
CONTEXT = {"otsikko": "A", "maara": 3, "rivit": [{"nimi": "b"}, {"nimi": "c"}]}

REFUSED = [
    ("{{ otsikko | upperr }}", "Suodatinta ”upperr” ei ole.", "Tarkoititko: upper?"),
    ("{{ otsikko | default('x') }}", "Suodatin ”default” ei ole sallittu.", "oletuksella"),
    ("{{ otsikko | center(2000000000) }}", "”center” ei ole sallittu", "Sallitut: abs"),
    ("{{ '%2000000000d' | format(1) }}", "”format” ei ole sallittu", ""),
    ("{{ rivit[0] | attr('nimii') }}", "”attr” ei ole sallittu", "pisteen jälkeen"),
    ("{{ rivit | map('upperr') | join }}", "”upperr” ei ole.", "upper"),
    ("{{ rivit | map(otsikko) | join }}", "”map” sisällä", "lainausmerkkeihin"),
    ("{{ rivit | selectattr('nimi', 'defned') | join }}", "Testiä ”defned” ei ole.", ""),
    ("{% if otsikko is foo %}x{% endif %}", "Testiä ”foo” ei ole.", "Sallitut: boolean"),
    ("{% if otsikko is defined %}x{% endif %}", "Testi ”defined” ei ole", "oletuksella"),
    ("{{ rivit() }}", "kutsuu nimeä rivit sulkeilla", "ilman sulkeita"),
    ("{{ otsikko.upper() }}", "kutsuu nimeä upper", "ilman sulkeita"),
    ("{{ 'x'.__class__.__mro__ }}", "”__mro__” ei ole kenttä", "README.md"),
    ("{{ range }}", "”range” ei ole kenttä", "README.md"),
    ("{% macro m(x) %}{{ x.nimmi }}{% endmacro %}", "”macro” ei ole sallittu", "if, for ja set"),
    ("{% filter upper %}a{% endfilter %}", "”filter” ei ole sallittu", "if, for ja set"),
    ("{% for x in rivit recursive %}a{% endfor %}", "”recursive” ei ole", "if, for ja set"),
    ("{% include 'x' %}", "ei saa lukea muita tiedostoja", "include"),
    ("{{ 'a' * 10000000000 }}", "Laskumerkki *", "int"),
    ("{{ '%2000000000d' % 1 }}", "Laskumerkki %", "int"),
    ("{{ otsikko * 10000000000 }}", "Laskumerkki *", "int"),
    ("{{ 10 ** 10 ** 10 }}", "Potenssilasku", "sellaisenaan"),
]  # fmt: skip
"""A placeholder, a piece of what is said of it, and a piece of the advice."""

ALLOWED = [
    ("{{ rivit | map(attribute='nimi') | map('upper') | join(', ') }}", "B, C"),
    ("{% for x in rivit %}{{ loop.cycle('1', '2') }}{{ loop.index * 2 }}{% endfor %}", "1224"),
    ("{% for n in range(3) %}{{ n }}{% endfor %}", "012"),
    ("{{ maara | int * 2 + 1 }}{% if maara is odd %}!{% endif %}", "7!"),
    ("{{ otsikko ~ '-' ~ maara }}", "A-3"),
    ("{% set x %}{{ otsikko }}{% endset %}{{ x ~ x }}", "AA"),
    ("{{ otsikko | replace('A', 'å') | trim }}", "å"),
]

DOUBLED = "{% set a = 'a' %}" + "{% set a = a ~ a %}" * 40 + "{{ a }}"
BLOCKS = "{% set a %}a{% endset %}" + "{% set a %}{{ a }}{{ a }}{% endset %}" * 40 + "{{ a }}"
TOO_MUCH = [
    DOUBLED,
    DOUBLED.replace("~", "+"),
    BLOCKS,
    "{{ 'a' " + "| replace('a', 'aaaaaaaaaa')" * 30 + " }}",
    "{{ range(90000) | join('" + "b" * 99 + "') }}",
    "{{ 1.5 | round(1000000000, 'ceil') }}",
    "{% set a = 9 %}" + "{% set a = a | int * a | int %}" * 40 + "{{ a }}",
]
"""What only running can tell: each would take all memory, or hours."""


def flaws(layout: bytes) -> list[Flaw]:
    return lint(layout, KNOWN).flaws


def rendered(layout: bytes) -> bytes:
    return render(layout, CONTEXT, Properties("T", "fi", date(2026, 1, 1)))


@pytest.mark.parametrize(("text", "message", "advice"), REFUSED)
def test_the_linter_and_the_engine_refuse_the_same(
    layout: Build, text: str, message: str, advice: str
) -> None:
    """Inside a branch, where Jinja's own compiler would look the other way."""
    made = layout("Alku.", "{%p if false %}", text, "{%p endif %}")
    found = [item for item in flaws(made) if item.topic is Topic.FILE]
    assert any(message in item.message and advice in item.advice for item in found)
    assert {item.paragraph.number for item in found if item.paragraph} == {3}
    assert not any("{" in item.message for item in found)
    with pytest.raises(LayoutError) as caught:
        rendered(made)
    assert caught.value.message == found[0].message
    assert caught.value.hint == found[0].advice
    assert caught.value.excerpt.startswith(text[:20])


@pytest.mark.parametrize(("text", "_message", "_advice"), REFUSED)
def test_a_clause_is_as_strict(text: str, _message: str, _advice: str) -> None:
    with pytest.raises(LayoutError):
        render_text("{% if otsikko %}x{% else %}" + text + "{% endif %}", CONTEXT, "lauseke")


@pytest.mark.parametrize(("text", "said"), ALLOWED)
def test_what_is_allowed_passes_both(layout: Build, text: str, said: str) -> None:
    assert flaws(layout(text)) == []
    assert rendered(layout(text))
    assert render_text(text, CONTEXT, "lauseke") == said


@pytest.mark.parametrize("text", TOO_MUCH)
def test_nothing_fills_the_memory(layout: Build, text: str) -> None:
    for make in (lambda: rendered(layout(text)), lambda: render_text(text, CONTEXT, "lauseke")):
        with pytest.raises(LayoutError, match="liian pitkä teksti") as caught:
            make()
        assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{{ rivit | sum }}", "ei voi laskea"),
        ("{{ otsikko | round }}", "ei voi laskea"),
        ("{{ ([] | first) }}", "ei ole kohtaa"),
    ],
)
def test_what_the_data_do_not_allow_is_told_in_the_language_of_the_run(
    layout: Build, text: str, said: str
) -> None:
    with pytest.raises(LayoutError, match=said) as caught:
        rendered(layout(text))
    assert "object" not in str(caught.value)
    assert caught.value.hint.startswith("Tarkista")


MANY = "{% for a in range(100000) %}"
END = "{% endfor %}"
ENDLESS = [
    f"{MANY}{MANY}x{END}{END}",
    f"{MANY}{MANY}{END}{END}",
    f"{MANY}{MANY}{{% if a %}}{{% set x = a %}}{{% endif %}}{END}{END}",
    "{% for a in range(90000) | map('abs') %}" + MANY + "x" + END + END,
    "{% for a in range(90000) if a is odd %}" + MANY + "x" + END + END,
    "{% for a in 'abcdefghi' %}" * 15 + "x" + END * 15,
    "{% for a in 'abcdefghi' | reverse | map('upper') %}" * 15 + END * 15,
    f"{MANY}{{% for a in rivit %}}{{% for b in rivit %}}{END}{END}{END}",
    f"{MANY}{END}" * 3,
]
"""Loops that would take hours, or for ever."""


@pytest.mark.parametrize("text", ENDLESS)
def test_no_loop_goes_on_without_end(layout: Build, text: str) -> None:
    for make in (lambda: rendered(layout(text)), lambda: render_text(text, CONTEXT, "lauseke")):
        with pytest.raises(LayoutError, match="liian monta kertaa: enintään 200000") as caught:
            make()
        assert caught.value.hint.startswith("Käy silmukassa")
        assert caught.value.excerpt.startswith(text[:15])


def test_loops_that_python_has_no_room_for_are_told_of(layout: Build) -> None:
    text = "{% for a in rivit %}" * 30 + "x" + END * 30
    assert any("sisäkkäin" in item.message for item in flaws(layout(text)))
    for make in (lambda: rendered(layout(text)), lambda: render_text(text, CONTEXT, "lauseke")):
        with pytest.raises(LayoutError, match="sisäkkäin liian monta") as caught:
            make()
        assert caught.value.hint


def test_each_part_is_counted_by_itself(layout: Build) -> None:
    """What one document needs, the next may need as well."""
    made = layout(f"{MANY}{END}", "Loppu.")
    assert [rendered(made) for _ in range(3)] == [rendered(made)] * 3

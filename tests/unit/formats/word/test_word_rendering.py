from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date

import pytest
from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from sopimukset.formats import zip as archive
from sopimukset.formats.word import (
    Fragment,
    LayoutError,
    Properties,
    environment,
    gap,
    read_properties,
    render,
    spoken,
    text_of,
)

Build = Callable[..., bytes]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HARD = """R&D <Oy> "Ab" 'x' {{ y }} {% if z %} {_{ 5 > 4 &amp; </w:t>"""
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]) | st.sampled_from("<>&{}%#\"'"),
    min_size=1,
)


def document(data: bytes) -> etree._Element:
    return etree.fromstring(archive.read(data)["word/document.xml"])


def test_special_characters_come_out_whole(layout: Build, properties: Properties) -> None:
    made = render(layout("Nimi: {{ nimi }}."), {"nimi": HARD}, properties)
    assert text_of(made) == [f"Nimi: {HARD}."]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=TEXT)
def test_any_text_comes_out_whole(layout: Build, properties: Properties, value: str) -> None:
    made = render(layout("{{ nimi }}"), {"nimi": value}, properties)
    assert text_of(made) == [value.replace("\xa0", " ")]  # a reader sees a space


def test_the_same_input_gives_the_same_bytes(layout: Build, properties: Properties) -> None:
    data = layout("{{ nimi }}", "{%p for x in rivit %}", "{{ x }}", "{%p endfor %}")
    context = {"nimi": "A", "rivit": ["b", "c"]}
    assert render(data, context, properties) == render(data, dict(context), properties)


def test_docxtpl_itself_gives_the_same_text(layout: Build, properties: Properties) -> None:
    data = layout("{{ nimi }}", "{%p for x in rivit %}", "{{ x.a }}: {{ x.b }}", "{%p endfor %}")
    context = {"nimi": "A & B", "rivit": [{"a": "1", "b": "<2>"}, {"a": "3", "b": "4"}]}
    reference = DocxTemplate(io.BytesIO(data))
    reference.render(context, environment(), autoescape=True)
    target = io.BytesIO()
    reference.save(target)
    assert text_of(render(data, context, properties)) == text_of(target.getvalue())


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (None, "ei ole arvoa"),
        (True, "ei ole tekstiä"),
        (1.5, "ei ole tekstiä"),
        (["a"], "ei ole tekstiä"),
        ("a\x07b", "ohjausmerkki U\\+0007"),
        ("a\x0bb", "ohjausmerkki"),
        ("a\ud800b", "ohjausmerkki"),
        ("a\ue000b", "merkki U\\+E000"),
        ("a\ue001b", "merkki U\\+E001"),
        (f"{gap('a')}\ue002b", "merkki U\\+E002"),
        (f"{spoken('a', 'se-FI')}\ue003b", "merkki U\\+E003"),
        ("\ue004a\ue001b", "merkki U\\+E004"),
        ("a\ue005b", "merkki U\\+E005"),
    ],
)
def test_what_is_no_text_is_refused(
    layout: Build, properties: Properties, value: object, message: str
) -> None:
    with pytest.raises(LayoutError, match=message) as caught:
        render(layout("Ensin.", "Nimi: {{ x.nimi }}"), {"x": {"nimi": value}}, properties)
    assert caught.value.part == "word/document.xml"
    assert caught.value.excerpt == "Nimi: {{ x.nimi }}"
    assert caught.value.hint


@pytest.mark.parametrize("field", ["puuttuva", "x.puuttuva", "x.items", "x['keys']"])
def test_an_unknown_field_is_named_with_its_paragraph(
    layout: Build, properties: Properties, field: str
) -> None:
    with pytest.raises(LayoutError, match=r"Kenttää ”\w+” ei ole") as caught:
        render(layout("Alku", f"Nimi: {{{{ {field} }}}}", "Loppu"), {"x": {}}, properties)
    assert caught.value.excerpt.startswith("Nimi: {{")


def test_an_unknown_field_in_a_condition_is_refused(layout: Build, properties: Properties) -> None:
    data = layout("{%p if puuttuva %}", "teksti", "{%p endif %}")
    with pytest.raises(LayoutError, match="puuttuva"):
        render(data, {}, properties)


def test_a_loop_over_nothing_of_the_kind_is_refused(layout: Build, properties: Properties) -> None:
    data = layout("{%p for x in rivit %}", "{{ x }}", "{%p endfor %}")
    with pytest.raises(LayoutError, match="ei voi laskea"):
        render(data, {"rivit": None}, properties)


def test_a_gap_gets_its_own_run_and_loses_its_markers(
    layout: Build, properties: Properties
) -> None:
    styles = f'<w:styles xmlns:w="{W[1:-1]}"><w:style w:styleId="PuuttuvaTieto"/></w:styles>'
    data = layout("Aika: {{ aika }} ja {{ muu }}", extra={"word/styles.xml": styles.encode()})
    made = render(data, {"aika": gap("päivä puuttuu"), "muu": "x"}, properties)
    assert text_of(made) == ["Aika: päivä puuttuu ja x"]
    runs = [
        ("".join(run.itertext()), run.find(f"{W}rPr/{W}rStyle") is not None)
        for run in document(made).iter(f"{W}r")
    ]
    assert runs == [("Aika: ", False), ("päivä puuttuu", True), (" ja x", False)]


def test_a_stretch_in_another_language_is_said_to_be_in_it(
    layout: Build, properties: Properties
) -> None:
    told = f"Inari ({spoken('Anár', 'se-FI')}, {spoken('Aanaar', 'smn-FI')})"
    made = render(layout("{{ a }}"), {"a": told}, properties)
    assert text_of(made) == ["Inari (Anár, Aanaar)"]
    runs = [
        ("".join(run.itertext()), run.find(f"{W}rPr/{W}lang"))
        for run in document(made).iter(f"{W}r")
    ]
    assert [(text, lang is not None and lang.get(f"{W}val")) for text, lang in runs] == [
        ("Inari (", False),
        ("Anár", "se-FI"),
        (", ", False),
        ("Aanaar", "smn-FI"),
        (")", False),
    ]


def test_a_gap_is_highlighted_where_the_layout_lacks_the_style(
    layout: Build, properties: Properties
) -> None:
    made = render(layout("{{ a }}"), {"a": gap("puuttuu")}, properties)
    assert document(made).find(f".//{W}highlight").get(f"{W}val") == "yellow"


def test_markers_never_reach_the_properties(layout: Build) -> None:
    marked = Properties(gap("otsikko"), "fi", date(2025, 1, 1), custom={"a": gap("b")})
    made = read_properties(render(layout("x"), {}, marked))
    assert (made.title, made.custom) == ("otsikko", {"a": "b"})


def test_line_breaks_and_tabs_in_a_value_stay(layout: Build, properties: Properties) -> None:
    made = render(layout("[{{ a }}]"), {"a": "yksi\nkaksi\tkolme"}, properties)
    assert text_of(made) == ["[yksi\nkaksi\tkolme]"]
    assert len(list(document(made).iter(f"{W}br"))) == 1


def test_repeated_bookmarks_and_their_links_are_told_apart(
    layout: Build, properties: Properties
) -> None:
    loop = "<w:p><w:r><w:t>{{%p for x in xs %}}</w:t></w:r></w:p>{}" + (
        "<w:p><w:r><w:t>{{%p endfor %}}</w:t></w:r></w:p>"
    )
    link = '<w:p><w:hyperlink w:anchor="k"><w:r><w:t>{{ x }}</w:t></w:r></w:hyperlink></w:p>'
    mark = (
        '<w:p><w:bookmarkStart w:id="7" w:name="k"/><w:r><w:t>{{ x }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="7"/></w:p>'
    )
    made = render(
        layout(body=loop.format(link) + loop.format(mark)), {"xs": ["a", "b"]}, properties
    )
    root = document(made)
    names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
    anchors = [link.get(f"{W}anchor") for link in root.iter(f"{W}hyperlink")]
    assert names == anchors == ["k", "k_2"]
    starts = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
    assert starts == [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")]
    assert len(set(starts)) == 2


@pytest.mark.parametrize(
    "number",
    [
        '<w:fldSimple w:instr=" SEQ Taulukko \\* ARABIC "><w:r><w:t>9</w:t></w:r></w:fldSimple>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> SEQ Taulukko </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>9</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    ],
)
def test_captions_are_numbered_in_order(layout: Build, properties: Properties, number: str) -> None:
    caption = f"<w:p><w:r><w:t>Taulukko </w:t></w:r>{number}<w:r><w:t>.</w:t></w:r></w:p>"
    loop = f"<w:p><w:r><w:t>{{%p for x in [1, 2] %}}</w:t></w:r></w:p>{caption}"
    loop += "<w:p><w:r><w:t>{%p endfor %}</w:t></w:r></w:p>"
    made = render(layout(body=loop), {}, properties)
    assert text_of(made) == ["Taulukko 1.", "Taulukko 2."]


def test_a_cell_that_lost_its_paragraphs_gets_one_back(
    layout: Build, properties: Properties
) -> None:
    cell = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        for text in ("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
    )
    made = render(
        layout(body=f"<w:tbl><w:tr><w:tc>{cell}</w:tc></w:tr></w:tbl>"), {"xs": []}, properties
    )
    root = document(made)
    assert root.find(f".//{W}tc")[-1].tag == f"{W}p"
    assert root.find(f"{W}body")[-1].tag == f"{W}p"


def test_properties_replace_those_of_the_layout(layout: Build) -> None:
    core = (
        b'<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/'
        b'core-properties"><c:lastModifiedBy>Muokkaaja</c:lastModifiedBy></c:coreProperties>'
    )
    given_properties = Properties(
        "A & <B>",
        "fi-FI",
        date(2025, 4, 1),
        creator="Kunta & alue",
        subject="Aihe",
        keywords=("yksi", "kaksi"),
        identifier="KUV-1",
        custom={"alue": "x", "pohja": "1&2"},
    )
    made = render(layout("x", extra={"docProps/core.xml": core}), {}, given_properties)
    assert read_properties(made) == given_properties
    assert b"Muokkaaja" not in archive.read(made)["docProps/core.xml"]
    assert archive.read(made)["docProps/core.xml"].count(b"A &amp; &lt;B&gt;") == 1


TABLE = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>solu</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("EKA {{r arvo }} TOKA", "keskellä"),
        ("{{r arvo }}", "yksin"),
        ("{{p arvo }}", "irrallaan"),
        ("{{p 'vakio' }}", ""),
        ("{{p arvo }}", 7),
        ("{{ arvo }}", Fragment(TABLE)),
        ("{{r arvo }}", Fragment(TABLE)),
        ("{{ arvo }}", Fragment("<w:b/>")),
    ],
)
def test_what_word_would_not_show_makes_no_document(
    layout: Build, properties: Properties, text: str, value: object
) -> None:
    """Nothing is lost: text outside every run is refused, and so is a table within a text."""
    with pytest.raises(LayoutError, match="jossa Word ei näytä") as caught:
        render(layout("Alku.", text), {"arvo": value}, properties)
    assert caught.value.part == "word/document.xml"
    assert caught.value.hint


def test_a_ready_structure_stands_in_its_paragraphs_place(
    layout: Build, properties: Properties
) -> None:
    made = render(layout("Alku.", "{{p arvo }}"), {"arvo": Fragment(TABLE)}, properties)
    assert text_of(made)[:2] == ["Alku.", "solu"]

"""What the linter of layouts sees without filling one: places, names that were meant, traps."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations_with_replacement

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopimukset.formats import zip as archive
from sopimukset.formats.word import Properties, lines_of, open_layout, render, uses_of
from sopimukset.formats.word.lint import FieldKind, Fields, Flaw, Topic, lint
from sopimukset.formats.word.tags import slips, source
from tests.unit.formats.word.conftest import paragraph, parts_of

Build = Callable[..., bytes]
KNOWN: Fields = {
    "otsikko": FieldKind.TEXT,
    "salainen": FieldKind.TRUTH,
    "ryhma": FieldKind.GROUP,
    "ryhma.nimi": FieldKind.TEXT,
    "ryhma.kunnat": FieldKind.LIST,
    "ryhma.kunnat[]": FieldKind.TEXT,
    "rivit": FieldKind.LIST,
    "rivit[]": FieldKind.GROUP,
    "rivit[].nimi": FieldKind.TEXT,
    "rivit[].osat": FieldKind.LIST,
    "rivit[].osat[]": FieldKind.GROUP,
    "rivit[].osat[].maara": FieldKind.TEXT,
}


def flaws(layout: bytes, *topics: Topic) -> list[Flaw]:
    wanted = topics or (Topic.FILE, Topic.TAGS, Topic.FIELDS)
    return [item for item in lint(layout, KNOWN).flaws if item.topic in wanted]


def only(layout: bytes) -> Flaw:
    found = flaws(layout)
    assert len(found) == 1, [(item.message, item.values) for item in found]
    return found[0]


def marked(flaw: Flaw) -> str:
    assert flaw.paragraph is not None
    return flaw.paragraph.text[flaw.start : flaw.end]


def cell(*texts: str) -> str:
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return f"<w:tc>{paragraphs}</w:tc>"


def row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def test_a_sound_layout_has_no_flaw(layout: Build) -> None:
    made = layout(
        "{{ otsikko }}: {{ ryhma.kunnat | join(', ') }}",
        "{%p for rivi in rivit %}",
        "{{ loop.index }} {{ rivi.nimi }}{% if not loop.last %};{% endif %}",
        "{% for osa in rivi.osat %}{{ osa.maara }}{% endfor %}{# muistiin: “ei” #}",
        "{%p endfor %}",
        "{% if salainen %}x{% elif otsikko == 'a – b' %}y{% else %}z{% endif %}",
    )
    assert flaws(made) == []


@pytest.mark.parametrize(
    ("texts", "path", "meant"),
    [
        (["{{ otsiko }}"], "otsiko", "otsikko"),
        (["{% if ryhma.nmi %}a{% endif %}"], "ryhma.nmi", "nimi"),
        (["{%p for x in rivit %}", "{{ x.nim }}", "{%p endfor %}"], "rivit[].nim", "nimi"),
        (
            ["{%p for x in rivit %}{# #}".replace("{# #}", ""), "{% for y in x.osat %}"
             "{{ y.mara }}{% endfor %}", "{%p endfor %}"],
            "rivit[].osat[].mara", "maara",
        ),
        (["{{ nimi }}"], "nimi", "ryhma.nimi"),
        (["{{ xyzzy }}"], "xyzzy", ""),
        (["{% set a = ryhma %}{{ a.nimo }}"], "ryhma.nimo", "nimi"),
        (["{% with a = ryhma %}{{ a.nimo }}{% endwith %}"], "ryhma.nimo", "nimi"),
        (["{{ rivit | map(attribute='nimu') | join(', ') }}"], "rivit[].nimu", "nimi"),
        (["{{ (rivit | first).nimu }}"], "rivit[].nimu", "nimi"),
        (["{{ rivit[0]['nimu'] }}"], "rivit[].nimu", "nimi"),
        (["{% for x in rivit %}{{ loop.lats }}{% endfor %}"], "loop.lats", "last"),
    ],
)  # fmt: skip
def test_an_unknown_field_is_told_with_the_name_that_was_meant(
    layout: Build, texts: list[str], path: str, meant: str
) -> None:
    flaw = only(layout("Alku.", *texts))
    assert flaw.topic is Topic.FIELDS
    assert flaw.values == {"kentta": path, "ehdotus": meant}
    assert marked(flaw) == path.rpartition(".")[2]


def test_a_branch_that_no_record_takes_is_read_too(layout: Build) -> None:
    made = layout("a", "{%p if false %}", "b {{ ryhma.nimo }}", "{%p endif %}")
    flaw = only(made)
    assert flaw.paragraph is not None
    assert flaw.paragraph.path == "word/document.xml/kappale[3]"
    assert flaw.values["ehdotus"] == "nimi"
    assert lines_of(made).texts[flaw.paragraph.line - 1] == "b {{ ryhma.nimo }}"


def test_a_field_that_is_no_text_cannot_be_printed(layout: Build) -> None:
    for text in ("{{ rivit }}", "{{ ryhma }}", "{{ salainen }}"):
        assert "ei voi tulostaa" in only(layout(text)).message
    assert flaws(layout("{{ rivit | length }}")) == []


@pytest.mark.parametrize(
    ("texts", "message", "mark"),
    [
        (["Nimi: {{ otsikko"], "ei pääty", "{{"),
        (["Nimi: otsikko }}"], "ei ala", "}}"),
        (["{{ otsikko } ja {{ otsikko }}"], "ei pääty", "{{ otsikko } ja "),
        (["a {{ otsikko", "}} b"], "kahteen kappaleeseen", "{{ otsikko"),
        (["{%p if otsikko %} teksti", "{%p endif %}"], "katoaisi", "{%p if otsikko %}"),
        (["{%p if otsikko %}", "a"], "jää sulkematta", "{%p if otsikko %}"),
        (["a", "{%p endif %}"], "ei ole alkua", "{%p endif %}"),
        (["{%p if otsikko %}", "a{% endif %}"], "erilaisia", "{% endif %}"),
        (["{%p if otsikko %}", "{%p for x in rivit %}", "{%p endif %}"], "jää sulkematta",
         "{%p for x in rivit %}"),
        (["{% if otsikko == “x” %}a{% endif %}"], "Merkinnän sisällä on merkki {merkki}", "“"),
        (["{% if otsikko == „x» %}a{% endif %}"], "Merkinnän sisällä on merkki {merkki}", "„"),
        (["{{ otsikko\u00a0}}"], "Merkinnän sisällä on merkki {merkki}", "\u00a0"),
        (["{% if otsikko == 'A &amp; B' %}a{% endif %}"], "ei koskaan vastaa", "&amp;"),
        (["{% p if otsikko %}", "{%p endif %}"], "välilyönti", "{% p if"),
        (["{{ otsikko ryhma }}"], "kirjoitettu väärin", "{{ otsikko ryhma }}"),
        (["{% tuntematon %}"], "tuntematon", "{% tuntematon %}"),
    ],
)  # fmt: skip
def test_a_trap_is_told_with_its_mark(
    layout: Build, texts: list[str], message: str, mark: str
) -> None:
    found = flaws(layout("Alku.", *texts))
    assert message in found[0].message
    assert marked(found[0]) == mark
    assert found[0].topic is Topic.TAGS
    assert found[0].advice.endswith((".", "}."))


def test_text_beside_a_row_tag_is_told(layout: Build) -> None:
    body = row(cell("{%tr for x in rivit %}"), cell("katoaa"))
    body = f"<w:tbl>{body}{row(cell('{{ x.nimi }}'))}{row(cell('{%tr endfor %}'))}</w:tbl>"
    assert "Rivimerkinnän" in only(layout(body=body)).message


def test_a_pair_across_the_border_of_a_table_is_told(layout: Build) -> None:
    table = f"<w:tbl>{row(cell('a', '{%p endif %}'))}</w:tbl>"
    assert "eri taulukossa" in only(layout("{%p if otsikko %}", body=table)).message


def test_what_only_opening_refuses_is_told_at_its_paragraph(layout: Build) -> None:
    flaw = only(layout("Alku.", "Nimi: {{ otsikko | default('x') }}"))
    assert flaw.topic is Topic.FILE
    assert flaw.paragraph is not None
    assert flaw.paragraph.number == 2
    body = "<w:p><w:ins w:id='1'><w:r><w:t>uutta</w:t></w:r></w:ins></w:p>"
    assert "hyväksymättömiä muutoksia" in only(layout(body=body)).message


@pytest.mark.parametrize("data", [b"", b"PK", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_document_is_a_flaw_of_the_file(data: bytes) -> None:
    result = lint(data, KNOWN)
    assert [item.topic for item in result.flaws] == [Topic.FILE]
    assert result.lines is None


def test_fields_in_headers_and_in_descriptions_of_pictures_count(layout: Build) -> None:
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    picture = (
        f"<w:p><w:r><w:drawing><wp:inline {space}>"
        '<wp:docPr id="1" name="a" descr="{{ otsiko }}"/></wp:inline></w:drawing></w:r></w:p>'
    )
    assert only(layout(body=picture)).values["ehdotus"] == "otsikko"
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    header = f"<w:hdr {space}><w:p><w:r><w:t>{{{{ otsiko }}}}</w:t></w:r></w:p></w:hdr>"
    flaw = only(layout("a", extra={"word/header1.xml": header.encode()}))
    assert flaw.paragraph is not None
    assert flaw.paragraph.path == "word/header1.xml/kappale[1]"


def test_lines_are_paragraphs_and_rows(layout: Build) -> None:
    inner = f"<w:tbl>{row(cell('x'), cell('y'))}</w:tbl>"
    table = f"<w:tbl>{row(cell('a', 'b'), f'<w:tc>{inner}<w:p/></w:tc>')}{row(cell('c'))}</w:tbl>"
    broken = "<w:p><w:r><w:t>1</w:t><w:br/><w:t>2</w:t><w:tab/><w:t>3</w:t></w:r></w:p>"
    found = lines_of(layout("ylin", "", body=table + broken))
    assert found.texts == (
        "[word/document.xml]", "ylin", "", "| a / b | x / y /  |", "| c |", "1⏎2\t3",
    )  # fmt: skip
    for item in found.paragraphs:
        line = found.texts[item.line - 1]
        assert line[item.column - 1 :].startswith(item.text)


def test_uses_have_lines_and_comparisons() -> None:
    uses = uses_of("{% for x in rivit %}\n{% if x.laji in ['a', 'b'] %}\n{{ x.nimi }}{% endif %}"
                   "{% if 'c' == x.laji %}{% endif %}{% endfor %}")  # fmt: skip
    assert {(use.path, use.line, use.printed) for use in uses.fields} == {
        ("rivit", 1, False), ("rivit[].laji", 2, False), ("rivit[].nimi", 3, True),
        ("rivit[].laji", 3, False),
    }  # fmt: skip
    assert uses.compared == {"rivit[].laji": {"a": 2, "b": 2, "c": 3}}


def test_a_layout_is_read_whole_however_its_zip_is_written(layout: Build) -> None:
    parts = archive.read(layout("{{ otsiko }}"))
    assert only(archive.write(dict(reversed(parts.items())))).values["ehdotus"] == "otsikko"


PIECES = st.sampled_from(
    [
        *("{{", "}}", "{%", "%}", "{#", "#}", "{%p ", "{%tr ", "{{r ", "if ", "endif", "{", "}"),
        *("otsikko", "x.nimi", " ", "'", '"', "“", "„", "»", "–", "\u00a0", "&amp;", "&", "<", "|"),
        *("ä", "teksti", "(", ")", "[0]", "set a = ryhma", "loop.last", "colspan 2", "vm", "\t"),
        "for x in rivit",
    ]
)
TEXTS = st.lists(PIECES, max_size=12).map("".join)


@given(TEXTS)
def test_what_jinja_reads_keeps_every_column(text: str) -> None:
    read = source(text)
    assert len(read) == len(text)
    for slip in slips(text):
        assert 0 <= slip.start <= slip.end <= len(text)


@given(st.lists(TEXTS, max_size=5))
def test_no_layout_makes_the_linter_fail_and_none_that_it_calls_sound_is_refused(
    texts: list[str],
) -> None:
    body = "".join(map(paragraph, texts))
    made = archive.write(parts_of(body))
    result = lint(made, KNOWN)
    for flaw in result.flaws:
        said = flaw.message.format(**flaw.values) if flaw.values else flaw.message
        assert said.endswith((".", "?"))
        assert flaw.paragraph is None or flaw.end <= len(flaw.paragraph.text)
    if not any(flaw.topic in (Topic.FILE, Topic.TAGS) for flaw in result.flaws):
        open_layout(made)


STARTS = {"p": "{%p if otsikko %}", "tr": "{%tr if otsikko %}", "": "a{% if otsikko %}b"}
ENDS = {"p": "{%p endif %}", "tr": "{%tr endif %}", "": "c{% endif %}d"}
SLOTS = 8
"""A paragraph, a table of three rows and two columns, a paragraph: where a tag may stand."""


def with_tags(start: tuple[int, str], end: tuple[int, str], filler: str) -> bytes:
    texts = [filler] * SLOTS
    for place, tag in (start, end):
        texts[place] = tag if texts[place] == filler else texts[place] + tag
    first, *cells, last = texts
    rows = "".join(row(cell(one), cell(two)) for one, two in zip(*[iter(cells)] * 2, strict=True))
    return archive.write(
        parts_of(f"{paragraph(first)}<w:tbl>{rows}</w:tbl>{paragraph(last)}<w:sectPr/>")
    )


@pytest.mark.parametrize("filler", ["", "teksti"])
@pytest.mark.parametrize("kinds", [(a, b) for a in STARTS for b in ENDS], ids=str)
def test_what_the_linter_calls_sound_can_be_filled_whichever_branch_is_taken(
    kinds: tuple[str, str], filler: str, properties: Properties
) -> None:
    """Every place of a beginning and an end of every sort: filling is the judge."""
    sound = 0
    for first, last in combinations_with_replacement(range(SLOTS), 2):
        made = with_tags((first, STARTS[kinds[0]]), (last, ENDS[kinds[1]]), filler)
        if not lint(made, KNOWN).flaws:
            sound += 1
            for title in ("O", ""):
                assert render(made, {"otsikko": title}, properties), (first, last)
    assert sound or kinds[0] != kinds[1] or (kinds[0] == "tr" and filler)


STRUCTURED: Fields = {
    "otsikko": FieldKind.TEXT,
    "rikas": FieldKind.ANYTHING,
    "lohkot": FieldKind.LIST,
    "lohkot[]": FieldKind.GROUP,
    "lohkot[].teksti": FieldKind.TEXT,
    "lohkot[].rakenne": FieldKind.READY,
}


@pytest.mark.parametrize(
    ("tag", "beside"),
    [
        ("{{p otsikko }}", ""),
        ("{{p lohko.teksti }}", ""),
        ("{{p otsikko | upper }}", ""),
        ("{{r otsikko }}", "EKA TOKA"),
        ("{{r 'x' }}", "EKA"),
        ("{{-r otsikko }}", "EKA"),
        ("{{r lohko.rakenne }}", ""),
        ("{{tr lohko.rakenne }}", ""),
        ("{{tc otsikko }}", ""),
    ],
)
def test_a_tag_for_ready_structures_prints_no_text(layout: Build, tag: str, beside: str) -> None:
    """docxtpl would put the text outside every run: Word drops it, or calls the file damaged."""
    text = beside.replace("TOKA", tag) if "TOKA" in beside else f"{beside}{tag}"
    made = layout("{%p for lohko in lohkot %}", text, "{%p endfor %}")
    [flaw] = [item for item in lint(made, STRUCTURED).flaws if "rakenteille" in item.message]
    assert flaw.topic is Topic.TAGS
    assert flaw.paragraph is not None
    assert flaw.paragraph.number == 2
    assert flaw.paragraph.text[flaw.start : flaw.end] == tag == flaw.values["merkki"]


def test_ready_structures_and_rich_texts_may_stand_there(layout: Build) -> None:
    made = layout(
        "{%p for lohko in lohkot %}", "{{p lohko.rakenne }}", "{%p endfor %}", "a {{r rikas }} b"
    )
    assert lint(made, STRUCTURED).flaws == []


def test_a_ready_structure_is_no_text(layout: Build) -> None:
    made = layout("{%p for lohko in lohkot %}", "{{ lohko.rakenne }}", "{%p endfor %}")
    [flaw] = lint(made, STRUCTURED).flaws
    assert flaw.topic is Topic.FIELDS
    assert flaw.values["kentta"] == "lohkot[].rakenne"

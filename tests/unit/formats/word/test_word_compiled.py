"""A compiled layout gives what docxtpl and a reader of XML give, or leaves the work to them."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docxtpl import DocxTemplate, InlineImage, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from sopimukset.formats import zip as archive
from sopimukset.formats.word import (
    LayoutError,
    Properties,
    Special,
    body_texts,
    body_texts_of_ours,
    environment,
    gap,
    render,
    render_text,
    rendering,
    sandbox,
    spoken,
    store,
    text_of,
)
from sopimukset.formats.word.compiled import had, kept
from sopimukset.formats.word.finish import finish
from tests.unit.formats.word.conftest import W, paragraph, parts_of

Build = Callable[..., bytes]
DOCUMENT = "word/document.xml"
STYLES = {
    "word/styles.xml": f'<w:styles {W}><w:style w:styleId="PuuttuvaTieto"/></w:styles>'.encode()
}
PROPERTIES = Properties("Otsikko", "fi-FI", date(2025, 4, 1))
BOLD = "<w:rPr><w:b/></w:rPr>"


def run(text: str, look: str = "", rest: str = "") -> str:
    return f'<w:r w:rsidR="1">{look}<w:t xml:space="preserve">{text}</w:t>{rest}</w:r>'


def bare(*runs: str, properties: str = "") -> str:
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def cell(*blocks: str) -> str:
    return f"<w:tc><w:tcPr/>{''.join(blocks)}</w:tc>"


def row(*cells: str) -> str:
    return f'<w:tr w:rsidR="2">{"".join(cells)}</w:tr>'


def table(*rows: str, columns: int = 2) -> str:
    grid = '<w:gridCol w:w="100"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


SEQ = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ Kuva </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>7</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
SIMPLE = '<w:fldSimple w:instr=" SEQ Taulukko "><w:r><w:t>9</w:t></w:r></w:fldSimple>'
MARKED = '<w:bookmarkStart w:id="3" w:name="k"/>' + run("{{ a }}") + '<w:bookmarkEnd w:id="3"/>'
LINK = '<w:hyperlink w:anchor="k" w:history="1">' + run("{{ a }}") + "</w:hyperlink>"
LOOP = paragraph("{%p for x in xs %}"), paragraph("{%p endfor %}")
ROWS = (
    row(cell(paragraph("{%tr for x in xs %}")), cell(bare())),
    row(cell(paragraph("{%tr endfor %}")), cell(bare())),
)
EMPTY = cell(paragraph("{%p if nolla %}"), paragraph("{{ a }}"), paragraph("{%p endif %}"))
KEPT = bare(run("{{ x.n }}"), properties='<w:pPr><w:pStyle w:val="A"/><w:jc w:val="left"/></w:pPr>')
SPLIT = (
    "<w:p><w:r><w:t>{% if a %}yksi</w:t></w:r>"
    "<w:r><w:rPr><w:i/></w:rPr><w:t>{{ a }}{% endif %}</w:t></w:r></w:p>"
)
PICTURE = (
    "<w:p><w:r><w:drawing><wp:inline xmlns:wp="
    '"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="5" name="Kuva"/></wp:inline></w:drawing></w:r></w:p>'
)
PIECES = [
    paragraph("Nimi: {{ a }}, {{ x.n }}{% if b %} ja {{ b }}{% else %} eikä muuta{% endif %}."),
    bare(
        run("{{ a }}", BOLD), run(" väli "), run("{{ b }}", "<w:rPr><w:rStyle w:val='X'/></w:rPr>")
    ),
    bare(run("{{ a }}", "<w:rPr><w:lang w:val='sv-FI'/></w:rPr>")),
    bare(run("{{ a }}", "<w:rPr/>")),
    bare(run("{{ a }}", BOLD, '<w:br/><w:t xml:space="preserve">{{ b }}</w:t>')),
    bare(run("\t{{ a }}"), run("sarkain\tmukana")),
    bare(run("Taulukko "), SIMPLE, run(". {{ a }}")),
    bare(run("Kuva "), SEQ, run(". {{ a }}{% if b %}, {{ b }}{% endif %}")),
    bare(MARKED),
    bare(LINK),
    SPLIT,
    table(row(cell(KEPT), cell(bare(run("{{ b }}"))))),
    table(
        row(cell(bare()), cell(bare())),
        ROWS[0],
        row(cell(KEPT), cell(paragraph("{{ a }}"))),
        ROWS[1],
    ),
    PICTURE,
    table(row(EMPTY, cell(bare(SIMPLE))), *[row(cell(bare()), EMPTY)] * 9),
    table(row(EMPTY, cell(bare(MARKED))), *[row(cell(bare()), EMPTY)] * 10),
]
SPEECH = f"a ({spoken('b', 'se-FI')}, {spoken('c<', 'sms-FI')}) \ue003e \ue010\ue002"
VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=8),
    st.sampled_from(
        ["R&D <b>", "a\nb", "\t", " ", gap("x"), f"a{gap('b c')}d\n", "\ue010", "{{ a }}", SPEECH]
    ),
    st.integers(),
)
BODIES = st.lists(
    st.tuples(st.sampled_from(PIECES), st.booleans()).map(
        lambda pair: f"{LOOP[0]}{pair[0]}{LOOP[1]}" if pair[1] else pair[0]
    ),
    min_size=1,
    max_size=5,
)
CONTEXTS = st.fixed_dictionaries(
    {
        "a": VALUES,
        "b": st.one_of(VALUES, st.just("")),
        "nolla": st.just(""),
        "x": st.fixed_dictionaries({"n": VALUES}),
        "xs": st.lists(st.fixed_dictionaries({"n": VALUES}), max_size=12),
    }
)


def canonical(data: bytes) -> bytes:
    return bytes(etree.tostring(etree.fromstring(data), method="c14n"))


def layout_of(body: str, styles: bool) -> bytes:
    return archive.write({**parts_of(body), **(STYLES if styles else {})})


@settings(max_examples=150)
@given(body=BODIES, context=CONTEXTS, styles=st.booleans())
def test_a_compiled_layout_gives_what_docxtpl_gives(
    body: list[str], context: dict[str, Any], styles: bool
) -> None:
    layout = layout_of("".join(body), styles)
    quick = rendering._quickly(layout, context, custom=True)
    assert quick is not None
    slow = rendering._slowly(layout, context, custom=True)
    assert canonical(quick[0][DOCUMENT]) == canonical(slow[DOCUMENT])
    made = archive.write(quick[0])
    assert body_texts_of_ours(quick[0][DOCUMENT].decode()) == body_texts(made)


@settings(max_examples=50)
@given(body=BODIES, values=st.lists(st.text("aå<&> \"'", min_size=1), min_size=3, max_size=3))
def test_docxtpl_as_it_is_gives_the_same_before_it_is_put_right(
    body: list[str], values: list[str]
) -> None:
    a, b, n = values
    context = {"a": a, "b": b, "nolla": "", "x": {"n": n}, "xs": [{"n": a}, {"n": b}]}
    body = [piece.replace("\t", " ") for piece in body]
    layout = layout_of("".join(body), styles=True)
    plain = DocxTemplate(io.BytesIO(layout))
    plain.render(context, environment(), autoescape=True)
    target = io.BytesIO()
    plain.save(target)
    theirs = archive.read(target.getvalue())[DOCUMENT]
    ours = archive.read(render(layout, context, PROPERTIES))[DOCUMENT]
    assert canonical(ours) == canonical(finish(theirs, DOCUMENT, frozenset({"PuuttuvaTieto"})))


@pytest.mark.parametrize(
    "body",
    [
        paragraph("{% set y = a %}{{ y }}{% set z %}q{% endset %}"),
        table(row(cell(table(row(cell(bare()), cell(bare())))), cell(bare()))),
        table(row(cell(bare())), columns=2),
        "<!-- {{ a }} -->" + bare(),
        "<w:p><w:r><w:t>{% if a %}x</w:t></w:r></w:p><w:p><w:r><w:t>{% endif %}</w:t></w:r></w:p>",
        bare('<w:bookmarkStart w:id="1" w:name="k{{ a }}"/><w:bookmarkEnd w:id="1"/>'),
        bare("<w:r><w:instrText>SEQ {{ a }}</w:instrText></w:r>"),
        bare(run("\ue105")),
        bare(run("{%- if a %}x{%- endif %}")),
        bare(run("{% if a %}y{% endif %}"), SIMPLE),
    ],
    ids=range(10),
)
def test_what_the_compiler_does_not_know_is_left_to_docxtpl(body: str) -> None:
    layout = layout_of(bare(run("{{ a }}")) + body, styles=True)
    assert store.compiled_layout(layout) is None
    assert text_of(render(layout, {"a": "A & B"}, PROPERTIES))[0].startswith("A & B")


def png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">L", len(data)) + kind + data + struct.pack(">L", zlib.crc32(kind + data))
        )

    head = struct.pack(">LLBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0\0"))
        + chunk(b"IEND", b"")
    )


def test_rich_texts_and_pictures_are_docxtpls_to_fill() -> None:
    rich = Special(lambda _: RichText("lihava", bold=True))
    picture = Special(lambda template: InlineImage(template, io.BytesIO(png())))
    layout = layout_of(paragraph("Alku {{r rikas }} & {{ muu }}") + paragraph("{{ kuva }}"), True)
    made = render(layout, {"rikas": rich, "muu": "<b> {_{", "kuva": picture}, PROPERTIES)
    assert text_of(made)[0] == "Alku lihava & <b> {_{"
    assert any(name.startswith("word/media/") for name in archive.read(made))


def test_a_picture_where_a_text_was_expected_is_filled_too() -> None:
    layout = layout_of(paragraph("Kuva: {{ kuva }}"), styles=True)
    assert store.compiled_layout(layout) is not None
    picture = Special(lambda template: InlineImage(template, io.BytesIO(png())))
    made = render(layout, {"kuva": picture}, PROPERTIES)
    assert any(name.startswith("word/media/") for name in archive.read(made))


def test_a_document_inside_a_document_is_docxtpls_to_fill(tmp_path: Path) -> None:
    pytest.importorskip("docxcompose")
    inner = Path(tmp_path / "sisempi.docx")
    from docx import Document

    own = Document()
    own.add_paragraph("Sisempi kappale")
    own.save(str(inner))
    layout_file = io.BytesIO()
    outer = Document()
    outer.add_paragraph("{{ nimi }}")
    outer.add_paragraph("{{p sisempi }}")
    outer.save(layout_file)
    special = Special(lambda template: template.new_subdoc(str(inner)))
    made = render(layout_file.getvalue(), {"sisempi": special, "nimi": "{{ a }}"}, PROPERTIES)
    assert text_of(made)[:2] == ["{{ a }}", "Sisempi kappale"]


def test_a_compiled_layout_can_be_kept_as_bytes() -> None:
    layout = layout_of("".join(PIECES), styles=True)
    context = {"a": "1", "b": gap("2"), "nolla": "", "x": {"n": "3"}, "xs": [{"n": "4"}]}
    compiled = store.compiled_layout(layout)
    assert compiled is not None
    again = had(kept(compiled))
    assert [p.fill(context) for p in again.parts] == [p.fill(context) for p in compiled.parts]
    assert (again.fixed, again.packed) == (compiled.fixed, compiled.packed)


class Kept(dict[str, bytes]):
    """A store in memory, which counts what was found broken."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def put(self, key: str, content: bytes) -> None:
        self[key] = content

    def broken(self, key: str) -> None:
        self.told.append(key)


def test_what_is_kept_is_used_and_what_is_broken_is_made_anew() -> None:
    layout = layout_of(paragraph("{{ a }} kerran"), styles=True)
    kept_ = Kept()
    made = []
    for content in (None, None, b"", b"roskaa", b"(", b"-"):
        store.compiled_layout.cache_clear()
        if content is not None:
            kept_[store.key_of(layout)] = content
        with store.kept_in(kept_):
            made.append(render(layout, {"a": "x"}, PROPERTIES))
    store.compiled_layout.cache_clear()
    assert len(kept_) == 1
    assert len(kept_.told) == 3
    assert len({text for document in made for text in text_of(document)}) == 1
    assert len(set(made[:5])) == 1


def test_another_layout_another_python_another_library_is_another_key(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, other = (layout_of(paragraph(text), styles=True) for text in ("a", "b"))
    keys = {store.key_of(one), store.key_of(other)}
    for change in (("sys.version", "4.0"), ("importlib.metadata.version", lambda _: "99")):
        store._makers.cache_clear()
        with monkeypatch.context() as patch:
            patch.setattr(*change)
            keys.add(store.key_of(one))
    store._makers.cache_clear()
    assert len(keys) == 4


def test_a_broken_placeholder_is_told_when_the_layout_is_filled() -> None:
    for text in ("{{ a | tuntematon }}", "{{ a b }}", "{% include 'x' %}"):
        with pytest.raises(LayoutError) as caught:
            render(layout_of(paragraph("Alku") + paragraph(text), True), {"a": "x"}, PROPERTIES)
        assert caught.value.part == DOCUMENT


def test_properties_with_control_characters_are_refused() -> None:
    layout = layout_of(paragraph("x"), styles=True)
    for made in (
        Properties("a\x07", "fi", PROPERTIES.day),
        Properties("a", "fi", PROPERTIES.day, custom={"b": "\x00"}),
    ):
        with pytest.raises(LayoutError, match="ohjausmerkki"):
            render(layout, {}, made)


def test_a_stamp_sees_the_other_parts_and_is_told_in_the_document() -> None:
    layout = layout_of(paragraph("x"), styles=True)
    seen: list[str] = []

    def stamp(parts: Any) -> dict[str, str]:
        seen.extend(parts)
        return {"leima": str(len(parts[DOCUMENT]))}

    made = archive.read(render(layout, {}, PROPERTIES, stamp))
    assert set(seen) == set(made) - {"docProps/custom.xml"}
    assert str(len(made[DOCUMENT])) in made["docProps/custom.xml"].decode()


def test_texts_are_compiled_once_and_what_is_broken_is_made_anew(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = ["Nimi: {{ a }}", "{% if a %}{{ b }}{% endif %}", "ei mitään", "{{ rikki"]
    kept_ = Kept()
    for content in (None, None, b"", b"roskaa", b"i\1\0\0\0"):
        sandbox._text_template.cache_clear()
        monkeypatch.setattr(sandbox, "_known_texts", {})
        for key in kept_:
            kept_[key] = kept_[key] if content is None else content
        with store.kept_in(kept_):
            store.compile_texts(texts)
        assert set(sandbox._known_texts) == set(texts[:2])
        assert [render_text(text, {"a": "1", "b": "<2>"}, "x") for text in texts[:3]] == [
            "Nimi: 1",
            "<2>",
            "ei mitään",
        ]
        with pytest.raises(LayoutError):
            render_text(texts[3], {}, "x")
        with pytest.raises(LayoutError, match="ei ole") as caught:
            render_text(texts[0], {}, "x")
        assert caught.value.excerpt == texts[0]
    assert len(kept_) == 1

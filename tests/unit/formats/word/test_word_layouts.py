from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

import pytest

from sopimukset.base import speech
from sopimukset.formats import zip as archive
from sopimukset.formats.word import (
    LayoutError,
    Properties,
    fields_of_layout,
    fields_of_text,
    open_layout,
    render,
    render_text,
    text_of,
)

Build = Callable[..., bytes]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"


def refused(data: bytes) -> LayoutError:
    with pytest.raises(LayoutError) as caught:
        open_layout(data)
    assert caught.value.message.rstrip(">").endswith(".")
    return caught.value


@pytest.mark.parametrize("data", [b"", b"PK", b"text", b"\xd0\xcf\x11\xe0" + b"\0" * 600])
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    assert ".docx" in refused(data).hint


def test_another_zip_is_refused() -> None:
    assert "zip-paketti" in refused(archive.write({"a.txt": b"x"})).message


def test_macros_are_refused(layout: Build) -> None:
    assert "makroja" in refused(layout("x", extra={"word/vbaProject.bin": b"x"})).message


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"
DOCUMENT_RELS = "word/_rels/document.xml.rels"


def relations(*items: tuple[str, str]) -> bytes:
    """Relationships of a part: their types and targets."""
    listed = "".join(
        f'<Relationship Id="r{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(items)
    )
    return f'<Relationships xmlns="{RELS}">{listed}</Relationships>'.encode()


def typed(data: bytes, **told: str) -> bytes:
    """The content types of a layout, more parts told of: `word__a_bin="application/x"`."""
    types = archive.read(data)["[Content_Types].xml"].decode()
    more = "".join(
        f'<Override PartName="/{name.replace("__", "/").replace("_", ".")}" ContentType="{kind}"/>'
        for name, kind in told.items()
    )
    return types.replace("</Types>", f"{more}</Types>").encode()


@pytest.mark.parametrize(
    "extra",
    [
        {
            "word/Macro.bin": b"x",
            DOCUMENT_RELS: relations((f"{MICROSOFT}/vbaProject", "Macro.bin")),
        },
        {"word/vbaData.xml": b"<x/>"},
        {
            "word/x.xml": b"<x/>",
            DOCUMENT_RELS: relations((f"{MICROSOFT}/wordVbaData", "/word/x.xml")),
        },
    ],
)
def test_macros_are_refused_by_another_name(layout: Build, extra: dict[str, bytes]) -> None:
    assert "makroja" in refused(layout("x", extra=extra)).message


@pytest.mark.parametrize("kind", ["application/vnd.ms-office.vbaProject", "application/x-VBADATA"])
def test_macros_are_refused_by_their_type(layout: Build, kind: str) -> None:
    extra = {
        "word/Macro.bin": b"x",
        DOCUMENT_RELS: relations((f"{OFFICE}/image", "Macro.bin")),
        "[Content_Types].xml": typed(layout("x"), word__Macro_bin=kind),
    }
    assert "makroja" in refused(layout("x", extra=extra)).message


@pytest.mark.parametrize(
    ("name", "target", "relation", "kind", "told"),
    [
        ("customUI/customUI.xml", "../customUI/customUI.xml", "extensibility", "", "extensibility"),
        ("word/k.xml", "k.xml", "keyMapCustomizations", "", "keyMapCustomizations"),
        ("word/ohjelma.exe", "ohjelma.exe", "image", "", "–"),
        ("word/a.bin", "%61.bin", "image", "application/octet-stream", "application/octet-stream"),
        ("word/a.bin", "A.BIN#x", "hyperlink", "application/x-z", "application/x-z"),
        ("word/a.bin", "/word/a.bin", "theme", "application/x-activeX", "application/x-activeX"),
    ],
)
def test_a_part_of_no_known_kind_is_refused_by_name(
    layout: Build, name: str, target: str, relation: str, kind: str, told: str
) -> None:
    extra = {name: b"<x/>", DOCUMENT_RELS: relations((f"{OFFICE}/{relation}", target))}
    if kind:
        extra["[Content_Types].xml"] = typed(layout("x"), word__a_bin=kind)
    error = refused(layout("x", extra=extra))
    assert f"jollaista pohjassa ei sallita: {told}" in error.message
    assert error.part in (name, DOCUMENT_RELS)
    assert error.hint.startswith("Poista se pohjasta")


def test_names_that_differ_in_the_size_of_letters_only_are_refused(layout: Build) -> None:
    error = refused(layout("x", extra={"word/Document.xml": b"<x/>"}))
    assert error.part.lower() == "word/document.xml"
    assert "ei sallita" in error.message


@pytest.mark.parametrize(
    "relation", [relations(), relations((f"{OFFICE}/officeDocument", "word/toinen.xml"))]
)
def test_a_document_that_the_package_does_not_lead_to_is_refused(
    layout: Build, relation: bytes
) -> None:
    extra = {"_rels/.rels": relation, "word/toinen.xml": b"<x/>"}
    assert "ei Word-asiakirja" in refused(layout("x", extra=extra)).message


def test_what_no_relationship_reaches_is_in_no_document(
    layout: Build, properties: Properties
) -> None:
    extra = {
        "word/x.bin": archive.write({"pommi": bytes(1000)}),
        "word/header7.xml": f"<w:hdr {W}><w:p/></w:hdr>".encode(),
        "customXml/item9.xml": b"<x/>",
        "word/_rels/x.bin.rels": relations((f"{OFFICE}/image", "y.png")),
        "word/y.png": b"x",
        "word/z.png": b"x",
        DOCUMENT_RELS: relations((f"{OFFICE}/image", "z.png")),
    }
    told = typed(layout("x"), word__x_bin="application/zip", word__z_png="image/png")
    extra["[Content_Types].xml"] = told
    cell = "<w:tbl><w:tr><w:tc>{}<w:p/></w:tc></w:tr></w:tbl>"
    for body in ("", cell.format(cell.format(""))):  # by the compiled layout, and by docxtpl
        made = archive.read(
            render(layout("{{ a }}", body=body, extra=extra), {"a": "teksti"}, properties)
        )
        assert b"teksti" in made["word/document.xml"]
        assert {name for name in made if name.endswith((".png", ".bin"))} == {"word/z.png"}
        assert not {"word/header7.xml", "customXml/item9.xml"} & made.keys()
        assert b"application/zip" not in made["[Content_Types].xml"]
        assert b"image/png" in made["[Content_Types].xml"]


@pytest.mark.parametrize(
    ("name", "target", "kind"),
    [
        ("word/embeddings/oleObject1.bin", "embeddings/oleObject1.bin", "oleObject"),
        ("word/embeddings/kirja.xlsx", "embeddings/kirja.xlsx", "package"),
        ("word/activeX/activeX1.xml", "activeX/activeX1.xml", "control"),
        ("word/muualla/x.bin", "muualla/x.bin", "oleObject"),
        ("word/embeddings/irrallaan.bin", "", ""),
    ],
)
def test_embedded_objects_and_controls_are_refused(
    layout: Build, name: str, target: str, kind: str
) -> None:
    relation = f'<Relationship Id="r1" Type="http://x/relationships/{kind}" Target="{target}"/>'
    relations = f'<Relationships xmlns="{RELS}">{relation if kind else ""}</Relationships>'
    extra = {name: b"<x/>", "word/_rels/document.xml.rels": relations.encode()}
    error = refused(layout("x", extra=extra))
    assert "upotettu" in error.message
    assert error.hint.startswith("Poista objekti")


def test_broken_xml_is_refused_with_its_part(layout: Build) -> None:
    error = refused(layout("x", extra={"word/styles.xml": b"<w:styles"}))
    assert error.part == "word/styles.xml"


@pytest.mark.parametrize(
    "text",
    [
        '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
        '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_document_types_and_entities_are_refused(layout: Build, text: str, encoding: str) -> None:
    error = refused(layout("x", extra={"word/header1.xml": text.encode(encoding)}))
    assert "entiteetti" in error.message


def test_a_link_to_another_file_is_refused(layout: Build) -> None:
    relation = (
        f'<Relationships xmlns="{RELS}"><Relationship Id="r1" TargetMode="External" '
        'Type="http://x/attachedTemplate" Target="file:///C:/malli.dotm"/></Relationships>'
    )
    error = refused(layout("x", extra={"word/_rels/settings.xml.rels": relation.encode()}))
    assert "toiseen tiedostoon" in error.message


def code(*runs: str, kind: str = "instrText") -> str:
    return "".join(f"<w:r><w:{kind}>{run}</w:{kind}></w:r>" for run in runs)


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(*runs: str) -> str:
    """A field, its code divided into runs; one that is XML stands as it is."""
    inside = "".join(run if run.startswith("<") else code(run) for run in runs)
    return mark("begin") + inside + mark("separate") + shown("tulos") + mark("end")


def shown(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def simple(text: str) -> str:
    return f'<w:fldSimple w:instr="{text}">{shown("tulos")}</w:fldSimple>'


FETCHING = [
    *("DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "EMBED", "MACROBUTTON"),
    *("DATABASE", "GOTOBUTTON", "RD", "AUTOTEXT", "ASK", "QUOTE", "IF", "PRINT"),
]


@pytest.mark.parametrize("name", FETCHING)
@pytest.mark.parametrize(
    "part", ["document", "header1", "footer2", "footnotes", "glossary/document"]
)
def test_fields_that_run_or_fetch_are_refused_wherever_they_stand(
    layout: Build, name: str, part: str
) -> None:
    body = f"<w:p>{shown('Ennen')}{field(f' {name.lower()} c:x')}</w:p>"
    root = f"<w:hdr {W}>{body}</w:hdr>".encode()
    made = layout(body=body) if part == "document" else layout(extra={f"word/{part}.xml": root})
    error = refused(made)
    assert error.message == f"Pohjassa on Wordin kenttä {name.lower()}, jota ei sallita."
    assert error.part == f"word/{part}.xml"
    assert error.excerpt == "Ennentulos"
    assert "NUMPAGES" in error.hint


@pytest.mark.parametrize("told", ['Override PartName="/word/h.bin"', 'Default Extension="bin"'])
def test_a_header_by_another_name_is_read_too(layout: Build, told: str) -> None:
    types = archive.read(layout("x"))["[Content_Types].xml"].decode()
    mine = f'<{told} ContentType="application/vnd.x.header+xml"/></Types>'
    header = f"<w:hdr {W}><w:p>{field('DDE x')}</w:p></w:hdr>".encode()
    extra = {
        "[Content_Types].xml": types.replace("</Types>", mine).encode(),
        "word/h.bin": header,
    }
    assert refused(layout("x", extra=extra)).part == "word/h.bin"


@pytest.mark.parametrize(
    "body",
    [
        field("DDE", "AU", "TO c:x"),
        field(code("D", kind="delInstrText"), "DE c:x"),
        simple("INCLUDETEXT &quot;/etc/passwd&quot;"),
        simple("PAGELINK x"),
        simple(""),
        simple("&quot;DDE&quot; x"),
        simple("= 1 + 1"),
        field("PAGE ", field("DDE x")),
        field(field("PAGE"), "DDE x"),
        mark("begin") + code("DDE x"),
        mark("begin") + code("DDE x") + mark("end"),
        mark("begin") + code("PAGE") + mark("separate") + code("DDE x") + mark("end"),
        code("LINK x"),
        field("{{ nimi }}"),
    ],
)
def test_a_field_is_read_whole_however_it_is_divided(layout: Build, body: str) -> None:
    assert "jota ei sallita" in refused(layout(body=f"<w:p>{body}</w:p>")).message


@pytest.mark.parametrize(
    "body",
    [
        field("PAGE ", shown("{% if x %}"), "DDE x", shown("{% endif %}")),
        field("PAGE ", shown("{"), shown("% if x %}"), "DDE x"),
        field("PAGE {% if x %}", "DDE x{% endif %}"),
        field("PAGE ", field("PAGE") + shown("{% if x %}"), "DDE"),
        simple("PAGE{# x #}"),
        '<w:r><w:fldChar w:fldCharType="{{ x }}"/></w:r>',
    ],
)
def test_no_condition_makes_another_field_of_one(layout: Build, body: str) -> None:
    error = refused(layout(body=f"<w:p>{body}</w:p>"))
    assert "toiseksi" in error.message
    assert error.hint


@pytest.mark.parametrize(
    "body",
    [
        field(" PAGE "),
        field("NUM", "PAGES \\* ARABIC"),
        field('TOC \\o "1-3" \\h'),
        simple(" page \\* MERGEFORMAT"),
        simple("PAGE\\* ARABIC"),
        field("REF kohta{{ nimi }} \\h"),
        field('HYPERLINK "https://', field("DOCPROPERTY osoite"), '"'),
        mark("begin") + code("SEQ Kuva") + mark("end") + shown("{% if nimi %}a{% endif %}"),
    ],
)
def test_fields_of_the_documents_own_are_let_pass(layout: Build, body: str) -> None:
    assert open_layout(layout(body=f"<w:p>{body}</w:p>")).templated


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_documents_that_word_would_draw_in_are_refused(layout: Build, name: str) -> None:
    error = refused(layout(body=f'<w:{name} w:rsid="1"/><w:p/>'))
    assert "liitetty toinen asiakirja" in error.message
    assert error.hint.startswith("Poista")


@pytest.mark.parametrize("kind", ["aFChunk", "subDocument"])
def test_relationships_to_such_documents_are_refused(layout: Build, kind: str) -> None:
    relations = (
        f'<Relationships xmlns="{RELS}"><Relationship Id="r1" '
        f'Type="http://x/relationships/{kind}" Target="paha.html"/></Relationships>'
    )
    extra = {"word/_rels/header1.xml.rels": relations.encode(), "word/paha.html": b"<html/>"}
    error = refused(layout("x", extra=extra))
    assert "liitetty toinen asiakirja" in error.message
    assert error.part == "word/_rels/header1.xml.rels"


@pytest.mark.parametrize("kind", ["ins", "del", "moveTo"])
def test_tracked_changes_are_refused(layout: Build, kind: str) -> None:
    body = f"<w:p><w:{kind} w:id='1'><w:r><w:t>uutta</w:t></w:r></w:{kind}></w:p>"
    error = refused(layout(body=body))
    assert "hyväksymättömiä muutoksia" in error.message
    assert error.excerpt == "uutta"


def test_comments_are_refused(layout: Build) -> None:
    body = "<w:p><w:r><w:t>tässä</w:t><w:commentReference w:id='0'/></w:r></w:p>"
    assert "kommentteja" in refused(layout(body=body)).message


@pytest.mark.parametrize(
    ("texts", "message", "excerpt"),
    [
        (("Nimi: {{ nimi",), "alku tai loppu", "Nimi: {{ nimi"),
        (("Nimi: nimi }}",), "alku tai loppu", "Nimi: nimi }}"),
        (("{%p if x %}", "a"), "sulkematta", ""),
        (("a", "{%p endif %}"), "endif", "{%"),
        (("{%p if x %} teksti", "{%p endif %}"), "katoaisi", "{%p if x %} teksti"),
        (("{{ a b }}",), "väärin", "{{ a b }}"),
        (("{{ a | tuntematon }}",), "tuntematon", "{{ a | tuntematon }}"),
        (("{{ a | default('x') }}",), "default", "{{ a | default('x') }}"),
        (("{{ a | safe }}",), "safe", "{{ a | safe }}"),
        (("{% if a == „x‟ %}b{% endif %}",), "Merkki ”„”", "{% if a"),
        (("{% include 'x' %}",), "ei ole sallittu", ""),
        (("{% autoescape false %}{{ a }}{% endautoescape %}",), "ei ole sallittu", ""),
    ],
)
def test_a_broken_placeholder_is_told_with_its_paragraph(
    layout: Build, texts: tuple[str, ...], message: str, excerpt: str
) -> None:
    error = refused(layout("Alku.", *texts))
    assert message in error.message
    assert error.excerpt.startswith(excerpt)
    assert error.part == "word/document.xml"
    assert error.hint


def test_text_beside_a_row_tag_is_refused(layout: Build) -> None:
    def cell(text: str) -> str:
        return f"<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"

    body = f"<w:tbl><w:tr>{cell('{%tr for x in xs %}')}{cell('katoaa')}</w:tr>"
    body += f"<w:tr>{cell('{%tr endfor %}')}</w:tr></w:tbl>"
    assert "katoaisi" in refused(layout(body=body)).message


def test_a_tag_that_word_divided_into_runs_still_works(layout: Build) -> None:
    body = "<w:p><w:r><w:t>{{ ni</w:t></w:r><w:proofErr/><w:r><w:t>mi }}</w:t></w:r></w:p>"
    assert fields_of_layout(layout(body=body)) == {"nimi"}


def test_a_layout_is_prepared_once(layout: Build) -> None:
    assert open_layout(layout("{{ a }}")) is open_layout(layout("{{ a }}"))


def test_fields_are_whole_paths_with_loops_resolved() -> None:
    source = (
        "{{ a.b }}{% for x in rivit %}{{ x.nimi }}{% for y in x.osat %}{{ y }}{% endfor %}"
        "{{ loop.index }}{% endfor %}{% if c and not d.e %}{{ f | join(', ') }}{% endif %}"
    )
    assert fields_of_text(source) == {
        "a.b", "rivit[].nimi", "rivit[].osat[]", "c", "d.e", "f",
    }  # fmt: skip


def test_plain_text_is_not_escaped_and_as_strict() -> None:
    assert render_text("{{ a }} & {{ a }}", {"a": "<b>"}, "lauseke x") == "<b> & <b>"
    for source in ("{{ puuttuva }}", "{{ tyhja }}", "{{ a"):
        with pytest.raises(LayoutError) as caught:
            render_text(source, {"tyhja": None}, "lauseke x")
        assert caught.value.part == "lauseke x"


def test_code_in_a_layout_is_not_run() -> None:
    with pytest.raises(LayoutError):
        render_text("{{ ''.__class__.__mro__[1].__subclasses__() }}", {}, "x")


def test_text_of_says_what_is_no_document() -> None:
    with pytest.raises(LayoutError):
        text_of(b"x")


def test_importing_the_room_imports_nothing_heavy() -> None:
    code = (
        "import sys, sopimukset.formats.word; "
        "print([m for m in ('lxml', 'jinja2', 'docx', 'docxtpl') if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


def test_what_is_wrong_is_told_in_the_language_that_the_program_speaks(layout: Build) -> None:
    speech.speak("en", lambda text: f"<{text}>")
    try:
        error = refused(layout("x", extra={"word/vbaProject.bin": b"x"}))
    finally:
        speech.speak()
    assert error.message.startswith("<Pohjassa on makroja")
    assert error.hint.startswith("<Tallenna")

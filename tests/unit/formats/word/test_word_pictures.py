"""Figures of a paper in Word: each is one picture, a part of the document's package."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from sopimukset.formats import zip as archive
from sopimukset.formats.figures.drawing import Drawing, Line
from sopimukset.formats.figures.metafile import metafile
from sopimukset.formats.figures.wheel import Segment, year_wheel
from sopimukset.formats.paper import Figure, Paper, Text
from sopimukset.formats.word import body_texts, render, rendering, word_blocks
from sopimukset.formats.word.pictures import RELATIONS, with_pictures
from sopimukset.formats.word.redline import accept_all, normal_form, redline, reject_all
from sopimukset.formats.word.redline.parts import Package
from sopimukset.formats.word.xml import w
from tests.support.metafiles import Strokes, shapes, words
from tests.support.papers import MONTHS
from tests.support.word_papers import (
    DOCUMENT,
    LETTERS,
    PROPERTIES,
    blocks_of_each_kind,
    body_of,
    chart,
    fields,
    layout,
    made,
    table,
)

DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
PREFIXED = (
    '<r:Relationships xmlns:r="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<r:Relationship Id="rId1" Type="t" Target="styles.xml"/></r:Relationships>'
)


def pictures(document: bytes) -> dict[str, bytes]:
    """The pictures in a document's package, by the names of their parts."""
    parts = archive.read(document)
    return {name: data for name, data in parts.items() if name.startswith("word/media/")}


def test_both_ways_of_filling_put_the_same_pictures_beside_the_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    quick = made(*blocks_of_each_kind())
    monkeypatch.setattr(rendering, "_quickly", lambda *_args, **_more: None)
    slow = made(*blocks_of_each_kind())
    told = [Package(item) for item in (quick, slow)]
    assert pictures(quick) == pictures(slow) != {}
    ids = [
        {
            name: item
            for name, item in one.relations(DOCUMENT).items()
            if item.kind.endswith("image")
        }
        for one in told
    ]
    assert ids[0] == ids[1]
    assert {item.target for item in ids[0].values()} == set(pictures(quick))
    for package in told:
        assert {package.content_type(name) for name in pictures(quick)} == {"image/x-emf"}


def test_each_figure_is_one_picture_of_its_drawing() -> None:
    document = made(*blocks_of_each_kind())
    package, body = Package(document), body_of(document)
    shown = [blip.get(EMBED) for blip in body.iter(f"{DRAWN}blip")]
    targets = [package.relations(DOCUMENT)[name].target for name in shown]
    assert len(shown) == 2
    assert [archive.read(document)[name] for name in targets] == [metafile(chart())] * 2
    assert list(pictures(document)) == sorted(set(targets))
    assert "ei kirjattu" in words(pictures(document)[targets[0]])
    assert not list(body.iter(w("txbxContent")))


def test_a_paper_without_figures_has_no_picture() -> None:
    document = made(Text("kuva"), table(2))
    assert pictures(document) == {}
    assert b"emf" not in archive.read(document)["[Content_Types].xml"]


def test_a_text_that_looks_like_a_picture_stays_a_text() -> None:
    [block] = word_blocks(Paper("R", "fi", (Figure("k", chart(), "kuvaus"),)))
    [picture] = block["rakenne"].pictures
    text = f'<a:blip r:embed="{picture.identifier}"/>'
    document = made(Text(text), table(1, caption=text))
    assert pictures(document) == {}
    assert text in body_texts(document)


def test_what_says_how_the_parts_hang_together_may_be_written_in_any_way() -> None:
    """A layout's relationships may be missing, empty or with a prefix, its types name EMF."""
    [block] = blocks = word_blocks(Paper("R", "fi", (Figure("k", chart(), "kuvaus"),)))
    [picture] = block["rakenne"].pictures
    main = block["rakenne"].source.encode()
    space = "http://schemas.openxmlformats.org/package/2006"
    types = f'<t:Types xmlns:t="{space}/content-types"></t:Types>'.encode()
    for told in (None, f'<Relationships xmlns="{space}/relationships"/>', PREFIXED):
        relations = {} if told is None else {RELATIONS: told.encode()}
        parts = {DOCUMENT: main, "[Content_Types].xml": types, **relations}
        found = with_pictures(parts, {"osa": {"lohkot": blocks}})
        items = etree.fromstring(found[RELATIONS])
        assert items[-1].get("Id") == picture.identifier
        assert items.tag == items[-1].tag.replace("Relationship", "Relationships")
        [content_type] = etree.fromstring(found["[Content_Types].xml"])
        assert content_type.get("PartName") == f"/{picture.part}"
        assert found[picture.part] == picture.data


LOGO = (
    b'<Relationship Id="rIdLogo" Target="media/image1.emf" Type="'
    b'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/></Relationships>'
)


def test_a_layout_s_own_picture_stays_beside_ours() -> None:
    parts = archive.read(layout())
    types = parts["[Content_Types].xml"]
    own = b'<Default Extension="emf" ContentType="image/x-emf"/>'
    parts["[Content_Types].xml"] = types.replace(b"<Default ", own + b"<Default ", 1)
    parts["word/media/image1.emf"] = logo = metafile(Drawing(9, 9, ()))
    parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", LOGO)
    document = render(archive.write(parts), fields(Figure("k", chart(), "kuvaus")), PROPERTIES)
    assert set(pictures(document).values()) == {logo, metafile(chart())}


def test_a_figure_says_in_words_what_it_shows() -> None:
    body = body_of(made(*blocks_of_each_kind()))
    found = [item for item in body.iter() if str(item.tag).endswith("}docPr")]
    assert [item.get("descr") for item in found] == [f"Kuvaus {LETTERS}", "Toinen kuvaus"]
    assert len({item.get("id") for item in found}) == 2


def test_a_wide_drawing_is_made_smaller_to_fit() -> None:
    document = made(Figure("k", Drawing(2000, 500, (Line(((0, 0), (2000, 500))),)), "kuvaus"))
    body = body_of(document)
    for name in ("extent", "ext"):
        [extent] = [item for item in body.iter() if str(item.tag).endswith("}" + name)]
        assert int(extent.get("cx")) / 12700 == pytest.approx(453.6)
        assert int(extent.get("cy")) / 12700 == pytest.approx(453.6 / 4)
    [picture] = pictures(document).values()
    [line] = shapes(picture)
    assert isinstance(line, Strokes)
    assert line.lines[0][1] == pytest.approx((453.6, 453.6 / 4))


def wheel_of(*months: float) -> Drawing:
    segments = [Segment("kokous", 0, month, month) for month in months]
    return year_wheel(segments, ["Kokoukset"], MONTHS, centre="2027")


def test_a_changed_picture_is_a_tracked_change(tmp_path: Path) -> None:
    """The redline holds both pictures: the one that goes, and the one that comes in its place."""
    old, new = (
        made(Text("Vuosi"), Figure("Vuosi 2027", wheel_of(*months), "Vuosikello"), Text("Loppu"))
        for months in ((0.5, 5.5), (0.5, 6.5))
    )
    both = redline(old, new, author="Vertailu", moment=datetime(2026, 7, 1, tzinfo=UTC))
    assert set(pictures(both).values()) == {*pictures(old).values(), *pictures(new).values()}
    package, body = Package(both), body_of(both)
    for kind, own in ((w("del"), old), (w("ins"), new)):
        [blip] = [blip for change in body.iter(kind) for blip in change.iter(f"{DRAWN}blip")]
        target = package.relations(DOCUMENT)[blip.get(EMBED)].target
        assert [archive.read(both)[target]] == list(pictures(own).values())
    assert normal_form(accept_all(both)) == normal_form(new) != normal_form(old)
    assert normal_form(reject_all(both)) == normal_form(old)
    path = tmp_path / "a.docx"
    path.write_bytes(both)
    assert not [error.description for error in OpenXmlValidator().validate(path).errors]


def test_the_same_picture_is_no_change() -> None:
    old, new = (
        made(Figure("Vuosi 2027", wheel_of(0.5), "Vuosikello"), Text(text)) for text in "ab"
    )
    both = redline(old, new, author="Vertailu", moment=datetime(2026, 7, 1, tzinfo=UTC))
    assert pictures(both) == pictures(new)
    changed = [item for kind in ("ins", "del") for item in body_of(both).iter(w(kind))]
    assert changed
    assert not [blip for item in changed for blip in item.iter(f"{DRAWN}blip")]

"""What the tracked changes of a redline look like, and what is refused."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from random import Random

import pytest

from sopimukset.formats import zip as archive
from sopimukset.formats.word import LayoutError
from sopimukset.formats.word.redline import (
    accept_all,
    count_changes,
    has_changes,
    normal_form,
    redline,
    reject_all,
    saved,
)
from tests.support.word_pairs import Document, Paragraph, Run, Table, packed, pair

MOMENT = datetime(2026, 3, 1, 12, tzinfo=UTC)
CHANGE = re.compile(r"<w:(ins|del|moveFrom|moveTo|\w+Change)\b[^>]*>")


def document(*blocks: str | Table | Paragraph, **more: object) -> bytes:
    """A document of plain paragraphs and of tables."""
    made = [Paragraph([Run(item)]) if isinstance(item, str) else item for item in blocks]
    return packed(Document(list(made), **more), Random(0))  # type: ignore[arg-type]


def table(*rows: tuple[str, ...]) -> Table:
    """A table of plain cells."""
    return Table([[[Paragraph([Run(text)])] for text in row] for row in rows])


def changes(old: bytes, new: bytes, part: str = "word/document.xml") -> str:
    """The part of a redline, once accepting and rejecting have been seen to be right."""
    made = redline(old, new, author="Maija <M>", moment=MOMENT)
    assert normal_form(accept_all(made)) == normal_form(new)
    assert normal_form(reject_all(made)) == normal_form(old)
    return archive.read(made)[part].decode()


def texts(xml: str, change: str) -> list[str]:
    """The texts within each change of a kind."""
    found = re.findall(rf"<w:{change}\b[^/>]*>(.*?)</w:{change}>", xml, re.DOTALL)
    plain = ["".join(re.findall(r"<w:(?:t|delText)\b[^>]*>([^<]*)<", item)) for item in found]
    return [text for text in plain if text]


def test_only_the_words_that_changed_are_marked() -> None:
    """A number changes as a whole, the words around it stay untouched."""
    xml = changes(
        document("Irtisanomisaika on 6 kuukautta. Maksu 8,5 %."),
        document("Irtisanomisaika on 12 kuukautta. Maksu 9,5 %."),
    )
    assert texts(xml, "del") == ["6", "8,5"]
    assert texts(xml, "ins") == ["12", "9,5"]


def test_every_change_has_author_moment_and_a_number_from_one() -> None:
    """The moment is told in UTC, whatever its zone."""
    moment = datetime(2026, 3, 1, 14, tzinfo=timezone(timedelta(hours=2)))
    made = redline(document("yksi kaksi"), document("yksi kolme"), author="Å & Ö", moment=moment)
    xml = archive.read(made)["word/document.xml"].decode()
    marks = CHANGE.finditer(xml)
    ids = [re.search(r'w:id="(\d+)"', mark.group()) for mark in marks]
    assert [item and item[1] for item in ids] == ["1", "2"]
    assert xml.count('w:author="Å &amp; Ö" w:date="2026-03-01T12:00:00Z"') == 2


def test_a_run_that_a_program_divided_is_no_change() -> None:
    """Words that go on from run to run, spelling marks, ids of saving."""
    whole = Paragraph([Run("Työvoimaviranomainen ja Kela")])
    parts = Paragraph([Run("Työvoima"), Run("viranomainen"), Run(" ja K"), Run("ela")])
    xml = changes(document(whole), document(parts))
    assert not CHANGE.search(xml)


def test_a_look_that_changed_is_told_without_touching_the_words() -> None:
    """Bold words: `rPrChange`; another style: `pPrChange`."""
    old = document(Paragraph([Run("Sopimus tulee voimaan")]))
    bold = document(Paragraph([Run("Sopimus "), Run("tulee", "<w:b/>"), Run(" voimaan")]))
    xml = changes(old, bold)
    assert xml.count("<w:rPrChange") == 1
    assert not texts(xml, "ins")
    styled = document(Paragraph([Run("Sopimus tulee voimaan")], "Otsikko1"))
    assert changes(old, styled).count("<w:pPrChange") == 1


def test_a_paragraph_that_moved_is_a_move() -> None:
    """With a name that binds both places."""
    one = "Tämä lauseke siirtyy toiseen paikkaan."
    xml = changes(
        document(one, "Toinen kappale pysyy.", "Kolmas kappale pysyy.", "Neljäs."),
        document("Toinen kappale pysyy.", "Kolmas kappale pysyy.", one, "Neljäs."),
    )
    assert texts(xml, "moveFrom") == texts(xml, "moveTo") == [one]
    starts = re.findall(r"<w:move(?:From|To)RangeStart[^>]*w:name=\"(\w+)\"", xml)
    assert starts == ["move1", "move1"]
    ids = re.findall(r"<w:move\w+Range(?:Start|End)[^>]*w:id=\"(\d+)\"", xml)
    assert len(ids) == 4
    assert len(set(ids)) == 2


def test_rows_come_and_go_as_rows() -> None:
    """Each row that came or went is marked as one, in its properties."""
    old = document(table(("a", "eka rivi"), ("b", "toka rivi"), ("c", "vika rivi")), "loppu")
    new = document(table(("a", "eka rivi"), ("c", "vika rivi"), ("u", "uusi juttu")), "loppu")
    xml = changes(old, new)
    assert len(re.findall(r"<w:trPr><w:ins ", xml)) == 1
    assert len(re.findall(r"<w:trPr><w:del ", xml)) == 1


def test_a_column_that_came_leaves_the_old_grid_behind() -> None:
    """Rows of other cells are other rows; the widths of the columns are told."""
    old = document(table(("a", "b"), ("c", "d")), "loppu")
    new = document(table(("a", "b", "x"), ("c", "d", "y")), "loppu")
    xml = changes(old, new)
    assert "<w:tblGridChange" in xml


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("alku", "loppu"), ("alku",)),
        (("alku",), ("alku", "loppu")),
        (("alku", table(("a", "b")), "loppu"), ("alku",)),
        (("alku",), ("alku", table(("a", "b")), "loppu")),
        (("alku", table(("a", "b")), "loppu"), (table(("a", "b")), "loppu")),
        (("alku", "väli", table(("a", "b")), "loppu"), ("alku", table(("a", "b")), "loppu")),
        (("yksi kaksi kolme",), ("aivan muuta tekstiä",)),
        (("", "", ""), ("", "")),
    ],
)
def test_ends_of_a_text_and_what_stands_before_tables(
    old: tuple[str | Table, ...], new: tuple[str | Table, ...]
) -> None:
    """The last mark of a text can neither come nor go."""
    changes(document(*old), document(*new))
    changes(document(*new), document(*old))


def test_a_header_that_only_one_has() -> None:
    """What it holds comes or goes; an empty header stays behind."""
    header = [Paragraph([Run("Luonnos 1.3.2026")])]
    xml = changes(document("a"), document("a", header=header), "word/header1.xml")
    assert texts(xml, "ins") == ["Luonnos 1.3.2026"]
    xml = changes(document("a", header=header), document("a"), "word/header1.xml")
    assert texts(xml, "del") == ["Luonnos 1.3.2026"]


def test_margins_are_told() -> None:
    """Properties of the section."""
    assert "<w:sectPrChange" in changes(document("a"), document("a", margin=2000))


def test_changes_that_are_tracked_already_count_as_accepted() -> None:
    """Of both documents."""
    first, second, third = (
        document(f"Sopimus {n} on voimassa") for n in ("yksi", "kaksi", "kolme")
    )
    tracked = redline(first, second, author="A", moment=MOMENT)
    assert has_changes(tracked)
    for old, new, before, after in (
        (tracked, third, second, third),
        (third, tracked, third, second),
    ):
        made = redline(old, new, author="B", moment=MOMENT)
        assert normal_form(accept_all(made)) == normal_form(after)
        assert normal_form(reject_all(made)) == normal_form(before)
        assert 'w:author="A"' not in archive.read(made)["word/document.xml"].decode()


def _contents(*entries: str) -> bytes:
    """A document with a list of contents, a field that goes over paragraphs."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = '<w:r><w:instrText xml:space="preserve"> TOC </w:instrText></w:r>'
    starts = [f"{mark('begin')}{code}{mark('separate')}", *("" for _ in entries[1:])]
    ends = [*("" for _ in entries[1:]), mark("end")]
    made = "".join(
        f"<w:p>{start}<w:r><w:t>{text}</w:t></w:r>{end}</w:p>"
        for start, text, end in zip(starts, entries, ends, strict=True)
    )
    parts = archive.read(document("Loppu"))
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<w:body>", f"<w:body>{made}".encode()
    )
    return archive.write(parts)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Yksi", "Kaksi", "Kolme"), ("Yksi", "Uusi", "Kaksi", "Kolme")),
        (("Yksi", "Kaksi", "Kolme"), ("Aivan muu", "Kaksi", "Viimeinen toinen")),
        (("Yksi", "Kaksi", "Kolme"), ("Kaksi", "Yksi")),
        (("Alku nyt", "Loppu nyt"), ("a", "b", "c", "d")),
    ],
)
def test_a_field_over_paragraphs_stays_one(old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """While the changes are neither accepted nor rejected, too: each beginning has its end."""
    for first, second in ((old, new), (new, old)):
        xml = changes(_contents(*first), _contents(*second))
        marks = re.findall(r'w:fldCharType="(\w+)"', xml)
        assert marks == ["begin", "separate", "end"]


def test_counting() -> None:
    """Stretches, rows and marks."""
    made = redline(document("yksi kaksi"), document("yksi kolme"), author="A", moment=MOMENT)
    count = count_changes(made)
    assert (count.inserted, count.deleted, count.moved, count.looks) == (1, 1, 0, 0)


def test_what_a_document_says_of_its_saving() -> None:
    """Nothing where it says nothing, or no moment."""
    plain = document("a")
    assert saved(plain).at is None
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/"><dc:creator>Luoja</dc:creator>'
        "<dcterms:created>eilen</dcterms:created>"
        "<dcterms:modified>2026-02-03T10:00:00+02:00</dcterms:modified></cp:coreProperties>"
    )
    told = saved(archive.write(archive.read(plain) | {"docProps/core.xml": core.encode()}))
    assert told.by == "Luoja"
    assert told.at == datetime(2026, 2, 3, 8, tzinfo=UTC)


def _with(part: str, change: Callable[[bytes], bytes]) -> bytes:
    parts = archive.read(document("teksti"))
    parts[part] = change(parts.get(part, b""))
    return archive.write(parts)


def _encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0" + b"\0" * 100


def _bomb() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as packing:
        packing.writestr("[Content_Types].xml", "<Types/>")
        packing.writestr("word/document.xml", b" " * (80 * 1024 * 1024))
    return target.getvalue()


ENTITY = b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
MAIN = "word/document.xml"


@pytest.mark.parametrize(
    "bad",
    [
        b"",
        b"no zip",
        document("a")[:-30],
        document("a")[: len(document("a")) // 2],
        _encrypted(),
        _bomb(),
        _with(MAIN, lambda _: ENTITY),
        _with("word/styles.xml", lambda _: ENTITY),
        _with(MAIN, lambda data: data[:-20]),
        _with(MAIN, lambda data: data.replace(b"2006/main", b"2099/other")),
        _with("word/vbaProject.bin", lambda _: b"macro"),
        _with("[Content_Types].xml", lambda d: d.replace(b"document.main+xml", b"macroEnabled")),
    ],
)
def test_what_is_no_sound_word_document_is_refused(bad: bytes) -> None:
    """As what is compared, on either side, and by those who resolve changes."""
    good = document("a")
    attempts: tuple[Callable[[], bytes], ...] = (
        lambda: redline(bad, good, author="A", moment=MOMENT),
        lambda: redline(good, bad, author="A", moment=MOMENT),
        lambda: accept_all(bad),
        lambda: reject_all(bad),
    )
    for attempt in attempts:
        with pytest.raises(LayoutError):
            attempt()


def test_references_that_lead_nowhere_are_no_crash() -> None:
    """Numberings, styles, notes, pictures and bookmarks that a broken program left out."""
    old, new = pair(7)
    for name in ("word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"):
        parts = archive.read(old)
        parts.pop(name)
        broken = archive.write(parts)
        for first, second in ((broken, new), (new, broken)):
            accept_all(redline(first, second, author="A", moment=MOMENT))

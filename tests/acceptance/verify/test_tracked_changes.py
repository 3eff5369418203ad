"""What `verify` tells of a document in which changes are tracked: it reads them as accepted."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from sopimukset.documents.verification import State
from sopimukset.formats import zip as archive
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.verify import Verified, verify
from tests.acceptance.verify.test_verify import DAY, NAME
from tests.support.command_line import sopimukset
from tests.support.workspaces import EXAMPLE, workspace

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN = "word/document.xml"
START = "Tällä sopimuksella"
Change = Callable[[Any], object]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An agreement in its workspace."""
    root = workspace(tmp_path_factory.mktemp("jaljitetty") / "tyotila")
    generate(root, Wishes(kinds=("tym-sopimus",), out=root / "build"), DAY, lambda *_: None)
    return root / "build" / EXAMPLE / NAME


def root_of(made: Path) -> Path:
    return made.parents[2]


def changed(made: Path, *changes: Change, part: str = MAIN) -> Path:
    parts = archive.read(made.read_bytes())
    tree = etree.fromstring(parts[part])
    for change in changes:
        change(tree)
    parts[part] = etree.tostring(tree)
    target = made.with_name("jaljitetty.docx")
    target.write_bytes(archive.write(parts))
    return target


def verified(made: Path, *changes: Change, part: str = MAIN) -> Verified:
    return verify(root_of(made), [changed(made, *changes, part=part)], DAY)[0]


def text(paragraph: Any) -> str:
    return "".join(item.text or "" for item in paragraph.iter(f"{W}t"))


def beginning(tree: Any, start: str = START) -> Any:
    return next(item for item in tree.iter(f"{W}p") if text(item).startswith(start))


def added(words: str, *around: str) -> Any:
    made = etree.Element(f"{W}r")
    etree.SubElement(made, f"{W}t").text = words
    for name in around:
        outer = etree.Element(f"{W}{name}", {f"{W}id": "9", f"{W}author": "x"})
        outer.append(made)
        made = outer
    return made


def deleted(run: Any) -> None:
    around = etree.Element(f"{W}del", {f"{W}id": "8", f"{W}author": "x"})
    run.addprevious(around)
    around.append(run)
    for item in run.iter(f"{W}t"):
        item.tag = f"{W}delText"


def mark(paragraph: Any, name: str) -> None:
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    looks = properties.find(f"{W}rPr")
    if looks is None:
        looks = etree.SubElement(properties, f"{W}rPr")
    etree.SubElement(looks, f"{W}{name}", {f"{W}id": "7"})


def appends(words: str, *around: str) -> Change:
    return lambda tree: beginning(tree).append(added(words, *around))


def deletes(tree: Any) -> None:
    paragraph = beginning(tree)
    for run in list(paragraph.iter(f"{W}r")):
        deleted(run)
    mark(paragraph, "del")


def test_an_insertion_names_its_paragraph_with_both_texts(made: Path) -> None:
    found = verified(made, appends(" Lisätty.", "ins"))
    assert (found.state, found.stands) == (State.TRACKED, False)
    (only,) = found.edits
    assert only.before is not None
    assert only.now == (f"{only.before[0]} Lisätty.",)
    assert only.tracked is True
    assert found.tracked
    assert (found.tracked.count.inserted, found.tracked.touched) == (1, (only.number,))


def test_a_deleted_paragraph_is_told_with_its_text(made: Path) -> None:
    (only,) = verified(made, deletes).edits
    assert (only.gone, only.now, only.tracked) == (1, (), True)
    assert only.before
    assert only.before[0].startswith(START)


def test_a_move_is_gone_in_one_place_and_there_in_another(made: Path) -> None:
    def moves(tree: Any) -> None:
        paragraph = beginning(tree)
        copy = deepcopy(paragraph)
        for item, name in ((paragraph, "moveFrom"), (copy, "moveTo")):
            for run in list(item.iter(f"{W}r")):
                around = etree.Element(f"{W}{name}", {f"{W}id": "3"})
                run.addprevious(around)
                around.append(run)
            mark(item, name)
        paragraph.getparent().find(f"{W}sectPr").addprevious(copy)

    found = verified(made, moves)
    assert sorted((item.gone, len(item.now)) for item in found.edits) == [(0, 1), (1, 0)]
    assert found.tracked
    assert found.tracked.count.moved


def test_a_deleted_row_is_told(made: Path) -> None:
    def strikes(tree: Any) -> None:
        row = next(item for item in tree.iter(f"{W}tr") if "8,5" in text(item))
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(0, properties)
        etree.SubElement(properties, f"{W}del", {f"{W}id": "5"})

    found = verified(made, strikes)
    assert any("8,5" in (item.before or ()) for item in found.edits)
    assert all(item.tracked for item in found.edits)


def test_an_edit_that_is_not_tracked_is_told_apart(made: Path) -> None:
    def types(tree: Any) -> None:
        item = next(item for item in tree.iter(f"{W}t") if item.text == "8,5")
        item.text = "9,5"

    found = verified(made, appends(" Lisätty.", "ins"), types)
    assert [(item.now[0][-4:], item.tracked) for item in found.edits] == [
        ("tty.", True),
        ("9,5", False),
    ]
    done = sopimukset("--as-of", DAY.isoformat(), "verify", "jaljitetty.docx", cwd=made.parent)
    told = [line.strip() for line in done.out.splitlines() if " on muuttunut" in line]
    assert [line.endswith("(ainakin osaksi ilman jäljitystä)") for line in told] == [False, True]


def test_changes_that_come_to_nothing_are_named_by_their_paragraphs(made: Path) -> None:
    plain = verified(made, appends(" Lisätty.", "ins")).edits[0].number
    found = verified(made, appends(" Lisätty.", "del", "ins"))
    assert (found.state, found.edits, found.stands) == (State.TRACKED, (), False)
    assert found.tracked
    assert found.tracked.touched == (plain,)
    done = sopimukset("--as-of", DAY.isoformat(), "verify", "jaljitetty.docx", cwd=made.parent)
    assert done.code == 1
    assert f"Kappaleet, joissa niitä on: {plain}." in done.out
    assert "teksti on sama kuin asiakirjaa tehtäessä" in done.out


def test_programs_are_told_the_same(made: Path) -> None:
    changed(made, appends(" Lisätty.", "ins"))
    ask = ("--as-of", DAY.isoformat(), "verify", "jaljitetty.docx", "--format", "json")
    [found] = json.loads(sopimukset(*ask, cwd=made.parent).out)
    assert found["state"] == "tracked"
    assert found["edits"][0]["tracked"] is True
    numbers = found["tracked"].pop("paragraphs")
    assert found["tracked"] == {"inserted": 1, "deleted": 0, "moved": 0, "looks": 0}
    assert numbers == [found["edits"][0]["paragraph"]]

"""What `verify` tells of the drawings of a document: others, gone, or with other words."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from sopimukset.documents.provenance import PICTURES
from sopimukset.documents.verification import Redrawn, State
from sopimukset.formats import zip as archive
from sopimukset.formats.figures.drawing import Drawing
from sopimukset.formats.figures.metafile import metafile
from sopimukset.tasks.generate import Wishes, generate
from sopimukset.tasks.verify import Verified, verify
from tests.support.command_line import sopimukset
from tests.support.workspaces import workspace

DAY, REGION = date(2026, 6, 1), "kainuu"
MAIN, CUSTOM = "word/document.xml", "docProps/custom.xml"
DRAWN = re.compile(r"<w:r><w:drawing>.*?</w:drawing></w:r>", re.DOTALL)

Parts = dict[str, bytes]


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with the year's wheel that was made in it."""
    found = workspace(tmp_path_factory.mktemp("tyotila"), REGION)
    generate(found, Wishes(kinds=("vuosikello",), out=found / "build"), DAY, lambda *_: None)
    return found


def saved(root: Path, folder: Path, change: Callable[[Parts], object]) -> Path:
    """The wheel, changed and saved."""
    [path] = (root / "build").rglob("*_fi.docx")
    parts = archive.read(path.read_bytes())
    change(parts)
    target = folder / "tallennettu.docx"
    target.write_bytes(archive.write(parts))
    return target


def verified(root: Path, path: Path) -> Verified:
    [found] = verify(root, [path], DAY)
    return found


def in_main(parts: Parts, change: Callable[[str], str]) -> None:
    parts[MAIN] = change(parts[MAIN].decode()).encode()


def other_picture(parts: Parts) -> None:
    [name] = [name for name in parts if name.endswith(".emf")]
    parts[name] = metafile(Drawing(9, 9, ()))


def other_words(parts: Parts) -> None:
    in_main(parts, lambda text: text.replace('descr="Vuosikello', 'descr="Kello'))


def no_words(parts: Parts) -> None:
    in_main(parts, lambda text: re.sub(r' descr="[^"]*"', "", text))


def no_picture(parts: Parts) -> None:
    in_main(parts, lambda text: DRAWN.sub("", text))


def one_more(parts: Parts) -> None:
    in_main(parts, lambda text: DRAWN.sub(lambda found: found.group() * 2, text))


@pytest.mark.parametrize(
    ("change", "drawn", "words"),
    [
        (other_picture, Redrawn(1, 1, 1), "kuva 1 tai sen vaihtoehtoinen teksti on muuttunut"),
        (other_words, Redrawn(1, 1, 1), "kuva 1 tai sen vaihtoehtoinen teksti on muuttunut"),
        (no_words, Redrawn(1, 1, 1), "kuva 1 tai sen vaihtoehtoinen teksti on muuttunut"),
        (no_picture, Redrawn(1, 1, 0), "ennen kuvaa 1 on poistettu kuvia: 1"),
        (one_more, Redrawn(2, 0, 1), "kuva 2 on lisätty"),
    ],
)
def test_a_drawing_that_is_another_one_is_told_of(
    root: Path, tmp_path: Path, change: Callable[[Parts], None], drawn: Redrawn, words: str
) -> None:
    path = saved(root, tmp_path, change)
    found = verified(root, path)
    assert (found.state, found.stands, found.edits) == (State.EDITED, False, ())
    assert found.unseen.pictures == (drawn,)
    done = sopimukset("--as-of", DAY.isoformat(), "verify", path, cwd=root)
    assert (done.code, done.err) == (1, "")
    assert words in done.out
    done = sopimukset("--as-of", DAY.isoformat(), "verify", "--format", "json", path, cwd=root)
    told = {"picture": drawn.number, "removed": drawn.gone, "now": drawn.come}
    assert json.loads(done.out)[0]["pictures"] == [told]


def test_a_drawing_under_another_name_is_the_same(root: Path, tmp_path: Path) -> None:
    """Programs that save a document again name its parts and the references to them anew."""

    def renamed(parts: Parts) -> None:
        [name] = [name for name in parts if name.endswith(".emf")]
        parts["word/media/image1.emf"] = parts.pop(name)
        short, relations = name.removeprefix("word/"), "word/_rels/document.xml.rels"
        told = parts[relations].decode().replace(short, "media/image1.emf")
        parts[relations] = re.sub(r"rIdKuva\w+", "rId77", told).encode()
        in_main(parts, lambda text: re.sub(r"rIdKuva\w+", "rId77", text))

    found = verified(root, saved(root, tmp_path, renamed))
    assert (found.state, found.unseen.pictures) == (State.RESAVED, ())


def test_a_document_that_tells_nothing_of_its_drawings_is_not_judged_by_them(
    root: Path, tmp_path: Path
) -> None:
    def older(parts: Parts) -> None:
        told = parts[CUSTOM].decode()
        parts[CUSTOM] = re.sub(
            rf'<property [^>]*name="{PICTURES}".*?</property>', "", told
        ).encode()
        other_picture(parts)

    found = verified(root, saved(root, tmp_path, older))
    assert (found.state, found.unseen.pictures) == (State.RESAVED, ())

"""Documents that were made to keep the reader of tracked changes busy, or to stop it."""

from __future__ import annotations

import io
import time

import docx
import pytest

from sopimukset.formats import zip as archive
from sopimukset.formats.word import body_texts
from sopimukset.formats.word.redline import accept_all, accepted, reject_all

MAIN = "word/document.xml"
MANY = 3_000
SECONDS = 20
"""Far more than is needed; what took cubic time took minutes."""


def document(body: str) -> bytes:
    target = io.BytesIO()
    docx.Document().save(target)
    parts = archive.read(target.getvalue())
    before, _, after = parts[MAIN].decode().partition("<w:body>")
    parts[MAIN] = f"{before}<w:body>{body}{after}".encode()
    return archive.write(parts)


def joined(number: int) -> str:
    return (
        f'<w:p><w:pPr><w:rPr><w:del w:id="{number}"/></w:rPr></w:pPr>'
        f"<w:r><w:t>{number} </w:t></w:r></w:p>"
    )


@pytest.mark.parametrize(
    "body",
    [
        "".join(map(joined, range(MANY))) + "<w:p><w:r><w:t>loppu</w:t></w:r></w:p>",
        "<w:p>"
        + "".join(f'<w:ins w:id="{n}"><w:r><w:t>{n} </w:t></w:r></w:ins>' for n in range(6 * MANY))
        + "</w:p>",
    ],
    ids=["joined", "beside-another"],
)
def test_thousands_of_changes_are_accepted_in_order(body: str) -> None:
    begun = time.process_time()
    found = accepted(document(body))
    assert time.process_time() - begun < SECONDS
    assert found is not None
    (text,) = body_texts(found.content)
    assert text.startswith("0 1 2 3 ")
    assert f"{MANY - 2} {MANY - 1} " in text
    assert found.touched == (1,)


def test_two_notes_on_the_same_properties_are_no_fault() -> None:
    note = '<w:tblPrChange w:id="1"/>'
    row = "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>"
    content = document(f"<w:tbl><w:tblPr>{note}{note}</w:tblPr>{row}</w:tbl>")
    assert body_texts(reject_all(content)) == body_texts(accept_all(content)) == ["a"]

"""LibreOffice as a witness: it accepts or rejects the changes of many documents in one run."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from sopimukset.formats.word import text_of
from tests.support.programs import find_program

ACCEPT, REJECT, NEITHER = "Accept", "Reject", "Neither"
_SECONDS = 300
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MACRO = """Sub Work(listing As String)
  On Error GoTo Failed
  Dim number As Integer
  Dim entry As String
  Dim dispatcher As Object
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  Dim wanted(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  wanted(0).Name = "FilterName"
  wanted(0).Value = "MS Word 2007 XML"
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  number = FreeFile
  Open listing For Input As #number
  Do While Not EOF(number)
    Line Input #number, entry
    If Len(entry) &gt; 0 Then
      parts = Split(entry, "|")
      document = StarDesktop.loadComponentFromURL(parts(1), "_blank", 0, hidden())
      If parts(0) &lt;&gt; "Neither" Then
        place = ".uno:" &amp; parts(0) &amp; "AllTrackedChanges"
        dispatcher.executeDispatch(document.CurrentController.Frame, place, "", 0, Array())
      End If
      document.storeToURL(parts(2), wanted())
      document.close(True)
    End If
  Loop
  Close #number
Failed:
  StarDesktop.terminate()
End Sub
"""


class Job(NamedTuple):
    """A document to be opened and saved anew.

    Attributes:
        what: `ACCEPT`, `REJECT` or `NEITHER`.
    """

    what: str
    source: Path
    target: Path


def work(jobs: Iterable[Job], home: Path) -> None:
    """Do all jobs in one run of LibreOffice, with a profile of its own in `home`."""
    soffice = find_program("soffice")
    profile = f"-env:UserInstallation={(home / 'profiili').as_uri()}"
    base = [soffice, "--headless", "--norestore", "--nolockcheck", profile]
    # The first start fills the profile, and would write over what is put there before it.
    subprocess.run([*base, "--terminate_after_init"], check=True, timeout=120, capture_output=True)
    _install(home / "profiili" / "user" / "basic" / "Standard")
    listing = home / "tyot.txt"
    lines = (f"{job.what}|{job.source.as_uri()}|{job.target.as_uri()}\n" for job in jobs)
    listing.write_text("".join(lines), encoding="utf-8")
    macro = f'macro:///Standard.Redline.Work("{listing}")'
    subprocess.run([*base, macro], check=True, timeout=_SECONDS, capture_output=True)


def _install(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    script = (
        f'{_HEAD}<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
        '"module.dtd">\n<script:module xmlns:script="http://openoffice.org/2000/script" '
        f'script:name="Redline" script:language="StarBasic">{_MACRO}</script:module>'
    )
    library = (
        f'{_HEAD}<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" '
        '"library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" '
        'library:name="Standard" library:readonly="false" library:passwordprotected="false">'
        '<library:element library:name="Redline"/></library:library>'
    )
    (folder / "Redline.xba").write_text(script, encoding="utf-8")
    (folder / "script.xlb").write_text(library, encoding="utf-8")


def lines(path: Path) -> list[str]:
    """The text of a document that LibreOffice saved, blank paragraphs left out.

    It leaves an empty paragraph where a deleted one stood alone before a table, and puts a mark of
    no width into an empty row.
    """
    texts = text_of(path.read_bytes())
    return [text for item in texts if (text := " ".join(item.replace("\u200d", "").split()))]

"""A repository with a long history, written in seconds: `git fast-import` takes one stream.

The regions are the copies of Päijät-Häme that `country` makes. Each commit changes one of them in
turn, as offices do: another number of staff, another deputy, a new chair from a day on, a meeting's
file, a comment that says nothing new. There is a tag every so often.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from country import ORIGINAL, build

REGIONS = 45
COMMITS = 5000
TAG_EVERY = 500
BEGUN = datetime(2025, 2, 1, 8, tzinfo=UTC)
STEP = timedelta(hours=3)

_STAFF = "maara: 8.5, yksikko: htv"
_DEPUTY = "varajasenet: [{nimike: asiakkuuspäällikkö, alkaen: 2025-02-01}]"
_CHAIR = "      - {jasen: hollola-1, nimeaja: hollola, alkaen: 2025-02-01}\n"
_HEAD = "# yaml-language-server"


@dataclass
class Region:
    """A region whose record changes from commit to commit."""

    name: str
    text: str
    meeting: str
    staff: int = 85
    deputies: int = 0
    notes: int = 0
    meetings: int = 0
    chairs: list[date] = field(default_factory=lambda: [date(2025, 2, 1)])

    def __post_init__(self) -> None:
        for piece in (_STAFF, _DEPUTY, _CHAIR, _HEAD):
            if self.text.count(piece) != 1:
                sys.exit(f"the illustration has changed: {piece}")

    def change(self, number: int, day: date) -> tuple[str, str, str]:
        """What a commit says, and the path and the text of the file that it changes."""
        kind = number % 5
        if kind == 3:
            self.meetings += 1
            on = date(2027, 1, 1) + timedelta(days=self.meetings)
            path = f"regions/{self.name}/kokoukset/{on}.yaml"
            return "Kokous", path, self.meeting.replace("2026-03-12", str(on), 1)
        message = ("Henkilöstö", "Varajäsen", "Puheenjohtaja", "", "Huomautus")[kind]
        if kind == 0:
            self.staff += 5
        elif kind == 1:
            self.deputies += 1
        elif kind == 2:
            self.chairs.append(max(day, self.chairs[-1] + timedelta(days=1)))
        else:
            self.notes += 1
        return message, f"regions/{self.name}/alue.yaml", self.written()

    def written(self) -> str:
        """The record as it is now."""
        text = self.text.replace(_STAFF, f"maara: {self.staff / 10}, yksikko: htv")
        text = text.replace("asiakkuuspäällikkö", f"asiakkuuspäällikkö {self.deputies}")
        text = text.replace(_HEAD, f"# huomautus {self.notes}\n{_HEAD}")
        return text.replace(_CHAIR, "".join(self.offices()))

    def offices(self) -> Iterator[str]:
        """A line for each holder of the chair."""
        ends = [f", paattyen: {day - timedelta(days=1)}" for day in self.chairs[1:]]
        for number, (day, end) in enumerate(zip(self.chairs, [*ends, ""], strict=True)):
            seat = ("hollola", "lahti")[number % 2]
            yield f"      - {{jasen: {seat}-1, nimeaja: hollola, alkaen: {day}{end}}}\n"


def write(folder: Path, commits: int = COMMITS, regions: int = REGIONS) -> list[str]:
    """Make the repository in a new folder, checked out; gives the names of its regions."""
    folder.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="sopimukset-") as temporary:
        country = build(Path(temporary), regions)
        texts = {name: _texts(country.root, name) for name in country.names}
    _git(folder, "init", "-q", "-b", "main")
    command = ["git", "fast-import", "--quiet"]
    importer = subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, env=_alone())
    assert importer.stdin
    for piece in _stream(texts, commits):
        importer.stdin.write(piece)
    importer.stdin.close()
    if importer.wait():
        sys.exit("git fast-import failed")
    _git(folder, "repack", "-q", "-a", "-d", "--depth=50", "--window=10")
    _git(folder, "checkout", "-q", "main")
    return list(country.names)


def _texts(root: Path, name: str) -> dict[str, str]:
    home = root / "regions" / name
    return {
        path.relative_to(root).as_posix(): path.read_text("utf-8") for path in home.rglob("*.yaml")
    }


def _stream(texts: dict[str, dict[str, str]], commits: int) -> Iterator[bytes]:
    """What `git fast-import` reads."""
    yield _commit(
        1, "Alueet", {path: text for files in texts.values() for path, text in files.items()}
    )
    regions = [
        Region(
            name,
            files[f"regions/{name}/alue.yaml"],
            files[f"regions/{name}/kokoukset/2026-03-12.yaml"],
        )
        for name, files in texts.items()
    ]
    for number in range(2, commits + 1):
        region = regions[number % len(regions)]
        day = (BEGUN + number * STEP).date()
        message, path, text = region.change(number // len(regions), day)
        yield _commit(number, message, {path: text})
        if number % TAG_EVERY == 0:
            yield f"reset refs/tags/v{number // TAG_EVERY}\nfrom :{number}\n\n".encode()


def _commit(number: int, message: str, files: dict[str, str]) -> bytes:
    moment = BEGUN + number * STEP
    who = f"Testi <testi@example.org> {int(moment.timestamp())} +0200"
    text = message.encode()
    parts = [f"commit refs/heads/main\nmark :{number}\nauthor {who}\ncommitter {who}\n".encode()]
    parts.append(b"data %d\n%s\n" % (len(text), text))
    for path, content in files.items():
        raw = content.encode()
        parts.append(f"M 100644 inline {path}\n".encode() + b"data %d\n%s\n" % (len(raw), raw))
    return b"".join(parts)


def _git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, env=_alone())


def _alone() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return {**kept, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull}


if __name__ == "__main__":
    target = Path(sys.argv[1])
    if target.exists():
        shutil.rmtree(target)
    write(target)
    print(f"{target}: {ORIGINAL}-0000 …")

"""The JSON Schemas of a workspace: written for its editor, checked for freshness in its CI."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from sopimukset.base.files import write_whole
from sopimukset.base.speech import mark
from sopimukset.model.json_schema import FILE_KINDS, json_schema
from sopimukset.tasks.writing import FOLDER, writing
from sopimukset.workspace.locate import find_root

SCHEMAS = "schemas"


class State(Enum):
    """How a schema file of the workspace stands to what the model says, in words to be said."""

    FRESH = mark("ajan tasalla")
    STALE = mark("vanhentunut")
    MISSING = mark("puuttuu")


@dataclass(frozen=True, slots=True)
class SchemaFile:
    """A schema file of a workspace.

    Attributes:
        name: its path from the workspace's root, with `/`.
        state: as it was found.
    """

    name: str
    path: Path
    state: State
    content: bytes


def schema_files() -> Iterator[tuple[str, bytes]]:
    """Every schema's file name and content: UTF-8, two spaces, one line end at the end."""
    for kind in FILE_KINDS:
        text = json.dumps(json_schema(kind), ensure_ascii=False, indent=2)
        yield kind.file_name, f"{text}\n".encode()


def check_schemas(folder: Path) -> list[SchemaFile]:
    """How the schemas of the workspace at or above a folder stand. Reads, never writes.

    Raises:
        WorkspaceError: there is no workspace.
        OSError: a schema file can't be read.
    """
    return list(schemas_of(find_root(folder)))


def write_schemas(folder: Path) -> list[SchemaFile]:
    """Write the schemas that are not fresh; the result tells how each was found.

    Raises:
        WorkspaceError: there is no workspace.
        OutsideFailure: a schema file can't be written.
        OSError: a schema file can't be read.
    """
    found = check_schemas(folder)
    with writing(FOLDER, SCHEMAS, mark("Tarkista työtilan kansion oikeudet.")):
        for file in found:
            if file.state is not State.FRESH:
                write_whole(file.path, file.content)
    return found


def schemas_of(root: Path) -> Iterator[SchemaFile]:
    """How the schemas of a workspace stand.

    Raises:
        OSError: a schema file can't be read.
    """
    for name, content in schema_files():
        path = root / SCHEMAS / name
        yield SchemaFile(f"{SCHEMAS}/{name}", path, _state(path, content), content)


def _state(path: Path, content: bytes) -> State:
    try:
        found = path.read_bytes()
    except FileNotFoundError:
        return State.MISSING
    # git may have given the file this machine's line ends
    return State.FRESH if found.replace(b"\r\n", b"\n") == content else State.STALE

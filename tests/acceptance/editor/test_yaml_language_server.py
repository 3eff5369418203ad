"""The schemas in the language server that VS Code and other editors use, over its own protocol.

The workspace and the editor's settings are those that `sopimukset init` makes. Lay the server with
`npm ci --ignore-scripts` in this folder; `.ci/run` does it in CI.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from sopimukset.tasks.initiate import create_workspace
from tests.support.workspaces import CHECKOUT, EXAMPLE

HERE = Path(__file__).resolve().parent
SERVER = HERE / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
MODELINE = "# yaml-language-server: $schema="
ERROR = 1
"""`DiagnosticSeverity.Error` of the protocol."""


@pytest.fixture(scope="module")
def command(program: Callable[[str], str]) -> list[str]:
    node = program("node")
    if not SERVER.is_file():
        told = "yaml-language-server is missing: npm ci --ignore-scripts in tests/acceptance/editor"
        if os.environ.get("CI"):
            pytest.fail(f"{told} (.ci/run does it)")
        pytest.skip(told)
    return [node, str(SERVER), "--stdio"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("editori") / "tyotila"
    create_workspace(target)
    return target


@pytest.fixture(scope="module")
def editor(command: list[str], folder: Path) -> Iterator[Any]:
    """The server as an editor has it that reads the settings of the new workspace."""
    settings = json.loads((folder / ".vscode" / "settings.json").read_text("utf-8"))
    with _client().LanguageServer(command, folder, settings) as server:
        yield server


def _client() -> ModuleType:
    """The module beside this file; the folders of the acceptance tests are no packages."""
    name = "sopimukset_language_server"
    spec = importlib.util.spec_from_file_location(name, HERE / "language_server.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def lines_of(folder: Path) -> list[str]:
    return (folder / "regions" / EXAMPLE / "alue.yaml").read_text("utf-8").splitlines()


def another(folder: Path, region: str, lines: list[str]) -> Path:
    path = folder / "regions" / region / "alue.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


def place_of(lines: list[str], key: str) -> tuple[int, int]:
    """Line and column of the first such key, from 0."""
    line = next(i for i, text in enumerate(lines) if text.strip(" -").startswith(f"{key}:"))
    return line, lines[line].index(key)


def test_no_file_of_the_example_is_marked(editor: Any, folder: Path) -> None:
    files = sorted((folder / "regions" / EXAMPLE).rglob("*.yaml"))
    assert len(files) > 3
    assert {path.name: editor.diagnostics(path) for path in files} == {
        path.name: [] for path in files
    }


@pytest.mark.parametrize("modeline", [True, False])
def test_a_misspelt_key_is_marked_where_it_stands(
    editor: Any, folder: Path, modeline: bool
) -> None:
    """With the first line the file tells its schema; without it the editor's settings do."""
    lines = lines_of(folder)
    assert lines[0].startswith(MODELINE)
    start = 0 if modeline else 1
    wrong = [text.replace("    toimikaudet:", "    toimikaudett:") for text in lines[start:]]
    (found,) = editor.diagnostics(another(folder, f"kirjoitusvirhe-{start}", wrong))
    line, column = place_of(wrong, "toimikaudett")
    assert found["range"]["start"] == {"line": line, "character": column}
    assert found["range"]["end"] == {"line": line, "character": column + len("toimikaudett")}
    assert "toimikaudett" in found["message"]
    assert found["severity"] == ERROR
    assert "toimikaudet" in found["data"]["properties"]


def test_a_wrong_choice_is_marked_with_what_can_be_chosen(editor: Any, folder: Path) -> None:
    wrong = [text.replace("vaihe: vahvistettu", "vaihe: valmis") for text in lines_of(folder)]
    (found,) = editor.diagnostics(another(folder, "vaihe", wrong))
    assert found["range"]["start"]["line"] == place_of(wrong, "vaihe")[0]
    assert "valmisteilla" in found["message"]


@pytest.mark.parametrize("begun", ["", "toi"])
def test_keys_of_a_steering_group_are_offered_in_finnish(
    editor: Any, folder: Path, begun: str
) -> None:
    lines = lines_of(folder)
    wanted = [*lines[: lines.index("johtoryhmat:") + 1], "  - tunnus: tym", f"    {begun}"]
    path = another(folder, f"taydennys-{len(begun)}", wanted)
    editor.diagnostics(path)
    offered = editor.ask("completion", path, len(wanted) - 1, len(wanted[-1]))["items"]
    found = {item["label"]: item for item in offered}
    assert {"nimi", "toimialue", "toimikaudet", "jasenet", "johtavat_henkilot"} <= set(found)
    assert "tunnus" not in found
    assert found["toimikaudet"]["documentation"] == "Toimikaudet, peräkkäin."
    assert "388/2024 1 § 2 mom" in found["jasenet"]["documentation"]


def test_hovering_over_a_key_tells_in_finnish_what_it_is(editor: Any, folder: Path) -> None:
    lines = lines_of(folder)
    path = another(folder, "osoitus", lines)
    editor.diagnostics(path)
    told = editor.ask("hover", path, *place_of(lines, "toimikaudet"))["contents"]["value"]
    assert "Toimikaudet" in told
    assert "Toimikaudet, peräkkäin." in told
    told = editor.ask("hover", path, *place_of(lines, "puheenjohtaja"))["contents"]["value"]
    assert "388/2024 1 § 3 mom" in told


def test_the_known_keys_are_offered_in_place_of_a_misspelt_one(editor: Any, folder: Path) -> None:
    lines = lines_of(folder)
    wrong = [text.replace("    toimikaudet:", "    toimikaudett:") for text in lines]
    path = another(folder, "pikakorjaus", wrong)
    (found,) = editor.diagnostics(path)
    offered = editor.request(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": path.as_uri()},
            "range": found["range"],
            "context": {"diagnostics": [found]},
        },
    )
    edits = [item["edit"]["changes"][path.as_uri()] for item in offered if "edit" in item]
    assert {"range": found["range"], "newText": "toimikaudet"} in [edit for (edit,) in edits]


def test_the_page_for_editors_shows_what_the_server_says(editor: Any, folder: Path) -> None:
    text = (CHECKOUT / "docs" / "editori.md").read_text("utf-8")
    hovered, message, _ = re.findall(r"```text\n(.*?)\n```", text, flags=re.DOTALL)
    lines = lines_of(folder)
    wrong = [text.replace("    toimikaudet:", "    toimikaudett:") for text in lines]
    path = another(folder, "sivu", wrong)
    (found,) = editor.diagnostics(path)
    assert found["message"] == message
    told = editor.ask("hover", path, *place_of(wrong, "puheenjohtaja"))["contents"]["value"]
    assert told.startswith(f"{hovered}\n")


def test_the_server_is_locked_to_one_version_from_the_public_registry() -> None:
    asked = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    text = (HERE / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]
    assert packages[""]["dependencies"] == asked
    for name, version in asked.items():
        assert packages[f"node_modules/{name}"]["version"] == version
    held = [item for name, item in packages.items() if name]
    assert all(item["integrity"].startswith("sha512-") for item in held)
    places = {item.get("resolved", "https://registry.npmjs.org/") for item in held}
    assert all(place.startswith("https://registry.npmjs.org/") for place in places)


def test_the_example_of_the_checkout_is_the_one_that_was_opened(folder: Path) -> None:
    own = CHECKOUT / "regions" / EXAMPLE / "alue.yaml"
    assert own.read_text("utf-8").splitlines() == lines_of(folder)

"""New workspaces: whole, or not at all."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sopimukset import __version__
from sopimukset.base.files import write_whole
from sopimukset.model.json_schema import FILE_KINDS
from sopimukset.tasks import initiate
from sopimukset.tasks.check import failing
from sopimukset.tasks.failure import OutsideFailure
from sopimukset.tasks.initiate import create_workspace
from sopimukset.tasks.judging import check
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.schemas import State, check_schemas
from tests.support.command_line import sopimukset
from tests.support.workspaces import CHECKOUT, EXAMPLE

CI_FILES = (
    *(".github/workflows/sopimukset.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"),
    *(".gitignore", ".gitattributes"),
)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    target = tmp_path / "uusi" / "tyotila"
    create_workspace(target)
    return target


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_it_says_every_file_that_it_made(tmp_path: Path) -> None:
    assert create_workspace(tmp_path) == sorted(contents(tmp_path))


def test_the_example_is_the_worked_out_illustration(made: Path) -> None:
    example = contents(made / "regions" / EXAMPLE)
    assert example == contents(CHECKOUT / "regions" / EXAMPLE)
    assert b"kuvitteellinen: true" in example["alue.yaml"]


def test_the_workspace_passes_its_own_ci(made: Path) -> None:
    checked = check(made, (), date(2026, 6, 1))
    assert not failing(checked.findings, strict=True)
    assert {item.state for item in check_schemas(made)} == {State.FRESH}


@pytest.mark.parametrize("name", [".github/workflows/sopimukset.yml", ".gitlab-ci.yml"])
def test_ci_checks_strictly_with_this_version_and_the_whole_history(made: Path, name: str) -> None:
    text = (made / name).read_text("utf-8")
    YAML(typ="safe").load(text)
    assert re.findall(r"sopimukset==([\d.]+)", text) == [__version__]
    assert "sopimukset check --strict" in text
    assert re.search(r"fetch-depth: 0|GIT_DEPTH: 0", text)


FINNISH_LEFT = re.compile(r"[a-z]+(?:ssa|ssä|sta|stä|taan|tään|vät|vat)\b|Tarkast|tiedo")
ENTRIES = {
    "fi": "sopimukset check",
    "sv": "sopimukset --lang sv check",
    "en": "sopimukset --lang en check",
}


@pytest.mark.parametrize("language", ENTRIES)
def test_ci_and_hook_speak_the_language_of_the_maker(tmp_path: Path, language: str) -> None:
    assert sopimukset("--lang", language, "init", str(tmp_path / "t"), cwd=tmp_path).code == 0
    files = {name: (tmp_path / "t" / name).read_text("utf-8") for name in CI_FILES}
    loaded = {name: YAML(typ="safe").load(files[name]) for name in CI_FILES[:3]}
    workflow, pipeline, hooks = loaded.values()
    assert workflow["env"] == {"SOPIMUKSET_LANG": language}
    assert pipeline["variables"]["SOPIMUKSET_LANG"] == language
    ((hook,),) = (repo["hooks"] for repo in hooks["repos"])
    assert hook["entry"] == ENTRIES[language]
    for name, text in files.items():
        assert bool(FINNISH_LEFT.search(text)) is (language == "fi"), name
        assert "@" not in text.replace("actions/checkout@", "").replace("setup-python@", "")


def test_the_editor_knows_the_schema_of_every_file(made: Path) -> None:
    settings = json.loads((made / ".vscode" / "settings.json").read_bytes())
    schemas = settings["yaml.schemas"]
    assert set(schemas.values()) == {kind.pattern for kind in FILE_KINDS}
    for path, pattern in schemas.items():
        assert (made / path).is_file()
        later = pattern.startswith("templates/") or "/versiot/" in pattern
        assert list(made.glob(pattern)) or later
    wished = json.loads((made / ".vscode" / "extensions.json").read_bytes())
    assert "redhat.vscode-yaml" in wished["recommendations"]


def test_what_is_made_is_kept_out_of_version_control(made: Path) -> None:
    assert "build/" in (made / ".gitignore").read_text("utf-8").splitlines()


def test_a_folder_with_something_in_it_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "oma.txt").write_bytes(b"x")
    with pytest.raises(RefusedError, match=r"ei ole tyhjä \(oma\.txt\)"):
        create_workspace(tmp_path)
    assert contents(tmp_path) == {"oma.txt": b"x"}


def test_a_file_in_its_place_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(b"x")
    with pytest.raises(RefusedError, match="on tiedosto"):
        create_workspace(tmp_path / "x")


def test_a_fresh_repository_counts_as_empty(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert "README.md" in create_workspace(tmp_path)


@pytest.mark.parametrize("before", ["missing", "empty", "repository"])
@pytest.mark.parametrize("written", [0, 3, 9])
def test_a_failure_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: str, written: int
) -> None:
    target = tmp_path / "a" / "b"
    if before != "missing":
        target.mkdir(parents=True)
    if before == "repository":
        (target / ".git").mkdir()
        (target / ".git" / "HEAD").write_bytes(b"ref: refs/heads/main\n")
    whole = sorted(path.as_posix() for path in tmp_path.rglob("*"))
    real, count = write_whole, iter(range(100))

    def failing_write(path: Path, content: bytes) -> None:
        if next(count) == written:
            raise OSError(28, "No space left on device", str(path))
        real(path, content)

    monkeypatch.setattr(initiate, "write_whole", failing_write)
    with pytest.raises(OutsideFailure, match="levy on täynnä"):
        create_workspace(target)
    assert sorted(path.as_posix() for path in tmp_path.rglob("*")) == whole


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_path: Path, _content: bytes) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(initiate, "write_whole", interrupted)
    with pytest.raises(KeyboardInterrupt):
        create_workspace(tmp_path / "a")
    assert list(tmp_path.iterdir()) == []

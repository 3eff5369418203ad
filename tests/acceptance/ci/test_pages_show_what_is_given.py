"""The pages for pre-commit, GitHub, GitLab and editors: what they show is what the tool says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from sopimukset import __version__
from tests.support.command_line import AS_OF, environment
from tests.support.workspaces import CHECKOUT, edit, record, workspace

DOCS = CHECKOUT / "docs"
PAGES = ("pre-commit", "github", "gitlab", "editori")
BY_THE_COUNTY = (
    "{jasen: hollola-1, nimeaja: hollola, alkaen: 2025-02-01}",
    "{jasen: hollola-1, nimeaja: hva, alkaen: 2025-02-01}",
)
MISSPELT = ("    toimikaudet: ", "    toimikaudett: ")


def page(name: str) -> str:
    return (DOCS / f"{name}.md").read_text("utf-8")


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", page(name), flags=re.DOTALL)


def said(folder: Path, *command: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", *command],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=folder,
        env=environment(COLUMNS="100", NO_COLOR="1"),
    )
    assert ran.returncode == 1, ran.stderr
    return ran.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    edit(record(workspace(tmp_path)), BY_THE_COUNTY)
    return tmp_path


def checked(folder: Path, kind: str) -> str:
    return said(folder, "sopimukset", *AS_OF, "check", "--format", kind)


def test_the_page_of_pre_commit_shows_the_finding(folder: Path) -> None:
    (shown,) = blocks("pre-commit", "text")
    (hook,) = YAML(typ="safe").load((CHECKOUT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert shown.startswith(hook["name"])
    finding = shown[shown.index("virhe ") :]
    assert finding in checked(folder, "text")


def test_the_page_of_github_shows_the_command_in_the_log(folder: Path) -> None:
    (shown,) = blocks("github", "text")
    assert shown in checked(folder, "github")


def test_the_page_of_gitlab_shows_the_log_and_the_report(folder: Path) -> None:
    (shown,) = blocks("gitlab", "text")
    assert shown in checked(folder, "text")
    (shown,) = blocks("gitlab", "json")
    assert shown in checked(folder, "gitlab")


def test_the_page_of_editors_shows_what_is_said_without_one(tmp_path: Path) -> None:
    edit(record(workspace(tmp_path)), MISSPELT)
    schema = str(CHECKOUT / "schemas" / "alue.schema.json")
    file = "regions/paijat-hame/alue.yaml"
    shown = blocks("editori", "text")[-1]
    assert shown in said(tmp_path, "check_jsonschema", "--schemafile", schema, file)


@pytest.mark.parametrize("name", PAGES)
def test_what_is_to_be_copied_is_yaml_and_of_this_version(name: str) -> None:
    for block in blocks(name, "yaml"):
        YAML(typ="safe").load(block)
    assert set(re.findall(r"(?:rev: |ref: |@|==)v?(\d+\.\d+\.\d+)", page(name))) <= {__version__}


def test_every_setting_of_the_action_and_the_template_is_explained() -> None:
    action = YAML(typ="safe").load((CHECKOUT / "action.yml").read_text("utf-8"))
    told = page("github")
    for name, item in action["inputs"].items():
        default = f"`{item['default']}`" if item["default"] else "tyhjä"
        assert f"| `{name}` | {default} |" in told
    template = YAML(typ="safe").load((CHECKOUT / "ci/gitlab/sopimukset.yml").read_text("utf-8"))
    told = page("gitlab")
    for name, value in template["sopimukset"]["variables"].items():
        if name.startswith("SOPIMUKSET_"):
            assert f"| `{name}` | {f'`{value}`' if value else 'tyhjä'} |" in told


@pytest.mark.parametrize("name", PAGES)
def test_every_file_that_is_linked_exists(name: str) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", page(name))
    assert [link for link in links if not (DOCS / link).exists()] == []

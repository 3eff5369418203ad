"""What stands in people's CI: the very commands of each file are run, not only read."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from sopimukset.tasks.initiate import create_workspace
from tests.support.command_line import AS_OF, environment
from tests.support.workspaces import CHECKOUT, EXAMPLE, edit, record

RIGHT = "{jasen: hollola-1, nimeaja: hollola, alkaen: 2025-02-01}"
WRONG = "{jasen: hollola-1, nimeaja: hva, alkaen: 2025-02-01}"
WARNED = ("    sailytysaika: 10 vuotta voimassaolon päättymisestä\n", "")
REPORT = "gl-code-quality-report.json"

Files = dict[str, Any]
Ran = subprocess.CompletedProcess[str]


def loaded(path: Path) -> Any:
    return YAML(typ="safe").load(path.read_text("utf-8"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    target = tmp_path / "tyotila"
    create_workspace(target)
    return target


@pytest.fixture
def wrong(folder: Path) -> Path:
    edit(record(folder), (RIGHT, WRONG))
    return folder


@pytest.fixture
def bin_folder(tmp_path: Path) -> Path:
    """A folder with `sopimukset`: this checkout's, judging as of a fixed day unless told."""
    place = tmp_path / "bin"
    place.mkdir()
    program = place / "sopimukset"
    command = f'exec "{sys.executable}" -m sopimukset {" ".join(AS_OF)} "$@"'
    program.write_text(f"#!/bin/sh\n{command}\n")
    program.chmod(0o755)
    return place


@pytest.fixture
def shell(bin_folder: Path, program: Callable[[str], str]) -> Callable[..., Ran]:
    """Run a script as the services do: `bash -e`, stopping at the first failure in a pipe."""

    def run(script: str, folder: Path, **variables: str) -> Ran:
        path = f"{bin_folder}{os.pathsep}{os.environ['PATH']}"
        return subprocess.run(
            [program("bash"), "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            env=environment(PATH=path, COLUMNS="100", **variables),
        )

    return run


# --- pre-commit


@pytest.fixture(params=["manifest", "init"])
def hook(request: pytest.FixtureRequest, folder: Path) -> Files:
    """The hook that this repository offers, and the one that a new workspace has."""
    found: Files
    if request.param == "manifest":
        (found,) = loaded(CHECKOUT / ".pre-commit-hooks.yaml")
    else:
        (repo,) = loaded(folder / ".pre-commit-config.yaml")["repos"]
        assert repo["repo"] == "local"
        (found,) = repo["hooks"]
        assert re.fullmatch(r"sopimukset==[\d.]+", found["additional_dependencies"][0])
    return found


def test_the_hook_says_what_pre_commit_demands(hook: Files) -> None:
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["id"] == "sopimukset-check"
    assert hook["language"] == "python"
    assert hook["pass_filenames"] is False


def test_the_hook_runs_whatever_a_commit_changes(hook: Files) -> None:
    """pre-commit passes over removed files, so a commit that only removes minutes has none."""
    assert hook["always_run"] is True
    assert not {"files", "types", "types_or", "exclude", "stages"} & set(hook)


def test_the_hook_lets_a_sound_record_through(
    hook: Files, folder: Path, shell: Callable[..., Ran]
) -> None:
    ran = shell(hook["entry"], folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_hook_stops_a_commit_against_the_law(
    hook: Files, wrong: Path, shell: Callable[..., Ran]
) -> None:
    ran = shell(hook["entry"], wrong)
    assert ran.returncode == 1
    assert "virhe G10" in ran.stdout


# --- GitHub


@pytest.fixture(scope="module")
def action() -> Files:
    found: Files = loaded(CHECKOUT / "action.yml")
    return found


def step(action: Files, name: str) -> Files:
    found: Files
    (found,) = [item for item in action["runs"]["steps"] if item.get("name") == name]
    return found


@pytest.fixture
def checked(
    action: Files, tmp_path: Path, bin_folder: Path, shell: Callable[..., Ran]
) -> Callable[..., Ran]:
    """Run the action's check with inputs, the others as they are by default."""
    venv = tmp_path / "runner" / "sopimukset"
    venv.mkdir(parents=True)
    (venv / "bin").symlink_to(bin_folder)
    own = step(action, "Tarkasta tiedot")

    def run(place: Path, **inputs: str) -> Ran:
        given = {name: item["default"] for name, item in action["inputs"].items()}
        given |= {name.replace("_", "-"): value for name, value in inputs.items()}
        variables = {
            name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: given[found[1]], value)
            for name, value in own["env"].items()
        }
        return shell(own["run"], place, RUNNER_TEMP=str(venv.parent), **variables)

    return run


def test_the_action_has_its_inputs_each_explained(action: Files) -> None:
    assert {"version", "strict", "as-of"} <= set(action["inputs"])
    for name, item in action["inputs"].items():
        assert item["description"], name
        assert isinstance(item["default"], str), name
    assert action["runs"]["using"] == "composite"
    for own in action["runs"]["steps"]:
        assert ("uses" in own) != (own.get("shell") == "bash")


def test_no_input_becomes_part_of_a_script(action: Files) -> None:
    assert all("${{" not in own.get("run", "") for own in action["runs"]["steps"])


@pytest.mark.parametrize(
    ("version", "asked"), [("", "/the/action"), ("0.1.0", "sopimukset==0.1.0")]
)
def test_the_action_installs_itself_or_the_version_that_is_asked_for(
    action: Files, version: str, asked: str, shell: Callable[..., Ran], tmp_path: Path
) -> None:
    """With a python that makes no environment, and one in it that repeats its last argument."""
    own = step(action, "Asenna sopimukset")
    assert own["env"]["VERSION"] == "${{ inputs.version }}"
    assert own["env"]["SOURCE"] == "${{ github.action_path }}"
    python = tmp_path / "sopimukset" / "bin" / "python"
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\nfor last; do :; done; echo "$last"\n')
    python.chmod(0o755)
    given = {"RUNNER_TEMP": str(tmp_path), "VERSION": version, "SOURCE": "/the/action"}
    ran = shell("python() { :; }\n" + own["run"], tmp_path, **given)
    assert ran.stdout.strip() == asked


def test_the_action_lets_a_sound_record_through(checked: Callable[..., Ran], folder: Path) -> None:
    ran = checked(folder)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "::error" not in ran.stdout


def test_the_action_marks_the_line_that_is_against_the_law(
    checked: Callable[..., Ran], wrong: Path
) -> None:
    ran = checked(wrong)
    assert ran.returncode == 1
    assert f"::error file=regions/{EXAMPLE}/alue.yaml,line=83,col=37," in ran.stdout


def test_the_action_is_strict_unless_told(checked: Callable[..., Ran], folder: Path) -> None:
    edit(record(folder), WARNED)
    ran = checked(folder)
    assert "::warning" in ran.stdout
    assert ran.returncode == 1
    assert checked(folder, strict="false").returncode == 0


def test_the_action_judges_as_of_the_day_and_where_it_is_told(
    checked: Callable[..., Ran], folder: Path
) -> None:
    ran = checked(folder.parent, as_of="2025-06-01", folder=folder.name)
    assert "(tarkastelupäivä 1.6.2025)" in ran.stdout
    assert ran.returncode == 0


def test_the_action_refuses_half_a_truth(checked: Callable[..., Ran], folder: Path) -> None:
    ran = checked(folder, strict="kyllä")
    assert ran.returncode == 2
    assert "::error::strict: true tai false, ei kyllä" in ran.stdout


def test_a_new_workspaces_workflow_marks_the_line_too(
    wrong: Path, shell: Callable[..., Ran]
) -> None:
    steps = loaded(wrong / ".github/workflows/sopimukset.yml")["jobs"]["check"]["steps"]
    script = [own["run"] for own in steps if own.get("run", "").startswith("sopimukset ")]
    ran = shell("\n".join(script), wrong)
    assert ran.returncode == 1
    assert f"::error file=regions/{EXAMPLE}/alue.yaml,line=83" in ran.stdout


# --- GitLab


@pytest.fixture(params=["template", "init"])
def job(request: pytest.FixtureRequest, folder: Path) -> Files:
    """The template's job, and that of a new workspace."""
    own = request.param == "init"
    place = folder / ".gitlab-ci.yml" if own else CHECKOUT / "ci" / "gitlab" / "sopimukset.yml"
    found: Files = loaded(place)["sopimukset"]
    return found


def script_of(job: Files) -> tuple[str, dict[str, str]]:
    """What is run once the program is installed, and the variables."""
    lines = [line for line in job["script"] if not line.startswith("pip ")]
    return "\n".join(lines), {key: str(value) for key, value in job.get("variables", {}).items()}


def report(folder: Path) -> Any:
    return json.loads((folder / REPORT).read_text("utf-8"))


def test_the_job_hands_over_its_report_even_when_it_fails(job: Files) -> None:
    assert job["artifacts"]["when"] == "always"
    assert job["artifacts"]["reports"] == {"codequality": REPORT}
    assert REPORT in " ".join(job["script"])


def test_the_job_lets_a_sound_record_through(
    job: Files, folder: Path, shell: Callable[..., Ran]
) -> None:
    script, variables = script_of(job)
    ran = shell(script, folder, **variables)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert {issue["severity"] for issue in report(folder)} <= {"minor", "info"}


def test_the_job_reports_what_is_against_the_law_and_fails(
    job: Files, wrong: Path, shell: Callable[..., Ran]
) -> None:
    script, variables = script_of(job)
    ran = shell(script, wrong, **variables)
    assert ran.returncode == 1
    assert "virhe G10" in ran.stdout
    (issue,) = [issue for issue in report(wrong) if issue["severity"] == "critical"]
    assert issue["check_name"] == "G10"
    assert issue["location"]["lines"]["begin"] == 83


def test_the_job_is_strict(job: Files, folder: Path, shell: Callable[..., Ran]) -> None:
    edit(record(folder), WARNED)
    script, variables = script_of(job)
    assert shell(script, folder, **variables).returncode == 1


def test_a_job_that_could_not_check_fails(
    job: Files, tmp_path: Path, shell: Callable[..., Ran]
) -> None:
    script, variables = script_of(job)
    empty = tmp_path / "tyhja"
    empty.mkdir()
    assert shell(script, empty, **variables).returncode != 0


def test_the_template_does_as_its_variables_say(folder: Path, shell: Callable[..., Ran]) -> None:
    edit(record(folder), WARNED)
    script, variables = script_of(loaded(CHECKOUT / "ci/gitlab/sopimukset.yml")["sopimukset"])
    changed = {
        "SOPIMUKSET_STRICT": "false",
        "SOPIMUKSET_AS_OF": "2025-06-01",
        "SOPIMUKSET_FOLDER": folder.name,
    }
    assert set(changed) < set(variables)
    ran = shell(script, folder.parent, **{**variables, **changed})
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "(tarkastelupäivä 1.6.2025)" in ran.stdout
    (issue,) = [issue for issue in report(folder.parent) if issue["severity"] == "major"]
    assert issue["location"]["path"].endswith("alue.yaml")


# --- the services' own schemas


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("github-actions", "action.yml"),
        ("github-workflows", ".github/workflows/sopimukset.yml"),
        ("gitlab-ci", "ci/gitlab/sopimukset.yml"),
        ("gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_the_services_accept_the_files(folder: Path, schema: str, name: str) -> None:
    """By their published schemas, which check-jsonschema carries along."""
    own = folder / name
    path = own if own.exists() else CHECKOUT / name
    ran = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}", path],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr

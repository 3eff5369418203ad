from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

PUBLIC = {"pypi.org", "files.pythonhosted.org"}


@pytest.fixture(scope="module")
def project(root: Path) -> Any:
    return tomllib.loads((root / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def lock(root: Path) -> Any:
    return tomllib.loads((root / "uv.lock").read_text("utf-8"))


@pytest.fixture(scope="module")
def own(lock: Any) -> Any:
    return next(item for item in lock["package"] if item["name"] == "sopimukset")


def demand(text: str) -> tuple[str, frozenset[str]]:
    """`lxml>=5.3,<7` as its name and its limits, in no order."""
    found = re.fullmatch(r"([\w.-]+)(.*)", text.replace(" ", ""))
    assert found, text
    name, limits = found.groups()
    return re.sub(r"[-_.]+", "-", name).lower(), frozenset(filter(None, limits.split(",")))


def locked(items: list[dict[str, str]]) -> set[tuple[str, frozenset[str]]]:
    return {demand(item["name"] + item.get("specifier", "")) for item in items}


def test_every_package_comes_from_the_public_index(root: Path) -> None:
    addresses = re.findall(r"https?://[^\"\s]+", (root / "uv.lock").read_text("utf-8"))
    assert addresses
    assert {urlsplit(address).hostname for address in addresses} == PUBLIC


def test_nothing_is_locked_to_a_folder_or_a_revision(lock: Any) -> None:
    kinds = {tuple(item["source"]) for item in lock["package"]}
    assert kinds == {("registry",), ("editable",)}


def test_lock_knows_what_the_project_asks_for(project: Any, own: Any) -> None:
    asked = {demand(text) for text in project["project"]["dependencies"]}
    assert locked(own["metadata"]["requires-dist"]) == asked


def test_lock_knows_the_developers_tools(project: Any, own: Any) -> None:
    asked = {demand(text) for text in project["dependency-groups"]["dev"]}
    assert locked(own["metadata"]["requires-dev"]["dev"]) == asked


def test_lock_serves_the_same_python(project: Any, lock: Any) -> None:
    assert lock["requires-python"] == project["project"]["requires-python"]


def test_licence_text_is_the_one_that_is_declared(project: Any, root: Path) -> None:
    assert project["project"]["license"] == "EUPL-1.2"
    text = (root / "LICENSE").read_text("utf-8")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    articles = re.findall(r"^(\d+)\.[A-Z]", text, flags=re.MULTILINE)
    assert articles == [str(number) for number in range(1, 16)]
    assert "Appendix" in text

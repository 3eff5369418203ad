"""What judges: `sopimukset/law`, and of `sopimukset/tracking` what its rules share with `status`.

Which module rests on which, and one put in another's place.
"""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import sys
from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import CodeType, ModuleType

from tests.acceptance.rules.rule_cases import ROOT

PACKAGE = "sopimukset.law"
FOLDER = ROOT / "sopimukset" / "law"
NO_JUDGES = frozenset(
    f"{name}.py"
    for name in (
        *("coverage", "decided", "explain", "facts", "led", "naming", "settled"),
        *("settled_regions", "survey"),
    )
)
"""Modules that show the rules, or spare them work, and judge nothing."""

EVERYTHING = frozenset({"acknowledged.py", "check.py", "registry.py"})
"""Modules that rest on all rules."""

WIDE = frozenset(
    {"agreements.py", "cases.py", "files.py", "judgement.py", "rule.py", "texts.py", "world.py"}
)
"""Modules that all rules rest on."""

BELOW = "tracking/"
SHARED = frozenset(
    f"{BELOW}{name}.py"
    for name in ("approvals", "pools", "signatures", "terms", "validity", "yearly", "years")
)
"""Judgements that rules share with `status`, or with reports; they stand below both."""


class Room:
    """The modules of the law by their paths in the room (`rules/g07.py`, `tracking/years.py`)."""

    def __init__(self, folder: Path = FOLDER, package: str = PACKAGE) -> None:
        self.package = package
        self._below: Mapping[str, str] = {
            path.relative_to(folder.parent).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted((folder.parent / BELOW).rglob("*.py"))
        }
        self.sources: Mapping[str, str] = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.py"))
            if path.name != "__init__.py" and path.name not in NO_JUDGES
        } | {name: text for name, text in self._below.items() if name in SHARED}

    def name(self, module: str) -> str:
        """The name by which a module is imported."""
        room = self.package.rpartition(".")[0] if module.startswith(BELOW) else self.package
        return f"{room}.{module.removesuffix('.py').removesuffix('/__init__').replace('/', '.')}"

    @cached_property
    def _users(self) -> dict[str, set[str]]:
        """The modules that import a module themselves."""
        sources = {**self._below, **self.sources}
        users: dict[str, set[str]] = {module: set() for module in sources}
        by_name = {self.name(module): module for module in sources}
        for module, source in sources.items():
            for name in _imported(source):
                if name in by_name:
                    users[by_name[name]].add(module)
        return users

    def resting_on(self, module: str) -> set[str]:
        """A module and all that import it, at first or second hand."""
        found, waiting = {module}, [module]
        while waiting:
            new = self._users[waiting.pop()] - found
            found |= new
            waiting += new
        return found

    def codes(self, module: str) -> set[str] | None:
        """The codes of the rules that rest on a module; None where all do."""
        resting = self.resting_on(module) - EVERYTHING
        if module in EVERYTHING or not resting.isdisjoint(WIDE):
            return None
        stems = (Path(item).stem for item in resting if item.startswith("rules/"))
        return {stem.upper() for stem in stems if not stem.startswith("_")}

    def put(self, module: str, code: CodeType) -> None:
        """Let changed code take a module's place in this process, for all that rest on it."""
        for name in [*map(self.name, self.resting_on(module)), *filter(_is_test, sys.modules)]:
            _forget(name)
        sys.meta_path.insert(0, _Changed(self.name(module), code))
        sys.dont_write_bytecode = True


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives one module from code that is at hand."""

    def __init__(self, name: str, code: CodeType) -> None:
        self.name = name
        self.code = code

    def find_spec(
        self, name: str, _path: Sequence[str] | None, _target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        return importlib.machinery.ModuleSpec(name, self) if name == self.name else None

    def exec_module(self, module: ModuleType) -> None:
        exec(self.code, module.__dict__)


def _is_test(name: str) -> bool:
    """Whether a module holds names of the law as it was, and is to be imported anew to be run."""
    return name.startswith(("tests.unit.", "tests.acceptance.", "tests.support."))


def _forget(name: str) -> None:
    """Have a module imported anew; the package that it is in remembers it too."""
    package, _, own = name.rpartition(".")
    if sys.modules.pop(name, None) is not None and package in sys.modules:
        vars(sys.modules[package]).pop(own, None)


def _imported(source: str) -> set[str]:
    """Full names that a source text imports, of modules or of what may be in them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found.update(f"{node.module}.{item.name}" for item in node.names)
        elif isinstance(node, ast.Import):
            found.update(item.name for item in node.names)
    return found

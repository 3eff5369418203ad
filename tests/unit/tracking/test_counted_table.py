"""The guide's table of counted fields is the program's."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location

from tests.support.workspaces import CHECKOUT


def test_the_guide_tells_what_the_program_counts() -> None:
    spec = spec_from_file_location("counted_fields", CHECKOUT / "tools" / "counted_fields.py")
    assert spec is not None
    assert spec.loader is not None
    tool = module_from_spec(spec)
    spec.loader.exec_module(tool)
    guide = (CHECKOUT / "docs" / "versiot-ja-hyvaksynnat.md").read_text(encoding="utf-8")
    assert tool.written(guide) == guide, "run tools/counted_fields.py"
    assert "| `henkilosto[]` |" in guide

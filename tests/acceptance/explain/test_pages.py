"""Every code has a page that a secretary can trust: complete, true to the rule, well formed."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sopimukset import register
from sopimukset.documents.kinds import BY_NAME
from sopimukset.documents.template_lint import lint_folder
from sopimukset.findings import Finding, Severity
from sopimukset.formats.yaml import read
from sopimukset.law.agreements import TYM
from sopimukset.law.check import Grounds, check_regions
from sopimukset.law.explain import PAGES, Section, explanation, page
from sopimukset.law.registry import LINTS, RULES, TITLES
from sopimukset.model import Alue, Kokous, Seuranta, Versio
from sopimukset.model.structure import fields_at
from sopimukset.workspace.record import parse_record
from sopimukset.workspace.templates import ClauseIds
from sopimukset.workspace.workspace import Region, read_region
from tests.support.workspaces import CHECKOUT, EXAMPLE

AS_OF = date(2026, 3, 1)
HEADINGS = [
    "Mitä sääntö vaatii",
    "Miksi",
    "Mikä päivä ratkaisee",
    "Huono esimerkki",
    "Hyvä esimerkki",
    "Miten korjaan",
    "Mitä sääntö ei näe",
    "Ketä koskee",
]
OPTIONAL = "Tarkista"
BAD, GOOD = "Huono esimerkki", "Hyvä esimerkki"
UNTOUCHED = ("M10", "P01", "T20", "T22", "T26", "T32", "T34", "T35", "V01")
"""The cause lies in a name, a Word file, another file, a region that is no example or the program:
the examples show no difference of data."""

OTHER_FILES: dict[str, type[Any]] = {
    "# kokoukset/": Kokous,
    "# seuranta/": Seuranta,
    "# versiot/": Versio,
}
"""How an example begins that is a file beside the region's own."""

GROUNDS = Grounds(register.load(), AS_OF, ClauseIds(CHECKOUT))

CODES = sorted(TITLES)
LINT_CODES = [item.code for item in LINTS]
RULE_CODES = [rule.code for rule in RULES if rule.code not in UNTOUCHED] + ["T10"]
FORM_CODES = [code for code in CODES if code.startswith("M") and code not in UNTOUCHED]
BLOCK = re.compile(r"```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def sections(code: str) -> dict[str, str]:
    found: tuple[Section, ...] = explanation(code, AS_OF).sections
    return {item.heading: item.text for item in found}


def example(code: str, heading: str) -> str:
    blocks = BLOCK.findall(sections(code)[heading])
    assert len(blocks) == 1, f"{code}: {heading} has {len(blocks)} yaml blocks"
    return str(blocks[0])


def test_there_is_a_page_for_every_code_and_for_nothing_else() -> None:
    assert sorted(path.name for path in PAGES.glob("*.fi.md")) == [
        f"{code}.fi.md" for code in CODES
    ]
    names = {f"{code}.{lang}.md" for code in CODES for lang in ("fi", "sv", "en")}
    assert {path.name for path in PAGES.iterdir()} <= names


@pytest.mark.parametrize("code", CODES)
def test_a_page_begins_with_the_rules_title(code: str) -> None:
    assert page(code).startswith(f"# {code} {TITLES[code]}\n\n")


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_all_its_sections_in_order_and_none_is_empty(code: str) -> None:
    found = sections(code)
    assert [heading for heading in found if heading != OPTIONAL] == HEADINGS
    assert OPTIONAL not in found or list(found)[-1] == OPTIONAL
    assert all(text.strip() for text in found.values())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_names_every_provision_of_its_rule(rule: Any) -> None:
    assert [item for item in rule.citations if item not in sections(rule.code)["Miksi"]] == []


@pytest.mark.parametrize("rule", [item for item in RULES if item.grade], ids=lambda rule: rule.code)
def test_a_page_tells_how_sure_the_reading_of_the_law_is(rule: Any) -> None:
    assert re.search(rf"Tulkinta-aste {re.escape(rule.grade)}(?![\w-])", page(rule.code))


@pytest.mark.parametrize("code", CODES)
def test_a_page_speaks_to_every_reader(code: str) -> None:
    readers = [line.split(":")[0] for line in sections(code)["Ketä koskee"].splitlines()]
    assert readers == ["- Sihteeri", "- Lakimies", "- CI"]


@pytest.mark.parametrize("code", [code for code in CODES if code not in LINT_CODES])
def test_examples_use_only_keys_that_the_model_knows(code: str) -> None:
    for heading in (BAD, GOOD):
        if heading == BAD and code in FORM_CODES:
            continue  # wrong form is what they show
        text = example(code, heading)
        document = read(text.encode())
        assert document.problems == ()
        root = next((kind for head, kind in OTHER_FILES.items() if text.startswith(head)), Alue)
        assert list(_unknown_keys(root, document.data, ())) == []


@pytest.mark.parametrize("code", RULE_CODES)
def test_the_bad_example_gives_the_finding_and_the_good_one_does_not(code: str) -> None:
    assert code in _codes(_checked(example(code, BAD)))
    good = _checked(example(code, GOOD))
    assert code not in _codes(item for item in good if item.severity is not Severity.DEADLINE)


@pytest.mark.parametrize("code", FORM_CODES)
def test_the_bad_example_of_form_is_refused_with_its_code(code: str) -> None:
    bad = parse_record("x", "alue.yaml", example(code, BAD).encode(), Alue)
    good = parse_record("x", "alue.yaml", example(code, GOOD).encode(), Alue)
    assert code in _codes(bad.findings)
    assert good.findings == ()


def test_a_file_with_the_wrong_ending_is_told_of(tmp_path: Path) -> None:
    for heading, expected in ((BAD, {"M10"}), (GOOD, set())):
        folder = tmp_path / heading
        text = example("M10", heading)
        place = folder / "regions" / EXAMPLE / text.partition("\n")[0].removeprefix("# ")
        place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")
        region = read_region(folder, EXAMPLE)
        assert _codes(region.strays) == expected


@pytest.mark.parametrize("code", LINT_CODES)
def test_the_linter_finds_the_code_in_the_bad_example_and_nothing_in_the_good_one(
    code: str, tmp_path: Path
) -> None:
    """Examples of clauses are linted; those of layouts are lines, as `templates show` has them."""
    bad, good = (_linted(code, heading, tmp_path / heading) for heading in (BAD, GOOD))
    if bad is not None:
        assert code in bad
        assert good == set()
    else:
        assert good is None


def _linted(code: str, heading: str, folder: Path) -> set[str] | None:
    """The codes of an example of clauses, hints aside; None where it is of a layout."""
    text = sections(code)[heading]
    assert text.count("```") == 2
    if "```text" in text:
        return None
    own = folder / "templates" / TYM
    shutil.copytree(CHECKOUT / "templates" / TYM, own)
    shutil.copy(own / "fi.docx", own / "sv.docx")
    head = "muoto: 1\nlaji: tym-sopimus\nnimi: {fi: Sopimus, sv: Avtal}\n"
    (own / "lausekkeet.yaml").write_text(head + example(code, heading), encoding="utf-8")
    found = lint_folder(BY_NAME[TYM], own).findings
    return _codes(item for item in found if item.file.endswith(".yaml"))


def _unknown_keys(root: type[Any], data: Any, path: tuple[str | int, ...]) -> Any:
    if isinstance(data, list):
        for index, item in enumerate(data):
            yield from _unknown_keys(root, item, (*path, index))
    elif isinstance(data, dict):
        known = fields_at(root, path)
        for key, value in data.items():
            if known and key not in known:
                yield (*path, key)
            yield from _unknown_keys(root, value, (*path, key))


def _checked(text: str) -> list[Finding]:
    """The findings of an example, completed with the worked-out region where it says nothing."""
    if text.startswith(tuple(OTHER_FILES)):
        return check_regions([_with_file(text)], GROUNDS)
    data = read(text.encode()).data
    base = read((CHECKOUT / "regions" / EXAMPLE / "alue.yaml").read_bytes()).data
    whole = base | data
    if whole["alue"] == EXAMPLE:
        for group in whole["johtoryhmat"]:
            for key in ("toimialue", "toimikaudet"):
                group.setdefault(key, base["johtoryhmat"][0][key])
    source = json.dumps(whole, default=_plain).encode()
    name = EXAMPLE if data.get("alue") == "kanta-hame" else whole["alue"]
    record = parse_record(name, f"regions/{name}/alue.yaml", source, Alue)
    assert record.findings == ()
    return check_regions([Region(name, record)], GROUNDS)


def _with_file(text: str) -> Region:
    """The worked-out region's own file with one other file, that of the example."""
    folder = CHECKOUT / "regions" / EXAMPLE
    own = parse_record(EXAMPLE, "alue.yaml", (folder / "alue.yaml").read_bytes(), Alue)
    if text.startswith("# seuranta/"):
        follow_up = parse_record(EXAMPLE, "seuranta.yaml", text.encode(), Seuranta)
        assert follow_up.findings == ()
        return Region(EXAMPLE, own, follow_ups=(follow_up,))
    if text.startswith("# versiot/"):
        name = text.partition("\n")[0].removeprefix("# ")
        version = parse_record(EXAMPLE, name, text.encode(), Versio)
        assert version.findings == ()
        return Region(EXAMPLE, own, versions=(version,))
    meeting = parse_record(EXAMPLE, "kokous.yaml", text.encode(), Kokous)
    assert meeting.findings == ()
    return Region(EXAMPLE, own, (meeting,))


def _plain(value: object) -> float:
    assert isinstance(value, Decimal)
    return float(value)


def _codes(findings: Any) -> set[str]:
    return {item.code for item in findings}

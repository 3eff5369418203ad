"""The mutation tool itself: what it changes, what it notices, what it tells."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.acceptance.rules.rule_cases import cases
from tests.mutation.bench import trial
from tests.mutation.equivalent import equivalents
from tests.mutation.kept import Kept, state
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.room import Room
from tests.mutation.run import in_child
from tests.mutation.session import hold

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="the machine has no fork")

TOY = '''
"""A rule of a toy law."""

MESSAGE = "Ikä on liian pieni."
LIMIT: int | None = 18


def check(ages: list[int], extra: str = "avain") -> list[int]:
    """The ages below the limit."""
    found = []
    for age in ages:
        if age < LIMIT:
            found.append(age)
    return sorted(found)
'''


def pairs(source: str) -> set[tuple[str, str]]:
    return {(item.before, item.after) for item in mutants("toy.py", source)}


def test_what_may_change_a_verdict_is_changed() -> None:
    assert pairs(TOY) == {
        ("LIMIT: int | None = 18", "LIMIT: int | None = 19"),
        ("LIMIT: int | None = 18", "LIMIT: int | None = 17"),
        (
            "def check(ages: list[int], extra: str='avain'):",
            "def check(ages: list[int], extra: str='XXavain'):",
        ),
        ("for age in ages:", "for age in ():"),
        ("if age < LIMIT:", "if True:"),
        ("if age < LIMIT:", "if False:"),
        ("if age < LIMIT:", "if age <= LIMIT:"),
        ("if age < LIMIT:", "if age >= LIMIT:"),
        ("found.append(age)", "pass"),
        ("return sorted(found)", "return None"),
        ("return sorted(found)", "return list(found)"),
    }


LOOKING = """
def worth(ages): return _young(ages) or _old(ages)
def _young(ages): return any(map(_below, ages))
def _old(ages): return max(ages) > 90
def _below(age): return age < 18
def check(ages): return _old(ages)
"""


def test_what_only_a_look_beforehand_rests_on_is_left_as_it_is() -> None:
    assert {item.function for item in mutants("toy.py", LOOKING)} == {"_old", "check"}


@pytest.mark.parametrize(
    ("line", "changed"),
    [
        ("x = a and not b", {"a or not b", "a", "not b", "a and b"}),
        ("x = a[1:]", {"a[:]", "a[2:]", "a[0:]"}),
        ("x = a - b", {"a + b", "a"}),
        ("x = f(a, during=b)", {"f(a)"}),
        ("x = a if b else c", {"a", "c"}),
        ("x = Severity.ERROR", {"Severity.WARNING", "Severity.INFO"}),
        ("x = [i for i in a if i]", {"[i for i in a]"}),
        ("x = (*a, b)", {"(*a,)", "(b,)"}),
        ("x = min(a).lower()", {"max(a).lower()", "min(a)"}),
        ("x = Rule(title='G', code=a)", {"Rule(title='G')"}),
        ("x = say('kuka') + f'{a} b'", {"say('kuka') - f'{a} b'"}),
    ],
)
def test_changes_of_expressions(line: str, changed: set[str]) -> None:
    assert {after.removeprefix("x = ") for _, after in pairs(line)} == changed


def test_jumps_and_yields_are_taken_out_and_a_generator_stays_one() -> None:
    source = "def f():\n for i in a:\n  if i: continue\n  yield i\n  raise b\n"
    jumps = {("if i: continue", "if i: break"), ("if i: continue", "if i: pass")}
    assert {*jumps, ("raise b", "pass")} <= pairs(source)
    assert ("yield i", "yield from ()") in pairs(source)


def test_change_is_known_by_its_function_and_text_wherever_it_stands() -> None:
    moved = TOY.replace("MESSAGE", "\n\n\nMESSAGE")
    assert {item.key for item in mutants("toy.py", moved)} == {
        item.key for item in mutants("toy.py", TOY)
    }


def notices(mutant: Mutant) -> bool:
    """A weak test of the toy law: it never asks for the limit itself, nor for two ages."""
    names: dict[str, object] = {}
    exec(mutant.code, names)
    check = names["check"]
    assert callable(check)
    return bool(check([1, 30]) != [1])


@forking
def test_session_tells_survivors_and_fails(capsys: pytest.CaptureFixture[str]) -> None:
    status = hold({"toy.py": TOY}, {}, lambda mutant: not in_child(lambda: notices(mutant)))
    told = capsys.readouterr().out
    assert status == 1
    assert "sopimukset/law/toy.py:12 check\n  - if age < LIMIT:\n  + if age <= LIMIT:" in told
    assert "+ if age >= LIMIT:" not in told
    assert "11 mutants     6 killed     0 equivalent     5 surviving" in told


def test_session_passes_over_what_is_judged_equivalent_and_refuses_what_is_stale(
    capsys: pytest.CaptureFixture[str],
) -> None:
    listed = {item.key for item in mutants("toy.py", TOY)}
    assert hold({"toy.py": TOY}, listed, lambda _: True) == 0
    gone = ("toy.py", "check", "if age > LIMIT:", "if True:")
    assert hold({"toy.py": TOY}, {*listed, gone}, lambda _: True) == 1
    assert "no mutant any more: toy.py check\n  - if age > LIMIT:" in capsys.readouterr().out


def test_run_that_was_broken_off_goes_on_where_it_was(tmp_path: Path) -> None:
    made = list(mutants("toy.py", TOY))
    asked: list[Mutant] = []

    def survives(mutant: Mutant) -> bool:
        """One in two, until the run is broken off at the fifth."""
        if len(asked) == 4:
            raise KeyboardInterrupt
        asked.append(mutant)
        return len(asked) % 2 == 0

    file = tmp_path / "answers"
    with pytest.raises(KeyboardInterrupt):
        hold({"toy.py": TOY}, {}, Kept(file, "a").around(survives))
    later: list[Mutant] = []

    def none_survives(mutant: Mutant) -> bool:
        """What the second run asks."""
        later.append(mutant)
        return False

    ask = Kept(file, "a").around(none_survives)
    assert [ask(mutant) for mutant in made] == [False, True, False, True] + [False] * 7
    assert (asked, later) == (made[:4], made[4:])
    assert len(Kept(file, "a")) == len(made)
    assert len(Kept(file, "b")) == 0


def test_two_changes_that_read_the_same_have_an_answer_each(tmp_path: Path) -> None:
    first = next(mutants("toy.py", TOY))
    twice = [first, first]
    answers = iter((True, False))
    ask = Kept(tmp_path / "answers", "a").around(lambda _: next(answers))
    assert [ask(item) for item in twice] == [True, False]
    again = Kept(tmp_path / "answers", "a").around(lambda _: pytest.fail("asked again"))
    assert [again(item) for item in twice] == [True, False]


def test_answers_are_of_one_state_of_all_files_but_the_list(tmp_path: Path) -> None:
    (tmp_path / "law").mkdir()
    rule, listed = tmp_path / "law" / "rule.py", tmp_path / "law" / "equivalent.yaml"
    rule.write_text("a", encoding="utf-8")
    before = state(tmp_path, ["law"])
    listed.write_text("b", encoding="utf-8")
    assert state(tmp_path, ["law"]) == before
    rule.write_text("b", encoding="utf-8")
    assert state(tmp_path, ["law"]) != before


@pytest.mark.parametrize("text", ["", "hello\n", "[]\n", '{"state": "a"}\n["x"]\n'])
def test_file_of_something_else_is_not_overwritten(tmp_path: Path, text: str) -> None:
    file = tmp_path / "notes"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="holds no answers"):
        Kept(file, "a")
    assert file.read_text(encoding="utf-8") == text


@forking
def test_endless_loop_and_failure_are_noticed() -> None:
    def endless() -> bool:
        while True:
            pass

    def failing() -> bool:
        raise RecursionError

    assert in_child(endless, seconds=0.1)
    assert in_child(failing)
    assert not in_child(lambda: False)


@forking
def test_changed_rule_fails_its_case_and_leaves_this_process_alone() -> None:
    room = Room()
    tried = [trial(case) for case in cases() if case.code == "G10"]

    def fails(mutant: Mutant) -> bool:
        room.put(mutant.module, mutant.code)
        return any(item.fails({"G10"}) for item in tried)

    made = list(mutants("rules/g10.py", room.sources["rules/g10.py"]))
    severity = next(item for item in made if item.after == "Severity.WARNING")
    assert in_child(lambda: fails(severity))
    assert not any(item.fails({"G10"}) for item in tried)


def test_helper_concerns_all_rules_that_rest_on_it() -> None:
    room = Room()
    assert room.codes("rules/g07.py") == {"G07"}
    assert room.codes("rules/_offices.py") == {"G10", "G11"}
    assert room.codes("cases.py") is None
    assert room.codes("world.py") is None


def test_package_below_the_law_rests_on_its_modules_too() -> None:
    room = Room()
    assert room.name("tracking/followup/__init__.py") == "sopimukset.tracking.followup"
    assert "tracking/followup/__init__.py" in room.resting_on("tracking/followup/periods.py")


def test_list_of_equivalents_gives_a_reason_for_each() -> None:
    modules = Room().sources
    assert all(key[0] in modules and reason for key, reason in equivalents().items())


@pytest.mark.parametrize(
    "text",
    [
        "[{module: a, function: f, reason: '', change: ['- a', '+ b']}]",
        "[{module: a, function: f, reason: x, change: ['- a']}]",
        "[{module: a, function: f, reason: x, change: ['- a', '+ b', '- a', '+ b']}]",
    ],
)
def test_list_without_reason_or_with_half_a_change_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "list.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"reason|change|twice"):
        equivalents(path)

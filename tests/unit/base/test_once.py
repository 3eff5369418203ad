"""A value that is worked out once: asked twice, made once, and held by its own object alone."""

from __future__ import annotations

from sopimukset.base.once import once


class Counting:
    def __init__(self) -> None:
        self.asked = 0

    @once
    def value(self) -> int:
        """How often it has been worked out."""
        self.asked += 1
        return self.asked


def test_it_is_worked_out_when_it_is_first_asked_for_and_never_again() -> None:
    one = Counting()
    assert one.asked == 0
    assert [one.value, one.value, one.value] == [1, 1, 1]
    assert one.asked == 1


def test_each_object_has_its_own() -> None:
    one, other = Counting(), Counting()
    assert one.value == 1
    assert other.asked == 0
    assert other.value == 1


def test_what_could_not_be_worked_out_is_asked_for_again() -> None:
    class Failing(Counting):
        @once
        def share(self) -> float:
            """Fails the first time."""
            self.asked += 1
            return 1 / (self.asked - 1)

    failing = Failing()
    for _ in range(2):
        try:
            found = failing.share
        except ZeroDivisionError:
            found = 0.0
    assert found == 1.0


def test_the_class_tells_of_it() -> None:
    assert Counting.__dict__["value"].__doc__ == "How often it has been worked out."
    assert isinstance(Counting.value, once)

"""Questions at a terminal. Ctrl-C ends any of them (click.Abort)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

from sopimukset.base.speech import say

T = TypeVar("T")

YES = ("k", "kyllä", "kylla", "j", "ja", "y", "yes")
NO = ("e", "ei", "n", "nej", "no")


def ask(question: str, understood: Callable[[str], T], default: str) -> T:
    """Ask until the answer is understood; an empty answer means the default.

    Args:
        question: what to ask, without a mark at its end.
        default: the answer that an empty one stands for; "" where there is none.
        understood: the answer's meaning; raises ValueError with a sentence for the person
            where it has none.
    """
    hint = f" [{default}]" if default else ""
    while True:
        answer: str = click.prompt(
            f"{question}{hint}", default=default, show_default=False, type=str
        )
        try:
            return understood(answer.strip())
        except ValueError as error:
            click.echo(str(error))


def confirm(question: str) -> bool:
    """Ask for a yes or a no; an empty answer is a yes."""
    return ask(say("{kysymys} k/e [k]").format(kysymys=question), _yes, "")


def _yes(answer: str) -> bool:
    if not answer or answer.casefold() in YES:
        return True
    if answer.casefold() in NO:
        return False
    raise ValueError(say("Vastaa k (kyllä) tai e (ei)."))

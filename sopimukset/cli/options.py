"""Options that several commands have, in the same words; and lines that are no result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

REPORTS = ("text", "json", "sarif", "junit", "github", "gitlab")
"""The formats of `reporting`, told here so that the usual answer does without that room."""

LANGUAGES = ("fi", "sv")
"""The languages of documents."""

Command = TypeVar("Command", bound=Callable[..., Any])


def form_option(forms: Sequence[str] = ("text", "json")) -> Callable[[Command], Command]:
    """The format of the output, `form` to the command; the first is the usual one."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help="Tulosteen muoto.",
    )


def languages_option(*, help: str) -> Callable[[Command], Command]:
    """The languages of what is made, `languages` to the command; may be given several times."""
    return click.option(
        "--language", "languages", type=click.Choice(LANGUAGES), multiple=True, help=help
    )


def out_option(*, help: str) -> Callable[[Command], Command]:
    """The folder that files are made in, `out` to the command."""
    return click.option(
        "--out",
        type=click.Path(path_type=Path),
        default=Path("build"),
        show_default=True,
        metavar="KANSIO",
        help=help,
    )


def strict_option(command: Command) -> Command:
    """Whether a warning counts as an error, `strict` to the command."""
    option = click.option("--strict", is_flag=True, help="Myös varoitus on virhe paluukoodissa.")
    return option(command)


def tell(line: str) -> None:
    """A line that is no result, on standard error."""
    click.echo(line, err=True)

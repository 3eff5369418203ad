"""Options that several commands have, in the same words; and lines that are no result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from sopimukset.base.speech import mark, say

REPORTS = ("text", "json", "sarif", "junit", "github", "gitlab")
"""The formats of `reporting`, told here so that the usual answer does without that room."""

LANGUAGES = ("fi", "sv")
"""The languages of documents."""

NO_SUCH = mark("'{arvo}' ei ole mikään vaihtoehdoista. Tarkoititko: {meant}?")


class NearChoice(click.Choice[str]):
    """A choice of many words: a slip is told of with the nearest word instead of all of them."""

    def convert(
        self,
        value: Any,  # noqa: ANN401 (as click has it)
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 (as click has it)
        """The word.

        Raises:
            click.BadParameter: it is none of them.
        """
        try:
            return super().convert(value, param, ctx)
        except click.BadParameter:
            from sopimukset.base.words import nearest  # only a slip pays for it

            meant = nearest(str(value), self.choices)
            if not meant:
                raise
            told = say(NO_SUCH).format(arvo=value, meant=meant)
            raise click.BadParameter(told, ctx, param) from None


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

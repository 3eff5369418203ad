"""A verb's help in the language that was chosen: click takes its texts when a module is imported.

The commands are written in Finnish; for another language a translated copy is shown.
"""

from __future__ import annotations

import copy
from typing import TypeVar

import click

from sopimukset.base.speech import FINNISH, language, say

C = TypeVar("C", bound=click.Command)


def spoken(command: C) -> C:
    """The command with its help, and that of its options and verbs, in the chosen language."""
    if language() == FINNISH:
        return command
    told = copy.copy(command)
    told.help, told.epilog = _said(command.help), _said(command.epilog)
    told.short_help = _said(command.short_help)
    told.options_metavar = _said(command.options_metavar)
    told.params = [_parameter(item) for item in command.params]
    if isinstance(told, click.Group):
        told.subcommand_metavar = _said(told.subcommand_metavar) or ""
        told.commands = {name: spoken(item) for name, item in told.commands.items()}
    return told


def _parameter(parameter: click.Parameter) -> click.Parameter:
    told = copy.copy(parameter)
    if isinstance(told, click.Argument):
        told.metavar = say(told.metavar or (told.name or "").upper())
    else:
        told.metavar = _said(told.metavar)
    if isinstance(told, click.Option):
        told.help = _said(told.help)
    return told


def _said(text: str | None) -> str | None:
    return None if text is None else say(text)

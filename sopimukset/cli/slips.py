"""What to suggest where a word on the command line is none of ours, or is in the wrong place."""

from __future__ import annotations

from collections.abc import Collection
from typing import NoReturn

import click

from sopimukset.base.speech import mark, say

MEANT = "Tarkoititko: {meant}?"
BEFORE = mark("Valitsin {valitsin} annetaan ennen komentoa: {rivi}")
KNOWN = mark("Komennot: {komennot}.")

GLOBAL = {"--as-of": "2026-03-01", "--lang": "sv", "-C": "KANSIO"}
"""The options of every command, which stand before it, each with a value for the example."""

WORDS = {
    "--kieli": ("--language", "--lang"),
    "--sprak": ("--language", "--lang"),
    "--paiva": ("--date", "--as-of"),
    "--pvm": ("--date", "--as-of"),
    "--date": ("--as-of",),
    "--osapuoli": ("--party",),
    "--muoto": ("--format",),
    "--laji": ("--document", "--kind"),
    "--kind": ("--document",),
    "--vuosi": ("--year",),
    "--ryhma": ("--group",),
    "--rooli": ("--role",),
    "--kansio": ("--out", "-C"),
}
"""Words that people try, with what they may mean: the first that the command has."""


def better(error: click.ClickException) -> click.ClickException:
    """The error, with a suggestion of ours where an option is unknown and we have one."""
    if not isinstance(error, click.NoSuchOption):
        return error
    hint = suggestion(error)
    told = hint if error.option_name in GLOBAL else f"{error.message} {hint}"
    return click.UsageError(told, error.ctx) if hint else error


def suggestion(error: click.NoSuchOption) -> str:
    """A sentence on what an unknown option may mean; "" where nothing is near."""
    ctx = error.ctx
    own = {name for item in ctx.command.params for name in item.opts} if ctx else set()
    for meant in WORDS.get(error.option_name, (error.option_name,)):
        if meant in own:
            return say(MEANT).format(meant=meant)
        if meant in GLOBAL and ctx is not None and ctx.parent is not None:
            verb = ctx.command_path.removeprefix(ctx.find_root().command_path).strip()
            line = f"{ctx.find_root().command_path} {meant} {GLOBAL[meant]} {verb}"
            return say(BEFORE).format(valitsin=meant, rivi=line)
    return ""


def unknown_verb(name: str, known: Collection[str], ctx: click.Context, *, told: bool) -> NoReturn:
    """Say that there is no such verb, and which one is near.

    Args:
        name: as it was typed.
        known: the verbs.
        ctx: of the group.
        told: whether to name all where none is near.

    Raises:
        click.UsageError: always.
    """
    from sopimukset.base.words import nearest

    meant = nearest(name, known)
    hint = say(KNOWN).format(komennot=", ".join(known)) if told else ""
    if meant:
        hint = say(MEANT).format(meant=meant)
    message = say("Komentoa {nimi} ei ole.").format(nimi=name)
    raise click.UsageError(f"{message} {hint}".rstrip(), ctx)


class Verbs(click.Group):
    """A command with verbs of its own, few enough to be told."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; where there is none of that name, tell the nearest one or all.

        Raises:
            click.UsageError: there is none.
        """
        name = args[0] if args else ""
        if name and name not in self.commands and not name.startswith("-"):
            unknown_verb(name, self.commands, ctx, told=True)
        return super().resolve_command(ctx, args)

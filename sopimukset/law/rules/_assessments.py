"""What the rules of the yearly assessments share (T25, T26, T27)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sopimukset.model import Seuranta

if TYPE_CHECKING:
    from sopimukset.law.files import FileCase, Folder


def worth(folder: Folder) -> bool:
    """Whether any file of the folder assesses the recommendations or the state of cooperation."""
    return any(item.suositukset or item.yhteistyon_tila for item in folder.follow_ups)


def followed(file: FileCase) -> Seuranta | None:
    """The file's follow-up; None where it is something else."""
    return file.model if isinstance(file.model, Seuranta) else None


def last_day(follow_up: Seuranta) -> date | None:
    """The last day of the period, else its first one: the day of what is assessed in it."""
    period = follow_up.seurantajakso
    return period.paattyen or period.alkaen

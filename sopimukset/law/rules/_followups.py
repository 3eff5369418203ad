"""What the rules of follow-ups share: whether there are any values, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sopimukset.law.files import FileCase, Folder

if TYPE_CHECKING:
    from sopimukset.law.cases import GroupCase


def worth(folder: Folder) -> bool:
    """Whether there is a follow-up with values."""
    return any(item.mittarit for item in folder.follow_ups)


def group_of(file: FileCase, tunnus: str) -> GroupCase | None:
    """A group of the file's region; None where its record holds none (rule T01 tells)."""
    groups = file.region.groups if file.region else ()
    return next((group for group in groups if group.model.tunnus == tunnus), None)

"""Records of an older form, brought into today's one step at a time.

A step is a pure function from the data of one form to that of the next; it changes nothing that it
is given. Only what comes out of git goes through here: a file on disk must have today's form, and
`check` says so.

Form 0 is a file from before files told their form: it has no `muoto`, or 0. In it an office that
now is a list of holders (`puheenjohtaja`, `varapuheenjohtaja`, `sihteeri`) may hold one mapping.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sopimukset.model import MUOTO

Data = dict[str, Any]
Step = Callable[[Data], Data]

_LISTS = ("puheenjohtaja", "varapuheenjohtaja", "sihteeri")


def _from_0(data: Data) -> Data:
    """Form 1 names itself, and its offices are lists: a holder's end no longer erases him."""
    new = {"muoto": 1, **{key: value for key, value in data.items() if key != "muoto"}}
    groups = new.get("johtoryhmat")
    if isinstance(groups, list):
        new["johtoryhmat"] = [_offices_as_lists(group) for group in groups]
    return new


def _offices_as_lists(group: Any) -> Any:  # noqa: ANN401 (whatever the file holds)
    if not isinstance(group, dict):
        return group
    return {
        key: [value] if key in _LISTS and isinstance(value, dict) else value
        for key, value in group.items()
    }


STEPS: Mapping[int, Step] = {0: _from_0}
"""What brings a form to the next one, by the form's number."""


def upgraded(data: Any) -> Any:  # noqa: ANN401 (whatever the file holds)
    """The data in today's form; the very same data where it has that, or a form we don't know."""
    while isinstance(data, dict):
        form = data.get("muoto", 0)
        step = STEPS.get(form) if type(form) is int and form < MUOTO else None
        if step is None:
            break
        data = step(data)
    return data

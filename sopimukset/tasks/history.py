"""What a region's past says: who held a role, what a field has been, which revision said what.

Every state of the region's record is looked at, from the first one to the files on disk. A state
that can't be read is told of and skipped.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sopimukset.base.speech import mark, say
from sopimukset.base.words import nearest
from sopimukset.history.blame import Blame, Told, blame, blame_at
from sopimukset.history.holders import holdings, meant
from sopimukset.history.merges import Merges, Says, data_of
from sopimukset.history.past import Past, key_of
from sopimukset.history.revisions import all_of
from sopimukset.history.stories import State, stories
from sopimukset.history.tenure import Said, tenures
from sopimukset.model.paths import Path as DataPath
from sopimukset.model.paths import find_path, leaves, path_text
from sopimukset.tasks.history_results import (
    Annotated,
    Fact,
    Held,
    Line,
    Read,
    Skipped,
    Value,
    Values,
)
from sopimukset.tasks.history_seats import namers_of
from sopimukset.tasks.refused import RefusedError
from sopimukset.tasks.repository import repository_of
from sopimukset.workspace.locate import RECORD, WorkspaceError, chosen, find_root
from sopimukset.workspace.masking import MASK, names_person, without_codes
from sopimukset.workspace.record import Record

NO_ROLE = mark("Roolia {rooli} ei ole alueella {alue}.")
NO_GROUP = mark("Johtoryhmää {ryhma} ei ole alueella {alue}.")
NO_FIELD = mark("Kenttää {polku} ei ole ollut alueella {alue}.")
NO_FILE = mark("Tiedostoa {tiedosto} ei ole ollut alueella {alue}.")
FILE_GONE = mark("Tiedosto {tiedosto} on poistettu. Sen kenttien vaiheet kertoo valitsin --path.")
UNSAVED = mark("Alueen {alue} tietoja ei ole luettavissa missään versiossa.")

NAMELESS: Mapping[str, str] = MappingProxyType({})
MOST_LISTED = 60
"""Words that a person still reads."""


def held(folder: Path, region: str, role: str, group: str | None = None) -> Held:
    """Who held a role of a region's groups, through all its states.

    Args:
        folder: where to look for the workspace.
        region: the folder's name.
        role: as `history.holders` names them.
        group: only this steering group.

    Raises:
        WorkspaceError: no workspace, no such region, no history.
        OutsideFailure: git failed.
        RefusedError: there never was such a role or group.
    """
    with _opened(folder, region) as (read, _):
        told = [Said(at, list(holdings(past.alue))) for at, past in _readable(read) if past.alue]
    everything = [item for said in told for item in said.holdings]
    wanted = _folded(role)
    roles = meant(wanted, [item.role for item in everything])
    if not roles:
        names = namers_of(next((item.past for item in reversed(read.states) if item.past), None))
        _known(wanted, [item.role for item in everything], NO_ROLE, region, names)
    if group is not None:
        _known(group, [item.group for item in everything], NO_GROUP, region)
    return Held(read, wanted, tenures(_only(said, roles, group) for said in told))


def values(
    folder: Path, region: str, path: str, *, file: str = RECORD, names: bool = False
) -> Values:
    """What a field of a region's file has been, through all its states.

    Args:
        folder: where to look for the workspace.
        region: the folder's name.
        path: the field, as findings name it: `johtoryhmat[tym].kokoukset.vahintaan_vuodessa`.
        file: its path in the region's folder, as `kokoukset/2026-03-12.yaml`.
        names: whether names of persons are shown.

    Raises:
        WorkspaceError: no workspace, no such region, no history.
        OutsideFailure: git failed.
        RefusedError: there never was such a field or file.
    """
    with _opened(folder, region, file) as (read, merges):
        rows: list[Value] = []
        before: tuple[Any, bool] = (None, False)
        newest: Any = {}
        for at, data in _data(read):
            newest = data or newest
            found = find_path(data, path) if path else None
            value = None if found is None else _at(data, found)
            if (value, found is not None) == before:
                continue
            before = (value, found is not None)
            state = merges.writer(read.states[at], _same_at(path, *before))
            shown = value if names or found is None else _masked(value, found)
            rows.append(Value(state, shown, found is not None))
    if not rows and read.skipped and not newest:
        raise _unread(region)
    if not rows:
        _known(path, [_told_path(newest, item) for item, _ in leaves(newest)], NO_FIELD, region)
    return Values(read, path, rows)


def annotated(folder: Path, region: str, *, file: str = RECORD, names: bool = False) -> Annotated:
    """A region's file as it stands, with the state that said each of its values.

    Args:
        folder: where to look for the workspace.
        region: the folder's name.
        file: its path in the region's folder, as `kokoukset/2026-03-12.yaml`.
        names: whether names of persons are shown.

    Raises:
        WorkspaceError: no workspace, no such region, no history, nothing that can be read.
        OutsideFailure: git failed.
        RefusedError: there is no such file any more, or there never was.
    """
    with _opened(folder, region, file) as (read, merges):
        told = list(_data(read))
        if not told:
            raise _unread(region)
        past = read.states[told[-1].at].past
        assert past is not None  # noqa: S101 (its data was read)
        record = past.file(file)
        if record is None:
            raise RefusedError(say(FILE_GONE).format(tiedosto=file))
        facts = list(_facts(read, record, blame(told), merges))
        return Annotated(read, record.file, list(_lines(record, facts, names=names)), facts)


def _unread(region: str) -> WorkspaceError:
    advice = say("Tarkasta: sopimukset check.")
    return WorkspaceError(say(UNSAVED).format(alue=region), advice)


@contextmanager
def _opened(folder: Path, region: str, file: str = RECORD) -> Iterator[tuple[Read, Merges]]:
    """The region's states, and a look into what was merged, as long as the block lasts."""
    root = find_root(folder)
    chosen(root, [region])
    with repository_of(root) as repository:
        key = key_of(repository, root, region)
        story = next(stories(repository, root, [key], all_of()))
        _know_file(region, file, story.states)
        skipped = [
            Skipped(item, item.past.reason_of(file))
            for item in story.states
            if item.past is not None and item.past.reason_of(file)
        ]
        read = Read(region, story.states, skipped, file)
        yield read, Merges(repository, root, key, file)


def _know_file(region: str, file: str, states: Sequence[State]) -> None:
    """Make sure that the region's folder held the file at some time.

    Raises:
        RefusedError: it never did.
    """
    pasts = [item.past for item in states if item.past is not None]
    if any(item.file(file) is not None for item in pasts):
        return
    held = dict.fromkeys(name.split("/", 2)[-1] for item in pasts for name in item.files)
    _known(file, held, NO_FILE, region)


def _readable(read: Read) -> Iterator[tuple[int, Past]]:
    skipped = {id(item.state) for item in read.skipped}
    for at, state in enumerate(read.states):
        if state.past is not None and id(state) not in skipped:
            yield at, state.past


def _data(read: Read) -> Iterator[Told]:
    """The plain data of each state that can be read; none where the file wasn't there."""
    for at, past in _readable(read):
        data = data_of(past, read.file)
        if data is not None:
            yield Told(at, data)


def _only(said: Said, roles: Container[str], group: str | None) -> Said:
    return Said(
        said.at,
        [item for item in said.holdings if item.role in roles and group in (None, item.group)],
    )


def _folded(role: str) -> str:
    """A role as people write it, as the record calls it."""
    return re.sub(r"\s+", "-", role.strip().casefold().translate(str.maketrans("åäö", "aao")))


def _known(
    word: str,
    words: Sequence[str] | dict[str, None],
    message: str,
    region: str,
    names: Mapping[str, str] = NAMELESS,
) -> str:
    """The word, if it is one of the known ones.

    Args:
        word: what was typed.
        words: what there is.
        message: what is said of a word that isn't there.
        region: the folder's name.
        names: what stands beside a known word in the list.

    Raises:
        RefusedError: it isn't; the nearest is suggested, else all are listed.
    """
    known = list(dict.fromkeys(words))
    if word in known:
        return word
    told = say(message).format(rooli=word, ryhma=word, polku=word, tiedosto=word, alue=region)
    meant = nearest(word, known)
    if meant:
        raise RefusedError(f"{told} {say('Tarkoititko: {meant}?').format(meant=meant)}")
    told_words = [f"{item} ({names[item]})" if item in names else item for item in known]
    listed = ", ".join(told_words) if len(known) <= MOST_LISTED else ""
    raise RefusedError(
        f"{told} {say('Tunnetut: {luettelo}').format(luettelo=listed)}" if listed else told
    )


def _told_path(data: Any, path: DataPath) -> str:  # noqa: ANN401 (plain YAML data)
    return without_codes(path_text(data, path))


def _masked(value: Any, path: DataPath) -> Any:  # noqa: ANN401 (plain YAML data)
    """The value without names of persons and identity codes."""
    if isinstance(value, dict):
        return {key: _masked(item, (*path, key)) for key, item in value.items()}
    if isinstance(value, list):
        return [_masked(item, (*path, number)) for number, item in enumerate(value)]
    if names_person(path, value):
        return MASK * 3
    return without_codes(value) if isinstance(value, str) else value


def _at(data: Any, path: Sequence[str | int]) -> Any:  # noqa: ANN401 (plain YAML data)
    for step in path:
        data = data[step]
    return data


def _facts(read: Read, record: Record[Any], found: Blame, merges: Merges) -> Iterator[Fact]:
    document = record.document
    assert document is not None  # noqa: S101 (its data was read)
    for path, value in leaves(document.data):
        at = blame_at(found, path)
        if isinstance(path[-1], int):
            says = _lists(path_text(document.data, path[:-1]), value)
        else:
            says = _same_at(path_text(document.data, path), value, there=True)
        state = merges.writer(read.states[at], says)
        line = document.nearest_span(path).line
        yield Fact(line, _told_path(document.data, path), at, state)


def _same_at(path: str, value: Any, there: bool) -> Says:  # noqa: ANN401 (plain YAML data)
    """Whether a record has that value at that place."""

    def says(data: Any) -> bool:  # noqa: ANN401 (plain YAML data)
        """Whether the data has, or lacks, the value at the path."""
        found = find_path(data, path)
        return (found is not None) == there and (found is None or _at(data, found) == value)

    return says


def _lists(path: str, value: Any) -> Says:  # noqa: ANN401 (plain YAML data)
    """Whether a record's list at that place holds the value."""

    def says(data: Any) -> bool:  # noqa: ANN401 (plain YAML data)
        """Whether the list at the path holds the value."""
        found = find_path(data, path)
        items = None if found is None else _at(data, found)
        return isinstance(items, list) and value in items

    return says


def _lines(record: Record[Any], facts: Sequence[Fact], *, names: bool) -> Iterator[Line]:
    assert record.document is not None  # noqa: S101 (its data was read)
    newest: dict[int, Fact] = {}
    for fact in facts:
        if fact.line not in newest or fact.at > newest[fact.line].at:
            newest[fact.line] = fact
    text = record.document.text.removeprefix("\ufeff").removesuffix("\n")
    source = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    numbers = range(1, len(source) + 1)
    shown = dict(enumerate(source, 1)) if names else record.excerpts(numbers)
    for number in numbers:
        last = newest.get(number)
        yield Line(number, shown[number] or "", last.state if last else None)

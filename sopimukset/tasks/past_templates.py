"""The templates of a workspace's own as they were at a revision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from sopimukset.base.speech import mark, say
from sopimukset.git import Repository
from sopimukset.git.objects import Objects
from sopimukset.history.revisions import Point
from sopimukset.tasks.redline import Tell
from sopimukset.workspace.templates import TEMPLATES

OWN_TEMPLATES = mark("Versio {versio}: pohjat työtilan omasta kansiosta {kansio}")


@contextmanager
def templates_at(repository: Repository, root: Path, point: Point, tell: Tell) -> Iterator[Path]:
    """A folder with the templates of the workspace's own as they were, until the block ends.

    Raises:
        GitFailed: git fails, or an object is damaged.
    """
    if point.commit is None:
        yield root
        return
    with TemporaryDirectory(prefix="sopimukset-") as name:
        folder = Path(name)
        source = Objects(repository)
        files = source.tree(point.commit, TEMPLATES)
        blobs = dict(source.contents(dict.fromkeys(files.values())))
        for path, blob in files.items():
            if ".." in PurePosixPath(path).parts:
                continue
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(blobs[blob])
        if files:
            place = f"{TEMPLATES}/"
            tell(say(OWN_TEMPLATES).format(versio=point.label, kansio=place))
        yield folder

"""Finding the data that ships with the product: layouts, schemas, pages.

A wheel carries the top-level folders inside the package; an editable install has only the
checkout. One function knows both, so that no other module asks where it was installed.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent.parent


def data_folder(name: str) -> Path:
    """The folder of shipped data called `name` (`templates`, `schemas`).

    Raises:
        FileNotFoundError: neither the installed package nor a checkout holds it.
    """
    for folder in (_PACKAGE / "_data" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"packaged data folder {name!r} is missing")

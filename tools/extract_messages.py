"""Collect the messages of the program into `sopimukset/locale/sopimukset.pot`.

Messages are Finnish texts in the source. A text is one of them if it is passed to `say` or
`mark`, if it names a thing by a keyword that people read (`title`, `decides`, `help` …), if it is
a value of a table of words (a constant dict of texts), or, where rules and YAML are judged, if it
is written as a sentence: what they say is handed on, and said where findings are made. Texts with
values in them are written with places (`{aika}`) and filled after they were said, so no f-string
is a message. Notes on unread amendments, which `law list` shows, stand in a table of data, and the
labels of the record's fields, by which changes name them, in the model.

Run it after a change to a message, then translate what is new in the `.po` files, then run
`tools/compile_catalogues.py`. Tests hold the three to one another.
"""

from __future__ import annotations

import ast
import csv
import re
from collections.abc import Collection, Iterator
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "sopimukset"
TEMPLATE = PACKAGE / "locale" / "sopimukset.pot"

PLACES = (
    *("base/*.py", "cli/*.py", "documents/*.py", "documents/*/*.py"),
    *("formats/*.py", "formats/*/*.py"),
    *("formats/*/*/*.py", "git/*.py"),
    *("law/*.py", "law/rules/*.py", "reporting/*.py", "statutes/*.py", "tasks/*.py"),
    *("tasks/*/*.py", "documents/*/*.py"),
    *("history/*.py", "history/*/*.py", "reporting/*/*.py", "workspace/*.py"),
    *("tracking/*.py", "tracking/*/*.py"),
)
"""Where messages arise. The model's titles belong to the schemas."""

NOTES = PACKAGE / "statutes" / "data" / "lukematta.csv"
"""Unread amendments; what is known of each is in the column `huom`."""

SENTENCES = re.compile(
    r"(formats/yaml/\w+|law/(acknowledged|registry|rules/\w+)|workspace/translate)\.py"
)
"""Files whose sentences are messages wherever they stand."""

TABLES = re.compile(r"(law/(acknowledged|rules/\w+)|reporting/words|cli/main|tasks/writing)\.py")
"""Files whose constant dicts hold words."""

SPOKEN = {"say", "mark"}
NAMING = {"needed", "needed_text", "name"}
"""What `documents` tells, second, the name of a fact, which the terminal lists if it is missing."""

READ = {
    "title",
    "decides",
    "help",
    "short_help",
    "epilog",
    "metavar",
    "options_metavar",
    "subcommand_metavar",
}
SILENT = {"compile", "words", "finditer", "search", "sub", "TypeVar", "Literal", "getLogger"}
SENTENCE = re.compile(r"(?s)[A-ZÅÄÖ{].*[a-zåäö}\])\"…0-9%][.:?](?: .*)?\s*")
WORD = re.compile(r"[A-Za-zÅÄÖåäö]{2}")


def messages() -> dict[str, str]:
    """Every message with the file where it first stands, in the order of files and lines."""
    paths = [path for pattern in PLACES for path in sorted(PACKAGE.glob(pattern))]
    trees = {path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_bytes()) for path in paths}
    names = {name for place, tree in trees.items() for name in _names_said(tree, place)}
    found: dict[str, str] = {}
    for place, tree in trees.items():
        here = {name for where, name in names if where == place}
        for text in _messages_of(tree, here, place):
            found.setdefault(text, f"sopimukset/{place}")
    for label in labels():
        found.setdefault(label, "sopimukset/model/otsikot.py")
    with NOTES.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["huom"], NOTES.relative_to(ROOT).as_posix())
    return found


def labels() -> list[str]:
    """What the fields of the record are called: changes name them in the reader's language.

    Other models, of files that no change is told of, may or may not have been imported by then.
    """
    from sopimukset.model import Malli
    from sopimukset.model.otsikot import otsikko

    kinds = [Malli]
    for kind in kinds:
        kinds += kind.__subclasses__()
    own = (kind for kind in kinds if kind.__module__ in _modules_of_the_record())
    return sorted({otsikko(name) for kind in own for name in kind.model_fields})


def _modules_of_the_record() -> set[str]:
    """The modules out of which the model's package gathers its names."""
    tree = ast.parse((ROOT / "sopimukset" / "model" / "__init__.py").read_text(encoding="utf-8"))
    return {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def _names_said(tree: ast.AST, place: str) -> Iterator[tuple[str, str]]:
    """The constants that are passed to `say` by their names, as `say(CLEAN)`, and where they are.

    A name that is imported stands in the module that it comes from.
    """
    imported = {
        item.asname or item.name: (f"{'/'.join((node.module or '').split('.')[1:])}.py", item.name)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for item in node.names
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _called(node) in SPOKEN:
            names = (item.id for item in node.args if isinstance(item, ast.Name))
            yield from (imported.get(name, (place, name)) for name in names)


def _messages_of(tree: ast.Module, names: Collection[str], place: str) -> list[str]:
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    texts = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and WORD.search(node.value)
        and (
            _is_message(node, above := list(_above(node, parents)), place)
            or _is_constant(above, names)
        )
    ]
    return [
        str(node.value) for node in sorted(texts, key=lambda item: (item.lineno, item.col_offset))
    ]


def _above(node: ast.AST, parents: dict[ast.AST, ast.AST]) -> Iterator[ast.AST]:
    while node in parents:
        node = parents[node]
        yield node


def _is_message(node: ast.Constant, above: list[ast.AST], place: str) -> bool:
    near = above[0]
    if isinstance(near, ast.Expr | ast.JoinedStr | ast.Raise):
        return False
    if _called(near) in SPOKEN and isinstance(near, ast.Call) and node in near.args:
        return True
    if place.startswith("documents/"):
        return _called(near) in NAMING and isinstance(near, ast.Call) and node is near.args[1]
    if any(_called(item) in SILENT for item in above) or _of_programmers(above):
        return False
    if isinstance(near, ast.keyword) and near.arg in READ:
        return True
    if TABLES.fullmatch(place) and _is_word_of_table(node, above):
        return True
    if not SENTENCES.fullmatch(place):
        return False
    return SENTENCE.fullmatch(str(node.value)) is not None and " " in str(node.value)


def _is_constant(above: list[ast.AST], names: Collection[str]) -> bool:
    """Whether the text is the value of one of these constants."""
    near = above[0]
    if isinstance(near, ast.Tuple):  # A, B = "…", "…"
        near = above[1]
    if not isinstance(near, ast.Assign) or not isinstance(above[-1], ast.Module):
        return False
    targets = [name for item in near.targets for name in ast.walk(item)]
    return any(isinstance(item, ast.Name) and item.id in names for item in targets)


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _of_programmers(above: list[ast.AST]) -> bool:
    """Whether the text is of an error that only a mistake in the program brings about."""
    return any(isinstance(item, ast.Raise) for item in above) and any(
        _called(item) in ("AssertionError", "TypeError", "LookupError") for item in above
    )


def _is_word_of_table(node: ast.Constant, above: list[ast.AST]) -> bool:
    tables = [item for item in above if isinstance(item, ast.Dict)]
    kept = above[-2] if len(above) > 1 else None
    if not tables or not isinstance(kept, ast.Assign | ast.AnnAssign):
        return False
    if "COLOUR" in ast.unparse(kept)[:8]:
        return False
    held = above[0] if isinstance(above[0], ast.Tuple) else node
    return held in tables[0].values and not str(node.value).isupper()


def template() -> bytes:
    """The catalogue without translations; the same source gives the same bytes."""
    catalogue = Catalog(project="sopimukset", fuzzy=False)
    catalogue.mime_headers = [("Content-Type", "text/plain; charset=utf-8")]
    for text, place in messages().items():
        catalogue.add(text, locations=[(place, 1)])
    target = BytesIO()
    write_po(target, catalogue, width=0, omit_header=True, include_lineno=False)
    return target.getvalue()


def updated(source: bytes) -> bytes:
    """A `.po` with the messages of today: what is gone is left out, what is new is empty."""
    old = read_po(BytesIO(source), abort_invalid=True)
    catalogue = Catalog(locale=old.locale, header_comment=old.header_comment, fuzzy=False)
    catalogue.mime_headers = old.mime_headers
    for text, place in messages().items():
        known = old.get(text)
        catalogue.add(text, known.string if known else "", locations=[(place, 1)])
    target = BytesIO()
    write_po(target, catalogue, width=0, include_lineno=False, omit_header=True)
    return HEAD.format(language=old.locale).encode() + target.getvalue()


HEAD = """\
# The messages of the program. The source texts are Finnish and stand in the program itself.
# After a change here: python tools/compile_catalogues.py
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def main() -> None:
    """Write the template and bring the catalogues up to date with it."""
    TEMPLATE.write_bytes(template())
    for path in sorted(TEMPLATE.parent.glob("*/LC_MESSAGES/sopimukset.po")):
        path.write_bytes(updated(path.read_bytes()))


if __name__ == "__main__":
    main()

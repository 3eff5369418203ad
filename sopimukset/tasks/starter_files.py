"""The files that a new workspace begins with."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from sopimukset import __version__
from sopimukset.base.data import data_folder
from sopimukset.base.speech import ENGLISH, FINNISH, SWEDISH, language, mark, say
from sopimukset.model.json_schema import FILE_KINDS
from sopimukset.tasks.schemas import SCHEMAS, schema_files
from sopimukset.workspace.locate import REGIONS

EXAMPLE = "paijat-hame"
"""The region that shows how a record is kept: an illustration, marked as one."""

_STARTER = Path(__file__).parent / "starter"
_VERSION = "@VERSION@"
_LANGUAGE = "@LANGUAGE@"
_HOOK = "entry: sopimukset"
_SAID = (
    mark(
        "Tarkastaa tiedot jokaisesta muutoksesta. Virhe tai varoitus estää; havainto näkyy "
        "muutoksen rivillä."
    ),
    mark(
        "Tarkastaa tiedot jokaisesta muutoksesta. Virhe tai varoitus estää; havainnot näkyvät "
        "muutoksessa."
    ),
    mark("maanantaisin: määräajat täyttyvät, vaikka mitään ei muuteta"),
    mark("koko historia: muutosten kuvaus tarvitsee sen"),
    mark("Raportti ensin: se liitetään muutokseen silloinkin, kun tarkastus estää (paluukoodi 1)."),
    mark("Tarkastaa tiedot ennen jokaista committia."),
    mark("Ota käyttöön:"),
    mark("TYM-tiedot lakia vasten (sopimukset check)"),
    mark("myös silloin, kun tiedostoja vain poistetaan"),
    mark("Asiakirjat tehdään tiedoista uudelleen:"),
    mark("Tarkastuksen raportti CI:ssä"),
    mark("Havainnon rivi ja sarake ovat samat kaikissa koneissa, kun rivinvaihto on sama."),
)
"""What the packaged files say to people; a new workspace has it in the language of its maker."""

_README = {FINNISH: "README.md", SWEDISH: "README.sv.md", ENGLISH: "README.en.md"}
"""The guide, in the language of whoever makes the workspace."""

_PLACES = {
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "editorconfig": ".editorconfig",
    "github-workflow.yml": ".github/workflows/sopimukset.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "vscode-extensions.json": ".vscode/extensions.json",
}
"""Where the packaged files go: under their own names they would act on this project."""


def starter_files() -> Iterator[tuple[str, bytes]]:
    """Every file of a new workspace: its path with `/`, and its content.

    Raises:
        OSError: the packaged data are damaged.
    """
    for name, place in {_README[language()]: "README.md", **_PLACES}.items():
        text = (_STARTER / name).read_text("utf-8").replace(_VERSION, __version__)
        yield place, _said(text).encode()
    yield ".vscode/settings.json", _editor_settings()
    for name, content in schema_files():
        yield f"{SCHEMAS}/{name}", content
    yield from _example()


def _said(text: str) -> str:
    """A packaged file in the language of the run, which its checks are to speak as well."""
    text = text.replace(_LANGUAGE, language())
    if language() == FINNISH:
        return text
    for sentence in _SAID:
        text = text.replace(sentence, say(sentence))
    return text.replace(_HOOK, f"{_HOOK} --lang {language()}")


def _editor_settings() -> bytes:
    """Which schema goes with which files, and that a day is text (YAML 1.2)."""
    settings = {
        "yaml.schemas": {f"./{SCHEMAS}/{kind.file_name}": kind.pattern for kind in FILE_KINDS},
        "yaml.yamlVersion": "1.2",
        "yaml.schemaStore.enable": False,
        "files.associations": {"*.yaml": "yaml"},
        "[yaml]": {"editor.insertSpaces": True, "editor.tabSize": 2, "editor.formatOnSave": False},
    }
    return f"{json.dumps(settings, ensure_ascii=False, indent=2)}\n".encode()


def _example() -> Iterator[tuple[str, bytes]]:
    folder = data_folder(REGIONS) / EXAMPLE
    for path in sorted(folder.rglob("*.yaml")):
        yield f"{REGIONS}/{EXAMPLE}/{path.relative_to(folder).as_posix()}", path.read_bytes()

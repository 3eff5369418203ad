"""A region with two years of half-yearly follow-ups, and its reports as papers and files."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from sopimukset import register
from sopimukset.documents.facts import Facts
from sopimukset.documents.follow_up_report import KIND, paper_of, report_subject
from sopimukset.documents.subject import Making
from sopimukset.formats.paper import Paper, Table
from sopimukset.tasks.orders import Files, template_of
from sopimukset.tasks.report_matters import Choice, matters_of
from sopimukset.tasks.status import holdings_of
from sopimukset.workspace.workspace import read_region
from tests.support.workspaces import CHECKOUT, workspace

REGION = "pohjois-karjala"
PERIODS = CHECKOUT / "tests" / "data" / "report" / "seuranta"
DAY = date(2027, 2, 1)
AS_OF = ("--as-of", DAY.isoformat())


def followed_workspace(folder: Path) -> Path:
    """A workspace whose only region has two years of half-yearly follow-ups."""
    root = workspace(folder, REGION)
    home = root / "regions" / REGION / "seuranta"
    shutil.rmtree(home)
    shutil.copytree(PERIODS, home)
    return root


def report_of(
    root: Path,
    *,
    language: str = "fi",
    period: str = "",
    short: bool = False,
    group: str = "",
    day: date = DAY,
) -> Paper:
    """The report of a region's group as a paper, of the newest period where none is named."""
    [folder] = (root / "regions").iterdir()
    return report_in(
        root, folder.name, language=language, period=period, short=short, group=group, day=day
    )


def report_in(
    root: Path,
    name: str,
    *,
    language: str = "fi",
    period: str = "",
    short: bool = False,
    group: str = "",
    day: date = DAY,
) -> Paper:
    """The same of a region among others."""
    region = read_region(root, name)
    holdings = holdings_of(region, lambda _laji: None, register.load())
    template = template_of(root, KIND)
    assert holdings is not None
    assert template is not None
    assert template.folder.library is not None
    matter = next(matters_of(root, region, holdings, Choice(period, group), day))
    subject = report_subject(matter, Files(region).source, [("alue.yaml", "0" * 40)], short=short)
    facts = Facts(holdings.alue, language)
    return paper_of(subject, Making(facts, register.load(), template.folder.library))


def table_of(paper: Paper, caption: str) -> Table:
    """The table with a caption that begins so."""
    found = [
        block
        for block in paper.blocks
        if isinstance(block, Table) and block.caption.startswith(caption)
    ]
    assert len(found) == 1, [block.caption for block in found]
    return found[0]


def plain(path: Path) -> Any:
    """The plain data of a YAML file, by another reader than the program's."""
    return YAML(typ="safe").load(path)

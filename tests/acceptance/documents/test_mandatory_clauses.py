"""A mandatory clause stays in the agreement whatever a region's change says."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from sopimukset.base.data import data_folder
from sopimukset.cli.main import main
from sopimukset.documents.frozen import Frozen
from sopimukset.documents.subject import Source
from sopimukset.register import load
from sopimukset.tasks.generate import Fate
from sopimukset.tracking.fingerprints import content
from sopimukset.workspace.templates import template_folder
from sopimukset.workspace.workspace import read_regions
from tests.support.made_documents import made, notes, words
from tests.support.workspaces import CHECKOUT, record, workspace

KIND = "tym-sopimus"
REMOVAL = (
    "    lausekemuutokset:\n"
    "      - {{lauseke: {lauseke}, toimi: poista, peruste: Jaosta sovitaan erikseen.}}\n"
    "    liitteet:\n"
)
HEADING = "Kustannukset"
LISTED = "\nPoikkeamat mallilausekkeista\n"
COSTS = "Muut yhteisestä toiminnasta aiheutuvat kustannukset jaetaan"
CAUSE = "388/2024 3 § 4 kohta"


def removing(folder: Path, clause: str = "kustannukset") -> Path:
    """A workspace whose region removes the clause, by default that on other common costs."""
    home = record(workspace(folder, "kainuu"), "kainuu")
    text = home.read_text()
    assert text.count("    liitteet:\n") == 1
    home.write_text(text.replace("    liitteet:\n", REMOVAL.format(lauseke=clause)))
    return folder


def test_the_agreement_keeps_it_and_lists_why(tmp_path: Path) -> None:
    made(workspace(tmp_path / "before", "kainuu"), KIND, languages=("fi",))
    before = words(tmp_path / "before", "_fi.docx").replace("\u00a0", " ")
    result = made(removing(tmp_path / "after"), KIND, languages=("fi",))
    after = words(tmp_path / "after", "_fi.docx").replace("\u00a0", " ")
    assert "LUONNOS" in result.items[0].marks
    clauses, listed = after.split(LISTED, 1)
    own = clauses.splitlines()
    start = own.index(HEADING)
    assert (
        own[start:] == before.splitlines()[before.splitlines().index(HEADING) :][: len(own) - start]
    )
    assert COSTS in own[start + 2]
    assert f"poistoa ei ole tehty: lauseke on pakollinen ({CAUSE})" in listed
    assert "Jaosta sovitaan erikseen." in listed
    assert "\tpoistettu\t" not in listed


def test_the_terminal_says_it_in_one_line_and_a_final_paper_is_refused(tmp_path: Path) -> None:
    folder = removing(tmp_path)
    told = notes(made(folder, KIND, languages=("fi",))).replace("\u00a0", " ")
    place = "sopimukset[tym-sopimus].lausekemuutokset[kustannukset]"
    line = f"Lauseketta kustannukset ei ole poistettu: se on pakollinen ({CAUSE}). ({place})"
    assert told.count(line) == 1
    assert "A06" in told
    refused = made(folder, KIND, languages=("fi",), final=True)
    assert [item.fate for item in refused.items] == [Fate.REFUSED]


def test_a_request_for_comments_lists_it(tmp_path: Path) -> None:
    made(removing(tmp_path), "lausuntopyynto", languages=("fi",))
    assert words(tmp_path, "_fi.docx").count(HEADING) == 1


def test_the_list_of_deviations_tells_that_nothing_was_removed(tmp_path: Path) -> None:
    folder = removing(tmp_path)
    answer = CliRunner().invoke(main, ["-C", str(folder), "templates", "deviations"])
    told = " ".join(answer.output.split())
    assert "[tym-sopimus]: ei poistettu, sillä lauseke on pakollinen" in told


@pytest.mark.parametrize(("mandatory", "times"), [(True, 1), (False, 0)])
def test_a_workspaces_own_library_says_what_is_mandatory(
    mandatory: bool, times: int, tmp_path: Path
) -> None:
    folder = removing(tmp_path, "viestinta")
    copytree(data_folder("templates") / KIND, folder / "templates" / KIND)
    library = folder / "templates" / KIND / "lausekkeet.yaml"
    start = "  - tunnus: viestinta\n    pakollinen: "
    told = str(mandatory).lower()
    library.write_text(library.read_text().replace(f"{start}false", f"{start}{told}"))
    result = made(folder, KIND, languages=("fi",))
    clauses = words(tmp_path, "_fi.docx").split(LISTED, 1)[0]
    assert clauses.splitlines().count("Viestintä") == times
    assert notes(result).count("Lauseketta viestinta ei ole poistettu") == times


def test_what_is_approved_holds_the_clause_that_the_paper_holds(tmp_path: Path) -> None:
    folder = template_folder(CHECKOUT, KIND)
    assert folder is not None
    assert folder.library is not None
    for clause, stands in (("kustannukset", True), ("viestinta", False)):
        (region,) = read_regions(removing(tmp_path / clause, clause), ["kainuu"])
        assert region.alue is not None
        (agreement,) = [item for item in region.alue.sopimukset if item.laji == KIND]
        counted = content(region.alue, agreement, folder.library, {})
        assert counted is not None
        assert (clause in [item.tunnus for item in counted.lausekkeet]) is stands
        frozen = Frozen(counted, Source("kainuu", region.alue, {}), "fi", load())
        assert (clause in frozen.clauses) is stands

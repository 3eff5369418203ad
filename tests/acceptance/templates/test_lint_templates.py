"""`templates lint`: the shipped templates are sound, and each fault put into one is told."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from sopimukset.documents.kinds import KINDS
from sopimukset.documents.known_fields import fields_of_kind
from sopimukset.documents.template_lint import lint_folder
from sopimukset.findings import Finding, Severity
from sopimukset.formats import zip as archive
from sopimukset.formats.word.lint import FieldKind
from sopimukset.law.registry import LINTS
from tests.support.command_line import fingerprints, sopimukset
from tests.support.workspaces import CHECKOUT, edit

TEMPLATES = CHECKOUT / "templates"
KIND = "tym-sopimus"
DOCUMENT = "word/document.xml"
Change = Callable[[str], str]


def folders() -> list[str]:
    """The shipped folders that hold a layout."""
    return sorted({path.parent.name for path in TEMPLATES.glob("*/*.docx")})


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A workspace with its own copy of a shipped folder."""
    (tmp_path / "regions").mkdir()
    folder = tmp_path / "templates" / KIND
    shutil.copytree(TEMPLATES / KIND, folder)
    return folder


def change(layout: Path, *changes: tuple[str, str], part: str = DOCUMENT) -> None:
    """Replace texts of a part's XML; each must stand there."""
    parts = archive.read(layout.read_bytes())
    text = parts[part].decode()
    for old, new in changes:
        assert old in text, f"{old!r} is not in {layout.name}"
        text = text.replace(old, new, 1)
    layout.write_bytes(archive.write({**parts, part: text.encode()}))


def found(folder: Path, *codes: str) -> list[Finding]:
    kind = next(item for item in KINDS if item.laji == KIND)
    findings = lint_folder(kind, folder).findings
    return [item for item in findings if not codes or item.code in codes]


def only(folder: Path, code: str, severity: Severity) -> Finding:
    [finding] = found(folder, code)
    assert finding.severity is severity
    return finding


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.laji)
def test_every_shipped_template_is_sound(kind: Any) -> None:
    findings = lint_folder(kind, TEMPLATES / kind.laji).findings
    grave = [item for item in findings if item.severity in (Severity.ERROR, Severity.WARNING)]
    assert [(item.code, item.file, item.line, item.message) for item in grave] == []


def test_every_shipped_folder_is_of_a_kind() -> None:
    assert folders() == sorted(kind.laji for kind in KINDS)


def test_a_misspelt_field_in_a_branch_that_is_not_taken(own: Path) -> None:
    """No record of the workspace has a condition like this one; no document would show it."""
    tag = "{{ osapuoli.toimielin }}"
    change(own / "fi.docx", (tag, "{{ osapuoli.toimieln }}"))
    finding = only(own, "W03", Severity.ERROR)
    assert finding.message == "Kenttää osapuolet[].toimieln ei ole."
    assert finding.advice == "Tarkoititko: toimielin?"
    assert finding.file == f"templates/{KIND}/fi.docx"
    assert re.fullmatch(r"word/document\.xml/kappale\[\d+\]", finding.path)
    said = sopimukset("templates", "show", KIND, cwd=own.parents[1]).out.splitlines()
    marked = said[finding.line - 1][finding.column - 1 : finding.end_column - 1]
    assert marked == "toimieln"
    done = sopimukset("templates", "lint", cwd=own.parents[1])
    assert done.code == 1
    assert "Tarkoititko: toimielin?" in done.out
    guide = (CHECKOUT / "docs" / "pohjat.md").read_text("utf-8")
    shown = re.search(r"```text\n(virhe W03.*?)```", guide, re.DOTALL)
    assert shown is not None
    assert shown[1] in done.out


def test_a_misspelt_field_in_a_header(own: Path) -> None:
    change(own / "fi.docx", ("lyhyt_otsikko", "lyhyt_otsiko"), part="word/header1.xml")
    finding = only(own, "W03", Severity.ERROR)
    assert finding.path == "word/header1.xml/kappale[1]"
    assert "lyhyt_otsikko" in finding.advice


DANGEROUS = [
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DDE</w:instrText></w:r>'
    "<w:r><w:instrText>AUTO c:\\\\x calc</w:instrText></w:r>"
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:fldSimple w:instr="INCLUDETEXT &quot;/etc/passwd&quot;"/>',
]


@pytest.mark.parametrize("field", DANGEROUS, ids=["divided", "simple"])
def test_a_field_that_would_run_a_program_or_read_a_file(own: Path, field: str) -> None:
    """It is refused by the linter, and no document is made with it."""
    change(own / "fi.docx", ("<w:body>", f"<w:body><w:p>{field}</w:p>"))
    finding = only(own, "W01", Severity.ERROR)
    assert "Wordin kenttä" in finding.message
    assert finding.path == DOCUMENT
    shutil.copytree(CHECKOUT / "regions" / "lappi", own.parents[1] / "regions" / "lappi")
    made = sopimukset("generate", "lappi", "--document", KIND, cwd=own.parents[1])
    assert made.code != 0
    assert "Wordin kenttä" in made.out + made.err
    assert not list(own.parents[1].rglob("build/**/*_fi.docx"))


def test_a_field_that_nothing_prints_is_told_of_as_a_hint(own: Path) -> None:
    for layout in own.glob("*.docx"):
        change(layout, ("{{ asiakirja.alaotsikko }}", "x"))
    finding = only(own, "W04", Severity.INFO)
    assert "asiakirja.alaotsikko" in finding.message


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ johtoryhma.nimi }}", "{{ johtoryhma.nimi", "ei pääty"),
        ("{{ johtoryhma.nimi }}", "{{ {{ johtoryhma.nimi }}", "ei pääty"),
        ("{%p if kasittelyt %}", "Teksti {%p if kasittelyt %}", "katoaisi"),
        ("{%p if kasittelyt %}", "{% if kasittelyt %}", "erilaisia"),
        ("{%p if kasittelyt %}", "{%p if kasittelyt == „a” %}", "„"),
        ("{%p if kasittelyt %}", "{%p if kaksoisrooli == 'A &amp;amp; B' %}", "&amp;"),
        ("{%tr for rivi in jasenet %}", "Jäsenet {%tr for rivi in jasenet %}", "rivillä"),
    ],
)
def test_traps_of_placeholders(own: Path, old: str, new: str, words: str) -> None:
    change(own / "fi.docx", (old, new))
    findings = found(own, "W02")
    assert {item.severity for item in findings} == {Severity.ERROR}
    assert any(words in item.message for item in findings)
    assert all(item.path.startswith(DOCUMENT) and item.line > 1 for item in findings)


def test_a_layout_that_cannot_be_opened(own: Path) -> None:
    (own / "fi.docx").write_bytes(b"PK")
    assert only(own, "W01", Severity.ERROR).line == 1


def test_what_cannot_be_read_is_told_once_and_hides_nothing(own: Path) -> None:
    """Its tables are not known, so that none is said to be lacking."""
    change(own / "fi.docx", ("<w:document ", '<!DOCTYPE a SYSTEM "x.dtd"><w:document '))
    told = [item for item in found(own) if item.severity is not Severity.INFO]
    assert [item.code for item in told] == ["W01"]


def test_a_tracked_change_is_told_at_its_paragraph(own: Path) -> None:
    run = '<w:r><w:t xml:space="preserve">Osapuolet</w:t></w:r>'
    change(own / "fi.docx", (run, f'<w:ins w:id="1" w:author="">{run}</w:ins>'))
    assert "hyväksymättömiä" in only(own, "W01", Severity.ERROR).message


def test_fields_that_one_language_lacks(own: Path) -> None:
    shutil.copy(own / "fi.docx", own / "sv.docx")
    change(own / "sv.docx", ("{{ osapuoli.lyhyt }}", "{{ osapuoli.nimi }}"))
    finding = only(own, "W05", Severity.WARNING)
    assert finding.file.endswith("fi.docx")
    assert "osapuolet[].lyhyt" in finding.message
    assert "sv.docx" in finding.message


CLAUSE = """\
muoto: 1
laji: tym-sopimus
nimi: {fi: Sopimus, sv: Avtal}
lausekkeet:
  - tunnus: a
    versiot:
      - otsikko: {fi: Otsikko, sv: Rubrik}
        kappaleet:
          - jos: kaksoisrooli
            fi: "Rooli: {{ kaksoisrooli }}"
            sv: "Roll: {{ kaksoisrooli }}"
          - luettelo:
              - {fi: kohta, sv: punkt}
        taulukko: osapuolet
"""


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "words"),
    [
        ("jos: kaksoisrooli", "jos: kaksoisroli", "W03", "jos", "kaksoisrooli"),
        ("Rooli: {{ kaksoisrooli", "Rooli: {{ kaksoisroli", "W03", "fi", "kaksoisrooli"),
        ("Rooli: {{ kaksoisrooli", "Rooli: {{ puutteet", "W03", "fi", "puutteet"),
        ("Roll: {{ kaksoisrooli }}", "Roll", "W06", "kappaleet", "kaksoisrooli"),
        (", sv: punkt", "", "W06", "luettelo", "ruotsiksi"),
        (", sv: Rubrik", "", "W06", "otsikko", "ruotsiksi"),
        ("Rooli: {{ kaksoisrooli }}", "Rooli: {{ kaksoisrooli", "W02", "fi", "ei pääty"),
        ("fi: Otsikko", "fi: 'Otsikko {{ kaksoisrooli }}'", "W02", "otsikko", "ei täytetä"),
        ("Roll: {{ kaksoisrooli", "Roll: {{ kaksoisrooli | upperr", "W02", "sv", "upper?"),
        ("taulukko: osapuolet", "taulukko: osapulet", "W07", "taulukko", "osapulet"),
        ("muoto: 1", "muoto: 1\nmuuta: x", "M05", "", "muuta"),
    ],
)
def test_faults_of_the_clauses(
    own: Path, old: str, new: str, code: str, place: str, words: str
) -> None:
    shutil.copy(own / "fi.docx", own / "sv.docx")
    (own / "lausekkeet.yaml").write_text(CLAUSE, encoding="utf-8")
    assert found(own, "W02", "W03", "W06", "M05") == []
    edit(own / "lausekkeet.yaml", (old, new))
    findings = [item for item in found(own, code) if item.severity is not Severity.INFO]
    assert findings
    assert {item.file for item in findings} == {f"templates/{KIND}/lausekkeet.yaml"}
    assert place in findings[0].path
    assert words in f"{findings[0].message} {findings[0].advice}"
    assert findings[0].line > 1


def test_a_table_that_the_layout_misspells(own: Path) -> None:
    old = "lauseke.taulukko == 'jasenet' and jasenet"
    change(own / "fi.docx", (old, old.replace("== 'jasenet'", "== 'jasenett'")))
    findings = found(own, "W07")
    assert [(item.severity, item.advice) for item in findings] == [
        (Severity.ERROR, "Tarkoititko: jasenett?")
    ]
    assert findings[0].file.endswith("lausekkeet.yaml")


def test_a_table_that_the_layout_names_rightly_and_misspells(own: Path) -> None:
    """The name decides the look of a paragraph too; a slip there is no fault of the clause."""
    old = "lauseke.taulukko == 'allekirjoitukset'"
    change(own / "fi.docx", (old, old.replace("tukset", "tukset_")))
    finding = only(own, "W07", Severity.WARNING)
    assert finding.advice == "Tarkoititko: allekirjoitukset?"
    assert finding.file.endswith("fi.docx")


HEADING = '<w:pStyle w:val="Otsikko1"/>'


@pytest.mark.parametrize(
    ("part", "old", "new", "words"),
    [
        ("word/styles.xml", '<w:lang w:val="fi-FI"', '<w:lang w:val="en-US"', "kieleksi"),
        (DOCUMENT, HEADING, '<w:pStyle w:val="Otsikko2"/>', "Ensimmäisen otsikon taso on 2"),
        (DOCUMENT, "<w:tblHeader/>", "", "otsikkoriviä"),
        (DOCUMENT, '<w:pStyle w:val="Kuvaotsikko"/>', '<w:pStyle w:val="Normaali"/>', "otsikkoa"),
    ],
)
def test_what_keeps_a_document_from_being_accessible(
    own: Path, part: str, old: str, new: str, words: str
) -> None:
    change(own / "fi.docx", (old, new), part=part)
    finding = only(own, "W08", Severity.WARNING)
    assert words in finding.message
    assert finding.citation == "306/2019 3 §, 306/2019 7 §"


def test_a_skipped_level_and_a_picture_without_words(own: Path) -> None:
    unnumbered = '<w:pStyle w:val="Otsikkoilmannumeroa"/>'
    change(own / "fi.docx", (unnumbered, f'{unnumbered}<w:outlineLvl w:val="2"/>'))
    assert "Otsikkotaso 3" in only(own, "W08", Severity.WARNING).message
    space = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    picture = f'<w:drawing><wp:inline {space}><wp:docPr id="1" name="x"/></wp:inline></w:drawing>'
    change(own / "fi.docx", ("</w:p>", f"<w:r>{picture}</w:r></w:p>"), part="word/footer1.xml")
    assert any("Kuvalla" in item.message for item in found(own, "W08"))


def test_every_code_of_the_linter_is_tried_here() -> None:
    text = Path(__file__).read_text("utf-8")
    assert [item.code for item in LINTS if f'"{item.code}"' not in text] == []


def test_the_fields_of_a_kind_are_those_that_its_guide_lists() -> None:
    [kind] = [item for item in KINDS if item.laji == KIND]
    fields = fields_of_kind(kind)
    assert fields["osapuolet"] is FieldKind.LIST
    assert fields["osapuolet[].vahvistamatta"] is FieldKind.TRUTH
    assert fields["johtoryhma.toimikausi.alkaen"] is FieldKind.TEXT
    assert fields["lausekkeet[].kappaleet[].teksti"] is FieldKind.TEXT


def lint_json(folder: Path, *more: str) -> Mapping[str, Any]:
    done = sopimukset("templates", "lint", "--format", "json", *more, cwd=folder)
    told: Mapping[str, Any] = json.loads(done.out)
    return told


def test_the_same_findings_in_every_format(own: Path) -> None:
    change(own / "fi.docx", ("{{ osapuoli.toimielin }}", "{{ osapuoli.toimieln }}"))
    home = own.parents[1]
    [finding] = [item for item in lint_json(home)["findings"] if item["severity"] == "error"]
    assert finding["code"] == "W03"
    sarif = json.loads(sopimukset("templates", "lint", "--format", "sarif", cwd=home).out)["runs"]
    rules = [item["id"] for item in sarif[0]["tool"]["driver"]["rules"]]
    assert set(rules) >= {item.code for item in LINTS}
    assert not any(code.startswith(("G", "A")) for code in rules)
    github = sopimukset("templates", "lint", KIND, "--format", "github", cwd=home)
    assert github.out.startswith(f"::error file=templates/{KIND}/fi.docx,line={finding['line']},")
    assert github.out.count("::error") == 1
    for form in ("gitlab", "junit"):
        assert "W03" in sopimukset("templates", "lint", "--format", form, cwd=home).out


@pytest.mark.parametrize("form", ["text", "junit", "github"])
def test_findings_on_templates_hold_on_any_day(own: Path, form: str) -> None:
    told = sopimukset("templates", "lint", KIND, "--format", form, cwd=own.parents[1])
    later = sopimukset(
        *("--as-of", "2031-01-01", "templates", "lint", KIND, "--format", form),
        cwd=own.parents[1],
    )
    assert told.out == later.out
    assert "tarkastelup" not in told.out
    assert "sopimukset check" not in told.out


def test_a_warning_fails_only_where_one_is_strict(own: Path) -> None:
    change(own / "fi.docx", ("<w:tblHeader/>", ""))
    assert sopimukset("templates", "lint", cwd=own.parents[1]).code == 0
    assert sopimukset("templates", "lint", "--strict", cwd=own.parents[1]).code == 1


def test_linting_writes_nothing_and_works_outside_a_workspace(own: Path, tmp_path: Path) -> None:
    before = fingerprints(own.parents[1])
    assert sopimukset("templates", "lint", KIND, cwd=own.parents[1]).code == 0
    assert fingerprints(own.parents[1]) == before
    shutil.rmtree(tmp_path / "regions")
    assert sopimukset("templates", "lint", KIND, cwd=tmp_path).code == 0


def test_a_kind_that_there_is_not(tmp_path: Path) -> None:
    done = sopimukset("templates", "lint", "tym-sopimu", cwd=tmp_path)
    assert done.code == 3
    assert f"Tarkoititko: {KIND}?" in done.err


def test_a_folder_of_no_kind_is_told_of(own: Path) -> None:
    own.rename(own.parent / "tym-sopimukset")
    done = sopimukset("templates", "lint", cwd=own.parents[1])
    assert "Kansiota templates/tym-sopimukset/ ei lueta" in done.err

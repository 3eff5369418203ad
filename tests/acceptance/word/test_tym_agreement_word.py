from __future__ import annotations

import copy
import importlib.util
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from sopimukset.base.data import data_folder
from sopimukset.formats import zip as archive
from sopimukset.formats.word import (
    LayoutError,
    Properties,
    fields_of_layout,
    fields_of_text,
    render,
    render_text,
    text_of,
)
from sopimukset.model.lauseke import Lausekekirjasto
from sopimukset.statutes import load as load_statutes
from sopimukset.statutes import parse_viite

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FOR_PROGRAMS = {
    "asiakirja.kieli", "asiakirja.laji", "lausekkeet[].tunnus", "osapuolet[].tunnus",
}  # fmt: skip
"""Fields of the context that no layout prints."""
REQUIRED = {
    "palvelut": "A03",
    "henkilosto": "A04",
    "henkiloston-tarkistus": "A05",
    "muuttaminen": "A05",
    "kustannukset": "A06",
    "kelan-osallistuminen": "A07",
}


def root_of(document: bytes) -> etree._Element:
    return etree.fromstring(archive.read(document)["word/document.xml"])


def made(layout: bytes, context: Any) -> bytes:
    return render(layout, context, Properties("Sopimus", "fi-FI", date(2025, 4, 1)))


def leaves(value: Any, path: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list) and value:
        for inner in value:
            yield from leaves(inner, f"{path}[]")
    else:
        yield path


def texts_of(library: Any) -> Iterator[str]:
    for clause in library["lausekkeet"]:
        for version in clause["versiot"]:
            yield version["otsikko"]["fi"]
            for paragraph in version["kappaleet"]:
                for item in (paragraph, *paragraph.get("luettelo", ())):
                    yield item.get("fi", "")


def conditions_of(library: Any) -> Iterator[str]:
    for clause in library["lausekkeet"]:
        for version in clause["versiot"]:
            for paragraph in version["kappaleet"]:
                for item in (paragraph, *paragraph.get("luettelo", ())):
                    if "jos" in item:
                        yield item["jos"]


@pytest.mark.parametrize("which", ["layout", "agreement"])
def test_the_open_xml_rules_find_nothing(
    which: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    path = tmp_path / "sopimus.docx"
    path.write_bytes(request.getfixturevalue(which))
    assert OpenXmlValidator().validate(str(path)).errors == []


def test_the_pages_hold_every_heading_in_order(pages: list[str], sample: Any) -> None:
    text = " ".join(" ".join(pages[1:]).split())
    body = text[text.index("Puuttuvat tiedot") :]
    position = 0
    for number, clause in enumerate(sample["lausekkeet"], 1):
        position = body.find(f"{number} {clause['otsikko']}", position)
        assert position >= 0, clause["otsikko"]


def test_every_page_carries_the_mark_the_title_and_its_number(
    pages: list[str], sample: Any
) -> None:
    document = sample["asiakirja"]
    for number, page in enumerate(pages, 1):
        head = " ".join(page.split("\n")[0].split())
        assert head == f"{document['lyhyt_otsikko']} {document['merkinta']}"
        assert f"Sivu {number} / {len(pages)}" in page
        assert document["tunniste"] in page


def test_no_page_ends_with_a_heading_or_a_caption(pages: list[str], sample: Any) -> None:
    headings = {clause["otsikko"] for clause in sample["lausekkeet"]}
    for page in pages[:-1]:
        lines = [line.strip() for line in page.split("\n") if line.strip()]
        last = re.sub(r"^\d+\s+", "", lines[-3])
        assert last not in headings
        assert not last.startswith("Taulukko ")


def test_a_final_agreement_carries_no_mark(layout: bytes, sample: Any) -> None:
    final = copy.deepcopy(sample)
    final["asiakirja"].update(merkinta="", merkinnan_selite="")
    final.update(puutteet=[], poikkeamat=[], liitteet=[])
    text = "\n".join(text_of(made(layout, final)))
    for word in ("LUONNOS", "ESIMERKKI", "Puuttuvat tiedot", "Poikkeamat", "Liitteet", "{%", "{{"):
        assert word not in text


def test_every_table_has_caption_header_and_whole_rows(agreement: bytes) -> None:
    tables = list(root_of(agreement).iter(f"{W}tbl"))
    assert len(tables) == 7
    for number, table in enumerate(tables, 1):
        before = table.getprevious()
        assert before.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "Kuvaotsikko"
        assert "".join(t.text or "" for t in before.iter(f"{W}t")).startswith(
            f"Taulukko {number}. "
        )
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_contents_line_leads_to_its_heading(agreement: bytes) -> None:
    root = root_of(agreement)
    headings = {
        mark.get(f"{W}name"): "".join(t.text or "" for t in mark.getparent().iter(f"{W}t"))
        for mark in root.iter(f"{W}bookmarkStart")
    }
    links = list(root.iter(f"{W}hyperlink"))
    assert len(links) == len(headings)
    for link in links:
        text = "".join(t.text or "" for t in link.iter(f"{W}t"))
        assert re.sub(r"^\d+", "", text) == headings[link.get(f"{W}anchor")]


def test_the_sample_has_all_fields_that_are_used_and_no_others(
    layout: bytes, library: Any, sample: Any
) -> None:
    used = set(fields_of_layout(layout)) | set(conditions_of(library))
    for text in texts_of(library):
        used |= fields_of_text(text)
    there = {path.removesuffix("[]") for path in leaves(sample)}
    used = {path.removesuffix("[]") for path in used}
    prefixes = {re.split(r"\[\]|\.", path)[0] for path in there}
    lists = {path.rsplit("[]", 1)[0] for path in there if "[]" in path}
    assert there - used - FOR_PROGRAMS == set()
    assert {path for path in used - there if path not in lists | prefixes} == set()


def test_every_field_is_explained_to_the_person_who_edits(sample: Any) -> None:
    guide = (data_folder("templates") / "tym-sopimus" / "README.md").read_text("utf-8")
    for path in leaves(sample):
        name = re.split(r"[.\[\]]+", path.removesuffix("[]"))[-1]
        assert f"`{name}" in guide or f".{name}" in guide, path


def test_the_sample_shows_the_clauses_as_they_are(library: Any, sample: Any) -> None:
    path = data_folder("templates").parent / "tools" / "refresh_sample.py"
    spec = importlib.util.spec_from_file_location("refresh_sample", path)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    assert tool.clauses(library, sample) == sample["lausekkeet"]


def test_the_library_is_one_and_its_grounds_are_in_the_statutes(library: Any) -> None:
    read = Lausekekirjasto.model_validate(library)
    statutes = load_statutes()
    for clause in read.lausekkeet:
        assert clause.perusta
        for text in clause.perusta:
            assert statutes.text(parse_viite(text), date(2025, 6, 1)), text


def test_the_mandatory_clauses_serve_their_rules(library: Any) -> None:
    mandatory = {c["tunnus"]: c["saanto"] for c in library["lausekkeet"] if c["pakollinen"]}
    assert mandatory == REQUIRED
    assert all("saanto" not in c for c in library["lausekkeet"] if not c["pakollinen"])


def test_the_clauses_carry_nothing_of_the_repealed_act(library: Any) -> None:
    text = " ".join(texts_of(library)).lower()
    for stale in ("typ", "300 päiv", "kartoitusjakso", "te-toimisto", "1369/2014", "välimies"):
        assert stale not in text


def test_the_joint_controllers_are_named_by_date(library: Any) -> None:
    clause = next(c for c in library["lausekkeet"] if c["tunnus"] == "tietosuoja")
    before, after = clause["versiot"]
    assert (before["paattyen"], after["alkaen"]) == (date(2025, 12, 31), date(2026, 1, 1))
    assert before["kappaleet"][0]["fi"].startswith("Kehittämis- ja hallintokeskus,")
    assert after["kappaleet"][0]["fi"].startswith("Työllisyys-, kehittämis- ja hallintokeskus,")


def test_each_text_reads_right_with_one_person_in_two_roles(library: Any, sample: Any) -> None:
    helsinki = copy.deepcopy(sample)
    helsinki.update(kaksoisrooli="Helsingin kaupunki", toimipisteet=[], kustannukset=[])
    helsinki["johtoryhma"].update(useita_viranomaisia=False, asettaja="Helsingin kaupunki")
    helsinki["sopimus"].update(optiot="1.1.2030–31.12.2031")
    texts = [render_text(text, helsinki, "lauseke") for text in texts_of(library)]
    assert any("kahdessa roolissa: Helsingin kaupunki." in text for text in texts)
    assert any("ei ole sovittu yhteisistä toimipisteistä" in text for text in texts)
    assert not any("  " in text or " ." in text or ".." in text for text in texts)


@pytest.mark.parametrize("name", ['R&D <Oy> "Ab"', "O'Neill {{ x }} {% if %}", "a > b & c"])
def test_hard_names_come_out_whole_everywhere(layout: bytes, sample: Any, name: str) -> None:
    context = copy.deepcopy(sample)
    for party in context["osapuolet"]:
        party.update(nimi=name, lyhyt=name, vahvistamatta=False)
    context["asiakirja"].update(otsikko=name, lyhyt_otsikko=name, tunniste=name)
    texts = text_of(made(layout, context))
    assert texts.count(name) == 2 * len(context["osapuolet"]) + 2
    assert any(text.startswith(f"{name}\t") for text in texts)


def test_a_layout_that_another_office_program_saved_still_works(
    saved_layout: bytes, sample: Any, agreement: bytes
) -> None:
    body = [text for text in text_of(made(saved_layout, sample)) if "Sivu " not in text]
    assert body == [text for text in text_of(agreement) if "Sivu " not in text]


def test_every_field_that_is_missing_is_named(layout: bytes, sample: Any) -> None:
    for key in sample:
        broken = {name: value for name, value in sample.items() if name != key}
        if key in {path.split(".")[0].split("[")[0] for path in fields_of_layout(layout)}:
            with pytest.raises(LayoutError, match=f"Kenttää ”{key}” ei ole"):
                made(layout, broken)


def test_a_layout_that_libreoffice_saved_keeps_its_pages(
    saved_pages: list[str], pages: list[str]
) -> None:
    """It moves the break before a paragraph into the marker's paragraph that stands before it."""
    first, other = (list(map(_begins_page, its)) for its in (pages, saved_pages))
    assert other == first
    assert first[1] == "Sisällys"


def _begins_page(page: str) -> str:
    """What has a page of its own in the layout, where the page begins with it."""
    heading = [line.strip() for line in page.splitlines() if line.strip()][1]
    return heading if heading.startswith(("Sisällys", "Liit")) else ""

"""Every figure of a report, reckoned again from the YAML by a reading of its own."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from sopimukset.formats.paper import Figure, Paper, Table
from sopimukset.register import load_indicators
from tests.support.kind_documents import WORKED
from tests.support.reports import (
    DAY,
    REGION,
    followed_workspace,
    plain,
    report_in,
    report_of,
    table_of,
)
from tests.support.workspaces import CHECKOUT

NOW, BEFORE, YEAR_AGO = "2026-H2", "2026-H1", "2025-H2"
SERIES = ("2025-H1", "2025-H2", "2026-H1", "2026-H2")
HIDDEN = "ei esitetä"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return followed_workspace(tmp_path_factory.mktemp("seuranta"))


@pytest.fixture(scope="module")
def report(root: Path) -> Paper:
    return report_of(root)


@pytest.fixture(scope="module")
def periods(root: Path) -> dict[str, Any]:
    home = root / "regions" / REGION / "seuranta"
    return {path.stem: plain(path) for path in sorted(home.glob("*.yaml"))}


@pytest.fixture(scope="module")
def record(root: Path) -> Any:
    return plain(root / "regions" / REGION / "alue.yaml")


def told(value: Any) -> str:
    """A figure as the report writes it."""
    if value is None:
        return "ei kirjattu"
    number = Decimal(str(value))
    sign = "−" if number < 0 else ""
    text = f"{abs(number):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    whole, _, rest = text.partition(".")
    return f"{sign}{int(whole):,}".replace(",", "\u00a0") + (f",{rest}" if rest else "")


def signed(value: Decimal) -> str:
    return f"+{told(value)}" if value > 0 else told(value)


# Staff --------------------------------------------------------------------------------------------


def realised(period: Any, row: str) -> Decimal | None:
    found = [item["maara"] for item in period["henkilosto"] if item["rivi"] == row]
    return Decimal(str(found[0])) if found else None


def test_staff_row_by_row(report: Paper, periods: dict[str, Any], record: Any) -> None:
    rows = table_of(report, "Henkilöstö osapuolittain").rows
    for row, agreed in zip(rows, record["henkilosto"], strict=False):
        promised, there = Decimal(str(agreed["maara"])), realised(periods[NOW], agreed["tunnus"])
        assert there is not None
        assert row[2:] == (
            told(promised),
            told(there),
            signed(there - promised),
            told(realised(periods[BEFORE], agreed["tunnus"])),
            told(realised(periods[YEAR_AGO], agreed["tunnus"])),
        ), agreed["tunnus"]
    assert len(rows) == len(record["henkilosto"]) + 1


def test_the_sum_of_the_staff(report: Paper, periods: dict[str, Any], record: Any) -> None:
    last = table_of(report, "Henkilöstö osapuolittain").rows[-1]
    promised = sum((Decimal(str(row["maara"])) for row in record["henkilosto"]), Decimal())
    there = {
        key: sum((Decimal(str(row["maara"])) for row in item["henkilosto"]), Decimal())
        for key, item in periods.items()
    }
    assert last[0] == "Yhteensä, htv"
    assert last[2:] == (
        told(promised),
        told(there[NOW]),
        signed(there[NOW] - promised),
        told(there[BEFORE]),
        told(there[YEAR_AGO]),
    )


def test_a_gap_is_spoken_of_only_where_some_row_is_short() -> None:
    """The worked regions' words and figures are of one piece."""
    spoken = 0
    for path in sorted((CHECKOUT / "regions").glob("*/seuranta/*.yaml")):
        words = path.read_text(encoding="utf-8").split("\nhenkilosto:", maxsplit=1)[0]
        if "henkilöstön vajaus" in words or "puuttuville tehtäville" in words:
            agreed = {
                row["tunnus"]: row["maara"]
                for row in plain(path.parent.parent / "alue.yaml")["henkilosto"]
            }
            rows = plain(path)["henkilosto"]
            assert any(row["maara"] < agreed[row["rivi"]] for row in rows), path.name
            spoken += 1
    assert spoken


# Indicators ---------------------------------------------------------------------------------------


def value(period: Any, key: str, luokka: str | None = None) -> str:
    """What may be printed of an indicator: a share reckoned from its parts, no count of 1–4."""
    for row in period["mittarit"]:
        if row["mittari"] == key and row.get("luokka") == luokka:
            if "osoittaja" in row:
                share = Decimal(100) * row["osoittaja"] / row["nimittaja"]
                return told(share.quantize(Decimal("0.1"), ROUND_HALF_UP))
            return told(row["arvo"])
    return told(None)


@pytest.mark.parametrize(
    ("caption", "keys"),
    [
        (
            "Asiakasvirta",
            (
                *("uudet-asiakkuudet", "asiakkaat", "paattyneet-asiakkuudet"),
                *("asiakkuuden-kesto", "odotusaika-arviointiin", "paattyneet-tyollistyneet"),
            ),
        ),
        ("Suunnitelmat", ("suunnitelma-kolmessa-kuukaudessa", "tarkistus-ajallaan")),
        (
            "Nuoret asiakkaat",
            ("nuorten-yhteispalvelun-asiakkaat", "nuoret-tyohon-tai-koulutukseen"),
        ),
    ],
)
def test_indicators_beside_earlier_periods(
    report: Paper, periods: dict[str, Any], caption: str, keys: tuple[str, ...]
) -> None:
    rows = {row[0]: row for row in table_of(report, caption).rows}
    for key in keys:
        item = load_indicators().mittari(key)
        assert item is not None
        row = next(row for name, row in rows.items() if name.startswith(f"{item.nimi.fi},"))
        expected = tuple(value(periods[stem], key) for stem in (NOW, BEFORE, YEAR_AGO))
        assert row[1:4] == expected, key


def test_classes_and_small_counts(report: Paper, periods: dict[str, Any]) -> None:
    """Of the counts of 1–4, and of those that would tell them, none is printed."""
    rows = {row[0]: row for row in table_of(report, "Asiakasvirta").rows}
    words = load_indicators().sanat
    small = 0
    for key, joukko in (("asiakkaat", "kesto"), ("paattyneet-asiakkuudet", "paattymisen-syy")):
        for luokka, nimi in words[joukko].items():
            name = f"josta: {nimi.fi[:1].lower()}{nimi.fi[1:]}"
            if name not in rows:
                continue
            for place, stem in enumerate((NOW, BEFORE, YEAR_AGO), 1):
                recorded = value(periods[stem], key, luokka)
                shown = rows[name][place]
                assert shown in (recorded, HIDDEN), (key, luokka, stem)
                if recorded in ("1", "2", "3", "4"):
                    assert shown == HIDDEN, (key, luokka, stem)
                    small += 1
    assert small == 1
    hidden = [cell for row in rows.values() for cell in row if cell == HIDDEN]
    assert len(hidden) >= 2, "a single hidden part could be reckoned from its sum"


def test_the_trend_s_table_holds_the_series(report: Paper, periods: dict[str, Any]) -> None:
    tables = [
        block
        for block in report.blocks
        if getattr(block, "caption", "") == "Kehitys jaksoittain lukuina"
    ]
    found = {row[0]: row[1:] for table in tables for row in table.rows}  # type: ignore[union-attr]
    for key in ("uudet-asiakkuudet", "asiakkaat", "tarkistus-ajallaan"):
        item = load_indicators().mittari(key)
        assert item is not None
        assert found[item.nimi.fi] == tuple(value(periods[stem], key) for stem in SERIES)


@pytest.mark.parametrize("name", WORKED)
def test_charts_stand_two_in_a_figure_and_none_shows_what_another_has_shown(name: str) -> None:
    report = report_in(CHECKOUT, name, day=date(2026, 11, 22))
    shown = [block for block in report.blocks if isinstance(block, Figure)]
    trends = [item.caption for item in shown if item.caption.startswith("Kehitys jaksoittain: ")]
    assert len(trends) > 3
    assert all(caption.count("; ") <= 1 for caption in trends)
    for block in report.blocks:
        if isinstance(block, Table) and block.caption == "Kehitys jaksoittain lukuina":
            figures = [row[1:] for row in block.rows]
            staff = block.rows[0][0] == "sovittu"
            assert staff or len(figures) == len(set(figures))


def test_a_yearly_goal_stands_beside_the_year_s_count(
    report: Paper, periods: dict[str, Any], record: Any
) -> None:
    [goal] = [item for item in record["johtoryhmat"][0]["tavoitteet"] if item["vuosi"] == 2026]
    [row] = table_of(report, "Vuoden 2026 tavoitteet").rows
    year = sum(int(value(periods[stem], goal["mittari"])) for stem in ("2026-H1", "2026-H2"))
    assert row[0] == goal["tavoite"]
    assert row[2:5] == (told(goal["lahtotaso"]), told(goal["tavoitetaso"]), f"{year} (vuosi)")
    assert row[5] == ("saavutettu" if year >= goal["tavoitetaso"] else "ei saavutettu")


def test_a_yearly_goal_is_not_judged_by_half_a_year(root: Path) -> None:
    [row] = table_of(report_of(root, period="2026-H1"), "Vuoden 2026 tavoitteet").rows
    assert row[4:] == ("55", "vuosi kesken")


# Costs, risks, actions, attendance ----------------------------------------------------------------


def test_costs_against_the_budget(report: Paper, periods: dict[str, Any]) -> None:
    *rows, total = table_of(report, "Kustannukset ja talousarvio").rows
    own = {stem: item["kustannukset"] for stem, item in periods.items()}
    for place, (row, item) in enumerate(zip(rows, own[NOW], strict=True)):
        used = round(Decimal(100) * item["toteuma"] / item["talousarvio"])
        assert row[1:] == (
            told(item["talousarvio"]),
            told(item["toteuma"]),
            f"{used}\u00a0%",
            told(own[BEFORE][place]["toteuma"]),
            told(own[YEAR_AGO][place]["toteuma"]),
        )
    assert total[1] == told(sum(item["talousarvio"] for item in own[NOW]))
    assert total[2] == told(sum(item["toteuma"] for item in own[NOW]))
    assert total[4] == told(sum(item["toteuma"] for item in own[BEFORE]))
    assert total[5] == told(sum(item["toteuma"] for item in own[YEAR_AGO]))


def test_the_five_gravest_risks_and_what_became_of_them(
    report: Paper, periods: dict[str, Any]
) -> None:
    before = {
        item["tunnus"]: item["todennakoisyys"] * item["vaikutus"]
        for item in periods[BEFORE]["riskit"]
    }
    expected = []
    for item in sorted(
        periods[NOW]["riskit"],
        key=lambda one: (-one["todennakoisyys"] * one["vaikutus"], -one["vaikutus"], one["tunnus"]),
    )[:5]:
        size = item["todennakoisyys"] * item["vaikutus"]
        former = before.get(item["tunnus"])
        change = "uusi" if former is None else "jatkuu"
        told_change = change if former in (None, size) else f"jatkuu, oli {former}"
        expected.append((item["kuvaus"], str(size), told_change))
    rows = table_of(report, "Viisi suurinta").rows
    assert [row[:3] for row in rows] == expected
    ended = [item["kuvaus"] for item in periods[BEFORE]["riskit"] if item["tunnus"] == "tilat"]
    assert any(ended[0] in text for text in texts(report))


def test_late_actions(root: Path, report: Paper) -> None:
    meetings = [plain(path) for path in sorted((root / "regions" / REGION / "kokoukset").iterdir())]
    late = [
        (action["tehtava"], str((DAY - action["maarapaiva"]).days))
        for meeting in meetings
        if meeting["pvm"] <= DAY
        for matter in meeting["asiat"]
        for action in matter.get("toimenpiteet", ())
        if action["tila"] not in ("valmis", "peruttu") and action["maarapaiva"] < DAY
    ]
    rows = table_of(report, "Myöhässä olevat").rows
    assert late
    assert [(row[1], row[3]) for row in rows] == late


def test_attendance_by_seat(root: Path, report: Paper, record: Any) -> None:
    first, last = date(2026, 7, 1), date(2026, 12, 31)
    meetings = [plain(path) for path in (root / "regions" / REGION / "kokoukset").iterdir()]
    held = [item for item in meetings if first <= item["pvm"] <= last]
    rows = table_of(report, "Läsnäolo jäsenyyksittäin").rows
    for row, seat in zip(rows, record["johtoryhmat"][0]["jasenet"], strict=True):
        there = [one for item in held for one in item["lasna"] if one["jasen"] == seat["tunnus"]]
        deputies = sum(one.get("tilalla") == "varajasen" for one in there)
        assert row[1:4] == (
            str(len(there) - deputies),
            str(deputies),
            str(len(held) - len(there)),
        ), seat["tunnus"]


def test_the_summary_s_figures(root: Path, periods: dict[str, Any], record: Any) -> None:
    staff, *rows = table_of(report_of(root, short=True), "Tärkeimmät luvut").rows
    agreed = sum(Decimal(str(item["maara"])) for item in record["henkilosto"])
    sums = [
        sum(Decimal(str(item["maara"])) for item in periods[stem]["henkilosto"])
        for stem in (NOW, BEFORE, YEAR_AGO)
    ]
    assert staff[1:] == (*(told(item) for item in sums), told(agreed))
    known = load_indicators().voimassa(date(2026, 12, 31))
    catalogue = {item.nimi.fi: item.avain for item in known}
    assert len(rows) == 6
    for row in rows:
        key = catalogue[row[0].rpartition(", ")[0]]
        assert row[1:4] == tuple(value(periods[stem], key) for stem in (NOW, BEFORE, YEAR_AGO))


def texts(paper: Paper) -> list[str]:
    """The paper's paragraphs and items."""
    found = []
    for block in paper.blocks:
        found += [getattr(block, "text", ""), *getattr(block, "items", ())]
    return found
